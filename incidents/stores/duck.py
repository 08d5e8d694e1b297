"""DuckDB as an engine, over whatever it is connected to, or in memory for a frame."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from incidents.faults import QuestionStopped, StoreLost
from incidents.stores import layout
from incidents.stores.address import LOAD
from incidents.stores.protocol import Answer, Cancel, Columns
from incidents.stores.spoken import Spoken
from incidents.why import why
from incidents.words import say

if TYPE_CHECKING:
    import ibis.expr.types as ir
    import pandas as pd
    import pyarrow as pa

Work = Callable[[], Any]
THREADS = 2
INTERRUPTS, BETWEEN = 100, 0.05  # at most, and s between two


def duckdb_connect(path: str = ":memory:", **config: Any) -> Any:
    """Return a connection that takes no Python variable for a table."""
    import duckdb

    plain: dict[str, Any] = {"python_enable_replacements": "false", "threads": THREADS}
    return duckdb.connect(path, config={**plain, **config})


class Duck(Spoken):
    """An engine over whatever ``connect`` opens; it opens it when first asked, and after a loss.

    ``files`` are what it reads: when they change, so does its edition.
    """

    def __init__(
        self, connect: Callable[[], Any], shown: str, files: tuple[Path, ...] = ()
    ) -> None:
        super().__init__()
        self._connect = connect
        self._shown = shown
        self._files = files
        self._connection: Any = None
        self._version: Any = None
        self._lock = threading.Lock()

    @property
    def name(self) -> str:
        """The engine and its version."""
        import duckdb

        return f"DuckDB {duckdb.__version__}"

    def _to_sql(self, question: ir.Table) -> str:
        import ibis

        return str(ibis.to_sql(question, dialect="duckdb", pretty=False))

    def ask(
        self,
        sql: str,
        relations: Mapping[str, Columns],
        watch: Callable[[Cancel], None] | None = None,
    ) -> Answer:
        """Return the answer; each question has a cursor, and relations, of its own."""
        cursor = self._guarded(lambda: self._opened().cursor())
        for name, relation in relations.items():
            cursor.register(name, dict(relation))
        answer = DuckAnswer(cursor, sql, self._guarded)
        if watch:
            watch(answer.cancel)
        return answer

    def describe(self, name: str) -> Mapping[str, str]:
        """Return the columns of a table by name, each of a kind of the layout."""
        kinds = {sql: kind for kind, sql in layout.SQL.items()}
        asked = (
            "SELECT column_name, data_type FROM duckdb_columns() WHERE table_name = $name "
            "AND database_name = current_database() ORDER BY column_index"
        )
        found = self._guarded(lambda: self._opened().cursor().execute(asked, {"name": name}))
        return {column: kinds.get(kind, kind) for column, kind in found.fetchall()}

    def edition(self) -> str:
        """Return which files these are: they change when a load is published."""
        try:
            stats = [path.stat() for path in self._files]
        except OSError:
            return ""
        return " ".join(f"{stat.st_ino}-{stat.st_mtime_ns}-{stat.st_size}" for stat in stats)

    def close(self) -> None:
        """Let go of the connection."""
        with self._lock:
            connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()

    def _opened(self) -> Any:
        with self._lock:
            if self._connection is None:
                connection = self._connect()
                self._refuse_others(connection)
                self._connection = connection
            return self._connection

    def _refuse_others(self, connection: Any) -> None:
        """Raise StoreLost if it is not what was there before: its numbers have other meanings."""
        if not self._files:
            return
        version = connection.execute("SELECT value FROM meta WHERE key = 'version'").fetchall()
        if self._version not in (None, version):
            connection.close()
            raise StoreLost(say("store_faults.anew", store=self._shown))
        self._version = version

    def _guarded(self, work: Work) -> Any:
        """Do the work; what DuckDB says is lost is StoreLost, and the next question reconnects."""
        import duckdb

        try:
            return work()
        except duckdb.InterruptException:
            raise QuestionStopped("The question was stopped.") from None
        except (
            duckdb.IOException, duckdb.ConnectionException, duckdb.FatalException,
            duckdb.InternalException, duckdb.SerializationException, duckdb.OutOfMemoryException,
        ) as fault:  # fmt: skip
            self.close()
            raise StoreLost(lost(self._shown, fault)) from None


class DuckAnswer:
    """A question with its cursor, worked out when the answer is taken."""

    def __init__(self, cursor: Any, sql: str, guarded: Callable[[Work], Any]) -> None:
        self._cursor = cursor
        self._sql = sql
        self._guarded = guarded
        self._cancelled, self._ended = threading.Event(), threading.Event()

    def cancel(self) -> None:
        """Give up the work, whether it has begun or not."""
        self._cancelled.set()
        threading.Thread(target=self._interrupt, name="interrupt", daemon=True).start()

    def _interrupt(self) -> None:
        """Interrupt until the work has ended: DuckDB forgets it of a question about to begin."""
        for _ in range(INTERRUPTS):
            self._cursor.interrupt()
            if self._ended.wait(BETWEEN):
                return

    def fetchall(self) -> list[tuple[Any, ...]]:
        """Return every row as Python values."""
        rows: list[tuple[Any, ...]] = self._taken(lambda ask: ask.execute(self._sql).fetchall())
        return rows

    def df(self) -> pd.DataFrame:
        """Return every row as a frame."""
        frame: pd.DataFrame = self._taken(lambda ask: ask.execute(self._sql).df())
        return frame

    def arrow(self) -> pa.Table:
        """Return every row as an Arrow table."""
        rows: pa.Table = self._taken(lambda ask: ask.sql(self._sql).to_arrow_table())
        return rows

    def _taken(self, take: Callable[[Any], Any]) -> Any:
        try:
            if self._cancelled.is_set():
                raise QuestionStopped("The question was stopped.")
            return self._guarded(lambda: take(self._cursor))
        finally:
            self._ended.set()


class Memory(Duck):
    """A database of one's own in memory, filled from frames."""

    def __init__(self) -> None:
        # One thread: what lies here is so little that to wake a second one takes longer.
        super().__init__(lambda: duckdb_connect(threads=1), "memory")

    def hold(self, name: str, rows: pd.DataFrame) -> None:
        """Take a copy of a frame as a table of the layout."""
        connection = self._opened()
        connection.register("taken", rows)
        columns = ", ".join(
            f'CAST("{column}" AS {layout.SQL[kind]}) AS "{column}"'
            for column, kind in layout.TABLES[name].items()
        )
        connection.execute(f'CREATE TABLE "{name}" AS SELECT {columns} FROM taken')  # noqa: S608
        connection.unregister("taken")


def missing(where: str) -> str:
    """Return the sentence for a store that is not there."""
    return say("store_faults.empty", store=where, command=LOAD.format(where))


def lost(where: str, fault: Exception) -> str:
    """Return the sentence for a store that cannot be read now."""
    return say("store_faults.lost", store=where, why=why(fault))
