"""What the author says of text that came from elsewhere, and where that text stands.

What each paste, import and outside edit left standing is counted by the report's own rules, so that the window and the
report never tell different things.
"""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from firsthand.desk.reading import Arrivals
from firsthand.desk.recording import Recording
from firsthand.history import Declared, Replay, Said
from firsthand.manuscript import Folder
from firsthand.provenance import words

if TYPE_CHECKING:
    from firsthand.report.figures import DeclaredSource


_ROUND = 64
"""UTF-16 units round a stretch that show whether its first and last words are whole."""


class Place(NamedTuple):
    """A stretch of a scene, in UTF-16 units."""

    scene: str
    start: int
    end: int


class Declaring:
    """The text from elsewhere in the manuscript in ``folder``; ``arrivals`` says when it came."""

    def __init__(self, folder: Folder, recording: Recording, arrivals: Arrivals) -> None:
        self._folder, self._recording, self._arrivals = folder, recording, arrivals

    def sources(self) -> "tuple[DeclaredSource, ...]":
        """Every paste, import and outside edit of which words stand in the scenes, with what the author says of it."""
        scenes = [entry.id for entry in self._folder.outline.scenes]
        return sources(scenes, self._recording.replay, self._arrivals.when)

    def places(self, ref: str) -> list[Place]:
        """Where text that came as ``ref`` stands, in the scenes and then in the notes."""
        return places([entry.id for entry in self._folder.outline.entries], self._recording.replay, ref)

    def words_of(self, scene: str, ref: str) -> int:
        """How many words stand in a scene of the text that came as ``ref``."""
        return words_standing(scene, self._recording.replay, ref)

    def declare(self, ref: str, said: Said) -> None:
        """The author's statement what a paste, an import or an outside edit is; the latest one stands."""
        self._recording.keep(Declared(ref, self._recording.t(), said))


def sources(scenes: Iterable[str], replay: Replay, came: Mapping[str, int]) -> "tuple[DeclaredSource, ...]":
    """Everything from elsewhere of which words stand in these scenes, in the order it stands there.

    ``came`` says when each ref came: milliseconds since 1970, UTC.
    """
    from firsthand.report.figures import Evidence  # the report's room takes a moment to open
    from firsthand.report.scene_text import read_scene
    from firsthand.report.sources import sources as counted

    texts = [read_scene(scene, replay.scene(scene), Evidence.ALL) for scene in scenes]
    return tuple(one for one in counted(texts, replay, came) if one.ref is not None and one.words)


def places(scenes: Iterable[str], replay: Replay, ref: str) -> list[Place]:
    """Where text that refers to ``ref`` stands in these scenes."""
    return [
        Place(scene, span.start, span.end)
        for scene in scenes
        for span in replay.scene(scene).text.spans()
        if span.source.ref == ref
    ]


def words_standing(scene: str, replay: Replay, ref: str) -> int:
    """How many words stand in a scene that are wholly of the text that refers to ``ref``."""
    text, count = replay.scene(scene).text, 0
    for _, start, end in places([scene], replay, ref):
        first, last = max(0, start - _ROUND), min(len(text), end + _ROUND)
        found = words(text.units(first, last))
        count += sum(1 for a, b in found if start <= first + a and first + b <= end)
    return count
