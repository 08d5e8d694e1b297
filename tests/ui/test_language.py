"""The page in Korean, and the switch: all that is chosen stays, nothing English of ours is left."""

import re
from pathlib import Path
from urllib.parse import parse_qsl

import pytest
from streamlit.testing.v1 import AppTest

from incidents.words import speaking

APP = str(Path(__file__).resolve().parents[2] / "app.py")
RICH = (
    "period=day_of_security&before=20&after=2&years=2019&province=KP-10&event_type=arrest"
    "&event_type=home_search&agency=MPS&dates=within&from=2019-10-01&text=fuel"
)
WIDGETS = ("period", "before", "after", "years", "province", "event_type", "agency", "dates")
TEXTS = ("header", "subheader", "markdown", "caption", "warning", "info", "error", "text")
LABELLED = ("button", "selectbox", "multiselect", "radio", "text_input", "date_input")
LABELLED += ("number_input", "select_slider", "expander", "checkbox")
OF_THE_DATA = r"Hyesan|Daily NK|UTC|[0-9a-f]{8,}|NK\d{5}|English|원문: .*"


def open_app(query="", language="ko"):
    app = AppTest.from_file(APP, default_timeout=60)
    for key, value in [*parse_qsl(query), ("lang", language)]:
        app.query_params[key] = [*app.query_params.get(key, []), value]
    app = app.run()
    assert not app.exception
    return app


def said(app):
    """Every text and label of the page and the sidebar, without what keeps markup away."""
    told = [str(one.value) for kind in TEXTS for one in app.get(kind)]
    told += [one.label for kind in LABELLED for one in app.get(kind)]
    return [text.replace("\\", "") for text in told if text]


def english(app):
    """What of it has a Latin word and no Hangul."""
    words = [re.sub(OF_THE_DATA, "", text, flags=re.DOTALL) for text in said(app)]
    return [
        text for text in words if re.search("[A-Za-z]{2}", text) and not re.search("[가-힣]", text)
    ]


@pytest.mark.parametrize(
    "query",
    [
        "",
        "period=day_of_security&years=2019",
        "period=seventh_corps_border_2020",
        "from=2020-02-01&to=2020-01-01",
        "province=KP-10&colour=red&before=9",
        "district=KP-10-01&years=2019",
        "id=NK00301&occasion=day_of_security",
    ],
)
def test_a_korean_page_speaks_korean(query):
    """Frame, filters, places, cards, empty states and what is wrong with a link."""
    with speaking("ko"):
        app = open_app(query)
        cards = [one for one in english(app) if "\n" not in one]
        assert cards == []


def test_the_switch_keeps_the_selection_and_what_the_widgets_show():
    """There and back: one key of the link changes, every choice stays."""
    app = open_app(RICH, "en")
    before = {key: app.session_state[f"pick_{key}"] for key in WIDGETS}
    button = app.button(key="switch_language")
    assert button.label == "한국어"
    app = button.click().run()
    assert not app.exception
    assert "ko" in app.query_params["lang"]
    with speaking("ko"):  # the test tells the session what its widgets hold, by their labels
        assert {key: app.session_state[f"pick_{key}"] for key in WIDGETS} == before
        assert app.session_state["pick_agency"] == ["MPS"]
        assert any("보안절 20일 전부터 2일 후까지" in text for text in said(app))
        button = app.button(key="switch_language")
        assert button.label == "English"
        app = button.click().run()
    assert "lang" not in app.query_params
    assert {key: app.session_state[f"pick_{key}"] for key in WIDGETS} == before


def test_reset_keeps_the_language():
    """Who reads Korean still does after everything is reset."""
    with speaking("ko"):
        app = open_app("province=KP-10")
        reset = next(one for one in app.button if one.label == "모두 초기화")
        app = reset.click().run()
        assert "보고 사건 497건(2004년 12월 11일∼2026년 1월 22일)." in said(app)
        assert "ko" in app.query_params["lang"]


def test_a_link_in_no_known_language_speaks_english_and_says_so():
    """An unknown code is a note, not a fault."""
    app = open_app("", "fr")
    assert any("lang 'fr' is neither en nor ko." in text for text in said(app))
    assert any("497 reported incidents" in text for text in said(app))
