"""Packages for Windows: the installer (NSIS, for one person, no administrator) and a portable zip.

Works on any system that has makensis; the frozen program comes from Windows. An installer signs nothing by itself: the
release does, where there is a certificate.
"""

import shutil
import zipfile
from datetime import UTC, datetime
from pathlib import Path

from layout import BUILD, DIST, HERE, ICONS, VERSION, copy_program, epoch, fresh, put, run, with_model

PORTABLE = "As long as this file lies here, everything is kept in the folder “Firsthand data” beside it.\r\n"

VERSION_FILE = """\
VSVersionInfo(
  ffi=FixedFileInfo({numbers}, {numbers}, mask=0x3F, flags=0, OS=0x40004, fileType=1, subtype=0, date=(0, 0)),
  kids=[
    StringFileInfo([StringTable("040904B0", [
      StringStruct("CompanyName", "The Firsthand authors"),
      StringStruct("FileDescription", "Firsthand"),
      StringStruct("FileVersion", "{version}"),
      StringStruct("InternalName", "firsthand"),
      StringStruct("LegalCopyright", "© 2026 The Firsthand authors. MIT licence."),
      StringStruct("OriginalFilename", "firsthand.exe"),
      StringStruct("ProductName", "Firsthand"),
      StringStruct("ProductVersion", "{version}"),
    ])]),
    VarFileInfo([VarStruct("Translation", [0x0409, 1200])]),
  ],
)
"""


def version_file(folder: Path) -> dict[str, str]:
    """Write what Windows shows as the properties of the program; how the freeze is told where."""
    target = folder / "version.txt"
    numbers = tuple(int(part) for part in [*VERSION.split("."), "0", "0", "0"][:4])
    put(target, VERSION_FILE.format(numbers=numbers, version=VERSION))
    return {"FIRSTHAND_VERSION_FILE": str(target)}


def setup(*, model: bool) -> Path:
    """Build the installer with or without the built-in model; where it is."""
    name = with_model("Firsthand", model=model)
    source = BUILD / "windows" / name
    shutil.rmtree(source, ignore_errors=True)
    copy_program(source, model=model)
    return compile_setup(source, DIST / f"{name}-{VERSION}-setup.exe")


def compile_setup(source: Path, target: Path, *definitions: str) -> Path:
    """Compile an installer of the program folder ``source``; where it is."""
    run(
        "makensis",
        "-V2",
        "-NOCD",
        f"-DVERSION={VERSION}",
        f"-DSOURCE={source}",
        f"-DTARGET={target}",
        f"-DICON={ICONS / 'firsthand.ico'}",
        f"-DLICENCE={HERE.parent / 'LICENSE'}",
        *definitions,
        HERE / "windows" / "setup.nsi",
    )
    return target


def portable(*, model: bool) -> Path:
    """Build the zip that runs from any folder; where it is."""
    name = f"{with_model('Firsthand', model=model)}-{VERSION}-portable"
    root = fresh(BUILD / "portable") / name
    copy_program(root, model=model)
    (root / "portable.txt").write_text(PORTABLE, "utf-8", newline="")
    target = DIST / f"{name}.zip"
    moment = datetime.fromtimestamp(epoch(), UTC).timetuple()[:6]
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as out:
        for path in sorted(path for path in root.rglob("*") if path.is_file()):
            entry = zipfile.ZipInfo(path.relative_to(root.parent).as_posix(), moment)
            entry.compress_type = zipfile.ZIP_DEFLATED
            out.writestr(entry, path.read_bytes())
    return target
