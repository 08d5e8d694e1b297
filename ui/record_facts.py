"""One record as labelled facts in words, grouped as a reader asks: when, where, what, from whom."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from geo.places import provinces, resolve
from incidents import record as words
from incidents.dates import day_in_words, in_words
from incidents.periods import Calendar
from ui.cards import agencies, number, paid

Row = Mapping[str, Any]
Facts = list[tuple[str, str]]


def when(row: Row) -> Facts:
    """Return the facts of time: the interval, how well it is known, and the report's own date."""
    first, last = day_of(row["date_start"]), day_of(row["date_end"])
    told = in_words(first, last) if first and last else ""
    reported = day_of(row["reported_on"])
    basis = words.REPORTED_ON_BASES.get(row["reported_on_basis"], "")
    published = f"{day_in_words(reported)}, as read from {basis}" if reported and basis else ""
    return known(
        ("When it happened", told),
        ("The same in EDTF", row["edtf"] if row["edtf"] != told else ""),
        ("Date known", words.DATE_PRECISIONS.get(row["date_precision"], "")),
        ("Year known from", words.YEAR_BASES.get(row["year_basis"], row["year_basis"])),
        ("Reported on", published or (day_in_words(reported) if reported else "not known")),
    )


def where(row: Row) -> Facts:
    """Return the facts of place, with what the map does where it cannot draw the named place."""
    known_provinces = provinces()
    code = row["province"]
    province = known_provinces[code].label if code in known_provinces else code
    return known(
        ("Province", province or "none named: nationwide or unknown"),
        ("District", "; ".join(_district(name, code) for name in _parts(row["district"]))),
        ("Finer place", row["locality"]),
        ("As the source spells it", row["district_as_reported"]),
        ("Place known to", words.PLACE_PRECISIONS.get(row["place_precision"], "")),
        ("On the map", _drawn(row)),
    )


def _district(name: str, province: str) -> str:
    """Return a district in both scripts; a unit without a shape says where it is counted."""
    place = resolve(name, province or None, kind="adm2")
    return place.label if place.id else name


def _drawn(row: Row) -> str:
    if row["district_id"]:
        several = len(_parts(row["district_id"])) > 1
        return "once in each of these districts" if several else "in the district, at no exact spot"
    if row["province"]:
        unshaped = " (the district has no shape of its own in it)" if row["district"] else ""
        return f"counted on the province{unshaped}"
    return "not on the map"


def what(row: Row) -> Facts:
    """Return what is said to have happened, by whom, to whom and why."""
    return known(
        ("Type of incident", words.EVENT_TYPES.get(row["event_type"], row["event_type"])),
        ("Agency", agencies(row["agency"]) or "the source names none"),
        ("Aimed at", ", ".join(_parts(row["targets"]))),
        ("Reason given", row["pretext"]),
    )


def tied(row: Row, calendar: Calendar) -> Facts:
    """Return the occasion or campaign to which the source itself ties the event."""
    code = row["occasion_id"]
    return known(
        ("Tied by the source to", calendar.label(code) if code in calendar.ids else code),
        ("How the source ties it", row["occasion_note"]),
    )


def sums(row: Row) -> Facts:
    """Return what was paid and how many people it met, as reported."""
    return known(
        ("Paid or asked, as reported", paid(row)),
        ("People affected", number(row["people_affected"])),
        ("People detained", number(row["people_detained"])),
        ("People killed", number(row["people_killed"])),
    )


def source(row: Row) -> Facts:
    """Return who published the report and on how many informants it says to rest."""
    return known(
        ("Outlet", row["outlet"] or "not known"),
        ("Cited by way of", row["via"]),
        ("Headline", row["source_title"]),
        ("Informants the report claims", number(row["source_count"]) or "unsaid"),
    )


def links(row: Row) -> list[str]:
    """Return the addresses of all pages on the event, the coded one first."""
    return list(dict.fromkeys(filter(None, [row["source_url"], *_parts(row["other_source_urls"])])))


def as_in_files(row: Row, column: str) -> str:
    """Return one cell as the files have it: ISO days, plain numbers, "" where unknown."""
    if column in words.DATES:
        day = day_of(row[column])
        return day.isoformat() if day else ""
    if column in (*words.WHOLE_NUMBERS, *words.NUMBERS):
        return number(row[column]).replace(",", "")
    return str(row[column])


def day_of(value: Any) -> date | None:
    """Return the day of a timestamp; None where unknown."""
    return value.date() if value is not None and value == value else None


def known(*facts: tuple[str, str]) -> Facts:
    """Return the facts that say anything."""
    return [(label, text) for label, text in facts if text]


def _parts(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(";") if part.strip()]
