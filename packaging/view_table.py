"""Every view of the program: how it is brought about in the real window, and the pictures of it.

`views.py` makes the screen and calls ``take``. A view is a function that gets the stage and leaves something to look
at; what it opened is closed before the next. Those that need another manuscript come last.
"""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

from pictures import FONTS, SCENE, WORK, Author, pause, until, written_manuscript  # before Qt: it sets its surroundings

os.environ["FIRSTHAND_HOME"] = str(WORK / "home")
from PySide6.QtCore import QEvent, QLocale, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QToolTip, QWidget
from view_books import apart, long_titles, scripts, year

from firsthand.companion import Companion, Keys
from firsthand.desk.crashes import note
from firsthand.desk.draft import Cause
from firsthand.desk.session import Desk
from firsthand.desk.settings import Appearance
from firsthand.provenance import Change
from firsthand.qt.application import make_application, speak
from firsthand.qt.asking import Mailbox
from firsthand.qt.problems import Problems
from firsthand.qt.settings import Settings, connection
from firsthand.qt.window import Window

WEAR = (Appearance.LIGHT, Appearance.DARK, Appearance.SEPIA, Appearance.CONTRAST)


class Stage:
    """The window, and hands on it."""

    def __init__(self, window: Window, folder: Path) -> None:
        self.window = window
        self.folder = folder
        self.author = Author(window)
        self.book = Path()
        self.again: Callable[[], object] = lambda: None
        """What brings back, before each picture, what other colours take away."""
        self.after: Callable[[], object] = lambda: None
        """What is to be done when the pictures are taken."""

    def wish(self, name: str) -> None:
        """Do what a command of the window does."""
        self.window.commands[name].trigger()
        pause(350)

    def open(self, book: Path, scene: int | str = 0) -> None:
        """Have this manuscript on the desk, one of its scenes on the page."""
        if self.book != book:
            self.window.begin(lambda: book)
            until(self.window.bench.opened)
            self.book = book
            pause(900)
        desk = self.window.bench.desk
        assert desk is not None
        self.window.open_scene(scene if isinstance(scene, str) else desk.folder.outline.scenes[scene].id)
        pause(200)

    def close(self) -> None:
        """Have no manuscript on the desk."""
        self.wish("close_manuscript")
        self.book = Path()
        pause(500)

    def type(self, text: str) -> None:
        """Type into what has the focus."""
        focus = QApplication.focusWidget()
        QTest.keyClicks(focus, text)
        pause(500)

    def select(self, start: int, end: int) -> None:
        cursor = self.window.page.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, cursor.MoveMode.KeepAnchor)
        self.window.page.setTextCursor(cursor)

    def above(self) -> list[QWidget]:
        """What stands above the window: dialogs and menus, the last opened first."""
        tops = [w for w in QApplication.topLevelWidgets() if w.isVisible() and isinstance(w, QDialog | QMenu)]
        return tops[::-1]

    def tidy(self) -> None:
        """Close what was opened."""
        self.after()
        self.again = self.after = lambda: None
        for top in self.above():
            top.close()
        window = self.window
        window.notice.clear()
        window.question.put_away()
        window.find_bar.put_away()
        window.show_results(False)
        window.binder.close_filter()
        pause(150)

    def keep(self, name: str) -> None:
        """Keep pictures of the screen as it looks now."""
        for appearance in WEAR:
            self.window.settings.choose("view", appearance=appearance)
            pause(180)
            self.again()
            QGuiApplication.primaryScreen().grabWindow(0).save(str(self.folder / f"{name}-{appearance}.png"))
        print(name, flush=True)


Show = Callable[[Stage], None]
VIEWS: dict[str, Show] = {}


def book(name: str, make: Callable[[], Path]) -> Path:
    """A manuscript of the temporary place; made, if it is not there yet."""
    return WORK / name if (WORK / name).exists() else make()


def view(show: Show) -> Show:
    VIEWS[show.__name__] = show
    return show


# -- the novel, as it is being written


@view
def editor(stage: Stage) -> None:
    stage.open(WORK / "The Salt Ledger", SCENE)
    stage.window._go_to(len(stage.window.page.toPlainText()))
    stage.window.page.verticalScrollBar().setValue(0)


@view
def companion_asked(stage: Stage) -> None:
    stage.author.ask()


@view
def companion_asking(stage: Stage) -> None:
    stage.wish("what-if")
    stage.wish("ask")
    until(stage.window.panel.versions_changed)
    pause(100)


@view
def companion_what_if(stage: Stage) -> None:
    if stage.window.asking.running is not None:
        until(stage.window.asking.ended)
    stage.wish("continue")


@view
def companion_sent(stage: Stage) -> None:
    stage.window.commands["show_sent"].setChecked(True)
    pause(300)


@view
def find(stage: Stage) -> None:
    stage.window.commands["show_sent"].setChecked(False)
    stage.wish("find")
    stage.type("the")


@view
def replace(stage: Stage) -> None:
    stage.wish("replace")
    stage.type("ledger")


@view
def find_wrong(stage: Stage) -> None:
    stage.wish("find")
    stage.type("(never there")


@view
def results(stage: Stage) -> None:
    stage.wish("find_everywhere")
    stage.type("salt")
    pause(600)


@view
def results_replacing(stage: Stage) -> None:
    stage.wish("find_everywhere")
    stage.window.results.replacing.setChecked(True)
    stage.window.results.field.setText("salt")
    stage.window.results.template.setText("pepper")
    stage.window.results.template.setFocus()
    pause(700)


@view
def palette(stage: Stage) -> None:
    stage.wish("palette")


@view
def palette_sought(stage: Stage) -> None:
    stage.wish("palette")
    stage.type("mo")


@view
def shortcuts(stage: Stage) -> None:
    stage.wish("shortcuts")


@view
def about(stage: Stage) -> None:
    stage.wish("about")


@view
def inside(stage: Stage) -> None:
    stage.wish("about")
    stage.above()[0].inside.click()  # type: ignore[attr-defined]
    pause(300)


@view
def problems(stage: Stage) -> None:
    stage.wish("problems")


@view
def new_version(stage: Stage) -> None:
    stage.wish("new_version")


@view
def new_manuscript(stage: Stage) -> None:
    stage.wish("new_manuscript")


@view
def name_moment(stage: Stage) -> None:
    stage.wish("name_moment")


@view
def versions(stage: Stage) -> None:
    stage.wish("versions")
    pause(900)


@view
def sources(stage: Stage) -> None:
    stage.wish("sources")
    pause(1500)


@view
def versions_compared(stage: Stage) -> None:
    stage.wish("versions")
    pause(900)
    versions = stage.above()[0]
    QTest.keyClick(versions.view, Qt.Key.Key_Down)  # type: ignore[attr-defined]
    versions.changes.click()  # type: ignore[attr-defined]
    pause(700)


@view
def goals(stage: Stage) -> None:
    stage.wish("goals")


@view
def model(stage: Stage) -> None:
    stage.wish("model")


@view
def model_connected(stage: Stage) -> None:
    stage.wish("model")
    dialog = stage.above()[0]
    dialog.connected.setChecked(True)  # type: ignore[attr-defined]
    dialog.address.setText("http://models.example.org/v1")  # type: ignore[attr-defined]
    dialog.model.setText("a-model")  # type: ignore[attr-defined]
    pause(200)


@view
def backups(stage: Stage) -> None:
    stage.wish("backups")
    pause(500)


@view
def backups_listed(stage: Stage) -> None:
    stage.wish("backups")
    stage.above()[0].make_button.click()  # type: ignore[attr-defined]
    pause(2500)


@view
def problems_noted(stage: Stage) -> None:
    try:
        Path(WORK / "nowhere").read_text("utf-8")
    except OSError as error:
        note(error, WORK / "log")
    Problems(stage.window, WORK / "log").open()
    pause(200)


@view
def new_chapter(stage: Stage) -> None:
    stage.wish("new_chapter")


@view
def import_preview(stage: Stage) -> None:
    file = WORK / "An old draft.md"
    file.write_text(
        "# One\n\nIt was dark.\n\n***\n\nThe tide was out.\n\n# Two\n\nNobody came, " + "ever. " * 300, "utf-8"
    )
    stage.window.care.preview([file])
    pause(600)


@view
def typography(stage: Stage) -> None:
    draft = stage.window.page.draft
    assert draft is not None
    draft.apply(Change(0, 0, '"Well," she said -- "it\'s late..." And so it was. '), Cause.PASTE)
    stage.wish("typography_pass")


@view
def label(stage: Stage) -> None:
    from firsthand.qt.labels import LabelDialog

    LabelDialog(stage.window.theme, stage.window).open()
    pause(300)


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


# -- other manuscripts


@view
def goals_year(stage: Stage) -> None:
    stage.open(book("A year of days", year))
    stage.window.settings.choose_here("goals", daily=300, total=80_000, deadline="2027-06-30")
    if stage.window.progress.standing is None:
        until(stage.window.progress.changed)
    stage.wish("goals")


@view
def goal_reached(stage: Stage) -> None:
    stage.open(book("A year of days", year))
    stage.window.settings.choose_here("goals", daily=10)
    stage.window._go_to(len(stage.window.page.toPlainText()))
    stage.author.type("And so it was that she went down to the harbour after all. ")
    pause(2500)


@view
def reading_only(stage: Stage) -> None:
    stage.close()
    other = Desk.open(WORK / "The Salt Ledger")
    stage.open(WORK / "The Salt Ledger", SCENE)
    pause(600)
    stage.after = other.close


@view
def long_names(stage: Stage) -> None:
    stage.open(book("The long way", long_titles))


@view
def long_names_results(stage: Stage) -> None:
    stage.open(book("The long way", long_titles))
    stage.wish("find_everywhere")
    stage.type("tide")
    pause(500)


@view
def long_names_versions(stage: Stage) -> None:
    stage.open(book("The long way", long_titles))
    stage.wish("versions")
    pause(800)


@view
def empty_bin(stage: Stage) -> None:
    stage.open(book("The long way", long_titles))

    def while_it_asks() -> None:
        stage.keep("empty_bin")
        stage.tidy()

    QTimer.singleShot(500, while_it_asks)
    stage.window.commands["empty_bin"].trigger()  # it waits for the answer


def _script(number: int, name: str) -> None:
    def show(stage: Stage) -> None:
        stage.open(book("Many tongues", scripts), number)

    VIEWS[f"script_{name}"] = show


for _number, _name in enumerate(("right_to_left", "cjk", "emoji", "markdown")):
    _script(_number, _name)


@view
def two_computers_question(stage: Stage) -> None:
    stage.open(book("apart/one/book", apart))


@view
def two_computers(stage: Stage) -> None:
    stage.open(book("apart/one/book", apart))
    stage.wish("computers")


@view
def empty_scene(stage: Stage) -> None:
    if not (WORK / "Empty").exists():
        stage.window._make_manuscript(WORK / "Empty", "A new novel")
        until(stage.window.counts.settled)
        stage.book = WORK / "Empty"
    stage.open(WORK / "Empty")


@view
def welcome(stage: Stage) -> None:
    stage.open(WORK / "Empty")
    stage.close()


_THEMSELVES = (empty_bin, own_paper)
"""Views that keep their pictures themselves."""

# -- the pictures


def take(folder: Path, wanted: list[str], language: str) -> None:
    """Bring about the views that are wanted (all, if none is named) and keep pictures of them in ``folder``."""
    WORK.mkdir(exist_ok=True)
    (WORK / "fonts.conf").write_text(FONTS)
    try:
        path, paragraphs = written_manuscript()
        app = make_application([])
        QLocale.setDefault(QLocale(language))
        speak(app, QLocale(language))
        window, companion = _made()
        folder.mkdir(parents=True, exist_ok=True)
        stage = Stage(window, folder)
        stage.open(path, SCENE)
        stage.author.type("\n".join(paragraphs[:2]))
        stage.author.ask()
        stage.author.rewrite_half(stage.author.take_a_sentence())
        stage.author.type("\n" + "\n".join(paragraphs[2:4]))
        pause(1500)
        _take_all(stage, wanted)
        window.close()
        companion.close()
    finally:
        shutil.rmtree(WORK, ignore_errors=True)


def _made() -> tuple[Window, Companion]:
    mailbox = Mailbox()
    companion = Companion(mailbox.deliver, Keys())
    settings = Settings(WORK / "settings")
    settings.unsigned_said = True
    window = Window(settings, companion, mailbox, Keys())
    window.setGeometry(QRect(QPoint(), QGuiApplication.primaryScreen().size()))
    window.show()
    return window, companion


def _take_all(stage: Stage, wanted: list[str]) -> None:
    for name, show in VIEWS.items():
        if not wanted or name in wanted:
            stage.window.settings.choose("view", appearance=Appearance.LIGHT)
            show(stage)
            if show not in _THEMSELVES:
                stage.keep(name)
            stage.tidy()
