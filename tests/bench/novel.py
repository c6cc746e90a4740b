"""A made novel with its whole history, for benches: 120,000 words, 1.5 million keystrokes, 60 scenes.

Nobody's words: sentences of everyday words that mean nothing. How it is written is somebody's: sentences typed in
bursts with slips taken back, phrases rewritten, scenes gone back to on other days, a suggestion taken now and then,
words of one typed again (a finding), a paste. A recorded run has about 20 keystrokes, as in the recorded writing of two
articles. The same seed makes the same novel. A keystroke is a unit typed or a unit taken back by a key.

    python -m tests.bench.novel DIR     # writes it as a manuscript
"""

import random
import sys
from pathlib import Path
from typing import NamedTuple

import msgspec

from firsthand.desk.reading import digest, history_folder
from firsthand.history import (
    FORMAT,
    Cause,
    Changed,
    Decided,
    Fate,
    Record,
    Saved,
    Shown,
    Sitting,
    changed,
    end_here,
    found,
    milliseconds,
    moment,
    write_closed,
)
from firsthand.manuscript import Chapter, Entry, Folder
from firsthand.provenance import Change, Finding, Origin, Rule, Run, Source
from firsthand.resources import resource

BEGAN = milliseconds("2025-11-22T07:00:00Z")
MACHINE = "0123456789ab"
"""The id of the computer it was written on: only a program with this id opens it by a checkpoint."""
_A_DAY = 86_400_000
_UNITS_A_WORD = 5.25
_KEYS_A_SITTING = 6_000


class Novel(NamedTuple):
    """A novel: its sittings, each with its records without the first, what each scene is in the end, and the keys."""

    sittings: list[tuple[Sitting, list[Record]]]
    texts: dict[str, str]
    keystrokes: int


def made(words: int = 120_000, keystrokes: int = 1_500_000, scenes: int = 60, seed: int = 1) -> Novel:
    """A novel of about so many words and keystrokes, in so many scenes of equal length."""
    writer = _Writer(random.Random(seed), [f"scene-{n + 1:03}" for n in range(scenes)])
    goal, whole = round(words / scenes * _UNITS_A_WORD), keystrokes // scenes
    day = 0
    while unfinished := [scene for scene, keys in writer.keys.items() if keys < whole]:
        scene = unfinished[min(int(writer.chance.expovariate(0.5)), len(unfinished) - 1)]
        writer.sit(scene, BEGAN + day * _A_DAY // 2, min(_KEYS_A_SITTING, whole - writer.keys[scene]), goal, whole)
        day += 1
    return Novel(writer.sittings, writer.texts, sum(writer.keys.values()))


def write(novel: Novel, place: Path, level: int = 6) -> Folder:
    """Write a novel into a new folder as a manuscript with its closed history; ``level`` is zstd's."""
    folder = Folder.create(place, "A made novel")
    entries = [Entry(scene, scene.capitalize(), f"scenes/{scene}.md") for scene in novel.texts]
    folder.outline = type(folder.outline)(0, "made-novel", "A made novel", (Chapter("One", tuple(entries)),))
    folder.save()
    for entry in entries:
        folder.write(entry, novel.texts[entry.id])
    history = history_folder(place)
    history.mkdir()
    after: tuple[str, ...] = ()
    for sitting, records in novel.sittings:
        first = msgspec.structs.replace(sitting, after=after)
        seal = write_closed(history / f"{sitting.id}.jsonl.zst", first, records, level=level)
        end_here(history, first, seal, None)
        after = (seal,)
    return folder


class _Writer:
    """Somebody who writes; ``keys`` were pressed in each scene so far."""

    def __init__(self, chance: random.Random, scenes: list[str]) -> None:
        self.chance = chance
        self.texts = dict.fromkeys(scenes, "")
        self.keys = dict.fromkeys(scenes, 0)
        self.sittings: list[tuple[Sitting, list[Record]]] = []
        self._scene = ""
        self._t = 0
        self._records: list[Record] = []
        self._words, self._weights = _vocabulary()

    def sit(self, scene: str, began: int, keys: int, goal: int, whole: int) -> None:
        """Write in a scene until it has taken ``keys`` more; with ``whole`` it is to be ``goal`` units long."""
        self._scene, self._t, self._records = scene, 0, []
        end = self.keys[scene] + keys
        while self.keys[scene] < end:
            self._act(goal * (self.keys[scene] / whole) ** 0.8)
            if self.chance.random() < 0.05:
                self._pass(self.chance.randrange(20_000, 900_000))
            if self.chance.random() < 0.1:
                self._records.append(Saved(scene, self._t, digest(self.texts[scene])))
        number = len(self.sittings) + 1
        self._records.append(Saved(scene, self._t, digest(self.texts[scene])))
        self.sittings.append(
            (Sitting(f"{number:05}", "made-novel", moment(began), "made", FORMAT, MACHINE), self._records)
        )

    def _act(self, wanted: float) -> None:
        text, drawn = self.texts[self._scene], self.chance.random()
        if len(text) > wanted:
            self._rewrite()
        elif drawn < 0.01:
            self._bring(Source(Origin.MODEL, self._shown(said := self._sentence())), said, Cause.SUGGESTION)
        elif drawn < 0.015:
            self._bring(Source(Origin.PASTED, f"paste:{len(self._records):08x}"), self._sentence(), Cause.PASTE)
        elif drawn < 0.025:
            self._type_again()
        else:
            far = self.chance.random() < 0.15
            self._type(self._place() if far else len(text), self._sentence())

    def _rewrite(self) -> None:
        """Take a phrase back and write another."""
        start = self._place()
        end = min(len(self.texts[self._scene]), start + self.chance.randrange(10, 160))
        self._take_back(start, end)
        self._type(start, self._sentence()[: self.chance.randrange(5, 60)])

    def _type_again(self) -> None:
        """Type what a suggestion had shown, and have that found."""
        said, at = self._sentence(), len(self.texts[self._scene])
        suggestion = self._shown(said)
        self._keys_in(at, said)
        source = Source(Origin.RETYPED, suggestion, Finding(Rule.RETYPED, Origin.TYPED))
        self._records.append(found(self._scene, self._t, Change(at, len(said), said, (Run(len(said), source),))))

    def _shown(self, said: str) -> str:
        suggestion = f"{len(self.sittings):05}.{len(self._records)}"
        self._records.append(Shown(suggestion, self._t, suggestion, said, model="made"))
        self._records.append(Decided(suggestion, self._t, Fate.INSERTED))
        return suggestion

    def _bring(self, source: Source, text: str, cause: Cause) -> None:
        at = self._place()
        self._records.append(changed(self._scene, self._t, Change(at, 0, text, source), cause))
        self._put(at, at, text)
        self._pass(3_000)

    def _type(self, at: int, text: str) -> None:
        """Type with slips: a few letters more, taken back at once."""
        while text:
            burst = min(len(text), 1 + int(self.chance.expovariate(1 / 34)))
            self._keys_in(at, text[:burst])
            at, text = at + burst, text[burst:]
            if text:
                slip = self.chance.choices("etaoinshr", k=self.chance.randrange(1, 5))
                self._keys_in(at, "".join(slip))
                self._take_back(at, at + len(slip))
        self._pass(self.chance.randrange(500, 9_000))

    def _keys_in(self, at: int, text: str) -> None:
        lasts = len(text) * self.chance.randrange(110, 260)
        self._records.append(Changed(self._scene, self._t, at, 0, text, ms=lasts))
        self._put(at, at, text)
        self.keys[self._scene] += len(text)
        self._pass(lasts + 150)

    def _take_back(self, start: int, end: int) -> None:
        if end > start:
            lasts = (end - start) * 60
            self._records.append(Changed(self._scene, self._t, start, end - start, ms=lasts))
            self._put(start, end, "")
            self.keys[self._scene] += end - start
            self._pass(lasts + 300)

    def _put(self, start: int, end: int, text: str) -> None:
        whole = self.texts[self._scene]
        self.texts[self._scene] = whole[:start] + text + whole[end:]

    def _pass(self, time: int) -> None:
        self._t += time

    def _place(self) -> int:
        """The beginning of some word."""
        text = self.texts[self._scene]
        return text.rfind(" ", 0, self.chance.randrange(len(text) + 1)) + 1

    def _sentence(self) -> str:
        words = self.chance.choices(self._words, cum_weights=self._weights, k=self.chance.randrange(4, 24))
        end = self.chance.choices([". ", "? ", ".\n", ", ’ she said. "], [12, 1, 3, 1])[0]
        return " ".join(words).capitalize() + end


def _vocabulary() -> tuple[list[str], list[float]]:
    """The shipped list of English words, and their frequencies added up."""
    words: list[str] = []
    weights: list[float] = []
    for line in resource("frequencies", "en.txt").read_text("utf-8").splitlines():
        zipf, *some = line.split()
        for word in some:
            words.append(word)
            weights.append((weights[-1] if weights else 0.0) + 10 ** float(zipf))
    return words, weights


if __name__ == "__main__":
    write(made(), Path(sys.argv[1]))
