"""What the reports of a view say was paid: one row each where they are few, else counted alike."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from incidents.dataset import DATA
from incidents.grouped import listed
from incidents.market import REDENOMINATION
from incidents.money import Derived, derive
from incidents.rates.days import EPOCH
from incidents.view import View

if TYPE_CHECKING:
    import ibis.expr.types as ir
    import pandas as pd

CURRENCIES = ("USD", "KRW", "CNY", "KPW")
REPORTED = ("id", "date_start", "date_end", "event_type", "agency", "province")
PAID = ("bribe_amount", "bribe_currency", "bribe_in_kind")
ALIKE = ("bribe_currency", "bribe_amount", "start_day", "end_day", "agency", "province")


@dataclass(frozen=True, slots=True)
class Paid:
    """How many reports say what was paid: in all, a sum of money, something in kind."""

    reports: int = 0
    sums: int = 0
    kind: int = 0


def count(view: View) -> Paid:
    """Return how many of the reports a view shows say what was paid."""

    def question() -> ir.Table:
        found = _paid(view.shown(*PAID))
        has = {"sum": found.bribe_amount.notnull(), "kind": found.bribe_in_kind != ""}
        made = found.select(**has)
        return made.group_by(["sum", "kind"]).aggregate(n=made.count())

    found = view.frame("paid count", question)
    n, is_sum, is_kind = found["n"], found["sum"].astype(bool), found["kind"].astype(bool)
    return Paid(int(n.sum()), int(n[is_sum].sum()), int(n[is_kind].sum()))


def each(view: View, *more: str) -> pd.DataFrame:
    """Return the rows that say what was paid, for `payments`; only where they are few."""
    columns = dict.fromkeys((*REPORTED, *PAID, *more))
    found = listed(view, *columns, where=_says, name="paid")
    return found.astype({"bribe_amount": "Float64", "date_start": "M8[s]", "date_end": "M8[s]"})


def sums(view: View) -> pd.DataFrame:
    """Return the sums of money reported, those alike as one row.

    One row is one currency, amount, interval, agency and province as reported: currency,
    amount, start_day, end_day (ordinals), year (of end_day), agency, province, and n, how many
    reports agree in them.
    """

    def question() -> ir.Table:
        shown = view.shown(*ALIKE)
        found = shown.filter(shown.bribe_amount.notnull())
        return found.group_by(ALIKE).aggregate(n=found.count()).order_by(ALIKE)

    found = view.frame("paid sums", question)
    days = (found["end_day"].to_numpy(dtype=np.int64) - EPOCH).astype("datetime64[D]")
    year = days.astype("datetime64[Y]").astype(np.int64) + 1970
    return found.rename(columns={"bribe_currency": "currency", "bribe_amount": "amount"}).assign(
        year=year
    )


def kinds(view: View) -> pd.DataFrame:
    """Return what was paid in kind, the most frequent first: in_kind, n (reports)."""

    def question() -> ir.Table:
        shown = view.shown("bribe_in_kind")
        found = shown.filter(shown.bribe_in_kind != "")
        return found.group_by("bribe_in_kind").aggregate(n=found.count())

    found = view.frame("paid kinds", question).rename(columns={"bribe_in_kind": "in_kind"})
    return found.sort_values(["n", "in_kind"], ascending=[False, True], ignore_index=True)


def _says(rows: ir.Table) -> ir.BooleanValue:
    said: ir.BooleanValue = rows.bribe_amount.notnull() | (rows.bribe_in_kind != "")
    return said


def _paid(rows: ir.Table) -> ir.Table:
    return rows.filter(_says(rows))


def in_currency(found: pd.DataFrame, currency: str, folder: Path = DATA) -> pd.DataFrame:
    """Return the `sums` that are reported in a currency or may be derived in it.

    Added: low and high in the currency, and is_derived. Those without a rate are left out.
    """
    old = found["start_day"].to_numpy() < REDENOMINATION.toordinal()
    keys = list(zip(found["currency"], old.tolist(), found["end_day"].tolist(), strict=True))
    units = {key: _unit(*key, currency, folder) for key in dict.fromkeys(keys)}
    low, high = (np.array([units[key][end] for key in keys], dtype=float) for end in (0, 1))
    amount = found["amount"].to_numpy(dtype=float)
    made = found.assign(
        low=amount * low, high=amount * high, is_derived=found["currency"] != currency
    )
    return made[(made["low"] > 0) & np.isfinite(made["high"])]


@lru_cache(maxsize=100_000)
def _unit(
    reported: str, begins_old: bool, end: int, currency: str, folder: Path
) -> tuple[float, float]:
    """Return what one unit of a reported currency is in another: low, high; NaN without a rate."""
    if reported == currency:
        return 1.0, 1.0
    start = date.min if begins_old else date.fromordinal(end)
    record = {
        "bribe_amount": 1, "bribe_currency": reported, "date_start": start,
        "date_end": date.fromordinal(end),
    }  # fmt: skip
    found = (one for one in derive(record, folder) if one.currency == currency)
    return next(((one.low, one.high) for one in found), (math.nan, math.nan))


def payments(rows: pd.DataFrame, folder: Path = DATA) -> pd.DataFrame:
    """What was paid, as reported and as derived.

    One row is one incident with a sum or something in kind: id, date_start, date_end,
    event_type, agency, province, amount, currency, in_kind as reported; then usd, krw, cny
    and kpw as low and high (usd_low .. kpw_high), missing where nothing may be derived. The
    reported currency has no derived columns of its own. Order: as the rows.
    """
    import pandas as pd

    paid = rows[rows["bribe_amount"].notna() | (rows["bribe_in_kind"] != "")]
    kept = ["id", "date_start", "date_end", "event_type", "agency", "province"]
    reported = paid[kept].assign(
        amount=paid["bribe_amount"], currency=paid["bribe_currency"], in_kind=paid["bribe_in_kind"]
    )
    columns = [f"{c}_{end}" for c in map(str.lower, CURRENCIES) for end in ("low", "high")]
    figures = [_figures(derive(record, folder)) for record in _records(paid)]
    derived = pd.DataFrame(figures, index=paid.index, columns=columns).astype("Float64")
    return reported.join(derived).reset_index(drop=True)


def _records(rows: pd.DataFrame) -> list[dict[str, Any]]:
    return [{str(key): value for key, value in row.items()} for row in rows.to_dict("records")]


def _figures(derived: Iterable[Derived]) -> dict[str, float]:
    return {
        f"{one.currency.lower()}_{end}": value
        for one in derived
        for end, value in (("low", one.low), ("high", one.high))
    }
