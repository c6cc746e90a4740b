"""Bringing into the manuscript what was written apart on another computer: order and titles, scenes, open questions.

The desk and a report on a closed manuscript come the same way, and what makes the join are ordinary changes
(``Cause.JOIN``) with whose every character was. So that a kill never loses anything, a ``Joined`` is recorded behind
them: a join without it is made again, from where it began.
"""

from collections.abc import Callable, Iterable, Sequence

import msgspec

from firsthand.desk.reading import Account, read_outline
from firsthand.history import Clashed, Joined, Outlined, Replay
from firsthand.history.joining import Join, joins
from firsthand.manuscript import Outline, new_id
from firsthand.manuscript.outlines import difference, merge_outlines
from firsthand.provenance import Change
from firsthand.provenance.hunks import changes
from firsthand.saying import say

Mark = Callable[[Clashed | Joined], object]
Bring = Callable[[str, Sequence[Change]], object]
"""Makes the changes of a scene, which are one act."""


def as_record(outline: Outline) -> msgspec.Raw:
    """An outline as it is recorded."""
    return msgspec.Raw(msgspec.json.encode(outline))


def joined_outline(account: Account) -> Outline:
    """How the manuscript is divided when all lines are joined; what the author did to the file itself counts too."""
    outline = _own(account)
    for join in joins(account.branches, account.lines):
        theirs = read_outline(join.outline)
        if theirs is not None:
            base = read_outline(join.ground) or Outline(outline.format, outline.id, theirs.title)
            sides = (outline, theirs) if join.first else (theirs, outline)
            outline = merge_outlines(base, *sides, changed=join.changed)
    return outline


def join_scenes(account: Account, replay: Replay, scenes: Iterable[str], bring: Bring, mark: Mark) -> list[str]:
    """Make the main line's ``scenes`` hold all lines; the ids of those that were changed by that."""
    known, touched = frozenset(scenes), dict[str, None]()
    for join in joins(account.branches, account.lines):
        for scene in known.intersection(join.scenes):
            made = changes(replay.scene(scene).text, join.scenes[scene].text)
            if made:
                touched[scene] = None
                bring(scene, made)
            _ask(join, scene, replay, mark)
        mark(Joined(0, account.branches.name(join.other), join.other.records))
    return list(touched)


def joined_notice(titles: Sequence[str]) -> str:
    """A sentence about scenes that were joined."""
    named = ", ".join(say("“{title}”", title=title) for title in titles[:3])
    if len(titles) > 3:
        named = say("{named} and {count} more", named=named, count=len(titles) - 3)
    return say("What was written on another computer was joined into {named}; nothing of either was lost.", named=named)


def _ask(join: Join, scene: str, replay: Replay, mark: Mark) -> None:
    """Note the places that both sides changed, unless that was done before."""
    known = {(one.scene, one.first, one.second) for one in replay.clashes.values()}
    for clash in join.scenes[scene].clashes:
        if (scene, clash.first, clash.second) not in known:
            mark(Clashed(new_id(), 0, scene, join.sittings, clash.first, clash.second))


def _own(account: Account) -> Outline:
    """The main line's outline, with what the file says beyond what Firsthand wrote into it on any computer."""
    file, main = account.folder.outline, read_outline(account.replay.line.outline)
    if main is None or file == main:
        return file
    own = [outline for one in account.main_records() if (outline := _read_record(one)) is not None]
    if not account.apart and file in own:
        return file
    if file in _written(account):
        return main
    base = min(reversed(own), key=lambda one: difference(one, file))
    return merge_outlines(base, main, file)


def _written(account: Account) -> list[Outline]:
    """The latest outline of every sitting."""
    latest = [
        next((one for record in reversed(reading.records) if (one := _read_record(record)) is not None), None)
        for reading in account.branches.readings
    ]
    return [one for one in latest if one is not None]


def _read_record(record: object) -> Outline | None:
    return read_outline(record.outline) if isinstance(record, Outlined) else None
