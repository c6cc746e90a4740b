"""Views of the menus, of what the page and the binder show, and of the settings."""

from pathlib import Path

from pictures import SCENE, WORK, pause, until  # before Qt: it sets its surroundings
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from view_stage import VIEWS, Stage, view  # which sets the surroundings

from firsthand.desk.settings import Appearance
from firsthand.qt.settings import connection


@view
def menu_file(stage: Stage) -> None:
    _drop(stage, "file")


@view
def menu_edit(stage: Stage) -> None:
    _drop(stage, "edit")


@view
def menu_view(stage: Stage) -> None:
    _drop(stage, "view")


@view
def menu_binder(stage: Stage) -> None:
    _drop(stage, "binder")


@view
def menu_suggest(stage: Stage) -> None:
    _drop(stage, "suggest")


@view
def menu_help(stage: Stage) -> None:
    _drop(stage, "help")


def _within(name: str, above: str) -> None:
    """A menu within a menu, opened by the keys."""

    def show(stage: Stage) -> None:
        _drop(stage, above)
        menus = stage.window.commands.menus
        menus[above].setActiveAction(menus[name].menuAction())
        QTest.keyClick(menus[above], Qt.Key.Key_Right)
        pause(300)

    VIEWS[f"menu_{name}"] = show


for _name, _above in (
    ("recent", "file"),
    ("language", "edit"),
    ("page", "view"),
    ("origins", "view"),
    ("appearance", "view"),
    ("status", "binder"),
    ("label", "binder"),
):
    _within(_name, _above)


@view
def menu_of_a_scene(stage: Stage) -> None:
    view = stage.window.binder.view
    view.setFocus()
    view.customContextMenuRequested.emit(view.visualRect(view.currentIndex()).center())
    pause(200)


def _drop(stage: Stage, name: str) -> None:
    bar, menu = stage.window.menuBar(), stage.window.commands.menus[name]
    menu.popup(bar.mapToGlobal(bar.actionGeometry(menu.menuAction()).bottomLeft()))
    pause(200)


@view
def page_menu(stage: Stage) -> None:
    page = stage.window.page
    page.menu(10).popup(page.mapToGlobal(QPoint(200, 120)))
    pause(200)


@view
def spelling_menu(stage: Stage) -> None:
    stage.author.type("\nShe wass tyred of the tide")
    pause(1200)
    page = stage.window.page
    place = page.toPlainText().rindex("tyred") + 2
    page.menu(place).popup(page.mapToGlobal(page.cursorRect().bottomLeft()))
    pause(1500)


@view
def whose(stage: Stage) -> None:
    stage.wish("whose")


@view
def hover(stage: Stage) -> None:
    page = stage.window.page
    page.setFocus()
    stage.window._go_to(0)
    stage.wish("next_model")
    stage.window._go_to(page.textCursor().selectionStart() + 3)
    point = page.cursorRect().center()

    def rest() -> None:
        event = QHelpEvent(QEvent.Type.ToolTip, point, page.viewport().mapToGlobal(point))
        QApplication.sendEvent(page.viewport(), event)
        pause(150)

    stage.again = rest


@view
def passage_of_a_model(stage: Stage) -> None:
    QToolTip.hideText()
    stage.window._go_to(0)
    stage.wish("next_model")


@view
def nothing_filtered(stage: Stage) -> None:
    stage.wish("filter_binder")
    stage.type("xyzzy")


@view
def binder_filter(stage: Stage) -> None:
    stage.wish("filter_binder")
    stage.type("a")


@view
def binder_rename(stage: Stage) -> None:
    stage.window.binder.view.setFocus()
    stage.wish("rename")


@view
def binder_chosen(stage: Stage) -> None:
    stage.window.binder.view.setFocus()
    for _ in range(2):
        QTest.keyClick(stage.window.binder.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    pause(200)


@view
def offer(stage: Stage) -> None:
    stage.window.open_scene(SCENE)
    stage.window.notice.say("The disk is full, so “What Ines kept” was not saved; your words are safe in the window.")
    stage.window.notice.offer("“A borrowed coat” went into the bin.", "Put it back", lambda: None)


@view
def paste_question(stage: Stage) -> None:
    QGuiApplication.clipboard().setText(
        "Words from quite another place, more than a few of them, so that it asks. " * 2
    )
    stage.window.page.setFocus()
    stage.window._go_to(0)
    stage.wish("paste")
    pause(300)


@view
def selection(stage: Stage) -> None:
    stage.window.page.undo()
    stage.select(30, 260)


@view
def dialogue(stage: Stage) -> None:
    stage.window.open_scene("a-borrowed-coat")
    stage.wish("dialogue")
    stage.wish("hide_signs")


@view
def own_paper(stage: Stage) -> None:
    stage.window.settings.choose("view", appearance=Appearance.OWN, paper="#dfe7e0", ink="#22302a")
    pause(300)
    QGuiApplication.primaryScreen().grabWindow(0).save(str(stage.folder / "own_paper-own.png"))


@view
def focus_sentence(stage: Stage) -> None:
    stage.wish("dialogue")
    stage.wish("hide_signs")
    stage.window.open_scene(SCENE)
    stage.window._go_to(300)
    stage.wish("focus_sentence")


@view
def full_screen(stage: Stage) -> None:
    stage.window.commands["focus_paragraph"].trigger()
    stage.wish("full_screen")
    pause(400)


@view
def binder_alone(stage: Stage) -> None:
    stage.wish("full_screen")
    stage.wish("focus_all")
    stage.wish("show_companion")
    pause(200)


@view
def page_alone(stage: Stage) -> None:
    stage.wish("show_binder")


@view
def largest_type(stage: Stage) -> None:
    stage.wish("show_binder")
    stage.wish("show_companion")
    for _ in range(5):
        stage.window.commands["zoom_in"].trigger()
    pause(400)


@view
def refused_model(stage: Stage) -> None:
    stage.wish("zoom_reset")
    stage.window._use_model(connection("http://127.0.0.1:9/v1", "a-model-with-rather-a-long-name-3.5-instruct"), False)
    stage.author.ask()


@view
def problem_opening(stage: Stage) -> None:
    stage.window.open_manuscript(WORK / "nowhere")
    until(stage.window.bench.refused)
    stage.book = Path()


def _settings(number: int) -> None:
    def show(stage: Stage) -> None:
        if number == 0:
            stage.open(WORK / "The Salt Ledger", SCENE)
        stage.wish("settings")
        window = stage.window.tools.settings_window
        assert window is not None
        window.sections.setCurrentRow(number)
        window.sections.setFocus()
        pause(250)

    VIEWS[f"settings_{number + 1}"] = show


for _number in range(7):
    _settings(_number)
