"""What was wrong with a row: the field, what stood there, what became of it, and why."""

from __future__ import annotations

from dataclasses import dataclass

from incidents.intake.said import Words

REPAIRED, REFUSED = "repaired", "refused"


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault of one row; `becomes` is None where the row was refused for it."""

    field: str
    value: str
    becomes: str | None
    reason: Words

    @property
    def why(self) -> str:
        """The reason in the language being spoken."""
        return str(self.reason)

    @property
    def status(self) -> str:
        """What the fault does to its row: repaired or refused."""
        return REFUSED if self.becomes is None else REPAIRED
