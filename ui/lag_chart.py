"""How long reports take to appear: by outlet and by year, and what cannot be measured."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from incidents.dates import day_in_words
from incidents.grouped import everything
from incidents.lag import delays, lags, unfinished
from incidents.view import View
from incidents.words import say
from ui import chart_key, vega
from ui.theme import theme

if TYPE_CHECKING:
    import pandas as pd

ALL = "*"  # of the choice of one outlet; no outlet is named so
MOST_OUTLETS = 12
ROW, MARGIN, NAMES = 26, 66, 130  # pixels
TICKS = [0, 1, 3, 10, 30, 100, 300, 1000, 3000]
KINDS = ("n", "running", "unknown")  # of reports: a known lag, told while running, day not known
# Known, while running, unknown: each reads on its ground and from the others.
SHADES = {"light": ["#4a55a8", "#8a8f9c", "#143f48"], "dark": ["#94a0ee", "#757b89", "#b5e6ea"]}
FIGURES = ("n", "lower", "median", "upper", "late", "running", "unknown")


def draw(view: View) -> None:
    """Draw the lag by outlet, then by year for one outlet or all, and both as one table."""
    found = delays(view.without_time)
    if found.empty:
        st.info(say("lag.nothing"))
        return
    st.markdown(say("lag.what"))
    _incomplete(view)
    outlets = by_outlet(found)
    st.subheader(say("lag.by_outlet"), anchor=False)
    _pair(_named(outlets), "outlet", "lag_outlet")
    _by_year(found, outlets)
    with st.expander(say("lag.as_table")):
        _tables(found)


def by_outlet(found: pd.DataFrame) -> pd.DataFrame:
    """Return the lags of each outlet, the outlets with most reports first, as `lags`."""
    each = lags(found, ["outlet"])
    places = each.assign(all=each[list(KINDS)].sum(axis=1)).sort_values(
        ["all", "outlet"], ascending=[False, True], ignore_index=True
    )
    return places.drop(columns="all")


def counts(found: pd.DataFrame, column: str) -> pd.DataFrame:
    """Return one row a group and kind with reports: column, kind (in words), reports."""
    long = found.melt([column], list(KINDS), "kind", "reports")
    long = long.assign(kind=long["kind"].map(_kind))
    return long[long["reports"] > 0]


def _kind(code: str) -> str:
    return say(f"lag.kind_{code}")


def _outlet(code: str) -> str:
    """Return an outlet as a reader sees it; the data name it, or nobody does."""
    return say("lag.all_outlets") if code == ALL else code or say("lag.unnamed")


def _named(found: pd.DataFrame) -> pd.DataFrame:
    return found.assign(outlet=[_outlet(code) for code in found["outlet"]])


def _incomplete(view: View) -> None:
    day = unfinished(everything(view))
    if day:
        st.caption(say("lag.incomplete", day=day_in_words(day)))


def _by_year(found: pd.DataFrame, outlets: pd.DataFrame) -> None:
    st.subheader(say("lag.by_year"), anchor=False)
    choice = st.selectbox(
        say("lag.outlet"), [ALL, *outlets["outlet"]], key="lag_of_outlet", format_func=_outlet
    )
    chosen = found if choice == ALL else found[found["outlet"] == choice]
    years = lags(chosen, ["year"]).astype({"year": str})
    _pair(years.sort_values("year", ascending=False), "year", "lag_year")


def _pair(found: pd.DataFrame, column: str, key: str) -> None:
    """Draw the quartiles beside the counts they rest on, one line a group in the given order."""
    left = len(found) - MOST_OUTLETS if column == "outlet" else 0
    shown = found.head(MOST_OUTLETS) if left > 0 else found
    order, height = list(shown[column]), ROW * len(shown) + MARGIN
    first, second = st.columns([1.3, 1], gap="medium")
    shades = SHADES[theme()]
    with first:
        chart_key.draw(_signs(shades[0]))
        told = say(f"lag.chart_{column}")
        vega.draw(_quartiles(shown, column, order), height, told, key)
    with second:
        chart_key.draw(
            ("box", shade, _kind(kind)) for shade, kind in zip(shades, KINDS, strict=True)
        )
        bars = _bars(counts(shown, column), column, order)
        vega.draw(bars, height, say(f"lag.counts_{column}"), f"{key}_n")
    if left > 0:
        st.caption(say("lag.rest", n=left))


def _signs(shade: str) -> list[tuple[str, str, str]]:
    """Return what a bar (as pale as it is drawn), a tick and a ring stand for."""
    signs = (("box", f"{shade}8c", "lower_to_upper"), ("tick", shade, "median_day"),
             ("ring", shade, "late_day"))  # fmt: skip
    return [(shape, color, say(f"lag.{entry}")) for shape, color, entry in signs]


def _lines(column: str, order: list[str]) -> vega.Part:
    axis = vega.names(NAMES)
    return vega.field(f"{column}:N", sort=order, title=None, axis=axis, scale={"domain": order})


def _quartiles(found: pd.DataFrame, column: str, order: list[str]) -> vega.Part:
    """Return a bar from quartile to quartile, a tick at the median, a ring at the 90th."""
    days = vega.field(
        "lower:Q",
        title=say("lag.days_axis"),
        scale={"type": "symlog", "domainMin": 0},
        axis={"values": TICKS, "labelOverlap": True},
    )
    shared = {
        "color": vega.value(SHADES[theme()][0]),
        "y": _lines(column, order),
        "tooltip": [
            vega.field(f"{column}:N", title=say(f"lag.{column}")),
            *(vega.field(f"{name}:Q", title=say(f"lag.{name}"), format=",.4~r")
              for name in FIGURES),
        ],
    }  # fmt: skip
    known = vega.rows(found[found["n"] > 0])
    box = shared | {"x": days, "x2": vega.end("upper")}
    middle, late = (shared | {"x": vega.field(f"{name}:Q")} for name in ("median", "late"))
    return vega.layered(
        [
            vega.mark("bar", known, box, height=10, opacity=0.55),
            vega.mark("tick", known, middle, thickness=3, size=16),
            vega.mark("point", known, late, size=45, strokeWidth=2),
        ]
    )


def _bars(numbers: pd.DataFrame, column: str, order: list[str]) -> vega.Part:
    kinds = [_kind(code) for code in KINDS]
    few = {"tickCount": 4, "tickMinStep": 1}
    channels = {
        "y": _lines(column, order),
        "x": vega.field("reports:Q", title=say("lag.reports"), axis=few),
        "color": vega.field(
            "kind:N", scale={"domain": kinds, "range": SHADES[theme()]}, legend=None
        ),
        "order": vega.field("rank:Q"),
        "tooltip": [
            vega.field(f"{column}:N", title=say(f"lag.{column}")),
            vega.field("kind:N", title=say("lag.kind")),
            vega.field("reports:Q", title=say("lag.reports")),
        ],
    }
    rank = {"calculate": f"indexof({kinds!r}, datum.kind)", "as": "rank"}
    return vega.mark("bar", vega.rows(numbers), channels, height=12) | {"transform": [rank]}


def _tables(found: pd.DataFrame) -> None:
    for by in (["outlet"], ["outlet", "year"]):
        named = "_and_".join(by)
        each = _named(lags(found, by)).round(1)
        if "year" in by:
            each = each.astype({"year": str})
        st.caption(say(f"lag.by_{named}"))
        st.dataframe(
            each.rename(columns={name: say(f"lag.{name}") for name in (*by, *FIGURES)}),
            hide_index=True, placeholder="", alt=say(f"lag.chart_{named}"),
        )  # fmt: skip
