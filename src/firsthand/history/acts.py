"""What the author did that changed no text, as it is recorded: asked, decided, said, named, arranged, chose.

``t`` is milliseconds since the sitting began. Places and lengths are in UTF-16 units.
"""

from enum import StrEnum

import msgspec

from firsthand.history.clocks import milliseconds


class Fate(StrEnum):
    """What the author did with a suggestion."""

    INSERTED = "inserted"
    NOTE = "note"
    SET_ASIDE = "set-aside"


class Said(StrEnum):
    """What the author says that text from elsewhere is."""

    OWN = "own"
    """The author's own earlier text."""
    QUOTATION = "quotation"
    AI = "ai"
    """Text of another AI tool; it stands on the model's side, named apart."""
    PERSON = "person"
    """Another person's text."""
    NOTHING = "nothing"
    """What was said before is taken back."""


class Declared(msgspec.Struct, frozen=True, tag_field="k", tag="declared", omit_defaults=True):
    """The author's statement what a paste, an import or an outside edit (``ref``) is; the latest one stands."""

    ref: str
    t: int
    said: Said


class Asked(msgspec.Struct, frozen=True):
    """A request that was sent to a model: ``sent`` holds the very body of each version that was asked for."""

    request: str
    t: int
    scene: str
    purpose: str
    model: str
    address: str = ""
    words: int = 0
    sent: tuple[msgspec.Raw, ...] = ()


class Shown(msgspec.Struct, frozen=True):
    """A suggestion as the author saw it.

    ``stood`` are the ranges of its text (UTF-16 units) whose words had stood in the manuscript before it was shown.
    """

    suggestion: str
    t: int
    request: str
    text: str
    label: str = ""
    model: str = ""
    ms: int = 0
    stood: tuple[tuple[int, int], ...] = ()


class Brought(msgspec.Struct, frozen=True):
    """What text from another manuscript refers to, recorded once, before the first of it comes.

    ``ref`` is what the text's runs name here: the id of that manuscript, a slash, and what they named there (nothing
    for words that were typed there). ``title`` is that manuscript's. Of a suggestion there are its ``text``, ``label``,
    ``model`` and ``purpose``, and ``stood`` as in ``Shown``; of a paste, import or outside edit what the author
    ``said`` there that it is. ``when`` (ISO 8601, UTC) that was shown or said.
    """

    ref: str
    t: int
    title: str = ""
    text: str = ""
    label: str = ""
    model: str = ""
    purpose: str = ""
    stood: tuple[tuple[int, int], ...] = ()
    said: Said | None = None
    when: str = ""

    def __post_init__(self) -> None:
        if self.when:
            milliseconds(self.when)


class Decided(msgspec.Struct, frozen=True, tag_field="k", tag="fate", omit_defaults=True):
    """What became of a suggestion when the author decided."""

    suggestion: str
    t: int
    fate: Fate


class Named(msgspec.Struct, frozen=True):
    """The author gave the manuscript as it stands here a name, or only its ``scene`` if one is named.

    A later record with the same ``id`` gives that version another name, or takes the name away if ``name`` is empty.
    """

    id: str
    t: int
    name: str = ""
    scene: str = ""


class Outlined(msgspec.Struct, frozen=True):
    """How the manuscript is divided from here on: titles, order and files of its scenes and notes, as JSON."""

    t: int
    outline: msgspec.Raw


class Joined(msgspec.Struct, frozen=True, tag_field="k", tag="joined", omit_defaults=True):
    """From here on the texts hold what another line of sittings had made of them: up to so many ``records`` of one.

    The records of a sitting are counted as they are read from its blocks, its first line left out; those behind the
    last seal as they will be in a block.
    """

    t: int
    sitting: str
    records: int


class Clashed(msgspec.Struct, frozen=True):
    """Both sides of a join had changed one place: in the scene now stands ``first``, and then ``second``.

    ``sittings`` are the two that the texts are from.
    """

    id: str
    t: int
    scene: str
    sittings: tuple[str, str]
    first: str
    second: str


class Choice(StrEnum):
    """What the author wants of a place that was changed on both sides."""

    FIRST = "first"
    SECOND = "second"
    BOTH = "both"


class Chosen(msgspec.Struct, frozen=True, tag_field="k", tag="chosen", omit_defaults=True):
    """The author's choice in a clash."""

    id: str
    t: int
    choice: Choice
