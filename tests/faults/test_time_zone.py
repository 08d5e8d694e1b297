"""A clock in another time zone: no number, date or export changes."""

from __future__ import annotations

import re

import pytest

PAGES = ("map", "records", "periods", "sources")
QUERY = "period=day_of_security&before=18&years=2019"
FORMATS = ("csv", "csv-excel", "geojson", "kml")
ZONES = ("Pacific/Pago_Pago", "Pacific/Kiritimati", "Asia/Pyongyang")
FILES = ("xlsx", "parquet", "gpkg", "bundle")


@pytest.fixture(scope="module")
def clocks(copy, start):
    """The app under each clock, by time zone."""
    return {zone: start(copy, TZ=zone) for zone in ("UTC", *ZONES)}


@pytest.fixture(scope="module")
def here(clocks):
    """What is shown and exported where the clock is UTC."""
    return told(clocks["UTC"])


def told(app):
    """Every page of a view in words, its counts, and its exports."""
    found = {page: app.see(page, QUERY).lines for page in PAGES}
    found |= {"record": app.see("records", "id=NK00301").lines}
    found |= {form: untimed(app.run("export", QUERY, "--format", form)) for form in FORMATS}
    return found | {"count": app.run("count", QUERY), "rates": app.run("rates", QUERY)}


def untimed(done):
    """An export without the moment at which it was made, which is told in UTC."""
    return {**done, "out": re.sub(r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00", "", done["out"])}


@pytest.mark.parametrize("zone", ZONES)
def test_nothing_changes_with_the_clock(clocks, here, zone):
    """Eleven hours west, fourteen east, and where the reports are from."""
    there = told(clocks[zone])
    assert {name for name in here if here[name] != there[name]} == set()
    assert here["count"]["code"] == 0 and '"rows": ' in here["count"]["out"]


@pytest.mark.parametrize("form", FILES)
def test_files_hold_the_same_rows_west_and_east(clocks, tmp_path, form):
    """But for the moment of the export, which is told in UTC."""
    files = [tmp_path / f"{place}.{form}" for place in ("west", "east")]
    for zone, out in zip(ZONES[:2], files, strict=True):
        done = clocks[zone].run("export", QUERY, "--format", form, "--out", str(out))
        assert done["code"] == 0
    done = clocks["UTC"].run("diff", *map(str, files))
    assert done["out"] == "No incident differs.\n"
