"""From rows in staging to the tables of a store: numbered, in order, with their version."""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from incidents.stores import layout
from incidents.stores.protocol import Target
from incidents.stores.staging import Staging

if TYPE_CHECKING:
    import pyarrow as pa

BATCH = 20_000  # rows handed on at once
ORDERED = "date_start, id"


def publish(staging: Staging, target: Target) -> dict[str, Any]:
    """Write all tables of a store from ``rows`` and show them; returns the facts of its meta.

    The version is the SHA-256 of every row in order: the same rows give the same version,
    whatever file, chunk, order or engine they came through.
    """
    _number(staging)
    digest = sha256()
    target.fill("incidents", _incidents(staging, digest))
    for table in ("intervals", "places"):
        first = next(iter(layout.TABLES[table]))
        target.fill(table, _reader(staging, f'FROM "{table}" ORDER BY "{first}"'))
    target.fill("counts", _reader(staging, COUNTS))
    facts = {**_facts(staging), "version": digest.hexdigest()}
    target.fill("meta", _meta(facts))
    target.publish()
    return facts


COUNTS = """
    SELECT interval, place, count(*)::INTEGER AS n
    FROM rows JOIN intervals USING (start_day, end_day) JOIN places USING (province, district_id)
    GROUP BY ALL ORDER BY ALL
"""
NUMBERS = (
    ("intervals", "interval", "start_day, end_day"),
    ("places", "place", "province, district_id"),
)


def _number(staging: Staging) -> None:
    for table, number, columns in NUMBERS:
        staging.connection.execute(
            f"CREATE OR REPLACE TABLE {table} AS "  # noqa: S608
            f"SELECT (row_number() OVER (ORDER BY {columns}) - 1)::INTEGER AS {number}, {columns} "
            f"FROM (SELECT DISTINCT {columns} FROM rows)"
        )


def _incidents(staging: Staging, digest: Any) -> pa.RecordBatchReader:
    """Return the rows as they go into the store; each is added to the digest as it passes."""
    import pyarrow as pa

    order = "" if _is_ordered(staging) else f"ORDER BY {ORDERED}"
    texts = ", ".join(f'CAST("{column}" AS VARCHAR)' for column in layout.SHOWN)
    columns = ", ".join(f'"{column}"' for column in layout.TABLES["incidents"])
    found = staging.connection.sql(
        f"SELECT {columns}, sha256(to_json([{texts}])) AS digest "  # noqa: S608
        "FROM (SELECT (row_number() OVER () - 1)::INTEGER AS position, * "
        "FROM (SELECT * FROM rows JOIN intervals USING (start_day, end_day) "
        f"JOIN places USING (province, district_id) {order}))"
    )
    passing = _digested(found.to_arrow_reader(BATCH), digest)
    return pa.RecordBatchReader.from_batches(layout.arrow("incidents"), passing)


def _digested(rows: pa.RecordBatchReader, digest: Any) -> Iterator[pa.RecordBatch]:
    schema = layout.arrow("incidents")
    last = ("", "")
    for batch in rows:
        digest.update("".join(batch.column("digest").to_pylist()).encode())
        first = (str(batch.column("date_start")[0]), str(batch.column("id")[0]))
        if first < last:
            raise RuntimeError(f"rows came out of order: {first} after {last}")
        last = (str(batch.column("date_start")[-1]), str(batch.column("id")[-1]))
        yield batch.drop_columns(["digest"]).cast(schema)


def _is_ordered(staging: Staging) -> bool:
    """Return whether the rows lie in order already, as a file of ours does: then no sorting."""
    disordered = staging.one(
        "SELECT 1 FROM (SELECT date_start AS day, id, lag(date_start) OVER () AS day_before, "
        "lag(id) OVER () AS id_before FROM rows) "
        "WHERE day < day_before OR (day = day_before AND id < id_before) LIMIT 1"
    )
    return disordered is None


def _reader(staging: Staging, sql: str) -> pa.RecordBatchReader:
    return staging.connection.sql(sql).to_arrow_reader(BATCH)


def _facts(staging: Staging) -> dict[str, Any]:
    rows, first, last = staging.one("SELECT count(*), min(date_start), max(date_end) FROM rows")
    made_up = staging.one(f"SELECT count(*) FROM rows WHERE dataset = '{layout.SYNTHETIC}'")  # noqa: S608
    return {
        "layout": layout.LAYOUT,
        "rows": rows,
        "first": first.isoformat(),
        "last": last.isoformat(),
        "as_of": last.isoformat(),
        "outlets": _distinct(staging, "outlet"),
        "datasets": _distinct(staging, "dataset"),
        "synthetic": made_up[0],
    }


def _distinct(staging: Staging, column: str) -> list[str]:
    asked = f"SELECT DISTINCT {column} FROM rows WHERE {column} <> '' ORDER BY 1"  # noqa: S608
    return [value for (value,) in staging.connection.execute(asked).fetchall()]


def _meta(facts: dict[str, Any]) -> pa.RecordBatchReader:
    import pyarrow as pa

    values = [json.dumps(value, ensure_ascii=False) for value in facts.values()]
    rows = pa.record_batch([list(facts), values], schema=layout.arrow("meta"))
    return pa.RecordBatchReader.from_batches(rows.schema, [rows])
