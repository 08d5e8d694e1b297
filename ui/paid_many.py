"""What was paid where payments are many: counts in ranges of amounts, none drawn by itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
import streamlit as st

from incidents import labels, payments
from incidents.dates import day_in_words
from incidents.grouped import everything
from incidents.lag import unfinished
from incidents.view import View
from incidents.words import say
from ui import heat, vega
from ui.paid_charts import show
from ui.plain import plain

if TYPE_CHECKING:
    import pandas as pd

PER_DECADE = 4  # ranges between a power of ten and the next
LEAST_KINDS = 200  # lines of the table of kinds
ROW, MARGIN, NAMES = 26, 110, 150  # pixels
MOST_NAMES = 16


def draw(view: View, choose_currency: Callable[[], str]) -> None:
    """Draw sums as reported, in one currency by year, agency and province, and kinds."""
    sums = payments.sums(view)
    if len(sums):
        _incomplete(view)
        st.subheader(say("paid.as_reported"), anchor=False)
        for currency in payments.CURRENCIES:
            _reported(sums, currency)
        _derived(sums, choose_currency())
    _kinds(payments.kinds(view))
    if len(sums):
        with st.expander(say("paid.as_table")):
            st.dataframe(by_year(sums), hide_index=True, alt=say("paid.table_years"))


def _incomplete(view: View) -> None:
    day = unfinished(everything(view))
    if day:
        st.caption(say("paid.incomplete_from", day=day_in_words(day)))


def _reported(sums: pd.DataFrame, currency: str) -> None:
    own = sums[(sums["currency"] == currency) & (sums["amount"] > 0)]
    if len(own):
        found = bins(own.assign(low=own["amount"], high=own["amount"], name=own["year"]))
        told = say("paid.chart_reported", currency=currency)
        _show(found, currency, False, told, f"paid_{currency}")


def _derived(sums: pd.DataFrame, currency: str) -> None:
    found = payments.in_currency(sums, currency)
    if found.empty:
        st.caption(say("paid.none_in_it"))
        return
    left = int(sums["n"].sum() - found["n"].sum())
    if left:
        st.caption(say("paid.no_rate", n=left))
    is_derived = bool(found["is_derived"].any())
    told = say("paid.chart_time", currency=currency)
    _show(bins(found.assign(name=found["year"])), currency, is_derived, told, "paid_time")
    first, second = st.columns(2, gap="large")
    for place, column in ((first, "agency"), (second, "province")):
        with place:
            each = bins(named(found, column))
            told = say(f"paid.chart_{column}", currency=currency)
            st.markdown(f"**{plain(told)}**")
            _show(each, currency, is_derived, told, f"paid_{column}")
    st.caption(say("paid.several_agencies"))


def named(found: pd.DataFrame, column: str) -> pd.DataFrame:
    """Return the sums once for each agency (or province) named, its name in words."""
    label = labels.agency if column == "agency" else labels.province
    each = found.groupby([column, "low", "high"], as_index=False)["n"].sum()
    each = each.assign(name=each[column].str.split(";")).explode("name")
    names = {code: label(code) or say(f"paid.no_{column}") for code in each["name"].unique()}
    return each.assign(name=each["name"].map(names))


def bins(found: pd.DataFrame) -> pd.DataFrame:
    """Return how many reports lie in each range of amounts, by name: name, low, high, n.

    The amount of a range of rates is the geometric middle. Ranges are equal on a log axis.
    """
    middle = np.sqrt(found["low"].to_numpy(dtype=float) * found["high"].to_numpy(dtype=float))
    place = np.floor(np.log10(middle) * PER_DECADE + 1e-9).astype(np.int64)
    counted = found[["name", "n"]].assign(place=place)
    sums = counted.groupby(["name", "place"], as_index=False)["n"].sum()
    low, high = (10.0 ** ((sums["place"] + more) / PER_DECADE) for more in (0, 1))
    return sums.assign(low=low, high=high, name=sums["name"].astype(str)).drop(columns="place")


def by_year(sums: pd.DataFrame) -> pd.DataFrame:
    """Return one row a currency and year: reports, lowest, median and highest sum reported."""
    import pandas as pd

    rows = []
    for (currency, year), group in sums.groupby(["currency", "year"]):
        ordered = group.sort_values("amount")
        upto = ordered["n"].cumsum().to_numpy()
        middle = ordered["amount"].iloc[int(np.searchsorted(upto, (upto[-1] + 1) // 2))]
        ends = ordered["amount"].iloc[0], middle, ordered["amount"].iloc[-1]
        rows.append((currency, str(year), int(upto[-1]), *map(float, ends)))
    entries = ("currency_column", "year", "reports", "lowest", "middle", "highest")
    return pd.DataFrame(rows, columns=[say(f"paid.{entry}") for entry in entries])


def _kinds(kinds: pd.DataFrame) -> None:
    if kinds.empty:
        return
    st.subheader(say("paid.in_kind_heading"), anchor=False)
    names = {"in_kind": say("paid.in_kind"), "n": say("paid.reports")}
    shown = kinds.head(LEAST_KINDS).rename(columns=names)
    st.dataframe(shown, hide_index=True, alt=say("paid.in_kind_table"))
    if len(kinds) > LEAST_KINDS:
        st.caption(say("paid.kinds_shown", shown=LEAST_KINDS, n=len(kinds)))


def _show(found: pd.DataFrame, currency: str, is_derived: bool, told: str, key: str) -> None:
    """Draw counts of names by ranges of amounts; years in order, other names by their reports."""
    totals = found.groupby("name")["n"].sum().sort_values(ascending=False, kind="stable")
    is_years = found["name"].str.fullmatch("[0-9]+").all()
    order = sorted(totals.index) if is_years else list(totals.index[:MOST_NAMES])
    drawn = _chart(found[found["name"].isin(order)], order, currency, is_derived)
    show(drawn, ROW * len(order) + MARGIN, told, key)


def _chart(found: pd.DataFrame, order: list[str], currency: str, is_derived: bool) -> vega.Part:
    title = say("paid.axis_derived" if is_derived else "paid.axis", currency=currency)
    names = {"labelLimit": NAMES, "labelOverlap": False, "ticks": False}
    channels = {
        "x": vega.field(
            "low:Q", title=title, scale={"type": "log", "nice": False},
            axis={"format": "~s", "labelOverlap": True},
        ),
        "x2": vega.end("high"),
        "y": vega.field("name:N", sort=order, title=None, axis=names),
        "color": heat.color("n:Q", say("paid.reports"), heat.whole(int(found["n"].max()))),
        "tooltip": [
            vega.field("name:N", title=say("paid.tip_name")),
            vega.field("low:Q", format=",.3~r", title=say("paid.tip_low")),
            vega.field("high:Q", format=",.3~r", title=say("paid.tip_high")),
            vega.field("n:Q", format=",", title=say("paid.tip_reports")),
        ],
    }  # fmt: skip
    return vega.mark("rect", vega.rows(found), channels)
