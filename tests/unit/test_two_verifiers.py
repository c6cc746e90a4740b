"""The program and the file that a stranger runs come to the same, and say so by the same exit codes."""

import hashlib

import pytest

from firsthand.desk.checking import Worth, check_record
from firsthand.history.signing import fingerprint
from tests.sealed import MANUSCRIPT, OTHER, SIGNER, head, history, sitting, typed
from tests.unit.test_history_tampering import TABLE, by_another_key, later, three
from tests.unit.test_stand_alone_verifier import verify as stand_alone

TEXT = "The tide was out. Nobody had told her."
OURS, THEIRS = fingerprint(SIGNER.public), fingerprint(OTHER.public)


def saved(text):
    """A history of one sitting in which a text is saved."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    line = f'{{"k":"saved","scene":"4c1d","t":900,"x":"{digest}"}}\n'.encode()
    data, seals = sitting("a", [[typed(text), line]])
    return {"a.jsonl": data, "m1.head": head(seals[-1], "a")}


def two_keys():
    one, first = sitting("a", [[typed("One.")]])
    two, second = sitting("b", [[typed("Two.", 0, "5d")]], [first[-1]], OTHER)
    return {"a.jsonl": one, "b.jsonl": two, "m1.head": head(second[-1], "b", signer=OTHER)}


def late(key):
    data, seals = sitting("a", [[typed("One")], [typed(" two", 3)]], late=key)
    return {"a.jsonl": data, "m1.head": head(seals[-1], "a")}


CASES = {
    "whole and signed": (history(), (), Worth.PROVED),
    "the key that was named": (history(), (OURS,), Worth.PROVED),
    "the key that was named, in capitals": (history(), (OURS.upper(),), Worth.PROVED),
    "not the key that was named": (history(), (THEIRS,), Worth.FAULT),
    "not signed": (history(None), (), Worth.LESS),
    "of three blocks": (three(history()), (), Worth.PROVED),
    "another of two blocks": (later(history()), (), Worth.PROVED),
    "signed by another key than it says": (by_another_key(history()), (), Worth.FAULT),
    "signed by two keys": (two_keys(), (), Worth.LESS),
    "signed by two keys, both named": (two_keys(), (OURS, THEIRS), Worth.PROVED),
    "signed by two keys, one named": (two_keys(), (OURS,), Worth.FAULT),
    "a head by another key": ({**history(), "m1.head": two_keys()["m1.head"]}, (), Worth.FAULT),
    "sealed late": (late(SIGNER), (), Worth.PROVED),
    "sealed late by another key": (late(OTHER), (), Worth.LESS),
    "sealed late by none": (late(True), (), Worth.LESS),
    "the file as it was saved": (saved(TEXT), (), Worth.PROVED),
    "a file that was changed since": (saved(TEXT + "!"), (), Worth.LESS),
    "killed before the first record": ({**history(), "c.journal": b""}, (), Worth.LESS),
    "killed in the first line": ({**history(), "c.journal": b'{"k":"jour'}, (), Worth.LESS),
    "no history": ({}, (), Worth.NOTHING),
}


@pytest.fixture
def both(tmp_path):
    """What the program and the stand-alone verifier say of a manuscript with these files in its history."""

    def check(files, keys=()):
        (tmp_path / "history").mkdir()
        (tmp_path / "scenes").mkdir()
        (tmp_path / "scenes" / "One.md").write_text(TEXT, "utf-8")
        (tmp_path / "manuscript.toml").write_text(f'format = 0\nid = "{MANUSCRIPT}"\ntitle = "Salt"\n', "utf-8")
        for name, data in files.items():
            (tmp_path / "history" / name).write_bytes(data)
        arguments = [part for key in keys for part in ("--key", key)]
        return check_record(tmp_path, keys=keys).worth, stand_alone.main([str(tmp_path), *arguments])

    return check


@pytest.mark.parametrize("name", CASES)
def test_they_agree(both, name):
    files, keys, worth = CASES[name]
    assert both(files, keys) == (worth, worth)


@pytest.mark.parametrize("name", TABLE)
def test_they_agree_on_what_was_done_to_a_history(both, name):
    ours, theirs = both(TABLE[name][0](history()))
    assert ours == theirs
    assert ours is not Worth.PROVED
