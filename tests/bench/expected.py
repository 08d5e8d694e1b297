"""What the page must say, worked out in this process and not by the server measured."""

from __future__ import annotations

from incidents.almanac import read_calendar
from incidents.dataset import DATA
from incidents.query import parse_query
from incidents.store import open_store
from incidents.stores.opening import store_at
from incidents.view import look
from tests.bench.data import Data


def rows_before(data: Data, most: int = 60) -> list[int]:
    """Number of rows in the view for each number of days before the Day of Security, from 0."""
    store = store_at(data.address) if data.address else open_store(DATA)
    calendar = read_calendar(DATA)
    known = store.vocabulary(calendar)
    asked = [parse_query(f"period=day_of_security&before={n}", known) for n in range(most)]
    return [look(store, selection, calendar).rows_count for selection in asked]
