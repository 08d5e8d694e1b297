"""Ids of the rows of one file: the given one where it is fit and free, else one made for it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from incidents.intake.faults import Fault
from incidents.intake.said import to_say

TAKEN, UNFIT = to_say("row_faults.id_taken"), to_say("row_faults.id_unfit")
FIT = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:-]{0,63}")


@dataclass(slots=True)
class Ids:
    """The ids given so far."""

    taken: set[str] = field(default_factory=set)

    def give(self, given: str, number: int) -> tuple[str, Fault | None]:
        """Return the id of a row (numbered from 1), and a fault if it is not the one given.

        >>> ids = Ids()
        >>> ids.give("A1", 1)[0], ids.give("A1", 2)[0], ids.give("", 3)[0]
        ('A1', 'A1.2', 'row-3')
        """
        fit = given if FIT.fullmatch(given) else ""
        made = fit
        if not fit or fit in self.taken:
            made = self._free(f"{fit}.{number}" if fit else f"row-{number}")
        self.taken.add(made)
        if not given or made == given:
            return made, None
        return made, Fault("id", given, made, TAKEN if fit else UNFIT)

    def _free(self, wanted: str) -> str:
        base = wanted[-50:].lstrip("._:-")
        made, count = base, 1
        while made in self.taken:
            count += 1
            made = f"{base}.{count}"
        return made
