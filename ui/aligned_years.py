"""Years under each other around one day: a cell a day, or each report as a bar when near."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import streamlit as st

from incidents import labels
from incidents.aligned import aligned, bars, year_marks
from incidents.dates import day_in_words, day_of_year_in_words, in_words
from incidents.grouped import listed
from incidents.periods import Occasion, around, merge
from incidents.query import ID_RULE
from incidents.rates.days import ordinals
from incidents.view import View
from incidents.windows import anchor_years, effective_before
from incidents.words import say
from ui import chart_key, heat, state
from ui.aligned_chart import MOST, show
from ui.plain import plain

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    Intervals = tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]

BEFORE, AFTER = 60, 30  # days around the day
NEAR = 45  # days in all, up to which every report is a bar of its own
CROWD = 40  # bars in one year, beyond which cells are drawn
BARS = 1_000  # bars in all, likewise
DRAWN = ("id", "title", "province", "date_start", "date_end")
HANDLED = "aligned_years_handled"


def draw(view: View) -> None:
    """Draw one row a year around the chosen occasion, or say that one has to be chosen."""
    occasion = view.calendar.occasions.get(view.selection.period or "")
    if occasion is None:
        st.info(say("aligned.need_occasion"))
        return
    intervals = view.without_time.intervals()
    days = {y: day for y in anchor_years(view.selection, view.span) if (day := occasion.anchor(y))}
    if not len(intervals[0]) or not days:
        st.info(plain(view.reason or "") if len(intervals[0]) else say("aligned.nothing"))
        return
    before, after = _range()
    cells, marks = work_out(view, intervals, days, before, after)
    lines = near(view, days, before, after)
    _explain(occasion, lines is not None, before, after)
    window = effective_before(view.selection, view.calendar), view.selection.after or 0
    shown = cells if lines is None else lines
    picked = show(shown, marks, day_named(occasion), (before, after), window)
    with st.expander(say("aligned.as_table")):
        _tables(cells, marks)
    _go(picked)


def work_out(
    view: View, intervals: Intervals, days: dict[int, date], before: int, after: int
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the cells and what each year rests on, as `aligned` and `year_marks`.

    `intervals` are first days, last days (ordinals) and how many reports have each interval.
    Cells outside the span of the data, and those of years without any report, are left out:
    they are not zero but unknown. Added to the cells: iso (the day as text), told (in
    words); to the years: says (why a row is empty, "" if it is not).
    """
    starts, ends, counts = intervals
    marks = year_marks(starts, ends, days, before, after, counts)
    silent = (marks["in_year"] == 0) & (marks["in_window"] == 0)
    cells = aligned(starts, ends, days, before, after, counts)
    known = cells["day"].between(str(view.span.first), str(view.span.last))
    cells = cells[known & ~cells["year"].isin(marks.loc[silent, "year"])]
    marks["says"] = ""
    marks.loc[~marks["year"].isin(cells["year"]), "says"] = say("aligned.beyond")
    marks.loc[silent, "says"] = say("aligned.silent")
    iso = cells["day"].dt.strftime("%Y-%m-%d")
    told = [day_in_words(day.date()) for day in cells["day"]]
    return cells.assign(iso=iso, told=told), marks


def near(view: View, days: dict[int, date], before: int, after: int) -> pd.DataFrame | None:
    """Return the reports as bars where the range is short enough to tell them apart, else None.

    As `bars`, with lane (place in its year's row, from 0), id, title, told and where. Only
    the reports that are drawn are asked for, and none if there are too many to be told apart.
    """
    if before + after + 1 > NEAR:
        return None
    windows = merge(around(day, before, after) for day in days.values())
    inside = replace(view.without_time, windows=windows)
    if inside.rows_count > BARS:
        return None
    return in_lanes(listed(inside, *DRAWN), days, before, after)


def in_lanes(
    rows: pd.DataFrame, days: dict[int, date], before: int, after: int
) -> pd.DataFrame | None:
    """Return reports (date_start, date_end, id, title, province) as bars, or None in a crowd."""
    starts, ends = ordinals(rows["date_start"]), ordinals(rows["date_end"])
    found = bars(starts, ends, days, before, after)
    found["lane"] = lanes(found)
    if found.empty or found["lane"].max() >= CROWD:
        return None
    these = rows.iloc[found["row"].to_numpy()].reset_index(drop=True)
    intervals = zip(these["date_start"], these["date_end"], strict=True)
    told = [in_words(first.date(), last.date()) for first, last in intervals]
    where = [labels.province_name(code) for code in these["province"]]
    return found.join(these[["id", "title"]].assign(told=told, where=where))


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
        return labels.name(occasion)
    return day_of_year_in_words(occasion.month, occasion.day)


def _range() -> tuple[int, int]:
    first, second, _ = st.columns([1, 1, 2])
    before = first.number_input(
        say("aligned.days_before"), 0, MOST, BEFORE, key="aligned_years_before"
    )
    after = second.number_input(
        say("aligned.days_after"), 0, MOST, AFTER, key="aligned_years_after"
    )
    return int(before), int(after)


def _explain(occasion: Occasion, is_near: bool, before: int, after: int) -> None:
    told = [say("aligned.bar" if is_near else "aligned.cell")]
    if occasion.is_lunar:
        told.append(say("aligned.moon"))
    if not is_near and before + after + 1 <= NEAR:
        told.append(say("aligned.crowded", lanes=CROWD, bars=BARS))
    elif not is_near:
        told.append(say("aligned.near", days=NEAR))
    st.caption(" ".join(told))
    if not is_near:
        chart_key.draw([("box", heat.none(), say("aligned.none")), ("", "", say("aligned.blank"))])


def _go(picked: dict[str, Any]) -> None:
    """Open the records of what was clicked, once for each click."""
    if picked == st.session_state.get(HANDLED, {}):
        return
    st.session_state[HANDLED] = picked
    if not picked:
        return
    alone: dict[str, Any] = {"period": None, "before": None, "after": None, "years": ()}
    if "id" in picked:
        if not ID_RULE.fullmatch(str(picked["id"])):
            return
        state.change(**alone, from_=None, to=None, id=str(picked["id"]))
    else:
        try:
            day = date.fromisoformat(str(picked.get("iso")))
        except ValueError:
            return  # what the browser sends is not trusted
        state.change(**alone, from_=day, to=day)
    st.switch_page("pages/records.py")


def _tables(cells: pd.DataFrame, marks: pd.DataFrame) -> None:
    years = marks.assign(anchor=marks["anchor"].dt.strftime("%Y-%m-%d"))
    names = {"year": "year", "anchor": "its_day", "in_year": "in_year",
             "in_window": "in_window", "says": "row"}  # fmt: skip
    _table(years, names, "years_table")
    some = cells.loc[cells["expected"] > 0, ["year", "offset", "iso", "expected"]].round(2)
    names = {"year": "year", "offset": "offset", "iso": "day", "expected": "expected"}
    _table(some, names, "days_table")


def _table(found: pd.DataFrame, entries: dict[str, str], told: str) -> None:
    names = {column: say(f"aligned.{entry}") for column, entry in entries.items()}
    st.dataframe(found.rename(columns=names), hide_index=True, alt=say(f"aligned.{told}"))
