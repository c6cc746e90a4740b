"""How often recognition errs on the shared sessions, what it finds of changed passages, and what it costs a key.

Run it with ``uv run python -m tests.bench.recognition``; it needs the shared session logs beside the checkout. It says

- what was found in the sessions themselves, each stretch in full, to be read by eye;
- false alarms: the author's words of each session held against the suggestions of all *other* sessions, which that
  author never saw (those of other prompts, and those of the same prompt apart);
- what is found of 5 to 7 words, and of 40-word passages with words changed, that were shown;
- microseconds a key with 5,000 suggestions shown, beside the same keys with none.
"""

import random
import statistics
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from firsthand.history import Cause, Changed, Found, Replay, Shown
from firsthand.manuscript.coauthor import read_log
from firsthand.provenance import Change, Origin, TrackedText
from firsthand.provenance.recognition import Recogniser
from firsthand.provenance.suggested import Suggested
from firsthand.provenance.tokens import forms, tokens
from firsthand.provenance.units import to_units
from tests.shared import COAUTHOR

WHOLE = 5000
Words = list[str | None]


@dataclass
class Session:
    """A session: the words that its author typed (None for others' words), what was shown, its prompt, its findings."""

    id: str
    typed: Words
    shown: list[Shown]
    prompt: str
    found: list[tuple[str, str]]

    def words(self) -> int:
        return sum(word is not None for word in self.typed)


def sessions() -> Iterator[Session]:
    """The shared sessions, imported."""
    for path in sorted(COAUTHOR.glob("*.jsonl.xz")):
        log = read_log(path)
        replay, found, prompt = Replay(), [], ""
        for record in log.records:
            replay.take(record, 0)
            if isinstance(record, Changed) and record.cause is Cause.IMPORT:
                prompt = prompt or record.inserted
            if isinstance(record, Found):
                text = replay.scene(log.id).text
                length = sum(run[0] for run in record.runs)
                found.append((record.found[0][1].value, text.slice(record.at, record.at + length)))
        text = replay.scene(log.id).text
        yield Session(log.id, _typed(text), [r for r in log.records if isinstance(r, Shown)], prompt, found)


def _typed(text: TrackedText) -> Words:
    units = text.units()
    own = bytearray(len(units))
    for span in text.spans():
        if span.origin is Origin.TYPED and span.source.finding is None:
            own[span.start : span.end] = b"\1" * (span.end - span.start)
    return [t.form if all(own[t.start : t.end]) else None for t in tokens(units)]


def alarms(given: list[Session], *, same_prompt: bool) -> tuple[Counter[str], list[str]]:
    """Words found in what was never shown to their author: how often by rule, and the words."""
    rules: Counter[str] = Counter()
    read = []
    for one in given:
        suggested = Suggested()
        prompt = f" {' '.join(forms(one.prompt))} "
        for other in given:
            if other is one or (other.prompt == one.prompt) is not same_prompt:
                continue
            for shown in other.shown:
                suggested.show(shown.suggestion, shown.text, _stood(shown.text, prompt))
        last = None
        for hit in suggested.hits(one.typed):
            if last is None or hit.mine != last + 1:
                rules[hit.rule.value] += 1
                read.append("")
            read[-1] += f"{one.typed[hit.mine]} "
            last = hit.mine
    return rules, read


def _stood(text: str, prompt: str) -> list[tuple[int, int]]:
    found = tokens(to_units(text))
    words = [token.form for token in found]
    out = [False] * len(words)
    for first in range(len(words) - 3):
        if f" {' '.join(words[first : first + 4])} " in prompt:
            out[first : first + 4] = [True] * 4
    return [(token.start, token.end) for token, stood in zip(found, out, strict=True) if stood]


def short(given: list[Session], length: int, chance: random.Random) -> float:
    """The share of rows of ``length`` words, taken anywhere from what was shown, that count by themselves."""
    texts = [f for one in given for s in one.shown if len(f := forms(s.text)) >= length]
    good = 0
    for _ in range(1000):
        words = chance.choice(texts)
        first = chance.randrange(len(words) - length + 1)
        suggested = Suggested()
        suggested.show("s", " ".join(words))
        good += bool(suggested.hits(words[first : first + length]))
    return good / 1000


def passages(given: list[Session], change: float, chance: random.Random) -> tuple[float, float]:
    """Of 40-word passages with a share of words changed: how many are found at all, and how many of their words."""
    every = [word for one in given for s in one.shown for word in forms(s.text)]
    whole = kept = same = 0
    for _ in range(1000):
        first = chance.randrange(len(every) - 40)
        words = every[first : first + 40]
        suggested = Suggested()
        suggested.show("s", " ".join(words))
        mine = [w if chance.random() >= change else chance.choice(every) for w in words]
        hits = suggested.hits(mine)
        whole += bool(hits)
        kept += len(hits)
        same += sum(a == b for a, b in zip(mine, words, strict=True))
    return whole / 1000, kept / max(1, same)


def key_cost(given: list[Session], shown: int) -> float:
    """Microseconds a key, recognition and text together, with so many suggestions shown."""
    texts = [s.text for one in given for s in one.shown]
    recogniser = Recogniser()
    for number in range(shown):
        recogniser.shown(f"s.{number}", texts[number % len(texts)] + f" {number}")
    text = TrackedText()
    recogniser.stands("s", text)
    keys = " ".join(word for one in given[:20] for word in one.typed if word)[:20_000]
    start = time.perf_counter()
    for at, key in enumerate(keys):
        recogniser.changed("s", text.apply(Change(at, 0, key)))
        for place, runs in recogniser.typed("s", at, key):
            length = sum(run.length for run in runs)
            text.apply(Change(place, length, text.slice(place, place + length), runs))
    return (time.perf_counter() - start) / len(keys) * 1e6


def main() -> None:
    """Print everything."""
    given = list(sessions())
    if not given:
        sys.exit("the shared session logs are not beside the checkout")
    words, shown = sum(one.words() for one in given), sum(len(one.shown) for one in given)
    print(f"{len(given)} sessions, {words:,} words typed and standing, {shown:,} suggestions shown\n")
    for one in given:
        for rule, text in one.found:
            if rule not in ("moved", "copied"):
                print(f"  {rule:8} {text!r}")
    print("found:", dict(Counter(rule for one in given for rule, _ in one.found)), "\n")
    for same in (False, True):
        rules, read = alarms(given, same_prompt=same)
        of = "the same prompt" if same else "other prompts"
        print(f"false alarms against the suggestions of others, {of}: {dict(rules)} in {words:,} words {read}")
    chance = random.Random(1)
    for length in (5, 6, 7):
        print(f"{length} words in a row that were shown: {short(given, length, chance):.0%} count by themselves")
    for change in (0.0, 0.1, 0.2):
        found, kept = passages(given, change, chance)
        print(f"40 words, {change:.0%} changed: {found:.0%} of passages found, {kept:.0%} of the words that stayed")
    few = [(key_cost(given, WHOLE), key_cost(given, 0)) for _ in range(3)]
    with_all, without = (statistics.median(row[i] for row in few) for i in range(2))
    print(f"a key: {with_all:.1f} us with {WHOLE:,} suggestions shown, {without:.1f} us with none")


if __name__ == "__main__":
    main()
