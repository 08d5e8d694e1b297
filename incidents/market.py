"""Rates of money: official yearly averages, and what was paid on North Korean markets."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from incidents import labels
from incidents.dataset import DATA
from incidents.dates import day_in_words, month_in_words
from incidents.faults import DataFaults
from incidents.tables import Row, day, read_rows, whole
from incidents.why import Told
from incidents.words import language, say

REDENOMINATION = date(2009, 11, 30)  # 100 old won became 1 new won
FARTHEST_DAYS = 120


@dataclass(frozen=True, slots=True)
class Rate:
    """A published price of one unit of the first currency of `pair` in the second.

    `day` is None for an official average of `year`. `precision` is "year" for that, else day,
    week or month; with month the day is only a placeholder in that month.
    """

    pair: str
    rate: float
    year: int
    day: date | None
    precision: str
    city: str
    outlet: str
    source_url: str
    note: str = ""

    @property
    def where_and_when(self) -> str:
        """Date and city for the reader, e.g. "17 January 2020, Hyesan"."""
        if self.day is None:
            return say("money.average", year=self.year)
        day = day_in_words(self.day)
        if self.precision == "month":
            day = month_in_words(self.day.year, self.day.month)
        if self.precision == "week":
            day = say("money.week", day=day)
        return say("money.where_and_when", day=day, city=_city(self.city))


def _city(name: str) -> str:
    """Return where a rate was paid, in the language being spoken: one place, several, or none."""
    if name == "unspecified":
        return say("money.no_city")
    if language() == "en":
        return name
    try:
        return say(f"money.city.{name}")
    except KeyError:
        return "·".join(_place(part) for part in name.split("/"))


def _place(name: str) -> str:
    from geo.places import resolve

    code = resolve(name).id or name
    return labels.province_name(code) if code.count("-") == 1 else labels.district_name(code)


@cache
def official_rates(folder: Path = DATA) -> dict[tuple[str, int], Rate]:
    """Official yearly averages (fx_official.csv) by pair and year, e.g. ("USD/CNY", 2019).

    Raises DataFaults with a sentence for each row that cannot be read.
    """
    rates = _rates(folder / "fx_official.csv", _official_rate)
    return {(rate.pair, rate.year): rate for rate in rates}


@cache
def market_rates(folder: Path = DATA) -> tuple[Rate, ...]:
    """Market rates (fx.csv), won per yuan or dollar, by date; old won before 30 Nov 2009.

    Raises DataFaults with a sentence for each row that cannot be read.
    """
    rates = _rates(folder / "fx.csv", _market_rate)
    return tuple(sorted(rates, key=lambda rate: (rate.day or date.min, rate.pair, rate.city)))


def nearest(rates: Iterable[Rate], pair: str, day: date) -> tuple[tuple[Rate, ...], ...]:
    """The rates on the nearest dates before and after a day, at most 120 days away.

    A date that is the day itself stands alone. Several cities on one date come together. Old and
    new won never mix: only rates on the day's own side of 30 Nov 2009 are used.
    """
    usable = [rate for rate in rates if rate.pair == pair and _is_near(rate, day)]
    days = sorted({rate.day for rate in usable if rate.day})
    before = [near for near in days if near <= day][-1:]
    after = [near for near in days if near > day][:1]
    chosen = before if before == [day] else before + after
    return tuple(tuple(rate for rate in usable if rate.day == near) for near in chosen)


def _is_near(rate: Rate, day: date) -> bool:
    if rate.day is None or (rate.day < REDENOMINATION) != (day < REDENOMINATION):
        return False
    return abs(rate.day - day) <= timedelta(days=FARTHEST_DAYS)


def _official_rate(row: Row) -> Rate:
    return Rate(
        row["pair"], _number(row["rate_avg"]), whole(row["year"]), None, "year", "", "",
        row["source_url"], row["basis"],
    )  # fmt: skip


def _market_rate(row: Row) -> Rate:
    quoted = day(row["date"])
    return Rate(
        row["pair"], _number(row["rate"]), quoted.year, quoted, row["date_precision"], row["city"],
        row["outlet"], row["source_url"], row["note"],
    )  # fmt: skip


def _number(cell: str) -> float:
    try:
        number = float(cell)
    except ValueError:
        number = 0.0
    if not 0 < number < float("inf"):
        raise Told(say("data_files.cell_rate", value=cell[:60]))
    return number


def _rates(path: Path, convert: Callable[[Row], Rate]) -> list[Rate]:
    faults: list[str] = []
    rates = read_rows(path, convert, faults)
    if faults:
        raise DataFaults(faults)
    return rates
