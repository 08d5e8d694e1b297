"""An export on the command line: to a file or standard output, with progress, ended cleanly."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType

from incidents.export import FORMATS, ExportFault
from incidents.export.of_view import write_view
from incidents.view import View

STOPPED = "Stopped; nothing was left of the file."


def write_out(view: View, format: str, out: str, generated_at: str) -> None:
    """Write a view to the file `out`, or to standard output for "-".

    A terminal is told how many rows are written. Raises ExportFault, also when the user or the
    system ends the work: nothing is left then.
    """
    if format not in FORMATS:
        raise ExportFault(f"Unknown format '{format}'; choose one of {', '.join(FORMATS)}.")
    if out == "-" and not FORMATS[format].text:
        raise ExportFault(f"{format} is not a text format; name a file with --out.")
    target = sys.stdout.buffer if out == "-" else Path(out)
    try:
        with _ended_by_signal() as is_asked:
            progress = _progress(view.rows_count, is_asked)
            write_view(view, format, target, generated_at, progress=progress)
            sys.stdout.flush()
    except (KeyboardInterrupt, BrokenPipeError):
        raise ExportFault(STOPPED) from None
    except ExportFault as why:
        if isinstance(why.__context__, BrokenPipeError):
            _close_output()
        raise


def _progress(rows: int, is_asked: Callable[[], bool]) -> Callable[[int], None]:
    """Return what tells a terminal how far the work is, and ends it if that is asked."""

    def tell(written: int) -> None:
        if is_asked():
            raise KeyboardInterrupt
        if sys.stderr.isatty():
            end = "\n" if written >= rows else ""
            print(f"\r{written:,} of {rows:,} rows", end=end, file=sys.stderr, flush=True)

    return tell


@contextmanager
def _ended_by_signal() -> Iterator[Callable[[], bool]]:
    """Let a request to end (SIGTERM, Ctrl-C) end the block so that it cleans up.

    Yields whether that was asked: the error itself is lost where Python frees something just then.
    """
    asked = threading.Event()

    def end(number: int, frame: FrameType | None) -> None:
        asked.set()
        raise KeyboardInterrupt

    before = {}
    with suppress(ValueError):  # not on the main thread: whoever runs that sees to it
        before = {one: signal.signal(one, end) for one in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield asked.is_set
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)


def _close_output() -> None:
    """Let nothing more be written to an output that nobody reads, not even at the very end."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
