"""The privacy lint of an import: e-mail addresses, telephone numbers, columns of persons' names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from incidents.intake.headers import plain
from incidents.intake.report import Notice
from incidents.intake.said import to_say
from incidents.intake.table import Table

if TYPE_CHECKING:
    import pyarrow as pa

    from incidents.intake.profiles import Matching

EMAIL = r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+\.[A-Za-z]{2,}"
PHONE = (
    r"\+\d{1,3}[ -]?\(?\d{1,4}\)?[ -]?\d{3,4}[ -]?\d{3,4}"
    r"|(?:^|[^\d./-])0\d{1,2}[- ]\d{3,4}[- ]\d{4}(?:[^\d]|$)"
    r"|(?i:tel|phone|mobile|전화|연락처)[.: ]{0,3}\d[\d -]{6,}"
)
PERSONS = re.compile(
    r"(?:victim|person|suspect|detainee|witness|informant|interviewee|accused|full|first|last|"
    r"family|given|sur)s?name|nameof(?:victim|person|suspect|detainee|witness)|"
    r"성명|이름|피해자명|피의자명|증인|실명|인명|제보자|phone|telephone|전화|연락처|email|이메일|"
    r"passport|주민등록|여권"
)
SHOWN = 5


def warn_of_persons(table: Table, matching: Matching) -> tuple[Notice, ...]:
    """Return a warning for each column that seems to hold data on persons, with row numbers."""
    bare = "" if table.kind in ("KML", "KMZ") else "name"
    found = [
        _warn_of_name(name)
        for name in table.header
        if PERSONS.search(plain(name)) or plain(name).removesuffix("s") == bare
    ]
    for name in table.header:
        column = table.cells.column(name)
        for what, pattern in (("emails", EMAIL), ("phones", PHONE)):
            rows = _rows_with(column, pattern)
            if rows:
                found.append(_warn_of_cells(name, what, rows))
    return tuple(found)


def _warn_of_name(name: str) -> Notice:
    return Notice("privacy", to_say("file_notes.persons_column", name=name[:80]))


def _warn_of_cells(name: str, what: str, rows: list[int]) -> Notice:
    shown = ", ".join(str(row) for row in rows[:SHOWN]) + (" ..." if len(rows) > SHOWN else "")
    words = to_say(f"file_notes.{what}", name=name[:80], count=len(rows), rows=shown)
    return Notice("privacy", words, tuple(rows))


def _rows_with(column: pa.ChunkedArray, pattern: str) -> list[int]:
    """Numbers (from 1) of the rows in which a pattern occurs."""
    import pyarrow.compute as pc

    if pattern == EMAIL and not pc.any(pc.match_substring(column, "@")).as_py():
        return []
    hits = pc.match_substring_regex(column, pattern)
    return [at + 1 for at in pc.indices_nonzero(hits).to_pylist()]
