"""Every export format: the rows as given, in their order, all of them, beside what they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from incidents.export.about import About, describe, file_stem
from incidents.export.chunks import tables
from incidents.export.csv import guard, to_csv, undo_guard, write_csv
from incidents.export.losses import LOSSES
from incidents.export.target import ExportFault, put
from incidents.words import say

if TYPE_CHECKING:
    import pyarrow as pa

    from incidents.export.chunks import Rows

__all__ = [
    "FORMATS", "LOSSES", "About", "ExportFault", "Format", "describe", "export", "file_name",
    "guard", "to_csv", "undo_guard", "verify_bundle", "write", "write_csv",
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

    def write(self, stream: Iterable[pa.Table], about: About, out: BinaryIO) -> None:
        """Write the rows, all and in their order, in this format."""
        module, function = self.writer.split(":")
        getattr(import_module(f"incidents.export.{module}"), function)(stream, about, out)


SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMATS: dict[str, Format] = {
    "csv": Format("CSV", "csv", "text/csv", True, "csv:write_plain"),
    "csv-excel": Format("CSV for Excel", "csv", "text/csv", True, "csv:write_excel", "excel"),
    "xlsx": Format("Excel workbook", "xlsx", SHEET, False, "excel:write_xlsx"),
    "geojson": Format("GeoJSON", "geojson", "application/geo+json", True, "geojson:write_geojson"),
    "gpkg": Format(
        "GeoPackage", "gpkg", "application/geopackage+sqlite3", False, "geopackage:write_geopackage"
    ),
    "kml": Format(
        "KML (Google Earth)", "kml", "application/vnd.google-earth.kml+xml", True, "kml:write_kml"
    ),
    "parquet": Format(
        "Parquet", "parquet", "application/vnd.apache.parquet", False, "parquet:write_parquet"
    ),
    "bundle": Format(
        "Bundle: CSV, manifest, citations, licences (zip)", "zip", "application/zip", False,
        "bundle:write_bundle", "bundle",
    ),
    "acled": Format(
        "CSV in ACLED's columns", "csv", "text/csv", True, "acled:write_acled", "acled"
    ),
    "ucdp": Format("CSV in UCDP's columns", "csv", "text/csv", True, "ucdp:write_ucdp", "ucdp"),
}  # fmt: skip


def write(
    rows: Rows,
    format: str,
    about: About,
    target: Path | BinaryIO,
    progress: Callable[[int], None] | None = None,
) -> None:
    """Write rows to a file in a format of FORMATS, a chunk at a time and never all in memory.

    `rows` is a frame, an Arrow table or batch, or a stream of them in the order to be written.
    A path is replaced whole or not at all; an open file is written to as it is. `progress` is
    told after each chunk how many rows are written; what it raises ends the work, and nothing
    is left. Raises ValueError for an unknown format and for rows that lack a column, and
    ExportFault, which is one, where the file cannot be written and where `about.row_count` is not
    the number of rows: a manifest must not be wrong.
    """
    chosen = _format(format)
    stream = _counted(tables(rows), about, progress)
    put(target, lambda out: chosen.write(stream, about, out))


def export(rows: Rows, format: str, about: About) -> bytes:
    """The rows in a format of FORMATS as bytes, for few rows; raises as `write` does."""
    out = BytesIO()
    write(rows, format, about, out)
    return out.getvalue()


def _counted(
    stream: Iterable[pa.Table], about: About, progress: Callable[[int], None] | None
) -> Iterator[pa.Table]:
    """The stream, told of as it is taken, that ends with ExportFault if rows are missing."""
    taken = 0
    for table in stream:
        yield table
        taken += len(table)
        if progress:
            progress(taken)
    if taken != about.row_count:
        raise ExportFault(say("export_faults.miscounted", said=about.row_count, rows=taken))


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
