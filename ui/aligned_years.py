"""Years under each other around one day: a cell a day, or each report as a bar when near."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import streamlit as st

from incidents.aligned import aligned, bars, year_marks
from incidents.dates import MONTHS, day_in_words, in_words
from incidents.periods import Occasion
from incidents.rates.days import ordinals
from incidents.view import View
from incidents.windows import anchor_years, effective_before
from ui import state
from ui.aligned_chart import MOST, show
from ui.plain import plain

if TYPE_CHECKING:
    import pandas as pd

BEFORE, AFTER = 60, 30  # days around the day
NEAR = 45  # days in all, up to which every report is a bar of its own
CROWD = 40  # bars in one year, beyond which cells are drawn
SILENT, OUTSIDE = "no reports", "outside the data"
HANDLED = "aligned_years_handled"


def draw(view: View) -> None:
    """Draw one row a year around the chosen occasion, or say that one has to be chosen."""
    occasion = view.calendar.occasions.get(view.selection.period or "")
    if occasion is None:
        st.info("Choose a day that comes back every year as the period: its years are laid here.")
        return
    rows = view.untimed()
    days = {y: day for y in anchor_years(view.selection, view.span) if (day := occasion.anchor(y))}
    if rows.empty or not days:
        st.info("No report passes the filters." if rows.empty else plain(view.reason or ""))
        return
    before, after = _range()
    cells, marks = work_out(view, rows, days, before, after)
    lines = near(rows, days, before, after)
    _explain(view, occasion, lines is not None, before, after)
    window = effective_before(view.selection, view.calendar), view.selection.after or 0
    shown = cells if lines is None else lines
    picked = show(shown, marks, day_named(occasion), (before, after), window)
    with st.expander("As a table"):
        _tables(cells, marks)
    _go(picked)


def work_out(
    view: View, rows: pd.DataFrame, days: dict[int, date], before: int, after: int
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the cells and what each year rests on, as `aligned` and `year_marks`.

    Cells outside the span of the data, and those of years without any report, are left out:
    they are not zero but unknown. Added to the cells: iso (the day as text), told (in
    words); to the years: says (why a row is empty, "" if it is not).
    """
    starts, ends = ordinals(rows["date_start"]), ordinals(rows["date_end"])
    marks = year_marks(starts, ends, days, before, after)
    silent = (marks["in_year"] == 0) & (marks["in_window"] == 0)
    cells = aligned(starts, ends, days, before, after)
    known = cells["day"].between(str(view.span.first), str(view.span.last))
    cells = cells[known & ~cells["year"].isin(marks.loc[silent, "year"])]
    marks["says"] = ""
    marks.loc[~marks["year"].isin(cells["year"]), "says"] = OUTSIDE
    marks.loc[silent, "says"] = SILENT
    iso = cells["day"].dt.strftime("%Y-%m-%d")
    told = [day_in_words(day.date()) for day in cells["day"]]
    return cells.assign(iso=iso, told=told), marks


def near(
    rows: pd.DataFrame, days: dict[int, date], before: int, after: int
) -> pd.DataFrame | None:
    """Return the reports as bars where the range is short enough to tell them apart, else None.

    As `bars`, with lane (place in its year's row, from 0), id, told and where.
    """
    if before + after + 1 > NEAR:
        return None
    starts, ends = ordinals(rows["date_start"]), ordinals(rows["date_end"])
    found = bars(starts, ends, days, before, after)
    found["lane"] = lanes(found)
    if found.empty or found["lane"].max() >= CROWD:
        return None
    these = rows.iloc[found["row"].to_numpy()].reset_index(drop=True)
    intervals = zip(these["date_start"], these["date_end"], strict=True)
    told = [in_words(first.date(), last.date()) for first, last in intervals]
    named = these[["id", "title"]].assign(told=told, where=these["province_name"])
    return found.join(named)


def lanes(found: pd.DataFrame) -> list[int]:
    """Return for each bar (by year, then first) the lowest place where no other lies on it."""
    placed: list[int] = []
    ends: dict[int, list[int]] = {}
    for year, first, last in zip(found["year"], found["first"], found["last"], strict=True):
        row = ends.setdefault(year, [])
        lane = next((i for i, end in enumerate(row) if end < first), len(row))
        row[lane : lane + 1] = [last]
        placed.append(lane)
    return placed


def day_named(occasion: Occasion) -> str:
    """Return the day as the axis names it: its date, or its name where the moon moves it."""
    if occasion.month is None or occasion.day is None:
        return occasion.name_en
    return f"{occasion.day} {MONTHS[occasion.month - 1]}"


def _range() -> tuple[int, int]:
    first, second, _ = st.columns([1, 1, 2])
    before = first.number_input("Draw days before", 0, MOST, BEFORE, key="aligned_years_before")
    after = second.number_input("Draw days after", 0, MOST, AFTER, key="aligned_years_after")
    return int(before), int(after)


def _explain(view: View, occasion: Occasion, is_near: bool, before: int, after: int) -> None:
    what = "A bar is one report over all its days" if is_near else (
        "A cell is the expected number of reports on a day, each report spread over its days"
    )  # fmt: skip
    moon = " The day moves with the moon: each year lies at its own." if occasion.is_lunar else ""
    crowded = not is_near and before + after + 1 <= NEAR
    zoom = " Too many reports in a year to draw each as a bar." if crowded else (
        "" if is_near else f" Up to {NEAR} days in all, each report is drawn as a bar."
    )  # fmt: skip
    st.caption(
        f"{what}. Click one to see the records. Outlined: the window chosen.{moon}{zoom} "
        "A blank day lies outside the data."
    )


def _go(picked: dict[str, Any]) -> None:
    """Open the records of what was clicked, once for each click."""
    if picked == st.session_state.get(HANDLED, {}):
        return
    st.session_state[HANDLED] = picked
    if not picked:
        return
    alone: dict[str, Any] = {"period": None, "before": None, "after": None, "years": ()}
    if "id" in picked:
        state.change(**alone, from_=None, to=None, id=str(picked["id"]))
    else:
        try:
            day = date.fromisoformat(str(picked.get("iso")))
        except ValueError:
            return  # what the browser sends is not trusted
        state.change(**alone, from_=day, to=day)
    st.switch_page("pages/records.py")


def _tables(cells: pd.DataFrame, marks: pd.DataFrame) -> None:
    named = marks.assign(anchor=marks["anchor"].dt.strftime("%Y-%m-%d")).rename(
        columns={"year": "Year", "anchor": "Its day", "in_year": "Reports in the year",
                 "in_window": "Reports in the days shown", "says": "Row"}
    )  # fmt: skip
    st.dataframe(named, hide_index=True, alt="Reports of each year")
    some = cells.loc[cells["expected"] > 0, ["year", "offset", "iso", "expected"]].round(2)
    names = {"year": "Year", "offset": "Days from the day", "iso": "Day", "expected": "Expected"}
    st.dataframe(some.rename(columns=names), hide_index=True, alt="Expected reports of each day")
