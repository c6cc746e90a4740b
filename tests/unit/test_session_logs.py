"""Session logs of other programs: whose the text is, where the log's own labels are right and where they are wrong."""

import json
from functools import cache

import pytest

from firsthand.history import Fate, Replay
from firsthand.history.acts import Decided
from firsthand.manuscript.coauthor import _Delta, _event, _lines, _Reader, read_log
from firsthand.provenance import Origin
from firsthand.provenance.units import length
from tests.shared import COAUTHOR, needs_coauthor

SHOWN = " and the tide went out, further than anyone had seen it go."
SHORT = " she said."


def event(name, source="user", ops=None, doc="", offered=()):
    return {
        "eventName": name,
        "eventSource": source,
        "eventTimestamp": 0,
        "textDelta": {"ops": ops} if ops else "",
        "currentDoc": doc,
        "currentSuggestions": [{"index": n, "original": text, "trimmed": text} for n, text in enumerate(offered)],
    }


def insert(at, text, source="user"):
    return event("text-insert", source, [{"retain": at}, {"insert": text}] if at else [{"insert": text}])


def delete(at, count):
    return event("text-delete", ops=[{"retain": at}, {"delete": count}] if at else [{"delete": count}])


def keys(at, text):
    return [insert(at + n, letter) for n, letter in enumerate(text)]


def begin(text):
    return event("system-initialize", "api", doc=text)


def offer(*texts):
    return event("suggestion-open", "api", offered=texts)


SELECT = event("suggestion-select")


def whose(tmp_path, events):
    """Each stretch of the final text and its origin, with the findings and without."""
    path = tmp_path / "log.jsonl"
    path.write_text("\n".join(json.dumps({**e, "eventTimestamp": n * 500}) for n, e in enumerate(events)))
    log = read_log(path)
    replay = Replay()
    for record in log.records:
        replay.take(record, log.began)
    assert replay.misfits == {}
    text = replay.scene("log").text
    assert text.text == log.text
    return _joined(text, lambda s: s.origin), _joined(text, lambda s: s.source.observed.origin), log


def _joined(text, of):
    out: list[tuple[str, str]] = []
    for span in text.spans():
        piece = text.slice(span.start, span.end), str(of(span))
        out[-1:] = [(out[-1][0] + piece[0], piece[1])] if out and out[-1][1] == piece[1] else [*out[-1:], piece]
    return out


@pytest.mark.parametrize(
    ("shown", "select"), [(SHOWN, True), (SHOWN, False), (SHORT, True), (SHORT, False), (" Yes.", True)]
)
def test_an_accepted_suggestion_that_the_log_calls_the_user_s_is_the_model_s(tmp_path, shown, select):
    events = [begin("It was late."), offer(" Nothing.", shown), *[SELECT][:select], insert(12, shown)]
    found, observed, log = whose(tmp_path, events)
    assert [(text.strip(), origin) for text, origin in found if text.strip()] == [
        ("It was late.", "imported"),
        (shown.strip(), "model"),
    ]
    assert observed == [("It was late.", "imported"), (shown, "typed")]
    if select:
        assert Fate.INSERTED in [r.fate for r in log.records if isinstance(r, Decided)]


def test_choosing_a_suggestion_does_not_make_what_is_typed_next_the_model_s(tmp_path):
    events = [begin("It was late."), offer(SHOWN), SELECT, *keys(12, " He went home.")]
    found, _, _ = whose(tmp_path, events)
    assert found == [("It was late.", "imported"), (" He went home.", "typed")]


def test_a_suggestion_typed_by_hand_is_retyped(tmp_path):
    found, observed, _ = whose(tmp_path, [begin("It was late"), offer(SHOWN), *keys(11, SHOWN)])
    assert [origin for _, origin in observed] == ["imported", "typed"]
    assert ("and the tide went out, further than anyone had seen it go.", "retyped") in found


def test_text_cut_and_put_back_is_whose_it_was(tmp_path):
    events = [
        begin("It was late."),
        offer(SHOWN),
        insert(12, SHOWN, "api"),
        *keys(12 + len(SHOWN), " So they waited by the wall."),
        delete(12, len(SHOWN) + 28),
        insert(0, SHOWN + " So they waited by the wall."),
    ]
    found, observed, _ = whose(tmp_path, events)
    assert found == [(SHOWN, "model"), (" So they waited by the wall.", "typed"), ("It was late.", "imported")]
    assert [origin for _, origin in observed] == ["typed", "imported"]


def test_a_reset_keeps_what_had_stood(tmp_path):
    own = " They waited by the wall until dawn."
    events = [
        begin("It was late."),
        offer(SHOWN),
        insert(12, SHOWN, "api"),
        *keys(12 + len(SHOWN), own),
        begin("It was very late." + SHOWN + own + " A new line from somewhere!"),
        *keys(0, "So: "),
    ]
    found, observed, _ = whose(tmp_path, events)
    assert found == [
        ("So: ", "typed"),
        ("It was very late.", "imported"),
        (SHOWN, "model"),
        (own, "typed"),
        (" A new line from somewhere!", "imported"),
    ]
    assert [origin for _, origin in observed] == ["typed", "imported"]


def test_a_reset_to_another_text_is_another_text(tmp_path):
    events = [begin("It was late."), *keys(12, " They waited."), begin("A quite different prompt about lighthouses.")]
    found, _, _ = whose(tmp_path, events)
    assert found == [("A quite different prompt about lighthouses.", "imported")]


@cache
def expected():
    return json.loads((COAUTHOR / "expected.json").read_text())


@needs_coauthor
@pytest.mark.parametrize("session", sorted(expected()) if COAUTHOR.is_dir() else [])
def test_the_shared_sessions_wrong_labels_are_found(session):
    """What the data's makers say of each insert of 20 or more characters, at the moment it came."""
    wanted: dict[int, list[str]] = {}
    for one in expected()[session]["long_user_inserts"]:
        wanted.setdefault(one["line"], []).append(one["is"])
    reader = _Reader(session)
    for number, line in enumerate(_lines(COAUTHOR / f"{session}.jsonl.xz")):
        one = _event.decode(line)
        reader.take(one)
        if number in wanted and isinstance(one.text_delta, _Delta):
            origins = {span.origin for span in _inserted(reader, one.text_delta)}
            of_the_model = bool({"move_model", "suggestion"} & set(wanted[number]))
            assert (Origin.MODEL in origins) == of_the_model or "unexplained" in wanted[number], wanted[number]
            assert Origin.RETYPED not in origins
    assert reader.state.text.text == expected()[session]["final"]


def _inserted(reader, delta):
    at = 0
    for op in delta.ops:
        if isinstance(op.insert, str) and op.insert:
            yield from reader.state.text.spans(at, at + length(op.insert))
            at += length(op.insert)
        elif not op.delete:
            at += op.retain
