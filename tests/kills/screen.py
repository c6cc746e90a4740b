"""What stood on the screen, as the killed program told it change by change: an oracle that knows no other code."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

Unit = tuple[str, str, str | None]
"""A UTF-16 unit, its origin, and what that refers to."""

Scenes = dict[str, list[Unit]]


@dataclass(frozen=True)
class Op:
    """A change that was on the screen at ``when`` (seconds of the monotonic clock)."""

    when: float
    scene: str
    at: int
    removed: int
    came: tuple[Unit, ...]


@dataclass
class Told:
    """What a killed program had told: its changes, and what it was doing, the last thing last."""

    ops: list[Op] = field(default_factory=list)
    phases: list[tuple[float, str]] = field(default_factory=list)

    @property
    def phase(self) -> str:
        """What it was doing when it was killed."""
        return self.phases[-1][1] if self.phases else "opening"


def read(lines: Iterable[bytes]) -> Told:
    """What was told, line by line; a line that was not finished counts as not told."""
    told = Told()
    for line in lines:
        if not line.endswith(b"\n"):
            break
        when, *what = json.loads(line)
        if len(what) == 1:
            told.phases.append((when, what[0]))
        else:
            scene, at, removed, text, runs = what
            told.ops.append(Op(when, scene, at, removed, tuple(_units(text, runs))))
    return told


def _units(text: str, runs: list[tuple[int, str, str | None]]) -> Iterator[Unit]:
    at = 0
    for length, origin, ref in runs:
        for unit in text[at : at + length]:
            yield unit, origin, ref
        at += length


def lost(before: Scenes, told: Told, found: Scenes, killed: float) -> float | None:
    """How old, in seconds, the oldest change was that is not there; 0 if all are. None if there was no such state.

    ``found`` has to be how everything stood after some of the changes, with whose it was.
    """
    now = {scene: list(units) for scene, units in before.items()}
    oldest: float | None = None
    for number in range(len(told.ops) + 1):
        if _same(now, found):
            oldest = killed - told.ops[number].when if number < len(told.ops) else 0.0
        if number < len(told.ops):
            op = told.ops[number]
            now.setdefault(op.scene, [])[op.at : op.at + op.removed] = op.came
    return oldest


def _same(one: Scenes, other: Scenes) -> bool:
    return all(one.get(scene, []) == other.get(scene, []) for scene in one.keys() | other.keys())
