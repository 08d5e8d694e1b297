"""Spark as an engine: questions in its SQL over Parquet files, small tables beside them."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from incidents.faults import StoreLost
from incidents.stores import layout
from incidents.stores.address import Address
from incidents.stores.duck import lost, missing
from incidents.stores.protocol import Columns
from incidents.stores.spark import language, sessions
from incidents.stores.spark.answers import SparkAnswer, Watch
from incidents.stores.spoken import Spoken
from incidents.why import Told
from incidents.words import say

if TYPE_CHECKING:
    import ibis.expr.types as ir
    from pyspark.sql import SparkSession

KINDS = {
    "string": layout.TEXT,
    "date": layout.DAY,
    "int": layout.WHOLE,
    "bigint": layout.LARGE,
    "double": layout.NUMBER,
}
NAMES = {kind: name for name, kind in KINDS.items()}
MOST = 8  # questions at once; the next waits for one
PATIENCE = 60.0  # seconds it waits


class NotFilled(StoreLost):
    """The folder, or a table in it, is not there."""


class Spark(Spoken):
    """The engine over one folder. Each question has a session, and small tables, of its own."""

    def __init__(self, address: Address) -> None:
        super().__init__()
        sessions.check_installed(address.shown)
        self._where, self._master, self._shown = address.where, address.master, address.shown
        self._idle: list[tuple[str, SparkSession]] = []
        self._lock = threading.Lock()
        self._free = threading.BoundedSemaphore(MOST)

    @property
    def name(self) -> str:
        """The engine and its version."""
        import pyspark

        return f"Spark {pyspark.__version__}"

    def _to_sql(self, question: ir.Table) -> str:
        return language.write(question)

    def ask(
        self, sql: str, relations: Mapping[str, Columns], watch: Watch | None = None
    ) -> SparkAnswer:
        """Return the answer; Spark works for it when it is taken."""
        return SparkAnswer(self.session, sql, relations, watch)

    def describe(self, name: str) -> Mapping[str, str]:
        """Return the columns of a table by name, each of a kind of the layout."""
        try:
            with self.session(only=()) as session:
                found = session.read.parquet(self._path(name)).dtypes
        except NotFilled:
            return {}
        return {column: KINDS.get(kind, kind) for column, kind in found}

    def edition(self) -> str:
        """Return which files these are; "" where only Spark can see them."""
        try:
            stats = [Path(self._path(name)).stat() for name in layout.TABLES]
        except OSError:
            return ""
        return " ".join(f"{stat.st_ino}-{stat.st_mtime_ns}-{stat.st_size}" for stat in stats)

    def close(self) -> None:
        """Let go of every session; Spark itself runs on for other stores of this process."""
        with self._lock:
            self._idle.clear()

    @contextmanager
    def session(self, only: tuple[str, ...] = tuple(layout.TABLES)) -> Iterator[SparkSession]:
        """Lend a session that knows the tables as they are now; raises StoreLost."""
        from py4j.protocol import Py4JError
        from pyspark.errors import PySparkException

        if not self._free.acquire(timeout=PATIENCE):
            raise StoreLost(say("store_faults.busy", store=self._shown))
        try:
            edition = self.edition()
            session = self._kept(edition) if only else None
            session = session or self._opened(only)
            yield session
            if edition and only:
                with self._lock:
                    self._idle.append((edition, session))
        except (PySparkException, Py4JError, OSError, AssertionError) as why:  # the last: py4j's
            self.close()
            raise self._fault(why) from None
        finally:
            self._free.release()

    def _kept(self, edition: str) -> SparkSession | None:
        with self._lock:
            self._idle = [kept for kept in self._idle if kept[0] == edition]
            return self._idle.pop()[1] if self._idle else None

    def _opened(self, tables: tuple[str, ...]) -> SparkSession:
        session = sessions.session(self._master)
        for name in tables:
            columns = ", ".join(f"`{c}` {NAMES[k]}" for c, k in layout.TABLES[name].items())
            rows = session.read.schema(columns).parquet(self._path(name))
            rows.createOrReplaceTempView(name)
        return session

    def _path(self, name: str) -> str:
        return f"{self._where.rstrip('/')}/{name}.parquet"

    def _fault(self, why: Exception) -> Exception:
        """Return what to raise for an error of Spark; a fault of ours stays as it is."""
        from pyspark.errors import AnalysisException, PySparkException

        said = why.getCondition() or "" if isinstance(why, PySparkException) else ""
        if said in ("PATH_NOT_FOUND", "UNABLE_TO_INFER_SCHEMA"):
            return NotFilled(missing(self._shown))
        if isinstance(why, AnalysisException):
            return why
        told = say("causes.other", kind=said) if said else say("store_faults.no_answer")
        return StoreLost(lost(self._shown, Told(told)))
