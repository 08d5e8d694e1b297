"""Occasions, campaigns and the windows they open."""

from datetime import date

import pytest

from incidents.almanac import read_calendar
from incidents.dataset import DATA
from incidents.faults import DataFaults
from incidents.periods import Occasion, Window, clip, merge, occasion_windows, shift, widen

CALENDAR = read_calendar(DATA)


def day(text):
    return date.fromisoformat(text)


def window(first, last):
    return Window(day(first), day(last))


def test_a_window_counts_both_its_ends():
    """1 to 19 November are nineteen days, and one day is one day."""
    assert window("2019-11-01", "2019-11-19").days == 19
    assert window("2019-11-19", "2019-11-19").days == 1


def test_a_window_turned_round_is_refused():
    """A last day before the first is an error with both days in it."""
    with pytest.raises(ValueError, match="2019-11-19.*last day is before the first"):
        window("2019-11-19", "2019-11-01")


def test_windows_that_overlap_or_adjoin_become_one():
    """Three windows, two of them touching end to end, leave two."""
    merged = merge(
        [
            window("2019-03-05", "2019-03-06"),
            window("2019-01-01", "2019-01-10"),
            window("2019-01-11", "2019-01-12"),
            window("2019-01-05", "2019-01-06"),
        ]
    )
    assert merged == (window("2019-01-01", "2019-01-12"), window("2019-03-05", "2019-03-06"))


def test_clipping_keeps_only_days_between():
    """A window wholly outside disappears, one half inside is cut."""
    windows = [window("2019-01-01", "2019-01-31"), window("2018-01-01", "2018-01-31")]
    assert clip(windows, day("2019-01-15"), None) == (window("2019-01-15", "2019-01-31"),)


def test_the_run_up_to_the_day_of_security_starts_on_1_november():
    """18 days up to 19 November are 1 to 19 November, the day itself included."""
    occasion = CALENDAR.occasions["day_of_security"]
    assert occasion.default_before == 18
    assert occasion_windows(occasion, 18, 0, [2019]) == {2019: window("2019-11-01", "2019-11-19")}


def test_a_window_across_new_year_belongs_to_the_year_of_its_anchor():
    """14 days before 8 January 2020 reach into December 2019 and are 2020's."""
    occasion = CALENDAR.occasions["kim_jong_un_birthday"]
    assert occasion_windows(occasion, 14, 0, [2020]) == {2020: window("2019-12-25", "2020-01-08")}


def test_a_lunar_feast_is_looked_up_and_unknown_outside_its_table():
    """Lunar New Year was 5 February in 2019; for 1999 nothing is known."""
    seollal = CALENDAR.occasions["seollal"]
    assert seollal.anchor(2019) == day("2019-02-05")
    assert seollal.anchor(1999) is None


def test_an_occasion_not_yet_or_no_longer_kept_has_no_day():
    """The army day of 25 April ended in 2017; the February one began in 2018."""
    assert CALENDAR.occasions["army_day_apr25"].anchor(2018) is None
    assert CALENDAR.occasions["army_day_feb8"].anchor(2017) is None
    assert CALENDAR.occasions["army_day_feb8"].anchor(2018) == day("2018-02-08")


def test_a_day_without_reported_run_up_defaults_to_fourteen():
    """Liberation Day has no reported run-up; zero days reported stay zero."""
    assert CALENDAR.occasions["liberation_day"].default_before == 14
    none = Occasion("x", "X", "", 1, 1, None, None, "", 0, "", "", "")
    assert none.default_before == 0


def test_days_cannot_leave_the_calendar():
    """Shifting before year 1 or past 9999 stops at the end of the calendar."""
    assert shift(date.min, -5) == date.min
    assert widen(Window(date.max, date.max), 0, 365).last == date.max


def test_scopes_and_open_ends_are_read():
    """National scope is no scope; an empty end stays open; a run-up without end ends on the day."""
    assert CALENDAR.campaigns["battle_80day_2020"].scope == ()
    assert CALENDAR.campaigns["kaesong_lockdown_2020"].scope == ("KP-15",)
    assert CALENDAR.campaigns["reactionary_thought_law"].end is None
    assert CALENDAR.runups[0].end == day("2019-11-19")


def test_ids_of_occasions_and_campaigns_never_meet():
    """One key, `period`, names either, so no id may be both."""
    assert not set(CALENDAR.occasions) & set(CALENDAR.campaigns)


def copy_calendar(folder):
    for name in ("occasions", "lunar_dates", "campaigns", "runups"):
        (folder / f"{name}.csv").write_bytes((DATA / f"{name}.csv").read_bytes())


def test_a_damaged_calendar_names_file_and_line(tmp_path):
    """An impossible date, an end before its start and a missing file are all told at once."""
    copy_calendar(tmp_path)
    lines = (tmp_path / "campaigns.csv").read_text("utf-8").splitlines()
    lines[1] = lines[1].replace("2007-07-29,2007-07-29", "2007-07-29,2007-07-28")
    lines[2] = lines[2].replace("2009-03-08", "2009-02-30")
    (tmp_path / "campaigns.csv").write_text("\n".join(lines), "utf-8")
    (tmp_path / "runups.csv").unlink()
    with pytest.raises(DataFaults) as found:
        read_calendar(tmp_path)
    text = "\n".join(found.value.sentences)
    assert "campaigns.csv line 2: end 2007-07-28 is before start 2007-07-29" in text
    assert "campaigns.csv line 3" in text
    assert "runups.csv: the file is missing" in text
