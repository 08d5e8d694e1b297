"""All occasions at once: every default run-up ranked, with what chance alone would bring up."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import streamlit as st

from incidents import labels
from incidents.view import View
from incidents.words import language, say
from ui import state
from ui.plain import plain

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = (
    "label", "window", "ratio_expected", "surely", "possibly", "percentile", "q", "n", "tied",
    "inside_days", "years",
)  # fmt: skip
NAMES = {"en": 345, "ko": 200}  # pixels of the longest name of an occasion


def draw(view: View) -> None:
    """Draw the note on chance, then the ranked table, a row of which can be looked at closer."""
    from incidents import rates

    rows, chosen = view.without_time.rows_count, view.selection
    if not rows:
        st.info(say("ranking.nothing"))
        return
    ranking = rates.ranked(view)
    named = view.calendar.occasions
    ranking["label"] = [labels.name(named[code]) for code in ranking["occasion"]]
    st.markdown(plain(rates.chance_note(ranking)))
    alike = [say("ranking.all_one")] if all_one(ranking) else []
    st.caption(" ".join([say("ranking.too_wide"), *alike]))
    picked = st.dataframe(
        table(ranking),
        hide_index=True,
        column_config=_formats(),
        on_select="rerun",
        selection_mode="single-cell",  # a click anywhere in a row, no box to aim at
        height="content",
        key="all_occasions",
        alt=say("ranking.table"),
    )
    _closer(ranking, picked)
    entry = "untied_reports" if chosen.without_tied else "all_reports"
    st.caption(say(f"ranking.{entry}", rows=rows))


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
    told = [name for name in COLUMNS if name != "q" or not all_one(ranking)]
    return shown[told].rename(columns={name: say(f"ranking.{name}") for name in told})


def all_one(ranking: pd.DataFrame) -> bool:
    """Return whether every q-value is 1 to three places: a column of it would tell nothing."""
    return bool((ranking["q"].dropna() >= 0.9995).all())


def _window(before: int, after: int) -> str:
    """Return a window in short.

    >>> _window(18, 0), _window(1, 2), _window(0, 0)
    ('18 days before', '1 day before to 2 after', 'the day itself')
    """
    if not before and not after:
        return say("ranking.itself")
    if after:
        return say("ranking.around", before=before, after=after)
    return say("ranking.before", n=before)


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
        say("ranking.label"): st.column_config.TextColumn(width=NAMES[language()]),
        say("ranking.surely"): st.column_config.TextColumn(width=140),
        say("ranking.possibly"): st.column_config.TextColumn(width=152),
        say("ranking.n"): st.column_config.TextColumn(width=195, help=say("ranking.n_told")),
        say("ranking.ratio_expected"): st.column_config.NumberColumn(format="%.2f"),
        say("ranking.q"): st.column_config.NumberColumn(format="%.3f"),
    }


def _closer(ranking: pd.DataFrame, picked: Any) -> None:
    """Draw the way from a chosen row to its occasion as the period."""
    places = [place for place, _ in picked.selection.cells if place < len(ranking)]
    if not places:
        st.caption(say("ranking.choose"))
        return
    row = ranking.iloc[places[0]]
    st.button(
        say("ranking.make", label=plain(row["label"])),
        on_click=state.change,
        kwargs={"period": str(row["occasion"]), "before": None, "after": None},
    )
