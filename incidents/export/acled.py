"""Rows in the columns of ACLED, for scripts that expect those."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, BinaryIO

from incidents.export.bridge import (
    COUNTRY,
    agencies_in_words,
    finest_place,
    latin_part,
    stated_point,
    write_shaped,
)
from incidents.export.chunks import records
from incidents.export.columns import Record, as_sentence

if TYPE_CHECKING:
    import pyarrow as pa

    from incidents.export.about import About

TIME_PRECISION = {"day": 1, "week": 2, "month": 3, "season": 3, "year": 3}
GEO_PRECISION = {"locality": 1, "district": 2, "province": 3, "country": 3}
AGAINST_CIVILIANS = ("execution", "border_shooting", "detention_abuse")
STRATEGIC = "Strategic developments"
ACLED_COLUMNS = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type",
    "sub_event_type", "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2",
    "interaction", "civilian_targeting", "iso", "region", "country", "admin1", "admin2", "admin3",
    "location", "latitude", "longitude", "geo_precision", "source", "source_scale", "notes",
    "fatalities", "tags", "timestamp",
)  # fmt: skip


def write_acled(stream: Iterable[pa.Table], about: About, out: BinaryIO) -> None:
    """Write the rows as CSV in ACLED's columns; one line is one incident, unknown is empty.

    `event_date` is the middle day of the interval, whose EDTF form stands in `tags` beside our
    own codes. Deaths are empty where the report states none. Codes as in ACLED's codebook.
    """
    write_shaped(ACLED_COLUMNS, map(acled_line, records(stream)), out)


def acled_line(record: Record) -> dict[str, Any]:
    """The cells of one incident by ACLED column; what is not listed is empty."""
    day = middle_day(record["date_start"], record["date_end"])
    return {
        "event_id_cnty": record["id"],
        "event_date": day,
        "year": day.year if day else None,
        "time_precision": TIME_PRECISION.get(record["date_precision"], 3),
        **_kind(record["event_type"]),
        **_actors(record),
        "iso": 408,
        "region": "East Asia",
        "country": COUNTRY,
        **_place(record),
        "source": record["outlet"],
        "notes": " ".join(filter(None, (as_sentence(record["title"]), record["summary"]))),
        "fatalities": record["people_killed"],
        "tags": _tags(record),
    }


def middle_day(first: date | None, last: date | None) -> date | None:
    """The middle day of an inclusive interval, the earlier of two.

    >>> middle_day(date(2019, 11, 1), date(2019, 11, 7))
    datetime.date(2019, 11, 4)
    """
    return first + timedelta((last - first).days // 2) if first and last else None


def _kind(event_type: str) -> dict[str, str]:
    if event_type in AGAINST_CIVILIANS:
        kinds = ("Political violence", "Violence against civilians", "Attack", "Civilian targeting")
    else:
        sub_type = "Arrests" if event_type == "arrest" else "Other"
        kinds = (STRATEGIC, STRATEGIC, sub_type, "")
    names = ("disorder_type", "event_type", "sub_event_type", "civilian_targeting")
    return dict(zip(names, kinds, strict=True))


def _actors(record: Record) -> dict[str, str]:
    return {
        "actor1": agencies_in_words(record),
        "inter1": "State forces",
        "actor2": f"Civilians ({COUNTRY})",
        "assoc_actor_2": record["targets"],
        "inter2": "Civilians",
        "interaction": "State forces-Civilians",
    }


def _place(record: Record) -> dict[str, Any]:
    point = stated_point(record)
    return {
        "admin1": latin_part(record["province_name"]),
        "admin2": record["district"],
        "location": finest_place(record),
        "latitude": point[1] if point else None,
        "longitude": point[0] if point else None,
        "geo_precision": GEO_PRECISION.get(record["place_precision"], 3),
    }


def _tags(record: Record) -> str:
    """Our own codes as key=value pairs, for those who want to come back to them."""
    kept = ("edtf", "date_precision", "place_precision", "event_type", "agency", "source_url")
    return "; ".join(f"{name}={record[name]}" for name in kept if record[name])
