"""Scenes' files that come from another computer before the history that explains them.

A file synchroniser brings files in any order. A scene's file whose words no history explains yet is taken in as
``outside``, like any other program's; only what it was made of is looked for first, so that what was written here since
stays. When the other computer's history comes, the join says whose the words are.
"""

from collections import deque
from collections.abc import Iterable
from typing import TYPE_CHECKING

from firsthand.history import Cause, Changed, Found, Saved, SceneState
from firsthand.provenance.difference import edits
from firsthand.provenance.merging import words_round

if TYPE_CHECKING:
    from firsthand.desk.reading import Account

_LATEST = 16
"""Saved texts of a scene that a file may have been made of."""


def saved_texts(account: "Account", scene: str) -> list[str]:
    """What was saved of a scene in the main line, the latest last; in unit form."""
    state, texts = SceneState(scene), deque[str](maxlen=_LATEST)
    for record in account.main_records():
        if not isinstance(record, Changed | Found | Saved) or record.scene != scene:
            continue
        try:
            if isinstance(record, Changed):
                state.take(record.change(), record.cause, 0)
            elif isinstance(record, Found):
                state.take(state.find(record.at, record.sources()), Cause.FOUND, 0)
            elif not texts or texts[-1] != state.text.units():
                texts.append(state.text.units())
        except ValueError:
            break
    return list(texts)


def made_of(text: str, saved: Iterable[str]) -> str | None:
    """Of what was saved the text that differs least from this one; None if that is the latest. All in unit form.

    Nothing at all is one of them: two computers may both have begun a scene that was empty in common.
    """
    texts = ["", *saved]
    best = min(reversed(texts), key=lambda one: _apart(one, text))
    return None if best == texts[-1] else best


def _apart(one: str, other: str) -> int:
    """How much of the words of one text is not in the other, and what that has besides: words that go count twice."""
    found = edits(one, other)
    gone = {place for edit in found if edit.end > edit.start for place in range(*words_round(one, edit))}
    return 2 * len(gone) + sum(len(edit.inserted) for edit in found)
