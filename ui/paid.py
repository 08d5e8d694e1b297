"""What was paid: bribes and levies as reported and as derived, by time, agency and province."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import streamlit as st

from geo.places import provinces
from incidents.lag import incomplete_from
from incidents.market import Rate
from incidents.money import Derived, derive, payments
from incidents.record import EVENT_TYPES
from incidents.selection import Selection
from incidents.view import View
from ui.cards import address, agencies
from ui.paid_charts import by, over_time, reported_sum, spots, strip, when
from ui.plain import is_link, plain

if TYPE_CHECKING:
    import pandas as pd

CURRENCIES = {
    "USD": "US dollars", "KRW": "South Korean won", "CNY": "Chinese yuan",
    "KPW": "North Korean won",
}  # fmt: skip
STRIP, ROW, MARGIN = 140, 30, 120  # pixels
NOT_SUMMED = (
    "Amounts of different reports are single cases and are never added up. Sums in different "
    "currencies stand apart; a derived amount is this atlas's own and no source's."
)


def draw(view: View) -> None:
    """Draw what the rows shown say was paid, or a sentence that they say nothing of it."""
    rows = view.rows
    paid = payments(rows)
    if paid.empty:
        st.info("No report in this view says what was paid, in money or in kind.")
        return
    sums = paid[paid["amount"].notna()]
    st.markdown(_counted(view, paid, sums))
    st.caption(NOT_SUMMED)
    if not sums.empty:
        _reported(view, sums)
        _derived(view, sums)
        _how(rows[rows["id"].isin(sums["id"])])
    _in_kind(paid)
    with st.expander("As a table"):
        _table(paid)


def _counted(view: View, paid: pd.DataFrame, sums: pd.DataFrame) -> str:
    kind = int((paid["in_kind"] != "").sum())
    return (
        f"**{len(paid):,}** of {view.rows_count:,} reports say what was paid: "
        f"**{len(sums):,}** a sum of money, **{kind:,}** something in kind (some both)."
    )


def _reported(view: View, sums: pd.DataFrame) -> None:
    """Draw one chart a reported currency, on one axis of time."""
    st.subheader("As reported", anchor=False)
    times = _times(view, sums)
    for currency in sums["currency"].value_counts().index:
        found = spots(sums, currency, reported_only=True)
        told = f"Amounts in {currency} as reported"
        _show(over_time(found, currency, *times), STRIP, told, f"paid_{currency}")


def _derived(view: View, sums: pd.DataFrame) -> None:
    """Draw the amounts in one currency of the reader's choice, over time and by who and where."""
    st.subheader("In one currency", anchor=False)
    currency = st.segmented_control(
        "In", list(CURRENCIES), default="USD", key="paid_in",
        format_func=lambda code: f"{code}, {CURRENCIES[code]}", label_visibility="collapsed",
    )  # fmt: skip
    found = spots(sums, currency or "USD")
    if found.empty:
        st.caption("No amount is reported in it, and none may be derived.")
        return
    left = len(sums) - len(found)
    missing = f" {left:,} more have no rate that may be used." if left else ""
    st.caption(f"A line up and down is a range from the lowest to the highest rate.{missing}")
    code, times = currency or "USD", _times(view, sums)
    _show(over_time(found, code, *times), 240, f"Amounts in {code} over time", "paid_time")
    first, second = st.columns(2, gap="large")
    for place, column in ((first, "agency"), (second, "province")):
        with place:
            _by_name(found, column, code)
    st.caption("A report that names several agencies stands in the line of each.")


def _times(view: View, sums: pd.DataFrame) -> tuple[list[str], str | None]:
    """Return the first and last day (ISO) of the axis of time, and from when it is incomplete."""
    end = min(date(sums["date_end"].max().year, 12, 31), view.span.last)
    everything = replace(view, selection=Selection(), windows=(), reason=None).untimed()
    day = incomplete_from(everything)
    ends = [f"{sums['date_start'].min().year}-01-01", (end + timedelta(days=1)).isoformat()]
    return ends, day.isoformat() if day and day <= end else None


def _by_name(found: pd.DataFrame, column: str, currency: str) -> None:
    each = by(found, column)
    height = ROW * each[column].nunique() + MARGIN
    _show(strip(each, column, currency), height, f"By {column}, {currency}", f"paid_{column}")


def _how(rows: pd.DataFrame) -> None:
    """Draw, for a payment the reader chooses, each derived amount with its rates and sources."""
    records: dict[str, dict[str, Any]] = {
        row["id"]: {str(k): v for k, v in row.items()} for row in rows[::-1].to_dict("records")
    }
    with st.expander("How a derived amount was worked out"):
        chosen = st.selectbox(
            "Payment", list(records), format_func=lambda one: _payment(records[one]), key="paid_how"
        )
        record = records[chosen]
        st.markdown(f"Reported: **{plain(reported_sum(_amount(record)))}**. {_note(record)}")
        found = derive(record)
        for one in found:
            st.markdown(f"**{one.currency}**: {plain(one.words)}. Derived, not reported.")
            st.markdown("\n".join(f"- {line}" for line in rate_lines(one)))
        if not found:
            st.caption(
                "Nothing is derived: no rate lies within 120 days, or none may be used (old won "
                "before 30 November 2009, one lone market rate)."
            )


def rate_lines(one: Derived) -> Iterable[str]:
    """Return each rate in Markdown: the rate, its date and city, and its source as a link."""
    for rate in one.rates:
        first, second = rate.pair.split("/")
        said = f"{second} {rate.rate:,g} per {first}, {rate.where_and_when}"
        yield f"{plain(said)}: {_source(rate)}"


def _source(rate: Rate) -> str:
    name = plain(rate.outlet or "official average")
    return f"[{name}]({address(rate.source_url)})" if is_link(rate.source_url) else name


def _amount(record: Mapping[Any, Any]) -> dict[str, Any]:
    return {"amount": record["bribe_amount"], "currency": record["bribe_currency"]}


def _payment(record: Mapping[Any, Any]) -> str:
    return f"{reported_sum(_amount(record))} · {when(record)} · {record['id']}"


def _note(record: Mapping[Any, Any]) -> str:
    """Return what the report itself says of the sum, which may name its own rate."""
    said = " ".join(filter(None, (record["summary"], record["note"])))
    return plain(said)


def _in_kind(paid: pd.DataFrame) -> None:
    kind = paid[paid["in_kind"] != ""]
    if kind.empty:
        return
    st.subheader("In kind", anchor=False)
    st.dataframe(
        _described(kind)[["When", "In kind", "Event", "Agency", "Province", "Id"]],
        hide_index=True, alt="Payments in kind",
    )  # fmt: skip


def _table(paid: pd.DataFrame) -> None:
    st.dataframe(_described(paid), hide_index=True, alt="Every payment as reported and as derived")


def _described(paid: pd.DataFrame) -> pd.DataFrame:
    """Return one row a payment in words; derived amounts are marked so in their heading."""
    import pandas as pd

    each, names = paid.to_dict("records"), provinces()
    shown = {
        "When": [when(row) for row in each],
        "Reported": ["" if pd.isna(row["amount"]) else reported_sum(row) for row in each],
        "In kind": [row["in_kind"] for row in each],
        **{f"{code}, derived": [_range(row, code.lower()) for row in each] for code in CURRENCIES},
        "Event": [EVENT_TYPES.get(row["event_type"], row["event_type"]) for row in each],
        "Agency": [agencies(row["agency"]) for row in each],
        "Province": [
            names[row["province"]].label if row["province"] in names else row["province"]
            for row in each
        ],
        "Id": [row["id"] for row in each],
    }
    return pd.DataFrame(shown)


def _range(row: Mapping[Any, Any], name: str) -> str:
    """Return a derived amount to three figures, a range where the rates differ, "" without one."""
    import pandas as pd

    low, high = row[f"{name}_low"], row[f"{name}_high"]
    if pd.isna(low):
        return ""
    first, last = _figures(low), _figures(high)
    return first if first == last else f"{first} to {last}"


def _figures(value: float) -> str:
    """Return a number to three figures, halves up, as the words of a derived amount have it.

    >>> _figures(217.03), _figures(1905000.0), _figures(2.439)
    ('217', '1,910,000', '2.44')
    """
    if value < 100:
        return f"{value:.2f}" if value < 10 else f"{value:.1f}"
    step = 10 ** (len(f"{value:.0f}") - 3)
    return f"{math.floor(value / step + 0.5) * step:,}"


def _show(chart: Any, height: int, told: str, key: str) -> None:
    # Labels of the single marks would name days in the reader's time zone; the table says them.
    drawn = chart.properties(height=height).configure_view(strokeWidth=0)
    st.altair_chart(drawn.configure_mark(aria=False), width="stretch", alt=told, key=key)
