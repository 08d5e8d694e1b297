"""Sidecars: what a data file's `<name>.source.yaml` must state, and reading one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from incidents.faults import DataFaults, nearest

SUFFIX = ".source.yaml"

_TEXTS = ("file", "title", "producer", "licence", "licence_text", "credit", "row")
_LISTS = ("sources", "how_coded", "how_checked", "must_know", "limits", "changes")
_IDS = ("weak_years", "contested")
_OTHERS = ("sha256", "rows", "source_column", "data_as_of", "columns")
_KEYS = _TEXTS + _LISTS + _IDS + _OTHERS


@dataclass(frozen=True, slots=True)
class Sidecar:
    """What is known of one data file, as its sidecar states it.

    `row` completes "one row is ..."; `licence` is an SPDX expression and `licence_text` says it in
    words; `sources` are addresses and `source_column` the column that names one for each row
    (at least one of the two is given). Lists hold one sentence each, `columns` (name, meaning)
    pairs; what a sidecar does not state is empty or None.
    """

    file: str
    title: str
    producer: str
    licence: str
    licence_text: str
    credit: str
    row: str
    sha256: str
    rows_min: int
    rows_max: int
    sources: tuple[str, ...]
    source_column: str
    how_coded: tuple[str, ...]
    how_checked: tuple[str, ...]
    must_know: tuple[str, ...]
    limits: tuple[str, ...]
    changes: tuple[str, ...]
    weak_years: tuple[str, ...]
    contested: tuple[str, ...]
    data_as_of: date | None
    columns: tuple[tuple[str, str], ...]


def read_sidecar(path: Path) -> Sidecar:
    """The sidecar in one file; DataFaults with all that is wrong when it cannot be used."""
    import yaml  # only the Sources page and the start-up check need it

    try:
        stated = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as fault:
        reason = getattr(fault, "strerror", None) or " ".join(str(fault).split())
        raise DataFaults([f"{path.name}: cannot be read ({reason}); put it back."]) from fault
    if not isinstance(stated, dict):
        raise DataFaults([f"{path.name}: must be a list of 'key: value'; put it back."])
    faults = [f"{path.name}: {fault}" for fault in _faults(stated, path)]
    if faults:
        raise DataFaults(faults)
    return _build(stated)


def _build(stated: dict[str, Any]) -> Sidecar:
    values: dict[str, Any] = {key: " ".join(stated[key].split()) for key in _TEXTS}
    for key in _LISTS + _IDS:
        values[key] = tuple(" ".join(item.split()) for item in stated.get(key, ()))
    return Sidecar(
        **values,
        sha256=stated["sha256"],
        rows_min=stated["rows"]["min"],
        rows_max=stated["rows"]["max"],
        source_column=stated.get("source_column", ""),
        data_as_of=stated.get("data_as_of"),
        columns=tuple((stated.get("columns") or {}).items()),
    )


def _faults(stated: dict[str, Any], path: Path) -> list[str]:
    faults = [
        f"unknown key {str(key)!r}{nearest(str(key), _KEYS)}" for key in stated if key not in _KEYS
    ]
    for key in _TEXTS:
        if not isinstance(stated.get(key), str) or not stated[key].strip():
            faults.append(f"{key} must be a text; it is {stated.get(key)!r}.")
    for key in _LISTS + _IDS:
        if not _is_texts(stated.get(key, [])):
            faults.append(f"{key} must be a list of texts; it is {stated[key]!r}.")
    return faults + _faults_of_values(stated, path)


def _faults_of_values(stated: dict[str, Any], path: Path) -> list[str]:
    stem = path.name.removesuffix(SUFFIX)
    file, rows, as_of = stated.get("file"), stated.get("rows"), stated.get("data_as_of")
    sources = stated.get("sources") or []
    checks = {
        f"file must be {stem}.csv or {stem}.geojson; it is {file!r}.": file
        in (f"{stem}.csv", f"{stem}.geojson"),
        f"sha256 must be 64 hexadecimal digits; it is {stated.get('sha256')!r}.": bool(
            re.fullmatch("[0-9a-f]{64}", str(stated.get("sha256")))
        ),
        f"rows must be {{min: N, max: N}} with 0 <= min <= max; it is {rows!r}.": _is_band(rows),
        f"data_as_of must be a day as YYYY-MM-DD; it is {as_of!r}.": as_of is None
        or type(as_of) is date,
        "sources or source_column must say where the rows are from.": bool(
            sources or stated.get("source_column")
        ),
        f"sources must be web addresses; they are {sources!r}.": not _is_texts(sources)
        or all(re.match("https?://", address) for address in sources),
        "columns must be 'column: meaning' pairs.": _is_pairs(stated.get("columns") or {}),
        "source_column must be the name of a column.": isinstance(
            stated.get("source_column", ""), str
        ),
    }
    return [fault for fault, holds in checks.items() if not holds]


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _is_pairs(value: object) -> bool:
    return isinstance(value, dict) and all(
        isinstance(part, str) for pair in value.items() for part in pair
    )


def _is_band(rows: object) -> bool:
    return (
        isinstance(rows, dict)
        and set(rows) == {"min", "max"}
        and all(type(bound) is int for bound in rows.values())
        and 0 <= rows["min"] <= rows["max"]
    )
