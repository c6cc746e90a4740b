"""The figures of an authorship report: one value, whose JSON form is the report's JSON.

Nothing here counts; ``measure`` makes these values, every rendering reads them. Places and lengths are UTF-16 units of
the text of a scene, or of the suggestion where that is said. Moments are ISO 8601 in UTC.
"""

from enum import StrEnum

import msgspec

from firsthand.history import Said, Status
from firsthand.provenance import Origin, Rule
from firsthand.report.amounts import Figure, Percent, Piece, Range, SaidPercent, SaidWords, Units, UnitsPercent, Words

SCHEMA = "firsthand/report/1"


class Evidence(StrEnum):
    """Which findings over the observed text count: ``ALL`` of them, or ``NONE``, the plain observation."""

    ALL = "all"
    NONE = "none"


class How(StrEnum):
    """How a piece of a suggestion came into the text: seen to be inserted, or found by a rule."""

    INSERTED = "inserted"
    MOVED = "moved"
    COPIED = "copied"
    SHOWN = "shown"
    RETYPED = "retyped"
    RARE = "rare"
    ALIGNED = "aligned"


class PassageWords(Figure, frozen=True):
    """What became of the words a passage brought: ``brought`` is the sum of the other four.

    ``kept`` stand in the scene, ``moved`` in another scene; ``replaced`` have the author's words in their place.
    """

    brought: int
    kept: int
    replaced: int
    moved: int
    deleted: int


class Passage(Figure, frozen=True):
    """One suggestion in one scene, followed to the end. It stays listed when nothing of it is left.

    ``origin`` is ``model``, or ``retyped`` where its words were typed by hand. ``how`` it came, in the order that it
    did, is empty where it came from another scene. ``inserted`` are the ranges of the suggestion that came (where it
    was moved here from scene ``came_from``, those that stand here), ``text`` is their text, empty if the record does
    not hold the suggestion; where it was typed again, with the few words between them that were changed. ``shown`` is
    when the author saw it, ``when`` when it first came into the text. ``from_manuscript`` is the title, or else the id,
    of the other manuscript if it was asked for there. ``now`` are the ranges of the scene where its pieces stand,
    ``stand_ins`` those that the author typed in place of a part of it.
    """

    suggestion: str
    origin: Origin
    how: tuple[How, ...]
    inserted: tuple[Range, ...]
    text: str
    label: str
    model: str
    purpose: str
    shown: str | None
    when: str | None
    came_from: str | None
    from_manuscript: str | None
    now: tuple[Range, ...]
    stand_ins: tuple[Range, ...]
    words: PassageWords


class Fates(Figure, frozen=True):
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

    ``retyped`` counts suggestions of which the author was found to have typed words, whatever else became of them;
    ``brought`` those of other manuscripts of which words came here, which were not shown here. ``standing`` passages
    have words left in the text; ``standing_revised`` of these have lost some or had some replaced; ``standing_retyped``
    are typed by hand and not among them. ``standing_models`` wrote the ``standing`` ones, ``models`` were asked.
    """

    retyped: int
    brought: int
    standing: int
    standing_revised: int
    standing_retyped: int
    standing_models: tuple[str, ...]
    models: tuple[str, ...]
    by_purpose: dict[str, Fates]


class SceneFigures(Figure, frozen=True):
    """One scene. ``spans`` tile its text, and neighbours differ in origin or suggestion.

    ``text_sha256`` is of the text in UTF-8. ``passages`` came as they were shown, ``retyped`` by the author's keys.
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
    retyped: tuple[Passage, ...]
    suggestions: Fates


class Totals(Figure, frozen=True):
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
    retyped_passages: int


class Found(Figure, frozen=True):
    """A stretch of the final text that a rule found to be of other origins than was observed.

    ``words`` and ``units`` are those found; ``of_words`` are all words from ``start`` to ``end``, among which the
    author's own may stand. ``suggestion`` is the one that had shown it, null for what was moved or copied.
    """

    scene: str
    start: int
    end: int
    rule: Rule
    observed: Origin
    origins: tuple[Origin, ...]
    suggestion: str | None
    words: int
    of_words: int
    units: int


class FoundTotal(Figure, frozen=True):
    """What one rule found over text of one observed origin: how many stretches, their words and units."""

    rule: Rule
    observed: Origin
    stretches: int
    words: int
    units: int


class Findings(Figure, frozen=True):
    """What was found over the final text: ``each`` in its order, and the sums by rule. Empty without evidence."""

    totals: tuple[FoundTotal, ...]
    each: tuple[Found, ...]


class DeclaredSource(Figure, frozen=True):
    """Text that came from elsewhere at one time: what stands of it, and what the author says that it is.

    ``ref`` is null where the record gives it no name, ``came`` where it does not say when. ``first_words`` of what
    stands are null in a report that shows no words of the manuscript. ``said_when`` is when it was said.
    """

    origin: Origin
    ref: str | None
    came: str | None
    scenes: tuple[str, ...]
    words: int
    units: int
    first_words: str | None
    said: Said | None
    said_when: str | None


class Declared(Figure, frozen=True):
    """What the author says of text that came from elsewhere; ``said`` is null where nothing was said."""

    origin: Origin
    said: Said | None
    words: int
    units: int


class WithDeclared(Figure, frozen=True):
    """The final text, observed and declared together: the only figures that add the two up.

    ``model_share_of_final`` is of units: model, retyped, and what the author says is another AI tool's.
    """

    words: SaidWords
    percent: SaidPercent
    model_share_of_final: float | None


class OtherManuscript(Figure, frozen=True):
    """Units of the final text that came from another manuscript of Firsthand, whose record shows how they came about.

    ``title`` is its id where its title is not recorded.
    """

    manuscript: str
    title: str
    units: Units


class Removed(Figure, frozen=True):
    """Scenes that are recorded but no longer in the manuscript, and all that was ever put into them."""

    scenes: int
    ever_inserted: Units
    ever_inserted_total: int


class Record(Figure, frozen=True):
    """What verifying the history found. ``whole`` only if every record is under a seal and every seal fits.

    ``signed`` says whether every seal is signed, ``keys`` are the fingerprints of those that signed. ``unclosed`` names
    sittings that did not close, so that their end may be missing. ``doubts`` are sentences about clocks. ``misfits``
    are scenes whose record does not fit their text, with the reason: their figures end there. ``resyncs`` counts how
    often page and text had differed.
    """

    status: Status
    whole: bool
    signed: bool
    keys: tuple[str, ...]
    sittings: int
    records: int
    unsealed: int
    late_seals: int
    unclosed: tuple[str, ...]
    faults: tuple[str, ...]
    doubts: tuple[str, ...]
    misfits: dict[str, str]
    resyncs: int


class Written(Figure, frozen=True):
    """When the first and the last recorded change were made."""

    begin: str | None = msgspec.field(name="from")
    end: str | None = msgspec.field(name="to")


class Grown(Figure, frozen=True):
    """How many units of each origin the whole manuscript had at a moment."""

    when: str
    units: Units


class Figures(Figure, frozen=True):
    """Everything a report says. ``growth`` is in recorded order, at even steps of recorded changes."""

    schema: str
    title: str
    evidence: Evidence
    written: Written
    totals: Totals
    findings: Findings
    declared: tuple[Declared, ...]
    declared_sources: tuple[DeclaredSource, ...]
    with_declared: WithDeclared
    other_manuscripts: tuple[OtherManuscript, ...]
    removed: Removed
    suggestions: Suggestions
    verification: Record
    scenes: tuple[SceneFigures, ...]
    growth: tuple[Grown, ...]
