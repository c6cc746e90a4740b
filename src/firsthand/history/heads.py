"""The latest seal of each computer, kept beside the history so that a missing end is noticed.

A head is written just before the seal that it names, and names the one before too, so that a kill between the two
leaves no false alarm; once a sitting has closed, its head names the last seal alone.
"""

import base64
from pathlib import Path

import msgspec

from firsthand.history.disk import replace_file
from firsthand.history.records import as_json
from firsthand.history.sealing import exact_base64
from firsthand.history.signing import PUBLIC_NAME, Signer, public_file, verify

SUFFIX = ".head"
_SIGNED = b"firsthand head 1\n"


class Head(msgspec.Struct, frozen=True, tag_field="k", tag="head", omit_defaults=True):
    """The latest seal of a computer, in a sitting of it, and the one ``before``, if that may still be the latest."""

    manuscript: str
    machine: str
    sitting: str
    seal: str
    before: str = ""
    key: str = ""
    sig: str = ""

    @property
    def public(self) -> bytes | None:
        """The public key that is said to have signed it."""
        return exact_base64(self.key.encode()) if self.key else None

    def genuine(self) -> bool:
        """Whether the signature is that of the key, or both are missing."""
        if not self.key and not self.sig:
            return True
        signature = exact_base64(self.sig.encode())
        return bool(self.public and signature and verify(self.public, signature, _text(self)))


_decoder = msgspec.json.Decoder(Head)


def seal_before(folder: Path, machine: str) -> str:
    """The computer's latest seal that is surely in the history, before a sitting's first; empty if there is none."""
    try:
        head = _decoder.decode((folder / f"{machine}{SUFFIX}").read_bytes())
    except (OSError, UnicodeDecodeError, msgspec.DecodeError):
        return ""
    return head.before or head.seal


def write_head(folder: Path, head: Head, signer: Signer | None) -> None:
    """Put a head in its place, signed if there is a key, whose public half is put beside it.

    OSError if the disk refuses; the old head is whole then.
    """
    if signer is not None and not (folder / PUBLIC_NAME).exists():
        replace_file(folder / PUBLIC_NAME, public_file(signer.public))
    replace_file(folder / f"{head.machine}{SUFFIX}", as_json(signed(head, signer)) + b"\n")


def signed(head: Head, signer: Signer | None) -> Head:
    """The head with its signature, if there is a key."""
    if signer is None:
        return head
    head = msgspec.structs.replace(head, key=base64.b64encode(signer.public).decode())
    return msgspec.structs.replace(head, sig=base64.b64encode(signer.sign(_text(head))).decode())


def read_heads(folder: Path) -> tuple[list[Head], list[str]]:
    """The heads in a folder, and a sentence for each that cannot be read."""
    heads: list[Head] = []
    faults: list[str] = []
    for path in sorted(folder.glob(f"*{SUFFIX}")):
        try:
            data = path.read_bytes()
            head = _decoder.decode(data)
        except (OSError, UnicodeDecodeError, msgspec.DecodeError):
            faults.append(f"{path.name} is damaged")
            continue
        if as_json(head) + b"\n" != data or path.name != f"{head.machine}{SUFFIX}":
            faults.append(f"{path.name} is damaged")
        heads.append(head)
    return heads, faults


def _text(head: Head) -> bytes:
    return _SIGNED + as_json(msgspec.structs.replace(head, sig=""))[:-1]
