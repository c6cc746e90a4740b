"""Findings over a text: what came in one piece and was known, what keys gave and a suggestion had shown."""

import pytest

from firsthand.history import Cause, SceneState
from firsthand.provenance import Change, Origin, Rule, Source, text
from firsthand.provenance.origins import PLAIN
from firsthand.provenance.recognition import Recogniser
from firsthand.provenance.units import length, to_units

SUGGESTION = "The brass key lay in the teapot, where her mother had left it on the day of the burial, under a doily."
PASTE = Source(Origin.PASTED, "paste:1")
TYPED = PLAIN[Origin.TYPED]


@pytest.fixture(autouse=True, params=[None, 24], ids=["in large pieces", "in tiny pieces"])
def _pieces(request, monkeypatch):
    """Texts are held in pieces that are cut anywhere, also inside a word."""
    if request.param:
        monkeypatch.setattr(text, "_MOST_UNITS", request.param)
        monkeypatch.setattr(text, "_MOST_KEYS", 4)


class Writing:
    """One scene and what the recogniser makes of it, as a draft would have it."""

    def __init__(self, text="", origin=Origin.TYPED):
        self.recogniser = Recogniser()
        self.states = {}
        self.state = self.scene("s")
        if text:
            self.change(Change(0, 0, text, origin), Cause.IMPORT)

    def scene(self, name):
        self.states[name] = state = SceneState(name)
        self.recogniser.stands(name, state.text)
        return state

    def change(self, change, cause=Cause.TYPE, scene="s"):
        inverse = self.states[scene].take(change, cause, 0)
        self.recogniser.changed(scene, inverse)
        return inverse

    def find(self, found, scene="s"):
        for at, runs in found:
            state = self.states[scene]
            state.take(state.find(at, runs), Cause.FOUND, 0)

    def type(self, text, at=None, settle=True):
        at = len(self.state.text) if at is None else at
        for letter in text:
            self.change(Change(at, 0, letter))
            self.find(self.recogniser.typed("s", at, letter))
            at += length(letter)
        if settle:
            self.find(self.recogniser.settled("s"))

    def paste(self, text, at=None, source=PASTE, scene="s"):
        at = len(self.states[scene].text) if at is None else at
        self.change(Change(at, 0, text, source), Cause.PASTE, scene)
        self.find(self.recogniser.brought(scene, at, length(text), source), scene)

    def cut(self, start, end, scene="s"):
        return self.change(Change(start, end - start, ""), Cause.MOVE, scene).inserted

    def show(self, text, suggestion="r.1", wish=""):
        self.recogniser.shown(suggestion, text, self.recogniser.stood(text, (wish,)))

    def insert(self, text, suggestion="r.1", at=None):
        at = len(self.state.text) if at is None else at
        self.change(Change(at, 0, text, Source(Origin.MODEL, suggestion)), Cause.SUGGESTION)

    def whose(self, scene="s"):
        """Each stretch with its origin, neighbours of one origin made one."""
        out: list[tuple[str, str]] = []
        text = self.states[scene].text
        for span in text.spans():
            piece = text.slice(span.start, span.end)
            if out and out[-1][1] == str(span.origin):
                out[-1] = out[-1][0] + piece, out[-1][1]
            else:
                out.append((piece, str(span.origin)))
        return out

    def of(self, origin, scene="s"):
        return [piece for piece, whose in self.whose(scene) if whose == origin]

    def rules(self):
        return {s.source.finding.rule for s in self.state.text.spans() if s.source.finding}


# Text that was typed


@pytest.mark.parametrize(
    ("typed", "retyped"),
    [
        ("where her mother had left it on the", "where her mother had left it on the"),
        ("Where her mother had left it — on THE day!", "Where her mother had left it — on THE day"),
        ("where her mother had left it on", None),  # seven words, and everyday ones
        ("So where her mother had left it on the sill.", "where her mother had left it on the"),
        ("where her mother left it on the day of", None),
        ("brass key lay in the teapot", "brass key lay in the teapot"),  # six words that are rare together
        ("lay in the teapot", None),
        (SUGGESTION, SUGGESTION),
    ],
)
def test_words_in_a_row_that_a_suggestion_had_shown_are_retyped(typed, retyped):
    writing = Writing()
    writing.show(SUGGESTION)
    writing.type(typed)
    assert [piece.strip() for piece in writing.of("retyped")] == ([retyped] if retyped else [])
    assert writing.state.text.text == typed


def test_a_retyped_word_says_which_suggestion_and_where_in_it():
    writing = Writing()
    writing.show("Nothing to see.", "r.0")
    writing.show(SUGGESTION, "r.1")
    writing.type("Then: where her mother had left it on the day of the burial.")
    found = [s for s in writing.state.text.spans() if s.origin is Origin.RETYPED]
    for span in found:
        assert span.source.ref == "r.1"
        assert span.source.finding.rule is Rule.RETYPED
        assert span.source.observed == TYPED
        typed = writing.state.text.units(span.start, span.end)
        assert SUGGESTION[span.offset : span.offset + len(typed)] == typed
    assert writing.of("retyped") == ["where her mother had left it on the day of the burial"]


def test_a_word_that_goes_on_is_not_taken_for_its_beginning():
    writing = Writing()
    writing.show("where her mother had left it on the day of rest")
    writing.type("where her mother had left it on them", settle=False)
    assert writing.of("retyped") == []
    writing.type(" ")
    assert writing.of("retyped") == []


def test_the_last_word_counts_when_the_author_pauses():
    writing = Writing()
    writing.show(SUGGESTION)
    writing.type("where her mother had left it on the", settle=False)
    assert writing.of("retyped") == []
    writing.find(writing.recogniser.settled("s"))
    assert writing.of("retyped") == ["where her mother had left it on the"]


def test_the_last_word_counts_when_the_author_goes_on_elsewhere():
    writing = Writing("First. ")
    writing.show(SUGGESTION)
    writing.type("where her mother had left it on the", settle=False)
    writing.type("No. ", at=0, settle=False)
    assert writing.of("retyped") == ["where her mother had left it on the"]


def test_a_word_mended_in_the_middle_completes_a_row():
    writing = Writing()
    writing.show(SUGGESTION)
    writing.type("where her mother hat left it on the day")
    assert writing.of("retyped") == []
    writing.change(Change(19, 1, ""))
    writing.type("d", at=19)
    assert writing.of("retyped") == ["where her mother had left it on the day"]


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ("The brass key lay in the kettle, where her mother had left it on the day of the funeral, under a doily.", 20),
        ("The brass ring lay in the cup, where her brother had put it on the morning of the wedding, and under it", 0),
    ],
)
def test_in_longer_rows_some_words_may_be_changed(changed, words):
    writing = Writing()
    writing.show(SUGGESTION)
    writing.type(changed)
    found = sum(len(piece.split()) for piece in writing.of("retyped"))
    assert found == words
    for word in ("kettle", "funeral"):
        assert not any(word in piece for piece in writing.of("retyped"))


def test_what_stood_in_the_manuscript_before_is_never_the_suggestion_s():
    """Law 7: the suggestion echoes the author's words, and the author writes them again."""
    writing = Writing()
    own = "where her mother had left it on the day of the burial"
    writing.type(f"It lay {own}. ")
    writing.show(SUGGESTION)
    writing.type(f"And again, {own}. ")
    writing.type("The brass key lay in the teapot, " + own + ".")
    assert writing.of("retyped") == ["The brass key lay in the teapot,"]
    assert not any(word in piece for piece in writing.of("retyped") for word in own.split() if word != "the")


@pytest.mark.parametrize("gone", ["deleted", "other scene", "wish"])
def test_words_that_stood_elsewhere_or_stand_no_more_are_the_author_s_too(gone):
    writing = Writing()
    if gone == "deleted":
        writing.type(SUGGESTION)
        writing.cut(0, len(SUGGESTION))
    elif gone == "other scene":
        writing.scene("other")
        writing.change(Change(0, 0, SUGGESTION), Cause.TYPE, "other")
    writing.show(SUGGESTION, wish=SUGGESTION if gone == "wish" else "")
    writing.type(SUGGESTION)
    assert writing.whose() == [(SUGGESTION, "typed")]


def test_what_was_read_before_is_read_again_where_it_changed():
    writing = Writing("She had lived in the house for years. " * 1_200)
    writing.scene("other")
    writing.change(Change(0, 0, "Nobody came to the house. " * 50), Cause.TYPE, "other")
    steps = 0
    while writing.recogniser.read(1):
        steps += 1
    assert steps > 2
    assert not any(writing.recogniser.stood(SUGGESTION))
    writing.change(Change(526 * 38, 0, SUGGESTION), Cause.TYPE)
    assert writing.recogniser.read(1)
    assert writing.recogniser.stood(SUGGESTION) == ((0, len(SUGGESTION) - 1),)


def test_the_model_s_own_words_beside_typed_ones_are_no_retyping():
    writing = Writing()
    writing.show(SUGGESTION)
    writing.insert(SUGGESTION[:60])
    writing.type(" it on the sill and said nothing at all.")
    assert writing.of("retyped") == []


def test_chinese_characters_count_half_a_word():
    given = "他不知道该怎么办于是坐下来给母亲写信"
    writing = Writing()
    writing.show(given)
    writing.type(given[:10])
    assert writing.of("retyped") == []
    writing.type(given[10:])
    assert writing.of("retyped") == [given]


# Text that came in one piece


def test_a_cut_that_comes_back_as_mere_text_keeps_whose_it_was():
    writing = Writing("She opened the door. ")
    writing.show(SUGGESTION)
    writing.insert(SUGGESTION)
    writing.type(" Then she laughed.")
    before = writing.whose()
    start, end = 4, len(writing.state.text) - 5
    piece = writing.cut(start, end)
    ever = dict(writing.state.ever_inserted)
    writing.paste(piece, start)
    assert writing.whose() == before
    assert writing.state.ever_inserted == ever
    assert writing.rules() == {Rule.MOVED}
    assert {s.source.observed for s in writing.state.text.spans(start, end)} == {PASTE}


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\n", "\r\n").replace("\r\n", "\n"),
        lambda text: text.replace('"', "“").replace("'", "’"),
        lambda text: text.replace(" -- ", " — "),
        lambda text: text.replace(" ", "\u00a0"),
        lambda text: text + "\n",
        lambda text: "  " + text,
        lambda text: text.upper(),
        lambda text: " ".join(text.split()),
    ],
)
def test_another_program_s_quotes_dashes_and_white_space_do_not_hide_a_move(change):
    given = 'She said: "It\'s late -- go home."\nHe did not answer her then.'
    writing = Writing("Before. ")
    writing.insert(given)
    writing.cut(8, 8 + len(given))
    writing.paste(change(given))
    model = "".join(writing.of("model"))
    assert sum(map(str.isalnum, model)) == sum(map(str.isalnum, given))


@pytest.mark.parametrize(
    "pasted", ["* * * * * * * * * * The", "😀😀😀😀😀😀😀😀😀😀😀 the 😀", "—————————————————————— lamp"]
)
def test_a_word_is_not_known_again_because_much_else_stands_round_it(pasted):
    writing = Writing("The lamp went out at ten.")
    writing.paste(pasted)
    assert {span.origin for span in writing.state.text.spans(25)} == {Origin.PASTED}


def test_key_by_key_is_as_good_as_a_cut():
    writing = Writing()
    writing.insert(SUGGESTION)
    for end in range(len(SUGGESTION), 20, -1):
        writing.change(Change(end - 1, 1, ""))
    writing.paste(SUGGESTION[20:])
    assert writing.whose() == [(SUGGESTION, "model")]


def test_a_copy_of_what_stands_has_its_origins_and_counts_as_put_in():
    writing = Writing("The prompt was an old and well known one. ", Origin.IMPORTED)
    writing.type("I wrote this sentence myself, by hand. ")
    before = dict(writing.state.ever_inserted)
    writing.paste(writing.state.text.text[20:60])
    assert writing.rules() == {Rule.COPIED}
    assert set(writing.of("pasted")) == set()
    assert sum(writing.state.ever_inserted.values()) - sum(before.values()) == 40


def test_a_move_to_another_scene_keeps_whose_it_was():
    writing = Writing()
    writing.scene("t")
    writing.show(SUGGESTION)
    writing.insert(SUGGESTION)
    piece = writing.cut(0, 40)
    writing.paste(piece, scene="t")
    assert writing.whose("t") == [(piece, "model")]


def test_a_known_passage_inside_a_paste_is_found_and_the_rest_is_not():
    writing = Writing()
    writing.show(SUGGESTION)
    writing.insert(SUGGESTION)
    piece = writing.cut(0, len(SUGGESTION))
    writing.paste("Somebody else wrote this. " + piece[:72] + " And this as well.")
    assert writing.of("pasted") == ["Somebody else wrote this. ", " And this as well."]
    assert writing.of("model") == [piece[:72]]


@pytest.mark.parametrize(
    ("pasted", "model"),
    [
        (SUGGESTION, SUGGESTION),
        ("where her mother had left it on the day", "where her mother had left it on the day"),
        ("where her mother had left it", None),
        ("lay in the teapot", None),
        ("brass key lay in the teapot", "brass key lay in the teapot"),
        ("Said Ines: where her mother had left it on the day of it.", "where her mother had left it on the day of"),
    ],
)
def test_a_paste_that_a_suggestion_had_shown_is_the_model_s(pasted, model):
    writing = Writing()
    writing.show(SUGGESTION)
    writing.paste(pasted)
    assert [piece.strip() for piece in writing.of("model")] == ([model] if model else [])
    assert writing.state.ever_observed[Origin.PASTED] == len(pasted)


def test_a_short_suggestion_pasted_whole_is_the_model_s():
    writing = Writing()
    writing.show(" They're all tied for first place.")
    writing.paste("They’re all tied for first place.")
    assert writing.whose() == [("They’re all tied for first place.", "model")]


def test_what_the_author_pasted_before_stays_that_paste():
    """Law 7 for a paste: the suggestion echoes what the author had brought."""
    writing = Writing()
    writing.paste(SUGGESTION, source=Source(Origin.PASTED, "paste:0"))
    writing.show(SUGGESTION)
    writing.paste("\n" + SUGGESTION)
    assert {s.source.ref for s in writing.state.text.spans()} == {"paste:0", "paste:1"}
    assert writing.of("model") == []


def test_only_what_was_just_brought_is_found_to_be_otherwise():
    writing = Writing("My own words stand here and stay mine. ")
    own = writing.whose()
    writing.show(SUGGESTION)
    writing.paste(SUGGESTION, 3)
    assert writing.of("typed") == [own[0][0][:3], own[0][0][3:]]


def test_units_are_counted_as_qt_counts_them():
    given = "😀 where her mother had left it on the day 😀 of the burial"
    writing = Writing()
    writing.insert(given)
    writing.cut(0, length(given))
    writing.paste("😀😀 " + given)
    span = next(s for s in writing.state.text.spans() if s.origin is Origin.MODEL)
    assert writing.state.text.units(span.start, span.end) in to_units(given)
    assert span.offset == to_units(given).index(writing.state.text.units(span.start, span.end))
