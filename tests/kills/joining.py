"""Kills the program while it joins what two computers wrote apart, at random moments, again and again.

    uv run python -m tests.kills.joining 300 --seed 7

The other computer's files are there when the manuscript is opened, or come while it is open. The next opening must
make the join as if nothing had happened: the same words as often, everybody's own, and a whole record; and after it
the other computer must come to the same. Prints the seed, a line for each complaint and a summary.
"""

import argparse
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from firsthand.desk.author_key import make_key_in_plain_file
from firsthand.desk.reporting import check
from firsthand.history import Status
from tests.apart import Author, agree, begun, nothing_lost, settle, words, write
from tests.computers import Computer, Synchroniser, files

KILLS_A_BOOK = 6
_MARGIN = 1.2
"""How much longer than the join took when nobody disturbed it a kill may come, as a factor."""

Found = Counter[tuple[str, str]]


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.kills.joining")
    parser.add_argument("kills", type=int, nargs="?", default=12)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    options = parser.parse_args()
    print(f"seed {options.seed}", flush=True)
    complaints, hit, began = 0, 0, time.monotonic()
    for number in range(0, options.kills, KILLS_A_BOOK):
        with tempfile.TemporaryDirectory(prefix="firsthand-joins-") as place:
            seed = options.seed * 10_000 + number
            for said in _book(Path(place), seed, min(KILLS_A_BOOK, options.kills - number)):
                hit += said is None
                if said:
                    complaints += 1
                    print(f"seed {seed}: {said}", flush=True)
    seconds = time.monotonic() - began
    print(f"{options.kills} kills, {hit} before the join had ended, {complaints} complaints; {seconds:.0f} s")
    return 1 if complaints else 0


def _book(place: Path, seed: int, kills: int) -> list[str | None]:
    """What is said of each kill of one manuscript: a complaint, nothing, or None where the join had not ended."""
    luck = random.Random(seed)
    author = Author(luck)
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
    one, other, synchroniser = begun(place, author, copies=luck.random() < 0.5)
    for computer in (one, other):
        with computer.on():
            make_key_in_plain_file()
    with one.sitting() as desk:
        before = set(words(desk))
    synchroniser.run()
    here, there = (write(author, computer, luck.randint(2, 8)) for computer in (one, other))
    apart = Apart(place, one, other, synchroniser)
    out: list[str | None] = []
    for _ in range(kills):
        live = luck.random() < 0.5
        ended, wrong = apart.kill(luck, live=live)
        try:
            nothing_lost(one, before, here, there)
            settle(one, other, synchroniser)
            agree(one, other)
        except AssertionError as error:
            wrong = wrong or f"the law does not hold: {error}"
        how = "while it was open" if live else "at opening"
        out.append(f"joined {how}, {wrong}" if wrong else "" if ended else None)
    return out


class Apart:
    """Two copies of a manuscript before they are joined, to begin from again and again."""

    def __init__(self, place: Path, one: Computer, other: Computer, synchroniser: Synchroniser) -> None:
        self._one, self._other, self._synchroniser = one, other, synchroniser
        self._kept = place / "kept"
        self._known = dict(synchroniser.known)
        for computer in (one, other):
            shutil.copytree(computer.book, self._kept / computer.name)
        self.due, self.seconds = self._undisturbed()

    def kill(self, luck: random.Random, *, live: bool) -> tuple[bool, str]:
        """Join, and be killed; whether the join had ended, and what is wrong afterwards."""
        self._begin()
        if not live:
            self._synchroniser.run()
        tells, told = os.pipe()
        pid = os.fork()
        if pid == 0:
            os.close(tells)
            _run(lambda: self._join(told, live=live))
        os.close(told)
        os.read(tells, 1)  # it begins now
        time.sleep(luck.random() * self.seconds * _MARGIN)
        os.kill(pid, signal.SIGKILL)
        status = os.waitpid(pid, 0)[1]
        ended = os.read(tells, 1) == b"."
        os.close(tells)
        if status != signal.SIGKILL:
            return ended, "it failed by itself"
        if live:
            self._synchroniser.run()
        found = self._found()
        if found != self.due:
            return ended, f"gone: {sorted((self.due - found).items())}, come: {sorted((found - self.due).items())}"
        return ended, ""

    def _join(self, told: int, *, live: bool) -> None:
        """What is killed."""
        with self._one.on():
            if live:
                desk = self._one.open()
                os.write(told, b".")
                self._bring()
                desk.look_outside()
            else:
                os.write(told, b".")
                desk = self._one.open()
            os.write(told, b".")
            desk.seal()
            desk.close()
        time.sleep(60)

    def _bring(self) -> None:
        """What a file synchroniser brings while the manuscript is open: the other computer's history, then its text."""
        there = files(self._other.book)
        here = files(self._one.book)
        for name in sorted(there, key=lambda name: not name.startswith("history")):
            if there[name] != here.get(name) and there[name] != self._known.get(name):
                path = self._one.book / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(there[name])

    def _begin(self) -> None:
        for computer in (self._one, self._other):
            shutil.rmtree(computer.book)
            shutil.copytree(self._kept / computer.name, computer.book)
        self._synchroniser.known = dict(self._known)

    def _undisturbed(self) -> tuple[Found, float]:
        self._synchroniser.run()
        began = time.monotonic()
        found = self._found()
        return found, time.monotonic() - began

    def _found(self) -> Found:
        """Which words stand in the joined manuscript, in which scenes, how often; its record is looked at too."""
        with self._one.sitting() as desk:
            scenes = {entry.id: desk.text(entry.id) for entry in desk.folder.outline.entries}
            found = Counter((scene, word) for scene, text in scenes.items() for word in text.split())
        with self._one.on():
            assert check(self._one.book).status is Status.WHOLE
        return found


def _run(work: Callable[[], None]) -> None:
    """Run something in a forked process, which ends with it."""
    try:
        work()
    finally:
        os._exit(1)


if __name__ == "__main__":
    sys.exit(main())
