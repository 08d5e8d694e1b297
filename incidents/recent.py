"""What was worked out lately, shared by all readers and bounded: what was asked longest ago goes.

The bound is small on purpose. A server is left running for months, and what fills up slowly looks
just like a leak and takes the place of what readers need.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable, Mapping
from typing import Generic, TypeVar

from cachetools import LRUCache

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Recent(Generic[K, V]):
    """Values by key that weigh at most ``most`` together; any thread may ask at any time.

    A value that weighs more than that alone is not kept.

    >>> lately = Recent(2, lambda value: 1)
    >>> for word in ("one", "two", "one", "three"):
    ...     lately.put(word, word.upper())
    >>> lately.get("one"), lately.get("two")
    ('ONE', None)
    """

    def __init__(
        self, most: float, weigh: Callable[[V], float], begin: Mapping[K, V] | None = None
    ) -> None:
        self._lock = threading.Lock()
        self._held: LRUCache[K, V] = LRUCache(most, weigh)
        for key, value in (begin or {}).items():
            self.put(key, value)

    def get(self, key: K) -> V | None:
        """Return what is kept under a key, or None."""
        with self._lock:
            return self._held.get(key)

    def put(self, key: K, value: V) -> None:
        """Keep a value, and let go of older ones as needed."""
        with self._lock:
            if self._held.getsizeof(value) <= self._held.maxsize:
                self._held[key] = value

    def copy(self) -> dict[K, V]:
        """Return all that is kept now."""
        with self._lock:
            return dict(self._held.items())
