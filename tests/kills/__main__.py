"""Kills the program with SIGKILL at random moments, again and again, and looks at what it finds.

    uv run python -m tests.kills 1000            # about half an hour
    uv run python -m tests.kills 50 --seed 7

Nothing that was on the screen for 250 ms may be missing, with whose it was; every manuscript must open; the record must
be whole, with the seals that the next opening set. Prints the seed, a line for each complaint and a summary.
"""

import argparse
import json
import os
import random
import select
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from tests.kills.screen import Scenes, Told, lost, read

ACKNOWLEDGED = 0.25
"""Seconds after which what is on the screen has to survive."""

KILLS_A_BOOK = 8
_SOON = 0.08
"""Seconds after the beginning of a phase within which it is mostly hit."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.kills")
    parser.add_argument("kills", type=int, nargs="?", default=50)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument(
        "--keep", type=Path, metavar="DIR", help="keep there, by seed, what a kill left that is complained of"
    )
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="firsthand-kills-") as place:
        _live_apart(Path(place))
        print(f"seed {options.seed}", flush=True)
        began = time.monotonic()
        outcomes = list(_campaign(options, Path(place)))
        return _summary(outcomes, options.kills, time.monotonic() - began)


def _live_apart(place: Path) -> None:
    """A home of its own, with an author's key in it; and everything imported that forked processes need."""
    os.environ["FIRSTHAND_HOME"] = str(place / "home")
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
    import firsthand.desk.author_key
    import firsthand.desk.bundling
    import firsthand.report
    import tests.kills.life  # noqa: F401

    firsthand.desk.author_key.make_key_in_plain_file()


def _summary(outcomes: list[dict[str, Any]], wanted: int, seconds: float) -> int:
    phases = Counter(one["phase"] for one in outcomes)
    complaints = [one for one in outcomes if one["complaints"]]
    oldest = max((one["lost"] for one in outcomes), default=0.0)
    late = sum(one["late"] for one in outcomes)
    print("killed while: " + ", ".join(f"{name} {n}" for name, n in phases.most_common()))
    print(f"{len(outcomes)} kills, {len(complaints)} complaints, {late} late seals; {seconds:.0f} s")
    print(f"the oldest change that was lost had been on the screen for {oldest * 1000:.0f} ms")
    return 1 if complaints or len(outcomes) != wanted else 0


def _campaign(options: argparse.Namespace, place: Path) -> Iterator[dict[str, Any]]:
    """The outcomes of all kills, from as many processes as there are jobs."""
    pipes: dict[int, bytes] = {}
    number = 0
    for job in range(options.jobs):
        kills = options.kills // options.jobs + (job < options.kills % options.jobs)
        work = partial(_books, kills, options.seed * 1000 + job, place / str(job), options.keep)
        pipe = _forked(work)[1]
        pipes[pipe] = b""
    while pipes:
        for pipe in select.select(list(pipes), [], [])[0]:
            data = os.read(pipe, 65536)
            *lines, pipes[pipe] = (pipes[pipe] + data).split(b"\n")
            for line in lines:
                outcome = json.loads(line)
                number += 1
                if number % 100 == 0:
                    print(f"{number} kills", flush=True)
                if outcome["complaints"]:
                    said = "\n    ".join(outcome["complaints"])
                    print(f"seed {outcome['seed']}, {outcome['phase']}: {said}", flush=True)
                yield outcome
            if not data:
                os.close(pipe)
                del pipes[pipe]
                os.wait()


def _forked(work: Callable[[int], None]) -> tuple[int, int]:
    """A process that does something, and the pipe that it tells through."""
    tells, told = os.pipe()
    pid = os.fork()
    if pid:
        os.close(told)
        return pid, tells
    os.close(tells)
    status = 0
    try:
        work(told)
    except BaseException:  # noqa: BLE001 - a forked process must end here
        traceback.print_exc()
        status = 1
    os._exit(status)


def _books(kills: int, seed: int, place: Path, keep: Path | None, out: int) -> None:
    """Kill and look, a few times for each manuscript."""
    place.mkdir()
    luck = random.Random(seed)
    book, scenes, late = place, Scenes(), 0
    for number in range(kills):
        if number % KILLS_A_BOOK == 0:
            book, scenes, late = place / f"book-{number}", {}, 0
            _wait(_forked(partial(_begin, book)))
        own = luck.randrange(2**32)
        outcome, scenes = _kill_once(book, scenes, own)
        if keep is not None and outcome["complaints"]:
            shutil.copytree(book.with_name("left"), keep / str(own))
        outcome["late"] -= late
        late += outcome["late"]
        os.write(out, json.dumps({"seed": own, **outcome}).encode() + b"\n")
        for path in place.glob("*.zip"):
            path.unlink()


def _begin(book: Path, _: int) -> None:
    from tests.kills.life import begin

    begin(book)


def _kill_once(book: Path, before: Scenes, seed: int) -> tuple[dict[str, Any], Scenes]:
    from tests.kills.life import ACTS, Life, found

    luck = random.Random(seed)
    aim = luck.choice(list(ACTS)) if luck.random() < 0.8 else ""
    pid, pipe = _forked(lambda out: Life(book, out, seed, aim).live())
    told, killed, status = _killed(pid, pipe, luck, aim)
    left = book.with_name("left")
    shutil.rmtree(left, ignore_errors=True)
    shutil.copytree(book, left)
    outcome: dict[str, Any] = {"phase": told.phase, "complaints": [], "lost": 0.0, "late": 0}
    if status != signal.SIGKILL:
        outcome["complaints"].append("it failed by itself")
    lines = _wait(_forked(lambda out: _write(out, found(book, mend=told.phase == "mending"))))
    if not lines:
        outcome["complaints"].append(f"{book} does not open")
        return outcome, before
    seen = json.loads(lines)
    outcome["complaints"] += seen["complaints"]
    outcome["late"] = seen["late"]
    scenes: Scenes = {scene: [tuple(unit) for unit in units] for scene, units in seen["scenes"].items()}
    age = lost(before, told, scenes, killed)
    if age is None:
        outcome["complaints"].append("it is as it never was")
    else:
        outcome["lost"] = age
        if age > ACKNOWLEDGED:
            outcome["complaints"].append(f"lost what had been on the screen for {age * 1000:.0f} ms")
    return outcome, scenes


def _write(out: int, value: object) -> None:
    data = json.dumps(value).encode()
    while data:
        data = data[os.write(out, data) :]


def _killed(pid: int, pipe: int, luck: random.Random, aim: str) -> tuple[Told, float, int]:
    """Kill a process at a random moment, or soon after it began something; what it told, when it died and of what."""
    ends = time.monotonic() + 0.6 + luck.random() * 2.5
    data, seen = b"", 0
    while (now := time.monotonic()) < ends:
        if select.select([pipe], [], [], ends - now)[0]:
            piece = os.read(pipe, 65536)
            if not piece:
                break
            data += piece
        if aim and f', "{aim}"]'.encode() in data[seen:]:
            ends, aim = min(ends, time.monotonic() + luck.random() * _SOON), ""
        seen = max(0, len(data) - 100)
    os.kill(pid, signal.SIGKILL)
    killed = time.monotonic()
    _, status = os.waitpid(pid, 0)
    while piece := os.read(pipe, 65536):
        data += piece
    os.close(pipe)
    return read(data.splitlines(keepends=True)), killed, status


def _wait(forked: tuple[int, int]) -> bytes:
    """All that a process told, when it has ended well; nothing if it did not."""
    pid, pipe = forked
    data = b""
    while piece := os.read(pipe, 65536):
        data += piece
    os.close(pipe)
    return data if os.waitpid(pid, 0)[1] == 0 else b""


if __name__ == "__main__":
    sys.exit(main())
