"""What is found where, and what is put in its place: tables of tiny texts."""

import time

import pytest

from firsthand.desk.replacing import Replaced, Template, plan, replace
from firsthand.desk.searching import Plains, Query, QueryError, Search, context, search_scenes
from firsthand.provenance import Change, Origin, Run, Source
from firsthand.provenance.units import to_units
from tests.qt.page_parts import scene

MODEL = Source(Origin.MODEL, "r1.1")


def found(query: Query, text: str) -> list[str]:
    units = to_units(text)
    return [units[start:end] for start, end in Search(query).hits(units)]


def given_texts(scenes):
    """Scenes and texts as a search takes them."""
    return [(scene, lambda text=text: text) for scene, text in scenes]


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        (Query("ines"), "Ines and INES, inés", ["Ines", "INES", "inés"]),
        (Query("ines", case=True), "Ines and ines", ["ines"]),
        (Query("inés", accents=True), "Ines, inés", ["inés"]),
        (Query("inés"), "Ines, inés", ["Ines", "inés"]),
        (Query("cafe"), "cafe\u0301s, a café", ["cafe\u0301", "café"]),
        (Query("cafe\u0301"), "a café", ["café"]),
        (Query("don't"), "don’t, don't", ["don’t", "don't"]),
        (Query("don't", accents=True), "don’t, don't", ["don't"]),
        (Query('"No'), "“No,” she said.", ["“No"]),
        (Query("a b"), "a\u00a0b", ["a\u00a0b"]),
        (Query("in"), "in the inn", ["in", "in"]),
        (Query("in", whole_words=True), "in the inn, _in_, in’s", ["in", "in", "in"]),
        (Query("—and", whole_words=True), "salt—and, —andy", ["—and"]),
        (Query("a.b"), "a.b, acb", ["a.b"]),
        (Query("a.b", expression=True), "a.b, acb", ["a.b", "acb"]),
        (Query("^.", expression=True), "one\ntwo", ["o", "t"]),
        (Query("o|ne", expression=True, whole_words=True), "one o ne", ["o", "ne"]),
        (Query("x*", expression=True), "axxb", ["xx"]),
        (Query("É+", expression=True), "eé", ["eé"]),
        (Query(""), "anything", []),
        (Query("nothing"), "anything", []),
    ],
)
def test_what_is_found(query, text, expected):
    assert found(query, text) == expected


@pytest.mark.parametrize(
    "text", ["In the İnn, ınn inN K k ſ s Σ ς", "e\u0301É’s é—in _in_in inin", "😀in IN 😀", "ininin"]
)
@pytest.mark.parametrize("wanted", ["in", "inn", "k", "s", "é", "σ", "IN", "n i", "in's", "—in", "😀"])
@pytest.mark.parametrize("more", [{}, {"whole_words": True}, {"case": True}, {"accents": True}])
def test_words_are_found_where_the_expression_of_them_is(text, wanted, more):
    search = Search(Query(wanted, **more))
    assert search.hits(to_units(text)) == [(m.start, m.end) for m in search.matches(to_units(text))]


def test_words_are_never_too_much_to_look_for():
    scenes = [("one", "ınes" * 1000), ("two", "Ines" * 1000)]
    found = search_scenes(Search(Query("in")), given_texts(scenes), limit=0)
    assert [len(one.hits) for one in found] == [
        len(Search(Query("in")).hits(text)) for _, text in scenes if "I" in text
    ]
    with pytest.raises(QueryError):
        search_scenes(Search(Query("in", expression=True)), given_texts(scenes), limit=0)


@pytest.mark.parametrize("text", ["In it, in an inn. ", "“É—in” ", "e\u0301 in ", "😀in ", "k\u212a ſs in "])
@pytest.mark.parametrize("more", [{}, {"case": True}, {"accents": True}, {"whole_words": True}])
@pytest.mark.parametrize("wanted", ["in", "e", "s", "k"])
def test_very_many_places_are_those_that_are_found_one_by_one(text, more, wanted):
    search, units = Search(Query(wanted, **more)), to_units(text * 500)
    hits = [list(one.hits) for one in search_scenes(search, given_texts([("one", units)]))]
    expected = search.hits(units)
    assert hits == ([expected] if expected else [])
    assert [len(one.hits) for one in search_scenes(search, given_texts([("one", units)]))] == [len(one) for one in hits]


def test_a_scene_that_changed_is_made_plain_anew():
    plains, search = Plains(), Search(Query("ines"))
    for text in ("Inés", "Inés", "and Inés, Ines", "nobody"):
        hits = [one.hits for one in search_scenes(search, given_texts([("one", text)]), plains=plains)]
        assert hits == [one.hits for one in search_scenes(search, given_texts([("one", text)]))]
    strict = Search(Query("ines", accents=True))
    assert search_scenes(strict, given_texts([("one", "Inés")]), plains=plains) == []


@pytest.mark.parametrize(
    ("text", "wanted", "hits"),
    [
        ("😀 salt 😀salt", "salt", [(3, 7), (10, 14)]),
        ("a😀e\u0301b é", "e", [(3, 5), (7, 8)]),
        ("😀😀", "😀", [(0, 2), (2, 4)]),
    ],
)
def test_places_are_utf_16_units(text, wanted, hits):
    assert Search(Query(wanted)).hits(to_units(text)) == hits


def test_an_expression_never_halves_a_character():
    assert Search(Query(".", expression=True)).hits(to_units("😀a")) == [(0, 2), (2, 3)]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("(salt", "This expression cannot be read: missing ), at character 6."),
        ("[a", "This expression cannot be read: unterminated character set, at character 3."),
        ("*", "This expression cannot be read: nothing to repeat, at character 1."),
    ],
)
def test_a_bad_expression_is_told_in_a_sentence(text, sentence):
    for whole_words in (False, True):
        with pytest.raises(QueryError) as caught:
            Search(Query(text, expression=True, whole_words=whole_words))
        assert str(caught.value) == sentence


def test_an_expression_without_end_is_ended():
    began = time.monotonic()
    with pytest.raises(QueryError, match="takes too long"):
        Search(Query(r"(?:\w+\s?)+[;:]$", expression=True)).hits("word " * 200, limit=0.1)
    texts = given_texts([("a", "word " * 200)] * 50)
    with pytest.raises(QueryError, match="takes too long"):
        search_scenes(Search(Query(r"(?:\w+\s?)+[;:]$", expression=True)), texts, limit=0.1)
    assert time.monotonic() - began < 10


def test_scenes_without_it_are_left_out():
    found = search_scenes(Search(Query("salt")), given_texts([("a", "salt, Salt"), ("b", "sugar"), ("c", "no salt")]))
    assert [(one.scene, one.hits) for one in found] == [("a", [(0, 4), (6, 10)]), ("c", [(3, 7)])]


def test_the_context_is_of_the_paragraph_and_of_whole_words():
    assert context("before\nthe salt here\nafter", (11, 15)) == ("the ", " here")
    before, after = context("word " * 100 + "salt" + " word" * 100, (500, 504))
    assert before == "word " * 39
    assert after == " word" * 39


# ---- replacing


def replaced(given, query: Query, text: str, **how: bool) -> int:
    search = Search(query)
    template = Template.of(text, search, **how)
    return replace(given.draft, plan(search, template, given.draft.text.units()), template.source)


@pytest.mark.parametrize(
    ("query", "text", "before", "after"),
    [
        (Query("salt"), "sand", "salt, Salt😀 salt", "sand, sand😀 sand"),
        (Query("salt"), "", "salt, salty", ", y"),
        (Query("a"), r"\1", "a", r"\1"),
        (Query(r"(\w+) (\w+)", expression=True), r"\2 \1", "one two", "two one"),
        (Query(r"(?<first>\w)\w+", expression=True), r"\g<first>\\\n", "one", "o\\\n"),
        (Query(r"b", expression=True), r"[\0]", "abc", "a[b]c"),
        (Query(r"(x)|y", expression=True), r"<\1>", "xy", "<x><>"),
        (Query("é"), "e", "écoutez", "ecoutez"),
    ],
)
def test_what_is_put_in_the_place(query, text, before, after):
    given = scene(before)
    replaced(given, query, text)
    assert given.draft.text.text == after


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (r"\2", "The replacement names the group “2”, which the expression does not have."),
        (r"\g<no>", "The replacement names the group “no”, which the expression does not have."),
        (r"\q", "The replacement has “\\q”, which means nothing; write two backslashes for one."),
        ("\\", "The replacement has “\\”, which means nothing; write two backslashes for one."),
    ],
)
def test_a_bad_replacement_is_told_in_a_sentence(text, sentence):
    with pytest.raises(QueryError) as caught:
        Template.of(text, Search(Query("(a)", expression=True)))
    assert str(caught.value) == sentence


def test_new_words_are_the_authors_and_what_stays_keeps_its_origin():
    given = scene("Ines kept it.", MODEL)
    assert replaced(given, Query("Ines kept"), "Ines hid") == 1
    assert given.spans() == [("Ines ", "model"), ("hid", "typed"), (" it.", "model")]


def test_a_group_brings_its_origins_along():
    given = scene("one two", (Run(4, Source(Origin.TYPED)), Run(3, MODEL)))
    replaced(given, Query(r"(\w+) (\w+)", expression=True), r"\2, \1")
    assert given.spans() == [("two", "model"), (", one", "typed")]


def test_words_replaced_by_themselves_stay_whose_they_were():
    given = scene("one two", MODEL)
    assert replaced(given, Query(r"\w+", expression=True), r"\0") == 0
    assert given.recorded == []


def test_a_replacement_that_was_pasted_is_pasted():
    given = scene("salt and salt")
    given.draft._recogniser.stands("s1", given.draft.text)
    replaced(given, Query("salt"), "a thing from elsewhere", pasted=True)
    assert {origin for text, origin in given.spans() if "thing" in text} == {"pasted"}
    refs = {ref for _, origin, ref, _ in given.letters() if origin == "pasted"}
    assert [ref.split(":")[0] for ref in refs] == ["paste"]


def test_one_undo_takes_all_of_a_scene_back():
    given = scene("salt, salt, salt", MODEL)
    before = given.letters()
    assert replaced(given, Query("salt"), "sand") == 3
    assert given.draft.undo()
    assert given.letters() == before
    assert not given.draft.can_undo


def test_what_was_replaced_in_many_scenes_is_taken_back_at_once_where_nothing_came_after():
    scenes = [scene("salt"), scene("more salt")]
    for one, name in zip(scenes, "ab", strict=True):
        one.draft.entry = type(one.draft.entry)(name, name, name)
        replaced(one, Query("salt"), "sand")
    done = Replaced([one.draft for one in scenes])
    scenes[1].draft.apply(Change(0, 0, "!"))
    assert done
    assert done.take_back() == ["a"]
    assert [one.draft.text.text for one in scenes] == ["salt", "!more sand"]
    assert not done
