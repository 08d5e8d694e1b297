"""How a derived amount was worked out: its rates, each with day, city and source."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import streamlit as st

from incidents.market import Rate
from incidents.money import Derived, derive
from incidents.words import say
from ui.cards import address, when
from ui.paid_charts import reported_sum
from ui.plain import is_link, plain

if TYPE_CHECKING:
    import pandas as pd


def draw_how(rows: pd.DataFrame) -> None:
    """Draw, for a payment the reader chooses, each derived amount with its rates and sources."""
    records: dict[str, dict[str, Any]] = {
        row["id"]: {str(k): v for k, v in row.items()} for row in rows[::-1].to_dict("records")
    }
    with st.expander(say("paid.how")):
        chosen = st.selectbox(
            say("paid.payment"), list(records), key="paid_how",
            format_func=lambda one: _payment(records[one]),
        )  # fmt: skip
        record = records[chosen]
        total = plain(reported_sum(_amount(record)))
        st.markdown(say("paid.reported_sum", sum=total, note=_note(record)))
        found = derive(record)
        for one in found:
            st.markdown(say("paid.derived_line", currency=one.currency, words=plain(one.words)))
            st.markdown("\n".join(f"- {line}" for line in rate_lines(one)))
        if not found:
            st.caption(say("paid.nothing_derived"))


def rate_lines(one: Derived) -> Iterable[str]:
    """Return each rate in Markdown: the rate, its date and city, and its source as a link."""
    for rate in one.rates:
        first, second = rate.pair.split("/")
        said = say("money.line", other=second, rate=rate.rate, one=first, when=rate.where_and_when)
        yield f"{plain(said)}: {_source(rate)}"


def _source(rate: Rate) -> str:
    name = plain(rate.outlet or say("paid.official_average"))
    return f"[{name}]({address(rate.source_url)})" if is_link(rate.source_url) else name


def _amount(record: Mapping[Any, Any]) -> dict[str, Any]:
    return {"amount": record["bribe_amount"], "currency": record["bribe_currency"]}


def _payment(record: Mapping[Any, Any]) -> str:
    return f"{reported_sum(_amount(record))} · {when(record)} · {record['id']}"


def _note(record: Mapping[Any, Any]) -> str:
    """Return what the report itself says of the sum, which may name its own rate."""
    said = " ".join(filter(None, (record["summary"], record["note"])))
    return plain(said)
