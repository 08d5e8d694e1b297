"""The periods page: the same days in every time zone, a text beside every chart, no error."""

import io
import re

import pytest
from PIL import Image, ImageChops

VIEW = "/periods?period=day_of_security&years=2018&years=2019"
SECTIONS = (
    "Timeline",
    "Aligned years",
    "Run-up against the rest",
    "All occasions",
    "Reporting lag",
    "What was paid",
)
CHART = '[data-testid="stVegaLiteChart"]'
WEST, EAST = "America/Los_Angeles", "Asia/Seoul"


def show(reader, section):
    """Open one section of the page and wait until it stands still."""
    reader.page.locator("[data-testid='stMain']").get_by_text(section, exact=True).first.click()
    reader.settle()
    reader.page.wait_for_timeout(700)


def picture(reader):
    """Return the first chart as the reader sees it, or None where a section has only tables."""
    charts = reader.page.locator(CHART)
    if not charts.count():
        return None
    charts.first.scroll_into_view_if_needed()
    reader.page.mouse.move(1, 1)
    before = b""
    for _ in range(20):  # charts grow into their place; the picture counts once it stands still
        reader.page.wait_for_timeout(400)
        shown = charts.first.screenshot()
        if shown == before:
            break
        before = shown
    return Image.open(io.BytesIO(shown)).convert("L")


def differing(one, other):
    """Return the share of pixels that clearly differ."""
    assert one.size == other.size
    counts = ImageChops.difference(one, other).histogram()
    return sum(counts[64:]) / (one.size[0] * one.size[1])


def test_charts_show_the_same_days_in_los_angeles_and_in_seoul(open_reader):
    """West and east of Greenwich every chart is the same picture but for the edges of letters."""
    west, east = (open_reader(timezone_id=zone) for zone in (WEST, EAST))
    seen = 0
    for reader in (west, east):
        reader.goto(VIEW)
    for section in SECTIONS:
        pictures = []
        for reader in (west, east):
            reader.page.bring_to_front()
            show(reader, section)
            pictures.append(picture(reader))
        if pictures[0] is not None:
            seen += 1
            assert differing(*pictures) < 0.002, section
    assert seen >= 5


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [(1440, 900), (390, 844)])
def test_every_section_fits_and_says_its_numbers_as_text(open_reader, size, scheme):
    """No section overflows sideways; each chart stands beside a table of the same numbers."""
    reader = open_reader(*size, color_scheme=scheme)
    reader.goto(VIEW)
    for section in SECTIONS:
        show(reader, section)
        page = reader.page
        wide = page.evaluate(
            "(() => { const m = document.querySelector('[data-testid=\"stMain\"]');"
            " return m.scrollWidth - m.clientWidth; })()"
        )
        assert wide <= 1, section
        tables = page.get_by_text(re.compile("table", re.IGNORECASE)).count()
        frames = page.locator('[data-testid="stDataFrame"], [data-testid="stTable"]').count()
        assert tables or frames, section


def test_the_verdict_of_the_day_of_security_is_printed(reader):
    """All years together: unremarkable, and the page says why that is all it can say."""
    reader.goto("/periods?period=day_of_security")
    show(reader, "Run-up against the rest")
    words = reader.page.locator('[data-testid="stMain"]').inner_text()
    assert "Unremarkable" in words and "Reports are counted, not events" in words
    assert "0.41 (0.21 to 0.75)" in words and "2.66 (2.01 to 3.47)" in words
