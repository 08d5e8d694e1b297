"""The charts of what was paid: over time and by agency or province, one currency each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from incidents import labels
from incidents.words import say
from ui import vega
from ui.cards import when

if TYPE_CHECKING:
    import pandas as pd

REPORTED, DERIVED = "reported", "derived"  # bases of an amount
TIPS = ("id", "when", "reported", "event", "agency", "province", "basis")
NAMES, NUMBERS = 150, 44  # pixels
INCOMPLETE = "#8a8f9c"
POWERS = [10**power for power in range(-2, 13)]


def spots(paid: pd.DataFrame, currency: str, reported_only: bool = False) -> pd.DataFrame:
    """Return one row a payment that has an amount in the currency, for the charts.

    id, first, middle and after (ISO days: the interval, its middle, the day after it), when,
    event, agency and province in words, reported (as the source gives it), low and high in the
    currency, middle_amount between them (geometric), basis (REPORTED or DERIVED).
    """
    import pandas as pd

    own = paid["currency"] == currency
    name = currency.lower()
    low = paid["amount"].where(own, pd.NA if reported_only else paid.get(f"{name}_low"))
    high = paid["amount"].where(own, pd.NA if reported_only else paid.get(f"{name}_high"))
    found = paid.assign(low=low, high=high, basis=own.map({True: REPORTED, False: DERIVED}))
    found = found[found["low"].notna() & (found["low"] > 0)]
    start, end = found["date_start"], found["date_end"]
    return pd.DataFrame(
        {
            "id": found["id"],
            "first": _iso(start),
            "middle": _iso(start + (end - start) / 2),
            "after": _iso(end + pd.Timedelta(days=1)),
            "when": [when(row) for row in found.to_dict("records")],
            "event": found["event_type"].map(labels.event_type),
            "agency": found["agency"],
            "province": [labels.province(code) for code in found["province"]],
            "reported": [reported_sum(row) for row in found.to_dict("records")],
            "low": found["low"].astype(float),
            "high": found["high"].astype(float),
            "middle_amount": (found["low"] * found["high"]).astype(float) ** 0.5,
            "basis": found["basis"],
        }
    )


def by(found: pd.DataFrame, column: str) -> pd.DataFrame:
    """Return the spots once for each agency (or province) named, in words."""

    if column == "province":
        return found.assign(province=found["province"].replace("", say("paid.no_province")))
    each: pd.DataFrame = found.assign(agency=found["agency"].str.split(";")).explode("agency")
    return each.assign(
        agency=each["agency"].map(lambda code: labels.agency(code) or say("paid.no_agency"))
    )


def _iso(days: pd.Series) -> pd.Series:
    return days.dt.strftime("%Y-%m-%d")


def reported_sum(row: Mapping[Any, Any]) -> str:
    """Return the sum as the report gives it, e.g. "CNY 1,500"."""
    return f"{row['currency']} {float(row['amount']):,.0f}"


def _amounts(found: pd.DataFrame, currency: str, *, is_upright: bool) -> vega.Part:
    """Return the axis of amounts; upright, it has less room for its title."""
    is_wide = not is_upright and (found["basis"] == DERIVED).any()
    axis = {
        "format": "~s", "values": POWERS, "labelOverlap": True,
        "minExtent": NUMBERS if is_upright else 0,
    }  # fmt: skip
    title = say("paid.axis_derived" if is_wide else "paid.axis", currency=currency)
    return vega.field("middle_amount:Q", title=title, scale={"type": "log"}, axis=axis)


def _shared(found: pd.DataFrame, *, is_named: bool = True) -> vega.Part:
    """Return the channels of every payment: its basis as a colour, and what is told of it."""
    is_named = is_named and bool((found["basis"] == DERIVED).any())
    above = {"orient": "top", "title": None, "offset": 6, "padding": 0}
    return {
        "color": vega.field(
            "basis:N",
            scale={"domain": [_basis(code) for code in (REPORTED, DERIVED)]},
            legend=above if is_named else None,
        ),
        "tooltip": [
            *(vega.field(f"{name}:N", title=say(f"paid.tip_{name}")) for name in TIPS),
            vega.field("low:Q", format=",.3~r", title=say("paid.tip_low")),
            vega.field("high:Q", format=",.3~r", title=say("paid.tip_high")),
        ],
    }


def _rows(found: pd.DataFrame) -> vega.Rows:
    return vega.rows(found.assign(basis=found["basis"].map(_basis)))


def _basis(code: str) -> str:
    return say(f"paid.basis_{code}")


def over_time(found: pd.DataFrame, currency: str, ends: list[str], since: str | None) -> vega.Part:
    """Return a point a payment, a line along its days and one over its range.

    `ends` are the first and last day of the axis; from `since` on it is shaded as incomplete.
    """
    time = vega.field(
        "middle:T", title=None, scale={"type": "utc", "domain": ends}, axis=_times(ends)
    )
    rows, shared = _rows(found), _shared(found)
    upright = shared | {"y": _amounts(found, currency, is_upright=True)}
    ranged = {"x": vega.field("middle:T"), "y": vega.field("low:Q"), "y2": vega.end("high")}
    lasting = {"x": vega.field("first:T"), "x2": vega.end("after")}
    layers = [
        vega.mark("point", rows, upright | {"x": time}, filled=True, size=60, opacity=0.9),
        vega.mark("rule", rows, upright | lasting, strokeWidth=3, opacity=0.6),
        vega.mark("rule", rows, shared | ranged, strokeWidth=2),
    ]
    return vega.layered([*([_shade(since, ends[1])] if since else []), *layers])


def _times(ends: list[str]) -> vega.Part:
    """Return years as ticks; months where there are less than four years."""
    if int(ends[1][:4]) - int(ends[0][:4]) < 4:
        return {"format": say("paid.tick_month"), "tickCount": 6, "labelOverlap": True}
    return {"format": say("paid.tick_year"), "tickCount": "year", "labelOverlap": True}


def _shade(since: str, end: str) -> vega.Part:
    weeks = [{"since": since, "end": end, "said": say("paid.incomplete")}]
    channels = {
        "x": vega.field("since:T"), "x2": vega.end("end"),
        "tooltip": vega.field("said:N", title=say("paid.from_here")),
    }  # fmt: skip
    return vega.mark("rect", weeks, channels, color=INCOMPLETE, opacity=0.25)


def strip(found: pd.DataFrame, column: str, currency: str) -> vega.Part:
    """Return one line a name with a tick a payment, the names with most payments first."""
    order = list(found[column].value_counts().index)
    channels = _shared(found, is_named=False) | {  # the same colours as over time, above
        "x": _amounts(found, currency, is_upright=False),
        "y": vega.field(f"{column}:N", sort=order, title=None, axis=vega.names(NAMES)),
    }
    return vega.mark("point", _rows(found), channels, filled=True, size=55, opacity=0.75)


def show(chart: vega.Part, height: int, told: str, key: str) -> None:
    """Draw a chart with its text."""
    # Labels of the single marks would name days in the reader's time zone; the table says them.
    vega.draw(chart, height, told, key, config=vega.SILENT)
