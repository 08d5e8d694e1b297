"""The data folder: its sidecars, whether its files still fit them, and its version."""

from __future__ import annotations

import csv
import json
from datetime import date
from hashlib import sha256
from pathlib import Path

from incidents.faults import DataFaults
from incidents.sidecars import SUFFIX, Sidecar, read_sidecar

DATA = Path(__file__).resolve().parent.parent / "data"
INCIDENTS = "incidents.csv"

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
    "short_version",
]


def read_sidecars(folder: Path = DATA) -> dict[str, Sidecar]:
    """Every sidecar of `folder` by the name of its data file, in the order of those names.

    Raises DataFaults with the faults of all sidecars at once.
    """
    sidecars, faults = _read_all(folder)
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
        raise DataFaults([f"incidents{SUFFIX}: data_as_of is missing; give a day as YYYY-MM-DD."])
    return stated


def check_files(folder: Path = DATA) -> list[str]:
    """One sentence for every data file that is missing, altered or of an unlikely size.

    Empty when all is well. Sidecars that cannot be read, and data files without one, are named too.
    """
    sidecars, faults = _read_all(folder)
    for sidecar in sidecars.values():
        faults += _check_file(folder / sidecar.file, sidecar)
    described = {path.name.removesuffix(SUFFIX) for path in folder.glob("*" + SUFFIX)}
    for path in _data_files(folder):
        if path.stem not in described:
            faults.append(f"{path.name}: has no sidecar; describe it in {path.stem}{SUFFIX}.")
    return faults


def count_rows(path: Path) -> int:
    """Lines of data in a CSV file (without its header) or features in a GeoJSON file.

    Raises OSError, UnicodeDecodeError, csv.Error, or ValueError for what is not such a file.
    """
    if path.suffix == ".geojson":
        content = json.loads(path.read_text(encoding="utf-8"))
        if not isinstance(content, dict) or not isinstance(content.get("features"), list):
            raise ValueError("no list of features in it")
        return len(content["features"])
    with path.open(encoding="utf-8", newline="") as lines:
        return max(0, sum(1 for _ in csv.reader(lines, strict=True)) - 1)


def _data_files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("*") if path.suffix in {".csv", ".geojson"})


def _check_file(path: Path, sidecar: Sidecar) -> list[str]:
    if not path.is_file():
        return [f"{path.name}: the file is missing; put the published one back."]
    faults = []
    try:
        found = sha256(path.read_bytes()).hexdigest()
        rows = count_rows(path)
    except (OSError, ValueError, csv.Error) as fault:
        return [f"{path.name}: cannot be read ({fault}); put the published file back."]
    if found != sidecar.sha256:
        faults.append(
            f"{path.name}: its SHA-256 is {short_version(found)}... but its sidecar states "
            f"{short_version(sidecar.sha256)}...; put the published file back or describe this one."
        )
    if not sidecar.rows_min <= rows <= sidecar.rows_max:
        faults.append(
            f"{path.name}: it has {rows} rows but its sidecar expects {sidecar.rows_min} to "
            f"{sidecar.rows_max}; put the published file back or describe this one."
        )
    return faults


def _read_all(folder: Path) -> tuple[dict[str, Sidecar], list[str]]:
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
        faults = [f"{folder.name}: no sidecars (*{SUFFIX}) in this folder; put the data back."]
    return sidecars, faults
