"""Reports alike counted together in the engine: what statements about time are worked out from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from incidents.selection import Selection
from incidents.view import View, look

if TYPE_CHECKING:
    import ibis.expr.types as ir
    import pandas as pd

Where = Callable[["ir.Table"], "ir.BooleanValue"]

# What no store keeps as a column: the year of the last day, and the days from it to the report
# (negative: told while it was still running).
WORKED_OUT: Mapping[str, Callable[[ir.Table], ir.Value]] = {
    "last_year": lambda rows: rows.date_end.year(),
    "lag": lambda rows: _day(rows.reported_on).delta(_day(rows.date_end), unit="day"),
}
NEEDS = {
    "last_year": ("date_end",),
    "lag": ("reported_on", "date_end"),
}


def _day(column: ir.Value) -> ir.DateValue:
    day: ir.DateValue = column.cast("date")
    return day


def grouped(view: View, *columns: str) -> pd.DataFrame:
    """Return the reports a view shows, those that agree in the columns as one row.

    One row is one combination that occurs, with ``n``, the number of its reports. Columns are
    those of ``View.counted`` and those of ``WORKED_OUT``.
    """
    if not any(name in WORKED_OUT for name in columns):
        return view.counted(*columns).rename(columns={"rows": "n"})

    def question() -> ir.Table:
        needed = dict.fromkeys(n for column in columns for n in NEEDS.get(column, (column,)))
        shown = view.shown(*needed)
        made = shown.mutate(**{c: WORKED_OUT[c](shown) for c in columns if c in WORKED_OUT})
        return made.group_by(columns).aggregate(n=made.count()).order_by(columns)

    return view.frame(f"grouped {' '.join(columns)}", question)


def listed(view: View, *columns: str, where: Where | None = None, name: str = "") -> pd.DataFrame:
    """Return the columns of the reports a view shows, one row a report, by date_start then id.

    Only for reports known to be few. ``where`` keeps some of them; ``name`` then stands for it.
    """

    def question() -> ir.Table:
        shown = view.shown("position", *columns)
        some = shown.filter(where(shown)) if where else shown
        return some.order_by("position").select(*columns)

    return view.frame(f"listed {' '.join((*columns, name))}", question)


def everything(view: View) -> View:
    """Return the view of all that the store holds."""
    return look(view.store, Selection(), view.calendar)
