"""An incidents file read into a frame, whole or not at all; every fault with its line."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

from geo.gazetteer import ADM1_FILE, PlaceDataFault
from incidents import ahead, record
from incidents.cells import check_rows, typed
from incidents.dataset import INCIDENTS
from incidents.dates import edtf
from incidents.faults import DataFaults, in_words
from incidents.filters import agency_bits
from incidents.sidecars import SUFFIX, read_sidecar
from incidents.text import haystack
from incidents.why import why
from incidents.words import say

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
        incidents = typed(cells, name)
        if not trusted:
            check_rows(incidents, name)
    except DataFaults as found:
        raise DataFaults(found.sentences[:MOST_FAULTS]) from None
    return complete(incidents.drop(columns="line"), dataset="embedded")


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
    from geo.places import districts, provinces

    try:
        districts()
        return provinces()
    except PlaceDataFault as fault:
        raise DataFaults([in_words(fault)]) from fault


def _name(code: str, names: Mapping[str, Province]) -> str:
    if code and code not in names:
        raise DataFaults([say("data_files.no_province", file=ADM1_FILE, code=code)])
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
        raise DataFaults([say("data_files.missing", file=path.name)]) from None
    except OSError as fault:
        told = say("data_files.unreadable", file=path.name, why=why(fault))
        raise DataFaults([told]) from None


def _cells(data: bytes, name: str) -> list[dict[str, str]]:
    try:
        reader = csv.DictReader(StringIO(data.decode("utf-8-sig"), newline=""), strict=True)
        missing = [c for c in record.COLUMNS if c not in (reader.fieldnames or ())]
        if missing:
            told = say("data_files.no_column", file=name, columns=", ".join(missing))
            raise DataFaults([told])
        return _rows(reader, name)
    except (UnicodeDecodeError, csv.Error) as fault:
        raise DataFaults([say("data_files.not_csv", file=name, why=why(fault))]) from None


def _rows(reader: csv.DictReader[str], name: str) -> list[dict[str, str]]:
    rows, faults = [], []
    for row in reader:
        if None in row or None in row.values():
            faults.append(say("data_files.cells", file=name, line=reader.line_num))
        rows.append({**row, "line": str(reader.line_num)})
    if not rows:
        faults.append(say("data_files.no_rows", file=name))
    if faults:
        raise DataFaults(faults[:MOST_FAULTS])
    return rows
