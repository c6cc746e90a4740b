"""What was done to a history is noticed, and named: one table, then every bit and every length.

The histories are made by ``tests.sealed``, which follows the document and none of the code that is tested here.
"""

import re
from pathlib import Path

import msgspec
import pytest

from firsthand.history import History, HistoryError, Reading, Status, read_history, verify
from firsthand.history.heads import Head
from firsthand.history.sealing import SealingError, redacted
from firsthand.history.signing import fingerprint
from tests.sealed import MANUSCRIPT, OTHER, SIGNER, head, history, sitting, typed


def lay(folder, files):
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return folder


def outcome(folder):
    return verify(read_history(folder), MANUSCRIPT)


def lines(files, name="a.jsonl"):
    return files[name].splitlines(keepends=True)


def change(files, make, name="a.jsonl"):
    """The files with the lines of one made anew."""
    return {**files, name: b"".join(make(lines(files, name)))}


def without(files, *names):
    return {name: data for name, data in files.items() if name not in names}


def put(*pieces):
    """A sitting line, and blocks, of the first sitting's lines by number."""
    return lambda all_lines: [all_lines[i] for i in pieces]


def swap(old, new):
    return lambda all_lines: [line.replace(old, new) for line in all_lines]


def cut_seal(*fields):
    return lambda all_lines: [re.sub(rb',"(?:%b)":"[^"]*"' % b"|".join(fields), b"", line) for line in all_lines]


def first_of(field, edit=lambda text: text[:-2] + (b"0" if text[-2:-1] != b"0" else b"1") + text[-1:]):
    """The first such field of a file with its last character changed."""
    return lambda all_lines: re.sub(
        rb'"%b":"[^"]*"' % field, lambda found: edit(found[0]), b"".join(all_lines), count=1
    ).splitlines(keepends=True)


def another(signer=SIGNER, text="The tide was in.", **more):
    """The first sitting with another text, as someone makes it who has a key, or none."""
    data, seals = sitting("a", [[typed(text)], [typed(" Nobody had told her.", 17)]], signer=signer, **more)
    return {"a.jsonl": data}, seals


def by_another_key(files):
    """The signatures of the first sitting's seals, made anew by another key."""
    ours, _ = sitting(
        "a", [[typed("The tide was out.")], [typed(" Nobody had told her.", 17)]], promised=SIGNER, signer=OTHER
    )
    return {**files, "a.jsonl": ours}


def seal_of_another_manuscript(files):
    theirs, _ = sitting("a", [[typed("The tide was out.")], [typed(" Nobody had told her.", 17)]], manuscript="ffff")
    return change(files, lambda ours: [*ours[:2], theirs.splitlines(keepends=True)[2], *ours[3:]])


def journal(*texts, first=5, name="b"):
    found = b"".join(typed(text) for text in texts)
    return b'{"k":"journal","sitting":"%b","from":%d}\n' % (name.encode(), first) + found


def unended(**more):
    """A history of which the second sitting has not closed."""
    files = history()
    first = lines(files)[-1].partition(b'"hash":"')[2][:64].decode()
    two, seals = sitting("b", [[typed("Well, ")]], [first], began="2026-11-23T01:13:00.000Z", end=False, **more)
    return {**files, "b.jsonl": two, "m1.head": head(seals[-1], "b")}


BROKEN, UNSEALED, UNCLOSED = Status.BROKEN, Status.UNSEALED, Status.UNCLOSED

TABLE = {
    "a letter changed": (lambda f: change(f, swap(b"out", b"in!")), BROKEN, "a.jsonl, block 1 (lines 1 to 3)"),
    "a length changed": (lambda f: change(f, swap(b'"n":17', b'"n":18')), BROKEN, "a.jsonl, block 1"),
    "a line removed": (lambda f: change(f, put(0, 2, 3, 4)), BROKEN, "a line is missing or was added"),
    "a line twice": (lambda f: change(f, put(0, 1, 1, 2, 3, 4)), BROKEN, "a line is missing or was added"),
    "two lines swapped": (lambda f: change(f, put(1, 0, 2, 3, 4)), BROKEN, "begin with its sitting"),
    "garbage in the middle": (lambda f: change(f, lambda a: [*a[:1], b"\x00\xff\n", *a[2:]]), BROKEN, "block 1"),
    "hashes removed": (lambda f: change(f, cut_seal(b"hash")), BROKEN, "its seal is damaged"),
    "signatures removed": (lambda f: change(f, cut_seal(b"sig")), BROKEN, "has lost its signature"),
    "salts removed": (lambda f: change(f, cut_seal(b"salt")), BROKEN, "its seal is damaged"),
    "salts and spines removed": (lambda f: change(f, cut_seal(b"salt", b"spine")), BROKEN, "no salt"),
    "a salt edited": (
        lambda f: change(f, first_of(b"salt")),
        BROKEN,
        "a.jsonl, block 1 (lines 1 to 3): it was changed",
    ),
    "a spine edited": (lambda f: change(f, first_of(b"spine")), BROKEN, "a.jsonl, block 1 (lines 1 to 3): it was"),
    "the whole of a redacted copy edited": (
        lambda f: change({**f, "a.jsonl": redacted(f["a.jsonl"])}, first_of(b"whole")),
        BROKEN,
        "a.jsonl, block 1 (lines 1 to 3): it was changed",
    ),
    "a redacted copy without its whole": (
        lambda f: change({**f, "a.jsonl": redacted(f["a.jsonl"])}, cut_seal(b"whole")),
        BROKEN,
        "words were taken out",
    ),
    "a signature before the last edited": (
        lambda f: change(f, first_of(b"sig", lambda text: text[:8] + (b"A" if text[8:9] != b"A" else b"B") + text[9:])),
        BROKEN,
        "the seal of a.jsonl, block 1, is not signed by the key it names",
    ),
    "a signature before the last removed": (
        lambda f: change(f, lambda a: [*a[:2], *cut_seal(b"sig")(a[2:3]), *a[3:]]),
        BROKEN,
        "the seal of a.jsonl, block 1, has lost its signature",
    ),
    "a seal removed": (lambda f: change(f, put(0, 1, 3, 4)), BROKEN, "a.jsonl, block 1"),
    "all seals removed": (lambda f: change(f, put(0, 1, 3)), BROKEN, "behind its last seal"),
    "the first block removed": (lambda f: change(f, put(3, 4)), BROKEN, "begin with its sitting"),
    "a block from the middle removed": (lambda f: change(three(f), put(0, 1, 2, 5, 6)), BROKEN, "a.jsonl, block 2"),
    "two blocks swapped": (lambda f: change(three(f), put(0, 1, 2, 5, 6, 3, 4)), BROKEN, "a.jsonl, block 2"),
    "a block twice": (lambda f: change(f, put(0, 1, 2, 3, 4, 3, 4)), BROKEN, "after the sitting's end"),
    "the last block removed": (lambda f: change(f, put(0, 1, 2)), BROKEN, "before b.jsonl is missing or was cut"),
    "the last block of the last sitting removed": (
        lambda f: change(later(f), put(0, 1, 2), "b.jsonl"),
        BROKEN,
        "the computer m1 is missing or was cut",
    ),
    "that, and the head removed": (
        lambda f: change(without(later(f), "m1.head"), put(0, 1, 2), "b.jsonl"),
        BROKEN,
        "the head of the computer m1 is missing",
    ),
    "the last sitting removed": (lambda f: without(f, "b.jsonl"), BROKEN, "the computer m1 is missing or was cut"),
    "that, and the head removed too": (
        lambda f: without(f, "b.jsonl", "m1.head"),
        BROKEN,
        "the head of the computer m1 is missing",
    ),
    "the first sitting removed": (lambda f: without(f, "a.jsonl"), BROKEN, "before b.jsonl is missing"),
    "the head edited": (lambda f: change(f, swap(b'"seal":"', b'"seal":"0'), "m1.head"), BROKEN, "m1"),
    "the head made again without the key": (
        lambda f: {**f, "m1.head": head(seal_in(f), "b", signer=None)},
        BROKEN,
        "m1.head is not signed",
    ),
    "the head of another key": (
        lambda f: {**f, "m1.head": head(seal_in(f), "b").replace(b'"sig":"', b'"sig":"A')},
        BROKEN,
        "m1.head",
    ),
    "a text edited, its hash computed anew": (
        lambda f: {**f, **another(None)[0]},
        BROKEN,
        "before b.jsonl is missing or was cut",
    ),
    "a text edited, its hash computed anew, the signatures kept": (
        lambda f: change({**f, **another()[0]}, lambda a: [*a[:2], with_signature(a[2], lines(f)[2]), *a[3:]]),
        BROKEN,
        "the seal of a.jsonl, block 1, is not signed by the key it names",
    ),
    "a signature by another key": (by_another_key, BROKEN, "is not signed by the key it names"),
    "a seal from another manuscript": (seal_of_another_manuscript, BROKEN, "a.jsonl, block 1"),
    "a sitting of another manuscript": (
        lambda f: {**f, "c.jsonl": sitting("c", [[typed("x")]], manuscript="ffff", machine="m2")[0]},
        BROKEN,
        "c.jsonl belongs to another manuscript",
    ),
    "a sitting twice": (lambda f: {**f, "c.jsonl": f["a.jsonl"]}, BROKEN, "is there twice"),
    "words taken out, the salts left": (lambda f: change(f, put_bare), BROKEN, "words were taken out"),
    "words put into a redacted copy": (
        lambda f: change({**f, "a.jsonl": redacted(f["a.jsonl"])}, lambda a: [a[0], lines(f)[1], *a[2:]]),
        BROKEN,
        "no salt",
    ),
    "an opened line edited": (
        lambda f: change({**f, "a.jsonl": redacted(f["a.jsonl"], {2})}, swap(b"out", b"in!")),
        BROKEN,
        "a.jsonl, block 1",
    ),
    "a sitting that did not close": (lambda f: unended(), UNCLOSED, ""),
    "its journal not sealed": (lambda f: {**unended(), "b.journal": journal("more", first=2)}, UNSEALED, ""),
    "its journal emptied": (lambda f: {**unended(), "b.journal": b""}, UNCLOSED, ""),
    "its journal edited": (lambda f: {**unended(), "b.journal": journal("less", first=2)}, UNSEALED, ""),
    "its journal cut at the beginning": (
        lambda f: {**unended(), "b.journal": journal("more", first=4)},
        BROKEN,
        "records 2 to 3 of its sitting are missing",
    ),
    "its journal of another sitting": (
        lambda f: {**unended(), "b.journal": journal("more", first=2, name="a")},
        BROKEN,
        "of another sitting",
    ),
    "a journal's line torn": (
        lambda f: {**unended(), "b.journal": journal("more", first=2)[:-3]},
        UNSEALED,
        "the last line of the journal of b is not finished",
    ),
    "a journal after the end": (
        lambda f: {**f, "b.journal": journal("more", first=2)},
        BROKEN,
        "after the sitting's end",
    ),
}


def three(files):
    """The first sitting of three blocks."""
    data, seals = sitting("a", [[typed("One")], [typed(" two", 3)], [typed(" three", 7)]])
    two, second = sitting("b", [[typed("Well, ")]], [seals[-1]], began="2026-11-23T01:13:00.000Z")
    return {**files, "a.jsonl": data, "b.jsonl": two, "m1.head": head(second[-1], "b")}


def later(files):
    """The second sitting of two blocks."""
    first = lines(files)[-1].partition(b'"hash":"')[2][:64].decode()
    two, seals = sitting("b", [[typed("Well, ")], [typed("now ", 6)]], [first], began="2026-11-23T01:13:00.000Z")
    return {**files, "b.jsonl": two, "m1.head": head(seals[-1], "b")}


def seal_in(files):
    return lines(files, "b.jsonl")[-1].partition(b'"hash":"')[2][:64].decode()


def put_bare(all_lines):
    """The last line of a full block without its words."""
    data, _ = sitting("a", [[typed("One"), typed(" two", 3)]])
    full = data.splitlines(keepends=True)
    return [*full[:2], redacted(data).splitlines(keepends=True)[2], full[3]]


def with_signature(seal, other):
    (signature,) = re.findall(rb',"sig":"[^"]*"', other)
    return re.sub(rb',"sig":"[^"]*"', signature, seal)


@pytest.mark.parametrize("name", TABLE)
def test_what_was_done_is_noticed_and_named(tmp_path, name):
    make, status, said = TABLE[name]
    found = outcome(lay(tmp_path, make(history())))
    assert found.status is status
    assert any(said in fault for fault in found.faults) or not said, found.faults
    assert not found.signed or status is not BROKEN


def test_words_that_a_redacted_copy_would_not_stand_for_are_noticed_by_a_thorough_check(tmp_path):
    """Who has the key could seal one text for those who see the words, another for those who do not."""
    data, seals = sitting("a", [[typed("The tide was out.")]], agree=False)
    found = read_history(lay(tmp_path, {"a.jsonl": data, "m1.head": head(seals[-1], "a")}))
    assert verify(found, MANUSCRIPT).whole
    assert verify(found, MANUSCRIPT, thorough=True).faults == (
        "a.jsonl, block 1: its words are not those that a copy without them stands for",
    )
    with pytest.raises(SealingError):
        redacted(data)


@pytest.mark.parametrize("name", TABLE)
def test_a_thorough_check_finds_no_less(tmp_path, name):
    make, status, _ = TABLE[name]
    found = read_history(lay(tmp_path, make(history())))
    assert verify(found, MANUSCRIPT, thorough=True).status is status


@pytest.mark.parametrize("name", ["three", "later", "history", "redacted", "opened"])
def test_what_the_table_begins_with_is_whole_and_signed(tmp_path, name):
    files = history()
    files = {"three": three, "later": later}.get(name, lambda given: given)(files)
    if name in ("redacted", "opened"):
        files["a.jsonl"] = redacted(files["a.jsonl"], {2} if name == "opened" else ())
    found = outcome(lay(tmp_path, files))
    assert (found.status, found.signed, found.faults, found.unclosed) == (Status.WHOLE, True, (), ())
    assert [key for key, _ in found.keys] == [fingerprint(SIGNER.public)]


def test_what_is_not_signed_is_whole_and_says_so(tmp_path):
    found = outcome(lay(tmp_path, history(None)))
    assert found.whole
    assert (found.signed, found.keys, found.unsigned) == (False, (), ("a", "b"))


def test_a_history_written_anew_by_another_key_names_it(tmp_path):
    """Only the key tells: a sitting signed as a whole by another one stands beside the author's."""
    ours, seals = another(SIGNER)
    theirs, last = sitting("b", [[typed("Well, ")]], [seals[-1]], OTHER, began="2026-11-23T01:13:00.000Z")
    found = outcome(lay(tmp_path, {**ours, "b.jsonl": theirs, "m1.head": head(last[-1], "b", signer=OTHER)}))
    assert found.whole
    assert found.keys == ((fingerprint(SIGNER.public), ("a",)), (fingerprint(OTHER.public), ("b",)))


@pytest.mark.parametrize(
    ("late", "signed", "keys"), [(SIGNER, True, [SIGNER]), (OTHER, True, [SIGNER, OTHER]), (True, False, [SIGNER])]
)
def test_a_late_seal_is_said_and_may_be_of_another_key_or_of_none(tmp_path, late, signed, keys):
    data, seals = sitting("a", [[typed("One")], [typed(" two", 3)]], late=late)
    found = outcome(lay(tmp_path, {"a.jsonl": data, "m1.head": head(seals[-1], "a")}))
    assert (found.status, found.late_seals, found.signed) == (Status.WHOLE, 1, signed)
    assert [key for key, _ in found.keys] == [fingerprint(key.public) for key in keys]


@pytest.mark.parametrize(
    ("began", "doubtful"),
    [
        ("2026-11-23T01:13:00.000Z", False),
        ("2026-11-22T01:12:00.000Z", False),  # another computer's clock may be a minute off
        ("2026-11-22T01:10:00.000Z", True),
        ("2016-11-22T01:13:00.000Z", True),
    ],
)
def test_a_clock_set_back_is_said_and_does_not_change_the_order(tmp_path, began, doubtful):
    first, seals = sitting("b", [[typed("One")]])
    second, last = sitting("a", [[typed(" two", 3)]], [seals[-1]], began=began)
    lay(tmp_path, {"b.jsonl": first, "a.jsonl": second, "m1.head": head(last[-1], "a")})
    assert [reading.name for reading in read_history(tmp_path).readings] == ["b", "a"]
    found = outcome(tmp_path)
    assert found.whole
    assert [began in doubt for doubt in found.doubts if "comes after b" in doubt] == [True] * doubtful
    assert bool(found.doubts) is doubtful


def test_two_computers_that_wrote_apart_are_joined_by_what_comes_after_both(tmp_path):
    first, seals = sitting("a", [[typed("One")]])
    other, others = sitting("b", [[typed("Two", 0, "5d")]], machine="m2", began="2026-11-22T01:14:00.000Z")
    lay(
        tmp_path,
        {"a.jsonl": first, "b.jsonl": other, "m1.head": head(seals[-1], "a"), "m2.head": head(others[-1], "b", "m2")},
    )
    assert outcome(tmp_path).whole
    assert set(read_history(tmp_path).latest) == {seals[-1], others[-1]}
    joined, last = sitting("c", [[typed("!", 3)]], read_history(tmp_path).latest, began="2026-11-22T02:00:00.000Z")
    lay(tmp_path, {"c.jsonl": joined, "m1.head": head(last[-1], "c")})
    assert outcome(tmp_path).whole
    assert read_history(tmp_path).latest == (last[-1],)
    (tmp_path / "b.jsonl").unlink()
    assert "before c.jsonl is missing" in outcome(tmp_path).faults[0]


def test_a_sitting_that_is_lost_stays_known_in_what_is_written_after_it(tmp_path):
    lay(tmp_path, without(files := history(), "b.jsonl"))
    assert seal_in(files) in read_history(tmp_path).latest


def passes(folder):
    """Whether the history counts as whole and signed; one that cannot be read at all does not."""
    try:
        found = outcome(folder)
    except HistoryError:
        return False
    return found.whole and found.signed


@pytest.mark.parametrize("form", ["full", "redacted", "opened", "late", "not signed"])
def test_every_flipped_bit_of_a_sealed_file_is_noticed(form):
    signer = None if form == "not signed" else SIGNER
    data, seals = sitting("a", [[typed("Hm.")]], signer=signer, late=OTHER if form == "late" else False)
    if form in ("redacted", "opened"):
        data = redacted(data, {2} if form == "opened" else ())
    ours = msgspec.json.decode(head(seals[-1], "a", signer=signer), type=Head)

    def passes(data):
        try:
            return verify(History((Reading(Path("a.jsonl"), data, None),), (ours,)), MANUSCRIPT).whole
        except HistoryError:  # of a newer format, it seems
            return False

    assert passes(data)
    for place in range(len(data)):
        for bit in range(8):
            flipped = data[:place] + bytes([data[place] ^ 1 << bit]) + data[place + 1 :]
            assert not passes(flipped), (place, bit)


def test_every_flipped_bit_of_a_head_is_noticed(tmp_path):
    files = history()
    data = files["m1.head"]
    lay(tmp_path, files)
    for place in range(len(data)):
        bit = place % 8
        (tmp_path / "m1.head").write_bytes(data[:place] + bytes([data[place] ^ 1 << bit]) + data[place + 1 :])
        assert not passes(tmp_path), place


@pytest.mark.parametrize("name", ["a.jsonl", "b.jsonl", "m1.head"])
def test_truncation_at_every_length_is_noticed(tmp_path, name):
    files = history()
    lay(tmp_path, files)
    for size in range(len(files[name])):
        (tmp_path / name).write_bytes(files[name][:size])
        assert not passes(tmp_path), size
