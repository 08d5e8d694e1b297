"""The published data: one test for each rule and file, against the files as they lie in data/."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from geo.places import resolve
from incidents.changes import read_changes
from incidents.dataset import DATA, count_rows, data_as_of, dataset_version, read_sidecars
from incidents.record import (
    AGENCIES,
    COLUMNS,
    DATE_PRECISIONS,
    EVENT_TYPES,
    PLACE_PRECISIONS,
    REPORTED_ON_BASES,
    YEAR_BASES,
)

SIDECARS = read_sidecars()
UNITS = {  # ISO 3166-2:KP code -> counties, cities and districts
    "KP-01": 4,
    "KP-02": 21,
    "KP-03": 25,
    "KP-04": 18,
    "KP-05": 20,
    "KP-06": 18,
    "KP-07": 17,
    "KP-08": 20,
    "KP-09": 15,
    "KP-10": 12,
    "KP-13": 1,
    "KP-14": 6,
    "KP-15": 2,
}
LICENCES = {"CC-BY-4.0", "CC-BY-3.0-IGO", "LicenseRef-facts", "LicenseRef-public-domain"}
LUNAR = ("seollal", "jongwol_taeborum", "chusok")
TABLES = sorted(path.name for path in DATA.glob("*.csv"))
LINKED = ("agencies", "campaigns", "fx", "fx_official", "lunar_dates", "occasions", "runups")
every_file = pytest.mark.parametrize("name", sorted(SIDECARS))


@cache
def rows(stem: str) -> list[dict[str, str]]:
    """The rows of a CSV file, every cell as text."""
    with (DATA / f"{stem}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, strict=True))


@cache
def features(stem: str) -> list[dict]:
    """The features of a GeoJSON file."""
    return json.loads((DATA / f"{stem}.geojson").read_text(encoding="utf-8"))["features"]


def split(cell: str) -> list[str]:
    """The parts of a cell that holds several."""
    return cell.split(";") if cell else []


def test_every_data_file_has_a_sidecar_and_every_sidecar_a_file():
    """Nothing in the folder is undescribed, nothing described is missing."""
    files = {path.name for path in DATA.iterdir() if path.suffix in {".csv", ".geojson"}}
    assert files == set(SIDECARS)


def test_the_sidecars_are_those_listed():
    """Whoever changes a sidecar lists it anew: python -m incidents.dataset."""
    lines = (DATA / "SIDECARS.sha256").read_text("utf-8").splitlines()
    found = [
        f"{sha256(path.read_bytes()).hexdigest()}  {path.name}"
        for path in sorted(DATA.glob("*.source.yaml"))
    ]
    assert lines == found


@every_file
def test_a_file_is_the_one_described(name):
    """The bytes are those the sidecar was written for."""
    assert sha256((DATA / name).read_bytes()).hexdigest() == SIDECARS[name].sha256


@every_file
def test_a_file_has_a_likely_number_of_rows(name):
    """The count lies in the band of the sidecar."""
    assert SIDECARS[name].rows_min <= count_rows(DATA / name) <= SIDECARS[name].rows_max


@every_file
def test_a_file_has_a_licence_and_a_credit_line(name):
    """The licence is one of those used here, in code and in words."""
    assert set(SIDECARS[name].licence.split(" AND ")) <= LICENCES
    assert SIDECARS[name].licence_text
    assert SIDECARS[name].credit


@every_file
def test_columns_described_are_columns_of_the_file(name):
    """Where a sidecar describes columns it describes all of them, in order."""
    stem, suffix = name.rsplit(".", 1)
    found = list(rows(stem)[0] if suffix == "csv" else features(stem)[0]["properties"])
    described = [column for column, _ in SIDECARS[name].columns]
    assert described in ([], found)
    assert SIDECARS[name].source_column in ("", *found)


@every_file
def test_no_address_of_a_person_stands_in_a_file(name):
    """Neither an e-mail address nor a telephone number."""
    text = re.sub(r"https?://[^\s,;\"]+", "", (DATA / name).read_text(encoding="utf-8"))
    assert re.findall(r"[\w.+-]+@[\w-]+\.\w{2,}", text) == []
    assert re.findall(r"(?<![\d.])\+?\d{2,3}[-. ]\d{3,4}[-. ]\d{4}(?![\d.])", text) == []


@pytest.mark.parametrize("name", TABLES)
def test_a_table_has_a_cell_for_every_column(name):
    """No row is longer or shorter than the header."""
    with (DATA / name).open(encoding="utf-8", newline="") as lines:
        widths = {len(line) for line in csv.reader(lines, strict=True)}
    assert len(widths) == 1


@pytest.mark.parametrize("stem", LINKED)
def test_every_compiled_row_names_its_source(stem):
    """source_url is a web address."""
    wrong = [row for row in rows(stem) if not is_address(row["source_url"])]
    assert wrong == []


@pytest.mark.parametrize("stem", ["agencies", "campaigns", "incidents", "occasions"])
def test_ids_are_unique(stem):
    """No id stands twice."""
    ids = [row["id"] for row in rows(stem)]
    assert len(set(ids)) == len(ids)


def is_address(text: str) -> bool:
    """Whether a text is a web address with a host."""
    parts = urlsplit(text)
    return parts.scheme in {"http", "https"} and bool(parts.hostname)


def test_incidents_have_the_columns_of_the_data_dictionary():
    """The same columns in the same order."""
    assert list(rows("incidents")[0]) == list(COLUMNS)


def test_ids_of_incidents_are_ordered():
    """NK and five digits, rising."""
    ids = [row["id"] for row in rows("incidents")]
    assert ids == sorted(ids)
    assert [one for one in ids if not re.fullmatch(r"NK\d{5}", one)] == []


def test_the_list_of_changes_ends_with_the_version_that_lies_here():
    """Whoever changes the incidents writes down what and why, and then the new version."""
    last = read_changes(DATA)[-1]
    assert (last.what, last.id) == ("published", dataset_version())


def test_a_record_that_is_gone_is_gone_and_any_other_in_the_list_is_there():
    """Tombstones and rows never share an id; what took a place exists."""
    ids = {row["id"] for row in rows("incidents")}
    named = [change for change in read_changes(DATA) if change.what != "published"]
    gone = {change.id for change in named if change.is_end}
    assert gone & ids == set()
    assert {change.id for change in named} - gone <= ids
    assert {change.into for change in named if change.into} <= ids | gone


@pytest.mark.parametrize(
    ("column", "vocabulary", "may_be_empty"),
    [
        ("event_type", EVENT_TYPES, False),
        ("agency", AGENCIES, True),
        ("date_precision", DATE_PRECISIONS, False),
        ("place_precision", PLACE_PRECISIONS, False),
        ("year_basis", YEAR_BASES, False),
        ("reported_on_basis", REPORTED_ON_BASES, True),
        ("province", UNITS, True),
        ("bribe_currency", {"CNY", "KPW", "USD"}, True),
    ],
)
def test_incidents_use_the_vocabulary(column, vocabulary, may_be_empty):
    """Every part of the cell is a known code."""
    cells = [row[column] for row in rows("incidents")]
    assert {part for cell in cells for part in split(cell)} <= set(vocabulary)
    assert may_be_empty or "" not in cells


def test_every_interval_of_an_incident_is_valid():
    """Both days exist, the first is not after the last, and a day is one day."""
    for row in rows("incidents"):
        first, last = date.fromisoformat(row["date_start"]), date.fromisoformat(row["date_end"])
        assert first <= last, row["id"]
        assert (row["date_precision"] == "day") <= (first == last), row["id"]


def test_a_report_follows_its_incident():
    """No report is older than the first day, but for NK00391, which was announced beforehand."""
    known = [row for row in rows("incidents") if row["reported_on"]]
    assert [r["id"] for r in known if r["reported_on"] < r["date_start"]] == ["NK00391"]
    assert [
        r["id"] for r in rows("incidents") if bool(r["reported_on"]) != bool(r["reported_on_basis"])
    ] == []


def test_the_day_of_the_data_is_the_last_one_known():
    """Data as of is the latest day in the incidents."""
    days = {row[key] for row in rows("incidents") for key in ("date_end", "reported_on")}
    assert data_as_of() == date(2026, 1, 22) == date.fromisoformat(max(days))


def test_every_district_resolves_inside_its_province():
    """By its own name or as a covered unit; only Sungho (NK00346) lies in another's shape."""
    outside = []
    for row in rows("incidents"):
        for name in split(row["district"]):
            place = resolve(name, province=row["province"], kind="adm2")
            if place.id is None or not place.id.startswith(row["province"]):
                outside.append((row["id"], name))
    assert outside == [("NK00346", "Sungho")]


def test_the_precision_of_a_place_is_what_is_known_of_it():
    """A locality has its text, a district its name, a province no district, a country neither."""
    for row in rows("incidents"):
        precision = row["place_precision"]
        assert bool(row["province"]) == (precision != "country"), row["id"]
        assert precision != "locality" or row["locality"], row["id"]
        assert precision != "district" or row["district"], row["id"]
        assert precision not in {"province", "country"} or not row["district"], row["id"]


def test_occasions_of_incidents_exist():
    """A tied row names an occasion or a campaign."""
    known = {row["id"] for stem in ("occasions", "campaigns") for row in rows(stem)}
    assert {row["occasion_id"] for row in rows("incidents")} <= known | {""}


def test_no_id_is_both_an_occasion_and_a_campaign():
    """One period, one id."""
    occasions, campaigns = ({row["id"] for row in rows(s)} for s in ("occasions", "campaigns"))
    assert occasions & campaigns == set()


def test_links_of_incidents_are_web_addresses():
    """The page and all further pages."""
    links = [
        link
        for row in rows("incidents")
        for link in [row["source_url"], *split(row["other_source_urls"])]
    ]
    assert [link for link in links if not is_address(link)] == []


@pytest.mark.parametrize("column", ["people_affected", "people_detained", "people_killed"])
def test_people_are_whole_numbers(column):
    """Or unknown."""
    assert [r["id"] for r in rows("incidents") if not re.fullmatch(r"\d*", r[column])] == []


def test_a_sum_has_a_currency():
    """An amount and its currency stand together."""
    for row in rows("incidents"):
        assert bool(row["bribe_amount"]) == bool(row["bribe_currency"]), row["id"]
        assert re.fullmatch(r"(\d+(\.\d+)?)?", row["bribe_amount"]), row["id"]


@pytest.mark.parametrize("key", ["weak_years", "contested"])
def test_doubtful_ids_of_the_sidecar_exist(key):
    """The Sources page links to them."""
    ids = {row["id"] for row in rows("incidents")}
    doubtful = getattr(SIDECARS["incidents.csv"], key)
    assert doubtful
    assert set(doubtful) <= ids


def test_the_numbers_in_the_sidecar_are_those_of_the_data():
    """What the reader is told of outlets, sources and gaps is counted here."""
    incidents = rows("incidents")
    outlets = Counter(row["outlet"] for row in incidents)
    asked = Counter(row["source_count"] for row in incidents)
    assert [outlets[o] for o in ("Daily NK", "Radio Free Asia", "Good Friends", "Asiapress")] == [
        273,
        105,
        39,
        36,
    ]
    assert (asked["1"], asked["2"] + asked["3"], asked[""]) == (232, 89, 176)
    assert (len(incidents), len({row["source_url"] for row in incidents})) == (497, 411)
    empty = Counter(k for row in incidents for k, cell in row.items() if not cell)
    gaps = ("reported_on", "agency", "province")
    assert [empty[key] for key in gaps] == [131, 102, 21]
    assert 497 - empty["via"] == 180
    assert 497 - empty["occasion_id"] == 169
    assert 497 - empty["bribe_amount"] == 25
    assert sum(";" in row["district"] for row in incidents) == 15


@pytest.mark.parametrize("row", rows("campaigns"), ids=lambda row: row["id"])
def test_a_campaign_is_an_interval_with_a_scope(row):
    """It starts not after it ends, nationally or in provinces."""
    start = date.fromisoformat(row["start"])
    assert start <= (date.fromisoformat(row["end"]) if row["end"] else start)
    assert row["scope"] == "national" or set(split(row["scope"])) <= set(UNITS)


@pytest.mark.parametrize("row", rows("occasions"), ids=lambda row: row["id"])
def test_an_occasion_has_a_day_or_is_lunar(row):
    """Month and day exist in every year; only the three lunar feasts have none."""
    if row["id"] in LUNAR:
        assert (row["month"], row["day"]) == ("", "")
    else:
        assert date(2001, int(row["month"]), int(row["day"]))
    years = [int(row[key]) for key in ("first_year", "last_year") if row[key]]
    assert years == sorted(years)
    assert re.fullmatch(r"\d*", row["typical_runup_days"])


@pytest.mark.parametrize("occasion", LUNAR)
def test_a_lunar_feast_has_a_day_in_every_year(occasion):
    """2004 to 2027, each day in its own year."""
    days = [
        (row["year"], row["date"]) for row in rows("lunar_dates") if row["occasion_id"] == occasion
    ]
    assert [int(year) for year, _ in days] == list(range(2004, 2028))
    assert [day for year, day in days if date.fromisoformat(day).year != int(year)] == []


def test_ten_lunar_dates_are_marked_as_checked():
    """The sidecar says ten."""
    marked = [row for row in rows("lunar_dates") if row["checked_against_published"] == "yes"]
    assert len(marked) == 10


@pytest.mark.parametrize("index", range(len(rows("runups"))))
def test_a_run_up_agrees_with_itself(index):
    """Its occasion or campaign exists, its days add up, its year is the occasion's."""
    row = rows("runups")[index]
    known = {one["id"] for stem in ("occasions", "campaigns") for one in rows(stem)}
    assert {row["occasion_id"], row["campaign_id"]} <= known | {""}
    day, start = date.fromisoformat(row["occasion_date"]), date.fromisoformat(row["start"])
    assert (day - start).days == int(row["days_before"])
    assert day.year == int(row["year"])
    assert row["scope"] == "national" or set(split(row["scope"])) <= set(UNITS)
    if row["end"]:
        assert (date.fromisoformat(row["end"]) - day).days == int(row["days_after"])


def test_market_rates_are_positive_and_dated():
    """Won per yuan or dollar, on a real day."""
    for row in rows("fx"):
        assert date.fromisoformat(row["date"])
        assert float(row["rate"]) > 0
        assert row["pair"] in {"CNY/KPW", "USD/KPW"}


def test_official_rates_cover_every_year():
    """Three pairs a year, 2005 to 2025, none twice."""
    pairs = {(int(row["year"]), row["pair"]) for row in rows("fx_official")}
    expected = {(y, p) for y in range(2005, 2026) for p in ("USD/KRW", "CNY/KRW", "USD/CNY")}
    assert pairs == expected
    assert len(rows("fx_official")) == 63
    assert all(float(row["rate_avg"]) > 0 for row in rows("fx_official"))


def test_every_province_has_its_districts():
    """4, 21, 25, 18, 20, 18, 17, 20, 15, 12, 1, 6 and 2, in all 179."""
    districts = [feature["properties"] for feature in features("prk_adm2")]
    assert Counter(unit["iso_now"] for unit in districts) == UNITS
    assert len({unit["id"] for unit in districts}) == 179
    assert all(unit["id"].startswith(unit["iso_now"]) for unit in districts)
    assert round(sum(unit["area_km2"] for unit in districts)) == 122_489


def test_provinces_count_their_districts():
    """The thirteen provinces state the same numbers."""
    provinces = [feature["properties"] for feature in features("prk_adm1")]
    assert {one["iso"]: one["units"] for one in provinces} == UNITS


def test_every_name_lies_in_a_district():
    """201 names, each in one of the 179 shapes."""
    ids = {feature["properties"]["id"] for feature in features("prk_adm2")}
    assert {row["polygon_id"] for row in rows("prk_adm2_names")} == ids


@pytest.mark.parametrize("path", sorted(DATA.glob("*.geojson")), ids=lambda path: path.name)
def test_shapes_lie_in_the_region(path: Path):
    """Longitude before latitude, in degrees, around the Korean peninsula."""
    text = json.dumps([feature["geometry"]["coordinates"] for feature in features(path.stem)])
    numbers = [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?", text)]
    assert 109 < min(numbers[::2]) <= max(numbers[::2]) < 147
    assert 29 < min(numbers[1::2]) <= max(numbers[1::2]) < 51
