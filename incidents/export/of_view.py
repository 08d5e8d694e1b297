"""A view written as a file: its rows piece by piece as they are read, and what it says of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from incidents.about import about_view
from incidents.export import write
from incidents.view import View

PIECE = 20_000  # rows asked for at a time; each question costs some 15 ms to put


def write_view(
    view: View,
    format: str,
    target: Path | BinaryIO,
    generated_at: str | None,
    link: str = "",
    progress: Callable[[int], None] | None = None,
) -> None:
    """Write all rows of a view; memory is that of a few thousand rows, however many there are.

    ``link`` is the address of the app. All else, and what is raised, as in ``export.write``.
    """
    about = about_view(view, generated_at, link)
    write(view.tables(PIECE), format, about, target, progress)
