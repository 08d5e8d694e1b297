"""What a row says of its place, the place in the making, and where it is put in the end."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from incidents.intake.faults import Fault
from incidents.intake.said import UNSAID, Words
from incidents.intake.unresolved import Unresolved


@dataclass(frozen=True, slots=True)
class Asked:
    """What a row says of its place. `finest` is the finest level its source vouches for.

    `refine`: a point may name the district of a row that names its province only. `verbatim`:
    district names that resolve are kept as they are spelled if only spelled otherwise.
    `country` is given only if it is another one.
    """

    province: str = ""
    district: str = ""
    place: str = ""
    country: str = ""
    finest: str = "district"
    why_finest: Words = UNSAID
    refine: bool = False
    verbatim: bool = False
    point_counts: bool = True


@dataclass(frozen=True, slots=True)
class Placed:
    """Where the row is put: names and ids, "" for unknown; the faults met; names not resolved."""

    province: str = ""
    district: str = ""
    district_id: str = ""
    locality: str = ""
    dropped: bool = False
    faults: tuple[Fault, ...] = ()
    unresolved: tuple[Unresolved, ...] = ()

    @property
    def precision(self) -> str:
        """The level the place is known at: locality, district, province or country."""
        if self.district:
            return "locality" if self.locality else "district"
        return "province" if self.province else "country"


@dataclass(slots=True)
class Draft:
    """A place in the making; `off`: its province is unknown or the whole country is meant."""

    province: str = ""
    districts: list[tuple[str, str]] = field(default_factory=list)
    locality: str = ""
    dropped: bool = False
    off: bool = False
    faults: list[Fault] = field(default_factory=list)
    unresolved: list[Unresolved] = field(default_factory=list)

    def drop(self, field_name: str, value: str, why: Words, becomes: str = "") -> None:
        """Leave something out and say so."""
        self.dropped = True
        self.faults.append(Fault(field_name, value, becomes, why))

    def copy(self) -> Draft:
        """Another draft that can be changed without changing this one."""
        return replace(
            self,
            districts=list(self.districts),
            faults=list(self.faults),
            unresolved=list(self.unresolved),
        )

    def finish(self) -> Placed:
        """The place as it stands."""
        ids = dict.fromkeys(id for _, ids in self.districts for id in ids.split(";") if id)
        return Placed(
            self.province,
            ";".join(dict.fromkeys(name for name, _ in self.districts)),
            ";".join(ids),
            self.locality,
            self.dropped,
            tuple(self.faults),
            tuple(self.unresolved),
        )
