"""When: occasions that recur, campaigns that ran once, and the windows of days they open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

DEFAULT_BEFORE = 14
MOST_DAYS = 365


@dataclass(frozen=True, slots=True, order=True)
class Window:
    """An interval of whole days, both ends inclusive."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(
                f"window {self.first}..{self.last}: the last day is before the first. Swap them."
            )

    @property
    def days(self) -> int:
        """Number of days, at least 1."""
        return self.last.toordinal() - self.first.toordinal() + 1


def shift(day: date, days: int) -> date:
    """Return the day that many days later, held inside the years 1 to 9999."""
    ordinal = day.toordinal() + days
    return date.fromordinal(min(max(ordinal, date.min.toordinal()), date.max.toordinal()))


def widen(window: Window, before: int, after: int) -> Window:
    """Return the window with days added on both sides."""
    return Window(shift(window.first, -before), shift(window.last, after))


def around(anchor: date, before: int, after: int) -> Window:
    """Return the days from ``before`` days before the anchor to ``after`` days past it."""
    return widen(Window(anchor, anchor), before, after)


def merge(windows: Iterable[Window]) -> tuple[Window, ...]:
    """Return the same days as windows that neither overlap nor adjoin, in order.

    >>> merge([Window(date(2019, 1, 3), date(2019, 1, 4)), Window(date(2019, 1, 1),
    ...        date(2019, 1, 2))])
    (Window(first=datetime.date(2019, 1, 1), last=datetime.date(2019, 1, 4)),)
    """
    merged: list[Window] = []
    for window in sorted(windows):
        if merged and window.first <= shift(merged[-1].last, 1):
            merged[-1] = Window(merged[-1].first, max(merged[-1].last, window.last))
        else:
            merged.append(window)
    return tuple(merged)


def clip(windows: Iterable[Window], first: date | None, last: date | None) -> tuple[Window, ...]:
    """Return what of each window lies between two days; windows wholly outside are left out."""
    low, high = first or date.min, last or date.max
    return tuple(
        Window(max(w.first, low), min(w.last, high))
        for w in windows
        if max(w.first, low) <= min(w.last, high)
    )


@dataclass(frozen=True, slots=True)
class Occasion:
    """A political date that comes back every year: a month and day, or a lunar feast."""

    id: str
    name_en: str
    name_ko: str
    month: int | None
    day: int | None
    first_year: int | None
    last_year: int | None
    kind: str
    typical_runup_days: int | None
    runup_basis: str
    note: str
    source_url: str
    lunar: Mapping[int, date] = field(default_factory=dict)

    @property
    def label(self) -> str:
        """Name in both scripts."""
        return f"{self.name_en} · {self.name_ko}"

    @property
    def is_lunar(self) -> bool:
        """Whether its day moves with the moon."""
        return self.month is None

    @property
    def default_before(self) -> int:
        """Days before the day that its window opens when the reader says nothing."""
        return DEFAULT_BEFORE if self.typical_runup_days is None else self.typical_runup_days

    def anchor(self, year: int) -> date | None:
        """Return its day in a year, or None where it was not kept or its moon is not known."""
        if year < (self.first_year or 1) or year > (self.last_year or 9999):
            return None
        if self.month is None or self.day is None:
            return self.lunar.get(year)
        return date(year, self.month, self.day)


@dataclass(frozen=True, slots=True)
class Campaign:
    """A period that ran once: a labour battle, an election, a closure, a law."""

    id: str
    name_en: str
    name_ko: str
    start: date
    end: date | None
    start_precision: str
    kind: str
    scope: tuple[str, ...]
    note: str
    source_url: str

    @property
    def label(self) -> str:
        """Name in both scripts."""
        return f"{self.name_en} · {self.name_ko}" if self.name_ko else self.name_en


@dataclass(frozen=True, slots=True)
class Runup:
    """A run-up as it was reported in one year; no end means to the day itself."""

    occasion_id: str
    campaign_id: str
    year: int
    occasion_date: date
    start: date
    end: date
    days_before: int | None
    days_after: int | None
    scope: tuple[str, ...]
    agency: str
    basis: str
    confidence: str
    note: str
    source_url: str


@dataclass(frozen=True, slots=True)
class Calendar:
    """All periods a reader can choose, by id."""

    occasions: Mapping[str, Occasion]
    campaigns: Mapping[str, Campaign]
    runups: tuple[Runup, ...]

    def label(self, period: str) -> str:
        """Return the name of an occasion or campaign in both scripts; an unknown id as it is."""
        known = self.occasions.get(period) or self.campaigns.get(period)
        return known.label if known else period

    @property
    def ids(self) -> tuple[str, ...]:
        """Ids of every occasion and campaign."""
        return (*self.occasions, *self.campaigns)


def occasion_windows(
    occasion: Occasion, before: int, after: int, years: Iterable[int]
) -> dict[int, Window]:
    """Return anchor-before..anchor+after by year of the anchor, unclipped.

    >>> day = Occasion("x", "X", "", 1, 8, None, None, "", None, "", "", "")
    >>> occasion_windows(day, 14, 0, [2020])[2020].first
    datetime.date(2019, 12, 25)
    """
    anchors = ((year, occasion.anchor(year)) for year in years)
    return {year: around(anchor, before, after) for year, anchor in anchors if anchor}
