"""What can end an import: a file that cannot be read, and a reader who cancels."""

from __future__ import annotations


class IntakeError(ValueError):
    """A file that cannot be read at all; its text is one sentence fit to show to the reader."""


class Cancelled(Exception):
    """The reader stopped the import; nothing was kept."""
