"""What can be measured: each figure's meaning, what is asked of it, and up to how many rows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.bench import (
    browser_heap,
    browser_heap_500,
    drawn,
    export_csv,
    filter_to_map,
    first_map_cold,
    first_map_warm,
    memory_reader,
    memory_server,
    page_change,
    payload_change,
    readers_20,
)
from tests.bench.data import Data
from tests.bench.figure import Figure

ALL = 10_000_000


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure that can be measured; with more than `most` rows it is not tried."""

    name: str
    meaning: str
    asked: str
    take: Callable[[Data], Figure]
    most: int = ALL


LIST = (
    Measure(
        "filter_to_map",
        "filter change to painted map; floor: one word of a bare page",
        "ratio at most 1.3; 3M: 1.5; 10M: 2.5",
        filter_to_map.take,
    ),
    Measure(
        "payload_change",
        "over the web socket per filter change; floor: a bare page",
        "under 20 kB",
        payload_change.take,
    ),
    Measure(
        "browser_heap",
        "held by the page after 100 filter changes; floor: after 5",
        "ratio under 2",
        browser_heap.take,
    ),
    Measure(
        "browser_heap_500",
        "held by the page after 200 to 500 filter changes; floor: after 100",
        "flat",
        browser_heap_500.take,
    ),
    Measure(
        "first_map_cold",
        "`streamlit run` to the first map; floor: a bare one-line page",
        "ratio at most 1.5",
        first_map_cold.take,
    ),
    Measure(
        "first_map_warm",
        "a new reader's first map; floor: a bare one-line page",
        "",
        first_map_warm.take,
    ),
    Measure(
        "page_change",
        "map to records, until the table is painted; floor: two bare pages",
        "",
        page_change.take,
    ),
    Measure(
        "export_csv",
        "all rows as CSV; floor: DuckDB's COPY of the same rows",
        "1M: ratio at most 3",
        export_csv.take,
        1_000_000,
    ),
    Measure(
        "export_memory",
        "the most that export holds; floor: a Python that holds nothing",
        "1M: under 400 MB",
        export_csv.take_memory,
    ),
    Measure(
        "memory_server",
        "the server over 500 filter changes; floor: a bare page's server",
        "3M: under 400 MB; 10M: 600 MB",
        memory_server.take,
    ),
    Measure(
        "memory_reader",
        "each further reader; floor: of a bare page",
        "under 5 MB",
        memory_reader.take,
    ),
    Measure(
        "readers_20",
        "20 readers at once, 95th percentile of a change; floor: one of them alone",
        "3M: ratio under 8",
        readers_20.take,
    ),
    Measure(
        "naive_folium",
        "the same on a page with one folium.Marker a report; floor: a bare page",
        "",
        drawn.take_markers,
        3_000,
    ),
    Measure(
        "pydeck",
        "the same with pydeck's points; floor: a bare page",
        "",
        drawn.take_points,
        300_000,
    ),
)
MEASURES = {one.name: one for one in LIST}
