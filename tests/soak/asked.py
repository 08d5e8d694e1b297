"""What a reader of the soak asks for, and which rows that is, counted from the files alone.

None of the project's own code has a part in the count: a second opinion, by the rules of the
README (touches, within, AND between filters, OR within one).
"""

from __future__ import annotations

import csv
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random
from urllib.parse import urlencode

DATA = Path(__file__).resolve().parents[2] / "data"
SEARCHED = (
    "title", "summary", "district", "district_as_reported", "locality", "targets", "pretext",
)  # fmt: skip
PERIODS = ("day_of_security", "day_of_the_sun", "new_year", "party_foundation_day", "")
PROVINCES = ("KP-01", "KP-03", "KP-09", "KP-10")
TYPES = ("home_search", "arrest", "execution", "border_control", "bribe_extortion")
AGENCIES = ("MPS", "MSS", "BORDER_GUARD")
WORDS = ("", "", "", "fuel", "phone", "border", "market")
DAYS = range(0, 61)
ENDS = ("date_start", "date_end")


@dataclass(frozen=True, slots=True)
class Asked:
    """The filters of one reader; each field as the key of a link, "" or () for none."""

    lang: str = "en"
    period: str = ""
    before: int = 14
    dates: str = "touches"
    province: tuple[str, ...] = ()
    event_type: tuple[str, ...] = ()
    agency: tuple[str, ...] = ()
    text: str = ""

    def link(self) -> str:
        """The part of a link after "?" that asks for this."""
        return urlencode(self.pairs())

    def pairs(self) -> list[tuple[str, str]]:
        """Key and value of a link, as often as they stand there; what is usual is left out."""
        pairs = [("period", self.period), ("before", str(self.before))] if self.period else []
        pairs += [("dates", self.dates)] if self.dates != "touches" else []
        for key in ("province", "event_type", "agency"):
            pairs += [(key, code) for code in getattr(self, key)]
        pairs += [("text", self.text)] if self.text else []
        return pairs + ([("lang", self.lang)] if self.lang != "en" else [])

    def ids(self) -> list[str]:
        """The ids of the rows, in the order of an export: first day, then id."""
        found = [row for row in _rows() if self._fits(row)]
        return [row["id"] for row in sorted(found, key=lambda row: (row["date_start"], row["id"]))]

    def _fits(self, row: dict[str, str]) -> bool:
        agencies = set(row["agency"].split(";"))
        return (
            (not self.province or row["province"] in self.province)
            and (not self.event_type or row["event_type"] in self.event_type)
            and (not self.agency or not agencies.isdisjoint(self.agency))
            and self.text in " ".join(row[name] for name in SEARCHED).casefold()
            and self._is_in_time(*(date.fromisoformat(row[key]) for key in ENDS))
        )

    def _is_in_time(self, first: date, last: date) -> bool:
        if not self.period:
            return True
        windows = [(day - timedelta(self.before), day) for day in _anchors(self.period)]
        if self.dates == "within":
            return any(low <= first and last <= high for low, high in windows)
        return any(low <= last and first <= high for low, high in windows)


@cache
def _rows() -> list[dict[str, str]]:
    with (DATA / "incidents.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def _anchors(period: str) -> list[date]:
    """The days of an occasion with a month and a day, in every year of the data."""
    with (DATA / "occasions.csv").open(encoding="utf-8", newline="") as file:
        one = next(row for row in csv.DictReader(file) if row["id"] == period)
    years = range(
        int(min(row["date_start"] for row in _rows())[:4]),
        int(max(row["date_end"] for row in _rows())[:4]) + 1,
    )
    first, last = int(one["first_year"] or 0), int(one["last_year"] or 9999)
    return [
        date(year, int(one["month"]), int(one["day"])) for year in years if first <= year <= last
    ]


def begin(chance: Random) -> Asked:
    """What the link says with which a reader comes."""
    return Asked(
        lang=chance.choice(("en", "en", "ko")),
        period=chance.choice(PERIODS),
        before=chance.choice(DAYS),
        province=_some(chance, PROVINCES),
    )


def change(chance: Random, asked: Asked) -> tuple[str, Asked]:
    """The key of one filter and what is asked for once it has been changed at random."""
    key = chance.choice(
        (*(("before", "dates") if asked.period else ()), "province", "event_type", "agency", "text")
    )
    return key, replace(asked, **{key: _value(chance, key, asked)})


def _value(chance: Random, key: str, asked: Asked) -> object:
    match key:
        case "before":
            return chance.choice([n for n in DAYS if n != asked.before])
        case "dates":
            return "within" if asked.dates == "touches" else "touches"
        case "text":
            return chance.choice(WORDS)
        case "province":
            return _some(chance, PROVINCES)
        case "agency":
            return _some(chance, AGENCIES)
    return _some(chance, TYPES)


def _some(chance: Random, codes: tuple[str, ...]) -> tuple[str, ...]:
    """None, one or two of the codes, in their order."""
    return tuple(sorted(chance.sample(codes, chance.choice((0, 0, 1, 1, 2)))))
