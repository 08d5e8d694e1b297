"""Every export format: the rows as given, in their order, all of them, beside what they are."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from incidents.export.about import About, describe, file_stem
from incidents.export.csv import guard, to_csv, to_excel_csv, undo_guard, write_csv
from incidents.export.losses import LOSSES

if TYPE_CHECKING:
    import pandas as pd

__all__ = [
    "FORMATS", "LOSSES", "About", "Format", "describe", "export", "file_name", "guard",
    "to_csv", "to_excel_csv", "undo_guard", "verify_bundle", "write_csv",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Format:
    """One way of writing rows; `writer` ("module:function") is imported only when used."""

    label: str
    extension: str
    mime: str
    text: bool
    writer: str
    mark: str = ""

    def write(self, rows: pd.DataFrame, about: About) -> bytes:
        """The rows, all and in their order, in this format."""
        module, function = self.writer.split(":")
        content: bytes = getattr(import_module(f"incidents.export.{module}"), function)(rows, about)
        return content


SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMATS: dict[str, Format] = {
    "csv": Format("CSV", "csv", "text/csv", True, "csv:to_csv"),
    "csv-excel": Format("CSV for Excel", "csv", "text/csv", True, "csv:to_excel_csv", "excel"),
    "xlsx": Format("Excel workbook", "xlsx", SHEET, False, "excel:to_xlsx"),
    "geojson": Format("GeoJSON", "geojson", "application/geo+json", True, "geo:to_geojson"),
    "gpkg": Format(
        "GeoPackage", "gpkg", "application/geopackage+sqlite3", False, "geo:to_geopackage"
    ),
    "kml": Format(
        "KML (Google Earth)", "kml", "application/vnd.google-earth.kml+xml", True, "kml:to_kml"
    ),
    "parquet": Format(
        "Parquet", "parquet", "application/vnd.apache.parquet", False, "parquet:to_parquet"
    ),
    "bundle": Format(
        "Bundle: CSV, manifest, citations, licences (zip)", "zip", "application/zip", False,
        "bundle:to_bundle", "bundle",
    ),
    "acled": Format("CSV in ACLED's columns", "csv", "text/csv", True, "acled:to_acled", "acled"),
    "ucdp": Format("CSV in UCDP's columns", "csv", "text/csv", True, "ucdp:to_ucdp", "ucdp"),
}  # fmt: skip


def export(rows: pd.DataFrame, format: str, about: About) -> bytes:
    """The rows in a format of FORMATS.

    Raises ValueError for an unknown format, for rows that lack a column, and where
    `about.row_count` is not the number of rows: a manifest must not be wrong.
    """
    chosen = _format(format)
    if about.row_count != len(rows):
        raise ValueError(
            f"The manifest says {about.row_count} rows and there are {len(rows)}; "
            "build About from the same view as the rows."
        )
    return chosen.write(rows, about)


def file_name(format: str, about: About) -> str:
    """A readable, stable, ASCII file name of at most 100 characters for an export.

    >>> file_name("csv", About(query="period=day_of_security&years=2019", row_count=8))
    'crackdown-atlas_day-of-security_2019_8-rows.csv'
    """
    chosen = _format(format)
    ending = f".{chosen.extension}"
    return file_stem(about, chosen.mark, 100 - len(ending)) + ending


def verify_bundle(path: str) -> list[str]:
    """What is wrong with a bundle, each sentence starting with the part; empty if nothing."""
    from incidents.export.bundle import verify_bundle as verify

    return verify(path)


def _format(name: str) -> Format:
    if name not in FORMATS:
        raise ValueError(f"Unknown format '{name}'; choose one of {', '.join(FORMATS)}.")
    return FORMATS[name]
