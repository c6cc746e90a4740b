"""Tries packages as a person would: ``python packaging/check_installer.py [--root DIR] [--out DIR] PACKAGE...``.

A .deb goes into a clean Debian (DIR, or one that debootstrap makes; as root) with apt, the self-test runs there as a
bare user with an empty home, then the program is opened and closed again; it is installed over itself and purged, and
the manuscripts must still be there. Installers of Windows and macOS go the same way on their own systems; a .tar.zst is
unpacked and tried. Every line printed is one thing that holds; the first that does not ends it with 1. Pictures and
accounts go to --out.
"""

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import zstandard

USER, HOMES = "writer", "home/дом of Žofie"
MINUTES = 8


def expect(holds: object, what: str) -> None:
    """Say that something holds, or end."""
    print(f"{'ok  ' if holds else 'FAIL'} {what}", flush=True)
    if not holds:
        raise SystemExit(1)


def call(*command: str | Path, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a command to its end, its words kept."""
    surroundings = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", **more}
    parts = [str(part) for part in command]
    done = subprocess.run(parts, env=surroundings, capture_output=True, text=True, timeout=MINUTES * 60, check=False)
    if done.returncode:
        print((done.stdout + done.stderr)[-3000:], file=sys.stderr)
    return done


def check_account(file: Path, *, model: bool) -> None:
    """Hold the self-test's account against what the package should hold."""
    told = json.loads(file.read_text("utf-8"))
    for step in told["steps"]:
        expect(not step["wrong"], f"self-test: {step['name']} ({step['seconds']} s) {step['wrong']}".strip())
    expect(told["passed"] and told["frozen"], f"self-test passed, frozen, {told['facts'].get('platform')}")
    expect(told["facts"]["model"] == ("installed" if model else "not installed"), "the model is there as it should be")


@contextmanager
def screen() -> Iterator[str]:
    """A display of its own on Linux; its name."""
    ours, theirs = os.pipe()
    command = ["Xvfb", "-displayfd", str(theirs), "-screen", "0", "1440x900x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[theirs], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(theirs)
    try:
        with os.fdopen(ours) as line:
            yield f":{line.readline().strip()}"
    finally:
        server.terminate()
        server.wait(10)


# ---- Debian


class Root:
    """A Debian in a folder, entered with mounts of its own that end with each command."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        if not (folder / "etc" / "debian_version").exists():
            release = dict(line.split("=") for line in Path("/etc/os-release").read_text("utf-8").split("\n") if line)
            name = release["VERSION_CODENAME"].strip('"')
            expect(call("debootstrap", "--variant=minbase", name, folder).returncode == 0, f"a clean {name}")
        for part in ("sources.list", "sources.list.d", "apt.conf.d", "auth.conf.d", "preferences.d"):
            self._take_over(Path("/etc/apt") / part)

    def _take_over(self, path: Path) -> None:
        """Have packages come from where this machine's come from."""
        target = self.folder / path.relative_to("/")
        if path.is_dir():
            shutil.copytree(path, target, dirs_exist_ok=True)
        elif path.exists():
            shutil.copyfile(path, target)

    def command(self, *command: str, user: str = "", environment: Mapping[str, str] | None = None) -> list[str]:
        """The command that runs another one inside."""
        place = str(self.folder)
        mounts = f"mount -t proc proc '{place}/proc' && mount --bind /tmp/.X11-unix '{place}/tmp/.X11-unix'"
        inside = ["env", "-i", "PATH=/usr/sbin:/usr/bin:/sbin:/bin", "LANG=C.UTF-8", "DEBIAN_FRONTEND=noninteractive"]
        inside += [f"{name}={value}" for name, value in (environment or {}).items()]
        who = [f"--userspec={user}:{user}"] if user else []
        (self.folder / "tmp" / ".X11-unix").mkdir(exist_ok=True)
        return [
            "unshare",
            "--mount",
            "sh",
            "-c",
            f'{mounts} && exec "$@"',
            "sh",
            "chroot",
            *who,
            place,
            *inside,
            *command,
        ]

    def run(self, *command: str, user: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
        """Run a command inside."""
        return call(*self.command(*command, user=user, environment=environment))

    def home(self, name: str) -> Path:
        """An empty home for trying one package, of a user who has nothing else."""
        if USER not in (self.folder / "etc" / "passwd").read_text("utf-8"):
            self.run("useradd", "--home-dir", f"/{HOMES}", "--create-home", USER)
        place = self.folder / HOMES / name
        shutil.rmtree(place, ignore_errors=True)
        self.run("install", "-d", "-o", USER, f"/{HOMES}/{name}")
        return place


def check_deb(package: Path, folder: Path, out: Path) -> None:
    """Install, try, open, install again, purge."""
    root, name = Root(folder), package.name.split("_")[0]
    home = root.home(name)
    shutil.copyfile(package, root.folder / "tmp" / package.name)
    root.run("apt-get", "update", "-qq")
    began = time.monotonic()
    install = ("apt-get", "install", "-qq", "-y", "--no-install-recommends", f"/tmp/{package.name}")
    installed = root.run(*install, "shared-mime-info", "desktop-file-utils")
    expect(installed.returncode == 0, f"apt installs it in {time.monotonic() - began:.0f} s")
    verified = root.run("dpkg", "-V", name)
    expect((verified.returncode, verified.stdout) == (0, ""), "dpkg -V finds nothing changed")
    known = (root.folder / "usr/share/mime/globs2").read_text("utf-8"), root.folder / "usr/share/applications"
    expect(":application/x-firsthand-manuscript:manuscript.toml" in known[0], "a manuscript has its MIME type")
    cache = (known[1] / "mimeinfo.cache").read_text("utf-8")
    expect("application/x-firsthand-manuscript=firsthand.desktop" in cache, "a double click opens it in Firsthand")
    with screen() as display:
        try_as_user(root, display, out, name, model="with-model" in name)
        before = open_and_close(root, display, out, name)
    expect(root.run(*install, "--reinstall").returncode == 0, "apt installs it over itself")
    expect(root.run("apt-get", "purge", "-qq", "-y", name).returncode == 0, "apt purges it")
    left = [path for path in (root.folder / "usr").rglob("*irsthand*") if "dpkg" not in path.parts]
    expect(not left, f"nothing of it is left {[str(path) for path in left[:5]]}")
    expect(before and {path for path in home.rglob("*") if path.is_file()} >= before, "the manuscripts are still there")


def try_as_user(root: Root, display: str, out: Path, name: str, *, model: bool) -> None:
    """The self-test as a user who has nothing but a home."""
    account = f"/tmp/{name}-self-test.json"
    surroundings = {"HOME": f"/{HOMES}/{name}", "DISPLAY": display}
    done = root.run("firsthand", "--self-test", account, user=USER, **surroundings)
    inside = root.folder / account[1:]
    for file in (inside, inside.with_suffix(".png")):
        if file.exists():
            shutil.copyfile(file, out / file.name)
    check_account(inside, model=model)
    expect(done.returncode == 0, "the self-test ends with 0")
    expect(not any((root.folder / HOMES / name).rglob("*irsthand*")), "the self-test leaves nothing in the home")


def open_and_close(root: Root, display: str, out: Path, name: str) -> set[Path]:
    """Open the program as at a first start, look at it, close it; the files of the manuscript that it opened."""
    command = root.command("firsthand", user=USER, environment={"HOME": f"/{HOMES}/{name}", "DISPLAY": display})
    program = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        window = wait_for_window(display, "The Salt Ledger")
        expect(window, "the first start opens the sample novel")
        call("xdotool", "windowfocus", "--sync", window, "sleep", "2", DISPLAY=display)
        call("import", "-window", "root", out / f"{name}-installed.png", DISPLAY=display)
        call("xdotool", "type", "--delay", "30", "Ink.", DISPLAY=display)
        call("xdotool", "sleep", "2", "key", "ctrl+q", DISPLAY=display)
        expect(program.wait(30) == 0, "it takes keys and closes")
    finally:
        if program.poll() is None:
            program.kill()
    novel = root.folder / HOMES / name / "Documents" / "Firsthand" / "The Salt Ledger"
    expect(any("Ink." in scene.read_text("utf-8") for scene in novel.rglob("*.md")), "what was typed is in the file")
    return {path for path in novel.rglob("*") if path.is_file()}


def wait_for_window(display: str, title: str) -> str:
    """The window of this title, or nothing after a minute."""
    for _ in range(60):
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--name", title],
            env={**os.environ, "DISPLAY": display},
            capture_output=True,
            text=True,
            check=False,
        ).stdout.split()
        if found:
            return found[-1]
        time.sleep(1)
    return ""


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
    parser.add_argument("--out", type=Path, default=Path("build/checked"))
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    for package in options.packages:
        print(f"== {package.name}", flush=True)
        if package.suffix == ".deb":
            check_deb(package, options.root, options.out)
            continue
        checks = {".zst": check_tar, ".exe": check_setup, ".dmg": check_image}
        checks[package.suffix](package, options.out.absolute())


if __name__ == "__main__":
    main()
