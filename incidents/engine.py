"""The engine behind a store: DuckDB at once, the query language when it is first spoken."""

from __future__ import annotations

import threading
from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import ibis.expr.types as ir
    import pandas as pd


class Engine:
    """A DuckDB of one's own in memory. Loading ibis takes longer than filling it, so it waits."""

    def __init__(self) -> None:
        import duckdb

        self._connection = duckdb.connect(config={"python_enable_replacements": "false"})
        self._tables: dict[str, ir.Table] = {}
        self._lock = threading.Lock()

    def hold(self, name: str, rows: pd.DataFrame) -> None:
        """Take a copy of a frame as a table; its dates keep microseconds, as the language does."""
        days = {c: "datetime64[us]" for c in rows.columns[rows.dtypes == "datetime64[ns]"]}
        self._connection.register("taken", rows.astype(days))
        self._connection.execute(f'CREATE TABLE "{name}" AS FROM taken')
        self._connection.unregister("taken")

    def cursor(self) -> Any:
        """Return a cursor of its own for one question."""
        with self._lock:
            return self._connection.cursor()

    @cached_property
    def language(self) -> Any:
        """The query language over the tables held."""
        import ibis

        return ibis.duckdb.from_connection(self._connection)

    def table(self, name: str) -> ir.Table:
        """Return a table in the query language."""
        with self._lock:
            if name not in self._tables:
                self._tables[name] = self.language.table(name)
            return self._tables[name]

    def write(self, question: ir.Table) -> str:
        """Return a question as SQL."""
        with self._lock:
            sql: str = self.language.compile(question)
        return sql
