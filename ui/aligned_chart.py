"""The chart of years under each other: cells or bars, the window outlined, silent years named."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from incidents.words import say
from ui import heat, vega
from ui.theme import quiet

if TYPE_CHECKING:
    import pandas as pd

Days = tuple[int, int]  # before and after the day
MOST = 182  # days on either side
ROW, LINE, AROUND = 24, 7, 95  # pixels of a year, of a bar in it, of axis and key
OUTLINE, QUIET = "#b97b12", "#757b89"  # each reads on light and dark ground
CLICK, CHART = "cell", "aligned_years_chart"
SIGNED = "datum.value > 0 ? '+' + datum.value : format(datum.value, 'd')"


def show(
    found: pd.DataFrame, marks: pd.DataFrame, day: str, days: Days, window: Days
) -> dict[str, Any]:
    """Draw the years, the newest on top, and return what was clicked: field -> value.

    `found` holds cells, or bars if it has lanes; `days` (drawn) and `window` (outlined) are days
    before and after the day, which is named by `day`.
    """
    years = [int(year) for year in marks["year"]][::-1]
    is_near = "lane" in found
    row = max(ROW, LINE * (int(found["lane"].max()) + 1) + 4) if is_near else ROW
    shared = {
        "x": _x(day, *days), "x2": vega.end("end"),
        "y": vega.field("year:O", sort=years, title=say("aligned.year"), scale={"domain": years},
                        axis={"grid": is_near, "tickBand": "extent", "ticks": False}),
    }  # fmt: skip
    main = (_lines if is_near else _cells)(found, shared)
    event = vega.draw(
        vega.layered([main, _silent(marks, days), _window(window, days)]),
        row * len(years) + AROUND,
        say("aligned.chart", day=day, first=years[-1], last=years[0]),
        CHART,
        on_select="rerun",
        picks=CLICK,
    )
    picked = event.get("selection", {}).get(CLICK) or []
    return dict(picked[0]) if picked else {}


def _x(day: str, before: int, after: int) -> vega.Part:
    step = next(s for s in (5, 10, 30) if (before + after) / s <= 12 or s == 30)
    ticks = [at for at in range(-MOST // step * step, MOST + 1, step) if -before <= at <= after]
    return vega.field(
        "start:Q",
        title=say("aligned.days_from", day=day),
        scale={"domain": [-before - 0.5, after + 0.5], "nice": False},
        axis={"values": ticks, "labelExpr": SIGNED, "grid": False, "labelOverlap": True},
    )


def _cells(cells: pd.DataFrame, shared: vega.Part) -> vega.Part:
    kept = cells[["year", "iso", "told", "expected"]].assign(
        start=cells["offset"] - 0.5, end=cells["offset"] + 0.5, expected=cells["expected"].round(4)
    )
    values = heat.shares(max(0.01, float(kept["expected"].max())))
    shades = heat.color("expected:Q", say("aligned.expected_a_day"), values)
    channels = shared | {
        "color": vega.when("datum.expected > 0", shades, heat.none()),
        "tooltip": [
            vega.field("told:N", title=say("aligned.day")),
            vega.field("expected:Q", title=say("aligned.expected_reports"), format=".2f"),
        ],
    }
    edge = {"stroke": QUIET, "strokeOpacity": 0.5, "strokeWidth": 0.6, "cursor": "pointer"}
    return vega.mark("rect", vega.rows(kept), channels, **edge) | _click("iso")


def _lines(found: pd.DataFrame, shared: vega.Part) -> vega.Part:
    kept = found[["year", "lane", "id", "told", "where", "title"]].assign(
        start=found["first"] - 0.5, end=found["last"] + 0.5
    )
    entries = {"id": "report", "told": "when", "where": "province", "title": "title"}
    channels = shared | {
        "yOffset": vega.field("lane:O"),
        "tooltip": [
            vega.field(f"{name}:N", title=say(f"aligned.{entry}"))
            for name, entry in entries.items()
        ],
    }
    return vega.mark("bar", vega.rows(kept), channels, height=LINE - 2, cursor="pointer") | _click(
        "id"
    )


def _click(name: str) -> vega.Part:
    """Return that a click on a mark picks its row, told by one field, and no other."""
    select = {"type": "point", "fields": [name], "on": "click", "toggle": "false"}
    return {"params": [{"name": CLICK, "select": select}]}


def _silent(marks: pd.DataFrame, days: Days) -> vega.Part:
    """Return words in the row of each year that has nothing to draw, saying why."""
    years = [{"year": int(y), "start": (days[1] - days[0]) / 2, "says": says}
             for y, says in zip(marks["year"], marks["says"], strict=True) if says]  # fmt: skip
    channels = {
        "x": vega.field("start:Q"), "y": vega.field("year:O"), "text": vega.field("says:N"),
    }  # fmt: skip
    return vega.mark("text", years, channels, color=quiet(), fontStyle="italic")


def _window(window: Days, days: Days) -> vega.Part:
    """Return the outline of the chosen window, cut to the range drawn."""
    first = max(-window[0], -days[0]) - 0.5
    last = min(window[1], days[1]) + 0.5
    channels = {"x": vega.field("start:Q"), "x2": vega.end("end")}
    edges = [{"start": first, "end": last}]
    return vega.mark("rect", edges, channels, filled=False, stroke=OUTLINE, strokeWidth=2)
