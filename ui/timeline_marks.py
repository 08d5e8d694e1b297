"""What stands on the timeline: counts per unit, days of occasions, run-ups, days left to come."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from incidents import labels
from incidents.dates import day_in_words, in_words
from incidents.grouped import everything
from incidents.periods import Calendar, Window, clip, shift
from incidents.view import View
from incidents.words import say

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    Intervals = tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]

COUNTED = ("touches", "expected", "within")  # ways of counting, drawn in this order
EPOCH = date(1970, 1, 1).toordinal()
DAY = 86_400_000  # milliseconds


def unit_of(span: Window) -> str:
    """Return the unit in which a span is counted: about 30 to 250 bars.

    >>> [unit_of(Window(date(2019, 1, 1), date(*end))) for end in
    ...  [(2019, 3, 31), (2020, 12, 31), (2026, 1, 1), (2199, 1, 1)]]
    ['day', 'week', 'month', 'year']
    """
    limits = (("day", 120), ("week", 1_100), ("month", 22_000))
    return next((unit for unit, most in limits if span.days <= most), "year")


def moment(day: date, later: int = 0) -> int:
    """Return the start of a day in milliseconds since 1970, UTC, as the charts' scales count.

    >>> moment(date(1970, 1, 2)), moment(date(1970, 1, 2), 1)
    (86400000, 172800000)
    """
    return (day.toordinal() + later - EPOCH) * DAY


def days_named(span: Window) -> list[date]:
    """Return at most a dozen days, evenly spaced, to be named on an axis.

    >>> few = days_named(Window(date(2019, 11, 1), date(2019, 12, 6)))
    >>> len(few), str(few[0]), str(few[1])
    (6, '2019-11-01', '2019-11-08')
    """
    step = next(days for days in (1, 2, 7, 14) if span.days / days <= 12 or days == 14)
    return [shift(span.first, later) for later in range(0, span.days, step)]


def count(intervals: Intervals, span: Window, unit: str) -> pd.DataFrame:
    """Return one row a unit of the span: first, last (datetime64), within, expected, touches.

    `intervals` are first days, last days (ordinals) and how many reports have each interval.
    """
    from incidents.by_time import by_time

    starts, ends, counts = intervals
    return by_time(starts, ends, unit, span, counts)


def bars(counts: pd.DataFrame) -> list[dict[str, Any]]:
    """Return one record a unit and way of counting, for drawing over each other.

    Empty units too, as they stretch the axis over the whole time.
    """
    units = [
        {
            "first": moment(row["first"].date()),
            "next": moment(row["last"].date(), 1),
            "when": in_words(row["first"].date(), row["last"].date()),
            "within": int(row["within"]),
            "expected": round(float(row["expected"]), 2),
            "touches": int(row["touches"]),
        }
        for row in counts.to_dict("records")
    ]
    return [
        one | {"counted": say(f"timeline.{way}"), "count": one[way]}
        for way in COUNTED
        for one in units
    ]


def shaded(windows: Iterable[Window], span: Window, told: str) -> list[dict[str, Any]]:
    """Return the windows as bands: from, to (the moment it ends), when, told; cut to the span."""
    return [
        {
            "from": moment(w.first),
            "to": moment(w.last, 1),
            "when": in_words(w.first, w.last),
            "told": told,
        }
        for w in clip(windows, span.first, span.last)
    ]


def anchors(view: View, span: Window) -> list[dict[str, Any]]:
    """Return the days of occasions in the span: at, name, when.

    Those of the chosen occasion; without one, of every occasion if the span is at most a year
    or so, as more of them would be a fence.
    """
    chosen = view.calendar.occasions.get(view.selection.period or "")
    known = [chosen] if chosen else list(view.calendar.occasions.values())
    if not chosen and span.days > 400:
        return []
    years = range(span.first.year, span.last.year + 1)
    asked = view.selection.years if chosen and view.selection.years else years
    days = ((labels.occasion(one), one.anchor(year)) for one in known for year in asked)
    return [
        {"at": moment(day), "name": name, "when": day_in_words(day)}
        for name, day in days
        if day and span.first <= day <= span.last
    ]


def runups(calendar: Calendar, span: Window) -> list[dict[str, Any]]:
    """Return the run-ups as they were reported that have a day in the span, one record each."""
    found = []
    for one in calendar.runups:
        named = one.occasion_id or one.campaign_id
        for part in clip([Window(one.start, one.end)], span.first, span.last):
            found.append(
                {
                    "from": moment(part.first),
                    "to": moment(part.last, 1),
                    "name": labels.period(named, calendar) if named else "",
                    "when": in_words(one.start, one.end),
                    "basis": labels.runup_basis(one.basis),
                    "confidence": labels.confidence(one.confidence),
                }
            )
    return found


def unfinished(view: View) -> date | None:
    """Return the first day for which reports are still to come, by the lag of all reports."""
    from incidents.lag import unfinished as first_unfinished

    return first_unfinished(everything(view))
