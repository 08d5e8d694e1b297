"""The benchmark from the command line: `python -m tests.bench [--only NAME ...] [--json FILE]`."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from tests.bench import browser_heap, filter_to_map, first_map_cold, payload_change
from tests.bench.figure import Figure, Measure

MEASURES = {
    one.name: one
    for one in (
        Measure(
            "filter_to_map",
            "filter change to painted map; floor: one word of a bare page",
            "ratio at most 1.5",
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
            "first_map_cold",
            "`streamlit run` to the first map; floor: a bare one-line page",
            "ratio at most 1.7",
            first_map_cold.take,
        ),
    )
}
COLUMNS = "{:<16}{:>8}{:>10} {:<4}{:>9}{:>8}{:>6}  {}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure what is asked for, print a line each as it is known, and write the JSON list."""
    asked = _parser().parse_args(arguments)
    print(COLUMNS.format("figure", "rows", "median", "", "floor", "ratio", "runs", "asked for"))
    figures = []
    for name in asked.only or MEASURES:
        figures.append(MEASURES[name].take())
        print(_line(figures[-1]), flush=True)
        if asked.json:
            _write(figures, asked.json)


def _parser() -> argparse.ArgumentParser:
    meanings = "\n".join(f"  {one.name:<16}{one.meaning}" for one in MEASURES.values())
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench",
        description=f"Median figures of the running app, each beside its floor.\n\n{meanings}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--only", nargs="+", choices=MEASURES, metavar="NAME", help="these alone")
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write a JSON list there")
    return parser


def _line(one: Figure) -> str:
    return COLUMNS.format(
        one.name,
        one.rows,
        f"{one.median:.1f}",
        one.unit,
        f"{one.floor:.1f}",
        f"{one.ratio:.2f}",
        len(one.runs),
        MEASURES[one.name].asked,
    )


def _write(figures: list[Figure], path: Path) -> None:
    path.write_text(json.dumps([one.to_json() for one in figures], indent=1) + "\n")


if __name__ == "__main__":
    main()
