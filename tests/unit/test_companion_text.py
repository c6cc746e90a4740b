"""The pure parts of the companion: sentences, excerpts, what is sent, what is shown."""

from __future__ import annotations

import re
from itertools import pairwise

import msgspec
import pytest

from firsthand.companion import BUILTIN, Context, Endpoint, Purpose, Request, Version, card, compose
from firsthand.companion.excerpt import after_caret, before_caret
from firsthand.companion.sentences import ends_sentence, sentence_ends
from firsthand.companion.tidy import Tidier
from firsthand.companion.troubles import NothingUsable

CONNECTED = Endpoint("gpt-x at api.example.org", "gpt-x", "https://api.example.org/v1")
SCENE = (
    "She kept the ledger in the flour bin, because nobody steals flour. Every entry was in salt.\n"
    "She turned to the last page. “Paid,” it said, and under that Ines, her name. Outside the gulls had stopped."
)


class Message(msgspec.Struct):
    role: str
    content: str


class Body(msgspec.Struct):
    model: str
    messages: list[Message]
    stream: bool
    seed: int = -1
    cache_prompt: bool = True


def bodies(request: Request) -> list[Body]:
    return [msgspec.json.decode(version.body, type=Body) for version in request.versions]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("", []),
        ("She ran", []),
        ("She ran.", ["She ran."]),
        ("She ran. He did not", ["She ran."]),
        ("“Run!” she said. He ran.", ["“Run!” she said.", "He ran."]),
        ("Mr. Varela ran. J. Cole did not.", ["Mr. Varela ran.", "J. Cole did not."]),
        ("It cost 3.5 coins.", ["It cost 3.5 coins."]),
        ("She waited… and ran. “Go.”", ["She waited… and ran.", "“Go.”"]),
        ("Was it I. said she", []),
    ],
)
def test_sentences_end_where_a_reader_would_say(text: str, sentences: list[str]) -> None:
    ends = sentence_ends(text)
    assert [text[a:b].strip() for a, b in zip([0, *ends], ends, strict=False)] == sentences


@pytest.mark.parametrize(
    ("text", "ends"), [("She ran. ", True), ("She ran and", False), ("“Run!”", True), ("", False), ("Mr.", False)]
)
def test_a_caret_behind_a_sentence_is_told_from_one_inside(text: str, ends: bool) -> None:
    assert ends_sentence(text) is ends


def test_a_short_scene_is_sent_whole() -> None:
    assert before_caret(SCENE, 200, 40) == SCENE


def test_an_excerpt_begins_with_a_sentence_and_keeps_the_limit() -> None:
    scene = " ".join(f"Sentence {n} has six words altogether." for n in range(100))
    excerpt = before_caret(scene, 100, 30)
    assert excerpt.startswith("Sentence ")
    assert scene.endswith(excerpt)
    assert 70 - 6 <= len(excerpt.split()) <= 100


def test_the_start_of_an_excerpt_stays_while_the_author_writes_on() -> None:
    scene = " ".join(f"Sentence {n} has six words altogether." for n in range(60))
    carets = [match.end() for match in re.finditer(r"\S+", scene)]
    starts = [before_caret(scene[:caret], 100, 30)[:12] for caret in carets]
    assert len(set(starts[200:230])) <= 2
    assert len(set(starts)) > 5


def test_a_scene_without_a_sentence_end_is_cut_at_a_word() -> None:
    scene = " ".join(f"word{n}" for n in range(500))
    assert before_caret(scene, 100, 30).split()[0] == "word420"


@pytest.mark.parametrize(
    ("after", "words", "excerpt"),
    [("", 5, ""), ("He ran.", 5, "He ran."), ("He ran. She did not run at all.", 5, "He ran."), ("a b c d", 2, "a b")],
)
def test_what_follows_the_caret_is_cut_at_a_sentence(after: str, words: int, excerpt: str) -> None:
    assert after_caret(after, words) == excerpt


@pytest.mark.parametrize("purpose", Purpose)
@pytest.mark.parametrize("endpoint", [BUILTIN, CONNECTED], ids=["builtin", "connected"])
def test_a_seed_makes_the_same_bodies_and_the_id_stays_new(purpose: Purpose, endpoint: Endpoint) -> None:
    one, other = (compose(purpose, Context(SCENE), endpoint, seed=7) for _ in range(2))
    assert one.versions == other.versions
    assert one.id != other.id


@pytest.mark.parametrize("purpose", Purpose)
@pytest.mark.parametrize("before", ["", SCENE, SCENE + "\n", SCENE + " ", SCENE + " She turned"])
def test_the_builtin_model_goes_on_with_the_author_s_text(purpose: Purpose, before: str) -> None:
    request = compose(purpose, Context(before), BUILTIN, seed=1)
    for body, version in zip(bodies(request), request.versions, strict=True):
        last = body.messages[-1]
        assert last.role == "assistant" or not before
        assert not last.content.endswith((" ", "\t"))
        assert last.content.endswith(version.opener)
        if purpose is Purpose.CONTINUE and before:
            assert last.content == before.rstrip(" ") + version.opener
        assert body.cache_prompt is False
    assert len({version.body for version in request.versions}) == 3
    assert len({body.seed for body in bodies(request)}) == 3


def test_versions_of_the_builtin_model_share_all_but_their_opening() -> None:
    first, *others = bodies(compose(Purpose.CONTINUE, Context(SCENE), BUILTIN))
    for other in others:
        assert other.messages[:-1] == first.messages[:-1]
        assert other.messages[-1].content.startswith(SCENE)
        assert (other.cache_prompt, other.seed) == (True, -1)


def test_versions_have_ideas_of_their_own() -> None:
    for purpose in Purpose:
        for endpoint in (BUILTIN, CONNECTED):
            labels = [version.label for version in compose(purpose, Context(SCENE), endpoint).versions]
            assert len(set(labels)) == 3


def test_more_versions_than_ideas_repeat_ideas_with_other_seeds() -> None:
    request = compose(Purpose.CONTINUE, Context("She turned"), BUILTIN, versions=5, seed=1)
    assert len({body.seed for body in bodies(request)}) == 5


def test_no_version_is_no_request() -> None:
    with pytest.raises(ValueError, match="at least one"):
        compose(Purpose.CONTINUE, Context(SCENE), BUILTIN, versions=0)


@pytest.mark.parametrize(
    ("scene", "mark"), [("«Sí», dijo. Salió.", "«"), ('"Yes," she said. He left.', '"'), ("He left.", "“")]
)
def test_speech_begins_with_the_author_s_own_mark(scene: str, mark: str) -> None:
    ideas = len(card(Purpose.CONTINUE).builtin.openers["sentence"])
    request = compose(Purpose.CONTINUE, Context(scene), BUILTIN, versions=ideas)
    assert {version.opener for version in request.versions if version.label == "someone speaks"} == {f" {mark}"}


def test_a_what_if_speaks_of_a_name_in_the_text() -> None:
    ideas = len(card(Purpose.WHAT_IF).builtin.openers["any"])
    named = compose(Purpose.WHAT_IF, Context(SCENE), BUILTIN, versions=ideas)
    assert "What if Ines" in {version.opener for version in named.versions}
    nameless = compose(Purpose.WHAT_IF, Context("It rained. Nobody came."), BUILTIN, versions=ideas)
    assert not [version for version in nameless.versions if "{name}" in version.opener or version.opener == "What if "]


def test_a_connected_model_gets_plain_messages_only() -> None:
    context = Context(SCENE, "The door moved.", "What Ines kept", "The Salt Ledger", "more dread")
    for version in compose(Purpose.CONTINUE, context, CONNECTED).versions:
        assert set(msgspec.json.decode(version.body)) == {"model", "messages", "stream"}
        said = version.body.decode()
        for part in ("The door moved.", "What Ines kept", "The Salt Ledger", "more dread", "gulls had stopped"):
            assert part in said


def test_what_is_not_given_leaves_no_empty_line_and_braces_are_only_text() -> None:
    body = bodies(compose(Purpose.CONTINUE, Context("He wrote {after} and {place} there."), CONNECTED))[0]
    assert "{after} and {place}" in body.messages[-1].content
    assert "The author says" not in body.messages[-1].content
    assert "The book and scene" not in body.messages[-1].content


def test_words_sent_are_the_author_s_once() -> None:
    assert compose(Purpose.CONTINUE, Context("One two three.", "Four five."), CONNECTED).words_sent == 5
    assert compose(Purpose.CONTINUE, Context("One two three.", "Four five."), BUILTIN).words_sent == 3
    assert compose(Purpose.CONTINUE, Context("One — two.\n***\nThree.", ""), BUILTIN).words_sent == 3


@pytest.mark.parametrize("endpoint", [BUILTIN, CONNECTED], ids=["builtin", "connected"])
@pytest.mark.parametrize("purpose", Purpose)
def test_the_preview_tells_everything_that_is_sent(purpose: Purpose, endpoint: Endpoint) -> None:
    request = compose(purpose, Context(SCENE, "After.", "Scene", "Book", "dread"), endpoint, seed=2)
    preview = request.preview()
    if endpoint.builtin:
        assert [f"seed {body.seed}" in preview for body in bodies(request)] == [True] * 3
    for message in bodies(request)[0].messages:
        assert message.content in preview
    for version, body in zip(request.versions, bodies(request), strict=True):
        assert version.label in preview
        assert body.messages[-1].content.split()[-1] in preview
    assert endpoint.name in preview


def tidier(
    purpose: Purpose = Purpose.CONTINUE,
    prefill: str = "She ran.",
    opener: str = "",
    *,
    builtin: bool = True,
    most: int = 2,
) -> Tidier:
    return Tidier(purpose, Version("", b"", prefill, opener, most), builtin)


@pytest.mark.parametrize(
    ("prefill", "opener", "raw", "kept"),
    [
        ("She ran.", " Then", " the gate shut. A dog bark", " Then the gate shut."),
        ("She ran. ", " Then", " the gate shut.", "Then the gate shut."),
        ("She ran.\n", "Then", " the gate shut.", "Then the gate shut."),
        ("She ran.", " Then", "She ran. Then the gate shut.", " Then the gate shut."),
        ("She", "", " ran to the gate.", " ran to the gate."),
        ("She ", "", " ran to the gate.", "ran to the gate."),
        ("She r", "", "an to the gate.", "an to the gate."),
        ("She ran.", " “", "Stop it now. Please", " “Stop it now.”"),
        ("She ran.", ' "', 'Stop it," he said.', ' "Stop it," he said.'),
        ("She ran.", " Then", " one. Then two. Then three and four.", " Then one. Then two."),
        ("She ran.", " Then", " she ran to the gate and past it, and on and", " Then she ran to the gate and past it."),
        ("", "The rain", " fell on and on.\nThe town", "The rain fell on and on."),
    ],
)
def test_the_builtin_model_s_words_are_kept_in_whole_sentences(prefill: str, opener: str, raw: str, kept: str) -> None:
    assert tidier(prefill=prefill, opener=opener).kept(raw) == kept


@pytest.mark.parametrize(
    ("prefill", "raw", "kept"),
    [
        ("She ran.", "The gate shut.", " The gate shut."),
        ("She ran. ", "The gate shut.", "The gate shut."),
        ("She ran", ", and the gate shut.", ", and the gate shut."),
        ("She ran", "to the old gate.", " to the old gate."),
        ("He said: “", "Run to the gate.", "Run to the gate."),
        ("She ran to the gate.", "She ran to the gate. It was shut.", " It was shut."),
        ("She ran.", "Sure, here is a continuation:\n\nThe gate shut.", " The gate shut."),
        ("She ran.", "Here is where the gate had been.", " Here is where the gate had been."),
        ("She ran.", "<think>They want\n\nmore.</think>\nThe gate shut.", " The gate shut."),
        ("She ran.", "The gate shut.\n\nI hope you like this!", " The gate shut."),
    ],
)
def test_a_connected_model_s_manners_are_taken_off(prefill: str, raw: str, kept: str) -> None:
    assert tidier(prefill=prefill, builtin=False, most=3).kept(raw) == kept


@pytest.mark.parametrize("raw", ["", " ", ".", "\n\n", "<think>only thoughts"])
def test_an_answer_without_words_is_no_suggestion(raw: str) -> None:
    with pytest.raises(NothingUsable):
        tidier(opener=" Then").kept(raw)
    with pytest.raises(NothingUsable):
        tidier(builtin=False).kept(raw)


@pytest.mark.parametrize(
    ("opener", "raw", "kept"),
    [
        ("What if the", " gate shut? And then", "What if the gate shut?"),
        ("What if the", " gate shut by itself.", "What if the gate shut by itself?"),
        (
            "What if the",
            " gate shut by itself in the night, and the do",
            "What if the gate shut by itself in the night?",
        ),
        ("What if the", " gate, at night, shut by itself.", "What if the gate, at night, shut by itself?"),
        (
            "What if the",
            " gate shut by itself in the night, and someone who, ?",
            "What if the gate shut by itself in the night?",
        ),
        ("", "What if the gate shut?", "What if the gate shut?"),
        ("", "Sure! **What if the gate shut?**", "What if the gate shut?"),
        ("", "1. what if the gate shut?\n2. What if it rained?", "What if the gate shut?"),
    ],
)
def test_a_what_if_is_one_question(opener: str, raw: str, kept: str) -> None:
    assert tidier(Purpose.WHAT_IF, "", opener, builtin=bool(opener)).kept(raw) == kept


def test_an_answer_that_asks_nothing_is_no_what_if() -> None:
    with pytest.raises(NothingUsable):
        tidier(Purpose.WHAT_IF, "", builtin=False).kept("The gate was shut all night.")


@pytest.mark.parametrize(
    ("answer", "reader"),
    [
        (" the gate shut. A dog barked. It rained", tidier(opener=" Then")),
        ("She ran. The gate shut at last. A dog barked.", tidier(prefill="It rained. She ran.", builtin=False)),
        ("Sure, here it is:\nThe gate shut. A dog barked.", tidier(builtin=False)),
        ("Here it is, the gate. A dog barked.\n\nMore?", tidier(builtin=False)),
        ("<think>hm</think>What if it rained? Or so", tidier(Purpose.WHAT_IF, "", builtin=False)),
    ],
)
def test_what_is_shown_only_grows(answer: str, reader: Tidier) -> None:
    shown = [reader.shown(answer[:length]) for length in range(len(answer) + 1)]
    for earlier, later in pairwise(shown):
        assert later.startswith(earlier.rstrip())
    assert reader.kept(answer).strip().rstrip("?") in shown[-1]


def test_an_answer_is_enough_when_the_next_sentence_begins() -> None:
    reader = tidier(opener=" Then")
    assert [reader.enough(raw) for raw in (" one.", " one. Two.", " one. Two. T")] == [False, False, True]
    assert tidier(Purpose.WHAT_IF, "", "What if").enough(" it rained?")


@pytest.mark.parametrize(
    ("raw", "kept"), [(" the gate shut. A do", " Then the gate shut."), (" the ga", " Then the ga"), ("", "")]
)
def test_what_was_on_the_screen_is_kept_when_stopped(raw: str, kept: str) -> None:
    assert tidier(opener=" Then").stopped(raw) == kept


@pytest.mark.parametrize("purpose", Purpose)
def test_the_cards_say_what_they_are(purpose: Purpose) -> None:
    assert card(purpose).title
    assert card(purpose).explanation.endswith((".", "!"))
