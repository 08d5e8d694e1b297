"""Six incidents made by hand, as the text an export must carry and as the frame it takes."""

from __future__ import annotations

import pandas as pd
import pytest

from incidents.export import About
from incidents.export.columns import COLUMNS, DATES, INTEGERS, NUMBERS, TEXTS

SIX = (
    {
        "id": "NK00001", "title": '=HYPERLINK("http://evil.test","pay")',
        "summary": "<script>alert(1)</script> ${7*7} `x` ]]> &amp; \"q\", 'a'\nsecond line",
        "date_start": "2019-11-01", "date_end": "2019-11-13", "date_precision": "month",
        "edtf": "2019-11-01/2019-11-13", "reported_on": "2019-11-14",
        "reported_on_basis": "page", "year_basis": "stated", "province": "KP-10",
        "province_name": "Ryanggang (량강도)", "district": "Hyesan", "district_id": "KP-10-01",
        "district_as_reported": "Hyesan", "locality": "Songhu-dong",
        "place_precision": "locality", "event_type": "bribe_extortion", "agency": "MPS;MSS",
        "targets": "traders;households", "bribe_amount": "1500", "bribe_currency": "CNY",
        "people_detained": "2", "outlet": "Daily NK", "source_title": "Paying & staying {free}",
        "source_url": "https://example.org/1?a=1&b=2", "source_count": "1", "dataset": "embedded",
    },
    {
        "id": "NK00002", "title": "국경 단속 강화", "summary": "보안원이 집을 뒤졌다, \"두 번\".",
        "date_start": "2020-01-06", "date_end": "2020-01-12", "date_precision": "week",
        "edtf": "2020-01-06/2020-01-12", "province": "KP-10",
        "province_name": "Ryanggang (량강도)", "district": "Hyesan;Pochon",
        "district_id": "KP-10-01;KP-10-08", "place_precision": "district",
        "event_type": "home_search", "outlet": "데일리NK", "via": "repost.example",
        "source_url": "http://example.org/2", "source_title": "국경 단속", "dataset": "embedded",
    },
    {
        "id": "NK00003", "title": "'=1+1 is how the notice began", "summary": "@home\tand away",
        "date_start": "2020-02-01", "date_end": "2020-02-29", "date_precision": "month",
        "edtf": "2020-02", "reported_on": "2020-03-02", "province": "KP-09",
        "province_name": "North Hamgyong (함경북도)", "place_precision": "province",
        "event_type": "arrest", "people_killed": "0", "people_affected": "400",
        "outlet": "Radio Free Asia", "source_url": "https://example.org/3", "dataset": "embedded",
    },
    {
        "id": "NK00004", "title": "Decree read out everywhere", "summary": "N/A",
        "date_start": "2020-03-01", "date_end": "2020-05-31", "date_precision": "season",
        "edtf": "2020-03-01/2020-05-31", "place_precision": "country",
        "event_type": "inspection_campaign", "outlet": "Asiapress", "dataset": "embedded",
    },
    {
        "id": "NK00005", "title": "Guards shot at a crossing", "summary": "null",
        "date_start": "2020-08-25", "date_end": "2020-08-25", "date_precision": "day",
        "edtf": "2020-08-25", "reported_on": "2020-08-30", "province": "KP-09",
        "province_name": "North Hamgyong (함경북도)", "district": "Hoeryong",
        "district_id": "KP-09-02", "place_precision": "district", "event_type": "border_shooting",
        "agency": "BORDER_GUARD", "bribe_amount": "0.5", "bribe_currency": "USD",
        "people_killed": "1", "outlet": "Daily NK", "source_url": "https://example.org/5",
        "other_source_urls": "https://example.org/6;https://example.org/7",
        "source_title": "Shots", "source_count": "3", "dataset": "embedded",
    },
    {
        "id": "mine-1", "title": "-5 degrees, and \"\"quoted\"\"", "summary": "+82 called",
        "date_start": "2021-01-01", "date_end": "2021-12-31", "date_precision": "year",
        "edtf": "2021", "province": "KP-09", "province_name": "North Hamgyong (함경북도)",
        "district": "Sungho", "place_precision": "district", "event_type": "other",
        "source_url": "javascript:alert(1)", "note": "\u202egnp.exe\u202c 🙂 '", "dataset": "yours",
    },
)  # fmt: skip


def frame_of(truths: list[dict[str, str]]) -> pd.DataFrame:
    """The incidents frame that says what `truths` say, one row each."""
    cells = {name: [one.get(name, "") for one in truths] for name in COLUMNS}
    rows = pd.DataFrame(cells, dtype=object)
    for name in DATES:
        rows[name] = pd.to_datetime(rows[name].replace("", None))
    for name in (*INTEGERS, *NUMBERS):
        kind = "Int64" if name in INTEGERS else "Float64"
        rows[name] = pd.to_numeric(rows[name].replace("", None)).astype(kind)
    return rows


def with_str_texts(rows: pd.DataFrame) -> pd.DataFrame:
    """The frame with its texts in pandas' own text type, as the store gives them."""
    return rows.astype(dict.fromkeys(TEXTS, "str"))


@pytest.fixture
def truths() -> list[dict[str, str]]:
    """The six incidents as text: every column, "" where unknown."""
    return [{name: one.get(name, "") for name in COLUMNS} for one in SIX]


@pytest.fixture
def rows(truths) -> pd.DataFrame:
    """The six incidents as the frame an export takes."""
    return with_str_texts(frame_of(truths))


@pytest.fixture
def no_rows(rows) -> pd.DataFrame:
    """The same frame without any row."""
    return rows.iloc[:0]


@pytest.fixture(scope="session")
def make_rows():
    """A function from a list of texts-by-column to the incidents frame."""
    return frame_of


@pytest.fixture
def about() -> About:
    """What the six rows say about themselves."""
    return About(
        query="period=day_of_security&years=2019&province=KP-10",
        words="Run-up to the Day of Security <b>2019</b>, Ryanggang",
        link="https://atlas.example/?period=day_of_security&years=2019&province=KP-10",
        dataset_version="3f2a9c1b5d7e" + "0" * 52,
        data_as_of="2026-01-22",
        generated_at="2026-02-01T09:00:00+00:00",
        row_count=6,
        licences=["CC BY 4.0 for the coding", "Reports belong to their publishers"],
    )


@pytest.fixture(scope="session")
def many() -> pd.DataFrame:
    """Sixty incidents: the six, ten times over, with ids of their own."""
    truths = [
        {name: one.get(name, "") for name in COLUMNS} | {"id": f"{one['id']}-{time}"}
        for time in range(10)
        for one in SIX
    ]
    return with_str_texts(frame_of(truths))


@pytest.fixture(scope="session")
def about_of():
    """A function from rows to what they say about themselves, and no more."""
    return lambda rows: About(query="years=2019", row_count=len(rows))
