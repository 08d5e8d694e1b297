"""Sidecars: what a data file's `<name>.source.yaml` must state, and reading one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from incidents.faults import DataFaults, nearest
from incidents.why import why
from incidents.words import say

SUFFIX = ".source.yaml"
BAND = "{min: N, max: N}"

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
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        raise _unreadable(path.name, fault) from fault
    return _read(text, path.name)


@lru_cache(maxsize=64)  # every visit of the Sources and every export asks, and YAML is slow to read
def _read(text: str, name: str) -> Sidecar:
    import yaml  # only the Sources page and the start-up check need it

    try:
        stated = yaml.safe_load(text)
    except yaml.YAMLError as fault:
        raise _unreadable(name, fault) from fault
    if not isinstance(stated, dict):
        raise DataFaults([say("sidecar_faults.no_pairs", file=name)])
    faults = _faults(stated, name)
    if faults:
        raise DataFaults(faults)
    return _build(stated)


def _unreadable(name: str, fault: Exception) -> DataFaults:
    return DataFaults([say("sidecar_faults.unreadable", file=name, why=why(fault))])


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


def _faults(stated: dict[str, Any], name: str) -> list[str]:
    faults = [
        say("sidecar_faults.unknown_key", file=name, key=repr(key), hint=nearest(str(key), _KEYS))
        for key in stated
        if key not in _KEYS
    ]
    for key in _TEXTS:
        if not isinstance(stated.get(key), str) or not stated[key].strip():
            told = {"file": name, "key": key, "found": repr(stated.get(key))}
            faults.append(say("sidecar_faults.text", **told))
    for key in _LISTS + _IDS:
        if not _is_texts(stated.get(key, [])):
            told = {"file": name, "key": key, "found": repr(stated[key])}
            faults.append(say("sidecar_faults.texts", **told))
    return faults + _faults_of_values(stated, name)


def _faults_of_values(stated: dict[str, Any], name: str) -> list[str]:
    stem = name.removesuffix(SUFFIX)
    names = {"csv": f"{stem}.csv", "geojson": f"{stem}.geojson"}
    file, digest = stated.get("file"), stated.get("sha256")
    rows, as_of = stated.get("rows"), stated.get("data_as_of")
    sources, column = stated.get("sources") or [], stated.get("source_column", "")
    links = not _is_texts(sources) or all(re.match("https?://", link) for link in sources)
    checks: list[tuple[bool, str, dict[str, object]]] = [
        (file in names.values(), "name", {"found": repr(file), **names}),
        (bool(re.fullmatch("[0-9a-f]{64}", str(digest))), "sha256", {"found": repr(digest)}),
        (_is_band(rows), "rows", {"found": repr(rows), "shape": BAND}),
        (as_of is None or type(as_of) is date, "as_of", {"found": repr(as_of)}),
        (bool(sources or column), "no_sources", {}),
        (links, "not_links", {"found": repr(sources)}),
        (_is_pairs(stated.get("columns") or {}), "columns", {}),
        (isinstance(column, str), "source_column", {}),
    ]
    return [
        say(f"sidecar_faults.{entry}", file=name, **values)
        for holds, entry, values in checks
        if not holds
    ]


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
