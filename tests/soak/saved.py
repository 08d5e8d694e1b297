"""Which rows a saved file holds, read with other tools than the ones that wrote it."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Callable

from openpyxl import load_workbook
from pyarrow import parquet


def ids_in(name: str, content: bytes) -> list[str]:
    """The ids in a file of the format called so, in the order they stand there."""
    return READERS[name](content)


def _csv(content: bytes) -> list[str]:
    return [row["id"] for row in csv.DictReader(io.StringIO(content.decode("utf-8-sig")))]


def _geojson(content: bytes) -> list[str]:
    return [one["properties"]["id"] for one in json.loads(content)["features"]]


def _parquet(content: bytes) -> list[str]:
    return [str(one) for one in parquet.read_table(io.BytesIO(content))["id"].to_pylist()]


def _xlsx(content: bytes) -> list[str]:
    book = load_workbook(io.BytesIO(content), read_only=True)
    rows = book[book.sheetnames[0]].iter_rows(values_only=True)
    at = list(next(rows)).index("id")
    return [str(row[at]) for row in rows]


def _bundle(content: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as whole:
        name = next(name for name in whole.namelist() if name.endswith(".csv"))
        return _csv(whole.read(name))


READERS: dict[str, Callable[[bytes], list[str]]] = {
    "csv": _csv,
    "csv-excel": _csv,
    "geojson": _geojson,
    "parquet": _parquet,
    "xlsx": _xlsx,
    "bundle": _bundle,
}
