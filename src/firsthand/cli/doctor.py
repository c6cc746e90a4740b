"""What ``firsthand doctor`` says: enough to help someone from afar, and no secret, no word of a manuscript."""

import importlib.metadata
import os
import platform
import sys
from collections.abc import Iterator

from firsthand import __version__
from firsthand.cli.display import why_no_display
from firsthand.companion import Keys, describe_builtin
from firsthand.desk import places
from firsthand.desk.author_key import known_key

_PACKAGES = ("PySide6-Essentials", "openai", "keyring", "platformdirs", "markdown", "msgspec", "zstandard", "jinja2")


def findings() -> Iterator[tuple[str, str]]:
    """Pairs of a name and what was found."""
    yield "Firsthand", __version__
    yield "Python", f"{platform.python_version()} ({sys.executable})"
    yield "System", platform.platform()
    for package in _PACKAGES:
        yield package, _version(package)
    yield "Display", why_no_display(os.environ, sys.platform) or "a window can be shown"
    yield "Built-in model", describe_builtin()
    yield "Keys", Keys().where()
    key = known_key()
    yield "Author's key", f"{key.fingerprint}. {key.said}" if key.fingerprint else key.said
    yield "Manuscripts", str(places.manuscripts_folder())
    yield "Settings", str(places.settings_folder())
    yield "Log", str(places.log_folder())


def _version(package: str) -> str:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return "not installed"
