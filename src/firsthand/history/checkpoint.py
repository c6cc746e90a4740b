"""What a history replays to, kept in a file of its own, so that opening a manuscript need not replay it all again.

A checkpoint is no part of the record: nothing is proved by it, and nothing is lost with it. It is good for the very
files of history that it was made of, known by the SHA-256 of their bytes (one that looks to the file system as it did
when they were read has them still), and for a history in which all else came after those. A file that is damaged, of
another manuscript, or of another version of the program is none.

It holds, each in a part of its own, what was said and shown, what was taken out, and every scene; the parts of scenes
are read when the scene is first asked for. ``more`` are parts of which only whoever put them there knows the meaning.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path

import msgspec

from firsthand import __version__
from firsthand.history.acts import Asked, Brought, Declared, Fate, Shown
from firsthand.history.disk import Look, look_at, replace_file, settled
from firsthand.history.packing import (
    DamagedError,
    Packer,
    Unpacker,
    pack_scene,
    squeezed,
    units_of,
    unpack_scene,
    unsqueezed,
)
from firsthand.history.reading import CLOSED_SUFFIX, Reading, sitting_names
from firsthand.history.records import Resynced, as_json, from_json
from firsthand.history.replay import Replay
from firsthand.provenance import TrackedText
from firsthand.provenance.recognition import Memory
from firsthand.provenance.seen import Removed
from firsthand.provenance.suggested import Told

FORMAT = 3
_BEGINS = b"firsthand checkpoint\n"
_HASH = 32

Print = tuple[bytes, Look | None]
"""The SHA-256 of a file, and how it looked then; None if it may be changed and look the same."""


class _Known(msgspec.Struct):
    """What a replay knows beside the scenes. A text that is ``told`` is left out where ``shown`` has it."""

    asked: dict[str, tuple[Asked, int]]
    shown: dict[str, tuple[Shown, int]]
    fates: dict[str, list[Fate]]
    declared: dict[str, tuple[Declared, int]]
    brought: dict[str, tuple[Brought, int]]
    told: list[tuple[str, str | None, tuple[tuple[int, int], ...]]]
    resyncs: list[Resynced]
    misfits: dict[str, str]
    sittings: int
    records: int
    first: int | None
    last: int | None


class Checkpoint(msgspec.Struct, array_like=True, frozen=True):
    """A checkpoint.

    ``files`` are the files of history it was made of, by their names, ``seals`` all seals in them (32 bytes
    each), ``tips`` the last ones, in hex, that no other sitting among them came after.
    """

    format: int
    program: str
    manuscript: str
    files: dict[str, Print]
    tips: tuple[str, ...]
    seals: bytes
    known: bytes
    removing: bytes
    removed: bytes
    scenes: list[tuple[str, bytes]]
    more: dict[str, bytes]

    def seal_hashes(self) -> frozenset[str]:
        """All seals, in hex."""
        data = self.seals.hex()
        return frozenset(data[at : at + 2 * _HASH] for at in range(0, len(data), 2 * _HASH))

    def fits(self, files: Mapping[str, Print]) -> bool:
        """Whether every file it was made of is among these."""
        return all(name in files and files[name][0] == digest for name, (digest, _) in self.files.items())


_decoder = msgspec.msgpack.Decoder(Checkpoint)
_known_decoder = msgspec.json.Decoder(_Known)


def load(path: Path, manuscript: str) -> Checkpoint | None:
    """The checkpoint of a manuscript in a file; None if there is none that this program can use."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    begin = len(_BEGINS) + _HASH
    held = memoryview(data)[begin:]
    if not data.startswith(_BEGINS) or hashlib.sha256(held).digest() != data[len(_BEGINS) : begin]:
        return None
    try:
        found = _decoder.decode(held)
    except msgspec.DecodeError:
        return None
    same = found.format == FORMAT and found.program == __version__ and found.manuscript == manuscript
    return found if same else None


def save(path: Path, checkpoint: Checkpoint) -> None:
    """Put a checkpoint in its place, whole or not at all, for nobody else to read. OSError if the disk refuses."""
    data = msgspec.msgpack.encode(checkpoint)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    replace_file(path, _BEGINS + hashlib.sha256(data).digest() + data)


def fingerprints(folder: Path, known: Mapping[str, Print] | None = None) -> dict[str, Print]:
    """Every closed file of a history folder. OSError if one cannot be read.

    One that looks as it did when it was made ``known`` is not read again.
    """
    closed = [name for name in sitting_names(folder) if name.endswith(CLOSED_SUFFIX)]
    before = known or {}
    return {name: _print(f"{folder}/{name}", before.get(name)) for name in closed}


def _print(path: str, known: Print | None) -> Print:
    look = look_at(path)
    if known is not None and look is not None and known[1] == look:
        return known
    return hashlib.sha256(Path(path).read_bytes()).digest(), settled(look)


def comes_after(readings: Iterable[Reading], tips: Sequence[str]) -> bool:
    """Whether each of the readings, in their order, comes after all sittings that end in ``tips``."""
    behind: set[str] = set()
    for reading in readings:
        if reading.sitting is None:
            return False
        after = set(reading.sitting.after)
        if not after.issuperset(tips) and not after & behind:
            return False
        behind.update((reading.name, *(seal.hash for seal in reading.seals)))
    return True


def revive(checkpoint: Checkpoint, replay: Replay) -> None:
    """Give a new replay all that the checkpoint knows. DamagedError if a part is not what it should be."""
    try:
        known = from_json(unsqueezed(checkpoint.known), _known_decoder)
    except (msgspec.DecodeError, ValueError) as error:
        raise DamagedError(str(error)) from error
    replay.asked, replay.shown, replay.fates = known.asked, known.shown, known.fates
    replay.declared, replay.brought = known.declared, known.brought
    replay.resyncs, replay.line.misfits = known.resyncs, known.misfits
    replay.sittings, replay.records = known.sittings, known.records
    replay.first, replay.last = known.first, known.last
    for scene, data in checkpoint.scenes:
        replay.scenes.keep(scene, partial(unpack_scene, scene, data), partial(units_of, data))
        replay.recogniser.stands(scene, partial(_text_of, replay, scene))
    told = [Told(ref, known.shown[ref][0].text if text is None else text, stood) for ref, text, stood in known.told]
    replay.recogniser.recall(_memory(checkpoint, told))


def _text_of(replay: Replay, scene: str) -> TrackedText:
    return replay.scenes[scene].text


def made(
    manuscript: str,
    files: Mapping[str, Print],
    seals: Iterable[str],
    tips: Iterable[str],
    replay: Replay,
    before: Checkpoint | None,
    more: dict[str, bytes],
) -> Checkpoint:
    """The checkpoint of a replay that nothing but records was told to; ``before`` is the one it was revived from.

    ValueError if something in it cannot be written down.
    """
    old = dict(before.scenes) if before is not None else {}
    scenes = [
        (scene, old[scene] if replay.scenes.kept(scene) else pack_scene(replay.scenes[scene]))
        for scene in replay.scenes
    ]
    memory = replay.recogniser.memory()
    return Checkpoint(
        FORMAT,
        __version__,
        manuscript,
        dict(files),
        tuple(tips),
        bytes.fromhex("".join(seals)),
        squeezed(as_json(_known(replay, memory.told))),
        _pack_removing(memory),
        _pack_removed(memory.removed()),
        scenes,
        more,
    )


def _known(replay: Replay, told: Iterable[Told]) -> _Known:
    shown = {ref: one.text for ref, (one, _) in replay.shown.items()}
    return _Known(
        replay.asked,
        replay.shown,
        replay.fates,
        replay.declared,
        replay.brought,
        [(one.suggestion, None if shown.get(one.suggestion) == one.text else one.text, one.stood) for one in told],
        replay.resyncs,
        replay.misfits,
        replay.sittings,
        replay.records,
        replay.first,
        replay.last,
    )


def _pack_removing(memory: Memory) -> bytes:
    pack = Packer()
    pack.number(memory.held)
    scene, at, parts = memory.removing or ("", -1, ())
    pack.text(scene)
    pack.number(at)
    _pack_texts(pack, parts)
    return pack.packed()


def _pack_removed(removed: Sequence[Removed]) -> bytes:
    pack = Packer()
    _pack_texts(pack, removed)
    return pack.packed()


def _memory(checkpoint: Checkpoint, told: Sequence[Told]) -> Memory:
    give = Unpacker(checkpoint.removing)
    held, scene, at = give.number(), give.text(), give.number()
    removing = scene, at, tuple(_unpack_texts(give))
    return Memory(lambda: _unpack_texts(Unpacker(checkpoint.removed)), held, removing if at >= 0 else None, told)


def _pack_texts(pack: Packer, texts: Sequence[Removed]) -> None:
    pack.number(len(texts))
    for text, runs in texts:
        pack.text(text)
        pack.runs(runs)


def _unpack_texts(give: Unpacker) -> list[Removed]:
    return [(give.text(), give.runs()) for _ in range(give.number())]
