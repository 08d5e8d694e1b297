"""The days a selection asks for: its windows of time, or why there are none."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from incidents.dates import day_in_words, year_in_words
from incidents.labels import name
from incidents.periods import (
    Calendar,
    Campaign,
    Occasion,
    Window,
    clip,
    merge,
    occasion_windows,
    widen,
)
from incidents.selection import Selection
from incidents.words import say


@dataclass(frozen=True, slots=True)
class TimeFilter:
    """Merged windows; ``reason`` says why none is left; neither means time is not filtered."""

    windows: tuple[Window, ...] = ()
    reason: str | None = None


def time_filter(selection: Selection, calendar: Calendar, span: Window) -> TimeFilter:
    """Return the windows of a selection over a store that reaches from span.first to span.last."""
    if not selection.has_time:
        return TimeFilter()
    if selection.from_ and selection.to and selection.from_ > selection.to:
        first, last = day_in_words(selection.from_), day_in_words(selection.to)
        return TimeFilter(reason=say("sentence.swapped", first=first, last=last))
    windows, reason = _unclipped(selection, calendar, span)
    kept = merge(clip(windows, selection.from_, selection.to))
    if windows and not kept:
        reason = say("sentence.clipped")
    return TimeFilter(kept, None if kept else reason)


def effective_before(selection: Selection, calendar: Calendar) -> int:
    """Return the days before that apply: the reader's, or the default of the period."""
    if selection.before is not None or selection.period is None:
        return selection.before or 0
    occasion = calendar.occasions.get(selection.period)
    return occasion.default_before if occasion else 0


def anchor_years(selection: Selection, span: Window) -> tuple[int, ...]:
    """Return the years asked for; none chosen means every year the store reaches into."""
    return selection.years or tuple(range(span.first.year, span.last.year + 1))


def runup_windows(selection: Selection, calendar: Calendar, span: Window) -> dict[int, Window]:
    """Return the unclipped windows of the chosen occasion by year; none for anything else."""
    occasion = calendar.occasions.get(selection.period or "")
    if occasion is None:
        return {}
    before = effective_before(selection, calendar)
    return occasion_windows(occasion, before, selection.after or 0, anchor_years(selection, span))


def _unclipped(
    selection: Selection, calendar: Calendar, span: Window
) -> tuple[tuple[Window, ...], str | None]:
    occasion = calendar.occasions.get(selection.period or "")
    if occasion:
        windows = tuple(runup_windows(selection, calendar, span).values())
        return windows, None if windows else _no_anchor(occasion, selection.years)
    if selection.period is not None:
        campaign = calendar.campaigns[selection.period]
        windows = _campaign_windows(campaign, selection, span)
        return windows, None if windows else _no_campaign(campaign, selection, span)
    if selection.years:
        return _calendar_years(selection.years), None
    return (Window(selection.from_ or date.min, selection.to or date.max),), None


def _calendar_years(years: Iterable[int]) -> tuple[Window, ...]:
    return tuple(Window(date(year, 1, 1), date(year, 12, 31)) for year in years)


def _campaign_windows(campaign: Campaign, selection: Selection, span: Window) -> tuple[Window, ...]:
    end = campaign.end or span.last
    if end < campaign.start:
        return ()
    whole = widen(Window(campaign.start, end), selection.before or 0, selection.after or 0)
    if not selection.years:
        return (whole,)
    return tuple(
        part for year in _calendar_years(selection.years) for part in clip([whole], *_ends(year))
    )


def _ends(window: Window) -> tuple[date, date]:
    return window.first, window.last


def _no_anchor(occasion: Occasion, years: tuple[int, ...]) -> str:
    asked = ", ".join(map(year_in_words, years)) if years else say("sentence.years_of_data")
    told = [say("sentence.no_anchor", name=name(occasion), years=asked)]
    if occasion.first_year:
        told.append(say("sentence.first_kept", year=occasion.first_year))
    if occasion.last_year:
        told.append(say("sentence.last_kept", year=occasion.last_year))
    if occasion.lunar:
        first, last = min(occasion.lunar), max(occasion.lunar)
        told.append(say("sentence.moon_known", first=first, last=last))
    return " ".join([*told, say("sentence.other_years")])


def _no_campaign(campaign: Campaign, selection: Selection, span: Window) -> str:
    if campaign.end is None and campaign.start > span.last:
        start, last = day_in_words(campaign.start), day_in_words(span.last)
        return say("sentence.began_after", name=name(campaign), start=start, last=last)
    asked = ", ".join(map(year_in_words, selection.years))
    told = say("sentence.no_campaign", name=name(campaign), years=asked)
    return f"{told} {say('sentence.other_years')}"
