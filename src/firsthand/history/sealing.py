"""What a seal vouches for: blocks of lines, their form without words, the hash over it, and the line that holds it.

Pure: bytes in, bytes and sentences out; files, keys and what the lines mean are left to others. A seal is over two
digests of its block: of the whole of it, salted, by which a full copy is checked with one hash, and of its *spine*, in
which the words of each line are replaced by a salted hash, so that a copy without them fits the same seal. Each copy
holds the digest that it cannot compute. ``docs/history-format.md`` states every byte.
"""

import base64
import binascii
import hashlib
import secrets
from collections.abc import Collection, Iterator, Sequence
from typing import Protocol

import msgspec

from firsthand.patterns import late

SALT_LENGTH = 16
"""Bytes of a block's salt, and of the salt of each of its lines."""

SIGNED = b"firsthand seal 1\n"
"""What stands before the hash in what is signed."""

_HISTORY = "firsthand history 1\n"
_SEAL = b'{"k":"seal",'
_BEGINS = b"\n" + _SEAL
_COMMITTED = b',"c":"'
_HIDDEN = late(rb',"x":(.*)}\n')
_OPENED = late(rb',"x":(.*),"s":"([0-9a-f]{32})"}\n')
_X = b',"x":'
_SEAL_LINE = late(
    rb'({"k":"seal","block":([1-9]\d{0,15}),"lines":(0|[1-9]\d{0,15})(?:,"read":([1-9]\d{0,15}))?(?:,"t":([1-9]\d{0,15}))?'
    rb'(?:,"clock":(-?[1-9]\d{0,15}))?(,"late":true)?(,"end":true)?(?:,"key":"([A-Za-z0-9+/=]{44})")?)'
    rb',"hash":"([0-9a-f]{64})"(?:,"sig":"([A-Za-z0-9+/=]{88})")?'
    rb'(?:,"spine":"([0-9a-f]{64})","salt":"([0-9a-f]{32})"|,"whole":"([0-9a-f]{64})")?}\n'
)
_CHANGED = "it was changed, or its seal does not follow the one before it"


class SealingError(Exception):
    """A block is not as its seal says; the text says what is wrong."""


class Signer(Protocol):
    """Signs with the author's key."""

    def sign(self, data: bytes, /) -> bytes:
        """The signature, 64 bytes."""


class Seal(msgspec.Struct, frozen=True):
    """A seal as it is written. ``open`` is what of its own line is hashed.

    ``clock`` is by how many milliseconds the computer's clock had come away from the sitting's. Over a block with words
    a seal has the digest of its spine and its ``salt``; over one whose words were taken out, the digest of the
    ``whole``. Digests are in hexadecimal.
    """

    open: bytes
    block: int
    lines: int
    read: int
    t: int
    clock: int
    late: bool
    end: bool
    key: bytes | None
    hash: str
    signature: bytes | None
    spine: str | None = None
    salt: bytes | None = None
    whole: str | None = None

    @property
    def link(self) -> str:
        """What the next seal of the sitting is chained to: the hash, and the signature if there is one."""
        return self.hash + (" " + base64.b64encode(self.signature).decode() if self.signature is not None else "")

    def line(self) -> bytes:
        """The seal's line, with its newline."""
        text = f',"hash":"{self.hash}"'
        text += f',"sig":"{base64.b64encode(self.signature).decode()}"' if self.signature is not None else ""
        text += f',"spine":"{self.spine}","salt":"{self.salt.hex()}"' if self.salt is not None else ""
        text += f',"whole":"{self.whole}"' if self.whole is not None else ""
        return self.open + text.encode() + b"}\n"


class Chain(msgspec.Struct, frozen=True):
    """Where a block stands: in which manuscript and sitting, and after which seal.

    ``previous`` is that seal's ``link``, or for a first block the hashes that the sitting comes after, with commas.
    """

    manuscript: str
    sitting: str
    previous: str

    def digest(self, whole: str, spine: str, seal_open: bytes) -> bytes:
        """The hash of the seal over a block with these two digests, 32 bytes."""
        place = f"{_HISTORY}{self.manuscript}\n{self.sitting}\n{self.previous}\n{whole}\n{spine}\n"
        return hashlib.sha256(place.encode() + seal_open).digest()


def opening(
    block: int,
    lines: int,
    read: int = 0,
    t: int = 0,
    *,
    clock: int = 0,
    late: bool = False,
    end: bool = False,
    key: bytes | None = None,
) -> bytes:
    """The open part of a seal's line."""
    said = f'{{"k":"seal","block":{block},"lines":{lines}'
    said += f',"read":{read}' if read else ""
    said += f',"t":{t}' if t else ""
    said += f',"clock":{clock}' if clock else ""
    said += ',"late":true' * late + ',"end":true' * end
    said += f',"key":"{base64.b64encode(key).decode()}"' if key is not None else ""
    return said.encode()


def sealed(
    lines: Sequence[bytes], chain: Chain, seal_open: bytes, signer: Signer | None, salt: bytes | None = None
) -> tuple[bytes, Seal]:
    """A block of lines with its seal, and the seal. The salt is a fresh one if none is given."""
    block = b"".join(lines)
    salt = (salt or secrets.token_bytes(SALT_LENGTH)) if _X in block else None
    whole, spine = whole_digest(block, salt), hashlib.sha256(spine_of(block, salt)).hexdigest()
    digest = chain.digest(whole, spine, seal_open)
    signature = signer.sign(SIGNED + digest) if signer is not None else None
    line = seal_open + b',"hash":"' + digest.hex().encode() + b'"}\n'
    bare = read_seal(line)
    assert bare is not None
    seal = msgspec.structs.replace(bare, signature=signature, spine=spine if salt else None, salt=salt)
    return block + seal.line(), seal


def read_seal(line: bytes) -> Seal | None:
    """The seal of a line, or None if it is not written exactly as seals are."""
    found = _SEAL_LINE().fullmatch(line)
    if found is None:
        return None
    seal_open, block, lines, read, t, clock, late, end, key, digest, signature, spine, salt, whole = found.groups()
    public, signed = exact_base64(key), exact_base64(signature)
    if (key and public is None) or (signature and signed is None):
        return None
    return Seal(
        seal_open,
        int(block),
        int(lines),
        int(read or 0),
        int(t or 0),
        int(clock or 0),
        bool(late),
        bool(end),
        public,
        digest.decode(),
        signed,
        spine.decode() if spine else None,
        bytes.fromhex(salt.decode()) if salt else None,
        whole.decode() if whole else None,
    )


def check_block(block: bytes, seal: Seal, chain: Chain) -> None:
    """Check a block by its seal, by the shortest way: a full one as a whole. SealingError says what does not hold."""
    if seal.salt is not None and seal.spine is not None:
        if chain.digest(whole_digest(block, seal.salt), seal.spine, seal.open).hex() != seal.hash:
            spine_of(block, seal.salt)  # which may say more
            raise SealingError(_CHANGED)
        return
    spine = spine_of(block, None)
    if (seal.whole is not None) is not (_COMMITTED in spine):
        raise SealingError("words were taken out of it" if seal.whole is None else "no words were taken out of it")
    digest = hashlib.sha256(spine).hexdigest()
    if chain.digest(seal.whole or digest, digest, seal.open).hex() != seal.hash:
        raise SealingError(_CHANGED)


def check_spine(block: bytes, seal: Seal) -> None:
    """Check that a full block which fits its seal has the spine that its seal names, so that a redacted copy fits too.

    Only who has the key could have made that otherwise. SealingError says that it is so.
    """
    if seal.salt is not None and hashlib.sha256(spine_of(block, seal.salt)).hexdigest() != seal.spine:
        raise SealingError("its words are not those that a copy without them stands for")


def whole_digest(block: bytes, salt: bytes | None) -> str:
    """The digest of a block as it stands in a full copy, in hexadecimal."""
    digest = hashlib.sha256(salt or b"")
    digest.update(block)
    return digest.hexdigest()


def exact_base64(text: bytes | None) -> bytes | None:
    """The bytes of a base64 text, or None if it is none, or not the one that encoding gives."""
    if text is None:
        return None
    try:
        found = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None
    return found if base64.b64encode(found) == text else None


def blocks(data: bytes) -> Iterator[tuple[int, int, int]]:
    """Where each block of a file's bytes begins, where its seal's line does, and where that ends.

    The last one is ``(begin, end, end)`` for what stands after the last whole seal, if there is any.
    """
    begin, whole = 0, len(data)
    while begin < whole:
        seal = begin if data.startswith(_SEAL, begin) else data.find(_BEGINS, begin) + 1
        end = data.find(b"\n", seal) + 1 if data.startswith(_SEAL, seal) and seal >= begin else 0
        if not end:
            seal = end = whole
        yield begin, seal, end
        begin = end


def split_lines(block: bytes) -> list[bytes]:
    """The lines of some bytes, each with its newline; of a last line without one, what there is."""
    lines = [line + b"\n" for line in block.split(b"\n")]
    last = lines.pop()[:-1]
    return [*lines, last] if last else lines


def spine_of(block: bytes, salt: bytes | None) -> bytes:
    """The spine of a block's lines, full (with their ``salt``) or as a redacted copy has them (without).

    SealingError if the lines are not of the one kind or the other.
    """
    parts = (_HIDDEN if salt is not None else _OPENED)().split(block)
    if salt is not None:
        pieces = list(_committed(line_salts(salt, len(parts) // 2), parts[1::2]))
        parts[1::2] = pieces
        spine = b"".join(parts)
        if not pieces:
            raise SealingError("its seal has a salt for words that are not there")
        if spine.count(_COMMITTED) != len(pieces):
            raise SealingError("words were taken out of it")
        return spine
    salts = [bytes.fromhex(one.decode()) for one in parts[2::3]]
    spine = b"".join(map(b"".join, zip(parts[::3], (*_committed(salts, parts[1::3]), b""), strict=True)))
    if _X in spine:
        raise SealingError("it has words, but no salt for them")
    return spine


def line_salts(salt: bytes, count: int) -> list[bytes]:
    """The salts of a block's first ``count`` lines with words."""
    stream = hashlib.shake_256(salt).digest(SALT_LENGTH * count)
    return [stream[at : at + SALT_LENGTH] for at in range(0, SALT_LENGTH * count, SALT_LENGTH)]


def _committed(salts: Sequence[bytes], hidden: Sequence[bytes]) -> Iterator[bytes]:
    """What ends a redacted line, for each hidden part."""
    sha256 = hashlib.sha256
    digests = b"".join([sha256(salt + words).digest() for salt, words in zip(salts, hidden, strict=True)])
    hexadecimal = digests.hex().encode()
    for at in range(0, len(hexadecimal), 64):
        yield b',"c":"%b"}\n' % hexadecimal[at : at + 64]


def redacted(data: bytes, opened: Collection[int] = ()) -> bytes:
    """A file's bytes without its words. ``opened`` are the numbers (from 1) of lines of the file that keep theirs.

    SealingError if a block is not a full one, or not of the spine that its seal names, or something stands after the
    last seal.
    """
    out: list[bytes] = []
    number = 0
    for begin, at, end in blocks(data):
        seal = read_seal(data[at:end])
        if seal is None:
            raise SealingError("there is something that no seal covers")
        block = data[begin:at]
        check_spine(block, seal)
        plain, bare = split_lines(block), split_lines(spine_of(block, seal.salt))
        salts = iter(line_salts(seal.salt or b"", sum(_X in line for line in plain)))
        for full, short in zip(plain, bare, strict=True):
            number += 1
            salt = next(salts) if _X in full else b""
            keep = salt and number in opened
            out.append(full[:-2] + b',"s":"' + salt.hex().encode() + b'"}\n' if keep else short)
        number += 1
        whole = whole_digest(block, seal.salt) if seal.salt is not None else seal.whole
        out.append(msgspec.structs.replace(seal, spine=None, salt=None, whole=whole).line())
    return b"".join(out)
