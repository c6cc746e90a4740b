"""Tries packages as a person would.

Run as ``python packaging/check_installer.py [--bare] [--root DIR] [--out DIR] PACKAGE...``. A .deb goes into a clean
Debian (DIR, or one that debootstrap makes; as root) with apt, or with --bare into an empty folder (`roots`). The
self-test runs there as a bare user with an empty home, then the program is opened, written in and closed; the package
is installed over itself and purged, and the manuscripts must still be there. Installers of Windows and macOS go the
same way on their own systems; a .tar.zst is unpacked and tried. Every line printed is one thing that holds; the first
that does not ends it with 1. Pictures and accounts go to --out.
"""

import argparse
import os
import platform
import shutil
import subprocess
import tarfile
import tempfile
import time
from pathlib import Path

import zstandard
from roots import Bare, Debian, Root
from trying import call, check_account, expect, screen, wait_for_window

# ---- Debian


def check_deb(package: Path, root: Root, out: Path) -> None:
    """Install, try, open, install again, purge."""
    name = package.name.split("_")[0]
    home = root.home(name)
    began = time.monotonic()
    root.install(package)
    print(f"     in {time.monotonic() - began:.0f} s")
    expect(not root.changed(name), "dpkg -V finds nothing changed")
    with screen() as display:
        try_as_user(root, display, out, name, model="with-model" in name)
        expect(not any(home.rglob("*irsthand*")), "the self-test leaves nothing in the home")
        before = open_and_close(root, home, display, out)
    root.install(package)
    root.purge(name)
    left = [path for path in (root.folder / "usr").rglob("*irsthand*") if "dpkg" not in path.parts]
    expect(not left, f"nothing of it is left {[str(path) for path in left[:5]]}")
    expect(before and {path for path in home.rglob("*") if path.is_file()} >= before, "the manuscripts are still there")


def try_as_user(root: Root, display: str, out: Path, name: str, *, model: bool) -> None:
    """The self-test as a user who has nothing but a home."""
    account = root.account(name)
    done = call(*root.program("--self-test", account, home=name, DISPLAY=display))
    inside = root.outside(account)
    for file in (inside, inside.with_suffix(".png")):
        if file.exists():
            shutil.copyfile(file, out / file.name)
    check_account(inside, model=model)
    expect(done.returncode == 0, "the self-test ends with 0")


def open_and_close(root: Root, home: Path, display: str, out: Path) -> set[Path]:
    """Open the program as at a first start, look at it, close it; the files of the manuscript that it opened."""
    command = root.program(home=home.name, DISPLAY=display)
    program = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        window = wait_for_window(display, "Firsthand")
        expect(window, "the first start shows the welcome page")
        call("xdotool", "windowfocus", "--sync", window, "sleep", "2", "key", "ctrl+alt+o", DISPLAY=display)
        expect(wait_for_window(display, "The Salt Ledger"), "the sample novel opens from there")
        call("xdotool", "sleep", "2", DISPLAY=display)
        if shutil.which("import"):
            call("import", "-window", "root", out / f"{home.name}-installed.png", DISPLAY=display)
        call("xdotool", "type", "--delay", "30", "Ink.", DISPLAY=display)
        call("xdotool", "sleep", "2", "key", "ctrl+q", DISPLAY=display)
        expect(program.wait(30) == 0, "it takes keys and closes")
    finally:
        if program.poll() is None:
            program.kill()
    novel = home / "Documents" / "Firsthand" / "The Salt Ledger"
    expect(any("Ink." in scene.read_text("utf-8") for scene in novel.rglob("*.md")), "what was typed is in the file")
    return {path for path in novel.rglob("*") if path.is_file()}


# ---- what is unpacked or copied


def check_program(program: Path, out: Path, *, model: bool) -> None:
    """The self-test of a program in a folder, with an empty home."""
    with tempfile.TemporaryDirectory() as home:
        account = out / f"{program.parent.name}-self-test.json"
        bare = {"HOME": home, "USERPROFILE": home} if platform.system() != "Windows" else {}
        done = call(program, "--self-test", account, **bare)
        check_account(account, model=model)
        expect(done.returncode == 0, "the self-test ends with 0")


def check_tar(package: Path, out: Path) -> None:
    """Unpack anywhere and try."""
    with tempfile.TemporaryDirectory() as folder, screen() as display:
        press = zstandard.ZstdDecompressor()
        with (
            package.open("rb") as file,
            press.stream_reader(file) as stream,
            tarfile.open(fileobj=stream, mode="r|") as entries,
        ):
            entries.extractall(folder, filter="tar")
        os.environ["DISPLAY"] = display
        check_program(next(Path(folder).glob("*/bin/firsthand")), out, model="with-model" in package.name)


def check_setup(package: Path, out: Path) -> None:
    """On Windows: install in silence, try, install over a stale file, remove; what is not ours stays."""
    place = Path(os.environ["LOCALAPPDATA"]) / "Programs" / "Firsthand"
    expect(call(package, "/S").returncode == 0 and (place / "firsthand.exe").exists(), "it installs in silence")
    check_program(place / "firsthand.exe", out, model="with-model" in package.name)
    stale, kept = place / "_internal" / "stale.py", place / "my novel.txt"
    stale.touch()
    kept.write_text("words", "utf-8")
    expect(call(package, "/S").returncode == 0 and not stale.exists(), "an update leaves nothing stale")
    call(place / "Uninstall.exe", "/S", f"_?={place}")
    expect(not (place / "firsthand.exe").exists() and not (place / "_internal").exists(), "it is removed")
    expect(kept.read_text("utf-8") == "words", "a file of the author's in its folder is kept")


def check_image(package: Path, out: Path) -> None:
    """On macOS: copy the program from the image and try it."""
    with tempfile.TemporaryDirectory() as folder:
        mounted, app = Path(folder) / "image", Path(folder) / "Firsthand.app"
        expect(call("hdiutil", "attach", "-nobrowse", "-mountpoint", mounted, package).returncode == 0, "it opens")
        shutil.copytree(mounted / "Firsthand.app", app, symlinks=True)
        call("hdiutil", "detach", mounted)
        check_program(app / "Contents" / "MacOS" / "firsthand", out, model="with-model" in package.name)


def main() -> None:
    """Try every package named."""
    parser = argparse.ArgumentParser(description="Try Firsthand's packages.")
    parser.add_argument("packages", nargs="+", type=Path)
    parser.add_argument("--root", type=Path, default=Path(tempfile.gettempdir()) / "firsthand-clean-root")
    parser.add_argument(
        "--bare", action="store_true", help="a .deb goes into an empty folder, on this system's libraries"
    )
    parser.add_argument("--out", type=Path, default=Path("build/checked"))
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    for package in options.packages:
        print(f"== {package.name}", flush=True)
        if package.suffix == ".deb":
            check_deb(package, Bare(options.root) if options.bare else Debian(options.root), options.out)
            continue
        checks = {".zst": check_tar, ".exe": check_setup, ".dmg": check_image}
        checks[package.suffix](package, options.out.absolute())


if __name__ == "__main__":
    main()
