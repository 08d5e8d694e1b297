"""An incidents file read into a frame, whole or not at all; every fault with its line."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping
from contextlib import suppress
from hashlib import sha256
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from incidents import ahead, record
from incidents.dataset import INCIDENTS
from incidents.dates import edtf
from incidents.faults import DataFaults, nearest
from incidents.filters import agency_bits
from incidents.sidecars import SUFFIX, read_sidecar
from incidents.text import haystack

if TYPE_CHECKING:
    import pandas as pd

    from geo.gazetteer import Province

MOST_FAULTS = 200


def read_incidents(path: Path, *, trusted: bool = False) -> pd.DataFrame:
    """Return the incidents of a CSV in our columns; one row is one reported incident.

    Order: date_start, then id. Dates are datetime64 (NaT unknown), counts nullable integers,
    the rest text with "" for unknown. ``trusted`` (the file's sha256 is the one its sidecar
    names, so it has passed before) leaves out the schema. Raises DataFaults with one sentence
    per fault, by line; a file with faults gives no rows at all.
    """
    return _read(_bytes(path), path.name, trusted)


def read_published(folder: Path) -> tuple[pd.DataFrame, str]:
    """Return the incidents of a data folder and their version, both of the same bytes.

    The schema is left out if the sidecar names this version. Raises DataFaults like
    ``read_incidents``.
    """
    path = folder / INCIDENTS
    data = _bytes(path)
    version = sha256(data).hexdigest()
    known = ""
    with suppress(DataFaults):  # the page of sources tells
        known = read_sidecar(folder / f"{path.stem}{SUFFIX}").sha256
    return _read(data, path.name, trusted=version == known), version


def _read(data: bytes, name: str, trusted: bool) -> pd.DataFrame:
    cells = _cells(data, name)
    try:
        incidents = _typed(cells, name)
        if not trusted:
            _check(incidents, name)
    except DataFaults as found:
        raise DataFaults(found.sentences[:MOST_FAULTS]) from None
    return complete(incidents.drop(columns="line"), dataset="embedded")


def sift(cells: list[dict[str, str]], name: str) -> tuple[pd.DataFrame, list[tuple[int, str]]]:
    """Return the rows without fault, typed, and (line, sentence) of every fault of the others.

    ``cells`` has one row an incident, the columns of ``record.COLUMNS`` and ``line``. That an id
    is there twice is left to whoever sees all rows.
    """
    faults: list[tuple[int, str]] = []
    try:
        rows = _typed(cells, name)
    except DataFaults as found:
        faults += _located(found, name)
        bad = {str(line) for line, _ in faults}
        rows = _typed([row for row in cells if row["line"] not in bad], name)
    try:
        _check(rows, name, unique=False)
    except DataFaults as found:
        faults += _located(found, name)
        rows = rows[~rows["line"].isin([str(line) for line, _ in faults])]
    return rows, faults


def _located(found: DataFaults, name: str) -> list[tuple[int, str]]:
    skipped = len(f"{name} line ")
    return [(int(said[skipped:].partition(":")[0]), said) for said in found.sentences]


def complete(incidents: pd.DataFrame, dataset: str) -> pd.DataFrame:
    """Return the frame in order with the derived columns (edtf, province_name, district_id)."""
    names = _provinces()
    whole = incidents.sort_values(["date_start", "id"], kind="stable", ignore_index=True)
    spans = zip(whole["date_start"].dt.date, whole["date_end"].dt.date, strict=True)
    return whole.assign(
        edtf=[edtf(first, last) for first, last in spans],
        province_name=[_name(code, names) for code in whole["province"]],
        district_id=_district_ids(whole),
        dataset=dataset,
    )


def _provinces() -> Mapping[str, Province]:
    """The provinces; a damaged file of places, also of districts, is a fault of the data."""
    from geo.gazetteer import PlaceDataFault
    from geo.places import districts, provinces

    try:
        districts()
        return provinces()
    except PlaceDataFault as fault:
        raise DataFaults([str(fault)]) from fault


def _name(code: str, names: Mapping[str, Province]) -> str:
    if code and code not in names:
        raise DataFaults([f"prk_adm1.geojson: it lacks {code}, which incidents name. Restore it."])
    return names[code].name if code else ""


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


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise DataFaults([f"{path.name}: the file is missing. Restore it."]) from None
    except OSError as why:
        told = f"{path.name}: it cannot be read ({why.strerror}). Restore it."
        raise DataFaults([told]) from None


def _cells(data: bytes, name: str) -> list[dict[str, str]]:
    try:
        reader = csv.DictReader(StringIO(data.decode("utf-8-sig"), newline=""), strict=True)
        missing = [c for c in record.COLUMNS if c not in (reader.fieldnames or ())]
        if missing:
            raise DataFaults([f"{name} line 1: no column {', '.join(missing)}."])
        return _rows(reader, name)
    except (UnicodeDecodeError, csv.Error) as why:
        raise DataFaults([f"{name}: it is not UTF-8 CSV ({why}). Restore it."]) from None


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
        raise DataFaults(faults)
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


def _check(incidents: pd.DataFrame, name: str, *, unique: bool = True) -> None:
    import pandera.errors

    schema = record.schema()
    if not unique:
        schema = schema.update_column("id", unique=False)
    try:
        schema.validate(incidents, lazy=True)
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
    return list(dict.fromkeys(sentences))


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
