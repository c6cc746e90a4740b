"""From where the author stands to the bytes that will be sent.

Two kinds of models are spoken to differently. The built-in model is tiny: it does not follow instructions, it goes
on with text. So the author's text is given as the beginning of its own answer, and the program, not the model,
makes the versions differ: each begins with other words (`Opener`). Everything stable stands first, so that what was
read for one version is not read again for the next. A connected model gets plain messages and, for each version, a
direction in words (`Angle`).
"""

from __future__ import annotations

import random
import secrets
from collections import Counter
from typing import TYPE_CHECKING, TypeVar

import msgspec
from msgspec import Struct

from firsthand.companion.cards import Angle, BuiltinCard, Opener, card
from firsthand.companion.excerpt import after_caret, before_caret
from firsthand.companion.sentences import ends_sentence
from firsthand.companion.values import Context, Endpoint, Purpose, Request, Version
from firsthand.patterns import late
from firsthand.provenance import count_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_Idea = TypeVar("_Idea", Opener, Angle)
_INSIDE = late(r"(?<=[^\W\d_A-Z] )[^\W\d_]{3,}")
_PLACEHOLDER = late(r"\{([a-z]+)\}")

_OPENING_QUOTES = '“"«„‘'
_ECHO_CHARACTERS = 400


def compose(
    purpose: Purpose, context: Context, endpoint: Endpoint, versions: int = 3, seed: int | None = None
) -> Request:
    """A new request with this many versions.

    With a `seed` the same call gives the same bodies, and the built-in model the same words; without one every call
    chooses anew. Only the id is always new.
    """
    if versions < 1:
        raise ValueError("a request has at least one version")
    source = random.Random(secrets.randbits(31) if seed is None else seed)  # noqa: S311 - a choice of words, no secret
    if endpoint.builtin:
        made, words = _for_builtin(purpose, context, endpoint, source, versions, repeatable=seed is not None)
    else:
        made, words = _for_connected(purpose, context, endpoint, source, versions)
    return Request(secrets.token_hex(6), purpose, endpoint, tuple(made), words)


def _for_builtin(
    purpose: Purpose, context: Context, endpoint: Endpoint, source: random.Random, versions: int, *, repeatable: bool
) -> tuple[list[Version], int]:
    wording = card(purpose).builtin
    excerpt = before_caret(context.before, wording.words, wording.step)
    shape = _Builtin(wording, context, endpoint, excerpt, continues=purpose is Purpose.CONTINUE, repeatable=repeatable)
    ideas = _with_name(wording.openers[_place(purpose, excerpt)], _names(excerpt), source)
    openers = _choose(ideas, versions, source)
    return [shape.version(opener, source.getrandbits(31)) for opener in openers], count_words(excerpt)


class _Builtin(Struct, frozen=True):
    wording: BuiltinCard
    context: Context
    endpoint: Endpoint
    excerpt: str
    continues: bool
    repeatable: bool

    def version(self, opener: Opener, seed: int) -> Version:
        """One version; no message ends in a blank, which would derail the model."""
        first = opener.text.replace("{quote}", _opening_quote(self.context.before))
        said = (self.excerpt.rstrip(" \t") if self.continues else "") + first
        settings: dict[str, object] = dict(self.wording.settings)
        if opener.temperature is not None:
            settings["temperature"] = opener.temperature
        if self.repeatable:
            # What was read before may change the last digits, and with them a word.
            settings |= {"seed": seed, "cache_prompt": False}
        messages = [("system", self._fill(self.wording.system)), ("user", self._fill(self.wording.user))]
        body = _body(self.endpoint, [*messages, ("assistant", said)], settings)
        prefill = self.excerpt if self.continues else ""
        return Version(opener.label, body, prefill, first, self.wording.sentences)

    def _fill(self, pattern: str) -> str:
        return _filled(pattern, self.context, text=self.excerpt.strip())


def _for_connected(
    purpose: Purpose, context: Context, endpoint: Endpoint, source: random.Random, versions: int
) -> tuple[list[Version], int]:
    wording = card(purpose).connected
    excerpt = before_caret(context.before, wording.words, 1)
    after = after_caret(context.after, wording.words_after)
    prefill = excerpt[-_ECHO_CHARACTERS:] if purpose is Purpose.CONTINUE else ""
    made = []
    for angle in _choose(wording.angles, versions, source):
        user = _filled(wording.user, context, text=excerpt.strip(), after=after, angle=angle.text)
        body = _body(endpoint, [("system", wording.system.strip()), ("user", user)], {})
        made.append(Version(angle.label, body, prefill, "", wording.sentences))
    return made, count_words(excerpt) + count_words(after)


def _body(endpoint: Endpoint, messages: list[tuple[str, str]], settings: Mapping[str, object]) -> bytes:
    told = [{"role": role, "content": content} for role, content in messages if content]
    return msgspec.json.encode({"model": endpoint.model, "messages": told, "stream": True, **settings})


def _place(purpose: Purpose, excerpt: str) -> str:
    """Which list of openers fits where the caret stands."""
    if purpose is Purpose.WHAT_IF:
        return "any"
    if not excerpt.strip():
        return "opening"
    if excerpt.rstrip(" \t").endswith("\n"):
        return "paragraph"
    return "sentence" if ends_sentence(excerpt) else "inside"


def _choose(ideas: Sequence[_Idea], versions: int, source: random.Random) -> list[_Idea]:
    """This many ideas, all different while there are enough of them."""
    chosen: list[_Idea] = []
    while len(chosen) < versions:
        chosen += source.sample(ideas, min(len(ideas), versions - len(chosen)))
    return chosen


def _with_name(openers: Sequence[Opener], names: Sequence[str], source: random.Random) -> list[Opener]:
    """The openers with a name of the text in them; without those that want one where the text has none."""
    name = source.choice(names) if names else ""
    return [
        msgspec.structs.replace(o, label=o.label.replace("{name}", name), text=o.text.replace("{name}", name))
        for o in openers
        if name or "{name}" not in o.text
    ]


def _names(text: str) -> list[str]:
    """Words with a capital inside a sentence, most frequent first, three at most."""
    counts = Counter(word for word in _INSIDE().findall(text) if word[0].isupper() and word[1:].islower())
    return [name for name, _ in counts.most_common(3)]


def _filled(pattern: str, context: Context, **more: str) -> str:
    """The pattern with its placeholders filled; a line whose placeholder has nothing to say is left out."""
    place = " · ".join(title.strip() for title in (context.manuscript_title, context.scene_title) if title.strip())
    values = {"place": place, "wish": context.wish.strip(), "after": "", "angle": "", **more}
    lines = []
    for line in pattern.strip().splitlines():
        names = _PLACEHOLDER().findall(line)
        if all(values[name] for name in names):
            lines.append(_PLACEHOLDER().sub(lambda match: values[match[1]], line))
    return "\n".join(lines).strip()


def _opening_quote(text: str) -> str:
    """The mark with which speech begins in this text; the typographic one where there is no speech yet."""
    found = [(text.count(mark), mark) for mark in _OPENING_QUOTES if mark in text]
    return max(found)[1] if found else _OPENING_QUOTES[0]
