"""GeoJSON, KML, GeoPackage and Parquet that are deep, linked, false, endless or broken."""

from __future__ import annotations

import io
import json
import sqlite3
import struct

import pyarrow as pa
import pyarrow.parquet as pq
import pytest


def feature(properties: object, geometry: object = None) -> dict[str, object]:
    """One GeoJSON feature."""
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def collection(*features: object, **more: object) -> bytes:
    """A GeoJSON file."""
    return json.dumps({"type": "FeatureCollection", "features": features, **more}).encode()


ODD = [
    None, 5, "x", [], {}, {"type": "Point"}, {"type": "Point", "coordinates": []},
    {"type": "Point", "coordinates": [None, "x"]}, {"type": "Point", "coordinates": {"a": 1}},
    {"type": "Point", "coordinates": [1e308, -1e308]}, {"type": "Polygon", "coordinates": 3},
    {"type": "MultiPoint", "coordinates": [[128.2, 41.4]]}, {"type": "Point", "coordinates": "12"},
]  # fmt: skip


def test_geometries_of_every_odd_kind_keep_their_row(swallow):
    """What is no point gives no coordinates and loses no row."""
    report = swallow(collection(*(feature({"date": "2019-11-05"}, one) for one in ODD)))
    assert report.rows == len(ODD)
    assert report.refused == 0


def test_features_that_are_none_keep_their_row(swallow):
    """A number or null in the list of features is a row that is refused."""
    report = swallow(collection(None, 5, "x", {}, feature(None), feature({"date": "2019"})))
    assert (report.rows, report.refused) == (6, 5)


def test_values_of_every_kind_become_text(swallow):
    """Nested, huge, boolean, surrogate: text or empty."""
    nasty = {"date": "2019", "a": {"b": [1, {"c": 2}]}, "d": True, "e": 1e400, "f": "\ud800",
             "g": "\x00", "h": [1, 2], "i": 10**300}  # fmt: skip
    report = swallow(json.dumps(
        {"type": "FeatureCollection", "features": [feature(nasty)]}, allow_nan=True
    ).encode("utf-8", "surrogatepass"))  # fmt: skip
    assert report.rows == 1


@pytest.mark.parametrize(
    "data",
    [
        b'{"type":"FeatureCollection","features":' + b"[" * 100_000,
        b'{"a":' * 100_000 + b"1" + b"}" * 100_000,
        b'{"type":"FeatureCollection"}',
        b'{"type":"FeatureCollection","features":[]}',
        b'{"type":"FeatureCollection","features":[{"type":"Feature"',
        b'{"type":"Topology"}',
        b"[1,2,3]",
        b'{"type":"FeatureCollection","features":[{"properties":{"n":' + b"9" * 10_000 + b"}}]}",
    ],
)
def test_what_is_not_geojson_ends_in_a_sentence(swallow, data):
    """Deep, empty, cut off, or something else."""
    assert isinstance(swallow(data, "x.geojson"), str)


def test_ten_thousand_properties_are_too_many(swallow):
    """Columns are counted before rows are made."""
    many = feature({f"p{n}": n for n in range(10_000)})
    assert "columns; the limit is 300" in swallow(collection(many))


def test_coordinates_of_another_system_are_left_out(swallow):
    """Metres are not degrees."""
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::3857"}}
    point = {"type": "Point", "coordinates": [14270000, 5070000]}
    report = swallow(collection(feature({"date": "2019-11-05"}, point), crs=crs))
    assert set(report.incidents["province"]) == {""}
    assert any("WGS 84" in notice.sentence for notice in report.notices)


PLACEMARK = "<Placemark><name>x</name><TimeStamp><when>2019-11-05</when></TimeStamp>{}</Placemark>"
POINT = "<Point><coordinates>128.18,41.39,0</coordinates></Point>"


def kml(inside: str, before: str = "") -> bytes:
    """A KML file."""
    return f'<?xml version="1.0"?>{before}<kml><Document>{inside}</Document></kml>'.encode()


def test_network_links_are_not_followed(swallow):
    """The placemarks come in, and the reader is told."""
    link = "<NetworkLink><Link><href>http://evil.test/x.kml</href></Link></NetworkLink>"
    report = swallow(kml(link + PLACEMARK.format(POINT)))
    assert report.rows == 1
    assert any("links" in notice.sentence for notice in report.notices)


@pytest.mark.parametrize(
    "before",
    [
        '<!DOCTYPE kml [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE kml SYSTEM "http://evil.test/x.dtd">',
        '<!DOCTYPE kml [<!ENTITY a "' + "x" * 1_000 + '"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>',
    ],
)
def test_entities_in_kml_are_refused(swallow, before):
    """None of them is needed for a map."""
    assert "entities" in swallow(kml(PLACEMARK.format(POINT + "&b;"), before))


def test_kml_that_is_deep_broken_or_something_else(swallow):
    """A sentence each, or rows."""
    assert isinstance(swallow(b"<kml><Document>"), str)
    assert isinstance(swallow(b"<svg></svg>"), str)
    assert isinstance(swallow(kml("")), str)
    deep = "<Folder>" * 20_000 + PLACEMARK.format(POINT) + "</Folder>" * 20_000
    swallow(kml(deep))


def test_coordinates_that_are_none_lose_no_placemark(swallow):
    """Words, blanks and too many numbers give a row without a place."""
    odd = ("", "x", "1", "1,2,3,4,5 6,7", "nan,inf", "200,100")
    marks = "".join(
        PLACEMARK.format(f"<Point><coordinates>{one}</coordinates></Point>") for one in odd
    )
    report = swallow(kml(marks))
    assert (report.rows, report.refused) == (6, 0)


def package(*statements: str) -> bytes:
    """A GeoPackage made by statements."""
    connection = sqlite3.connect(":memory:")
    base = (
        "create table gpkg_contents (table_name text, data_type text)",
        "create table gpkg_geometry_columns (table_name text, column_name text, srs_id int)",
    )
    for statement in (*base, *statements):
        connection.execute(statement)
    connection.commit()
    data: bytes = connection.serialize()
    return data


ENDLESS = "with recursive n(x) as (select 1 union all select x + 1 from n) select x from n"


@pytest.mark.parametrize(
    "statements",
    [
        (),
        ("insert into gpkg_contents values ('rows', 'features')",),
        (f"create view rows as {ENDLESS}", "insert into gpkg_contents values ('rows', 'features')"),
        (
            "create table rows (date text, x blob)",
            "insert into rows values ('2019', zeroblob(40000000))",
            "insert into gpkg_contents values ('rows', 'features')",
        ),
    ],
)
def test_a_package_that_computes_or_lacks_its_layer(swallow, statements):
    """Views and missing tables are never run, giant blobs never read."""
    assert isinstance(swallow(package(*statements)), str)


def test_a_column_that_would_be_computed_is_left_out(swallow):
    """The rest of its row comes in."""
    report = swallow(package(
        "create table rows (date text, x as (hex(zeroblob(100000000))))",
        "insert into rows values ('2019')",
        "insert into gpkg_contents values ('rows', 'features')",
    ))  # fmt: skip
    assert report.table.header == ("date",)


def test_names_that_try_to_be_sql_are_names(swallow):
    """A layer and a column called like statements are read as they are called."""
    name = 'rows"; drop table gpkg_contents; --'
    quoted = name.replace('"', '""')
    report = swallow(package(
        f'create table "{quoted}" (date text, "x"" y" text)',
        f"""insert into "{quoted}" values ('2019-11-05', 'a')""",
        f"insert into gpkg_contents values ('{name}', 'attributes')",
    ))  # fmt: skip
    assert report.rows == 1
    assert report.table.header == ("date", 'x" y')


def test_a_damaged_package(swallow):
    """Cut off in the middle, and nothing but the first bytes."""
    data = package("create table rows (date text)")
    assert isinstance(swallow(data[:5_000]), str)
    assert isinstance(swallow(b"SQLite format 3\x00" + bytes(200)), str)


def test_binary_points_of_every_odd_kind(swallow):
    """What is no whole point gives a row without a place."""
    blobs = [b"", b"GP", b"GP" + bytes(40), struct.pack("<2sBBi", b"GP", 0, 1, 4326) + bytes(21),
             b"x" * 100, struct.pack("<2sBBi", b"GP", 0, 0xFF, 4326) + bytes(80)]  # fmt: skip
    connection = sqlite3.connect(":memory:")
    connection.deserialize(package(
        "create table rows (date text, geom blob)",
        "insert into gpkg_contents values ('rows', 'features')",
        "insert into gpkg_geometry_columns values ('rows', 'geom', 4326)",
    ))  # fmt: skip
    connection.executemany("insert into rows values ('2019', ?)", [(one,) for one in blobs])
    connection.commit()
    report = swallow(connection.serialize())
    assert (report.rows, report.refused) == (6, 0)


def parquet(**columns: object) -> bytes:
    """A Parquet file."""
    out = io.BytesIO()
    pq.write_table(pa.table(columns), out)
    return out.getvalue()


def test_a_dictionary_that_unfolds_to_gigabytes(swallow):
    """One text of a megabyte, said ten thousand times, takes a few kilobytes packed."""
    long = pa.DictionaryArray.from_arrays(pa.array([0] * 10_000, pa.int8()), ["x" * 1_000_000])
    data = parquet(date=["2019"] * 10_000, x=long)
    assert len(data) < 1_000_000
    assert isinstance(swallow(data), str)


def test_a_damaged_parquet_file(swallow):
    """Cut off, and altered in the middle."""
    data = parquet(date=["2019-11-05"] * 50)
    assert "damaged" in swallow(data[:60])
    assert "damaged" in swallow(b"PAR1" + bytes(100) + b"PAR1")
    for at in range(4, len(data) - 8, 7):
        swallow(data[:at] + b"\xff" + data[at + 1 :])


def test_columns_of_every_kind(swallow):
    """Lists, structs, times, bytes and decimals become text or empty."""
    stamp = pa.array([10**18, None], pa.timestamp("ns", "Asia/Seoul"))
    report = swallow(parquet(
        date=pa.array([18_000, None], pa.date32()), a=[[1, 2], None], b=[{"c": 1}, None],
        d=[b"\xff", None], e=stamp, f=[1.5, float("nan")], g=[True, None],
    ))  # fmt: skip
    assert (report.rows, report.refused) == (2, 1)
