"""The filters on pages that they do not change: they stay, and it is said at them."""

from types import SimpleNamespace

import pytest

from incidents.words import speaking
from ui import whole


@pytest.mark.parametrize("path", ["sources", "your-data"])
def test_a_page_that_the_filters_do_not_change_says_so_at_them(path):
    """In both languages."""
    page = SimpleNamespace(url_path=path)
    assert whole._note(page).startswith("The filters do not change this page")
    with speaking("ko"):
        assert "바뀌지 않습니다" in whole._note(page)


@pytest.mark.parametrize("path", ["", "periods", "records"])
def test_at_the_other_pages_nothing_is_said(path):
    """The map's filters have no more elements than before."""
    assert whole._note(SimpleNamespace(url_path=path)) == ""
