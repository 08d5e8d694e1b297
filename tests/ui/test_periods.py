"""The periods page: one section at a time, chosen once, and a way on where a period is missing."""

import subprocess
import sys

import pytest
from streamlit.testing.v1 import AppTest

from incidents.almanac import read_calendar
from incidents.dataset import DATA
from incidents.selection import Selection
from incidents.store import open_store
from incidents.view import look
from ui import periods

ROOT = DATA.parent


@pytest.fixture(scope="module")
def store():
    return open_store(DATA)


def page(store, section="timeline", **fields):
    """Run the page for a selection, the section chosen before as a reader would have."""

    def script(view):
        import streamlit as st

        from ui import periods

        st.session_state.setdefault("selection", view.selection)
        periods.draw(view)

    view = look(store, Selection(**fields), read_calendar(DATA))
    app = AppTest.from_function(script, args=(view,), default_timeout=60)
    app.session_state["selection"] = view.selection
    app.session_state[periods.CHOICE] = section
    app.run()
    assert not app.exception
    return app


def told(app):
    kinds = ("header", "subheader", "markdown", "caption", "info")
    return "\n".join(str(e.value) for kind in kinds for e in app.get(kind)).replace("\\", "")


@pytest.mark.parametrize("section", periods.SECTIONS)
def test_every_section_opens_for_an_occasion_and_says_the_view_first(store, section):
    """63 reports may lie in the 18 days before the Day of Security, whatever is looked at."""
    app = page(store, section, period="day_of_security")
    assert app.header[0].value.replace("\\", "").startswith("63 reported incidents")
    assert app.button_group[0].value == section


@pytest.mark.parametrize("section", periods.SECTIONS)
def test_a_selection_without_a_row_is_told_and_never_breaks_a_section(store, section):
    """No report holds this word: the page says so, and offers the way out."""
    app = page(store, section, period="day_of_security", text=("zzzzz",))
    assert "No report matches all of the filters" in told(app)
    assert "Reset all filters" in [button.label for button in app.button]


@pytest.mark.parametrize("section", ["aligned_years", "runup"])
@pytest.mark.parametrize("period", [None, "covid_border_closure"])
def test_a_missing_occasion_is_one_click_away(store, section, period):
    """Without a day that comes back, and for a campaign, the Day of Security is offered."""
    app = page(store, section, period=period)
    assert "a date that comes back every year" in told(app)
    offer = next(b for b in app.button if "19 November" in b.label)
    offer.click().run()
    assert app.session_state["selection"].period == "day_of_security"


def test_the_offer_drops_the_days_of_another_period(store):
    """Thirty days before a campaign are not thirty days before the Day of Security."""
    app = page(store, "aligned_years", period="covid_border_closure", before=30, after=2)
    next(b for b in app.button if "19 November" in b.label).click().run()
    chosen = app.session_state["selection"]
    assert (chosen.before, chosen.after) == (None, None)


def test_a_section_costs_nothing_until_it_is_chosen():
    """The page is imported without altair, scipy or any of its sections."""
    asked = (
        "import sys, ui.periods as p;"
        "heavy = ['altair', 'scipy', *(f'ui.{m}' for m in p.SECTIONS)];"
        "print([name for name in heavy if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, cwd=ROOT)
    assert done.stdout.strip() == "[]", done.stderr


def test_the_occasion_looked_at_before_is_offered_with_all_its_days(store):
    """A click on a day trades the period for dates; one click brings the period back."""
    app = page(store, "aligned_years")
    app.session_state[periods.LAST] = {
        "period": "party_foundation_day", "before": 9, "after": 1, "years": (2019,),
        "from_": None, "to": None,
    }  # fmt: skip
    back = next(b for b in app.run().button if b.label.startswith("Back to"))
    assert back.label == "Back to Party Foundation Day"
    back.click().run()
    chosen = app.session_state["selection"]
    assert (chosen.period, chosen.before, chosen.after) == ("party_foundation_day", 9, 1)
    assert (chosen.years, chosen.from_, chosen.to) == ((2019,), None, None)


def test_an_occasion_is_remembered_while_it_is_looked_at(store):
    """Its period, days, years and dates, whatever section is open."""
    app = page(store, "timeline", period="day_of_security", before=5)
    kept = app.session_state[periods.LAST]
    assert (kept["period"], kept["before"], kept["years"]) == ("day_of_security", 5, ())
