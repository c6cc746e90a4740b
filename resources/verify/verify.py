#!/usr/bin/env python3
"""Check a Firsthand history, with nothing but Python (3.9 or later) and this file.

    python3 verify.py BUNDLE.zip | MANUSCRIPT_FOLDER | HISTORY_FOLDER

It follows docs/history-format.md (format 1) and shares no line with the program that wrote the history. It computes
every hash anew, checks every signature, and says what is proved, what is not, and where the first fault is.

Exit codes: 0 no fault, and everything is sealed, closed and signed, by one key (or by those that --key names);
1 a fault; 2 no fault, but less than that is proved; 3 there is nothing that could be checked.
"""

import argparse
import base64
import hashlib
import json
import re
import sys
import zipfile
from datetime import datetime
from pathlib import Path

SEAL = re.compile(
    rb'(?P<open>\{"k":"seal","block":(?P<block>\d+),"lines":(?P<lines>\d+)(?:,"read":(?P<read>\d+))?'
    rb'(?:,"t":\d+)?(?:,"clock":-?\d+)?(?P<late>,"late":true)?(?P<end>,"end":true)?(?:,"key":"(?P<key>[^"]{44})")?)'
    rb',"hash":"(?P<hash>[0-9a-f]{64})"(?:,"sig":"(?P<sig>[^"]{88})")?'
    rb'(?:,"spine":"(?P<spine>[0-9a-f]{64})","salt":"(?P<salt>[0-9a-f]{32})"|,"whole":"(?P<whole>[0-9a-f]{64})")?\}'
)
COMMITTED = re.compile(rb',"c":"[0-9a-f]{64}"\}$')
OPENED = re.compile(rb',"s":"([0-9a-f]{32})"\}$')

PROVED = """Proved: each line under a seal stands as it was sealed, in that order; none was changed, added or taken out.
Proved, where it does not say NOT SIGNED: the seals were made by whoever has the private half of the key that is named.
Not proved: that the key is the author's (compare its fingerprint with what the author says, and give it with --key);
that the clocks were right, but for what a time stamp says; that whoever has the key did not write it all anew; that
who typed the words thought of them; that there is no later copy; that the report follows from the history (`firsthand
report` makes it again)."""


class Fault(Exception):
    """Something that does not hold; the text says what."""


class Unreadable(Exception):
    """There is nothing that could be checked; the text says why."""


# ---- Ed25519 (RFC 8032, 5.1): points are (X, Y, Z, T)

P, L = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P


def add(p, q):
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(n, p):
    total = (0, 1, 1, 0)
    while n:
        total, p, n = add(total, p) if n & 1 else total, add(p, p), n >> 1
    return total


def point(data):
    """The point that 32 bytes stand for, or None."""
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if y >= P or (x * x - square) % P or (x == 0 and sign):
        return None
    x = P - x if x & 1 != sign else x
    return x, y, 1, x * y % P


BASE = point((4 * pow(5, -1, P) % P).to_bytes(32, "little"))


def signed(public, signature, message):
    """Whether this is the signature (64 bytes) of the message by the key with this public half (32 bytes)."""
    a, r, s = point(public), point(signature[:32]), int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= L:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little") % L
    left, right = times(s, BASE), add(r, times(h, a))
    return all((left[i] * right[2] - right[i] * left[2]) % P == 0 for i in (0, 1))


def decoded(text, size):
    """The bytes, so many, that canonical base64 (bytes or str) stands for."""
    text = getattr(text, "encode", lambda: text)()
    data = base64.b64decode(text, validate=True)
    if len(data) != size or base64.b64encode(data) != text:
        raise Fault("a key or signature is not written as it must be")
    return data


def fingerprint(public):
    digits = hashlib.sha256(public).hexdigest()[:16]
    return " ".join(digits[i : i + 4] for i in range(0, 16, 4))


# ---- One sitting, and all together


class Sitting:
    """One file, checked by itself: its blocks as far as they hold, and the first thing that does not."""

    def __init__(self, name, stem):
        self.name, self.stem, self.fault, self.closed = name, stem, "", False
        self.about, self.after, self.blocks, self.seals, self.keys = {}, [], [], [], set()
        self.read = self.late = self.unsigned = self.unsealed = self.hidden = 0

    def check(self, data, journal):
        """Take the lines of the file and its journal; stops at the first fault."""
        block, place = [], 0
        try:
            *lines, rest = data.split(b"\n")
            for place, line in enumerate(lines, 1):
                if self.closed:
                    raise Fault("something follows after the sitting was closed")
                if place == 1:
                    self.begin(json.loads(line))
                if seal := SEAL.fullmatch(line):
                    self.take(block, seal)
                    block = []
                elif line.startswith(b'{"k":"seal"'):
                    raise Fault("a seal is damaged, or has lost its hash")
                else:
                    block.append(line)
            waiting = self.waiting(journal)
            self.unsealed = waiting or len(block) + bool(rest)  # the journal has what stands in an unfinished block
            if self.unsealed if self.closed else self.name.endswith(".zst"):
                raise Fault("the file is damaged or cut short, or something follows after its end")
        except (Fault, ValueError, KeyError, TypeError, AttributeError) as fault:
            why = fault if isinstance(fault, Fault) else "a line is damaged"
            self.fault = f"{self.name}, block {len(self.seals) + 1}, line {place}: {why}"

    def begin(self, about):
        if about.get("k") != "sitting" or about["id"] != self.stem:
            raise Fault("it does not begin with the line of its sitting")
        if about["format"] != 1:
            raise Fault("it is of a newer format than this file can check")
        self.ids = ["firsthand history 1", about["manuscript"], about["id"]]
        self.about, self.after, self.link = about, about.get("after", []), ",".join(about.get("after", []))

    def take(self, lines, seal):
        """Check a block by its seal."""
        if int(seal["block"]) != len(self.seals) + 1 or int(seal["lines"]) != len(lines):
            raise Fault("lines or blocks were taken out or put in")
        salt = bytes.fromhex((seal["salt"] or b"").decode())
        spine = hashlib.sha256(self.spine(lines, salt, bool(seal["whole"]))).hexdigest()
        whole = hashlib.sha256(salt + b"".join(line + b"\n" for line in lines)).hexdigest()
        stated = seal["whole"].decode() if seal["whole"] else whole, seal["spine"].decode() if salt else spine
        digest = hashlib.sha256("\n".join([*self.ids, self.link, *stated, seal["open"].decode()]).encode()).digest()
        if digest.hex() != seal["hash"].decode():
            raise Fault("the block does not fit its seal: a part was changed, or belongs elsewhere")
        if spine != stated[1]:
            raise Fault("the block's words are not those that a copy without them stands for")
        self.check_signature(seal, digest)
        self.link = (seal["hash"] + (b" " + seal["sig"] if seal["sig"] else b"")).decode()
        self.blocks.append(lines)
        self.seals.append(digest.hex())
        self.late += bool(seal["late"])
        self.closed, self.read = bool(seal["end"]), int(seal["read"] or 0)

    def check_signature(self, seal, digest):
        key = seal["key"] or self.about.get("key")
        if (seal["key"] and not (seal["late"] and seal["sig"])) or (seal["sig"] and not self.about.get("key")):
            raise Fault("the seal's key and signature do not belong together")
        if seal["sig"]:
            public = decoded(key, 32)
            if not signed(public, decoded(seal["sig"], 64), b"firsthand seal 1\n" + digest):
                raise Fault("the seal's signature is not by the key that is named")
            self.keys.add(public)
        elif key and not seal["late"]:
            raise Fault("the seal has lost its signature")
        self.unsigned += not seal["sig"]

    def spine(self, lines, salt, bare):
        """The lines of a block, full (with its salt) or bare, with every hidden part replaced by its commitment."""
        salts, used, out = hashlib.shake_256(salt).digest(16 * len(lines)), 0, []
        for line in lines:
            head, hidden, rest = line.partition(b',"x":')
            own = OPENED.search(rest)
            if ((own or COMMITTED.search(line)) if salt else (hidden and not own)) or not line.endswith(b"}"):
                raise Fault("a line shows or hides what it may not")
            if hidden:
                key = bytes.fromhex(own[1].decode()) if own else salts[16 * used : 16 * used + 16]
                text = rest[: own.start()] if own else rest[:-1]
                line = head + b',"c":"' + hashlib.sha256(key + text).hexdigest().encode() + b'"}'
            used += bool(hidden and not own)
            self.hidden += not hidden and bool(COMMITTED.search(line))
            out.append(line + b"\n")
        if bool(salt) != bool(used) or bare != any(b',"c":"' in line for line in out if not salt):
            raise Fault("its seal does not say rightly whether words are there, or were taken out")
        return b"".join(out)

    def waiting(self, journal):
        """How many records of the journal are in no block."""
        *lines, _ = journal.split(b"\n")
        if not lines:
            return 0
        head = json.loads(lines[0])
        if head["k"] != "journal" or head["sitting"] != self.stem or head["from"] > self.read:
            raise Fault("its journal is another sitting's, or has lost its beginning")
        return max(0, head["from"] + len(lines) - 1 - self.read)

    def state(self):
        if self.fault:
            return "BROKEN"
        said = {
            "whole": self.closed and not self.unsealed,
            f"NOT SEALED: {self.unsealed} records at its end": self.unsealed,
            "NOT CLOSED: its end may be missing": not self.closed,
            "signed by " + ", ".join(map(fingerprint, sorted(self.keys))): self.keys,
            f"{self.unsigned} of its {len(self.seals)} seals NOT SIGNED": self.unsigned,
            f"{self.late} of its seals set at a later opening": self.late,
        }
        return "; ".join(part for part, so in said.items() if so)


def between(sittings, heads, keys):
    """What does not hold between sittings; the heads' keys are put to the others."""
    known = {seal for s in sittings for seal in s.seals}
    begun = [s for s in sittings if s.about]
    for s in begun:
        if s.about["manuscript"] != begun[0].about["manuscript"]:
            yield f"{s.name} is of another manuscript than {begun[0].name}"
        if not set(s.after) <= known:
            yield f"a sitting that came before {s.name}, or the end of one, is missing"
    for machine in sorted({str(s.about["machine"]) for s in begun if s.closed and not s.about.get("imported")}):
        if machine + ".head" not in heads:
            yield f"{machine}.head is missing, which names the last seal of that computer"
    for name, line in heads.items():
        try:
            head = json.loads(line)
            if head["k"] != "head" or any(s.about["manuscript"] != head["manuscript"] for s in begun):
                yield f"{name} is of another manuscript"
            if "key" in head or "sig" in head:
                keys.add(decoded(head["key"], 32))
                message = b"firsthand head 1\n" + line.partition(b',"sig":')[0]
                if not signed(decoded(head["key"], 32), decoded(head["sig"], 64), message):
                    yield f"{name}: its signature is not by the key that it names"
            elif any(head["seal"] in s.seals and s.keys and not s.unsigned for s in begun):
                yield f"{name} has lost its signature"
            if not {head["seal"], head.get("before")} & known or name != head["machine"] + ".head":
                yield f"{name} names a last seal that is missing: the end of the history was taken away"
        except (Fault, ValueError, KeyError, TypeError):
            yield f"{name} is damaged"


def stamped(seal, token):
    """When a time stamp says that the seal was there, and its bytes. Its signature is not looked at."""
    der = base64.b64decode(token, validate=True)
    at = der.find(bytes.fromhex("060b2a864886f70d0109100104"))  # the type TSTInfo
    imprint = der.find(bytes.fromhex("300d060960864801650304020105000420" + seal), at)  # SHA-256, and the hash
    time = re.compile(rb"\x18.(\d{14})(?:\.\d+)?Z", re.DOTALL).search(der, imprint)
    if at < 0 or imprint < 0 or not time:
        raise Fault("a time stamp is of something else than the seal it stands for")
    return datetime.strptime(time[1].decode(), "%Y%m%d%H%M%S"), der


# ---- Reading, and saying what was found


def load(path):
    """The files of a bundle or folder, by path."""
    if path.is_dir():
        return {p.relative_to(path).as_posix(): p.read_bytes() for p in path.rglob("*") if p.is_file()}
    if not zipfile.is_zipfile(path):
        raise Unreadable(f"{path} is neither a bundle nor a folder.")
    with zipfile.ZipFile(path) as pack:
        return {name: pack.read(name) for name in pack.namelist()}


def unpacked(data):
    """What a zstd frame holds; if it is damaged or something stands behind its end, what cannot be a sitting."""
    try:
        from compression.zstd import ZstdDecompressor, ZstdError
    except ImportError:
        try:
            from zstandard import ZstdDecompressor, ZstdError
        except ImportError:
            raise Unreadable("Closed sittings are zstd: use Python 3.14, or `pip install zstandard`.") from None
    frame = getattr(ZstdDecompressor(), "decompressobj", ZstdDecompressor)()  # the two libraries differ in this
    try:
        text = frame.decompress(data)
    except ZstdError:
        return b"?"
    return text if frame.eof and not frame.unused_data else b"?"


def read(history):
    """The sittings of a history, checked one by one."""
    files = {}
    for end in (".journal", ".jsonl", ".jsonl.zst"):  # where there are several of one sitting, the last of these counts
        files.update({name[: -len(end)]: name for name in history if name.endswith(end)})
    for stem, name in sorted(files.items()):
        data = b"" if name.endswith(".journal") else history[name]
        sitting = Sitting(name, stem)
        sitting.check(unpacked(data) if name.endswith(".zst") else data, history.get(stem + ".journal", b""))
        yield sitting


class Account:
    """All that was found: faults, and what makes it less than whole."""

    def __init__(self, files, wanted, folder):
        inner = {name[8:]: data for name, data in files.items() if name.startswith("history/")}
        history = inner or {name: data for name, data in files.items() if "/" not in name}
        heads = {name: data for name, data in history.items() if name.endswith(".head")}
        self.sittings = list(read(history))
        if not self.sittings:
            raise Unreadable("There is no history here.")
        keys = {key for s in self.sittings for key in s.keys}
        self.faults = [s.fault for s in self.sittings if s.fault] + list(between(self.sittings, heads, keys))
        self.less = [f"{s.name}: {s.state()}" for s in self.sittings if s.unsealed or s.unsigned or not s.closed]
        self.less += [f"{name} is NOT SIGNED" for name, data in heads.items() if b',"sig":' not in data]
        self.keys = sorted(map(fingerprint, keys))
        self.faults += [f"{key} is not a key that you named" for key in self.keys if wanted and key not in wanted]
        self.less += ["it is signed by several keys: " + ", ".join(self.keys)] if len(keys) > 1 and not wanted else []
        self.stamps, self.opened, self.saved = [], [], {}
        for record in (json.loads(line) for s in self.sittings for block in s.blocks for line in block):
            kind = record.get("k", "change")
            if kind == "stamped":
                self.check_stamp(record["seal"], record["token"], folder)
            if kind == "saved" and "x" in record:
                self.saved[record["scene"]] = [*self.saved.get(record["scene"], [])[-1:], record["x"]]  # the last two
            if "s" in record:
                self.opened.append(f"{kind} {record.get('scene', '')} {json.dumps(record['x'])}")
        self.compare(files)

    def check_stamp(self, seal, token, folder):
        number = len(self.stamps) + 1
        try:
            moment, der = stamped(seal, token)
            if not any(seal in s.seals for s in self.sittings):
                raise Fault("it is of a seal that is not there")
        except (Fault, ValueError) as fault:
            self.faults.append(f"time stamp {number}: {fault}")
            return
        self.stamps.append(
            f"number {number} says that seal {seal[:12]}... was there at {moment} UTC. Who says so is checked by\n"
            f"  openssl ts -verify -digest {seal} -in stamp-{number}.tst -token_in -CAfile AUTHORITY.pem"
        )
        if folder:
            folder.mkdir(parents=True, exist_ok=True)
            (folder / f"stamp-{number}.tst").write_bytes(der)

    def compare(self, files):
        """Compare the record with the manuscript it lies beside, if it does."""
        own = re.search(rb'^id = "([^"]+)"', files.get("manuscript.toml", b""), re.MULTILINE)
        if own and any(s.about.get("manuscript", own[1].decode()) != own[1].decode() for s in self.sittings):
            self.faults.append("the history is of another manuscript than manuscript.toml")
        pages = [data for name, data in files.items() if name.endswith(".md")]
        pages += [page.replace(b"\r\n", b"\n") for page in pages]
        have = {hashlib.sha256(page).hexdigest() for page in pages}
        lost = [scene for scene, hashes in self.saved.items() if own and have.isdisjoint(hashes)]
        self.less += [f"no file has the text that was last saved of scene {scene}" for scene in lost]

    def say(self):
        """Print it; the exit code."""
        for s in self.sittings:
            print(f"{s.name}: {s.state()}, {len(s.seals)} seals over {sum(map(len, s.blocks))} lines")
        said = {"FAULT": self.faults, "Less than whole": self.less, "Time stamp": self.stamps, "Opened": self.opened}
        if hidden := sum(s.hidden for s in self.sittings):
            said["Hidden"] = [f"{hidden} texts, of which lengths, places, times and origins are shown"]
        for title, sentence in ((title, sentence) for title, found in said.items() for sentence in found):
            print(f"{title}: {sentence}")
        print("Nothing is proved by a history with a fault." if self.faults else PROVED)
        return 1 if self.faults else 2 if self.less else 0


def main(arguments=None):
    parser = argparse.ArgumentParser(description="Check a Firsthand history.")
    parser.add_argument("path", type=Path, help="a bundle, a manuscript's folder or a history folder")
    parser.add_argument("--key", action="append", default=[], help="the author's key as you know it (its fingerprint)")
    parser.add_argument("--stamps", type=Path, metavar="FOLDER", help="write the time stamps there")
    options = parser.parse_args(arguments)
    try:
        wanted = [" ".join(re.findall("[0-9a-f]{4}", key.lower().replace(" ", ""))) for key in options.key]
        return Account(load(options.path), wanted, options.stamps).say()
    except (Unreadable, OSError) as error:
        print(f"verify.py: {error}", file=sys.stderr)
        return 3
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        print(f"FAULT: what is under a seal here is no record of Firsthand's ({error!r})")
        return 1


if __name__ == "__main__":
    sys.exit(main())
