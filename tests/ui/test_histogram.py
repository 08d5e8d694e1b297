"""The small picture above the time slider: expected reports of each month."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from incidents.almanac import read_calendar
from incidents.dataset import DATA
from incidents.selection import Selection
from incidents.store import open_store
from incidents.view import look
from ui import histogram


@pytest.fixture(scope="module")
def view():
    return look(open_store(DATA), Selection(), read_calendar(DATA))


def test_every_report_is_spread_over_its_days(view):
    """The months add up to all reports, and one of them to a count of its days one by one."""
    months = histogram._per_month(view)
    assert months.sum() == pytest.approx(497)
    number = (2019 - view.span.first.year) * 12 + 11 - view.span.first.month
    first, last = date(2019, 11, 1).toordinal(), date(2019, 11, 30).toordinal()
    expected = 0.0
    for start, end, n in zip(*view.intervals(), strict=True):
        own = sum(first <= day <= last for day in range(start, end + 1))
        expected += n * own / (end - start + 1)
    assert months[number] == pytest.approx(expected)


def test_a_view_without_a_report_is_flat(view):
    """Every month is 0 and can be drawn."""
    months = histogram._per_month(view.narrowed(text=("nosuchwordanywhere",)))
    assert len(months) == 254
    assert not np.any(months)
    assert histogram._bars(months).endswith("V0z")
