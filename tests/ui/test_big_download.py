"""When a view has many rows: buttons that begin a file, and words where a browser is too small."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from incidents.__main__ import main
from incidents.almanac import read_calendar
from incidents.dataset import DATA
from incidents.query import read_query
from incidents.store import open_store
from incidents.view import look
from ui import big_download

QUERY = "period=day_of_security&before=18&years=2019&province=KP-10"


def view_of(query: str):
    """The embedded data with a query."""
    store, calendar = open_store(DATA), read_calendar(DATA)
    return look(store, read_query(query, store.vocabulary(calendar)).selection, calendar)


def page(view) -> None:
    """The downloads as a page draws them."""
    from ui import downloads

    downloads.draw(view)


def run(monkeypatch, most: int, query: str = QUERY) -> AppTest:
    """The page where three rows are many and `most` the most for a browser."""
    monkeypatch.setattr(big_download, "FROM", 3)
    monkeypatch.setattr(big_download, "MOST", most)
    app = AppTest.from_function(page, args=(view_of(query),), default_timeout=60).run()
    assert not app.exception
    return app


def test_few_rows_are_downloaded_at_once(monkeypatch):
    """One click, as ever."""
    app = run(monkeypatch, 100, "id=NK00301")
    assert [one.label for one in app.get("download_button")] == [
        "Download 1 row as CSV", "Download 1 row as CSV for Excel",
    ]  # fmt: skip


def test_many_rows_are_made_first(monkeypatch):
    """The same words on the button; pressing it makes the file."""
    app = run(monkeypatch, 100)
    assert app.get("download_button") == []
    assert [one.label for one in app.button] == [
        "Download 8 rows as CSV", "Download 8 rows as CSV for Excel",
    ]  # fmt: skip
    app.button(key="make_csv").click().run()
    making = app.session_state[big_download.MAKING]
    assert making.wait(60)
    assert (making.kept.name, making.written) == (
        "crackdown-atlas_day-of-security_2019_KP-10_8-rows.csv", 8,
    )  # fmt: skip
    assert making.kept.file.seek(0) == 0
    assert making.kept.file.read().count(b"\r\n") == 9


def test_another_file_takes_the_place_of_the_first(monkeypatch):
    """A reader keeps one at most."""
    app = run(monkeypatch, 100)
    app.button(key="make_csv").click().run()
    first = app.session_state[big_download.MAKING]
    app.button(key="make_csv-excel").click().run()
    assert app.session_state[big_download.MAKING] is not first
    assert first.wait(60)


def test_a_server_that_cannot_send_says_so(monkeypatch):
    """One that is not Streamlit's own, or of a later make."""
    monkeypatch.setattr(big_download, "address_of", lambda kept: None)
    app = run(monkeypatch, 100)
    app.button(key="make_csv").click().run()
    app.session_state[big_download.MAKING].wait(60)
    app.run()
    assert "cannot send large files" in app.error[0].value


def test_too_many_rows_name_the_command_that_does_the_same(monkeypatch, tmp_path):
    """The sentence, and a command line that runs as it stands but for the store."""
    app = run(monkeypatch, 7)
    assert app.button == []
    assert "8 rows are too many for a browser, which gets 7 at most" in app.markdown[0].value
    command = app.code[0].value
    assert command.startswith(
        'python -m incidents export "period=day_of_security&before=18&after=0'
    )
    query, rest = command.removeprefix('python -m incidents export "').split('" ')
    name = "crackdown-atlas_day-of-security_2019_KP-10_8-rows.csv"
    assert rest == f"--format csv --out {name} --store STORE"
    assert main(["export", query, "--format", "csv", "--out", str(tmp_path / name)]) == 0
    assert (tmp_path / name).read_bytes().count(b"\r\n") == 9
