"""Single cells made fit for our columns: counts, sums, days of report, links, codes, texts."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, partial

from incidents.dataset import DATA
from incidents.intake.dates import DateFault, read_date
from incidents.intake.faults import Fault
from incidents.intake.said import to_say
from incidents.intake.words import is_blank
from incidents.record import (
    NUMBERS,
    PLACE_PRECISIONS,
    REPORTED_ON_BASES,
    WHOLE_NUMBERS,
    YEAR_BASES,
)

Clean = tuple[str, Fault | None]
GROUPED = re.compile(r"\d{1,3}(?:[,\u00a0 ]\d{3})+(?:\.\d+)?")
PLAIN = re.compile(r"\d+(?:\.\d+)?(?:[eE]\+?\d{1,2})?")
LINK = re.compile(r"https?://[^\s]+", re.IGNORECASE)
CURRENCY = re.compile(r"[A-Z]{3}")
CURRENCIES = {
    "won": "KPW", "north korean won": "KPW", "원": "KPW", "yuan": "CNY", "rmb": "CNY",
    "renminbi": "CNY", "위안": "CNY", "위안화": "CNY", "dollar": "USD", "dollars": "USD",
    "us dollars": "USD", "us$": "USD", "$": "USD", "달러": "USD", "euro": "EUR", "yen": "JPY",
}  # fmt: skip
MOST = 10**12


def read_number(field: str, cell: str) -> Clean:
    """Return a number that is not negative, as plain text; what is none becomes empty.

    >>> read_number("people_detained", "1,200")[0], read_number("bribe_amount", "0.5")[0]
    ('1200', '0.5')
    """
    text = cell.strip()
    if is_blank(text):
        return "", None
    if GROUPED.fullmatch(text):
        text = re.sub("[,\u00a0 ]", "", text)
    if not PLAIN.fullmatch(text) or float(text) > MOST:
        return "", Fault(field, cell, "", to_say("row_faults.not_a_number"))
    number = float(text)
    if number.is_integer():
        return str(int(number)), None
    if field in WHOLE_NUMBERS:
        return "", Fault(field, cell, "", to_say("row_faults.not_whole"))
    return text if "e" not in text.lower() else repr(number), None


def read_deaths(field: str, cell: str) -> Clean:
    """Return a count of deaths from ACLED or UCDP, whose 0 means none or none reported."""
    text, fault = read_number(field, cell)
    return ("", fault) if text == "0" else (text, fault)


def read_report_day(cell: str, order: str | None) -> Clean:
    """Return the day of a report in ISO form; of several the first; what is no day, empty."""
    if is_blank(cell):
        return "", None
    days, faults = [], []
    for part in cell.split(";"):
        try:
            dated = read_date(part, order)
        except DateFault as fault:
            faults.append(fault.words)
        else:
            days += [dated.start] if dated.start == dated.end else []
    if days and not faults:
        return min(days).isoformat(), None
    why = faults[0] if faults else to_say("row_faults.not_a_day")
    return "", Fault("reported_on", cell, "", why)


def read_link(cell: str) -> Clean:
    """Return a web address; anything else (javascript:, a file, words) becomes empty."""
    text = cell.strip()
    if not text or LINK.fullmatch(text):
        return text, None
    if is_blank(text):
        return "", None
    if re.fullmatch(r"www\.[^\s/]+\.[^\s]+", text):
        whole = f"https://{text}"
        return whole, Fault("source_url", cell, whole, to_say("row_faults.https_added"))
    return "", Fault("source_url", cell, "", to_say("row_faults.not_a_link"))


def read_currency(cell: str) -> Clean:
    """Return a currency code of three letters, from a code or a common name."""
    text = cell.strip()
    if is_blank(text):
        return "", None
    code = CURRENCIES.get(text.casefold(), text.upper())
    if CURRENCY.fullmatch(code):
        return code, None
    return "", Fault("bribe_currency", cell, "", to_say("row_faults.not_a_currency"))


def read_occasion(cell: str) -> Clean:
    """Return the id of an occasion or campaign; an unknown one becomes empty."""
    text = cell.strip()
    if is_blank(text) or text in _periods():
        return ("" if is_blank(text) else text), None
    return "", Fault("occasion_id", cell, "", to_say("row_faults.not_an_occasion"))


@cache
def _periods() -> frozenset[str]:
    from incidents.almanac import read_calendar

    return frozenset(read_calendar(DATA).ids)


def _one_of(field: str, known: frozenset[str]) -> Callable[[str], Clean]:
    none = to_say("row_faults.not_one_of", codes=", ".join(sorted(known)))

    def read(cell: str) -> Clean:
        text = cell.strip().lower()
        if text in known or is_blank(text):
            return ("" if is_blank(text) else text), None
        return "", Fault(field, cell, "", none)

    return read


READERS: dict[str, Callable[[str], Clean]] = {
    **{name: partial(read_number, name) for name in WHOLE_NUMBERS + NUMBERS},
    "source_url": read_link,
    "bribe_currency": read_currency,
    "occasion_id": read_occasion,
    "year_basis": _one_of("year_basis", frozenset(YEAR_BASES)),
    "reported_on_basis": _one_of("reported_on_basis", frozenset(REPORTED_ON_BASES)),
    "place_precision": _one_of("place_precision", frozenset(PLACE_PRECISIONS)),
}
