"""PostgreSQL being filled: new tables beside those readers see, changed for them all at once."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import islice
from typing import TYPE_CHECKING, Any

from incidents.faults import StoreLost
from incidents.stores import layout
from incidents.stores.postgresql.door import FILLING, READING, SCHEMA, Door
from incidents.stores.postgresql.lines import CHUNK, batch_of, lines_of
from incidents.words import say

if TYPE_CHECKING:
    import pyarrow as pa
    from psycopg import Connection
    from psycopg.sql import Composed

NEW, OLD = f"{SCHEMA}_new", f"{SCHEMA}_old"
ONE_AT_A_TIME = 8_120_497_310  # our number among the advisory locks of a database
# Text is kept and ordered by code point, as everywhere here, whatever the database's language.
TYPES = {
    layout.TEXT: 'text COLLATE "C" NOT NULL',
    layout.DAY: "date",
    layout.WHOLE: "integer",
    layout.LARGE: "bigint",
    layout.NUMBER: "double precision",
}


class PostgreSQLTarget:
    """The store in a database while a load fills it; nobody else can fill it meanwhile."""

    def __init__(self, door: Door) -> None:
        self._door = door
        self._kept: Connection[Any] | None = None

    def holds_rows(self) -> bool:
        """Return whether readers see a store there now."""
        with self._working() as connection:
            return _is_there(connection, f"{SCHEMA}.meta")

    def held(self, size: int) -> Iterator[pa.RecordBatch]:
        """Return the incidents that readers see now, all columns, in no order."""
        from psycopg import Error, sql

        columns = sql.SQL(", ").join(map(sql.Identifier, layout.TABLES["incidents"]))
        asked = sql.SQL("COPY (SELECT {} FROM incidents) TO STDOUT (FORMAT csv, FORCE_QUOTE *)")
        connection = self._door.open(READING)
        try:
            connection.execute("SET statement_timeout = 0")
            with connection.cursor().copy(asked.format(columns)) as copy:
                while rows := list(islice(copy, size)):
                    yield batch_of(io.BytesIO(b"".join(rows)))
        except Error as why:
            raise self._door.fault(why) from None
        finally:
            connection.close()

    def fill(self, name: str, rows: pa.RecordBatchReader) -> None:
        """Write a whole table beside those that readers see."""
        from psycopg import sql

        table = sql.Identifier(NEW, name)
        columns = [
            sql.SQL("{} " + TYPES[kind]).format(sql.Identifier(column))
            for column, kind in layout.TABLES[name].items()
        ]
        create = sql.SQL("CREATE TABLE {} ({})").format(table, sql.SQL(", ").join(columns))
        with self._working() as connection, connection.transaction():
            connection.execute(f"CREATE SCHEMA IF NOT EXISTS {NEW}")
            connection.execute(sql.SQL("DROP TABLE IF EXISTS {}").format(table))
            connection.execute(create)
            with connection.cursor().copy(sql.SQL("COPY {} FROM STDIN").format(table)) as copy:
                for batch in rows:
                    for start in range(0, batch.num_rows, CHUNK):
                        copy.write(lines_of(batch.slice(start, CHUNK)))

    def publish(self) -> None:
        """Add the indexes, then show the new tables instead of the old to the same people."""
        with self._working() as connection:
            for statement in _indexes():
                connection.execute(statement)
            _drop(connection, OLD)
            with connection.transaction():
                for statement in _grants(connection):
                    connection.execute(statement)
                if _is_there(connection, f"{SCHEMA}.meta"):
                    connection.execute(f"ALTER SCHEMA {SCHEMA} RENAME TO {OLD}")
                connection.execute(f"ALTER SCHEMA {NEW} RENAME TO {SCHEMA}")
            _drop(connection, OLD)
        self._close()

    def discard(self) -> None:
        """Remove what was filled and not published; if that fails now, the next load does it."""
        with suppress(StoreLost), self._working() as connection:
            _drop(connection, NEW)
        self._close()

    def _close(self) -> None:
        kept, self._kept = self._kept, None
        if kept is not None:
            kept.close()

    @contextmanager
    def _working(self) -> Iterator[Connection[Any]]:
        """Lend the one connection of this load, which keeps others from loading meanwhile."""
        from psycopg import Error

        if self._kept is None or self._kept.closed:
            self._kept = self._alone()
        try:
            yield self._kept
        except Error as why:
            self._close()
            raise self._door.fault(why) from None

    def _alone(self) -> Connection[Any]:
        connection = self._door.open(FILLING)
        locked = connection.execute("SELECT pg_try_advisory_lock(%s)", [ONE_AT_A_TIME]).fetchone()
        if not (locked and locked[0]):
            connection.close()
            raise StoreLost(say("store_faults.filled_elsewhere", store=self._door.shown))
        return connection


def _is_there(connection: Connection[Any], table: str) -> bool:
    found = connection.execute("SELECT to_regclass(%s) IS NOT NULL", [table]).fetchone()
    return bool(found and found[0])


def _drop(connection: Connection[Any], schema: str) -> None:
    """Drop a schema of ours and its tables, but nothing of others that rests on them."""
    from psycopg import sql

    named = connection.execute(
        "SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
        "WHERE n.nspname = %s AND c.relkind = 'r'",
        [schema],
    ).fetchall()
    with connection.transaction():
        for (name,) in named:
            connection.execute(sql.SQL("DROP TABLE {}").format(sql.Identifier(schema, name)))
        connection.execute(sql.SQL("DROP SCHEMA IF EXISTS {}").format(sql.Identifier(schema)))


def _indexes() -> Iterator[Composed]:
    from psycopg import sql

    for name, columns in layout.INDEXES.items():
        for column in columns:
            yield sql.SQL("CREATE INDEX ON {} ({})").format(
                sql.Identifier(NEW, name), sql.Identifier(column)
            )
    for name in layout.TABLES:
        yield sql.SQL("ANALYZE {}").format(sql.Identifier(NEW, name))


def _grants(connection: Connection[Any]) -> Iterator[Composed]:
    """Yield what lets those read the new tables who could read the old."""
    from psycopg import sql

    named = connection.execute(
        "SELECT r.rolname FROM pg_namespace n, aclexplode(n.nspacl) a "
        "LEFT JOIN pg_roles r ON r.oid = a.grantee "
        "WHERE n.nspname = %s AND a.privilege_type = 'USAGE' AND a.grantee <> n.nspowner",
        [SCHEMA],
    ).fetchall()
    for (name,) in named:
        whom = sql.Identifier(name) if name else sql.SQL("PUBLIC")
        yield sql.SQL("GRANT USAGE ON SCHEMA {} TO {}").format(sql.Identifier(NEW), whom)
        yield sql.SQL("GRANT SELECT ON ALL TABLES IN SCHEMA {} TO {}").format(
            sql.Identifier(NEW), whom
        )
