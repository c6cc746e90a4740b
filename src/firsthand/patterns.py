"""Patterns that are compiled when they are first used.

Compiling one takes up to a few milliseconds, and the program has dozens of them, most of which a start never asks for.
What a pattern finds is known where it is written.
"""

import re
from collections.abc import Callable
from functools import cache
from typing import AnyStr


def late(expression: AnyStr, flags: int = 0) -> Callable[[], re.Pattern[AnyStr]]:
    """What gives the pattern of this expression, compiled at the first call and kept; then re.error if it is none."""
    return cache(lambda: re.compile(expression, flags))
