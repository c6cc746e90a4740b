"""The border of a manuscript: what its passages say when they leave, and what becomes of those that arrive.

Within one manuscript a passage keeps every source as it is. In another one its references are *qualified*: they are
preceded by the id of the manuscript they mean and a slash, and words that were typed there refer to that manuscript as
a whole (``9f0c11d2e3a4/``). What stands behind a reference, a suggestion or the author's statement, goes along and is
recorded once. Whoever comes home loses the qualification again.
"""

import secrets
from collections.abc import Callable, Iterable

import msgspec

from firsthand.desk.passages import Passage
from firsthand.history import Brought, Cause, Replay, Said, moment
from firsthand.provenance import Change, Finding, Origin, Run, Source, join_runs

_MOST_CUTS = 16


class Carrier:
    """Takes passages out of one manuscript and into it.

    ``replay`` answers for what its references mean; ``keep`` has to record and take in what comes from elsewhere.
    """

    def __init__(
        self,
        manuscript: str = "",
        title: str = "",
        replay: Replay | None = None,
        keep: Callable[[Brought], None] = lambda _: None,
    ) -> None:
        self._manuscript = manuscript
        self._title = title
        self._replay = replay or Replay()
        self._keep = keep
        self._cuts: dict[str, str] = {}

    def leaves(self, text: str, runs: tuple[Run, ...], *, cut: bool = False) -> Passage:
        """The passage to be carried away. If it is ``cut``, the first time that it comes back is a move."""
        nonce = secrets.token_hex(16)
        if cut:
            self._cuts[nonce] = text
            if len(self._cuts) > _MOST_CUTS:
                del self._cuts[next(iter(self._cuts))]
        about = tuple(told for ref in _refs(runs) if (told := self._about(ref)) is not None)
        return Passage(text, runs, self._manuscript, self._title, about, nonce)

    def arrives(self, passage: Passage, *, moved: bool = False) -> tuple[tuple[Run, ...], Cause]:
        """Whose the passage's text is here, and whether it is a move or puts something in.

        ``moved``: it is being taken away elsewhere. From another manuscript everything is new all the same.
        """
        sender = passage.manuscript
        home = sender == self._manuscript
        runs = passage.runs if home else join_runs(self._mapped(run, sender) for run in passage.runs)
        about = {ref: told for told in passage.about if (ref := self._ref(told.ref, sender)) is not None}
        for ref in _refs(runs):
            self._note(ref, about.get(ref), passage.title)
        cut = self._cuts.pop(passage.nonce, None) is not None
        return runs, Cause.MOVE if home and (moved or cut) else Cause.COPY

    def heard(self, change: Change, cause: Cause) -> None:
        """A scene was changed: what was cut is no longer out of the manuscript if an undo put it back."""
        if cause is Cause.UNDO and change.inserted:
            self._cuts = {nonce: text for nonce, text in self._cuts.items() if text not in change.inserted}

    def _about(self, ref: str) -> Brought | None:
        """What there is to say of what ``ref`` names here."""
        replay = self._replay
        said, when = replay.declared.get(ref, (None, 0))
        spoken = said.said if said is not None and said.said is not Said.NOTHING else None
        if ref in replay.brought:
            brought = replay.brought[ref][0]
            return msgspec.structs.replace(brought, said=spoken, when=moment(when) if spoken else brought.when)
        if spoken is not None:
            return Brought(ref, 0, self._title, said=spoken, when=moment(when))
        if ref not in replay.shown:
            return None
        shown, when = replay.shown[ref]
        asked = replay.asked.get(shown.request)
        model = shown.model or (asked[0].model if asked else "")
        purpose = asked[0].purpose if asked else ""
        return Brought(ref, 0, self._title, shown.text, shown.label, model, purpose, when=moment(when))

    def _note(self, ref: str, told: Brought | None, title: str) -> None:
        """Have recorded what is not known yet of a reference that came in."""
        replay = self._replay
        if "/" in ref:
            news = told is not None and told.said is not None and ref not in replay.declared
            wanted = news or ref not in replay.brought
        else:  # a copy of this very manuscript may have been shown more
            wanted = told is not None and bool(told.text) and ref not in replay.shown
        if wanted:
            self._keep(msgspec.structs.replace(told, ref=ref, stood=()) if told else Brought(ref, 0, title))

    def _mapped(self, run: Run, sender: str) -> Run:
        source, found = run.source, run.source.finding
        ref = self._here(source.origin, source.ref, sender)
        if found is not None:
            found = Finding(found.rule, found.observed, self._here(found.observed, found.ref, sender))
        return Run(run.length, Source(source.origin, ref, found), run.offset if ref is not None else 0)

    def _here(self, origin: Origin, ref: str | None, sender: str) -> str | None:
        """What text of an origin that referred to ``ref`` in its manuscript refers to here; tools are everyone's."""
        return ref if origin is Origin.TOOL else self._ref(ref or "", sender)

    def _ref(self, ref: str, sender: str) -> str | None:
        """A reference of the manuscript ``sender`` as this one has to name it; None for what was typed here."""
        manuscript, slash, name = ref.partition("/")
        if not slash:
            manuscript, name = sender, ref
        if manuscript == self._manuscript:
            return name or None
        return f"{manuscript}/{name}"


def _refs(runs: Iterable[Run]) -> list[str]:
    """What the runs refer to, in the order they do; without tools."""
    sources = [part for run in runs for part in (run.source, run.source.observed)]
    return list(dict.fromkeys(s.ref for s in sources if s.ref is not None and s.origin is not Origin.TOOL))
