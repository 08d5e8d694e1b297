"""Dates in English words: 13 Nov 2019, early November 2019, mid-November, summer 2019."""

from __future__ import annotations

import re

from incidents.intake.dates.parts import WEEK_IN_MONTH, Parts
from incidents.intake.said import to_say

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("jan", "january"), ("feb", "february"), ("mar", "march"), ("apr", "april"),
            ("may",), ("jun", "june"), ("jul", "july"), ("aug", "august"),
            ("sep", "sept", "september"), ("oct", "october"), ("nov", "november"),
            ("dec", "december"),
        ),
        1,
    )
    for name in names
}  # fmt: skip
PARTS = {
    "early": "early", "beginning of": "early", "start of": "early", "begin of": "early",
    "mid": "mid", "middle of": "mid", "mid of": "mid",
    "late": "late", "end of": "late", "early in": "early", "late in": "late",
    "first half of": "first half", "second half of": "second half",
}  # fmt: skip
SEASONS = {"spring": "spring", "summer": "summer", "autumn": "autumn", "fall": "autumn",
           "winter": "winter"}  # fmt: skip
MON = "(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
YEAR = r"(?P<year>\d{4})"
PART = "(?P<part>" + "|".join(sorted(PARTS, key=len, reverse=True)) + ")"
FORMS = tuple(
    re.compile(form)
    for form in (
        rf"{DAY}(?: of)?[ -]?{MON}(?:,? ?-?{YEAR})?",
        rf"{MON},?[ -]?(?:of )?{YEAR}",
        rf"{MON}[ -]?{DAY}(?:,? ?-?{YEAR})?",
        rf"{YEAR}[ -,]{{1,2}}{MON}(?:[ -]?{DAY})?",
        rf"{DAY},? {YEAR}",
        rf"{PART}[ -](?:the )?(?:month of )?{MON}(?:,? (?:of )?{YEAR})?",
        rf"{PART}[ -](?:the year )?{YEAR}",
        rf"{MON}",
        r"(?P<day>\d{1,2})(?:st|nd|rd|th)?",
        rf"(?:(?:early|mid|late)[ -])?(?P<season>{'|'.join(SEASONS)})(?: of)?,? {YEAR}"
        r"(?:[/-](?P<until>\d{2}|\d{4}))?",
        r"(?:the )?(?P<week>first|second|third|fourth|last|1st|2nd|3rd|4th) week (?:of|in) "
        rf"{MON},? {YEAR}",
    )
)
SHORT = re.compile(rf"{DAY}[ -]{MON}[ -]'?(?P<short>\d\d)")


def read_english(text: str) -> Parts | None:
    """Return the parts of a date in English words (lower case); None if it is not one.

    >>> read_english("mid-november 2019")
    Parts(year=2019, month=11, day=None, part='mid', until=None, note=(), year_first=False)
    """
    for form in FORMS:
        if found := form.fullmatch(text):
            return _build(found.groupdict())
    if found := SHORT.fullmatch(text):
        short = int(found["short"])
        year = short + (1900 if short > 69 else 2000)
        note = to_say("date_faults.year_completed", short=found["short"], year=year)
        return Parts(year, MONTHS[found["month"]], int(found["day"]), note=(note,))
    return None


def _build(given: dict[str, str | None]) -> Parts:
    year = _number(given.get("year"))
    season, part = given.get("season"), given.get("part")
    month = given.get("month")
    return Parts(
        year=year,
        month=MONTHS[month] if month else None,
        day=_number(given.get("day")),
        part=SEASONS[season] if season else PARTS[part] if part else "",
        until=_until(year or 0, given.get("until")),
        note=WEEK_IN_MONTH if given.get("week") else (),
    )


def _number(text: str | None) -> int | None:
    return int(text) if text else None


def _until(year: int, text: str | None) -> int | None:
    """The second year of 2019/20 or 2019-2020."""
    if not text:
        return None
    return int(text) if len(text) == 4 else year // 100 * 100 + int(text)
