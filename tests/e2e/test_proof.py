"""The commands about proof, as a user calls them: keys, bundles, time stamps, and checking all of it."""

import shutil
import subprocess
import sys
import zipfile

import pytest

from firsthand.resources import resource
from tests.authority import Authority, serving
from tests.e2e.test_commands import firsthand


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("FIRSTHAND_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def novel(tmp_path, home):
    """The sample novel, with one sitting signed by a key that was made for it."""
    assert firsthand("key", "make", "--plain-file").returncode == 0
    sitting = (
        "from pathlib import Path; from firsthand.desk.sample import sample_novel; "
        "from firsthand.desk.session import Desk; from firsthand.provenance import Change; import sys; "
        "desk = Desk.open(sample_novel(Path(sys.argv[1]))); "
        "desk.draft('what-ines-kept').apply(Change(0, 0, 'Typed by hand. ')); desk.close()"
    )
    subprocess.run([sys.executable, "-c", sitting, tmp_path / "novel"], check=True)
    return tmp_path / "novel"


def fingerprint() -> str:
    return str(firsthand("key", "show").stdout.splitlines()[0])


def test_a_key_goes_from_one_computer_to_another(home, tmp_path, monkeypatch):
    run = firsthand("key", "show")
    assert (run.returncode, "There is no author's key here." in run.stdout) == (1, True)
    assert "chained but not signed" in run.stdout
    assert firsthand("key", "make", "--plain-file").returncode == 0
    known = fingerprint()
    run = firsthand("key", "export", tmp_path / "key.pem", FIRSTHAND_PASSPHRASE="low water")
    assert (run.returncode, known in run.stdout) == (0, True)
    assert b"ENCRYPTED PRIVATE KEY" in (tmp_path / "key.pem").read_bytes()
    monkeypatch.setenv("FIRSTHAND_HOME", str(tmp_path / "elsewhere"))
    run = firsthand("key", "import", tmp_path / "key.pem", "--plain-file", FIRSTHAND_PASSPHRASE="high water")
    assert (run.returncode, "passphrase is wrong" in run.stderr) == (2, True)
    run = firsthand("key", "import", tmp_path / "key.pem", "--plain-file", FIRSTHAND_PASSPHRASE="low water")
    assert (run.returncode, fingerprint()) == (0, known)
    run = firsthand("key", "import", tmp_path / "key.pem", FIRSTHAND_PASSPHRASE="low water")
    assert (run.returncode, "no system keyring" in run.stderr) == (2, True)


def test_a_bundle_travels_and_is_checked_by_a_stranger(novel, tmp_path):
    run = firsthand("bundle", novel)
    assert (run.returncode, run.stdout.strip()) == (0, str(tmp_path / "novel.zip")), run.stderr
    run = firsthand("bundle", novel, "--redact", "-o", tmp_path / "r.zip")
    assert run.returncode == 1
    assert "The ids of scenes" in run.stderr
    for bundle in (tmp_path / "novel.zip", tmp_path / "r.zip"):
        run = firsthand("verify", bundle)
        assert (run.returncode, run.stdout.startswith("Whole: ")) == (0, True), run.stderr
        assert f"Signed by the key {fingerprint()}." in run.stdout
        assert ("taken out" in run.stdout) is (bundle.name == "r.zip")
        with zipfile.ZipFile(bundle) as pack:
            pack.extract("verify.py", tmp_path)
        stranger = [sys.executable, "-I", "-S", tmp_path / "verify.py", bundle, "--key", fingerprint()]
        assert subprocess.run(stranger, capture_output=True, check=False).returncode == 0
    assert (tmp_path / "verify.py").read_bytes() == resource("verify", "verify.py").read_bytes()


def test_a_passage_is_opened(novel, tmp_path):
    run = firsthand("bundle", novel, "--redact", "--open", "what-ines-kept:0-5", "-o", tmp_path / "r.zip")
    assert "Lines that keep their words: 1." in run.stderr
    with zipfile.ZipFile(tmp_path / "r.zip") as pack:
        history = b"".join(pack.read(name) for name in pack.namelist() if name.endswith(".jsonl"))
    assert b"Typed by hand. " in history
    run = firsthand("bundle", novel, "--open", "what-ines-kept")
    assert (run.returncode, "say --redact too" in run.stderr) == (2, True)
    run = firsthand("bundle", novel, "--redact", "--open", "nowhere")
    assert (run.returncode, "no scene and no suggestion nowhere" in run.stderr) == (2, True)


@pytest.mark.skipif(shutil.which("openssl") is None, reason="needs openssl")
def test_a_record_is_stamped_and_the_stamp_travels(novel, tmp_path):
    authority = Authority(tmp_path / "authority")
    with serving(authority) as address:
        run = firsthand("stamp", novel, "--authority", address)
        assert (run.returncode, "not good" in run.stderr) == (2, True)
        run = firsthand("stamp", novel, "--authority", address, "--certificate", authority.root)
    assert (run.returncode, "by CN=Stamps,O=Harbour" in run.stdout) == (0, True), run.stderr
    assert firsthand("bundle", novel).returncode == 0
    other = Authority(tmp_path / "other")
    for place in (novel, tmp_path / "novel.zip"):
        run = firsthand("verify", place)
        assert (run.returncode, "its signature was not checked" in run.stdout) == (0, True), run.stdout
        run = firsthand("verify", place, "--certificate", authority.root)
        assert (run.returncode, "says CN=Stamps,O=Harbour." in run.stdout) == (0, True), run.stdout
        run = firsthand("verify", place, "--certificate", other.root)
        assert (run.returncode, "not good" in run.stdout) == (1, True), run.stdout


def test_what_cannot_be_done_is_one_sentence(tmp_path, home):
    (tmp_path / "letter.zip").write_text("dear")
    for command, said in [
        (["bundle", tmp_path / "nowhere"], "There is no folder"),
        (["verify", tmp_path / "letter.zip"], "is not a bundle"),
        (["stamp", tmp_path / "nowhere", "--authority", "http://127.0.0.1:9/"], "There is no folder"),
        (["verify", tmp_path, "--certificate", tmp_path / "nowhere.pem"], "is not a manuscript"),
        (["key", "export", tmp_path / "key.pem"], "no system keyring"),
        (["key", "import", tmp_path / "letter.zip"], "not an exported key"),
    ]:
        run = firsthand(*command, FIRSTHAND_PASSPHRASE="low water")
        code = 3 if command[0] == "verify" else 2
        assert (run.returncode, said in run.stderr, run.stdout) == (code, True, ""), run.stderr
        assert "Traceback" not in run.stderr
