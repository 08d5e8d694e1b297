"""Data files exchanged for one another, before the app starts and while it runs."""

from __future__ import annotations

import pytest

from tests.faults.files import PAGES

PAIRS = [
    ("incidents.csv", "campaigns.csv"),
    ("occasions.csv", "campaigns.csv"),
    ("lunar_dates.csv", "runups.csv"),
    ("fx.csv", "fx_official.csv"),
    ("agencies.csv", "CHANGES.csv"),
    ("prk_adm1.geojson", "prk_adm2.geojson"),
    ("prk_adm2_names.csv", "fx.csv"),
    ("prk_settlements.geojson", "context_land.geojson"),
    ("context_rivers.geojson", "context_beyond.geojson"),
    ("context_border_towns.geojson", "context_neighbours.geojson"),
    ("prk_adm2.geojson", "fx.csv"),
]


@pytest.mark.parametrize("pair", PAIRS, ids=" and ".join)
def test_two_files_exchanged_before_the_start_are_told(cold, harm, pair):
    """At least one by its name; both on the page of sources where the rest can be shown."""
    harm.swap(*pair)
    page = cold.see("sources", fresh=True)
    assert page.exceptions == [] and cold.traces() == []
    told = [name for name in pair if name in page.words]
    assert told
    if "byte for byte as described" in page.words or "How we know" in page.words:
        assert all(f"published. {name}: " in page.words for name in pair)


def test_files_exchanged_while_the_app_runs_change_no_number(copy, start, harm):
    """What was read stays; the page of sources names every file."""
    app = start(copy)
    app.see("map")
    harm.swap("incidents.csv", "campaigns.csv")
    harm.swap("fx.csv", "fx_official.csv")
    harm.swap("prk_adm1.geojson", "prk_adm2.geojson")
    pages = {name: app.see(name) for name in PAGES}
    pages["record"] = app.see("records", "id=NK00052")
    assert {name: page.exceptions for name, page in pages.items() if page.exceptions} == {}
    assert "497 reported incidents" in pages["map"].words
    for name in harm.whole:
        assert f"published. {name}: " in pages["sources"].words
    assert app.traces() == []
