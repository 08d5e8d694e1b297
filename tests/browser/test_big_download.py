"""A file of many rows as a reader gets it: begun, watched, cancelled, saved, discarded."""

from __future__ import annotations

import csv
import re
from contextlib import suppress
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from tests.serving import start_atlas
from tests.waiting import PATIENCE

ROWS = 30 * 497
BUTTON = f"Download {ROWS:,} rows as CSV"
SAVE = re.compile(r"^Save [\d.]+ MB$")


@pytest.fixture(scope="module")
def start(tmp_path_factory):
    """Starts a page with nothing but downloads of many rows, slow enough to be watched."""
    home, begun = tmp_path_factory.mktemp("home"), []

    def start_one(**environment: str):
        begun.append(start_atlas(home, "tests/ui/big_page.py", ATLAS_SLOW="1", **environment))
        return begun[-1]

    yield start_one
    for one in begun:
        one.kill()


@pytest.fixture(scope="module")
def server(start):
    """One such page for all readers."""
    return start()


@pytest.fixture
def page(server, browser):
    """A reader's page of it."""
    context = browser.new_context(accept_downloads=True, locale="en-GB")
    context.set_default_timeout(PATIENCE)
    opened = context.new_page()
    opened.goto(server.url)
    opened.get_by_role("button", name=BUTTON, exact=True).wait_for()
    yield opened
    context.close()


def held_by(server) -> list[str]:
    """The files without a name that the server holds."""
    held = []
    for one in Path(f"/proc/{server.process.pid}/fd").iterdir():
        with suppress(FileNotFoundError):
            held.append(str(one.readlink()))
    return [one for one in held if "/tmp" in one and one.endswith("(deleted)")]  # noqa: S108


def begin(page) -> None:
    """Ask for the CSV and wait until rows are written."""
    page.get_by_role("button", name=BUTTON, exact=True).click()
    page.get_by_text(re.compile(r"^Writing crackdown-atlas_all_14910-rows.csv: [1-9]")).wait_for()


def gone(page) -> None:
    """Wait until nothing is told of a file."""
    page.get_by_text(re.compile("^Writing ")).wait_for(state="detached")
    page.get_by_role("link", name=SAVE).wait_for(state="detached")


def test_cancelled_half_way_nothing_is_left(server, page):
    """The progress goes, and the server holds no file."""
    begin(page)
    assert len(held_by(server)) == 1
    page.get_by_role("button", name="Cancel").click()
    gone(page)
    for _ in range(PATIENCE // 100):
        if not held_by(server):
            break
        page.wait_for_timeout(100)
    assert held_by(server) == []


def test_made_saved_and_discarded(server, page, tmp_path):
    """Every row is in the file; nobody else gets it; once discarded it is gone."""
    begin(page)
    link = page.get_by_role("link", name=SAVE)
    link.wait_for(timeout=2 * PATIENCE)
    address = link.get_attribute("href")
    with page.expect_download() as saved:
        page.evaluate("address => { location.href = address }", address)
    assert saved.value.suggested_filename == f"crackdown-atlas_all_{ROWS}-rows.csv"
    saved.value.save_as(tmp_path / "rows.csv")
    with (tmp_path / "rows.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len({row["id"] for row in rows}) == len(rows) == ROWS
    assert answer(f"{address}x") == answer(address[:-1]) == 404
    assert answer(address) == 200
    page.get_by_role("button", name="Discard").click()
    gone(page)
    assert answer(address) == 404


def answer(address: str) -> int:
    """The status somebody else gets for an address."""
    try:
        with urlopen(address) as found:  # noqa: S310
            return found.status
    except HTTPError as fault:
        return fault.code


def test_a_killed_server_leaves_no_file(start, tmp_path_factory, browser):
    """Half of the file is on disk when the process is killed; then nothing is."""
    folder = tmp_path_factory.mktemp("tmp")
    running = start(TMPDIR=str(folder))
    page = browser.new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(running.url)
    begin(page)
    running.kill()
    page.close()
    assert [path for path in folder.rglob("*") if path.is_file()] == []
