"""What a one-page brief of a view says: its numbers, places, caveats, citation and link."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from incidents import labels
from incidents.about import OWN
from incidents.dataset import short_version
from incidents.dates import day_in_words
from incidents.export.about import About
from incidents.sentence import sentence
from incidents.words import say

if TYPE_CHECKING:
    import pandas as pd

    from incidents.view import View

EMBEDDED = "embedded"
PROVINCES, DISTRICTS = 9, 14  # places listed by name; the rest is counted


@dataclass(frozen=True, slots=True)
class Count:
    """A place in words, or ``places`` of them together, and the number of reports there."""

    place: str
    rows: int
    places: int = 1


@dataclass(frozen=True, slots=True)
class Brief:
    """All that a brief says, in the language that was spoken when it was put together.

    ``triple`` holds (number, what it is) pairs, empty without a time filter. ``provinces`` and
    ``districts`` have the most reports first and end with one line for all the others.
    """

    sentence: str
    triple: tuple[tuple[str, str], ...]
    books: str
    provinces: tuple[Count, ...]
    districts: tuple[Count, ...]
    caveats: tuple[str, ...]
    citation: str
    link: str
    made: str
    credit: str


def brief(view: View, about: About, day: date) -> Brief:
    """Return the brief of a view, written on a day; ``about`` holds its link and versions."""
    told = sentence(view)
    return Brief(
        sentence=told,
        triple=_triple(view),
        books=_books(view),
        provinces=_provinces(view),
        districts=_ranked(
            view.by_district, "district", labels.district_of, DISTRICTS, "more_districts"
        ),
        caveats=_caveats(view),
        citation=_citation(told, about),
        link=about.link,
        made=say("brief.made", day=day_in_words(day), version=about.dataset_version),
        credit=_credit(view),
    )


def _triple(view: View) -> tuple[tuple[str, str], ...]:
    if not view.is_timed:
        return ()
    t = view.triple
    numbers = {"within": f"{t.within:,}", "expected": f"{t.expected:,.1f}"}
    numbers["touches"] = f"{t.touches:,}"
    return tuple((number, say(f"brief.{entry}")) for entry, number in numbers.items())


def _books(view: View) -> str:
    return say(
        "brief.books",
        districts=view.in_districts,
        provinces=view.in_provinces,
        nowhere=view.not_on_map,
    )


def _provinces(view: View) -> tuple[Count, ...]:
    ranked = _ranked(view.by_province, "province", labels.province, PROVINCES, "more_provinces")
    if not view.not_on_map:
        return ranked
    return (*ranked, Count(say("brief.no_province"), view.not_on_map, 0))


def _ranked(
    counts: pd.DataFrame, column: str, label: Callable[[str], str], most: int, more: str
) -> tuple[Count, ...]:
    """Return the places with most reports, and all others as one; two are never "others" of one."""
    order = counts.sort_values(["rows", column], ascending=[False, True])
    each = [Count(label(str(c)), int(n)) for c, n in zip(order[column], order["rows"], strict=True)]
    if len(each) <= most:
        return tuple(each)
    rest = each[most - 1 :]
    others = Count(say(f"brief.{more}", n=len(rest)), sum(c.rows for c in rest), len(rest))
    return (*each[: most - 1], others)


def _caveats(view: View) -> tuple[str, ...]:
    entries = ["reports", "absence", "intervals" if view.is_timed else "intervals_alone", "several"]
    if OWN in view.store.datasets:
        entries.insert(0, "own")
    if view.store.synthetic:
        entries.insert(0, "synthetic")
    return tuple(say(f"brief.{entry}") for entry in entries)


def _credit(view: View) -> str:
    """Return whose the boundaries are, and whose the incidents where they are the published."""
    entries = ["credit", *(["credit_incidents"] if EMBEDDED in view.store.datasets else [])]
    return " ".join(say(f"brief.{entry}") for entry in entries)


def _citation(told: str, about: About) -> str:
    version = short_version(about.dataset_version)
    if not about.data_as_of:
        return say("brief.citation_undated", version=version, sentence=told)
    as_of = _day_told(about.data_as_of)
    return say("brief.citation", version=version, as_of=as_of, sentence=told)


def _day_told(text: str) -> str:
    """Return a day in words; as it stands where a store states it in another way."""
    try:
        return day_in_words(date.fromisoformat(text))
    except ValueError:
        return text
