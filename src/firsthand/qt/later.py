"""Parts of a window that are made when they are first wanted, so that no start waits for them.

Knows nothing of what a part is: the window's method makes it, imports it there, and gives it what it needs to know by
then; whoever has to do with it without wanting it asks whether it is made, or is told when it is.
"""

from collections.abc import Callable
from typing import Any, Generic, Self, TypeVar, overload

P = TypeVar("P")


class later(Generic[P]):  # noqa: N801 - stands where a property would
    """Decorates the method that makes a part; the first look at the attribute calls it, once for each window."""

    def __init__(self, make: Callable[[Any], P]) -> None:
        self.__doc__ = make.__doc__
        self._make = make

    def __set_name__(self, _owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, window: None, kind: type) -> Self: ...

    @overload
    def __get__(self, window: object, kind: type) -> P: ...

    def __get__(self, window: object | None, kind: type) -> Self | P:
        if window is None:
            return self
        part = vars(window)[self._name] = self._make(window)  # from now on found there, before this is asked
        for tell in vars(window).pop(self._waiting, ()):
            tell(part)
        return part

    def made(self, window: object) -> P | None:
        """The part of this window if it is made, else None."""
        part: P | None = vars(window).get(self._name)
        return part

    def when_made(self, window: object, tell: Callable[[P], object]) -> None:
        """Call ``tell`` with the part of this window when it is made; at once if it is."""
        part = self.made(window)
        if part is not None:
            tell(part)
        else:
            vars(window).setdefault(self._waiting, []).append(tell)

    @property
    def _waiting(self) -> str:
        return f"{self._name} is wanted by"
