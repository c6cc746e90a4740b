"""The whole job without a window: a scene drafted, a model asked, a sentence taken, half of it rewritten, a report.

Everything is real: the sample novel, the built-in model, the same desk that the window uses. Only the author's hands
are a script's, which types key by key.
"""

import queue
import re
from collections.abc import Callable
from pathlib import Path

import msgspec

from firsthand.companion import Companion, Done, Event, Failed, Finished, Keys, Purpose, Suggestion, Words
from firsthand.desk.draft import Draft
from firsthand.desk.reporting import write_report
from firsthand.desk.sample import sample_novel
from firsthand.desk.session import Desk
from firsthand.provenance import Change, Origin

SCENE = "what-ines-kept"
_TYPED = (
    "\nShe took the lamp down from its nail and held it over the page. The line was short, and the ink had not dried."
)
_REVISION = "and the tide was already at the door."


class DemoError(Exception):
    """The demonstration could not be finished; the text says why."""


class Demonstration(msgspec.Struct, frozen=True):
    """What happened: the suggestions shown, the sentence taken, the text it became, where manuscript and report are."""

    manuscript: Path
    report: Path
    shown: tuple[str, ...]
    taken: str
    became: str
    words: dict[str, int]


def demonstrate(into: Path, say: Callable[[str], None] = lambda _: None, seconds: float = 120.0) -> Demonstration:
    """Do the job in a copy of the sample novel at ``into``, telling the steps to ``say``.

    Waits at most ``seconds`` for the model. DemoError if the model does not answer; ManuscriptError or DeskError if the
    folder cannot be used.
    """
    say(f"Opening the sample novel in {into}")
    desk = Desk.open(sample_novel(into), tell=say)
    try:
        draft = desk.draft(SCENE)
        say("Typing the beginning of a paragraph")
        _type(draft, len(draft.text.text.rstrip("\n")), _TYPED)
        suggestions = _ask(desk, draft.caret, say, seconds)
        taken, start, end = _take(desk, draft, suggestions[0])
        say("Rewriting the second half of it")
        became = _rewrite(draft, start, end)
        desk.settle()
        words = {k: v for k, v in desk.tally(SCENE).by_origin.items() if v}
    finally:
        desk.close()
    say("Writing the report")
    report = write_report(into)
    return Demonstration(into, report, tuple(s.text.strip() for s in suggestions), taken, became, words)


def _type(draft: Draft, at: int, text: str) -> None:
    for key in text:
        draft.apply(Change(at, 0, key, Origin.TYPED))
        at += 1
    draft.caret = at


def _ask(desk: Desk, caret: int, say: Callable[[str], None], seconds: float) -> list[Suggestion]:
    events: queue.Queue[Event] = queue.Queue()
    companion = Companion(events.put, Keys())
    try:
        request = desk.compose(SCENE, caret, Purpose.CONTINUE)
        say(f"Asking {request.endpoint.name} for {len(request.versions)} ways on; sending {request.words_sent} words")
        desk.asked(SCENE, request)
        companion.ask(request)
        return _collect(desk, events, say, seconds)
    finally:
        companion.close()


def _collect(desk: Desk, events: "queue.Queue[Event]", say: Callable[[str], None], seconds: float) -> list[Suggestion]:
    suggestions: list[Suggestion] = []
    trouble = "the model gave no words"
    while True:
        try:
            event = events.get(timeout=seconds)
        except queue.Empty:
            raise DemoError(
                f"The model did not answer within {seconds:.0f} seconds; try again when it is quiet."
            ) from None
        match event:
            case Finished(suggestion):
                desk.shown(suggestion)
                suggestions.append(suggestion)
                say(f"  {len(suggestions)}. {suggestion.text.strip()}")
            case Failed(_, message):
                trouble = message
            case Done():
                if not suggestions:
                    raise DemoError(trouble)
                return suggestions
            case Words():
                pass


def _take(desk: Desk, draft: Draft, suggestion: Suggestion) -> tuple[str, int, int]:
    """Insert the first sentence of a suggestion at the caret; it, and where it stands."""
    match = re.match(r"\s*.+?[.!?…]+[”’\"']*(?=\s|$)", suggestion.text, re.DOTALL)
    end = match.end() if match else len(suggestion.text)
    before = len(draft.text)
    at = draft.caret
    desk.insert(suggestion, SCENE, at, part=(0, end))
    return suggestion.text[:end].strip(), at, at + len(draft.text) - before


def _rewrite(draft: Draft, start: int, end: int) -> str:
    """Put the author's own words, key by key, for the second half of what stands from ``start`` to ``end``."""
    inserted = draft.text.slice(start, end)
    middle = inserted.find(" ", len(inserted) // 2)
    cut = start + (middle + 1 if middle > 0 else len(inserted) // 2)
    draft.apply(Change(cut, end - cut, ""))
    _type(draft, cut, _REVISION)
    return draft.text.slice(start, draft.caret).strip()
