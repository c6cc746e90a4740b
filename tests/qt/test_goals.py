"""Words and goals: the footer's figure and bar, the panel, and the year of days, drawn and told."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from firsthand.desk.days import DayEnd, keep_days
from firsthand.desk.places import days_file
from firsthand.desk.settings import Appearance, Goals
from firsthand.manuscript import Folder
from firsthand.qt.goals_panel import GoalsPanel
from firsthand.qt.theme import DARK, LIGHT
from firsthand.qt.year import Year, year_in_words
from tests.qt.window_parts import novel, window_on

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")

TODAY = date(2026, 5, 14)  # a Thursday


@pytest.fixture(autouse=True)
def _home(tmp_path, monkeypatch):
    monkeypatch.setenv("FIRSTHAND_HOME", str(tmp_path / "home"))


@pytest.fixture
def manuscript(tmp_path):
    return novel(tmp_path)


def written(qtbot, window, text):
    """Type a text and wait until it is counted."""
    before = window.progress.standing.whole.own
    QTest.keyClicks(window.page, text)
    qtbot.waitUntil(lambda: window.progress.standing.whole.own == before + len(text.split()))


def test_the_footer_shows_today_beside_the_goal(qtbot, tmp_path, manuscript):
    with window_on(qtbot, tmp_path, manuscript) as (window, _):
        assert not window.footer.goal.isVisible()
        window.progress.set_goals(Goals(daily=10))
        written(qtbot, window, "She waited for it. ")
        assert "<b>4</b> / 10 words today" in window.footer.today.text()
        assert (window.footer.goal.value(), window.footer.goal.maximum()) == (4, 10)
        assert window.footer.goal.isVisible()
        window.progress.set_goals(Goals())
        assert not window.footer.goal.isVisible()
        assert window.footer.today.text() == "<b>4</b> words today"


def test_today_goes_on_after_a_restart_and_the_sitting_begins_anew(qtbot, tmp_path, manuscript):
    with window_on(qtbot, tmp_path, manuscript) as (window, _):
        window.progress.set_goals(Goals(500, 80_000, "2027-03-01"))
        written(qtbot, window, "one two three ")
    with window_on(qtbot, tmp_path, manuscript) as (window, _):
        qtbot.waitUntil(lambda: window.progress.standing is not None)
        assert window.progress.goals == Goals(500, 80_000, "2027-03-01")
        written(qtbot, window, "four ")
        standing = window.progress.standing
        assert (standing.today, standing.sitting, standing.whole) == (DayEnd(4, 0), DayEnd(1, 0), DayEnd(4, 0))


def test_what_another_day_ended_with_is_not_todays(qtbot, tmp_path, manuscript):
    with window_on(qtbot, tmp_path, manuscript) as (window, _):
        written(qtbot, window, "one two three ")
    folder = Folder.open(manuscript)
    file = days_file(folder.outline.id)
    keep_days(folder, file, {"2020-01-01": DayEnd(2, 0)})
    with window_on(qtbot, tmp_path, manuscript) as (window, _):
        qtbot.waitUntil(lambda: window.progress.standing is not None)
        assert window.progress.standing.today == DayEnd(1, 0)


def test_the_panel_shows_the_figures_and_sets_the_goals(qtbot, tmp_path, manuscript):
    with window_on(qtbot, tmp_path, manuscript) as (window, _):
        written(qtbot, window, "one two three ")
        panel = GoalsPanel(window.progress, lambda: window.theme, window)
        qtbot.addWidget(panel)
        panel.show()
        assert [panel._figures[name][0].text() for name in ("today", "sitting", "whole")] == ["3", "3", "3"]
        assert panel.summary.text() == "3 words of your own in the last year, on 1 day."
        assert not panel.pace.isVisible()
        panel.daily.setValue(2)
        panel.total.setValue(1003)
        panel.by.setChecked(True)
        panel.deadline.setDate(QDate.currentDate().addDays(9))
        assert panel.pace.text().startswith("100 words a day reach 1,003 by ")
        assert window.progress.goals.daily == 2
        assert "the goal was reached" in panel.day.text()
        panel.by.setChecked(False)
        assert window.progress.goals.deadline == ""
        window.settings.choose("view", appearance=Appearance.DARK)
        QApplication.processEvents()
        assert panel.year.theme is DARK  # the evening comes while it is open


# -- the year


@pytest.fixture
def year(qtbot):
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    year = Year()
    qtbot.addWidget(year)
    days = {"2026-05-14": DayEnd(510, 0), "2026-05-13": DayEnd(1, 12), "2025-06-01": DayEnd(-40, 0)}
    year.show_days(days, 500, TODAY)
    year.show()
    yield year
    QLocale.setDefault(QLocale(QLocale.Language.English))


def test_a_year_ends_today_and_begins_with_a_week(year):
    assert year.first == date(2025, 5, 12)
    assert year.first.isoweekday() == 1


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ([], "Thursday 14 May 2026: 510 words of your own, the goal was reached"),
        ([Qt.Key.Key_Up], "Wednesday 13 May 2026: 1 word of your own, 12 of a model"),
        ([Qt.Key.Key_Left, Qt.Key.Key_Up], "Wednesday 6 May 2026: 0 words of your own"),
        ([Qt.Key.Key_Down], "Thursday 14 May 2026: 510 words of your own, the goal was reached"),
        ([Qt.Key.Key_Home], "Monday 12 May 2025: 0 words of your own"),
        ([Qt.Key.Key_Home, Qt.Key.Key_End], "Thursday 14 May 2026: 510 words of your own, the goal was reached"),
    ],
)
def test_the_arrows_go_from_day_to_day_and_each_is_told(year, keys, said):
    for key in keys:
        QTest.keyClick(year, key)
    assert year.accessibleName().replace("day,", "day") == said


def test_a_fuller_day_is_darker_and_a_reached_goal_has_a_dot(year):
    year.resize(year.sizeHint())
    for theme in (LIGHT, DARK):
        year.set_theme(theme)
        picture = year.grab().toImage()

        def colour(day, picture=picture):
            column, row = divmod((day - year.first).days, 7)
            x, y = column * 14 + 5, year._head + row * 14 + 5
            return picture.pixelColor(x + 3, y + 3).name(), picture.pixelColor(x, y).name()

        reached, little, none = (colour(TODAY - timedelta(days=n)) for n in range(3))
        assert reached[0] == theme.author
        assert reached[1] != reached[0]
        assert little[0] == little[1] == theme.tint(theme.author, 0.28).name()
        assert none[0] == theme.line


def test_a_year_in_words_counts_days_with_words():
    assert year_in_words(
        {"2025-01-01": DayEnd(9), "2026-01-01": DayEnd(5), "2026-01-02": DayEnd(-3)}, TODAY.replace(year=2025)
    ) == (5, 1)
