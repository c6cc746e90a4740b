"""Where the files that travel with the program stand.

In an installed program they lie inside the package; in a working copy of the repository they lie at its top level. This
module knows that and nothing else: rooms ask it for a path and read the file themselves.
"""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def resource(*parts: str) -> Path:
    """The path of a shipped file or folder, for example ``resource("report", "page.html")``.

    Raises FileNotFoundError if it is not there, which means a broken installation.
    """
    for root in (_PACKAGE / "resources", _PACKAGE.parent.parent / "resources"):
        path = root.joinpath(*parts)
        if path.exists():
            return path
    raise FileNotFoundError(
        f"Firsthand's own file {'/'.join(parts)} is missing; installing Firsthand again brings it back."
    )
