"""Turns: of many runs at once a few go on and the others wait, so that each is done the sooner.

Python works on one thing at a time. Were all runs to go on together, each would take as long as
all of them; in turn the first are done early and the last no later.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager

MOST = 2  # at once: while one waits for the data or the network, another can go on
LONGEST = 0.15  # s after which a run counts no more: it waits for something, and holds nobody up
LOOK = 0.05  # s between two looks at whether a run counts no more

_lock = threading.Lock()
_queue: deque[threading.Event] = deque()
_at_work: list[float] = []  # when each run that goes on was begun
_own = threading.local()  # when that of this thread was begun


@contextmanager
def taken() -> Iterator[None]:
    """Wait for a turn, and give it back when the block ends."""
    _take()
    try:
        yield
    finally:
        _give_back()


@contextmanager
def left() -> Iterator[None]:
    """Give one's turn back, if one has it, while the block does nothing, and wait for the next."""
    is_mine = getattr(_own, "begun", None) is not None
    if is_mine:
        _give_back()
    try:
        yield
    finally:
        if is_mine:
            _take()


def _take() -> None:
    """Return when it is this thread's turn: first come, first served."""
    mine = threading.Event()
    with _lock:
        _queue.append(mine)
    while not _begin(mine):
        mine.wait(LOOK)


def _begin(mine: threading.Event) -> bool:
    """Begin if it is one's turn; whether it is."""
    with _lock:
        mine.clear()
        if _queue[0] is not mine or _count() >= MOST:
            return False
        _queue.popleft()
        _own.begun = time.monotonic()
        _at_work.append(_own.begun)
        _call_next()
        return True


def _give_back() -> None:
    with _lock:
        _at_work.remove(_own.begun)
        _own.begun = None
        _call_next()


def _count() -> int:
    soon = time.monotonic() - LONGEST
    return sum(begun > soon for begun in _at_work)


def _call_next() -> None:
    if _queue:
        _queue[0].set()
