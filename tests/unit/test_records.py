"""The lines of a history: every record comes back as it went; typing is coalesced without losing a change."""

import hashlib

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.history import (
    FORMAT,
    Asked,
    Brought,
    Cause,
    Changed,
    Decided,
    Declared,
    Fate,
    Named,
    Replay,
    Resynced,
    Said,
    Saved,
    SceneState,
    Shown,
    Sitting,
    Stamped,
    milliseconds,
)
from firsthand.history.changes import changed, found
from firsthand.history.lines import STAND_IN, LineReader, LineWriter
from firsthand.history.records import coalesced
from firsthand.history.sealing import line_salts, spine_of
from firsthand.provenance import Change, Finding, Origin, Rule, Run, Source

MODEL = Source(Origin.MODEL, "r.1")
RETYPED = Source(Origin.RETYPED, "r.1", Finding(Rule.RETYPED, Origin.TYPED))
MOVED = Source(Origin.TYPED, None, Finding(Rule.MOVED, Origin.PASTED, "paste:1"))

RECORDS = [
    Sitting("s", "m", "2026-11-22T01:00:00.000Z", "Firsthand", FORMAT, "0f", ("ab", "cd"), "key"),
    Changed("s", 1, 2, 3, "words"),
    Changed("s", 1, 0, 0, "lone \ud83d surrogate"),
    Changed("s", 1, 0, 0, "\udc00"),
    Changed("s", 1, 0, 0, "\u2028\u00a0\ufdd0\x00😀"),
    changed("s", 5, Change(0, 1, "abc", (Run(1, MODEL, 7), Run(2, Source(Origin.TYPED)))), Cause.MOVE),
    changed("s", 5, Change(0, 1, "abc", (Run(1, MOVED), Run(2, RETYPED, 3))), Cause.MOVE, joins=True),
    found("s", 5, Change(2, 5, "abcde", (Run(2, RETYPED, 9), Run(3, MODEL, 4)))),
    Declared("paste:1", 7, Said.OWN),
    Asked("r", 1, "s", "continue", "m", "http://x", 12, (msgspec.Raw(b'{"a":1}'),)),
    Shown("r.1", 2, "r", "text", "label", "m", 900, ((0, 4),)),
    Brought(
        "m/r.1", 2, "Low Tide", "text \ud83d", "label", "m", "continue", ((0, 4),), when="2026-11-22T01:00:00.000Z"
    ),
    Brought("m/paste:1", 2, "Low Tide", said=Said.OWN, when="2026-11-22T01:00:00.000Z"),
    Brought("m/", 2, "Low Tide"),
    Decided("r.1", 3, Fate.SET_ASIDE),
    Saved("s", 4, "00"),
    Named("n1", 4, "Draft one"),
    Named("n1", 4, scene="s"),
    Resynced("s", 5, "why"),
    Stamped(6, "ff", "MIIB"),
]


def written(*records):
    """The lines of records in one block."""
    return LineWriter().lines(records)


def read(lines):
    reader = LineReader()
    return [record for line in lines for record in reader.records(line)]


@pytest.mark.parametrize("record", RECORDS, ids=lambda r: type(r).__name__)
def test_a_record_comes_back_as_it_went(record):
    (line,) = written(record)
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1
    assert read([line]) == [record]


def test_a_block_comes_back_as_it_went():
    assert read(written(*RECORDS)) == RECORDS


def test_a_line_says_only_what_the_lines_before_it_do_not():
    lines = written(
        Changed("a", 2140, 0, 0, "The tide", ms=900),
        Changed("a", 5050, 8, 0, " was out."),
        Changed("b", 5100, 0, 0, "No."),
        Changed("a", 5200, 4, 4),
    )
    assert [line.decode() for line in lines] == [
        '{"scene":"a","at":0,"t":2140,"ms":900,"n":8,"x":"The tide"}\n',
        '{"t":2010,"n":9,"x":" was out."}\n',
        '{"scene":"b","at":0,"t":50,"n":3,"x":"No."}\n',
        '{"scene":"a","by":-13,"t":100,"del":4}\n',
    ]


def test_typing_with_corrections_is_one_line():
    keys = [*[Changed("s", 100 * i, i, 0, c) for i, c in enumerate("The tiff")]]
    keys += [Changed("s", 800, 7, 1), Changed("s", 900, 6, 1), *(Changed("s", 1000, 6, 0, "de"),)]
    (line,) = written(*coalesced(keys))
    assert line == b'{"scene":"s","at":0,"ms":1000,"n":[8,-2,2],"x":"The tiffde"}\n'
    parts = read([line])
    assert [(r.at, r.removed, r.inserted) for r in parts] == [(0, 0, "The tiff"), (6, 2, ""), (6, 0, "de")]
    assert parts[-1].t + parts[-1].ms == 1000
    assert written(*parts) == [line]


HIDDEN = [record for record in RECORDS if b',"x":' in written(record)[0]]


@pytest.mark.parametrize("record", HIDDEN, ids=lambda r: type(r).__name__)
def test_a_line_without_its_words_keeps_everything_else(record):
    (line,) = written(record)
    bare = spine_of(line, b"s" * 16)
    assert b',"x":' not in bare
    (again,) = read([bare])
    assert type(again) is type(record)
    match record:
        case Changed():
            size = len(record.change().units())
            assert msgspec.structs.replace(again, inserted=record.inserted) == record
            assert again.inserted == STAND_IN * size
        case Shown() | Brought():
            assert again.t == record.t
            assert again.text == STAND_IN * len(Change(0, 0, record.text).units())
        case _:
            assert again.t == record.t


@pytest.mark.parametrize(
    "line",
    [
        b'{"t":1,"n":1,"x":"a"}',
        b'{"scene":"s","t":1,"n":1,"x":"a"}',
        b'{"scene":"s","at":0,"n":2,"x":"a"}',
        b'{"scene":"s","at":0,"n":[2,-1,1],"x":"ab"}',
        b'{"scene":"s","at":0,"n":[2,0],"x":"ab"}',
    ],
)
def test_a_change_without_its_place_or_of_another_length_is_refused(line):
    with pytest.raises(ValueError):
        LineReader().records(line + b"\n")


@pytest.mark.parametrize(
    "change",
    [
        Change(0, 0, "abc", Origin.PASTED),
        Change(3, 2, "", Origin.TYPED),
        Change(0, 0, "abc", MODEL),
        Change(0, 0, "abc", (Run(3, MODEL, 4),)),
        Change(0, 0, "abc", MOVED),
        Change(0, 0, "abc", (Run(1, MOVED), Run(2, RETYPED, 5))),
        Change(0, 0, "a😀c", (Run(3, MODEL, 4), Run(1, Source(Origin.IMPORTED, "i")))),
    ],
)
def test_a_change_keeps_whose_it_is(change):
    assert changed("s", 0, change, Cause.TYPE).change().runs() == change.runs()


def test_a_finding_says_whose_text_is_and_keeps_what_was_observed():
    replay = Replay()
    replay.take(Changed("s", 0, 0, 0, "the tide was out"), 0)
    replay.take(found("s", 1, Change(4, 4, "tide", (Run(4, RETYPED, 9),))), 0)
    replay.take(Declared("paste:1", 2, Said.OWN), 0)
    replay.take(Declared("paste:1", 3, Said.AI), 0)
    state = replay.scene("s")
    assert state.text.text == "the tide was out"
    assert [(s.start, s.end, s.source.origin, s.source.observed.origin) for s in state.text.spans()] == [
        (0, 4, Origin.TYPED, Origin.TYPED),
        (4, 8, Origin.RETYPED, Origin.TYPED),
        (8, 16, Origin.TYPED, Origin.TYPED),
    ]
    assert (state.ever_inserted[Origin.TYPED], state.ever_inserted[Origin.RETYPED]) == (12, 4)
    assert (state.ever_observed[Origin.TYPED], state.ever_observed[Origin.RETYPED]) == (16, 0)
    assert [(r.suggestion, r.start, r.end, r.rule) for r in state.retyped] == [("r.1", 9, 13, Rule.RETYPED)]
    assert replay.declared["paste:1"][0].said is Said.AI


def test_what_came_from_another_manuscript_is_looked_up_like_the_own():
    replay = Replay()
    said_at = "2026-11-22T01:00:00.000Z"
    replay.take(
        Brought("m/r.1", 5, "Low Tide", "A gull.", "Version 1", "a model", "continue", ((0, 1),), when=said_at), 10
    )
    replay.take(Brought("m/paste:1", 6, "Low Tide", said=Said.QUOTATION, when=said_at), 10)
    replay.take(Brought("m/", 7, "Low Tide"), 10)
    assert replay.shown == {
        "m/r.1": (Shown("m/r.1", 5, "", "A gull.", "Version 1", "a model", stood=((0, 1),)), 15),
    }
    assert replay.declared == {"m/paste:1": (Declared("m/paste:1", 6, Said.QUOTATION), milliseconds(said_at))}
    assert {ref: when for ref, (_, when) in replay.brought.items()} == {"m/r.1": 15, "m/paste:1": 16, "m/": 17}
    replay.take(Declared("m/paste:1", 9, Said.OWN), 10)
    assert replay.declared["m/paste:1"][0].said is Said.OWN


def test_what_was_found_to_be_moved_was_put_in_once():
    replay = Replay()
    replay.take(Changed("s", 0, 0, 0, "words", who=Origin.PASTED, ref="paste:1", cause=Cause.PASTE), 0)
    replay.take(found("s", 1, Change(0, 5, "words", MOVED)), 0)
    state = replay.scene("s")
    assert sum(state.ever_inserted.values()) == 0
    assert state.ever_observed[Origin.PASTED] == 5
    assert state.text.counts()[Origin.TYPED] == 5


def test_a_finding_over_no_run_is_refused():
    line = b'{"k":"found","scene":"s","t":0,"at":0,"runs":[[1,"model","r.1",0]],"found":[[1,"shown","pasted",null]]}'
    replay = Replay()
    replay.take(Changed("s", 0, 0, 0, "a"), 0)
    (record,) = read([line])
    replay.take(record, 0)
    assert "finding" in replay.misfits["s"]


@pytest.mark.parametrize("line", [b"", b"\n", b"{}\n", b'{"k":"change"}\n', b'{"k":"no"}\n', b"\xff\xfe\n", b'{"sc'])
def test_what_is_no_record_is_refused(line):
    with pytest.raises((msgspec.DecodeError, ValueError)):
        read([line])


KEYS = st.lists(
    st.tuples(st.sampled_from(["key", "backspace", "delete", "jump", "model"]), st.integers(0, 3000)), max_size=60
)


@given(KEYS)
def test_coalescing_loses_no_change(keys):
    records, plain, t, at = [], SceneState("s"), 0, 0
    for what, pause in keys:
        t += pause
        size = len(plain.text)
        if what == "key":
            change = Change(at, 0, "x y"[t % 3], Origin.TYPED)
        elif what == "model":
            change = Change(at, 0, "model words", MODEL)
        elif what == "jump" or not size:
            at = t % (size + 1)
            continue
        else:
            at = max(0, min(at, size) - (what == "backspace"))
            change = Change(at, min(1, size - at), "")
        plain.take(change, Cause.TYPE if what != "model" else Cause.SUGGESTION, t)
        records.append(changed("s", t, change, Cause.TYPE if what != "model" else Cause.SUGGESTION))
        at = change.at + len(change.inserted)
    joined = coalesced(records)
    lines = written(*joined)
    assert len(lines) <= len(joined) <= len(records)
    for way in (joined, read(lines)):
        again = SceneState("s")
        for record in way:
            again.take(record.change(), record.cause, record.t)
        assert list(again.text.spans()) == list(plain.text.spans())
        assert again.text.text == plain.text.text
        assert again.ever_inserted == plain.ever_inserted


def test_typing_without_a_pause_is_one_line():
    keys = [changed("s", 100 * i, Change(i, 0, key), Cause.TYPE) for i, key in enumerate("the tide")]
    assert coalesced(keys) == [Changed("s", 0, 0, 0, "the tide", ms=700)]


def test_words_that_look_like_a_field_are_words():
    nested = Asked(
        "r", 1, "s", "continue", "m", sent=(msgspec.Raw(b'{"a":"b","x":{"x":1,"c":"d"}}'), msgspec.Raw(b"{}"))
    )
    plain = Changed("s", 2, 0, 0, ',"x":"y","s":"z"}')
    full = b"".join(written(nested, plain, Saved("s", 3, "ff")))
    salts = line_salts(b"s" * 16, 3)
    bare = b""
    for line, salt in zip(full.splitlines(), salts, strict=True):
        start, _, hidden = line.partition(b',"x":')
        bare += start + b',"c":"' + hashlib.sha256(salt + hidden[:-1]).hexdigest().encode() + b'"}\n'
    assert spine_of(full, b"s" * 16) == bare
