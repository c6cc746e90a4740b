"""The author's key: made once, never lost to a silent keyring, in a plain file only on the author's word."""

import shutil
import stat
import sys

import keyring
import pytest
from keyring.backends import fail

from firsthand.desk import author_key as keys
from firsthand.desk.author_key import KeyTroubleError, author_key, export_key, import_key, make_key_in_plain_file
from firsthand.desk.places import author_key_file
from firsthand.history import signing
from firsthand.history.signing import Signer
from tests.unit.test_keys import PROGRAMS, ForgetfulKeyring, LockedKeyring, MemoryKeyring, in_a_secret_service


@pytest.fixture(autouse=True)
def _own_place(tmp_path, monkeypatch):
    monkeypatch.setenv("FIRSTHAND_HOME", str(tmp_path / "home"))
    before = keyring.get_keyring()
    yield
    keyring.set_keyring(before)


@pytest.fixture
def backend():
    made = MemoryKeyring()
    keyring.set_keyring(made)
    return made


def test_it_is_made_once_and_found_again(backend):
    first, again = author_key(), author_key()
    assert first.signer.public == again.signer.public
    assert list(backend.kept) == [("Firsthand", keys.NAME)]
    assert (first.said, first.fingerprint) == (
        "The key is kept in the system’s keyring.",
        signing.fingerprint(first.signer.public),
    )
    assert not author_key_file().exists()


def test_without_a_keyring_there_is_none_and_it_is_said():
    keyring.set_keyring(fail.Keyring())
    got = author_key()
    assert (got.signer, got.fingerprint) == (None, None)
    assert got.said == "There is no system keyring here. Seals are chained but not signed."
    assert not author_key_file().exists()


@pytest.mark.parametrize("broken", [LockedKeyring, ForgetfulKeyring])
def test_a_keyring_that_does_not_answer_gets_no_new_key(broken):
    keyring.set_keyring(broken())
    got = author_key()
    assert got.signer is None
    assert "not signed" in got.said


def test_a_locked_keyring_keeps_the_key_it_has(backend):
    first = author_key()
    locked = LockedKeyring()
    locked.kept = backend.kept
    keyring.set_keyring(locked)
    assert author_key().signer is None
    keyring.set_keyring(backend)
    assert author_key().signer.public == first.signer.public


def test_a_damaged_key_is_said_and_not_replaced(backend):
    backend.kept["Firsthand", keys.NAME] = "not a key"
    assert "damaged" in author_key().said
    assert backend.kept["Firsthand", keys.NAME] == "not a key"


def test_the_window_waits_for_nothing(backend):
    keys.author_key_soon.cache_clear()  # it is asked for once in a run, and other tests have asked
    soon = keys.author_key_soon()
    assert soon is keys.author_key_soon()
    assert soon.result(10).signer is not None
    keys.author_key_soon.cache_clear()


def test_a_key_goes_to_another_computer(backend, tmp_path):
    public = author_key().signer.public
    file = tmp_path / "key.pem"
    assert export_key(file, "low water") == signing.fingerprint(public)
    if sys.platform != "win32":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    keyring.set_keyring(MemoryKeyring())
    assert import_key(file, "low water") == signing.fingerprint(public)
    assert author_key().signer.public == public
    assert import_key(file, "low water") == signing.fingerprint(public)


def test_what_cannot_be_exported_says_why(backend, tmp_path):
    with pytest.raises(KeyTroubleError, match="no author's key"):
        export_key(tmp_path / "key.pem", "p")
    author_key()
    with pytest.raises(KeyTroubleError, match="passphrase"):
        export_key(tmp_path / "key.pem", "")
    (tmp_path / "key.pem").write_text("something of the author's")
    with pytest.raises(KeyTroubleError, match="cannot be written"):
        export_key(tmp_path / "key.pem" / "key.pem", "p")
    with pytest.raises(KeyTroubleError, match="there already"):
        export_key(tmp_path / "key.pem", "p")
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["key.pem"]


def test_another_key_is_not_replaced_unless_that_is_said(backend, tmp_path):
    first = author_key().signer.public
    other = signing.new_private_key()
    (tmp_path / "key.pem").write_bytes(signing.exported(other, "p"))
    with pytest.raises(KeyTroubleError, match="another author’s key"):
        import_key(tmp_path / "key.pem", "p")
    assert author_key().signer.public == first
    import_key(tmp_path / "key.pem", "p", replace=True)
    assert author_key().signer.public == Signer(other).public


def test_what_cannot_be_imported_says_why(backend, tmp_path):
    (tmp_path / "key.pem").write_bytes(signing.exported(bytes(32), "right"))
    with pytest.raises(KeyTroubleError, match="passphrase is wrong"):
        import_key(tmp_path / "key.pem", "wrong")
    with pytest.raises(KeyTroubleError, match="cannot be read"):
        import_key(tmp_path / "none.pem", "right")
    keyring.set_keyring(fail.Keyring())
    with pytest.raises(KeyTroubleError, match="no system keyring"):
        import_key(tmp_path / "key.pem", "right")


def test_a_plain_file_holds_it_where_the_author_said_so(tmp_path):
    keyring.set_keyring(fail.Keyring())
    known = make_key_in_plain_file()
    got = author_key()
    assert (got.fingerprint, "plain file" in got.said) == (known, True)
    if sys.platform != "win32":
        assert stat.S_IMODE(author_key_file().stat().st_mode) == 0o600
    with pytest.raises(KeyTroubleError, match="another author’s key"):
        make_key_in_plain_file()
    export_key(tmp_path / "key.pem", "p")
    backend = MemoryKeyring()
    keyring.set_keyring(backend)
    assert import_key(tmp_path / "key.pem", "p") == known
    assert not author_key_file().exists()
    assert author_key().fingerprint == known


@pytest.mark.skipif(any(shutil.which(p) is None for p in PROGRAMS), reason=f"needs {' and '.join(PROGRAMS)}")
def test_a_real_secret_service_keeps_it_from_one_program_run_to_the_next(tmp_path):
    step = "from firsthand.desk.author_key import author_key; a = author_key(); print(a.fingerprint, a.said)"
    first, again = in_a_secret_service(tmp_path, [step, step])
    assert first == again
    assert first.endswith("The key is kept in the system’s keyring.")
    assert len(first.split("The")[0].strip()) == 19
