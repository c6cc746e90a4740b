"""Time stamps, by OpenSSL's own authority: what leaves, what comes back, and everything that can be wrong with it."""

import hashlib
import shutil
import subprocess
import time

import pytest

from firsthand.history import stamping
from firsthand.history.stamping import StampError
from tests.authority import Authority

pytestmark = pytest.mark.skipif(shutil.which("openssl") is None, reason="needs openssl")

DIGEST = hashlib.sha256(b"a seal").digest()
NONCE = 0xF1257A2D00000001


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    return Authority(tmp_path_factory.mktemp("authority") / "one")


@pytest.fixture(scope="module")
def roots(authority):
    return stamping.certificates(authority.root.read_bytes())


@pytest.fixture(scope="module")
def token(authority):
    return stamping.token_of(authority.reply(stamping.query(DIGEST, NONCE)), DIGEST, NONCE)


def test_only_the_hash_leaves(tmp_path):
    (tmp_path / "query").write_bytes(stamping.query(DIGEST, NONCE))
    read = ["openssl", "ts", "-query", "-in", "query", "-text"]
    said = subprocess.run(read, cwd=tmp_path, capture_output=True, text=True, check=True).stdout
    for part in ("Hash Algorithm: sha256", "Nonce: 0xF1257A2D00000001", "Certificate required: yes"):
        assert part in said
    assert len(stamping.query(DIGEST, NONCE)) == 32 + 38
    assert DIGEST in stamping.query(DIGEST, NONCE)


def test_a_token_says_when_and_by_whom(token, roots):
    stamp = stamping.check(token, DIGEST, roots)
    assert (stamp.authority, stamp.checked) == ("CN=Stamps,O=Harbour", True)
    assert abs(stamp.when / 1000 - time.time()) < 3600
    assert stamp.serial > 0


def test_without_a_trusted_certificate_nothing_is_proved(token):
    assert not stamping.check(token, DIGEST).checked


def test_a_token_of_another_seal_is_no_proof(token, roots):
    with pytest.raises(StampError, match="something else"):
        stamping.check(token, hashlib.sha256(b"another").digest(), roots)


def test_a_token_of_another_authority_is_no_proof(token, tmp_path):
    other = stamping.certificates(Authority(tmp_path / "other").root.read_bytes())
    with pytest.raises(StampError, match="not good"):
        stamping.check(token, DIGEST, other)


@pytest.mark.filterwarnings("ignore::cryptography.utils.CryptographyDeprecationWarning")
def test_no_changed_byte_makes_a_token_say_anything_else(token, roots):
    good = stamping.check(token, DIGEST, roots)
    said = []
    for at in range(0, len(token), 7):
        changed = token[:at] + bytes([token[at] ^ 1]) + token[at + 1 :]
        try:
            said.append(stamping.check(changed, DIGEST, roots) == good)
        except StampError:
            continue
    assert all(said)
    assert len(said) < 8  # bytes that no signature covers: versions, and the names of algorithms


@pytest.mark.parametrize("kept", [b"", b"abc", b"\x30\x80" + bytes(40)])
def test_what_is_no_token_is_said(kept):
    with pytest.raises(StampError, match="none"):
        stamping.check(kept, DIGEST)


def test_a_reply_that_is_no_answer_is_said(authority):
    good = authority.reply(stamping.query(DIGEST, NONCE))
    unknown_hash = stamping.query(DIGEST, NONCE).replace(bytes.fromhex("0609608648016503040201"), b"\6\7" + bytes(9))
    for reply, digest, nonce, said in [
        (b"<html>busy</html>", DIGEST, NONCE, "no time stamp"),
        (good, DIGEST, NONCE + 1, "another question"),
        (good, bytes(32), NONCE, "something else"),
        (authority.reply(unknown_hash), DIGEST, NONCE, "refused"),
    ]:
        with pytest.raises(StampError, match=said):
            stamping.token_of(reply, digest, nonce)


def test_a_file_without_a_certificate_is_said():
    with pytest.raises(StampError, match="no certificate"):
        stamping.certificates(b"dear diary")


def test_a_certificate_is_named(roots):
    assert stamping.certificate_name(roots[0]) == f"CN=Root (SHA-256 {hashlib.sha256(roots[0]).hexdigest()})"


def test_openssl_agrees(token, authority, tmp_path):
    (tmp_path / "token").write_bytes(token)
    check = ["openssl", "ts", "-verify", "-digest", DIGEST.hex(), "-in", "token", "-token_in", "-CAfile"]
    done = subprocess.run([*check, authority.root], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, "Verification: OK" in done.stdout) == (0, True), done.stderr
