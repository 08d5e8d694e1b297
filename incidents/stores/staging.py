"""The rows of a load on disk before they are numbered, ordered and shown to readers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from incidents.faults import DataFaults
from incidents.stores import layout
from incidents.stores.duck import duckdb_connect

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

MEMORY = "400MB"
NUMBERED = ("position", "interval", "place")  # known only when all rows are
HELD = tuple(column for column in layout.TABLES["incidents"] if column not in NUMBERED)


class Staging:
    """A DuckDB file with the rows taken so far, which outlives a killed load.

    ``rows``: the columns of ``incidents`` but for the three numbers, and ``line`` (in the file;
    0 for what the store held before). ``faults``: line and sentence of each refused row.
    ``progress``: facts about the load by name. Raises DataFaults when another load holds it.
    """

    def __init__(self, path: Path) -> None:
        import duckdb

        path.parent.mkdir(parents=True, exist_ok=True)
        self.path = path
        try:
            self.connection = duckdb_connect(
                str(path), memory_limit=MEMORY, temp_directory=f"{path}.tmp"
            )
        except duckdb.IOException as why:
            reason = " ".join(str(why).split())[:200]
            raise DataFaults(
                [f"Another load into this store is at work, or it cannot be written: {reason}"]
            ) from None
        kinds = layout.TABLES["incidents"]
        columns = ", ".join(f'"{column}" {layout.SQL[kinds[column]]}' for column in HELD)
        for table in (
            f"rows ({columns}, line BIGINT)",
            "faults (line BIGINT, sentence VARCHAR)",
            "progress (name VARCHAR, value VARCHAR)",
        ):
            self.connection.execute(f"CREATE TABLE IF NOT EXISTS {table}")

    def known(self, name: str) -> str:
        """Return a fact about the load, or "" before it was noted."""
        asked = "SELECT value FROM progress WHERE name = $name"
        found = self.connection.execute(asked, {"name": name}).fetchall()
        return found[0][0] if found else ""

    def note(self, **facts: object) -> None:
        """Remember facts about the load."""
        for name, value in facts.items():
            self.connection.execute("DELETE FROM progress WHERE name = $name", {"name": name})
            self.connection.execute("INSERT INTO progress VALUES (?, ?)", [name, str(value)])

    def add(self, rows: pd.DataFrame, faults: list[tuple[int, str]], **facts: object) -> None:
        """Take rows with their ``line`` and faults, and note facts: all of it or none."""
        self.connection.begin()
        if len(rows):
            self.take(rows)
        if faults:
            self.connection.executemany("INSERT INTO faults VALUES (?, ?)", faults)
        self.note(**facts)
        self.connection.commit()

    def take(self, rows: pd.DataFrame | pa.RecordBatch) -> None:
        """Append rows that have the columns of ``rows``."""
        self.connection.register("taken", rows)
        columns = ", ".join(f'"{column}"' for column in HELD)
        self.connection.execute(f"INSERT INTO rows SELECT {columns}, line FROM taken")  # noqa: S608
        self.connection.unregister("taken")

    def one(self, sql: str) -> Any:
        """Return the first row of an answer, None if it has none."""
        return next(iter(self.connection.execute(sql).fetchall()), None)

    def close(self) -> None:
        """Let go of the file and keep it, to go on from there."""
        self.connection.close()

    def remove(self) -> None:
        """Let go of the file and delete it: the load is done, or begins anew."""
        self.connection.close()
        for path in (self.path, Path(f"{self.path}.wal")):
            path.unlink(missing_ok=True)
