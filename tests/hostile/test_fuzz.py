"""Random bytes, tables and damaged exports: no unhandled exception, no row lost."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from incidents.dataset import DATA
from incidents.export import FORMATS, About, export
from incidents.intake import IntakeError, check
from incidents.reading import read_incidents

SLOW = settings(
    max_examples=120,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
HEADERS = [
    "date", "date_start", "date_end", "year", "month", "day", "province", "district", "place",
    "latitude", "longitude", "coordinates", "type", "event_type", "agency", "title", "summary",
    "source", "url", "id", "people_killed", "bribe", "currency", "time_precision",
    "geo_precision", "event_date", "admin1", "admin2", "country", "where_prec", "date_prec",
    "adm_1", "날짜", "시군", "도", "지역", "출처", "x",
]  # fmt: skip
KNOWN = [
    "2019-11-05", "05/11/2019", "13/11/2019", "Nov 2019", "11월 초", "2019년 11월 초", "43782",
    "2019", "1", "2", "3", "KP-10", "KP01", "KP-10-01", "Hyesan", "Unsan", "혜산시",
    "Hyesan;Pochon", "North Hamgyong", "41.4", "128.18", "41.4,128.18", "arrest", "xyz", "MPS",
    "=1+1", "'=1", "https://e.org/1", "javascript:x", "NK00301", "North Korea", "nan", "inf",
    "1e400", "-1", "#date", '"', "",
]  # fmt: skip
CELLS = st.one_of(st.sampled_from(KNOWN), st.text(max_size=20))
BEGINNINGS = [b"PK\x03\x04", b"PAR1", b"SQLite format 3\x00", b"{", b"<kml>", b"\xff\xfe"]


def take(data: bytes, **choices) -> None:
    """Read a file; a sentence or a report in which every row is accounted for."""
    try:
        report = check(data, **choices)
    except IntakeError as fault:
        assert str(fault)
        return
    assert report.accepted + report.repaired + report.refused == report.rows == len(report.table)
    assert len(report.incidents) == report.rows - report.refused
    assert report.incidents["id"].is_unique
    assert (report.incidents["date_start"] <= report.incidents["date_end"]).all()
    assert len(report.to_frame()) == report.rows


@SLOW
@given(st.binary(max_size=2_000))
def test_any_bytes(nothing_leaves, data):
    """Mostly not a table at all."""
    take(data)


@SLOW
@given(st.sampled_from(BEGINNINGS), st.binary(max_size=500))
def test_any_bytes_after_a_known_beginning(nothing_leaves, start, data):
    """A file that pretends to be of some kind."""
    take(start + data)


@SLOW
@given(
    st.lists(st.sampled_from(HEADERS), min_size=1, max_size=8, unique=True),
    st.data(),
    st.sampled_from([None, "ours", "acled", "ucdp", "plain"]),
    st.sampled_from([None, "dmy", "mdy"]),
)
def test_any_table(nothing_leaves, header, data, profile, dates):
    """Any columns with any cells, read by any profile."""
    rows = data.draw(st.lists(st.lists(CELLS, max_size=9), min_size=1, max_size=6))
    out = io.StringIO()
    csv.writer(out).writerows([header, *rows])
    take(out.getvalue().encode("utf-8", "replace"), profile=profile, dates=dates)


@pytest.fixture(scope="module")
def exports() -> dict[str, bytes]:
    """Five rows in every format."""
    rows = read_incidents(DATA / "incidents.csv", trusted=True).head(5)
    return {form: export(rows, form, About(row_count=5)) for form in FORMATS}


@SLOW
@given(st.sampled_from(sorted(FORMATS)), st.data())
def test_any_damage_to_an_export(nothing_leaves, exports, form, data):
    """A few bytes changed, or the end cut off."""
    whole = bytearray(exports[form])
    for _ in range(data.draw(st.integers(0, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    take(bytes(whole[: data.draw(st.integers(1, len(whole)))]))
