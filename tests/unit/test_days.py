"""Words of each day from the history: what counts, midnight, and that what is kept is what would be counted anew."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.desk.days import DayEnd, _divided, _Lines, brought, count_days, day_of, keep_days, read_days
from firsthand.desk.goals import needed_daily
from firsthand.desk.session import Desk
from firsthand.desk.settings import Goals
from firsthand.history import Cause
from firsthand.manuscript import Folder
from firsthand.provenance import Change, Origin, Run, Source, TrackedText, words_by_origin

MODEL = Source(Origin.MODEL, "s.1")


def at(day, hour=12, minute=0):
    """Milliseconds since 1970 of a time of a day in May 2026, by the clock on the wall."""
    return round(datetime(2026, 5, day, hour, minute).timestamp() * 1000)  # noqa: DTZ001


class Clock:
    def __init__(self):
        self.now = at(1)

    def __call__(self):
        return self.now


def write(desk, clock, when, text, origin=Origin.TYPED, *, removed=0, scene=0):
    clock.now = when
    entry = desk.folder.outline.scenes[scene]
    desk.draft(entry.id).apply(Change(0, removed, text, origin), Cause.TYPE)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def book(tmp_path):
    desk = Desk.create(tmp_path / "book", "Book")
    desk.add_scene("Two")
    desk.add_note("Note")
    assert desk.close()
    return tmp_path / "book"


def test_each_day_ends_at_midnight_and_a_model_s_words_are_apart(book, clock):
    desk = Desk.open(book, clock=clock)
    write(desk, clock, at(1, 23, 59), "one two three ")
    write(desk, clock, at(2, 0, 1), "four ")
    write(desk, clock, at(2, 9), "five six ", MODEL, scene=1)
    clock.now = at(2, 10)
    note = desk.folder.outline.note[0].id
    desk.draft(note).apply(Change(0, 0, "not counted"), Cause.TYPE)
    assert desk.close()
    clock.now = at(4)
    desk = Desk.open(book, clock=clock)
    write(desk, clock, at(4), "", removed=len("four "))
    write(desk, clock, at(4), "six seven ", scene=1)
    assert desk.close()
    days = count_days(desk.folder)
    assert days == {"2026-05-01": DayEnd(3, 0), "2026-05-02": DayEnd(4, 2), "2026-05-04": DayEnd(5, 2)}
    found = [brought(days, f"2026-05-0{n}") for n in range(1, 6)]
    assert found == [DayEnd(3, 0), DayEnd(1, 2), DayEnd(0, 0), DayEnd(1, 0), DayEnd(0, 0)]


def test_a_clock_that_goes_back_makes_no_day_twice(book, clock):
    for when in (at(3), at(1), at(4)):
        clock.now = when
        desk = Desk.open(book, clock=clock)
        write(desk, clock, when, "word ")
        assert desk.close()
    assert list(count_days(Folder.open(book))) == ["2026-05-03", "2026-05-04"]


def test_what_is_kept_is_used_until_the_history_has_another_sitting(book, clock, tmp_path):
    kept = tmp_path / "state" / "days.json"
    desk = Desk.open(book, clock=clock)
    write(desk, clock, at(1), "one two ")
    assert desk.close()
    days = read_days(desk.folder, kept)
    keep_days(desk.folder, kept, {"2026-05-01": DayEnd(99, 0)})
    assert read_days(desk.folder, kept) == {"2026-05-01": DayEnd(99, 0)}
    clock.now = at(2)
    desk = Desk.open(book, clock=clock)
    write(desk, clock, at(2), "three ")
    assert desk.close()
    assert read_days(desk.folder, kept) == {**days, "2026-05-02": DayEnd(3, 0)}
    kept.write_text("nonsense")
    assert list(read_days(desk.folder, kept)) == ["2026-05-01", "2026-05-02"]


@given(
    st.lists(
        st.tuples(st.sampled_from(["word ", "wo", "\n", "—", "two words", "\n\n", "é𝄞 "]), st.sampled_from(Origin))
    )
)
def test_counting_by_lines_is_counting(pieces):
    text = TrackedText()
    for piece, origin in pieces:
        text.apply(Change(len(text), 0, piece, Source(origin)))
    counts = words_by_origin(text.units(), text.spans())
    lines = _Lines()
    assert lines.count(text) == lines.count(text) == DayEnd(counts["typed"], counts["model"])
    assert "\n".join(line for line, _ in _divided(text)).split() == text.units().split()


def test_one_line_of_two_origins():
    text = TrackedText("ab cd", (Run(3, Source(Origin.TYPED)), Run(2, MODEL)))
    assert list(_divided(text)) == [("ab cd", ((3, Origin.TYPED), (5, Origin.MODEL)))]


def test_the_day_of_a_moment_is_that_on_the_wall():
    assert day_of(at(14, 23, 59)) == "2026-05-14"
    assert day_of(at(15, 0, 0)) == "2026-05-15"


@pytest.mark.parametrize(
    ("goals", "own", "needed"),
    [
        (Goals(), 0, None),
        (Goals(500, 1000), 0, None),
        (Goals(0, 1000, "2026-05-14"), 0, 1000),
        (Goals(0, 1000, "2026-05-17"), 1, 250),
        (Goals(0, 1000, "2026-05-17"), 5000, 0),
        (Goals(0, 1000, "2026-05-13"), 0, None),
        (Goals(0, 1000, "soon"), 0, None),
    ],
)
def test_what_a_deadline_asks_a_day(goals, own, needed):
    assert needed_daily(goals, own, date(2026, 5, 14)) == needed
