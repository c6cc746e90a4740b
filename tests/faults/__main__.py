"""Makes every system call on a manuscript's files fail, one after another, and sees that nothing is lost.

    uv run python -m tests.faults                  # every call, every fault, once and lasting
    uv run python -m tests.faults --every 40       # some of the calls

Each run is a process of its own, forked from one that has everything imported. Prints what each complaint is of, then a
summary; its exit code is 1 if there was a complaint.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.faults.disk import FOR_EVER, BadDisk, Fault, build, environment, why_not

_INSIDE = "FIRSTHAND_FAULTS_INSIDE"
Case = tuple[Fault, bool, int]


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.faults")
    parser.add_argument("--every", type=int, default=1, help="try every K-th call")
    parser.add_argument("--jobs", type=int, default=8, help="how many runs at once; they mostly wait")
    parser.add_argument("--fault", choices=[one.name for one in Fault], help="only this one")
    parser.add_argument("--call", type=int, help="only this call")
    options = parser.parse_args()
    if reason := why_not():
        print(reason)
        return 2
    if _INSIDE in os.environ:
        return _campaign(options, Path(os.environ[_INSIDE]))
    with tempfile.TemporaryDirectory(prefix="firsthand-faults-") as place:
        home = Path(place) / "home"
        home.mkdir()
        library = build(Path(place))
        own = {_INSIDE: place, "FIRSTHAND_HOME": str(home), "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}
        again = [sys.executable, "-m", "tests.faults", *sys.argv[1:]]
        return subprocess.run(again, env=environment(library) | own, check=False).returncode


def _campaign(options: argparse.Namespace, place: Path) -> int:
    began = time.monotonic()
    template = _template(place)
    [dry] = _all([(Fault.IO_ERROR, False, 0)], template, place, 1)
    calls = int(dry["count"])
    print(f"{calls} calls in a run without a fault{', which is not clean' * bool(dry['complaints'])}")
    cases = [
        (fault, lasting, call)
        for fault in Fault
        for lasting in (False, True)
        for call in range(1 + (int(fault) * 7 + lasting * 3) % options.every, calls + 1, options.every)
        if options.fault in (None, fault.name) and options.call in (None, call)
    ]
    bad = hit = 0
    for outcome in [dry, *_all(cases, template, place, options.jobs)]:
        hit += outcome["hits"] > 0
        if outcome["complaints"]:
            bad += 1
            print(f"{outcome['case']}, {outcome['what']}: " + "\n    ".join(outcome["complaints"]), flush=True)
    print(f"{len(cases)} runs, {hit} met their fault, {bad} with complaints, {time.monotonic() - began:.0f} s")
    return 1 if bad or (cases and not hit) else 0


def _template(place: Path) -> Path:
    """A manuscript with a closed sitting, and one that was killed."""
    pid = os.fork()
    if not pid:
        try:
            _make_template(place)
            os._exit(0)
        except BaseException:  # noqa: BLE001 - a forked process must end here
            traceback.print_exc()
            os._exit(1)
    if os.waitpid(pid, 0)[1]:
        raise SystemExit("the manuscript cannot be made")
    return place / "template"


def _make_template(place: Path) -> None:
    from firsthand.desk.author_key import make_key_in_plain_file
    from firsthand.desk.session import Desk
    from firsthand.provenance import Change

    make_key_in_plain_file()
    desk = Desk.create(place / "live", "A book")
    scene = desk.folder.outline.scenes[0].id
    desk.draft(scene).apply(Change(0, 0, "The tide was out. "))
    desk.close()
    desk = Desk.open(place / "live")
    desk.draft(scene).apply(Change(18, 0, "Nobody had told Ines. "))
    desk.settle()
    desk.draft(scene).apply(Change(40, 0, "Well. "))
    desk.flush()
    shutil.copytree(place / "live", place / "template")


def _all(cases: list[Case], template: Path, place: Path, jobs: int) -> Iterator[dict[str, Any]]:
    """The outcomes of all cases, so many at once; a run that hangs is ended and complained of."""
    import tests.faults.writing  # noqa: F401 - what is imported before the fork is imported once

    waiting, running = list(reversed(cases)), dict[int, tuple[Case, Path, float]]()
    while waiting or running:
        while waiting and len(running) < jobs:
            case = waiting.pop()
            work = place / f"run-{case[0].name}-{case[1]}-{case[2]}"
            work.mkdir()
            if not (pid := os.fork()):
                _one(case, template, work)
            running[pid] = case, work, time.monotonic()
        done, _ = os.waitpid(-1, os.WNOHANG)
        if not done:
            for pid, (_, _, since) in running.items():
                if time.monotonic() - since > 90:
                    os.kill(pid, 9)
            time.sleep(0.02)
            continue
        case, work, _ = running.pop(done)
        yield _outcome(case, work)
        shutil.rmtree(work)


def _outcome(case: Case, work: Path) -> dict[str, Any]:
    name = f"{case[0].name} at call {case[2]}, {'lasting' if case[1] else 'once'}"
    try:
        return {"case": name, **json.loads((work / "outcome.json").read_text("utf-8"))}
    except OSError:
        return {"case": name, "what": "", "count": 0, "hits": 1, "complaints": ["it hung, or ended without a word"]}


def _one(case: Case, template: Path, work: Path) -> None:
    """One run; it ends this process."""
    from tests.faults.writing import Writer

    fault, lasting, call = case
    book = work / "book"
    shutil.copytree(template, book)
    disk = BadDisk(book)
    writer = Writer(book, disk, lasting=lasting)
    disk.arm(call or FOR_EVER, FOR_EVER if lasting else call, fault)
    try:
        writer.write()
    except BaseException:  # noqa: BLE001 - whatever it is, it is a complaint
        writer.complaints.append(traceback.format_exc())
    out = {"what": disk.what, "count": disk.count, "hits": disk.hits, "complaints": writer.complaints}
    disk.recover()
    (work / "outcome.json").write_text(json.dumps(out), "utf-8")
    os._exit(0)


if __name__ == "__main__":
    sys.exit(main())
