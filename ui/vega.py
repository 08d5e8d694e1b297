"""Charts as Vega-Lite specifications: plain parts, put together here and drawn by Streamlit.

A chart is written as Vega-Lite reads it (https://vega.github.io/vega-lite/docs/). Objects that
check each part as it is made take ten times as long as all the numbers of a page, and all readers
wait for each other meanwhile; here a test holds every chart to Vega-Lite's own schema.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, Literal, cast

import streamlit as st

if TYPE_CHECKING:
    import pandas as pd

Part = dict[str, Any]
Rows = list[dict[str, Any]]
SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"  # says what it is; nobody asks for it
TYPES = {"N": "nominal", "O": "ordinal", "Q": "quantitative", "T": "temporal"}
SILENT = {"mark": {"aria": False}}  # single marks say nothing to a screen reader, the chart does


def field(shorthand: str, **more: Any) -> Part:
    """Return a channel: the field it shows with its type, and whatever else Vega-Lite takes.

    >>> field("low:Q", title=None)
    {'field': 'low', 'type': 'quantitative', 'title': None}
    """
    name, _, kind = shorthand.rpartition(":")
    return {"field": name, "type": TYPES[kind], **more}


def end(name: str) -> Part:
    """Return the second end of a mark: of the type of the first."""
    return {"field": name}


def value(fixed: Any) -> Part:
    """Return a channel that is the same for all rows: a pixel, a colour."""
    return {"value": fixed}


def names(width: int, **more: Any) -> Part:
    """Return an axis of names, all of them written, that takes `width` px whatever they are."""
    wide = {"labelLimit": width, "minExtent": width}
    return {**wide, "labelOverlap": False, "ticks": False, **more}


def when(test: str, then: Part, otherwise: Any) -> Part:
    """Return a channel for the rows that pass a test, and a fixed value for the others."""
    return {"condition": {"test": test, **then}, "value": otherwise}


def rows(table: pd.DataFrame) -> Rows:
    """Return the rows of a table for `mark`, each as column -> value."""
    return cast(Rows, table.to_dict("records"))


def mark(kind: str, values: Rows, channels: Part, **look: Any) -> Part:
    """Return marks of a kind, one for each row, shown by channels; `look` is the same for all."""
    return {"data": {"values": values}, "mark": {"type": kind, **look}, "encoding": channels}


def layered(layers: Iterable[Part], **more: Any) -> Part:
    """Return one chart of layers, the first at the bottom; what one of them picks is the chart's.

    >>> one = layered([{"mark": {"type": "bar"}, "params": [{"name": "brush"}]}])
    >>> one["layer"], one["params"]
    ([{'mark': {'type': 'bar'}, 'name': 'brush'}], [{'name': 'brush', 'views': ['brush']}])
    """
    drawn, picks = [], []
    for layer in layers:
        picked = layer.get("params", [])
        picks += [{**pick, "views": [pick["name"]]} for pick in picked]
        kept = {key: part for key, part in layer.items() if key != "params"}
        drawn.append({**kept, "name": picked[0]["name"]} if picked else kept)
    return {"layer": drawn, **({"params": picks} if picks else {}), **more}


def draw(
    chart: Part,
    height: int,
    told: str,
    key: str,
    *,
    on_select: Literal["ignore", "rerun"] | Callable[[], None] = "ignore",
    picks: str | None = None,
    config: Part | None = None,
) -> Any:
    """Draw a chart with its text for screen readers, as wide as its place and `height` px high.

    Return what the reader picked in it by `picks`, the name of a part that can be picked.
    """
    spec, datasets = _named(chart)
    shape = {"height": height, "config": {"view": {"strokeWidth": 0}, **(config or {})}}
    return st.vega_lite_chart(
        spec={"$schema": SCHEMA, **spec, **shape, "datasets": datasets},
        width="stretch", alt=told, key=key, on_select=on_select, selection_mode=picks,
    )  # fmt: skip


def _named(chart: Part) -> tuple[Part, dict[str, Rows]]:
    """Return a chart whose marks have names in place of their rows, and the rows by these names.

    A name follows from its rows: the same rows are sent once, and are known on the next run.
    """
    spec, datasets = dict(chart), {}
    if "layer" in chart:
        layers = [_named(layer) for layer in chart["layer"]]
        spec["layer"] = [layer for layer, _ in layers]
        datasets = {name: rows for _, each in layers for name, rows in each.items()}
    if "data" in chart:
        values = chart["data"]["values"]
        text = json.dumps(values, default=str, ensure_ascii=False)
        name = f"rows-{hashlib.sha256(text.encode()).hexdigest()[:16]}"
        spec["data"], datasets[name] = {"name": name}, values
    return spec, datasets
