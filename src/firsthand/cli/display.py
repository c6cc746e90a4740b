"""Whether a window can be shown, found out before Qt is asked, which would abort."""

import re
import socket
from collections.abc import Mapping
from pathlib import Path


def why_no_display(environment: Mapping[str, str], platform: str) -> str | None:
    """A sentence saying why no window can be shown, or None if one can (as far as can be told)."""
    if platform in ("win32", "darwin") or environment.get("QT_QPA_PLATFORM", "").split(":")[0] not in ("", "xcb"):
        return None
    wayland, display = environment.get("WAYLAND_DISPLAY", ""), environment.get("DISPLAY", "")
    if wayland and _opens(str(Path(environment.get("XDG_RUNTIME_DIR", "/nowhere")) / wayland)):
        return None
    if not display:
        return f"No Wayland display answers at {wayland}." if wayland else "There is no display to open a window on."
    local = re.fullmatch(r"(?:unix)?:(\d+)(?:\.\d+)?", display)
    if local and not _answers(int(local[1])):
        return f"No display answers at DISPLAY={display}."
    return None


def _answers(number: int) -> bool:
    path = f"/tmp/.X11-unix/X{number}"  # noqa: S108 -- where X servers put their sockets
    names = [f"\0{path}", *([path] if Path(path).exists() else [])]
    return any(map(_opens, names))


def _opens(name: str) -> bool:
    """Whether a socket of this name answers."""
    with socket.socket(socket.AF_UNIX) as door:
        try:
            door.connect(name)
        except OSError:
            return False
    return True
