"""Files in ACLED's and UCDP's columns, Korean sheets, workbooks with real dates."""

from __future__ import annotations

import csv
import io
from datetime import datetime

import pytest
import xlsxwriter

from incidents.intake import check, recognize

ACLED = {
    "event_id_cnty": "PRK12", "event_date": "13 November 2019", "year": "2019",
    "time_precision": "1", "event_type": "Strategic developments", "sub_event_type": "Arrests",
    "actor1": "Police Forces of North Korea (2011-)", "actor2": "Hong Gil-dong",
    "country": "North Korea", "admin1": "Ryanggang", "admin2": "Hyesan", "location": "Hyemyong",
    "latitude": "41.40", "longitude": "128.18", "geo_precision": "1", "source": "Daily NK",
    "notes": "Police arrested traders.", "fatalities": "0",
}  # fmt: skip
UCDP = {
    "id": "345", "relid": "PRK-2019-1", "year": "2019", "type_of_violence": "3",
    "side_a": "Government of North Korea", "side_b": "Civilians", "source_office": "Daily NK",
    "source_date": "2019-11-20;2019-11-19", "source_headline": "Shots", "where_prec": "3",
    "where_coordinates": "Hyesan city", "adm_1": "Ryanggang province", "adm_2": "Hyesan city",
    "latitude": "41.40", "longitude": "128.18", "country": "North Korea", "date_prec": "2",
    "date_start": "2019-11-13 00:00:00.000", "date_end": "2019-11-15 00:00:00.000", "best": "2",
}  # fmt: skip


def table(base: dict[str, str], *changes: dict[str, str]) -> bytes:
    """A CSV with one line per set of changes to a row."""
    out = io.StringIO()
    writer = csv.DictWriter(out, base)
    writer.writeheader()
    writer.writerows({**base, **change} for change in changes)
    return out.getvalue().encode()


def first(base: dict[str, str], **change: str):
    """The only row of a file, as it came in, and the report."""
    report = check(table(base, change))
    return report.incidents.iloc[0], report


def days(row) -> tuple[str, str]:
    """First and last day of a row."""
    return str(row["date_start"].date()), str(row["date_end"].date())


@pytest.mark.parametrize(
    ("precision", "start", "end", "ours"),
    [
        ("1", "2019-11-13", "2019-11-13", "day"),
        ("2", "2019-11-10", "2019-11-16", "week"),
        ("3", "2019-11-01", "2019-11-30", "month"),
        ("", "2019-11-01", "2019-11-30", "month"),
    ],
)
def test_acled_time_precision(precision, start, end, ours):
    """The day, the seven days centred on it, the calendar month; unknown is the month."""
    row, _ = first(ACLED, time_precision=precision)
    assert days(row) == (start, end)
    assert row["date_precision"] == ours


@pytest.mark.parametrize(
    ("precision", "district", "ours"),
    [("1", "Hyesan", "locality"), ("2", "Hyesan", "district"), ("3", "", "province"),
     ("", "", "province")],
)  # fmt: skip
def test_acled_geo_precision(precision, district, ours):
    """3 keeps the province only; what is left out is listed."""
    row, report = first(ACLED, geo_precision=precision)
    assert (row["province"], row["district"], row["place_precision"]) == ("KP-10", district, ours)
    assert any(f.field == "district" for _, f in report.faults) == (district == "")


def test_acled_types_agencies_and_persons():
    """Arrests are arrests, the police are MPS; other types are other; nobody's name is stored."""
    row, report = first(ACLED)
    assert report.matching.profile == "acled"
    assert (row["id"], row["event_type"], row["agency"]) == ("PRK12", "arrest", "MPS")
    assert row["people_killed"] is not None
    assert "Hong" not in " ".join(map(str, row))
    other, _ = first(ACLED, event_type="Riots", sub_event_type="Mob violence", actor1="Rioters")
    assert (other["event_type"], other["agency"]) == ("other", "")
    assert "Riots / Mob violence" in other["note"]


def test_a_row_of_another_country_is_on_no_map():
    """Kangwon lies on both sides of the border."""
    row, report = first(ACLED, country="South Korea", admin1="Gangwon-do", admin2="Goseong")
    assert (row["province"], row["district"]) == ("", "")
    assert any(fault.field == "country" for _, fault in report.faults)


@pytest.mark.parametrize(
    ("precision", "province", "district"),
    [("1", "KP-10", "Hyesan"), ("3", "KP-10", "Hyesan"), ("4", "KP-10", ""), ("5", "", ""),
     ("6", "", ""), ("", "", "")],
)  # fmt: skip
def test_ucdp_where_prec(precision, province, district):
    """4 keeps the province, 5 and 6 nothing finer than the country."""
    row, _ = first(UCDP, where_prec=precision)
    assert (row["province"], row["district"]) == (province, district)


@pytest.mark.parametrize(
    ("code", "ours"), [("1", "day"), ("2", "week"), ("3", "week"), ("4", "month"), ("5", "season")]
)
def test_ucdp_keeps_its_days(code, ours):
    """Start and end as they are; the code says how exact they are."""
    row, report = first(UCDP, date_prec=code)
    assert days(row) == ("2019-11-13", "2019-11-15")
    assert row["date_precision"] == ours
    assert report.matching.profile == "ucdp"


def test_ucdp_fields():
    """Deaths, headline, the earliest report day; its types have no equal."""
    row, _ = first(UCDP)
    assert (row["people_killed"], row["source_title"], row["event_type"]) == (2, "Shots", "other")
    assert str(row["reported_on"].date()) == "2019-11-19"
    assert "one-sided violence" in row["note"]


def test_the_header_decides():
    """Three shapes, and anything else is plain."""
    assert recognize(ACLED) == "acled"
    assert recognize(UCDP) == "ucdp"
    assert recognize(["Title", "date_start", "date_end", "province", "event_type"]) == "ours"
    assert recognize(["Date", "Place"]) == "plain"


KOREAN = (
    "번호,발생일자,도,시·군,사건 유형,단속 기관,사건 내용,출처,기사 링크,보도일,비고\n"
    "1,2019년 11월 13일,량강도,혜산시,체포,보위부,상인을 체포,데일리NK,https://e.org/1,2019.11.20,\n"
    "2,2019년 11월 초,함북,회령시,공개처형,안전부,처형,자유아시아방송,https://e.org/2,,비고\n"
)


@pytest.mark.parametrize("encoding", ["cp949", "euc-kr", "utf-8", "utf-8-sig", "utf-16"])
def test_a_korean_sheet_in_any_encoding(encoding):
    """Columns, dates, places, types and agencies in Korean."""
    report = check(KOREAN.encode(encoding))
    rows = report.incidents.sort_values("id")
    assert list(rows["district_id"]) == ["KP-10-01", "KP-09-02"]
    assert list(rows["edtf"]) == ["2019-11-13", "2019-11-01/2019-11-10"]
    assert list(rows["event_type"]) == ["arrest", "execution"]
    assert list(rows["agency"]) == ["MSS", "MPS"]
    assert report.refused == 0


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_any_common_delimiter(delimiter):
    """Found, not asked for; commas inside cells do not mislead."""
    lines = [["date", "place", "summary"]] + [["2019-11-13", "Hyesan", "one, two, three"]] * 5
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(lines)
    report = check(out.getvalue().encode())
    assert report.table.delimiter == delimiter
    assert set(report.incidents["summary"]) == {"one, two, three"}


def test_a_workbook_with_real_dates_in_every_dress():
    """Days however they are shown, running numbers, and words beside them; the sheet is chosen."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        book.add_worksheet("Empty")
        sheet = book.add_worksheet("Cases")
        sheet.write_row(0, 0, ["Date", "Province", "Title"])
        shown = ("dd/mm/yyyy", 'yyyy"년" m"월" d"일"', "mmm d, yyyy", "0")
        for at, form in enumerate(shown, 1):
            style = book.add_format({"num_format": form})
            sheet.write_datetime(at, 0, datetime(2019, 11, 5), style)
            sheet.write_row(at, 1, ["Ryanggang", "t"])
        sheet.write_row(5, 0, ["05/11/2019", "Ryanggang", "t"])
    report = check(out.getvalue())
    assert report.table.sheet == "Cases"
    assert set(report.incidents["edtf"]) == {"2019-11-05"}
    assert (report.rows, report.refused, report.ambiguous_dates) == (5, 1, 1)


def test_a_workbook_that_counts_from_1904():
    """Old Mac workbooks count days from another day."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"date_1904": True}) as book:
        style = book.add_format({"num_format": "yyyy-mm-dd"})
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["date", "place"])
        sheet.write_datetime(1, 0, datetime(2019, 11, 5), style)
        sheet.write_number(2, 0, 42_312)
        sheet.write_column(1, 1, ["Hyesan", "Hyesan"])
    assert list(check(out.getvalue()).incidents["edtf"]) == ["2019-11-05", "2019-11-05"]


def test_a_geojson_and_a_kml_from_colleagues():
    """Points give the district; names in the data go first."""
    geojson = (
        '{"type":"FeatureCollection","features":[{"type":"Feature","properties":'
        '{"date":"2019-11-13","what":"x"},"geometry":{"type":"Point","coordinates":[128.18,41.40]}}]}'
    )
    kml = (
        "<kml><Placemark><name>t</name><TimeSpan><begin>2019-11-01</begin><end>2019-11-13</end>"
        "</TimeSpan><Point><coordinates>128.18,41.40</coordinates></Point></Placemark></kml>"
    )
    for text, edtf in ((geojson, "2019-11-13"), (kml, "2019-11-01/2019-11-13")):
        row = check(text.encode()).incidents.iloc[0]
        assert (row["district"], row["edtf"]) == ("Samsu", edtf)
