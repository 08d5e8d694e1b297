"""The embedded incidents, as the store shows them, through every format of ours and back."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path

import pytest

from incidents.about import about_view
from incidents.almanac import read_calendar
from incidents.dataset import DATA
from incidents.export import FORMATS, export, to_csv, verify_bundle
from incidents.query import parse_query
from incidents.store import open_store
from incidents.view import look

RUN_UP = "period=day_of_security&before=18&years=2019&province=KP-10"


@pytest.fixture(scope="module")
def view_of():
    """A function from a query to its view over the embedded incidents."""
    store, calendar = open_store(DATA), read_calendar(DATA)
    vocabulary = store.vocabulary(calendar)
    return lambda query: look(store, parse_query(query, vocabulary), calendar)


def read(content: bytes) -> list[dict[str, str]]:
    """The lines of a CSV by column."""
    return list(csv.DictReader(io.StringIO(content.decode("utf-8"), newline="")))


def original() -> dict[str, dict[str, str]]:
    """The lines of the published file by id."""
    content = (Path(DATA) / "incidents.csv").read_bytes()
    return {one["id"]: one for one in read(content)}


def test_all_published_cells_are_in_the_csv(view_of):
    """The 33 columns of all 497 rows, by date_start and then id, none changed."""
    lines, published = read(to_csv(view_of("").rows)), original()
    assert len(lines) == 497
    assert [{name: one[name] for name in published[one["id"]]} for one in lines] == [
        published[one["id"]] for one in lines
    ]
    order = [(one["date_start"], one["id"]) for one in lines]
    assert order == sorted(order)


def test_the_run_up_of_2019_has_its_eight_rows(view_of):
    """The view of issue 2: eight rows, among them NK00301 with 1500 CNY."""
    lines = {one["id"]: one for one in read(to_csv(view_of(RUN_UP).rows))}
    assert len(lines) == 8
    assert (lines["NK00301"]["bribe_amount"], lines["NK00301"]["bribe_currency"]) == ("1500", "CNY")


def test_geojson_books_balance(view_of):
    """Placed in districts, in provinces only and nowhere add up as the view says."""
    view = view_of("")
    content = export(view.rows, "geojson", about_view(view, None))
    features = json.loads(content)["features"]
    means = [one["properties"]["geometry_means"] or "" for one in features]
    assert sum("district" in one for one in means) == view.in_districts
    assert sum("province" in one for one in means) == view.in_provinces
    assert sum(one["geometry"] is None for one in features) == view.not_on_map


def test_a_bundle_of_a_view_names_its_filter_and_verifies(view_of, tmp_path):
    """The manifest holds the link of the view, its rows and the dataset version."""
    view = view_of(RUN_UP)
    path = tmp_path / "view.zip"
    path.write_bytes(export(view.rows, "bundle", about_view(view, "2026-02-01")))
    assert verify_bundle(path) == []
    with zipfile.ZipFile(path) as archive:
        facts = json.loads(archive.read("manifest.json"))
    assert (facts["rows"], facts["dataset_version"]) == (8, view.store.version)
    assert "period=day_of_security" in facts["link"]


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_carries_a_view_with_nothing_in_it(view_of, format):
    """A view without rows exports as an empty file of its kind."""
    view = view_of("text=nothing-has-this-text")
    assert view.rows_count == 0
    assert export(view.rows, format, about_view(view, None))
