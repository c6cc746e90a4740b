"""The programs of the bench ``editors``: how each is installed, given a text, started, and led to a place in it.

Each has a home of its own that it was started in once before, so that nothing is measured that happens only on the
first day, and otherwise is as it is installed: what it looks up, previews or saves by itself it does here too. A home
and its text are laid anew for every start, always in the same place. Whoever is absent is told in ``absent``."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from firsthand.manuscript import Folder
from tests.bench.novel import MACHINE

_ROOT = Path(__file__).parents[2]
_MARK = "EDITORS_BENCH"


class Kind(StrEnum):
    """What is opened."""

    SHORT = "short"
    WHOLE = "whole"
    SCENES = "scenes"


SIZES = {Kind.SHORT: (1, 500, 6_000), Kind.WHOLE: (1, 120_000, 1_500_000), Kind.SCENES: (60, 120_000, 1_500_000)}
"""Scenes, words and keystrokes of each."""

Step = tuple[str, ...]
"""Keys pressed together; ``sought`` alone stands for typing what is sought."""

SOUGHT = "sought"
_FIND: Sequence[Step] = (("Control_L", "f"), (SOUGHT,), ("Return",), ("Escape",), ("Right",))


@dataclass(frozen=True)
class Peer:
    """A program: its name, what it needs, how it takes a text and how it is started."""

    name: str
    needs: str
    """The program that must be there, a path or a name."""
    lay: Callable[[Path, Folder], Sequence[str]]
    """Lays the texts of a manuscript into an empty folder, the program's home; gives what follows the command."""
    command: Sequence[str]
    find: Sequence[Step] = _FIND
    """What leads from the start of the text to behind what is sought, with the keyboard on the page."""
    kinds: Sequence[Kind] = (Kind.SHORT, Kind.WHOLE)
    search: Sequence[Step] = ()
    """What opens the search over all scenes and types into it all but the last key, which gives results."""
    more: Mapping[str, str] = field(default_factory=dict)

    @property
    def absent(self) -> str:
        """Why it takes no part, or nothing."""
        return "" if shutil.which(self.needs) else f"{self.name} is passed over: there is no {self.needs}"


class Running:
    """A program that was started; its processes are those that have inherited its mark."""

    def __init__(self, command: Sequence[str], home: Path, display: str, more: Mapping[str, str]) -> None:
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("QT_", "XDG_", "PYTHON", "DBUS", "AT_SPI"))}
        self._mark = f"{_MARK}={time.monotonic_ns()}"
        runtime = home / "run"
        runtime.mkdir(mode=0o700, exist_ok=True)
        environment = {
            **kept,
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(runtime),
            "DISPLAY": display,
            "LANG": "C.UTF-8",
            "QT_QPA_PLATFORM": "xcb",
            "DBUS_SESSION_BUS_ADDRESS": "disabled:",
            _MARK: self._mark.split("=")[1],
            **more,
        }
        self._said = (home / "said.txt").open("ab")
        self.began = time.monotonic()
        self.process = subprocess.Popen(
            command, env=environment, cwd=_ROOT, stdin=subprocess.DEVNULL, stdout=self._said, stderr=self._said
        )

    def processes(self) -> set[int]:
        """The ids of all its processes."""
        found = set()
        for folder in Path("/proc").iterdir():
            try:
                if folder.name.isdigit() and self._mark.encode() in (folder / "environ").read_bytes().split(b"\0"):
                    found.add(int(folder.name))
            except OSError:
                continue
        return found

    def memory(self) -> float:
        """Megabytes that its processes hold, what is shared divided among those that share it (PSS)."""
        whole = 0
        for process in self.processes():
            try:
                lines = Path(f"/proc/{process}/smaps_rollup").read_text("ascii").splitlines()
            except OSError:
                continue
            whole += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
        return whole / 1000

    def end(self) -> None:
        """End all of it at once."""
        for process in self.processes():
            try:
                os.kill(process, signal.SIGKILL)
            except ProcessLookupError:
                continue
        self.process.wait(30)
        self._said.close()


# How each takes a text


def _texts(manuscript: Folder) -> list[str]:
    return [manuscript.read(entry) for entry in manuscript.outline.scenes]


def _file(name: str) -> Callable[[Path, Folder], Sequence[str]]:
    def lay(home: Path, manuscript: Folder) -> Sequence[str]:
        between = "\n\n" if name.endswith(".md") else "\n"
        (home / name).write_text("\n".join(_texts(manuscript)).replace("\n", between), "utf-8")
        return [str(home / name)]

    return lay


def _nothing(_home: Path, _manuscript: Folder) -> Sequence[str]:
    return [""]


def _ours(home: Path, manuscript: Folder) -> Sequence[str]:
    """The manuscript with its history, and the checkpoint that closing it has left."""
    shutil.copytree(manuscript.path, home / "novel")
    shutil.copytree(manuscript.path.parent / "home", home / "firsthand")
    (home / "firsthand" / "settings").mkdir(exist_ok=True)
    (home / "firsthand" / "settings" / "window.ini").write_text("[signing]\nunsigned_said=true\n", "ascii")
    (home / "firsthand" / "settings" / "settings.toml").write_text(
        "[view]\ncompanion = false\n", "ascii"
    )  # as an editor alone
    return [str(home / "novel")]


_ITEM = """<item handle="{handle}" parent="{parent}" root="{root}" order="{order}" {kind}>
<meta expanded="yes" {meta}/><name status="s000001" import="i000001" {active}>{name}</name></item>"""
_PROJECT = """<?xml version='1.0' encoding='utf-8'?>
<novelWriterXML appVersion="26.2.2" hexVersion="0x260202f0" fileVersion="1.6" fileRevision="0" timeStamp="2026-11-01">
<project id="e2be99af-f9bf-4403-857a-c3d1ac25ab00" saveCount="1" autoCount="0" editTime="0" indexRevision="1">
<name>A made novel</name><author>Nobody</author></project>
<settings><doBackup>no</doBackup><language>en_GB</language><spellChecking auto="no">None</spellChecking>
<lastHandle><entry key="editor">{open}</entry></lastHandle>
<status><entry key="s000001" count="1" color="#969896" shape="STAR">New</entry></status>
<importance><entry key="i000001" count="0" color="faded" shape="STAR">None</entry></importance></settings>
<content items="{count}" novelWords="0" notesWords="0" novelChars="0" notesChars="0">{items}</content></novelWriterXML>
"""
_ROOT_HANDLE = "0000000000001"


def _project(home: Path, manuscript: Folder) -> Sequence[str]:
    """A project with a document for each scene; paragraphs are lines with an empty one between them."""
    content = home / "novel" / "content"
    content.mkdir(parents=True)
    items = [
        _ITEM.format(
            handle=_ROOT_HANDLE, parent="None", root=_ROOT_HANDLE, order=0, kind='type="ROOT" class="NOVEL"',
            meta="", active="", name="Novel",
        )
    ]  # fmt: skip
    texts = _texts(manuscript)
    for number, text in enumerate(texts):
        handle = f"{number + 16:013x}"
        head = f'+++\nname = "Scene {number}"\nparent = "{_ROOT_HANDLE}"\nhandle = "{handle}"\n'
        head += 'class = "NOVEL"\nlayout = "DOCUMENT"\n+++\n'
        (content / f"{handle}.md").write_text(head + text.replace("\n", "\n\n"), "utf-8")
        items.append(
            _ITEM.format(
                handle=handle, parent=_ROOT_HANDLE, root=_ROOT_HANDLE, order=number,
                kind='type="FILE" class="NOVEL" layout="DOCUMENT"',
                meta='heading="H0" charCount="0" wordCount="0" paraCount="0" cursorPos="0" ',
                active='active="yes"', name=f"Scene {number}",
            )
        )  # fmt: skip
    open_first = f"{16:013x}"
    project = _PROJECT.format(open=open_first, count=len(items), items="\n".join(items))
    (home / "novel" / "nwProject.nwx").write_text(project, "utf-8")
    config = home / ".config" / "novelwriter"
    config.mkdir(parents=True)
    (home / ".local" / "share").mkdir(parents=True)
    (config / "novelwriter.conf").write_text('[Main]\nlastNotes = "0xffffffff"\n', "ascii")  # no news of the release
    return [str(home / "novel")]


def cache_folder() -> Path:
    """Where the bench keeps novelWriter's environment, the made novels and the homes."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "firsthand-bench"


def install_novelwriter() -> Path:
    """novelWriter's command, from PyPI in an environment of its own, which is made if it is not there."""
    place = cache_folder() / "novelwriter"
    command = place / "bin" / "novelwriter"
    if not command.exists() and shutil.which("uv"):
        python = str(place / "bin" / "python")
        for step in (
            ["uv", "venv", "--quiet", str(place)],
            ["uv", "pip", "install", "--python", python, "novelwriter"],
        ):
            if subprocess.run(step, check=False).returncode:
                break
    return command


def peers() -> list[Peer]:
    """All of them, those that are absent too; the plainest first."""
    child = (sys.executable, "-m", "tests.bench.editors_child")
    novelwriter = str(install_novelwriter())
    ours = {"FIRSTHAND_HOME": "{home}/firsthand", "PYTHONPYCACHEPREFIX": str(cache_folder() / "compiled")}
    both = tuple(Kind)
    return [
        Peer("an echo", sys.executable, _nothing, (*child, "echo"), (), (Kind.SHORT,)),
        Peer("bare Qt", sys.executable, _file("text.txt"), (*child, "bare"), (("Control_L", "f"), ("Right",))),
        Peer("FocusWriter", "focuswriter", _file("text.txt"), ("focuswriter",)),
        Peer(
            "ghostwriter", "ghostwriter", _file("text.md"), ("ghostwriter",),
            more={"QTWEBENGINE_DISABLE_SANDBOX": "1"},  # its browser refuses to be root's otherwise
        ),
        Peer(
            "novelWriter", novelwriter, _project, (novelwriter,), kinds=both,
            search=(("Control_L", "Shift_L", "f"), (SOUGHT,), ("Return",)),
        ),
        Peer(
            "Firsthand", sys.executable, _ours, (sys.executable, "-m", "firsthand"), kinds=both, more=ours,
            find=(("Control_L", "Shift_L", "f"), (SOUGHT,), ("Return",), ("Escape",), ("Right",)),
            search=(("Control_L", "Shift_L", "f"), (SOUGHT,)),
        ),
    ]  # fmt: skip


def manuscript(kind: Kind) -> Folder:
    """The made novel of a kind, made once and kept."""
    place = cache_folder() / "novels" / kind
    if not (place / "home").exists():
        shutil.rmtree(place, ignore_errors=True)
        state = place / "making" / "state"
        state.mkdir(parents=True)
        (state / "machine").write_text(f"{MACHINE}\n", "ascii")
        numbers = map(str, SIZES[kind])
        command = [sys.executable, "-m", "tests.bench.editors_child", "novel", str(place / "novel"), *numbers]
        environment = {**os.environ, "FIRSTHAND_HOME": str(place / "making"), "QT_QPA_PLATFORM": "offscreen"}
        subprocess.run(command, env=environment, cwd=_ROOT, check=True)
        (place / "making").rename(place / "home")
    return Folder.open(place / "novel")


def sought(text: str) -> str:
    """Four words of small letters that stand once in a text, as near its middle as may be."""
    middle = len(text) // 2
    words = text[middle : middle + 20_000].split(" ")
    for start in range(1, len(words) - 4):
        phrase = " ".join(words[start : start + 4])
        plain = phrase.isascii() and phrase.replace(" ", "").isalpha() and phrase.islower()
        if plain and text.count(phrase) == 1:
            return phrase
    raise LookupError("nothing stands there only once")


def start(peer: Peer, kind: Kind, display: str, phrase: str) -> Running:
    """Start a program in its home as it was kept, with the text of a kind."""
    kept, home = _places(peer, kind)
    shutil.rmtree(home, ignore_errors=True)
    shutil.copytree(kept, home, symlinks=True)
    arguments = json.loads((home / "arguments.json").read_text("utf-8"))
    more = {name: value.replace("{home}", str(home)) for name, value in peer.more.items()} | {"SOUGHT": phrase}
    return Running([*peer.command, *arguments], home, display, more)


def lay(peer: Peer, kind: Kind) -> None:
    """Lay the home of a program with the text of a kind, as it is before its very first start."""
    kept, home = _places(peer, kind)
    for place in (kept, home):
        shutil.rmtree(place, ignore_errors=True)
    home.mkdir(parents=True)
    arguments = peer.lay(home, manuscript(kind))
    (home / "arguments.json").write_text(json.dumps(arguments), "utf-8")
    keep(peer, kind)


def keep(peer: Peer, kind: Kind) -> None:
    """Keep the home as it is now, after a first start, for those that are measured."""
    kept, home = _places(peer, kind)
    shutil.rmtree(kept, ignore_errors=True)
    shutil.copytree(home, kept, symlinks=True, ignore=lambda _, names: {"run", "said.txt"}.intersection(names))


def _places(peer: Peer, kind: Kind) -> tuple[Path, Path]:
    name = peer.name.replace(" ", "-")
    return cache_folder() / "kept" / f"{name}-{kind}", cache_folder() / "home" / name
