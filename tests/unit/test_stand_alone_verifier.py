"""The verifier that a stranger runs: what it takes, and that nothing which is not proved passes."""

import ast
import hashlib
import importlib.util
import io
import re
import subprocess
import sys
import zipfile

import pytest
import zstandard

from firsthand.history import Status, signing
from firsthand.resources import resource
from tests.golden.history import DOCUMENT
from tests.sealed import MANUSCRIPT, OTHER, SIGNER, Files, head, history, redacted, sitting, typed
from tests.unit.test_history_tampering import TABLE
from tests.unit.test_signing import RFC_8032

SOURCE = resource("verify", "verify.py")
_spec = importlib.util.spec_from_file_location("verify", SOURCE)
assert _spec is not None
verify = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(verify)


@pytest.fixture
def checked(tmp_path, capsys):
    """Check files; the exit code and what was said."""

    def check(files: Files, *options: str) -> tuple[int, str]:
        folder = tmp_path / "history"
        folder.mkdir(exist_ok=True)
        for old in folder.iterdir():
            old.unlink()
        for name, data in files.items():
            (folder / name).write_bytes(data)
        code = verify.main([str(folder), *options])
        return code, capsys.readouterr().out

    return check


# ---- What it is


def test_it_is_short_and_stands_alone():
    text = SOURCE.read_text("utf-8")
    assert len(text.splitlines()) < 400
    assert text.isascii()  # it prints on any terminal
    tree = ast.parse(text, feature_version=(3, 9))
    imports = {n.name for node in ast.walk(tree) if isinstance(node, ast.Import) for n in node.names}
    imports |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert imports - set(sys.stdlib_module_names) == {"compression.zstd", "zstandard"}


def test_it_runs_without_any_package_on_a_plain_history(tmp_path):
    for name, data in history().items():
        (tmp_path / name).write_bytes(data)
    run = subprocess.run(
        [sys.executable, "-I", "-S", "-W", "error", SOURCE, tmp_path], capture_output=True, text=True, check=False
    )
    assert (run.returncode, run.stderr) == (0, "")
    assert "a.jsonl: whole; signed by " + signing.fingerprint(SIGNER.public) in run.stdout


def test_without_zstd_it_says_what_to_do(tmp_path):
    (tmp_path / "a.jsonl.zst").write_bytes(zstandard.compress(history()["a.jsonl"]))
    run = subprocess.run([sys.executable, "-I", "-S", SOURCE, tmp_path], capture_output=True, text=True, check=False)
    if sys.version_info < (3, 14):
        assert (run.returncode, "pip install zstandard" in run.stderr) == (3, True)
    else:
        assert run.returncode == 1  # of a sitting that is missing its head


@pytest.mark.parametrize(("private", "public", "message", "signature"), RFC_8032)
def test_its_ed25519_is_that_of_the_standard(private, public, message, signature):
    public, message, signature = map(bytes.fromhex, (public, message, signature))
    assert verify.signed(public, signature, message)
    assert not verify.signed(public, signature, message + b"!")
    assert not verify.signed(SIGNER.public, signature, message)
    for at in range(64):
        assert not verify.signed(public, signature[:at] + bytes([signature[at] ^ 4]) + signature[at + 1 :], message)


def test_its_ed25519_takes_each_signature_in_one_form_only():
    signature = SIGNER.sign(b"tide")
    again = signature[:32] + (int.from_bytes(signature[32:], "little") + verify.L).to_bytes(32, "little")
    assert verify.signed(SIGNER.public, signature, b"tide")
    assert not verify.signed(SIGNER.public, again, b"tide")
    assert not verify.signed((2**255 - 18).to_bytes(32, "little"), signature, b"tide")  # 1, not in its least form
    assert not verify.signed((2).to_bytes(32, "little"), signature, b"tide")  # on no point of the curve


# ---- What is whole


def test_a_whole_signed_history_is_proved(checked):
    code, said = checked(history())
    assert code == 0
    assert said.count("whole; signed by " + signing.fingerprint(SIGNER.public)) == 2
    assert "Proved: each line under a seal stands as it was sealed" in said
    assert "Not proved: that the key is the author's" in said


def test_packed_files_are_the_same(checked):
    files = history()
    packed = {name + ".zst" if name.endswith("jsonl") else name: data for name, data in files.items()}
    packed = {n: zstandard.compress(d) if n.endswith("zst") else d for n, d in packed.items()}
    assert checked(packed)[0] == 0
    assert checked({**files, **packed})[0] == 0
    for wrong in (packed["a.jsonl.zst"][:-3], packed["a.jsonl.zst"] + b"x", b"", b"no frame"):
        code, said = checked({**packed, "a.jsonl.zst": wrong})
        assert (code, "the file is damaged or cut short" in said) == (1, True)


def test_a_bundle_and_a_manuscript_are_looked_into(tmp_path, capsys):
    text = "Well, The tide was out. Nobody had told her."
    outline = f'format = 0\nid = "{MANUSCRIPT}"\ntitle = "Salt"\n'.encode()
    whole = {"manuscript.toml": outline, "scenes/One.md": text.encode()}
    whole |= {f"history/{name}": data for name, data in history().items()}
    pack = tmp_path / "bundle.zip"
    with zipfile.ZipFile(pack, "w") as out:
        for name, data in whole.items():
            out.writestr(name, data)
    assert verify.main([str(pack)]) == 0
    for name, data in whole.items():
        (tmp_path / "book" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "book" / name).write_bytes(data)
    assert verify.main([str(tmp_path / "book")]) == 0
    (tmp_path / "book" / "manuscript.toml").write_bytes(outline.replace(b"9f0c", b"0000"))
    assert verify.main([str(tmp_path / "book")]) == 1
    assert "of another manuscript than manuscript.toml" in capsys.readouterr().out


def test_the_text_is_compared_with_what_was_saved(tmp_path, capsys):
    saved = b'{"k":"saved","scene":"4c1d","t":9,"x":"%s"}\n'
    lines = [typed("Out.\\n"), saved % hashlib.sha256(b"Out.\n").hexdigest().encode()]
    data, seals = sitting("a", [lines])
    files = {"history/a.jsonl": data, "history/m1.head": head(seals[-1], "a"), "scenes/One.md": b"Out.\n"}
    files["manuscript.toml"] = f'id = "{MANUSCRIPT}"\n'.encode()
    for text, code in [(b"Out.\n", 0), (b"Out.\r\n", 0), (b"Out!\n", 2)]:
        pack = io.BytesIO()
        with zipfile.ZipFile(pack, "w") as out:
            for name, content in (files | {"scenes/One.md": text}).items():
                out.writestr(name, content)
        (tmp_path / "b.zip").write_bytes(pack.getvalue())
        assert verify.main([str(tmp_path / "b.zip")]) == code
        assert ("no file has the text that was last saved of scene 4c1d" in capsys.readouterr().out) == (code == 2)


def test_what_holds_no_history_is_said(tmp_path, capsys):
    (tmp_path / "letter.txt").write_text("dear")
    for path in (tmp_path, tmp_path / "letter.txt", tmp_path / "nowhere"):
        assert verify.main([str(path)]) == 3
        assert capsys.readouterr().err.startswith("verify.py: ")


def test_a_key_that_was_named_must_be_the_one(checked):
    known = signing.fingerprint(SIGNER.public)
    for said in (known, known.upper(), known.replace(" ", "")):
        assert checked(history(), "--key", said)[0] == 0
    code, said = checked(history(), "--key", signing.fingerprint(OTHER.public))
    assert (code, "is not a key that you named" in said) == (1, True)


def test_the_example_of_the_document_checks(checked):
    parts = DOCUMENT.read_text("utf-8").split("## Example")[1].split("```\n")
    whole = parts[1]
    told = next(line + "\n" for part in parts for line in part.splitlines() if line.startswith('{"k":"head"'))
    name, machine = re.findall(r'"id":"([^"]+)"', whole)[0], re.findall(r'"machine":"([^"]+)"', told)[0]
    code, said = checked({f"{name}.jsonl": whole.encode(), f"{machine}.head": told.encode()})
    assert (code, "whole; signed by" in said) == (0, True), said


# ---- Redacted copies


def test_a_copy_without_words_is_as_good_and_opened_lines_are_shown(checked):
    files = history()
    for opened, hidden in [((), 3), ((2,), 2), ((1, 2), 1)]:
        bare = redacted(files["a.jsonl"], opened)
        code, said = checked({**files, "a.jsonl": bare, "b.jsonl": redacted(files["b.jsonl"])})
        assert (code, f"Hidden: {hidden} texts" in said) == (0, True)
        assert ("The tide was out." in said) == (2 in opened)
        assert said.count("Opened: change") == len(opened)


def test_an_opened_line_cannot_say_anything_else(checked):
    files = history()
    bare = redacted(files["a.jsonl"], (2,))
    for wrong in (
        bare.replace(b"tide was out", b"tide was low"),
        bare.replace(b',"s":"', b',"s":"0', 1),
        bare.replace(b',"s":"' + bare.split(b',"s":"')[1][:32] + b'"', b""),
    ):
        assert wrong != bare
        assert checked({**files, "a.jsonl": wrong})[0] == 1


# ---- What must be noticed


def cut(data: bytes, block: int) -> tuple[bytes, bytes]:
    """A file before and from its block's number on (from 0)."""
    ends = [0]
    while True:
        at = data.find(b'{"k":"seal"', ends[-1])
        if at < 0:
            break
        ends.append(data.index(b"\n", at) + 1)
    return data[: ends[block]], data[ends[block] :]


def swapped(data: bytes) -> bytes:
    """The two middle blocks of three in each other's place."""
    one, two, three = cut(data, 1)[0], cut(data, 1)[1], cut(data, 2)[1]
    return one + three + two[: len(two) - len(three)]


def resealed(text: str) -> Files:
    """Another text with its hashes recomputed by someone who has not the key."""
    blocks = [typed(text)], [typed(" Nobody had told her.", 17)]
    return {**history(), "a.jsonl": sitting("a", blocks, signer=OTHER, promised=SIGNER)[0]}


THREE, SEALS = sitting("c", [[typed("One. ")], [typed("Two. ", 5)], [typed("Three.", 10)]])
ALONE = {"c.jsonl": THREE, "m1.head": head(SEALS[-1], "c")}
FOREIGN, _ = sitting("a", [[typed("The tide was out.")], [typed("Hm.")]], manuscript="000000000000")
REAL = history()
JOURNAL = b'{"k":"journal","sitting":"c","from":%d}\n'


def without(data: bytes, *parts: bytes) -> bytes:
    """The bytes with the first of each of these parts taken out, which must be there."""
    for part in parts:
        assert part in data
        data = data.replace(part, b"", 1)
    return data


def field_of(data: bytes, name: bytes, size: int) -> bytes:
    """The first such field of a seal, with its comma."""
    at = data.index(b',"' + name + b'":"')
    return data[at : at + len(name) + 5 + size + 1]


BARE = b"\n".join(x.split(b',"sig":')[0] + b"}" if b'"sig"' in x else x for x in THREE.split(b"\n"))
FIRST_OF_ONE = sitting("a", [[]])[1][0]

FAULTS: dict[str, tuple[Files, str]] = {
    "a text edited": ({**ALONE, "c.jsonl": THREE.replace(b"Two", b"Six")}, "block 2, line 5"),
    "a time edited": ({**ALONE, "c.jsonl": THREE.replace(b'"t":100', b'"t":900')}, "does not fit"),
    "a text edited, its hashes recomputed": (resealed("The tide was IN."), "not by the key"),
    "a hash removed": ({**ALONE, "c.jsonl": without(THREE, field_of(THREE, b"hash", 64))}, "lost its hash"),
    "signatures and salts removed": ({**ALONE, "c.jsonl": BARE}, "shows or hides"),
    "a signature removed": ({**ALONE, "c.jsonl": without(THREE, field_of(THREE, b"sig", 88))}, "lost its signature"),
    "a salt removed": ({**ALONE, "c.jsonl": without(THREE, field_of(THREE, b"salt", 32))}, "a seal is damaged"),
    "the first block removed": ({**ALONE, "c.jsonl": cut(THREE, 1)[1]}, "line of its sitting"),
    "a block removed": ({**ALONE, "c.jsonl": cut(THREE, 1)[0] + cut(THREE, 2)[1]}, "block 2"),
    "the last block removed": ({**ALONE, "c.jsonl": cut(THREE, 2)[0]}, "end of the history was taken"),
    "two blocks swapped": ({**ALONE, "c.jsonl": swapped(THREE)}, "taken out or put in"),
    "a block added": ({**ALONE, "c.jsonl": THREE + cut(THREE, 2)[1]}, "after the sitting was closed"),
    "a line added": ({**ALONE, "c.jsonl": THREE + b'{"k":"fate"}\n'}, "after the sitting was closed"),
    "a line removed": ({**ALONE, "c.jsonl": without(THREE, typed("Two. ", 5))}, "taken out or put in"),
    "the last byte gone": ({**ALONE, "c.jsonl": THREE[:-1]}, "end of the history was taken"),
    "a file renamed": ({**ALONE, "d.jsonl": THREE}, "line of its sitting"),
    "a file of another manuscript": ({**REAL, "a.jsonl": FOREIGN}, "of another manuscript"),
    "the first sitting removed": ({n: d for n, d in REAL.items() if n != "a.jsonl"}, "missing"),
    "the last sitting removed": ({n: d for n, d in REAL.items() if n != "b.jsonl"}, "taken away"),
    "a head removed": ({n: d for n, d in REAL.items() if n != "m1.head"}, "m1.head is missing"),
    "a head damaged": ({**REAL, "m1.head": b"{"}, "m1.head is damaged"),
    "a head edited": ({**REAL, "m1.head": REAL["m1.head"].replace(b'"b"', b'"a"')}, "not by the key"),
    "a head without its signature": ({**ALONE, "m1.head": head(SEALS[-1], "c", signer=None)}, "lost its signature"),
    "a head invented": ({"a.jsonl": REAL["a.jsonl"], "m1.head": head(FIRST_OF_ONE, "a")}, "taken away"),
}
LESS: dict[str, tuple[Files, str]] = {
    "no key": (history(None), "NOT SIGNED"),
    "a head by another key": ({**ALONE, "m1.head": head(SEALS[-1], "c", signer=OTHER)}, "several keys"),
    "last block removed, head forged": ({"c.jsonl": cut(THREE, 2)[0], "m1.head": head(SEALS[1], "c")}, "NOT CLOSED"),
}


@pytest.mark.parametrize(("files", "said"), FAULTS.values(), ids=FAULTS)
def test_what_was_done_to_a_history_is_noticed(checked, files, said):
    code, told = checked(files)
    assert (code, "FAULT" in told, said in told) == (1, True, True), told


@pytest.mark.parametrize(("files", "said"), LESS.values(), ids=LESS)
def test_what_is_not_proved_does_not_pass(checked, files, said):
    code, told = checked(files)
    assert (code, "FAULT" in told, said in told) == (2, False, True), told


@pytest.mark.parametrize("name", TABLE)
def test_it_notices_all_that_the_program_notices(checked, name):
    make, status, _ = TABLE[name]
    code, told = checked(make(history()))
    assert code == (1 if status is Status.BROKEN else 2), told


def test_a_flipped_bit_is_noticed_wherever_it_is():
    data, seals = sitting("a", [[typed("Out.")]])
    files = {"a.jsonl": data, "m1.head": head(seals[-1], "a")}
    for name, whole in files.items():
        for at in range(0, len(whole), 3):
            flipped = whole[:at] + bytes([whole[at] ^ 1 << at % 8]) + whole[at + 1 :]
            account = verify.Account({**files, name: flipped}, [], None)
            assert account.faults, (name, at)


def test_a_cut_is_noticed_wherever_it_is(checked):
    for at in range(0, len(THREE), 17):
        assert verify.Account({**ALONE, "c.jsonl": THREE[:at]}, [], None).faults, at
    code, said = checked({"c.jsonl": THREE[:-40]})
    assert (code, "NOT SEALED: 2 records at its end" in said) == (2, True)


@pytest.mark.parametrize(
    ("journal", "code", "said"),
    [
        (b"", 2, "NOT CLOSED"),
        (JOURNAL % 3, 2, "NOT CLOSED"),
        (JOURNAL % 3 + typed("Three.") + typed("Fo")[:-9], 2, "NOT SEALED: 1 records at its end"),
        (JOURNAL % 1 + typed("One.") + typed("Two."), 2, "c.jsonl: NOT CLOSED"),
        (JOURNAL % 1 + typed("One.") + typed("Two.") + typed("Three."), 2, "NOT SEALED: 1 records at its end"),
        (JOURNAL % 4 + typed("Five."), 1, "lost its beginning"),
        ((JOURNAL % 3).replace(b'"c"', b'"d"'), 1, "another sitting's"),
        (b"{}\n", 1, "a line is damaged"),
    ],
)
def test_what_waits_in_a_journal_is_not_sealed(checked, journal, code, said):
    open_yet, seals = sitting("c", [[typed("One. ")], [typed("Two. ", 5)]], end=False)
    got, told = checked({"c.jsonl": open_yet, "c.journal": journal, "m1.head": head(seals[-1], "c")})
    assert (got, said in told) == (code, True), told


def test_a_sitting_that_was_only_a_journal_is_not_sealed(checked):
    code, said = checked({"c.journal": JOURNAL % 0 + typed("One.")})
    assert (code, "c.journal: NOT SEALED: 1 records" in said) == (2, True)


@pytest.mark.parametrize(
    ("late", "code", "said"),
    [
        (SIGNER, 0, "1 of its seals set at a later opening"),
        (OTHER, 2, "several keys"),
        (True, 2, "1 of its 2 seals NOT SIGNED"),
    ],
)
def test_a_late_seal_is_named(checked, late, code, said):
    data, seals = sitting("c", [[typed("One. ")], [typed("Two. ", 5)]], late=late)
    got, told = checked({"c.jsonl": data, "m1.head": head(seals[-1], "c")})
    assert (got, said in told) == (code, True), told


def test_two_computers_are_one_history(checked):
    one, first = sitting("a", [[typed("One.")]])
    two, second = sitting("b", [[typed("Two.")]], machine="m2")
    three, third = sitting("c", [[typed("Three.")]], [first[-1], second[-1]])
    files = {"a.jsonl": one, "b.jsonl": two, "c.jsonl": three}
    files |= {"m1.head": head(third[-1], "c"), "m2.head": head(second[-1], "b", "m2")}
    assert checked(files)[0] == 0
    assert checked({name: data for name, data in files.items() if name != "b.jsonl"})[0] == 1


def test_a_seal_that_is_about_to_be_set_is_no_fault(checked):
    open_yet, seals = sitting("c", [[typed("One. ")]], end=False)
    code, said = checked({"c.jsonl": open_yet, "m1.head": head("0" * 64, "c", before=seals[-1])})
    assert (code, "NOT CLOSED" in said) == (2, True)


def test_what_was_sealed_but_is_no_record_is_a_fault(checked):
    data, seals = sitting("c", [[b"[]\n"]])
    code, said = checked({"c.jsonl": data, "m1.head": head(seals[-1], "c")})
    assert (code, "FAULT" in said) == (1, True)
