"""What is noted of a failure: places, never words. Words are put wherever an exception can carry them."""

import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest

from firsthand.desk.crashes import MOST, NativeCrashes, WordlessFormatter, described, forget, note, notes

WORDS = "Žofie salted the ledger"
PIECES = ("Žofie", "salted", "ledger")


class WoundError(Exception):
    """An exception of the test's own."""


def raised(how):
    """An exception that went through two functions which hold the words."""

    def inner(sentence):
        draft = sentence * 3  # a local that holds words
        return how(draft)

    try:
        inner(WORDS)
    except Exception as error:  # noqa: BLE001 - each kind there is
        return error
    raise AssertionError("nothing was raised")


def chained(words):
    try:
        {}[words]
    except KeyError as error:
        raise WoundError(words) from error


def during(words):
    try:
        int(words)
    except ValueError:
        raise WoundError(words)  # noqa: B904 - without a cause, as it happens


def noted(words):
    error = RuntimeError(words)
    error.add_note(words)
    raise error


def grouped(words):
    raise ExceptionGroup(words, [ValueError(words), OSError(28, words, f"/home/{words}/scene.md")])


@pytest.mark.parametrize(
    ("how", "kinds"),
    [
        (int, ["ValueError"]),
        (lambda words: {}[words], ["KeyError"]),
        (lambda words: Path(f"/nowhere/{words}").read_text(), ["FileNotFoundError (ENOENT)"]),
        (lambda words: words.encode("ascii"), ["UnicodeEncodeError"]),
        (lambda words: getattr(words, words), ["AttributeError"]),
        (lambda words: eval(words), ["SyntaxError"]),
        (chained, ["KeyError", "test_crashes.WoundError"]),
        (during, ["ValueError", "test_crashes.WoundError"]),
        (noted, ["RuntimeError"]),
        (grouped, ["ExceptionGroup", "ValueError", "OSError (ENOSPC)"]),
    ],
)
def test_a_note_has_kinds_and_places_and_no_word(how, kinds, tmp_path):
    error = raised(how)
    file = note(error, tmp_path)
    kept = file.read_text("utf-8")
    for kind in kinds:
        assert kind in kept
    assert "unit/test_crashes.py, line " in kept
    assert "in raised.<locals>.inner" in kept
    assert [piece for piece in PIECES if piece in kept] == []
    assert str(Path.home()) not in kept


def test_the_log_holds_no_word_of_an_exception(tmp_path):
    file = tmp_path / "log"
    handler = logging.FileHandler(file, encoding="utf-8")
    handler.setFormatter(WordlessFormatter("%(levelname)s %(message)s"))
    error = raised(chained)
    handler.emit(logging.LogRecord("x", logging.ERROR, "f", 1, "failed", (), (type(error), error, error.__traceback__)))
    handler.close()
    said = file.read_text("utf-8")
    assert said.startswith("ERROR failed\nKeyError\n")
    assert [piece for piece in PIECES if piece in said] == []


def test_only_the_latest_notes_are_kept_and_all_can_be_forgotten(tmp_path):
    files = [note(RuntimeError(), tmp_path) for _ in range(MOST + 3)]
    assert notes(tmp_path) == files[:2:-1]
    forget(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_no_note_where_none_can_be_written(tmp_path):
    (tmp_path / "file").touch()
    assert note(RuntimeError(), tmp_path / "file") is None
    NativeCrashes(tmp_path / "file").watch()


DYING = """
import ctypes, sys
from pathlib import Path
from firsthand.desk.crashes import NativeCrashes

NativeCrashes(Path(sys.argv[1])).watch()

def writes(words):
    ctypes.string_at(0)

writes(sys.argv[2])
"""


def test_a_crash_of_native_code_is_found_at_the_next_start(tmp_path):
    done = subprocess.run([sys.executable, "-c", DYING, tmp_path, WORDS], capture_output=True, check=False)
    assert done.returncode not in (0, 1)
    [left] = tmp_path.iterdir()
    assert left.name.startswith("native-")
    now = NativeCrashes(tmp_path)
    now.watch()
    found = now.found()
    now.end()
    assert notes(tmp_path) == [found]
    kept = found.read_text("utf-8")
    assert "in writes" in kept
    assert [piece for piece in PIECES if piece in kept] == []
    assert list(tmp_path.iterdir()) == [found]


def test_a_program_that_ended_well_leaves_nothing_and_one_that_runs_is_left_alone(tmp_path):
    running = tmp_path / f"native-{os.getppid()}.txt"
    running.write_text("of a program that runs")
    now = NativeCrashes(tmp_path)
    now.watch()
    assert now.found() is None
    now.end()
    assert list(tmp_path.iterdir()) == [running]


def test_places_outside_the_program_are_cut_short():
    error = raised(lambda words: note(object(), words))  # type: ignore[arg-type]
    assert "  firsthand/desk/crashes.py, line " in described(error)
