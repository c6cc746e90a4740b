"""Characters no two of which are alike, of many scripts and kinds, so that whose a character is can be looked up.

``Alphabet`` gives them out and knows which code points it gave out once only. Those that cannot be unique (joiners,
skin tones, regional indicators, white space) come in combinations that are.
"""

from collections.abc import Callable, Iterable
from itertools import combinations, product

SINGLES = {
    "latin": (range(0x61, 0x7B), range(0x100, 0x180)),
    "greek": (range(0x3B1, 0x3CA),),
    "cyrillic": (range(0x410, 0x450), range(0x48A, 0x500)),
    "hebrew": (range(0x5D0, 0x5EB),),
    "arabic": (range(0x621, 0x63B), range(0x641, 0x64B), range(0x671, 0x6D3)),
    "devanagari": (range(0x904, 0x93A), range(0x93E, 0x94D)),
    "thai": (range(0xE01, 0xE31),),
    "mark": (range(0x301, 0x34F), range(0x350, 0x370), range(0x5B0, 0x5BE), range(0x64B, 0x660)),
    "kana": (range(0x3041, 0x3097), range(0x30A1, 0x30FB)),
    "hangul": (range(0xAC00, 0xD7A4),),
    "han": (range(0x4E00, 0x9FA0),),
    "rare han": (range(0x20000, 0x2A6D0),),
    "emoji": (range(0x1F300, 0x1F321), range(0x1F32D, 0x1F3FB), range(0x1F400, 0x1F4FE), range(0x1F600, 0x1F650)),
    "mathematical": (range(0x1D400, 0x1D455),),
    "private": (range(0xE000, 0xF800),),
}
"""Kinds whose characters are single code points, each given out once."""

_PEOPLE = ("\U0001f468", "\U0001f469", "\U0001f9d1", "\U0001f466", "\U0001f467")
_TONES = tuple(map(chr, range(0x1F3FB, 0x1F400)))
_CALLINGS = ("\u2695\ufe0f", "\u2696\ufe0f", "\u2708\ufe0f", *map(chr, (0x1F33E, 0x1F373, 0x1F393, 0x1F3A4, 0x1F680)))
_INDICATORS = tuple(map(chr, range(0x1F1E6, 0x1F200)))
_TAGS = tuple(map(chr, range(0xE0061, 0xE007B)))

_CLUSTERS: dict[str, Callable[[], Iterable[str]]] = {
    "family": lambda: ("\u200d".join(people) for n in (2, 3, 4) for people in product(_PEOPLE, repeat=n)),
    "calling": lambda: (f"{who}{tone}\u200d{what}" for who, tone, what in product(_PEOPLE[:3], _TONES, _CALLINGS)),
    "flag": lambda: map("".join, product(_INDICATORS, repeat=2)),
    "region": lambda: ("\U0001f3f4" + "".join(tags) + "\U000e007f" for tags in combinations(_TAGS, 4)),
    "keycap": lambda: (f"{sign}\ufe0f\u20e3" for sign in "0123456789#*"),
    "stack": lambda: ("o" + "".join(map(chr, marks)) for marks in combinations(range(0x1AB0, 0x1ABF), 3)),
}
"""Kinds whose characters are several code points that stand as one, of which only the whole is unique."""

LETTERS = tuple(SINGLES)
KINDS = (*SINGLES, *_CLUSTERS)
SEAMS = {
    "space": " ",
    "line": "\n",
    "soft line": "\u2028",
    "hard space": "\u00a0",
    "tab": "\t",
}
"""What stands between words and can be typed; these are not unique."""

STRANGE = {"noncharacter": "\ufdd0", "object": "\ufffc", "other noncharacter": "\ufdd1"}
"""What cannot be typed but pasted, and is no end of a line."""

ENDS = {"return": "\r", "separator": "\u2029"}
"""Ends of lines that only a file of another program brings."""

_IN_CLUSTERS = frozenset("o\U0001f3f4").union(_PEOPLE, *_CALLINGS)
_GIVEN = {
    name: [chr(code) for codes in ranges for code in codes if chr(code) not in _IN_CLUSTERS]
    for name, ranges in SINGLES.items()
}
_GIVEN |= {name: list(make()) for name, make in _CLUSTERS.items()}
_OTHERS = SEAMS | STRANGE | ENDS


class Alphabet:
    """Gives out characters that were not given out before, from the beginning of each kind, or from ``start`` on.

    ``unique`` are the code points that it gave out once and never again, ``fresh`` those that nobody has noted yet.
    """

    def __init__(self, start: int = 0) -> None:
        self._start = start
        self._given = dict.fromkeys(KINDS, 0)
        self.unique: set[str] = set()
        self.fresh: list[str] = []

    def give(self, kind: str) -> str:
        """A new character of this kind, or the one white space of its kind; Han, where a kind has no more."""
        if kind in _OTHERS:
            return _OTHERS[kind]
        letters = _GIVEN[kind]
        number = self._given[kind]
        if number >= len(letters):
            return self.give("rare han" if kind == "han" else "han")
        self._given[kind] += 1
        letter = letters[(number + self._start) % len(letters)]
        if len(letter) == 1:
            self.unique.add(letter)
            self.fresh.append(letter)
        return letter
