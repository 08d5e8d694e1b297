"""The printed brief: one page of HTML in which nothing but our own markup stands."""

import re
from datetime import UTC, datetime
from html.parser import HTMLParser

import pytest
from shapely.geometry import Point, Polygon
from streamlit.testing.v1 import AppTest

from geo.boundaries import read_provinces
from geo.places import provinces
from incidents.almanac import read_calendar
from incidents.brief import Brief, Count
from incidents.dataset import DATA
from incidents.query import read_query
from incidents.selection import Selection
from incidents.store import open_store
from incidents.view import look
from incidents.words import speaking
from ui import brief, brief_map, brief_page

NOW = datetime(2026, 11, 25, 8, tzinfo=UTC)
HOSTILE = (
    "</style></title><script>alert(1)</script>",
    '" onload="alert(1)" x="',
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "${alert(1)}`{{7*7}}",
    "javascript:alert(1)",
    "&lt;b&gt; &#x3c;script&#x3e;",
    "\u202eevil\u2066 \u0000\u2028 \ud800",
    "W" * 900,
    "혜산시 👩‍👩‍👧 <!--",
)
TAGS = {
    "html", "head", "meta", "title", "style", "body", "div", "span", "p", "h1", "h2", "dl", "dt",
    "dd", "figure", "figcaption", "main", "svg", "defs", "pattern", "rect", "path", "g", "text",
    "b", "aside", "section", "table", "tr", "th", "td", "ul", "li", "a",
}  # fmt: skip
NAMED = r'<text x="(\d+)" y="(\d+)"[^>]*>([A-Z][^<]+)</text>'


class Tags(HTMLParser):
    """Collects every tag with its attributes, and all text outside the style."""

    def __init__(self):
        super().__init__()
        self.found, self.text = [], []

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.text.append(data)


def parsed(page):
    tags = Tags()
    tags.feed(page)
    return tags


@pytest.fixture(scope="module")
def view():
    """Looks at the embedded data with a selection or a query."""
    calendar, store = read_calendar(DATA), open_store(DATA)
    known = store.vocabulary(calendar)

    def at(asked):
        chosen = asked if isinstance(asked, Selection) else read_query(asked, known).selection
        return look(store, chosen, calendar)

    return at


def inside(spot, shape):
    """Whether the middle of a name, a third of its letters above its line, lies in a shape."""
    x, y = spot[0], spot[1] - brief_map.NAME / 3
    return any(
        Polygon([brief_map._place(*point[:2]) for point in part.exterior.coords]).contains(
            Point(x, y)
        )
        for part in getattr(shape, "geoms", [shape])
    )


def hostile_brief(text):
    counts = (Count(text, 1), Count(text, 2, 3))
    return Brief(text, ((text, text),), text, counts, counts, (text,), text, text, text, text)


def assert_is_ours(page):
    """Only tags of ours, no handler, no address but the link, no script, nothing to fetch."""
    tags = parsed(page)
    assert {tag for tag, _ in tags.found} <= TAGS
    for tag, attributes in tags.found:
        assert not [name for name in attributes if name.startswith("on")]
        assert not {"src", "srcset", "action", "formaction", "data"} & set(attributes)
        if "href" in attributes:
            assert tag == "a" and re.match(r"https?://", attributes["href"])
    assert page.count("<style>") == page.count("</style>") == 1
    assert "@import" not in page and "url(" not in page.replace("url(#none)", "")
    return tags


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text_wherever_it_stands(text):
    """Ten attacks through every field of a brief."""
    page = brief_page.to_html(hostile_brief(text), "<svg></svg>", (), False)
    tags = assert_is_ours(page)
    assert not any(sign in page for sign in "\u202e\u2066\u0000\u2028\ud800")
    page.encode()
    wanted = " ".join(brief_page.UNSEEN.sub(" ", text).split())
    assert wanted in "".join(tags.text)


@pytest.mark.parametrize("text", [t for t in HOSTILE if "\ud800" not in t])
@pytest.mark.parametrize("language", ["en", "ko"])
def test_hostile_filters_stay_text(view, text, language):
    """Words and outlets of a filter reach the sentence, the citation and the link."""
    words = tuple(text.split())
    for selection in (Selection(text=words, lang=language), Selection(outlet=(text,))):
        with speaking(language):
            page = brief.page(view(selection), "http://127.0.0.1:8501/", NOW)
        assert_is_ours(page)


def test_a_link_of_another_kind_is_no_link(view):
    """The address of the app comes from the browser, so it is not trusted either."""
    page = brief.page(view(""), "javascript:alert(1)//", NOW)
    assert not [tag for tag, _ in assert_is_ours(page).found if tag == "a"]


def test_the_page_asks_for_nothing_and_says_so_to_the_browser(view):
    """A policy that forbids scripts and requests, no referrer."""
    page = brief.page(view(""), "http://a/", NOW)
    assert "default-src 'none'" in page and 'content="no-referrer"' in page
    addresses = set(re.findall(r"https?://[^\s\"'<>]+", page))
    assert {a for a in addresses if not a.startswith("http://a/")} == {"http://www.w3.org/2000/svg"}


def test_the_page_has_what_a_reader_must_be_told(view):
    """Sentence, triple, map, legend, counts, caveats, citation, version and link."""
    page = brief.page(view("period=day_of_security&before=18&years=2019&province=KP-10"), "", NOW)
    said = "".join(parsed(page).text)
    for words in ("8 reported incidents in Ryanggang", "surely inside the period", "4.7",
                  "No reports", "Outside the places chosen", "Hyesan (혜산시), Ryanggang",
                  "One report is not one event", "No report is not no event", "Citation",
                  "data as of 22 January 2026", "?period=day_of_security", "Written"):  # fmt: skip
        assert words in said, words


def test_the_page_is_korean_where_korean_is_spoken(view):
    """Its language is named, and none of the English of ours is left."""
    with speaking("ko"):
        page = brief.page(view("lang=ko"), "http://a/", NOW)
    english = "".join(parsed(brief.page(view(""), "http://a/", NOW)).text)
    assert '<html lang="ko">' in page
    for words in ("How to read this", "No reports", "By province", "Citation", "more districts"):
        assert words in english and words not in page


def test_a_link_too_long_to_print_is_behind_words(view):
    """It would push everything else off the sheet."""
    told = hostile_brief("x")
    long = Brief(**{name: getattr(told, name) for name in Brief.__dataclass_fields__}
                 | {"link": "http://a/?text=" + "x" * 5_000})  # fmt: skip
    page = brief_page.to_html(long, "<svg></svg>", (), False)
    assert "too long to print" in page and page.count("x" * 5_000) == 1


def test_every_district_and_province_is_drawn_with_its_shade(view):
    """179 districts: Hyesan darkest, those without reports hatched, none left out."""
    drawing = brief_map.draw(view(""))
    fills = re.findall(r'<path d="M[^"]+Z" fill="([^"]+)"/>', drawing)
    assert len(fills) == 179
    counted = len(view("").by_district)
    assert sum(fill == "url(#none)" for fill in fills) == 179 - counted
    order = sorted(brief_map._district_paths())
    assert fills[order.index("KP-10-01")] == "#352f78"


def test_places_not_chosen_are_not_called_without_reports(view):
    """With a province chosen, the others are blank; all its own districts are not."""
    drawing = brief_map.draw(view("province=KP-10"))
    assert drawing.count('fill="#ffffff"') > 100 and drawing.count('fill="url(#none)"') <= 12


def test_reports_of_a_province_only_are_badges(view):
    """145 of them in all, each with its number."""
    numbers = re.findall(r">(\d+)</text>", brief_map.draw(view("")))
    assert sum(map(int, numbers)) == 145


def test_every_province_is_named_where_it_lies(view):
    """Thirteen names; the middle of each in its own shape, but for the two without room."""
    named = {code: place.name for code, place in provinces().items()}
    drawing = brief_map.draw(view(""))
    at = {words: (float(x), float(y)) for x, y, words in re.findall(NAMED, drawing)}
    assert sorted(at) == sorted(named.values())
    shapes = read_provinces().set_index("province").geometry
    beside = {code for code, words in named.items() if not inside(at[words], shapes[code])}
    assert beside == {"KP-14", "KP-15"}  # Nampo and Kaesong
    with speaking("ko"):
        assert ">함경북도</text>" in brief_map.draw(view("lang=ko"))


def test_the_file_is_written_in_the_language_of_the_page(view):
    """The button's work runs on a thread that has no session and so no language."""
    assert b'<html lang="ko">' in brief.writer(view("lang=ko"), "", "ko")()
    assert b'<html lang="en">' in brief.writer(view(""), "", "en")()


def test_the_records_page_offers_it(view):
    """One button, named, and off where there is nothing to tell."""

    def page(view):
        from ui import brief

        brief.button(view)

    for query, is_off in (("", False), ("id=NK99999", True)):
        app = AppTest.from_function(page, args=(view(query),), default_timeout=60).run()
        button = app.get("download_button")[0].proto
        assert button.label == "Brief of this view" and button.disabled is is_off
