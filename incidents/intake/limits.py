"""How large an incoming file may be; stated before the upload, enforced before parsing."""

from __future__ import annotations

from dataclasses import dataclass

from incidents.intake.errors import IntakeError

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
        return (
            f"Up to {self.megabytes} MB ({self.unpacked_megabytes} MB unpacked; GeoJSON and KML "
            f"{self.tree_megabytes} MB), {self.rows:,} rows, {self.columns} columns, "
            f"{self.cells / MB:.0f} million cells and {self.cell_chars:,} characters in a cell."
        )


LIMITS = Limits()


def check_size(size: int, what: str = "The file") -> None:
    """Raise IntakeError if that many bytes are more than an upload may have."""
    if size > LIMITS.megabytes * MB:
        raise IntakeError(
            f"{what} has {size / MB:,.0f} MB; the limit is {LIMITS.megabytes} MB. "
            "Split it, or leave out columns that are not needed."
        )
    if not size:
        raise IntakeError(f"{what} is empty. Choose a file that has a header and rows.")


def check_unpacked(size: int, what: str) -> None:
    """Raise IntakeError if a packed file would unpack to more bytes than allowed."""
    if size > LIMITS.unpacked_megabytes * MB:
        raise IntakeError(
            f"{what} unpacks to more than {LIMITS.unpacked_megabytes} MB, which is the limit; "
            "it was not opened. Split it, or save it as CSV."
        )


def check_tree(size: int, what: str) -> None:
    """Raise IntakeError if a file that must be read whole (GeoJSON, KML) is too large for that."""
    if size > LIMITS.tree_megabytes * MB:
        raise IntakeError(
            f"{what} has {size / MB:,.0f} MB; the limit for this format is "
            f"{LIMITS.tree_megabytes} MB. Save it as CSV or Parquet, or split it."
        )


def check_columns(count: int) -> None:
    """Raise IntakeError if a header has more columns than allowed."""
    if count > LIMITS.columns:
        raise IntakeError(
            f"The header has {count:,} columns; the limit is {LIMITS.columns}. "
            "Keep only the columns that describe incidents."
        )


def check_rows(count: int, columns: int = 1) -> None:
    """Raise IntakeError if there are more rows, or rows times columns, than allowed."""
    if count * columns > LIMITS.cells:
        raise IntakeError(
            f"The file has more than {LIMITS.cells:,} cells, which is the limit. "
            "Keep only the columns that describe incidents, or split it."
        )
    if count > LIMITS.rows:
        raise IntakeError(
            f"The file has more than {LIMITS.rows:,} rows, which is the limit. "
            "Split it, or load it into a store of its own."
        )


def check_cell(length: int, row: int) -> None:
    """Raise IntakeError if a cell of a row (numbered from 1) has more characters than allowed."""
    if length > LIMITS.cell_chars:
        raise IntakeError(
            f"Row {row:,} has a cell of {length:,} characters; the limit is "
            f"{LIMITS.cell_chars:,}. Shorten it, or look for a quotation mark that never closes."
        )
