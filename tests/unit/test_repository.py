"""What the repository promises about itself: what lies in it, what it ships, and that its documents tell the truth.

The arrows between the rooms are checked by import-linter, not here.
"""

import re
import subprocess
import tomllib
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

import firsthand

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "resources" / "sample" / "the-salt-ledger"

TOP_LEVEL = {
    ".ci", ".github", ".gitignore", "ARCHITECTURE.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "README.md",
    "docs", "packaging", "pyproject.toml", "resources", "src", "tests",
}  # fmt: skip

# Files that name where packages were fetched from; they differ from machine to machine and go stale.
LOCK_FILES = {
    "uv.lock", "poetry.lock", "pdm.lock", "Pipfile.lock", "pylock.toml", "conda-lock.yml", "package-lock.json",
    "yarn.lock", "pnpm-lock.yaml", "Cargo.lock", "pip.conf", "uv.toml", ".npmrc", ".pypirc",
}  # fmt: skip
DOWNLOAD = re.compile(r"https?://\S+?\.(?:whl|gguf|tar\.(?:gz|xz|zst)|tgz)\b|--(?:extra-)?index-url|--find-links")


def package(requirement: str) -> str:
    """The name at the head of a requirement, lower case: ``"Markdown>=3.7"`` gives ``"markdown"``."""
    return re.split(r"[<>=!~\[ ]", requirement)[0].lower()


def tracked() -> list[str]:
    """The paths that are in the repository, as git names them; skips where there is no git checkout."""
    listing = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listing.returncode != 0:
        pytest.skip("not a git checkout")
    return [path for path in listing.stdout.split("\0") if path and (ROOT / path).is_file()]


def read(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def project() -> dict[str, Any]:
    return tomllib.loads(read("pyproject.toml"))


def manifest() -> dict[str, Any]:
    return tomllib.loads((SAMPLE / "manuscript.toml").read_text("utf-8"))


def sample_scenes() -> list[dict[str, str]]:
    return [scene for chapter in manifest()["chapter"] for scene in chapter["scene"]]


def sample_texts() -> list[dict[str, str]]:
    return sample_scenes() + list(manifest()["note"])


# ---- What lies in it


def test_top_level_holds_what_it_should() -> None:
    assert {path.split("/")[0] for path in tracked()} - TOP_LEVEL == set()


def test_no_lock_file_is_kept() -> None:
    assert [path for path in tracked() if Path(path).name in LOCK_FILES] == []


def test_no_file_names_a_download() -> None:
    here = Path(__file__).relative_to(ROOT).as_posix()
    texts = {path: (ROOT / path).read_text("utf-8", errors="ignore") for path in tracked() if path != here}
    assert {path: found.group() for path, text in texts.items() if (found := DOWNLOAD.search(text))} == {}


@pytest.mark.parametrize(
    ("line", "caught"),
    [
        ("url = 'https://files.example.org/a/salt-1.0-py3-none-any.whl'", True),
        ("sdist = https://example.org/salt-1.0.tar.gz#sha256=0", True),
        ("pip install --extra-index-url there", True),
        ("The author's page is https://example.org/salt", False),
    ],
)
def test_a_download_is_recognised(line: str, caught: bool) -> None:
    assert bool(DOWNLOAD.search(line)) is caught


def test_the_ci_entry_can_be_run() -> None:
    script = ROOT / ".ci" / "run"
    assert script.stat().st_mode & 0o111
    assert script.read_text("utf-8").startswith("#!/usr/bin/env bash\n")


# ---- Versions


def test_pyside6_stays_below_the_release_that_loses_none() -> None:
    wanted = [name for name in project()["project"]["dependencies"] if name.startswith("PySide6")]
    assert wanted == ["PySide6-Essentials>=6.8,<6.12"]


def test_the_pinned_pyside6_obeys_that_bound() -> None:
    pins = dict(pin.split("==") for pin in project()["tool"]["uv"]["constraint-dependencies"])
    assert (6, 8) <= tuple(int(part) for part in pins["pyside6-essentials"].split(".")[:2]) < (6, 12)


def test_every_runtime_dependency_is_pinned() -> None:
    pins = {pin.split("==")[0] for pin in project()["tool"]["uv"]["constraint-dependencies"]}
    assert {package(wanted) for wanted in project()["project"]["dependencies"]} - pins == set()


def test_every_direct_dependency_is_accounted_for() -> None:
    groups = project()["dependency-groups"]
    wanted = [*project()["project"]["dependencies"], *groups["model"], *groups["dev"]]
    account = read("docs/dependencies.md").lower()
    assert [name for name in map(package, wanted) if f"| {name} |" not in account] == []


def test_changelog_tells_of_this_version() -> None:
    assert re.search(rf"^## {re.escape(firsthand.__version__)}\b", read("CHANGELOG.md"), re.MULTILINE)


# ---- Documents


def test_readme_opens_with_the_two_commands() -> None:
    opening = [line for line in read("README.md").splitlines() if line.strip()][:8]
    commands = [line.split("#")[0].strip() for line in opening if line.startswith("pip ")]
    assert commands == ["pip install uv && uv run firsthand", "pip install uv && uv run pytest"]


def test_ci_runs_the_test_command_of_the_readme() -> None:
    assert re.search(r"^check \S+ uv run pytest$", read(".ci/run"), re.MULTILINE)


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md", "docs/dependencies.md"])
def test_links_lead_somewhere(document: str) -> None:
    text = re.sub(r"<!--.*?-->", "", read(document), flags=re.DOTALL)
    links = [link.split("#")[0] for link in re.findall(r"\]\((?!https?:|#)([^)]+)\)", text)]
    assert [link for link in links if not ((ROOT / document).parent / link).exists()] == []


# ---- What is shipped


def test_every_shipped_folder_says_what_may_be_done_with_it() -> None:
    folders = {path.split("/")[1] for path in tracked() if path.startswith("resources/") and path.count("/") > 1}
    note = read("resources/README.md")
    assert [folder for folder in sorted(folders) if f"| `{folder}/` |" not in note] == []


def test_a_font_travels_with_its_licence() -> None:
    fonts = [ROOT / path for path in tracked() if Path(path).suffix in {".otf", ".ttf", ".woff2"}]
    licensed = [font for font in fonts if any((folder / "OFL.txt").exists() for folder in font.parents[:2])]
    assert fonts == licensed


def test_icon_is_a_square_drawing() -> None:
    icon = ElementTree.parse(ROOT / "resources" / "icons" / "firsthand.svg").getroot()
    assert icon.tag == "{http://www.w3.org/2000/svg}svg"
    assert icon.get("viewBox") == "0 0 64 64"
    assert icon.get("width") == icon.get("height")


def test_sample_manuscript_has_the_form_of_every_manuscript() -> None:
    assert set(manifest()) == {"format", "id", "title", "chapter", "note"}
    assert manifest()["format"] == 0
    assert re.fullmatch(r"[0-9a-f]{12}", manifest()["id"])
    assert all(set(chapter) == {"title", "scene"} for chapter in manifest()["chapter"])
    assert all(set(text) == {"id", "title", "file"} for text in sample_texts())


def test_sample_ids_are_unique_and_plain() -> None:
    ids = [text["id"] for text in sample_texts()]
    assert len(ids) == len(set(ids)) == 7
    assert [each for each in ids if not re.fullmatch(r"[a-z]+(-[a-z]+)*", each)] == []


def test_sample_lists_exactly_the_files_it_has() -> None:
    files = {path.relative_to(SAMPLE).as_posix() for path in SAMPLE.rglob("*.md")}
    assert {text["file"] for text in sample_texts()} == files


@pytest.mark.parametrize("text", sample_texts(), ids=lambda text: text["id"])
def test_sample_line_is_a_paragraph(text: dict[str, str]) -> None:
    content = (SAMPLE / text["file"]).read_bytes().decode("utf-8")
    lines = content.removesuffix("\n").split("\n")
    assert content.endswith("\n")
    assert all(line == line.strip() and line for line in lines)
    assert not any(line.startswith("#") for line in lines)
    assert not re.search(r"[\"'`\t\r\ufeff]|\.\.\.|--(?!-)|  ", content.replace("---", ""))
    assert content.count("*") % 2 == 0


@pytest.mark.parametrize("scene", sample_scenes(), ids=lambda scene: scene["id"])
def test_sample_scene_is_a_sitting_long(scene: dict[str, str]) -> None:
    words = (SAMPLE / scene["file"]).read_text("utf-8").replace("---", "").split()
    assert 250 <= len(words) <= 600
