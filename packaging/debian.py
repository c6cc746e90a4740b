"""The package for Debian, Ubuntu and their kin, in the form that their own tools accept without a word.

It names the packages that bring the desktop's libraries, found by dpkg-shlibdeps; what the program holds itself is not
asked for. Two builds of one commit are the same to the byte.
"""

import hashlib
import os
import subprocess
from pathlib import Path

from layout import BUILD, DIST, HERE, ROOT, VERSION, copy_program, epoch, fresh, put, run, settle, with_model
from linux_packages import desktop_files, machine, zipped
from trimming import libraries_of

MAINTAINER = "The Firsthand authors <maintainers@firsthand.invalid>"
ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}
LOADED_LATER = ("libegl1", "libgl1", "xkb-data", "hicolor-icon-theme")
"""Needed, yet linked by nothing: Qt loads the drivers when it starts, keyboards and icons are data."""

DESCRIPTION = """\
 A calm desk for drafting a novel. For every character of the draft it knows
 how it came there: typed, brought by a model that was asked, pasted, imported.
 It keeps a record that can be verified, and writes an authorship report.
"""


def deb(*, model: bool) -> Path:
    """Build the .deb with or without the built-in model; where it is."""
    name = with_model("firsthand", model=model)
    root = fresh(BUILD / "deb" / name)
    copy_program(root / "usr" / "lib" / "firsthand", model=model)
    desktop_files(root / "usr")
    (root / "usr" / "bin").mkdir()
    (root / "usr" / "bin" / "firsthand").symlink_to("../lib/firsthand/firsthand")
    _documents(root / "usr" / "share" / "doc" / name, name)
    put(root / "usr" / "share" / "lintian" / "overrides" / name, _overrides(name))
    settle(root)
    put(root / "DEBIAN" / "control", control(name, installed_size(root), depends(root)))
    put(root / "DEBIAN" / "md5sums", md5sums(root))
    settle(root)
    architecture = ARCHITECTURES[machine()]
    target = DIST / f"{name}_{VERSION}_{architecture}.deb"
    pressed = ["-Znone"] if os.environ.get("FIRSTHAND_QUICK") else ["-Zxz", "-z6"]
    run("dpkg-deb", "--root-owner-group", *pressed, "--build", root, target)
    return target


def _documents(folder: Path, name: str) -> None:
    licence = (ROOT / "LICENSE").read_text("utf-8").partition("\n\n")[2]
    lines = "\n".join(f" {line}" if line.strip() else " ." for line in licence.strip().splitlines())
    inside = (BUILD / "frozen" / "firsthand" / "_internal" / "licences" / "README.txt").read_text("utf-8")
    bundled = "\n".join(f" {line}" if line.strip() else " ." for line in inside.strip().splitlines())
    put(
        folder / "copyright",
        "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n"
        "Upstream-Name: Firsthand\nComment:\n"
        f"{bundled}\n .\n Their licences are in /usr/lib/firsthand/_internal/licences.\n\n"
        f"Files: *\nCopyright: 2026 The Firsthand authors\nLicense: Expat\n{lines}\n",
    )
    day = run("date", "-R", "-u", "-d", f"@{epoch()}").strip()
    text = (
        f"{name} ({VERSION}) stable; urgency=medium\n\n  * See CHANGELOG.md of Firsthand.\n\n -- {MAINTAINER}  {day}\n"
    )
    zipped(folder / "changelog.gz", text)


def _overrides(name: str) -> str:
    return (HERE / "linux" / "lintian-overrides").read_text("utf-8").replace("@NAME@", name)


def control(name: str, size: int, needs: str) -> str:
    """The control file of a package of so many KiB."""
    other = with_model("firsthand", model=name == "firsthand")
    provides = "" if name == "firsthand" else f"Provides: firsthand (= {VERSION})\n"
    extra = "" if name == "firsthand" else " .\n With a tiny model that runs on this computer.\n"
    return (
        f"Package: {name}\nVersion: {VERSION}\nSection: editors\nPriority: optional\n"
        f"Architecture: {ARCHITECTURES[machine()]}\nMaintainer: {MAINTAINER}\nInstalled-Size: {size}\n"
        f"Depends: {needs}\nRecommends: shared-mime-info, desktop-file-utils, xdg-utils\n"
        f"Suggests: gnome-keyring | kwalletmanager | keepassxc, xdg-desktop-portal\n"
        f"Conflicts: {other}\nReplaces: {other}\n{provides}"
        f"Description: writing companion for novelists\n{DESCRIPTION}{extra}"
    )


def installed_size(root: Path) -> int:
    """KiB on the disk, as Debian counts: every file rounded up, every folder and link one."""
    files = [path for path in root.rglob("*") if "DEBIAN" not in path.parts]
    return sum(-(-path.stat().st_size // 1024) if path.is_file() and not path.is_symlink() else 1 for path in files)


def depends(root: Path) -> str:
    """The Debian packages that bring the libraries which the program asks for and does not hold."""
    work = fresh(BUILD / "shlibs")
    put(work / "debian" / "control", "Source: firsthand\n\nPackage: firsthand\nArchitecture: any\n")
    inside = root / "usr" / "lib" / "firsthand"
    compiled = [path for path in sorted(inside.rglob("*")) if is_elf(path)]
    folders = sorted({f"-l{path.parent}" for path in compiled})
    told = run("dpkg-shlibdeps", "-O", "--ignore-missing-info", *folders, *compiled, cwd=work)
    held = {path.name for path in inside.rglob("*.so*")}
    asked = {name for path in compiled for name in libraries_of(str(path))}
    spared = owners(asked & held) - owners(asked - held)
    packages = told.strip().removeprefix("shlibs:Depends=").split(", ")
    return ", ".join(sorted({*(name for name in packages if name.split(" ")[0] not in spared), *LOADED_LATER}))


def owners(libraries: set[str]) -> set[str]:
    """The Debian packages of this machine that bring these libraries."""
    if not libraries:
        return set()
    command = ["dpkg-query", "--search", *sorted(f"*/{name}" for name in libraries)]
    told = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    return {line.split(":")[0] for line in told.splitlines()}


def is_elf(path: Path) -> bool:
    """Whether a file is a compiled program or library of Linux."""
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def md5sums(root: Path) -> str:
    """What ``dpkg -V`` checks."""
    files = [
        path
        for path in sorted(root.rglob("*"))
        if path.is_file() and not path.is_symlink() and "DEBIAN" not in path.parts
    ]
    return "".join(
        f"{hashlib.md5(path.read_bytes()).hexdigest()}  {path.relative_to(root).as_posix()}\n" for path in files
    )
