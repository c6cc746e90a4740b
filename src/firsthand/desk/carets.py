"""Where the caret stood in every scene of a manuscript, and which scene was open last, from one start to the next.

One small file a manuscript, beside the settings and not in the manuscript: another computer has places of its own.
Nothing depends on it: a file that is lost or nonsense costs the places alone, and a place that a scene no longer has is
cut to its length by whoever uses it. A kill leaves the place of a moment before: the length of the scene that was open
then tells that. Places and lengths are UTF-16 units.
"""

import hashlib
from pathlib import Path

import msgspec


class _Kept(msgspec.Struct):
    open: str = ""
    carets: dict[str, int] = {}
    length: int = -1
    """Of the open scene; -1 if it is not known."""


class Carets:
    """The places of one manuscript, by its id."""

    def __init__(self, folder: Path, manuscript: str) -> None:
        # An id is what stands in a file of the author's; no file is named by it as it is.
        self._file = folder / f"{hashlib.sha256(manuscript.encode('utf-8', 'replace')).hexdigest()[:16]}.json"
        self._kept, self._saved = _Kept(), True
        try:
            self._kept = msgspec.json.decode(self._file.read_bytes(), type=_Kept)
        except (OSError, msgspec.DecodeError, UnicodeDecodeError):
            return

    @property
    def open(self) -> str:
        """The scene that was open last, or nothing."""
        return self._kept.open

    def of(self, scene: str) -> int:
        """The caret's place in a scene; 0 if none is known."""
        return max(0, self._kept.carets.get(scene, 0))

    def outdated(self, scene: str, length: int) -> bool:
        """Whether the scene was open last and had another length when its caret's place was kept."""
        return scene == self._kept.open and self._kept.length not in (-1, length)

    def put(self, scene: str, caret: int, length: int) -> None:
        """This scene is open, of this length, and the caret stands here."""
        if (self._kept.open, self.of(scene), self._kept.length) == (scene, caret, length):
            return
        self._kept.open, self._kept.length, self._saved = scene, length, False
        if caret:
            self._kept.carets[scene] = caret
        else:
            self._kept.carets.pop(scene, None)

    def save(self) -> None:
        """Write what is new. OSError if the disk refuses."""
        if self._saved:
            return
        self._file.parent.mkdir(parents=True, exist_ok=True)
        temporary = self._file.with_suffix(".new")
        temporary.write_bytes(msgspec.json.encode(self._kept))
        temporary.replace(self._file)
        self._saved = True
