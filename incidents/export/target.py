"""Where an export is written: a file that appears whole or not at all, and room to make it in."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, BinaryIO

from incidents.whole import sweep, write_whole
from incidents.words import say

PREFIX = "crackdown-atlas-export-"
LOCK = "in-use"


class ExportFault(ValueError):
    """Why an export was not written, as one sentence; nothing of it was left behind."""


def put(target: Path | BinaryIO, fill: Callable[[BinaryIO], object]) -> None:
    """Write a file by ``fill(file)``: a path is replaced once all is well, an open file filled.

    Raises ExportFault where there is no room, no such folder, or nobody who listens any more.
    """
    name = target.name if isinstance(target, Path) else say("export_faults.the_file")
    try:
        if not isinstance(target, Path):
            fill(target)
            return
        sweep(target.parent)
        write_whole(target.resolve() if target.is_file() else target, fill)
    except BrokenPipeError:
        raise ExportFault(say("export_faults.closed")) from None
    except OSError as why:
        reason = why.strerror or why
        told = say("export_faults.not_written", name=name, reason=reason)
        raise ExportFault(told) from why


@contextmanager
def workplace() -> Iterator[Path]:
    """A folder for what needs files with names while an export is made; gone at the end.

    What a killed process left is removed first: nobody holds its lock.
    """
    _sweep_folders(Path(tempfile.gettempdir()))
    with tempfile.TemporaryDirectory(prefix=PREFIX) as made, _new_lock(Path(made)):
        yield Path(made)


@contextmanager
def _new_lock(folder: Path) -> Iterator[None]:
    """Hold a lock that has its name only once it is held, so that nobody takes it for free."""
    with (folder / f"new-{LOCK}").open("wb") as lock:
        _hold(lock)
        (folder / f"new-{LOCK}").rename(folder / LOCK)
        yield


def _sweep_folders(folder: Path) -> None:
    for lock in folder.glob(f"{PREFIX}*/{LOCK}"):
        with suppress(OSError), lock.open("rb") as held:
            _hold(held)
            shutil.rmtree(lock.parent, ignore_errors=True)


def _hold(lock: IO[bytes]) -> None:
    """Hold a lock until its file is closed or its process dies; OSError if another holds it."""
    try:
        from fcntl import LOCK_EX, LOCK_NB, flock
    except ImportError:  # Windows: a file in use cannot be removed there anyway
        return
    flock(lock, LOCK_EX | LOCK_NB)
