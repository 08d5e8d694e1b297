"""The run-up against the rest: its numbers in words, its charts and its switches."""

import pytest
from streamlit.testing.v1 import AppTest

from incidents.almanac import read_calendar
from incidents.dataset import DATA
from incidents.rates import Placebo, Ratio, rate_ratio
from incidents.selection import Selection
from incidents.store import open_store
from incidents.view import look
from ui import forest, runup


@pytest.fixture(scope="module")
def store():
    return open_store(DATA)


def look_at(store, **fields):
    return look(store, Selection(**fields), read_calendar(DATA))


def told(app):
    kinds = ("markdown", "caption", "info", "subheader")
    return "\n".join(str(e.value) for kind in kinds for e in app.get(kind)).replace("\\", "")


def page(view):
    def script(view):
        import streamlit as st

        from ui import runup

        st.session_state.setdefault("selection", view.selection)
        runup.draw(view)

    app = AppTest.from_function(script, args=(view,), default_timeout=60).run()
    assert not app.exception
    return app


def test_a_period_that_does_not_come_back_gets_a_sentence(store):
    """Without an occasion there is nothing to compare, and the page says what to choose."""
    assert "Choose a day that comes back every year" in told(page(look_at(store)))


def test_the_verdict_stands_first_with_and_without_the_tied_reports(store):
    """By default one sentence gives both, and both tables are drawn."""
    app = page(look_at(store, period="day_of_security"))
    assert app.markdown[0].value == (
        r"**This run\-up does not stand out from the rest of the year\.**"
    )
    first = str(app.caption[0].value).replace("\\", "")
    assert first.startswith("Unremarkable: the 18 days before the Day of Security")
    assert "Without the 6 reports that a source itself ties to the occasion" in first
    full, untied = (table.value for table in app.table)
    assert list(full.loc["Surely inside"]) == ["11", "486", "0.41 (0.21 to 0.75)"]
    assert list(untied.loc["Surely inside"])[:2] == ["8", "483"]
    assert list(full.loc["Days"])[:2] == ["399", "7,314"]


def test_a_switch_changes_the_selection_and_so_the_link(store):
    """Leaving the tied reports out is a field of the selection."""
    app = page(look_at(store, period="day_of_security"))
    app.toggle(key=runup.TIED).set_value(True).run()
    assert app.session_state["selection"].without_tied
    app.multiselect(key=runup.MINUS).set_value(["new_year"]).run()
    assert app.session_state["selection"].minus == ("new_year",)


def test_without_the_tied_reports_only_that_verdict_is_drawn(store):
    """The chosen switch is said in words and the other figures are gone."""
    app = page(look_at(store, period="day_of_security", without_tied=True))
    assert "tied to this occasion by their source are left out" in told(app)
    assert len(app.table) == 1


def test_the_warnings_stand_beside_the_figure(store):
    """Every caution that applies is drawn on the page, none behind a click."""
    words = told(page(look_at(store, period="day_of_security")))
    assert "Reports are counted, not events: 497 reports" in words
    assert "the data are incomplete" in words


def test_a_year_without_the_window_gives_words_and_no_chart(store):
    """2004 begins after its window, so nothing can be compared."""
    words = told(page(look_at(store, period="day_of_security", years=(2004,))))
    assert "Nothing to compare" in words
    assert "nothing to move" in words


def test_ratios_without_a_finite_limit_are_said_in_words():
    """3 reports in 30 days against none in 335 have no upper limit; no report has no ratio."""
    assert forest.in_words(rate_ratio(3, 30, 0, 335)).startswith("infinite: no report outside (")
    assert forest.in_words(rate_ratio(12, 30, 40, 335)) == "3.35 (1.60 to 6.51)"
    assert forest.in_words(Ratio(), 30, 0) == "undefined: no day outside"


def test_bars_of_the_moved_windows_add_up_to_all_moves():
    """Four moves stay four, in bins from 0 to the highest rate per 30 days."""
    found = forest.bins(Placebo((0, 1, 2, 3), (0.1, 0.0, 0.2, 0.2)))
    assert found["shifts"].sum() == 4
    assert found["end"].iloc[-1] == pytest.approx(6.0)
    assert found["shifts"].iloc[-1] == 2


def test_moved_windows_without_any_report_can_be_drawn():
    """Every rate 0 is one bin of moves and no error."""
    assert forest.bins(Placebo((0, 1), (0.0, 0.0)))["shifts"].iloc[0] == 2


def test_a_ratio_beyond_the_axis_is_a_triangle_at_its_edge(store):
    """No report surely inside is 0, which a log axis does not have."""
    answer = runup.work_out(look_at(store, period="day_of_security"))
    found = forest.ratios(answer.years).set_index(["name", "counted"])
    zero = found.loc[("2005", forest.SURELY)]
    assert (zero["value"], zero["shape"]) == (forest.LEAST, forest.SHAPES[1])
    assert found.loc[("2004", forest.SURELY), "told"] == "undefined: no day inside"
    assert list(answer.years)[:2] == ["All years", "All, without tied"]


def test_an_empty_selection_of_rows_is_said_and_draws_no_error(store):
    """A filter that nothing passes leaves words only."""
    view = look_at(store, period="day_of_security", text=("nosuchwordanywhere",))
    assert view.rows_count == 0
    words = told(page(view))
    assert "Too few reports" in words
    assert "Year by year" not in words
