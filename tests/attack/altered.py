"""A copy of the app whose own data files are full of payloads, each as its sidecar describes it."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import yaml

from incidents.dataset import write_sums
from tests.attack.payloads import PAYLOADS
from tests.faults.conftest import copy_app

TEXTS = {name: text for name, text in PAYLOADS.items() if name not in ("one word", "hangul")}
MADE = ("geo.assets", "incidents.ahead", "ui.first_map")  # what is kept ahead of the data
TOWNS, RIVERS = "context_border_towns.geojson", "context_rivers.geojson"
SHOWN = (
    "title", "summary", "district_as_reported", "locality", "pretext", "occasion_note",
    "bribe_in_kind", "outlet", "via", "source_title", "note",
)  # fmt: skip
TABLES = {
    "occasions.csv": ("name_en", "name_ko", "runup_basis", "note"),
    "campaigns.csv": ("name_en", "name_ko", "note"),
    "runups.csv": ("basis", "confidence", "note"),
    "agencies.csv": ("name_en", "name_ko", "aliases", "note"),
    "lunar_dates.csv": ("note",),
    "fx.csv": ("city", "outlet", "note"),
    "fx_official.csv": ("basis",),
    "CHANGES.csv": ("why",),
    "prk_adm2_names.csv": ("aliases",),
}
ALTERED = 2 * len(TEXTS)  # rows of incidents; the others are as they were


def payload(number: int) -> str:
    """One of the payloads, which come round."""
    return list(TEXTS.values())[number % len(TEXTS)]


def make(folder: Path) -> Path:
    """Copy the app into a folder and put payloads into every text of its data."""
    data = copy_app(folder) / "data"
    for name, columns in TABLES.items():
        _alter_table(data / name, columns)
    _alter_table(data / "incidents.csv", SHOWN, ALTERED)
    _alter_places(data)
    for path in sorted(data.glob("*.source.yaml")):
        _alter_sidecar(path)
    write_sums(data)
    for module in MADE:
        done = subprocess.run(
            [sys.executable, "-m", module], cwd=folder, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
    return folder


def _alter_table(path: Path, columns: tuple[str, ...], most: int = 1_000_000) -> None:
    """Give each row its own payloads, one column another than the next; its id tells it apart."""
    with path.open(encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file)
    for number, row in enumerate(rows[:most]):
        for step, column in enumerate(columns):
            row[head.index(column)] = payload(number + 7 * step)
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([head, *rows])


def _alter_places(data: Path) -> None:
    """Every place has a payload for its Korean name; provinces, towns, every third district two."""
    for name in ("prk_adm1.geojson", "prk_adm2.geojson", TOWNS, RIVERS):
        path = data / name
        content = json.loads(path.read_text("utf-8"))
        for number, feature in enumerate(content["features"]):
            known = feature["properties"]
            code = known.get("id") or known.get("iso") or number
            if "hangul" in known:
                known["hangul"] = f"{payload(number)} {code}"
            if name != "prk_adm2.geojson" or number % 3 == 0:
                known["name"] = f"{payload(number + 5)} {code}"
        path.write_text(json.dumps(content, ensure_ascii=False), "utf-8")


def _alter_sidecar(path: Path) -> None:
    """Make its sum right again; every text it may hold is a payload."""
    stated = yaml.safe_load(path.read_text("utf-8"))
    for number, key in enumerate(("title", "producer", "licence_text", "credit", "row")):
        stated[key] = payload(number + len(stated["file"]))
    for number, key in enumerate(("how_coded", "how_checked", "must_know", "limits", "changes")):
        stated[key] = [payload(number + step) for step in range(0, len(TEXTS), 5)]
    if "columns" in stated:
        stated["columns"] = {payload(n): payload(n + 1) for n in range(len(TEXTS))}
        stated["weak_years"] = list(TEXTS.values())
    stated["sha256"] = sha256((path.parent / stated["file"]).read_bytes()).hexdigest()
    path.write_text(yaml.safe_dump(stated, allow_unicode=True), "utf-8")
