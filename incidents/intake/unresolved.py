"""Names that name no place for sure, and the sentence that says why not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from incidents.intake.said import Label, Said, Several, to_say

if TYPE_CHECKING:
    from geo.places import Place


@dataclass(frozen=True, slots=True)
class Unresolved:
    """A name that names no place for sure: ids it may mean, and where it lies if elsewhere."""

    field: str
    name: str
    suggestions: tuple[str, ...] = ()
    elsewhere: Said | None = None
    ambiguous: bool = False

    def why(self) -> Said:
        """One sentence on why it did not resolve, and what may be meant."""
        if self.elsewhere:
            return self.elsewhere
        kind = self.field if self.field in ("province", "district") else "place"
        key = "ambiguous" if self.ambiguous else f"no_{kind}"
        meant = tuple(_choice(one) for one in self.suggestions[:3])
        if not meant:
            return to_say(f"place_faults.{key}")
        return to_say(f"place_faults.{key}_perhaps", places=Several(meant, ", "))


def _choice(unit: str) -> Said:
    kind = "district" if unit.count("-") > 1 else "province"
    return to_say("place_faults.choice", label=Label(kind, unit), code=unit)


def lies_in(place: Place) -> Said:
    """Where a name outside its province lies, as the label of the place has it, in words."""
    own, _, province = place.label.partition("; not in ")
    name, _, shape = own.partition(", counted in ")
    lies: object = Label("district_of", place.suggestions[0])
    if shape:
        here = Label("district", place.suggestions[0])
        lies = to_say("place_faults.covered", place=_in_both(name), shape=here)
    return to_say("place_faults.elsewhere", place=lies, province=_in_both(province))


def _in_both(label: str) -> Said:
    """A label such as "Sunan (순안구역)" in the order of the language spoken."""
    latin, _, hangul = label.rstrip(")").partition(" (")
    return to_say("labels.place_in_both", latin=latin, hangul=hangul)
