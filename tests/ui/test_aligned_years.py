"""Years laid under each other: cells, bars, silent years and what a click opens."""

from datetime import date

import numpy as np
import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from incidents.almanac import read_calendar
from incidents.dataset import DATA
from incidents.periods import Window
from incidents.rates.days import ordinals
from incidents.selection import Selection
from incidents.store import open_store
from incidents.view import look
from ui import aligned_years


@pytest.fixture(scope="module")
def store():
    return open_store(DATA)


def look_at(store, **fields):
    return look(store, Selection(**fields), read_calendar(DATA))


def intervals(rows):
    """Each report's interval as one."""
    starts, ends = ordinals(rows["date_start"]), ordinals(rows["date_end"])
    return starts, ends, np.ones(len(rows), dtype=np.int64)


class Spanned:
    """Stands for a view of which only the span is asked."""

    span = Window(date(2017, 1, 1), date(2020, 1, 5))


def reports(*days):
    first, last = zip(*days, strict=True)
    return pd.DataFrame(
        {
            "id": [f"NK{i}" for i in range(len(days))],
            "title": "t",
            "province": "KP-10",
            "date_start": pd.to_datetime(list(first)),
            "date_end": pd.to_datetime(list(last)),
        }
    )


def test_a_window_across_new_year_stays_whole_and_a_silent_year_is_named():
    """8 January: four days around it reach into December; 2018 has no report at all."""
    rows = reports(("2019-01-01", "2019-01-10"), ("2017-03-03", "2017-03-03"))
    days = {year: date(year, 1, 8) for year in (2017, 2018, 2019, 2020)}
    cells, years = aligned_years.work_out(Spanned, intervals(rows), days, 10, 2)
    assert years["says"].tolist() == ["", "no reports", "", "no reports"]
    shown = cells[cells["year"] == 2019].set_index("offset")["expected"]
    assert shown.loc[-10] == 0 and shown.loc[-7] == pytest.approx(0.1)
    assert cells.loc[cells["year"] == 2019, "iso"].iloc[0] == "2018-12-29"


def test_days_outside_the_data_are_unknown_and_not_zero():
    """The data end on 5 January 2020, so the cells of 2020 end there."""
    rows = reports(("2020-01-01", "2020-01-01"))
    cells, years = aligned_years.work_out(Spanned, intervals(rows), {2020: date(2020, 1, 8)}, 10, 2)
    assert cells["iso"].max() == "2020-01-05"
    assert years["says"].tolist() == [""]


def test_bars_that_share_a_day_lie_in_lanes_of_their_own():
    """The third report starts after the first has ended and takes its lane."""
    rows = reports(
        ("2019-01-01", "2019-01-03"), ("2019-01-03", "2019-01-09"), ("2019-01-04", "2019-01-04")
    )
    found = aligned_years.in_lanes(rows, {2019: date(2019, 1, 8)}, 10, 2)
    assert found["lane"].tolist() == [0, 1, 0]
    assert found["id"].tolist() == ["NK0", "NK1", "NK2"]
    assert (found["first"].tolist(), found["last"].tolist()) == ([-7, -5, -4], [-5, 1, -4])


def test_bars_are_drawn_only_when_near_and_not_in_a_crowd(store, monkeypatch):
    """46 days are cells; so are 45 when more reports touch them than can be told apart."""
    view, days = look_at(store), {2019: date(2019, 11, 19)}
    assert aligned_years.near(view, days, 30, 15) is None
    drawn = aligned_years.near(view, days, 30, 14)
    rows = view.untimed()
    touching = (rows["date_start"] <= "2019-12-03") & (rows["date_end"] >= "2019-10-20")
    assert sorted(drawn["id"]) == sorted(rows.loc[touching, "id"])
    monkeypatch.setattr(aligned_years, "BARS", touching.sum() - 1)
    assert aligned_years.near(view, days, 30, 14) is None


def test_a_year_with_a_crowd_at_once_is_not_drawn_as_bars():
    """41 reports of the same days are too many lanes for one row."""
    crowd = reports(*[("2019-01-01", "2019-01-03")] * 41)
    assert aligned_years.in_lanes(crowd, {2019: date(2019, 1, 8)}, 30, 14) is None


def test_the_axis_names_the_date_or_the_feast(store):
    """A solar day is a date; a lunar one has a date each year and so is named."""
    occasions = look_at(store).calendar.occasions
    assert aligned_years.day_named(occasions["day_of_security"]) == "19 November"
    lunar = next(one for one in occasions.values() if one.is_lunar)
    assert aligned_years.day_named(lunar) == lunar.name_en


def run(view):
    def script(view):
        import streamlit as st

        from ui import aligned_years

        st.session_state.setdefault("selection", view.selection)
        aligned_years.draw(view)

    app = AppTest.from_function(script, args=(view,), default_timeout=60).run()
    assert not app.exception
    return app


def test_without_an_occasion_a_sentence_says_what_to_choose(store):
    """There is nothing to align at."""
    app = run(look_at(store))
    assert "comes back every year" in app.info[0].value
    assert not app.get("vega_lite_chart")


def test_every_year_has_a_row_and_a_table_says_the_same(store):
    """The Day of Security has a row in each year of the data, with its own day."""
    app = run(look_at(store, period="day_of_security"))
    assert len(app.get("vega_lite_chart")) == 1
    years = app.dataframe[0].value
    assert years["Year"].tolist() == list(range(2004, 2027))
    assert years.set_index("Year").loc[2019, "Its day"] == "2019-11-19"
    assert years.set_index("Year").loc[2026, "Row"] == "outside the data"


def test_a_short_range_draws_each_report(store):
    """At 20 days before and 10 after a bar is a report."""
    app = run(look_at(store, period="day_of_security"))
    app.number_input(key="aligned_years_before").set_value(20)
    app.number_input(key="aligned_years_after").set_value(10).run()
    assert not app.exception
    assert app.caption[0].value.startswith("A bar is one report")


def test_a_lunar_feast_is_laid_at_its_own_days(store):
    """Each row of the table has the day of that year's moon."""
    view = look_at(store)
    lunar = next(one for one in view.calendar.occasions.values() if one.is_lunar)
    years = run(look_at(store, period=lunar.id)).dataframe[0].value.set_index("Year")
    assert all(years.loc[y, "Its day"] == str(lunar.anchor(y)) for y in years.index)
    assert years["Its day"].str.slice(5).nunique() > 1
