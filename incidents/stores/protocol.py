"""What an engine does for a store: answer questions, and take the rows of a load."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    import ibis.expr.types as ir
    import pandas as pd
    import pyarrow as pa
    from numpy.typing import NDArray

Columns = Mapping[str, "NDArray[Any]"]
Cancel = Callable[[], None]


class Answer(Protocol):
    """The answer to one question, to be taken once, in one of three ways.

    Taking it may raise the same errors as asking. Answers with many rows are asked for in parts.
    """

    def fetchall(self) -> list[tuple[Any, ...]]:
        """Return every row as Python values: text, int, float, bool, date; None is unknown."""
        ...

    def df(self) -> pd.DataFrame:
        """Return every row as a frame; days may come as dates or as datetimes."""
        ...

    def arrow(self) -> pa.Table:
        """Return every row as an Arrow table, columns as asked, their types those of the layout."""
        ...


class Engine(Protocol):
    """A connection to one store, shared by all threads; each question has its own cursor.

    Made by ``open_engine(url)`` of the engine's module. It connects when first asked and again
    whenever the connection was lost. Both ``ask`` and taking an answer raise
    ``incidents.faults.StoreLost`` (one sentence: which store, why, what to do; no password in it)
    when the store cannot be reached, and ``incidents.faults.QuestionStopped`` for a question that
    was cancelled. A missing package raises StoreLost with the line to install.
    """

    @property
    def name(self) -> str:
        """The engine and its version for people, such as "DuckDB 2.0.1"."""
        ...

    def table(self, name: str) -> ir.Table:
        """Return a table of ``incidents.stores.layout.TABLES`` in the query language.

        It needs no connection: ``layout.table(name)`` gives it, unless the engine must rename.
        """
        ...

    def write(self, question: ir.Table) -> str:
        """Return a question as SQL of this engine; needs no connection."""
        ...

    def ask(
        self,
        sql: str,
        relations: Mapping[str, Columns],
        watch: Callable[[Cancel], None] | None = None,
    ) -> Answer:
        """Return the answer to a question that ``write`` wrote (or plain SQL).

        ``relations`` are small tables the question names, by name and column (numpy arrays of
        int32, float64 or bool, up to about 50,000 rows, often other ones at every question);
        two threads may use the same name for different content at once. ``watch`` is given,
        before the work begins, a function that cancels it from another thread.
        """
        ...

    def describe(self, name: str) -> Mapping[str, str]:
        """Return the columns of a table by name, each of a kind of ``layout``; {} if missing."""
        ...

    def edition(self) -> str:
        """Return a word that changes whenever a load is published there; asked before each page.

        The numbers of intervals and places of one edition mean nothing in another.
        """
        ...

    def close(self) -> None:
        """Let go of every connection; a later question connects again."""
        ...


class Target(Protocol):
    """A store being filled. What readers see changes in ``publish`` alone, all at once.

    Made by ``open_target(url)`` of the engine's module; errors as of an Engine. Everything that
    can fail on the content has been checked before: rows come valid, numbered and in order.
    """

    def holds_rows(self) -> bool:
        """Return whether readers see a store there now."""
        ...

    def held(self, size: int) -> Iterator[pa.RecordBatch]:
        """Return the rows of ``incidents`` that readers see now, all columns, in any order."""
        ...

    def fill(self, name: str, rows: pa.RecordBatchReader) -> None:
        """Write a whole table out of readers' sight, replacing what a killed load left of it.

        The columns are those of ``layout.TABLES[name]`` in that order; rows of ``incidents`` are
        ordered by date_start, then id. The batches are to be taken one by one, never all at once.
        """
        ...

    def publish(self) -> None:
        """Add the indexes of ``layout.INDEXES``, then show the new tables instead of the old."""
        ...

    def discard(self) -> None:
        """Remove what was filled and not published, and let go of every connection."""
        ...
