"""Makes the installers: ``uv run --group packaging packaging/build.py [--target deb|tar|appimage|windows|zip|dmg]``.

Freezes the program for the system it runs on, then packs it, with the built-in model and without; what it made
stands in dist/, with checksums and the bill of materials. docs/packaging.md tells the rest.
"""

import argparse
import hashlib
import os
import platform
import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import debian
import linux_packages
import mac_packages
import windows_packages
from layout import BUILD, DIST, FROZEN, HERE, VERSION, run

Maker = Callable[..., Path]
TARGETS: dict[str, dict[str, Maker]] = {
    "Linux": {"deb": debian.deb, "tar": linux_packages.tar, "appimage": linux_packages.appimage},
    "Windows": {"windows": windows_packages.setup, "zip": windows_packages.portable},
    "Darwin": {"dmg": mac_packages.dmg},
}


def freeze() -> None:
    """Freeze the program into build/frozen."""
    began = time.monotonic()
    (BUILD / "work").mkdir(parents=True, exist_ok=True)
    more = windows_packages.version_file(BUILD) if platform.system() == "Windows" else {}
    command = [sys.executable, "-m", "PyInstaller", "-y", "--log-level", "WARN", "--distpath", FROZEN.parent]
    run(*command, "--workpath", BUILD / "work", HERE / "firsthand.spec", **more)
    print(f"frozen in {time.monotonic() - began:.0f} s: {megabytes(FROZEN)} MB in {FROZEN}")


def megabytes(path: Path) -> str:
    """The size of a file or folder in millions of bytes."""
    files = [path] if path.is_file() else [each for each in path.rglob("*") if each.is_file() and not each.is_symlink()]
    return f"{sum(file.stat().st_size for file in files) / 1e6:.1f}"


def checksums() -> None:
    """Write SHA256SUMS over everything in dist/, and lay the bills of materials beside it."""
    licences = next(FROZEN.rglob("licences"))
    for bill in sorted(licences.glob("*.cdx.json")):
        shutil.copyfile(bill, DIST / f"firsthand-{VERSION}-{bill.name}")
    files = [file for file in sorted(DIST.iterdir()) if file.is_file() and file.name != "SHA256SUMS"]
    lines = [f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in files]
    (DIST / "SHA256SUMS").write_text("".join(lines), "utf-8", newline="\n")


def main() -> None:
    """Do what the arguments ask for."""
    makers = TARGETS[platform.system()]
    parser = argparse.ArgumentParser(description="Make Firsthand's installers for this system.")
    parser.add_argument(
        "--target", choices=["all", "frozen", *(name for each in TARGETS.values() for name in each)], default="all"
    )
    parser.add_argument(
        "--model", choices=["both", "with", "without"], default="both", help="the built-in model inside"
    )
    parser.add_argument("--reuse", action="store_true", help="pack what was frozen before")
    parser.add_argument("--quick", action="store_true", help="press little: only for trying the packages")
    options = parser.parse_args()
    if options.quick:
        os.environ["FIRSTHAND_QUICK"] = "1"
    if options.target not in {"all", "frozen", *makers}:
        parser.error(f"{options.target} is made on another system; here: {', '.join(makers)}")
    if not (options.reuse and FROZEN.exists()):
        freeze()
    DIST.mkdir(exist_ok=True)
    wanted = {"all": list(makers), "frozen": []}.get(options.target, [options.target])
    for target in wanted:
        for model in {"both": (False, True), "with": (True,), "without": (False,)}[options.model]:
            began = time.monotonic()
            made = makers[target](model=model)
            print(f"{made.name}: {megabytes(made)} MB, {time.monotonic() - began:.0f} s", flush=True)
    checksums()


if __name__ == "__main__":
    main()
