"""What comes into an open manuscript from outside it: other programs' edits of its files, other computers' histories.

``meet`` is for the opening, ``look`` for any moment after it. What touches places that were changed here and are not
saved yet stays out of the scene: nothing of either side is lost, and the author is told.
"""

from collections.abc import Callable, Collection, Sequence

from firsthand.desk.choosing import Sittings
from firsthand.desk.drafts import Drafts
from firsthand.desk.foreign import Foreign
from firsthand.desk.joining import join_scenes, joined_notice, joined_outline
from firsthand.desk.outside import Arrival, Met, Standing, bring, meet, merged, recognise, saved_unknown, take_in
from firsthand.desk.reading import Account, as_read, digest
from firsthand.desk.recording import Recording
from firsthand.desk.saving import Saving
from firsthand.desk.watching import Files
from firsthand.history import Cause, HistoryError, moment
from firsthand.manuscript import Entry, Folder, ManuscriptError, Outline
from firsthand.provenance import Change
from firsthand.provenance.units import to_units
from firsthand.saying import say


class Incoming:
    """Takes into the ``drafts`` what others made of the manuscript in ``folder``, whose history told ``account``.

    ``arrived`` is what came in from other programs; whoever has told the author of it takes it out of the list.
    ``joined`` says that another computer's work has come in since the opening; whoever has shown it sets it back.
    ``rearrange`` is called with the outline that another computer's history makes of this one's.
    """

    def __init__(
        self,
        folder: Folder,
        account: Account,
        drafts: Drafts,
        files: Files,
        saving: Saving,
        recording: Recording,
        tell: Callable[[str], None],
        rearrange: Callable[[Outline], None],
    ) -> None:
        self.arrived: list[Arrival] = []
        self.joined = False
        self.sittings = Sittings(account.sittings)
        self._folder, self._drafts, self._files = folder, drafts, files
        self._saving, self._recording, self._tell, self._rearrange = saving, recording, tell, rearrange
        self._replay, self._arrivals, self._saves = account.replay, account.arrivals, account.saves
        self._foreign = Foreign(folder, recording.recorder)

    # -- when the manuscript is opened

    def meet(self, account: Account, new: Collection[str]) -> list[str]:
        """Bring the scenes' files and the history together; sentences about what that found.

        ``new`` are the scenes that were not in the outline before the other computers' came in.
        """
        joined = self._join(account)
        met, notices = meet(account), []
        for one in met:
            quietly = one.entry.id in joined or one.entry.id in new
            notices += self._meet(one, quietly=quietly)
        if joined:
            notices.append(self._joined_notice(joined))
        self.arrived = take_in(met, self._replay, self._drafts.make, self._new_ref)
        for one in met:
            if one.cause is not None:
                self._drafts.of(one.entry.id).dirty = False
            if one.cause is not None or saved_unknown(one, account):
                self._saving.note_on_disk(one.entry)
        return notices

    def _meet(self, met: Met, *, quietly: bool) -> list[str]:
        entry = met.entry
        if met.standing is Standing.UNREADABLE:
            self._saving.unreadable[entry.id] = met.trouble
            return [met.trouble]
        self._files.knows(entry, met.text)
        if met.standing in (Standing.MISSING, Standing.BEHIND):
            self._saving.later(entry)
        said = _brought_back(met.standing, entry.title)
        return [said] if said is not None and not quietly else []

    # -- while it is open

    def look(self, *, wait: bool) -> bool:
        """Take in what others have made since; False if another computer's history is still being read."""
        if self._recording.read_only or self._saving.busy:
            return True
        if not self._look_elsewhere(wait=wait):
            return False
        came = [one for entry in self._folder.outline.entries if (one := self._merge(entry)) is not None]
        recognise(came, self._replay, self._drafts.make)
        self.arrived += came
        return True

    def _merge(self, entry: Entry) -> Arrival | None:
        theirs = self._files.news(entry)
        if theirs is None:
            return None
        draft = self._drafts.of(entry.id)
        if digest(theirs) in self._saves.of(entry):
            self._files.taken(entry)
            draft.dirty |= as_read(self._drafts.text(entry.id)) != theirs
            return None
        base = self._files.known(entry.id) or ""
        merge = merged(to_units(base), draft.text.units(), to_units(theirs))
        if not merge.whole and not self._keep_theirs(entry):
            return None
        self._files.taken(entry)
        dirty = draft.dirty
        with draft.together():
            ref = self._new_ref(entry, Cause.OUTSIDE)
            arrival = bring(entry.id, merge.edits, Cause.OUTSIDE, ref, self._drafts.make)
        draft.dirty = dirty or as_read(draft.text.text) != theirs
        self._saving.note_on_disk(entry)
        return arrival

    def _keep_theirs(self, entry: Entry) -> bool:
        """Keep beside what another program made of the scene; False if the disk did not let that happen."""
        try:
            copy = self._files.keep_beside(entry, moment(self._recording.time.wall()))
        except ManuscriptError as error:
            self._tell(str(error))
            return False
        self._tell(
            say(
                "“{title}” was changed here and by another program in the same place; your words stay, "
                "and its version is kept as {copy}.",
                title=entry.title,
                copy=copy.name,
            )
        )
        return True

    def _new_ref(self, entry: Entry, cause: Cause) -> str:
        return self._drafts.of(entry.id).new_ref(cause)

    # -- other computers

    def _look_elsewhere(self, *, wait: bool) -> bool:
        """Join what other computers have written since, if their history has grown; False if it is still read."""
        try:
            known, account = self._foreign.news(wait=wait)
        except HistoryError as error:
            self._tell(str(error))
            return True
        if account is not None:
            self._saves = account.saves
            self.sittings.know(account.sittings)
            if account.branches.others:
                self._join_more(account)
        return known

    def _join_more(self, account: Account) -> None:
        self._replay.learn(account.replay)
        self._arrivals.when |= account.arrivals.when
        outline = joined_outline(account)
        if outline != self._folder.outline:
            self._rearrange(outline)
        joined = self._join(account)
        self.joined = True
        if joined:
            self._tell(self._joined_notice(joined))

    def _join(self, account: Account) -> list[str]:
        """Bring in what other computers wrote apart; the scenes that it changed."""

        def bring(scene: str, made: Sequence[Change]) -> None:
            self._drafts.make_all(scene, made, Cause.JOIN)

        scenes = [entry.id for entry in self._folder.outline.entries]
        return join_scenes(account, self._replay, scenes, bring, self._recording.mark)

    def _joined_notice(self, scenes: Sequence[str]) -> str:
        return joined_notice([self._drafts.entry(scene).title for scene in scenes])


def _brought_back(standing: Standing, title: str) -> str | None:
    """What the author is told of a scene whose file is not what the history says."""
    if standing is Standing.MISSING:
        return say(
            "The file of “{title}” was gone or empty; its words were brought back from the history.", title=title
        )
    if standing is Standing.BEHIND:
        return say("“{title}” was brought back to where you stopped, from the history.", title=title)
    return None
