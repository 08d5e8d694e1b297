"""What a start need not work out again: common questions as SQL, and places of named districts.

``python -m incidents.ahead`` rewrites the file; a test holds it to what is worked out now.
"""

from __future__ import annotations

import json
from collections.abc import Hashable
from dataclasses import replace
from functools import cache
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any

from incidents.selection import DATES_CHOICES, Selection

if TYPE_CHECKING:
    import pandas as pd

FILE = Path(__file__).with_name("ahead.json")


def questions() -> dict[Hashable, str]:
    """Return the questions of a view without filters but time and place: key of it -> SQL."""
    found = _read()["questions"]
    return {(name, Selection(), *how): sql for name, *how, sql in found}


def places() -> dict[tuple[str, str], str]:
    """Return the ADM2 ids (";" between) of cells of the column district: (cell, province) -> ids.

    >>> places()["Mangyongdae", "KP-01"]
    'KP-01-03'
    """
    return {(cell, province): ids for cell, province, ids in _read()["places"]}


@cache
def _read() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(FILE.read_text("utf-8"))
    return found


def work_out() -> dict[str, Any]:
    """Return the content of the file, worked out anew from the embedded data."""
    from incidents.dataset import DATA, INCIDENTS
    from incidents.reading import read_incidents

    incidents = read_incidents(DATA / INCIDENTS)
    return {"questions": _questions(incidents), "places": _places(incidents)}


def _questions(incidents: pd.DataFrame) -> list[list[Any]]:
    from incidents import few, listing
    from incidents.kept import Kept
    from incidents.remembered import written
    from incidents.store import store_of

    store = replace(store_of(incidents, ""), written=written({}))
    everything = Kept(store, Selection(), (), is_timed=False)
    _ = listing.whole(store), few.rows(everything), everything.spots()
    for choice, is_timed, is_placed in product(DATES_CHOICES, (False, True), (False, True)):
        asked = Selection(dates=choice, province=("KP-10",) if is_placed else ())
        Kept(store, asked, (store.span,) if is_timed else (), is_timed).intervals()
    found: dict[Any, str] = store.written.copy()
    return [[name, *how, sql] for (name, _, *how), sql in found.items()]


def _places(incidents: pd.DataFrame) -> list[list[str]]:
    from incidents.reading import resolve_cell

    cells = sorted(set(zip(incidents["district"], incidents["province"], strict=True)))
    return [[cell, province, resolve_cell(cell, province)] for cell, province in cells if cell]


if __name__ == "__main__":
    FILE.write_text(json.dumps(work_out(), ensure_ascii=False, indent=0) + "\n", "utf-8")
