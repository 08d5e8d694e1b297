"""What the faults go through: every data file, every page."""

from pathlib import Path

DATA = Path(__file__).resolve().parents[2] / "data"
FILES = sorted(path.name for path in DATA.iterdir() if path.suffix in {".csv", ".geojson"})
PAGES = ("map", "records", "periods", "import_", "sources")
