"""The embedded data recounted day by day with plain Python, apart from the code under test."""

from __future__ import annotations

import csv
from datetime import date, timedelta

import pandas as pd
import pytest
from scipy.stats import beta

from incidents.almanac import read_calendar
from incidents.dataset import DATA
from incidents.periods import Window
from incidents.rates import compare
from incidents.selection import Selection


def read(name: str) -> list[dict[str, str]]:
    """The rows of a data file as text."""
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


ROWS = [
    (date.fromisoformat(r["date_start"]), date.fromisoformat(r["date_end"]), r)
    for r in read("incidents.csv")
]
OCCASIONS = {r["id"]: r for r in read("occasions.csv")}
LUNAR = {(r["occasion_id"], int(r["year"])): date.fromisoformat(r["date"])
         for r in read("lunar_dates.csv")}  # fmt: skip
FIRST, LAST = min(r[0] for r in ROWS), max(r[1] for r in ROWS)
DAY = timedelta(days=1)


def days_between(first: date, last: date) -> set[date]:
    """Every day from first to last."""
    return {first + DAY * i for i in range((last - first).days + 1)}


def anchor(occasion: str, year: int) -> date | None:
    """The day of an occasion in a year, read from its row."""
    row = OCCASIONS[occasion]
    if row["first_year"] and year < int(row["first_year"]):
        return None
    if row["last_year"] and year > int(row["last_year"]):
        return None
    if not row["month"]:
        return LUNAR.get((occasion, year))
    return date(year, int(row["month"]), int(row["day"]))


def naive(occasion, before, after, years, rows, minus=()):
    """The comparison counted day by day."""
    years = [y for y in years or range(FIRST.year, LAST.year + 1) if anchor(occasion, y)]
    window = set()
    for year in years:
        day = anchor(occasion, year)
        window |= days_between(day - DAY * before, day + DAY * after)
    universe = window.union(*(days_between(date(y, 1, 1), date(y, 12, 31)) for y in years))
    span = days_between(FIRST, LAST)
    inside = window & span
    outside = (universe & span) - inside
    for other in minus:
        length = int(OCCASIONS[other]["typical_runup_days"] or 14)
        for year in range(2000, 2030):
            if day := anchor(other, year):
                outside -= days_between(day - DAY * length, day)
    return years, window, inside, outside, tally(rows, inside, outside)


def tally(rows, inside, outside):
    """Six counts: within, expected and touches, inside and outside."""
    count = dict.fromkeys(("wi", "wo", "ei", "eo", "ti", "to"), 0.0)
    for start, end, _ in rows:
        own = days_between(start, end)
        share_in, share_out = len(own & inside), len(own & outside)
        count["ei"] += share_in / len(own)
        count["eo"] += share_out / len(own)
        count["ti"] += share_in > 0
        count["wi"] += share_in == len(own)
        count["wo"] += share_in < len(own) and share_in + share_out > 0
        count["to"] += share_out == len(own)
    return count


def exact(k, inside, m, outside):
    """Ratio and Clopper-Pearson limits from the beta distribution."""
    if not inside or not outside or not k + m:
        return None, None
    n = k + m
    low = beta.ppf(0.025, k, n - k + 1) if k else 0.0
    high = beta.ppf(0.975, k + 1, n - k) if k < n else 1.0
    ratio = (k / inside) / (m / outside) if m else None
    odds = outside / inside
    return ratio, [low / (1 - low) * odds, high / (1 - high) * odds if high < 1 else None]


def percentile(window, rows):
    """The place of shift 0 among 365, counting each shifted day."""
    weight: dict[date, float] = {}
    for start, end, _ in rows:
        own = days_between(start, end)
        for day in own:
            weight[day] = weight.get(day, 0.0) + 1 / len(own)
    rates, exposed = [], []
    for shift in range(365):
        moved = [day + DAY * shift for day in window]
        kept = [day for day in moved if FIRST <= day <= LAST]
        exposed.append(len(kept))
        rates.append(sum(weight.get(day, 0.0) for day in kept) / len(kept) if kept else 0.0)
    if not exposed[0]:
        return None
    kept = [r for r, e in zip(rates, exposed, strict=True) if e * 2 >= exposed[0]]
    equal = sum(abs(r - rates[0]) <= 1e-9 for r in kept)
    smaller = sum(r < rates[0] - 1e-9 for r in kept)
    return (smaller + equal / 2) / len(kept)


CASES = [
    Selection(period="day_of_security"),
    Selection(period="day_of_security", without_tied=True),
    Selection(period="day_of_security", before=30, after=11, years=(2011, 2019)),
    Selection(period="new_year", before=20, after=7),
    Selection(period="kim_jong_un_birthday", before=40, years=(2013, 2014, 2024)),
    Selection(period="chusok", before=0, years=(2008, 2009, 2010)),
    Selection(period="seollal", before=365, years=(2012, 2013, 2026)),
    Selection(period="army_day_feb8", after=3, years=(2015, 2018, 2020)),
    Selection(period="army_day_apr25", minus=("day_of_the_sun", "may_day")),
    Selection(period="year_end", before=3, after=30, years=(2004, 2025, 2026), minus=("new_year",)),
    Selection(period="day_of_the_sun", after=365),
    Selection(period="womens_day", before=9, years=(2020, 2024)),
]


@pytest.mark.parametrize("chosen", CASES, ids=lambda chosen: chosen.to_query())
def test_the_comparison_equals_a_count_day_by_day(chosen):
    """Every number of the comparison, from the files alone."""
    occasion = OCCASIONS[chosen.period]
    rows = [r for r in ROWS if not chosen.without_tied or r[2]["occasion_id"] != chosen.period]
    default = int(occasion["typical_runup_days"] or 14)
    before = default if chosen.before is None else chosen.before
    years, window, inside, outside, count = naive(
        chosen.period, before, chosen.after or 0, chosen.years, rows, chosen.minus
    )
    said = compare(frame(), read_calendar(DATA), chosen, Window(FIRST, LAST)).to_json()
    assert said["years"] == years
    assert (said["inside_days"], said["outside_days"]) == (len(inside), len(outside))
    for name, letter in (("within", "w"), ("expected", "e"), ("touches", "t")):
        assert said[name]["inside"] == pytest.approx(count[f"{letter}i"], abs=1e-9)
        assert said[name]["outside"] == pytest.approx(count[f"{letter}o"], abs=1e-9)
    for name, letter in (("within", "w"), ("touches", "t")):
        ratio, limits = exact(
            int(count[f"{letter}i"]), len(inside), int(count[f"{letter}o"]), len(outside)
        )
        assert said[f"ratio_{name}"] == pytest.approx(ratio)
        assert said[f"ci_{name}"] == pytest.approx(limits)
    assert said["placebo_percentile"] == pytest.approx(percentile(window, rows))


def frame() -> pd.DataFrame:
    """The embedded incidents as a comparison takes them."""
    return pd.DataFrame(
        {
            "date_start": pd.to_datetime([r[0] for r in ROWS]),
            "date_end": pd.to_datetime([r[1] for r in ROWS]),
            "outlet": [r[2]["outlet"] for r in ROWS],
            "occasion_id": [r[2]["occasion_id"] for r in ROWS],
        }
    )
