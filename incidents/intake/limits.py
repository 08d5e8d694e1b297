"""How large an incoming file may be; stated before the upload, enforced before parsing."""

from __future__ import annotations

from dataclasses import dataclass

from incidents.intake.errors import IntakeError
from incidents.intake.said import Said, to_say
from incidents.words import say

MB = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """Upper bounds of one import; sizes in megabytes (10^6 bytes), text in characters."""

    megabytes: int = 100
    unpacked_megabytes: int = 200
    tree_megabytes: int = 60
    rows: int = 200_000
    columns: int = 300
    cells: int = 12_000_000
    cell_chars: int = 100_000
    zip_members: int = 1_000
    unreadable_rows: int = 1_000

    def in_words(self) -> str:
        """Return one sentence that states the limits to the reader before the upload."""
        return say(
            "file_faults.limits",
            megabytes=self.megabytes,
            unpacked=self.unpacked_megabytes,
            tree=self.tree_megabytes,
            rows=self.rows,
            columns=self.columns,
            cells=self.cells / MB,
            characters=self.cell_chars,
        )


LIMITS = Limits()
THE_FILE = to_say("file_faults.the_file")


def check_size(size: int, what: Said | str = THE_FILE) -> None:
    """Raise IntakeError if that many bytes are more than an upload may have."""
    if size > LIMITS.megabytes * MB:
        large = {"what": what, "size": size / MB, "limit": LIMITS.megabytes}
        raise IntakeError(to_say("file_faults.too_large", **large))
    if not size:
        raise IntakeError(to_say("file_faults.empty", what=what))


def check_unpacked(size: int, what: Said) -> None:
    """Raise IntakeError if a packed file would unpack to more bytes than allowed."""
    if size > LIMITS.unpacked_megabytes * MB:
        most = LIMITS.unpacked_megabytes
        raise IntakeError(to_say("file_faults.unpacks_too_large", what=what, limit=most))


def check_tree(size: int, what: Said) -> None:
    """Raise IntakeError if a file that must be read whole (GeoJSON, KML) is too large for that."""
    if size > LIMITS.tree_megabytes * MB:
        large = {"what": what, "size": size / MB, "limit": LIMITS.tree_megabytes}
        raise IntakeError(to_say("file_faults.tree_too_large", **large))


def check_columns(count: int) -> None:
    """Raise IntakeError if a header has more columns than allowed."""
    if count > LIMITS.columns:
        wide = {"count": count, "limit": LIMITS.columns}
        raise IntakeError(to_say("file_faults.too_many_columns", **wide))


def check_rows(count: int, columns: int = 1) -> None:
    """Raise IntakeError if there are more rows, or rows times columns, than allowed."""
    if count * columns > LIMITS.cells:
        raise IntakeError(to_say("file_faults.too_many_cells", limit=LIMITS.cells))
    if count > LIMITS.rows:
        raise IntakeError(to_say("file_faults.too_many_rows", limit=LIMITS.rows))


def check_cell(length: int, row: int) -> None:
    """Raise IntakeError if a cell of a row (numbered from 1) has more characters than allowed."""
    if length > LIMITS.cell_chars:
        long = {"row": row, "count": length, "limit": LIMITS.cell_chars}
        raise IntakeError(to_say("file_faults.cell_too_long", **long))
