"""Gathers the program's words for translators and packs what they translated.

Run as ``python packaging/translations.py [LANGUAGE...]``.

It writes resources/translations/firsthand_LANGUAGE.ts (edited with Qt Linguist or any text editor) and the .qm files
that the program loads. English needs only the plurals, which are filled in here.
"""

import ast
import errno
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import jinja2
from jinja2 import nodes

from firsthand.saying import CONTEXT

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "resources" / "translations"
TOOLS = Path(sys.executable).parent

IMPORTED = "from firsthand.saying import "
"""Where this stands, ``say`` and ``say_of`` are the ones that are meant."""

SAYING = {"say": slice(1), "say_of": slice(1, 3)}
"""Calls whose words are looked up, and which of what is given to them is words."""

REASONS = (
    errno.EACCES,
    errno.EBUSY,
    errno.EDQUOT,
    errno.EEXIST,
    errno.EFBIG,
    errno.EIO,
    errno.EISDIR,
    errno.EMFILE,
    errno.ENAMETOOLONG,
    errno.ENODEV,
    errno.ENOENT,
    errno.ENOSPC,
    errno.ENOTDIR,
    errno.ENOTEMPTY,
    errno.EPERM,
    errno.EROFS,
    errno.ESTALE,
)
"""Why a disk refuses, as Linux words it; other systems word it in their own language."""


def words_of_the_cards() -> list[str]:
    """Titles, explanations and labels of the prompt cards, which stand in no program text."""
    words: list[str] = []
    for file in sorted((ROOT / "resources" / "prompts").glob("*.toml")):
        words += re.findall(r'^(?:title|explanation) = "(.+)"$', file.read_text("utf-8"), re.MULTILINE)
        words += re.findall(r'\blabel = "(.+?)"', file.read_text("utf-8"))
    return list(dict.fromkeys(words))


def said_in_python(text: str) -> list[str]:
    """What a module says, in its order."""
    calls = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call)]
    named = [(call.func.id, call) for call in calls if isinstance(call.func, ast.Name) and call.func.id in SAYING]
    return [ast.literal_eval(words) for name, call in named for words in call.args[SAYING[name]]]


def said_in_template(text: str) -> list[str]:
    """What the page of a report says, in its order."""
    calls = [(call.node, call.args) for call in jinja2.Environment().parse(text).find_all(nodes.Call)]
    named = [(node.name, args) for node, args in calls if isinstance(node, nodes.Name) and node.name in SAYING]
    return [words.as_const() for name, args in named for words in args[SAYING[name]]]


def sentences_of_the_rooms() -> list[str]:
    """What the rooms below the window say."""
    found: list[str] = []
    for file in sorted((ROOT / "src" / "firsthand").rglob("*.py")):
        text = file.read_text("utf-8")
        if IMPORTED in text:
            found += said_in_python(text)
    found += said_in_template((ROOT / "resources" / "report" / "page.html").read_text("utf-8"))
    return list(dict.fromkeys([*found, *(os.strerror(reason) for reason in REASONS)]))


def marked() -> str:
    """All words that stand in no call that Qt's tools know, in calls that they do."""
    every = dict.fromkeys([*words_of_the_cards(), *sentences_of_the_rooms()])
    return "".join(
        f"QT_TRANSLATE_NOOP({json.dumps(CONTEXT)}, {json.dumps(words, ensure_ascii=False)})\n" for words in every
    )


def gather(language: str) -> Path:
    """Bring the language's .ts file up to date with the source; words already translated stay."""
    file = FOLDER / f"firsthand_{language}.ts"
    sources = sorted(os.path.relpath(path, FOLDER) for path in (ROOT / "src/firsthand/qt").glob("*.py"))
    only = ["-pluralonly"] if language == "en" else []
    where = ["-locations", "none", "-no-obsolete", "-source-language", "en", "-target-language", language]
    others = FOLDER / "others.py"
    others.write_text(marked(), "utf-8")
    command = [str(TOOLS / "pyside6-lupdate"), *only, *where, *sources, others.name, "-ts", file.name]
    try:
        subprocess.run(command, cwd=FOLDER, check=True, stdout=subprocess.DEVNULL)
    finally:
        others.unlink()
    return file


def with_plurals(ts: str) -> str:
    """The English file with its plurals: "%Ln word(s)" is "1 word" and "2 words"."""

    def fill(match: re.Match[str]) -> str:
        source = match[2]
        one, many = source.replace("(s)", ""), source.replace("(s)", "s")
        forms = f"<numerusform>{one}</numerusform>\n            <numerusform>{many}</numerusform>"
        return f"{match[1]}<translation>\n            {forms}\n        </translation>"

    return re.sub(r"(<source>(.*?)</source>\s*)<translation.*?</translation>", fill, ts, flags=re.DOTALL)


def pack(file: Path) -> None:
    """Make the .qm file that the program loads."""
    subprocess.run([TOOLS / "pyside6-lrelease", "-silent", file, "-qm", file.with_suffix(".qm")], check=True)


if __name__ == "__main__":
    known = [path.stem.removeprefix("firsthand_") for path in FOLDER.glob("firsthand_*.ts")]
    for name in sorted({"en", *known, *sys.argv[1:]}):
        made = gather(name)
        if name == "en":
            made.write_text(with_plurals(made.read_text("utf-8")), "utf-8")
        pack(made)
        print(made.relative_to(ROOT))
