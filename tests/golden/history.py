"""The worked example of docs/history-format.md, made by the code: ``python -m tests.golden.history`` writes it anew."""

import hashlib
from pathlib import Path

import msgspec

from firsthand.history import FORMAT, Asked, Cause, Changed, Decided, Fate, Record, Saved, Shown, Sitting
from firsthand.history.files import signed_by
from firsthand.history.heads import Head, signed
from firsthand.history.journal import header, journal_lines
from firsthand.history.lines import LineWriter
from firsthand.history.records import as_json, coalesced, ended
from firsthand.history.sealing import Chain, Seal, opening, redacted, sealed, spine_of, split_lines
from firsthand.history.signing import Signer
from firsthand.provenance import Origin

DOCUMENT = Path(__file__).parents[2] / "docs" / "history-format.md"
SIGNER = Signer(bytes(range(32)))
SALTS = bytes([1]) * 16, bytes([2]) * 16

TOLD = " Nobody had told her."
SITTING = Sitting(
    "20261122T011300-a1b2c3", "9f0c11d2e3a4", "2026-11-22T01:13:00.000Z", "Firsthand 0.1.0", FORMAT, "5d1e02c9b7f4"
)
FIRST: list[Record] = [
    signed_by(SITTING, SIGNER),
    *[Changed("4c1d", 2140 + 200 * i, i, 0, key) for i, key in enumerate("The tiff")],
    *[Changed("4c1d", 3740 + 150 * i, 7 - i, 1) for i in range(2)],
    *[Changed("4c1d", 4200 + 200 * i, 6 + i, 0, key) for i, key in enumerate("de was out.")],
    Asked(
        "5e77",
        9000,
        "4c1d",
        "continue",
        "SmolLM2-135M-Instruct",
        words=4,
        sent=(msgspec.Raw(b'{"prompt":"The tide was out."}'),),
    ),
    Shown("5e77.1", 11400, "5e77", TOLD, "Version 1", "SmolLM2-135M-Instruct", 2400),
]
SECOND: list[Record] = [
    Decided("5e77.1", 15020, Fate.INSERTED),
    Changed("4c1d", 15020, 17, 0, TOLD, Origin.MODEL, "5e77.1", cause=Cause.SUGGESTION),
    Saved("4c1d", 15900, hashlib.sha256(("The tide was out." + TOLD).encode()).hexdigest()),
]


def example() -> str:
    """The text of the document between the headings *Example* and the next."""
    chain = Chain(SITTING.manuscript, SITTING.id, "")
    one, first = _block(chain, FIRST, 1, len(FIRST))
    following = Chain(SITTING.manuscript, SITTING.id, first.link)
    two, second = _block(following, SECOND, 2, len(FIRST) + len(SECOND), end=True)
    *lines, _ = split_lines(one)
    spine = spine_of(b"".join(lines), SALTS[0])
    whole = hashlib.sha256(SALTS[0] + b"".join(lines)).hexdigest()
    hashed = _hashed("", whole, hashlib.sha256(spine).hexdigest(), first)
    block = b"".join(split_lines(two)[:-1])
    digests = hashlib.sha256(SALTS[1] + block).hexdigest(), hashlib.sha256(spine_of(block, SALTS[1])).hexdigest()
    hashed_next = _hashed(first.link, *digests, second)
    journal = header(SITTING.id, len(FIRST)) + b"".join(journal_lines(SECOND))
    head = as_json(signed(Head(SITTING.manuscript, SITTING.machine, SITTING.id, second.hash), SIGNER)) + b"\n"
    return f"""
A sitting of two blocks. The private key is the bytes 0 to 31; the salts are 16 times the byte 01 and 16 times 02.

{_fenced(one + two)}

Block 1 as it stands in a redacted copy, which is its spine and its seal without the salt:

{_fenced(redacted(one))}

The seal's hash is that of these lines, the last without a newline:

{_fenced(hashed)}

And that of the second seal:

{_fenced(hashed_next)}

The journal before the second seal, and `{SITTING.machine}.head` after the sitting closed:

{_fenced(journal + head)}

"""


def _hashed(previous: str, whole: str, spine: str, seal: Seal) -> bytes:
    """What the hash of a seal is the hash of."""
    parts = "firsthand history 1", SITTING.manuscript, SITTING.id, previous, whole, spine, seal.open.decode()
    text = "\n".join(parts).encode()
    assert hashlib.sha256(text).hexdigest() == seal.hash
    return text


def _block(chain: Chain, records: list[Record], number: int, read: int, *, end: bool = False) -> tuple[bytes, Seal]:
    records = coalesced(records)
    lines = LineWriter().lines(records)
    said = opening(number, len(lines), read, ended(records[-1]), end=end)
    return sealed(lines, chain, said, SIGNER, SALTS[number - 1])


def _fenced(data: bytes) -> str:
    return f"```\n{data.decode().removesuffix(chr(10))}\n```"


def parts() -> tuple[str, str, str]:
    """The document before, in and after its example."""
    before, heading, rest = DOCUMENT.read_text("utf-8").partition("\n## Example\n")
    shown, following, after = rest.partition("\n## ")
    return before + heading, shown, following + after


if __name__ == "__main__":
    before, _, after = parts()
    DOCUMENT.write_text(before + example().rstrip("\n") + "\n" + after, encoding="utf-8", newline="\n")
