"""The report of a manuscript, from its folder: figures, page, JSON. Writes nothing but the report itself.

What the files hold beyond the history (an edit by another program that no sitting has taken in yet) is counted as it
would be on opening: imported where nothing was recorded, outside where the history says otherwise.
"""

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from firsthand.desk.outside import Standing, standing, taken_in
from firsthand.desk.reading import Account, read_account
from firsthand.history import Cause, HistoryError, Verification, replace_file, verify
from firsthand.manuscript import Entry, Folder, ManuscriptError
from firsthand.provenance import Origin

if TYPE_CHECKING:
    from firsthand.report import Evidence, Figures

_CAUSES = {Standing.NEW: (Origin.IMPORTED, Cause.IMPORT), Standing.OUTSIDE: (Origin.OUTSIDE, Cause.OUTSIDE)}


class ReportError(Exception):
    """There can be no report; the text says why and what to do."""


class Report(msgspec.Struct, frozen=True):
    """The figures of a manuscript with the text of each scene, and sentences about what was met on the way."""

    figures: "Figures"
    texts: dict[str, str]
    notices: tuple[str, ...]

    def page(self) -> str:
        """The report as one self-contained HTML page."""
        from firsthand.report import render_page

        return render_page(self.figures, self.texts)

    def json(self) -> bytes:
        """The report's figures as JSON."""
        from firsthand.report import to_json

        return to_json(self.figures)


def make_report(path: Path, evidence: "Evidence | None" = None) -> Report:
    """The report of the manuscript in a folder. ReportError if it is none or cannot be read."""
    from firsthand.report import Evidence, Growth, SceneTitle, measure

    try:
        folder = Folder.open(path)
        notes = [note.id for note in folder.outline.note]
        growth = Growth(aside=notes)
        account = read_account(folder, growth.changed)
    except (ManuscriptError, HistoryError) as error:
        raise ReportError(str(error)) from error
    notices = [notice for entry in folder.outline.scenes for notice in _bring_together(account, entry)]
    for note in notes:
        account.replay.scenes.pop(note, None)  # notes are no part of the manuscript
    scenes = [SceneTitle(entry.id, entry.title) for entry in folder.outline.scenes]
    figures = measure(
        folder.outline.title,
        scenes,
        account.replay,
        verify(account.readings, folder.outline.id),
        growth.points(),
        evidence or Evidence.ALL,
    )
    texts = {entry.id: account.replay.scene(entry.id).text.text for entry in folder.outline.scenes}
    return Report(figures, texts, tuple(notices))


def check(path: Path) -> Verification:
    """Whether the record of the manuscript in a folder is whole. ReportError if it is none or cannot be read."""
    try:
        folder = Folder.open(path)
        return verify(read_account(folder).readings, folder.outline.id)
    except (ManuscriptError, HistoryError) as error:
        raise ReportError(str(error)) from error


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
        raise ReportError(f"The report cannot be written to {target} ({error.strerror or error}).") from error


def _bring_together(account: Account, entry: Entry) -> list[str]:
    state = account.replay.scene(entry.id)
    try:
        text = account.folder.read(entry)
    except ManuscriptError as error:
        return [str(error)]
    digest = hashlib.sha256(text.encode()).hexdigest()
    exists = account.folder.file(entry).exists()
    case = standing(state, text, digest, exists=exists, saved=frozenset(account.saves.get(entry.id, [])[-2:]))
    if case in _CAUSES:
        origin, cause = _CAUSES[case]
        for change in taken_in(state, text, origin, f"{cause}:{entry.id}"):
            state.take(change, cause, state.last_change or 0)
    if case is Standing.OUTSIDE:
        return [f"“{entry.title}” was changed by another program since; what came in is counted as outside."]
    return []
