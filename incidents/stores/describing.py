"""What is in a store, and whether it fits the schema: for people and scripts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from incidents import record
from incidents.faults import nearest
from incidents.store import Store
from incidents.stores import layout
from incidents.stores.opening import open_engine, store_at

MOST_NAMED = 5  # values of one column that a sentence names


def describe(store: str) -> dict[str, Any]:
    """Return rows, version, span, engine ... of a store, and ``faults``: why it does not fit.

    Raises StoreLost for a store that cannot be reached or was never filled.
    """
    from geo.places import provinces

    opened = store_at(store)
    engine = opened.engine
    faults = [*_table_faults(store)]
    if not faults:
        faults = [*_row_faults(opened, provinces())]
    return {
        "engine": engine.name,
        "rows": opened.size,
        "version": opened.version,
        "first": opened.span.first.isoformat(),
        "last": opened.span.last.isoformat(),
        "datasets": list(opened.datasets),
        "outlets": len(opened.outlets),
        "synthetic": opened.synthetic,
        "fits": not faults,
        "faults": faults,
    }


def _table_faults(store: str) -> Iterator[str]:
    engine = open_engine(store)
    for name, columns in layout.TABLES.items():
        found = engine.describe(name)
        for column, kind in columns.items():
            if column not in found:
                yield f"{name}: no column {column}. Load the store again."
            elif found[column] != kind:
                yield f"{name}: {column} is {found[column]}, not {kind}. Load the store again."


def _row_faults(store: Store, provinces: Mapping[str, Any]) -> Iterator[str]:
    yield from _count_faults(store)
    allowed = {
        "event_type": record.EVENT_TYPES,
        "date_precision": record.DATE_PRECISIONS,
        "place_precision": record.PLACE_PRECISIONS,
        "year_basis": {"": "", **record.YEAR_BASES},
        "reported_on_basis": {"": "", **record.REPORTED_ON_BASES},
        "province": {"": "", **provinces},
        "agency": {"": "", **record.AGENCIES},
    }
    for column, known in allowed.items():
        yield from _value_faults(store, column, known)


def _count_faults(store: Store) -> Iterator[str]:
    rows = store.incidents
    numbers = rows.aggregate(
        n=rows.count(),
        ids=rows.id.nunique(),
        turned=(rows.date_end < rows.date_start).sum(),
        highest=rows.position.max(),
    )
    found = store.ask(lambda: numbers, {}, None, lambda answer: answer.fetchall())
    n, ids, turned, highest = (int(number or 0) for number in found[0])
    if (n, highest) != (store.size, store.size - 1):
        yield f"incidents: {n:,} rows, but meta says {store.size:,}. Load it again."
    if ids != n:
        yield f"incidents: {n - ids:,} rows have an id that is there twice."
    if turned:
        yield f"incidents: {turned:,} rows have a date_end before their date_start."


def _value_faults(store: Store, column: str, known: Mapping[str, Any]) -> Iterator[str]:
    rows = store.incidents
    found = store.answer(rows.group_by(column).aggregate(n=rows.count()).order_by(column))
    parts = {part for cell in found[column] for part in str(cell).split(";")}
    for value in sorted(parts - set(known))[:MOST_NAMED]:
        yield f"incidents: {column} '{value[:60]}' is not known{nearest(value, known)}"
