"""Charts as specifications: every one is Vega-Lite, and its rows are sent once."""

from __future__ import annotations

import copy
import json

import pytest
from altair.vegalite.v6.schema.core import load_schema
from jsonschema import Draft7Validator
from streamlit.testing.v1 import AppTest

from incidents.almanac import read_calendar
from incidents.dataset import DATA
from incidents.selection import Selection
from incidents.store import open_store
from incidents.view import look
from ui import periods, vega

VALID = Draft7Validator(load_schema())
DRAWN = ("timeline", "aligned_years", "runup", "lag_chart", "paid")  # sections with a chart
ASKED = [
    {"period": "day_of_security"},
    {"period": "day_of_security", "years": (2019,)},
    {"period": "day_of_security", "before": 5, "province": ("KP-10",)},
    {},
]
ROWS = [{"at": 1}, {"at": 2}]


@pytest.fixture(scope="module")
def store():
    return open_store(DATA)


def charts(store, module, section="", **fields):
    def script(view, module):
        from importlib import import_module

        import streamlit as st

        st.session_state.setdefault("selection", view.selection)
        import_module(f"ui.{module}").draw(view)

    view = look(store, Selection(**fields), read_calendar(DATA))
    app = AppTest.from_function(script, args=(view, module), default_timeout=60)
    app.session_state[periods.CHOICE] = section
    app.run()
    assert not app.exception
    return app.get("vega_lite_chart")


def faults(spec):
    """What is wrong with a chart, in the words of the schema; rows are looked up by their name."""
    return [fault.message[:200] for fault in VALID.iter_errors(spec)]


@pytest.mark.parametrize("section", DRAWN)
@pytest.mark.parametrize("lang", ["en", "ko"])
def test_every_chart_of_the_periods_is_vega_lite(store, section, lang):
    """Held to the schema that Vega-Lite publishes, for a period, a year, a province, and none."""
    found = [one for fields in ASKED
             for one in charts(store, "periods", section, lang=lang, **fields)]  # fmt: skip
    assert found
    assert [faults(json.loads(chart.proto.spec)) for chart in found] == [[]] * len(found)


def test_every_chart_of_the_sources_is_vega_lite(store):
    """Outlets, provinces, years, and who published in which year."""
    found = charts(store, "coverage")
    assert [faults(json.loads(chart.proto.spec)) for chart in found] == [[]] * 4


def test_the_schema_finds_a_misspelt_part():
    """So that the tests above say something."""
    one = {"mark": {"type": "bar"}, "encoding": {"x": vega.field("at:Q", titel="At")}}
    assert faults({"data": {"name": "rows"}, **one})
    one["encoding"]["x"] = vega.field("at:Q", title="At")
    assert not faults({"data": {"name": "rows"}, **one})


def test_rows_of_several_layers_are_sent_once():
    """Two layers over the same two rows: one table goes to the browser, under one name."""

    def script():
        from ui import vega

        rows = [{"at": 1}, {"at": 2}]
        layers = [vega.mark(kind, rows, {"x": vega.field("at:Q")}) for kind in ("bar", "tick")]
        vega.draw(vega.layered(layers), 100, "Two", "two")

    app = AppTest.from_function(script).run()
    chart = app.get("vega_lite_chart")[0].proto
    names = [layer["data"]["name"] for layer in json.loads(chart.spec)["layer"]]
    assert [one.name for one in chart.datasets] == [names[0]] and names[0] == names[1]


def test_a_chart_that_is_drawn_is_left_as_it_was():
    """It may be kept and drawn again, for another reader."""
    chart = vega.layered([vega.mark("bar", ROWS, {"x": vega.field("at:Q")})])
    before = copy.deepcopy(chart)
    vega.draw(chart, 100, "Two", "left")
    assert chart == before
