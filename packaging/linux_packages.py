"""Packages for every Linux: a tar of the program folder, and an AppImage or the folder that one is made of.

They hold the same frozen program and the same desktop files as the .deb (`debian`). Libraries of the desktop itself
(drivers, fonts, the bus) are not in them.
"""

import gzip
import os
import shutil
import tarfile
from pathlib import Path, PurePosixPath

import zstandard
from layout import (
    BUILD,
    DIST,
    ICONS,
    VERSION,
    copy_program,
    epoch,
    filled,
    fresh,
    put,
    run,
    settle,
    with_model,
)

APP_ID = "org.firsthand.Firsthand"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)


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
    zipped(share / "man" / "man1" / "firsthand.1.gz", filled("linux/firsthand.1"))


def zipped(target: Path, text: str) -> None:
    """Write a text as .gz, the same for the same text and date."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(gzip.compress(text.encode(), 9, mtime=epoch()))


def tar(*, model: bool) -> Path:
    """Build a .tar.zst with the program folder and the desktop files; where it is."""
    name = f"{with_model('firsthand', model=model)}-{VERSION}-linux-{machine()}"
    root = fresh(BUILD / "tar" / with_model("program", model=model))
    copy_program(root / "lib" / "firsthand", model=model)
    desktop_files(root)
    (root / "bin").mkdir()
    (root / "bin" / "firsthand").symlink_to("../lib/firsthand/firsthand")
    settle(root)
    target = DIST / f"{name}.tar.zst"
    press = zstandard.ZstdCompressor(level=3 if os.environ.get("FIRSTHAND_QUICK") else 19, threads=2)
    with (
        target.open("wb") as file,
        press.stream_writer(file) as pressed,
        tarfile.open(fileobj=pressed, mode="w|") as out,
    ):
        for path in [root, *sorted(root.rglob("*"))]:
            out.add(path, (PurePosixPath(name) / path.relative_to(root)).as_posix(), recursive=False, filter=_nobodys)
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
