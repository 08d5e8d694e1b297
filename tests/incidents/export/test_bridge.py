"""ACLED- and UCDP-shaped CSV: the codes of the field and no coordinates nobody knows."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest

from incidents.export import About, export
from incidents.export.acled import ACLED_COLUMNS, middle_day
from incidents.export.ucdp import UCDP_COLUMNS


def read(content: bytes) -> list[dict[str, str]]:
    """The lines of a CSV by column."""
    return list(csv.DictReader(io.StringIO(content.decode("utf-8"), newline="")))


@pytest.fixture
def acled(rows):
    """The six rows as ACLED-shaped lines."""
    return read(written(rows, "acled"))


@pytest.fixture
def ucdp(rows):
    """The six rows as UCDP-shaped lines."""
    return read(written(rows, "ucdp"))


def written(rows, format: str) -> bytes:
    """The rows in a format."""
    return export(rows, format, About(row_count=len(rows)))


def column(lines, name: str) -> list[str]:
    """One column of all lines."""
    return [one[name] for one in lines]


IDS = ["NK00001", "NK00002", "NK00003", "NK00004", "NK00005", "mine-1"]


def test_acled_has_its_columns_and_all_rows_in_order(acled):
    """The 31 columns of an ACLED download, one line for each incident."""
    assert list(acled[0]) == list(ACLED_COLUMNS)
    assert len(ACLED_COLUMNS) == 31
    assert column(acled, "event_id_cnty") == IDS


def test_acled_precisions(acled):
    """Day 1, week 2, month and coarser 3; locality 1, district 2, province and country 3."""
    assert column(acled, "time_precision") == ["3", "2", "3", "3", "1", "3"]
    assert column(acled, "geo_precision") == ["1", "2", "3", "3", "2", "2"]


def test_acled_date_is_the_middle_of_the_interval(acled):
    """A week's event_date is its fourth day, so that seven days around it are the week."""
    assert column(acled, "event_date") == [
        "2019-11-07", "2020-01-09", "2020-02-15", "2020-04-15", "2020-08-25", "2021-07-02",
    ]  # fmt: skip
    assert middle_day(date(2020, 1, 6), date(2020, 1, 12)) == date(2020, 1, 9)
    assert middle_day(None, None) is None


def test_acled_deaths_are_empty_where_not_stated(acled):
    """Zero killed is 0, unsaid is empty: not every report counts the dead."""
    assert column(acled, "fatalities") == ["", "", "0", "", "1", ""]


def test_acled_places(acled):
    """Names in Latin letters; a point only where the precision code makes no more of it."""
    assert column(acled, "admin1")[:3] == ["Ryanggang", "Ryanggang", "North Hamgyong"]
    assert column(acled, "admin2")[1] == "Hyesan;Pochon"
    assert column(acled, "location") == [
        "Songhu-dong", "Hyesan;Pochon", "North Hamgyong", "North Korea", "Hoeryong", "Sungho",
    ]  # fmt: skip
    assert [bool(one) for one in column(acled, "latitude")] == [
        False, False, True, False, True, True,
    ]  # fmt: skip
    assert 42 < float(acled[4]["latitude"]) < 43


def test_acled_kinds_and_our_codes_in_tags(acled):
    """What has a place in ACLED's types gets it; our own code stands in tags."""
    assert acled[4]["event_type"] == "Violence against civilians"
    assert acled[2]["sub_event_type"] == "Arrests"
    assert acled[0]["actor1"] == "Police (MPS); State security (MSS)"
    assert acled[0]["tags"].startswith("edtf=2019-11-01/2019-11-13; date_precision=month; ")
    assert "event_type=bribe_extortion" in acled[0]["tags"]


def test_ucdp_has_its_columns_and_all_rows_in_order(ucdp):
    """The columns of a UCDP GED download, one line for each incident."""
    assert list(ucdp[0]) == list(UCDP_COLUMNS)
    assert len(UCDP_COLUMNS) == 49
    assert column(ucdp, "id") == IDS


def test_ucdp_precisions(ucdp):
    """Day 1, week 3, month 4, season and year 5; locality 1, district 3, province 4, country 6."""
    assert column(ucdp, "date_prec") == ["4", "3", "4", "5", "1", "5"]
    assert column(ucdp, "where_prec") == ["1", "3", "4", "6", "3", "3"]


def test_ucdp_a_few_exact_days_are_two(rows):
    """Days known exactly that are more than one have a code of their own."""
    exact = rows.assign(date_precision="day")
    assert column(read(written(exact, "ucdp")), "date_prec") == ["2", "2", "2", "2", "1", "2"]


def test_ucdp_keeps_the_interval(ucdp, truths):
    """Both ends of every interval, as ISO days."""
    assert column(ucdp, "date_start") == [one["date_start"] for one in truths]
    assert column(ucdp, "date_end") == [one["date_end"] for one in truths]


def test_ucdp_deaths_sources_and_points(ucdp):
    """Deaths only if stated, pages counted, a point with a sentence on what it is."""
    assert column(ucdp, "best") == ["", "", "0", "", "1", ""]
    assert column(ucdp, "type_of_violence") == ["", "", "", "", "3", ""]
    assert column(ucdp, "number_of_sources") == ["1", "1", "1", "", "3", "1"]
    assert ucdp[4]["geom_wkt"].startswith("POINT (129.")
    assert "not the place of the incident" in ucdp[4]["where_description"]
    assert ucdp[0]["geom_wkt"] == ""


def test_no_rows(no_rows):
    """Without rows there is a header."""
    assert written(no_rows, "acled").decode() == ",".join(ACLED_COLUMNS) + "\r\n"
    assert written(no_rows, "ucdp").decode() == ",".join(UCDP_COLUMNS) + "\r\n"
