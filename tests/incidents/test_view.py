"""Rows and counts of a view, by hand and against a naive recount."""

import csv
import random
import unicodedata
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from incidents.almanac import read_calendar
from incidents.dataset import DATA
from incidents.matching import match
from incidents.periods import Window
from incidents.query import parse_query
from incidents.record import AGENCIES, EVENT_TYPES
from incidents.selection import Selection
from incidents.store import open_store, store_of
from incidents.view import look

CALENDAR = read_calendar(DATA)


@pytest.fixture(scope="module")
def small(six):
    return store_of(six, "0" * 64)


@pytest.fixture(scope="module")
def real():
    return open_store(DATA)


def see(store, **asked):
    return look(store, Selection(**asked), CALENDAR)


def ids(view):
    return list(view.rows["id"])


def test_an_interval_half_inside_has_half_a_share():
    """27 Oct to 5 Nov has five of its ten days in November."""
    start = date(2019, 10, 27).toordinal()
    november = [Window(date(2019, 11, 1), date(2019, 11, 30))]
    found = match(np.array([start]), np.array([start + 9]), november)
    assert found.share[0] == 0.5 and not found.within[0] and found.touches[0]


def test_an_interval_that_covers_the_window_is_possible_and_not_sure():
    """The whole of 2019 covers 1-19 November: 19 of 365 days, not within."""
    first, last = date(2019, 1, 1).toordinal(), date(2019, 12, 31).toordinal()
    windows = [Window(date(2019, 11, 1), date(2019, 11, 19))]
    found = match(np.array([first]), np.array([last]), windows)
    assert found.share[0] == 19 / 365 and not found.within[0]


def test_shares_of_several_windows_add_up_and_never_pass_one():
    """Two windows of one day each hold two of the ten days."""
    windows = [Window(date(2019, 1, d), date(2019, 1, d)) for d in (2, 9)]
    first = date(2019, 1, 1).toordinal()
    assert match(np.array([first]), np.array([first + 9]), windows).share[0] == 0.2


def test_the_triple_of_the_run_up_by_hand(small):
    """A1 and A2 surely, A3 with 5 of 10 days, A6 with 19 of 365: 2, 2.55, 4."""
    view = see(small, period="day_of_security", years=(2019,))
    assert (view.triple.within, view.triple.touches) == (2, 4)
    assert view.triple.expected == pytest.approx(2 + 0.5 + 19 / 365)
    assert view.rows_count == 4 and ids(view) == ["A6", "A1", "A3", "A2"]


def test_within_shows_only_the_sure_rows_and_keeps_the_triple(small):
    """Two rows remain; the triple still tells all three numbers."""
    view = see(small, period="day_of_security", years=(2019,), dates="within")
    assert ids(view) == ["A1", "A2"] and view.rows_count == 2
    assert view.triple.touches == 4
    assert (view.in_districts, view.in_provinces, view.not_on_map) == (2, 0, 0)


def test_the_books_balance_by_hand(small):
    """A1, A2, A6 lie in districts, A3 and A5 (Sungho has no shape) in provinces, A4 nowhere."""
    view = see(small)
    assert (view.in_districts, view.in_provinces, view.not_on_map) == (3, 2, 1)
    assert view.rows_count == 6 == len(view.rows)
    assert ids(replace(view)) == ["A4", "A6", "A1", "A3", "A2", "A5"]
    assert list(view.unplaced["id"]) == ["A4"]


def test_a_report_of_two_districts_counts_once_in_each_and_once_in_all(small):
    """A2 names Hyesan and Pochon; Hyesan has A1 and A2."""
    counts = dict(see(small).by_district[["district", "rows"]].to_numpy())
    assert counts == {"KP-01-03": 1, "KP-10-01": 2, "KP-10-08": 1}
    ryanggang = see(small).by_province.set_index("province").loc["KP-10"]
    assert (ryanggang["rows"], ryanggang["only"]) == (2, 0)


def test_spots_are_the_rows_with_only_where_and_when(small):
    """The same rows as the table, by the numbers of their places and intervals."""
    view = see(small, period="day_of_security", years=(2019,))
    places, known = view.store.places, view.store.intervals
    seen = [
        (places.province[place], places.district_id[place], known.start[when], known.end[when])
        for place, when in zip(*view.spots, strict=True)
    ]
    rows = view.rows[["province", "district_id", "date_start", "date_end"]]
    whole = [
        (province, district, start.toordinal(), end.toordinal())
        for province, district, start, end in rows.itertuples(index=False, name=None)
    ]
    assert whole and sorted(seen) == sorted(whole)


def test_without_a_time_filter_all_three_numbers_are_the_rows(small):
    """Within, expected and touches agree when no time is asked for."""
    triple = see(small).triple
    assert (triple.within, triple.expected, triple.touches) == (6, 6.0, 6)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"province": ("KP-10",)}, ["A1", "A2"]),
        ({"district": ("KP-10-08",)}, ["A2"]),
        ({"district": ("KP-01-03",)}, ["A6"]),
        ({"event_type": ("arrest", "execution")}, ["A4", "A3", "A2"]),
        ({"agency": ("MSS",)}, ["A2"]),
        ({"agency": ("MSS", "PARTY")}, ["A4", "A2"]),
        ({"outlet": ("Daily NK",)}, ["A1", "A3", "A5"]),
        ({"text": ("CHONGJIN",)}, ["A3"]),
        ({"text": ("hye", "search")}, ["A1"]),
        ({"text": ("hye", "two")}, ["A2"]),
        ({"id": "A5"}, ["A5"]),
        ({"id": "A9"}, []),
        ({"from_": date(2020, 2, 29), "to": date(2020, 3, 1)}, ["A5"]),
        ({"province": ("KP-10",), "event_type": ("execution",)}, []),
    ],
)
def test_each_filter_by_hand(small, asked, expected):
    """Values of a key are alternatives, keys add up, nationwide rows pass no province filter."""
    view = see(small, **asked)
    assert ids(view) == expected and view.rows_count == len(expected)


def test_nationwide_rows_are_counted_beside_a_province_filter(small):
    """A4 has no province and lies in the winter of 2018-19."""
    view = see(small, province=("KP-10",), years=(2019,))
    assert view.nationwide == 1
    assert see(small, province=("KP-10",), years=(2020,)).nationwide == 0


def test_an_impossible_time_shows_nothing_and_counts_nothing(small):
    """From after to gives no row, a zero triple and a reason."""
    view = see(small, from_=date(2020, 2, 1), to=date(2020, 1, 1))
    assert view.rows_count == 0 and ids(view) == [] and view.reason
    assert (view.triple.within, view.triple.expected, view.triple.touches) == (0, 0.0, 0)
    assert view.nationwide == 0 and view.by_district.empty and view.by_province.empty


def test_the_first_report_can_be_found_by_everything_it_says(real):
    """NK00301: Hyesan, November 2019, police, CNY 1500, a fuel seller, tied to the day."""
    query = (
        "period=day_of_security&years=2019&district=KP-10-01&event_type=bribe_extortion&agency=MPS"
        "&outlet=Daily+NK&occasion=day_of_security&text=fuel+1,500+250,000+songbong"
    )
    view = look(real, parse_query(query, real.vocabulary(CALENDAR)), CALENDAR)
    assert ids(view) == ["NK00301"]
    row = view.rows.iloc[0]
    assert (row["bribe_amount"], row["bribe_currency"]) == (1500, "CNY")
    assert row["edtf"] == "2019-11-01/2019-11-13"


def test_the_run_up_of_2019_in_ryanggang_has_eight_reports(real):
    """The numbers of the issue: 8 possibly inside, NK00301 among them."""
    view = see(real, period="day_of_security", before=18, years=(2019,), province=("KP-10",))
    assert view.triple.touches == 8 == view.rows_count and "NK00301" in ids(view)


# A recount that shares nothing with the code under test: a plain loop over the file's own lines.

LINES = list(csv.DictReader((DATA / "incidents.csv").open(encoding="utf-8", newline="")))
OCCASIONS = {
    row["id"]: row
    for row in csv.DictReader((DATA / "occasions.csv").open(encoding="utf-8", newline=""))
}
CAMPAIGNS = {
    row["id"]: row
    for row in csv.DictReader((DATA / "campaigns.csv").open(encoding="utf-8", newline=""))
}
LUNAR = {
    (row["occasion_id"], int(row["year"])): row["date"]
    for row in csv.DictReader((DATA / "lunar_dates.csv").open(encoding="utf-8", newline=""))
}
FIRST = min(row["date_start"] for row in LINES)
LAST = max(row["date_end"] for row in LINES)


def days_between(first, last):
    if first > last:
        return set()
    return {first + timedelta(days=n) for n in range((last - first).days + 1)}


def naive_anchor(row, year):
    if (row["first_year"] and year < int(row["first_year"])) or (
        row["last_year"] and year > int(row["last_year"])
    ):
        return None
    if not row["month"]:
        found = LUNAR.get((row["id"], year))
        return date.fromisoformat(found) if found else None
    return date(year, int(row["month"]), int(row["day"]))


def naive_days(asked):
    """Return the set of days asked for, or None when time is not filtered."""
    period, years = asked.get("period"), asked.get("years", ())
    if not (period or years or "from_" in asked or "to" in asked):
        return None
    before, after = asked.get("before"), asked.get("after") or 0
    if period in OCCASIONS:
        row = OCCASIONS[period]
        if before is None:
            before = int(row["typical_runup_days"] or 14)
        anchors = [naive_anchor(row, y) for y in years or range(int(FIRST[:4]), int(LAST[:4]) + 1)]
        days = set()
        for anchor in filter(None, anchors):
            days |= days_between(anchor - timedelta(before), anchor + timedelta(after))
    elif period:
        row = CAMPAIGNS[period]
        start, end = (date.fromisoformat(row["start"]), date.fromisoformat(row["end"] or LAST))
        days = days_between(start - timedelta(before or 0), end + timedelta(after))
        days = {d for d in days if not years or d.year in years}
    elif years:
        days = set().union(*(days_between(date(y, 1, 1), date(y, 12, 31)) for y in years))
    else:
        days = days_between(date(2000, 1, 1), date(2030, 1, 1))
    low, high = asked.get("from_", date.min), asked.get("to", date.max)
    return {d for d in days if low <= d <= high}


def naive_fold(text):
    text = "".join(
        c
        for c in unicodedata.normalize("NFKD", text)
        if not unicodedata.combining(c) and c not in "'’‘"
    )
    return unicodedata.normalize("NFC", text).casefold()


def naive_keeps(row, asked):
    fields = (
        "title", "summary", "district", "district_as_reported", "locality", "targets", "pretext",
    )  # fmt: skip
    texts = [naive_fold(row[name]) for name in fields]
    return all(
        [
            not asked.get("province") or row["province"] in asked["province"],
            not asked.get("event_type") or row["event_type"] in asked["event_type"],
            not asked.get("outlet") or row["outlet"] in asked["outlet"],
            not asked.get("occasion") or row["occasion_id"] in asked["occasion"],
            not asked.get("agency") or set(asked["agency"]) & set(row["agency"].split(";")),
            all(any(naive_fold(word) in text for text in texts) for word in asked.get("text", ())),
        ]
    )


def naive_count(asked):
    wanted, shown, sums = naive_days(asked), [], Counter()
    for row in LINES:
        if not naive_keeps(row, asked):
            continue
        days = days_between(
            date.fromisoformat(row["date_start"]), date.fromisoformat(row["date_end"])
        )
        inside = days if wanted is None else days & wanted
        touches = bool(inside)
        # Merged windows leave no gap of wanted days, so "in one window" is "all days wanted".
        within = inside == days
        sums["touches"] += touches
        sums["within"] += within
        sums["expected"] += len(inside) / len(days)
        if within if asked.get("dates") == "within" else touches:
            shown.append((row["date_start"], row["id"]))
    return [name for _, name in sorted(shown)], sums


def some(values, most=2):
    return st.lists(st.sampled_from(sorted(values)), max_size=most, unique=True).map(tuple)


SPAN_DAYS = st.dates(date(2004, 1, 1), date(2026, 12, 31))
ASKED = st.fixed_dictionaries(
    {},
    optional={
        "period": st.sampled_from(sorted([*OCCASIONS, *CAMPAIGNS])),
        "before": st.integers(0, 120),
        "after": st.integers(0, 40),
        "years": st.lists(st.integers(2003, 2028), max_size=3, unique=True).map(tuple),
        "from_": SPAN_DAYS,
        "to": SPAN_DAYS,
        "dates": st.sampled_from(["touches", "within"]),
        "province": some({row["province"] for row in LINES} - {""}),
        "event_type": some(EVENT_TYPES, 3),
        "agency": some(AGENCIES, 3),
        "outlet": some({row["outlet"] for row in LINES}),
        "occasion": some({row["occasion_id"] for row in LINES} - {""}),
        "text": some({"hyesan", "Police", "구역", "smug", "women", "market", "’", "o"}),
    },
).map(lambda a: {k: v for k, v in a.items() if a.get("period") or k not in ("before", "after")})


@settings(max_examples=150)
@given(ASKED)
def test_every_view_equals_a_naive_recount(real, asked):
    """Rows, their order and the triple agree with a loop over the file, for any filter."""
    view = see(real, **asked)
    expected_ids, sums = naive_count(asked)
    assert ids(view) == expected_ids
    assert view.rows_count == len(expected_ids)
    assert view.triple.within == sums["within"] and view.triple.touches == sums["touches"]
    assert view.triple.expected == pytest.approx(sums["expected"], abs=1e-6)
    assert view.in_districts + view.in_provinces + view.not_on_map == view.rows_count
    assert view.triple.within <= view.triple.expected + 1e-9 <= view.triple.touches + 1e-6
    by_province = Counter(row["province"] for row in LINES if row["id"] in set(expected_ids))
    del by_province[""]
    assert dict(view.by_province[["province", "rows"]].to_numpy()) == dict(by_province)


def test_many_readers_ask_at_once_and_each_gets_their_own_answer(real):
    """Forty questions on eight threads: every answer is the one of its own question."""
    from concurrent.futures import ThreadPoolExecutor

    chooser = random.Random(1)
    years = [chooser.randint(2005, 2025) for _ in range(40)]
    expected = {year: naive_count({"years": (year,)})[0] for year in set(years)}
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda year: ids(see(real, years=(year,))), years))
    assert found == [expected[year] for year in years]
