"""Keys and signatures: against the examples of RFC 8032 and OpenSSL, and every way a key file can be wrong."""

import shutil
import subprocess

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, PrivateFormat

from firsthand.history import signing
from firsthand.history.signing import KeyFileError, Signer

# RFC 8032, 7.1: private key, public key, message, signature.
RFC_8032 = [
    (
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        (
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b"
            "d25bf5f0595bbe24655141438e7a100b"
        ),
    ),
    (
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        (
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c"
            "387b2eaeb4302aeeb00d291612bb0c00"
        ),
    ),
]


@pytest.mark.parametrize(("private", "public", "message", "signature"), RFC_8032)
def test_it_is_the_ed25519_of_the_standard(private, public, message, signature):
    signer = Signer(bytes.fromhex(private))
    assert signer.public.hex() == public
    assert signer.sign(bytes.fromhex(message)).hex() == signature
    assert signing.verify(signer.public, bytes.fromhex(signature), bytes.fromhex(message))


def test_only_the_very_signature_of_the_very_data_is_good():
    signer, other = Signer(bytes(32)), Signer(bytes(31) + b"\1")
    good = signer.sign(b"the tide")
    assert signing.verify(signer.public, good, b"the tide")
    for public, signature, data in [
        (other.public, good, b"the tide"),
        (signer.public, other.sign(b"the tide"), b"the tide"),
        (signer.public, good, b"the tide."),
        (signer.public, good[:-1] + bytes([good[-1] ^ 1]), b"the tide"),
        (signer.public, b"", b"the tide"),
        (b"short", good, b"the tide"),
        (b"", b"", b""),
    ]:
        assert not signing.verify(public, signature, data)


def test_new_keys_differ():
    assert len({signing.new_private_key() for _ in range(8)}) == 8


def test_a_fingerprint_is_four_groups_of_four():
    assert signing.fingerprint(Signer(bytes(32)).public) == "139e 3940 e64b 5491"


def test_a_key_goes_out_under_a_passphrase_and_comes_back():
    private = signing.new_private_key()
    file = signing.exported(private, "low water, Sandwell 🌊")
    assert b"BEGIN ENCRYPTED PRIVATE KEY" in file
    assert signing.imported(file, "low water, Sandwell 🌊") == private


def test_a_key_is_never_exported_without_a_passphrase():
    with pytest.raises(ValueError):
        signing.exported(bytes(32), "")


def test_a_key_file_that_cannot_be_taken_says_why():
    good = signing.exported(bytes(32), "right")
    other = generate_private_key(SECP256R1()).private_bytes(
        Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(b"right")
    )
    for file, passphrase, said in [
        (good, "wrong", "passphrase is wrong"),
        (good, "", "passphrase is wrong"),
        (good[:60] + good[70:], "right", "damaged"),
        (b"dear diary", "right", "not an exported key"),
        (b"", "", "not an exported key"),
        (other, "right", "another kind"),
    ]:
        with pytest.raises(KeyFileError, match=said):
            signing.imported(file, passphrase)


def test_a_public_key_travels_as_readable_text():
    public = Signer(bytes(32)).public
    file = signing.public_file(public)
    assert signing.fingerprint(public) in file.decode()
    assert signing.read_public_file(file) == public


@pytest.mark.parametrize(
    "file",
    [
        b"",
        b"-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----",
        b"-----BEGIN PUBLIC KEY-----\nA\n-----END PUBLIC KEY-----",
        signing.public_file(bytes(31)),
        signing.public_file(bytes(33)),
    ],
)
def test_no_public_key_is_seen_where_there_is_none(file):
    assert signing.read_public_file(file) is None


@pytest.mark.skipif(shutil.which("openssl") is None, reason="needs openssl")
def test_openssl_takes_our_public_key_and_signature(tmp_path):
    signer = Signer(signing.new_private_key())
    (tmp_path / "author.pub").write_bytes(signing.public_file(signer.public))
    (tmp_path / "data").write_bytes(b"the tide")
    (tmp_path / "sig").write_bytes(signer.sign(b"the tide"))
    check = ["openssl", "pkeyutl", "-verify", "-rawin", "-pubin", "-inkey", "author.pub", "-in", "data", "-sigfile"]
    done = subprocess.run([*check, "sig"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, "Verified Successfully" in done.stdout) == (0, True), done.stderr
