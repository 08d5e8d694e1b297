"""Rows of a view in order: one page of them, or all of them piece by piece."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from incidents import few
from incidents.kept import Kept
from incidents.selection import Selection
from incidents.stores.layout import SHOWN

if TYPE_CHECKING:
    import ibis.expr.types as ir
    import pandas as pd
    import pyarrow as pa

    from incidents.store import Store

POSITIONS = {"position": "int32"}
AT_ONCE = 50_000  # rows of one piece
HELD = 5_000  # rows of a store that are all held here, not only where and when they are


class Whole(NamedTuple):
    """Every row of a store by position, columns ``SHOWN``: as Arrow and as an incidents frame."""

    table: pa.Table
    frame: pd.DataFrame


def is_held(store: Store) -> bool:
    """Return whether the rows of a store are so few that ``whole`` may be asked for."""
    return few.is_few(store) and store.size <= HELD


def whole(store: Store) -> Whole:
    """Return every row of a store whose rows are held, asked for once; not to be changed."""
    if not store.whole:
        table = Kept(store, Selection(), (), is_timed=False).ask(
            "whole",
            lambda: store.incidents.order_by("position").select(*SHOWN),
            lambda answer: answer.arrow(),
        )
        store.whole.append(Whole(table, tidy(table.to_pandas())))
    return store.whole[0]


def page(
    kept: Kept, offset: int, limit: int, order_by: str | None, descending: bool
) -> pd.DataFrame:
    """Return ``limit`` rows from the one numbered ``offset`` on; see ``View.page``."""
    if order_by is not None and order_by not in SHOWN:
        raise ValueError(
            f"order_by '{order_by}' is not a column; choose one of {', '.join(SHOWN)}."
        )
    if order_by is None and kept.is_everything:
        found = range(kept.store.size)[:: -1 if descending else 1][offset : offset + limit]
        return _at(kept, np.array(found, dtype=np.int32))
    return _at(kept, _positions(kept, offset, limit, order_by, descending))


def pieces(kept: Kept, size: int) -> Iterator[pa.Table]:
    """Return every row in the canonical order as Arrow tables of at most ``size`` rows.

    Each is a question of its own about the rows at so many positions, written once for all of
    them: nothing is held between. Where all rows are held, the pieces are the same.
    """
    if is_held(kept.store):
        yield from _held(kept, size)
        return
    for first in range(0, kept.store.size, size):
        part = np.arange(first, min(first + size, kept.store.size), dtype=np.int32)
        found = kept.ask(
            "piece",
            lambda: _among_asked(kept),
            lambda answer: answer.arrow(),
            {"asked": {"position": part}},
        )
        if found.num_rows:
            yield found


def _held(kept: Kept, size: int) -> Iterator[pa.Table]:
    table, positions = whole(kept.store).table, few.shown(kept).position
    for part in np.split(positions, np.searchsorted(positions, range(size, kept.store.size, size))):
        if len(part):
            yield table.take(part)


def listed(kept: Kept) -> pd.DataFrame:
    """Return every row in the canonical order at once."""
    if is_held(kept.store):
        found = whole(kept.store).frame.iloc[few.shown(kept).position]
        return found.reset_index(drop=True)
    return tidy(
        kept.frame(
            "rows", lambda: kept.shown("position", *SHOWN).order_by("position").select(*SHOWN)
        )
    )


def _among_asked(kept: Kept) -> ir.Table:
    import ibis

    asked = ibis.table(POSITIONS, name="asked").position
    rows = kept.shown("position", *SHOWN)
    return rows.filter(rows.position.isin(asked)).order_by("position").select(*SHOWN)


def _positions(
    kept: Kept, offset: int, limit: int, order_by: str | None, descending: bool
) -> np.ndarray[Any, Any]:
    def question() -> ir.Table:
        import ibis

        way = ibis.desc if descending else ibis.asc
        by = (order_by,) if order_by else ()
        rows = kept.shown("position", *by)
        unknown_last = [_is_unknown(rows[name]) for name in by]
        ordered = rows.order_by([*unknown_last, *map(way, by), way("position")])
        return ordered.select("position").limit(limit, offset=offset)

    found = kept.store.ask(question, kept.relations, None, lambda answer: answer.fetchall())
    return np.array([position for (position,) in found], dtype=np.int32)


def _is_unknown(column: ir.Value) -> ir.BooleanValue:
    return column == "" if column.type().is_string() else column.isnull()


def _at(kept: Kept, positions: np.ndarray[Any, Any]) -> pd.DataFrame:
    """Return the rows at these positions, in the order given."""

    def question() -> ir.Table:
        import ibis

        asked = ibis.table(POSITIONS, name="asked").position
        rows = kept.store.incidents
        return rows.filter(rows.position.isin(asked)).select("position", *SHOWN)

    relations = {"asked": {"position": positions}}
    rows = kept.store.ask(question, relations, "at", lambda answer: answer.df())
    placed = rows.set_index("position").loc[positions].reset_index(drop=True)
    return tidy(placed)


def tidy(rows: pd.DataFrame) -> pd.DataFrame:
    """Give the engine's answer the types of an incidents frame back."""
    from incidents import record

    dates = {name: "datetime64[ns]" for name in record.DATES}
    counts = {name: "Int64" for name in record.WHOLE_NUMBERS}
    sums = {name: "Float64" for name in record.NUMBERS}
    texts = {name: "str" for name in SHOWN if name not in {*dates, *counts, *sums}}
    return rows.astype({**dates, **counts, **sums, **texts})
