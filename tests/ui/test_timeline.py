"""The timeline: its unit, what stands on it, and the brush that sets the dates."""

from datetime import date

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from incidents.almanac import read_calendar
from incidents.dataset import DATA
from incidents.periods import Campaign, Window
from incidents.selection import Selection
from incidents.store import open_store
from incidents.view import look
from ui import timeline
from ui import timeline_marks as marks
from ui.timeline_lanes import lanes

YEAR = Window(date(2019, 1, 1), date(2019, 12, 31))


@pytest.fixture(scope="module")
def store():
    return open_store(DATA)


def look_at(store, **fields):
    return look(store, Selection(**fields), read_calendar(DATA))


def campaign(name, start, end):
    return Campaign(name, name, "", start, end, "day", "other", ("national",), "", "")


def months():
    firsts, lasts = (date(2019, 1, 31), date(2019, 3, 5)), (date(2019, 2, 1), date(2019, 3, 5))
    starts, ends = (np.array([d.toordinal() for d in days]) for days in (firsts, lasts))
    return marks.count(
        (starts, ends, np.array([1, 1])), Window(date(2019, 1, 1), date(2019, 3, 31)), "month"
    )


def test_a_report_of_two_months_is_possible_in_both_and_sure_in_none():
    """31 January to 1 February: half a report expected in each month."""
    counts = months()
    assert counts["within"].tolist() == [0, 0, 1]
    assert counts["expected"].tolist() == [0.5, 0.5, 1]
    assert counts["touches"].tolist() == [1, 1, 1]
    drawn = marks.bars(counts)
    assert len(drawn) == 9  # three ways of counting, three months
    assert [one["count"] for one in drawn if one["counted"] == "Expected"] == [0.5, 0.5, 1.0]
    assert drawn[0]["when"] == "January 2019"


def test_moments_are_utc_midnights_so_no_time_zone_moves_a_day():
    """1 January 2019 is 17,897 days after 1 January 1970, and the bar ends a month later."""
    first = marks.bars(months())[0]
    assert first["first"] == 17_897 * 86_400_000
    assert first["next"] - first["first"] == 31 * 86_400_000


def test_a_brush_takes_the_whole_bars_it_lies_on():
    """From within January to within February gives both months."""
    low, high = marks.moment(date(2019, 1, 20)), marks.moment(date(2019, 2, 3)) + 5
    assert timeline.brushed([low, high], months()) == Window(date(2019, 1, 1), date(2019, 2, 28))
    assert timeline.brushed([high, low], months()) == Window(date(2019, 1, 1), date(2019, 2, 28))


def test_a_brush_beyond_the_data_stops_at_their_ends():
    """A brush over everything and more gives the first to the last bar."""
    wide = [marks.moment(date(1990, 1, 1)), marks.moment(date(2030, 1, 1))]
    assert timeline.brushed(wide, months()) == Window(date(2019, 1, 1), date(2019, 3, 31))


@pytest.mark.parametrize("value", [None, [], [1], "ab", ["a", "b"], [float("nan"), 1], [1e300, 1]])
def test_anything_else_from_the_browser_is_not_a_brush(value):
    """What is not two moments sets no dates."""
    assert timeline.brushed(value, months()) is None


def test_campaigns_at_one_time_lie_in_lanes_of_their_own():
    """Two at once are apart; one long after both goes back to the first lane."""
    found = lanes(
        [
            campaign("a", date(2019, 1, 1), date(2019, 2, 1)),
            campaign("b", date(2019, 1, 20), date(2019, 3, 1)),
            campaign("c", date(2019, 6, 1), None),
            campaign("d", date(2020, 1, 1), None),
        ],
        YEAR,
    )
    assert [(one["name"], one["lane"]) for one in found] == [("a", 0), ("b", 1), ("c", 0)]
    assert found[2]["when"] == "since 1 June 2019"
    assert found[2]["to"] == marks.moment(date(2020, 1, 1))  # open: to the end of the span


def test_a_name_stands_after_its_line_and_before_one_that_ends_with_the_span():
    """A name begins where the line ends; after a line to the end of the span there is no room."""
    past, lasting = lanes(
        [
            campaign("past", date(2019, 1, 1), date(2019, 2, 1)),
            campaign("lasting (a drive)", date(2019, 6, 1), None),
        ],
        YEAR,
    )
    assert (past["before"], past["at"]) == (False, marks.moment(date(2019, 2, 2)))
    assert (lasting["before"], lasting["at"]) == (True, marks.moment(date(2019, 6, 1)))
    assert lasting["label"] == "lasting"  # what is in brackets stands in the table
    # Between the two lie 119 days of 365; four and seven letters of 5.2 pixels have to fit in.
    assert past["room"] == lasting["room"] == pytest.approx(119 / 365)
    assert past["pixels"] == pytest.approx(4 * 5.2 + 14 + 7 * 5.2 + 7)


def test_no_line_lies_on_another_and_no_name_has_more_room_than_there_is(store):
    """In each lane the lines follow each other, and a name ends before the next line begins."""
    found = lanes(look_at(store).calendar.campaigns.values(), store.span)
    spans = sorted((one["lane"], one["from"], one["to"]) for one in found)
    pairs = zip(spans, spans[1:], strict=False)
    assert all(a[0] != b[0] or a[2] <= b[1] for a, b in pairs)
    whole = marks.moment(store.span.last, 1) - marks.moment(store.span.first)
    for one in found:
        others = [o for o in found if o["lane"] == one["lane"] and o is not one]
        if one["before"]:
            left = one["at"] - one["room"] * whole
            assert all(o["to"] <= left + 1 or o["from"] >= one["to"] for o in others)
        else:
            right = one["at"] + one["room"] * whole
            assert all(o["from"] >= right - 1 or o["to"] <= one["from"] for o in others)


def test_run_ups_stand_in_the_year_they_were_reported_for(store):
    """The run-up of 2019 is 1 to 19 November of that year and of no other."""
    found = marks.runups(look_at(store).calendar, Window(date(2019, 11, 1), date(2019, 11, 30)))
    assert [one["when"] for one in found] == ["1–19 November 2019"]
    assert found[0]["name"].startswith("Day of Security")


def test_the_chosen_days_are_shown_closer_in_a_finer_unit(store):
    """Nineteen days get days around them; every year at once, or no time, get nothing more."""
    part = timeline.closer(look_at(store, period="day_of_security", years=(2019,)))
    assert part == Window(date(2019, 10, 17), date(2019, 12, 4))  # 15 days on either side
    assert timeline.closer(look_at(store, period="day_of_security")) is None
    assert timeline.closer(look_at(store)) is None


def run(view):
    def script(view):
        import streamlit as st

        from ui import timeline

        st.session_state.setdefault("selection", view.selection)
        timeline.draw(view)

    app = AppTest.from_function(script, args=(view,), default_timeout=60).run()
    assert not app.exception
    return app


def key(app):
    return " ".join(str(part.proto.body) for part in app.get("html"))


def test_the_chart_says_what_it_counts_before_all_else(store):
    """Nine reports are in the sentence above, 497 in the chart; without dates none is amber."""
    app = run(look_at(store, period="day_of_security", years=(2019,)))
    assert app.caption[0].value == (
        "All 497 reports that pass the other filters; the chosen days are amber."
    )
    assert "Chosen days" in key(app) and "The day itself" in key(app)
    app = run(look_at(store))
    assert app.caption[0].value == "All 497 reports that pass the filters."
    assert "Chosen days" not in key(app) and "Run-ups as reported in their year" in key(app)


def test_the_page_draws_charts_with_tables_and_says_what_is_incomplete(store):
    """A chosen run-up draws two charts, each with its numbers as a table."""
    app = run(look_at(store, period="day_of_security", years=(2019,)))
    assert len(app.get("vega_lite_chart")) == 2
    assert "Incomplete from 20 December 2025 on" in key(app)
    table = app.dataframe[0].value
    row = table[table["First day"] == "2019-11-01"].iloc[0]
    assert row["Last day"] == "2019-11-30"
    assert row["Surely"] <= row["Expected"] <= row["Possibly"]


def test_dates_can_be_cleared_and_the_period_stays(store):
    """The button empties from and to and nothing else."""
    app = run(look_at(store, period="day_of_security", from_=date(2019, 1, 1)))
    app.button(key="timeline_clear").click().run()
    chosen = app.session_state["selection"]
    assert (chosen.period, chosen.from_, chosen.to) == ("day_of_security", None, None)
