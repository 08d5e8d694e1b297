"""One incident from a form: the same checks as a file's row, the interval shown back, appended."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from incidents.intake.check import check_table
from incidents.intake.dates import Dated, DateFault, read_date
from incidents.intake.errors import IntakeError
from incidents.intake.profiles import FIELDS, unknown_field
from incidents.intake.report import Report
from incidents.intake.said import Said, to_say
from incidents.intake.table import Lines, build

if TYPE_CHECKING:
    import pandas as pd


def check_one(cells: Mapping[str, str], dates: str | None = None) -> Report:
    """Return the report on one incident given as text by field (FIELDS); one row.

    `date` takes words as a sheet does; `district` and `province` take codes or names. Raises
    IntakeError for an unknown field or an empty form.
    """
    unknown = [field for field in cells if field not in FIELDS]
    if unknown:
        raise IntakeError(unknown_field(unknown[0]))
    given = {field: cell for field, cell in cells.items() if cell.strip()}
    if not given:
        raise IntakeError(to_say("file_faults.empty_form"))
    table = build(Lines("form", [list(given.values())], header=list(given)))
    columns = dict.fromkeys(given, "") | {field: field for field in given}
    return check_table(table, profile="plain", dates=dates, columns=columns)


def show_interval(words: str, dates: str | None = None) -> Dated | Said:
    """Return the interval that words for a date mean, or the sentence to say why they mean none."""
    try:
        return read_date(words, dates)
    except DateFault as fault:
        return fault.words


def append(incidents: pd.DataFrame | None, report: Report) -> pd.DataFrame:
    """Return a reader's incidents with the rows of a report added, in order, ids kept apart."""
    import pandas as pd

    added = report.incidents
    if incidents is None or incidents.empty:
        return added
    taken = set(incidents["id"])
    fresh = added.assign(id=pd.array([_free(one, taken) for one in added["id"]], dtype="str"))
    both = pd.concat([incidents, fresh], ignore_index=True)
    return both.sort_values(["date_start", "id"], kind="stable", ignore_index=True)


def _free(wanted: str, taken: set[str]) -> str:
    name, number = wanted, 1
    while name in taken:
        number += 1
        name = f"{wanted[:58]}.{number}"
    taken.add(name)
    return name
