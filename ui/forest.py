"""The charts of the run-up: its place among the moved windows, and its ratios year by year."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import streamlit as st

from incidents.rates import Comparison, Placebo, Ratio
from incidents.rates.words import percentile
from incidents.words import say
from ui import vega
from ui.theme import quiet

if TYPE_CHECKING:
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
    found, actual = bins(placebo), placebo.rates[0] * MONTH
    chart = vega.layered([_moves(found), *_actual(placebo, actual, float(found["end"].iloc[-1]))])
    vega.draw(chart, 210, say("runup.moved_chart"), "runup_placebo")
    with st.expander(say("runup.as_table")):
        names = {"start": "from_rate", "end": "to_rate", "shifts": "moves_in_bin"}
        shown = found.round(2).rename(columns={c: say(f"runup.{e}") for c, e in names.items()})
        st.dataframe(shown, hide_index=True, alt=say("runup.moved_table"))


def _moves(found: pd.DataFrame) -> vega.Part:
    few = {"tickCount": 6, "grid": False}
    channels = {
        "x": vega.field("start:Q", bin="binned", title=say("runup.per_month"), axis=few),
        "x2": vega.end("end"),
        "y": vega.field("shifts:Q", title=say("runup.moves_axis"), axis={"tickCount": 4}),
        "tooltip": [
            vega.field("start:Q", format=".2f", title=say("runup.from_rate")),
            vega.field("end:Q", format=".2f", title=say("runup.to_rate")),
            vega.field("shifts:Q", title=say("runup.moves_in_bin")),
        ],
    }
    return vega.mark("bar", vega.rows(found), channels, binSpacing=1)


def _actual(placebo: Placebo, at: float, top: float) -> list[vega.Part]:
    """Return the actual place as a line with its percentile, on the side where there is room."""
    label = say("runup.actual", place=percentile(placebo.percentile or 0.0))
    rows, is_right = [{"at": at, "label": label}], at > top / 2
    across = {"x": vega.field("at:Q")}
    named = across | {"y": vega.value(0), "text": vega.field("label:N")}
    text = vega.mark(
        "text", rows, named, color=quiet(), fontWeight="bold", baseline="bottom",
        align="right" if is_right else "left", dx=-6 if is_right else 6, dy=-3,
    )  # fmt: skip
    return [vega.mark("rule", rows, across, color=ACTUAL, strokeWidth=3), text]


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
    vega.draw(_forest(_worded(found), list(named)), height, told, "runup_forest")
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


def _forest(found: pd.DataFrame, names: list[str]) -> vega.Part:
    axis = vega.field(
        "low:Q",
        title=say("runup.forest_axis"),
        scale={"type": "log", "domain": [LEAST, MOST], "nice": False},
        axis={"values": TICKS, "format": "~g", "gridDash": [2, 3]},
    )
    shared, values = _rows_of_years(names), vega.rows(found)
    lines = shared | {"x": axis, "x2": vega.end("high")}
    beyond = {"domain": list(SHAPES), "range": ["circle", "triangle-left", "triangle-right"]}
    points = shared | {
        "x": vega.field("value:Q"), "shape": vega.field("shape:N", scale=beyond, legend=None),
    }  # fmt: skip
    one = {"x": vega.field("at:Q")}
    return vega.layered(
        [
            vega.mark("rule", [{"at": 1}], one, color=QUIET),
            vega.mark("rule", values, lines, strokeWidth=2),
            vega.mark("point", values, points, filled=True, opacity=1, size=55),
        ]
    )


def _rows_of_years(names: list[str]) -> vega.Part:
    """Return the channels of every ratio: its row, its way of counting, and what is told of it."""
    ways = [say(f"runup.{way}") for way in (SURELY, POSSIBLY)]
    tips = {"name:N": "years", "counted:N": "counted", "told:N": "ratio",
            "inside:Q": "reports_inside", "outside:Q": "reports_outside"}  # fmt: skip
    return {
        "y": vega.field("name:N", sort=names, title=None, axis={"labelLimit": 120, "ticks": False}),
        "yOffset": vega.field("counted:N", sort=ways),
        "color": vega.field(
            "counted:N", scale={"domain": ways}, legend={"orient": "top", "title": None}
        ),
        "tooltip": [vega.field(name, title=say(f"runup.{tip}")) for name, tip in tips.items()],
    }
