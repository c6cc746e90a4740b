"""States made into bytes and made again from them: scenes, changes and runs, as a checkpoint keeps them.

What is packed is a row of numbers and one of texts, read in the order in which they were written; a source is named by
its number. Nothing here is for ever: what another version of the program packed is not read (``checkpoint``).
"""

from collections.abc import Iterable, Iterator

import msgspec
import zstandard

from firsthand.history.changes import PackedFinding
from firsthand.history.replay import Insertion, SceneState
from firsthand.provenance import Change, Finding, Origin, Rule, Run, Source, TrackedText
from firsthand.provenance.origins import PLAIN, Whose
from firsthand.provenance.units import to_units

_ORIGINS, _RULES = list(Origin), list(Rule)
_ORIGIN_NUMBER = {origin: number for number, origin in enumerate(_ORIGINS)}
_LEVEL = 3
_PLAIN, _ONE, _RUNS = 0, 1, 2


class DamagedError(Exception):
    """Bytes are not what was packed."""


class _Packed(msgspec.Struct, array_like=True):
    numbers: list[int]
    lengths: list[int]
    texts: bytes
    sources: list[tuple[Origin, str | None, PackedFinding | None]]


_decoder = msgspec.msgpack.Decoder(_Packed)


def squeezed(data: bytes) -> bytes:
    """The bytes, compressed."""
    return zstandard.ZstdCompressor(level=_LEVEL).compress(data)


def unsqueezed(data: bytes) -> bytes:
    """``squeezed`` undone. DamagedError if that is not what it is."""
    try:
        return zstandard.ZstdDecompressor().decompress(data)
    except zstandard.ZstdError as error:
        raise DamagedError(str(error)) from error


class Packer:
    """Takes values one after another; ``packed`` gives the bytes of all."""

    def __init__(self) -> None:
        self._numbers: list[int] = []
        self._texts: list[str] = []
        self._sources: dict[Source, int] = {}
        self.number = self._numbers.append

    def text(self, text: str) -> None:
        """Take a text, of which lone surrogates are kept."""
        self._texts.append(text)

    def optional(self, number: int | None) -> None:
        """Take a number that is not below 0, or None."""
        self.number(-1 if number is None else number)

    def source(self, source: Source) -> None:
        """Take a source."""
        self.number(self._sources.setdefault(source, len(self._sources)))

    def runs(self, runs: tuple[Run, ...]) -> None:
        """Take runs."""
        self.number(len(runs))
        for run in runs:
            self.number(run.length)
            self.source(run.source)
            self.number(run.offset)

    def change(self, change: Change) -> None:
        """Take a change, as it says whose its text is."""
        self.number(change.at)
        self.number(change.removed)
        self.text(change.inserted)
        self._whose(change.origin)

    def _whose(self, whose: Whose) -> None:
        if isinstance(whose, Origin):
            self.number(_PLAIN)
            self.number(_ORIGIN_NUMBER[whose])
        elif isinstance(whose, Source):
            self.number(_ONE)
            self.source(whose)
        else:
            self.number(_RUNS)
            self.runs(whose)

    def packed(self) -> bytes:
        """All that was taken."""
        sources = [(s.origin, s.ref, _found(s.finding)) for s in self._sources]
        texts = "".join(self._texts).encode("utf-8", "surrogatepass")
        return squeezed(msgspec.msgpack.encode(_Packed(self._numbers, list(map(len, self._texts)), texts, sources)))


class Unpacker:
    """Gives back, in their order, what a ``Packer`` took. DamagedError if the bytes are none of one."""

    def __init__(self, data: bytes) -> None:
        try:
            packed = _decoder.decode(unsqueezed(data))
            text = packed.texts.decode("utf-8", "surrogatepass")
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise DamagedError(str(error)) from error
        self._sources = [_source(*one) for one in packed.sources]
        self.number = iter(packed.numbers).__next__
        self.text = _pieces(text, packed.lengths).__next__

    def optional(self) -> int | None:
        """A number, or None."""
        number = self.number()
        return None if number < 0 else number

    def source(self) -> Source:
        """A source."""
        return self._sources[self.number()]

    def runs(self) -> tuple[Run, ...]:
        """Runs."""
        number, sources = self.number, self._sources
        return tuple([Run(number(), sources[number()], number()) for _ in range(number())])

    def change(self) -> Change:
        """A change."""
        number = self.number
        return Change(number(), number(), self.text(), self._whose())

    def _whose(self) -> Whose:
        kind = self.number()
        if kind == _PLAIN:
            return _ORIGINS[self.number()]
        return self.source() if kind == _ONE else self.runs()


def _pieces(text: str, lengths: Iterable[int]) -> Iterator[str]:
    at = 0
    for length in lengths:
        yield text[at : at + length]
        at += length


def _found(finding: Finding | None) -> PackedFinding | None:
    return (0, finding.rule, finding.observed, finding.ref) if finding is not None else None


def _source(origin: Origin, ref: str | None, found: PackedFinding | None) -> Source:
    if ref is None and found is None:
        return PLAIN[origin]
    return Source(origin, ref, Finding(*found[1:]) if found is not None else None)


def pack_scene(state: SceneState) -> bytes:
    """A scene's state."""
    pack = Packer()
    pack.text(state.text.text)
    pack.runs(state.text.runs())
    for origin in _ORIGINS:
        pack.number(state.ever_inserted[origin])
        pack.number(state.ever_observed[origin])
    for insertions in (state.insertions, state.retyped):
        _pack_insertions(pack, insertions)
    pack.optional(state.last_change)
    return pack.packed()


def unpack_scene(scene: str, data: bytes) -> SceneState:
    """``pack_scene`` undone. DamagedError if that is not what it is."""
    give, state = Unpacker(data), SceneState(scene)
    state.text = TrackedText(give.text(), give.runs())
    for origin in _ORIGINS:
        state.ever_inserted[origin] = give.number()
        state.ever_observed[origin] = give.number()
    state.insertions = _unpack_insertions(give)
    state.retyped = _unpack_insertions(give)
    state.last_change = give.optional()
    return state


def units_of(data: bytes) -> str:
    """The text alone of a scene's state that was packed, in unit form. DamagedError if it is none."""
    return to_units(Unpacker(data).text())


def _pack_insertions(pack: Packer, insertions: list[Insertion]) -> None:
    pack.number(len(insertions))
    for one in insertions:
        pack.text(one.suggestion)
        for number in (one.start, one.end, one.when, -1 if one.rule is None else _RULES.index(one.rule)):
            pack.number(number)


def _unpack_insertions(give: Unpacker) -> list[Insertion]:
    number = give.number
    return [
        Insertion(give.text(), number(), number(), number(), None if (rule := number()) < 0 else _RULES[rule])
        for _ in range(number())
    ]
