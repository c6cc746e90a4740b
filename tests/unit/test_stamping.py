"""Time stamps, by OpenSSL's own authority: what leaves, what comes back, and everything that can be wrong with it."""

import base64
import hashlib
import shutil
import subprocess
import time

import msgspec
import pytest

from firsthand.desk.reporting import check as check_record
from firsthand.desk.reporting import make_report
from firsthand.desk.session import Desk
from firsthand.desk.stamping import StampingError, stamp, stamps, trusted
from firsthand.history import Stamped, end_here, read_history, stamping, write_closed
from firsthand.history.stamping import StampError
from firsthand.provenance import Change
from firsthand.report.sentences import record_notes
from tests.authority import Authority, serving
from tests.unit.test_stand_alone_verifier import verify as stand_alone

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


# ---- Stamps of a manuscript's record


@pytest.fixture
def book(tmp_path):
    desk = Desk.create(tmp_path / "book", "A book")
    desk.draft(desk.folder.outline.scenes[0].id).apply(Change(0, 0, "The tide was out."))
    assert desk.close()
    return tmp_path / "book"


def found_in(place, roots=()):
    return stamps(read_history(place / "history"), roots)


def test_a_record_is_stamped_and_checked_later_without_a_network(book, authority, roots, tmp_path, capsys):
    seal = read_history(book / "history").latest[0]
    with serving(authority) as address:
        said = stamp(book, address, roots)
    assert [(one.authority, one.checked) for one in said] == [("CN=Stamps,O=Harbour", True)]
    query = authority.asked[-1]
    assert len(query) <= 70
    assert bytes.fromhex(seal) in query
    for given, checked in [(roots, True), ([], False)]:
        (found,) = found_in(book, given)
        assert (found.seal, found.fault, found.doubt) == (seal, "", "")
        assert (found.stamp.when, found.stamp.checked) == (said[0].when, checked)
    assert check_record(book).whole
    assert stand_alone.main([str(book), "--stamps", str(tmp_path / "stamps")]) == 2  # whole, but there is no key
    assert f"number 1 says that seal {seal[:12]}... was there at " in capsys.readouterr().out
    check = ["openssl", "ts", "-verify", "-digest", seal, "-in", "stamp-1.tst", "-token_in", "-CAfile", authority.root]
    done = subprocess.run(check, cwd=tmp_path / "stamps", capture_output=True, text=True, check=False)
    assert (done.returncode, "Verification: OK" in done.stdout) == (0, True), done.stderr


def test_what_is_stamped_later_covers_what_was_before(book, authority, roots):
    with serving(authority) as address:
        stamp(book, address, roots)
        desk = Desk.open(book)
        desk.draft(desk.folder.outline.scenes[0].id).apply(Change(0, 0, "Later. "))
        assert desk.close()
        stamp(book, address, roots)
    first, second = found_in(book, roots)
    assert first.seal != second.seal
    assert first.stamp.checked
    assert second.stamp.checked
    assert check_record(book).whole


def test_without_a_good_stamp_the_history_is_as_it_was(book, authority, roots, tmp_path):
    before = {path.name: path.read_bytes() for path in (book / "history").iterdir() if path.name != ".lock"}
    other = stamping.certificates(Authority(tmp_path / "other").root.read_bytes())
    with serving(authority) as address:
        for place, where, given, said in [
            (book, address, other, "not good"),
            (book, "ftp://example.org", roots, "not the address"),
            (book, "http://127.0.0.1:9/", roots, "does not answer"),
            (book, address.replace("stamp", "nothing"), roots, "does not answer"),
            (tmp_path, address, roots, "is not a manuscript"),
        ]:
            with pytest.raises(StampingError, match=said):
                stamp(place, where, given)
    after = {path.name: path.read_bytes() for path in (book / "history").iterdir() if path.name != ".lock"}
    assert after == before


def test_an_open_window_is_not_disturbed(book, authority, roots):
    desk = Desk.open(book)
    with pytest.raises(StampingError, match="open in a window"):
        stamp(book, "http://127.0.0.1:9/", roots)
    assert desk.close()


def test_a_damaged_history_is_not_stamped(book, roots):
    closed = next((book / "history").glob("*.zst"))
    closed.write_bytes(closed.read_bytes()[:-9])
    with pytest.raises(StampingError, match="damaged"):
        stamp(book, "http://127.0.0.1:9/", roots)


def test_a_stamp_of_something_else_is_no_proof(book, token, roots):
    history = read_history(book / "history")
    seal = history.latest[0]
    for name, digest, kept, said in [
        ("1", seal, token, "something else"),
        ("2", DIGEST.hex(), token, "not in this history"),
        ("3", seal, b"no token", "none"),
    ]:
        before = history.readings[0].sitting
        assert before is not None
        sitting = msgspec.structs.replace(before, id=name, after=history.latest)
        record = Stamped(0, digest, base64.b64encode(kept).decode())
        path = book / "history" / f"{name}.jsonl.zst"
        seal_of_it = write_closed(path, sitting, [record])
        end_here(book / "history", sitting, seal_of_it, None)
        (found,) = found_in(book, roots)
        assert found.stamp is None
        assert said in found.fault
        assert stand_alone.main([str(book)]) == 1
        path.unlink()


def test_a_clock_that_ran_ahead_is_told(tmp_path, authority, roots):
    later = (time.time_ns() // 1_000_000) + 3_600_000
    desk = Desk.create(tmp_path / "book", "A book")
    assert desk.close()
    desk = Desk.open(tmp_path / "book", clock=lambda: later)
    desk.draft(desk.folder.outline.scenes[0].id).apply(Change(0, 0, "Out."))
    assert desk.close()
    with serving(authority) as address:
        stamp(tmp_path / "book", address, roots)
    (found,) = found_in(tmp_path / "book", roots)
    assert found.doubt.startswith(f"by its computer's clock the seal {found.seal[:12]}… was set at ")
    notes = record_notes(make_report(tmp_path / "book").figures)
    assert f"The times are doubtful: {found.doubt}." in notes


def test_certificates_to_trust_come_from_a_file_or_the_system(authority, tmp_path):
    assert trusted(authority.root) == stamping.certificates(authority.root.read_bytes())
    assert isinstance(trusted(None), list)
    (tmp_path / "diary.pem").write_text("dear")
    with pytest.raises(StampingError, match="no certificate"):
        trusted(tmp_path / "diary.pem")
    with pytest.raises(StampingError, match="cannot be read"):
        trusted(tmp_path / "nowhere.pem")
