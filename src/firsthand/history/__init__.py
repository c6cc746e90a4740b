"""The record on disk: append-only, sealed, verifiable, replayable."""

from firsthand.history.acts import (
    Asked,
    Brought,
    Choice,
    Chosen,
    Clashed,
    Decided,
    Declared,
    Fate,
    Joined,
    Named,
    Outlined,
    Said,
    Shown,
)
from firsthand.history.changes import Cause, Changed, Found, changed, found
from firsthand.history.clocks import milliseconds, moment
from firsthand.history.closing import Closed, close_earlier
from firsthand.history.disk import replace_file, sync_folder
from firsthand.history.files import end_here, write_closed
from firsthand.history.lock import Lock
from firsthand.history.reading import HistoryError, Reading, read_file
from firsthand.history.recorder import Recorder
from firsthand.history.records import FORMAT, Record, Resynced, Saved, Sitting, Stamped, coalesced
from firsthand.history.replay import Insertion, Line, Replay, SceneState
from firsthand.history.verification import History, Status, Verification, read_history, verify
from firsthand.history.versions import Moment, Occasion, Snapshot, Versions

__all__ = [
    "FORMAT",
    "Asked",
    "Brought",
    "Cause",
    "Changed",
    "Choice",
    "Chosen",
    "Clashed",
    "Closed",
    "Decided",
    "Declared",
    "Fate",
    "Found",
    "History",
    "HistoryError",
    "Insertion",
    "Joined",
    "Line",
    "Lock",
    "Moment",
    "Named",
    "Occasion",
    "Outlined",
    "Reading",
    "Record",
    "Recorder",
    "Replay",
    "Resynced",
    "Said",
    "Saved",
    "SceneState",
    "Shown",
    "Sitting",
    "Snapshot",
    "Stamped",
    "Status",
    "Verification",
    "Versions",
    "changed",
    "close_earlier",
    "coalesced",
    "end_here",
    "found",
    "milliseconds",
    "moment",
    "read_file",
    "read_history",
    "replace_file",
    "sync_folder",
    "verify",
    "write_closed",
]
