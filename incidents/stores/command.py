"""`load`, `store` and `synthesize` on the command line."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

OK, REFUSED = 0, 1
TOLD_EVERY = 200_000  # rows


def main_load(argv: list[str]) -> int:
    """Print one JSON line per fault and the totals last; returns 1 if rows were refused."""
    from incidents.stores.loading import load

    parser = _parser("load")
    parser.add_argument("file", metavar="FILE", help="our columns as CSV or Parquet")
    _takes_store(parser)
    asked = parser.parse_args(argv)
    totals = load(Path(asked.file), asked.store, lambda said: _say({"fault": said}), _told)
    _say(totals)
    return REFUSED if totals["refused"] else OK


def main_store(argv: list[str]) -> int:
    """Print what is in a store as one JSON object; returns 1 if it does not fit the schema."""
    from incidents.stores.describing import describe

    parser = _parser("store")
    _takes_store(parser)
    found = describe(parser.parse_args(argv).store)
    _say(found)
    return OK if found["fits"] else REFUSED


def main_synthesize(argv: list[str]) -> int:
    """Print the totals of a store just filled with made-up incidents."""
    from incidents.stores.making_up import synthesize

    parser = _parser("synthesize")
    parser.add_argument("count", metavar="N", type=int, help="how many incidents")
    _takes_store(parser)
    parser.add_argument("--seed", type=int, default=1, help="another number, other incidents")
    asked = parser.parse_args(argv)
    if asked.count < 1 or asked.seed < 0:
        parser.error("N is at least 1, the seed at least 0")
    _say(synthesize(asked.count, asked.store, asked.seed, _told))
    return OK


def _parser(command: str) -> argparse.ArgumentParser:
    return argparse.ArgumentParser(prog=f"python -m incidents {command}")


def _takes_store(parser: argparse.ArgumentParser) -> None:
    from incidents.stores.address import FORMS

    parser.add_argument("store", metavar="STORE", help=FORMS)


def _told(done: int) -> None:
    if done % TOLD_EVERY == 0:
        print(f"{done:,} rows", file=sys.stderr, flush=True)


def _say(answer: dict[str, object]) -> None:
    print(json.dumps(answer, ensure_ascii=False), flush=True)
