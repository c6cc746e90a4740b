"""Views of a novel as it is being written: the page, the companion, what is looked for, and every window above it."""

from pathlib import Path

from pictures import SCENE, WORK, pause, until  # before Qt: it sets its surroundings
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from view_stage import Stage, view  # which sets the surroundings

from firsthand.desk.crashes import note
from firsthand.desk.draft import Cause
from firsthand.provenance import Change
from firsthand.qt.problems import Problems


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
