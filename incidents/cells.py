"""Cells of text as typed columns, held to the schema; every fault with its line."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from incidents import record
from incidents.faults import DataFaults, nearest

if TYPE_CHECKING:
    import pandas as pd


def typed(cells: list[dict[str, str]], name: str) -> pd.DataFrame:
    """Return rows of text with ``line`` as typed columns; raises DataFaults with every fault."""
    import pandas as pd

    raw = pd.DataFrame(cells, columns=["line", *record.COLUMNS], dtype="str")
    faults: list[str] = []
    rows = raw.copy()
    for column in record.DATES:
        rows[column] = _converted(raw, column, _as_dates, "a day like 2019-11-19", name, faults)
    for column in record.WHOLE_NUMBERS:
        rows[column] = _converted(raw, column, _as_counts, "a whole number", name, faults)
    for column in record.NUMBERS:
        rows[column] = _converted(raw, column, _as_numbers, "a number", name, faults)
    if faults:
        raise DataFaults(faults)
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
        raise DataFaults(_sentences(found.failure_cases, incidents, name)) from None


def sift(cells: list[dict[str, str]], name: str) -> tuple[pd.DataFrame, list[tuple[int, str]]]:
    """Return the rows without fault, typed, and (line, sentence) of every fault of the others.

    ``cells`` has one row an incident, the columns of ``record.COLUMNS`` and ``line``. That an id
    is there twice is left to whoever sees all rows.
    """
    faults: list[tuple[int, str]] = []
    try:
        rows = typed(cells, name)
    except DataFaults as found:
        faults += _located(found, name)
        bad = {str(line) for line, _ in faults}
        rows = typed([row for row in cells if row["line"] not in bad], name)
    try:
        check_rows(rows, name, unique=False)
    except DataFaults as found:
        faults += _located(found, name)
        rows = rows[~rows["line"].isin([str(line) for line, _ in faults])]
    return rows, faults


def _located(found: DataFaults, name: str) -> list[tuple[int, str]]:
    skipped = len(f"{name} line ")
    return [(int(said[skipped:].partition(":")[0]), said) for said in found.sentences]


def _converted(
    raw: pd.DataFrame,
    column: str,
    convert: Callable[[pd.Series], pd.Series],
    rule: str,
    name: str,
    faults: list[str],
) -> pd.Series:
    values = convert(raw[column])
    for line, cell in raw.loc[values.isna() & (raw[column] != ""), ["line", column]].to_numpy():
        faults.append(f"{name} line {line}: {column} '{cell[:60]}' is not {rule}. Correct it.")
    return values


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


def _sentences(cases: pd.DataFrame, incidents: pd.DataFrame, name: str) -> list[str]:
    sentences = []
    for case in cases.drop_duplicates(["column", "check", "index"]).itertuples():
        place: Any = case.index
        row = None if place is None or place != place else int(place)
        if row is None:
            sentences.append(f"{name}: {case.column} {case.check}.")
        elif case.check == "date_end on or after date_start":
            sentences.append(_reversed(incidents.iloc[row], name))
        else:
            sentences.append(_sentence(case, incidents.iloc[row], name))
    return list(dict.fromkeys(sentences))


def _reversed(row: pd.Series, name: str) -> str:
    return (
        f"{name} line {row['line']}: date_end {row['date_end']:%Y-%m-%d} is before date_start "
        f"{row['date_start']:%Y-%m-%d}. Swap them or correct the source."
    )


def _sentence(case: object, row: pd.Series, name: str) -> str:
    column, value = str(case.column), str(case.failure_case)[:60]  # type: ignore[attr-defined]
    rule = str(case.check)  # type: ignore[attr-defined]
    if rule == "not_nullable":
        return f"{name} line {row['line']}: {column} is empty. Fill it in."
    if rule == "field_uniqueness":
        return f"{name} line {row['line']}: {column} '{value}' is there twice. Give a new one."
    hint = nearest(value, rule.removeprefix("one of ").split(", ")) if "one of" in rule else "."
    return f"{name} line {row['line']}: {column} '{value}' is not {rule[:300]}{hint}"
