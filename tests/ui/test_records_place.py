"""A long table of records: pages and order worked out in the engine, the reader's place kept."""

from dataclasses import replace

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from incidents.almanac import read_calendar
from incidents.dataset import DATA
from incidents.selection import Selection
from incidents.store import open_store, store_of
from incidents.view import View, look
from ui import records_table
from ui.records_place import PAGE, WHOLE

MANY = 2_450


@pytest.fixture(scope="module")
def view():
    """The embedded rows again and again under new ids, 2,450 in all."""
    calendar = read_calendar(DATA)
    rows = look(open_store(DATA), Selection(), calendar).rows
    many = pd.concat([rows] * 5, ignore_index=True).head(MANY)
    many = many.assign(id=[f"NK{number:05}" for number in range(MANY, 0, -1)])
    many = many.sort_values(["date_start", "id"], ignore_index=True)  # as a store is filled
    return look(store_of(many, "v"), Selection(), calendar)


def page(view):
    """The records page as AppTest runs it."""
    import streamlit as st

    from ui import records, state

    st.session_state.setdefault(state.SELECTION, view.selection)
    records.draw(view)


def open_page(view):
    app = AppTest.from_function(page, args=(view,), default_timeout=60).run()
    assert not app.exception
    return app


def ids(app):
    return list(app.dataframe[0].value["id"])


def press(app, key):
    app.button(key=key).click().run()
    assert not app.exception
    return app


def told(app):
    return "\n".join(caption.value for caption in app.caption)


def test_a_page_is_sent_and_no_more(view):
    """200 of 2,450 rows, the first days first, and the page says so."""
    app = open_page(view)
    assert ids(app) == list(view.rows["id"])[:PAGE]
    assert "Rows 1–200 of 2,450" in told(app)


def test_pages_follow_each_other_to_the_end(view):
    """Next, last, previous and first; together every row once."""
    whole = list(view.rows["id"])
    app = press(open_page(view), "rows_next")
    assert ids(app) == whole[PAGE : 2 * PAGE] and "Rows 201–400 of 2,450" in told(app)
    assert ids(press(app, "rows_last")) == whole[12 * PAGE :]
    assert "Rows 2,401–2,450 of 2,450" in told(app)
    assert app.button(key="rows_next").disabled and app.button(key="rows_last").disabled
    assert ids(press(app, "rows_previous")) == whole[11 * PAGE : 12 * PAGE]
    assert ids(press(app, "rows_first")) == whole[:PAGE]
    assert app.button(key="rows_first").disabled and app.button(key="rows_previous").disabled


def test_a_page_is_reached_by_its_number(view):
    """The fifth page of thirteen."""
    app = open_page(view)
    app.number_input(key="rows_page").set_value(5).run()
    assert ids(app) == list(view.rows["id"])[4 * PAGE : 5 * PAGE]


def test_the_order_is_chosen_and_worked_out_over_all_rows(view):
    """By id, up and down: the first page holds the first of all, not of the page before."""
    app = open_page(view)
    app.selectbox(key="rows_order").set_value("id").run()
    assert ids(app)[:2] == ["NK00001", "NK00002"]
    app.selectbox(key="rows_direction").set_value("down").run()
    assert ids(app)[:2] == ["NK02450", "NK02449"]


def test_another_order_starts_at_the_first_page(view):
    """A place in one order is no place in another."""
    app = press(open_page(view), "rows_last")
    app.selectbox(key="rows_order").set_value("title").run()
    assert "Rows 1–200 of" in told(app)
    titles = app.dataframe[0].value["title"]
    assert list(titles) == sorted(view.rows["title"])[:PAGE]


def test_unknown_sums_come_last(view):
    """Ordered by the sum paid, rows that name one stand before all others."""
    app = open_page(view)
    app.selectbox(key="rows_order").set_value("bribe_amount").run()
    app.selectbox(key="rows_direction").set_value("down").run()
    assert all(app.dataframe[0].value["paid"].iloc[:20])


def test_only_the_page_is_asked_of_the_engine(view, monkeypatch):
    """Never all rows of a long view."""
    bare = look(view.store, Selection(), view.calendar)
    monkeypatch.setattr(View, "rows", property(lambda self: pytest.fail("asked for every row")))
    press(open_page(bare), "rows_next")


def test_a_heading_orders_all_rows(view):
    """A click on a column's heading is an order, a second one turns it round."""
    app = open_page(view)
    for want in ("NK00001", "NK02450"):
        key = records_table.name(view, _place(app))
        app.session_state[key] = {"selection": {"rows": [], "columns": ["id"], "cells": []}}
        app.run()
        assert ids(app)[0] == want


def _place(app):
    return app.session_state["rows_place"][1]


def test_a_record_opens_by_its_id_and_closing_keeps_the_place(view):
    """The third row of the second page, in full below the table; then none, on the same page."""
    app = press(open_page(view), "rows_next")
    key = records_table.name(view, _place(app))
    app.session_state[key] = {"selection": {"rows": [], "columns": [], "cells": [(2, "title")]}}
    app.run()
    code = list(view.rows["id"])[PAGE + 2]
    assert any(f"/records?id={code}" in block.value for block in app.code)
    assert "Rows 201–400 of 2,450" in told(app)
    press(app, "close_record")
    assert not app.code or not any("/records?id=" in block.value for block in app.code)
    assert "Rows 201–400 of 2,450" in told(app) and ids(app) == list(view.rows["id"])[200:400]


def test_the_place_outlives_a_switch_of_language_and_ends_with_the_rows(view):
    """Page 2 stays page 2 in Korean; rows of another filter start at their first page."""
    from ui import records_place

    one = records_place._asked(view.selection)
    assert one == records_place._asked(replace(view.selection, lang="ko"))
    assert one != records_place._asked(replace(view.selection, province=("KP-10",)))


def test_a_short_view_is_sent_whole_and_sorted_in_the_browser(view):
    """Up to 1,000 rows there are no pages."""
    few = view.narrowed(text=("Hyesan",))
    assert 0 < few.rows_count <= WHOLE
    app = open_page(few)
    assert len(ids(app)) == few.rows_count
    assert not app.selectbox and "a heading to sort" in told(app)


def test_in_korean_place_and_order_are_korean(view):
    """Labels change with the language, the keys and values do not."""
    app = open_page(replace(view, selection=replace(view.selection, lang="ko")))
    labels = [w.label for w in (*app.selectbox, *app.number_input)]
    labels += [app.button(key=f"rows_{name}").label for name in ("first", "next", "last")]
    assert [label for label in labels if not any("가" <= sign <= "힣" for sign in label)] == []
    assert app.selectbox(key="rows_order").value == "date_start"
    assert "전체 2,450행 가운데 1∼200행" in told(app)
