"""The interval of a row by its profile: from words, from two days, from a day and its precision."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

from incidents.intake.dates import Dated, DateFault, precision_of, read_date
from incidents.intake.faults import Fault
from incidents.intake.said import Several, to_say
from incidents.intake.words import is_blank
from incidents.record import DATE_PRECISIONS

ACLED_WIDTHS = {"1": "day", "2": "week", "3": "month"}
UCDP_PRECISIONS = {"1": "day", "2": "week", "3": "week", "4": "month"}


@dataclass(frozen=True, slots=True)
class AskedWhen:
    """What a row says of its time: cells as text, and how its source codes precision."""

    profile: str
    date: str = ""
    start: str = ""
    end: str = ""
    year: str = ""
    month: str = ""
    day: str = ""
    precision: str = ""
    has_precision: bool = False
    order: str | None = None


@dataclass(frozen=True, slots=True)
class When:
    """An interval, or none (`start` None) and the fault that refuses the row.

    `note` goes into the data, so it stays English.
    """

    start: date | None
    end: date | None
    precision: str
    note: str = ""
    faults: tuple[Fault, ...] = ()
    ambiguous: bool = False


class _Refused(Exception):
    def __init__(self, field: str, value: str, fault: DateFault) -> None:
        self.fault = Fault(field, value, None, fault.words)
        self.ambiguous = fault.kind == "ambiguous"


def tell(asked: AskedWhen) -> When:
    """Return the interval of a row, or the fault for which it is refused."""
    try:
        dated, field, value = _dated(asked)
        when = _with_precision(asked, dated, field, value)
    except _Refused as refused:
        return When(None, None, "", faults=(refused.fault,), ambiguous=refused.ambiguous)
    if dated.note:
        becomes = f"{dated.start}/{dated.end}" if dated.start < dated.end else f"{dated.start}"
        why = Several(dated.note, capital=True)
        when = replace(when, faults=(*when.faults, Fault(field, value, becomes, why)))
    return when


def _read(field: str, value: str, asked: AskedWhen, year: int | None = None) -> Dated:
    try:
        return read_date("" if is_blank(value) else value, asked.order, year)
    except DateFault as fault:
        raise _Refused(field, value, fault) from None


def _dated(asked: AskedWhen) -> tuple[Dated, str, str]:
    """The interval, and the field and cell that gave its start."""
    if not is_blank(asked.start) or not is_blank(asked.end):
        return _from_two(asked)
    stated = asked.year.strip().removesuffix(".0")
    year = int(stated) if stated.isdecimal() and len(stated) == 4 else 0
    if is_blank(asked.date) and not is_blank(asked.year):
        value = _joined(asked)
        return _read("date_start", value, asked), "date_start", value
    return _read("date_start", asked.date, asked, year or None), "date_start", asked.date


def _joined(asked: AskedWhen) -> str:
    """Year, month and day of three columns as one text."""
    parts = [asked.year.strip(), *(p.strip() for p in (asked.month, asked.day) if not is_blank(p))]
    parts = [part.removesuffix(".0") for part in parts]
    if len(parts) > 1 and not parts[1].isdecimal():
        return " ".join(reversed(parts))
    return "-".join(parts)


def _from_two(asked: AskedWhen) -> tuple[Dated, str, str]:
    if is_blank(asked.start):
        raise _Refused("date_start", asked.start, DateFault("none", to_say("date_faults.only_end")))
    start = _read("date_start", asked.start, asked)
    if is_blank(asked.end):
        return _without_end(asked, start), "date_start", asked.start
    end = _read("date_end", asked.end, asked, start.start.year)
    if end.end < start.start:
        why = to_say("date_faults.reversed", end=end.end, start=start.start)
        raise _Refused("date_end", asked.end, DateFault("reversed", why))
    note = tuple(dict.fromkeys((*start.note, *end.note)))
    both = Dated(start.start, end.end, precision_of(start.start, end.end), note)
    return both, "date_start", asked.start


def _without_end(asked: AskedWhen, start: Dated) -> Dated:
    if asked.profile == "plain" or start.precision != "day":
        return start
    if asked.precision not in ("", "day", "1"):
        raise _Refused("date_end", asked.end, DateFault("none", to_say("date_faults.end_missing")))
    return replace(start, note=(to_say("date_faults.no_end_given"),))


def _with_precision(asked: AskedWhen, dated: Dated, field: str, value: str) -> When:
    if asked.profile == "acled":
        return _acled(asked, dated)
    if asked.profile == "ucdp":
        return _ucdp(asked, dated)
    given = asked.precision.strip().lower()
    if not given or given in DATE_PRECISIONS:
        when = When(dated.start, dated.end, given or dated.precision)
        return _widened(when, field, value) if asked.profile == "plain" and given else when
    becomes = dated.precision
    reason = to_say("date_faults.not_a_precision", codes=", ".join(DATE_PRECISIONS))
    fault = Fault("date_precision", asked.precision, becomes, reason)
    return When(dated.start, dated.end, becomes, faults=(fault,))


def _widened(when: When, field: str, value: str) -> When:
    """A single day that its own row calls a month or a year is a placeholder for all of it."""
    if when.start is None or when.start != when.end or when.precision in ("day", "season"):
        return when
    start, end = around(when.start, when.precision)
    why = to_say("date_faults.placeholder_day", precision=when.precision)
    fault = Fault(field, value, f"{start}/{end}", why)
    return replace(when, start=start, end=end, faults=(fault,))


def around(day: date, width: str) -> tuple[date, date]:
    """Return the seven days centred on a day, its calendar month or year, or the day itself.

    >>> around(date(2019, 11, 13), "week")
    (datetime.date(2019, 11, 10), datetime.date(2019, 11, 16))
    """
    if width == "week":
        return day - timedelta(3), day + timedelta(3)
    if width == "month":
        return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])
    if width == "year":
        return date(day.year, 1, 1), date(day.year, 12, 31)
    return day, day


def _acled(asked: AskedWhen, dated: Dated) -> When:
    """Time precision 1 is the day, 2 the seven days centred on it, 3 the calendar month."""
    code = asked.precision.strip().removesuffix(".0")
    if not asked.has_precision or dated.start != dated.end:
        return When(dated.start, dated.end, dated.precision)
    faults: tuple[Fault, ...] = ()
    width = ACLED_WIDTHS.get(code, "month")
    if code not in ACLED_WIDTHS:
        why = to_say("date_faults.acled_precision")
        faults = (Fault("date_precision", asked.precision, "month", why),)
    start, end = around(dated.start, width)
    note = ""
    if width != "day":
        note = f"ACLED gives {dated.start} with time precision {code or 'unknown'}."
    return When(start, end, width, note, faults)


def _ucdp(asked: AskedWhen, dated: Dated) -> When:
    """The interval is kept; the code says how exact it is."""
    code = asked.precision.strip().removesuffix(".0")
    length = precision_of(dated.start, dated.end)
    if code == "5":
        precision = "year" if length == "year" else "season"
        return When(dated.start, dated.end, precision)
    if code in UCDP_PRECISIONS or is_blank(code):
        return When(dated.start, dated.end, UCDP_PRECISIONS.get(code, length))
    fault = Fault("date_precision", asked.precision, length, to_say("date_faults.ucdp_precision"))
    return When(dated.start, dated.end, length, faults=(fault,))
