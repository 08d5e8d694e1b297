"""The same questions to every engine, and the same answers as from DuckDB in memory."""

import csv
import math
import random
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pandas as pd
import pytest

from incidents import record
from incidents.almanac import read_calendar
from incidents.dataset import DATA
from incidents.selection import Selection
from incidents.store import SHOWN
from incidents.stores.loading import load
from incidents.stores.opening import store_at
from incidents.view import look

CALENDAR = read_calendar(DATA)
ENGINES = ("duckdb", "parquet", "postgresql", "spark")
QUERIES = 100
AT_ONCE = 3  # readers
WORDS = (
    "hyesan", "Police", "구역", "혜산", "혜", "smug", "women", "’", "o", "100%", "%", "_", "a_b",
    "\\", "\\n", "\\u0041", '"', '"quoted"', "${env:HOME}", "$1", "DROP", "';", "--", "\\.", "ß",
    "ss", "i̇", "𝔘", "🚓", "u", "{brace,comma}", "null", "\\N", "ábc", "%s", "full", "/*", "`", "\0",
    "\uffff", "CHONGJIN", "no such word", "%%", "__",
)  # fmt: skip
COUNTED = (
    ("year", "outlet"), ("event_type",), ("month_day",), ("agency", "province"), ("locality",),
    ("people_killed",), ("reported_on",), ("bribe_amount", "bribe_currency"), ("year_basis",),
)  # fmt: skip


def some(chooser, values, most=3):
    return tuple(chooser.sample(sorted(values), min(len(values), chooser.randint(1, most))))


def asked(number, vocabulary):
    """The Selection of a number, over the whole vocabulary."""
    chooser = random.Random(number)
    day = date(2004, 1, 1) + timedelta(chooser.randrange(8200))
    ids = ["NK00301", "NK99999", "a1", "A1", "a.1", "Q20"]
    possible = {
        "period": lambda: chooser.choice(sorted(vocabulary["period"])),
        "years": lambda: tuple(chooser.sample(range(2003, 2028), chooser.randint(1, 3))),
        "from_": lambda: day,
        "to": lambda: day + timedelta(chooser.randrange(-30, 3000)),
        "text": lambda: some(chooser, WORDS, 2),
        "id": lambda: chooser.choice(ids),
        **{
            key: lambda key=key: some(chooser, vocabulary[key])
            for key in ("province", "district", "event_type", "agency", "outlet", "occasion")
        },
        "dataset": lambda: some(chooser, vocabulary["dataset"]),
    }
    likely = {"text": 0.4, "id": 0.03, "district": 0.1, "occasion": 0.1, "dataset": 0.1}
    chosen = {k: v() for k, v in possible.items() if chooser.random() < likely.get(k, 0.2)}
    if "period" in chosen and chooser.random() < 0.6:
        chosen |= {"before": chooser.randrange(121), "after": chooser.randrange(41)}
    return Selection(dates=chooser.choice(["touches", "within"]), **chosen)


def plain(frame):
    """A frame as lists that compare: unknown is None."""
    return frame.astype(object).where(frame.notna(), None).to_numpy().tolist()


def told(store, number):
    """All that a view of a store says, part by part."""
    view = look(store, asked(number, store.vocabulary(CALENDAR).codes), CALENDAR)
    chooser = random.Random(number)
    order = chooser.choice([None, *SHOWN])
    page = view.page(chooser.randrange(20), 10, order, chooser.random() < 0.5)
    starts, ends, counts = view.intervals()
    parts = {
        "rows": plain(view.rows),
        "types": list(map(str, view.rows.dtypes)),
        "triple": [view.triple.within, view.triple.expected, view.triple.touches],
        "books": [view.rows_count, view.in_districts, view.in_provinces, view.not_on_map],
        "by_district": plain(view.by_district),
        "by_province": plain(view.by_province),
        "intervals": sorted(zip(starts.tolist(), ends.tolist(), counts.tolist(), strict=True)),
        f"page by {order}": plain(page),
        "counted": plain(view.counted(*COUNTED[number % len(COUNTED)])),
    }
    if number % 5 == 0:
        parts |= {"unplaced": plain(view.unplaced), "nationwide": view.nationwide}
        parts["pieces"] = [plain(piece) for piece in view.batches(200)]
    return parts


def same(one, other):
    """Whether two parts say the same; sums of shares may differ in their last digits."""
    if isinstance(one, list | tuple):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, float) and isinstance(other, float):
        return math.isclose(one, other, rel_tol=1e-9)
    return one == other and isinstance(one, bool) == isinstance(other, bool)


@pytest.fixture(scope="session")
def expected(stores):
    """What DuckDB in memory says, by number."""
    return [told(stores("memory"), number) for number in range(QUERIES)]


@pytest.mark.parametrize("engine", ENGINES)
def test_a_hundred_random_queries_get_the_answers_of_duckdb_in_memory(engine, stores, expected):
    """Ids, order, cells, triple, districts, provinces, intervals, pages and counts are equal."""
    store = stores(engine)
    with ThreadPoolExecutor(AT_ONCE) as readers:
        found = list(readers.map(lambda number: told(store, number), range(QUERIES)))
    wrong = [
        (number, part, asked(number, store.vocabulary(CALENDAR).codes).to_query())
        for number, (one, other) in enumerate(zip(found, expected, strict=True))
        for part in other
        if not same(one[part], other[part])
    ]
    assert wrong == []


def test_the_random_queries_are_worth_asking(stores, expected):
    """Most find rows, many words find some, and every key of the vocabulary is among them."""
    codes = stores("memory").vocabulary(CALENDAR).codes
    selections = [asked(number, codes) for number in range(QUERIES)]
    keys = {key for selection in selections for key, _ in selection.items()}
    assert keys >= {"period", "before", "after", "years", "from", "to", "dates", "province",
                    "district", "event_type", "agency", "outlet", "occasion", "text", "id",
                    "dataset"}  # fmt: skip
    assert sum(bool(parts["rows"]) for parts in expected) > QUERIES / 3


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("word", WORDS)
def test_every_word_is_text_and_no_pattern(engine, word, stores):
    """A word finds the rows that hold it, letter by letter, whatever it means elsewhere."""
    view, plainly = (
        look(stores(name), Selection(text=(word,)), CALENDAR) for name in (engine, "memory")
    )
    assert list(view.rows["id"]) == list(plainly.rows["id"])


BY_HAND = [
    ({}, ["A4", "A6", "A1", "A3", "A2", "A5"], (6, 6, 6)),
    ({"period": "day_of_security", "years": (2019,)}, ["A6", "A1", "A3", "A2"],
     (2, 2 + 0.5 + 19 / 365, 4)),
    ({"period": "day_of_security", "years": (2019,), "dates": "within"}, ["A1", "A2"],
     (2, 2 + 0.5 + 19 / 365, 4)),
    ({"province": ("KP-10",)}, ["A1", "A2"], (2, 2, 2)),
    ({"district": ("KP-10-08",)}, ["A2"], (1, 1, 1)),
    ({"agency": ("MSS", "PARTY")}, ["A4", "A2"], (2, 2, 2)),
    ({"text": ("CHONGJIN",)}, ["A3"], (1, 1, 1)),
    ({"event_type": ("arrest",), "years": (2019,)}, ["A3", "A2"], (2, 2, 2)),
    ({"id": "A5"}, ["A5"], (1, 1, 1)),
    ({"province": ("KP-10",), "event_type": ("execution",)}, [], (0, 0, 0)),
]  # fmt: skip


@pytest.fixture(scope="session")
def six_stores(addresses, six, tmp_path_factory):
    """The six hand-made rows in the store of an engine."""
    path = tmp_path_factory.mktemp("six") / "six.csv"
    days = {name: six[name].dt.strftime("%Y-%m-%d") for name in record.DATES}
    six.assign(**days)[list(record.COLUMNS)].to_csv(path, index=False)
    known = {}

    def store(engine):
        if engine not in known:
            load(path, addresses(engine, "six"), lambda fault: None)
            known[engine] = store_at(addresses(engine, "six"))
        return known[engine]

    return store


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(("wanted", "ids", "triple"), BY_HAND)
def test_six_rows_counted_by_hand(engine, wanted, ids, triple, six_stores):
    """Rows in order and the triple, as counted by hand."""
    view = look(six_stores(engine), Selection(**wanted), CALENDAR)
    assert list(view.rows["id"]) == ids and view.rows_count == len(ids)
    found = view.triple
    assert (found.within, found.touches) == (triple[0], triple[2])
    assert found.expected == pytest.approx(triple[1])
    assert (type(found.within), type(found.expected)) == (int, float)


@pytest.mark.parametrize("engine", ENGINES)
def test_every_cell_comes_back_as_it_was_loaded(engine, stores, rows_file):
    """Text with tabs, line ends, quotes and backslashes, days, counts and sums."""
    with rows_file.open(encoding="utf-8", newline="") as file:
        lines = {row["id"]: row for row in csv.DictReader(file)}
    rows = look(stores(engine), Selection(), CALENDAR).rows
    texts = {
        name: rows[name].dt.strftime("%Y-%m-%d").fillna("") if name in record.DATES else rows[name]
        for name in record.COLUMNS
        if name not in (*record.WHOLE_NUMBERS, *record.NUMBERS)
    }
    found = pd.DataFrame(texts).to_dict("records")
    assert found == [{name: lines[row["id"]][name] for name in texts} for row in found]
    for name in (*record.WHOLE_NUMBERS, *record.NUMBERS):
        known = [float(lines[key][name]) if lines[key][name] else None for key in rows["id"]]
        assert plain(rows[[name]]) == [[value] for value in known]


@pytest.mark.parametrize("engine", ENGINES)
def test_rows_lie_in_the_order_of_code_points(engine, stores):
    """Ids of one day: capital letters before small ones, whatever the language of the engine."""
    rows = look(stores(engine), Selection(), CALENDAR).rows
    pairs = list(zip(rows["date_start"], rows["id"], strict=True))
    assert pairs == sorted(pairs)


@pytest.mark.parametrize("engine", ENGINES)
def test_loading_the_same_file_again_changes_nothing(engine, six_stores, addresses, tmp_path):
    """The same rows, once each, and the same version; a changed row takes the old one's place."""
    before = six_stores(engine)
    where = addresses(engine, "six")
    path = tmp_path / "again.csv"
    rows = look(before, Selection(), CALENDAR).rows
    days = {name: rows[name].dt.strftime("%Y-%m-%d") for name in record.DATES}
    rows.assign(**days)[list(record.COLUMNS)].to_csv(path, index=False)
    totals = load(path, where, lambda fault: None)
    assert (totals["loaded"], totals["replaced"], totals["store_rows"]) == (6, 6, 6)
    assert totals["version"] == before.version
    assert store_at(where).edition != before.edition
