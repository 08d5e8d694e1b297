"""Where a row is put: names before points, the province before the district, doubt told."""

from __future__ import annotations

import pytest

from incidents.intake.places import draft_by_names, put_at
from incidents.intake.placing import Asked, Placed
from incidents.intake.points import Points
from incidents.intake.spelling import Names

IN_SAMSU = {"lat": "41.40", "lon": "128.18"}


def place(mapping: dict[str, str] | None = None, **cells: object) -> Placed:
    """The place a row with these cells gets."""
    lat, lon = str(cells.pop("lat", "")), str(cells.pop("lon", ""))
    asked = Asked(**cells)
    return put_at(draft_by_names(asked, Names(mapping)), asked, lat, lon, Points())


@pytest.mark.parametrize(
    ("cells", "province", "district"),
    [
        ({"province": "KP-10", "district": "KP-10-01"}, "KP-10", "Hyesan"),
        ({"province": "kp-10", "district": "Hyesan City"}, "KP-10", "Hyesan"),
        ({"province": "량강도", "district": "혜산시"}, "KP-10", "Hyesan"),
        ({"province": "양강도"}, "KP-10", ""),
        ({"district": "Hoeryong-si"}, "KP-09", "Hoeryong"),
        ({"province": "KP-10", "district": "Hyesan;Pochon"}, "KP-10", "Hyesan;Pochon"),
        ({"province": "Pyongyang", "district": "Sunan"}, "KP-01", "Sunan"),
        ({"place": "Hoeryong, North Hamgyong"}, "KP-09", "Hoeryong"),
        ({"place": "함경북도 회령시"}, "KP-09", "Hoeryong"),
        ({"province": "함경북도 회령시"}, "KP-09", "Hoeryong"),
        ({"province": "KP-02", "district": "Unsan"}, "KP-02", "Unsan"),
        ({"province": "Ryanggang", "place": "Hyesan"}, "KP-10", "Hyesan"),
        ({"province": "량강도", "place": "혜산시"}, "KP-10", "Hyesan"),
        (IN_SAMSU, "KP-10", "Samsu"),
        ({"province": "Nationwide"}, "", ""),
        ({}, "", ""),
    ],
)
def test_a_place_that_is_sure_has_no_fault(cells, province, district):
    """By code, by name in any script, by one cell of words, by point."""
    placed = place(**cells)
    assert (placed.province, placed.district) == (province, district)
    assert placed.faults == ()


@pytest.mark.parametrize(
    ("cells", "province", "field"),
    [
        ({"province": "KP01", "district": "Hyesan"}, "", "province"),
        ({"province": "KP.10"}, "", "province"),
        ({"province": "Atlantis", "district": "Hyesan"}, "", "province"),
        ({"province": "Hamgyong"}, "", "province"),
        ({"province": "KP-10", "district": "Hoeryong"}, "KP-10", "district"),
        ({"province": "KP-10", "district": "Nowhere"}, "KP-10", "district"),
        ({"district": "Unsan"}, "", "district"),
        ({"district": "Hyesan;Musan"}, "", "district"),
        ({"place": "Hyesan, Musan"}, "", "place"),
        ({"province": "KP-10", "place": "Hoeryong"}, "KP-10", "place"),
        ({"province": "KP-10", "place": "Songbong market"}, "KP-10", "place"),
        ({"province": "Gangwon-do", "country": "South Korea"}, "", "country"),
        ({"lat": "37.6", "lon": "127.0"}, "", "coordinates"),
        ({"lat": "128.2", "lon": "41.4"}, "", "coordinates"),
        ({"lat": "north", "lon": "41.4"}, "", "coordinates"),
    ],
)
def test_a_doubtful_place_is_coarser_and_told(cells, province, field):
    """Never a guess: the row stays at its province, or off the map."""
    placed = place(**cells)
    assert (placed.province, placed.district, placed.district_id) == (province, "", "")
    assert field in [fault.field for fault in placed.faults]


def test_a_name_wins_over_a_point_and_the_reader_is_told():
    """The point lies in Samsu, the row says Hoeryong."""
    placed = place(district="Hoeryong", **IN_SAMSU)
    assert placed.district_id == "KP-09-02"
    assert "lies in Samsu" in placed.faults[0].why


def test_a_point_within_3_km_agrees_with_the_name():
    """The published point of Hyesan falls 400 m outside its polygon."""
    placed = place(province="KP-10", district="Hyesan", lat="41.40167", lon="128.17778")
    assert placed.faults == ()


def test_an_ambiguous_name_with_a_point_in_one_of_its_places_is_sure():
    """Unsan in South Pyongan (은산군), by a point inside it."""
    from geo.boundaries import interior_points

    lat, lon = interior_points()["KP-02-20"]
    placed = place(district="Unsan", lat=str(lat), lon=str(lon))
    assert (placed.district_id, placed.faults) == ("KP-02-20", ())
    away = place(district="Unsan", **IN_SAMSU)
    assert (away.province, away.district_id) == ("", "")


def test_a_point_names_the_district_only_where_it_may():
    """A middle of a province must not become a district."""
    kept = place(province="KP-10", **IN_SAMSU)
    assert kept.district == ""
    assert "was not used" in kept.faults[0].why
    assert place(province="KP-10", refine=True, **IN_SAMSU).district == "Samsu"


def test_a_finer_place_than_the_source_vouches_for_is_left_out():
    """ACLED geo_precision 3, UCDP where_prec 4 and 6."""
    cells = {"province": "KP-10", "district": "Hyesan", "why_finest": "where_prec"}
    assert place(finest="province", **cells).district == ""
    assert place(finest="province", **cells).province == "KP-10"
    assert place(finest="country", **cells).province == ""


def test_sungho_stays_in_its_province_without_a_shape():
    """NK00346: drawn inside Pyongyang, but of North Hwanghae."""
    placed = place(province="KP-06", district="Sungho", verbatim=True)
    assert (placed.province, placed.district, placed.district_id) == ("KP-06", "Sungho", "")
    assert placed.faults == ()


def test_a_finer_place_becomes_the_locality():
    """What is left beside district and province is text, never a shape."""
    for words in ("함경북도 회령시 남양동", "Namyang-dong, Hoeryong City, North Hamgyong"):
        placed = place(place=words)
        assert placed.district == "Hoeryong"
        assert placed.locality in ("남양동", "Namyang-dong")


def test_the_readers_mapping_goes_first_and_stays_inside_the_province():
    """A bare code is accepted once the reader has said what it means."""
    mapping = {"KP01": "KP-08", "Hysn": "KP-10-01"}
    assert place(mapping, province="kp01").province == "KP-08"
    assert place(mapping, district="HYSN").district == "Hyesan"
    assert place(mapping, district="Hysn", province="KP-09").district == ""
