"""What every engine says the same way: its tables and its questions in the query language."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from incidents.stores import layout

if TYPE_CHECKING:
    import ibis.expr.types as ir


class Spoken:
    """An engine whose questions are written one at a time: ibis is not made for many threads."""

    def __init__(self) -> None:
        self._language = threading.Lock()

    def table(self, name: str) -> ir.Table:
        """Return a table in the query language."""
        with self._language:
            return layout.table(name)

    def write(self, question: ir.Table) -> str:
        """Return a question as SQL."""
        with self._language:
            return self._to_sql(question)

    def _to_sql(self, question: ir.Table) -> str:
        raise NotImplementedError
