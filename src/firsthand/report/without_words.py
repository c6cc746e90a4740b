"""A report that shows no word of the manuscript: the same figures, for readers who may check but not read."""

import msgspec

from firsthand.report.figures import Figures, OtherManuscript, Passage, SceneFigures
from firsthand.report.suggestions import manuscript_of
from firsthand.saying import say

_STAND_IN = "······· "


def stand_in(units: int) -> str:
    """A text of so many UTF-16 units that says nothing."""
    return (_STAND_IN * (units // len(_STAND_IN) + 1))[:units]


def without_words(figures: Figures, manuscript: str) -> Figures:
    """The figures without titles, first words, and hashes of texts, by which words could be guessed.

    What stands for titles is in the author's language. Scenes are numbered in their place; ``manuscript`` is the id
    that stands for the manuscript's title. A passage's text has its length, and says nothing.
    """
    replace = msgspec.structs.replace
    return replace(
        figures,
        title=say("Manuscript {id}", id=manuscript),
        declared_sources=tuple(replace(source, first_words=None) for source in figures.declared_sources),
        other_manuscripts=tuple(
            OtherManuscript(o.manuscript, o.manuscript, o.units) for o in figures.other_manuscripts
        ),
        scenes=tuple(_scene(scene, number) for number, scene in enumerate(figures.scenes, 1)),
    )


def _scene(scene: SceneFigures, number: int) -> SceneFigures:
    return msgspec.structs.replace(
        scene,
        title=say("Scene {number}", number=number),
        text_sha256="",
        passages=tuple(map(_passage, scene.passages)),
        retyped=tuple(map(_passage, scene.retyped)),
    )


def _passage(passage: Passage) -> Passage:
    text = stand_in(sum(end - start for start, end in passage.inserted))
    return msgspec.structs.replace(passage, text=text, label="", from_manuscript=manuscript_of(passage.suggestion))
