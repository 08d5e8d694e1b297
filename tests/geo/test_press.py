"""How much of what the press writes resolves, and that nothing resolves wrongly."""

from __future__ import annotations

import csv
from pathlib import Path

from geo.places import resolve

LIST = Path(__file__).with_name("press_spellings.csv")


def _answers():
    with LIST.open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            kind = "adm2" if row["province"] else None
            yield row, resolve(row["name"], row["province"] or None, kind)


def test_press_spellings_resolve_and_none_wrongly():
    """Over 200 spellings: at least 98 % as expected, no wrong id, ambiguous ones undecided."""
    answers = list(_answers())
    right = [
        row
        for row, place in answers
        if place.id == row["expected"] or (row["expected"] == "ambiguous" and place.candidates)
    ]
    wrong = [(row, place.id) for row, place in answers if place.id not in (None, row["expected"])]
    assert len(answers) > 200
    assert wrong == []
    assert len(right) >= 0.98 * len(answers)
