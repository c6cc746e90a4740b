"""The commands, as a user calls them: a child process, its output and its exit code."""

import json
import os
import re
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from firsthand.cli.display import why_no_display
from firsthand.companion import find_model
from firsthand.desk.sample import sample_novel
from firsthand.desk.session import Desk
from firsthand.provenance import Change
from firsthand.resources import resource
from tests.shared import COAUTHOR, needs_coauthor

LETTERS = {"imported": "p", "typed": "u", "model": "a"}


def firsthand(*arguments, **environment):
    return subprocess.run(
        [sys.executable, "-m", "firsthand", *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        stdin=subprocess.DEVNULL,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **environment},
    )


@pytest.fixture
def novel(tmp_path) -> Path:
    place = sample_novel(tmp_path / "novel")
    desk = Desk.open(place)
    desk.draft("what-ines-kept").apply(Change(0, 0, "Typed by hand. "))
    desk.close()
    return place


@needs_coauthor
def test_the_60_sessions_are_reported_to_the_character(tmp_path):
    """Text, origins and the dataset's own share of inserted text, of every session."""
    run = firsthand("import", "coauthor", *sorted(COAUTHOR.glob("*.jsonl.xz")), "--into", tmp_path / "sessions")
    assert (run.returncode, run.stdout.split()[0]) == (0, "60"), run.stderr
    assert "60 of 60 logs" in run.stderr
    run = firsthand("report", tmp_path / "sessions", "--json", "--evidence", "none")
    assert run.returncode == 0, run.stderr
    report = json.loads(run.stdout)
    jsonschema.validate(report, json.loads(resource("report", "report-1.schema.json").read_text("utf-8")))
    expected = json.loads((COAUTHOR / "expected.json").read_text("utf-8"))
    assert {scene["id"] for scene in report["scenes"]} == set(expected)
    for scene in report["scenes"]:
        wanted = expected[scene["id"]]
        path = tmp_path / "sessions" / "scenes" / f"{scene['id']}.md"
        assert path.read_bytes().decode("utf-8") == wanted["final"]
        assert run_lengths(scene["spans"]) == wanted["by_event_source"]
        inserted = scene["ever_inserted"]
        share = 100 * inserted["typed"] / (inserted["typed"] + inserted["model"])
        assert share == pytest.approx(float(wanted["published"]["written_by_human"]), abs=0.5001)
        assert all(suggestion for _, _, origin, suggestion in scene["spans"] if origin == "model")
    assert firsthand("verify", tmp_path / "sessions").returncode == 2  # whole, and not signed: there is no keyring here


def run_lengths(spans):
    runs: list[list[Any]] = []
    for start, end, origin, _ in spans:
        if runs and runs[-1][0] == LETTERS[origin]:
            runs[-1][1] += end - start
        else:
            runs.append([LETTERS[origin], end - start])
    return "".join(f"{letter}{length}" for letter, length in runs)


def event(name, source, when, **more):
    return (
        json.dumps({"eventName": name, "eventSource": source, "eventTimestamp": when, "textDelta": "", **more}) + "\n"
    )


def test_an_unreadable_log_is_named_and_passed_over(tmp_path):
    good = tmp_path / "good.jsonl"
    good.write_text(
        event("system-initialize", "api", 1000, currentDoc="Once\n")
        + event("text-insert", "user", 2000, textDelta={"ops": [{"retain": 4}, {"insert": " 😀"}]})
        + event("text-delete", "user", 2500, textDelta={"ops": [{"retain": 5}, {"delete": 2}]}),
        "utf-8",
    )
    bad = tmp_path / "bad.jsonl"
    bad.write_text("not json\n")
    beyond = tmp_path / "beyond.jsonl"
    beyond.write_text(event("text-insert", "user", 1, textDelta={"ops": [{"retain": 9}, {"insert": "x"}]}))
    (tmp_path / "cut.jsonl.xz").write_bytes(b"\xfd7zXZ\x00broken")
    logs = [good, bad, beyond, tmp_path / "cut.jsonl.xz", tmp_path / "missing.jsonl"]
    run = firsthand("import", "coauthor", *logs, "--into", tmp_path / "sessions")
    assert run.returncode == 1
    assert run.stdout.startswith("1 session with 3 events")
    for name in ("bad.jsonl", "beyond.jsonl", "cut.jsonl.xz", "missing.jsonl"):
        assert name in run.stderr
    assert "Traceback" not in run.stderr
    assert (tmp_path / "sessions" / "scenes" / "good.md").read_bytes() == b"Once \n"
    again = firsthand("import", "coauthor", good, "--into", tmp_path / "sessions")
    assert "already" in again.stderr


@pytest.mark.parametrize("ends", ["\r\n", "\r", "\n"])
def test_a_log_with_any_line_ends_is_reported_to_the_character(tmp_path, ends):
    log = tmp_path / "one.jsonl"
    log.write_text(
        event("system-initialize", "api", 1000, currentDoc=f"Once{ends}")
        + event("text-insert", "user", 2000, textDelta={"ops": [{"insert": f"Well{ends}"}]}),
        "utf-8",
    )
    assert firsthand("import", "coauthor", log, "--into", tmp_path / "book").returncode == 0
    report = json.loads(firsthand("report", tmp_path / "book", "--json").stdout)
    first, whole = 4 + len(ends), 8 + 2 * len(ends)
    assert report["scenes"][0]["spans"] == [[0, first, "typed", None], [first, whole, "imported", None]]
    assert (tmp_path / "book" / "scenes" / "one.md").read_bytes() == f"Well{ends}Once{ends}".encode()


def test_report_writes_a_page_and_says_where(novel, tmp_path):
    run = firsthand("report", novel)
    assert (run.returncode, run.stdout.strip()) == (0, str(novel / "report.html")), run.stderr
    page = (novel / "report.html").read_text("utf-8")
    assert "The Salt Ledger" in page
    assert firsthand("report", novel, "--json", "--output", tmp_path / "r.json").returncode == 0
    report = json.loads((tmp_path / "r.json").read_text("utf-8"))
    assert report["totals"]["units"]["typed"] == len("Typed by hand. ")


def test_a_report_is_in_the_language_asked_for_else_chosen_else_the_systems(novel, tmp_path):
    settings = tmp_path / "home" / "settings" / "settings.toml"
    settings.parent.mkdir(parents=True)
    german = {"FIRSTHAND_HOME": str(tmp_path / "home"), "LC_ALL": "de_DE.UTF-8"}

    def spoken(*more):
        run = firsthand("report", novel, *more, **german)
        assert (run.returncode, run.stdout.strip()) == (0, str(novel / "report.html")), run.stderr
        return re.findall(r'lang="(..)"', (novel / "report.html").read_text("utf-8"))

    assert spoken() == ["de"]
    settings.write_text('[program]\nlanguage = "en"\n', "utf-8")
    assert spoken() == ["en"]
    assert spoken("--language", "de") == ["de"]
    in_german, english = (
        firsthand("report", novel, "--json", "--language", language, **german).stdout for language in ("de", "en")
    )
    assert in_german == english
    assert "invalid choice" in firsthand("report", novel, "--language", "xx").stderr


@pytest.mark.parametrize(
    ("command", "code", "said"),
    [
        (["report", "{empty}"], 2, "is not a manuscript"),
        (["report", "{nowhere}"], 2, "There is no folder"),
        (["verify", "{empty}"], 3, "is not a manuscript"),
        (["report", "{novel}", "--output", "{nowhere}/deep/report.html"], 2, "cannot be written"),
        (["import", "coauthor", "x.jsonl", "--into", "{full}"], 2, "is not a manuscript"),
        (["demo", "--into", "{full}"], 2, "not empty"),
        (["report"], 2, "usage"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(novel, tmp_path, command, code, said):
    places = {"empty": tmp_path / "empty", "nowhere": tmp_path / "nowhere", "novel": novel, "full": tmp_path / "full"}
    places["empty"].mkdir()
    places["full"].mkdir()
    (places["full"] / "letter.txt").write_text("dear")
    run = firsthand(*[part.format(**places) for part in command])
    assert run.returncode == code
    assert said in run.stderr
    assert "Traceback" not in run.stderr


def test_verify_says_whole_and_not_whole(novel):
    run = firsthand("verify", novel)
    assert (run.returncode, "Not signed, at least in part" in run.stdout) == (2, True)  # no keyring here
    assert run.stdout.startswith("Whole:")
    assert "was not checked; --thorough does" in run.stdout
    run = firsthand("verify", novel, "--thorough")
    assert (run.returncode, "A copy without words would stand for these very words." in run.stdout) == (2, True)
    closed = next((novel / "history").glob("*.zst"))
    closed.write_bytes(closed.read_bytes()[:-20])
    run = firsthand("verify", novel)
    assert run.returncode == 1
    assert "Not whole" in run.stdout


def test_without_a_display_it_says_so_and_names_the_demo(novel):
    run = firsthand(novel, QT_QPA_PLATFORM="", DISPLAY="", WAYLAND_DISPLAY="")
    assert run.returncode == 2
    assert "no display" in run.stderr
    assert "firsthand demo" in run.stderr
    run = firsthand(QT_QPA_PLATFORM="xcb", DISPLAY=":4711", WAYLAND_DISPLAY="")
    assert (run.returncode, "No display answers" in run.stderr) == (2, True)


@pytest.mark.parametrize(
    ("environment", "platform", "can"),
    [
        ({}, "linux", False),
        ({}, "win32", True),
        ({}, "darwin", True),
        ({"WAYLAND_DISPLAY": "nowhere-0"}, "linux", False),
        ({"WAYLAND_DISPLAY": "nowhere-0", "DISPLAY": "far.example:0"}, "linux", True),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", True),
        ({"QT_QPA_PLATFORM": "xcb"}, "linux", False),
        ({"DISPLAY": ":4711"}, "linux", False),
        ({"DISPLAY": "far.example:0"}, "linux", True),
    ],
)
def test_where_a_window_can_be_shown(environment, platform, can):
    assert (why_no_display(environment, platform) is None) == can


def test_a_wayland_display_is_asked(tmp_path):
    environment = {"WAYLAND_DISPLAY": "wayland-7", "XDG_RUNTIME_DIR": str(tmp_path)}
    assert why_no_display(environment, "linux") == "No Wayland display answers at wayland-7."
    with socket.socket(socket.AF_UNIX) as there:
        there.bind(str(tmp_path / "wayland-7"))
        there.listen()
        assert why_no_display(environment, "linux") is None


def test_doctor_tells_without_secrets():
    run = firsthand("doctor")
    assert run.returncode == 0
    for name in ("Firsthand", "PySide6-Essentials", "Built-in model", "Keys", "Manuscripts", "Settings"):
        assert name in run.stdout


@pytest.mark.model
@pytest.mark.skipif(find_model() is None, reason="the built-in model is not installed")
def test_the_demo_does_the_whole_job(tmp_path):
    run = firsthand("demo", "--into", tmp_path / "demo")
    assert run.returncode == 0, run.stderr
    assert (tmp_path / "demo" / "report.html").is_file()
    report = json.loads(firsthand("report", tmp_path / "demo", "--json").stdout)
    scene = next(s for s in report["scenes"] if s["id"] == "what-ines-kept")
    text = (tmp_path / "demo" / "scenes").glob("*What Ines kept*.md")
    whole = next(text).read_text("utf-8")
    taken = run.stdout.split("Taken:")[1].split("\n")[0].strip()
    kept = [whole[a:b] for a, b, origin, _ in scene["spans"] if origin == "model"]
    assert len(kept) == 1
    assert kept[0].strip()
    assert kept[0].strip() in taken
    assert len(scene["passages"]) == 1
    assert scene["passages"][0]["words"]["kept"] < scene["passages"][0]["words"]["brought"]
    assert report["verification"]["whole"] is True
