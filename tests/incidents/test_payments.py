"""Payments counted together by the engine, against the rows one by one."""

from __future__ import annotations

import pandas as pd
import pytest

from incidents.almanac import read_calendar
from incidents.dataset import DATA
from incidents.payments import CURRENCIES, Paid, count, each, in_currency, kinds, payments, sums
from incidents.selection import Selection
from incidents.store import open_store
from incidents.view import look


@pytest.fixture(scope="module")
def view():
    return look(open_store(DATA), Selection(), read_calendar(DATA))


def test_what_was_paid_is_counted_without_its_rows(view):
    """25 sums of money and 12 times something in kind, 34 reports in all."""
    rows = view.rows
    has_sum, has_kind = rows["bribe_amount"].notna(), rows["bribe_in_kind"] != ""
    assert count(view) == Paid((has_sum | has_kind).sum(), has_sum.sum(), has_kind.sum())
    assert (count(view).sums, count(view).kind) == (25, 12)


def test_only_the_rows_that_say_so_are_asked_for(view):
    """Their payments are those worked out from all rows."""
    few = each(view)
    assert len(few) == count(view).reports
    pd.testing.assert_frame_equal(payments(few), payments(view.rows), check_dtype=False)


@pytest.mark.parametrize("currency", CURRENCIES)
def test_a_sum_counted_together_is_worth_what_each_is(view, currency):
    """Lowest and highest in the currency, as derived for each row alone."""
    paid = payments(view.rows)
    paid = paid[paid["amount"].notna()]
    own, name = paid["currency"] == currency, currency.lower()
    for end in ("low", "high"):
        alone = paid["amount"].where(own, paid.get(f"{name}_{end}")).dropna().astype(float)
        found = in_currency(sums(view), currency)
        together = found.loc[found.index.repeat(found["n"]), end]
        assert sorted(together) == pytest.approx(sorted(alone))


def test_a_narrower_view_pays_less(view):
    """Filters and the period apply as everywhere."""
    hyesan = view.narrowed(period="day_of_security", years=(2019,), province=("KP-10",))
    paid = payments(hyesan.rows)
    assert count(hyesan).reports == len(paid) > 0
    assert sums(hyesan)["n"].sum() == paid["amount"].notna().sum()


def test_kinds_are_listed_with_their_reports(view):
    """Twelve reports, the most frequent kind first; nothing where nothing was paid."""
    found = kinds(view)
    assert found["n"].sum() == 12
    assert found["n"].is_monotonic_decreasing
    nothing = view.narrowed(text=("nosuchwordanywhere",))
    assert (count(nothing), len(kinds(nothing)), len(sums(nothing))) == (Paid(), 0, 0)
