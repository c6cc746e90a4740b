"""Views of other manuscripts: long names, many scripts, a year of days, two computers, none at all."""

from pictures import SCENE, WORK, pause, until  # before Qt: it sets its surroundings
from PySide6.QtCore import QTimer
from view_books import apart, long_titles, scripts, year
from view_stage import VIEWS, Stage, book, view  # which sets the surroundings

from firsthand.desk.session import Desk


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
