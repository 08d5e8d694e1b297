"""An incidents file read into a frame, whole or not at all; every fault with its line."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from incidents import ahead, record
from incidents.dates import edtf
from incidents.faults import DataFaults, nearest
from incidents.filters import agency_bits
from incidents.text import haystack

if TYPE_CHECKING:
    import pandas as pd

MOST_FAULTS = 200


def read_incidents(path: Path, *, trusted: bool = False) -> pd.DataFrame:
    """Return the incidents of a CSV in our columns; one row is one reported incident.

    Order: date_start, then id. Dates are datetime64 (NaT unknown), counts nullable integers,
    the rest text with "" for unknown. ``trusted`` (the file's sha256 is the one its sidecar
    names, so it has passed before) leaves out the schema. Raises DataFaults with one sentence
    per fault, by line; a file with faults gives no rows at all.
    """
    cells = _cells(path)
    incidents = _typed(cells, path.name)
    if not trusted:
        _check(incidents, path.name)
    return complete(incidents.drop(columns="line"), dataset="embedded")


def complete(incidents: pd.DataFrame, dataset: str) -> pd.DataFrame:
    """Return the frame in order with the derived columns (edtf, province_name, district_id)."""
    from geo.places import provinces

    names = provinces()
    whole = incidents.sort_values(["date_start", "id"], kind="stable", ignore_index=True)
    spans = zip(whole["date_start"].dt.date, whole["date_end"].dt.date, strict=True)
    return whole.assign(
        edtf=[edtf(first, last) for first, last in spans],
        province_name=[names[code].name if code else "" for code in whole["province"]],
        district_id=_district_ids(whole),
        dataset=dataset,
    )


def with_search(incidents: pd.DataFrame) -> pd.DataFrame:
    """Return the frame with what questions are asked of.

    ``start_day`` and ``end_day`` (proleptic ordinals), ``year`` and ``month_day`` (1119 is 19
    November) of date_start, ``agency_bits``, ``haystack`` (folded text).
    """
    epoch = 719163  # ordinal of 1970-01-01
    days = {
        new: (incidents[old].to_numpy().astype("datetime64[D]").astype("int64") + epoch)
        for new, old in (("start_day", "date_start"), ("end_day", "date_end"))
    }
    first = incidents["date_start"].dt
    cells = incidents[list(record.SEARCHED)].itertuples(index=False)
    return incidents.assign(
        **days,
        year=first.year,
        month_day=first.month * 100 + first.day,
        agency_bits=incidents["agency"].map(agency_bits),
        haystack=[haystack(list(row)) for row in cells],
    )


def _district_ids(incidents: pd.DataFrame) -> list[str]:
    known = {("", ""): "", **ahead.places()}
    cells = list(zip(incidents["district"], incidents["province"], strict=True))
    for cell in set(cells) - set(known):
        known[cell] = resolve_cell(*cell)
    return [known[cell] for cell in cells]


def resolve_cell(names: str, province: str) -> str:
    """Return the ADM2 ids of a cell of the column district, ";" between; unknown names give none.

    >>> resolve_cell("Hyesan;Pochon;Nowhere", "KP-10")
    'KP-10-01;KP-10-08'
    """
    from geo.places import resolve

    places = [resolve(n, province=province or None, kind="adm2") for n in names.split(";") if n]
    return ";".join(dict.fromkeys(place.id for place in places if place.id))


def _cells(path: Path) -> list[dict[str, str]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            missing = [c for c in record.COLUMNS if c not in (reader.fieldnames or ())]
            if missing:
                raise DataFaults([f"{path.name} line 1: no column {', '.join(missing)}."])
            return _rows(reader, path.name)
    except FileNotFoundError:
        raise DataFaults([f"{path.name}: the file is missing. Restore it."]) from None
    except (OSError, UnicodeDecodeError, csv.Error) as why:
        raise DataFaults([f"{path.name}: it is not UTF-8 CSV ({why}). Restore it."]) from None


def _rows(reader: csv.DictReader[str], name: str) -> list[dict[str, str]]:
    rows, faults = [], []
    for row in reader:
        if None in row or None in row.values():
            faults.append(f"{name} line {reader.line_num}: it has too many or too few cells.")
        rows.append({**row, "line": str(reader.line_num)})
    if not rows:
        faults.append(f"{name}: it has no rows. Restore it from the release.")
    if faults:
        raise DataFaults(faults[:MOST_FAULTS])
    return rows


def _typed(cells: list[dict[str, str]], name: str) -> pd.DataFrame:
    import pandas as pd

    raw = pd.DataFrame(cells, columns=["line", *record.COLUMNS], dtype="str")
    faults: list[str] = []
    typed = raw.copy()
    for column in record.DATES:
        typed[column] = _converted(raw, column, _as_dates, "a day like 2019-11-19", name, faults)
    for column in record.WHOLE_NUMBERS:
        typed[column] = _converted(raw, column, _as_counts, "a whole number", name, faults)
    for column in record.NUMBERS:
        typed[column] = _converted(raw, column, _as_numbers, "a number", name, faults)
    if faults:
        raise DataFaults(faults[:MOST_FAULTS])
    return typed


def _converted(
    raw: pd.DataFrame,
    column: str,
    convert: Callable[[pd.Series], pd.Series],
    rule: str,
    name: str,
    faults: list[str],
) -> pd.Series:
    values = convert(raw[column])
    for line, cell in raw.loc[values.isna() & (raw[column] != ""), ["line", column]].to_numpy():
        faults.append(f"{name} line {line}: {column} '{cell[:60]}' is not {rule}. Correct it.")
    return values


def _as_dates(cells: pd.Series) -> pd.Series:
    import pandas as pd

    days = pd.to_datetime(cells.where(cells != ""), format="%Y-%m-%d", errors="coerce")
    return days.astype("datetime64[ns]")


def _as_counts(cells: pd.Series) -> pd.Series:
    import pandas as pd

    numbers = pd.to_numeric(cells.where(cells != ""), errors="coerce").astype("Float64")
    return numbers.where((numbers % 1 == 0).fillna(False)).astype("Int64")


def _as_numbers(cells: pd.Series) -> pd.Series:
    import pandas as pd

    return pd.to_numeric(cells.where(cells != ""), errors="coerce").astype("Float64")


def _check(incidents: pd.DataFrame, name: str) -> None:
    import pandera.errors

    try:
        record.schema().validate(incidents, lazy=True)
    except pandera.errors.SchemaErrors as found:
        raise DataFaults(_sentences(found.failure_cases, incidents, name)) from None


def _sentences(cases: pd.DataFrame, incidents: pd.DataFrame, name: str) -> list[str]:
    sentences = []
    for case in cases.drop_duplicates(["column", "check", "index"]).itertuples():
        place: Any = case.index
        row = None if place is None or place != place else int(place)
        if row is None:
            sentences.append(f"{name}: {case.column} {case.check}.")
        elif case.check == "date_end on or after date_start":
            sentences.append(_reversed(incidents.iloc[row], name))
        else:
            sentences.append(_sentence(case, incidents.iloc[row], name))
    return list(dict.fromkeys(sentences))[:MOST_FAULTS]


def _reversed(row: pd.Series, name: str) -> str:
    return (
        f"{name} line {row['line']}: date_end {row['date_end']:%Y-%m-%d} is before date_start "
        f"{row['date_start']:%Y-%m-%d}. Swap them or correct the source."
    )


def _sentence(case: object, row: pd.Series, name: str) -> str:
    column, value = str(case.column), str(case.failure_case)[:60]  # type: ignore[attr-defined]
    rule = str(case.check)  # type: ignore[attr-defined]
    if rule == "not_nullable":
        return f"{name} line {row['line']}: {column} is empty. Fill it in."
    if rule == "field_uniqueness":
        return f"{name} line {row['line']}: {column} '{value}' is there twice. Give a new one."
    hint = nearest(value, rule.removeprefix("one of ").split(", ")) if "one of" in rule else "."
    return f"{name} line {row['line']}: {column} '{value}' is not {rule[:300]}{hint}"
