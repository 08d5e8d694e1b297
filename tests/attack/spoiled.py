"""Files and names that hold what is no text: bytes that are no UTF-8, halves of pairs, NUL, ESC."""

from __future__ import annotations

import sqlite3
import tempfile
import zipfile
from io import BytesIO
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from openpyxl import Workbook

HEAD = "date,place,title\n"
ROW = "2019-11-05,Hyesan,aXb\n"
PLAIN = (HEAD + ROW).encode()
SAID = "혜산시 보안서 국경 도로 집중 단속"
HANGUL = (HEAD + f"2019-11-05,Hyesan,{SAID} aXb\n").encode()


def feature(properties: str) -> bytes:
    """GeoJSON with one feature, its properties as JSON."""
    kind = '{"type": "FeatureCollection", "features": [{"type": "Feature", "geometry": null, '
    return (kind + f'"properties": {properties}}}]}}').encode()


def book(*lines: list[str]) -> bytes:
    """A workbook with these lines; what stands as _xD800_ is read as that code."""
    made, out = Workbook(), BytesIO()
    for line in lines:
        made.active.append(line)
    made.save(out)
    return out.getvalue()


def parquet(cell: bytes, name: str = "title") -> bytes:
    """A Parquet file whose texts are these bytes, whatever they are."""
    texts = pa.array([cell], pa.binary()).view(pa.string())
    out = BytesIO()
    pq.write_table(pa.table({"date": ["2019-11-05"], "place": ["Hyesan"], name: texts}), out)
    return out.getvalue()


def geopackage(cell: bytes) -> bytes:
    """A GeoPackage with one row, whose title is these bytes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.gpkg"
        made = sqlite3.connect(path)
        made.executescript(
            "pragma application_id = 1196444487; pragma user_version = 10300;"
            "create table gpkg_contents (table_name text, data_type text);"
            "create table gpkg_geometry_columns (table_name text, column_name text, srs_id int);"
            "insert into gpkg_contents values ('a', 'attributes');"
            "create table a (fid integer primary key, date text, place text, title text);"
        )
        made.execute("insert into a values (1, '2019-11-05', 'Hyesan', cast(? as text))", (cell,))
        made.commit()
        made.close()
        return path.read_bytes()


def packed(name: bytes) -> bytes:
    """A zip with one CSV, whose name is these bytes."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("QQ.csv", HEAD + ROW)
    return out.getvalue().replace(b"QQ", name)


def kml(sign: bytes) -> bytes:
    """KML whose one name holds these bytes."""
    start = b"<kml xmlns='http://www.opengis.net/kml/2.2'><Placemark><name>a"
    return start + sign + b"b</name></Placemark></kml>"


ESC = (HEAD + ROW).replace("X", "\x1b[31m\x01\x08").encode()
DAY = '"date": "2019-11-05", "place": "Hyesan"'

# The file, what its one title becomes (None: there is no row), and words that must be told.
FILES = {
    "damaged UTF-8": (HANGUL.replace(b"X", b"\xff"), f"{SAID} a\ufffdb", "damaged"),
    "half a pair in UTF-8": (
        HANGUL.replace(b"X", b"\xed\xa0\x80"), f"{SAID} a\ufffd\ufffd\ufffdb", "damaged"
    ),
    "bytes of the West": (PLAIN.replace(b"X", b"\xe9"), "aéb", "CP1252"),
    "half a pair in UTF-16": (
        (HEAD + ROW).encode("utf-16").replace(b"X\x00", b"\x00\xd8"), "a\ufffdb", "damaged"
    ),
    "controls": (ESC, "a\ufffd[31m\ufffd\ufffdb", "no text"),
    "NUL": (PLAIN.replace(b"X", b"\x00"), None, "NUL"),
    "NUL in a heading": (PLAIN.replace(b"title", b"title\x00"), "aXb", "no text"),
    "controls in a heading": (PLAIN.replace(b"title", b"title\x1b"), "aXb", "no text"),
    "an escaped half": (feature(rf'{{{DAY}, "title": "a\ud800b"}}'), "a\ufffdb", "no text"),
    "an escaped half deep down": (
        feature(rf'{{{DAY}, "title": {{"a": "\udfff"}}}}'), '{"a": "\ufffd"}', "no text"
    ),
    "an escaped half in a heading": (feature(rf'{{{DAY}, "title\ud800": "x"}}'), "x", "no text"),
    "an escaped half in a date": (feature(r'{"date": "2019\ud800"}'), None, "no text"),
    "an escaped half in a place": (
        feature(r'{"date": "2019-11-05", "place": "Hye\udc00san", "title": "x"}'), "x", "no text"
    ),
    "an escaped NUL": (feature(rf'{{{DAY}, "title": "a\u0000b"}}'), None, "NUL"),
    "a half in a cell": (
        book(["date", "place", "title"], ["2019-11-05", "Hyesan", "a_xD800_b"]), "a\ufffdb",
        "no text",
    ),
    "NUL in a cell": (
        book(["date", "place", "title"], ["2019-11-05", "Hyesan", "a_x0000_b"]), None, "NUL"
    ),
    "a half in a head cell": (
        book(["date", "place", "title_xD800_"], ["2019-11-05", "Hyesan", "x"]), "x", "no text"
    ),
    "a half above the table": (
        book(["x_xD800_y"], ["date", "place", "title"], ["2019-11-05", "Hyesan", "x"]), "x",
        "x\ufffdy",
    ),
    "Parquet that is no UTF-8": (parquet(b"a\xed\xa0\x80\xffb"), None, "damaged"),
    "NUL in Parquet": (parquet(b"a\x00b"), None, "NUL"),
    "NUL in a Parquet heading": (parquet(b"x", "title\x00"), "x", "no text"),
    "SQLite that is no UTF-8": (geopackage(b"a\xffb"), "a\ufffdb", "no text"),
    "NUL in SQLite": (geopackage(b"a\x00b"), None, "NUL"),
    "a packed name that is no text": (packed(b"\x01\x1b"), "aXb", "\ufffd\ufffd.csv"),
    "NUL in KML": (kml(b"&#0;"), None, "well-formed"),
    "half a pair in KML": (kml(b"&#xD800;"), None, "well-formed"),
    "no UTF-8 in KML": (kml(b"\xed\xa0\x80"), None, "well-formed"),
}  # fmt: skip
