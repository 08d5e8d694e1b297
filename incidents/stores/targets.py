"""Stores being filled as files: one .duckdb file, or a folder with a Parquet file a table."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from incidents.stores.duck import duckdb_connect
from incidents.stores.files import attached

if TYPE_CHECKING:
    import pyarrow as pa

MEMORY = "250MB"
MAKING = ".making"  # what readers do not see yet
BEFORE = ".before"  # a folder that is just being replaced


class FileTarget:
    """A .duckdb file: made beside the old one, then renamed over it in one step."""

    def __init__(self, where: str) -> None:
        self.path = Path(where)
        self.making = Path(where + MAKING)
        self._connection: Any = None

    def holds_rows(self) -> bool:
        """Return whether there is a file already."""
        return self.path.is_file()

    def held(self, size: int) -> Iterator[pa.RecordBatch]:
        """Return the rows readers see now."""
        connection = attached(str(self.path), MEMORY)
        try:
            yield from connection.sql("FROM incidents").to_arrow_reader(size)
        finally:
            connection.close()

    def fill(self, name: str, rows: pa.RecordBatchReader) -> None:
        """Write one table."""
        connection = self._opened()
        connection.register("incoming", rows)
        connection.execute(f'CREATE OR REPLACE TABLE "{name}" AS FROM incoming')
        connection.unregister("incoming")

    def publish(self) -> None:
        """Show the new file; its rows lie in order, which is all the index it needs."""
        self._opened().execute("CHECKPOINT")
        self._close()
        self.making.replace(self.path)

    def discard(self) -> None:
        """Remove what was not published."""
        self._close()
        for path in (self.making, Path(f"{self.making}.wal")):
            path.unlink(missing_ok=True)

    def _opened(self) -> Any:
        if self._connection is None:
            self.discard()
            self.making.parent.mkdir(parents=True, exist_ok=True)
            self._connection = duckdb_connect(
                str(self.making), memory_limit=MEMORY, temp_directory=f"{self.making}.tmp"
            )
        return self._connection

    def _close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None


class FolderTarget:
    """A folder of Parquet files: made beside the old one, then renamed into its place."""

    def __init__(self, where: str) -> None:
        self.path = Path(where.rstrip("/"))
        self.making = self.path.with_name(self.path.name + MAKING)
        self.before = self.path.with_name(self.path.name + BEFORE)

    def holds_rows(self) -> bool:
        """Return whether the folder has incidents already."""
        return (self.path / "incidents.parquet").is_file()

    def held(self, size: int) -> Iterator[pa.RecordBatch]:
        """Return the rows readers see now."""
        import pyarrow.parquet as pq

        with pq.ParquetFile(self.path / "incidents.parquet") as file:
            yield from file.iter_batches(size)

    def fill(self, name: str, rows: pa.RecordBatchReader) -> None:
        """Write one table."""
        self.making.mkdir(parents=True, exist_ok=True)
        connection = duckdb_connect(memory_limit=MEMORY, temp_directory=f"{self.making}.tmp")
        connection.register("incoming", rows)
        quoted = str(self.making / f"{name}.parquet").replace("'", "''")
        try:
            connection.execute(
                f"COPY (FROM incoming) TO '{quoted}' (FORMAT parquet, COMPRESSION zstd)"
            )
        finally:
            connection.close()

    def publish(self) -> None:
        """Show the new files instead of the old."""
        shutil.rmtree(self.before, ignore_errors=True)
        if self.path.exists():
            self.path.rename(self.before)
        self.making.rename(self.path)
        shutil.rmtree(self.before, ignore_errors=True)

    def discard(self) -> None:
        """Remove what was not published."""
        shutil.rmtree(self.making, ignore_errors=True)
        with suppress(OSError):
            if not self.path.exists():
                self.before.rename(self.path)
