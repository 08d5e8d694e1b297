"""Data kept on the reader's own machine, in the folder named when the app was started."""

from __future__ import annotations

from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.ui.jobs import settle
from ui import workspace

APP = str(Path(__file__).resolve().parents[2] / "app.py")
SHEET = b"date,district,title\n2019-11-13,Hyesan,Kept one\n2019-11-14,Musan,Kept two\n"


@pytest.fixture
def open_page(tmp_path, monkeypatch):
    """Opens the page in a new session, its folder being `tmp_path/kept`."""
    monkeypatch.setenv(workspace.VARIABLE, str(tmp_path / "kept"))
    come_from(monkeypatch, None)

    def open_one():
        app = AppTest.from_file(APP, default_timeout=60).run()
        return settle(app.switch_page("pages/import_.py").run())

    return open_one


def come_from(monkeypatch, address):
    """Let the reader's browser have an address; None is this machine."""
    monkeypatch.setattr(type(st.context), "ip_address", property(lambda self: address))


def words(app):
    kinds = ("subheader", "markdown", "caption", "info", "error")
    return "\n".join(str(e.value).replace("\\", "") for kind in kinds for e in app.get(kind))


def press(app, label):
    return settle(next(b for b in app.button if b.label == label).click().run())


def in_use(app):
    app = settle(app.file_uploader[0].upload("sheet.csv", SHEET).run())
    return settle(app.button(key="your_use").click().run())


def keep(app, name):
    app.text_input(key="your_keep_name").set_value(name)
    return press(app, "Keep my rows")


def test_without_a_folder_nothing_is_offered(open_page, monkeypatch):
    """Keeping is a choice made when the app is started."""
    monkeypatch.delenv(workspace.VARIABLE)
    assert "Kept on this machine" not in words(open_page())


@pytest.mark.parametrize(
    ("asked", "offered"),
    [
        ("localhost:8501", True),
        ("127.0.0.1:8501", True),
        ("[::1]:8501", True),
        ("atlas.example.org", False),
        ("localhost.example.org", False),
        ("[", False),
    ],
)
def test_behind_a_proxy_that_tells_nothing_the_name_asked_for_tells(
    open_page, monkeypatch, asked, offered
):
    """All readers then seem to come from this machine, but they ask for another name."""
    monkeypatch.setattr(type(st.context), "headers", property(lambda self: {"host": asked}))
    assert ("Kept on this machine" in words(open_page())) == offered


def test_rows_are_kept_listed_and_shown_again_in_a_later_session(open_page, tmp_path):
    """Name and number of rows are listed; the rows come back as they were."""
    app = keep(in_use(open_page()), "November sheet")
    assert "Kept 2 rows as 'November sheet'." in words(app)
    assert [path.name for path in (tmp_path / "kept").iterdir()] == ["November sheet.incidents.csv"]
    later = open_page()
    assert "November sheet** · 2 rows" in words(later) and "your_own" not in later.session_state
    later = press(later, "Show")
    assert later.session_state["your_own"].rows["title"].tolist() == ["Kept one", "Kept two"]
    assert "2 reports from November sheet beside 497" in words(later)


def test_forgetting_the_session_leaves_what_was_kept_and_removing_removes_it(open_page, tmp_path):
    """Two different wishes, two buttons."""
    app = keep(in_use(open_page()), "sheet")
    app = settle(app.button(key="your_forget").click().run())
    assert "sheet** · 2 rows" in words(app)
    app = press(app, "Remove")
    assert "Nothing yet." in words(app)
    assert list((tmp_path / "kept").iterdir()) == []


def test_nothing_is_overwritten(open_page, tmp_path):
    """A name that is taken is told."""
    app = keep(in_use(open_page()), "sheet")
    before = next((tmp_path / "kept").iterdir()).read_bytes()
    assert "'sheet' is there already" in words(keep(app, "sheet"))
    assert next((tmp_path / "kept").iterdir()).read_bytes() == before


@pytest.mark.parametrize("name", ["../out", "/etc/passwd", "", "a/b", ".hidden", "a..b"])
def test_a_name_that_leads_elsewhere_is_refused(open_page, tmp_path, name):
    """A sentence, and no file anywhere."""
    app = keep(in_use(open_page()), name)
    assert "A name has letters" in words(app)
    assert not list(tmp_path.rglob("*.csv"))


def test_a_folder_that_cannot_be_is_a_sentence(open_page, tmp_path):
    """A file stands where the folder should be."""
    (tmp_path / "kept").write_text("x")
    app = keep(in_use(open_page()), "sheet")
    assert "could not be kept" in words(app)


def test_a_damaged_file_of_the_folder_is_a_sentence(open_page, tmp_path):
    """It can be removed, and what is in use stays."""
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / "bad.incidents.csv").write_bytes(b"\x00\xff\xfe broken")
    app = press(open_page(), "Show")
    assert app.error and "your_own" not in app.session_state
    assert "Nothing yet." in words(press(app, "Remove"))


def test_a_kept_file_that_lost_a_row_is_not_half_shown(open_page, tmp_path):
    """Somebody edited it; all of its rows are shown or none."""
    keep(in_use(open_page()), "sheet")
    path = tmp_path / "kept" / "sheet.incidents.csv"
    path.write_bytes(path.read_bytes().replace(b"2019-11-14", b"2019-11-34"))
    app = press(open_page(), "Show")
    assert "Of the 2 rows of 'sheet' 1 can be read" in words(app)
    assert "your_own" not in app.session_state


def test_a_reader_on_another_machine_does_not_see_the_folder(open_page, monkeypatch):
    """It belongs to whoever started the app."""
    come_from(monkeypatch, "192.0.2.7")
    assert "Kept on this machine" not in words(open_page())
