"""The whole job without a window: a scene drafted, a model asked, a sentence taken, half of it rewritten, a report.

Then what a record must not be fooled by: a suggestion typed again by hand, a sentence moved through another program,
and a paste of which the author says what it is. Everything is real: the sample novel, the built-in model, the same desk
that the window uses. Only the author's hands are a script's, which types key by key.
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
from firsthand.history import Cause, Said
from firsthand.provenance import Change, Origin
from firsthand.provenance.units import length

SCENE = "what-ines-kept"
_TYPED = (
    "\nShe took the lamp down from its nail and held it over the page. The line was short, and the ink had not dried."
)
_REVISION = "and the tide was already at the door."
_CUT = " The line was short, and the ink had not dried."
_QUOTATION = "\n“What is lent in salt is paid in salt.”"
_TYPED_AGAIN = 14
"""How many words of a suggestion are typed again; eight are always found."""


class DemoError(Exception):
    """The demonstration could not be finished; the text says why."""


class Demonstration(msgspec.Struct, frozen=True):
    """What happened: the suggestions shown, the sentence taken, the text it became, where manuscript and report are.

    ``again`` are the words of another suggestion that were typed by hand, empty if none was long enough; ``words``
    count the scene's by whose they are.
    """

    manuscript: Path
    report: Path
    shown: tuple[str, ...]
    taken: str
    became: str
    again: str
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
        again = _type_again(draft, suggestions[1:], say)
        say("Moving a sentence through another program")
        _move(draft)
        say("Pasting a line from elsewhere, and saying that it is a quotation")
        desk.declaring.declare(_paste(draft), Said.QUOTATION)
        desk.settle()
        words = {k: v for k, v in desk.tally(SCENE).by_origin.items() if v}
    finally:
        desk.close()
    say("Writing the report")
    report = write_report(into)
    return Demonstration(into, report, tuple(s.text.strip() for s in suggestions), taken, became, again, words)


def _type(draft: Draft, at: int, text: str) -> None:
    for key in text:
        draft.apply(Change(at, 0, key, Origin.TYPED))
        at += 1
    draft.caret = at


def _ask(desk: Desk, caret: int, say: Callable[[str], None], seconds: float) -> list[Suggestion]:
    events: queue.Queue[Event] = queue.Queue()
    companion = Companion(events.put, Keys())
    try:
        request = desk.suggesting.compose(SCENE, caret, Purpose.CONTINUE)
        say(f"Asking {request.endpoint.name} for {len(request.versions)} ways on; sending {request.words_sent} words")
        desk.suggesting.asked(SCENE, request)
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
                desk.suggesting.shown(suggestion)
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
    desk.suggesting.insert(suggestion, SCENE, at, part=(0, end))
    return suggestion.text[:end].strip(), at, at + len(draft.text) - before


def _rewrite(draft: Draft, start: int, end: int) -> str:
    """Put the author's own words, key by key, for the second half of what stands from ``start`` to ``end``."""
    inserted = draft.text.slice(start, end)
    middle = inserted.find(" ", len(inserted) // 2)
    cut = start + (middle + 1 if middle > 0 else len(inserted) // 2)
    draft.apply(Change(cut, end - cut, ""))
    _type(draft, cut, _REVISION)
    return draft.text.slice(start, draft.caret).strip()


def _type_again(draft: Draft, suggestions: list[Suggestion], say: Callable[[str], None]) -> str:
    """Type the beginning of the longest of these suggestions by hand, as a paragraph of its own; what was typed."""
    words = max((s.text.split() for s in suggestions), key=len, default=[])[:_TYPED_AGAIN]
    if len(words) < _TYPED_AGAIN // 2:
        return ""
    say("Typing a suggestion that was not taken again, by hand")
    again = " ".join(words)
    _type(draft, draft.caret, f"\n{again}")
    draft.settle()
    return again


def _move(draft: Draft) -> None:
    """Cut a sentence, and paste it at the end as a program does that keeps nothing but the text."""
    text = draft.text.text
    at = length(text[: text.rindex(_CUT)])
    draft.apply(Change(at, length(_CUT), ""))
    draft.caret -= length(_CUT)
    draft.bring(draft.caret, 0, _CUT, Cause.PASTE)
    draft.caret += length(_CUT)


def _paste(draft: Draft) -> str:
    """Paste a line from elsewhere; what the paste is called."""
    at, end = draft.caret, draft.caret + length(_QUOTATION)
    draft.bring(at, 0, _QUOTATION, Cause.PASTE)
    draft.caret = end
    return next(run.source.ref for run in draft.text.runs(at, end) if run.source.ref is not None)
