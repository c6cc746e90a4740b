"""The self-test's account: what was tried, how long it took, what failed; and what it must find on the disk afterwards.

``firsthand --self-test FILE`` is how a package is tried after it was installed: a program without a console can say
nothing but by a file. The account is written anew after every step, so that even a crash leaves the steps before it.
Knows no window; what the author's hands do is `qt.self_test`'s.
"""

import platform
import sys
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from firsthand import __version__
from firsthand.desk.reporting import ReportError, check, write_report
from firsthand.desk.session import Desk, DeskError
from firsthand.history import replace_file
from firsthand.provenance import Run

TYPED = "The tide had gone out — further than anyone remembered. “Wait,” said Žofie, and nobody did."
"""What the self-test types: punctuation beyond ASCII, and a letter of two bytes."""


class SelfTestError(Exception):
    """A step did not do what it must; the text says what was found instead."""


class Step(msgspec.Struct, frozen=True):
    """One thing that was tried: its name, the seconds it took, what it found, and what was wrong (empty: nothing)."""

    name: str
    seconds: float
    found: str = ""
    wrong: str = ""


class Result(msgspec.Struct):
    """What the file holds. ``passed`` stays false until the last step is done."""

    program: str
    python: str
    system: str
    executable: str
    frozen: bool
    passed: bool = False
    steps: list[Step] = []
    facts: dict[str, str] = {}


class Account:
    """The result under way, and its file."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self.result = Result(
            f"Firsthand {__version__}",
            platform.python_version(),
            platform.platform(),
            sys.executable,
            bool(getattr(sys, "frozen", False)),
        )
        self._found = ""

    @property
    def picture(self) -> Path:
        """Where a picture of the window goes."""
        return self._file.with_suffix(".png")

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Time what happens inside and note it; whatever it raises is noted and raised as SelfTestError."""
        began, self._found = time.monotonic(), ""
        try:
            yield
        except SelfTestError as error:
            self._note(name, began, str(error))
            raise
        except Exception as error:
            self._note(name, began, "".join(traceback.format_exception(error))[-2000:])
            raise SelfTestError(str(error)) from error
        self._note(name, began)

    def found(self, what: str) -> None:
        """What the step under way has found."""
        self._found = what

    def finish(self) -> None:
        """Every step is done."""
        self.result.passed = True
        self.write()

    def write(self) -> None:
        """Write the result as it stands. OSError if the disk refuses."""
        replace_file(self._file, msgspec.json.format(msgspec.json.encode(self.result), indent=2) + b"\n")

    def _note(self, name: str, began: float, wrong: str = "") -> None:
        self.result.steps.append(Step(name, round(time.monotonic() - began, 3), self._found, wrong))
        self.write()


def expect(holds: bool, otherwise: str) -> None:
    """SelfTestError with this sentence, if something does not hold."""
    if not holds:
        raise SelfTestError(otherwise)


def check_disk(manuscript: Path, text: str, runs: tuple[Run, ...]) -> str:
    """Hold a closed manuscript against the text of its first scene and whose each stretch of it was in the window.

    The report's path; SelfTestError says what is different.
    """
    try:
        desk = Desk.open(manuscript)
        scene = desk.folder.outline.scenes[0]
        kept = desk.draft(scene.id).text
        expect(not desk.arrived, "the scene's file and the history do not tell the same")
        expect((kept.text, kept.runs()) == (text, runs), "the history does not give back what was written")
        expect(desk.close(), "the manuscript could not be closed")
        expect((manuscript / scene.file).read_text("utf-8") == text, "the scene's file does not hold what was written")
        outcome = check(manuscript)
        expect(outcome.whole, f"the record is {outcome.status}: {'; '.join(outcome.faults)}")
        return str(write_report(manuscript))
    except (DeskError, ReportError, OSError) as error:
        raise SelfTestError(str(error)) from error
