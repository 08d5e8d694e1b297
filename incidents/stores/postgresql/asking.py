"""PostgreSQL as an engine: questions in its SQL, with the small tables they name as arrays."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from incidents.stores import layout
from incidents.stores.postgresql.answers import PostgreSQLAnswer, Watch
from incidents.stores.postgresql.door import Door
from incidents.stores.postgresql.pool import Pool
from incidents.stores.protocol import Columns
from incidents.stores.spoken import Spoken

if TYPE_CHECKING:
    import ibis.expr.types as ir
    import numpy as np

KINDS = {
    "text": layout.TEXT,
    "date": layout.DAY,
    "integer": layout.WHOLE,
    "bigint": layout.LARGE,
    "double precision": layout.NUMBER,
}
# A limit it knows makes PostgreSQL walk all rows in order in the hope of an early end. It takes the
# rows of a period to be spread evenly, and they lie together. One to be worked out costs nothing.
LIMIT_RULE = re.compile(r" LIMIT ([0-9]+)( OFFSET [0-9]+)?$")
ARRAYS = {"i": "integer[]", "f": "double precision[]", "b": "boolean[]"}  # numpy's kinds
# For NUL, which no text of PostgreSQL holds: nor does a folded text hold this, so neither is found.
NO_CHARACTER = "\uffffA"


class PostgreSQL(Spoken):
    """The engine over one schema of one database."""

    def __init__(self, door: Door) -> None:
        super().__init__()
        self._door = door
        self._pool = Pool(door)

    @property
    def name(self) -> str:
        """The engine and the version of the server."""
        version = str(self.ask("SHOW server_version", {}).fetchall()[0][0])
        return f"PostgreSQL {version.split()[0]}"

    def _to_sql(self, question: ir.Table) -> str:
        import ibis

        sql = str(ibis.to_sql(question, dialect="postgres", pretty=False))
        return LIMIT_RULE.sub(r" LIMIT (SELECT \1)\2", sql)

    def ask(
        self, sql: str, relations: Mapping[str, Columns], watch: Watch | None = None
    ) -> PostgreSQLAnswer:
        """Return the answer; the server works for it when it is taken."""
        return self._answer(*with_relations(sql, relations), watch)

    def describe(self, name: str) -> Mapping[str, str]:
        """Return the columns of a table by name, each of a kind of the layout."""
        asked = (
            "SELECT attname, format_type(atttypid, atttypmod) FROM pg_attribute "
            "WHERE attrelid = to_regclass(quote_ident($1)) "
            "AND attnum > 0 AND NOT attisdropped ORDER BY attnum"
        )
        found = self._answer(asked, [name]).fetchall()
        return {column: KINDS.get(kind, kind) for column, kind in found}

    def edition(self) -> str:
        """Return the number the server gave the table that readers see."""
        asked = "SELECT to_regclass('incidents')::oid::text"
        return str(self.ask(asked, {}).fetchall()[0][0] or "")

    def close(self) -> None:
        """Close every idle connection."""
        self._pool.close()

    def _answer(
        self, sql: str, parameters: list[str], watch: Watch | None = None
    ) -> PostgreSQLAnswer:
        return PostgreSQLAnswer(self._door, self._pool, sql, parameters, watch)


def with_relations(sql: str, relations: Mapping[str, Columns]) -> tuple[str, list[str]]:
    """Return a question with its small tables as common tables, and their columns as parameters.

    >>> import numpy as np
    >>> sql, parameters = with_relations("SELECT 1", {"hits": {"interval": np.array([3, 4])}})
    >>> sql
    'WITH "hits" AS (SELECT * FROM unnest($1::integer[]) AS t("interval")) SELECT 1'
    >>> parameters
    ['{3,4}']
    """
    parameters: list[str] = []
    tables = [_common(name, columns, parameters) for name, columns in relations.items()]
    plain = sql.replace("\0", NO_CHARACTER)
    if not tables:
        return plain, parameters
    rest = ", " + plain[5:] if plain.startswith("WITH ") else " " + plain
    return f"WITH {', '.join(tables)}{rest}", parameters


def _common(name: str, columns: Columns, parameters: list[str]) -> str:
    arrays = []
    for values in columns.values():
        parameters.append(_array(values))
        arrays.append(f"${len(parameters)}::{ARRAYS[values.dtype.kind]}")
    names = ", ".join(map(_quoted, columns))
    return f"{_quoted(name)} AS (SELECT * FROM unnest({', '.join(arrays)}) AS t({names}))"  # noqa: S608


def _array(values: np.ndarray) -> str:
    return "{" + ",".join(map(repr, values.tolist())) + "}"


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
