"""A reader's own data: a file of any usual kind read, checked row by row, and made like ours."""

from __future__ import annotations

from incidents.intake.check import check, check_table
from incidents.intake.errors import Cancelled, IntakeError
from incidents.intake.limits import LIMITS
from incidents.intake.profiles import FIELDS, PROFILES, Matching, match, recognize
from incidents.intake.reading import read
from incidents.intake.report import Notice, Report
from incidents.intake.table import Table

__all__ = [
    "FIELDS", "LIMITS", "PROFILES", "Cancelled", "IntakeError", "Matching", "Report", "Table",
    "Notice", "check", "check_table", "match", "read", "recognize",
]  # fmt: skip
