"""The records page: the table a reader sees and one record told in full."""

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from incidents.almanac import read_calendar
from incidents.dataset import DATA
from incidents.query import read_query
from incidents.store import open_store, store_of
from incidents.view import look
from incidents.words import speaking
from ui import record_facts, records_table
from ui.cards import records as as_mappings

HOSTILE = "<img src=x onerror=alert(1)> [x](javascript:alert(1)) **b** :red[r] $`${1}`$"


@pytest.fixture(scope="module")
def calendar():
    """The embedded occasions and campaigns."""
    return read_calendar(DATA)


@pytest.fixture(scope="module")
def shown(calendar):
    """Looks at the embedded data with a query."""
    store = open_store(DATA)
    known = store.vocabulary(calendar)
    return lambda query: look(store, read_query(query, known).selection, calendar)


@pytest.fixture(scope="module")
def row(shown):
    """Gives one embedded record by its id."""
    return lambda code: as_mappings(shown(f"id={code}").rows)[0]


def open_page(view):
    def page(view):
        from ui import records

        records.draw(view)

    app = AppTest.from_function(page, args=(view,), default_timeout=60).run()
    assert not app.exception
    return app


def words(app):
    kinds = ("header", "subheader", "markdown", "caption", "warning", "info", "text", "code")
    return "\n".join(str(e.value).replace("\\", "") for kind in kinds for e in app.get(kind))


def test_the_table_has_every_row_of_the_view_in_its_order(shown):
    """The same ids as the view, none cut."""
    view = shown("")
    table = open_page(view).dataframe[0].value
    assert list(table["id"]) == list(view.rows["id"]) and len(table) == 497


def test_dates_sort_as_text_by_their_first_day(shown):
    """A reader who sorts the column by its heading gets the order of date_start."""
    view = shown("")
    by_text = records_table.listed(view.rows).sort_values("date", kind="stable")
    starts = view.rows.set_index("id")["date_start"]
    assert [starts[code] for code in by_text["id"]] == sorted(starts)


def test_dates_are_drawn_in_words_and_empty_cells_stay_empty(shown):
    """1 to 13 November 2019 is said so in the language; nothing is drawn where nothing is known."""
    rows = shown("id=NK00301").rows
    drawn = records_table.in_words(rows.assign(source_url="")).to_html()
    assert "1–13 November 2019" in drawn and "2019-11-01" not in drawn
    assert "None" not in drawn and "nan" not in drawn
    with speaking("ko"):
        assert "2019년 11월 1∼13일" in records_table.in_words(rows).to_html()


def test_cells_say_labels_and_not_codes(shown):
    """The fuel seller of Hyesan in words."""
    cells = records_table.listed(shown("id=NK00301").rows).iloc[0]
    assert cells["date"] == "2019-11-01/2019-11-13"
    assert cells["type"] == "Bribe or extortion" and cells["agency"] == "Police (MPS)"
    assert cells["place"].startswith("Songbong District, Hyesan, Ryanggang")
    assert cells["paid"] == "CNY 1,500" and cells["outlet"] == "Daily NK"
    assert cells["source"].startswith("https://www.dailynk.com/")


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "//evil", "", "x y"])
def test_only_web_addresses_become_links_in_the_table(shown, url):
    """Anything else is left out of the link column."""
    rows = shown("id=NK00301").rows.assign(source_url=url)
    assert records_table.listed(rows)["source"].iloc[0] is None


def test_a_record_named_in_the_link_is_open_at_once(shown):
    """Title, words for dates, the note, the permalink and both citations."""
    said = words(open_page(shown("id=NK00301")))
    assert "Hyesan fuel seller pays CNY 1,500 to be released by police" in said
    assert "1–13 November 2019" in said and "2019-11-01/2019-11-13" in said
    assert "Hyesan (혜산시)" in said and "Ryanggang (량강도)" in said
    assert "/records?id=NK00301" in said
    assert "@misc{NK00301" in said and "coded as NK00301 in Crackdown Atlas" in said
    assert "The day is not given" in said


def test_derived_money_stands_apart_from_what_was_reported(shown):
    """CNY 1,500 of November 2019 is about USD 217 and KRW 253,000."""
    said = words(open_page(shown("id=NK00301")))
    assert "Paid or asked, as reported" in said and "Derived, not reported" in said
    assert "about USD 217 (official yearly average rate)" in said
    assert "about KRW 253,000" in said and "6.9" in said


def test_a_record_without_a_sum_says_nothing_of_money(shown):
    """No empty heading, no zero."""
    said = words(open_page(shown("id=NK00302")))
    assert "Derived" not in said and "Paid or asked, as reported" not in said


def test_all_pages_on_an_event_are_linked(shown, row):
    """The coded page first, then the others, none twice."""
    found = record_facts.links(row("NK00301"))
    assert len(found) == len(set(found)) >= 2 and found[0] == row("NK00301")["source_url"]
    markdown = "\n".join(m.value for m in open_page(shown("id=NK00301")).markdown)
    assert all(f"]({url.replace('(', '%28').replace(')', '%29')})" in markdown for url in found)


def test_every_field_of_the_files_is_there(shown):
    """All 37 columns of an export, with value and meaning."""
    tables = open_page(shown("id=NK00301")).table
    whole = next(t.value for t in tables if "Value" in t.value.columns)
    assert len(whole) == 37
    names = [cell.split("`")[1] for cell in whole["Column"]]
    values = dict(zip(names, whole["Value"], strict=True))
    assert values["date_start"] == r"2019\-11\-01" and values["bribe_amount"] == "1500"
    assert values["people_killed"] == ""


def test_no_record_is_open_before_one_is_chosen(shown):
    """The table waits for a click and says so."""
    said = words(open_page(shown("province=KP-10")))
    assert "Click a row to read the report in full" in said and "Link and citation" not in said


def test_an_unknown_record_is_told_and_a_way_out_offered(shown):
    """One box, no traceback, no empty table, and no button but the way out."""
    app = open_page(shown("id=NK99999"))
    assert len(app.info) == 1 and "No record NK99999 is in these data" in words(app)
    assert not app.dataframe and not app.get("download_button") and not app.get("popover")
    assert [button.label for button in app.button] == ["Reset all filters"]


def test_an_unshaped_district_is_drawn_on_its_province(row):
    """Sungho keeps its province and is not counted in the capital."""
    facts = dict(record_facts.where(row("NK00346")))
    assert facts["Province"].startswith("North Hwanghae")
    assert facts["On the map"].startswith("counted on the province")


def test_unknown_is_said_and_never_zero(row):
    """A report without agency, publication date or number of informants."""
    bare = row("NK00301") | {
        "agency": "", "reported_on": pd.NaT, "source_count": pd.NA, "province": "", "district": "",
        "district_id": "",
    }  # fmt: skip
    assert dict(record_facts.what(bare))["Agency"] == "the source names none"
    assert dict(record_facts.when(bare))["Reported on"] == "not known"
    assert dict(record_facts.source(bare))["Informants the report claims"] == "unsaid"
    assert dict(record_facts.where(bare))["On the map"] == "not on the map"


def test_hostile_cells_stay_text_in_the_table_and_in_the_record(shown, calendar):
    """No field of a row can bring markup, a script or a link of another kind."""
    texts = ["title", "summary", "locality", "district_as_reported", "targets", "pretext", "outlet",
             "via", "source_title", "note", "occasion_note", "bribe_in_kind"]  # fmt: skip
    rows = shown("id=NK00301").rows.assign(**dict.fromkeys(texts, HOSTILE))
    rows = rows.assign(source_url="javascript:alert(1)", other_source_urls=f"{HOSTILE};data:x")
    view = look(store_of(rows, "v"), read_query("id=NK00301", _none(shown)).selection, calendar)
    app = open_page(view)
    drawn = [e.value for kind in ("markdown", "subheader", "caption") for e in app.get(kind)]
    assert any(r"\<img" in text for text in drawn)
    for text in drawn:
        assert "<img" not in text.replace(r"\<", "") and "](javascript" not in text
        assert "**b**" not in text and " :red[r]" not in text and "](data" not in text
    assert app.dataframe[0].value["title"].iloc[0] == HOSTILE


def _none(shown):
    """The vocabulary of the embedded data."""
    view = shown("")
    return view.store.vocabulary(view.calendar)


def test_a_choice_never_moves_to_another_table(shown):
    """Each set of rows is a table of its own, so a position cannot point to a stranger's row."""
    one, other = shown("province=KP-10"), shown("province=KP-09")
    name = records_table.name
    assert name(one) != name(other) and name(one) == name(shown("province=KP-10"))
    assert name(one) == name(shown("province=KP-10&lang=ko"))  # a language is not another table
    assert records_table.position_of({"rows": [], "cells": [(3, "title")]}) == 3
    assert records_table.position_of({"rows": [], "cells": []}) is None
