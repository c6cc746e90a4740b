"""The figures of an authorship report: one value, whose JSON form is the report's JSON.

Nothing here counts; ``measure`` makes these values, every rendering reads them. Places and lengths are UTF-16 units of
the text of a scene, or of the suggestion where that is said. Moments are ISO 8601 in UTC.
"""

from enum import StrEnum

import msgspec

from firsthand.history import Status
from firsthand.provenance import Origin

SCHEMA = "firsthand/report/1"

Range = tuple[int, int]
Piece = tuple[int, int, Origin, str | None]
"""Start, end, origin, and the suggestion if the origin is a model's."""


class Evidence(StrEnum):
    """Which findings over the observed text count: ``ALL`` of them, or ``NONE``, the plain observation."""

    ALL = "all"
    NONE = "none"


class _Figure(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What all parts of the figures have in common: they do not change, and nothing unnamed belongs to them."""


class Units(_Figure, frozen=True):
    """UTF-16 units by origin, every origin named."""

    typed: int
    model: int
    retyped: int
    pasted: int
    imported: int
    outside: int
    tool: int


class Words(_Figure, frozen=True):
    """Words of a final text by origin. A word is ``mixed`` if its letters are not all of one origin."""

    typed: int
    model: int
    retyped: int
    pasted: int
    imported: int
    outside: int
    tool: int
    mixed: int
    total: int


class UnitsPercent(_Figure, frozen=True):
    """Percent of a number of units, in tenths that add up to 100, or are 0 if there are none.

    What is there is never given as 0.
    """

    typed: float
    model: float
    retyped: float
    pasted: float
    imported: float
    outside: float
    tool: float


class Percent(_Figure, frozen=True):
    """Percent of the words of a final text, in tenths; all but ``revised`` add up to 100, or are 0 if it has no words.

    ``revised`` is the part of ``typed`` that stands in place of a model's words. What is there is never given as 0.
    """

    typed: float
    revised: float
    model: float
    retyped: float
    pasted: float
    imported: float
    outside: float
    tool: float
    mixed: float


class PassageWords(_Figure, frozen=True):
    """What became of the words a passage brought: ``brought`` is the sum of the other four.

    ``kept`` stand in the scene, ``moved`` in another scene; ``replaced`` have the author's words in their place.
    """

    brought: int
    kept: int
    replaced: int
    moved: int
    deleted: int


class Passage(_Figure, frozen=True):
    """One suggestion in one scene, followed to the end. It stays listed when nothing of it is left.

    ``inserted`` are the ranges of the suggestion that were put in (where it was moved here from scene ``came_from``,
    those that stand here), ``text`` is their text, empty if the record does not hold the suggestion. ``now`` are the
    ranges of the scene where its pieces stand, ``stand_ins`` those that the author typed in place of a part of it.
    """

    suggestion: str
    inserted: tuple[Range, ...]
    text: str
    label: str
    model: str
    purpose: str
    when: str | None
    came_from: str | None
    now: tuple[Range, ...]
    stand_ins: tuple[Range, ...]
    words: PassageWords


class Fates(_Figure, frozen=True):
    """Requests asked, suggestions shown, and what became of these: ``shown`` is the sum of the last four.

    A suggestion that was both inserted and kept as a note counts as inserted; kept and set aside, as a note.
    """

    asked: int
    shown: int
    inserted: int
    notes: int
    set_aside: int
    undecided: int


class Suggestions(Fates, frozen=True):
    """The same for the whole manuscript, requests for scenes that are gone included.

    ``standing`` passages have words left in the text; ``standing_revised`` of these have lost some or had some
    replaced. ``standing_models`` wrote them, ``models`` were asked.
    """

    standing: int
    standing_revised: int
    standing_models: tuple[str, ...]
    models: tuple[str, ...]
    by_purpose: dict[str, Fates]


class SceneFigures(_Figure, frozen=True):
    """One scene. ``spans`` tile its text, and neighbours differ in origin or suggestion.

    ``text_sha256`` is of the text in UTF-8.
    """

    id: str
    title: str
    text_sha256: str
    units: Units
    words: Words
    percent: Percent
    revised_words: int
    ever_inserted: Units
    spans: tuple[Piece, ...]
    passages: tuple[Passage, ...]
    suggestions: Fates


class Totals(_Figure, frozen=True):
    """The sums over the scenes. Shares are from 0 to 1, and null where there is nothing to have a share of.

    ``model_share_of_final``: model and retyped units of all units of the final text. ``model_share_of_ever_inserted``:
    the same of all units ever put in. ``typed_share_of_written``: typed units ever put in, of those typed, retyped or a
    model's, so that what stood there before is left out.
    """

    units: Units
    words: Words
    percent: Percent
    revised_words: int
    ever_inserted: Units
    units_total: int
    units_percent: UnitsPercent
    ever_inserted_total: int
    ever_inserted_percent: UnitsPercent
    model_share_of_final: float | None
    model_share_of_ever_inserted: float | None
    typed_share_of_written: float | None
    passages: int


class Declared(_Figure, frozen=True):
    """What the author says of text that came from elsewhere; ``said`` is null where nothing was said."""

    origin: Origin
    said: str | None
    words: int
    units: int


class Removed(_Figure, frozen=True):
    """Scenes that are recorded but no longer in the manuscript, and all that was ever put into them."""

    scenes: int
    ever_inserted: Units
    ever_inserted_total: int


class Record(_Figure, frozen=True):
    """What verifying the history found. ``whole`` only if every record is under a seal and every seal fits.

    ``signed`` says whether the seals are signed. ``misfits`` are scenes whose record does not fit their text, with the
    reason: their figures end there. ``resyncs`` counts how often page and text had differed.
    """

    status: Status
    whole: bool
    signed: bool
    sittings: int
    records: int
    unsealed: int
    late_seals: int
    faults: tuple[str, ...]
    misfits: dict[str, str]
    resyncs: int


class Written(_Figure, frozen=True):
    """When the first and the last recorded change were made."""

    begin: str | None = msgspec.field(name="from")
    end: str | None = msgspec.field(name="to")


class Grown(_Figure, frozen=True):
    """How many units of each origin the whole manuscript had at a moment."""

    when: str
    units: Units


class Figures(_Figure, frozen=True):
    """Everything a report says. ``growth`` is in recorded order, at even steps of recorded changes."""

    schema: str
    title: str
    evidence: Evidence
    written: Written
    totals: Totals
    declared: tuple[Declared, ...]
    removed: Removed
    suggestions: Suggestions
    verification: Record
    scenes: tuple[SceneFigures, ...]
    growth: tuple[Grown, ...]
