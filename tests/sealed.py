"""Small histories made by hand, after docs/history-format.md and by none of the program's code but its signatures."""

import base64
import hashlib
from collections.abc import Sequence

from firsthand.history import signing
from firsthand.history.signing import Signer

MANUSCRIPT = "9f0c11d2e3a4"
SIGNER = Signer(bytes(range(32)))
OTHER = Signer(bytes(range(1, 33)))

Files = dict[str, bytes]


def typed(text: str, at: int = 0, scene: str = "4c1d") -> bytes:
    """The line of a change."""
    return f'{{"scene":"{scene}","at":{at},"t":100,"ms":300,"n":{len(text)},"x":"{text}"}}\n'.encode()


def spine(lines: Sequence[bytes], salt: bytes, opened: Sequence[int] = ()) -> bytes:
    """The lines of a block without their words, but for those with the numbers ``opened`` (from 1 in the block)."""
    salts, out, used = hashlib.shake_256(salt).digest(16 * len(lines)), b"", 0
    for number, line in enumerate(lines, 1):
        start, hidden, rest = line.partition(b',"x":')
        if hidden:
            own, used = salts[16 * used : 16 * used + 16], used + 1
            line = start + b',"c":"' + hashlib.sha256(own + rest[:-2]).hexdigest().encode() + b'"}\n'
            if number in opened:
                line = start + hidden + rest[:-2] + b',"s":"' + own.hex().encode() + b'"}\n'
        out += line
    return out


def redacted(data: bytes, opened: Sequence[int] = ()) -> bytes:
    """A file without its words, but for those of the lines with the numbers ``opened`` (from 1 in their block)."""
    out, block = b"", []
    for line in data.splitlines(keepends=True):
        if not line.startswith(b'{"k":"seal"'):
            block.append(line)
            continue
        before, _, own = line.rstrip(b"}\n").partition(b',"spine":"')
        salt = bytes.fromhex(own[74:106].decode())
        whole = hashlib.sha256(salt + b"".join(block)).hexdigest().encode()
        out += spine(block, salt, opened) + before + (b',"whole":"' + whole + b'"') * bool(own) + b"}\n"
        block = []
    return out


def sitting(
    name: str,
    blocks: Sequence[Sequence[bytes]],
    after: Sequence[str] = (),
    signer: Signer | None = SIGNER,
    machine: str = "m1",
    *,
    began: str = "2026-11-22T01:13:00.000Z",
    manuscript: str = MANUSCRIPT,
    end: bool = True,
    late: Signer | bool = False,
    promised: Signer | None = None,
    agree: bool = True,
) -> tuple[bytes, list[str]]:
    """The bytes of a sitting's file, and its seals. ``late``: the last seal is, signed by that key if it is one.

    ``promised`` is whose key the sitting names, if it is not the signer's. Unless they ``agree``, the seals name spines
    that are not those of the blocks.
    """
    public = (promised or signer).public if signer else b""
    key = f',"key":"{base64.b64encode(public).decode()}"' if signer else ""
    named = ',"after":[' + ",".join(f'"{one}"' for one in after) + "]" if after else ""
    first = (
        f'{{"k":"sitting","id":"{name}","manuscript":"{manuscript}","began":"{began}","program":"Firsthand 0.1.0",'
        f'"format":1,"machine":"{machine}"{named}{key}}}\n'
    ).encode()
    data, read = b"", 0
    seals: list[str] = []
    before = ",".join(after)
    for number, lines in enumerate(blocks, 1):
        lines = [first, *lines] if number == 1 else list(lines)
        read += len(lines)
        last = number == len(blocks)
        by = (late if isinstance(late, Signer) else None) if last and late else signer
        hidden = any(b',"x":' in line for line in lines)
        salt = hashlib.sha256(f"{name} {number}".encode()).digest()[:16] if hidden else b""
        own = base64.b64encode(by.public).decode() if by is not None and by is not signer else ""
        mark = f'{{"k":"seal","block":{number},"lines":{len(lines)},"read":{read}'
        mark += ',"late":true' * bool(last and late) + ',"end":true' * (last and end) + f',"key":"{own}"' * bool(own)
        whole = hashlib.sha256(salt + b"".join(lines)).hexdigest()
        bare = hashlib.sha256(spine(lines, salt)).hexdigest() if agree else "0" * 64
        parts = "firsthand history 1", manuscript, name, before, whole, bare, mark
        digest = hashlib.sha256("\n".join(parts).encode()).digest()
        seal = f'{mark},"hash":"{digest.hex()}"'
        before = digest.hex()
        if by is not None:
            signature = base64.b64encode(by.sign(b"firsthand seal 1" + bytes([10]) + digest)).decode()
            seal += f',"sig":"{signature}"'
            before += " " + signature
        seal += f',"spine":"{bare}","salt":"{salt.hex()}"' if salt else ""
        data += b"".join(lines) + seal.encode() + b"}\n"
        seals.append(digest.hex())
    return data, seals


def head(seal: str, sitting: str, machine: str = "m1", before: str = "", signer: Signer | None = SIGNER) -> bytes:
    """A computer's head."""
    line = f'{{"k":"head","manuscript":"{MANUSCRIPT}","machine":"{machine}","sitting":"{sitting}","seal":"{seal}"'
    line += f',"before":"{before}"' if before else ""
    if signer is None:
        return (line + "}\n").encode()
    line += f',"key":"{base64.b64encode(signer.public).decode()}"'
    signature = base64.b64encode(signer.sign(b"firsthand head 1\n" + line.encode())).decode()
    return f'{line},"sig":"{signature}"}}\n'.encode()


def history(signer: Signer | None = SIGNER) -> Files:
    """Two sittings on one computer: of two blocks, and of one."""
    one, first = sitting("a", [[typed("The tide was out.")], [typed(" Nobody had told her.", 17)]], signer=signer)
    two, second = sitting("b", [[typed("Well, ")]], [first[-1]], signer, began="2026-11-23T01:13:00.000Z")
    pub = {"author.pub": signing.public_file(signer.public)} if signer else {}
    return {"a.jsonl": one, "b.jsonl": two, "m1.head": head(second[-1], "b", signer=signer), **pub}
