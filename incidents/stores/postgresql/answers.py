"""Answers of PostgreSQL: taken whole or in batches, stopped when nobody waits for them."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from incidents.faults import QuestionStopped
from incidents.stores.postgresql.door import Door
from incidents.stores.postgresql.pool import Pool
from incidents.stores.protocol import Cancel

if TYPE_CHECKING:
    import pandas as pd
    from psycopg import Connection

Watch = Callable[[Cancel], None]
Rows = Sequence[tuple[Any, ...]]
MOST_STREAMS = 4  # exports at once; they may be slow, so they take no connection from questions
NUMERIC = 1700  # what PostgreSQL calls the type of a sum of whole numbers


class Stop:
    """The way to end one question from another thread, and never the one after it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._connection: Connection[Any] | None = None
        self._is_wanted = False

    def want(self) -> None:
        """End the question, whether it runs, waits for its turn or has not begun."""
        import psycopg

        with self._lock:
            self._is_wanted = True
            if self._connection is not None:
                with suppress(psycopg.Error):
                    self._connection.cancel_safe(timeout=5)

    def check(self) -> None:
        """Raise QuestionStopped if the end was asked for."""
        if self._is_wanted:
            raise QuestionStopped("The question was stopped.")

    @contextmanager
    def ends(self, connection: Connection[Any]) -> Iterator[None]:
        """Let ``want`` end what this connection does here; a connection that was hit is closed."""
        with self._lock:
            self.check()
            self._connection = connection
        try:
            yield
        finally:
            with self._lock:
                self._connection = None
                if self._is_wanted:
                    connection.close()


class PostgreSQLAnswer:
    """One question with its parameters; the server works when the answer is taken."""

    def __init__(
        self,
        door: Door,
        pools: tuple[Pool, Pool],
        sql: str,
        parameters: Sequence[str],
        watch: Watch | None,
    ) -> None:
        self._door = door
        self._whole, self._streamed = pools
        self._asked = (sql, list(parameters))
        self._stop = Stop()
        if watch:
            watch(self._stop.want)

    def fetchall(self) -> list[tuple[Any, ...]]:
        """Return every row as Python values."""
        return _plain(*self._fetched())

    def df(self) -> pd.DataFrame:
        """Return every row as a frame."""
        return frame(*self._fetched())

    def batches(self, size: int) -> Iterator[pd.DataFrame]:
        """Return the rows in their order as frames of at most ``size``."""
        from psycopg import RawServerCursor

        with (
            self._running(self._streamed) as connection,
            connection.transaction(),
            RawServerCursor(connection, "answer") as cursor,
        ):
            cursor.execute(*self._asked, binary=True)
            while rows := cursor.fetchmany(size):
                yield frame(rows, cursor.description)
                self._stop.check()

    def _fetched(self) -> tuple[Rows, Any]:
        from psycopg import RawCursor

        with self._running(self._whole) as connection, RawCursor(connection) as cursor:
            cursor.execute(*self._asked, binary=True)
            return cursor.fetchall(), cursor.description

    @contextmanager
    def _running(self, pool: Pool) -> Iterator[Connection[Any]]:
        import psycopg

        try:
            with pool.connection() as connection, self._stop.ends(connection):
                yield connection
        except psycopg.Error as why:
            self._stop.check()
            raise self._door.fault(why) from None


def frame(rows: Rows, description: Any) -> pd.DataFrame:
    """Return rows as a frame; days come as datetimes, numbers without a value as NaN."""
    import pyarrow as pa

    known = {16: pa.bool_(), 20: pa.int64(), 23: pa.int32(), 25: pa.string()}
    known |= {701: pa.float64(), 1082: pa.date32(), 1043: pa.string()}
    columns = zip(*_plain(rows, description), strict=True) if rows else [()] * len(description)
    arrays = [
        pa.array(column, known.get(about.type_code))
        for column, about in zip(columns, description, strict=True)
    ]
    names = [about.name for about in description]
    found: pd.DataFrame = pa.Table.from_arrays(arrays, names).to_pandas(date_as_object=False)
    return found


def _plain(rows: Rows, description: Any) -> list[tuple[Any, ...]]:
    """Return the rows with sums as whole numbers where they are sums of whole numbers."""
    if not any(about.type_code == NUMERIC for about in description):
        return list(rows)
    return [tuple(_number(v) if isinstance(v, Decimal) else v for v in row) for row in rows]


def _number(value: Decimal) -> int | float:
    return float(value) if "." in str(value) else int(value)
