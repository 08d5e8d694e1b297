"""The reporting lag as drawn: which outlets, which counts, and that the period plays no part."""

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from incidents.almanac import read_calendar
from incidents.dataset import DATA
from incidents.selection import Selection
from incidents.store import open_store
from incidents.view import look
from ui import lag_chart

ROWS = pd.DataFrame(
    {
        "outlet": ["A", "B", "B", "B"],
        "year": [2019, 2019, 2019, 2020],
        "lag": pd.array([4, 2, -5, None], dtype="Int64"),
        "n": 1,
    }
)


@pytest.fixture(scope="module")
def view():
    return look(open_store(DATA), Selection(period="day_of_security"), read_calendar(DATA))


def page(view):
    def script(view):
        from ui import lag_chart

        lag_chart.draw(view)

    app = AppTest.from_function(script, args=(view,), default_timeout=60).run()
    assert not app.exception
    return app


def test_outlets_with_most_reports_come_first():
    """B has one lag of 2 days, one report made while running and one of unknown day."""
    found = lag_chart.by_outlet(ROWS)
    assert list(found["outlet"]) == ["B", "A"]
    assert list(found.loc[0, ["n", "median", "running", "unknown"]]) == [1, 2.0, 1, 1]


def test_the_bars_leave_no_report_out():
    """Every report is of one of the three kinds."""
    counted = lag_chart.counts(lag_chart.by_outlet(ROWS), "outlet")
    assert counted["reports"].sum() == len(ROWS)
    assert set(counted["kind"]) == {"with a lag", "reported while running", "report date unknown"}


def test_the_period_plays_no_part_and_the_tables_hold_every_report(view):
    """A narrow period still shows the lag of all years, with the numbers as tables."""
    app = page(view)
    outlets = app.dataframe[0].value
    counted = outlets[["With a lag", "Reported while running", "Report date unknown"]]
    assert counted.to_numpy().sum() == view.store.size
    assert "Year" in app.dataframe[1].value.columns


def test_one_outlet_can_be_looked_at_by_year(view):
    """Choosing an outlet changes the years drawn and breaks nothing."""
    app = page(view)
    app.selectbox(key="lag_of_outlet").set_value("Good Friends").run()
    assert not app.exception


def test_without_any_report_there_is_a_sentence(view):
    """Nothing passes, nothing is drawn."""
    app = page(view.narrowed(text=("nosuchwordanywhere",)))
    assert "no lag to show" in str(app.info[0].value)
