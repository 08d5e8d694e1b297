"""Every filter but time and place as one condition on the incidents, in the query language."""

from __future__ import annotations

from functools import reduce
from operator import and_
from typing import TYPE_CHECKING

from incidents.record import AGENCIES
from incidents.selection import Selection
from incidents.text import fold

if TYPE_CHECKING:
    import ibis.expr.types as ir

ONE_OF = ("event_type", "outlet", "dataset")
AGENCY_BIT = {agency: 1 << place for place, agency in enumerate(AGENCIES)}


def agency_bits(cell: str) -> int:
    """Return a row's agencies as bits, so that one whole number answers "any of these".

    >>> agency_bits("MPS;MSS"), agency_bits("")
    (3, 0)
    """
    return sum(AGENCY_BIT.get(agency, 0) for agency in set(cell.split(";")))


def conditions(incidents: ir.Table, selection: Selection) -> list[ir.BooleanValue]:
    """Return the conditions a row must meet, all of them; none for a bare selection."""
    found = [
        incidents[key].isin(getattr(selection, key)) for key in ONE_OF if getattr(selection, key)
    ]
    if selection.agency:
        bits = sum(AGENCY_BIT[agency] for agency in selection.agency)
        found.append((incidents.agency_bits & bits) != 0)
    if selection.occasion:
        found.append(incidents.occasion_id.isin(selection.occasion))
    if selection.id:
        found.append(incidents.id == selection.id)
    return found + [incidents.haystack.contains(word) for word in _words(selection)]


def keep(incidents: ir.Table, selection: Selection) -> ir.Table:
    """Return the incidents that pass every filter but time and place."""
    found = conditions(incidents, selection)
    return incidents.filter(reduce(and_, found)) if found else incidents


def _words(selection: Selection) -> list[str]:
    return [word for word in (fold(part) for part in selection.text) if word]
