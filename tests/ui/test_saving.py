"""A file to be saved stays until its reader's browser has fetched it, whatever others do."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.bench.server import ATLAS, serve
from tests.soak.asked import Asked
from tests.soak.saved import ids_in
from tests.soak.visitor import Visitor


@pytest.fixture(scope="module")
def url():
    """A server of its own for three readers."""
    with serve(ATLAS, log=Path(os.devnull)) as server:
        yield server.url


def test_a_file_outlasts_what_other_readers_do_before_it_is_fetched(url):
    """One presses the button; two others change filters eight times; the file is still there."""
    asked = Asked(period="day_of_security", before=18, province=("KP-10",))
    one, *others = (Visitor.open(url, asked.link()) for _ in range(3))
    address = one.press("download_csv")
    for turn in range(4):
        for other in others:
            other.set("before", Asked(period="day_of_security", before=turn))
    assert ids_in("csv", one.fetch(address)) == asked.ids()


def test_a_file_is_let_go_of_once_its_reader_has_gone_on(url):
    """After three runs of the reader who saved it nothing is kept of it."""
    asked = Asked(period="day_of_security", before=18)
    one = Visitor.open(url, asked.link())
    address = one.press("download_csv")
    for turn in range(3):
        one.set("before", Asked(period="day_of_security", before=turn))
    with pytest.raises(OSError, match="404"):
        one.fetch(address)
