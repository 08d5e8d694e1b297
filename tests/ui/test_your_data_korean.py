"""The page of a reader's own data in Korean: no English of ours, a switch that loses nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from incidents.words import speaking
from tests.ui.jobs import settle

ROOT = Path(__file__).resolve().parents[2]
SHEET = (
    "when,district,event_type,agency,title,outlet,source_url,phone,lat,lon\n"
    "2019-11-13,Hyesan,arrest,MPS,One,Daily NK,https://e.org/1,010-1234-5678,41.4,128.18\n"
    "05/11/2019,Musan,arrest,MPS,Two,Daily NK,https://e.org/2,,,\n"
    "2019-11-31,Musan,arrest,MPS,Three,Daily NK,https://e.org/3,,95,128\n"
    "Nov 2019,Hoeryng,raid,wizards,Four,Daily NK,ftp://e.org/4,,39,125.7\n"
    "about Nov 2019,Unsan,arrest,MPS,Five,Daily NK,www.e.org/5,,x,y\n"
    "2019-11-13,Hyesan,arrest,MPS,One,Daily NK,https://e.org/1,,39,125.7\n"
)
ENGLISH = re.compile(
    r"\b(the|of|and|is|are|was|not|rows?|your|with|for|no|columns?|file|read|as|to|in|it|its|all|"
    r"date|place|name|lies|shown|stays?|known|taken|missing|choose|added|report)\b",
    re.IGNORECASE,
)
QUOTED = re.compile(r"`[^`]*`|\([^()]*\)|‘[^’]*’|'[^']*'|\[[^\]]*\]|https?://\S*|\w+[._]\w+[\w.]*")
LABELLED = ("button", "download_button", "selectbox", "radio", "multiselect", "text_input")
LABELLED += ("text_area", "checkbox", "toggle", "file_uploader", "number_input", "expander")
SPOKEN = ("header", "subheader", "markdown", "caption", "warning", "info", "error", "success")


@pytest.fixture
def page(monkeypatch):
    """The page as a reader opens it in Korean; no folder to keep data in."""
    monkeypatch.delenv("ATLAS_WORKSPACE", raising=False)
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    app.query_params["lang"] = "ko"
    with speaking("ko"):  # AppTest asks for the labels of options from outside the session
        yield settle(app.run().switch_page("pages/import_.py").run())


def load(app, content, name="sheet.csv"):
    uploader = next(u for u in app.file_uploader if u.label == "사건이 담긴 파일")
    return settle(uploader.upload(name, content.encode()).run())


def texts(app):
    """Every text of the page itself: what it says, labels, helps, placeholders, options."""
    for kind in SPOKEN:
        yield from (str(e.value).replace("\\", "") for e in app.main.get(kind))
    for kind in LABELLED:
        for element in app.main.get(kind):
            proto = element.proto
            yield from (getattr(proto, part, "") for part in ("label", "help", "placeholder"))
            yield from getattr(proto, "options", ())
    for shown in app.main.get("dataframe") + app.main.get("table"):
        yield from map(str, shown.value.columns)


def english(found):
    """Texts that hold English of ours: names, codes and what is quoted aside."""
    plain = ((QUOTED.sub(" ", text.replace("\\", "")), text) for text in found)
    return [text for bare, text in plain if "<style" not in text and ENGLISH.search(bare)]


def test_a_loaded_file_is_told_in_korean(page):
    """Upload, columns, totals, days, places, use, report, duplicates: no sentence in English."""
    assert english(texts(page)) == []
    app = load(page, SHEET)
    found = [text for text in texts(app) if text not in ("event_type", "title")]
    assert any("읽은 행 **6** = 수용" in text for text in found)
    assert english(found) == []


def test_every_fault_of_the_report_is_in_korean(page):
    """What was wrong, and the outcomes and fields; values of the file stay as they are."""
    app = load(page, SHEET)
    report = next(t.value for t in app.dataframe if "까닭" in t.value.columns and "결과" in t.value)
    whys = [why for why in report["까닭"] if why]
    assert len(whys) >= 8
    assert [why for why in whys if not re.search("[가-힣]", why)] == []
    assert english(whys) == []
    assert set(report["결과"]) <= {"수용", "보정", "거부"}
    assert "2019년 11월에는 31일이 없습니다." in " ".join(whys)


def test_the_form_and_the_codebook_are_in_korean(page):
    """Labels, helps and what is missing in the row that was added."""
    app = settle(page.segmented_control(key="your_part").set_value("one").run())
    when = next(t for t in app.text_input if t.label == "언제")
    app = when.set_value("2019년 11월 초").run()
    assert any("2019-11-01/2019-11-10" in c.value.replace("\\", "") for c in app.caption)
    assert english(texts(app)) == []
    app = settle(app.button(key="your_add").click().run())
    assert any("추가했습니다: 사건 하나" in s.value.replace("\\", "") for s in app.success)
    assert english(texts(app)) == []
    app = settle(app.segmented_control(key="your_part").set_value("codebook").run())
    assert english(texts(app)) == []
    assert app.main.get("table")[0].value["뜻"].str.contains("[가-힣]").all()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("", "파일이 비어 있습니다."),
        ("a,b\n", "제목 줄만 있고 행이 없습니다."),
        ("a,a\n1,2\n", "'a' 열이 두 번 있습니다"),
        ("<html></html>", "웹 페이지입니다."),
        ("[1", "온전한 JSON이 아닙니다"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_in_korean(page, content, sentence):
    """With the way out, in the reader's language."""
    app = load(page, content)
    assert sentence in app.error[0].value.replace("\\", "")


def test_a_switch_of_language_keeps_the_file_and_every_choice(page):
    """The report speaks the other language; filters of it and the order of days stay."""
    app = load(page, SHEET)
    app = settle(next(r for r in app.radio if "일과 월" in r.label).set_value("dmy").run())
    app = next(m for m in app.multiselect if m.label == "결과").set_value(["refused"]).run()
    app = settle(app.button(key="switch_language").click().run())
    with speaking("en"):
        assert any(text.startswith("**6** rows read =") for text in texts(app))
        assert next(m for m in app.multiselect if m.label == "Outcome").value == ["refused"]
        assert next(r for r in app.radio if "Order of day" in r.label).value == "dmy"
        report = next(t.value for t in app.dataframe if "Outcome" in t.value.columns)
        assert list(report["Why"]) == [
            "2019-11 has no day 31. Write it as 2019-11-13 or 2019-11-01/2019-11-13.",
            "No such place on Earth.",
        ]
