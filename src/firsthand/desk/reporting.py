"""The report of a manuscript, from its folder: figures, page, JSON. Writes nothing but the report itself.

What the files hold beyond the history (an edit by another program that no sitting has taken in yet) is counted as it
would be on opening: imported where nothing was recorded, outside where the history says otherwise.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from firsthand.desk.joining import join_scenes, joined_outline
from firsthand.desk.outside import Standing, meet, take_in
from firsthand.desk.reading import Account, read_account
from firsthand.desk.settings import Speech
from firsthand.desk.speaking import lookup_of
from firsthand.history import Cause, History, HistoryError, Verification, replace_file, verify
from firsthand.manuscript import Folder, ManuscriptError
from firsthand.provenance import Change
from firsthand.saying import say, saying_by

if TYPE_CHECKING:
    from firsthand.report import Evidence, Figures


class ReportError(Exception):
    """There can be no report; the text says why and what to do."""


class Report(msgspec.Struct, frozen=True):
    """The figures of a manuscript with the text of each scene, and sentences about what was met on the way."""

    figures: "Figures"
    texts: dict[str, str]
    notices: tuple[str, ...]

    def page(self, speech: Speech | None = None) -> str:
        """The report as one self-contained HTML page, in the language that the program speaks if in no other."""
        return page_in(speech, self.figures, self.texts)

    def json(self) -> bytes:
        """The report's figures as JSON."""
        from firsthand.report import to_json

        return to_json(self.figures)


def page_in(speech: Speech | None, figures: "Figures", texts: Mapping[str, str]) -> str:
    """The page of a report in a language; None is the one that the program speaks.

    ``texts`` gives the final text of each scene that holds a passage, by id.
    ReportError if the language cannot be read.
    """
    from firsthand.report import render_page

    with told_in(speech):
        return render_page(figures, texts)


@contextmanager
def told_in(speech: Speech | None) -> Iterator[None]:
    """Have what follows told in a language; None is the one that the program speaks.

    ReportError if the language's shipped file is missing or damaged.
    """
    try:
        lookup = lookup_of(speech) if speech else None
    except (FileNotFoundError, ValueError) as error:
        raise ReportError(str(error)) from error
    with saying_by(lookup):
        yield


def make_report(path: Path, evidence: "Evidence | None" = None) -> Report:
    """The report of the manuscript in a folder, with findings if not told otherwise.

    ReportError if it is none or cannot be read.
    """
    from firsthand.report import Evidence, Growth, SceneTitle, measure

    evidence = evidence or Evidence.ALL
    try:
        folder = Folder.open(path)
        outline = folder.outline
        notes = [note.id for note in (*outline.note, *(one for one in outline.bin if one.was is None))]
        growth = Growth([*notes, *(one.id for one in outline.bin)], evidence)
        account = read_account(folder, growth.changed)
    except (ManuscriptError, HistoryError) as error:
        raise ReportError(str(error)) from error
    folder.outline = joined_outline(account)
    notices = _bring_together(account)
    for note in notes:
        account.replay.scenes.pop(note, None)  # notes are no part of the manuscript
    scenes = [SceneTitle(entry.id, entry.title) for entry in folder.outline.scenes]
    figures = measure(
        folder.outline.title,
        scenes,
        account.replay,
        _verified(account.history, folder),
        growth.points(),
        evidence,
        account.arrivals.when,
    )
    texts = {entry.id: account.replay.scene(entry.id).text.text for entry in folder.outline.scenes}
    return Report(figures, texts, tuple(notices))


def check(path: Path) -> Verification:
    """Whether the record of the manuscript in a folder is whole. ReportError if it is none or cannot be read."""
    try:
        folder = Folder.open(path)
        return _verified(read_account(folder).history, folder)
    except (ManuscriptError, HistoryError) as error:
        raise ReportError(str(error)) from error


def _verified(history: History, folder: Folder) -> Verification:
    """What the record is worth, with the doubts that time stamps raise."""
    from firsthand.desk.stamping import stamp_doubts

    found = verify(history, folder.outline.id)
    return msgspec.structs.replace(found, doubts=(*found.doubts, *stamp_doubts(history)))


def write_report(path: Path, output: Path | None = None) -> Path:
    """Write the report page beside the manuscript's scenes, or to ``output``; where it is. ReportError if it cannot."""
    target = output or path / "report.html"
    report = make_report(path)
    write_file(target, report.page().encode())
    return target


def write_file(target: Path, data: bytes) -> None:
    """Write a file of the author's choosing. ReportError if the disk refuses."""
    try:
        replace_file(target, data)
    except OSError as error:
        raise ReportError(say("The report cannot be written to {target} ({why}).", target=target, why=error)) from error


def _bring_together(account: Account) -> list[str]:
    """Count what the files hold beyond the history, as opening the manuscript would; sentences about it."""
    replay, scenes = account.replay, account.folder.outline.scenes

    def make(scene: str, change: Change, cause: Cause) -> None:
        state = replay.scene(scene)
        inverse = state.take(change, cause, state.last_change or replay.last or 0)
        if cause is not Cause.FOUND:
            replay.recogniser.changed(scene, inverse)

    def join(scene: str, made: Sequence[Change]) -> None:
        for change in made:
            make(scene, change, Cause.JOIN)

    join_scenes(account, replay, [entry.id for entry in account.folder.outline.entries], join, lambda _: None)
    met = meet(account)
    take_in(met, replay, make, lambda entry, cause: f"{cause}:{entry.id}")
    notices = []
    for one in met:
        if one.entry in scenes and one.standing is Standing.OUTSIDE:
            notices.append(
                say(
                    "“{title}” was changed by another program since; what came in is counted as outside.",
                    title=one.entry.title,
                )
            )
        elif one.entry in scenes and one.trouble:
            notices.append(one.trouble)
    return notices
