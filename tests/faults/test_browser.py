"""A real server over a copy of the app, whose data files go while a reader has it open."""

from __future__ import annotations

import csv
import os
import socket
import subprocess
import sys
import threading
from urllib.parse import urlsplit

import pytest

FILES = ("incidents.csv", "fx.csv", "prk_adm2.geojson", "prk_adm2_names.csv", "runups.csv")


@pytest.fixture
def served(copy, tmp_path):
    """The address of a server over the copy, and what it prints."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("STREAMLIT_", "ATLAS_"))}
    process = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", "app.py", "--server.headless", "true",
         "--server.port", str(port)],
        cwd=copy, env=kept | {"HOME": str(tmp_path), "PYTHONUNBUFFERED": "1"},
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip
    lines, ready = [], threading.Event()

    def listen():
        for line in process.stdout:
            lines.append(line)
            if "URL:" in line:
                ready.set()
        ready.set()

    threading.Thread(target=listen, daemon=True).start()
    assert ready.wait(60) and process.poll() is None, lines
    yield f"http://127.0.0.1:{port}", lines
    process.kill()
    process.wait(30)


def open_page(browser, address):
    """A page that has run to its end, and the addresses it asked for."""
    page, asked = browser.new_page(locale="en-GB"), []
    page.on("request", lambda request: asked.append(urlsplit(request.url).netloc))
    page.goto(address)
    settle(page)
    return page, asked


def settle(page):
    """Wait until the app has run to its end."""
    done = '[data-testid="stApp"][data-test-script-state="notRunning"]'
    page.wait_for_selector(done, timeout=60_000)


def test_a_reader_goes_on_when_data_files_go_while_the_app_runs(browser, served, harm):
    """Pages change, filters count, rows download; the page of sources names the files."""
    address, lines = served
    page, asked = open_page(browser, f"{address}/records?province=KP-10")
    page.get_by_text("158 reported incidents").first.wait_for(timeout=60_000)
    for name in FILES:
        harm.fold(name)
    with page.expect_download(timeout=60_000) as saved:
        page.get_by_role("button", name="Download 158 rows as CSV", exact=True).click()
    rows = list(csv.reader(saved.value.path().read_text("utf-8").splitlines(keepends=True)))
    assert len(rows) == 1 + 158
    page.get_by_role("link", name="Sources").first.click()
    for name in FILES:
        page.get_by_text(f"published. {name}: ").first.wait_for(timeout=60_000)
    page.get_by_role("link", name="Map").first.click()
    page.get_by_text("158 reported incidents").first.wait_for(timeout=60_000)
    assert page.locator('[data-testid="stException"]').count() == 0
    page.close()
    assert [line for line in lines if line.startswith("Traceback")] == []
    assert set(asked) - {""} == {urlsplit(address).netloc}


def test_a_server_started_on_damaged_files_says_so(browser, copy, harm, request):
    """Instead of a map without numbers."""
    harm.truncate("incidents.csv")
    address, lines = request.getfixturevalue("served")
    page, _ = open_page(browser, address)
    page.get_by_text("The data files cannot be used").first.wait_for(timeout=60_000)
    assert "incidents.csv" in page.locator("body").inner_text()
    page.close()
    assert [line for line in lines if line.startswith("Traceback")] == []
