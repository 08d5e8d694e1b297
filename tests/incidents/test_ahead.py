"""What is kept ready for a start is what would be worked out."""

import subprocess
import sys
from pathlib import Path

from incidents import ahead
from incidents.dataset import DATA
from incidents.store import open_store
from incidents.stores import layout

ROOT = Path(__file__).resolve().parents[2]


def test_the_file_is_what_is_worked_out_now():
    """Questions and places are as the query language and the gazetteer give them."""
    assert ahead.work_out() == ahead._read(), "stale: run python -m incidents.ahead"


def test_the_first_view_needs_no_query_language():
    """The command counts a period without loading ibis."""
    asked = "period=day_of_security&before=18&years=2019"
    script = (
        "import sys; from incidents.__main__ import main\n"
        f"main(['count', {asked!r}])\n"
        "assert 'ibis' not in sys.modules and 'sqlglot' not in sys.modules"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert '"touches"' in done.stdout


def test_the_language_sees_the_same_rows():
    """The tables held are those the query language reads, column by column."""
    store = open_store(DATA)
    counted = store.answer(store.incidents.aggregate(n=store.incidents.count()))
    assert int(counted["n"][0]) == store.size
    assert dict(store.engine.describe("incidents")) == layout.TABLES["incidents"]
