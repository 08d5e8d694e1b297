"""Every occasion ranked: the note on chance, and a table that promotes nothing."""

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from incidents.almanac import read_calendar
from incidents.dataset import DATA
from incidents.rates import rank
from incidents.selection import Selection
from incidents.store import open_store
from incidents.view import look
from ui import all_occasions


@pytest.fixture(scope="module")
def view():
    return look(open_store(DATA), Selection(), read_calendar(DATA))


@pytest.fixture(scope="module")
def ranking(view):
    return rank(view.untimed(), view.calendar, view.span)


def page(view):
    def script(view):
        from ui import all_occasions

        all_occasions.draw(view)

    app = AppTest.from_function(script, args=(view,), default_timeout=60).run()
    assert not app.exception
    return app


def test_the_note_on_chance_stands_before_the_table(view):
    """Who reads the top of the table has read that ranking finds some by chance."""
    app = page(view)
    assert "by chance" in str(app.markdown[0].value)
    assert len(app.dataframe[0].value) == len(view.calendar.occasions)


def test_every_occasion_has_a_line_in_the_order_of_the_ranking(ranking):
    """The table keeps the order, with the three counts of the Day of Security in one cell."""
    found = all_occasions.table(ranking)
    assert list(found["Occasion"]) == list(ranking["label"])
    line = found[found["Occasion"].str.startswith("Day of Security")].iloc[0]
    assert line["Surely / expected / possibly"] == "11 / 29.3 / 63"
    assert line["Window"] == "18 days before"
    assert line["Ratio, surely (95 %)"] == "0.41 (0.21 to 0.75)"


def test_q_values_are_left_out_where_each_is_one(ranking):
    """A column of 1.000 tells nothing; one value below it brings the column back."""
    assert "q-value" not in all_occasions.table(ranking.assign(q=1.0))
    assert "q-value" in all_occasions.table(ranking.assign(q=[0.5] + [1.0] * (len(ranking) - 1)))


def test_a_percentile_is_rounded_down(ranking):
    """94.99 stays below the 95th, and an unknown one stays empty."""
    found = all_occasions.table(ranking.head(2).assign(percentile=[0.9499, None]))
    assert found["Percentile"].iloc[0] == 94
    assert pd.isna(found["Percentile"].iloc[1])


def test_without_any_report_there_is_a_sentence(view):
    """Nothing is ranked where no report passes the filters."""
    app = page(view.narrowed(text=("nosuchwordanywhere",)))
    assert "nothing to rank" in str(app.info[0].value)
