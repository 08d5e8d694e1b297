"""Data files that cannot be read: a folder or no link in their place, or no permission."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

DATA = Path(__file__).resolve().parents[2] / "data"
FILES = sorted(path.name for path in DATA.iterdir() if path.suffix in {".csv", ".geojson"})
MORTAL = ("setpriv", "--bounding-set=-dac_override,-dac_read_search")
PAGES = ("map", "records", "periods", "import_", "sources")


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
    assert "occasions.csv" in page.words and "Permission denied" in page.words
