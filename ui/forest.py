"""The charts of the run-up: its place among the moved windows, and its ratios year by year."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import streamlit as st

from incidents.rates import Comparison, Placebo, Ratio
from incidents.rates.words import percentile
from incidents.words import say
from ui.theme import quiet

if TYPE_CHECKING:
    import altair as alt
    import pandas as pd

SURELY, POSSIBLY = "surely", "possibly"  # ways of counting
ACTUAL = "#b97b12"  # reads on the light and on the dark ground alike
QUIET = "#8a8f9c"
BINS, MONTH = 24, 30
LEAST, MOST = 0.03, 100.0  # ratios beyond stand at the edge as triangles
TICKS = [0.1, 0.3, 1, 3, 10, 30, 100]
ROW, MARGIN = 30, 120  # pixels
SHAPES = ("ratio", "below", "above")  # where the value stands: on the axis or beyond


def in_words(ratio: Ratio, inside_days: int = 1, outside_days: int = 1) -> str:
    """Return a ratio with its interval, also where either is infinite or undefined.

    >>> in_words(Ratio(3.349, 1.598, 6.51))
    '3.35 (1.60 to 6.51)'
    >>> in_words(Ratio(None, 0.2, None))
    'infinite: no report outside (0.20 or more, no upper limit)'
    >>> in_words(Ratio(), 0, 300), in_words(Ratio())
    ('undefined: no day inside', 'undefined: no report')
    """
    if not ratio.known:
        sides = ("inside", inside_days), ("outside", outside_days)
        empty = next((side for side, days in sides if not days), None)
        return say(f"runup.no_day_{empty}" if empty else "runup.no_report")
    if ratio.high is None:
        value = say("runup.infinite") if ratio.value is None else f"{ratio.value:.2f}"
        return say("runup.ratio_open", value=value, low=ratio.low)
    return say("runup.ratio_closed", value=ratio.value, low=ratio.low, high=ratio.high)


def bins(placebo: Placebo) -> pd.DataFrame:
    """Return the histogram of the shifts: start, end (reports per 30 days), shifts.

    One row is one bin, of equal width from the lowest rate to the highest; every kept shift
    counts once, so the shifts add up to at most 365.
    """
    import numpy as np
    import pandas as pd

    rates = np.array(placebo.rates) * MONTH
    top = max(float(rates.max()), 1e-9)
    counts, edges = np.histogram(rates, bins=BINS, range=(0.0, top))
    return pd.DataFrame({"start": edges[:-1], "end": edges[1:], "shifts": counts})


def draw_placebo(placebo: Placebo) -> None:
    """Draw the shifts as a histogram with the actual place and its percentile marked."""
    import altair as alt

    found, actual = bins(placebo), placebo.rates[0] * MONTH
    label = say("runup.actual", place=percentile(placebo.percentile or 0.0))
    is_right = actual > found["end"].iloc[-1] / 2
    x = alt.X(
        "start:Q",
        bin="binned",
        title=say("runup.per_month"),
        axis=alt.Axis(tickCount=6, grid=False),
    )
    bars = alt.Chart(found).mark_bar(binSpacing=1).encode(
        x=x,
        x2="end:Q",
        y=alt.Y("shifts:Q", title=say("runup.moves_axis"), axis=alt.Axis(tickCount=4)),
        tooltip=[
            alt.Tooltip("start:Q", format=".2f", title=say("runup.from_rate")),
            alt.Tooltip("end:Q", format=".2f", title=say("runup.to_rate")),
            alt.Tooltip("shifts:Q", title=say("runup.moves_in_bin")),
        ],
    )  # fmt: skip
    place = alt.Chart(alt.Data(values=[{"at": actual, "label": label}]))
    rule = place.mark_rule(color=ACTUAL, strokeWidth=3).encode(x="at:Q")
    text = place.mark_text(
        color=quiet(), fontWeight="bold", baseline="bottom", align="right" if is_right else "left",
        dx=-6 if is_right else 6, dy=-3,
    ).encode(x="at:Q", y=alt.value(0), text="label:N")  # fmt: skip
    _show(bars + rule + text, 210, say("runup.moved_chart"), "runup_placebo")
    with st.expander(say("runup.as_table")):
        names = {"start": "from_rate", "end": "to_rate", "shifts": "moves_in_bin"}
        shown = found.round(2).rename(columns={c: say(f"runup.{e}") for c, e in names.items()})
        st.dataframe(shown, hide_index=True, alt=say("runup.moved_table"))


def ratios(named: Mapping[str, Comparison]) -> pd.DataFrame:
    """Return one row a comparison and way of counting, for a log axis.

    name, counted (SURELY or POSSIBLY), told (in words), inside, outside (reports), days; value,
    low and high are cut at the ends of the axis; shape says whether the value stands there or
    beyond. Comparisons without an interval have none of them.
    """
    import pandas as pd

    rows = []
    for name, one in named.items():
        for counted, ratio, pair in (
            (SURELY, one.ratio_within, one.within),
            (POSSIBLY, one.ratio_touches, one.touches),
        ):
            told = in_words(ratio, one.inside_days, one.outside_days)
            counts = {"inside": int(pair.inside), "outside": int(pair.outside)}
            rows.append(
                {"name": name, "counted": counted, "told": told, **counts,
                 "days": one.inside_days, **_on_axis(ratio)}
            )  # fmt: skip
    return pd.DataFrame(rows)


def _on_axis(ratio: Ratio) -> dict[str, Any]:
    if not ratio.known:
        return {"value": None, "low": None, "high": None, "shape": SHAPES[0]}
    value = float("inf") if ratio.value is None else ratio.value
    high = float("inf") if ratio.high is None else ratio.high
    shape = SHAPES[1] if value < LEAST else SHAPES[2] if value > MOST else SHAPES[0]
    return {"value": _cut(value), "low": _cut(ratio.low or 0.0), "high": _cut(high), "shape": shape}


def _cut(value: float) -> float:
    return min(max(value, LEAST), MOST)


def draw_forest(named: Mapping[str, Comparison]) -> None:
    """Draw each comparison's two ratios with their intervals on a log axis, and as a table."""
    found = ratios(named)
    height, told = ROW * len(named) + MARGIN, say("runup.forest_chart")
    _show(_forest(_worded(found), list(named)), height, told, "runup_forest")
    st.caption(say("runup.forest_note"))
    with st.expander(say("runup.as_table")):
        names = {
            "name": "years", "counted": "counted", "days": "days_inside",
            "inside": "inside", "outside": "outside", "told": "ratio_and_interval",
        }  # fmt: skip
        shown = _worded(found)[list(names)]
        shown = shown.rename(columns={c: say(f"runup.{entry}") for c, entry in names.items()})
        st.dataframe(shown, hide_index=True, alt=say("runup.forest_table"))


def _worded(found: pd.DataFrame) -> pd.DataFrame:
    return found.assign(counted=found["counted"].map(lambda way: say(f"runup.{way}")))


def _forest(found: pd.DataFrame, names: list[str]) -> alt.LayerChart:
    import altair as alt

    axis = alt.X(
        "low:Q",
        title=say("runup.forest_axis"),
        scale=alt.Scale(type="log", domain=[LEAST, MOST], nice=False),
        axis=alt.Axis(values=TICKS, format="~g", gridDash=[2, 3]),
    )
    ways = [say(f"runup.{way}") for way in (SURELY, POSSIBLY)]
    base = alt.Chart(found).encode(
        y=alt.Y("name:N", sort=names, title=None, axis=alt.Axis(labelLimit=120, ticks=False)),
        yOffset=alt.YOffset("counted:N", sort=ways),
        color=alt.Color(
            "counted:N",
            scale=alt.Scale(domain=ways),
            legend=alt.Legend(orient="top", title=None),
        ),
        tooltip=[
            alt.Tooltip("name:N", title=say("runup.years")),
            alt.Tooltip("counted:N", title=say("runup.counted")),
            alt.Tooltip("told:N", title=say("runup.ratio")),
            alt.Tooltip("inside:Q", title=say("runup.reports_inside")),
            alt.Tooltip("outside:Q", title=say("runup.reports_outside")),
        ],
    )
    lines = base.mark_rule(strokeWidth=2).encode(x=axis, x2="high:Q")
    points = base.mark_point(filled=True, opacity=1, size=55).encode(
        x="value:Q",
        shape=alt.Shape(
            "shape:N",
            scale=alt.Scale(
                domain=list(SHAPES), range=["circle", "triangle-left", "triangle-right"]
            ),
            legend=None,
        ),
    )
    one = alt.Chart(alt.Data(values=[{"at": 1}])).mark_rule(color=QUIET).encode(x="at:Q")
    return one + lines + points


def _show(chart: Any, height: int, told: str, key: str) -> None:
    drawn = chart.properties(height=height).configure_view(strokeWidth=0)
    st.altair_chart(drawn, width="stretch", alt=told, key=key)
