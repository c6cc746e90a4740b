"""The order of a novel through the window: keys, drops, menus, the bin, dividing, the filter, what is said of rows."""

from random import Random

import pytest
from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QInputDialog, QMenu, QMessageBox

from firsthand.desk.settings import Appearance
from firsthand.provenance import Change
from firsthand.qt.binder_drop import Spot, spot
from firsthand.qt.binder_model import MIME
from firsthand.qt.binder_tree import Rows, folded
from firsthand.qt.labels import LabelDialog
from tests.qt.window_parts import novel, window_on
from tests.unit.outlines import line, outline

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")
NOVEL = "P[p] I{ A[a b] B[c] } II{ C[d] } | n m | x<A"


@pytest.mark.parametrize(
    ("ids", "above", "row", "expected"),
    [
        ("a", "B", -1, Spot("B")),
        ("a", "B", 0, Spot("B", "c")),
        ("a", "B", 1, Spot("B")),
        ("a d", "A", 1, Spot("A", "b")),
        ("a", "I", 1, Spot("A")),  # between two chapters: at the end of the first
        ("a", "I", 0, Spot("A", "a")),
        ("a", "", 0, Spot("P", "p")),
        ("a", "", 2, Spot("B")),
        ("a", "II", -1, Spot("C")),
        ("a", "/notes", 1, Spot("/notes", "m")),
        ("a", "/bin", -1, Spot("/bin")),
        ("x", "/bin", 0, None),
        ("x", "A", 2, Spot("A")),
        ("a", "", 5, Spot("/bin")),
        ("A", "II", 0, Spot("II", "C")),
        ("A", "II", -1, Spot("II")),
        ("A", "", 0, Spot("", "P")),
        ("A", "", 5, Spot("")),
        ("A", "C", 1, Spot("II")),  # inside a chapter: behind it
        ("A", "P", -1, Spot("", "I")),
        ("A", "/notes", 0, None),
        ("A", "A", -1, None),
        ("I", "", 3, Spot("")),
        ("I", "C", 0, Spot("")),
        ("II", "A", 1, Spot("", "II")),
        ("a A", "II", 0, None),
        ("gone", "A", 0, None),
    ],
)
def test_where_a_drop_goes(ids, above, row, expected):
    rows = Rows(outline(NOVEL), "", "Notes", "Bin")
    assert spot(rows, ids.split(), rows.by_id.get(above, rows.root), row) == expected


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("", "P p I A a b B c II C d /notes n m /bin x"),
        ("a", "I A a b"),  # a chapter that is called so is shown whole
        ("x", "/bin x"),
        ("n", "/notes n"),
        ("zzz", ""),
        ("II", "II"),
    ],
)
def test_what_a_filter_leaves(words, shown):
    assert list(Rows(outline(NOVEL), words, "Notes", "Bin").by_id) == shown.split()


def test_letters_are_found_without_their_accents():
    assert folded("Ébb — STRASSE") == folded("ebb — straße")


@pytest.fixture
def window(qtbot, tmp_path):
    with window_on(qtbot, tmp_path, novel(tmp_path)) as (made, _):
        yield made


def titles(window) -> str:
    """The order, by titles, without those of the notes."""
    said = line(window.bench.desk.folder.outline).replace(" | ines-maroto the-ledger-itself", "")
    return said.replace("One — Low Water", "One").replace("Two — Slack", "Two")


START = "One[the-ferry-office what-ines-kept a-borrowed-coat] Two[the-auction letters-unsent]"


def press(window, key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(window.binder.view, key, modifiers)


def choose(window, *ids):
    window.binder.view.setFocus()
    window.binder.view.choose(list(ids))


def test_keys_move_bin_and_take_back(window):
    alt, ctrl = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
    choose(window, "a-borrowed-coat")
    press(window, Qt.Key.Key_Down, alt)
    moved = "One[the-ferry-office what-ines-kept] Two[a-borrowed-coat the-auction letters-unsent]"
    assert titles(window) == moved
    assert window.binder.view.chosen() == ["a-borrowed-coat"]
    press(window, Qt.Key.Key_Z, ctrl)
    assert titles(window) == START
    press(window, Qt.Key.Key_Y, ctrl)
    assert titles(window) == moved
    press(window, Qt.Key.Key_Z, ctrl)
    choose(window, "the-ferry-office", "the-auction")
    press(window, Qt.Key.Key_Delete)
    assert titles(window).startswith("One[what-ines-kept a-borrowed-coat] Two[letters-unsent] | ")
    assert window._scene == "what-ines-kept"
    assert window.binder.view.hasFocus()
    assert window.notice.offer_button.isVisible()
    window.notice.offer_button.click()
    assert titles(window) == START
    assert not window.notice.offer_button.isVisible()


def test_the_model_keeps_qts_rules_through_it_all(window):
    model: QAbstractItemModel = window.binder.model
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    order = window.bench.desk.arranging
    part = order.add_part("Part", [window.bench.desk.folder.outline.chapter[0].id])
    order.bin(["the-auction"])
    window.binder.refresh(window.bench.desk)
    window.binder.filter.setText("ferry")
    assert model.rowCount() == 1
    assert model.index(0, 0).data() == part.title
    window.binder.close_filter()
    assert window.binder.model.place("the-auction").parent().data() == "Bin"


def test_a_drop_moves_all_that_is_dragged(qtbot, window):
    view, data = window.binder.view, QMimeData()
    data.setData(MIME, b"the-ferry-office\nletters-unsent")
    place = view.visualRect(window.binder.model.place("a-borrowed-coat"))
    point = QPointF(place.center().x(), place.bottom() - 2)
    none = Qt.KeyboardModifier.NoModifier
    event = QDropEvent(point, Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, none)
    event.source = lambda: view  # type: ignore[method-assign]
    view.dropEvent(event)
    expected = "One[what-ines-kept a-borrowed-coat the-ferry-office letters-unsent] Two[the-auction]"
    qtbot.waitUntil(lambda: titles(window) == expected)
    assert view.chosen() == ["the-ferry-office", "letters-unsent"]


def test_letters_filter_and_escape_shows_all_again(window):
    view, binder = window.binder.view, window.binder
    choose(window, "the-auction")
    QTest.keyClick(view, Qt.Key.Key_L)
    assert binder.filter.isVisible()
    QTest.keyClicks(binder.filter, "ed")
    assert [node.id for node in binder.model.rows.root.scenes()] == ["the-ledger-itself"]
    QTest.keyClick(binder.filter, Qt.Key.Key_Return)
    assert window._scene == "the-ledger-itself"
    binder.open_filter("q")
    assert binder._nothing.isVisible()
    QTest.keyClick(binder.filter, Qt.Key.Key_Escape)
    assert binder.filter.isHidden()
    assert binder.model.rowCount() == 3


def test_what_comes_back_from_the_bin_is_chosen(window):
    choose(window, "a-borrowed-coat", "the-auction")
    window.commands["to_bin"].trigger()
    assert window.binder.view.chosen() == ["letters-unsent"]
    window.commands["undo_order"].trigger()
    assert window.binder.view.chosen() == ["a-borrowed-coat", "the-auction"]


def test_what_was_moved_stays_chosen_when_that_is_taken_back(window):
    choose(window, "a-borrowed-coat")
    press(window, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    press(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.binder.view.chosen() == ["a-borrowed-coat"]


def test_a_scene_is_divided_at_the_caret_and_undone_on_the_page(window):
    window.open_scene("the-auction")
    before = window.page.draft.text.text
    window._go_to(20)
    window.commands["split_scene"].trigger()
    new = window._scene
    assert window.bench.desk.text("the-auction") + window.bench.desk.text(new) == before
    assert window.page.textCursor().position() == 0
    assert window.page.hasFocus()
    assert window.page.toPlainText() == before[20:]
    window.commands["undo"].trigger()
    assert window._scene == "the-auction"
    assert window.page.toPlainText() == before
    assert titles(window) == START
    window.commands["redo"].trigger()
    assert window.bench.desk.text("the-auction") == before[:20]


def test_joined_scenes_stand_on_the_page_with_the_caret_between(window):
    window.open_scene("the-auction")
    first, second = (window.bench.desk.text(one) for one in ("the-auction", "letters-unsent"))
    window.commands["join_scenes"].trigger()
    assert window.page.toPlainText().startswith(first)
    assert window.page.toPlainText()[window.page.textCursor().position() :] == second
    assert titles(window).endswith("letters-unsent<" + window.bench.desk.folder.outline.chapter[1].id)


def test_the_page_stays_when_words_are_written_after_dividing(window):
    window.open_scene("the-auction")
    window._go_to(20)
    window.commands["split_scene"].trigger()
    window.page.draft.apply(Change(0, 0, "New. "))
    choose(window, window._scene)
    press(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "written in since" in window.notice.sentences[0]
    assert window.page.toPlainText().startswith("New. ")


def test_status_and_label_are_given_to_all_that_is_chosen_and_said_in_words(qtbot, window):
    choose(window, "the-auction", "letters-unsent")
    window.commands.menus["status"].aboutToShow.emit()
    next(a for a in window.commands.menus["status"].actions() if a.text() == "Revised").trigger()
    window.commands.menus["label"].aboutToShow.emit()
    window.commands.menus["label"].actions()[-1].trigger()
    dialog = window.findChild(LabelDialog)
    dialog.name.setText("Ada & co")
    dialog.colour.setCurrentIndex(dialog.colour.findData("blue"))
    dialog._accept()
    entries = [window.bench.desk.entry(one) for one in ("the-auction", "letters-unsent")]
    assert [(e.status, e.label) for e in entries] == [("revised", "Ada & co")] * 2
    index = window.binder.model.place("the-auction")
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).startswith("The auction, scene, Revised, label Ada & co, ")
    assert window.binder.model.colour("Ada & co") == "blue"


def test_chapters_add_up_and_say_so(window):
    order, model = window.binder.model, window.binder.model
    chapter = window.bench.desk.folder.outline.chapter[1]
    counts = [window.counts.count(scene.id) for scene in chapter.scene]
    count = order.count(model.rows.by_id[chapter.id])
    assert count.words == sum(one.words for one in counts) > 0
    assert sum(count.units.values()) == sum(sum(one.units.values()) for one in counts)
    said = model.place(chapter.id).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith(f"Two — Slack, chapter, {count.words:,} words")


def test_headings_close_by_key_and_stay_closed(window):
    view, model = window.binder.view, window.binder.model
    chapter = window.bench.desk.folder.outline.chapter[0].id
    choose(window, chapter)
    press(window, Qt.Key.Key_Left)
    assert not view.isExpanded(model.place(chapter))
    window.bench.desk.arranging.add_scene("More")
    window.binder.refresh(window.bench.desk)
    assert not view.isExpanded(model.place(chapter))
    assert view.isExpanded(model.index(1, 0, QModelIndex()))
    press(window, Qt.Key.Key_Return)
    assert view.isExpanded(model.place(chapter))


def test_a_part_is_made_of_the_chosen_chapters(qtbot, window):
    choose(window, *[chapter.id for chapter in window.bench.desk.folder.outline.chapter])
    window.commands["new_novel_part"].trigger()
    dialog = window.findChild(QInputDialog)
    dialog.setTextValue("Part One")
    dialog.accept()
    assert titles(window) == "Part One{ " + START + " }"


def test_the_bin_is_emptied_only_when_the_author_says_so(qtbot, window, monkeypatch):
    choose(window, "the-auction")
    window.commands["to_bin"].trigger()
    answer = ["Keep it"]

    def asked(box):
        box.open()
        window.settings.choose("view", appearance=Appearance.DARK if answer[0] == "Keep it" else Appearance.SEPIA)
        assert box.defaultButton().text() == "Keep it"
        next(button for button in box.buttons() if button.text() == answer[0]).click()

    monkeypatch.setattr(QMessageBox, "exec", asked)
    monkeypatch.setattr("PySide6.QtCore.QFile.moveToTrash", lambda path: False)
    window.commands["empty_bin"].trigger()
    assert len(window.bench.desk.folder.outline.bin) == 1
    answer[0] = "Empty the bin"
    window.commands["empty_bin"].trigger()
    assert not window.bench.desk.folder.outline.bin
    assert "stays in the manuscript’s folder" in window.notice.sentences[0]
    assert (window.bench.desk.folder.path / "bin/04 The auction.md").exists()


def test_when_all_is_in_the_bin_the_window_says_so(window):
    window.binder.view.setFocus()
    window.binder.view.selectAll()
    press(window, Qt.Key.Key_Delete)
    assert titles(window).startswith(" |")
    assert "no scene here" in window.threshold.text.text()
    window.notice.offer_button.click()
    assert titles(window) == START
    assert window._scene == "the-ferry-office"


def test_a_click_with_a_key_chooses_and_does_not_open(window):
    view, model = window.binder.view, window.binder.model
    window.open_scene("the-auction")
    spot_ = view.visualRect(model.place("letters-unsent")).center()
    ctrl = Qt.KeyboardModifier.ControlModifier
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, ctrl, QPoint(spot_))
    assert window._scene == "the-auction"
    assert view.chosen() == ["the-auction", "letters-unsent"]


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_menu_of_the_list_can_be_opened_again_and_again(qtbot, window):
    for _ in range(2):
        choose(window, "the-auction")
        window.binder.menu_requested.emit(QPoint(100, 100))
        [menu] = [m for m in window.findChildren(QMenu) if m.isVisible()]
        assert window.commands["to_bin"] in menu.actions()
        with qtbot.waitSignal(menu.destroyed):
            menu.close()
    window.commands.menus["label"].aboutToShow.emit()
    assert window.commands.menus["label"].actions()[-1].text() == "Ne&w label…"


def test_a_move_within_a_chapter_leaves_the_rows_where_they_are(qtbot, tmp_path):
    """Only what is in them is other: nothing is made anew, and what is closed and chosen stays with its scene."""
    with window_on(qtbot, tmp_path, novel(tmp_path)) as (window, _):
        view, model, order = window.binder.view, window.binder.model, window.bench.desk.arranging
        chapter, other = window.bench.desk.folder.outline.chapter[:2]
        ids = [scene.id for scene in chapter.scene]
        view.setExpanded(model.place(other.id), False)
        view.choose([ids[0]])
        made = []
        model.modelReset.connect(lambda: made.append(1))
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
        order.shift([ids[0]], 1)
        window.binder.refresh(window.bench.desk)
        order.rename(ids[1], "Another title")
        window.binder.refresh(window.bench.desk)
        assert made == []
        place = model.place(ids[0])
        assert (place.row(), view.chosen()) == (1, [ids[0]])
        assert model.index(0, 0, place.parent()).data() == "Another title"
        assert not view.isExpanded(model.place(other.id))
        order.mark([ids[0]], status="done")  # which makes its row higher
        window.binder.refresh(window.bench.desk)
        order.move([ids[0]], other.id)
        window.binder.refresh(window.bench.desk)
        assert made == []
        assert view.chosen() == [ids[0]]


def shown(binder):
    """What stands where in the list: titles and places, in their order."""
    places = {id_: binder.view.visualRect(binder.model.place(id_)) for id_ in binder.model.rows.by_id}
    rows = [(node, places[id_]) for id_, node in binder.model.rows.by_id.items() if places[id_].isValid()]
    for node, place in rows:
        assert binder.view.indexAt(place.center()).data() == node.title
    return [(node.title, place.getRect()) for node, place in rows]


@pytest.mark.parametrize("seed", range(8))
def test_scenes_that_go_from_chapter_to_chapter_stand_where_they_would_if_all_were_made_anew(qtbot, tmp_path, seed):
    with window_on(qtbot, tmp_path, novel(tmp_path)) as (window, _):
        chance, binder, desk, made = Random(seed), window.binder, window.bench.desk, []
        view, model = binder.view, binder.model
        window.resize(1200, 1600)
        model.modelReset.connect(lambda: made.append(1))
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
        for _ in range(12):
            outline = desk.folder.outline
            heads = [chapter.id for chapter in outline.chapter]
            ids = chance.sample([scene.id for scene in outline.scenes], k=2)
            view.choose(ids)
            view.setExpanded(model.place(chance.choice(heads)), chance.random() < 0.7)
            open_ = [view.isExpanded(model.place(head)) for head in heads]
            match chance.randrange(4):
                case 0:
                    desk.arranging.move(ids, chance.choice(heads))
                case 1:
                    desk.arranging.mark(ids, status=chance.choice(["", "done"]))
                case 2:
                    desk.arranging.shift(ids[:1], chance.choice([1, -1]))
                case _:
                    desk.arranging.undo()
            binder.refresh(desk)
            assert sorted(view.chosen()) == sorted(ids)
            assert [view.isExpanded(model.place(head)) for head in heads] == open_
            view.grab()
            as_it_is, resets = shown(binder), len(made)
            binder._keeping(lambda: model.set_outline(desk.folder.outline))
            assert len(made) == resets + 1
            assert shown(binder) == as_it_is
            assert sorted(view.chosen()) == sorted(ids)
        assert len(made) < 24


def test_a_scene_that_goes_to_another_chapter_has_only_the_two_looked_at(qtbot, tmp_path):
    with window_on(qtbot, tmp_path, novel(tmp_path)) as (window, _):
        model, order = window.binder.model, window.bench.desk.arranging
        one, two = window.bench.desk.folder.outline.chapter[:2]
        made = []
        model.modelReset.connect(lambda: made.append(1))
        order.move([one.scene[0].id], two.id)
        window.binder.refresh(window.bench.desk)
        assert made == []
        assert model.place(one.scene[0].id).parent() == model.place(two.id)
        for scene in order.outline.chapter[0].scene:
            order.move([scene.id], two.id)
        window.binder.refresh(window.bench.desk)
        assert made == [1]  # a chapter without scenes is another sort of row
