"""Data files that cannot be read: a folder or no link in their place, or no permission."""

from __future__ import annotations

import os

import pytest

from tests.faults.files import FILES, PAGES

MORTAL = ("setpriv", "--bounding-set=-dac_override,-dac_read_search")


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_cannot_be_read_at_the_start_is_told(cold, harm, name):
    """A folder stands where the file should be."""
    harm.fold(name)
    page = cold.see("sources", fresh=True)
    assert page.exceptions == [] and cold.traces() == []
    assert any(line.startswith(name) or f". {name}" in line for line in page.lines), page.words


@pytest.mark.parametrize("name", ["incidents.csv", "fx.csv", "prk_adm2.geojson", "runups.csv"])
def test_a_link_to_nowhere_is_a_missing_file(cold, harm, name):
    """It is told as one."""
    harm.unlink(name)
    page = cold.see("sources", fresh=True)
    assert page.exceptions == [] and cold.traces() == []
    assert name in page.words


def test_files_that_become_unreadable_while_the_app_runs_change_no_number(copy, start, harm):
    """Also those that are read late: rates with the first sum, the list of changes with a link."""
    app = start(copy)
    app.see("map")
    for name in FILES:
        harm.fold(name)
    pages = {name: app.see(name) for name in PAGES}
    pages["gone"] = app.see("records", "id=NK00999")
    pages["paid"] = app.see("records", "id=NK00052")
    assert {name: page.exceptions for name, page in pages.items() if page.exceptions} == {}
    assert "497 reported incidents" in pages["map"].words
    assert "list of changes cannot be read" in pages["gone"].words
    assert "NK00052" in pages["paid"].words
    assert [name for name in FILES if f"published. {name}: " in pages["sources"].words] == FILES
    assert app.traces() == []
    harm.heal()
    assert "byte for byte as described" in app.see("sources").words


def test_an_import_without_the_names_of_places_is_a_sentence(copy, start, harm):
    """It says which file is to be restored; the page stays."""
    app = start(copy)
    app.see("map")
    harm.fold("prk_adm2_names.csv")
    sheet = "date,district,title\n2019-11-13,Hysan-up,One\n"
    page = app.see("import_", upload=sheet)
    assert page.exceptions == [] and "prk_adm2_names.csv" in page.words
    assert app.traces() == []


@pytest.mark.parametrize("name", FILES)
def test_a_command_without_one_of_its_files_is_a_sentence_or_does_without(cold, harm, name):
    """Exit 2 with one line that names the file, or the answer."""
    harm.fold(name)
    for command in (["place", "Hysan"], ["count", "province=KP-10"], ["export", "id=NK00052"]):
        done = cold.ask({"command": command, "fresh": True})
        assert done["code"] in (0, 2)
        if done["code"]:
            assert name in done["err"] and done["err"].count("\n") == 1
            assert done["out"] == ""
    assert cold.traces() == []


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="Windows has no such permissions")
def test_a_file_without_permission_is_told(copy, start):
    """Nobody may read it; root may read all, so for the test it gives up that right."""
    path = copy / "data" / "occasions.csv"
    path.chmod(0)
    try:
        page = start(copy, before=MORTAL if os.geteuid() == 0 else ()).see("map")
    finally:
        path.chmod(0o644)
    assert page.exceptions == []
    assert "occasions.csv" in page.words and "it is not permitted" in page.words
