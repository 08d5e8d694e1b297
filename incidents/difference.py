"""What differs between two versions of the incidents: rows added, removed and changed, by id."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from incidents.dataset import DATA, INCIDENTS
from incidents.intake.errors import IntakeError
from incidents.intake.limits import LIMITS, MB, check_size
from incidents.record import COLUMNS, DERIVED_COLUMNS

if TYPE_CHECKING:
    from incidents.intake.table import Table

KEY, TITLE = "id", "title"
ADDED, REMOVED, CHANGED = "added", "removed", "changed"
COLUMN_ADDED, COLUMN_REMOVED = "column_added", "column_removed"


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference. `what`: added, removed, changed, column_added or column_removed.

    `id` and `title` are those of the record; of a changed one, `field` is the column and `old`
    and `new` its cells as they stand in the files. A column has only a `field`.
    """

    what: str
    id: str = ""
    title: str = ""
    field: str = ""
    old: str = ""
    new: str = ""

    def to_json(self) -> dict[str, str]:
        """Return the parts that say anything; a changed cell always has old and new."""
        kept = ("what", "old", "new") if self.what == CHANGED else ("what",)
        return {key: text for key, text in asdict(self).items() if text or key in kept}


def read_version(place: str, folder: Path = DATA) -> Table:
    """Return the incidents of one version as text cells.

    `place` is an incidents.csv (or any export that can be read back), a folder that holds one, a
    bundle, or the version itself where the atlas keeps it. Raises IntakeError with one sentence
    for what cannot be read, is damaged, lacks the column id, or has an id twice.
    """
    path = _file(place, folder)
    data = _bytes(path, place)
    if _is_bundle(path, data):
        data = _rows_of_bundle(path)
    table = _table(data, path.name)
    _check_ids(table, path.name)
    return table


def differences(old: Table, new: Table) -> Iterator[Difference]:
    """Yield every difference: columns first, then by id; a changed record once for each cell."""
    before, after = _places(old), _places(new)
    left, right = _columns(old), _columns(new)
    yield from (Difference(COLUMN_REMOVED, field=c) for c in left if c not in right)
    yield from (Difference(COLUMN_ADDED, field=c) for c in right if c not in left)
    both = sorted(before.keys() & after.keys())
    changed = _changed(old, new, [(one, before[one], after[one]) for one in both])
    titles = {REMOVED: _cells(old, TITLE), ADDED: _cells(new, TITLE)}
    for one in sorted(before.keys() | after.keys()):
        if one in changed:
            yield from changed[one]
        elif one not in after:
            yield Difference(REMOVED, one, titles[REMOVED][before[one]])
        elif one not in before:
            yield Difference(ADDED, one, titles[ADDED][after[one]])


def _changed(
    old: Table, new: Table, both: list[tuple[str, int, int]]
) -> Mapping[str, list[Difference]]:
    """The changed cells by id, in the order of the columns; one column is unpacked at a time."""
    found: dict[str, list[Difference]] = {}
    titles = _cells(new, TITLE)
    shared = [c for c in _columns(old) if c in _columns(new) and c != KEY]
    known = [c for c in COLUMNS if c in shared]
    for column in [*known, *(c for c in shared if c not in known)]:
        left, right = _cells(old, column), _cells(new, column)
        for one, at, then in both:
            if left[at] != right[then]:
                cell = Difference(CHANGED, one, titles[then], column, left[at], right[then])
                found.setdefault(one, []).append(cell)
    return found


def _columns(table: Table) -> list[str]:
    """The columns that are compared: all but those which follow from the others."""
    return [name for name in table.header if name not in DERIVED_COLUMNS]


def _cells(table: Table, column: str) -> list[str]:
    if column not in table.header:
        return [""] * len(table)
    cells: list[str] = table.cells.column(column).to_pylist()
    if not table.guarded:
        return cells
    from incidents.export.csv import undo_guard

    return [undo_guard(cell) for cell in cells]


def _places(table: Table) -> dict[str, int]:
    return {one: place for place, one in enumerate(_cells(table, KEY))}


def _file(place: str, folder: Path) -> Path:
    from incidents.query import VERSION_RULE
    from incidents.versions import find_version

    path = Path(place)
    if not path.exists() and VERSION_RULE.fullmatch(place):
        kept = find_version(place, folder)
        if kept is None:
            raise IntakeError(f"Version {place} is not kept here. Give a file or a folder.")
        return kept
    return path / INCIDENTS if path.is_dir() else path


def _bytes(path: Path, place: str) -> bytes:
    """The bytes of a file, never more than one over the limit, whatever it claims to be."""
    try:
        with path.open("rb") as file:
            data = file.read(LIMITS.megabytes * MB + 1)
    except (OSError, ValueError) as fault:
        why = getattr(fault, "strerror", None) or str(fault)
        raise IntakeError(f"{place[:200]} cannot be opened: {why}.") from fault
    check_size(len(data), path.name)
    return data


def _is_bundle(path: Path, data: bytes) -> bool:
    """Whether a zip has the parts of a bundle; other zips are read as any table is."""
    import zipfile
    from io import BytesIO

    if not path.is_file() or not data.startswith(b"PK\x03\x04"):
        return False
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return {"manifest.json", "rows.csv"} <= set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return False


def _rows_of_bundle(path: Path) -> bytes:
    import zipfile

    from incidents.export.bundle import verify_bundle

    faults = verify_bundle(path)
    if faults:
        raise IntakeError(f"{path.name} is not as it was written. {' '.join(faults)}")
    with zipfile.ZipFile(path) as archive:
        return archive.read("rows.csv")


def _table(data: bytes, name: str) -> Table:
    from incidents.intake.pile import REPLACED
    from incidents.intake.reading import read

    try:
        table = read(data, name)
    except IntakeError as fault:
        raise IntakeError(f"{name}: {fault}") from fault
    doubtful = {at: why for at, why in table.doubtful.items() if why != REPLACED}
    wrong = {**doubtful, **table.unreadable}
    if wrong:
        first = min(wrong)
        raise IntakeError(f"{name}: row {first + 1:,} cannot be read. {wrong[first]}")
    return table


def _check_ids(table: Table, name: str) -> None:
    if KEY not in table.header:
        raise IntakeError(f"{name}: it has no column id, so its rows cannot be told apart.")
    seen: set[str] = set()
    for place, one in enumerate(_cells(table, KEY)):
        if not one or one in seen:
            told = f"id '{one[:60]}' is there twice" if one else "its id is empty"
            raise IntakeError(f"{name}: row {place + 1:,}: {told}. Correct the file.")
        seen.add(one)
