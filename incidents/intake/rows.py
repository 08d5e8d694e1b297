"""Rows of a file turned into rows of ours, chunk by chunk, each distinct cell read once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from incidents.intake.countries import is_abroad
from incidents.intake.faults import Fault
from incidents.intake.fields import READERS, read_deaths, read_report_day
from incidents.intake.ids import Ids
from incidents.intake.kinds import (
    Kind,
    agency_of,
    agency_of_actor,
    kind_of,
    kind_of_acled,
    kind_of_ucdp,
)
from incidents.intake.places import draft_by_names, put_at
from incidents.intake.placing import Asked, Draft, Placed
from incidents.intake.points import Points
from incidents.intake.profiles import Matching
from incidents.intake.said import UNSAID, Words, to_say
from incidents.intake.spelling import Names
from incidents.intake.when import AskedWhen, When, tell
from incidents.intake.words import is_blank
from incidents.once import once
from incidents.record import COLUMNS

EXPECTED = {"title": "no_title", "outlet": "no_outlet", "source_url": "no_link"}
MISSING = {name: Fault(name, "", "", to_say(f"row_faults.{k}")) for name, k in EXPECTED.items()}
UNKNOWN = to_say("place_faults.unknown_code")
TEXTS = ("title", "summary", "district_as_reported", "targets", "pretext", "occasion_note",
         "bribe_in_kind", "outlet", "via", "other_source_urls", "source_title")  # fmt: skip
WHERE_PREC = {"4": "province", "5": "country", "6": "country", "7": "country"}
PAIR = re.compile(r"\s*(-?\d{1,3}(?:\.\d+)?)\s*[,; ]\s*(-?\d{1,3}(?:\.\d+)?)\s*")
Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Made:
    """One row of a file as a row of ours; `when` without a start means it is refused."""

    cells: dict[str, str]
    when: When
    placed: Placed
    faults: tuple[Fault, ...]


@dataclass
class Maker:
    """Makes rows of one file; remembers every distinct cell it has read."""

    matching: Matching
    names: Names
    order: str | None = None
    points: Points = field(default_factory=Points)
    seen: dict[Any, Any] = field(default_factory=dict)
    ids: Ids = field(default_factory=Ids)

    @property
    def profile(self) -> str:
        """The profile rows are read by."""
        return self.matching.profile

    @once
    def fields(self) -> frozenset[str]:
        """The fields that have a column."""
        return frozenset(self.matching.columns)

    def prepare(self, chunk: Mapping[str, list[str]]) -> None:
        """Locate the points of many rows (cells by field) together, which is far quicker."""
        if {"latitude", "longitude"} <= set(chunk):
            self.points.locate_all(zip(chunk["latitude"], chunk["longitude"], strict=True))

    def make(self, row: Row, number: int) -> Made:
        """Return one row (cells by field, number from 1) in our columns, with its faults."""
        when = self._once(tell, self._ask_when(row))
        placed = self._place(row)
        kind, agency = self._kind(row), self._agency(row)
        faults = [*when.faults, *placed.faults, *kind.faults, *agency.faults]
        cells = dict.fromkeys(COLUMNS, "")
        self._fill(cells, row, faults)
        cells |= self._place_cells(row, placed, cells)
        cells["event_type"], cells["agency"] = kind.code, agency.code
        notes = (row.get("note", "").strip(), when.note, kind.note, agency.note)
        cells["note"] = " ".join(note for note in notes if note)
        cells["date_precision"] = when.precision
        if when.start:
            cells["id"], fault = self.ids.give(row.get("id", "").strip(), number)
            faults += [fault] if fault else []
        told = {fault.field for fault in faults}
        faults += [f for name, f in MISSING.items() if not cells[name] and name not in told]
        return Made(cells, when, placed, tuple(faults))

    def _once(self, read: Callable[[Any], Any], asked: Any) -> Any:
        key = (read, asked)
        if key not in self.seen:
            self.seen[key] = read(asked)
        return self.seen[key]

    def _place(self, row: Row) -> Placed:
        """The place of a row; names are resolved once, points belong to one row each."""
        asked = self._ask_place(row)
        lat, lon = _point_cells(row)
        if lat or lon:
            draft = self._once(self._draft, asked)
            return put_at(draft, asked, lat, lon, self.points)
        return self._once(self._put, asked)

    def _draft(self, asked: Asked) -> Draft:
        return draft_by_names(asked, self.names)

    def _put(self, asked: Asked) -> Placed:
        return self._draft(asked).finish()

    def _ask_when(self, row: Row) -> AskedWhen:
        coded = {"acled": "time_precision", "ucdp": "date_prec"}.get(self.profile, "date_precision")
        return AskedWhen(
            profile=self.profile,
            date=row.get("date", ""),
            start=row.get("date_start", ""),
            end=row.get("date_end", ""),
            year=row.get("year", ""),
            month=row.get("month", ""),
            day=row.get("day", ""),
            precision=row.get(coded, ""),
            has_precision=coded in self.fields,
            order=self.order,
        )

    def _ask_place(self, row: Row) -> Asked:
        finest, why = self._finest(row)
        country = row.get("country", "")
        ours = self.profile == "ours"
        precise = row.get("place_precision", "").strip().lower()
        return Asked(
            province=row.get("province", ""),
            district=row.get("district", "") or (row.get("district_id", "") if ours else ""),
            place=row.get("place", ""),
            country=country if self._once(is_abroad, country) else "",
            finest=finest,
            why_finest=why,
            refine=self._may_refine(row) and precise not in ("province", "country"),
            verbatim=ours,
            point_counts=not ours or not (row.get("province") or precise == "country"),
        )

    def _finest(self, row: Row) -> tuple[str, Words]:
        if self.profile == "acled":
            code = row.get("geo_precision", "").strip().removesuffix(".0")
            if "geo_precision" in self.fields and code not in ("1", "2"):
                return "province", to_say("place_faults.acled_coarse", code=code or UNKNOWN)
        if self.profile == "ucdp":
            code = row.get("where_prec", "").strip().removesuffix(".0")
            if "where_prec" in self.fields and code not in ("1", "2", "3"):
                finest = WHERE_PREC.get(code, "country")
                return finest, to_say(f"place_faults.ucdp_{finest}", code=code or UNKNOWN)
        return "district", UNSAID

    def _may_refine(self, row: Row) -> bool:
        """Whether a point may name the district where only the province is named.

        In a sheet without districts it may; in ACLED and UCDP only if it is coded as exact enough.
        """
        if self.profile in ("acled", "ucdp"):
            code = row.get("geo_precision") or row.get("where_prec") or ""
            return code.strip().removesuffix(".0") in ("1", "2" if self.profile == "acled" else "3")
        return "district" not in self.fields

    def _kind(self, row: Row) -> Kind:
        if self.profile == "acled":
            key = (row.get("acled_type", ""), row.get("acled_sub_type", ""))
            return self._once(kind_of_acled, key)
        if self.profile == "ucdp":
            return self._once(kind_of_ucdp, row.get("violence", ""))
        return self._once(kind_of, row.get("event_type", ""))

    def _agency(self, row: Row) -> Kind:
        if "actor" in self.fields:
            return self._once(agency_of_actor, row.get("actor", ""))
        return self._once(agency_of, row.get("agency", ""))

    def _fill(self, cells: dict[str, str], row: Row, faults: list[Fault]) -> None:
        """Cells that need no other: texts, numbers, codes, links, the day of the report."""
        for name in TEXTS:
            if name in self.fields:
                cells[name] = row[name].strip()
        for name, read in self._readers.items():
            cells[name], fault = self._once(read, row[name])
            faults += [fault] if fault else []

    @once
    def _readers(self) -> dict[str, Callable[[str], Any]]:
        readers = dict(READERS)
        readers["reported_on"] = lambda cell: read_report_day(cell, self.order)
        if self.profile in ("acled", "ucdp"):
            readers["people_killed"] = lambda cell: read_deaths("people_killed", cell)
        return {name: read for name, read in readers.items() if name in self.fields}

    def _place_cells(self, row: Row, placed: Placed, cells: Row) -> dict[str, str]:
        locality = row.get("locality", "").strip() or placed.locality
        given = [row.get(name, "").strip() for name in ("district", "place")]
        spelled = next((name for name in given if name and not is_blank(name)), "")
        if placed.district and given[0] and given[1] and not locality:
            locality = "" if given[1] in (given[0], placed.district) else given[1]
        if locality == placed.district or self._is_coarse(row):
            locality = "" if self.profile in ("acled", "ucdp") else locality
        precision = placed.precision
        if placed.district and locality:
            precision = "locality"
        stated = cells.get("place_precision", "")
        if stated and (self.profile == "ours" or precision != "country") and not placed.dropped:
            precision = stated
        changed = spelled and spelled != placed.district
        return {
            "province": placed.province,
            "district": placed.district,
            "district_as_reported": cells["district_as_reported"] or (spelled if changed else ""),
            "locality": locality,
            "place_precision": precision,
        }

    def _is_coarse(self, row: Row) -> bool:
        """Whether the source says that the place it names is not exact."""
        code = row.get("geo_precision") or row.get("where_prec") or ""
        return code.strip().removesuffix(".0") != "1"


def _point_cells(row: Row) -> tuple[str, str]:
    """Latitude and longitude as text, from two columns or from one."""
    lat, lon = row.get("latitude", "").strip(), row.get("longitude", "").strip()
    pair = row.get("coordinates", "").strip()
    if not pair or lat:
        return lat, lon
    found = PAIR.fullmatch(pair)
    return (found[1], found[2]) if found else (pair, "")


def cells_by_field(chunk: Mapping[str, list[str]], count: int) -> Iterator[Row]:
    """Each row of a chunk as cells by field."""
    names = tuple(chunk)
    if not names:
        yield from ({} for _ in range(count))
        return
    for cells in zip(*chunk.values(), strict=True):
        yield dict(zip(names, cells, strict=True))
