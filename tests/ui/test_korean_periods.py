"""The periods page in Korean: no English sentence of ours is left in any of its sections."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from incidents.almanac import read_calendar
from incidents.dataset import DATA
from incidents.selection import Selection
from incidents.store import open_store
from incidents.view import look
from ui import forest, periods

HANGUL = re.compile("[가-힣]")
WORD = re.compile(r"[A-Za-z]{3,}")
SPOKEN = ("header", "subheader", "markdown", "caption", "info", "button", "toggle", "multiselect",
          "selectbox", "number_input", "expander")  # fmt: skip
NAMES = re.compile(r"CSV|USD|KRW|CNY|KPW|Benjamini-Hochberg|Daily NK|NK\d{5}")  # the same in both


@pytest.fixture(scope="module")
def store():
    return open_store(DATA)


def page(store, section, **fields):
    def script(view):
        import streamlit as st

        from ui import periods

        st.session_state.setdefault("selection", view.selection)
        periods.draw(view)

    view = look(store, Selection(lang="ko", **fields), read_calendar(DATA))
    app = AppTest.from_function(script, args=(view,), default_timeout=60)
    app.session_state["selection"] = view.selection
    app.session_state[periods.CHOICE] = section
    app.run()
    assert not app.exception
    return app


def said(app) -> Iterator[str]:
    """Every text of the page but what the data say: labels, values, headings of tables."""
    for kind in SPOKEN:
        for one in app.get(kind):
            if kind in ("header", "subheader", "markdown", "caption", "info"):
                yield str(one.value)
            yield str(getattr(one, "label", ""))
    for table in app.get("arrow_data_frame"):
        yield from map(str, table.value.columns)
    for chart in app.get("vega_lite_chart"):
        yield from titles(json.loads(chart.proto.spec))


def titles(spec: Any) -> Iterator[str]:
    """Every title of an axis, a legend or a tooltip, and each word of a scale."""
    if isinstance(spec, list):
        for part in spec:
            yield from titles(part)
    elif isinstance(spec, dict):
        for key, value in spec.items():
            if key in ("title", "domain"):
                yield from (v for v in (value if isinstance(value, list) else [value])
                            if isinstance(v, str))  # fmt: skip
            yield from titles(value)


def english(text: str, outlets: tuple[str, ...] = ()) -> str:
    """The text if it has English words of ours, else ""; outlets and codes of shapes are none."""
    if text in (*outlets, *forest.SHAPES):
        return ""
    bare = NAMES.sub("", re.sub(r"\(https?[^)]*\)|\\", "", text))
    return text if WORD.search(bare) and not HANGUL.search(bare) else ""


@pytest.mark.parametrize("section", periods.SECTIONS)
@pytest.mark.parametrize(
    "fields", [{"period": "day_of_security"}, {"period": "seollal", "years": (2018,)}], ids=str
)
def test_a_section_speaks_korean_alone(store, section, fields):
    """Text, labels, tables and charts; what comes from the data stays as it is."""
    texts = said(page(store, section, **fields))
    assert [text for text in texts if english(text, store.outlets)] == []


@pytest.mark.parametrize("section", periods.SECTIONS)
def test_a_section_without_a_report_says_so_in_korean(store, section):
    """Nothing passes the filters."""
    app = page(store, section, text=("zzzzz",))
    assert [text for text in said(app) if english(text)] == []


def test_the_verdict_is_a_korean_sentence_with_the_same_numbers(store):
    """0.41 to 2.66 times, as in English."""
    words = "\n".join(said(page(store, "runup", period="day_of_security"))).replace("\\", "")
    assert "특이하지 않습니다: 보안절 전 18일과 당일" in words
    assert "0.41배(95 % 신뢰구간 0.21∼0.75배, 확실히 포함된 것만 셈)" in words
    assert "함경북도와 량강도에 관한 것입니다" in words


def test_a_choice_survives_the_switch_of_the_language(store):
    """The section, the currency and the outlet are codes, whatever they are called."""
    app = page(store, "lag_chart")
    app.selectbox(key="lag_of_outlet").set_value("Good Friends").run()
    app.session_state["selection"] = Selection(lang="en")
    app.run()
    assert not app.exception
    assert app.selectbox(key="lag_of_outlet").value == "Good Friends"
    assert app.button_group(key=periods.CHOICE).value == "lag_chart"


def test_axes_name_days_and_months_without_the_browser(store):
    """Ticks are written by our own format, not by the words of a locale."""
    app = page(store, "timeline", period="day_of_security", years=(2019,))
    whole, closer = (json.loads(chart.proto.spec) for chart in app.get("vega_lite_chart"))
    assert "%Y년" in json.dumps(whole, ensure_ascii=False)
    assert "%-m월 %-d일" in json.dumps(closer, ensure_ascii=False)
    assert "%b" not in json.dumps([whole, closer])
