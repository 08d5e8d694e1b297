"""Where an export is written: a file that appears whole or not at all, and room to make it in."""

from __future__ import annotations

import io
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any, BinaryIO

from incidents.whole import sweep, write_whole
from incidents.why import why
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
    except OSError as fault:
        told = say("export_faults.not_written", name=name, reason=why(fault))
        raise ExportFault(told) from fault


class Sink(io.RawIOBase):
    """An open file for a writer that would write on when it is freed after an error, as zips do.

    After an error, or once closed, it takes everything and keeps nothing; the file stays open.
    """

    def __init__(self, out: IO[bytes]) -> None:
        self._out: IO[bytes] | None = out
        self._place = out.tell()

    def write(self, content: Any) -> int:
        """Write the bytes on."""
        self._on(lambda out: out.write(content))
        self._place += len(content)
        return len(content)

    def seek(self, place: int, whence: int = io.SEEK_SET) -> int:
        """Go to a place, counted from the start."""
        self._on(lambda out: out.seek(place))
        self._place = place
        return place

    def tell(self) -> int:
        """Return the place."""
        return self._place

    def seekable(self) -> bool:
        """Zips go back to state the size of a part."""
        return True

    def writable(self) -> bool:
        """It is there to be written to."""
        return True

    def flush(self) -> None:
        """Nothing is held back here."""

    def close(self) -> None:
        """Let go of the file."""
        self._out = None
        super().close()

    def _on(self, work: Callable[[IO[bytes]], int]) -> None:
        if self._out is None:
            return
        try:
            work(self._out)
        except BaseException:
            self._out = None
            raise


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
