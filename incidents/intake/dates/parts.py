"""A date as far as it is given (year, month, day, part of a month) and the interval it means."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

from incidents.intake.said import Said, to_say

FIRST_YEAR, LAST_YEAR = 1900, 2100
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
WEEK_IN_MONTH = (to_say("date_faults.week_in_month"),)


class DateFault(ValueError):
    """A date that means no interval; as text it is a sentence for the reader, said when asked.

    `kind` is none, unknown, unclear, impossible, reversed, yearless, open, or ambiguous: what the
    order of day and month settles.
    """

    def __init__(self, kind: str, words: Said) -> None:
        super().__init__(words)
        self.kind, self.words = kind, words


@dataclass(frozen=True, slots=True)
class Dated:
    """An interval of whole days (inclusive), its precision, and what was doubtful in reading it."""

    start: date
    end: date
    precision: str
    note: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class Parts:
    """What a text gives of a date; what it leaves open is None or "".

    `part` is early, mid, late, first half, second half, q1..q4 or a season; `until` the second
    year of a winter; `finest_first`: the text runs from the year down to the day.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    part: str = ""
    until: int | None = None
    note: tuple[Said, ...] = ()
    year_first: bool = False

    def within(self, year: int | None, month: int | None) -> Parts:
        """The same with year and month taken from elsewhere where they are not given."""
        bare_day = self.month is None and self.day is not None
        return replace(self, year=self.year or year, month=month if bare_day else self.month)

    def interval(self) -> Dated:
        """The days it means. Raises DateFault if the year is missing or a day does not exist."""
        if self.year is None:
            raise DateFault("yearless", to_say("date_faults.yearless"))
        if not FIRST_YEAR <= self.year <= LAST_YEAR:
            raise DateFault("impossible", to_say("date_faults.not_that_year", year=self.year))
        if self.part in SEASONS:
            return self._season(self.year)
        if self.month is None and self.day is not None:
            raise DateFault("unknown", to_say("date_faults.day_without_month"))
        if self.month is None:
            return self._of_year(self.year)
        if not 1 <= self.month <= 12:
            raise DateFault("impossible", to_say("date_faults.no_such_month", month=self.month))
        return self._of_month(self.year, self.month)

    def _of_month(self, year: int, month: int) -> Dated:
        last = monthrange(year, month)[1]
        if self.day is not None:
            if not 1 <= self.day <= last:
                words = to_say("date_faults.no_such_day", year=year, month=month, day=self.day)
                raise DateFault("impossible", words)
            day = date(year, month, self.day)
            return Dated(day, day, "day", self.note)
        spans = {
            "early": (1, 10), "mid": (11, 20), "late": (21, last),
            "first half": (1, 15), "second half": (16, last),
        }  # fmt: skip
        first, end = spans.get(self.part, (1, last))
        start, stop = date(year, month, first), date(year, month, end)
        return Dated(start, stop, precision_of(start, stop), self.note)

    def _of_year(self, year: int) -> Dated:
        months = {
            "": (1, 12), "first half": (1, 6), "second half": (7, 12),
            "q1": (1, 3), "q2": (4, 6), "q3": (7, 9), "q4": (10, 12),
        }  # fmt: skip
        note = self.note
        if self.part not in months:
            part = to_say(f"date_faults.part_{self.part}")
            note = (to_say("date_faults.part_of_year", part=part),)
        first, last = months.get(self.part, (1, 12))
        start, stop = date(year, first, 1), date(year, last, monthrange(year, last)[1])
        return Dated(start, stop, precision_of(start, stop), note)

    def _season(self, year: int) -> Dated:
        """Three months; a winter only if both its years are given, else it may be either."""
        first = SEASONS[self.part]
        if self.part != "winter":
            start, stop = date(year, first, 1), date(year, first + 3, 1) - timedelta(1)
            return Dated(start, stop, "season", self.note)
        if self.until != year + 1:
            raise DateFault("unclear", to_say("date_faults.winter", year=year, next=year + 1))
        return Dated(date(year, 12, 1), date(year + 1, 3, 1) - timedelta(1), "season", self.note)


def precision_of(start: date, end: date) -> str:
    """Return the precision an interval amounts to by its length.

    >>> precision_of(date(2019, 11, 21), date(2019, 11, 30))
    'week'
    """
    days = (end - start).days + 1
    for most, precision in ((1, "day"), (11, "week"), (45, "month"), (200, "season")):
        if days <= most:
            return precision
    return "year"
