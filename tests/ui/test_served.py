"""The store a server shows: named when it was started, said to be made up, opened anew."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from incidents.almanac import read_calendar
from incidents.dataset import DATA
from incidents.faults import StoreLost
from incidents.intake import IntakeError
from incidents.reading import read_incidents
from incidents.stores.loading import load
from incidents.stores.making_up import synthesize
from incidents.words import say
from ui import atlas, own_data, served

APP = str(Path(__file__).resolve().parents[2] / "app.py")


@pytest.fixture
def serve(monkeypatch):
    """Name a store as if the server had been started with it."""

    def name(path):
        monkeypatch.setenv("ATLAS_STORE", str(path))
        atlas._open_embedded.clear()

    yield name
    monkeypatch.undo()
    atlas._open_embedded.clear()


@pytest.fixture(scope="module")
def made_up(tmp_path_factory):
    path = tmp_path_factory.mktemp("served") / "made.duckdb"
    synthesize(2000, str(path), 1)
    return path


def words(app):
    kinds = ("header", "markdown", "caption", "warning", "error", "text")
    return "\n".join(str(element.value) for kind in kinds for element in app.get(kind))


@pytest.mark.parametrize("page", ["map", "periods", "records", "import_", "sources"])
def test_every_page_says_that_rows_are_made_up(serve, made_up, page):
    """The warning stands above whatever the page shows."""
    serve(made_up)
    app = AppTest.from_file(APP, default_timeout=120).run()
    app = app if page == "map" else app.switch_page(f"pages/{page}.py").run()
    assert not app.exception
    assert "Synthetic data: 2,000 of these rows are made up" in words(app)


def test_the_embedded_reports_are_not_said_to_be_made_up():
    """Nothing of it on an ordinary server."""
    app = AppTest.from_file(APP, default_timeout=120).run()
    assert "Synthetic data" not in words(app) and "497 reported incidents" in words(app)


def test_a_lost_store_is_a_sentence_and_it_recovers_by_itself(serve, tmp_path, made_up):
    """Missing at first, then there: no start in between."""
    path = tmp_path / "later.duckdb"
    serve(path)
    app = AppTest.from_file(APP, default_timeout=120).run()
    assert not app.exception
    assert say("store.lost") in words(app) and "python -m incidents load FILE" in words(app)
    path.write_bytes(made_up.read_bytes())
    app = app.button(key="store_again").click().run()
    assert not app.exception and "2,000 reported incidents" in words(app)


def test_a_load_published_meanwhile_is_shown_at_the_next_run(serve, tmp_path):
    """Five rows, then six; both in one server."""
    rows = read_incidents(DATA / "incidents.csv")
    path = tmp_path / "s.duckdb"
    for name, part in (("a.csv", rows.head(5)), ("b.csv", rows.iloc[5:6])):
        part.to_csv(tmp_path / name, index=False)
    load(tmp_path / "a.csv", str(path), print)
    serve(path)
    assert atlas.embedded().store.size == 5
    load(tmp_path / "b.csv", str(path), print)
    assert atlas.embedded().store.size == 6


def test_a_store_out_of_reach_raises_what_the_page_tells(serve, tmp_path):
    """Not cached: the next run asks again."""
    serve(tmp_path / "none.duckdb")
    for _ in range(2):
        with pytest.raises(StoreLost):
            atlas.embedded()


def test_a_large_store_is_not_copied_into_a_session(monkeypatch):
    """A reader's rows are laid beside few served rows only, or shown alone."""
    monkeypatch.setattr(own_data, "MOST_JOINED", 100)
    store = served.open_served(DATA)
    calendar = read_calendar(DATA)
    source = atlas.Atlas(store, calendar, store.vocabulary(calendar), "")
    rows = read_incidents(DATA / "incidents.csv").head(3)
    with pytest.raises(IntakeError, match="497 rows"):
        own_data.build(source, rows, ("mine.csv",), joins=True)
    assert own_data.build(source, rows, ("mine.csv",), joins=False).source.store.size == 3
