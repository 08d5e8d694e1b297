"""The file of the engine removed, replaced or damaged: a sentence, and numbers again afterwards."""

from __future__ import annotations

import pytest

PAGES = ("map", "records", "periods", "sources")
HARMS = {
    "removed": lambda path, whole: path.unlink(),
    "replaced": lambda path, whole: path.write_bytes(b"not a store" * 1000),
    "cut off": lambda path, whole: path.write_bytes(whole[: len(whole) // 2]),
    "emptied": lambda path, whole: path.write_bytes(b""),
    "a folder": lambda path, whole: (path.unlink(), path.mkdir()),
}


@pytest.fixture(scope="module")
def whole(copy, start, tmp_path_factory):
    """The bytes of a store of all incidents."""
    path = tmp_path_factory.mktemp("store") / "atlas.duckdb"
    done = start(copy).run("load", str(copy / "data" / "incidents.csv"), str(path))
    assert done["code"] == 0, done
    return path.read_bytes()


@pytest.fixture
def path(whole, tmp_path):
    """A store to harm."""
    path = tmp_path / "atlas.duckdb"
    path.write_bytes(whole)
    return path


@pytest.mark.parametrize("name", HARMS)
def test_a_store_that_is_gone_before_the_start_is_told(copy, start, path, whole, name):
    """Every page says what is wrong and where; once it is back there are numbers again."""
    HARMS[name](path, whole)
    app = start(copy, ATLAS_STORE=str(path))
    page = app.see("records")
    assert page.exceptions == [] and app.traces() == []
    assert "reported incidents, " not in page.words and "atlas.duckdb" in page.words
    heal(path, whole)
    assert "497 reported incidents" in app.see("records").words


@pytest.mark.parametrize("name", HARMS)
def test_a_store_that_goes_while_the_app_runs_is_told(copy, start, path, whole, name):
    """No traceback and no wrong number; once it is back there are numbers again."""
    app = start(copy, ATLAS_STORE=str(path))
    assert "497 reported incidents" in app.see("map").words
    HARMS[name](path, whole)
    pages = [app.see(page, "province=KP-10") for page in PAGES]
    assert [page.exceptions for page in pages if page.exceptions] == []
    for page in pages[:2]:
        assert "158 reported incidents" in page.words or "atlas.duckdb" in page.words
    heal(path, whole)
    assert "497 reported incidents" in app.see("map").words
    assert app.traces() == []


def heal(path, whole):
    """Put the store back as it was."""
    if path.is_dir():
        path.rmdir()
    path.unlink(missing_ok=True)
    path.write_bytes(whole)


def test_a_store_that_is_gone_is_told_on_the_command_line(copy, start, tmp_path):
    """One sentence, exit 2."""
    done = start(copy).run("count", "", "--store", str(tmp_path / "none.duckdb"))
    assert (done["code"], done["out"], done["err"].count("\n")) == (2, "", 1)
    assert "none.duckdb" in done["err"]
