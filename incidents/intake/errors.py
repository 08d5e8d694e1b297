"""What can end an import: a file that cannot be read, and a reader who cancels."""

from __future__ import annotations

from incidents.intake.said import Words


class IntakeError(ValueError):
    """A file that cannot be read at all; as text it is a sentence fit to show to the reader.

    It is made of `Words`, which are said in the language spoken when the text is asked for.
    """

    @property
    def words(self) -> Words | str:
        """The sentence, not yet said."""
        found: Words | str = self.args[0]
        return found


class Cancelled(Exception):
    """The reader stopped the import; nothing was kept."""
