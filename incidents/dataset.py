"""The data folder: its sidecars, whether its files still fit them, and its version."""

from __future__ import annotations

import csv
import json
from contextlib import suppress
from datetime import date
from hashlib import sha256
from pathlib import Path

from incidents.faults import DataFaults
from incidents.sidecars import SUFFIX, Sidecar, read_sidecar
from incidents.why import Told, why
from incidents.words import say

DATA = Path(__file__).resolve().parent.parent / "data"
INCIDENTS = "incidents.csv"
SUMS = "SIDECARS.sha256"
DESCRIBED = frozenset({".csv", ".geojson"})

__all__ = [
    "DATA",
    "INCIDENTS",
    "Sidecar",
    "check_files",
    "count_rows",
    "data_as_of",
    "dataset_version",
    "read_sidecar",
    "read_sidecars",
    "readable_sidecars",
    "short_version",
    "stamp",
]


def read_sidecars(folder: Path = DATA) -> dict[str, Sidecar]:
    """Every sidecar of `folder` by the name of its data file, in the order of those names.

    Raises DataFaults with the faults of all sidecars at once.
    """
    sidecars, faults = readable_sidecars(folder)
    if faults:
        raise DataFaults(faults)
    return sidecars


def dataset_version(folder: Path = DATA) -> str:
    """The SHA-256 of the incidents file in 64 hexadecimal digits; OSError if it cannot be read."""
    return sha256((folder / INCIDENTS).read_bytes()).hexdigest()


def short_version(version: str) -> str:
    """The first twelve digits of a dataset version, enough to tell versions apart.

    >>> short_version("8d66370441eb12d706884db896d54ef9395f863a74799a55bf45d2397ddbfb30")
    '8d66370441eb'
    """
    return version[:12]


def data_as_of(folder: Path = DATA) -> date:
    """The day up to which the incidents were collected, as their sidecar states it.

    Raises DataFaults when the sidecar is unusable or states no day.
    """
    stated = read_sidecar(folder / f"incidents{SUFFIX}").data_as_of
    if stated is None:
        raise DataFaults([say("sidecar_faults.no_as_of", file=f"incidents{SUFFIX}")])
    return stated


def check_files(folder: Path = DATA) -> list[str]:
    """One sentence for every data file that is missing, altered or of an unlikely size.

    Empty when all is well. Sidecars that cannot be read, are gone or are not those that
    SIDECARS.sha256 lists, and data files without one, are named too.
    """
    sidecars, faults = readable_sidecars(folder)
    for sidecar in sidecars.values():
        faults += _check_file(folder / sidecar.file, sidecar)
    unread = {path.name.removesuffix(SUFFIX) for path in folder.glob("*" + SUFFIX)}
    unread -= {Path(name).stem for name in sidecars}
    for path in _data_files(folder):
        if path.name not in sidecars and path.stem not in unread:
            told = {"file": path.name, "sidecar": f"{path.stem}{SUFFIX}"}
            faults.append(say("data_files.undescribed", **told))
    return faults + _check_sidecars(folder)


def stamp(folder: Path = DATA) -> tuple[tuple[str, int, int], ...]:
    """Name, size and time of change (ns) of every file of a folder: another stamp, another check.

    Empty if the folder cannot be read.
    """
    try:
        found = [(path.name, path.lstat()) for path in sorted(folder.iterdir())]
    except OSError:
        return ()
    return tuple((name, state.st_size, state.st_mtime_ns) for name, state in found)


def write_sums(folder: Path = DATA) -> None:
    """Write SIDECARS.sha256 anew, in the form that ``sha256sum -c`` takes."""
    lines = [f"{_digest(path)}  {path.name}\n" for path in sorted(folder.glob("*" + SUFFIX))]
    (folder / SUMS).write_text("".join(lines), encoding="utf-8", newline="\n")


def count_rows(path: Path) -> int:
    """Lines of data in a CSV file (without its header) or features in a GeoJSON file.

    Raises OSError, UnicodeDecodeError, csv.Error, or ValueError for what is not such a file.
    """
    if path.suffix == ".geojson":
        try:
            content = json.loads(path.read_text(encoding="utf-8"))
        except RecursionError:
            raise Told(say("data_files.too_deep")) from None
        if not isinstance(content, dict) or not isinstance(content.get("features"), list):
            raise Told(say("data_files.no_features"))
        return len(content["features"])
    with path.open(encoding="utf-8", newline="") as lines:
        return max(0, sum(1 for _ in csv.reader(lines, strict=True)) - 1)


def readable_sidecars(folder: Path = DATA) -> tuple[dict[str, Sidecar], list[str]]:
    """The sidecars that can be read, by the name of their data file, and the faults of the rest."""
    sidecars: dict[str, Sidecar] = {}
    faults: list[str] = []
    for path in sorted(folder.glob("*" + SUFFIX)):
        try:
            sidecar = read_sidecar(path)
        except DataFaults as fault:
            faults += fault.sentences
        else:
            sidecars[sidecar.file] = sidecar
    if not sidecars and not faults:
        faults = [say("data_files.no_sidecars", folder=folder.name, suffix=SUFFIX)]
    return sidecars, faults


def _data_files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("*") if path.suffix in DESCRIBED)


def _check_file(path: Path, sidecar: Sidecar) -> list[str]:
    name = path.name
    try:
        found, rows = _digest(path), count_rows(path)
    except FileNotFoundError:
        return [say("data_files.missing", file=name)]
    except (OSError, ValueError, csv.Error) as fault:
        return [say("data_files.unreadable", file=name, why=why(fault))]
    faults = []
    if found != sidecar.sha256:
        versions = {"found": short_version(found), "stated": short_version(sidecar.sha256)}
        faults.append(say("data_files.altered", file=name, **versions))
    if not sidecar.rows_min <= rows <= sidecar.rows_max:
        band = {"rows": rows, "least": sidecar.rows_min, "most": sidecar.rows_max}
        faults.append(say("data_files.unlikely", file=name, **band))
    return faults


def _check_sidecars(folder: Path) -> list[str]:
    """One sentence for each sidecar that is not the one listed; those unread are told elsewhere."""
    try:
        lines = (folder / SUMS).read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return [say("data_files.missing", file=SUMS)]
    except (OSError, UnicodeDecodeError) as fault:
        return [say("data_files.unreadable", file=SUMS, why=why(fault))]
    listed = {name: stated for stated, _, name in (line.partition("  ") for line in lines)}
    found = {path.name for path in folder.glob("*" + SUFFIX)}
    faults = [
        say("data_files.sidecar_gone", file=n, sums=SUMS) for n in sorted(set(listed) - found)
    ]
    for name in sorted(found):
        with suppress(OSError):
            if _digest(folder / name) != listed.get(name):
                faults.append(say("data_files.sidecar_altered", file=name, sums=SUMS))
    return faults


def _digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    write_sums()
