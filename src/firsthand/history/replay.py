"""From records back to texts: the state of every scene, as the live sitting had it.

``Draft`` state and replayed state are made by the same code: a ``SceneState`` takes changes, one after another, and
keeps beside the text what has to be known of the way there.
"""

from collections.abc import Callable, Iterable, Iterator, MutableMapping
from functools import cache

import msgspec

from firsthand.history.acts import Asked, Brought, Chosen, Clashed, Decided, Declared, Fate, Outlined, Shown
from firsthand.history.changes import NOTHING_NEW, Cause, Changed, Found
from firsthand.history.clocks import milliseconds
from firsthand.history.records import Record, Resynced
from firsthand.provenance import Change, Origin, Rule, Run, TrackedText
from firsthand.provenance.recognition import Recogniser
from firsthand.provenance.text import NO_COUNTS


class Insertion(msgspec.Struct, frozen=True):
    """A piece of a suggestion that came into a scene: its units from ``start`` to ``end``, when (ms, UTC).

    ``rule`` is that of the finding if it was not seen to come, but found.
    """

    suggestion: str
    start: int
    end: int
    when: int
    rule: Rule | None = None


class SceneState:
    """One scene's text with its origins, and what was ever put into it, in whatever line of sittings.

    ``ever_inserted`` counts UTF-16 units by origin with the findings, ``ever_observed`` without them. ``retyped`` are
    the pieces of suggestions that the author was found to have typed.
    """

    def __init__(self, scene: str) -> None:
        self.scene = scene
        self.text = TrackedText()
        self.ever_inserted = dict(NO_COUNTS)
        self.ever_observed = dict(NO_COUNTS)
        self.insertions: list[Insertion] = []
        self.retyped: list[Insertion] = []
        self.last_change: int | None = None

    def take(self, change: Change, cause: Cause, when: int) -> Change:
        """Make a change that happened at ``when`` (milliseconds since 1970, UTC); its inverse.

        ValueError, and nothing changed, if it does not fit the text.
        """
        inverse = self.text.apply(change)
        self.last_change = when
        if cause is Cause.FOUND:
            for run in inverse.runs():
                self.ever_inserted[run.source.origin] -= run.length
            self._count(change.runs(), when, found=True)
        elif cause not in NOTHING_NEW and inverse.removed:
            if isinstance(change.origin, Origin):
                self.ever_inserted[change.origin] += inverse.removed
                self.ever_observed[change.origin] += inverse.removed
            else:
                self._count(change.runs(), when, found=False)
        return inverse

    def find(self, at: int, runs: tuple[Run, ...]) -> Change:
        """The change that makes a finding: the text that stands at ``at``, with these runs instead of its own.

        ValueError if it lies outside the text.
        """
        length = sum(run.length for run in runs)
        return Change(at, length, self.text.slice(at, at + length), runs)

    def learn(self, other: "SceneState") -> None:
        """Take over what another state of the scene, of a replay with more lines, knows of what was ever put in."""
        self.ever_inserted, self.ever_observed = other.ever_inserted, other.ever_observed
        self.insertions, self.retyped = other.insertions, other.retyped
        self.last_change = other.last_change

    def _count(self, runs: tuple[Run, ...], when: int, *, found: bool) -> None:
        for run in runs:
            source, rule = run.source, run.source.finding.rule if run.source.finding else None
            if not found:
                self.ever_observed[source.observed.origin] += run.length
            if found and rule is Rule.MOVED:
                continue
            self.ever_inserted[source.origin] += run.length
            if source.ref is not None and source.origin in (Origin.MODEL, Origin.RETYPED):
                into = self.insertions if source.origin is Origin.MODEL else self.retyped
                into.append(Insertion(source.ref, run.offset, run.offset + run.length, when, rule))


class Line:
    """What one line of sittings made of the manuscript: the text of every scene.

    ``misfits`` names the scenes whose record does not fit the text it should change, with the reason; such a scene's
    later changes are passed over. ``outline`` says how the manuscript is divided, as it was last recorded.
    """

    def __init__(self) -> None:
        self.texts: dict[str, TrackedText] = {}
        self.misfits: dict[str, str] = {}
        self.outline: msgspec.Raw | None = None

    def copy(self) -> "Line":
        """The same line, to go on from here in another way."""
        line = Line()
        line.texts = {scene: text.copy() for scene, text in self.texts.items()}
        line.misfits, line.outline = dict(self.misfits), self.outline
        return line

    def text(self, scene: str) -> TrackedText:
        """The text of a scene; an empty one, the line's from now on, if nothing was recorded of it."""
        if scene not in self.texts:
            self.texts[scene] = TrackedText()
        return self.texts[scene]


class Scenes(MutableMapping[str, SceneState]):
    """The scenes by their ids. Of one that is kept elsewhere the state is made when it is first asked for."""

    def __init__(self) -> None:
        self._states: dict[str, SceneState | Callable[[], SceneState]] = {}
        self._units: dict[str, Callable[[], str]] = {}

    def keep(self, scene: str, state: Callable[[], SceneState], units: Callable[[], str]) -> None:
        """``state`` gives the scene's state, once; ``units`` its text alone, in unit form, on any thread."""
        self._states[scene] = state
        self._units[scene] = cache(units)

    def reading(self, scene: str) -> Callable[[], str]:
        """What gives, on any thread, the text of a scene as it is now, in unit form; one that is kept stays so."""
        if self.kept(scene):
            return self._units[scene]
        units = self[scene].text.units() if scene in self else ""
        return lambda: units

    def kept(self, scene: str) -> bool:
        """Whether nobody has asked for the state of a scene that is kept elsewhere."""
        return callable(self._states.get(scene))

    def __getitem__(self, scene: str) -> SceneState:
        state = self._states[scene]
        if not isinstance(state, SceneState):
            self._states[scene] = state = state()
            del self._units[scene]
        return state

    def __setitem__(self, scene: str, state: SceneState) -> None:
        self._states[scene] = state
        self._units.pop(scene, None)

    def __delitem__(self, scene: str) -> None:
        del self._states[scene]
        self._units.pop(scene, None)

    def __contains__(self, scene: object) -> bool:
        return scene in self._states

    def __iter__(self) -> Iterator[str]:
        return iter(self._states)

    def __len__(self) -> int:
        return len(self._states)


class Replay:
    """Everything that a manuscript's records tell, built up record by record.

    ``began`` of the sitting a record belongs to is milliseconds since 1970, UTC. The scenes' texts are those of the
    ``line`` that is replayed; all else stands whatever line told it. ``clashes`` are the places that both sides of a
    join had changed, ``chosen`` what the author then chose. ``shown`` and ``declared`` answer for what came from other
    manuscripts too; that is also in ``brought``. The ``recogniser`` knows all that stood and all that was shown.
    ``latest`` are the change last taken and its inverse.
    """

    def __init__(self, on_change: Callable[["Replay", Changed, int], None] | None = None) -> None:
        self.scenes = Scenes()
        self.asked: dict[str, tuple[Asked, int]] = {}
        self.shown: dict[str, tuple[Shown, int]] = {}
        self.fates: dict[str, list[Fate]] = {}
        self.declared: dict[str, tuple[Declared, int]] = {}
        self.brought: dict[str, tuple[Brought, int]] = {}
        self.recogniser = Recogniser()
        self.resyncs: list[Resynced] = []
        self.clashes: dict[str, Clashed] = {}
        self.chosen: dict[str, Chosen] = {}
        self.line = Line()
        self.sittings = 0
        self.records = 0
        self.first: int | None = None
        self.last: int | None = None
        self.latest = Change(0, 0, ""), Change(0, 0, "")
        self._on_change = on_change

    def scene(self, scene: str) -> SceneState:
        """The state of a scene, empty if nothing was recorded of it."""
        if scene not in self.scenes:
            self.scenes[scene] = state = SceneState(scene)
            state.text = self.line.text(scene)
            self.recogniser.stands(scene, state.text)
        return self.scenes[scene]

    @property
    def misfits(self) -> dict[str, str]:
        """Those of the line."""
        return self.line.misfits

    def turn_to(self, line: Line) -> None:
        """Go on in this line."""
        if line is self.line:
            return
        self.line = line
        for scene, state in self.scenes.items():
            state.text = line.text(scene)
            self.recogniser.stands(scene, state.text)

    def learn(self, other: "Replay") -> None:
        """Take over what another replay of the same record, with more lines, knows beside the texts of this line."""
        for name, (record, when) in other.shown.items():
            if name not in self.shown:
                self.recogniser.shown(name, record.text, record.stood)
                self.shown[name] = record, when
        self.asked |= other.asked
        self.fates |= other.fates
        self.declared |= other.declared
        self.brought |= other.brought
        self.clashes |= other.clashes
        self.chosen |= other.chosen
        for scene, known in other.scenes.items():
            self.scene(scene).learn(known)

    def sitting(self, began: int, records: Iterable[Record]) -> None:
        """Take the records of one sitting."""
        self.sittings += 1
        for record in records:
            self.records += 1
            self.take(record, began)

    def take(self, record: Record, began: int) -> None:
        """Take one record."""
        match record:
            case Changed():
                self._change(record, began + record.t)
            case Found():
                self._found(record, began + record.t)
            case Declared():
                self.declared[record.ref] = record, began + record.t
            case Asked():
                self.asked[record.request] = msgspec.structs.replace(record, sent=()), began + record.t
            case Shown():
                self.shown[record.suggestion] = record, began + record.t
                self.recogniser.shown(record.suggestion, record.text, record.stood)
            case Brought():
                self._brought(record, began + record.t)
            case Decided():
                self.fates.setdefault(record.suggestion, []).append(record.fate)
            case Outlined():
                self.line.outline = record.outline
            case Clashed():
                self.clashes[record.id] = record
            case Chosen():
                self.chosen[record.id] = record
            case Resynced():
                self.resyncs.append(record)
            case _:
                pass

    def _brought(self, record: Brought, when: int) -> None:
        """What came with text from another manuscript is looked up where this one's own is."""
        self.brought[record.ref] = record, when
        if record.text:
            shown = Shown(record.ref, record.t, "", record.text, record.label, record.model, stood=record.stood)
            self.shown.setdefault(record.ref, (shown, when))
            self.recogniser.shown(record.ref, record.text, record.stood)
        if record.said is not None:
            said_at = milliseconds(record.when) if record.when else when
            self.declared.setdefault(record.ref, (Declared(record.ref, record.t, record.said), said_at))

    def _change(self, record: Changed, when: int) -> None:
        if record.scene in self.misfits:
            return
        try:
            change = record.change()
            inverse = self.scene(record.scene).take(change, record.cause, when)
            self.recogniser.changed(record.scene, inverse)
        except ValueError as error:
            self.misfits[record.scene] = str(error)
            return
        self.first = when if self.first is None else min(self.first, when)
        self.last = when + record.ms if self.last is None else max(self.last, when + record.ms)
        self.latest = change, inverse
        if self._on_change is not None:
            self._on_change(self, record, when)

    def _found(self, record: Found, when: int) -> None:
        if record.scene in self.misfits:
            return
        try:
            state = self.scene(record.scene)
            state.take(state.find(record.at, record.sources()), Cause.FOUND, when)
        except ValueError as error:
            self.misfits[record.scene] = str(error)
