"""Typography as one types: curly quotes, dashes, the ellipsis, and spaces that do not break, as a language has them.

The key is typed first, as it is, and what stands better there is put in its place at once, in a step of its own: so one
Backspace right after it, or one undo, gives back what was typed. Both count as the author's typing. Knows no page;
places are UTF-16 units.

What is made of a key depends on the language, and on what stands before it in its paragraph, the last ``LOOK`` units of
which are looked at.
"""

from msgspec import Struct

from firsthand.desk.draft import Cause, Draft
from firsthand.provenance import Change

LOOK = 64
"""UTF-16 units before the key that are looked at."""

NARROW, FIXED = "\u202f", "\u00a0"
"""The space that does not break: the narrow one of French before high signs, and the full one."""

_OPENS_AFTER = frozenset("([{—–-/*_¿¡" + NARROW + FIXED)
_DASHES = frozenset("—–-")
_APOSTROPHE = "’"


class Style(Struct, frozen=True):
    """How a language sets its signs."""

    double: tuple[str, str]
    single: tuple[str, str]
    dash: str = "—"
    """For two hyphens; three are always the long dash."""
    spaced: dict[str, str] | None = None
    """The space before each of these signs."""


_GUILLEMETS = ("«" + NARROW, NARROW + "»")
_STYLES = {
    "en_US": Style(("“", "”"), ("‘", "’")),
    "en_GB": Style(("“", "”"), ("‘", "’"), dash="–"),
    "de_DE": Style(("„", "“"), ("‚", "‘"), dash="–"),
    "es_ES": Style(("“", "”"), ("‘", "’")),
    "fr_FR": Style(_GUILLEMETS, ("‘", "’"), spaced={";": NARROW, "!": NARROW, "?": NARROW, ":": FIXED, "»": NARROW}),
}

TRIGGERS = frozenset("\"'-.;!?:«»")
"""The keys after which something may be made better."""


class Better(Struct, frozen=True):
    """What stands better: so many units before the caret go, and this comes."""

    removed: int
    text: str


def better(before: str, language: str) -> Better | None:
    """What stands better for the last key of ``before``, a paragraph's beginning in unit form; None for nothing."""
    style = _STYLES.get(language)
    if style is None or not before:
        return None
    key, left = before[-1], before[:-1]
    if key in "\"'":
        return Better(1, _quote(key, left, style))
    if key == "-":
        return _dash(left, style)
    if key == ".":
        return Better(3, "…") if left.endswith("..") and not left.endswith("...") else None
    return _spaced(key, left, style)


class Typographer:
    """Does it in a draft, and takes it back. Off while ``language`` is empty."""

    def __init__(self) -> None:
        self.language = ""
        self._made: tuple[Draft, int, str, str] | None = None  # where it ends, what it was, what it is

    def typed(self, draft: Draft, key: str, caret: int) -> bool:
        """A key was typed and stands before the caret; whether something better stands there now."""
        self._made = None
        if not self.language or key not in TRIGGERS:
            return False
        line = draft.text.units(max(0, caret - LOOK), caret).rsplit("\n", 1)[-1]
        made = better(line, self.language) if line.endswith(key) else None
        if made is None or made.text == line[len(line) - made.removed :]:
            return False
        draft.end_group()
        draft.apply(Change(caret - made.removed, made.removed, made.text), Cause.TYPE)
        draft.end_group()
        end = caret - made.removed + len(made.text)
        self._made = draft, end, line[len(line) - made.removed :], made.text
        return True

    def take_back(self, draft: Draft, caret: int) -> bool:
        """Backspace at the caret: give back what was typed, if that is what was last done; whether it was."""
        made, self._made = self._made, None
        if made is None or made[0] is not draft or made[1] != caret:
            return False
        _, end, old, new = made
        if draft.text.units(end - len(new), end) != new:
            return False
        draft.end_group()
        draft.apply(Change(end - len(new), len(new), old), Cause.TYPE)
        draft.end_group()
        return True


def _quote(key: str, left: str, style: Style) -> str:
    """The opening quote where a word begins, else the closing one or an apostrophe."""
    opens = not left or left[-1].isspace() or left[-1] in _OPENS_AFTER or left[-1] in _openers(style)
    if key == '"' and (left.endswith(style.double[0]) or (left[-1:] in _DASHES and _is_open(left, style.double))):
        opens = False  # an empty quotation, or a speech that breaks off
    pair = style.double if key == '"' else style.single
    if opens:
        return pair[0]
    return pair[1] if key == '"' or pair[1] == _APOSTROPHE or _is_open(left, pair) else _APOSTROPHE


def _openers(style: Style) -> frozenset[str]:
    return frozenset(style.double[0].strip() + style.single[0])


def _is_open(left: str, pair: tuple[str, str]) -> bool:
    """Whether a quotation began and has not ended."""
    return left.rfind(pair[0].strip()) > left.rfind(pair[1].strip())


def _dash(left: str, style: Style) -> Better | None:
    """Two hyphens are a dash, and a third one makes it the long dash; a line of hyphens alone is a scene break."""
    if left.strip(" -–—") == "" and "-" not in left.strip():
        return None if not left.strip() else _longer(left)
    if left.strip(" -") == "":
        return None
    if left.endswith("-") and not left.endswith("--"):
        return Better(2, style.dash)
    return _longer(left)


def _longer(left: str) -> Better | None:
    return Better(2, "—") if left.endswith(("–", "—")) else None


def _spaced(key: str, left: str, style: Style) -> Better | None:
    """The space that a language sets before a high sign, in the place of a plain one or of none."""
    if key == "«" and style.double is _GUILLEMETS:
        return Better(1, "«" + NARROW)
    space = (style.spaced or {}).get(key)
    if space is None or not left.strip() or left[-1] in "!?;:«" + NARROW + FIXED:
        return None
    if left[-1] == " ":
        return Better(2, space + key)
    return Better(1, space + key) if left[-1].isalpha() or left[-1] in "»”’)…" or key == "»" else None
