"""Dates in Korean words: 2019년 11월 13일, 11월 초, 중순, 말, 상반기, 봄."""

from __future__ import annotations

import re

from incidents.intake.dates.parts import WEEK_IN_MONTH, Parts
from incidents.intake.said import Said, to_say

PARTS = {
    "초": "early", "초순": "early", "상순": "early", "중순": "mid", "말": "late", "하순": "late",
    "월말": "late", "연말": "late", "연초": "early", "월초": "early",
    "상반기": "first half", "하반기": "second half", "중": "",
    "봄": "spring", "여름": "summer", "가을": "autumn", "겨울": "winter",
}  # fmt: skip
FORM = re.compile(
    r"(?:(?P<year>\d{4}|\d{2}) ?년도?)? ?(?:(?P<month>\d{1,2}) ?월)? ?(?:(?P<day>\d{1,2}) ?일)?"
    rf" ?(?P<part>{'|'.join(sorted(PARTS, key=len, reverse=True))})?"
    r"(?: ?(?P<quarter>[1-4]) ?분기)?(?: ?(?P<week>(?:첫|둘|셋|넷|다섯)째 ?주|마지막 ?주))?"
)
JUCHE = re.compile(r"주체 ?(\d{2,3}) ?(?:\(\d{4}\))? ?년?")
HOURS = re.compile(
    r" ?(?:오전|오후|새벽|아침|점심|저녁|밤|낮|심야)"
    r"(?: ?\d{1,2}시(?: ?\d{1,2}분)?)?$"
)


def read_korean(text: str) -> Parts | None:
    """Return the parts of a date in Korean words; None if it is not one.

    "11월 중" is all of November, "11월 중순" its middle. Juche years count from 1912.

    >>> read_korean("2019년 11월 초")
    Parts(year=2019, month=11, day=None, part='early', until=None, note=(), year_first=True)
    """
    text = JUCHE.sub(lambda found: f"{int(found[1]) + 1911}년 ", text)
    text = " ".join(text.split())
    found = FORM.fullmatch(HOURS.sub("", text))
    if not found or not any(found.groupdict().values()):
        return None
    given = found.groupdict()
    year, note = _year(given["year"])
    if given["day"] and (given["week"] or PARTS.get(given["part"] or "")):
        return None
    if given["week"] and not given["month"]:
        return None
    return Parts(
        year=year,
        month=int(given["month"]) if given["month"] else None,
        day=int(given["day"]) if given["day"] else None,
        part=f"q{given['quarter']}" if given["quarter"] else PARTS.get(given["part"] or "", ""),
        note=WEEK_IN_MONTH if given["week"] else note,
        year_first=True,
    )


def _year(given: str | None) -> tuple[int | None, tuple[Said, ...]]:
    if not given:
        return None, ()
    if len(given) == 4:
        return int(given), ()
    year = int(given) + (1900 if int(given) > 69 else 2000)
    return year, (to_say("date_faults.year_completed", short=given, year=year),)
