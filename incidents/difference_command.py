"""`diff` on the command line: what differs between two versions of the incidents."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterable

from incidents.difference import ADDED, CHANGED, REMOVED, Difference, differences, read_version
from incidents.intake.errors import IntakeError
from incidents.words import say

SAME, DIFFERENT, UNREADABLE = 0, 1, 2
KEYS = {
    ADDED: "living.row_added",
    REMOVED: "living.row_removed",
    CHANGED: "living.cell_changed",
}
LONGEST = 200


def main_diff(argv: list[str]) -> int:
    """Print every difference, the totals last; as `diff` does, return 0 if there is none, else 1.

    Returns 2, with one sentence on standard error, if a version cannot be read.
    """
    parser = argparse.ArgumentParser(
        prog="python -m incidents diff",
        epilog="Ends with 0 if no incident differs, 1 if any does, 2 if a version cannot be read.",
    )
    for name in ("old", "new"):
        parser.add_argument(name, help="an incidents.csv, its folder, a bundle, or a kept version")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    asked = parser.parse_args(argv)
    try:
        found = differences(read_version(asked.old), read_version(asked.new))
    except IntakeError as fault:
        print(" ".join(str(fault).split()), file=sys.stderr)
        return UNREADABLE
    try:
        return _print(found, as_json=asked.json)
    except BrokenPipeError:  # nobody reads on: there was a difference to read
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DIFFERENT


def _print(found: Iterable[Difference], *, as_json: bool) -> int:
    totals, changed = dict.fromkeys((ADDED, REMOVED, "cells", "columns"), 0), set[str]()
    for one in found:
        counted = {CHANGED: "cells", ADDED: ADDED, REMOVED: REMOVED}.get(one.what, "columns")
        totals[counted] += 1
        changed |= {one.id} if one.what == CHANGED else set()
        _say(json.dumps(one.to_json(), ensure_ascii=False) if as_json else _in_words(one))
    counts = {**totals, CHANGED: len(changed)}
    if as_json:
        _say(json.dumps(counts))
    else:
        _say(say("living.difference_totals" if any(totals.values()) else "living.no_difference",
                 **counts))  # fmt: skip
    return DIFFERENT if any(totals.values()) else SAME


def _in_words(one: Difference) -> str:
    key = KEYS.get(one.what, f"living.{one.what}")
    facts = one.to_json() | {"old": one.old, "new": one.new, "title": one.title}
    return say(key, **{name: _shown(text) for name, text in facts.items() if name != "what"})


def _shown(text: str) -> str:
    """Text from a file in one line without signs that steer a terminal or hide others."""
    line = "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in text)
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
