"""The benchmark: `python -m tests.bench [--rows N,N] [--only NAME ...] [--json FILE]`."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from tests.bench.data import KEPT, data_of
from tests.bench.figure import Figure
from tests.bench.measures import MEASURES

COLUMNS = "{:<16}{:>11}{:>10} {:<4}{:>9}{:>8}{:>6}  {}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure what is asked for, print a line each as it is known, and write the JSON list."""
    asked = _parser().parse_args(arguments)
    print(COLUMNS.format("figure", "rows", "median", "", "floor", "ratio", "runs", "asked for"))
    figures: list[Figure] = []
    for rows in asked.rows:
        for name in asked.only or MEASURES:
            if rows <= MEASURES[name].most:
                figures.append(MEASURES[name].take(data_of(rows)))
                print(_line(figures[-1]), flush=True)
            if asked.json:
                _write(figures, asked.json)


def _parser() -> argparse.ArgumentParser:
    meanings = "\n".join(f"  {one.name:<16}{one.meaning}" for one in MEASURES.values())
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench",
        description=f"Median figures of the running app, each beside its floor.\n\n{meanings}",
        epilog=f"Made-up stores are kept in the folder {KEPT} names, else in the temporary one.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--only", nargs="+", choices=MEASURES, metavar="NAME", help="these alone")
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write a JSON list there")
    parser.add_argument(
        "--rows",
        type=_numbers,
        default=[500],
        metavar="N,N",
        help="sizes of the data; up to 500 are the embedded incidents, and the default",
    )
    return parser


def _numbers(given: str) -> list[int]:
    return [int(one.replace("_", "")) for one in given.split(",")]


def _line(one: Figure) -> str:
    return COLUMNS.format(
        one.name,
        f"{one.rows:,}",
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
