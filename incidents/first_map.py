"""What the map shows of all the embedded data, counted ahead of the first reader."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from incidents.dataset import DATA, dataset_version

FILE = Path(__file__).with_name("first_map.json")  # rewritten by `python -m ui.first_map`


def read(folder: Path = DATA) -> dict[str, Any]:
    """Return what is kept, and whether its numbers are of the data that lie in the folder.

    ``map`` are the numbers, ``sent`` all else that the browser is sent, ``writers`` the packages
    that write that, ``counted`` the answer. OSError or ValueError when the file or the data
    cannot be read.
    """
    content = kept()
    return content | {"counted": content["version"] == dataset_version(folder)}


def kept() -> dict[str, Any]:
    """Return what is kept, whatever the data are; OSError or ValueError if it cannot be read."""
    content: dict[str, Any] = json.loads(FILE.read_text("utf-8"))
    return content
