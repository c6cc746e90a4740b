"""The record on disk: append-only, sealed, verifiable, replayable."""

from firsthand.history.files import HistoryError, Reading, close_interrupted, read_file, replace_file, write_closed
from firsthand.history.lock import Lock
from firsthand.history.recorder import Recorder
from firsthand.history.records import (
    Asked,
    Cause,
    Changed,
    Decided,
    Fate,
    Record,
    Resynced,
    Saved,
    Shown,
    Sitting,
    changed,
    coalesced,
    encode,
    milliseconds,
    moment,
)
from firsthand.history.replay import Insertion, Replay, SceneState
from firsthand.history.verification import Status, Verification, read_history, verify

__all__ = [
    "Asked",
    "Cause",
    "Changed",
    "Decided",
    "Fate",
    "HistoryError",
    "Insertion",
    "Lock",
    "Reading",
    "Record",
    "Recorder",
    "Replay",
    "Resynced",
    "Saved",
    "SceneState",
    "Shown",
    "Sitting",
    "Status",
    "Verification",
    "changed",
    "close_interrupted",
    "coalesced",
    "encode",
    "milliseconds",
    "moment",
    "read_file",
    "read_history",
    "replace_file",
    "verify",
    "write_closed",
]
