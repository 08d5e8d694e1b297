"""Which column of a plain sheet is which: by its name, its HXL tag, then by what stands in it."""

from __future__ import annotations

import re
from collections.abc import Callable

from incidents.intake.dates import DateFault, read_date
from incidents.intake.headers import field_of, field_of_tag, field_within
from incidents.intake.table import Table
from incidents.intake.words import read_event_type

SAMPLE = 200
SHARE = 0.6
LINK = re.compile(r"https?://\S+$", re.IGNORECASE)
PAIR = re.compile(r"\s*-?\d{1,3}\.\d+\s*[,; ]\s*-?\d{1,3}\.\d+\s*$")
FIGURES = re.compile(r"[\d.]+$")


def guess(table: Table) -> dict[str, str]:
    """Return the column for each field that was recognized (field -> column).

    Names decide before contents, whole names before parts of names, left before right.
    """
    found: dict[str, str] = {}
    for name in table.header:
        _put(found, field_of(name), name)
    if table.kind in ("KML", "KMZ") and "name" in table.header:
        _put(found, "title", "name")
    for name, tag in table.tags.items():
        if name not in found.values():
            _put(found, field_of_tag(tag), name)
    for name in table.header:
        if name not in found.values():
            _put(found, field_within(name), name)
    samples = _samples(table)
    _by_content(found, samples)
    _correct(found, samples)
    return found


def _put(found: dict[str, str], field: str | None, name: str) -> None:
    if field and field not in found:
        found[field] = name


def _samples(table: Table) -> dict[str, list[str]]:
    head = table.cells.slice(0, SAMPLE)
    return {
        name: [cell for cell in column.to_pylist() if cell.strip()]
        for name, column in zip(head.column_names, head.columns, strict=True)
    }


def _by_content(found: dict[str, str], samples: dict[str, list[str]]) -> None:
    """Fields no name pointed to, from columns no field took."""
    tests: list[tuple[tuple[str, ...], str, Callable[[str], bool]]] = [
        (("date", "date_start", "year"), "date", _is_date),
        (("source_url",), "source_url", lambda cell: bool(LINK.match(cell.strip()))),
        (("coordinates", "latitude"), "coordinates", lambda cell: bool(PAIR.match(cell))),
        (("event_type",), "event_type", _is_type),
        (("province", "place"), "province", _is_province),
        (("district", "place"), "district", _is_district),
    ]
    for unless, field, test in tests:
        if any(one in found for one in unless):
            continue
        free = [name for name in samples if name not in found.values()]
        best = max(free, key=lambda name: _share(samples[name], test), default=None)
        if best is not None and _share(samples[best], test) >= SHARE:
            found[field] = best


def _correct(found: dict[str, str], samples: dict[str, list[str]]) -> None:
    """Names that mislead: an event that is a type, a source of links, a date that is a day."""
    title = found.get("title")
    if title and "event_type" not in found and _share(samples[title], _is_type) >= SHARE:
        found["event_type"] = found.pop("title")
    outlet = found.get("outlet")
    if outlet and "source_url" not in found and _share(samples[outlet], _is_link) >= SHARE:
        found["source_url"] = found.pop("outlet")
    if {"year", "month"} <= set(found) and "day" not in found and "date" in found:
        cells = samples[found["date"]]
        if all(cell.strip().isdecimal() and len(cell.strip()) <= 2 for cell in cells):
            found["day"] = found.pop("date")


def _is_link(cell: str) -> bool:
    return bool(LINK.match(cell.strip()))


def _share(cells: list[str], test: Callable[[str], bool]) -> float:
    return sum(map(test, cells)) / len(cells) if cells else 0.0


def _is_date(cell: str) -> bool:
    if FIGURES.match(cell.strip()) and cell.count(".") < 2:
        return False
    try:
        read_date(cell)
    except DateFault as fault:
        return fault.kind == "ambiguous"
    return True


def _is_type(cell: str) -> bool:
    return read_event_type(cell) is not None


def _is_province(cell: str) -> bool:
    from geo.places import resolve

    return resolve(cell, kind="adm1").id is not None


def _is_district(cell: str) -> bool:
    from geo.places import resolve

    place = resolve(cell, kind="adm2")
    return place.id is not None or bool(place.candidates)
