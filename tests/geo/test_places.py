"""Names to places: the rules of names, one by one."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo import gazetteer
from geo.fold import fold, is_hangul
from geo.places import Place, PlaceDataFault, districts, provinces, resolve
from incidents.faults import in_words

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("name", "identity"),
    [
        ("Hoeryong City", "KP-09-02"),
        ("회령시", "KP-09-02"),
        ("Hoeryŏng", "KP-09-02"),
        ("Ch’ŏngjin-si", "KP-09-01"),
        ("Cheongjin", "KP-09-01"),
        ("양강도", "KP-10"),
        ("나선", "KP-13"),
        ("영변", "KP-03-09"),
        ("용천군", "KP-03-13"),
        ("은율군", "KP-05-19"),
        ("沙里院市", "KP-06-09"),
        ("咸鏡北道", "KP-09"),
        ("Gishū-gun", "KP-03-22"),
        ("KP-10", "KP-10"),
        ("kp-10-01", "KP-10-01"),
        ("Chagang (Jagang)", "KP-04"),
        ("Changdo", "KP-07-02"),
        ("Chang-do", "KP-07-02"),
    ],
)
def test_a_name_in_any_script_or_system(name, identity):
    """Codes, Hangul of both states, Chinese characters and romanisations find one unit."""
    place = resolve(name)
    assert place.id == identity
    assert not place.candidates and not place.suggestions
    assert place.name == name


@pytest.mark.parametrize(
    "name",
    [
        "Hyesan, Ryanggang Province",
        "Hyesan City, Ryanggang",
        "Hyesan, Ryanggang, North Korea",
        "Hyesan (Ryanggang)",
        "Hyesan (혜산시), Ryanggang",
        "Hyesan in Ryanggang Province",
        "Hyesan of Yanggang",
        "Ryanggang Province, Hyesan City",
        "Ryanggang Province Hyesan City",
        "Ryanggang Hyesan",
        "Ryanggang’s Hyesan",
        "City of Hyesan",
        "the city of Hyesan in Yanggang-do",
        "량강도 혜산시",
        "양강도 혜산",
        "양강도혜산시",
        "북한 량강도 혜산시",
        "Hyesan, KP-10",
        "  Hyesan \n City ",
        "\u200eHyesan\u200f",
    ],
)
def test_a_name_may_carry_its_province(name):
    """In any usual order, with or without words between."""
    assert resolve(name).id == "KP-10-01"


@pytest.mark.parametrize(
    ("name", "candidates"),
    [
        ("Unsan", ("KP-02-20", "KP-03-24")),
        ("Unsan County", ("KP-02-20", "KP-03-24")),
        ("Unsan, Pyongan", ("KP-02-20", "KP-03-24")),
        ("Unjon", ("KP-03-23", "KP-05-18")),
        ("Unchon", ("KP-03-23", "KP-05-18")),
        ("Sunchun", ("KP-02-15", "KP-03-17")),
        ("Hamgyong", ("KP-08", "KP-09")),
        ("평안도", ("KP-02", "KP-03")),
        ("Hwanghae Province", ("KP-05", "KP-06")),
        ("Hwasong", ("KP-01-03", "KP-09-11")),
    ],
)
def test_an_ambiguous_name_gives_candidates(name, candidates):
    """Never a guess: no id, and all the units it may mean."""
    assert resolve(name) == Place(name, candidates=candidates)


@pytest.mark.parametrize(
    ("name", "province", "identity"),
    [
        ("Unsan", "KP-02", "KP-02-20"),
        ("Unsan", "KP-03", "KP-03-24"),
        ("Unsan", "North Pyongan Province", "KP-03-24"),
        ("Unsan, South Pyongan", None, "KP-02-20"),
        ("Unchon", "KP-05", "KP-05-18"),
        ("Ŭnsan-gun", None, "KP-02-20"),
        ("Eunsan", None, "KP-02-20"),
        ("은산", None, "KP-02-20"),
        ("운산", None, "KP-03-24"),
        ("Euncheon", None, "KP-05-18"),
        ("Unjeon", None, "KP-03-23"),
        ("Hwasong County", None, "KP-09-11"),
        ("Hwasong", "KP-09", "KP-09-11"),
    ],
)
def test_what_settles_an_ambiguous_name(name, province, identity):
    """A province, a mark, the vowel eo/eu, Hangul, or the rank of the unit."""
    assert resolve(name, province).id == identity


@pytest.mark.parametrize(
    ("name", "identity"),
    [
        ("Bocheon", "KP-10-08"),
        ("Pochon", "KP-10-08"),
        ("Pocheon", "KP-10-08"),
        ("Bochun", "KP-10-08"),
        ("포천군", "KP-03-10"),
    ],
)
def test_own_names_beat_aliases_that_fold_alike(name, identity):
    """Bocheon is Pochon in Ryanggang, though an alias of Pakchon folds alike."""
    assert resolve(name).id == identity


@pytest.mark.parametrize(
    ("name", "code", "district"),
    [
        ("Pyongyang", "KP-01", "KP-01-03"),
        ("Rason", "KP-13", "KP-13-01"),
        ("Rason City", "KP-13", "KP-13-01"),
        ("Rajin-Sonbong", "KP-13", "KP-13-01"),
        ("나선특별시", "KP-13", "KP-13-01"),
        ("Nampo City", "KP-14", "KP-14-03"),
        ("Namp'o", "KP-14", "KP-14-03"),
        ("Kaesŏng", "KP-15", "KP-15-02"),
        ("개성시", "KP-15", "KP-15-02"),
    ],
)
def test_a_place_of_both_ranks(name, code, district):
    """A bare name gives the ADM1 code, the district field or a province beside it the ADM2 id."""
    assert resolve(name).id == code
    assert resolve(name, kind="adm1").id == code
    assert resolve(name, kind="adm2").id == district
    assert resolve(name, province=code, kind="adm2").id == district
    assert resolve(name, province=code).id == district


@pytest.mark.parametrize(
    ("name", "identity", "label"),
    [
        ("Sunan", "KP-01-03", "Sunan (순안구역), counted in Pyongyang (평양시)"),
        ("Mangyongdae", "KP-01-03", "Mangyongdae (만경대구역), counted in Pyongyang (평양시)"),
        ("Sonkyo", "KP-01-03", "Songyo (선교구역), counted in Pyongyang (평양시)"),
        ("Rajin", "KP-13-01", "Najin (라진구역), counted in Rason (라선시)"),
        ("Waudo", "KP-14-03", "Waudo (와우도구역), counted in Nampo (남포시)"),
        ("Kaepung, Kaesong", "KP-15-02", "Kaepung (개풍군), counted in Kaesong (개성시)"),
        ("Hungnam", "KP-08-01", "Hungnam (흥남구역), counted in Hamhung (함흥시)"),
        ("Sunam District, Chongjin", "KP-09-01", "Sunam (수남구역), counted in Chongjin (청진시)"),
    ],
)
def test_a_covered_unit_gives_the_shape_and_says_so(name, identity, label):
    """The reader is told what the unit is counted in."""
    place = resolve(name)
    assert (place.id, place.kind, place.label) == (identity, "covered", label)


@pytest.mark.parametrize("name", ["Sunam", "Pohang", "Sinam, North Hamgyong", "Sapo", "신암"])
def test_a_kuyok_without_its_city_is_not_taken(name):
    """Pohang or Sinam alone may be many places; the city is offered at most."""
    assert resolve(name).id is None


@pytest.mark.parametrize(
    ("name", "identity"),
    [
        ("Sunam District", "KP-09-01"),
        ("포항구역", "KP-09-01"),
        ("청진시 수남구역", "KP-09-01"),
        ("청진시수남구역", "KP-09-01"),
        ("함경북도 청진시 수남구역", "KP-09-01"),
        ("Tonghungsan, Hamhung, South Hamgyong", "KP-08-01"),
    ],
)
def test_a_kuyok_with_its_city_or_rank_is_covered(name, identity):
    """With the city beside it, or called a district, it counts in the city's shape."""
    place = resolve(name)
    assert (place.id, place.kind) == (identity, "covered")


@pytest.mark.parametrize(
    ("name", "identity"),
    [
        ("Saebyol", "KP-09-08"),
        ("Saepyol", "KP-09-08"),
        ("새별군", "KP-09-08"),
        ("Undok", "KP-09-06"),
        ("Sinpha", "KP-10-05"),
        ("Huchang", "KP-10-04"),
        ("후창군", "KP-10-04"),
        ("Phungsan", "KP-10-03"),
        ("풍산", "KP-10-03"),
        ("Songjin", "KP-09-05"),
        ("Saebyol (Kyongwon) County", "KP-09-08"),
    ],
)
def test_earlier_names_find_the_unit(name, identity):
    """A rename is an alias."""
    assert resolve(name).id == identity


def test_a_name_in_another_province_is_not_taken():
    """The other unit is suggested and the label says where it lies."""
    place = resolve("Hyesan", province="KP-09")
    assert (place.id, place.kind, place.candidates) == (None, None, ())
    assert place.suggestions == ("KP-10-01",)
    assert place.label == "Hyesan (혜산시), Ryanggang; not in North Hamgyong (함경북도)"


def test_sungho_is_not_taken_in_north_hwanghae():
    """Its shape lies in another province; without one it is counted in Pyongyang."""
    place = resolve("Sungho", province="KP-06", kind="adm2")
    assert place.id is None
    assert place.suggestions == ("KP-01-03",)
    assert "counted in Pyongyang (평양시); not in North Hwanghae" in place.label
    assert resolve("Sungho, North Hwanghae").id is None
    assert resolve("Sungho").id == resolve("Sungho", "KP-01").id == "KP-01-03"


@pytest.mark.parametrize(
    ("name", "province"),
    [
        ("Nampo, South Pyongan", None),
        ("Hyesan, Chongjin", None),
        ("Hyesan, North Hamgyong", "KP-10"),
        ("Hyesan", "Atlantis"),
        ("Hyesan", "KP01"),
        ("Hyesan, China", None),
        ("KP-10-01", "KP-09"),
        ("Sunchon", "KP-03"),
        ("Yokjon-dong, Hoeryong", None),
    ],
)
def test_what_contradicts_itself_or_is_not_understood_is_not_taken(name, province):
    """A province that is wrong, unknown or contradicted is never ignored."""
    place = resolve(name, province)
    assert place.id is None
    assert place.suggestions


@pytest.mark.parametrize(
    "name",
    [
        "KP01", "KP 01", "kp10", "KP.10", "KP-11", "KP-10-99", "KP1", "10", "North", "Province",
        "City", "County", "-si", "시", "도", "Seoul", "Dandong", "Changbai", "Tumen", "Panmunjom",
        "Kangwon City", "Hyesan Province", "Kim Jong Un", "Kumgangsan", "Susong", "Cheongju",
        "Chungju City",
        "Chuncheon", "Pungin", "Namyang", "Hyesan/Musan", "Hyesan; Musan", "Chongjin-Hoeryong",
        "Hyesan 😀", "Хесан", "우", "창", "신", "U", "Sin", "none", "unknown", "N/A",
    ],
)  # fmt: skip
def test_what_is_no_unit_is_unknown(name):
    """A bare KP01, parts of names, places abroad, several places at once."""
    place = resolve(name)
    assert (place.id, place.kind, place.candidates) == (None, None, ())


def test_a_near_miss_only_suggests():
    """Fuzzy likeness is offered, best first, and keeps Hamgyong and Hamhung, Kaesong apart."""
    assert resolve("Hyesann").id == "KP-10-01"
    place = resolve("Hyesun")
    assert place.id is None and place.suggestions[0] == "KP-10-01"
    assert resolve("Hamgong").suggestions[:2] == ("KP-08", "KP-09")
    assert resolve("Hamhong").suggestions[0] == "KP-08-01"
    assert set(resolve("Kaesing").suggestions[:2]) == {"KP-15", "KP-15-02"}
    assert resolve("Kuseng").suggestions[0] == "KP-03-07"
    assert resolve("Hyesun", province="KP-10").suggestions[0] == "KP-10-01"
    assert resolve("혜선").suggestions[0] == "KP-10-01"


@pytest.mark.parametrize(
    "name",
    [
        "", " ", "\n", "\x00", "Hye\x00san", "\x1b[31mHyesan", "\ud800", "\ue000", "a" * 10_000,
        "시" * 10_000, "시" * 200, "도" * 200, "a b " * 50, "," * 200, "(" * 200, "a," * 100,
        "ŏ" * 200, "o\u0308" * 100, "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢", "😀" * 200, "\u202egnaynoyp", "' or 1=1 --",
        "<script>alert(1)</script>", "${7*7}", "{0}", "%s", "../../etc/passwd", "of of of in in",
        "'s 's 's", "City of City of City", ", North Korea", "북한", "북한 ", "KP-٠١",
    ],
)  # fmt: skip
def test_hostile_names_are_only_unknown(name):
    """Nothing raises, nothing resolves."""
    place = resolve(name)
    assert place.id is None and place.candidates == () and place.name == name


@given(st.text(max_size=250), st.none() | st.text(max_size=250))
def test_any_text_gives_a_sound_answer(name, province):
    """Whatever is asked: known ids, either an id or candidates or suggestions."""
    place = resolve(name, province)
    known = {*provinces(), *districts()}
    assert {place.id or "KP-10", *place.candidates, *place.suggestions} <= known
    assert sum(map(bool, (place.id, place.candidates, place.suggestions))) <= 1
    assert len(place.suggestions) <= 5 and len(place.candidates) != 1


def test_an_unknown_kind_is_an_error_that_names_the_alternatives():
    """A slip of the programmer, not of the reader."""
    with pytest.raises(ValueError, match="Unknown kind 'county' of place; use 'adm1', 'adm2'"):
        resolve("Hyesan", kind="county")


def test_asked_kinds_are_kept_apart():
    """A province is no answer to a district, nor the reverse."""
    assert resolve("Ryanggang", kind="adm2").id is None
    assert resolve("KP-10", kind="adm2").id is None
    assert resolve("Hyesan", kind="adm1").id is None
    assert resolve("Sunan", kind="adm2").kind == "covered"


def test_labels_and_names_of_all_units():
    """13 provinces and 179 districts, in both scripts; each finds itself by every own name."""
    assert (len(provinces()), len(districts())) == (13, 179)
    assert provinces()["KP-10"].label == "Ryanggang (량강도)"
    assert provinces()["KP-04"].label == "Chagang (자강도)"
    assert districts()["KP-10-01"].label == "Hyesan (혜산시)"
    for code, province in provinces().items():
        for name in (code, province.name, province.hangul, province.label):
            assert resolve(name, kind="adm1").id == code
    for identity, district in districts().items():
        for name in (district.name, district.label, district.hangul, *district.spellings):
            assert resolve(name, district.province, "adm2").id == identity
        assert resolve(f"{district.label}, {district.province}", kind="adm2").id == identity


def test_covers_are_pairs_of_scripts():
    """Pyongyang covers 18 units, Rason, Nampo and Kaesong two each."""
    counts = {d.id: len(d.covers) for d in districts().values() if d.covers}
    assert counts == {"KP-01-03": 18, "KP-13-01": 2, "KP-14-03": 2, "KP-15-02": 2}
    assert ("Mangyongdae", "만경대구역") in districts()["KP-01-03"].covers


def test_every_geonames_name_finds_its_polygon():
    """The 201 names and all their aliases, asked inside the polygon's province."""
    with (ROOT / "data" / "prk_adm2_names.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            for name in (row["name"], row["hangul"], *row["aliases"].split(";")):
                if name:
                    found = resolve(name, row["polygon_id"][:5], "adm2")
                    assert found.id == row["polygon_id"], name


def test_every_district_of_the_incidents_resolves_in_its_province():
    """All but Sungho in North Hwanghae."""
    with (ROOT / "data" / "incidents.csv").open(encoding="utf-8") as lines:
        pairs = {
            (name, row["province"])
            for row in csv.DictReader(lines)
            for name in row["district"].split(";")
            if name
        }
    unresolved = {pair for pair in pairs if resolve(*pair, kind="adm2").id is None}
    assert unresolved == {("Sungho", "KP-06")}
    assert len(pairs) == 60


def test_settlement_names_do_not_wander_off():
    """Of 1,297 settlement spellings those that resolve lie in their unit, but for a few."""
    shapes = json.loads((ROOT / "data" / "prk_settlements.geojson").read_text(encoding="utf-8"))
    wrong = set()
    for feature in shapes["features"]:
        properties = feature["properties"]
        for name in (properties["name"], properties["hangul"], *properties["latin"].split(";")):
            found = resolve(name or "", kind="adm2")
            if found.id not in (None, properties["adm2_id"]):
                wrong.add(name)
    assert {fold(name) for name in wrong if not is_hangul(name)} == {fold(n) for n in HOMONYMS}
    assert {name for name in wrong if is_hangul(name)} == {"라남", "명천"}


# Settlements that share the name of a unit elsewhere, or whose point lies across a border.
HOMONYMS = (
    "Sungho", "Pyongchon", "Pakchon", "Phungsan", "Pukchang", "Kosong", "Ranam", "Songwon",
    "Myongchon", "Kisshu", "Kosan", "Songjin", "Munchon", "Taedong", "Chongju",
)  # fmt: skip


def test_a_damaged_names_file_is_said_with_its_way_out(tmp_path, monkeypatch):
    """File, rule and way out stand in the sentence."""
    (tmp_path / gazetteer.ADM2_FILE).write_text('{"features": [', encoding="utf-8")
    monkeypatch.setattr(gazetteer, "DATA", tmp_path)
    with pytest.raises(PlaceDataFault) as caught:
        gazetteer.districts.__wrapped__()
    assert in_words(caught.value) == (
        "prk_adm2.geojson is not a GeoJSON file with features (it breaks the rules at line 1, "
        "column 15); restore the file as it was published."
    )
    with pytest.raises(PlaceDataFault, match="prk_adm1.geojson"):
        gazetteer.provinces.__wrapped__()
    with pytest.raises(PlaceDataFault, match="prk_adm2_names.csv"):
        gazetteer.geonames.__wrapped__()


def test_a_missing_property_is_named(tmp_path, monkeypatch):
    """The unit and the property it lacks."""
    text = '{"features": [{"properties": {"id": "KP-10-01", "name": "Hyesan"}}]}'
    (tmp_path / gazetteer.ADM2_FILE).write_text(text, encoding="utf-8")
    monkeypatch.setattr(gazetteer, "DATA", tmp_path)
    with pytest.raises(PlaceDataFault) as caught:
        gazetteer.districts.__wrapped__()
    assert in_words(caught.value).startswith(
        "prk_adm2.geojson: KP-10-01 has no property 'hangul'; restore"
    )


def test_names_resolve_without_the_heavy_libraries():
    """Importing and resolving loads neither geopandas nor, without a near miss, rapidfuzz."""
    code = (
        "import sys; from geo.places import resolve; resolve('Hyesan');"
        "print([m for m in ('geopandas', 'shapely', 'pandas', 'rapidfuzz') if m in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert ran.stdout.strip() == "[]", ran.stderr
