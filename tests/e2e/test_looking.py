"""Looking at one's words, with a real mouse and real keys: whose they are, what is behind, what comes in.

What the program shows is read from pictures of the screen and over the accessibility bus; what it did, from the
manuscript's files.
"""

import shutil
import subprocess
import time
from contextlib import suppress
from datetime import datetime, timedelta

import pytest
from PySide6.QtGui import QImage

from firsthand.companion import Purpose, Suggestion
from firsthand.desk.draft import Cause
from firsthand.desk.session import Desk
from firsthand.manuscript import Folder
from firsthand.provenance import Change, Origin
from firsthand.qt.page_paint import Brushes
from firsthand.qt.theme import LIGHT
from firsthand.qt.whose import Kind
from tests.e2e.accessible import FOCUSED, Bus, buses
from tests.e2e.accessible import MISSING as NO_BUS
from tests.e2e.screen import MISSING, Program, account, screen, wait_for

pytestmark = [
    pytest.mark.display,
    pytest.mark.skipif(bool(MISSING + NO_BUS), reason=f"needs {' and '.join(MISSING + NO_BUS)}"),
    pytest.mark.skipif(shutil.which("import") is None, reason="needs ImageMagick's import"),
]
SIZE = (1200, 800)
MINE = "It was dark, and the tide was out. "
THEIRS = "He closed the hatch and listened."
TINT = Brushes.of(LIGHT).tint[Kind.MODEL].name()


@pytest.fixture
def world(tmp_path):
    """A start of the program on a screen, and what tells what it says."""
    started = []
    with screen("{}x{}".format(*SIZE)) as display, buses() as (environment, address), Bus(address) as bus:

        def start(title, manuscript=None):
            made = Program(display, tmp_path / "home", manuscript, **environment)
            started.append(made)
            made.find_window(title)
            made.place(0, 0, *SIZE)
            return made

        yield start, bus
        for program in started:
            program.end()
            assert "Traceback" not in program.said.read_text()


def novel(path, title="Low Tide", scenes=("a", "b")):
    """A manuscript of the author's whose scenes end in words of a model."""
    desk = Desk.create(path, title)
    desk.rename(desk.folder.outline.scenes[0].id, scenes[0])
    for other in scenes[1:]:
        desk.arranging.add_scene(other, desk.folder.outline.chapter[0].id)
    for number, entry in enumerate(desk.folder.outline.scenes, start=1):
        desk.draft(entry.id).apply(Change(0, 0, MINE))
        one = Suggestion(f"r{number}.1", f"r{number}", Purpose.CONTINUE, "plain", THEIRS, 1.0, "SmolLM2")
        desk.suggesting.shown(one)
        desk.suggesting.insert(one, entry.id, len(MINE))
    assert desk.close()
    return path


def texts(manuscript):
    told = account(manuscript)
    return [told.replay.scene(entry.id).text.text for entry in told.folder.outline.scenes]


def said(bus):
    """Every name that a screen reader finds on what is shown; once more if something went while it looked."""
    for _ in range(20):
        with suppress(RuntimeError):
            return [node.name for program in bus.root().children for node in program.walk()]
    raise AssertionError("what is shown never stands still")


def come(program, bus, title):
    """Give the keyboard to the window of this title, and wait until something in it has the focus."""

    def has_the_keyboard():
        with suppress(RuntimeError):
            windows = [one for made in bus.root().children for one in made.children if one.name.startswith(title)]
            return any(FOCUSED in node.states for one in windows for node in one.walk())
        return False

    program.find_window(title)
    wait_for(has_the_keyboard, f"the keyboard in “{title}”")
    time.sleep(0.3)


def picture(program, tmp_path):
    file = tmp_path / "screen.png"
    subprocess.run(["import", "-window", "root", str(file)], env=program.environment, check=True, timeout=30)
    return QImage(str(file))


def seen(program, tmp_path, colour, among=None):
    """The points of the screen that have a colour, from the top, in every second row and column."""
    image = picture(program, tmp_path)
    left, top, right, bottom = among or (0, 0, *SIZE)
    points = [(x, y) for y in range(top, bottom, 2) for x in range(left, right, 2)]
    return [(x, y) for x, y in points if image.pixelColor(x, y).name() == colour]


def test_whose_words_are_seen_told_and_gone_to(world, tmp_path):
    start, bus = world
    manuscript = novel(tmp_path / "Low Tide")
    program = start("Low Tide — Firsthand", manuscript)
    come(program, bus, "Low Tide")
    wait_for(lambda: len(seen(program, tmp_path, TINT)) > 200, "the tint behind a model's words")

    x, y = seen(program, tmp_path, TINT)[0]
    program.rest(x + 20, y + 8)
    wait_for(lambda: any(name.startswith("Suggested ") for name in said(bus)), "what is said where the mouse rests", 20)
    [told] = [name for name in said(bus) if name.startswith("Suggested ")]
    assert "SmolLM2" in told
    assert told.endswith("; 6 words, as they came")
    program.keys("alt+7")
    program.rest(600, 700)
    wait_for(lambda: not any(name.startswith("Suggested ") for name in said(bus)), "nothing said any more", 20)
    program.rest(x + 20, y + 8)
    time.sleep(2)  # as long as it would take
    assert not any(name.startswith("Suggested ") for name in said(bus))

    program.keys("ctrl+shift+o")
    wait_for(lambda: not seen(program, tmp_path, TINT), "the paper without tint", 20)
    program.keys("ctrl+shift+o")
    wait_for(lambda: seen(program, tmp_path, TINT), "the tint again", 20)
    bar = (260, y - 60, x, y + 60)  # between binder and words
    wait_for(lambda: seen(program, tmp_path, LIGHT.model, bar), "the bar in the margin", 20)
    program.keys("ctrl+shift+m")
    wait_for(lambda: not seen(program, tmp_path, LIGHT.model, bar), "the margin without a bar", 20)

    program.keys("ctrl+Home", "F8", "Delete")
    wait_for(lambda: texts(manuscript) == [MINE, MINE + THEIRS], "the first passage, chosen and deleted", 20)
    program.keys("F8", "Delete")
    wait_for(lambda: texts(manuscript) == [MINE, MINE], "the passage of the next scene", 20)
    program.keys("ctrl+z", "ctrl+Home", "shift+F8")
    program.type("X")
    wait_for(lambda: texts(manuscript) == [MINE, MINE + "X"], "the passage before, round the end", 20)


def test_a_year_of_days_by_mouse_and_keys(world, tmp_path):
    start, bus = world
    path = tmp_path / "Low Tide"
    today = datetime.now().astimezone().replace(hour=12)
    for back, count in ((2, 5), (1, 20)):
        then = int((today - timedelta(days=back)).timestamp() * 1000)
        clock = iter(range(then, then + 10_000_000, 1000)).__next__
        if not path.exists():
            Folder.create(path, path.name)
        desk = Desk.open(path, clock=clock)
        if not desk.folder.outline.scenes:
            desk.arranging.add_chapter("One")
            desk.arranging.add_scene("a", desk.folder.outline.chapter[0].id)
        draft = desk.draft(desk.folder.outline.scenes[0].id)
        draft.apply(Change(len(draft.text), 0, "word " * count), Cause.TYPE)
        assert desk.close()
    program = start("Low Tide — Firsthand", path)
    program.keys("ctrl+alt+g")
    come(program, bus, "Words and goals")
    wait_for(lambda: any("25 words of your own in the last year, on 2 days." in name for name in said(bus)), "the year")

    def day(words):
        return lambda: any(f": {words} of your own" in name for name in said(bus))

    wait_for(day("0 words"), "today, which is chosen")
    program.keys("Up")
    wait_for(day("20 words"), "yesterday, by a key", 20)
    program.keys("Up")
    wait_for(day("5 words"), "the day before", 20)
    faint = seen(program, tmp_path, LIGHT.tint(LIGHT.author, 0.28).name(), (200, 250, 1000, 650))
    assert len(faint) > 20, "two days that hold a few words"
    program.keys("Down", "Down")
    wait_for(day("0 words"), "today again", 20)
    x, y = min(faint, key=lambda point: (point[0] // 14, point[1]))
    program.click(x, y)
    wait_for(lambda: day("5 words")() or day("20 words")(), "a day that was clicked", 20)


def test_a_text_is_imported_as_it_is_shown(world, tmp_path):
    start, bus = world
    file = tmp_path / "An old draft.md"
    file.write_text("# One\n\nIt was dark.\n\n***\n\nThe tide was out.\n\n# Two\n\nNobody came.\n", "utf-8")
    program = start("Firsthand")
    program.keys("ctrl+alt+i")
    come(program, bus, "Import")
    program.type(str(file))
    program.keys("Return")
    come(program, bus, "Import a text")
    program.type("The Other Tide")
    program.keys("alt+s")  # no scene at a scene break
    time.sleep(1)
    program.keys("alt+i")
    book = tmp_path / "home" / "manuscripts" / "The Other Tide"
    wait_for((book / "manuscript.toml").is_file, "the manuscript")
    come(program, bus, "The Other Tide — Firsthand")
    wanted = ["It was dark.\n***\nThe tide was out.", "Nobody came."]
    wait_for(lambda: [text.rstrip("\n") for text in texts(book)] == wanted, f"its scenes, not {texts(book)}", 20)
    assert file.read_text("utf-8").startswith("# One")
    told = account(book)
    spans = [span for entry in told.folder.outline.scenes for span in told.replay.scene(entry.id).text.spans()]
    assert {span.origin for span in spans} == {Origin.IMPORTED}


def test_a_pass_over_a_scene_changes_what_is_left_chosen(world, tmp_path):
    start, bus = world
    straight = '"Well," she said -- "no."'
    desk = Desk.create(tmp_path / "Low Tide", "Low Tide")
    scene = desk.folder.outline.scenes[0].id
    desk.draft(scene).apply(Change(0, 0, straight), Cause.TYPE)
    assert desk.close()
    (tmp_path / "Low Tide" / "settings.toml").write_text('[text]\nlanguage = "en_US"\n')
    program = start("Low Tide — Firsthand", tmp_path / "Low Tide")
    program.keys("ctrl+F7")
    come(program, bus, "Put typography right")
    program.keys("Down", "Down", "space")  # the dash stays as it is
    time.sleep(0.5)
    program.keys("Return")
    come(program, bus, "Low Tide — Firsthand")
    wait_for(lambda: texts(tmp_path / "Low Tide") == ["“Well,” she said -- “no.”"], "the quotes, not the dash", 20)
    assert {span.origin for span in account(tmp_path / "Low Tide").replay.scene(scene).text.spans()} == {Origin.TYPED}
    program.keys("ctrl+z")
    wait_for(lambda: texts(tmp_path / "Low Tide") == [straight], "one step back", 20)


def test_recent_manuscripts_by_keys_mouse_and_name(world, tmp_path):
    start, bus = world
    books = {title: novel(tmp_path / title, title) for title in ("Low Tide", "High Water")}
    for title, book in books.items():
        program = start(f"{title} — Firsthand", book)
        program.keys("ctrl+q")
        assert program.wait_for_end() == 0

    program = start("High Water — Firsthand")  # the one that was open last
    program.keys("ctrl+w")
    wait_for(lambda: any(name.startswith("Low Tide, ") for name in said(bus)), "both on the first page", 20)
    program.keys("Down", "Return")
    come(program, bus, "Low Tide — Firsthand")
    for key in ("alt+f", "r", "Down", "Return"):
        time.sleep(0.7)  # a menu needs a moment to open
        program.keys(key)
    come(program, bus, "High Water — Firsthand")
    program.keys("ctrl+shift+p")
    come(program, bus, "Commands")
    program.type("low tide")
    program.keys("Return")
    come(program, bus, "Low Tide — Firsthand")
    program.keys("ctrl+w")
    wait_for(lambda: any(name.startswith("High Water, ") for name in said(bus)), "the first page again", 20)
    time.sleep(1)
    frame = seen(program, tmp_path, LIGHT.accent)
    left, low = min(x for x, _ in frame), max(y for _, y in frame)
    program.click(left + 60, low + 30)  # the row under the chosen one
    come(program, bus, "High Water — Firsthand")
    program.type("X")
    wait_for(lambda: texts(books["High Water"])[0].count("X") == 1, "a key in the manuscript that was clicked")
