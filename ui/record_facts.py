"""One record as labelled facts in words, grouped as a reader asks: when, where, what, from whom."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from geo.places import resolve
from incidents import labels
from incidents.dates import day_in_words, in_words
from incidents.periods import Calendar
from incidents.record import DATES, NUMBERS, WHOLE_NUMBERS
from incidents.words import language, say
from ui.cards import agencies, number, paid

Row = Mapping[str, Any]
Facts = list[tuple[str, str]]


def when(row: Row) -> Facts:
    """Return the facts of time: the interval, how well it is known, and the report's own date."""
    first, last = day_of(row["date_start"]), day_of(row["date_end"])
    told = in_words(first, last) if first and last else ""
    return known(
        ("record.happened", told),
        ("record.edtf", row["edtf"] if row["edtf"] != told else ""),
        ("record.date_known", labels.date_precision(row["date_precision"])),
        ("record.year_from", labels.year_basis(row["year_basis"])),
        ("record.reported_on", _published(row)),
    )


def _published(row: Row) -> str:
    day, basis = day_of(row["reported_on"]), row["reported_on_basis"]
    if day is None:
        return say("record.not_known")
    if not basis:
        return day_in_words(day)
    return say("record.read_from", day=day_in_words(day), basis=labels.reported_on_basis(basis))


def where(row: Row) -> Facts:
    """Return the facts of place, with what the map does where it cannot draw the named place."""
    code = row["province"]
    return known(
        ("record.province", labels.province(code) or say("record.no_province")),
        ("record.district", "; ".join(_district(name, code) for name in _parts(row["district"]))),
        ("record.finer", row["locality"]),
        ("record.as_spelled", row["district_as_reported"]),
        ("record.place_known", labels.place_precision(row["place_precision"])),
        ("record.on_map", say(f"record.{_drawn(row)}")),
    )


def _district(name: str, province: str) -> str:
    """Return a district in both scripts; a unit without a shape says where it is counted."""
    place = resolve(name, province or None, kind="adm2")
    if not place.id or language() == "en":
        return place.label if place.id else name
    if place.kind == "covered":
        return say("record.covered", name=name, district=labels.district(place.id))
    return labels.district_of(place.id)


def _drawn(row: Row) -> str:
    """Return the entry that says what the map does with the row."""
    if row["district_id"]:
        return "in_each" if len(_parts(row["district_id"])) > 1 else "in_district"
    if row["province"]:
        return "on_province_unshaped" if row["district"] else "on_province"
    return "not_on_map"


def what(row: Row) -> Facts:
    """Return what is said to have happened, by whom, to whom and why."""
    return known(
        ("record.type", labels.event_type(row["event_type"])),
        ("record.agency", agencies(row["agency"]) or say("record.no_agency")),
        ("record.aimed_at", ", ".join(_parts(row["targets"]))),
        ("record.reason", row["pretext"]),
    )


def tied(row: Row, calendar: Calendar) -> Facts:
    """Return the occasion or campaign to which the source itself ties the event."""
    return known(
        ("record.tied_to", labels.period(row["occasion_id"], calendar)),
        ("record.how_tied", row["occasion_note"]),
    )


def sums(row: Row) -> Facts:
    """Return what was paid and how many people it met, as reported."""
    return known(
        ("record.paid", paid(row)),
        ("record.affected", number(row["people_affected"])),
        ("record.detained", number(row["people_detained"])),
        ("record.killed", number(row["people_killed"])),
    )


def source(row: Row) -> Facts:
    """Return who published the report and on how many informants it says to rest."""
    return known(
        ("record.outlet", row["outlet"] or say("record.not_known")),
        ("record.via", row["via"]),
        ("record.headline", row["source_title"]),
        ("record.informants", number(row["source_count"]) or say("record.unsaid")),
    )


def links(row: Row) -> list[str]:
    """Return the addresses of all pages on the event, the coded one first."""
    return list(dict.fromkeys(filter(None, [row["source_url"], *_parts(row["other_source_urls"])])))


def as_in_files(row: Row, column: str) -> str:
    """Return one cell as the files have it: ISO days, plain numbers, "" where unknown."""
    if column in DATES:
        day = day_of(row[column])
        return day.isoformat() if day else ""
    if column in (*WHOLE_NUMBERS, *NUMBERS):
        return number(row[column]).replace(",", "")
    return str(row[column])


def day_of(value: Any) -> date | None:
    """Return the day of a timestamp; None where unknown."""
    return value.date() if value is not None and value == value else None


def known(*facts: tuple[str, str]) -> Facts:
    """Return the facts that say anything, each under the words of its entry."""
    return [(say(entry), text) for entry, text in facts if text]


def _parts(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(";") if part.strip()]
