"""The backup of docs/hosting.md: taken and put back by its own commands while the app runs."""

from __future__ import annotations

import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from playwright.sync_api import expect

from incidents.dataset import DATA
from incidents.intake.workspace import keep
from incidents.reading import read_incidents
from incidents.words import say
from tests.hosting.conftest import block
from tests.waiting import PATIENCE

STATE = "/var/lib/crackdown-atlas"
SHEET = b"date,district,title\n2019-11-13,Hyesan,Kept one\n2019-11-14,Musan,Kept two\n"


def typed(words, state, where):
    """Type the block of the page with these words, the service's folder being another."""
    command = block(words).replace(STATE, str(state))
    return subprocess.run(["sh", "-ec", command], cwd=where, capture_output=True, text=True)


@pytest.fixture
def page(hosted, browser):
    """The page of one's own data, in a browser on the server itself."""
    context = browser.new_context(locale="en-GB")
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.goto(f"{hosted.app.replace('127.0.0.1', 'localhost')}/your-data")
    yield page
    context.close()


def test_a_workspace_that_was_lost_is_restored_and_opens_again(hosted, page, tmp_path):
    """Kept in the app, copied while it runs, removed from the disk, put back: the same two rows."""
    page.locator('input[type="file"]').first.set_input_files(
        {"name": "sheet.csv", "mimeType": "text/csv", "buffer": SHEET}
    )
    page.locator(".st-key-your_use button").click()
    page.get_by_label("Name").fill("Our interviews")
    page.get_by_role("button", name="Keep my rows").click()
    shown = page.locator(".st-key-your_open_Our-interviews button")
    expect(shown).to_be_visible()
    (kept,) = (hosted.folder / "workspace").glob("*.csv")
    before = kept.read_bytes()

    taken = typed("-czf", hosted.folder, tmp_path)
    assert (taken.returncode, taken.stderr) == (0, "")
    shutil.rmtree(hosted.folder / "workspace")
    page.reload()
    expect(page.get_by_text(say("workspace.nothing"))).to_be_visible()
    put_back = typed("-xzf", hosted.folder, tmp_path)
    assert (put_back.returncode, put_back.stderr) == (0, "")
    assert kept.read_bytes() == before
    assert kept.stat().st_mode & 0o777 == 0o600

    page.reload()
    shown.click()
    expect(
        page.get_by_text("2 reports from Our interviews beside 497 embedded ones")
    ).to_be_visible()


def test_a_backup_while_readers_keep_data_is_whole(tmp_path):
    """Old copies or new ones, none of them cut; what is half written is left out."""
    state, where, end = tmp_path / "state", tmp_path / "elsewhere", Event()
    where.mkdir()
    few, many = (read_incidents(DATA / "incidents.csv").head(count) for count in (100, 400))
    whole = {keep(state / "workspace", "rows", rows).stat().st_size for rows in (few, many)}

    def keep_on():
        while not end.is_set():
            keep(state / "workspace", "rows", few)
            keep(state / "workspace", "rows", many)

    with ThreadPoolExecutor() as reader:
        keeping = reader.submit(keep_on)
        for _ in range(5):
            taken = typed("-czf", state, where)
            assert taken.returncode == 0, taken.stderr
            (where / "other").mkdir()
            put_back = typed("-xzf", where / "other", where)
            assert put_back.returncode == 0, put_back.stderr
            (copy,) = (where / "other" / "workspace").iterdir()
            assert (copy.name, copy.stat().st_size in whole) == ("rows.incidents.csv", True)
            shutil.rmtree(where / "other")
        end.set()
        keeping.result()
