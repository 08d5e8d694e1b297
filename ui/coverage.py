"""Where the reports come from: charts by outlet, year and province over all the data."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from geo.places import provinces
from incidents import labels
from incidents.selection import Selection
from incidents.view import View, look
from incidents.words import say
from ui import heat, vega
from ui.sources_contents import anchor

if TYPE_CHECKING:
    import pandas as pd

LEAST, MOST = 4, 30  # outlets with fewer reports, or beyond so many, are drawn together
APART = 5  # outlets that have a line of their own in the years
BAR, MARGIN, NAMES, NUMBERED = 22, 70, 150, 172  # pixels


def draw(view: View) -> None:
    """Draw the charts and the same numbers as tables; they count every row of the store."""
    counts = count(view)
    outlets, places = by_outlet(counts), by_province(counts)
    years = by_year(counts)
    first, second = st.columns(2, gap="large")
    with first:
        _titled("by_outlet")
        _bars(few(outlets, "outlet"), "outlet")
    with second:
        _titled("by_province")
        _bars(places, "province")
    _titled("by_year")
    _years(years)
    with st.expander(say("coverage.tables")):
        _tables(outlets, places, years)


def count(view: View) -> pd.DataFrame:
    """Return one row an outlet, province code and year of date_start: reports, over the store."""
    everything = look(view.store, Selection(), view.calendar)
    return everything.counted("outlet", "province", "year").rename(columns={"rows": "reports"})


def by_outlet(counts: pd.DataFrame) -> pd.DataFrame:
    """Return one row an outlet: outlet, reports, first and last year; most reports first."""
    named = counts.assign(outlet=counts["outlet"].replace("", say("coverage.no_outlet")))
    found = named.groupby("outlet", as_index=False).agg(
        reports=("reports", "sum"), first_year=("year", "min"), last_year=("year", "max")
    )
    return found.sort_values(["reports", "outlet"], ascending=[False, True], ignore_index=True)


def few(outlets: pd.DataFrame, column: str) -> pd.DataFrame:
    """Return column and reports, the small outlets as one last row that says how many they are."""
    import pandas as pd

    small = (outlets["reports"] < LEAST) | (outlets.index >= MOST)
    shown = outlets.loc[~small, [column, "reports"]]
    if small.sum() < 2:
        return outlets[[column, "reports"]]
    rest = {
        column: say("coverage.other_outlets", n=small.sum()),
        "reports": outlets.loc[small, "reports"].sum(),
    }
    return pd.concat([shown, pd.DataFrame([rest])], ignore_index=True)


def by_province(counts: pd.DataFrame) -> pd.DataFrame:
    """Return one row a province, those without reports too, and one for reports that name none."""
    import pandas as pd

    sums = counts.groupby("province")["reports"].sum()
    found = pd.DataFrame(
        [(labels.province(code), int(sums.get(code, 0))) for code in provinces()],
        columns=["province", "reports"],
    )
    ranked = found.sort_values(["reports", "province"], ascending=[False, True])
    unnamed = pd.DataFrame(
        {"province": say("coverage.no_province"), "reports": sums[sums.index == ""]}
    )
    return pd.concat([ranked, unnamed], ignore_index=True)


def by_year(counts: pd.DataFrame) -> pd.DataFrame:
    """Return one row a year and outlet with reports: year, outlet (small ones as one), reports."""
    largest = by_outlet(counts)["outlet"].head(APART)
    outlets = counts["outlet"].replace("", say("coverage.no_outlet"))
    named = counts.assign(outlet=outlets.where(outlets.isin(largest), say("coverage.others")))
    return named.groupby(["year", "outlet"], as_index=False)[["reports"]].sum()


def _titled(entry: str) -> None:
    st.subheader(say(f"coverage.{entry}"), anchor=anchor(f"coverage.{entry}"))
    st.caption(say(f"coverage.{entry}_told"))


def _bars(numbers: pd.DataFrame, column: str) -> None:
    """Draw one horizontal bar a row, in the order of the rows, its number beside its name."""
    names = [f"{name}   {n:,}" for name, n in zip(numbers[column], numbers["reports"], strict=True)]
    channels = {
        "y": vega.field("name:N", sort=None, title=None, axis=vega.names(NUMBERED, domain=False)),
        "x": vega.field("reports:Q", axis=None),
        "tooltip": _tooltip(f"{column}:N"),
    }
    bars = vega.mark("bar", vega.rows(numbers.assign(name=names)), channels, height=13)
    _show(bars, BAR * len(numbers) + 8, f"chart_{column}")


def _tooltip(*fields: str) -> list[vega.Part]:
    """Return what a mark says when pointed at: the fields and its number of reports."""
    shown = [(field, field.partition(":")[0], "") for field in fields]
    return [
        vega.field(field, title=say(f"coverage.{name}"), format=form)
        for field, name, form in [*shown, ("reports:Q", "reports", ",")]
    ]


def _years(years: pd.DataFrame) -> None:
    """Draw the reports of each year as bars, and below each year who published them."""
    span = range(int(years["year"].min()), int(years["year"].max()) + 1)
    level = {"labelAngle": 0, "labelOverlap": True, "labelFlush": False}
    axis = vega.field(
        "year:O",
        title=None,
        scale={"domain": list(span)},
        axis={**level, "ticks": False, "domain": False},
    )
    totals = years.groupby("year", as_index=False)[["reports"]].sum()
    channels = {
        "x": axis,
        "y": vega.field("reports:Q", title=None, axis={"minExtent": NAMES, "tickCount": 4}),
        "tooltip": _tooltip("year:O"),
    }
    _show(vega.mark("bar", vega.rows(totals), channels), 150, "chart_year")
    _show(_who(years, axis), BAR * years["outlet"].nunique() + MARGIN, "chart_year_outlet")


def _who(years: pd.DataFrame, axis: vega.Part) -> vega.Part:
    """Return a field of squares: one a year and outlet, the fuller the more reports."""
    sums = years.groupby("outlet")["reports"].sum().sort_values(ascending=False)
    others = [say("coverage.others")]
    order = [*sums.index.drop(others, errors="ignore"), *sums.index.intersection(others)]
    apart = {"scale": {"paddingInner": 0.12}, "axis": vega.names(NAMES, domain=False)}
    values = heat.whole(int(years["reports"].max()))
    channels = {
        "x": axis,
        "y": vega.field("outlet:N", sort=order, title=None, **apart),
        "color": heat.color("reports:Q", say("coverage.in_a_year"), values),
        "tooltip": _tooltip("outlet:N", "year:O"),
    }
    edge = {"cornerRadius": 1, "stroke": heat.EDGE, "strokeWidth": 0.7}
    return vega.mark("rect", vega.rows(years), channels, **edge)


def _show(chart: vega.Part, height: int, entry: str) -> None:
    vega.draw(chart, height, say(f"coverage.{entry}"), entry)


def _tables(outlets: pd.DataFrame, places: pd.DataFrame, years: pd.DataFrame) -> None:
    first, second = st.columns(2, gap="large")
    with first:
        _table(outlets, "chart_outlet")
    with second:
        _table(places, "chart_province")
    wide = years.pivot_table(index="outlet", columns="year", values="reports", aggfunc="sum")
    wide.columns = [str(year) for year in wide.columns]
    _table(wide.astype("Int64").reset_index(), "chart_year_outlet")


def _table(numbers: pd.DataFrame, entry: str) -> None:
    st.dataframe(
        numbers,
        hide_index=True,
        placeholder="",
        column_config={name: _heading(name) for name in numbers.columns},
        alt=say(f"coverage.{entry}"),
    )


def _heading(column: str) -> str:
    """Return the words over a column; a column named by a year is called by it."""
    return column if column.isdigit() else say(f"coverage.{column}")
