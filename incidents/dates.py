"""Intervals of whole days as text: EDTF for machines, words for readers."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from incidents.words import say
from incidents.words.dates import MONTHS

__all__ = [
    "MONTHS", "day_in_words", "day_of_year_in_words", "edtf", "in_words", "is_whole_month",
    "is_whole_year", "month_in_words", "month_name", "short_month_name", "year_in_words",
    "years_in_words",
]  # fmt: skip


def edtf(first: date, last: date) -> str:
    """Return the inclusive interval in EDTF (ISO 8601-2 level 0), as coarse as it really is.

    >>> edtf(date(2019, 11, 1), date(2019, 11, 13))
    '2019-11-01/2019-11-13'
    >>> edtf(date(2019, 11, 1), date(2019, 11, 30)), edtf(date(2019, 11, 5), date(2019, 11, 5))
    ('2019-11', '2019-11-05')
    >>> edtf(date(2019, 1, 1), date(2019, 12, 31))
    '2019'
    """
    if first == last:
        return first.isoformat()
    if is_whole_year(first, last):
        return f"{first:%Y}"
    if is_whole_month(first, last):
        return f"{first:%Y-%m}"
    return f"{first.isoformat()}/{last.isoformat()}"


def is_whole_month(first: date, last: date) -> bool:
    """Return whether the interval is exactly one calendar month."""
    return (first.year, first.month, first.day) == (last.year, last.month, 1) and (
        last.day == monthrange(last.year, last.month)[1]
    )


def is_whole_year(first: date, last: date) -> bool:
    """Return whether the interval is exactly one calendar year."""
    return first.year == last.year and (first.month, first.day, last.month, last.day) == (
        1, 1, 12, 31,
    )  # fmt: skip


def in_words(first: date, last: date) -> str:
    """Return the inclusive interval as a reader says it.

    >>> in_words(date(2019, 11, 1), date(2019, 11, 13))
    '1–13 November 2019'
    >>> in_words(date(2019, 10, 28), date(2019, 11, 3))
    '28 October – 3 November 2019'
    >>> in_words(date(2019, 12, 20), date(2020, 1, 5))
    '20 December 2019 – 5 January 2020'
    >>> in_words(date(2019, 11, 1), date(2019, 11, 30))
    'November 2019'
    >>> from incidents.words import speaking
    >>> with speaking("ko"):
    ...     in_words(date(2019, 10, 28), date(2019, 11, 3))
    '2019년 10월 28일∼11월 3일'
    """
    if first == last:
        return day_in_words(first)
    if is_whole_year(first, last):
        return year_in_words(first.year)
    if is_whole_month(first, last):
        return month_in_words(first.year, first.month)
    if first.year != last.year:
        return say("dates.across_years", first=day_in_words(first), last=day_in_words(last))
    one_month = first.month == last.month
    return say(
        "dates.in_one_month" if one_month else "dates.in_one_year",
        year=first.year,
        month=month_name(first.month),
        day=first.day,
        last_month=month_name(last.month),
        last_day=last.day,
    )


def day_in_words(day: date) -> str:
    """Return one day as a reader says it.

    >>> day_in_words(date(2019, 11, 19))
    '19 November 2019'
    >>> from incidents.words import speaking
    >>> with speaking("ko"):
    ...     day_in_words(date(2019, 11, 19))
    '2019년 11월 19일'
    """
    return say("dates.day", day=day.day, month=month_name(day.month), year=day.year)


def day_of_year_in_words(month: int, day: int, *, short: bool = False) -> str:
    """Return a day that comes back every year: "19 November" or, short, "19 Nov"."""
    name = short_month_name(month) if short else month_name(month)
    return say("dates.day_of_year", day=day, month=name)


def month_in_words(year: int, month: int, *, short: bool = False) -> str:
    """Return one month of a year: "November 2019" or, short, "Nov 2019"."""
    name = short_month_name(month) if short else month_name(month)
    return say("dates.month_of_year", month=name, year=year)


def year_in_words(year: int) -> str:
    """Return one year: "2019"."""
    return say("dates.year", year=year)


def years_in_words(first: int, last: int) -> str:
    """Return years in a row: "2004–2026", one of them alone as one year."""
    return year_in_words(first) if first == last else say("dates.years", first=first, last=last)


def month_name(month: int) -> str:
    """Return the name of a month, 1 for January."""
    return say(f"dates.month.{month}")


def short_month_name(month: int) -> str:
    """Return the name of a month as an axis has room for it: "Jan"."""
    return say(f"dates.short_month.{month}")
