"""Signatures under seals: Ed25519 (RFC 8032), and the forms in which an author's key is kept and shown.

Where a key is kept is not its matter: it is handed the 32 bytes of the private key and hands out signatures. A public
key is 32 bytes, a signature 64. ``cryptography`` takes up to 100 ms to import and is imported where it is first used:
on the recorder's thread, not before the window shows.
"""

import base64
import binascii
import hashlib
import re
import secrets

PUBLIC_NAME = "author.pub"
"""The file beside the history that holds the author's public key."""

KEY_LENGTH = 32
"""Bytes of a private key, and of a public one."""

_SPKI = bytes.fromhex("302a300506032b6570032100")
"""What stands before the 32 bytes of an Ed25519 public key in its DER form (RFC 8410)."""

_PUBLIC_PEM = re.compile(rb"-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\s]+)-----END PUBLIC KEY-----")


class KeyFileError(Exception):
    """A file is not a key that can be taken; the text says why and what to do."""


class Signer:
    """Signs with one private key. ``public`` is its public key."""

    def __init__(self, private: bytes) -> None:
        """``private``: 32 bytes; ValueError if they are not."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        self._key = Ed25519PrivateKey.from_private_bytes(private)
        self.public = self._key.public_key().public_bytes_raw()

    def sign(self, data: bytes) -> bytes:
        """The signature of ``data``, 64 bytes."""
        return self._key.sign(data)


def new_private_key() -> bytes:
    """A fresh private key: 32 bytes from the system's source of randomness."""
    return secrets.token_bytes(KEY_LENGTH)


def verify(public: bytes, signature: bytes, data: bytes) -> bool:
    """Whether ``signature`` is that of ``data`` by the key whose public half is ``public``; False for any nonsense."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, data)
    except (InvalidSignature, ValueError):
        return False
    return True


def fingerprint(public: bytes) -> str:
    """By what a person tells one key from another: 16 hexadecimal digits in groups of four, of its SHA-256."""
    digits = hashlib.sha256(public).hexdigest()[:16]
    return " ".join(digits[at : at + 4] for at in range(0, 16, 4))


def exported(private: bytes, passphrase: str) -> bytes:
    """The private key as a file (PKCS#8 PEM) under a passphrase, which must not be empty (ValueError)."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, PrivateFormat

    under = BestAvailableEncryption(passphrase.encode())
    return Ed25519PrivateKey.from_private_bytes(private).private_bytes(Encoding.PEM, PrivateFormat.PKCS8, under)


def imported(file: bytes, passphrase: str) -> bytes:
    """The private key of a file that ``exported`` made, 32 bytes. KeyFileError if there is none to be had."""
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    if b"-----BEGIN ENCRYPTED PRIVATE KEY-----" not in file:
        raise KeyFileError(
            "This file is not an exported key: it has no “BEGIN ENCRYPTED PRIVATE KEY”. Choose the file that "
            "`firsthand key export` made."
        )
    try:
        key = load_pem_private_key(file, passphrase.encode() or b"\0")
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise KeyFileError("The passphrase is wrong, or the file is damaged; no key was taken.") from error
    if not isinstance(key, Ed25519PrivateKey):
        raise KeyFileError("The file holds a key of another kind than Firsthand's (Ed25519); no key was taken.")
    return key.private_bytes_raw()


def public_file(public: bytes) -> bytes:
    """The public key as a text that a person can read, and OpenSSL (PEM)."""
    pem = base64.b64encode(_SPKI + public).decode()
    return (
        "The public half of the author's key. It checks the signatures under the seals of this history.\n"
        f"Fingerprint: {fingerprint(public)}\n"
        f"-----BEGIN PUBLIC KEY-----\n{pem}\n-----END PUBLIC KEY-----\n"
    ).encode()


def read_public_file(file: bytes) -> bytes | None:
    """The public key of such a file, or None if it holds none."""
    found = _PUBLIC_PEM.search(file)
    try:
        der = base64.b64decode(b"".join(found[1].split()), validate=True) if found else b""
    except binascii.Error:
        return None
    key = der.removeprefix(_SPKI)
    return key if len(key) == KEY_LENGTH and der.startswith(_SPKI) else None
