"""Cells of text as typed columns, held to the schema; every fault with its line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from incidents import record
from incidents.faults import DataFaults, nearest
from incidents.words import say

if TYPE_CHECKING:
    import pandas as pd


Fault = tuple[int, str]  # line, sentence


def typed(cells: list[dict[str, str]], name: str) -> pd.DataFrame:
    """Return rows of text with ``line`` as typed columns; raises DataFaults with every fault."""
    import pandas as pd

    raw = pd.DataFrame(cells, columns=["line", *record.COLUMNS], dtype="str")
    faults: list[Fault] = []
    rows = raw.copy()
    for columns, convert, entry in (
        (record.DATES, _as_dates, "not_a_day"),
        (record.WHOLE_NUMBERS, _as_counts, "not_whole"),
        (record.NUMBERS, _as_numbers, "not_a_number"),
    ):
        for column in columns:
            rows[column] = convert(raw[column])
            faults += _unread(raw, rows[column], f"data_files.{entry}", name)
    if faults:
        raise _all_of(faults)
    return rows


def check_rows(incidents: pd.DataFrame, name: str, *, unique: bool = True) -> None:
    """Raise DataFaults with every fault against the schema; ``unique``: an id only once."""
    import pandera.errors

    schema = record.schema()
    if not unique:
        schema = schema.update_column("id", unique=False)
    try:
        schema.validate(incidents, lazy=True)
    except pandera.errors.SchemaErrors as found:
        raise _all_of(_faults(found.failure_cases, incidents, name)) from None


def sift(cells: list[dict[str, str]], name: str) -> tuple[pd.DataFrame, list[Fault]]:
    """Return the rows without fault, typed, and (line, sentence) of every fault of the others.

    ``cells`` has one row an incident, the columns of ``record.COLUMNS`` and ``line``. That an id
    is there twice is left to whoever sees all rows.
    """
    faults: list[Fault] = []
    try:
        rows = typed(cells, name)
    except DataFaults as found:
        faults += zip(found.lines, found.sentences, strict=True)
        bad = {str(line) for line, _ in faults}
        rows = typed([row for row in cells if row["line"] not in bad], name)
    try:
        check_rows(rows, name, unique=False)
    except DataFaults as found:
        faults += zip(found.lines, found.sentences, strict=True)
        rows = rows[~rows["line"].isin([str(line) for line, _ in faults])]
    return rows, faults


def _all_of(faults: list[Fault]) -> DataFaults:
    return DataFaults([sentence for _, sentence in faults], [line for line, _ in faults])


def _unread(raw: pd.DataFrame, values: pd.Series, entry: str, name: str) -> list[Fault]:
    """The cells of a column that hold something but gave no value."""
    column = str(values.name)
    bad = raw.loc[values.isna() & (raw[column] != ""), ["line", column]].to_numpy()
    told = {"file": name, "column": column}
    return [(int(line), say(entry, line=line, value=cell[:60], **told)) for line, cell in bad]


def _as_dates(cells: pd.Series) -> pd.Series:
    import pandas as pd

    days = pd.to_datetime(cells.where(cells != ""), format="%Y-%m-%d", errors="coerce")
    return days.astype("datetime64[ns]")


def _as_counts(cells: pd.Series) -> pd.Series:
    import pandas as pd

    numbers = pd.to_numeric(cells.where(cells != ""), errors="coerce").astype("Float64")
    return numbers.where((numbers % 1 == 0).fillna(False)).astype("Int64")


def _as_numbers(cells: pd.Series) -> pd.Series:
    import pandas as pd

    return pd.to_numeric(cells.where(cells != ""), errors="coerce").astype("Float64")


def _faults(cases: pd.DataFrame, incidents: pd.DataFrame, name: str) -> list[Fault]:
    faults = []
    for case in cases.drop_duplicates(["column", "check", "index"]).itertuples():
        place: Any = case.index
        column, rule = str(case.column), str(case.check)
        if place is None or place != place:
            told = say("data_files.unfit_column", file=name, column=column, rule=rule)
            faults.append((0, told))
            continue
        row = incidents.iloc[int(place)]
        value = str(case.failure_case)[:60]
        faults.append((int(row["line"]), _sentence(rule, row, name, column, value)))
    return list(dict.fromkeys(faults))


def _sentence(check: str, row: pd.Series, name: str, column: str, value: str) -> str:
    """Say that a value breaks a check of the schema; pandera names two of them itself."""
    rule, _, known = check.partition(" ")
    where = {"file": name, "line": row["line"]}
    if rule == "reversed":
        days = {key: f"{row[f'date_{key}']:%Y-%m-%d}" for key in ("start", "end")}
        return say("data_files.reversed", **where, **days)
    if rule == "not_nullable":
        return say("data_files.empty", column=column, **where)
    told = {"column": column, "value": value, **where}
    if rule == "field_uniqueness":
        return say("data_files.twice", **told)
    if known:
        told |= {"known": known[:300], "hint": nearest(value, known.split(", "))}
    return say(f"data_files.{rule}", **told)
