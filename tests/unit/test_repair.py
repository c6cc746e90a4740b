"""Damage of every kind: the manuscript opens, repairing rebuilds what it can and says the rest; nothing is deleted."""

import shutil

import pytest
import zstandard

from firsthand.cli.commands import run
from firsthand.desk.repairing import RepairError, repair
from firsthand.desk.reporting import check
from firsthand.desk.sample import sample_novel
from firsthand.desk.session import Desk, DeskError
from firsthand.history import Cause, Status, write_closed
from firsthand.history.damaged import ACCOUNT
from firsthand.history.repair import repair_journal, repair_marks
from firsthand.history.signing import PUBLIC_NAME, read_public_file
from firsthand.manuscript import Folder
from firsthand.provenance import Change, Origin, Source
from tests.sealed import SIGNER
from tests.unit.test_history_files import sitting

FIRST, PASTED, LAST = "The tide was out. ", "Nobody had told Ines. ", "She waited. "
WHOLE, BROKEN = Status.WHOLE, Status.BROKEN


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A manuscript with two closed sittings, a note, and a sitting that was killed with something in its journal."""
    live = tmp_path_factory.mktemp("made") / "book"
    desk = Desk.create(live, "A book")
    scene = desk.folder.outline.scenes[0].id
    desk.draft(scene).apply(Change(0, 0, FIRST))
    note = desk.add_note("Ines").id
    desk.draft(note).apply(Change(0, 0, "A clerk."))
    desk.rename(scene, "Low water")
    assert desk.close()
    desk = Desk.open(live)
    desk.draft(scene).apply(Change(len(FIRST), 0, PASTED, Source(Origin.PASTED, "paste:1")), Cause.PASTE)
    assert desk.close()
    desk = Desk.open(live)
    desk.draft(scene).apply(Change(len(FIRST + PASTED), 0, LAST))
    assert desk.settle()
    desk.draft(note).apply(Change(0, 0, "Ines: ", Source(Origin.PASTED, "paste:2")), Cause.PASTE)
    assert desk.flush()
    killed = live.with_name("killed")
    shutil.copytree(live, killed)
    assert desk.close()
    return killed


@pytest.fixture
def book(made, tmp_path):
    shutil.copytree(made, tmp_path / "book")
    return tmp_path / "book"


def closed(book, number):
    """In the order in which they were closed; names of one second have no order."""
    return sorted((book / "history").glob("*.zst"), key=lambda path: path.stat().st_mtime_ns)[number]


def one(book, pattern):
    return next(book.glob(pattern))


def append(path, data):
    path.write_bytes(path.read_bytes() + data)


def put(path, data):
    path.write_bytes(data(path.read_bytes()) if callable(data) else data)


def in_journal(book, line):
    """Noise in the place of a line of the journal."""

    def harmed(data):
        lines = data.splitlines(keepends=True)
        lines[line] = b"\xff noise {\n"
        return b"".join(lines)

    put(one(book, "history/*.journal"), harmed)


ALL = [(FIRST, "typed"), (PASTED, "pasted"), (LAST, "typed")]
# what happens to the manuscript; what the record is worth then; whether something is lost; whose the words are then
HARMS = {
    "nothing": (lambda book: None, WHOLE, False, ALL),
    "a closed file has something behind its end": (lambda b: append(closed(b, 0), b"noise"), WHOLE, False, ALL),
    "a closed file's checksum is wrong": (lambda b: put(closed(b, 0), lambda d: d[:-1] + b"?"), WHOLE, False, ALL),
    "a closed file has no checksum": (lambda b: put(closed(b, 1), lambda d: d[:-4]), WHOLE, False, ALL),
    "a journal's last line is not finished": (
        lambda b: append(one(b, "history/*.journal"), b'{"k":"change","sc'),
        WHOLE,
        False,
        ALL,
    ),
    "a journal's beginning is damaged": (lambda b: in_journal(b, 0), WHOLE, False, ALL),
    "a journal is damaged at its end": (lambda b: in_journal(b, -1), BROKEN, True, ALL),
    "a head is missing": (lambda b: one(b, "history/*.head").unlink(), WHOLE, False, ALL),
    "a head is damaged": (lambda b: put(one(b, "history/*.head"), b"noise"), WHOLE, False, ALL),
    "a scene's file is missing": (lambda b: one(b, "scenes/*.md").unlink(), WHOLE, False, ALL),
    "a scene's file is empty": (lambda b: put(one(b, "scenes/*.md"), b""), WHOLE, False, ALL),
    "the outline is missing": (lambda b: (b / "manuscript.toml").unlink(), WHOLE, False, ALL),
    "the outline is noise": (lambda b: put(b / "manuscript.toml", b"\xff\x00["), WHOLE, False, ALL),
    "the outline has one bad line": (lambda b: append(b / "manuscript.toml", b"\nx = "), WHOLE, False, ALL),
    "a write was never finished": (lambda b: (b / "scenes" / ".x.md.77.tmp").write_bytes(b"half"), WHOLE, False, ALL),
}
"""What is harmed, and what of it a repair makes."""


def whose(book):
    desk = Desk.open(book)
    text = desk.draft(desk.folder.outline.scenes[0].id).text
    found = [(text.slice(s.start, s.end), str(s.origin)) for s in text.spans()]
    assert desk.close()
    return found


@pytest.mark.parametrize("harm", HARMS, ids=str)
def test_what_was_harmed_is_repaired_as_far_as_it_can_be(book, harm):
    do, status, lost, expected = HARMS[harm]
    do(book)
    done = repair(book)
    assert (done.verification.status, done.lost) == (status, lost)
    assert whose(book) == expected
    assert check(book).status is status
    if not done.repairs:
        return
    again = repair(book)
    assert (again.repairs, again.verification.status) == ((), status)


@pytest.mark.parametrize(
    "harm",
    [
        lambda b: put(closed(b, 0), lambda d: d[: len(d) // 2]),
        lambda b: put(closed(b, 0), b"noise"),
        lambda b: closed(b, 0).unlink(),
        lambda b: closed(b, 1).unlink(),
    ],
    ids=["cut", "noise", "gone", "another gone"],
)
def test_a_sitting_that_cannot_be_read_stays_a_fault_and_no_word_goes(book, harm):
    harm(book)
    done = repair(book)
    assert done.verification.status is BROKEN
    found = whose(book)
    assert "".join(text for text, _ in found) == FIRST + PASTED + LAST
    assert {kind for _, kind in found} <= {kind for _, kind in ALL} | {"outside"}
    assert "outside" in {kind for _, kind in found}
    assert check(book).status is BROKEN
    assert repair(book).verification.status is BROKEN


@pytest.mark.parametrize("harm", HARMS, ids=str)
def test_a_harmed_manuscript_opens_with_every_word(book, harm):
    HARMS[harm][0](book)
    if "outline" in harm:
        with pytest.raises(DeskError, match=r"manuscript\.toml"):
            Desk.open(book)
        return
    desk = Desk.open(book)
    assert desk.text(desk.folder.outline.scenes[0].id) == FIRST + PASTED + LAST
    assert desk.read_only == ""
    assert desk.close()


def test_every_file_that_is_set_aside_is_kept_with_an_account(book):
    noise = {"a": b"noise a", "b": b"noise b"}
    name = closed(book, 0).name
    closed(book, 0).write_bytes(noise["a"])
    head = one(book, "history/*.head").name
    (book / "history" / head).write_bytes(noise["b"])
    done = repair(book)
    kept = book / "history" / "damaged"
    assert (kept / f"{name}.lost").read_bytes() == noise["a"]
    assert (kept / f"{head}.mended").read_bytes() == noise["b"]
    account = (kept / ACCOUNT).read_text("utf-8")
    assert f"{name}.lost: nothing in it could be read" in account
    assert any(name in fault and "set aside" in fault for fault in done.verification.faults)


@pytest.mark.parametrize("size", range(0, 400, 29))
def test_an_outline_cut_anywhere_is_made_again_with_the_same_scenes(book, size):
    whole = (book / "manuscript.toml").read_bytes()
    desk = Desk.open(book)
    outline = desk.folder.outline
    desk.close()
    (book / "manuscript.toml").write_bytes(whole[:size])
    repair(book)
    desk = Desk.open(book)
    found = desk.folder.outline
    desk.close()
    assert found.id == outline.id
    assert [(e.id, e.file) for e in found.entries] == [(e.id, e.file) for e in outline.entries]
    assert check(book).whole


def test_a_scene_of_which_neither_file_nor_outline_is_left_comes_from_the_history(book):
    one(book, "scenes/*.md").unlink()
    (book / "manuscript.toml").unlink()
    repair(book)
    assert whose(book) == ALL
    assert one(book, "scenes/*.md").read_text("utf-8") == FIRST + PASTED + LAST


@pytest.mark.parametrize("cut", ["", "[[note", 'title = "The auct', "\xff"])
def test_without_a_history_an_outline_is_made_of_what_can_be_read_of_it(tmp_path, cut):
    book = sample_novel(tmp_path / "book")
    whole = Folder.open(book).outline
    text = (book / "manuscript.toml").read_text("utf-8")
    end = text.index(cut) + len(cut) if cut in text else len(text) // 2
    (book / "manuscript.toml").write_bytes(text[:end].encode() + b"\n[[")
    repair(book)
    found = Folder.open(book).outline
    assert (found.id, found.title) == (whole.id, whole.title) if cut else found.title == "book"
    assert {entry.file for entry in found.entries} == {entry.file for entry in whole.entries}
    assert found.scenes[:2] == whole.scenes[:2] if cut else len(found.scenes) == 5


def test_a_block_that_does_not_fit_is_never_made_to_fit(book, tmp_path):
    desk = Desk.open(book)
    desk.close()
    path = closed(book, 0)
    data = zstandard.ZstdDecompressor().decompressobj().decompress(path.read_bytes())
    changed = zstandard.ZstdCompressor(write_checksum=True).compress(data.replace(b"The tide", b"The wave"))
    path.write_bytes(changed)
    done = repair(book)
    assert done.verification.status is BROKEN
    assert "stays as it is" in done.repairs[0].said
    assert path.read_bytes() == changed


def test_the_public_key_is_made_again_and_heads_signed(tmp_path):
    seal = write_closed(tmp_path / "one.jsonl.zst", sitting(), [], SIGNER)
    assert [(r.file, r.lost) for r in repair_marks(tmp_path, lambda: None)] == [
        ("m1.head", True),
        (PUBLIC_NAME, False),
    ]
    assert read_public_file((tmp_path / PUBLIC_NAME).read_bytes()) == SIGNER.public
    (tmp_path / PUBLIC_NAME).write_bytes(b"noise")
    assert [r.file for r in repair_marks(tmp_path, lambda: SIGNER)] == ["m1.head", PUBLIC_NAME]
    assert seal in (tmp_path / "m1.head").read_text()


def test_the_journal_of_another_computer_is_mended_only_when_asked(book):
    in_journal(book, -1)
    path = one(book, "history/*.journal").with_suffix(".jsonl")
    assert repair_journal(path, "another") is None
    assert repair_journal(path).lost


def test_opening_mends_the_journal_of_its_own_computer_and_says_so(book):
    in_journal(book, -1)
    desk = Desk.open(book)
    assert any("history/damaged" in notice for notice in desk.notices)
    desk.close()
    assert "set aside" in check(book).faults[0]


def test_an_open_manuscript_is_not_repaired(book):
    desk = Desk.open(book)
    with pytest.raises(RepairError, match="open in a window"):
        repair(book)
    desk.close()
    with pytest.raises(RepairError, match="not a manuscript"):
        repair(book / "scenes")


def test_what_the_disk_does_not_give_opens_for_reading(book, monkeypatch):
    path = closed(book, 0)
    path.unlink()
    path.mkdir()  # reading it is refused, as by a bad sector
    desk = Desk.open(book)
    assert "for reading only" in desk.read_only
    assert desk.text(desk.folder.outline.scenes[0].id) == FIRST + PASTED + LAST
    desk.close()


def test_the_command_says_what_it_did(book, capsys):
    assert run(["repair", str(book)], lambda _: 0) == 0
    out = capsys.readouterr().out
    assert "Whole:" in out
    closed(book, 0).write_bytes(b"noise")
    assert run(["repair", str(book)], lambda _: 0) == 1
    out = capsys.readouterr().out
    assert "damaged and set aside: nothing in it could be read." in out
    assert "Not whole:" in out
    assert run(["repair", str(book / "scenes")], lambda _: 0) == 2
    assert "not a manuscript" in capsys.readouterr().err
