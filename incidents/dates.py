"""Intervals of whole days as text: EDTF for machines, words for readers."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip


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
    """
    if first == last:
        return day_in_words(first)
    if is_whole_year(first, last):
        return str(first.year)
    if is_whole_month(first, last):
        return f"{MONTHS[first.month - 1]} {first.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day_in_words(last)}"
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month - 1]} – {day_in_words(last)}"
    return f"{day_in_words(first)} – {day_in_words(last)}"


def day_in_words(day: date) -> str:
    """Return one day as a reader says it.

    >>> day_in_words(date(2019, 11, 19))
    '19 November 2019'
    """
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
