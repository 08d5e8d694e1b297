"""Made-up incidents: marked as such, seeded, and spread as real ones are."""

import json

import pytest

from incidents.__main__ import main
from incidents.almanac import read_calendar
from incidents.cells import check_rows
from incidents.dataset import DATA
from incidents.dates import edtf
from incidents.faults import DataFaults
from incidents.record import SEARCHED
from incidents.selection import Selection
from incidents.stores.loading import load
from incidents.stores.making_up import synthesize
from incidents.stores.opening import store_at
from incidents.text import haystack
from incidents.view import look


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    path = str(tmp_path_factory.mktemp("made") / "s.duckdb")
    return path, synthesize(3000, path, 7)


@pytest.fixture(scope="module")
def rows(made):
    return look(store_at(made[0]), Selection(), read_calendar(DATA)).rows


def test_every_row_says_that_it_is_made_up(made, rows):
    """Data set, title, summary, outlet and source, and the store as a whole."""
    assert set(rows["dataset"]) == {"synthetic"} and made[1]["synthetic"] == len(rows) == 3000
    assert rows["title"].str.startswith("Synthetic: ").all()
    assert rows["outlet"].str.startswith("Synthetic outlet ").all()
    assert rows["summary"].str.contains("made up").all()
    assert rows["source_url"].str.startswith("https://example.org/synthetic/").all()


def test_the_rows_keep_every_rule_of_the_schema(rows):
    """They would pass a check, and what is derived is what would be derived."""
    check_rows(rows.assign(line="0"), "synthetic")
    spans = zip(rows["date_start"].dt.date, rows["date_end"].dt.date, strict=True)
    assert list(rows["edtf"]) == [edtf(first, last) for first, last in spans]


def test_what_is_worked_out_agrees_with_the_rows(made, rows):
    """Search text, numbers of day, and ids of districts as a load would give them."""
    from incidents.reading import complete, with_search

    engine = store_at(made[0]).engine
    asked = "SELECT haystack, start_day, end_day, year, month_day, agency_bits, district_id "
    held = engine.ask(asked + "FROM incidents ORDER BY position", {}).df()
    expected = with_search(complete(rows, "synthetic"))
    for column in held:
        assert list(held[column]) == list(expected[column]), column
    assert held["haystack"][0] == haystack([rows[name][0] for name in SEARCHED])


def test_the_spread_is_that_of_the_reports(rows):
    """Two provinces hold about two thirds; one in five is dated to the day; all years occur."""
    shares = rows["province"].value_counts(normalize=True)
    assert 0.55 < shares["KP-09"] + shares["KP-10"] < 0.75
    assert 0.15 < (rows["date_precision"] == "day").mean() < 0.25
    assert rows["date_start"].dt.year.nunique() == 22
    assert rows["district_id"].str.contains(";").mean() > 0.01
    assert (rows["province"] == "").mean() > 0.01


def test_one_seed_gives_the_same_rows_and_another_gives_others(made, tmp_path):
    """By version; and a killed run that made some rows already comes to the same."""
    again = synthesize(3000, str(tmp_path / "folder"), 7)
    other = synthesize(3000, str(tmp_path / "other.duckdb"), 8)
    assert again["version"] == made[1]["version"] != other["version"]


def test_a_stopped_run_goes_on_where_it_stood(tmp_path, monkeypatch):
    """Stopped after one piece of three and begun again: the rows of an undisturbed run."""
    from incidents import synthetic

    monkeypatch.setattr(synthetic, "PIECE", 100)
    whole = synthesize(300, str(tmp_path / "whole.duckdb"), 7)
    told = []

    def stop(done):
        told.append(done)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        synthesize(300, str(tmp_path / "s.duckdb"), 7, stop)
    again = synthesize(300, str(tmp_path / "s.duckdb"), 7, told.append)
    assert told == [100, 200, 300] and again["version"] == whole["version"]


def test_real_reports_are_never_replaced(tmp_path):
    """A store with reports stays as it is."""
    store = str(tmp_path / "s.duckdb")
    load(DATA / "incidents.csv", store, print)
    with pytest.raises(DataFaults, match="holds real reports"):
        synthesize(10, store, 1)
    assert store_at(store).size == 497


def test_the_command_prints_the_totals(tmp_path, capsys):
    """Ten rows, and again ten; nothing below one."""
    store = str(tmp_path / "s.duckdb")
    for _ in range(2):
        assert main(["synthesize", "10", store]) == 0
        assert json.loads(capsys.readouterr().out)["rows"] == 10
    with pytest.raises(SystemExit):
        main(["synthesize", "0", store])
