"""Names of files that a person can read and that Linux, macOS and Windows all take, made from titles.

Not allowed somewhere: ``<>:"/\\|?*`` and control characters, a dot or space at the end, the names of Windows devices
(with any ending), more than 255 bytes or UTF-16 units. Two names that differ only in case, or only in how accents are
composed, are one file on macOS and Windows, so they are taken for the same here.
"""

import unicodedata

from firsthand.patterns import late

MOST_CHARACTERS = 80
MOST_BYTES = 180
"""UTF-8 bytes of a stem, so that a number, ``.md`` and the name of a copy kept beside still fit into 255."""

_DEVICES = {
    *("con", "prn", "aux", "nul", "conin$", "conout$", "clock$"),
    *(f"{device}{n}" for device in ("com", "lpt") for n in "0123456789¹²³"),
}
_FORBIDDEN = late(r'[<>:"/\\|?*]')
_JOINERS = "\u200c\u200d"
_LEFT_OUT = frozenset({"Cc", "Cf", "Cs", "Cn", "Zl", "Zp"})


def stem(title: str) -> str:
    """The name of a file, without its ending, that says ``title``; “Untitled” if nothing of it can be said."""
    text = unicodedata.normalize("NFC", title.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace"))
    text = "".join(" " if _left_out(sign) else sign for sign in _FORBIDDEN().sub(" ", text))
    text = _shortened(" ".join(text.split()).strip(" .")).rstrip(" .\u200c\u200d") or "Untitled"
    first, dot, rest = text.partition(".")
    return f"{first.strip()} scene{dot}{rest}" if first.strip().casefold() in _DEVICES else text


def same_file(name: str) -> str:
    """What two names have in common that are one file on some system."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _left_out(sign: str) -> bool:
    return sign == "\ufffd" or (sign not in _JOINERS and unicodedata.category(sign) in _LEFT_OUT)


def _shortened(text: str) -> str:
    """As much of the text as fits, cut where no accent and no joined sign is torn off."""
    end = min(len(text), MOST_CHARACTERS)
    while end and len(text[:end].encode()) > MOST_BYTES:
        end -= 1
    while 0 < end < len(text) and (unicodedata.combining(text[end]) or _joins(text[end]) or text[end - 1] in _JOINERS):
        end -= 1
    return text[:end]


def _joins(sign: str) -> bool:
    """Whether a sign belongs to the one before it: a joiner, a variation, a skin tone."""
    return sign in _JOINERS or "\ufe00" <= sign <= "\ufe0f" or "\U0001f3fb" <= sign <= "\U0001f3ff"
