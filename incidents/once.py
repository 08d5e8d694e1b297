"""What is worked out once for an object and kept with it, while other objects wait for nothing."""

from __future__ import annotations

from functools import cached_property
from typing import Any, Self, TypeVar, overload

T = TypeVar("T")


class once(cached_property[T]):  # noqa: N801 - used as a decorator, as what it comes from
    """A ``cached_property`` without the lock that Python 3.11 holds over all objects of a class.

    With it, whoever asks for rows of a view waits until those of every other view are there. Two
    threads that ask the same object at the same moment may both work it out, to the same end.

    >>> class Square:
    ...     side = 3
    ...
    ...     @once
    ...     def area(self) -> int:
    ...         print("worked out")
    ...         return self.side**2
    >>> one = Square()
    >>> one.area, one.area
    worked out
    (9, 9)
    """

    @overload
    def __get__(self, instance: None, owner: type[Any] | None = None) -> Self: ...
    @overload
    def __get__(self, instance: object, owner: type[Any] | None = None) -> T: ...
    def __get__(self, instance: Any, owner: type[Any] | None = None) -> Any:
        """Return the value kept with an object; the first time, work it out."""
        if instance is None:
            return self
        assert self.attrname is not None
        value = instance.__dict__[self.attrname] = self.func(instance)
        return value
