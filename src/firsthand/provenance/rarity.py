"""How rare some words are together.

The measure: for each word by how many powers of ten it is rarer than one in 300 words of its language (words that are
more common bring nothing), summed up. It counts what is told, not how many words tell it: "he tells you that he wants"
comes to 3.0, "spend the rest of your life" to 3.4, "the brass key in the teapot" to 6.5. The sum of plain surprisals,
tried first, gave the first two 16 and could not tell them from the third.

How common a word is comes from ``resources/frequencies`` (wordfreq's lists for English, German and Spanish): a word is
as common as in the language that uses it most, a word in none of the lists occurs once in 130,000 words. Of single
Chinese and Japanese characters nothing is known; they bring nothing.
"""

from collections.abc import Iterable
from functools import cache

from firsthand.provenance.tokens import form, weight
from firsthand.resources import resource

_EVERYDAY = 6.5  # Zipf frequency of one word in 316
_UNLISTED = 3.9
_LANGUAGES = ("en", "de", "es")


def rarity(forms: Iterable[str]) -> float:
    """How rare words, in the form in which they are compared, are together: powers of ten, 0 or more."""
    known = _frequencies()
    return sum(max(0.0, _EVERYDAY - known.get(one, _UNLISTED)) for one in forms if weight(one) == 1.0)


@cache
def _frequencies() -> dict[str, float]:
    """The Zipf frequency of each listed word."""
    known: dict[str, float] = {}
    for language in _LANGUAGES:
        for line in resource("frequencies", f"{language}.txt").read_text("utf-8").splitlines():
            zipf, *words = line.split()
            for word in map(form, words):
                known[word] = max(float(zipf), known.get(word, 0.0))
    return known
