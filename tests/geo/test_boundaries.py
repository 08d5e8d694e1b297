"""Shapes: complete, without gaps or overlaps, and points found in them."""

from __future__ import annotations

import math

import pytest
import shapely

from geo import boundaries
from geo.boundaries import (
    Located,
    PlaceDataFault,
    distance_m,
    interior_points,
    locate,
    read_districts,
    read_provinces,
)
from incidents.faults import in_words

UNITS = {
    "KP-01": 4, "KP-02": 21, "KP-03": 25, "KP-04": 18, "KP-05": 20, "KP-06": 18, "KP-07": 17,
    "KP-08": 20, "KP-09": 15, "KP-10": 12, "KP-13": 1, "KP-14": 6, "KP-15": 2,
}  # fmt: skip


def test_districts_are_complete_and_in_degrees():
    """179 units by province, columns as promised, EPSG:4326, ordered by id."""
    districts = read_districts()
    assert list(districts.columns) == ["id", "name", "hangul", "province", "geometry"]
    assert districts.crs.to_epsg() == 4326
    assert districts.groupby("province").size().to_dict() == UNITS
    assert districts["id"].is_monotonic_increasing and districts["id"].is_unique


def test_district_edges_match():
    """No gap, no overlap: the shapes are a valid coverage."""
    shapes = read_districts().geometry
    assert shapes.is_valid.all()
    assert shapely.coverage_is_valid(shapes.to_numpy())


def test_provinces_are_their_districts():
    """13 provinces, each covering what its districts cover."""
    provinces = read_provinces().set_index("province")
    dissolved = read_districts().dissolve("province")
    assert list(provinces.columns) == ["name", "hangul", "geometry"]
    assert provinces.loc["KP-04", "name"] == "Chagang"
    difference = provinces.geometry.symmetric_difference(dissolved.geometry, align=True)
    assert difference.to_crs(32652).area.max() < 10_000  # square metres


def test_what_a_caller_changes_is_only_his():
    """A frame handed out is a copy."""
    read_districts()["name"] = "changed"
    assert "changed" not in set(read_districts()["name"])


def test_interior_points_lie_inside():
    """One point (latitude, longitude) for each of 179 districts and 13 provinces."""
    points = interior_points()
    shapes = dict(zip(read_districts()["id"], read_districts().geometry, strict=True))
    assert len(points) == 192
    for identity, shape in shapes.items():
        lat, lon = points[identity]
        assert shape.contains(shapely.Point(lon, lat))


@pytest.mark.parametrize(
    ("lat", "lon", "identity"),
    [
        (39.02, 125.75, "KP-01-03"),
        (41.80, 129.75, "KP-09-01"),
        (38.05, 125.71, "KP-05-03"),
        (40.09, 124.42, "KP-03-16"),
    ],
)
def test_a_point_in_a_town_is_in_its_district(lat, lon, identity):
    """Pyongyang, Chongjin, Haeju and Sinuiju by their coordinates."""
    assert locate(lat, lon) == Located(identity, "polygon", 0.0)


def test_a_point_just_across_the_river_is_the_nearest_unit():
    """Changbai stands over the Yalu from Hyesan."""
    located = locate(41.42, 128.20)
    assert (located.id, located.how) == ("KP-10-01", "nearest")
    assert 100 < located.distance_m < 3000


@pytest.mark.parametrize(
    ("lat", "lon"),
    [
        (37.57, 126.98), (42.89, 129.50), (0, 0), (126.0, 39.0), (91, 126), (-91, 0), (39, 500),
        (math.nan, 126), (39, math.nan), (math.inf, math.inf),
    ],
)  # fmt: skip
def test_points_far_off_or_impossible_are_nowhere(lat, lon):
    """Seoul, Yanji, the open sea, swapped or unreal coordinates."""
    assert locate(lat, lon) == Located(None, None, None)


def test_three_kilometres_are_metres_on_the_ground():
    """Straight west of a coast the limit falls between 2.9 and 3.1 km."""
    west, _, _, _ = read_districts().total_bounds
    shape = read_districts().geometry.union_all()
    edge = shapely.Point(next(p for p in shape.convex_hull.exterior.coords if p[0] == west))
    degree_m = 111_320 * math.cos(math.radians(edge.y))
    assert locate(edge.y, edge.x - 2_900 / degree_m).how == "nearest"
    assert locate(edge.y, edge.x - 3_100 / degree_m).id is None


def test_a_point_on_a_shared_edge_belongs_to_the_lower_id():
    """The same point always gives the same unit."""
    shapes = read_districts().set_index("id").geometry
    shared = shapes["KP-10-01"].intersection(shapes["KP-10-10"])
    lon, lat = next(iter(shapely.get_coordinates(shared)))
    assert locate(lat, lon).id == "KP-10-01"


def test_distance_to_a_district():
    """Zero inside, metres outside, infinite for no place on Earth, an error for no district."""
    assert distance_m("KP-01-03", 39.02, 125.75) == 0
    assert 170_000 < distance_m("KP-01-03", 37.57, 126.98) < 180_000
    assert distance_m("KP-01-03", math.nan, 0) == math.inf
    with pytest.raises(KeyError):
        distance_m("KP-01-99", 39, 125)


def test_a_damaged_shape_file_is_said_with_its_way_out(tmp_path, monkeypatch):
    """File, rule and way out stand in the sentence."""
    (tmp_path / boundaries.ADM2_FILE).write_text("{", encoding="utf-8")
    monkeypatch.setattr(boundaries, "DATA", tmp_path)
    with pytest.raises(PlaceDataFault) as caught:
        boundaries._districts.__wrapped__()
    assert in_words(caught.value) == (
        "prk_adm2.geojson is not a GeoJSON file with id, name, hangul, iso_now (the reading "
        "program says DataSourceError); restore the file as it was published."
    )
