"""What each format cannot carry: held by the round-trip tests, said beside the download buttons.

Codes only; their words stand in ``incidents.words.downloads`` as ``loss.<code>``.
"""

from __future__ import annotations

LOSSES: dict[str, tuple[str, ...]] = {
    "csv": ("every_format",),
    "csv-excel": ("every_format", "apostrophes"),
    "xlsx": (
        "every_format",
        "not_in_xml",
        "carriage_returns",
        "long_text",
        "many_rows",
        "early_days",
        "long_numbers",
    ),
    "geojson": ("every_format", "exact_place"),
    "gpkg": ("every_format", "exact_place"),
    "kml": ("every_format", "not_in_xml", "order", "types", "exact_place"),
    "parquet": ("every_format",),
    "bundle": ("every_format",),
    "acled": (
        "every_format",
        "acled_interval",
        "coordinates",
        "acled_places",
        "acled_columns",
        "acled_types",
    ),
    "ucdp": ("every_format", "ucdp_precision", "coordinates", "ucdp_columns"),
}
