"""The download buttons: exactly the rows of the view, in every format, written when asked for."""

import csv
import io

import pytest
from streamlit.testing.v1 import AppTest

from incidents.almanac import read_calendar
from incidents.dataset import DATA
from incidents.export import FORMATS
from incidents.query import read_query
from incidents.store import open_store
from incidents.view import look
from ui import downloads

EIGHT = "period=day_of_security&before=18&years=2019&province=KP-10"
EIGHT_IDS = [
    "NK00273", "NK00298", "NK00299", "NK00300", "NK00301", "NK00302", "NK00303", "NK00304",
]  # fmt: skip


@pytest.fixture(scope="module")
def shown():
    """Looks at the embedded data with a query."""
    store, calendar = open_store(DATA), read_calendar(DATA)
    known = store.vocabulary(calendar)
    return lambda query: look(store, read_query(query, known).selection, calendar)


def buttons(view, formats=None):
    """The download buttons as a page draws them, label to element."""

    def page(view, formats):
        from ui import downloads

        downloads.draw(view, formats) if formats else downloads.draw(view)
        downloads.draw_others(view)

    app = AppTest.from_function(page, args=(view, formats), default_timeout=60).run()
    assert not app.exception
    return {button.label: button for button in app.get("download_button")}


def test_the_label_says_how_many_rows_come(shown):
    """Eight rows, as the sentence above the map says."""
    labels = list(buttons(shown(EIGHT)))
    assert labels[:2] == ["Download 8 rows as CSV", "Download 8 rows as CSV for Excel"]


def test_one_row_is_not_rows(shown):
    """A single record is one row."""
    assert "Download 1 row as CSV" in buttons(shown("id=NK00301"))


def test_every_format_has_its_button(shown):
    """Two in the open and the others behind one word."""
    assert len(buttons(shown(EIGHT))) == len(FORMATS)


def test_a_page_may_ask_for_one_format(shown):
    """The map offers CSV."""
    assert "Download 8 rows as CSV" in buttons(shown(EIGHT), ("csv",))


def test_nothing_to_show_is_nothing_to_download(shown):
    """An empty view offers no file."""
    empty = buttons(shown("text=nosuchword"))
    assert all(button.proto.disabled for button in empty.values())


def test_the_file_holds_the_rows_shown_in_their_order(shown):
    """Read as a stranger reads it: eight lines, among them the bribe of 1,500 yuan."""
    content = downloads._writer(shown(EIGHT), "csv", "http://localhost/")()
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8"))))
    assert sorted(row["id"] for row in rows) == EIGHT_IDS
    starts = [(row["date_start"], row["id"]) for row in rows]
    assert starts == sorted(starts)
    paid = {row["id"]: (row["bribe_currency"], float(row["bribe_amount"] or 0)) for row in rows}
    assert paid["NK00301"] == ("CNY", 1500)


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_can_be_written_without_a_session(shown, name):
    """The file is made on a thread that knows no reader; no format comes empty."""
    assert len(downloads._writer(shown(EIGHT), name, "http://localhost/")()) > 200
