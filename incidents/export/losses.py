"""What each format cannot carry: shown on the export page and held by the round-trip tests."""

from __future__ import annotations

EVERY_FORMAT = "NUL and broken surrogates: they become the replacement character U+FFFD"
NOT_IN_XML = "control characters and U+FFFE, U+FFFF: they become U+FFFD"

LOSSES: dict[str, tuple[str, ...]] = {
    "csv": (EVERY_FORMAT,),
    "csv-excel": (
        EVERY_FORMAT,
        "undoing the apostrophes needs the byte order mark at the start of the file",
    ),
    "xlsx": (
        EVERY_FORMAT,
        NOT_IN_XML,
        "carriage returns: they become line feeds",
        "text over 32,767 characters in one cell: cut, and marked as cut in the cell",
        "more than 1,048,575 rows: refused",
        "days before 1 March 1900: they stay text",
        "numbers beyond 15 digits: rounded",
    ),
    "geojson": (
        EVERY_FORMAT,
        "the place of the incident: points are interior points of districts or provinces",
    ),
    "gpkg": (
        EVERY_FORMAT,
        "the place of the incident: points are interior points of districts or provinces",
    ),
    "kml": (
        EVERY_FORMAT,
        NOT_IN_XML,
        "the order of rows: they are grouped by event type, in order within each",
        "types: every value is text",
        "the place of the incident: points are interior points of districts or provinces",
    ),
    "parquet": (EVERY_FORMAT,),
    "bundle": (EVERY_FORMAT,),
    "acled": (
        EVERY_FORMAT,
        "the interval: event_date is its middle day; read back, a week is seven days around it "
        "and anything coarser the calendar month (the EDTF form stands in tags)",
        "coordinates where a locality is known by name only, or several districts are named",
        "district and province only: told apart by admin2, not by geo_precision 3",
        "agencies as codes, occasion, bribe, via, other links, headline, report date, "
        "people affected and detained, number of informants, note, dataset",
        "event types: most become Strategic developments / Other (our code stands in tags)",
    ),
    "ucdp": (
        EVERY_FORMAT,
        "season and year: both become date_prec 5 (the interval itself is kept)",
        "coordinates where a locality is known by name only, or several districts are named",
        "title, summary, event type, agencies as codes, targets, pretext, occasion, bribe, via, "
        "links, people affected and detained, number of informants, note, dataset",
    ),
}
