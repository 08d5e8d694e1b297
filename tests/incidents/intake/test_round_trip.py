"""Our own exports come back: the embedded data in every format, and made-up rows with odd text."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from incidents.dataset import DATA
from incidents.export import FORMATS, About, export
from incidents.intake import check
from incidents.intake.convert import join, to_our_csv
from incidents.reading import complete, read_incidents
from incidents.record import COLUMNS, DATE_PRECISIONS, EVENT_TYPES

WHOLE = ("csv", "csv-excel", "xlsx", "geojson", "gpkg", "kml", "parquet", "bundle")
BRIDGED = ("acled", "ucdp")


@pytest.fixture(scope="module")
def embedded() -> pd.DataFrame:
    """The embedded incidents by id."""
    return read_incidents(DATA / "incidents.csv", trusted=True).sort_values("id", ignore_index=True)


def carry(rows: pd.DataFrame, form: str):
    """The report on an export of the rows."""
    data = export(rows, form, About(row_count=len(rows)))
    return check(data, f"rows.{FORMATS[form].extension}")


def same(left: pd.DataFrame, right: pd.DataFrame, columns: tuple[str, ...]) -> list[str]:
    """The columns in which two frames differ, rows matched by id."""
    left, right = (one.sort_values("id", ignore_index=True) for one in (left, right))
    return [c for c in columns if left[c].astype("str").tolist() != right[c].astype("str").tolist()]


@pytest.mark.parametrize("form", WHOLE)
def test_the_embedded_data_come_back_whole(embedded, form):
    """Ids, intervals, districts, text, numbers: every column, and no row with a fault."""
    report = carry(embedded, form)
    assert report.totals["accepted"] == len(embedded)
    assert same(report.incidents, embedded, (*COLUMNS, "district_id", "edtf")) == []


@pytest.mark.parametrize("form", BRIDGED)
def test_the_bridges_bring_back_what_they_carry(embedded, form):
    """Ids, province and district ids; UCDP the intervals too (what is lost is listed in LOSSES)."""
    report = carry(embedded, form)
    assert report.refused == 0
    columns = ("id", "province", "district_id", "outlet")
    assert same(report.incidents, embedded, columns) == []
    if form == "ucdp":
        assert same(report.incidents, embedded, ("edtf",)) == []


def test_what_came_in_as_ours_is_the_file_again(embedded):
    """convert of our own CSV gives our own CSV with the number of the row."""
    data = export(embedded, "csv", About(row_count=len(embedded)))
    lines = to_our_csv(check(data)).decode().splitlines()
    assert lines[0].endswith(",source_row")
    assert [line.rsplit(",", 1)[0].replace(",yours", ",embedded") for line in lines] == (
        data.decode().splitlines()
    )


def test_the_published_file_is_accepted_row_by_row():
    """All 497 rows, none repaired."""
    report = check((DATA / "incidents.csv").read_bytes(), "incidents.csv")
    assert report.totals == {
        "rows": 497, "accepted": 497, "repaired": 0, "refused": 0, "ambiguous_dates": 0,
        "unresolved_places": 0,
    }  # fmt: skip


def test_joining_keeps_ids_apart(embedded):
    """A row of the reader's with an embedded id gets another one; nothing is lost."""
    yours = check((DATA / "incidents.csv").read_bytes()).incidents
    both = join(embedded, yours)
    assert len(both) == 2 * len(embedded)
    assert both["id"].is_unique
    assert set(both["dataset"]) == {"embedded", "yours"}


XML = st.text(st.characters(min_codepoint=32, max_codepoint=0xD7FF), max_size=40).map(str.strip)
PLACES = st.sampled_from([
    ("KP-10", "Hyesan"), ("KP-10", "Hyesan;Pochon"), ("KP-09", ""), ("", ""), ("KP-06", "Sungho"),
    ("KP-01", "Mangyongdae"), ("KP-02", "Unsan"), ("KP-03", "Unsan"), ("KP-13", "Rason"),
])  # fmt: skip
DAYS = st.dates(pd.Timestamp("1950-01-01").date(), pd.Timestamp("2099-01-01").date())


@st.composite
def rows_of(draw) -> pd.DataFrame:
    """A few incidents with odd text, any days, sums and places."""
    lines = []
    for number in range(draw(st.integers(1, 4))):
        province, district = draw(PLACES)
        first = pd.Timestamp(draw(DAYS))
        line = dict.fromkeys(COLUMNS, "")
        length = pd.Timedelta(draw(st.integers(0, 400)), "D")
        known = "district" if district else "province" if province else "country"
        line |= {"id": f"X{number}", "province": province, "district": district}
        line |= {"date_start": first, "date_end": first + length, "place_precision": known}
        line |= {"date_precision": draw(st.sampled_from([*DATE_PRECISIONS]))}
        line |= {"event_type": draw(st.sampled_from([*EVENT_TYPES])), "outlet": draw(XML) or "x"}
        line |= {"source_url": "https://example.org/?a=1&b=2"}
        line |= {name: draw(XML) for name in ("summary", "pretext", "note", "targets")}
        line["title"] = draw(XML) or "x"
        lines.append(line)
    frame = pd.DataFrame(lines, columns=list(COLUMNS))
    frame["reported_on"] = pd.NaT
    for name in ("people_affected", "people_detained", "people_killed", "source_count"):
        frame[name] = pd.array([draw(st.integers(0, 9_999)) for _ in lines], dtype="Int64")
    frame["bribe_amount"] = pd.array([None] * len(lines), dtype="Float64")
    texts = [c for c in COLUMNS if frame[c].dtype == object or str(frame[c].dtype) == "str"]
    return complete(frame.astype(dict.fromkeys(texts, "str")), dataset="yours")


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(rows_of(), st.sampled_from([form for form in WHOLE if form != "kml"]))
def test_any_rows_come_back(rows, form):
    """Text that looks like formulas, markup, other scripts and codes of its own is text again."""
    report = carry(rows, form)
    assert report.refused == 0
    wanted = ("id", "date_start", "date_end", "province", "district", "district_id", "title",
              "summary", "pretext", "note", "targets", "people_killed")  # fmt: skip
    assert same(report.incidents, rows, wanted) == []


def test_the_losses_are_documented():
    """Every format says what it cannot carry."""
    from incidents.export import LOSSES

    assert set(LOSSES) == set(FORMATS)
    assert Path(DATA).is_dir()
