"""Pages, pieces and counts of a view are what its rows are."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from incidents import view as views
from incidents.almanac import read_calendar
from incidents.dataset import DATA
from incidents.selection import Selection
from incidents.store import SHOWN, open_store
from incidents.stores.loading import load
from incidents.stores.opening import store_at
from incidents.view import look

CALENDAR = read_calendar(DATA)
ASKED = (
    {}, {"period": "day_of_security"}, {"province": ("KP-10",)},
    {"dates": "within", "years": (2019,)},
    {"event_type": ("arrest", "execution")}, {"text": ("hyesan",)}, {"id": "NK00301"},
    {"district": ("KP-10-01",), "agency": ("MPS",)}, {"text": ("no such word",)},
)  # fmt: skip


@pytest.fixture(scope="module", params=["memory", "duckdb"])
def store(request, tmp_path_factory):
    if request.param == "memory":
        return open_store(DATA)
    path = str(tmp_path_factory.mktemp("paging") / "s.duckdb")
    load(DATA / "incidents.csv", path, print)
    return store_at(path)


@pytest.fixture(autouse=True)
def ask_the_engine(monkeypatch):
    """Few rows would be read at once and cut here; that is what is compared with."""
    monkeypatch.setattr(views, "FEW", -1)


def see(store, asked):
    return look(store, Selection(**asked), CALENDAR)


def same(found, expected):
    pd.testing.assert_frame_equal(found, expected.reset_index(drop=True))


@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from(ASKED), st.integers(0, 520), st.integers(0, 60),
    st.sampled_from([None, "outlet", "people_killed", "date_end", "bribe_amount", "locality"]),
    st.booleans(),
)  # fmt: skip
def test_a_page_is_that_slice_of_the_rows(store, asked, offset, limit, order_by, descending):
    """Whatever the filter and the order: unknown values last, equal ones in the usual order."""
    view = see(store, asked)
    rows = view.rows.iloc[::-1] if descending else view.rows
    if order_by:
        column = rows[order_by]
        unknown = column.isna() | (column.astype(object) == "")
        known = rows[~unknown].sort_values(order_by, ascending=not descending, kind="stable")
        rows = pd.concat([known, rows[unknown]])
    same(view.page(offset, limit, order_by, descending), rows.iloc[offset : offset + limit])


@pytest.mark.parametrize("size", [1, 7, 100, 100_000])
def test_pieces_put_together_are_the_rows(store, size):
    """No piece is larger than asked, none is empty, none is lost."""
    view = see(store, {"period": "day_of_security"})
    pieces = list(view.batches(size))
    assert {0 < len(piece) <= size for piece in pieces} == {True}
    same(pd.concat(pieces, ignore_index=True), view.rows)
    assert sum(table.num_rows for table in view.tables(size)) == view.rows_count


def test_stopping_half_way_leaves_nothing_and_others_go_on(store):
    """A dropped export holds nothing that the next one needs."""
    pieces = see(store, {}).batches(10)
    next(pieces)
    pieces.close()
    assert len(list(see(store, {}).batches(100))) == 5


def test_few_rows_are_cut_from_what_is_kept(store, monkeypatch):
    """The page of a small view is the same page."""
    asked = {"district": ("KP-10-01",)}
    expected = see(store, asked).page(3, 5, descending=True)
    monkeypatch.setattr(views, "FEW", 500)
    same(see(store, asked).page(3, 5, descending=True), expected)


def test_rows_of_a_place_and_of_no_place(store):
    """The panel beside the map: those of one district, one province, and those not on the map."""
    view = see(store, {"period": "day_of_security"})
    rows = view.rows
    ryanggang = rows[rows["province"] == "KP-10"]
    same(view.rows_of("KP-10", 5), ryanggang.head(5))
    in_hyesan = ryanggang[ryanggang["district_id"].str.split(";").map(lambda d: "KP-10-01" in d)]
    same(view.rows_of("KP-10-01", 100), in_hyesan)
    nowhere = rows[rows["province"] == ""]
    same(view.unplaced_page(0, 50), nowhere.head(50))
    same(view.unplaced, nowhere)


@pytest.mark.parametrize("asked", ASKED)
def test_counts_are_those_of_the_rows(store, asked):
    """Counted in the engine and counted in the rows."""
    view = see(store, asked)
    counted = view.counted("event_type", "outlet")
    expected = view.rows.groupby(["event_type", "outlet"]).size()
    found = counted.set_index(["event_type", "outlet"])["rows"]
    assert found.to_dict() == expected.to_dict() and list(found.index) == sorted(found.index)
    assert int(view.counted("year")["rows"].sum()) == view.rows_count


def test_unknown_columns_are_refused(store):
    """The names come from code, but a wrong one says so."""
    with pytest.raises(ValueError, match="order_by 'nonsense' is not a column"):
        see(store, {}).page(0, 1, "nonsense")
    with pytest.raises(ValueError, match="needs columns"):
        see(store, {}).counted("nonsense")
    assert "position" not in SHOWN and list(see(store, {}).page(0, 1).columns) == list(SHOWN)
