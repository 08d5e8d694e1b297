"""Dates in figures: ISO, EDTF, dotted, slashed, eight digits, and Excel's running day numbers."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from incidents.intake.dates.parts import Dated, DateFault, Parts
from incidents.intake.said import to_say

EXCEL_EPOCH = date(1899, 12, 30)
DAYS_1904 = 1_462
FIRST_SERIAL, LAST_SERIAL = 18_264, 73_051
QUALIFIED = (to_say("date_faults.qualified"),)
YMD = re.compile(r"(\d{4}) ?([-./ ]) ?(\d{1,2}) ?\2 ?(\d{1,2})\.?")
YM = re.compile(r"(\d{4}) ?[-./] ?(\d{1,2})\.?")
DMY = re.compile(r"(\d{1,2}) ?([-./ ]) ?(\d{1,2}) ?\2 ?(\d{4})\.?")
SHORT = re.compile(r"'?(\d{1,2})([-./])(\d{1,2})\2'?(\d{2})\.?")
MY = re.compile(r"(\d{1,2}) ?[-./] ?(\d{4})")
EDTF = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?[?~%]")
UNSPECIFIED = re.compile(r"(\d{4})(?:-(\d\d|XX)(?:-XX)?)", re.IGNORECASE)
WEEK = re.compile(r"(\d{4})-?W(\d\d)", re.IGNORECASE)
QUARTER = re.compile(r"(?:(\d{4})[- ]?Q([1-4])|Q([1-4])[- /]?(\d{4}))", re.IGNORECASE)
SERIAL = re.compile(r"(\d{5})(?:\.\d+)?")
MONTH_DAY = re.compile(r"(\d{1,2})([-./])(\d{1,2})\.?")


def from_1904(cell: str) -> str:
    """Return a day number that counts from 1904 as ISO; anything else as it is.

    >>> from_1904("42320"), from_1904("2019")
    ('2019-11-13', '2019')
    """
    found = SERIAL.fullmatch(cell.strip())
    if not found:
        return cell
    return (EXCEL_EPOCH + timedelta(int(found[1]) + DAYS_1904)).isoformat()


def read_numbers(text: str, order: str | None) -> Parts | None:
    """Return the parts of a date in figures; None if the text is not one.

    `order` is dmy, mdy or None; it settles only what can be read both ways. Raises DateFault:
    ambiguous, or impossible.
    """
    for pattern, build in _FORMS:
        if found := pattern.fullmatch(text):
            return build(found)
    if found := DMY.fullmatch(text):
        return _day_or_month_first(found, int(found[4]), order)
    if found := SHORT.fullmatch(text):
        return _short_year(found, order)
    return None


def read_span(text: str) -> Dated | None:
    """Return the interval of forms that are no calendar unit: an ISO week."""
    found = WEEK.fullmatch(text)
    if not found:
        return None
    try:
        start = date.fromisocalendar(int(found[1]), int(found[2]), 1)
    except ValueError:
        words = to_say("date_faults.no_such_week", year=found[1], week=found[2])
        raise DateFault("impossible", words) from None
    return Dated(start, start + timedelta(6), "week")


def read_month_day(text: str) -> Parts | None:
    """Return month and day of the second half of a range such as 2019.11.1~11.13."""
    if not (found := MONTH_DAY.fullmatch(text)):
        return None
    return Parts(month=int(found[1]), day=int(found[3]))


def _ymd(found: re.Match[str]) -> Parts:
    return Parts(int(found[1]), int(found[3]), int(found[4]), year_first=True)


def _ym(found: re.Match[str]) -> Parts:
    year, month = int(found[1]), int(found[2])
    seasons = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
    if month in seasons:
        return Parts(year, part=seasons[month], year_first=True)
    return Parts(year, month, year_first=True)


def _edtf(found: re.Match[str]) -> Parts:
    year, month, day = (int(part) if part else None for part in found.groups())
    return Parts(year, month, day, note=QUALIFIED, year_first=True)


def _unspecified(found: re.Match[str]) -> Parts:
    month = None if found[2].upper() == "XX" else int(found[2])
    return Parts(int(found[1]), month, year_first=True)


def _quarter(found: re.Match[str]) -> Parts:
    return Parts(int(found[1] or found[4]), part=f"q{found[2] or found[3]}")


def _serial(found: re.Match[str]) -> Parts | None:
    """A running number as Excel counts days (1 is 1900-01-01), between 1950 and 2099."""
    number = int(found[1])
    if not FIRST_SERIAL <= number < LAST_SERIAL:
        return None
    day = EXCEL_EPOCH + timedelta(number)
    return Parts(day.year, day.month, day.day, year_first=True)


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Parts | None]], ...] = (
    (YMD, _ymd),
    (re.compile(r"(\d{4})()(\d\d)(\d\d)"), _ymd),
    (YM, _ym),
    (re.compile(r"(\d{4})"), lambda found: Parts(int(found[1]), year_first=True)),
    (SERIAL, _serial),
    (MY, lambda found: Parts(int(found[2]), int(found[1]))),
    (EDTF, _edtf),
    (UNSPECIFIED, _unspecified),
    (QUARTER, _quarter),
)


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _day_or_month_first(found: re.Match[str], year: int, order: str | None) -> Parts:
    """13/11/2019 is one day only; 05/11/2019 is two, unless the order is settled."""
    first, second = int(found[1]), int(found[3])
    readings = {"dmy": (second, first), "mdy": (first, second)}
    possible = {name: md for name, md in readings.items() if _exists(year, *md)}
    if not possible:
        raise DateFault("impossible", to_say("date_faults.no_such_day_either_way"))
    if order in possible:
        return Parts(year, *possible[order])
    if len(set(possible.values())) == 1:
        name, (month, day) = next(iter(possible.items()))
        against = to_say("date_faults.against_order", name=name, order=order)
        return Parts(year, month, day, note=(against,) if order else ())
    one, other = (f"{year}-{month:02}-{day:02}" for month, day in possible.values())
    raise DateFault("ambiguous", to_say("date_faults.read_both_ways", first=one, second=other))


def _short_year(found: re.Match[str], order: str | None) -> Parts:
    """A year of two digits is settled only by the chosen order: 10/11/12 has three readings."""
    if order is None:
        raise DateFault("ambiguous", to_say("date_faults.short_year"))
    year = int(found[4])
    return _day_or_month_first(found, year + (1900 if year > 69 else 2000), order)
