"""Which days are compared: an occasion's windows against the rest of the chosen years."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from incidents.periods import Calendar, Occasion, Window, occasion_windows
from incidents.rates.days import Days

YEARS = range(1, 10_000)


class Choice(Protocol):
    """The part of a Selection that a comparison reads; its other filters have gone before."""

    @property
    def period(self) -> str | None: ...  # noqa: D102
    @property
    def before(self) -> int | None: ...  # noqa: D102
    @property
    def after(self) -> int | None: ...  # noqa: D102
    @property
    def years(self) -> tuple[int, ...]: ...  # noqa: D102
    @property
    def minus(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def without_tied(self) -> bool: ...  # noqa: D102
    @property
    def constant_sources(self) -> bool: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Question:
    """An occasion, the days before and after it, the compared years, and the days that follow.

    `years` are those with an anchor. `windows` are merged but not clipped; `inside`
    is W and `outside` the baseline, both clipped to the span of the store.
    """

    occasion: Occasion
    before: int
    after: int
    years: tuple[int, ...]
    windows: Days
    inside: Days
    outside: Days

    @property
    def anchors(self) -> dict[int, date]:
        """The day of the occasion by compared year."""
        days = ((year, self.occasion.anchor(year)) for year in self.years)
        return {year: day for year, day in days if day}

    @property
    def exposed_years(self) -> tuple[int, ...]:
        """The compared years whose own window has a day in the span of the store."""
        windows = occasion_windows(self.occasion, self.before, self.after, self.years)
        return tuple(
            year
            for year, window in windows.items()
            if len(self.inside) > len(self.inside - Days.from_windows([window]))
        )


def compared_years(
    occasion: Occasion, years: Iterable[int], span: Window | None
) -> tuple[int, ...]:
    """The chosen years (none chosen: all of the store's) in which the occasion has an anchor."""
    stored = range(span.first.year, span.last.year + 1) if span else ()
    chosen = sorted(set(years)) or stored
    return tuple(year for year in chosen if year in YEARS and occasion.anchor(year))


def default_days(occasions: Iterable[Occasion], universe: Days) -> Days:
    """Every day of the universe that lies in the default window of one of the occasions.

    A window belongs to the year of its anchor, so the years around the universe are asked too:
    the run-up to New Year 2020 takes days from 2019.
    """
    if not universe.runs:
        return Days()
    first, last = universe.runs[0][0], universe.runs[-1][1]
    years = range(
        max(date.fromordinal(first).year - 1, 1), min(date.fromordinal(last).year + 1, 9999) + 1
    )
    windows = (
        window
        for occasion in occasions
        for window in occasion_windows(occasion, occasion.default_before, 0, years).values()
    )
    return Days.from_windows(windows)


def ask(
    occasion: Occasion,
    before: int,
    after: int,
    years: Iterable[int],
    span: Window | None,
    minus: Iterable[Occasion] = (),
) -> Question:
    """The days to compare; with no span (an empty store) both sides are empty."""
    compared = compared_years(occasion, years, span)
    windows = Days.from_windows(occasion_windows(occasion, before, after, compared).values())
    universe = (Days.from_years(compared) | windows).clip(span) if span else Days()
    inside = windows.clip(span) if span else Days()
    outside = universe - inside - default_days(minus, universe)
    return Question(occasion, before, after, compared, windows, inside, outside)


def ask_selection(calendar: Calendar, selection: Choice, span: Window | None) -> Question:
    """The days a selection compares.

    `from`, `to` and `dates` play no part: all filters but time apply.

    Raises ValueError when the period is not a recurring occasion.
    """
    occasion = calendar.occasions.get(selection.period or "")
    if occasion is None:
        raise ValueError(
            f"period {selection.period!r}: only recurring occasions are compared. "
            "Choose one of occasions.csv, such as day_of_security."
        )
    return ask(
        occasion,
        occasion.default_before if selection.before is None else selection.before,
        selection.after or 0,
        selection.years,
        span,
        [calendar.occasions[name] for name in selection.minus],
    )
