"""Derived sums, by rates read off the two files by hand."""

from __future__ import annotations

from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents.dataset import DATA
from incidents.faults import DataFaults
from incidents.market import REDENOMINATION, market_rates, nearest, official_rates
from incidents.money import derive
from incidents.payments import payments


def paid(amount, currency, end, start=None) -> dict:
    """The sums derived from a record, by currency."""
    record = {"bribe_amount": amount, "bribe_currency": currency, "date_end": end}
    return {d.currency: d for d in derive(record | {"date_start": start or end})}


def test_the_hyesan_bribe_of_2019():
    """CNY 1,500: about USD 217 and KRW 253,000, and won by the rates of August and January."""
    sums = paid(1500, "CNY", date(2019, 11, 13), date(2019, 11, 1))
    assert sums["USD"].low == pytest.approx(1500 / 6.9114)
    assert sums["KRW"].low == pytest.approx(1500 * 168.75)
    assert "USD 217" in sums["USD"].words
    assert "KRW 253,000" in sums["KRW"].words
    won = sums["KPW"]
    assert (won.low, won.high) == (1_800_000, 1_905_000)
    assert [(r.rate, r.day) for r in won.rates] == [
        (1200, date(2019, 8, 13)),
        (1270, date(2020, 1, 17)),
    ]
    assert won.words == (
        "about KPW 1,800,000 to 1,910,000 by market rates: KPW 1,200 per CNY (13 August 2019, "
        "North Hamgyong/Ryanggang); KPW 1,270 per CNY (17 January 2020, Hyesan)"
    )


def test_the_basis_and_the_source_stand_with_every_sum():
    """A reader can ask each figure for its rate, date, city and address."""
    for one in paid(1500, "CNY", date(2019, 11, 13)).values():
        assert one.basis == ("market" if one.currency == "KPW" else "official")
        assert all(rate.source_url.startswith(("http://", "https://")) for rate in one.rates)


def test_several_cities_on_one_date_give_lowest_and_highest():
    """18 February and 31 March 2024: 1,380 and 1,400, then 1,570 and 1,610 won per yuan."""
    won = paid(1000, "CNY", date(2024, 3, 6))["KPW"]
    assert (won.low, won.high) == (1_380_000, 1_610_000)
    assert {rate.city for rate in won.rates} == {"Hyesan", "Sinuiju"}


def test_a_rate_of_the_day_itself_stands_alone():
    """On 14 January 2022 the won stood at 640; the rate of the 20th is not needed."""
    assert paid(100, "CNY", date(2022, 1, 14))["KPW"].high == 64_000
    assert paid(100, "CNY", date(2022, 1, 15))["KPW"].high == 70_000


def test_rates_on_one_side_only_give_what_they_give():
    """On 31 December 2019 only 17 January 2020 lies within 120 days."""
    won = paid(100, "CNY", date(2019, 12, 31))["KPW"]
    assert (won.low, won.high, len(won.rates)) == (127_000, 127_000, 1)


def test_nothing_beyond_120_days():
    """13 August 2019 is used for 120 days, until 11 December, and not on the next."""
    edge = date(2019, 8, 13) + timedelta(days=120)
    assert paid(100, "CNY", edge)["KPW"].low == 120_000
    assert paid(100, "CNY", edge + timedelta(days=1))["KPW"].low == 127_000
    assert "KPW" not in paid(100, "CNY", date(2017, 4, 17))


def test_nothing_across_the_redenomination():
    """29 November 2009 has an old rate of its own; the day after has none, new dollars only."""
    assert paid(100, "CNY", date(2009, 11, 29))["KPW"].high == 58_800
    assert "KPW" not in paid(100, "CNY", date(2009, 11, 30))
    assert paid(1, "USD", date(2009, 11, 30))["KPW"].low == 35
    assert "KPW" not in paid(1, "USD", date(2009, 11, 28))
    assert "KPW" not in paid(1, "USD", date(2009, 12, 5), start=date(2009, 11, 1))


@given(st.dates(date(2008, 1, 1), date(2026, 12, 31)), st.sampled_from(["CNY/KPW", "USD/KPW"]))
def test_no_rate_is_far_or_of_the_other_won(day, pair):
    """Whatever the day, the rates used are near, of its won, and of at most two dates."""
    groups = nearest(market_rates(), pair, day)
    assert len(groups) <= 2
    for rate in (rate for group in groups for rate in group):
        assert rate.pair == pair
        assert abs((rate.day - day).days) <= 120
        assert (rate.day < REDENOMINATION) == (day < REDENOMINATION)


def test_dollars_become_won_but_never_yuan():
    """USD 150 in March 2024: KRW by the average, KPW by the market, no CNY through won."""
    sums = paid(150, "USD", date(2024, 3, 8))
    assert set(sums) == {"KRW", "KPW"}
    assert sums["KRW"].low == pytest.approx(150 * 1363.53)
    assert (sums["KPW"].low, sums["KPW"].high) == (150 * 8510, 150 * 8720)


def test_won_become_other_money_only_as_a_range_of_market_rates():
    """KPW 20,000 in March 2015: USD 2.44 to 2.50; no yuan rate is near, no official rate used."""
    sums = paid(20_000, "KPW", date(2015, 3, 23))
    assert set(sums) == {"USD"}
    assert (sums["USD"].low, sums["USD"].high) == pytest.approx((20_000 / 8200, 20_000 / 8000))
    assert sums["USD"].basis == "market"


def test_won_with_a_single_rate_stay_won():
    """In March 2009 one old rate of each pair lies within 120 days: that is no range."""
    assert paid(500_000, "KPW", date(2009, 3, 6)) == {}


@pytest.mark.parametrize(
    ("amount", "currency"),
    [(None, "CNY"), (pd.NA, "CNY"), ("", "CNY"), (0, "CNY"), (-5, "CNY"), ("some", "CNY"),
     (5, ""), (5, "EUR"), (float("inf"), "CNY"), (float("nan"), "USD")],
)  # fmt: skip
def test_what_is_no_sum_is_not_turned_into_one(amount, currency):
    """Unknown, nought, words or an unknown currency: nothing is derived."""
    assert paid(amount, currency, date(2019, 11, 13)) == {}


def test_a_year_without_an_official_average_gives_nothing_official():
    """The table ends in 2025; the market rate of October 2025 is near enough for won."""
    assert set(paid(1500, "CNY", date(2026, 1, 10))) == {"KPW"}
    assert paid(1500, "CNY", date(2026, 12, 10)) == {}


def test_a_placeholder_day_is_shown_as_its_month():
    """The rate dated 15 March 2016 stands for the month."""
    words = paid(3000, "CNY", date(2016, 1, 15))["KPW"].words
    assert "March 2016, Hyesan" in words
    assert "15 March" not in words


def test_payments_list_sums_and_things():
    """Two rows of three: a sum with its derived figures, and cigarettes with none."""
    rows = pd.DataFrame(
        {
            "id": ["NK1", "NK2", "NK3"],
            "date_start": pd.to_datetime(["2019-11-01"] * 3),
            "date_end": pd.to_datetime(["2019-11-13"] * 3),
            "event_type": "bribe_extortion",
            "agency": "MPS",
            "province": "KP-10",
            "bribe_amount": pd.array([1500, None, None], dtype="Float64"),
            "bribe_currency": ["CNY", "", ""],
            "bribe_in_kind": ["", "cigarettes", ""],
        }
    )
    table = payments(rows).set_index("id")
    assert list(table.index) == ["NK1", "NK2"]
    assert table.loc["NK1", "usd_low"] == pytest.approx(217.03, abs=0.01)
    assert (table.loc["NK1", "kpw_low"], table.loc["NK1", "kpw_high"]) == (1_800_000, 1_905_000)
    assert table.loc["NK2", "in_kind"] == "cigarettes"
    assert table.loc["NK2", ["usd_low", "cny_low"]].isna().all()


def test_payments_of_nothing():
    """No row paid: an empty table with its columns."""
    empty = pd.DataFrame(
        columns=["id", "date_start", "date_end", "event_type", "agency", "province",
                 "bribe_amount", "bribe_currency", "bribe_in_kind"]
    )  # fmt: skip
    assert "kpw_high" in payments(empty).columns


def test_the_tables_of_rates_are_whole():
    """21 years of three official pairs, and 234 market rates."""
    assert len(official_rates()) == 63
    assert len(market_rates()) == 234


def test_a_damaged_table_of_rates_says_where(tmp_path):
    """File, line and rule, all faults at once."""
    lines = (DATA / "fx.csv").read_text(encoding="utf-8").splitlines()
    lines[1] = lines[1].replace("2008-12-15", "2008-13-15")
    lines[2] = lines[2].replace("3630", "-1")
    (tmp_path / "fx.csv").write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(DataFaults, match="fx.csv line 2: .*\nfx.csv line 3: rate '-1'"):
        market_rates(tmp_path)
