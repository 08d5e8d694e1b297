"""The periods page: the same days in every time zone, a text beside every chart, no error."""

import re

import pytest
from playwright.sync_api import expect

VIEW = "/periods?period=day_of_security&years=2018&years=2019"
SECTIONS = {  # and how the text of its first chart begins, None where it has only a table
    "Timeline": "Reported incidents per month",
    "Aligned years": "Reports around 19 November",
    "Run-up against the rest": "The windows moved through the year",
    "All occasions": None,
    "Reporting lag": "Reporting lag by outlet",
    "What was paid": "Amounts in CNY as reported",
}
CHART = '[data-testid="stVegaLiteChart"]'
TABLE = '[data-testid="stDataFrame"]'
WEST, EAST = "America/Los_Angeles", "Asia/Seoul"


def show(reader, section):
    """Open one section of the page and wait until what it shows first is there, and no more."""
    main, told = reader.page.locator("[data-testid='stMain']"), SECTIONS[section]
    main.get_by_role("radio", name=section, exact=True).click()
    first = main.locator(f'{CHART}[aria-label^="{told}"]' if told else TABLE).first
    first.wait_for()
    reader.settle()


def drawn(reader):
    """Return every chart as the browser drew it, with the labels a screen reader speaks."""
    charts = reader.page.locator(f"{CHART} svg.marks")
    made = charts.evaluate_all("all => all.map(e => e.outerHTML)")
    return [re.sub(r"(clip|gradient_)\d+", r"\1", one) for one in made]  # numbered as drawn


def alike(one, other):
    """Return whether two readers see the same charts, once all of them have grown into place."""
    for _ in range(180):
        if (seen := drawn(one)) and seen == drawn(other):
            return True
        one.page.wait_for_timeout(500)
    return False


def test_charts_show_the_same_days_in_los_angeles_and_in_seoul(open_reader):
    """West and east of Greenwich every chart is the same to the last mark and spoken label."""
    west, east = (open_reader(timezone_id=zone) for zone in (WEST, EAST))
    for reader in (west, east):
        reader.goto(VIEW)
        show(reader, "All occasions")  # no chart is left that was measured before the font came
        reader.page.evaluate("document.fonts.ready")
    for section, told in SECTIONS.items():
        show(west, section)
        show(east, section)
        assert not told or alike(west, east), section


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [(1440, 900), (390, 844)])
def test_every_section_fits_and_says_its_numbers_as_text(open_reader, size, scheme):
    """No section overflows sideways; each chart stands beside a table of the same numbers."""
    reader = open_reader(*size, color_scheme=scheme)
    reader.goto(VIEW)
    for section in SECTIONS:
        show(reader, section)
        reader.fits()
        told = reader.page.get_by_text(re.compile("table", re.IGNORECASE))
        told.or_(reader.page.locator(f'{TABLE}, [data-testid="stTable"]')).first.wait_for()


def test_the_verdict_of_the_day_of_security_is_printed(reader):
    """All years together: unremarkable, and the page says why that is all it can say."""
    reader.goto("/periods?period=day_of_security")
    show(reader, "Run-up against the rest")
    main = reader.page.locator('[data-testid="stMain"]')
    for words in ("Unremarkable", "Reports are counted, not events"):
        expect(main).to_contain_text(words)
    for ratio in ("0.41 (0.21 to 0.75)", "2.66 (2.01 to 3.47)"):
        expect(main).to_contain_text(ratio)
