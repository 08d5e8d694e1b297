"""Which room may import which, and what no room may touch; the table of the README, held by ast."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FORMATS = {"numpy", "yaml", "pyarrow", "xlsxwriter", "defusedxml"} | {
    "geopandas",
    "pyogrio",
    "shapely",
}
MAY = {
    "app.py": {"streamlit", "ui", "incidents"},
    "pages": {"streamlit", "ui", "incidents"},
    "ui": {"streamlit", "starlette", "folium", "streamlit_folium", "pandas", "pyarrow"}
    | {"numpy", "geopandas", "incidents", "geo", "ui"},
    "incidents": {"pandas", "pandera", "ibis", "duckdb", "scipy", "cachetools", "geo", "incidents"}
    | FORMATS,
    "geo": {"geopandas", "shapely", "rapidfuzz", "pandas", "numpy", "pyogrio", "geo"},
}
# engine: what only it may import
EXTRAS = {"postgresql": {"psycopg"}, "spark": {"pyspark", "py4j"}}
CLOCK = {"today", "now", "utcnow", "localtime", "gmtime"}
STATE = {"session_state", "query_params", "cache_data", "cache_resource"}
READS = {"open", "read_text", "read_bytes", "read_csv", "read_json", "read_parquet", "read_file"}
NEVER = {  # words that may stand nowhere in a room's code, as a name or after a dot
    "app.py": STATE,
    "pages": STATE,
    "ui": set(),
    "incidents": CLOCK | STATE,
    "geo": CLOCK | STATE,
    "tests": {"sleep", "today", "utcnow"},
}
NETWORK = {"socket", "ssl", "http", "ftplib", "smtplib", "requests", "httpx", "aiohttp", "urllib3"}


def sources(room: str) -> list[Path]:
    """The Python files of a room."""
    path = ROOT / room
    return [path] if path.suffix else sorted(path.rglob("*.py"))


def imports(path: Path) -> Iterator[str]:
    """The full names of the modules a file imports, also inside functions."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            here = ".".join(path.relative_to(ROOT).parts[: -node.level]) if node.level else ""
            yield ".".join(filter(None, (here, node.module)))


def extras(path: Path) -> set[str]:
    """The packages a file may import besides, because it is of an engine that is optional."""
    here = path.relative_to(ROOT).as_posix()
    found = (e for engine, e in EXTRAS.items() if here.startswith(f"incidents/stores/{engine}"))
    return set().union(*found)


def required(name: str) -> set[str]:
    """The packages a requirements file names."""
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    return {re.split(r"[\[<>=]", line)[0] for line in lines if line and line[0] not in "#-"}


def words(path: Path) -> set[str]:
    """Every name a file uses, alone or after a dot."""
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    names = {node.id for node in nodes if isinstance(node, ast.Name)}
    return names | {node.attr for node in nodes if isinstance(node, ast.Attribute)}


FILES = [(room, path) for room in MAY for path in sources(room)]
NAMED = [str(path.relative_to(ROOT)) for _, path in FILES]


@pytest.mark.parametrize(("room", "path"), FILES, ids=NAMED)
def test_a_room_imports_only_what_it_may(room, path):
    """Python's own modules aside, a file imports nothing outside its room's list."""
    tops = {name.split(".")[0] for name in imports(path)}
    assert tops - set(sys.stdlib_module_names) - MAY[room] - extras(path) == set()


@pytest.mark.parametrize(("room", "path"), FILES, ids=NAMED)
def test_no_room_opens_a_connection(room, path):
    """Nothing in the product asks the network for anything."""
    names = set(imports(path))
    assert {name.split(".")[0] for name in names} & NETWORK == set()
    assert "urllib.request" not in names


@pytest.mark.parametrize(
    ("room", "path"),
    [(room, path) for room in NEVER for path in sources(room)],
    ids=lambda part: str(part.relative_to(ROOT)) if isinstance(part, Path) else part,
)
def test_a_room_never_touches_what_is_not_its_own(room, path):
    """Pages know no state, incidents and geo no clock, tests neither sleep nor today's date."""
    stamp = {"now"} if path.name == "__main__.py" else set()  # says when an export was made
    assert words(path) & NEVER[room] - stamp == set()


def test_what_is_imported_is_required_and_the_other_way_round():
    """requirements.txt names every package the product imports, and no other."""
    named = required("requirements.txt")
    found = {name.split(".")[0] for _, path in FILES for name in imports(path)}
    optional = set().union(*EXTRAS.values())
    packages = found - set(sys.stdlib_module_names) - {"ui", "incidents", "geo"} - optional
    spelled = {"yaml": "pyyaml", "ibis": "ibis-framework", "streamlit_folium": "streamlit-folium"}
    behind_others = {"duckdb", "sqlglot", "uvloop"}
    assert {spelled.get(name, name) for name in packages} | behind_others == named


@pytest.mark.parametrize("engine", EXTRAS)
def test_an_optional_engine_has_requirements_of_its_own(engine):
    """The sentence about a missing package names a file that is there and names the package."""
    assert EXTRAS[engine] <= required(f"requirements-{engine}.txt")


def test_one_module_of_ui_reads_files_and_owns_all_caches():
    """The rest of ui asks it."""
    cached = {path.name for path in sources("ui") if words(path) & {"cache_data", "cache_resource"}}
    reading = {path.name for path in sources("ui") if words(path) & READS}
    assert len(cached | reading) <= 1


def test_one_module_of_ui_draws_the_buttons_that_save():
    """A file written before it is pressed is asked for by the browser, and may be gone by then."""
    drawing = [path.name for path in sources("ui") if "download_button" in words(path)]
    assert drawing == ["saving.py"]


def test_every_room_of_the_table_is_there():
    """A room that was renamed would otherwise pass unseen."""
    assert [room for room in (*MAY, "tests") if not sources(room)] == []
    assert all(path.is_file() for path in sources("app.py"))


def test_a_forbidden_import_is_seen():
    """The reader of imports sees them inside functions and relative ones too."""
    assert "incidents.dataset" in set(imports(ROOT / "tests/incidents/test_dataset.py"))
    assert "playwright.sync_api" in set(imports(ROOT / "tests/conftest.py"))
