"""The format's document: its example is what the code writes, and what it says of a file can be found in one."""

import re

from firsthand.history.lines import LineReader
from firsthand.history.sealing import blocks, read_seal, split_lines
from firsthand.history.signing import verify
from tests.golden.history import DOCUMENT, SIGNER, example, parts


def test_the_example_is_what_the_code_writes():
    """After a change that is meant: ``python -m tests.golden.history``."""
    assert parts()[1].strip() == example().strip()


def test_the_example_reads_back():
    data = (re.findall(r"```\n(.*?)```", parts()[1], re.DOTALL)[0]).encode()
    places = list(blocks(data))
    seals = [read_seal(data[at:end]) for _, at, end in places]
    assert [(seal.block, seal.lines, seal.end) for seal in seals if seal] == [(1, 4, False), (2, 3, True)]
    for seal in seals:
        assert seal is not None
        assert verify(SIGNER.public, seal.signature or b"", b"firsthand seal 1\n" + bytes.fromhex(seal.hash))
    text = ""
    for begin, at, _ in places:
        reader = LineReader()
        for line in split_lines(data[begin:at]):
            for record in reader.records(line):
                if hasattr(record, "inserted"):
                    text = text[: record.at] + record.inserted + text[record.at + record.removed :]
    assert text == "The tide was out. Nobody had told her."


def test_every_kind_of_line_is_in_the_document():
    told = set(re.findall(r"^\| `(\w+)` \|", DOCUMENT.read_text("utf-8"), re.MULTILINE))
    assert {"change", "found", "declared", "asked", "shown", "brought", "fate", "saved", "resync", "stamped"} <= told
