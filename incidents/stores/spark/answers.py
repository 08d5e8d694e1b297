"""Answers of Spark: taken whole, and stopped when nobody waits for them."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, suppress
from typing import TYPE_CHECKING, Any

from incidents.faults import QuestionStopped
from incidents.stores.protocol import Cancel, Columns

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa
    from pyspark.sql import DataFrame, SparkSession

Watch = Callable[[Cancel], None]
Lend = Callable[[], AbstractContextManager["SparkSession"]]


class SparkAnswer:
    """One question with its small tables; Spark works when the answer is taken."""

    def __init__(
        self, lend: Lend, sql: str, relations: Mapping[str, Columns], watch: Watch | None
    ) -> None:
        self._lend = lend
        self._sql = sql
        self._relations = relations
        self._group = f"question-{secrets.token_hex(8)}"
        self._session: SparkSession | None = None
        self._lock = threading.Lock()
        self._is_unwanted = False
        if watch:
            watch(self._stop)

    def fetchall(self) -> list[tuple[Any, ...]]:
        """Return every row as Python values."""
        columns = [column.to_pylist() for column in self.arrow().columns]
        return list(zip(*columns, strict=True))

    def df(self) -> pd.DataFrame:
        """Return every row as a frame; days come as datetimes, unknown numbers as NaN."""
        frame: pd.DataFrame = self.arrow().to_pandas(date_as_object=False)
        return frame

    def arrow(self) -> pa.Table:
        """Return every row as an Arrow table."""
        with self._running() as found:
            return found.toArrow()

    @contextmanager
    def _running(self) -> Iterator[DataFrame]:
        with self._lend() as session:
            try:
                with self._stoppable(session):
                    for name, columns in self._relations.items():
                        session.createDataFrame(_table(columns)).createOrReplaceTempView(name)
                    yield session.sql(self._sql)
            except Exception:
                self._check()
                raise

    @contextmanager
    def _stoppable(self, session: SparkSession) -> Iterator[None]:
        with self._lock:
            self._check()
            self._session = session
        session.sparkContext.setJobGroup(self._group, "a question to the atlas")
        try:
            yield
        finally:
            with self._lock:
                self._session = None

    def _stop(self) -> None:
        from py4j.protocol import Py4JError

        with self._lock:
            self._is_unwanted = True
            if self._session is not None:
                with suppress(Py4JError, OSError):
                    spark: Any = self._session.sparkContext  # also jobs it has not begun yet
                    spark._jsc.sc().cancelJobGroupAndFutureJobs(self._group)

    def _check(self) -> None:
        if self._is_unwanted:
            raise QuestionStopped("The question was stopped.")


def _table(columns: Columns) -> pa.Table:
    import pyarrow as pa

    return pa.table({name: pa.array(values) for name, values in columns.items()})
