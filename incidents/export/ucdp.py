"""Rows in the columns of UCDP GED, for scripts that expect those."""

from __future__ import annotations

from collections.abc import Iterable
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
from incidents.export.columns import Record
from incidents.export.spots import find_spot

if TYPE_CHECKING:
    import pyarrow as pa

    from incidents.export.about import About

DATE_PRECISION = {"day": 1, "week": 3, "month": 4, "season": 5, "year": 5}
WHERE_PRECISION = {"locality": 1, "district": 3, "province": 4, "country": 6}
UCDP_COLUMNS = (
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id",
    "conflict_new_id", "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name",
    "side_a_dset_id", "side_a_new_id", "side_a", "side_b_dset_id", "side_b_new_id", "side_b",
    "number_of_sources", "source_article", "source_office", "source_date", "source_headline",
    "source_original", "where_prec", "where_coordinates", "where_description", "adm_1", "adm_2",
    "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region",
    "event_clarity", "date_prec", "date_start", "date_end", "deaths_a", "deaths_b",
    "deaths_civilians", "deaths_unknown", "best", "high", "low", "gwnoa", "gwnob",
)  # fmt: skip


def write_ucdp(stream: Iterable[pa.Table], about: About, out: BinaryIO) -> None:
    """Write the rows as CSV in UCDP GED's columns; one line is one incident, unknown is empty.

    The interval is kept whole in `date_start`, `date_end`. `type_of_violence` 3 only where the
    report states deaths. Codes as in the UCDP GED codebook.
    """
    write_shaped(UCDP_COLUMNS, map(ucdp_line, records(stream)), out)


def ucdp_line(record: Record) -> dict[str, Any]:
    """The cells of one incident by UCDP GED column; what is not listed is empty."""
    day, killed = record["date_start"], record["people_killed"]
    return {
        "id": record["id"],
        "relid": record["id"],
        "year": day.year if day else None,
        "type_of_violence": 3 if killed else None,
        "side_a": agencies_in_words(record),
        "side_b": "Civilians",
        **_source(record),
        **_place(record),
        "event_clarity": 2 if date_precision(record) > 2 else 1,
        "date_prec": date_precision(record),
        "date_start": day,
        "date_end": record["date_end"],
        **{name: killed for name in ("best", "high", "low")},
        "gwnoa": 731,
    }


def date_precision(record: Record) -> int:
    """UCDP `date_prec`: a few exactly known days are 2, all else by our precision."""
    exact = record["date_precision"] == "day"
    if exact and record["date_start"] != record["date_end"]:
        return 2
    return DATE_PRECISION.get(record["date_precision"], 5)


def _source(record: Record) -> dict[str, Any]:
    others = [one for one in record["other_source_urls"].split(";") if one.strip()]
    article = (record["outlet"], record["reported_on"], record["source_title"])
    return {
        "number_of_sources": 1 + len(others) if record["source_url"] else None,
        "source_article": ",".join(str(one) for one in article if one),
        "source_office": record["outlet"],
        "source_date": record["reported_on"],
        "source_headline": record["source_title"],
    }


def _place(record: Record) -> dict[str, Any]:
    point = stated_point(record)
    return {
        "where_prec": WHERE_PRECISION.get(record["place_precision"], 6),
        "where_coordinates": finest_place(record),
        "where_description": find_spot(record).means if point else "",
        "adm_1": latin_part(record["province_name"]),
        "adm_2": record["district"],
        "latitude": point[1] if point else None,
        "longitude": point[0] if point else None,
        "geom_wkt": f"POINT ({point[0]} {point[1]})" if point else "",
        "country": COUNTRY,
        "country_id": 731,
        "region": "Asia",
    }
