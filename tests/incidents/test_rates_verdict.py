"""What is said about a comparison: each finding from data that call for it."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from incidents.almanac import read_calendar
from incidents.dataset import DATA
from incidents.lag import incomplete_from
from incidents.periods import Window
from incidents.rates import compare, finding, tied_and_untied, verdict, warnings
from incidents.selection import Selection

CALENDAR = read_calendar(DATA)
SPAN = Window(date(2010, 1, 1), date(2019, 12, 31))
SECURITY = Selection(period="day_of_security")
YEARS = range(2010, 2020)


def frame(rows) -> pd.DataFrame:
    """Incidents of one day each unless a last day is given: (day, tied, last day)."""
    table = pd.DataFrame(
        [(first, last[0] if last else first, tied) for first, tied, *last in rows],
        columns=["date_start", "date_end", "occasion_id"],
    )
    days = {name: pd.to_datetime(table[name]) for name in ("date_start", "date_end")}
    return table.assign(**days, outlet="A", province="KP-09")


def spread(per_year: int, in_window: int, tied: str = "") -> list[tuple]:
    """Each year some reports over the year's months, and some on 1 to 19 November."""
    evenly = [(f"{y}-{m:02}-{d:02}", "") for y in YEARS for m in range(1, 13) for d in (3, 13, 23)]
    rest = [row for row in evenly if row[0][5:7] != "11"][: per_year * 10]
    return rest + [(f"{y}-11-{1 + i % 19:02}", tied) for y in YEARS for i in range(in_window)]


def asked(rows, chosen=SECURITY):
    """The comparison with and without tied rows."""
    return tied_and_untied(frame(rows), CALENDAR, chosen, SPAN)


def test_more_often_is_said_when_everything_carries_it():
    """Twelve a year in nineteen days against thirty-three in the rest."""
    both = asked(spread(33, 12))
    assert finding(*both) == "more"
    assert verdict(*both).startswith(
        "Reports came more often: the 18 days before the Day of Security and the day itself, "
        "2010–2019"
    )


def test_more_often_is_not_said_when_it_rests_on_tied_rows():
    """The same reports, but each found because its source ties it to the day."""
    both = asked(spread(33, 12, tied="day_of_security"))
    assert finding(*both) == "rests_on_tied"
    said = verdict(*both)
    assert said.startswith("Not established")
    assert "Without the 120 reports that a source itself ties to the occasion" in said


def test_an_ordinary_window_is_unremarkable():
    """Two a year in nineteen days is the pace of the rest of the year."""
    both = asked(spread(33, 2))
    assert finding(*both) == "unremarkable"
    assert verdict(*both).startswith("Unremarkable: ")
    assert "below the 95th" in verdict(*both)


def test_a_silent_window_is_unremarkable_and_said_to_have_fewer():
    """No report in any of ten run-ups is fewer than chance would leave."""
    said = verdict(*asked(spread(33, 0)))
    assert said.startswith("Unremarkable: ")
    assert "there were fewer reports than at other times" in said


def test_too_few_reports_to_say():
    """Fifty reports leave under three for the window, whatever was found in it."""
    both = asked(spread(4, 1))
    assert finding(*both) == "too_few"
    assert verdict(*both).startswith("Too few reports to say")


def test_vague_dates_alone_establish_nothing():
    """Reports spread over 1 October to 31 December touch every run-up and lie within none."""
    vague = [(f"{y}-10-20", "", f"{y}-12-05") for y in YEARS for _ in range(20)]
    both = asked(vague + [(f"{y}-03-03", "") for y in YEARS])
    assert finding(*both) == "unproven"
    said = verdict(*both)
    assert said.startswith("Not established")
    assert "Of the 200 reports that may fall in the window, 200 may as well lie outside it" in said


def test_no_window_in_the_data():
    """A year before the data leaves nothing to compare, and nothing to warn of."""
    chosen = Selection(period="day_of_security", years=(1999,))
    one = compare(frame(spread(33, 2)), CALENDAR, chosen, SPAN)
    assert verdict(one).startswith("Nothing to compare: no window of Day of Security")
    assert warnings(one, frame([])) == ()


@pytest.mark.parametrize("in_window", [0, 1, 2, 4, 6, 8, 12])
def test_the_verdict_says_what_the_data_cannot_carry(in_window):
    """Every verdict tells the basis of its window, and that reports are not events."""
    said = verdict(*asked(spread(33, in_window)))
    assert (
        "The length of 18 days rests on this: One report (Daily NK, Ryanggang, 13 Nov 2019)."
        in said
    )
    assert said.endswith("neither how often it happened nor why.")


@pytest.mark.parametrize("in_window", [1, 2, 3, 4, 5, 6, 8, 12])
def test_more_is_never_said_without_both_intervals_and_the_percentile(in_window):
    """The finding follows the numbers, whatever they are."""
    one, _ = asked(spread(33, in_window))
    carried = (
        one.ratio_within.low > 1 and one.ratio_touches.low > 1 and one.placebo.percentile >= 0.95
    )
    assert (finding(one) == "more") == carried


def test_a_window_chosen_by_hand_says_so():
    """A reader's own 30 days rest on no source."""
    chosen = Selection(period="day_of_security", before=30)
    assert "The window was chosen by hand." in verdict(*asked(spread(33, 5), chosen))


def test_a_default_without_a_source_says_so():
    """Nobody reported how long the run-up to May Day is."""
    said = verdict(*asked(spread(33, 5), Selection(period="may_day")))
    assert "No source gives the length of this run-up; 14 days are a plain default." in said


def test_warnings_carry_the_numbers_of_their_rows():
    """Outlets, provinces, tied rows and the end of the data, worked out from 350 rows."""
    rows = frame(spread(33, 2, tied="day_of_security"))
    tied, untied = tied_and_untied(rows, CALENDAR, SECURITY, SPAN)
    said = " ".join(warnings(tied, rows, untied))
    assert "350 reports on 3,652 days" in said
    assert "1 outlet; A alone gives 100%" in said
    assert "1 of 1 reported in every compared year" in said
    assert "North Hamgyong holds 100% of these reports" in said
    assert "20 rows were found because a source ties them to this occasion" in said


def test_the_incomplete_weeks_are_warned_of():
    """The last report came 31 days late, so from December on reports are missing."""
    rows = frame([("2019-11-30", ""), ("2019-03-01", "")])
    lags = pd.DataFrame({"lag": pd.array([31, 31], dtype="Int64"), "n": 1})
    day = incomplete_from(lags, date(2019, 12, 31))
    one = compare(rows, CALENDAR, SECURITY, SPAN)
    said = " ".join(warnings(one, rows, incomplete=day))
    assert "From 1 December 2019 on the data are incomplete" in said
