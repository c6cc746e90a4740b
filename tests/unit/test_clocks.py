"""Clocks that are wrong, or are set: the order of the record holds, and checking and the report say the doubt."""

import time

import pytest

from firsthand.desk.reporting import make_report
from firsthand.desk.session import Desk
from firsthand.history import Changed, Status, milliseconds, read_history, verify
from firsthand.history.clocks import CLOCKS_DIFFER, SittingTime, steady_clock, wall_clock
from firsthand.provenance import Change
from firsthand.report.sentences import record_notes

HOUR = 3_600_000


class Clocks:
    """A computer's two clocks: time passes on both, only the wall clock can be set."""

    def __init__(self, now):
        self.wall, self.steady = milliseconds(now), 5000

    def passes(self, ms):
        self.wall += ms
        self.steady += ms

    def is_set(self, ms):
        self.wall += ms

    def open(self, place):
        return Desk.open(place, clock=lambda: self.wall, steady=lambda: self.steady)


@pytest.fixture
def book(tmp_path, monkeypatch):
    """A manuscript of which the first sitting is of the clock that the test sets."""
    monkeypatch.setattr("firsthand.history.clocks.wall_clock", lambda: milliseconds("2026-10-24T08:00:00.000Z"))
    desk = Desk.create(tmp_path / "book", "A book")
    assert desk.close()
    monkeypatch.undo()
    return tmp_path / "book"


def write(desk, text, clocks):
    """Put a text at the end of the one scene, a second for each character."""
    draft = desk.draft(desk.folder.outline.scenes[0].id)
    for char in text:
        draft.apply(Change(len(draft.text), 0, char))
        clocks.passes(1000)


def outcome(book):
    """How the record stands, its doubts, what the report says of them, and the text it replays to."""
    found = verify(read_history(book / "history"))
    report = make_report(book)
    said = [note for note in record_notes(report.figures) if "times are doubtful" in note]
    assert said == [f"The times are doubtful: {doubt}." for doubt in found.doubts]
    return found.status, found.doubts, next(iter(report.texts.values()))


def times(book):
    """When each change was made, in the order of the record; milliseconds since 1970."""
    return [
        milliseconds(reading.sitting.began) + one.t
        for reading in read_history(book / "history").readings
        for one in reading.records
        if isinstance(one, Changed)
    ]


SETTINGS = {
    "right": ("2026-10-25T09:00:00.000Z", 0, "2026-10-26T09:00:00.000Z", []),
    "ten years old": (
        "2016-10-25T09:00:00.000Z",
        0,
        "2026-10-26T09:00:00.000Z",
        ["before there was Firsthand", "comes after"],
    ),
    "ten years old ever since": (
        "2016-10-25T09:00:00.000Z",
        0,
        "2016-10-26T09:00:00.000Z",
        ["before there was Firsthand", "comes after", "before there was Firsthand"],
    ),
    "set back in a sitting": (
        "2026-10-25T09:00:00.000Z",
        -HOUR,
        "2026-10-26T09:00:00.000Z",
        ["set back by 60 minutes"],
    ),
    "set forward in a sitting": (
        "2026-10-25T09:00:00.000Z",
        26 * HOUR,
        "2026-10-27T09:00:00.000Z",
        ["set forward by 1,560 minutes"],
    ),
    "set by a minute, as computers do by themselves": (
        "2026-10-25T09:00:00.000Z",
        -60_000,
        "2026-10-25T10:00:00.000Z",
        [],
    ),
    "set back between sittings": ("2026-10-25T09:00:00.000Z", 0, "2026-10-25T08:00:00.000Z", ["comes after"]),
    "daylight saving ends": ("2026-10-25T00:59:50.000Z", 0, "2026-10-25T01:00:40.000Z", []),
}


@pytest.fixture
def berlin(monkeypatch):
    """A computer where daylight saving ends on 25 October 2026 at 01:00 UTC, if the system lets a test say so."""
    reset = getattr(time, "tzset", lambda: None)
    monkeypatch.setenv("TZ", "Europe/Berlin")
    reset()
    yield
    monkeypatch.undo()
    reset()


@pytest.mark.usefixtures("berlin")
@pytest.mark.parametrize("name", SETTINGS)
def test_the_order_holds_and_the_doubt_is_said(book, name):
    began, by, again, doubts = SETTINGS[name]
    for start, move, text in ((began, by, "The tide "), (again, 0, "was out.")):
        clocks = Clocks(start)
        desk = clocks.open(book)
        write(desk, text[:4], clocks)
        clocks.is_set(move)
        write(desk, text[4:], clocks)
        assert desk.close()
    status, found, text = outcome(book)
    assert (status, text) == (Status.WHOLE, "The tide was out.")
    assert len(found) == len(doubts), found
    assert all(part in doubt for part, doubt in zip(doubts, found, strict=True))


def test_a_clock_that_is_set_moves_no_record(book):
    clocks = Clocks("2026-10-25T09:00:00.000Z")
    desk = clocks.open(book)
    write(desk, "The ", clocks)
    clocks.is_set(-HOUR)
    clocks.passes(10_000)
    write(desk, "tide", clocks)
    assert desk.close()
    assert times(book) == [milliseconds(f"2026-10-25T09:00:{at}.000Z") for at in ("00", "14")]


@pytest.mark.parametrize(
    ("by", "said"), [(0, 0), (CLOCKS_DIFFER, 0), (CLOCKS_DIFFER + 1, CLOCKS_DIFFER + 1), (-HOUR, -HOUR)]
)
def test_how_far_a_clock_was_set(by, said):
    clocks = Clocks("2026-10-25T09:00:00.000Z")
    taken = SittingTime(lambda: clocks.wall, lambda: clocks.steady)
    clocks.passes(8 * HOUR)
    clocks.is_set(by)
    assert (taken.t(), taken.strayed()) == (8 * HOUR, said)


def test_the_clocks_of_this_computer_go_alike():
    taken = SittingTime()
    assert abs(taken.began - time.time() * 1000) < CLOCKS_DIFFER
    assert taken.strayed() == 0
    before = steady_clock(), wall_clock()
    time.sleep(0.02)
    assert steady_clock() - before[0] >= 15
    assert 0 <= taken.t() < CLOCKS_DIFFER
