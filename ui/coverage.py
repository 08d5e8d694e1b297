"""Where the reports come from: charts by outlet, year and province over all the data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import streamlit as st

from geo.places import provinces
from incidents.view import View

if TYPE_CHECKING:
    import altair as alt
    import pandas as pd

LEAST = 4  # outlets with fewer reports are drawn together
APART = 5  # outlets that have a line of their own in the years
BAR, MARGIN, NAMES, NUMBERED = 22, 110, 150, 172  # pixels
NONE_NAMED = "No province named"


def draw(view: View) -> None:
    """Draw the charts and the same numbers as tables; they count every row of the store."""
    counts = count(view)
    outlets, places = by_outlet(counts), by_province(counts)
    years = by_year(counts)
    first, second = st.columns(2, gap="large")
    with first:
        _titled("By outlet", "Original publisher, whoever passed the report on.")
        _bars(few(outlets, "outlet"), "outlet")
    with second:
        _titled("By province", "No report is not the same as no event.")
        _bars(places, "province")
    _titled(
        "By year and outlet",
        "Year of the first day on which the event can have happened. Outlets start, pause and "
        "close; a blank is a year without reports.",
    )
    _years(years)
    with st.expander("The same numbers as tables"):
        _tables(outlets, places, years)


def count(view: View) -> pd.DataFrame:
    """Return one row an outlet, province code and year of date_start: reports, over the store."""
    rows = view.store.incidents
    grouped = rows.group_by("outlet", "province", year=rows.date_start.year())
    return view.store.answer(grouped.aggregate(reports=rows.count()))


def by_outlet(counts: pd.DataFrame) -> pd.DataFrame:
    """Return one row an outlet: outlet, reports, first and last year; most reports first."""
    named = counts.assign(outlet=counts["outlet"].replace("", "Outlet not known"))
    found = named.groupby("outlet", as_index=False).agg(
        reports=("reports", "sum"), first_year=("year", "min"), last_year=("year", "max")
    )
    return found.sort_values(["reports", "outlet"], ascending=[False, True], ignore_index=True)


def few(outlets: pd.DataFrame, column: str) -> pd.DataFrame:
    """Return column and reports, the small outlets as one last row that says how many they are."""
    import pandas as pd

    small = outlets["reports"] < LEAST
    shown = outlets.loc[~small, [column, "reports"]]
    if small.sum() < 2:
        return outlets[[column, "reports"]]
    rest = {column: f"{small.sum()} other outlets", "reports": outlets.loc[small, "reports"].sum()}
    return pd.concat([shown, pd.DataFrame([rest])], ignore_index=True)


def by_province(counts: pd.DataFrame) -> pd.DataFrame:
    """Return one row a province, those without reports too, and one for reports that name none."""
    import pandas as pd

    sums = counts.groupby("province")["reports"].sum()
    names = {code: place.label for code, place in provinces().items()} | {"": NONE_NAMED}
    found = pd.DataFrame(
        [(name, int(sums.get(code, 0))) for code, name in names.items()],
        columns=["province", "reports"],
    )
    last = found["province"] == NONE_NAMED
    ranked = found[~last].sort_values(["reports", "province"], ascending=[False, True])
    return pd.concat([ranked, found[last & (found["reports"] > 0)]], ignore_index=True)


def by_year(counts: pd.DataFrame) -> pd.DataFrame:
    """Return one row a year and outlet with reports: year, outlet (or "Others"), reports."""
    largest = by_outlet(counts)["outlet"].head(APART)
    named = counts.assign(outlet=counts["outlet"].where(counts["outlet"].isin(largest), "Others"))
    return named.groupby(["year", "outlet"], as_index=False)[["reports"]].sum()


def _titled(title: str, told: str) -> None:
    st.subheader(title, anchor=False)
    st.caption(told)


def _bars(numbers: pd.DataFrame, column: str) -> None:
    """Draw one horizontal bar a row, in the order of the rows, its number beside its name."""
    import altair as alt

    names = [f"{name}   {n:,}" for name, n in zip(numbers[column], numbers["reports"], strict=True)]
    bars = (
        alt.Chart(numbers.assign(name=names))
        .mark_bar(height=13)
        .encode(
            y=alt.Y("name:N", sort=None, title=None, axis=_names(NUMBERED)),
            x=alt.X("reports:Q", axis=None),
            tooltip=[alt.Tooltip(f"{column}:N"), alt.Tooltip("reports:Q", format=",")],
        )
    )
    _show(bars, BAR * len(numbers) + 8, f"Reports by {column}")


def _names(width: int) -> alt.Axis:
    import altair as alt

    return alt.Axis(
        labelLimit=width, minExtent=width, labelOverlap=False, ticks=False, domain=False
    )


def _years(years: pd.DataFrame) -> None:
    """Draw the reports of each year as bars, and below each year who published them."""
    import altair as alt

    span = range(int(years["year"].min()), int(years["year"].max()) + 1)
    axis = alt.X(
        "year:O",
        title=None,
        scale=alt.Scale(domain=list(span)),
        axis=alt.Axis(labelAngle=0, labelOverlap=True, labelFlush=False, ticks=False, domain=False),
    )
    totals = years.groupby("year", as_index=False)["reports"].sum()
    bars = alt.Chart(totals).encode(
        x=axis,
        y=alt.Y("reports:Q", title=None, axis=alt.Axis(minExtent=NAMES, tickCount=4)),
        tooltip=["year:O", alt.Tooltip("reports:Q", format=",")],
    )
    _show(bars.mark_bar(), 150, "Reports by year")
    _show(_who(years, axis), BAR * years["outlet"].nunique() + MARGIN, "By year and outlet")


def _who(years: pd.DataFrame, axis: alt.X) -> alt.Chart:
    """Return a field of squares: one a year and outlet, the fuller the more reports."""
    import altair as alt

    sums = years.groupby("outlet")["reports"].sum().sort_values(ascending=False)
    order = [*sums.index.drop("Others", errors="ignore"), *sums.index.intersection(["Others"])]
    legend = alt.Legend(orient="top", title="Reports in a year", gradientLength=140, tickCount=4)
    cells: alt.Chart = (
        alt.Chart(years)
        .mark_rect(cornerRadius=1)
        .encode(
            x=axis,
            y=alt.Y(
                "outlet:N",
                sort=order,
                title=None,
                axis=_names(NAMES),
                scale=alt.Scale(paddingInner=0.12),
            ),
            color=alt.Color("reports:Q", legend=legend, scale=alt.Scale(type="sqrt")),
            tooltip=["outlet:N", "year:O", alt.Tooltip("reports:Q", format=",")],
        )
    )
    return cells


def _show(chart: Any, height: int, told: str) -> None:
    drawn = chart.properties(height=height).configure_view(strokeWidth=0)
    st.altair_chart(drawn, width="stretch", alt=told, key=told.replace(" ", "_").lower())


def _tables(outlets: pd.DataFrame, places: pd.DataFrame, years: pd.DataFrame) -> None:
    first, second = st.columns(2, gap="large")
    with first:
        st.dataframe(outlets, hide_index=True, alt="Reports by outlet")
    with second:
        st.dataframe(places, hide_index=True, alt="Reports by province")
    wide = years.pivot_table(index="outlet", columns="year", values="reports", aggfunc="sum")
    wide.columns = [str(year) for year in wide.columns]
    st.dataframe(wide.astype("Int64"), placeholder="", alt="Reports by year and outlet")
