"""GeoJSON and GeoPackage: points that say what they are, and every row in its place or in none."""

from __future__ import annotations

import io
import json
import sqlite3

import pyogrio
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import Point
from shapely.geometry import shape

from geo.boundaries import read_districts
from incidents.export import About, export
from incidents.export.columns import COLUMNS, clean
from incidents.export.spots import find_spot, read_provinces


def as_text(cell: object) -> str:
    """A cell as the CSV would show it."""
    return "" if cell is None else str(cell)


@pytest.fixture
def features(rows, about):
    """The six rows as GeoJSON features."""
    return json.loads(export(rows, "geojson", about))["features"]


@pytest.fixture
def package(rows, about, tmp_path):
    """The six rows as a GeoPackage file."""
    path = tmp_path / "rows.gpkg"
    path.write_bytes(export(rows, "gpkg", about))
    return path


def ask(path, question: str) -> list[tuple]:
    """The answer of the GeoPackage, which is an SQLite file, to a question."""
    with sqlite3.connect(path) as base:
        return base.execute(question).fetchall()


def test_geojson_reads_back_as_the_same_rows(features, truths):
    """Every cell comes back from the properties; unknown is null."""
    read = [{name: as_text(one["properties"][name]) for name in COLUMNS} for one in features]
    assert read == truths
    assert features[3]["properties"]["province"] is None
    assert [one["id"] for one in features][-1] == "mine-1"


def test_geojson_points_lie_inside_the_unit_named(features):
    """Longitude first: the Hyesan point is inside Hyesan, the province's inside the province."""
    districts = read_districts().set_index("id").geometry
    provinces = read_provinces().set_index("id").geometry
    assert features[0]["geometry"]["type"] == "Point"
    assert districts["KP-10-01"].contains(shape(features[0]["geometry"]))
    assert provinces["KP-09"].contains(shape(features[2]["geometry"]))
    assert 128 < features[0]["geometry"]["coordinates"][0] < 129


def test_geojson_says_what_its_points_mean(features):
    """No reader can take an interior point for the place of an incident."""
    assert [one["properties"]["geometry_means"] for one in features] == [
        "an interior point of the district, not the place of the incident",
        "an interior point of each district named, not the places of the incident",
        "an interior point of the province, not the place of the incident",
        None,
        "an interior point of the district, not the place of the incident",
        "an interior point of the province, not the place of the incident",
    ]


def test_geojson_has_one_point_for_each_district_and_none_for_the_country(features):
    """Two districts are two points of one feature; a nationwide report has no geometry."""
    assert features[1]["geometry"]["type"] == "MultiPoint"
    assert len(features[1]["geometry"]["coordinates"]) == 2
    assert features[3]["geometry"] is None


def test_geojson_keeps_rfc_7946(rows, about):
    """A collection without `crs`, with the manifest beside the features."""
    collection = json.loads(export(rows, "geojson", about))
    assert collection["type"] == "FeatureCollection"
    assert "crs" not in collection
    assert collection["about"]["rows"] == 6
    assert pyogrio.read_info(io.BytesIO(export(rows, "geojson", about)))["features"] == 6


@given(st.text(max_size=20))
def test_geojson_carries_any_text(make_rows, text):
    """Any text is the same text after JSON."""
    rows = make_rows([{"id": "NK1", "note": text}])
    (feature,) = json.loads(export(rows, "geojson", About(row_count=1)))["features"]
    assert as_text(feature["properties"]["note"]) == clean(text)


def test_geopackage_reads_back_as_the_same_rows(package, truths):
    """Every cell comes back from the layer `incidents`, in order."""
    lines = ask(package, f"SELECT {', '.join(COLUMNS)} FROM incidents ORDER BY fid")  # noqa: S608
    read = [dict(zip(COLUMNS, map(as_text, line), strict=True)) for line in lines]
    for line in read:
        line["bribe_amount"] = line["bribe_amount"].removesuffix(".0")
    assert read == truths


def test_geopackage_layers_and_types(package):
    """Four layers; dates are dates, counts are integers, shapes are EPSG:4326."""
    assert [tuple(one) for one in pyogrio.list_layers(package)] == [
        ("incidents", "MultiPoint"),
        ("districts", "MultiPolygon"),
        ("provinces", "MultiPolygon"),
        ("about", None),
    ]
    info = pyogrio.read_info(package, layer="incidents")
    kinds = dict(zip(info["fields"], info["ogr_types"], strict=True))
    assert (kinds["date_start"], kinds["people_killed"]) == ("OFTDate", "OFTInteger64")
    assert info["crs"] == "EPSG:4326"
    assert ("rows", "6") in ask(package, "SELECT key, value FROM about")


def test_geopackage_counts_by_district_and_province(package):
    """By hand: Hyesan 2, Pochon 1, Hoeryong 1; North Hamgyong has 2 with no district."""
    districts = ask(package, "SELECT id, reports FROM districts WHERE reports IS NOT NULL")
    assert sorted(districts) == [("KP-09-02", 1), ("KP-10-01", 2), ("KP-10-08", 1)]
    provinces = ask(package, "SELECT id, reports_province_only FROM provinces")
    assert [one for one in provinces if one[1] is not None] == [("KP-09", 2)]
    assert ask(package, "SELECT count(*) FROM districts") == [(179,)]


def test_geopackage_points_are_those_of_geojson(package, features):
    """The same points in both formats."""
    layer = pyogrio.read_dataframe(package, layer="incidents")
    assert layer.geometry[3] is None
    (point,) = layer.geometry[0].geoms
    assert point == Point(features[0]["geometry"]["coordinates"])


@settings(max_examples=10)
@given(st.lists(st.text(max_size=12), min_size=1, max_size=20))
def test_geopackage_carries_any_text(tmp_path_factory, make_rows, texts):
    """Any texts are the same texts in the layer."""
    rows = make_rows([{"id": "NK1", "note": text} for text in texts])
    path = tmp_path_factory.mktemp("any") / "rows.gpkg"
    path.write_bytes(export(rows, "gpkg", About(row_count=len(texts))))
    read = ask(path, "SELECT note FROM incidents ORDER BY fid")
    assert [as_text(note) for (note,) in read] == [clean(text) for text in texts]


def test_geopackage_of_equal_rows_is_equal(rows, about):
    """The package holds no time of its making."""
    assert export(rows, "gpkg", about) == export(rows, "gpkg", about)


def test_no_rows(no_rows, tmp_path):
    """Without rows: no features, and layers with every column."""
    assert json.loads(export(no_rows, "geojson", About()))["features"] == []
    path = tmp_path / "none.gpkg"
    path.write_bytes(export(no_rows, "gpkg", About()))
    info = pyogrio.read_info(path, layer="incidents")
    assert (info["features"], len(info["fields"])) == (0, 38)


def test_a_district_named_twice_is_one_point(truths):
    """A repeated id does not double the point, and an unknown one has none."""
    record = {**truths[0], "district_id": "KP-10-01;KP-10-01;KP-99-99"}
    assert len(find_spot(record).points) == 1
