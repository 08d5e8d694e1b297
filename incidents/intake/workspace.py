"""A reader's datasets kept in a folder of their own, if they name one: whole files or none."""

from __future__ import annotations

import os
import re
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from incidents.intake.check import check
from incidents.intake.errors import IntakeError

if TYPE_CHECKING:
    import pandas as pd

NAME = re.compile(r"[\w][\w .()-]{0,79}")
SUFFIX = ".incidents.csv"


@dataclass(frozen=True, slots=True)
class Kept:
    """One dataset in the folder: its name, its size in bytes, its rows."""

    name: str
    size: int
    rows: int


def list_kept(folder: Path) -> list[Kept]:
    """Return what is kept in the folder, by name; empty if it does not exist yet."""
    found = []
    for path in sorted(folder.glob("*" + SUFFIX)):
        size = path.stat().st_size
        with path.open("rb") as file:
            first = file.readline()
        rows = _count(path) if first.startswith(b"id,") else 0
        found.append(Kept(path.name.removesuffix(SUFFIX), size, rows))
    return found


def _count(path: Path) -> int:
    import csv

    with path.open(encoding="utf-8", errors="replace", newline="") as file:
        return max(0, sum(1 for _ in csv.reader(file)) - 1)


def keep(folder: Path, name: str, incidents: pd.DataFrame) -> Path:
    """Write a dataset as our CSV, whole or not at all, and return its path.

    The old copy stays until the new one is complete on disk. Raises IntakeError with what went
    wrong (no such folder, no room, a name that cannot be one).
    """
    from incidents.export.csv import write_csv

    path = _path(folder, name)
    part = ""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=folder, suffix=".part", delete=False) as file:
            part = file.name
            write_csv(incidents, file)  # type: ignore[arg-type]
            file.flush()
            os.fsync(file.fileno())
        Path(part).replace(path)
    except OSError as fault:
        if part:
            Path(part).unlink(missing_ok=True)
        raise IntakeError(
            f"'{name}' could not be kept in {folder}: {fault.strerror}. What was there is whole."
        ) from fault
    return path


def load_kept(folder: Path, name: str) -> pd.DataFrame:
    """Return a dataset of the folder as an incidents frame; IntakeError if it cannot be read."""
    path = _path(folder, name)
    try:
        data = path.read_bytes()
    except OSError as fault:
        raise IntakeError(f"'{name}' cannot be read: {fault.strerror}.") from fault
    return check(data, path.name, profile="ours").incidents


def forget_kept(folder: Path, name: str) -> None:
    """Remove a dataset from the folder; IntakeError if that fails."""
    try:
        _path(folder, name).unlink(missing_ok=True)
    except OSError as fault:
        raise IntakeError(f"'{name}' could not be removed: {fault.strerror}.") from fault


def _path(folder: Path, name: str) -> Path:
    if not NAME.fullmatch(name) or ".." in name:
        raise IntakeError("A name has letters, digits, spaces, dots, - and _, at most 80.")
    return folder / (name + SUFFIX)
