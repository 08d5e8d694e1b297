"""What was paid: bribes and levies as reported and as derived, by time, agency and province."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import streamlit as st

from incidents import payments
from incidents.grouped import everything
from incidents.lag import unfinished
from incidents.view import View
from incidents.words import say
from ui import paid_many, paid_tables
from ui.paid_charts import by, over_time, show, spots, strip
from ui.paid_how import draw_how
from ui.plain import plain

if TYPE_CHECKING:
    import pandas as pd

MOST = 2_000  # payments up to which each is drawn
STRIP, ROW, MARGIN = 140, 30, 70  # pixels


def draw(view: View) -> None:
    """Draw what the rows shown say was paid, or a sentence that they say nothing of it."""
    counted = payments.count(view)
    if not counted.reports:
        st.info(say("paid.nothing"))
        return
    both = counted.sums + counted.kind - counted.reports
    numbers = {"n": counted.reports, "sums": counted.sums, "kind": counted.kind, "both": both}
    entry = "counted_both" if both else "counted"
    st.markdown(say(f"paid.{entry}", rows=view.rows_count, **numbers))
    st.caption(say("paid.not_summed"))
    if counted.reports > MOST:
        st.caption(say("paid.binned", most=MOST))
        paid_many.draw(view, choose_currency)
    else:
        _each(view)


def _each(view: View) -> None:
    rows = payments.each(view, "summary", "note")
    paid = payments.payments(rows)
    sums = paid[paid["amount"].notna()]
    if not sums.empty:
        times = _times(view, sums)
        _reported(sums, times)
        _derived(sums, times)
        draw_how(rows[rows["id"].isin(sums["id"])])
    paid_tables.draw_kind(paid)
    with st.expander(say("paid.as_table")):
        paid_tables.draw_all(paid)


def _reported(sums: pd.DataFrame, times: tuple[list[str], str | None]) -> None:
    """Draw one chart a reported currency, on one axis of time."""
    st.subheader(say("paid.as_reported"), anchor=False)
    for currency in sums["currency"].value_counts().index:
        found = spots(sums, currency, reported_only=True)
        told = say("paid.chart_reported", currency=currency)
        show(over_time(found, currency, *times), STRIP, told, f"paid_{currency}")


def choose_currency() -> str:
    """Return the currency of the reader's choice, drawn under its heading."""
    st.subheader(say("paid.one_currency"), anchor=False)
    chosen = st.segmented_control(
        say("paid.in"), list(payments.CURRENCIES), default="USD", key="paid_in",
        format_func=lambda code: say("paid.currency", code=code, name=say(f"money.{code}")),
        label_visibility="collapsed",
    )  # fmt: skip
    return chosen or "USD"


def _derived(sums: pd.DataFrame, times: tuple[list[str], str | None]) -> None:
    """Draw the amounts in one currency of the reader's choice, over time and by who and where."""
    code = choose_currency()
    found = spots(sums, code)
    if found.empty:
        st.caption(say("paid.none_in_it"))
        return
    left = len(sums) - len(found)
    missing = [say("paid.no_rate", n=left)] if left else []
    st.caption(" ".join([say("paid.up_and_down"), *missing]))
    show(over_time(found, code, *times), 240, say("paid.chart_time", currency=code), "paid_time")
    names = ("agency", "province")
    each = {column: by(found, column) for column in names}
    height = ROW * max(named[column].nunique() for column, named in each.items()) + MARGIN
    for place, column in zip(st.columns(2, gap="large"), names, strict=True):
        with place:
            told = say(f"paid.chart_{column}", currency=code)
            st.markdown(f"**{plain(told)}**")
            show(strip(each[column], column, code), height, told, f"paid_{column}")
    st.caption(say("paid.several_agencies"))


def _times(view: View, sums: pd.DataFrame) -> tuple[list[str], str | None]:
    """Return the first and last day (ISO) of the axis of time, and from when it is incomplete."""
    end = min(date(sums["date_end"].max().year, 12, 31), view.span.last)
    day = unfinished(everything(view))
    ends = [f"{sums['date_start'].min().year}-01-01", (end + timedelta(days=1)).isoformat()]
    return ends, day.isoformat() if day and day <= end else None
