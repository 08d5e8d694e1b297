"""Payments as tables: every one as reported and as derived, and those in kind."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import streamlit as st

from incidents import labels
from incidents.money import figures
from incidents.payments import CURRENCIES
from incidents.words import say
from ui.cards import agencies, when
from ui.paid_charts import reported_sum

if TYPE_CHECKING:
    import pandas as pd

KIND = ("when", "in_kind", "event", "agency", "province", "id")


def draw_kind(paid: pd.DataFrame) -> None:
    """Draw the payments in kind, if there are any."""
    kind = paid[paid["in_kind"] != ""]
    if kind.empty:
        return
    st.subheader(say("paid.in_kind_heading"), anchor=False)
    shown = described(kind)[[say(f"paid.{name}") for name in KIND]]
    st.dataframe(shown, hide_index=True, alt=say("paid.in_kind_table"))


def draw_all(paid: pd.DataFrame) -> None:
    """Draw every payment as a row."""
    st.dataframe(described(paid), hide_index=True, alt=say("paid.table"))


def described(paid: pd.DataFrame) -> pd.DataFrame:
    """Return one row a payment in words; derived amounts are marked so in their heading."""
    import pandas as pd

    each = paid.to_dict("records")
    derived = {
        say("paid.derived", currency=code): [_range(row, code.lower()) for row in each]
        for code in CURRENCIES
    }
    shown = {
        say("paid.when"): [when(row) for row in each],
        say("paid.reported"): ["" if pd.isna(row["amount"]) else reported_sum(row) for row in each],
        say("paid.in_kind"): [row["in_kind"] for row in each],
        **derived,
        say("paid.event"): [labels.event_type(row["event_type"]) for row in each],
        say("paid.agency"): [agencies(row["agency"]) for row in each],
        say("paid.province"): [labels.province(row["province"]) for row in each],
        say("paid.id"): [row["id"] for row in each],
    }
    return pd.DataFrame(shown)


def _range(row: Mapping[Any, Any], name: str) -> str:
    """Return a derived amount to three figures, a range where the rates differ, "" without one."""
    import pandas as pd

    low, high = row[f"{name}_low"], row[f"{name}_high"]
    if pd.isna(low):
        return ""
    first, last = figures(low), figures(high)
    return first if first == last else say("money.range", low=first, high=last)
