"""A small table of facts read row by row, every fault with its line."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import TypeVar

from incidents.why import Told, why
from incidents.words import say

Row = Mapping[str, str]
T = TypeVar("T")


def read_rows(
    path: Path, convert: Callable[[Row], T], faults: list[str], *, may_be_empty: bool = False
) -> list[T]:
    """Return what each row of a CSV file (UTF-8, with a header) is converted to, in its order.

    ``convert`` raises Told for a cell it cannot take, KeyError or TypeError where the columns are
    others. Every fault of the file is added to ``faults`` as a sentence with its line; nothing is
    raised. No rows at all are a fault unless it ``may_be_empty``.
    """
    known = len(faults)
    try:
        with path.open(encoding="utf-8", newline="") as file:
            found = _converted(csv.DictReader(file, strict=True), path.name, convert, faults)
        if not found and not faults[known:] and not may_be_empty:
            faults.append(say("data_files.no_rows", file=path.name))
        return found
    except FileNotFoundError:
        faults.append(say("data_files.missing", file=path.name))
    except OSError as fault:
        faults.append(say("data_files.unreadable", file=path.name, why=why(fault)))
    except (UnicodeDecodeError, csv.Error) as fault:
        faults.append(say("data_files.not_csv", file=path.name, why=why(fault)))
    return []


def day(cell: str) -> date:
    """Return the day of a cell such as 2019-11-19; raises Told for any other."""
    try:
        return date.fromisoformat(cell)
    except ValueError:
        raise Told(say("data_files.cell_day", value=cell[:60])) from None


def whole(cell: str) -> int:
    """Return the whole number of a cell; raises Told for any other."""
    try:
        return int(cell)
    except ValueError:
        raise Told(say("data_files.cell_whole", value=cell[:60])) from None


def _converted(
    reader: csv.DictReader[str], name: str, convert: Callable[[Row], T], faults: list[str]
) -> list[T]:
    found: list[T] = []
    for row in reader:
        if None in row or None in row.values():
            faults.append(say("data_files.cells", file=name, line=reader.line_num))
            continue
        try:
            found.append(convert(row))
        except KeyError as column:
            faults.append(
                say("data_files.column_gone", file=name, line=reader.line_num, column=column)
            )
        except TypeError:
            told = say("data_files.cell_columns")
            faults.append(say("data_files.bad_cell", file=name, line=reader.line_num, why=told))
        except ValueError as fault:
            told = why(fault)
            faults.append(say("data_files.bad_cell", file=name, line=reader.line_num, why=told))
    return found
