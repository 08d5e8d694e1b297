"""A reader's datasets kept in a folder of their own, if they name one: whole files or none."""

from __future__ import annotations

import csv
import errno
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from incidents.intake.check import check
from incidents.intake.errors import IntakeError
from incidents.intake.limits import LIMITS, MB
from incidents.intake.said import cause_of, to_say
from incidents.intake.signs import named
from incidents.whole import sweep, write_whole

if TYPE_CHECKING:
    import pandas as pd

NAME = re.compile(r"[\w][\w .()-]{0,79}")
SUFFIX = ".incidents.csv"


@dataclass(frozen=True, slots=True)
class Kept:
    """One dataset in the folder: its name, its size in bytes, its rows (0: it cannot be read)."""

    name: str
    size: int
    rows: int


def list_kept(folder: Path) -> list[Kept]:
    """Return what is kept in the folder, by name; empty if it does not exist yet.

    What writes that were killed have left unfinished is removed. Raises OSError if the folder
    itself cannot be read; one file that cannot is listed without rows.
    """
    sweep(folder)
    return [_kept(path) for path in sorted(folder.glob("*" + SUFFIX))]


def _kept(path: Path) -> Kept:
    name = named(path.name.removesuffix(SUFFIX))
    try:
        return Kept(name, path.stat().st_size, _count(path))
    except (OSError, csv.Error):
        return Kept(name, 0, 0)


def _count(path: Path) -> int:
    with path.open("rb") as first:
        if not first.readline(1_000).startswith(b"id,"):
            return 0
    with path.open(encoding="utf-8", errors="replace", newline="") as file:
        return max(0, sum(1 for _ in csv.reader(file)) - 1)


def keep(folder: Path, name: str, incidents: pd.DataFrame, *, replaces: bool = True) -> Path:
    """Write a dataset as our CSV, whole or not at all, and return its path.

    The old copy stays until the new one is complete on disk; without ``replaces`` an old copy is
    a fault. Raises IntakeError with what went wrong (no such folder, no room, a name that is
    taken or cannot be one).
    """
    from incidents.export.csv import write_csv

    path = _path(folder, name)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(path, lambda file: write_csv(incidents, file), private=True, replaces=replaces)
    except FileExistsError as fault:
        if folder.is_dir():
            raise IntakeError(to_say("workspace.taken", name=name)) from fault
        raise _not_kept(name, folder, NotADirectoryError(errno.ENOTDIR, "")) from fault
    except OSError as fault:
        raise _not_kept(name, folder, fault) from fault
    return path


def _not_kept(name: str, folder: Path, fault: OSError) -> IntakeError:
    told = {"name": name, "folder": named(folder), "why": cause_of(fault)}
    return IntakeError(to_say("workspace.not_kept", **told))


def load_kept(folder: Path, name: str) -> pd.DataFrame:
    """Return a dataset of the folder as an incidents frame; IntakeError if it cannot be read."""
    path = _path(folder, name)
    try:
        with path.open("rb") as file:
            data = file.read(LIMITS.megabytes * MB + 1)
    except OSError as fault:
        raise IntakeError(to_say("workspace.unreadable", name=name, why=cause_of(fault))) from fault
    return check(data, path.name, profile="ours").incidents


def forget_kept(folder: Path, name: str) -> None:
    """Remove a dataset from the folder; IntakeError if that fails."""
    try:
        _path(folder, name).unlink(missing_ok=True)
    except OSError as fault:
        told = to_say("workspace.not_removed", name=name, why=cause_of(fault))
        raise IntakeError(told) from fault


def _path(folder: Path, name: str) -> Path:
    if not NAME.fullmatch(name) or ".." in name:
        raise IntakeError(to_say("workspace.bad_name"))
    return folder / (name + SUFFIX)
