"""DuckDB over files: one .duckdb file, or a folder with a Parquet file for each table."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from incidents.faults import StoreLost
from incidents.stores import layout
from incidents.stores.duck import Duck, duckdb_connect, missing
from incidents.why import why
from incidents.words import say

MEMORY = "80MB"  # what is counted fits at ten million rows; all else is read when it is shown


def open_file(where: str) -> Duck:
    """Return the engine over a .duckdb file, which it never changes."""
    return Duck(lambda: attached(where, MEMORY), where, (Path(where),))


def attached(where: str, memory: str) -> Any:
    """Return a connection of its own, shared with no other, that reads a .duckdb file."""
    if not Path(where).is_file():
        raise StoreLost(missing(where))
    connection = duckdb_connect(memory_limit=memory, temp_directory=scratch())
    connection.execute(f"ATTACH {_quoted(where)} AS store (READ_ONLY)")
    return _with_views(connection, {name: f'store."{name}"' for name in layout.TABLES})


def open_folder(where: str) -> Duck:
    """Return the engine over a folder with one Parquet file for each table."""
    files = {name: Path(where) / f"{name}.parquet" for name in layout.TABLES}

    def connect() -> Any:
        if not all(path.is_file() for path in files.values()):
            raise StoreLost(missing(where))
        connection = duckdb_connect(memory_limit=MEMORY, temp_directory=scratch())
        read = {name: f"read_parquet({_literal(path)})" for name, path in files.items()}
        return _with_views(connection, read)

    return Duck(connect, where, tuple(files.values()))


def _with_views(connection: Any, tables: Mapping[str, str]) -> Any:
    """Name the tables so that every cursor sees them; raises StoreLost if one is missing."""
    import duckdb

    try:
        for name, read in tables.items():
            connection.execute(f'CREATE VIEW "{name}" AS FROM {read}')
    except duckdb.CatalogException as fault:
        raise StoreLost(say("store_faults.not_ours", why=why(fault))) from None
    return connection


def _literal(path: Path) -> str:
    """Return a path quoted, its own signs not taken for a pattern of many files."""
    return _quoted(re.sub(r"([*?\[])", r"[\1]", str(path)))


def _quoted(path: str | Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"


def scratch() -> str:
    """Return the folder where an answer too large for memory is sorted."""
    return str(Path(tempfile.gettempdir()) / "crackdown-atlas")
