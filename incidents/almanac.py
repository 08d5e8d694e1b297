"""The calendar read from its four files: occasions, lunar dates, campaigns, reported run-ups."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from incidents.faults import DataFaults
from incidents.periods import Calendar, Campaign, Occasion, Runup

Row = Mapping[str, str]
T = TypeVar("T")
NUMBERS = ("month", "day", "first_year", "last_year", "typical_runup_days")


def read_calendar(folder: Path) -> Calendar:
    """Return the calendar; sources are named in each row's source_url.

    Raises DataFaults with every fault of every file, as "file line n: ..." sentences.
    """
    faults: list[str] = []
    lunar = _lunar(_read(folder / "lunar_dates.csv", _lunar_date, faults))
    occasions = _read(folder / "occasions.csv", lambda row: _occasion(row, lunar), faults)
    campaigns = _read(folder / "campaigns.csv", _campaign, faults)
    runups = _read(folder / "runups.csv", _runup, faults)
    if faults:
        raise DataFaults(faults)
    return Calendar(
        occasions=MappingProxyType({o.id: o for o in occasions}),
        campaigns=MappingProxyType({c.id: c for c in campaigns}),
        runups=tuple(runups),
    )


def _read(path: Path, convert: Callable[[Row], T], faults: list[str]) -> list[T]:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return _converted(csv.DictReader(file), path.name, convert, faults)
    except FileNotFoundError:
        faults.append(f"{path.name}: the file is missing. Restore it from the release.")
    except (OSError, UnicodeDecodeError, csv.Error) as why:
        faults.append(f"{path.name}: it cannot be read as UTF-8 CSV ({why}). Restore it.")
    return []


def _converted(
    reader: csv.DictReader[str], name: str, convert: Callable[[Row], T], faults: list[str]
) -> list[T]:
    found: list[T] = []
    for row in reader:
        try:
            found.append(convert(row))
        except KeyError as column:
            faults.append(f"{name} line {reader.line_num}: column {column} is missing.")
        except (TypeError, ValueError) as why:
            faults.append(f"{name} line {reader.line_num}: {why}. Correct the cell.")
    if not found and not faults:
        faults.append(f"{name}: it holds no rows. Restore it from the release.")
    return found


def _number(cell: str) -> int | None:
    return int(cell) if cell else None


def _day(cell: str) -> date | None:
    return date.fromisoformat(cell) if cell else None


def _scope(cell: str) -> tuple[str, ...]:
    return () if cell in ("", "national") else tuple(cell.split(";"))


def _lunar_date(row: Row) -> tuple[str, int, date]:
    return row["occasion_id"], int(row["year"]), date.fromisoformat(row["date"])


def _lunar(dates: list[tuple[str, int, date]]) -> dict[str, dict[int, date]]:
    by_occasion: dict[str, dict[int, date]] = {}
    for occasion, year, day in dates:
        by_occasion.setdefault(occasion, {})[year] = day
    return by_occasion


def _occasion(row: Row, lunar: Mapping[str, dict[int, date]]) -> Occasion:
    texts: dict[str, Any] = {name: cell for name, cell in row.items() if name not in NUMBERS}
    numbers = {name: _number(row[name]) for name in NUMBERS}
    if numbers["month"] and numbers["day"]:
        date(2001, numbers["month"], numbers["day"])  # no 29 February: it has no day in most years
    return Occasion(**texts | numbers, lunar=MappingProxyType(lunar.get(row["id"], {})))


def _campaign(row: Row) -> Campaign:
    start, end = date.fromisoformat(row["start"]), _day(row["end"])
    if end and end < start:
        raise ValueError(f"end {end} is before start {start}")
    changed: dict[str, Any] = {"start": start, "end": end, "scope": _scope(row["scope"])}
    return Campaign(**{**row, **changed})


def _runup(row: Row) -> Runup:
    day = date.fromisoformat(row["occasion_date"])
    changed: dict[str, Any] = {
        "year": int(row["year"]),
        "occasion_date": day,
        "start": date.fromisoformat(row["start"]),
        "end": _day(row["end"]) or day,
        "days_before": _number(row["days_before"]),
        "days_after": _number(row["days_after"]),
        "scope": _scope(row["scope"]),
    }
    return Runup(**{**row, **changed})
