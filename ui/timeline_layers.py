"""What the timeline is drawn of: bars over each other, shaded days, ticks, run-ups, campaigns."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from incidents.dates import years_in_words
from incidents.periods import Window
from incidents.words import say
from ui import timeline_marks as marks
from ui import vega
from ui.theme import quiet, theme
from ui.timeline_lanes import GAP, LONGEST

if TYPE_CHECKING:
    import pandas as pd

CHOSEN, RUNUP, QUIET = "#b97b12", "#3f8f9b", "#757b89"  # each reads on light and dark ground
BRUSH = "brush"
PLOT, TICKS_AT, RUNUPS_AT, LANES_AT, LANE = 200, 204, 218, 230, 16  # pixels from the top
BELOW, TITLE = 44, 18  # pixels for the axis, and for its title if it has one
# The possible, the expected and the sure, each opaque: drawn over each other they stay themselves.
SHADES = {"light": ["#c3c9e6", "#7d84c5", "#2f3a8c"], "dark": ["#464a80", "#7f88dc", "#d3d8fa"]}


def height(lanes: int, unit: str) -> int:
    """Return the pixels of the chart: high enough for the lanes of campaigns."""
    below = BELOW + TITLE if unit == "day" else BELOW
    return LANES_AT + LANE * lanes + below


def together(layers: list[vega.Part]) -> vega.Part:
    """Return the layers as one chart, each with heights of its own."""
    return vega.layered(layers, resolve={"scale": {"y": "independent"}})


def _x(whole: Window, unit: str) -> vega.Part:
    """Return the axis of time, which all layers share; UTC, so no reader's zone moves a day."""
    near: dict[str, Any] = {"labelExpr": _moment()}
    if unit == "day":
        named = marks.days_named(whole)
        at = [{"year": d.year, "month": d.month, "date": d.day, "utc": True} for d in named]
        near = {"values": at, "labelExpr": _format("day")}
    years = years_in_words(whole.first.year, whole.last.year)
    return vega.field(
        "first:T",
        title=say("timeline.day_of", years=years) if unit == "day" else None,
        scale={"type": "utc", "nice": False},
        axis={"labelOverlap": True, "labelFlush": True, "gridOpacity": 0.5, **near},
    )


def _format(unit: str) -> str:
    """Return an expression that writes a tick; the days of all readers are those of UTC."""
    return f"utcFormat(datum.value, '{say(f'timeline.tick_{unit}')}')"


def _moment() -> str:
    """Return an expression that writes a tick as coarse as it stands: a year, a month, a day."""
    first_day, first_month = "utcdate(datum.value) == 1", "utcmonth(datum.value) == 0"
    return (
        f"{first_day} && {first_month} ? {_format('year')} : "
        f"{first_day} ? {_format('month')} : {_format('week')}"
    )


def bars(counts: pd.DataFrame, whole: Window, unit: str) -> vega.Part:
    """Return three bars a unit over each other, from the possible to the sure, to be brushed."""
    names = [say(f"timeline.{way}") for way in marks.COUNTED]
    high = {"tickCount": 4, "titleY": PLOT / 2, "tickMinStep": 1, "domain": False}
    channels = {
        "x": _x(whole, unit),
        "x2": vega.end("next"),
        "y": vega.field(
            "count:Q", stack=None, title=say(f"timeline.axis_{unit}"),
            scale={"range": [PLOT, 4]}, axis=high,
        ),
        "y2": {"datum": 0},
        "color": vega.field(
            "counted:N", scale={"domain": names, "range": SHADES[theme()]}, legend=None
        ),
        "tooltip": _told(when="when", within="within", expected="expected", touches="touches"),
    }  # fmt: skip
    faint = {"fill": QUIET, "fillOpacity": 0.12, "stroke": QUIET}
    brush = {"name": BRUSH, "select": {"type": "interval", "encodings": ["x"], "mark": faint}}
    return vega.mark("bar", marks.bars(counts), channels, binSpacing=0.5) | {"params": [brush]}


def grounds(chosen: vega.Rows, whole: Window, pending: date | None) -> list[vega.Part]:
    """Return what lies behind the bars: the chosen days and the incomplete ones."""
    late = Window(pending, max(whole.last, pending)) if pending else None
    open_ = marks.shaded([late] if late else [], whole, say("timeline.incomplete"))
    return [
        _band(found, color, opacity)
        for found, color, opacity in ((chosen, CHOSEN, 0.22), (open_, QUIET, 0.25))
        if found
    ]


def _band(found: vega.Rows, color: str, opacity: float) -> vega.Part:
    channels = {
        **_across("from", "to"), "y": vega.value(0), "y2": vega.value(PLOT),
        "tooltip": _told(told="what", when="when"),
    }  # fmt: skip
    return vega.mark("rect", found, channels, color=color, opacity=opacity)


def _across(first: str, last: str) -> vega.Part:
    """Return the channels of what reaches from one moment to another."""
    return {"x": vega.field(f"{first}:T"), "x2": vega.end(last)}


def ticks(days: vega.Rows, runs: vega.Rows) -> list[vega.Part]:
    """Return the days of occasions as ticks, and the run-ups of their year as lines, in lanes."""
    at = {
        "x": vega.field("at:T"), "y": vega.value(TICKS_AT), "y2": vega.value(TICKS_AT + 8),
        "tooltip": _told(name="occasion", when="day"),
    }  # fmt: skip
    line = {
        **_across("from", "to"), "y": vega.value(RUNUPS_AT),
        "tooltip": _told(name="runup_to", when="as_reported", basis="basis",
                         confidence="confidence"),
    }  # fmt: skip
    marked = vega.mark("rule", days, at, color=CHOSEN, strokeWidth=2)
    lines = vega.mark("rule", runs, line, color=RUNUP, strokeWidth=5, strokeCap="square")
    return [chart for chart, found in ((marked, days), (lines, runs)) if found]


def campaigns(found: vega.Rows) -> list[vega.Part]:
    """Return the campaigns as lines, each with its name on its own height where there is room."""
    if not found:
        return []
    pixels = {"domain": [0, 1], "range": [LANES_AT + LANE / 2, LANES_AT + 1.5 * LANE]}
    shared = {
        "y": vega.field("lane:Q", scale=pixels, axis=None),
        "tooltip": _told(name="campaign", when="when"),
    }
    across = shared | _across("from", "to")
    lines = vega.mark("rule", found, across, color=QUIET, strokeWidth=4, strokeCap="square")
    return [lines, _names(found, shared, before=False), _names(found, shared, before=True)]


def _names(found: vega.Rows, shared: vega.Part, *, before: bool) -> vega.Part:
    """Return the names that stand after their lines, or those before them."""
    fits = "datum.room * width > datum.pixels"
    channels = shared | {
        "x": vega.field("at:T"), "text": vega.when(fits, vega.field("label:N"), ""),
    }  # fmt: skip
    names = vega.mark(
        "text", found, channels, color=quiet(), align="right" if before else "left",
        baseline="middle", dx=-GAP if before else GAP, fontSize=11, limit=LONGEST,
    )  # fmt: skip
    return names | {"transform": [{"filter": f"datum.before == {str(before).lower()}"}]}


def _told(**entries: str) -> list[vega.Part]:
    """Return a line for each field, headed by an entry of the table of words."""
    return [
        vega.field(f"{name}:N", title=say(f"timeline.{entry}")) for name, entry in entries.items()
    ]
