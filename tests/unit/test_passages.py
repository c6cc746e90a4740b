"""Passages between manuscripts: what the seal holds together, and what a manuscript makes of what arrives."""

import hashlib
import hmac
import os
import stat
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from firsthand.companion import Purpose, Suggestion
from firsthand.desk.carrier import Carrier
from firsthand.desk.passages import KEY_LENGTH, Passage, kept_key, sealed, unsealed
from firsthand.desk.reading import read_account
from firsthand.desk.session import Desk
from firsthand.history import Brought, Cause, Declared, Said, verify
from firsthand.manuscript import Folder
from firsthand.provenance import Change, Finding, Origin, Rule, Run, Source

KEY, OTHER_KEY = bytes(range(32)), bytes(32)
TYPED = Source(Origin.TYPED)
MODEL = Source(Origin.MODEL, "r.1")
FOUND = Source(Origin.TYPED, None, Finding(Rule.MOVED, Origin.PASTED, "paste:1"))
TOLD = Brought("r.1", 0, "Low Tide", "A gull.", "Version 1", "a model", "continue", when="2026-11-22T01:00:00.000Z")


def passage(text: str = "own gull", *runs: Run) -> Passage:
    return Passage(text, runs or (Run(4, TYPED), Run(4, MODEL, 2)), "m", "Low Tide", (TOLD,), "n1")


# The seal

PASSAGES = [
    passage(),
    passage("a\r\nb\u2029c\x00\ufeff", Run(8, FOUND)),
    passage("😀\u00a0é", Run(2, MODEL, 7), Run(2, Source(Origin.PASTED, "paste:1"), 3)),
    passage("lone \ud83d", Run(6, TYPED)),
    Passage("", ()),
]


@pytest.mark.parametrize("one", PASSAGES, ids=lambda p: ascii(p.text))
def test_a_sealed_passage_comes_back_as_it_went(one: Passage) -> None:
    assert unsealed(sealed(one, KEY), KEY) == one


def line(**changed: object) -> bytes:
    """What lies under the seal, with some of it changed, sealed anew under the right key."""
    data = msgspec.json.decode(sealed(passage(), KEY).partition(b"\n")[2])
    return seal(msgspec.json.encode({**data, **changed}))


def seal(body: bytes, key: bytes = KEY) -> bytes:
    return hmac.new(key, body, hashlib.sha256).hexdigest().encode() + b"\n" + body


GOOD = sealed(passage(), KEY)
WORTHLESS = {
    "nothing": b"",
    "a token": b"0123456789abcdef",
    "no seal": GOOD.partition(b"\n")[2],
    "an empty seal": b"\n" + GOOD.partition(b"\n")[2],
    "another user's key": sealed(passage(), OTHER_KEY),
    "the seal of something else": sealed(passage("own fish"), KEY).partition(b"\n")[0]
    + b"\n"
    + GOOD.partition(b"\n")[2],
    "an altered origin": GOOD.replace(b'"model"', b'"typed"'),
    "an altered text": GOOD.replace(b"own gull", b"own bull"),
    "something added": GOOD + b" ",
    "cut short": GOOD[:-1],
    "an older form": line(version=0),
    "a later form": line(version=2),
    "runs that are too short": line(runs=[[7, "typed", None, 0]]),
    "runs that are too long": line(runs=[[9, "typed", None, 0]]),
    "an empty run": line(runs=[[8, "typed", None, 0], [0, "typed", None, 0]]),
    "a run that goes back": line(runs=[[9, "typed", None, 0], [-1, "typed", None, 0]]),
    "a place before the beginning": line(runs=[[8, "model", "r.1", -1]]),
    "an unknown origin": line(runs=[[8, "divine", None, 0]]),
    "a finding over nothing": line(found=[[2, "moved", "pasted", None]]),
    "no text": line(text=None),
    "a moment that is none": line(about=[{"k": "brought", "ref": "r.1", "t": 0, "when": "yesterday"}]),
    "not JSON": seal(b"not json"),
    "half a surrogate": seal(b'{"text":"\\ud83d'),
    "not UTF-8": seal(b'{"text":"\xff"}'),
}


@pytest.mark.parametrize("data", WORTHLESS.values(), ids=WORTHLESS.keys())
def test_what_was_forged_altered_or_not_understood_is_no_passage(data: bytes) -> None:
    assert unsealed(data, KEY) is None


def test_each_byte_of_a_sealed_passage_is_under_the_seal() -> None:
    for at in range(len(GOOD)):
        altered = GOOD[:at] + bytes([GOOD[at] ^ 1]) + GOOD[at + 1 :]
        assert unsealed(altered, KEY) is None, at


@pytest.mark.parametrize(
    ("text", "beside", "same"),
    [
        ("own gull", "own gull", True),
        ("own gull", "own bull", False),
        ("own gull", "own gull ", False),
        ("own gull", "", False),
        ("own gull", "Own gull", False),
        ("a\nb", "a\r\nb", True),
        ("a\r\nb\rc\u2029d", "a\nb\nc\nd", True),
        ("a\nb", "a b", False),
        ("lone \ud83d!", "lone !", True),
        ("lone \ud83d!", "lone \ufffd!", True),
        ("lone \ud83d!", "lone ?!", False),
        ("\ufeffbegins", "begins", True),
        ("n\u00a0b", "n b", False),
    ],
)
def test_a_passage_holds_for_its_own_text_alone(text: str, beside: str, same: bool) -> None:
    assert passage(text).is_in(beside) is same


# The key


def test_the_key_is_made_once_and_nobody_elses(tmp_path: Path) -> None:
    place = tmp_path / "state" / "passage.key"
    key = kept_key(place)
    assert (len(key), place.read_bytes()) == (KEY_LENGTH, key)
    assert [found.name for found in place.parent.iterdir()] == ["passage.key"]
    kept_key.cache_clear()
    assert kept_key(place) == key
    if os.name == "posix":
        assert stat.S_IMODE(place.stat().st_mode) == 0o600


def test_windows_that_start_at_once_agree_on_the_key(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from firsthand.desk.passages import kept_key\n"
        "print('ready', flush=True); sys.stdin.readline(); print(kept_key(Path(sys.argv[1])).hex())"
    )
    command = [sys.executable, "-c", script, str(tmp_path / "passage.key")]
    pipe = subprocess.PIPE
    processes = [subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) for _ in range(4)]
    for process in processes:
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        process.stdin.write("\n")
        process.stdin.flush()
    assert {process.communicate()[0] for process in processes} == {f"{(tmp_path / 'passage.key').read_bytes().hex()}\n"}


def test_a_damaged_key_is_made_anew(tmp_path: Path) -> None:
    place = tmp_path / "passage.key"
    place.write_bytes(b"short")
    assert kept_key(place) == place.read_bytes()
    assert len(place.read_bytes()) == KEY_LENGTH


def test_where_no_key_can_be_kept_one_holds_while_the_program_runs(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("no folder")
    place = tmp_path / "state" / "passage.key"
    key = kept_key(place)
    assert len(key) == KEY_LENGTH
    assert kept_key(place) == key


def test_a_disk_without_links_keeps_the_key_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError("this disk knows no links")

    monkeypatch.setattr(os, "link", refuse)
    place = tmp_path / "passage.key"
    assert kept_key(place) == place.read_bytes()
    assert [found.name for found in tmp_path.iterdir()] == ["passage.key"]


# Between manuscripts

FROM_M = [
    (TYPED, 0, Source(Origin.TYPED, "m/"), 0),
    (MODEL, 3, Source(Origin.MODEL, "m/r.1"), 3),
    (Source(Origin.PASTED, "paste:1"), 3, Source(Origin.PASTED, "m/paste:1"), 3),
    (Source(Origin.IMPORTED), 0, Source(Origin.IMPORTED, "m/"), 0),
    (Source(Origin.OUTSIDE, "outside:1"), 0, Source(Origin.OUTSIDE, "m/outside:1"), 0),
    (Source(Origin.TOOL, "spacing"), 0, Source(Origin.TOOL, "spacing"), 0),
    (FOUND, 0, Source(Origin.TYPED, "m/", Finding(Rule.MOVED, Origin.PASTED, "m/paste:1")), 0),
    (
        Source(Origin.RETYPED, "r.1", Finding(Rule.RARE, Origin.TYPED)),
        5,
        Source(Origin.RETYPED, "m/r.1", Finding(Rule.RARE, Origin.TYPED, "m/")),
        5,
    ),
    (Source(Origin.MODEL, "x/r.1"), 3, Source(Origin.MODEL, "x/r.1"), 3),
    (Source(Origin.TYPED, "x/"), 9, Source(Origin.TYPED, "x/"), 9),
    (Source(Origin.MODEL, "here/r.1"), 3, Source(Origin.MODEL, "r.1"), 3),
    (Source(Origin.TYPED, "here/"), 9, TYPED, 0),
]


@pytest.mark.parametrize(("source", "offset", "here", "at"), FROM_M)
def test_what_text_of_another_manuscript_refers_to_here(source: Source, offset: int, here: Source, at: int) -> None:
    runs, cause = Carrier("here").arrives(passage("gull", Run(4, source, offset)))
    assert (runs, cause) == ((Run(4, here, at),), Cause.COPY)


@pytest.mark.parametrize(("source", "offset"), [row[:2] for row in FROM_M])
def test_in_its_own_manuscript_a_passage_stays_as_it_is(source: Source, offset: int) -> None:
    assert Carrier("m").arrives(passage("gull", Run(4, source, offset)))[0] == (Run(4, source, offset),)


def test_only_the_first_paste_of_what_was_cut_is_a_move() -> None:
    here, there = Carrier("m"), Carrier("x")
    runs = (Run(4, TYPED),)

    def causes(one: Passage, **more: bool) -> list[Cause]:
        return [here.arrives(one, **more)[1] for _ in range(2)]

    assert causes(here.leaves("gull", runs, cut=True)) == [Cause.MOVE, Cause.COPY]
    assert causes(here.leaves("gull", runs)) == [Cause.COPY, Cause.COPY]
    assert causes(here.leaves("gull", runs), moved=True) == [Cause.MOVE, Cause.MOVE]
    assert causes(there.leaves("gull", runs, cut=True), moved=True) == [Cause.COPY, Cause.COPY]


def test_what_an_undo_put_back_is_not_moved() -> None:
    carrier = Carrier("m")
    cut, other = carrier.leaves("gull", (Run(4, TYPED),), cut=True), carrier.leaves("fish", (Run(4, TYPED),), cut=True)
    carrier.heard(Change(0, 0, "a gull"), Cause.TYPE)
    carrier.heard(Change(0, 0, "gull"), Cause.UNDO)
    assert [carrier.arrives(one)[1] for one in (cut, other)] == [Cause.COPY, Cause.MOVE]


def test_the_cuts_that_are_remembered_are_few() -> None:
    carrier = Carrier("m")
    cuts = [carrier.leaves(str(n), (Run(len(str(n)), TYPED),), cut=True) for n in range(17)]
    assert [carrier.arrives(cuts[n])[1] for n in (0, 1, 16)] == [Cause.COPY, Cause.MOVE, Cause.MOVE]


# Two desks, and what is on disk afterwards


@pytest.fixture
def desks(tmp_path: Path) -> tuple[Desk, Desk]:
    return Desk.create(tmp_path / "a", "Low Tide"), Desk.create(tmp_path / "b", "High Water")


def first(desk: Desk) -> str:
    return desk.folder.outline.scenes[0].id


def carry(source: Desk, target: Desk) -> Cause:
    """Copy the whole first scene of one manuscript to the end of another's."""
    of, into = source.draft(first(source)), target.draft(first(target))
    data = sealed(of.carrier.leaves(of.text.text, of.text.runs(0, len(of.text))), KEY)
    arrived = unsealed(data, KEY)
    assert arrived is not None
    runs, cause = into.carrier.arrives(arrived)
    into.apply(Change(len(into.text), 0, arrived.text, runs), cause)
    return cause


def spans(desk: Desk) -> list[tuple[str, str, str | None, int]]:
    text = desk.draft(first(desk)).text
    return [(text.slice(s.start, s.end), s.origin.value, s.source.ref, s.offset) for s in text.spans()]


def test_a_passage_tells_the_other_manuscript_what_it_refers_to(desks: tuple[Desk, Desk]) -> None:
    a, b = desks
    draft, m = a.draft(first(a)), a.folder.outline.id
    request = a.suggesting.compose(first(a), 9, Purpose.CONTINUE)
    suggestion = Suggestion(f"{request.id}.1", request.id, Purpose.CONTINUE, "Version 1", "A gull.", 1.0, "a model")
    draft.apply(Change(0, 0, "Her own. "))
    a.suggesting.asked(first(a), request)
    a.suggesting.shown(suggestion)
    a.suggesting.insert(suggestion, first(a), 9)
    draft.bring(16, 0, " Quoted.", Cause.PASTE)
    pasted = str(draft.text.runs(16, 17)[0].source.ref)
    a.replay.take(Declared(pasted, 7, Said.QUOTATION), a.began)
    expected = [
        ("Her own. ", "typed", f"{m}/", 0),
        ("A gull.", "model", f"{m}/{suggestion.id}", 0),
        (" Quoted.", "pasted", f"{m}/{pasted}", 0),
    ]
    assert carry(a, b) is Cause.COPY
    assert spans(b) == expected
    assert carry(a, b) is Cause.COPY
    assert spans(b) == expected * 2
    a.close()
    b.close()
    account = read_account(Folder.open(b.folder.path))
    assert verify(account.history, b.folder.outline.id).whole
    kept = [record for reading in account.history.readings for record in reading.records if isinstance(record, Brought)]
    assert [(one.ref, one.title) for one in kept] == [(ref, "Low Tide") for _, _, ref, _ in expected]
    assert (kept[1].text, kept[1].label, kept[1].model, kept[1].purpose) == (
        "A gull.",
        "Version 1",
        "a model",
        "continue",
    )
    assert account.replay.shown[f"{m}/{suggestion.id}"][0].text == "A gull."
    declared, when = account.replay.declared[f"{m}/{pasted}"]
    assert (declared.said, when) == (Said.QUOTATION, a.began + 7)
    state = account.replay.scene(first(b))
    assert list(state.text.spans()) == list(b.draft(first(b)).text.spans())
    assert state.ever_inserted[Origin.MODEL] == 14
    assert {(i.suggestion, i.start, i.end) for i in state.insertions} == {(f"{m}/{suggestion.id}", 0, 7)}


def test_a_passage_that_comes_home_is_at_home(desks: tuple[Desk, Desk]) -> None:
    a, b = desks
    a.draft(first(a)).apply(Change(0, 0, "own ", (Run(4, TYPED),)))
    a.draft(first(a)).apply(Change(4, 0, "gull", MODEL), Cause.SUGGESTION)
    b.draft(first(b)).apply(Change(0, 0, "B. "))
    carry(a, b)
    carry(b, a)
    x = b.folder.outline.id
    assert spans(a) == [
        ("own ", "typed", None, 0),
        ("gull", "model", "r.1", 0),
        ("B. ", "typed", f"{x}/", 0),
        ("own ", "typed", None, 0),
        ("gull", "model", "r.1", 0),
    ]
    assert list(a.replay.brought) == [f"{x}/"]
    a.close()
    b.close()


def test_what_is_said_later_is_told_too(desks: tuple[Desk, Desk]) -> None:
    a, b = desks
    draft = a.draft(first(a))
    draft.bring(0, 0, "Quoted.", Cause.PASTE)
    ref = str(draft.text.runs(0, 1)[0].source.ref)
    there = f"{a.folder.outline.id}/{ref}"
    carry(a, b)
    assert there not in b.replay.declared
    a.replay.take(Declared(ref, 7, Said.OWN), a.began)
    carry(a, b)
    assert b.replay.declared[there][0].said is Said.OWN
    a.replay.take(Declared(ref, 8, Said.AI), a.began)
    carry(a, b)
    assert b.replay.declared[there][0].said is Said.OWN  # what was said here before stands
    b.replay.take(Declared(there, 9, Said.NOTHING), b.began)
    told = b.draft(first(b)).carrier.leaves("Quoted.", (Run(7, Source(Origin.PASTED, there)),)).about
    assert [(one.ref, one.said) for one in told] == [(there, None)]
    a.close()
    b.close()


def test_a_copy_of_the_manuscript_tells_of_what_only_it_was_shown() -> None:
    kept: list[Brought] = []
    carrier = Carrier("m", "Low Tide", keep=kept.append)
    runs, cause = carrier.arrives(passage())
    assert (runs, cause) == (passage().runs, Cause.COPY)
    assert kept == [TOLD]
