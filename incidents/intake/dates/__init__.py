"""Days and intervals as people write them, in figures, English and Korean, read without guessing.

Understood are ISO days and EDTF; 2019.11.13, 13/11/2019 (where only one order is possible, or the
order was settled), 20191113, Excel's day numbers; 13 Nov 2019, Nov 2019, early, mid, late November
2019; 2019년 11월 13일, 11월 초, 중순, 말 (with a year); seasons, quarters, halves; ranges of these.
"""

from __future__ import annotations

import re
import unicodedata

from incidents.intake.dates.english import read_english
from incidents.intake.dates.korean import read_korean
from incidents.intake.dates.numbers import read_numbers, read_span
from incidents.intake.dates.parts import Dated, DateFault, Parts, precision_of
from incidents.intake.dates.ranges import read_range
from incidents.intake.said import to_say

__all__ = ["DateFault", "Dated", "precision_of", "read_date"]

DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−ー", "-") | dict.fromkeys("〜～∼˜", "~"))
CLOCK = re.compile(
    r"(?:[T ,]+)\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?[ap]\.?m\.?)?"
    r"(?: ?(?:Z|[+-]\d{2}:?\d{2}|UTC|GMT|KST))?$",
    re.IGNORECASE,
)
WEEKDAYS = re.compile(
    r"\(?\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?\)?,? ?"
    r"|\(?[월화수목금토일]요일\)?|\([월화수목금토일]\)",
    re.IGNORECASE,
)
ABOUT = re.compile(
    r"^(?:about|around|approximately|approx\.?|circa|ca?\.|on or about|on) "
    r"|(?: ?(?:경|쯤|무렵|께))$",
    re.IGNORECASE,
)
OPEN = re.compile(
    r"^(?:before|after|since|until|till|by|prior to|from) |(?:이후|이전|부터|까지|이래)$"
    r"|/$|^/|\.\.$|^\.\.",
    re.IGNORECASE,
)
LONGEST = 120


def read_date(text: str, order: str | None = None, year: int | None = None) -> Dated:
    """Return the interval of days a text means; never a guess.

    `order` (dmy or mdy) settles days that can be read both ways; `year` stands in where the text
    names none. Raises DateFault with its kind and a sentence.

    >>> read_date("2019년 11월 중순").end.isoformat(), read_date("Nov 2019").precision
    ('2019-11-20', 'month')
    >>> read_date("05/11/2019", order="dmy").start.isoformat()
    '2019-11-05'
    """
    plain = normalize(text)
    if not plain:
        raise DateFault("none", to_say("date_faults.none"))
    if len(plain) > LONGEST:
        raise DateFault("unknown", to_say("date_faults.too_long", count=len(plain)))
    found = ABOUT.search(plain)
    about = found is not None and found[0].strip().lower() != "on"
    plain = ABOUT.sub("", plain).strip()
    dated = _interval(plain, order, year)
    if about:
        return Dated(dated.start, dated.end, dated.precision, (to_say("date_faults.about"),))
    return dated


def normalize(text: str) -> str:
    """Return a date's text in plain signs: one kind of dash, no weekday, no time of day."""
    plain = unicodedata.normalize("NFKC", text).translate(DASHES)
    plain = WEEKDAYS.sub(" ", plain) if len(plain) <= LONGEST else plain
    plain = " ".join(plain.split()).strip(' ,;"“”‘’`[]()')
    return CLOCK.sub("", plain).strip(" ,")


def _interval(plain: str, order: str | None, year: int | None) -> Dated:
    low = plain.lower()
    if dated := read_span(plain):
        return dated
    if parts := read_parts(low, order):
        return parts.within(year, None).interval()
    if dated := read_range(low, order, year, read_parts):
        return dated
    if OPEN.search(plain):
        raise DateFault("open", to_say("date_faults.open"))
    raise DateFault("unknown", to_say("date_faults.unreadable"))


def read_parts(text: str, order: str | None) -> Parts | None:
    """Return what one text in lower case gives of a date; None if it gives none."""
    return read_numbers(text, order) or read_english(text) or read_korean(text)
