"""What was paid: reported beside derived, never mixed, each derived amount with its rates."""

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from incidents.almanac import read_calendar
from incidents.dataset import DATA
from incidents.money import derive
from incidents.payments import CURRENCIES, payments
from incidents.selection import Selection
from incidents.store import open_store
from incidents.view import look
from ui import paid, paid_charts, paid_how, paid_many, paid_tables

HYESAN = "NK00301"  # CNY 1,500 in November 2019


@pytest.fixture(scope="module")
def view():
    return look(open_store(DATA), Selection(), read_calendar(DATA))


@pytest.fixture(scope="module")
def all_paid(view):
    return payments(view.rows)


def page(view):
    def script(view):
        from ui import paid

        paid.draw(view)

    app = AppTest.from_function(script, args=(view,), default_timeout=60).run()
    assert not app.exception
    return app


def test_a_reported_amount_is_drawn_in_its_own_currency_only(all_paid):
    """The chart of CNY as reported holds the CNY reports and nothing derived."""
    found = paid_charts.spots(all_paid, "CNY", reported_only=True)
    assert set(found["basis"]) == {paid_charts.REPORTED}
    assert len(found) == (all_paid["currency"] == "CNY").sum()
    assert found["reported"].str.startswith("CNY ").all()


def test_derived_dollars_say_so_and_carry_the_reported_sum(all_paid):
    """The Hyesan bribe is about USD 217, marked as derived from CNY 1,500."""
    found = paid_charts.spots(all_paid, "USD").set_index("id").loc[HYESAN]
    assert round(found["low"]) == round(found["high"]) == 217
    assert (found["basis"], found["reported"]) == (paid_charts.DERIVED, "CNY 1,500")
    assert (found["first"], found["middle"], found["after"]) == (
        "2019-11-01", "2019-11-07", "2019-11-14",
    )  # fmt: skip


def test_a_report_with_two_agencies_stands_in_the_line_of_each(all_paid):
    """State security and border guard took one sum: two marks, one payment."""
    found = paid_charts.by(paid_charts.spots(all_paid, "USD"), "agency")
    assert set(found.loc[found["id"] == "NK00137", "agency"]) == {
        "State security (MSS)", "Border guard",
    }  # fmt: skip


def test_each_derived_amount_comes_with_rate_date_city_and_source(view):
    """Won by market rates name the two days and cities they rest on, with a link each."""
    record = view.rows.set_index("id").loc[HYESAN].to_dict()
    usd, _, kpw = derive(record)
    (line,) = paid_how.rate_lines(usd)
    assert "average of 2019" in line
    assert "](http" in line
    lines = list(paid_how.rate_lines(kpw))
    assert len(lines) >= 2
    assert all("KPW" in line and "](http" in line for line in lines)


def test_the_page_shows_sums_in_kind_and_every_rate_on_demand(view):
    """Choosing the Hyesan bribe tells the won of the South and the report's own figure."""
    app = page(view)
    assert "**25** a sum of money" in str(app.markdown[0].value)
    app.selectbox(key="paid_how").set_value(HYESAN).run()
    words = "\n".join(str(m.value) for m in app.markdown).replace("\\", "")
    assert "about KRW 253,000" in words
    assert "250,000" in words


def test_both_is_said_only_where_a_report_names_both(view):
    """Of the nine in the run-ups eight name a sum and one petrol; others name a sum and goods."""
    first = str(page(view.narrowed(period="day_of_security")).markdown[0].value)
    assert first.endswith("**8** a sum of money, **1** something in kind.")
    assert first.startswith("**9** of 63 reports") and "both" not in first
    assert " of them both." in str(page(view).markdown[0].value)


def test_tables_hold_every_payment_and_mark_what_is_derived(all_paid):
    """One line a payment, the derived columns named so, old won without any."""
    found = paid_tables.described(all_paid).set_index("Id")
    assert len(found) == len(all_paid)
    assert found.loc[HYESAN, "KPW, derived"] == "1,800,000 to 1,910,000"
    assert list(found.loc["NK00052", [f"{code}, derived" for code in CURRENCIES]]) == [""] * 4


def test_a_view_without_payments_gets_a_sentence(view):
    """No money and nothing in kind is said, not drawn as an empty chart."""
    app = page(view.narrowed(text=("nosuchwordanywhere",)))
    assert "No report in this view" in str(app.info[0].value)


@pytest.mark.parametrize("currency", ["KRW", "CNY", "KPW"])
def test_every_currency_can_be_chosen(view, currency):
    """Also the one in which little may be derived."""
    app = page(view)
    app.button_group(key="paid_in").set_value(currency).run()
    assert not app.exception


def test_many_payments_are_counted_in_ranges(view, monkeypatch):
    """Above the limit no payment is drawn alone, the numbers stay, and a sentence says so."""
    monkeypatch.setattr(paid, "MOST", 10)
    app = page(view)
    assert "**25** a sum of money" in str(app.markdown[0].value)
    assert any("With more than 10 payments" in str(c.value) for c in app.caption)
    years = app.dataframe[-1].value
    assert years["Reports"].sum() == 25
    assert app.dataframe[0].value["Reports"].sum() == 12


def test_ranges_of_amounts_hold_every_report():
    """CNY 100 twice and 1,500 once: two ranges of a quarter of a decade each."""
    found = pd.DataFrame({"name": 2019, "low": [100.0, 1500.0], "high": [100.0, 1500.0],
                          "n": [2, 1]})  # fmt: skip
    counted = paid_many.bins(found)
    assert counted["n"].tolist() == [2, 1]
    assert counted["low"].tolist() == pytest.approx([100, 1000])
    assert counted["high"].tolist() == pytest.approx([10**2.25, 10**3.25])
