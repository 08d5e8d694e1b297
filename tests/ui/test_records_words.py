"""The records page, one record and the sources page in Korean: no English of ours is left."""

import re
from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from incidents.almanac import read_calendar
from incidents.dataset import DATA, read_sidecars
from incidents.query import read_query
from incidents.record import TEXTS
from incidents.store import open_store, store_of
from incidents.view import look
from incidents.words import speaking
from ui import coverage, record_facts, records_table
from ui.cards import records as as_mappings

ENGLISH = re.compile(r"[A-Za-z]{2,}[ ,.:;]+[A-Za-z]{2,}")
CODED = {"id", "date_precision", "year_basis", "reported_on_basis", "province", "event_type",
         "place_precision", "agency", "occasion_id", "bribe_currency", "source_url", "district",
         "other_source_urls"}  # fmt: skip
KINDS = ("header", "subheader", "markdown", "caption", "warning", "info", "button", "selectbox",
         "expander", "popover", "download_button", "number_input")  # fmt: skip


@pytest.fixture(scope="module")
def embedded():
    """Looks at the embedded data with a query."""
    calendar, store = read_calendar(DATA), open_store(DATA)
    known = store.vocabulary(calendar)
    return lambda query: look(store, read_query(query, known).selection, calendar)


def in_korean(view, page):
    """Run one page of the app in Korean."""

    def run(view, page):
        from importlib import import_module

        import streamlit as st

        from ui import state

        st.session_state.setdefault(state.SELECTION, view.selection)
        if page == "record_card":
            from ui.cards import records

            row = records(view.rows)[0]
            import_module("ui.record_card").draw(row, view.calendar, view.store.version)
        else:
            import_module(f"ui.{page}").draw(view)

    spoken = replace(view, selection=replace(view.selection, lang="ko"))
    app = AppTest.from_function(run, args=(spoken, page), default_timeout=60).run()
    assert not app.exception
    return app


def said(app):
    """Every text of the page but code blocks: values and labels."""
    found = []
    for kind in KINDS:
        for element in app.get(kind):
            found += [str(getattr(element, name, "") or "") for name in ("value", "label")]
            found.append(str(getattr(element.proto, "label", "") or ""))
    return [text.replace("\\", "") for text in found if text]


@pytest.mark.parametrize("code", ["NK00301", "NK00346", "NK00001", "NK00140"])
def test_a_record_says_nothing_in_english_but_the_data(embedded, code):
    """With every text of the row itself in Hangul, no two English words stand together."""
    view = embedded(f"id={code}")
    words = dict.fromkeys([name for name in TEXTS if name not in CODED], "자료의 글")
    words["occasion_id"] = ""  # periods are told in both scripts
    told = look(store_of(view.rows.assign(**words), "v"), view.selection, view.calendar)
    texts = [text for text in said(in_korean(told, "record_card")) if "://" not in text]
    assert [t for t in texts if ENGLISH.search(re.sub(r"\([^)]*\)", "", t))] == []
    assert any("언제" in text for text in texts) and any("사건 유형" in text for text in texts)


def test_the_table_and_its_columns_are_korean(embedded):
    """Headings, their help, and the labels of codes; ids, addresses and titles are data."""
    view = embedded("id=NK00301")
    with speaking("ko"):
        cells = records_table.listed(view.rows).iloc[0]
        columns = records_table._config()
    assert cells["type"] == "뇌물·갈취" and cells["known"] == "월 단위"
    for column in columns.values():
        assert re.search("[가-힣]", column["label"]) and re.search("[가-힣]", column["help"])


def test_facts_keep_their_values_in_korean(embedded):
    """Days, places in both scripts, and what the map does with them."""
    row = as_mappings(embedded("id=NK00301").rows)[0]
    with speaking("ko"):
        when, where = dict(record_facts.when(row)), dict(record_facts.where(row))
    assert when["일어난 때"] == "2019년 11월 1∼13일" and when["날짜 정밀도"] == "월 단위"
    assert where["시·군"] == "량강도 혜산시(Hyesan)"
    assert where["지도에서"] == "시·군 안에 표시되며 정확한 지점은 아닙니다"


def test_a_covered_unit_says_in_korean_where_it_is_counted(embedded):
    """An inner district of the capital has no shape of its own."""
    with speaking("ko"):
        assert record_facts._district("Sunan", "KP-01") == "Sunan (평양시(Pyongyang)에 집계)"


def test_the_sources_page_is_korean_around_the_sidecars(embedded):
    """Titles, notes and the labels of codes; what the files say of themselves is the original."""
    app = in_korean(embedded(""), "sources")
    original = " ".join(
        " ".join([one.title, *one.must_know, *one.how_coded, *one.how_checked, *one.limits])
        for one in read_sidecars(DATA).values()
    )
    titles = [e.value for kind in ("header", "subheader") for e in app.get(kind)]
    titles += [e.label for e in app.expander] + [e.value for e in app.caption]
    ours = [text.replace("\\", "") for text in titles if text not in original]
    assert [text for text in ours if not re.search("[가-힣]|BibTeX", text)] == []
    assert any("원문(영어)" in text for text in ours)


def test_the_charts_are_korean(embedded):
    """Names of groups, provinces in both scripts, headings of the tables."""
    counts = coverage.count(embedded(""))
    with speaking("ko"):
        places, outlets = coverage.by_province(counts), coverage.by_outlet(counts)
        assert places["province"].iloc[-1] == "도를 밝히지 않음"
        assert places["province"].iloc[0] == "함경북도(North Hamgyong)"
        assert coverage.few(outlets, "outlet")["outlet"].iloc[-1] == "그 밖의 매체 20곳"
        assert [coverage._heading(c) for c in outlets.columns] == [
            "매체",
            "보고",
            "첫해",
            "마지막 해",
        ]
