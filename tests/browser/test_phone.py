"""A phone: whatever was open before, a page that is loaded shows itself and not the filters."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import MAP


def sidebar(page, is_open):
    """Wait until the filters are open or closed."""
    opener = page.get_by_test_id("stExpandSidebarButton")  # there while they are closed
    expect(opener).to_have_count(0 if is_open else 1)


@pytest.mark.parametrize("reader", [{"width": 390, "height": 844}], indirect=True)
def test_a_link_opens_with_the_filters_closed_though_they_were_open_before(reader):
    """Opened by hand, then the page is loaded anew: nothing lies over the map."""
    reader.goto("/")
    reader.page.get_by_test_id("stExpandSidebarButton").click()
    sidebar(reader.page, True)
    kept = "Object.entries(localStorage).filter(([key]) => key.startsWith('stSidebarCollapsed-'))"
    assert [value for _, value in reader.page.evaluate(kept)] == ["false"]  # as Streamlit keeps it
    reader.goto("/?province=KP-10")
    reader.page.wait_for_selector(MAP)
    sidebar(reader.page, False)
    assert reader.page.evaluate(kept) == []
    reader.page.get_by_test_id("stExpandSidebarButton").click()
    sidebar(reader.page, True)


def test_a_desk_keeps_the_filters_as_they_were_left(reader):
    """Closed by hand, they are closed when the page is loaded anew."""
    reader.goto("/")
    sidebar(reader.page, True)
    reader.page.get_by_test_id("stSidebarContent").hover()
    reader.page.get_by_test_id("stSidebarCollapseButton").get_by_role("button").click()
    sidebar(reader.page, False)
    reader.goto("/")
    sidebar(reader.page, False)
