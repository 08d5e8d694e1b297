"""Answers of PostgreSQL: taken whole, and stopped when nobody waits for them."""

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
    import pyarrow as pa
    from psycopg import Connection

Watch = Callable[[Cancel], None]
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
        self, door: Door, pool: Pool, sql: str, parameters: Sequence[str], watch: Watch | None
    ) -> None:
        self._door = door
        self._pool = pool
        self._asked = (sql, list(parameters))
        self._stop = Stop()
        if watch:
            watch(self._stop.want)

    def fetchall(self) -> list[tuple[Any, ...]]:
        """Return every row as Python values."""
        return self._fetched()[0]

    def df(self) -> pd.DataFrame:
        """Return every row as a frame; days come as datetimes, unknown numbers as NaN."""
        frame: pd.DataFrame = self.arrow().to_pandas(date_as_object=False)
        return frame

    def arrow(self) -> pa.Table:
        """Return every row as an Arrow table."""
        import pyarrow as pa

        known = {16: pa.bool_(), 20: pa.int64(), 23: pa.int32(), 25: pa.string()}
        known |= {701: pa.float64(), 1082: pa.date32()}
        rows, columns = self._fetched()
        cells = zip(*rows, strict=True) if rows else [()] * len(columns)
        arrays = [
            pa.array(column, known.get(kind))
            for column, kind in zip(cells, columns.values(), strict=True)
        ]
        return pa.table(dict(zip(columns, arrays, strict=True)))

    def _fetched(self) -> tuple[list[tuple[Any, ...]], dict[str, int]]:
        """Return the rows, and the columns by name with the number PostgreSQL gives their type."""
        import psycopg

        try:
            with (
                self._pool.connection() as connection,
                self._stop.ends(connection),
                psycopg.RawCursor(connection) as cursor,
            ):
                cursor.execute(*self._asked, binary=True)
                columns = {about.name: about.type_code for about in cursor.description or ()}
                return _plain(cursor.fetchall(), columns), columns
        except psycopg.Error as why:
            self._stop.check()
            raise self._door.fault(why) from None


def _plain(rows: list[tuple[Any, ...]], columns: dict[str, int]) -> list[tuple[Any, ...]]:
    """Return the rows with sums as whole numbers where they are sums of whole numbers."""
    if NUMERIC not in columns.values():
        return rows
    return [tuple(_number(v) if isinstance(v, Decimal) else v for v in row) for row in rows]


def _number(value: Decimal) -> int | float:
    return float(value) if "." in str(value) else int(value)
