"""A file reads the same whoever had it written: data have one language."""

import pytest

from incidents.about import about_view
from incidents.almanac import read_calendar
from incidents.citation import bibtex, cite, cite_view
from incidents.dataset import DATA
from incidents.export import FORMATS, export
from incidents.selection import Selection
from incidents.store import open_store
from incidents.view import look
from incidents.words import speaking

TEXTS = [name for name, format in FORMATS.items() if format.text]
WRITTEN = "2026-01-31T12:00:00+00:00"


@pytest.fixture(scope="module")
def view():
    asked = Selection(period="day_of_security", years=(2019,), province=("KP-10",), lang="ko")
    return look(open_store(DATA), asked, read_calendar(DATA))


@pytest.mark.parametrize("format", TEXTS)
def test_an_export_is_the_same_in_both_languages(view, format):
    """Byte for byte, the manifest and the days of a placemark too."""
    written = {}
    for language in ("en", "ko"):
        with speaking(language):
            written[language] = export(view.rows, format, about_view(view, WRITTEN))
    assert written["en"] == written["ko"] and written["en"]


def test_a_citation_is_the_same_in_both_languages(view):
    """Whoever looks it up finds the day as the outlet's page gives it."""
    record = view.rows.to_dict("records")[0]
    english = [make(record) for make in (cite, bibtex)]
    about = about_view(view, WRITTEN)
    with speaking("ko"):
        assert [make(record) for make in (cite, bibtex)] == english
        assert about_view(view, WRITTEN) == about
        assert "8 reported incidents" in cite_view(about)
