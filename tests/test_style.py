"""Habits of the code that can be read off its text: short, described, and only of itself."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("incidents", "geo", "ui", "pages")
PRODUCT = sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))
PRODUCT += [ROOT / "app.py"] if (ROOT / "app.py").is_file() else []
TESTS = sorted((ROOT / "tests").rglob("*.py"))
SCRIPTS = sorted(
    path for path in (ROOT / "static").rglob("*") if path.suffix in {".js", ".css", ".html"}
)
VENDORED = ("leaflet", "jquery", "axe")
FORBIDDEN = {"utils", "util", "helpers", "helper", "manager", "misc", "common"}

Function = ast.FunctionDef | ast.AsyncFunctionDef
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def named(path: Path) -> str:
    """A file as a reader of the repository names it."""
    return str(path.relative_to(ROOT))


def tree(path: Path) -> ast.Module:
    """The parsed file."""
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(path: Path) -> Iterator[Function]:
    """Every function of a file, methods and inner ones too."""
    yield from (node for node in ast.walk(tree(path)) if isinstance(node, FUNCTIONS))


def is_vendored(path: Path) -> bool:
    """Whether a browser file is somebody else's, kept as published."""
    return any(part.startswith(VENDORED) for part in path.relative_to(ROOT / "static").parts)


@pytest.mark.parametrize("path", PRODUCT + TESTS, ids=named)
def test_no_function_is_over_50_lines(path):
    """A function fits on one screen."""
    long = [f.name for f in functions(path) if (f.end_lineno or 0) - f.lineno + 1 > 50]
    assert long == []


@pytest.mark.parametrize("path", PRODUCT, ids=named)
def test_no_file_is_too_long(path):
    """A page has at most 40 lines, any other file at most 260."""
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= (40 if path.parent.name == "pages" else 260)


@pytest.mark.parametrize("path", PRODUCT + TESTS, ids=named)
def test_no_file_is_named_for_nothing_in_particular(path):
    """A name tells what is inside."""
    assert path.stem.strip("_") not in FORBIDDEN


@pytest.mark.parametrize("path", PRODUCT, ids=named)
def test_a_file_starts_with_a_sentence(path):
    """Its job, before anything else."""
    assert ast.get_docstring(tree(path))


def public_parts(path: Path) -> Iterator[Function | ast.ClassDef]:
    """Public functions and classes of a file, with the public methods of those classes."""
    for part in tree(path).body:
        if isinstance(part, (*FUNCTIONS, ast.ClassDef)) and not part.name.startswith("_"):
            yield part
            is_promise = any("Protocol" in ast.dump(base) for base in getattr(part, "bases", ()))
            if isinstance(part, ast.ClassDef) and not is_promise:
                inner = (method for method in part.body if isinstance(method, FUNCTIONS))
                yield from (method for method in inner if not method.name.startswith("_"))


@pytest.mark.parametrize("path", PRODUCT, ids=named)
def test_every_public_function_says_what_comes_back(path):
    """Public functions, classes and their methods have a docstring."""
    assert [part.name for part in public_parts(path) if not ast.get_docstring(part)] == []


@pytest.mark.parametrize("path", PRODUCT + TESTS, ids=named)
def test_no_except_catches_everything(path):
    """A bare except hides what nobody thought of."""
    bare = [
        node.lineno
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ExceptHandler) and node.type is None
    ]
    assert bare == []


@pytest.mark.parametrize("path", PRODUCT, ids=named)
def test_no_frame_is_called_df(path):
    """A table is a plural noun."""
    names = {node.id for node in ast.walk(tree(path)) if isinstance(node, ast.Name)}
    assert names & {"df", "data_frame"} == set()


@pytest.mark.parametrize("path", PRODUCT, ids=named)
def test_html_is_switched_on_only_in_ui(path):
    """Pages and the front door hand no HTML to Streamlit; text from data is hostile."""
    switched = [
        node.lineno
        for node in ast.walk(tree(path))
        if isinstance(node, ast.keyword) and node.arg == "unsafe_allow_html"
        if isinstance(node.value, ast.Constant) and node.value.value
    ]
    assert switched == [] or path.parent.name == "ui"


@pytest.mark.parametrize("path", SCRIPTS, ids=named)
def test_browser_files_name_no_other_host(path):
    """Our own scripts hold no address but a namespace; others' files keep their licence lines."""
    if is_vendored(path):
        return
    addresses = re.findall(r"https?://[^\s\"'`)]+", path.read_text(encoding="utf-8"))
    assert [a for a in addresses if not a.startswith("http://www.w3.org/")] == []


@pytest.mark.parametrize("path", SCRIPTS, ids=named)
def test_own_browser_scripts_write_no_html(path):
    """Text reaches the page as text nodes, never as markup or code."""
    if is_vendored(path):
        return
    text = path.read_text(encoding="utf-8")
    for word in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("):
        assert word not in text


def test_no_tracked_file_names_a_path_of_this_machine_or_a_registry():
    """What stands in the repository works elsewhere."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    texts = {".py", ".md", ".toml", ".txt", ".js", ".css", ".yaml", ".cfg", ""}
    registries = ("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org"), ("npmjs", "com")
    hosts = "|".join(rf"{name}\.{end}" for name, end in registries)
    wrong = re.compile(f"/(?:root|home|work|tmp)/|{hosts}")
    found = [
        name
        for name in filter(None, listed.stdout.split("\0"))
        if Path(name).suffix in texts and (ROOT / name).is_file()
        if wrong.search((ROOT / name).read_text(encoding="utf-8"))
    ]
    assert found == []


def test_the_readme_gives_the_two_commands():
    """A newcomer copies them as they stand."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "pip install -r requirements.txt && streamlit run app.py" in readme
    assert "pip install -r requirements-dev.txt && pytest" in readme


def test_the_tests_need_what_the_app_needs():
    """The test requirements start with all of the app's; every line says why it is there."""
    tests = (ROOT / "requirements-dev.txt").read_text().splitlines()
    assert tests[: len(REQUIREMENTS)] == [f"-r {name}" for name in REQUIREMENTS]
    lines = [line for name in REQUIREMENTS for line in (ROOT / name).read_text().splitlines()]
    named = [line for line in lines + tests[len(REQUIREMENTS) :] if not line.startswith("#")]
    assert [line for line in named if not re.search(r"[<>=].*\s# \w", line)] == []


REQUIREMENTS = ("requirements.txt", "requirements-postgresql.txt", "requirements-spark.txt")
