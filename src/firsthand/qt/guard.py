"""The one handler in which every override of a Qt virtual ends.

An exception that leaves a Python override and enters Qt's C++ can end the process, and with it the sitting. Here it is
logged and the override answers with its fallback; the words are safe, because the draft and not the widget holds them.
"""

import logging
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

_log = logging.getLogger("firsthand.qt")

P = ParamSpec("P")
R = TypeVar("R")
S = TypeVar("S")


def guarded(fallback: R) -> Callable[[Callable[Concatenate[S, P], R]], Callable[Concatenate[S, P], R]]:
    """Decorate an override so that nothing is raised into Qt; ``fallback`` is answered when it fails."""

    def decorate(method: Callable[Concatenate[S, P], R]) -> Callable[Concatenate[S, P], R]:
        @wraps(method)
        def call(self: S, /, *args: P.args, **kwargs: P.kwargs) -> R:
            try:
                return method(self, *args, **kwargs)
            except Exception:  # noqa: BLE001 - what leaves here would end the process
                _log.exception("%s failed; the page goes on", method.__qualname__)
                return fallback

        return call

    return decorate
