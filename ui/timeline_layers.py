"""What the timeline is drawn of: bars over each other, shaded days, ticks, run-ups, campaigns."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from incidents.dates import years_in_words
from incidents.periods import Window
from incidents.words import say
from ui import timeline_marks as marks
from ui.theme import quiet, theme
from ui.timeline_lanes import GAP, LONGEST

if TYPE_CHECKING:
    import altair as alt
    import pandas as pd

CHOSEN, RUNUP, QUIET = "#b97b12", "#3f8f9b", "#757b89"  # each reads on light and dark ground
BRUSH = "brush"
PLOT, TICKS_AT, RUNUPS_AT, LANES_AT, LANE = 200, 204, 218, 230, 16  # pixels from the top
BELOW, TITLE = 44, 18  # pixels for the axis, and for its title if it has one
# The possible, the expected and the sure, each opaque: drawn over each other they stay themselves.
SHADES = {"light": ["#c3c9e6", "#7d84c5", "#2f3a8c"], "dark": ["#464a80", "#7f88dc", "#d3d8fa"]}


def together(layers: list[alt.Chart], lanes: int, unit: str) -> alt.LayerChart:
    """Return the layers as one chart, high enough for the lanes of campaigns.

    Its marks are silent for screen readers: a label of each would name its edges in the
    reader's own time zone; the chart's text and the table beside it say the days as they are.
    """
    import altair as alt

    below = BELOW + TITLE if unit == "day" else BELOW
    drawn: alt.LayerChart = (
        alt.layer(*layers)
        .resolve_scale(y="independent")
        .properties(height=LANES_AT + LANE * lanes + below)
        .configure_view(strokeWidth=0)
        .configure_mark(aria=False)
    )
    return drawn


def _x(whole: Window, unit: str) -> alt.X:
    """Return the axis of time, which all layers share; UTC, so no reader's zone moves a day."""
    import altair as alt

    near: dict[str, Any] = {"labelExpr": _moment()}
    if unit == "day":
        named = marks.days_named(whole)
        at = [alt.DateTime(year=d.year, month=d.month, date=d.day, utc=True) for d in named]
        near = {"values": at, "labelExpr": _format("day")}
    years = years_in_words(whole.first.year, whole.last.year)
    return alt.X(
        "first:T",
        title=say("timeline.day_of", years=years) if unit == "day" else None,
        scale=alt.Scale(type="utc", nice=False),
        axis=alt.Axis(labelOverlap=True, labelFlush=True, gridOpacity=0.5, **near),
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


def bars(counts: pd.DataFrame, whole: Window, unit: str) -> alt.Chart:
    """Return three bars a unit over each other, from the possible to the sure, to be brushed."""
    import altair as alt

    names = [say(f"timeline.{way}") for way in marks.COUNTED]
    faint = alt.BrushConfig(fill=QUIET, fillOpacity=0.12, stroke=QUIET)
    drawn: alt.Chart = (
        alt.Chart(alt.Data(values=marks.bars(counts)))
        .mark_bar(binSpacing=0.5)
        .encode(
            x=_x(whole, unit),
            x2="next:T",
            y=alt.Y(
                "count:Q",
                stack=None,
                title=say(f"timeline.axis_{unit}"),
                scale=alt.Scale(range=[PLOT, 4]),
                axis=alt.Axis(tickCount=4, titleY=PLOT / 2, tickMinStep=1, domain=False),
            ),
            y2=alt.datum(0),
            color=alt.Color(
                "counted:N",
                scale=alt.Scale(domain=names, range=SHADES[theme()]),
                legend=None,
            ),
            tooltip=_told(when="when", within="within", expected="expected", touches="touches"),
        )
        .add_params(alt.selection_interval(name=BRUSH, encodings=["x"], mark=faint))
    )  # fmt: skip
    return drawn


def grounds(chosen: list[dict[str, Any]], whole: Window, pending: date | None) -> list[alt.Chart]:
    """Return what lies behind the bars: the chosen days and the incomplete ones."""
    late = Window(pending, max(whole.last, pending)) if pending else None
    open_ = marks.shaded([late] if late else [], whole, say("timeline.incomplete"))
    return [
        _band(found, color, opacity)
        for found, color, opacity in ((chosen, CHOSEN, 0.22), (open_, QUIET, 0.25))
        if found
    ]


def _band(found: list[dict[str, Any]], color: str, opacity: float) -> alt.Chart:
    import altair as alt

    band: alt.Chart = (
        alt.Chart(alt.Data(values=found))
        .mark_rect(color=color, opacity=opacity)
        .encode(
            x="from:T", x2="to:T", y=alt.value(0), y2=alt.value(PLOT),
            tooltip=_told(told="what", when="when"),
        )
    )  # fmt: skip
    return band


def ticks(days: list[dict[str, Any]], runs: list[dict[str, Any]]) -> list[alt.Chart]:
    """Return the days of occasions as ticks, and the run-ups of their year as lines, in lanes."""
    import altair as alt

    at = alt.Chart(alt.Data(values=days)).mark_rule(color=CHOSEN, strokeWidth=2)
    line = alt.Chart(alt.Data(values=runs)).mark_rule(
        color=RUNUP, strokeWidth=5, strokeCap="square"
    )
    marked = at.encode(
        x="at:T", y=alt.value(TICKS_AT), y2=alt.value(TICKS_AT + 8),
        tooltip=_told(name="occasion", when="day"),
    )  # fmt: skip
    lines = line.encode(
        x="from:T", x2="to:T", y=alt.value(RUNUPS_AT),
        tooltip=_told(name="runup_to", when="as_reported", basis="basis",
                      confidence="confidence"),
    )  # fmt: skip
    return [chart for chart, found in ((marked, days), (lines, runs)) if found]


def campaigns(found: list[dict[str, Any]]) -> list[alt.Chart]:
    """Return the campaigns as lines, each with its name on its own height where there is room."""
    import altair as alt

    if not found:
        return []
    pixels = alt.Scale(domain=[0, 1], range=[LANES_AT + LANE / 2, LANES_AT + 1.5 * LANE])
    base = alt.Chart(alt.Data(values=found)).encode(
        y=alt.Y("lane:Q", scale=pixels, axis=None), tooltip=_told(name="campaign", when="when")
    )
    lines = base.mark_rule(color=QUIET, strokeWidth=4, strokeCap="square").encode(
        x=alt.X("from:T"), x2="to:T"
    )
    return [lines, _names(base, before=False), _names(base, before=True)]


def _names(base: alt.Chart, *, before: bool) -> alt.Chart:
    """Return the names that stand after their lines, or those before them."""
    import altair as alt

    drawn: alt.Chart = (
        base.transform_filter(f"datum.before == {str(before).lower()}")
        .mark_text(
            color=quiet(), align="right" if before else "left", baseline="middle",
            dx=-GAP if before else GAP, fontSize=11, limit=LONGEST,
        )
        .encode(
            x=alt.X("at:T"),
            text=alt.condition("datum.room * width > datum.pixels", "label:N", alt.value("")),
        )
    )  # fmt: skip
    return drawn


def _told(**entries: str) -> list[alt.Tooltip]:
    """Return a line for each field, headed by an entry of the table of words."""
    import altair as alt

    return [
        alt.Tooltip(field, type="nominal", title=say(f"timeline.{entry}"))
        for field, entry in entries.items()
    ]
