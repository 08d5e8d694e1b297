"""A reader's own data beside the embedded ones, in their session alone."""

from __future__ import annotations

import gc
import weakref
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from incidents.intake import check
from incidents.selection import Selection
from incidents.view import look
from ui import atlas, own_data

APP = str(Path(__file__).resolve().parents[2] / "app.py")
SHEET = (
    "id,title,date_start,date_end,province,district,event_type,outlet,source_url\n"
    "NK00001,Clash,2019-11-05,2019-11-05,KP-10,Hyesan,arrest,Mine,https://e.org/1\n"
    "mine-2,Second,2019-11-06,2019-11-07,KP-09,,arrest,Mine,https://e.org/2\n"
)


@pytest.fixture(scope="module")
def embedded():
    """The embedded data as the app opens them."""
    return atlas.embedded()


@pytest.fixture(scope="module")
def rows():
    """Two incidents of a reader's; the first has the id of an embedded one."""
    return check(SHEET.encode(), "mine.csv").incidents


def seen(own, **chosen):
    return look(own.source.store, Selection(**chosen), own.source.calendar)


def test_joined_rows_are_told_apart_by_dataset(embedded, rows):
    """497 and 2; each set alone by its name."""
    own = own_data.build(embedded, rows, ("mine.csv",), joins=True)
    assert seen(own).rows_count == 499
    assert seen(own, dataset=("yours",)).rows_count == 2
    assert seen(own, dataset=("embedded",)).rows_count == 497
    assert own.source.vocabulary.codes["dataset"] == ("embedded", "yours")
    assert "Mine" in own.source.vocabulary.codes["outlet"]


def test_an_id_of_both_sets_still_names_one_row(embedded, rows):
    """The reader's row is shown under yours:NK00001, and how many are is known."""
    own = own_data.build(embedded, rows, ("mine.csv",), joins=True)
    assert own.renamed == 1
    assert list(seen(own, id="NK00001").rows["dataset"]) == ["embedded"]
    assert list(seen(own, id="yours:NK00001").rows["title"]) == ["Clash"]
    hyesan = seen(own, district=("KP-10-01",), dataset=("yours",))
    assert list(hyesan.rows["id"]) == ["yours:NK00001"]
    assert list(own.rows["id"]) == ["NK00001", "mine-2"]


def test_rows_instead_of_the_embedded_ones_keep_their_ids(embedded, rows):
    """Nothing of the embedded data is left, and the last day is the reader's."""
    own = own_data.build(embedded, rows, ("mine.csv",), joins=False)
    assert list(seen(own).rows["id"]) == ["NK00001", "mine-2"]
    assert (own.renamed, own.source.as_of) == (0, "2019-11-07")
    assert own.source.vocabulary.codes["dataset"] == ("yours",)


def test_the_version_names_exactly_these_data(embedded, rows):
    """Another row, another order of putting together, another base: another version."""
    first = own_data.version_of("a" * 64, rows, True)
    others = {
        own_data.version_of("b" * 64, rows, True),
        own_data.version_of("a" * 64, rows, False),
        own_data.version_of("a" * 64, rows.iloc[:1], True),
        own_data.version_of("a" * 64, rows.assign(title="x"), True),
    }
    assert len(first) == 64 and len(others) == 4 and first not in others
    assert first == own_data.version_of("a" * 64, rows.copy(), True)


def test_the_embedded_data_are_left_as_they_are(embedded, rows):
    """Neither the store nor its version changes when a reader joins rows."""
    version, size = embedded.store.version, embedded.store.size
    own_data.build(embedded, rows, ("mine.csv",), joins=True)
    assert (embedded.store.version, embedded.store.size) == (version, size)
    assert look(embedded.store, Selection(), embedded.calendar).rows_count == 497


def open_with(own):
    app = AppTest.from_file(APP, default_timeout=60)
    app.session_state[own_data.OWN] = own
    return app.run()


def words(app):
    kinds = ("header", "markdown", "caption")
    return "\n".join(str(e.value).replace("\\", "") for kind in kinds for e in app.get(kind))


def test_one_session_sees_its_own_and_another_does_not(embedded, rows):
    """No cache shared by readers holds what one of them loaded."""
    mine = open_with(own_data.build(embedded, rows, ("mine.csv",), joins=True))
    other = AppTest.from_file(APP, default_timeout=60).run()
    assert "499 reported incidents" in words(mine) and "mine.csv" in words(mine)
    assert "497 reported incidents" in words(other) and "mine.csv" not in words(other)
    assert "Mine" not in other.multiselect(key="pick_outlet").options
    again = AppTest.from_file(APP, default_timeout=60).run()
    assert "497 reported incidents" in words(again)


def test_forgotten_data_are_nowhere_in_the_process(embedded):
    """After "forget" nothing refers to the rows, their store or the frames of its views."""
    marked = check(SHEET.replace("Second", "Marked one").encode(), "mine.csv").incidents
    own = own_data.build(embedded, marked, ("mine.csv",), joins=True)
    app = open_with(own)
    held = [weakref.ref(own.rows), weakref.ref(own.source.store.engine)]
    del own, marked
    app = app.button(key="your_forget").click().run()
    assert not app.exception and "497 reported incidents" in words(app)
    assert not [key for key in app.session_state if str(key).startswith(own_data.KEYS)]
    gc.collect()
    assert [ref() for ref in held] == [None, None]


def test_a_name_of_a_file_is_shown_without_its_folders():
    """And cut where it is very long."""
    assert own_data.shortened("C:/me/secret/sheet.csv") == "sheet.csv"
    assert len(own_data.shortened("x" * 500)) < 64
