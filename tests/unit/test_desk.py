"""The desk: what opening finds, what closing leaves, and that bad luck loses no word."""

import hashlib
import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
from pathlib import Path

import pytest

from firsthand.companion import Purpose, Suggestion
from firsthand.desk.reporting import check, make_report
from firsthand.desk.sample import free_folder, sample_novel
from firsthand.desk.session import Desk, DeskError
from firsthand.history import Asked, Cause, Status, read_history
from firsthand.manuscript import ManuscriptError
from firsthand.provenance import Change, Origin, Source

TEXT = "The tide was out.\nNobody had told Ines.\n"


@pytest.fixture
def place(tmp_path):
    desk = Desk.create(tmp_path / "book", "A book")
    scene = desk.folder.outline.scenes[0].id
    desk.draft(scene).apply(Change(0, 0, TEXT))
    assert desk.close()
    return tmp_path / "book"


def only_scene(desk):
    return desk.folder.outline.scenes[0].id


def origins(desk):
    text = desk.draft(only_scene(desk)).text
    return [(text.slice(s.start, s.end), str(s.origin)) for s in text.spans()]


def scene_file(place):
    return next((place / "scenes").glob("*.md"))


def test_what_was_written_is_there_again_with_its_origins(place):
    desk = Desk.open(place)
    assert desk.notices == []
    assert origins(desk) == [(TEXT, "typed")]
    assert scene_file(place).read_text("utf-8") == TEXT
    assert desk.close()
    assert check(place).status is Status.WHOLE


def test_a_scene_that_was_never_recorded_is_imported(tmp_path):
    desk = Desk.open(sample_novel(tmp_path / "novel"))
    assert {k for k, v in desk.total().units.items() if v} == {Origin.IMPORTED}
    desk.close()
    again = Desk.open(tmp_path / "novel")
    assert again.notices == []
    assert {k for k, v in again.total().units.items() if v} == {Origin.IMPORTED}
    again.close()


def test_an_edit_by_another_program_is_taken_in_and_the_rest_keeps_its_origin(place):
    scene_file(place).write_text(TEXT.replace("had", "ever"), "utf-8")
    expected = [("The tide was out.\nNobody ", "typed"), ("ever", "outside"), (" told Ines.\n", "typed")]
    assert [kind for _, kind in report_spans(place)] == ["typed", "outside", "typed"]
    desk = Desk.open(place)
    assert [arrival.scene for arrival in desk.arrived] == [only_scene(desk)]
    assert origins(desk) == expected
    desk.close()
    assert check(place).status is Status.WHOLE


def report_spans(place):
    return [(s[0], s[2]) for s in make_report(place).figures.scenes[0].spans]


@pytest.mark.parametrize("left", [None, b""])
def test_a_file_that_is_gone_or_emptied_is_brought_back_from_the_history(place, left):
    path = scene_file(place)
    path.unlink()
    if left is not None:
        path.write_bytes(left)
    desk = Desk.open(place)
    assert "brought back" in desk.notices[0]
    assert origins(desk) == [(TEXT, "typed")]
    desk.close()
    assert path.read_text("utf-8") == TEXT


def test_undo_and_redo_are_recorded_and_bring_back_the_very_spans(place):
    desk = Desk.open(place)
    draft = desk.draft(only_scene(desk))
    draft.apply(Change(4, 4, "flood", Source(Origin.MODEL, "r.1")), Cause.SUGGESTION)
    changed = origins(desk)
    assert draft.undo()
    assert origins(desk) == [(TEXT, "typed")]
    assert draft.redo()
    assert origins(desk) == changed
    assert not draft.redo()
    desk.close()
    again = Desk.open(place)
    assert origins(again) == changed
    assert again.replay.scene(only_scene(again)).ever_inserted[Origin.MODEL] == 5
    again.close()


def typed(draft, at, text, clock, step=100):
    for i, key in enumerate(text):
        clock[0] += step
        draft.apply(Change(at + i, 0, key))


@pytest.mark.parametrize(
    ("deeds", "after_one_undo"),
    [
        ([("type", "one two three", 100)], "one two "),
        ([("type", "one", 100), ("pause",), ("type", "more", 100)], "one"),
        ([("type", "one", 100), ("model", " two")], "one"),
        ([("type", "one", 100), ("model", " two"), ("type", "!", 100)], "one two"),
        ([("type", "one", 100), ("back",), ("back",)], "one"),
        ([("type", "one", 100), ("back",), ("type", "xy", 100)], "on"),
        ([("type", "one", 100), ("jump",), ("type", "xy", 100)], "one"),
    ],
)
def test_one_undo_takes_back_what_a_writer_means(tmp_path, deeds, after_one_undo):
    clock = [1_790_000_000_000]
    desk = Desk.create(tmp_path / "book", "A book")
    desk.close()
    desk = Desk.open(tmp_path / "book", clock=lambda: clock[0])
    draft = desk.draft(only_scene(desk))
    for deed in deeds:
        at = len(draft.text)
        match deed:
            case ("type", text, step):
                typed(draft, at, text, clock, step)
            case ("pause",):
                clock[0] += 10_000
            case ("model", text):
                draft.apply(Change(at, 0, text, Source(Origin.MODEL, "r.1")), Cause.SUGGESTION)
            case ("back",):
                draft.apply(Change(at - 1, 1, ""))
            case ("jump",):
                draft.end_group()
    whole = draft.text.text
    assert draft.undo()
    assert draft.text.text == after_one_undo
    assert draft.redo()
    assert draft.text.text == whole
    while draft.undo():
        pass
    assert draft.text.text == ""
    desk.close()


@pytest.mark.parametrize(
    ("text", "at", "suggestion", "whole"),
    [
        ("She left", 8, "at dawn.", "She left at dawn."),
        ("She left", 8, " at dawn.", "She left at dawn."),
        ("She left ", 9, " at dawn.", "She left at dawn."),
        ("She left", 8, ", at dawn.", "She left, at dawn."),
        ("", 0, " At dawn.", "At dawn."),
        ("Before after", 6, "between", "Before between after"),
    ],
)
def test_a_suggestion_is_put_in_with_the_spaces_it_needs(tmp_path, text, at, suggestion, whole):
    desk = Desk.create(tmp_path / "book", "A book")
    scene = only_scene(desk)
    if text:
        desk.draft(scene).apply(Change(0, 0, text))
    one = Suggestion("r.1", "r", Purpose.CONTINUE, "label", suggestion, 1.0, "m")
    desk.suggesting.insert(one, scene, at)
    draft = desk.draft(scene)
    assert draft.text.text == whole
    for span in draft.text.spans():
        if span.origin is Origin.MODEL:
            piece = draft.text.slice(span.start, span.end)
            assert suggestion[span.offset : span.offset + len(piece)] == piece
    assert draft.undo()
    assert draft.text.text == text
    desk.close()


def test_a_note_made_of_a_suggestion_stays_the_models(place):
    desk = Desk.open(place)
    one = Suggestion("r.1", "r", Purpose.WHAT_IF, "label", "What if it never stopped?", 1.0, "m")
    note = desk.suggesting.keep_as_note(one, "A thought")
    assert desk.tally(note.id).units[Origin.MODEL] == len(one.text)
    assert desk.total().units[Origin.MODEL] == 0
    desk.close()


@pytest.mark.parametrize(
    ("title", "stem"),
    [
        ("A/B: the \\ *end*?", "A B the end"),
        ("CON", "CON scene"),
        ("...", "Untitled"),
        ("  x\n\ty ", "x y"),
        ("Ωmega — “quoted”", "Ωmega — “quoted”"),
        ("y" * 300, "y" * 80),
    ],
)
def test_files_get_names_that_three_systems_allow(place, title, stem):
    desk = Desk.open(place)
    first, second = desk.add_scene(title), desk.add_scene(title)
    assert Path(first.file).name == f"{stem}.md"
    assert Path(second.file).name == f"{stem} 2.md"
    desk.close()


def test_a_second_window_opens_for_reading_only_and_harms_nothing(place):
    first = Desk.open(place)
    second = Desk.open(place)
    assert "another Firsthand" in second.read_only.replace("Another", "another")
    assert second.text(only_scene(second)) == TEXT
    second.draft(only_scene(second)).apply(Change(0, 0, "x"))
    assert second.close()
    first.draft(only_scene(first)).apply(Change(0, 0, "y"))
    assert first.close()
    assert scene_file(place).read_text("utf-8") == "y" + TEXT
    assert check(place).status is Status.WHOLE


@pytest.mark.parametrize(
    ("harm", "sentence"),
    [
        (lambda p: (p / "manuscript.toml").unlink(), "is not a manuscript"),
        (lambda p: (p / "manuscript.toml").write_text("format = 99\nid='x'\ntitle='y'\n"), "newer Firsthand"),
        (lambda p: (p / "manuscript.toml").write_text("format = = 1"), "damaged"),
        (lambda p: (p / "manuscript.toml").write_text("format = 0\nid = 'x'\n"), "damaged"),
        (lambda p: (p / "manuscript.toml").write_bytes(b"\xff\xfe"), "damaged"),
    ],
)
def test_what_is_no_manuscript_is_refused_with_a_sentence_and_left_alone(place, harm, sentence):
    harm(place)
    before = {p: p.read_bytes() for p in place.rglob("*") if p.is_file()}
    with pytest.raises(DeskError, match=sentence):
        Desk.open(place)
    assert {p: p.read_bytes() for p in place.rglob("*") if p.is_file()} == before


def test_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(DeskError, match="There is no folder"):
        Desk.open(tmp_path / "nowhere")


def test_a_folder_in_use_is_not_made_a_manuscript(tmp_path):
    (tmp_path / "letter.txt").write_text("dear")
    with pytest.raises(DeskError, match="not empty"):
        Desk.create(tmp_path, "A book")
    with pytest.raises(ManuscriptError, match="not empty"):
        sample_novel(tmp_path)
    assert free_folder(tmp_path, "x") == tmp_path / "x"


def test_a_scene_that_is_not_utf8_is_named_and_left_as_it_is(place):
    path = scene_file(place)
    path.write_bytes(b"caf\xe9")
    desk = Desk.open(place)
    assert "not UTF-8" in desk.notices[0]
    assert only_scene(desk) in desk.unreadable
    desk.draft(only_scene(desk)).apply(Change(0, 0, "x"))
    desk.close()
    assert path.read_bytes() == b"caf\xe9"
    assert report_spans(place)


@pytest.mark.parametrize("ends", ["\r\n", "\n"])
def test_line_ends_are_kept(place, ends):
    path = scene_file(place)
    path.write_bytes(TEXT.replace("\n", ends).encode())
    desk = Desk.open(place)
    assert desk.notices == []
    desk.draft(only_scene(desk)).apply(Change(0, 0, "New\n"))
    desk.close()
    assert path.read_bytes() == ("New\n" + TEXT).replace("\n", ends).encode()


def test_a_torn_history_line_is_set_aside_and_said(place):
    desk = Desk.open(place)
    desk.draft(only_scene(desk)).apply(Change(0, 0, "So! "))
    assert desk.settle()
    killed = {path.name: path.read_bytes() for path in (place / "history").glob("*") if path.name[0] != "."}
    assert desk.close()
    for path in (place / "history").glob("*"):
        path.unlink()
    for name, data in killed.items():
        (place / "history" / name).write_bytes(data + b'{"k":"journal","sitting":"' * name.endswith(".journal"))
    told: list[str] = []
    desk = Desk.open(place, told.append)
    assert origins(desk) == [("So! " + TEXT, "typed")]
    desk.close()
    assert ["not finished" in sentence for sentence in told] == [True]
    assert check(place).status is Status.WHOLE


def test_opening_does_not_wait_for_the_key_that_a_late_seal_takes(place, monkeypatch):
    """A keyring may be asking the author; the earlier sitting is closed when it answers, before this one is sealed."""
    desk = Desk.open(place)
    desk.draft(only_scene(desk)).apply(Change(0, 0, "So! "))
    assert desk.settle()
    killed = {path.name: path.read_bytes() for path in (place / "history").glob("*") if path.name[0] != "."}
    assert desk.close()
    for path in (place / "history").glob("*"):
        path.unlink()
    for name, data in killed.items():
        (place / "history" / name).write_bytes(data)
    answered = threading.Event()
    monkeypatch.setattr("firsthand.desk.closing.signer_soon", lambda: answered.wait(30) and None)
    desk = Desk.open(place)
    desk.draft(only_scene(desk)).apply(Change(0, 0, "Well. "))
    assert desk.flush()
    assert len(list((place / "history").glob("*.journal"))) == 2
    answered.set()
    assert desk.close()
    assert check(place).status is Status.WHOLE
    *_, late, last = read_history(place / "history").readings
    assert (late.late, last.late, last.sitting.after) == (1, 0, (late.last_seal,))


def test_a_damaged_history_is_said_and_the_words_stay(place):
    closed = next((place / "history").glob("*.zst"))
    closed.write_bytes(closed.read_bytes()[:40])
    desk = Desk.open(place)
    assert "damaged" in desk.notices[0]
    assert desk.text(only_scene(desk)) == TEXT
    desk.close()
    assert check(place).status is Status.BROKEN
    assert scene_file(place).read_text("utf-8") == TEXT


def test_a_read_only_folder_opens_for_reading(small_disk):
    book = sample_novel(small_disk / "book")
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    desk = Desk.open(book)
    scene = only_scene(desk)
    assert desk.read_only == "The folder is read-only, so the manuscript is open for reading only."
    assert desk.text(scene) == desk.folder.file(desk.entry(scene)).read_text("utf-8")
    desk.draft(scene).apply(Change(0, 0, "x"))
    with pytest.raises(DeskError, match="read-only"):
        desk.add_scene("Another")
    assert desk.close()
    assert not (book / "history").exists()
    assert make_report(book).figures.totals.units.imported > 0


def test_a_full_disk_keeps_the_words_and_writes_them_when_there_is_room(small_disk):
    told: list[str] = []
    desk = Desk.create(small_disk / "book", "A book", tell=told.append)
    scene = only_scene(desk)
    desk.draft(scene).apply(Change(0, 0, TEXT))
    assert desk.settle()
    stat = os.statvfs(small_disk)
    (small_disk / "filler").write_bytes(b"x" * (stat.f_bavail * stat.f_frsize))
    more = "More words than there is room for. " * 1000
    desk.draft(scene).apply(Change(0, 0, more, Source(Origin.PASTED, "p")), Cause.PASTE)
    assert not desk.settle(timeout=1.5)
    assert any("words are safe" in sentence for sentence in told)
    assert next((small_disk / "book" / "scenes").glob("*.md")).read_text("utf-8") == TEXT
    (small_disk / "filler").unlink()
    assert desk.settle()
    assert desk.close()
    assert next((small_disk / "book" / "scenes").glob("*.md")).read_text("utf-8") == more + TEXT
    assert check(small_disk / "book").status is Status.WHOLE


KILLED = """
    import sys, time
    from pathlib import Path
    from firsthand.desk.session import Desk
    from firsthand.provenance import Change, Origin, Source
    from firsthand.history import Cause
    desk = Desk.open(Path(sys.argv[1]))
    draft = desk.draft(desk.folder.outline.scenes[0].id)
    for i in range(100000):
        draft.apply(Change(0, 0, f"{i} ", Origin.TYPED if i % 3 else Source(Origin.MODEL, "r.1")), Cause.REPLACE)
        if i % 7 == 0:
            desk.save()
        time.sleep(0.25)
        print(i, flush=True)
"""


@pytest.mark.parametrize("pause", [0.05, 0.3, 0.8])
def test_a_killed_program_gives_text_and_origins_back(place, pause):
    child = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(KILLED), str(place)], stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    said = [child.stdout.readline() for _ in range(3)]
    time.sleep(pause)
    os.kill(child.pid, signal.SIGKILL)
    said += child.stdout.readlines()
    child.wait()
    child.stdout.close()
    desk = Desk.open(place)
    text = desk.text(only_scene(desk))
    acknowledged = int(said[-1])
    assert f"{acknowledged} " in text
    assert text.endswith(TEXT)
    for piece, origin in origins(desk):
        numbers = [int(n) for n in piece.replace(TEXT, "").split()]
        assert all((n % 3 == 0) == (origin == "model") for n in numbers)
    desk.close()
    assert check(place).status is Status.WHOLE
    assert scene_file(place).read_text("utf-8") == text


def test_a_file_changed_outside_while_open_is_kept_beside(place):
    told: list[str] = []
    desk = Desk.open(place, tell=told.append)
    scene_file(place).write_text("Somebody else's whole new text\n", "utf-8")
    desk.draft(only_scene(desk)).apply(Change(0, 0, "Mine. "))
    assert desk.close()
    kept = next((place / "scenes").glob("*(changed outside*"))
    assert kept.read_text("utf-8") == "Somebody else's whole new text\n"
    assert any("kept as" in sentence for sentence in told)
    assert ("Mine. " + TEXT).encode() in {p.read_bytes() for p in (place / "scenes").iterdir()}


def test_the_request_shown_is_the_one_recorded(place):
    desk = Desk.open(place)
    scene = only_scene(desk)
    request = desk.suggesting.compose(scene, len(TEXT), Purpose.CONTINUE)
    assert "Nobody had told Ines." in request.preview()
    desk.suggesting.asked(scene, request)
    desk.close()
    (reading,) = (r for r in read_history(place / "history").readings if any(type(one) is Asked for one in r.records))
    (asked,) = (record for record in reading.records if isinstance(record, Asked))
    assert asked.request == request.id
    assert [bytes(raw) for raw in asked.sent] == [version.body for version in request.versions]
    assert asked.words == request.words_sent


def test_the_report_has_the_hash_of_the_text(place):
    scene = make_report(place).figures.scenes[0]
    assert scene.text_sha256 == hashlib.sha256(TEXT.encode()).hexdigest()


def test_notes_are_no_part_of_the_report(tmp_path):
    place = sample_novel(tmp_path / "novel")
    Desk.open(place).close()
    figures = make_report(place).figures
    assert figures.removed.scenes == 0
    assert figures.growth[-1].units.imported == figures.totals.units.imported
    assert {s.id for s in figures.scenes}.isdisjoint({"ines-maroto", "the-ledger-itself"})


def test_the_authors_own_lines_in_the_toml_survive(place):
    file = place / "manuscript.toml"
    file.write_text("# my book\n" + file.read_text("utf-8") + '\n[mine]\nagent = "A. Gent"\n', "utf-8")
    desk = Desk.open(place)
    desk.add_note("A note")
    desk.add_scene("Another — “scene”")
    desk.close()
    again = file.read_text("utf-8")
    assert again.startswith("# my book\n")
    assert 'agent = "A. Gent"' in again
    desk = Desk.open(place)
    assert [entry.title for entry in desk.folder.outline.entries] == ["Untitled scene", "Another — “scene”", "A note"]
    desk.close()


def test_changes_made_together_are_undone_together(place):
    desk = Desk.open(place)
    draft = desk.draft(only_scene(desk))
    with draft.together():
        for at in (18, 4):
            draft.apply(Change(at, 1, "X"))
    draft.apply(Change(5, 0, "y"))
    after = draft.text.text
    assert draft.undo()
    assert draft.text.text == after.replace("Xy", "X")
    assert draft.undo()
    assert draft.text.text == TEXT
    assert draft.redo()
    assert draft.redo()
    assert draft.text.text == after
    desk.close()


@pytest.mark.parametrize(
    "text", ["one\r\ntwo\n", "one\rtwo", "one\r\ntwo\r\n", "a\ud83d lone half", "\u2028\u00a0\u0000\ufdd0"]
)
def test_odd_characters_do_not_look_like_another_programs_edit(place, text):
    desk = Desk.open(place)
    desk.draft(only_scene(desk)).apply(Change(0, len(TEXT), text, Origin.PASTED), Cause.PASTE)
    assert desk.close()
    assert report_spans(place) == [(0, "pasted")]
    for _ in range(2):
        desk = Desk.open(place)
        assert desk.notices == []
        assert desk.text(only_scene(desk)) == text
        desk.draft(only_scene(desk)).apply(Change(0, 0, "x"))
        desk.draft(only_scene(desk)).apply(Change(0, 1, ""))
        assert desk.close()
    assert list((place / "scenes").glob("*changed outside*")) == []


def test_mixed_line_ends_in_a_file_are_kept(place):
    path = scene_file(place)
    path.write_bytes(b"one\r\ntwo\nthree\r")
    desk = Desk.open(place)
    desk.draft(only_scene(desk)).apply(Change(0, 0, "x"))
    assert desk.close()
    assert path.read_bytes() == b"xone\r\ntwo\nthree\r"
    desk = Desk.open(place)
    assert desk.notices == []
    desk.close()
