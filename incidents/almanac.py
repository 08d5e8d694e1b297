"""The calendar read from its four files: occasions, lunar dates, campaigns, reported run-ups."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

from incidents.faults import DataFaults
from incidents.periods import Calendar, Campaign, Occasion, Runup
from incidents.tables import Row, day, read_rows, whole
from incidents.why import Told
from incidents.words import say

NUMBERS = ("month", "day", "first_year", "last_year", "typical_runup_days")


def read_calendar(folder: Path) -> Calendar:
    """Return the calendar; sources are named in each row's source_url.

    Raises DataFaults with every fault of every file, as "file line n: ..." sentences.
    """
    faults: list[str] = []
    lunar = _lunar(read_rows(folder / "lunar_dates.csv", _lunar_date, faults))
    occasions = read_rows(folder / "occasions.csv", lambda row: _occasion(row, lunar), faults)
    campaigns = read_rows(folder / "campaigns.csv", _campaign, faults)
    runups = read_rows(folder / "runups.csv", _runup, faults)
    if faults:
        raise DataFaults(faults)
    return Calendar(
        occasions=MappingProxyType({o.id: o for o in occasions}),
        campaigns=MappingProxyType({c.id: c for c in campaigns}),
        runups=tuple(runups),
    )


def _number(cell: str) -> int | None:
    return whole(cell) if cell else None


def _day(cell: str) -> date | None:
    return day(cell) if cell else None


def _scope(cell: str) -> tuple[str, ...]:
    return () if cell in ("", "national") else tuple(cell.split(";"))


def _lunar_date(row: Row) -> tuple[str, int, date]:
    return row["occasion_id"], whole(row["year"]), day(row["date"])


def _lunar(dates: list[tuple[str, int, date]]) -> dict[str, dict[int, date]]:
    by_occasion: dict[str, dict[int, date]] = {}
    for occasion, year, feast in dates:
        by_occasion.setdefault(occasion, {})[year] = feast
    return by_occasion


def _occasion(row: Row, lunar: Mapping[str, dict[int, date]]) -> Occasion:
    texts: dict[str, Any] = {name: cell for name, cell in row.items() if name not in NUMBERS}
    numbers = {name: _number(row[name]) for name in NUMBERS}
    _check_day(numbers["month"], numbers["day"])
    return Occasion(**texts | numbers, lunar=MappingProxyType(lunar.get(row["id"], {})))


def _check_day(month: int | None, of_month: int | None) -> None:
    if not month or not of_month:
        return
    try:
        date(2001, month, of_month)  # no 29 February: it has no day in most years
    except ValueError:
        raise Told(say("data_files.cell_no_day", month=month, day=of_month)) from None


def _campaign(row: Row) -> Campaign:
    start, end = day(row["start"]), _day(row["end"])
    if end and end < start:
        raise Told(say("data_files.cell_reversed", end=end, start=start))
    changed: dict[str, Any] = {"start": start, "end": end, "scope": _scope(row["scope"])}
    return Campaign(**{**row, **changed})


def _runup(row: Row) -> Runup:
    anchor = day(row["occasion_date"])
    changed: dict[str, Any] = {
        "year": whole(row["year"]),
        "occasion_date": anchor,
        "start": day(row["start"]),
        "end": _day(row["end"]) or anchor,
        "days_before": _number(row["days_before"]),
        "days_after": _number(row["days_after"]),
        "scope": _scope(row["scope"]),
    }
    return Runup(**{**row, **changed})
