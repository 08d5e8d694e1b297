"""Long work for one reader on a thread of its own: whether it has ended, and how to stop it."""

from __future__ import annotations

import threading
from collections.abc import Callable


class Work:
    """What ends by itself, or when its reader stops it or is gone; ``alive`` says the latter."""

    def __init__(self, alive: Callable[[], bool]) -> None:
        self._alive = alive
        self._stop, self._end = threading.Event(), threading.Event()

    @property
    def done(self) -> bool:
        """Whether it has come to its end, whichever."""
        return self._end.is_set()

    def wait(self, seconds: float) -> bool:
        """Wait for the end at most so long; return whether it has come."""
        return self._end.wait(seconds)

    def stop(self) -> None:
        """Ask it to end without a result; it does at its next step."""
        self._stop.set()

    def is_stopped(self) -> bool:
        """Return whether the reader stopped it, or is gone."""
        return self._stop.is_set() or not self._alive()
