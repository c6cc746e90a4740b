"""Whether a window can be shown, found out before Qt is asked, which would abort."""

import re
import socket
from collections.abc import Mapping
from pathlib import Path


def why_no_display(environment: Mapping[str, str], platform: str) -> str | None:
    """A sentence saying why no window can be shown, or None if one can (as far as can be told)."""
    if platform in ("win32", "darwin") or environment.get("QT_QPA_PLATFORM", "").split(":")[0] not in ("", "xcb"):
        return None
    if environment.get("WAYLAND_DISPLAY"):
        return None
    display = environment.get("DISPLAY", "")
    if not display:
        return "There is no display to open a window on."
    local = re.fullmatch(r"(?:unix)?:(\d+)(?:\.\d+)?", display)
    if local and not _answers(int(local[1])):
        return f"No display answers at DISPLAY={display}."
    return None


def _answers(number: int) -> bool:
    path = f"/tmp/.X11-unix/X{number}"  # noqa: S108 -- where X servers put their sockets
    names = [f"\0{path}", *([path] if Path(path).exists() else [])]
    for name in names:
        with socket.socket(socket.AF_UNIX) as door:
            try:
                door.connect(name)
            except OSError:
                continue
            return True
    return False
