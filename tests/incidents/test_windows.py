"""The days a selection asks for."""

from dataclasses import replace
from datetime import date

from incidents.almanac import read_calendar
from incidents.dataset import DATA
from incidents.periods import Window
from incidents.selection import Selection
from incidents.windows import effective_before, time_filter

CALENDAR = read_calendar(DATA)
SPAN = Window(date(2004, 12, 11), date(2026, 1, 22))


def windows(**asked):
    found = time_filter(Selection(**asked), CALENDAR, SPAN)
    return [(w.first.isoformat(), w.last.isoformat()) for w in found.windows]


def reason(**asked):
    return time_filter(Selection(**asked), CALENDAR, SPAN).reason


def test_without_period_or_dates_time_is_not_filtered():
    """No windows and no reason: every row counts whole."""
    assert windows() == [] and reason() is None


def test_an_occasion_without_years_means_every_year_of_the_store():
    """2004 to 2026 are 23 anchors of 19 November."""
    found = windows(period="day_of_security", before=0)
    assert len(found) == 23
    assert found[0] == ("2004-11-19", "2004-11-19") and found[-1][0] == "2026-11-19"


def test_the_default_before_applies_when_none_is_given():
    """The Day of Security opens 18 days before; a campaign opens none."""
    assert windows(period="day_of_security", years=(2019,)) == [("2019-11-01", "2019-11-19")]
    assert effective_before(Selection(period="battle_80day_2020"), CALENDAR) == 0


def test_from_and_to_clip_a_period_or_stand_alone():
    """Clipping 1-19 November from the 10th leaves 10-19; alone they are one window."""
    clipped = windows(period="day_of_security", years=(2019,), from_=date(2019, 11, 10))
    assert clipped == [("2019-11-10", "2019-11-19")]
    assert windows(from_=date(2019, 1, 1), to=date(2019, 1, 2)) == [("2019-01-01", "2019-01-02")]


def test_years_alone_are_calendar_years_and_neighbours_merge():
    """2018 and 2019 adjoin and are one window."""
    assert windows(years=(2018, 2019)) == [("2018-01-01", "2019-12-31")]


def test_a_campaign_widens_and_years_clip_it():
    """34 days before 10 March 2019 is 4 February; 2020 of the border closure starts in January."""
    assert windows(period="spa_election_2019", before=34) == [("2019-02-04", "2019-03-10")]
    closure = windows(period="covid_border_closure", years=(2020,))
    assert closure == [("2020-01-22", "2020-12-31")]


def test_an_open_campaign_runs_to_the_last_day_of_the_store():
    """The thought law of 4 December 2020 has no end; the store ends on 22 January 2026."""
    assert windows(period="reactionary_thought_law") == [("2020-12-04", "2026-01-22")]


def test_an_open_campaign_that_starts_after_the_store_has_no_day():
    """The reason names its start and the last report."""
    late = replace(CALENDAR.campaigns["reactionary_thought_law"], start=date(2027, 1, 1))
    calendar = replace(CALENDAR, campaigns={"late": late})
    found = time_filter(Selection(period="late"), calendar, SPAN)
    assert not found.windows
    assert "began on 1 January 2027, after the last report" in (found.reason or "")


def test_filters_that_leave_no_day_say_why():
    """From after to, an occasion not kept that year, and a clip that misses all windows."""
    assert "Swap them" in reason(from_=date(2020, 2, 1), to=date(2020, 1, 1))
    assert "first kept in 2010" in reason(period="songun_day", years=(2005,))
    assert "None of the chosen windows" in reason(
        period="day_of_security", years=(2019,), to=date(2019, 1, 1)
    )
    assert "no day in 2010" in reason(period="battle_80day_2020", years=(2010,))


def test_windows_of_neighbouring_years_merge_when_they_meet():
    """365 days before each 19 November leave one unbroken window."""
    assert windows(period="day_of_security", before=365, years=(2018, 2019)) == [
        ("2017-11-19", "2019-11-19")
    ]
