"""Gathers the program's words for translators and packs what they translated.

Run as ``python packaging/translations.py [LANGUAGE...]``.

It writes resources/translations/firsthand_LANGUAGE.ts (edited with Qt Linguist or any text editor) and the .qm files
that the program loads. English needs only the plurals, which are filled in here.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "resources" / "translations"
TOOLS = Path(sys.executable).parent


def words_of_the_cards() -> list[str]:
    """Titles, explanations and labels of the prompt cards, which stand in no program text."""
    words: list[str] = []
    for file in sorted((ROOT / "resources" / "prompts").glob("*.toml")):
        words += re.findall(r'^(?:title|explanation) = "(.+)"$', file.read_text("utf-8"), re.MULTILINE)
        words += re.findall(r'\blabel = "(.+?)"', file.read_text("utf-8"))
    return list(dict.fromkeys(words))


def gather(language: str) -> Path:
    """Bring the language's .ts file up to date with the source; words already translated stay."""
    file = FOLDER / f"firsthand_{language}.ts"
    sources = sorted(os.path.relpath(path, FOLDER) for path in (ROOT / "src/firsthand/qt").glob("*.py"))
    only = ["-pluralonly"] if language == "en" else []
    where = ["-locations", "none", "-no-obsolete", "-source-language", "en", "-target-language", language]
    cards = FOLDER / "cards.py"
    cards.write_text("".join(f'QT_TRANSLATE_NOOP("Prompts", "{word}")\n' for word in words_of_the_cards()), "utf-8")
    command = [str(TOOLS / "pyside6-lupdate"), *only, *where, *sources, cards.name, "-ts", file.name]
    try:
        subprocess.run(command, cwd=FOLDER, check=True, stdout=subprocess.DEVNULL)
    finally:
        cards.unlink()
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
