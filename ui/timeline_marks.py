"""What stands on the timeline: counts per unit, campaigns in lanes, run-ups, days left to come."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from incidents import labels
from incidents.dates import day_in_words, in_words
from incidents.grouped import everything
from incidents.periods import Calendar, Campaign, Window, clip, shift
from incidents.view import View
from incidents.words import say

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    Intervals = tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]

COUNTED = ("touches", "expected", "within")  # ways of counting, drawn in this order
REFERENCE = 1000  # pixels of the plot for which lanes are chosen
LETTER, LONGEST = 5.4, 190  # pixels of a letter, and of a label before it is cut
LANES = 10  # more only where so many campaigns run at once
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


def lanes(campaigns: Iterable[Campaign], span: Window) -> list[dict[str, Any]]:
    """Return the campaigns of the span, each in a lane where no other lies on it.

    from, to, name, when, lane (from 0), pixels (wide is its label), room (share of the plot's
    width free for the label, up to the next campaign of its lane or the end of the span).
    """
    placed: list[dict[str, Any]] = []
    ends: list[tuple[float, float]] = []  # a lane's last moment, and the end of its last label
    whole = moment(span.last, 1) - moment(span.first)
    for one in sorted(campaigns, key=lambda c: (c.start, c.id)):
        for part in clip([Window(one.start, max(one.end or span.last, one.start))], *_ends(span)):
            name = labels.name(one)
            pixels = min(_wide(name), LONGEST)
            start, end = moment(part.first), moment(part.last, 1)
            lane = _lane(ends, start)
            ends[lane : lane + 1] = [(end, max(end, start + pixels / REFERENCE * whole))]
            placed.append({"from": start, "to": end, "name": labels.campaign(one), "label": name,
                           "when": _told(one), "lane": lane, "pixels": pixels})  # fmt: skip
    return [one | {"room": _room(one, placed, span)} for one in placed]


def _wide(name: str) -> float:
    """Return how many pixels a label takes; Hangul is about twice as wide as Latin."""
    return sum(LETTER if sign.isascii() else 2 * LETTER for sign in name)


def _told(one: Campaign) -> str:
    if one.end:
        return in_words(one.start, one.end)
    return say("timeline.since", day=day_in_words(one.start))


def _ends(span: Window) -> tuple[date, date]:
    return span.first, span.last


def _lane(ends: Sequence[tuple[float, float]], start: float) -> int:
    """Return the lane for what starts then: with room for labels if any, else a free one."""
    clear = [lane for lane, (_, label) in enumerate(ends) if label <= start]
    if clear or len(ends) < LANES:
        return clear[0] if clear else len(ends)
    free = [(label, lane) for lane, (end, label) in enumerate(ends) if end <= start]
    return min(free)[1] if free else len(ends)


def _room(one: dict[str, Any], placed: list[dict[str, Any]], span: Window) -> float:
    low, high = moment(span.first), moment(span.last, 1)
    later = [o["from"] for o in placed if o["lane"] == one["lane"] and o["from"] > one["from"]]
    return (min([*later, high]) - one["from"]) / (high - low)


def unfinished(view: View) -> date | None:
    """Return the first day for which reports are still to come, by the lag of all reports."""
    from incidents.lag import unfinished as first_unfinished

    return first_unfinished(everything(view))
