"""Data files cut off in the middle, before the app starts and while it runs."""

from __future__ import annotations

import pytest

from tests.faults.files import DATA, FILES, PAGES


@pytest.mark.parametrize("name", FILES)
def test_a_file_cut_off_before_the_start_is_told(cold, harm, name):
    """By its name, on the page of sources if the rest can be shown, else on every page."""
    harm.truncate(name)
    page = cold.see("sources", fresh=True)
    assert page.exceptions == [] and cold.traces() == []
    assert any(line.startswith(name) or f". {name}" in line for line in page.lines), page.words


def test_files_cut_off_while_the_app_runs_change_no_number(copy, start, harm):
    """What was read stays; each page is there, and the page of sources names every file."""
    app = start(copy)
    app.see("map")
    for name in FILES:
        harm.truncate(name)
    pages = {name: app.see(name) for name in PAGES}
    pages["record"] = app.see("records", "id=NK00052")
    assert {name: page.exceptions for name, page in pages.items() if page.exceptions} == {}
    assert "497 reported incidents" in pages["map"].words
    assert "497 reported incidents" in pages["records"].words
    told = [name for name in FILES if f"published. {name}: " in pages["sources"].words]
    assert told == FILES
    assert app.traces() == []


def test_a_sidecar_cut_off_is_told_and_the_others_are_read(cold, harm):
    """Its file is not called whole, and the map does not need it."""
    harm.truncate("fx.source.yaml")
    page = cold.see("sources", fresh=True)
    assert page.exceptions == []
    assert "fx.source.yaml: it is not the sidecar that SIDECARS.sha256 lists" in page.words
    assert "Reported security-force incidents in North Korea" in page.words
    assert "byte for byte as described" not in page.words


def test_the_sidecar_of_the_incidents_cut_off_takes_nothing_down(cold, harm):
    """The map shows its numbers; the day of the data is not known."""
    harm.fold("incidents.source.yaml")
    page = cold.see("map", fresh=True)
    assert page.exceptions == []
    assert "497 reported incidents" in page.words and "Data as of –" in page.words


@pytest.mark.parametrize("share", [0, 1, 100, 200_000])
def test_incidents_cut_off_anywhere_are_never_half_shown(cold, harm, copy, share):
    """After the first bytes, or in the middle: no number at all instead of a smaller one."""
    harm.truncate("incidents.csv")
    (copy / "data" / "incidents.csv").write_bytes((DATA / "incidents.csv").read_bytes()[:share])
    page = cold.see("map", fresh=True)
    assert page.exceptions == [] and "reported incidents" not in page.words
    assert "incidents.csv" in page.words
    told = cold.run("count", "") if share == 100 else None
    assert told is None or (told["code"], told["out"], told["err"].count("\n")) == (2, "", 1)
