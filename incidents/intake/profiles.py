"""What shape a file has: ours, ACLED's, UCDP GED's or a plain sheet; and which column is which."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from incidents.intake.errors import IntakeError
from incidents.intake.said import Said, to_say
from incidents.intake.table import Table
from incidents.record import COLUMNS

PROFILES = ("ours", "acled", "ucdp", "plain")
ACLED = {
    "id": ("event_id_cnty", "event_id", "data_id"), "date": ("event_date",),
    "time_precision": ("time_precision",), "acled_type": ("event_type",),
    "acled_sub_type": ("sub_event_type",), "actor": ("actor1",), "country": ("country",),
    "province": ("admin1",), "district": ("admin2",), "locality": ("location",),
    "latitude": ("latitude",), "longitude": ("longitude",), "geo_precision": ("geo_precision",),
    "outlet": ("source",), "summary": ("notes",), "people_killed": ("fatalities",),
}  # fmt: skip
UCDP = {
    "id": ("id", "event_id"), "date_start": ("date_start",), "date_end": ("date_end",),
    "date_prec": ("date_prec",), "where_prec": ("where_prec",), "violence": ("type_of_violence",),
    "actor": ("side_a",), "country": ("country",), "province": ("adm_1",), "district": ("adm_2",),
    "locality": ("where_coordinates",), "latitude": ("latitude",), "longitude": ("longitude",),
    "outlet": ("source_office",), "reported_on": ("source_date",),
    "source_title": ("source_headline",), "people_killed": ("best",),
}  # fmt: skip
EXTRA = ("date", "year", "month", "day", "country", "place", "latitude", "longitude", "coordinates")
FIELDS = (*COLUMNS, *EXTRA)
SIGNS_OF_ACLED = {"time_precision", "geo_precision", "sub_event_type", "event_id_cnty", "admin1"}
SIGNS_OF_UCDP = {"date_prec", "where_prec", "type_of_violence", "adm_1", "side_a", "dyad_name"}


@dataclass(frozen=True, slots=True)
class Matching:
    """The profile of a file and, by field, the column of the file that holds it."""

    profile: str
    columns: Mapping[str, str]

    def unused(self, header: Iterable[str]) -> tuple[str, ...]:
        """Columns of the file that no field takes; they stay in the report."""
        used = set(self.columns.values())
        return tuple(name for name in header if name not in used)


def recognize(header: Iterable[str]) -> str:
    """Return the profile a header points to; plain if nothing does.

    >>> recognize(["event_date", "time_precision", "admin1", "notes"])
    'acled'
    """
    names = {name.strip().lower() for name in header}
    if "event_date" in names and len(names & SIGNS_OF_ACLED) >= 2:
        return "acled"
    if {"date_start", "date_end"} <= names and len(names & SIGNS_OF_UCDP) >= 2:
        return "ucdp"
    if {"date_start", "date_end"} <= names and len(names & set(COLUMNS)) >= 5:
        return "ours"
    return "plain"


def match(
    table: Table, profile: str | None = None, columns: Mapping[str, str] | None = None
) -> Matching:
    """Return which column holds which field; the header decides what is not given.

    `columns` (field -> column) replaces the guess for the fields it names; an empty column takes a
    field away. Raises IntakeError for an unknown profile, field or column.
    """
    chosen = profile or recognize(table.header)
    if chosen not in PROFILES:
        known = ", ".join(PROFILES)
        raise IntakeError(to_say("file_faults.unknown_profile", profile=chosen, known=known))
    found = _find(table, chosen)
    for field, column in (columns or {}).items():
        _check(table, field, column)
        if column:
            taken = [f for f, c in found.items() if c == column and f not in (columns or {})]
            found = {f: c for f, c in found.items() if f not in taken} | {field: column}
        else:
            found.pop(field, None)
    return Matching(chosen, MappingProxyType(found))


def _check(table: Table, field: str, column: str) -> None:
    if field not in (*FIELDS, *ACLED, *UCDP):
        raise IntakeError(unknown_field(field))
    if column and column not in table.header:
        raise IntakeError(to_say("file_faults.no_such_column", column=column[:60], field=field))


def unknown_field(field: str) -> Said:
    """Return the sentence on a field that is none, with those there are."""
    return to_say("file_faults.unknown_field", field=field[:60], known=", ".join(FIELDS))


def _find(table: Table, profile: str) -> dict[str, str]:
    lower = {name.strip().lower(): name for name in table.header}
    if profile == "ours":
        wanted = {name: (name,) for name in (*COLUMNS, "district_id", "latitude", "longitude")}
        return _take(lower, wanted)
    if profile == "acled":
        return _take(lower, ACLED)
    if profile == "ucdp":
        return _take(lower, UCDP)
    from incidents.intake.guess import guess

    return guess(table)


def _take(lower: Mapping[str, str], wanted: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    found = {}
    for field, names in wanted.items():
        name = next((name for name in names if name in lower), None)
        if name:
            found[field] = lower[name]
    return found
