"""Files written whole or not at all: the old one stays until the new one is complete on disk."""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

PREFIX = ".unfinished-"


def write_whole(
    path: Path,
    fill: Callable[[BinaryIO], object],
    *,
    private: bool = False,
    replaces: bool = True,
) -> None:
    """Write a file by ``fill(file)``; it takes its name only once every byte is on disk.

    Whatever goes wrong, an older file of that name stays as it was and nothing else is left; only
    a process that is killed leaves an unfinished file, for ``sweep``. ``private``: for this user
    alone. ``replaces``: takes the place of an older file; otherwise FileExistsError. What is no
    regular file (standard output, /dev/null) is written to as it is. Raises OSError, and whatever
    ``fill`` raises.
    """
    if path.exists() and not path.is_file():
        with path.open("wb") as file:
            fill(file)
        return
    part = path.with_name(f"{PREFIX}{secrets.token_hex(8)}")
    try:
        _write(part, fill, 0o600 if private else 0o666, lambda: _name(part, path, replaces))
    except BaseException:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise
    _settle(path.parent)


def _write(
    part: Path, fill: Callable[[BinaryIO], object], mode: int, name: Callable[[], None]
) -> None:
    handle = os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), mode)
    with os.fdopen(handle, "wb") as file:
        _hold(handle)
        fill(file)
        file.flush()
        os.fsync(handle)
        if os.name != "nt":  # while it is held, nobody sweeps it away
            name()
    if os.name == "nt":
        name()


def _name(part: Path, path: Path, replaces: bool) -> None:
    """Give the finished file its name; where it may replace none, nobody can slip in between."""
    if replaces:
        part.replace(path)
        return
    try:
        path.hardlink_to(part)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        if path.exists():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path)) from None
        part.replace(path)
    else:
        part.unlink()


def sweep(folder: Path) -> int:
    """Remove what killed processes left unfinished in a folder; return how many files.

    A file that a living process is still writing stays. Raises nothing.
    """
    removed = 0
    for part in folder.glob(f"{PREFIX}*"):
        with suppress(OSError), part.open("rb") as file:
            if _hold(file.fileno()):
                part.unlink()
                removed += 1
    return removed


def _hold(handle: int) -> bool:
    """Hold an open file until it is closed or its process dies; return whether that worked."""
    try:
        import fcntl
    except ImportError:  # Windows: an open file cannot be removed there anyway
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # a file system without locks
        return False
    return True


def _settle(folder: Path) -> None:
    """Let a new name be on disk, too, where a folder can be synced."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
