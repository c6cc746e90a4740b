"""What opening a manuscript does about a history that a kill or a bad disk left behind, and how that is said.

A sitting of this computer that was interrupted has to be closed, so its journal is mended at once. Everything else that
is damaged stays where it is until somebody asks for a repair (``repairing``): it may be another computer's, or on its
way here.
"""

from collections.abc import Iterable
from pathlib import Path

from firsthand.desk.places import machine_id
from firsthand.history import Reading
from firsthand.history.damaged import NAME as DAMAGED
from firsthand.history.reading import CLOSED_SUFFIX, sitting_names
from firsthand.history.repair import repair_journal
from firsthand.saying import say


def mend_journals(history: Path) -> list[str]:
    """Make the journals readable that earlier sittings of this computer left; sentences of what was set aside.

    Whoever calls it holds the lock.
    """
    said: list[str] = []
    for name in sitting_names(history):
        if name.endswith(CLOSED_SUFFIX):
            continue
        try:
            mended = repair_journal(history / name, machine_id())
        except OSError:
            continue  # reading the history says why
        if mended is not None:
            said.append(
                say(
                    "{said} The damaged file is kept in {history}/{damaged}; your words are safe.",
                    said=mended.said,
                    history=history.name,
                    damaged=DAMAGED,
                )
            )
    return said


def damage_said(readings: Iterable[Reading], manuscript: str) -> list[str]:
    """A sentence for each sitting of a history that is damaged. ``manuscript`` is the name of its folder.

    Of another computer's that has not closed a part may only not have come yet.
    """
    readings = list(readings)
    coming = [r for r in readings if r.fault and not r.unread and _may_be_coming(r)]
    return [_coming()][: len(coming)] + [
        say(
            "A part of the history is damaged: {fault}. Your words are untouched; whose they are is "
            "known as far as it can be read. `firsthand repair {manuscript}` rebuilds what can be "
            "rebuilt.",
            fault=reading.fault,
            manuscript=manuscript,
        )
        for reading in readings
        if reading.fault and not reading.unread and reading not in coming
    ]


def _coming() -> str:
    return say(
        "The history of another computer is still arriving. Your words are untouched; what was written there is joined "
        "when all of it has come."
    )


def _may_be_coming(reading: Reading) -> bool:
    """Whether it is another computer's, in files that go on changing there."""
    foreign = reading.sitting is not None and reading.sitting.machine != machine_id()
    return foreign and not reading.path.name.endswith(CLOSED_SUFFIX)


def why_only_reading(readings: Iterable[Reading]) -> str:
    """Why nothing may be recorded after such a history, in a sentence; empty if it may.

    A file that the disk does not give may be sound: what was recorded now would not follow it.
    """
    unread = next((reading.fault for reading in readings if reading.unread), None)
    if unread is None:
        return ""
    return say(
        "A file of the history, {unread}, so the manuscript is open for reading only. Open it "
        "again when the disk is well, or set the file aside with `firsthand repair`.",
        unread=unread,
    )
