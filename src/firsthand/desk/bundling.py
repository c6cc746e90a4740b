"""A bundle: everything a stranger needs to check a manuscript's record, in one zip file that is the same every time.

A whole one holds the manuscript, its history, the report and the verifier. A redacted one holds no word of the
manuscript: its history has commitments in place of words and still fits its seals, its report has figures only. Single
passages can be opened in it. The history lies in it unpacked, so that checking takes nothing but Python.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from firsthand.desk.closing import close_up
from firsthand.desk.reading import history_folder
from firsthand.desk.reporting import Report, ReportError, make_report, page_in, told_in
from firsthand.desk.settings import Speech
from firsthand.history import (
    History,
    HistoryError,
    Line,
    Replay,
    Status,
    read_history,
    replace_file,
    verify,
)
from firsthand.history.branches import Branches, Point
from firsthand.history.heads import SUFFIX as HEAD_SUFFIX
from firsthand.history.journal import SUFFIX as JOURNAL_SUFFIX
from firsthand.history.opening import NoPassageError, Opened, Passage, lines_of
from firsthand.history.reading import SUFFIX
from firsthand.history.sealing import exact_base64, redacted
from firsthand.history.signing import PUBLIC_NAME, public_file
from firsthand.manuscript import Folder, ManuscriptError
from firsthand.manuscript.trust import NAME as OUTLINE
from firsthand.manuscript.trust import stays_inside
from firsthand.provenance import Origin
from firsthand.provenance.units import length
from firsthand.resources import resource
from firsthand.saying import as_written, saying_by

HISTORY = "history/"
REPORT, PAGE = "report.json", "report.html"
_MOMENT = (1980, 1, 1, 0, 0, 0)
"""The date of every file in a bundle: the earliest that a zip file can hold."""


_PLAIN_ID = re.compile("[0-9a-f]+")


class BundleError(Exception):
    """There is no bundle; the text says why and what to do."""


class Bundled(msgspec.Struct, frozen=True):
    """A bundle that was made: where it is, how many lines it opens, and sentences about what was met on the way."""

    path: Path
    opened: int
    notices: tuple[str, ...]


def make_bundle(
    path: Path, target: Path, *, redact: bool = False, passages: Sequence[str] = (), speech: Speech | None = None
) -> Bundled:
    """Bundle the manuscript in a folder. ``passages``, as ``history.opening.Passage.of`` reads them, keep their words.

    The report's page is in the language ``speech``, None being the one that the program speaks; all else is the same.
    BundleError if it is no manuscript, has no record or a damaged one, or the bundle cannot be written.
    """
    try:
        folder = Folder.open(path)
        notices = close_up(history_folder(path))
        report = make_report(path)
        history = read_history(history_folder(path))
        _check(history, folder.outline.id, report)
        opened = lines_of(history.readings, map(Passage.of, passages))
        told = _redacted_report(report, folder.outline.id, speech) if redact else _report(report, speech)
        parts = _redacted(folder, history, opened) if redact else _whole(folder, history)
        replace_file(target, _zipped({**dict(parts), **told}))
    except (ManuscriptError, HistoryError, ReportError, NoPassageError) as error:
        raise BundleError(str(error)) from error
    except OSError as error:
        raise BundleError(f"The bundle cannot be written to {target} ({error.strerror or error}).") from error
    if redact:
        notices += _telling_ids(folder)
    waiting = sum(len(reading.waiting) for reading in history.readings)
    if waiting:
        notices.append(
            f"{waiting} records are under no seal yet, because the manuscript is open in a window; close it and bundle "
            "again to have them in."
        )
    return Bundled(target, sum(map(len, opened.values())), (*notices, *report.notices))


def _telling_ids(folder: Folder) -> list[str]:
    """A sentence about scenes whose ids are words; a scene made by Firsthand has twelve digits."""
    telling = [entry.id for entry in folder.outline.entries if not _PLAIN_ID.fullmatch(entry.id)]
    if not telling:
        return []
    named = ", ".join(telling[:8]) + " and others" * (len(telling) > 8)
    return [f"The ids of scenes stand in the history and cannot be taken out; these are words: {named}."]


def _check(history: History, manuscript: str, report: Report) -> None:
    """Refuse what would not do as proof."""
    found = verify(history, manuscript, thorough=True)
    if found.status is Status.BROKEN:
        raise BundleError(
            f"The history is damaged ({found.faults[0]}), so it proves nothing; `firsthand verify` says more."
        )
    if not any(reading.seals for reading in history.readings):
        raise BundleError("Nothing is recorded of this manuscript yet; open it in Firsthand once, then bundle it.")
    replay = replayed(history)
    for scene in report.figures.scenes:
        if named(replay.scene(scene.id).text.counts()) != msgspec.structs.asdict(scene.units):
            raise BundleError(
                f"The file of “{scene.title}” is not what the history says, because another program changed it; open "
                "the manuscript in Firsthand once, then bundle it."
            )


def replayed(history: History) -> Replay:
    """What a history tells, whether its words are in it or were taken out: lengths, places and origins are the same."""
    branches, replay, lines = Branches(history.readings), Replay(), dict[Point, Line]()
    for part in branches.along(Line, Line.copy, [branches.main] if branches.main else [], lines):
        replay.turn_to(part.state)
        replay.sitting(part.began, part.records)
    for line in lines.values():
        replay.turn_to(line)
    return replay


def named(units: Mapping[Origin, int]) -> dict[str, int]:
    """UTF-16 units by origin as a report names them."""
    return {str(origin): n for origin, n in units.items()}


@contextmanager
def unpacked(bundle: Path) -> Iterator[Path]:
    """A bundle's files in a temporary folder. BundleError if it is none, or is damaged."""
    with TemporaryDirectory(prefix="firsthand-") as place:
        try:
            with zipfile.ZipFile(bundle) as pack:
                pack.extractall(place)  # which writes nowhere else, whatever a name says
        except (OSError, EOFError, RuntimeError, zlib.error, zipfile.BadZipFile) as error:
            raise BundleError(f"{bundle.name} is not a bundle, or is damaged ({error}).") from error
        yield Path(place)


def _whole(folder: Folder, history: History) -> Iterator[tuple[str, bytes]]:
    yield OUTLINE, (folder.path / OUTLINE).read_bytes()
    for entry in folder.outline.entries:
        if stays_inside(folder.path, entry.file) and folder.file(entry).exists():
            yield entry.file, folder.file(entry).read_bytes()
    for reading in history.readings:
        yield f"{HISTORY}{reading.name}{SUFFIX}", reading.data
        journal = reading.path.with_name(reading.name + JOURNAL_SUFFIX)
        if reading.waiting and journal.exists():
            yield f"{HISTORY}{journal.name}", journal.read_bytes()
    yield from _common(folder, history)


def _redacted(folder: Folder, history: History, opened: Opened) -> Iterator[tuple[str, bytes]]:
    for reading in history.readings:
        lines = opened.get(reading.name, set())
        yield f"{HISTORY}{reading.name}{SUFFIX}", redacted(reading.data[: reading.good], lines)
    yield from _common(folder, history)


def _report(report: Report, speech: Speech | None) -> dict[str, bytes]:
    return {REPORT: report.json(), PAGE: report.page(speech).encode()}


def _redacted_report(report: Report, manuscript: str, speech: Speech | None) -> dict[str, bytes]:
    """The report without a word of the manuscript. What stands for titles in the JSON is English, as all of it is."""
    from firsthand.report import stand_in, to_json, without_words

    with saying_by(as_written):
        data = to_json(without_words(report.figures, manuscript))
    texts = {scene: stand_in(length(text)) for scene, text in report.texts.items()}
    with told_in(speech):
        figures = without_words(report.figures, manuscript)
    return {REPORT: data, PAGE: page_in(speech, figures, texts).encode()}


def _common(folder: Folder, history: History) -> Iterator[tuple[str, bytes]]:
    for path in sorted(history_folder(folder.path).glob(f"*{HEAD_SUFFIX}")):
        yield f"{HISTORY}{path.name}", path.read_bytes()
    keys = [exact_base64(r.sitting.key.encode()) for r in history.readings if r.sitting is not None and r.sitting.key]
    for number, key in enumerate(dict.fromkeys(keys)):
        if key is not None:
            yield f"{HISTORY}{PUBLIC_NAME}" + f".{number + 1}" * bool(number), public_file(key)
    yield "verify.py", resource("verify", "verify.py").read_bytes()
    yield "README.txt", resource("verify", "README.txt").read_bytes()


def _zipped(files: dict[str, bytes]) -> bytes:
    """A zip file that depends on nothing but what is in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as pack:
        for name, data in sorted(files.items()):
            entry = zipfile.ZipInfo(name, _MOMENT)
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, 0o644 << 16
            pack.writestr(entry, data)
    return out.getvalue()
