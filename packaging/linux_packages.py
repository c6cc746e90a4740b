"""Packages for Linux: .deb, a tar of the program folder, and the folder an AppImage is made of.

All three hold the same frozen program and the same desktop files. Libraries of the desktop itself (drivers, fonts, the
bus) are not in them; the .deb names the packages that bring them, found by dpkg-shlibdeps.
"""

import gzip
import hashlib
import os
import shutil
import subprocess
import tarfile
from pathlib import Path

import zstandard
from layout import BUILD, DIST, HERE, ICONS, ROOT, VERSION, copy_program, date, epoch, filled, fresh, put, run, settle, with_model

APP_ID = "org.firsthand.Firsthand"
MAINTAINER = "The Firsthand authors <maintainers@firsthand.invalid>"
ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
DIALOGUES = "libegl1, libgl1, xkb-data, hicolor-icon-theme"
"""Needed, yet linked by nothing: Qt loads the drivers when it starts, keyboards and icons are data."""

DESCRIPTION = """\
 A calm desk for drafting a novel. For every character of the draft it knows
 how it came there: typed, brought by a model that was asked, pasted, imported.
 It keeps a record that can be verified, and writes an authorship report.
"""


def machine() -> str:
    """The processor that the program was frozen for, as Linux names it."""
    return os.uname().machine


def desktop_files(root: Path) -> None:
    """Put desktop entry, icons, MIME type, metadata and manual below ``root``/share."""
    share = root / "share"
    put(share / "applications" / "firsthand.desktop", filled("linux/firsthand.desktop"))
    put(share / "mime" / "packages" / "firsthand.xml", filled("linux/firsthand.xml"))
    put(share / "metainfo" / f"{APP_ID}.metainfo.xml", filled(f"linux/{APP_ID}.metainfo.xml"))
    icons = share / "icons" / "hicolor"
    for size in SIZES:
        target = icons / f"{size}x{size}" / "apps" / "firsthand.png"
        target.parent.mkdir(parents=True)
        shutil.copyfile(ICONS / f"firsthand-{size}.png", target)
    put(icons / "scalable" / "apps" / "firsthand.svg", (ICONS / "firsthand.svg").read_text("utf-8"))
    _zipped(share / "man" / "man1" / "firsthand.1.gz", filled("linux/firsthand.1"))


def _zipped(target: Path, text: str) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(gzip.compress(text.encode(), 9, mtime=epoch()))


# ---- .deb


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
    run("dpkg-deb", "--root-owner-group", "-Zxz", "-z6", "--build", root, target)
    return target


def _documents(folder: Path, name: str) -> None:
    licence = (ROOT / "LICENSE").read_text("utf-8").partition("\n\n")[2]
    lines = "\n".join(f" {line}" if line.strip() else " ." for line in licence.strip().splitlines())
    inside = (BUILD / "frozen" / "firsthand" / "_internal" / "licences" / "README.txt").read_text("utf-8")
    bundled = "\n".join(f" {line}" if line.strip() else " ." for line in inside.strip().splitlines())
    put(
        folder / "copyright",
        "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\nUpstream-Name: Firsthand\nComment:\n"
        f"{bundled}\n .\n Their licences are in /usr/lib/firsthand/_internal/licences.\n\n"
        f"Files: *\nCopyright: 2026 The Firsthand authors\nLicense: Expat\n{lines}\n",
    )
    day = run("date", "-R", "-u", "-d", f"@{epoch()}").strip()
    text = f"{name} ({VERSION}) stable; urgency=medium\n\n  * See CHANGELOG.md of Firsthand.\n\n -- {MAINTAINER}  {day}\n"
    _zipped(folder / "changelog.gz", text)


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
    return f"{told.strip().removeprefix('shlibs:Depends=')}, {DIALOGUES}"


def is_elf(path: Path) -> bool:
    """Whether a file is a compiled program or library of Linux."""
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def md5sums(root: Path) -> str:
    """What ``dpkg -V`` checks."""
    files = [path for path in sorted(root.rglob("*")) if path.is_file() and not path.is_symlink() and "DEBIAN" not in path.parts]
    return "".join(f"{hashlib.md5(path.read_bytes()).hexdigest()}  {path.relative_to(root).as_posix()}\n" for path in files)


# ---- tar, AppImage


def tar(*, model: bool) -> Path:
    """Build a .tar.zst with the program folder and the desktop files; where it is."""
    name = f"{with_model('firsthand', model=model)}-{VERSION}-linux-{machine()}"
    root = fresh(BUILD / "tar" / name)
    copy_program(root / "lib" / "firsthand", model=model)
    desktop_files(root)
    (root / "bin").mkdir()
    (root / "bin" / "firsthand").symlink_to("../lib/firsthand/firsthand")
    settle(root)
    target = DIST / f"{name}.tar.zst"
    press = zstandard.ZstdCompressor(level=19, threads=2)
    with target.open("wb") as file, press.stream_writer(file) as pressed, tarfile.open(fileobj=pressed, mode="w|") as out:
        for path in [root, *sorted(root.rglob("*"))]:
            out.add(path, path.relative_to(root.parent).as_posix(), recursive=False, filter=_nobodys)
    return target


def _nobodys(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = "root"
    return entry


def appimage(*, model: bool) -> Path:
    """Build the AppImage, where appimagetool is; else its folder alone. Where it is."""
    name = f"{with_model('Firsthand', model=model)}-{VERSION}-{machine()}"
    root = fresh(BUILD / "appimage" / f"{name}.AppDir")
    copy_program(root / "usr" / "lib" / "firsthand", model=model)
    desktop_files(root / "usr")
    put(root / "AppRun", APP_RUN, 0o755)
    shutil.copyfile(ICONS / "firsthand-256.png", root / "firsthand.png")
    (root / ".DirIcon").symlink_to("firsthand.png")
    (root / "firsthand.desktop").symlink_to("usr/share/applications/firsthand.desktop")
    settle(root)
    tool = shutil.which("appimagetool")
    if tool is None:
        print("appimagetool is not on this machine: only the AppDir was made.")
        return root
    target = DIST / f"{name}.AppImage"
    runtime = os.environ.get("APPIMAGE_RUNTIME")
    run(tool, "--no-appstream", *(["--runtime-file", runtime] if runtime else []), root, target, ARCH=machine())
    return target


APP_RUN = """\
#!/bin/sh
here=$(dirname "$(readlink -f "$0")")
exec "$here/usr/lib/firsthand/firsthand" "$@"
"""
