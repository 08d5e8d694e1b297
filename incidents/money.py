"""What was paid, in other money: derived amounts beside the reported one."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from incidents.dataset import DATA
from incidents.market import REDENOMINATION, Rate, market_rates, nearest, official_rates
from incidents.words import say

OFFICIAL, MARKET = "official", "market"  # bases: the yearly average, or market rates

# reported -> derived: pair of the official average, and whether to divide by it
_OFFICIALLY = {
    ("CNY", "USD"): ("USD/CNY", True),
    ("CNY", "KRW"): ("CNY/KRW", False),
    ("USD", "KRW"): ("USD/KRW", False),
    ("KRW", "USD"): ("USD/KRW", True),
}


@dataclass(frozen=True, slots=True)
class Derived:
    """An amount that no source reports: `low` to `high` in `currency` (equal: one figure).

    `rates` are all rates it was worked out from, `basis` is OFFICIAL or MARKET.
    """

    currency: str
    low: float
    high: float
    rates: tuple[Rate, ...]
    basis: str

    @property
    def figure(self) -> str:
        """The amount with the kind of its rate, such as "about USD 217 (market rate)"."""
        return say(f"money.{self.basis}", sum=self._sum)

    @property
    def words(self) -> str:
        """The amount for a reader, with every date, city and rate it rests on."""
        if self.basis == OFFICIAL:
            return say("money.by_official", sum=self._sum, rate=_quoted(self.rates[0]))
        quoted = "; ".join(_quoted(rate) for rate in _extremes(self.rates))
        return say("money.by_market", sum=self._sum, rates=quoted)

    @property
    def _sum(self) -> str:
        low, high = figures(self.low), figures(self.high)
        told = low if low == high else say("money.range", low=low, high=high)
        return say("money.sum", currency=self.currency, figure=told)


def derive(record: Mapping[str, Any], folder: Path = DATA) -> tuple[Derived, ...]:
    """Every amount that may be derived from a record's bribe_amount and bribe_currency.

    USD and KRW come by the official average of the year of date_end, KPW by the nearest market
    rates before and after date_end. Sums in KPW become USD and CNY only as a range of market
    rates, and dollars never become yuan through won. Empty where no sum is reported or no rate
    may be used: none within 120 days, none across 30 Nov 2009.

    >>> paid = derive({"bribe_amount": 1500, "bribe_currency": "CNY",
    ...                "date_start": date(2019, 11, 1), "date_end": date(2019, 11, 13)})
    >>> [(d.currency, round(d.low), round(d.high)) for d in paid]
    [('USD', 217, 217), ('KRW', 253125, 253125), ('KPW', 1800000, 1905000)]
    """
    amount, currency = _amount(record.get("bribe_amount")), record.get("bribe_currency")
    end = _day(record["date_end"])
    if amount is None or end is None or not isinstance(currency, str):
        return ()
    start = _day(record.get("date_start")) or end
    derived = [_officially(amount, currency, other, end.year, folder) for other in ("USD", "KRW")]
    if not start < REDENOMINATION <= end:
        derived += _by_market(amount, currency, end, folder)
    return tuple(one for one in derived if one)


def _officially(
    amount: float, currency: str, other: str, year: int, folder: Path
) -> Derived | None:
    pair, divide = _OFFICIALLY.get((currency, other), ("", False))
    rate = official_rates(folder).get((pair, year))
    if rate is None:
        return None
    value = amount / rate.rate if divide else amount * rate.rate
    return Derived(other, value, value, (rate,), OFFICIAL)


def _by_market(amount: float, currency: str, end: date, folder: Path) -> list[Derived | None]:
    if currency in ("CNY", "USD"):
        return [_in_won(amount, currency, nearest(market_rates(folder), f"{currency}/KPW", end))]
    if currency == "KPW":
        return [
            _from_won(amount, other, nearest(market_rates(folder), f"{other}/KPW", end))
            for other in ("USD", "CNY")
        ]
    return []


def _in_won(amount: float, currency: str, near: Iterable[tuple[Rate, ...]]) -> Derived | None:
    rates = tuple(rate for group in near for rate in group)
    if not rates:
        return None
    values = [amount * rate.rate for rate in rates]
    return Derived("KPW", min(values), max(values), rates, MARKET)


def _from_won(amount: float, other: str, near: Iterable[tuple[Rate, ...]]) -> Derived | None:
    """A range, or nothing: one lone market rate does not turn won into other money."""
    rates = tuple(rate for group in near for rate in group)
    values = [amount / rate.rate for rate in rates]
    if len(rates) < 2:
        return None
    return Derived(other, min(values), max(values), rates, MARKET)


def _extremes(rates: tuple[Rate, ...]) -> list[Rate]:
    told: list[Rate] = []
    for day in sorted({rate.day for rate in rates if rate.day}):
        same = sorted((r for r in rates if r.day == day), key=lambda rate: rate.rate)
        told += same[:1] if same[0].rate == same[-1].rate else [same[0], same[-1]]
    return told


def _quoted(rate: Rate) -> str:
    one, other = rate.pair.split("/")
    return say("money.quoted", other=other, rate=rate.rate, one=one, when=rate.where_and_when)


def figures(value: float) -> str:
    """A derived sum to three figures, halves up, as its rates are no better.

    >>> figures(217.03), figures(253125), figures(1905000), figures(2.5)
    ('217', '253,000', '1,910,000', '2.50')
    """
    if value < 100:
        return f"{value:.2f}" if value < 10 else f"{value:.1f}"
    step = 10 ** (len(f"{value:.0f}") - 3)
    return f"{math.floor(value / step + 0.5) * step:,}"


def _amount(value: Any) -> float | None:
    try:
        amount = float(value)
    except (TypeError, ValueError):
        return None
    return amount if 0 < amount < float("inf") else None


def _day(value: Any) -> date | None:
    """The day of a date, a timestamp or an ISO text; None when unknown."""
    if isinstance(value, str):
        return date.fromisoformat(value) if value else None
    if value is None or value != value:
        return None
    return value.date() if hasattr(value, "date") else value
