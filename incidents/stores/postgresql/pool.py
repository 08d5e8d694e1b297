"""A few connections to one PostgreSQL that questions share in turn."""

from __future__ import annotations

import select
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from incidents.faults import StoreLost
from incidents.stores.postgresql.door import READING, Door
from incidents.words import say

if TYPE_CHECKING:
    from psycopg import Connection

MOST = 8  # connections of one process that ask at once; the next question waits for one
PATIENCE = 30.0  # seconds it waits


class Pool:
    """A few connections that questions share in turn. A dead one is found out and replaced."""

    def __init__(self, door: Door, most: int = MOST) -> None:
        self._door = door
        self._idle: list[Connection[Any]] = []
        self._lock = threading.Lock()
        self._free = threading.BoundedSemaphore(most)

    @contextmanager
    def connection(self) -> Iterator[Connection[Any]]:
        """Lend a connection; what is still in a transaction or broken does not come back."""
        if not self._free.acquire(timeout=PATIENCE):
            raise StoreLost(say("store_faults.busy", store=self._door.shown))
        try:
            connection = self._kept() or self._door.open(READING)
            try:
                yield connection
            finally:
                self._take_back(connection)
        finally:
            self._free.release()

    def close(self) -> None:
        """Close what is idle; what is lent is closed by its own end."""
        with self._lock:
            idle, self._idle = self._idle, []
        for connection in idle:
            connection.close()

    def _kept(self) -> Connection[Any] | None:
        while True:
            with self._lock:
                if not self._idle:
                    return None
                connection = self._idle.pop()
            if _is_quiet(connection):
                return connection
            connection.close()

    def _take_back(self, connection: Connection[Any]) -> None:
        from psycopg.pq import TransactionStatus

        if connection.info.transaction_status == TransactionStatus.IDLE:
            with self._lock:
                self._idle.append(connection)
        else:
            connection.close()


def _is_quiet(connection: Connection[Any]) -> bool:
    """Return whether nothing came in on an idle connection; a server that stops sends word."""
    if connection.closed:
        return False
    with suppress(OSError, ValueError):
        watch = select.poll()
        watch.register(connection.fileno(), select.POLLIN)
        return not watch.poll(0)
    return False
