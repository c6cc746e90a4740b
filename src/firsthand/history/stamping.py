"""Time stamps (RFC 3161): a third party's word that a seal was there at a moment. Only the seal's hash is ever sent.

The hash under the stamp *is* the seal's hash, so that ``openssl ts -verify -digest`` takes it as it stands in the
history. Asking over the network is left to others: this makes the query, and checks what came back, at once and years
later without a network. The only module that imports ``rfc3161_client``, which takes a quarter of a second to import
and is imported where it is first used.
"""

from collections.abc import Iterable
from hashlib import sha256
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from cryptography.x509 import Certificate
    from rfc3161_client import TimeStampResponse

QUERY_TYPE = "application/timestamp-query"
REPLY_TYPE = "application/timestamp-reply"

_SHA_256 = bytes.fromhex("300d06096086480165030402010500")
"""The DER form of "SHA-256, no parameters" (RFC 5754)."""
_GRANTED = bytes.fromhex("3003020100")
"""What stands before the token in the reply of an authority that granted it (RFC 3161, 2.4.2)."""


class StampError(Exception):
    """There is no time stamp, or it is not good; the text says why."""


class Stamp(msgspec.Struct, frozen=True):
    """What a token says: when (milliseconds since 1970, UTC), by whom, and whether that is certain.

    ``authority`` is the name in the certificate that it names as its signer's, ``serial`` the token's number there.
    ``checked`` says that its signature is good and leads to a certificate that was given; where none was given nothing
    is proved yet.
    """

    when: int
    authority: str
    serial: int
    checked: bool


def query(digest: bytes, nonce: int) -> bytes:
    """What an authority is sent to stamp a SHA-256 hash (32 bytes): that hash, and a number that it sends back."""
    imprint = _der(0x30, _SHA_256 + _der(0x04, digest))
    wish_for_certificates = b"\x01\x01\xff"
    return _der(0x30, _integer(1) + imprint + _integer(nonce) + wish_for_certificates)


def token_of(reply: bytes, digest: bytes, nonce: int) -> bytes:
    """The token in an authority's reply to that query, for ``check``. StampError if it did not give one."""
    from rfc3161_client import decode_timestamp_response

    try:
        answer = decode_timestamp_response(reply)
    except ValueError as error:
        raise StampError("The authority's reply is no time stamp.") from error
    if answer.status not in (0, 1):
        said = "; ".join(map(str, answer.status_string)) or f"status {answer.status}"
        raise StampError(f"The authority refused to stamp ({said}).")
    if answer.tst_info.nonce != nonce:
        raise StampError("The authority's reply answers another question.")
    token = answer.time_stamp_token()
    _opened(token, digest)
    return token


def check(token: bytes, digest: bytes, roots: Iterable[bytes] = ()) -> Stamp:
    """What a token says of a seal's hash. ``roots`` are certificates (DER) of authorities that are trusted.

    StampError if it is no token, is over something else, or its signature does not lead to one of the roots; without
    roots the signature is not looked at, and the stamp is not ``checked``.
    """
    from cryptography.x509 import load_der_x509_certificate

    answer = _opened(token, digest)
    authority = _signer(answer)
    trusted = [load_der_x509_certificate(root) for root in roots]
    if trusted:
        _verify(answer, digest, trusted)
    info = answer.tst_info
    return Stamp(round(info.gen_time.timestamp() * 1000), authority, info.serial_number, bool(trusted))


def certificates(pem: bytes) -> list[bytes]:
    """The certificates of a PEM file, in DER. StampError if it holds none."""
    from cryptography.hazmat.primitives.serialization import Encoding
    from cryptography.x509 import load_pem_x509_certificates

    try:
        return [one.public_bytes(Encoding.DER) for one in load_pem_x509_certificates(pem)]
    except ValueError as error:
        raise StampError("The file holds no certificate in PEM form.") from error


def certificate_name(certificate: bytes) -> str:
    """A certificate (DER) as a person tells it from others: its subject, and its SHA-256."""
    from cryptography.x509 import load_der_x509_certificate

    subject = load_der_x509_certificate(certificate).subject.rfc4514_string()
    return f"{subject} (SHA-256 {sha256(certificate).hexdigest()})"


def _opened(token: bytes, digest: bytes) -> "TimeStampResponse":
    from rfc3161_client import decode_timestamp_response

    try:
        answer = decode_timestamp_response(_der(0x30, _GRANTED + token))
        imprint = answer.tst_info.message_imprint
        same = imprint.hash_algorithm.dotted_string == "2.16.840.1.101.3.4.2.1" and imprint.message == digest
    except ValueError as error:
        raise StampError("What is kept as a time stamp is none.") from error
    if not same:
        raise StampError("The time stamp is over something else than this seal.")
    return answer


def _verify(answer: "TimeStampResponse", digest: bytes, roots: "Iterable[Certificate]") -> None:
    from rfc3161_client import VerificationError, VerifierBuilder

    builder = VerifierBuilder()
    for root in roots:
        builder = builder.add_root_certificate(root)
    try:
        builder.build().verify(answer, digest)
    except (VerificationError, ValueError) as error:
        raise StampError(
            "The time stamp's signature is not good, or was not made by an authority whose certificate was given."
        ) from error


def _signer(answer: "TimeStampResponse") -> str:
    """The name in the signer's certificate, of which there may be but one: the signature is checked against that."""
    from cryptography.x509 import InvalidVersion, load_der_x509_certificate

    try:
        found = [load_der_x509_certificate(one) for one in answer.signed_data.certificates]
        signers = {(one.issuer, one.serial_number) for one in answer.signed_data.signer_infos}
        named = [one for one in found if (one.issuer, one.serial_number) in signers]
        if len(named) == len(signers) == 1:
            return named[0].subject.rfc4514_string()
    except (ValueError, KeyError, InvalidVersion) as error:  # KeyError: a name of no known kind of string
        raise StampError("What is kept as a time stamp is damaged.") from error
    raise StampError("The time stamp does not say who signed it.")


def _der(tag: int, body: bytes) -> bytes:
    size = len(body)
    if size < 0x80:
        return bytes([tag, size]) + body
    length = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return bytes([tag, 0x80 | len(length)]) + length + body


def _integer(value: int) -> bytes:
    return _der(0x02, value.to_bytes(value.bit_length() // 8 + 1, "big"))
