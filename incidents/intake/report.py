"""What came of a file: every row accepted, repaired or refused, and why; nothing vanishes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from incidents.intake.faults import REFUSED, REPAIRED, Fault
from incidents.intake.profiles import Matching
from incidents.intake.said import Words
from incidents.intake.table import Table
from incidents.intake.unresolved import Unresolved

if TYPE_CHECKING:
    import pandas as pd

ACCEPTED = "accepted"
SAID_AT_HAND = 4_096
STATUSES = (ACCEPTED, REPAIRED, REFUSED)


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing about the whole file: `kind` (privacy, duplicates, file), a sentence, rows."""

    kind: str
    words: Words
    rows: tuple[int, ...] = ()

    @property
    def sentence(self) -> str:
        """The sentence in the language being spoken."""
        return str(self.words)


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of reading one file.

    `incidents`: the rows that came in, as an incidents frame (dataset "yours") with `source_row`.
    `statuses`: one status per row of the file, in order. `fault_list`: faults by row, the numbers
    of their rows (from 1) in `fault_rows`.
    `duplicates`: columns row, kind (file or embedded), other, why. `unresolved`: each name once,
    with field, count, suggestions (ids, ";"-joined).
    """

    table: Table
    matching: Matching
    incidents: pd.DataFrame
    statuses: tuple[str, ...]
    fault_rows: Sequence[int]
    fault_list: Sequence[Fault]
    ambiguous_dates: int
    unresolved: pd.DataFrame
    duplicates: pd.DataFrame
    notices: tuple[Notice, ...]

    @property
    def faults(self) -> Iterator[tuple[int, Fault]]:
        """Each fault with the number of its row."""
        return zip(self.fault_rows, self.fault_list, strict=True)

    @property
    def rows(self) -> int:
        """Rows read: accepted + repaired + refused."""
        return len(self.statuses)

    @property
    def accepted(self) -> int:
        """Rows that came in as they were."""
        return self.statuses.count(ACCEPTED)

    @property
    def repaired(self) -> int:
        """Rows that came in with something changed or left out."""
        return self.statuses.count(REPAIRED)

    @property
    def refused(self) -> int:
        """Rows that did not come in."""
        return self.statuses.count(REFUSED)

    @property
    def totals(self) -> dict[str, int]:
        """The last line of `check`."""
        return {
            "rows": self.rows,
            "accepted": self.accepted,
            "repaired": self.repaired,
            "refused": self.refused,
            "ambiguous_dates": self.ambiguous_dates,
            "unresolved_places": len(self.unresolved),
        }

    def lines(self) -> Iterator[dict[str, Any]]:
        """One object per fault, by row: row, status, field, value, becomes, why.

        The reasons are said in the language spoken; each of those at hand only once.
        """
        say_once = lru_cache(maxsize=SAID_AT_HAND)(str)
        for row, fault in self.faults:
            yield {
                "row": row,
                "status": fault.status,
                "field": fault.field,
                "value": fault.value[:1_000],
                "becomes": fault.becomes,
                "why": say_once(fault.reason),
            }

    def to_frame(self) -> pd.DataFrame:
        """Every row of the file: row, status, faults in words, then its original columns."""
        original = self.table.to_frame()
        head = {"row": range(1, self.rows + 1), "status": self.statuses, "faults": self._in_words()}
        for at, (name, cells) in enumerate(head.items()):
            original.insert(at, _free_name(name, original.columns), list(cells))
        return original

    def faults_frame(self) -> pd.DataFrame:
        """The faults as a frame, one line per fault: row, status, field, value, becomes, why."""
        import pandas as pd

        names = ["row", "status", "field", "value", "becomes", "why"]
        return pd.DataFrame(list(self.lines()), columns=names)

    def _in_words(self) -> list[str]:
        words: list[list[str]] = [[] for _ in self.statuses]
        say_once = lru_cache(maxsize=SAID_AT_HAND)(str)
        for row, fault in self.faults:
            became = "" if fault.becomes is None else f" -> '{fault.becomes[:200]}'"
            value = f" '{fault.value[:200]}'" if fault.value else ""
            words[row - 1].append(f"{fault.field}{value}{became}: {say_once(fault.reason)}")
        return [" | ".join(parts) for parts in words]

    def to_csv(self) -> bytes:
        """Every row with status and faults as CSV for Excel (BOM, formulas guarded)."""
        return _guarded_csv(self.to_frame())

    def refused_csv(self) -> bytes:
        """The refused rows in their original columns, to be corrected and loaded again."""
        kept = [status == REFUSED for status in self.statuses]
        return _guarded_csv(self.table.to_frame().loc[kept])


def _free_name(name: str, taken: Any) -> str:
    while name in taken:
        name += "_"
    return name


def _guarded_csv(frame: pd.DataFrame) -> bytes:
    from incidents.export.csv import BOM, guard

    safe = frame.rename(columns=lambda name: guard(str(name)))
    for at, name in enumerate(safe.columns):
        if safe.dtypes.iloc[at] not in ("int64",):
            safe[name] = safe[name].map(guard)
    return BOM + safe.to_csv(index=False, lineterminator="\r\n").encode("utf-8")


def collect_unresolved(names: Mapping[str, tuple[Unresolved, int]]) -> pd.DataFrame:
    """Names that did not resolve, each once: name, field, count of rows, suggestions (ids)."""
    import pandas as pd

    rows = [
        (name.name, name.field, count, ";".join(name.suggestions))
        for name, count in sorted(names.values(), key=lambda item: -item[1])
    ]
    return pd.DataFrame(rows, columns=["name", "field", "count", "suggestions"])
