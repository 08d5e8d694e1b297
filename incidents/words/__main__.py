"""Write the words of the map's script as data for the browser: ``python -m incidents.words``."""

from __future__ import annotations

import json
from pathlib import Path

from incidents.words import LANGUAGES
from incidents.words.map_script import WORDS

TABLE = Path(__file__).resolve().parents[2] / "static" / "atlas-table.js"
HEAD = "/* Written by `python -m incidents.words` from incidents/words/map_script.py. */\n"


def script() -> str:
    """Return the browser's table: language -> key -> template, and nothing but data."""
    table = {
        language: {key: pair[place] for key, pair in WORDS.items()}
        for place, language in enumerate(LANGUAGES)
    }
    data = json.dumps(table, ensure_ascii=False, indent=0)
    return f"{HEAD}(window.atlas = window.atlas || {{}}).table = {data};\n"


if __name__ == "__main__":
    TABLE.write_text(script(), encoding="utf-8", newline="\n")
    print(f"wrote static/{TABLE.name}; now: python -m geo.assets")  # noqa: T201
