"""A real server over a copy of the app, whose data files go while a reader has it open."""

from __future__ import annotations

import csv
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.serving import start_atlas
from tests.waiting import PATIENCE, Runs

FILES = ("incidents.csv", "fx.csv", "prk_adm2.geojson", "prk_adm2_names.csv", "runups.csv")


@pytest.fixture
def served(copy, tmp_path):
    """The address of a server over the copy, and what it prints."""
    running = start_atlas(tmp_path, folder=copy)
    yield running.url, running.lines
    running.kill()


def open_page(browser, address):
    """A page that has run to its end, and the addresses it asked for."""
    page, asked = browser.new_page(locale="en-GB"), []
    page.set_default_timeout(PATIENCE)
    page.on("request", lambda request: asked.append(urlsplit(request.url).netloc))
    runs = Runs(page)
    runs.expect()
    page.goto(address)
    runs.wait()
    return page, asked


def test_a_reader_goes_on_when_data_files_go_while_the_app_runs(browser, served, harm):
    """Pages change, filters count, rows download; the page of sources names the files."""
    address, lines = served
    page, asked = open_page(browser, f"{address}/records?province=KP-10")
    page.get_by_text("158 reported incidents").first.wait_for()
    for name in FILES:
        harm.fold(name)
    with page.expect_download() as saved:
        page.get_by_role("button", name="Download 158 rows as CSV", exact=True).click()
    rows = list(csv.reader(saved.value.path().read_text("utf-8").splitlines(keepends=True)))
    assert len(rows) == 1 + 158
    page.get_by_role("link", name="Sources").first.click()
    for name in FILES:
        page.get_by_text(f"published. {name}: ").first.wait_for()
    page.get_by_role("link", name="Map").first.click()
    page.get_by_text("158 reported incidents").first.wait_for()
    assert page.locator('[data-testid="stException"]').count() == 0
    page.close()
    assert [line for line in lines if line.startswith("Traceback")] == []
    assert set(asked) - {""} == {urlsplit(address).netloc}


def test_a_server_started_on_damaged_files_says_so(browser, copy, harm, request):
    """Instead of a map without numbers."""
    harm.truncate("incidents.csv")
    address, lines = request.getfixturevalue("served")
    page, _ = open_page(browser, address)
    page.get_by_text("The data files cannot be used").first.wait_for()
    expect(page.locator("body")).to_contain_text("incidents.csv")
    page.close()
    assert [line for line in lines if line.startswith("Traceback")] == []
