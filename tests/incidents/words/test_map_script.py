"""The map's words: the browser's table is the one of the repository, and says all it is asked."""

import json
import re

from incidents.words.__main__ import TABLE, script
from incidents.words.map_script import WORDS

OURS = [path for path in TABLE.parent.glob("atlas*.js") if path.name != "atlas-bundle.js"]
ASKED = re.compile(r"""(?:say|tell|iconButton|choice)\((?:[^()"]|\([^()]*\))*?"([a-z_.]+)""")


def test_the_browsers_table_is_written_from_the_words():
    """A changed word without its table would never reach a reader."""
    assert TABLE.read_text("utf-8") == script(), "run: python -m incidents.words"


def test_the_browsers_table_is_data_and_nothing_else():
    """What stands behind the assignment is JSON, with both languages whole."""
    _, _, data = script().partition(".table = ")
    table = json.loads(data.rstrip(";\n"))
    assert table["en"]["zoom_in"] == "Zoom in" and table["ko"]["zoom_in"] == "확대"
    assert list(table) == ["en", "ko"] and table["en"].keys() == table["ko"].keys()


def test_every_word_of_the_table_stands_in_a_script_of_the_map():
    """By its key, as a whole or by its beginning (names of seas and towns come with the shapes)."""
    code = "\n".join(path.read_text("utf-8") for path in OURS if path != TABLE)
    from geo.assets import LABELS

    by_shape = {label["key"] for label in LABELS}
    built = ("town.", "play.day", "play.week", "play.month", "play.quarter", "north", "south")
    over = [
        key
        for key in WORDS
        if key not in by_shape and not key.startswith(built) and f'"{key}"' not in code
    ]
    assert over == []


def test_the_scripts_of_the_map_hold_no_words_of_their_own():
    """No string of several words, and no Hangul, but in the table."""
    for path in OURS:
        code = re.sub(r"/\*.*?\*/|//[^\n]*", "", path.read_text("utf-8"), flags=re.DOTALL)
        found = re.findall(r'"([^"\n]*)"', code) if path != TABLE else []
        assert [text for text in found if re.search(r"[A-Z][a-z]+ [a-z]{2}|[가-힣]{2}", text)] == []
