"""Places a .deb can be installed into without touching this system, and a person there who has nothing but a home.

`Debian` is a whole one, made by debootstrap, in which apt finds what the package asks for: it shows that nothing is
forgotten, and takes minutes. `Bare` is an empty folder with dpkg's own books in it, on top of the libraries of this
system: it shows everything else, takes seconds, and needs no rights to mount. Both need root.
"""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from subprocess import CompletedProcess
from typing import Protocol

from trying import call, expect

USER, HOMES = "writer", "home/дом of Žofie"
_NOBODY_KNOWN = 61_461
"""A user of this number is in no list of users."""


class Root(Protocol):
    """A place to install into."""

    folder: Path

    def install(self, package: Path) -> None:
        """Install a package, or the same one over itself."""

    def purge(self, name: str) -> None:
        """Remove a package with everything it brought."""

    def changed(self, name: str) -> str:
        """What dpkg finds changed of an installed package's files; nothing, if all is well."""

    def program(self, *arguments: str, home: str, **environment: str) -> list[str]:
        """The command that runs the installed program as the person, with this home below ``HOMES``."""

    def outside(self, path: str) -> Path:
        """Where a path that the program sees lies for us."""

    def account(self, name: str) -> str:
        """Where the program can write a self-test's account, as it sees it."""

    def home(self, name: str) -> Path:
        """A new, empty home, as it lies for us."""


class Bare:
    """A folder with dpkg's books and nothing else."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        shutil.rmtree(folder, ignore_errors=True)
        for part in ("updates", "info", "triggers"):
            (folder / "var/lib/dpkg" / part).mkdir(parents=True)
        (folder / "var/lib/dpkg/status").touch()
        (folder / "scratch").mkdir()
        (folder / "scratch").chmod(0o777)

    def install(self, package: Path) -> None:
        done = self._dpkg("--force-depends", "--install", str(package))
        expect(done.returncode == 0, "dpkg installs it")

    def purge(self, name: str) -> None:
        expect(self._dpkg("--purge", name).returncode == 0, "dpkg purges it")

    def changed(self, name: str) -> str:
        done = self._dpkg("--verify", name)
        return done.stdout or ("dpkg cannot tell" if done.returncode else "")

    def program(self, *arguments: str, home: str, **environment: str) -> list[str]:
        number = str(_NOBODY_KNOWN)
        inside = [f"{name}={value}" for name, value in environment.items()]
        who = ["setpriv", f"--reuid={number}", f"--regid={number}", "--clear-groups", "--no-new-privs"]
        bare = ["env", "-i", "PATH=/usr/bin:/bin", "LANG=C.UTF-8", f"HOME={self.folder / HOMES / home}", *inside]
        return [*who, *bare, str(self.folder / "usr/bin/firsthand"), *arguments]

    def account(self, name: str) -> str:
        return str(self.folder / "scratch" / f"{name}-self-test.json")

    def outside(self, path: str) -> Path:
        return Path(path)

    def home(self, name: str) -> Path:
        place = self.folder / HOMES / name
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(parents=True)
        os.chown(place, _NOBODY_KNOWN, _NOBODY_KNOWN)
        return place

    def _dpkg(self, *arguments: str) -> CompletedProcess[str]:
        return call("dpkg", f"--root={self.folder}", *arguments)


class Debian:
    """A Debian in a folder, entered with mounts of its own that end with each command."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        if not (folder / "etc" / "debian_version").exists():
            release = dict(line.split("=") for line in Path("/etc/os-release").read_text("utf-8").split("\n") if line)
            name = release["VERSION_CODENAME"].strip('"')
            expect(call("debootstrap", "--variant=minbase", name, folder).returncode == 0, f"a clean {name}")
        for part in ("sources.list", "sources.list.d", "apt.conf.d", "auth.conf.d", "preferences.d"):
            self._take_over(Path("/etc/apt") / part)
        self._run("apt-get", "update", "-qq")

    def _take_over(self, path: Path) -> None:
        """Have packages come from where this machine's come from."""
        target = self.folder / path.relative_to("/")
        if path.is_dir():
            shutil.copytree(path, target, dirs_exist_ok=True)
        elif path.exists():
            shutil.copyfile(path, target)

    def install(self, package: Path) -> None:
        shutil.copyfile(package, self.folder / "tmp" / package.name)
        install = ["apt-get", "install", "-qq", "-y", "--reinstall", "--no-install-recommends", f"/tmp/{package.name}"]
        done = self._run(*install, "shared-mime-info", "desktop-file-utils")
        expect(done.returncode == 0, "apt installs it")
        known = (self.folder / "usr/share/mime/globs2").read_text("utf-8")
        expect(":application/x-firsthand-manuscript:manuscript.toml" in known, "a manuscript has its MIME type")
        cache = (self.folder / "usr/share/applications/mimeinfo.cache").read_text("utf-8")
        opens = "application/x-firsthand-manuscript=firsthand.desktop" in cache
        expect(opens, "a double click opens it in Firsthand")

    def purge(self, name: str) -> None:
        expect(self._run("apt-get", "purge", "-qq", "-y", name).returncode == 0, "apt purges it")

    def changed(self, name: str) -> str:
        done = self._run("dpkg", "-V", name)
        return done.stdout or ("dpkg cannot tell" if done.returncode else "")

    def program(self, *arguments: str, home: str, **environment: str) -> list[str]:
        environment = {"HOME": f"/{HOMES}/{home}", **environment}
        return self._command("firsthand", *arguments, user=USER, environment=environment)

    def account(self, name: str) -> str:
        return f"/tmp/{name}-self-test.json"

    def outside(self, path: str) -> Path:
        return self.folder / path.lstrip("/")

    def home(self, name: str) -> Path:
        if USER not in (self.folder / "etc" / "passwd").read_text("utf-8"):
            self._run("useradd", "--home-dir", f"/{HOMES}", "--create-home", USER)
        place = self.folder / HOMES / name
        shutil.rmtree(place, ignore_errors=True)
        self._run("install", "-d", "-o", USER, f"/{HOMES}/{name}")
        return place

    def _run(self, *command: str) -> CompletedProcess[str]:
        return call(*self._command(*command))

    def _command(self, *command: str, user: str = "", environment: Mapping[str, str] | None = None) -> list[str]:
        """The command that runs another one inside."""
        place = str(self.folder)
        mounts = f"mount -t proc proc '{place}/proc' && mount --bind /tmp/.X11-unix '{place}/tmp/.X11-unix'"
        inside = ["env", "-i", "PATH=/usr/sbin:/usr/bin:/sbin:/bin", "LANG=C.UTF-8", "DEBIAN_FRONTEND=noninteractive"]
        inside += [f"{name}={value}" for name, value in (environment or {}).items()]
        who = [f"--userspec={user}:{user}"] if user else []
        (self.folder / "tmp" / ".X11-unix").mkdir(exist_ok=True)
        enter = ["unshare", "--mount", "sh", "-c", f'{mounts} && exec "$@"', "sh", "chroot", *who, place]
        return [*enter, *inside, *command]
