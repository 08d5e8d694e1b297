"""All occasions at once: every default run-up ranked, with what chance alone would bring up."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import streamlit as st

from incidents.view import View
from ui import state
from ui.plain import plain

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = {
    "label": "Occasion",
    "window": "Window",
    "ratio_expected": "Ratio, expected",
    "surely": "Ratio, surely inside (95 %)",
    "possibly": "Ratio, possibly inside (95 %)",
    "percentile": "Percentile",
    "q": "q-value",
    "n": "Reports: surely / expected / possibly",
    "tied": "Tied by a source",
    "inside_days": "Days inside",
    "years": "Years",
}
TOO_WIDE = (
    "Reports are counted, not events. Most reports give a week or a month, so a short window is "
    "rarely surely and often possibly hit: a ratio holds only if both ways of counting carry it."
)


def draw(view: View) -> None:
    """Draw the note on chance, then the ranked table, a row of which can be looked at closer."""
    from incidents import rates

    rows, chosen = view.untimed(), view.selection
    if rows.empty:
        st.info("No report passes the filters, so there is nothing to rank.")
        return
    ranking = rates.rank(rows, view.calendar, view.span, chosen.years, chosen.without_tied)
    st.markdown(plain(rates.chance_note(ranking)))
    st.caption(TOO_WIDE)
    picked = st.dataframe(
        table(ranking),
        hide_index=True,
        column_config=_formats(),
        on_select="rerun",
        selection_mode="single-row",
        height="content",
        key="all_occasions",
        alt="Every occasion with its window, ratios, percentile and q-value, the most raised first",
    )
    _closer(ranking, picked)
    st.caption(_told(chosen.without_tied, len(rows)))


def table(ranking: pd.DataFrame) -> pd.DataFrame:
    """Return the ranking as a reader sees it, same order; percentile from 0 to 100.

    A percentile is rounded down, so that none is promoted over a threshold.
    """
    import pandas as pd

    each = ranking.to_dict("records")
    shown = ranking.assign(
        window=[_window(row["before"], row["after"]) for row in each],
        surely=[_ratio(row, "within") for row in each],
        possibly=[_ratio(row, "touches") for row in each],
        n=[f"{row['within']:,} / {row['expected']:,.1f} / {row['touches']:,}" for row in each],
        percentile=pd.Series([_percentile(row["percentile"]) for row in each], dtype="Int64"),
        ratio_expected=ranking["ratio_expected"].astype("Float64"),
    )
    return shown[list(COLUMNS)].rename(columns=COLUMNS)


def _window(before: int, after: int) -> str:
    """Return a window in short.

    >>> _window(18, 0), _window(1, 2), _window(0, 0)
    ('18 days before', '1 day before to 2 after', 'the day itself')
    """
    if not before and not after:
        return "the day itself"
    start = f"{before} {'day' if before == 1 else 'days'} before"
    return f"{start} to {after} after" if after else start


def _ratio(row: Mapping[Any, Any], counting: str) -> str:
    from incidents.rates import Ratio
    from ui.forest import in_words

    value, low, high = (_known(row[f"{name}_{counting}"]) for name in ("ratio", "low", "high"))
    return in_words(Ratio(value, low, high), row["inside_days"], row["outside_days"])


def _known(value: Any) -> float | None:
    return None if value is None or math.isnan(value) else float(value)


def _percentile(share: Any) -> int | None:
    known = _known(share)
    return None if known is None else math.floor(known * 100 + 1e-9)


def _formats() -> dict[str, Any]:
    return {
        COLUMNS["label"]: st.column_config.TextColumn(width=250),
        COLUMNS["ratio_expected"]: st.column_config.NumberColumn(format="%.2f"),
        COLUMNS["q"]: st.column_config.NumberColumn(format="%.3f"),
    }


def _closer(ranking: pd.DataFrame, picked: Any) -> None:
    """Draw the way from a chosen row to its occasion as the period."""
    places = [place for place in picked.selection.rows if place < len(ranking)]
    if not places:
        st.caption("Choose a row to make that occasion the period.")
        return
    row = ranking.iloc[places[0]]
    st.button(
        f"Make this the period: {plain(row['label'])}",
        on_click=state.change,
        kwargs={"period": str(row["occasion"]), "before": None, "after": None},
    )


def _told(without_tied: bool, rows: int) -> str:
    tied = "without the reports a source ties to that occasion" if without_tied else "all reports"
    return (
        f"{rows:,} reports pass the filters (the period plays no part; chosen years do); each "
        f"occasion is compared over {tied}, with its default window."
    )
