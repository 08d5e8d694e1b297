"""Every word a reader sees stands in the table of words, in both languages, and nowhere else."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from string import Formatter

import pytest

ROOT = Path(__file__).resolve().parent.parent
PARTS = sorted(
    path.stem
    for path in (ROOT / "incidents" / "words").glob("*.py")
    if path.stem not in ("__init__", "__main__")
)
ENTRIES = [
    (f"{part}.{entry}", english, korean)
    for part in PARTS
    for entry, (english, korean) in import_module(f"incidents.words.{part}").WORDS.items()
]
SPOKEN = [ROOT / "app.py", *sorted((ROOT / "pages").glob("*.py"))]
SPOKEN += sorted((ROOT / "ui").rglob("*.py"))
TERMINAL = {  # modules of incidents/ that speak to the command line alone, which is English
    *("__main__", "difference", "difference_command", "export/command", "export/verify"),
    *("intake/command", "stores/chunks", "stores/command", "stores/describing", "stores/loading"),
    *("stores/making_up", "stores/staging"),
}
READS_WORDS = TERMINAL | {  # modules that also read words, or write files, which are English
    *("about", "changes", "citation", "record", "schema", "synthetic", "intake/countries"),
    *("intake/fields", "intake/headers", "intake/kinds", "intake/lint", "intake/spelling"),
    *("intake/table", "intake/template", "intake/unresolved", "intake/when", "intake/words"),
    *("export/__init__", "export/about", "export/acled", "export/bridge", "export/excel"),
    *("export/geojson", "export/kml", "export/kml_styles", "export/spots", "export/ucdp"),
}
DOMAIN = {
    str(path.relative_to(ROOT / "incidents").with_suffix("")): path
    for path in sorted((ROOT / "incidents").rglob("*.py"))
    if path.parent.name != "words"
}
SPOKEN += [
    path
    for name, path in DOMAIN.items()
    if name not in READS_WORDS and path.parent.name not in ("dates", "reading")
]
FAULTY = [*SPOKEN, *(path for name, path in DOMAIN.items() if name not in TERMINAL)]
FAULTY = sorted({*FAULTY, *(ROOT / "geo").glob("*.py")})
OUR_MISTAKE = {  # exceptions that only wrong code of ours can raise; no reader meets them
    *("incidents/by_time.py", "incidents/export/__init__.py", "incidents/export/columns.py"),
    *("incidents/listing.py", "incidents/periods.py", "incidents/rates/question.py"),
    *("incidents/stores/publishing.py", "incidents/view.py", "geo/assets.py", "geo/places.py"),
}
NOT_SHOWN = {  # exceptions that are caught and told in other words, or by the command line
    "incidents/stores/duck.py": {"The question was stopped."},
    "incidents/stores/postgresql/answers.py": {"The question was stopped."},
    "incidents/stores/spark/answers.py": {"The question was stopped."},
    "incidents/stores/spark/sessions.py": {"Nothing answers at "},
    "incidents/stores/opening.py": {  # of a load
        "The embedded data cannot be loaded into; name a store.",
        *(" holds other things (", ") and would be replaced; name an empty or new folder."),
        "it is a file",
    },
}
SAME_IN_BOTH = re.compile(r"[^A-Za-z]*|https?://\S*|(?:[A-Z0-9][A-Za-z0-9-]*\W*)+")  # names, signs
SHOWN = {  # what Streamlit and Altair show a reader of their arguments
    *("title", "label", "help", "placeholder", "caption", "text", "header", "body", "value"),
    *("page_title", "description", "subtitle", "message", "offText", "reason"),
}
DRAWN = {  # calls whose first argument is shown
    *("write", "markdown", "caption", "title", "header", "subheader", "text", "button", "metric"),
    *("info", "warning", "error", "success", "toast", "expander", "popover", "selectbox"),
    *("multiselect", "radio", "checkbox", "toggle", "slider", "select_slider", "text_input"),
    *("text_area", "number_input", "date_input", "file_uploader", "download_button", "tabs"),
    *("link_button", "page_link", "pills", "segmented_control", "spinner", "form_submit_button"),
    *("dialog", "Column", "TextColumn", "NumberColumn", "LinkColumn", "DateColumn"),
    *("Title", "color_picker", "status", "badge", "feedback", "chat_input"),
}
LETTERS = re.compile(r"[^\W\d_]{2}")
SENTENCE = re.compile(r"[^\W\d_]{2,}[,;:.)”\"']* | [(“\"']*[^\W\d_]{2,}")
NAMED = re.compile(r"^[A-Z][a-z]+$|[가-힣]")
MONTH_OF_LOCALE = re.compile(r"%-?[aAbB]")
CODE = re.compile(
    r"""^\s*<|="|\bdatum\b|[{};]\s*$|^\w+:[QNOT]$|^[-a-z]+: |^#|^\["""
    r"""|rgba?\(|^text/|'self'|^\w+ \| \w+$"""
)
SQL = re.compile(
    r"\b(?:SELECT|FROM|CREATE|SET|COPY|DROP|ALTER|ATTACH|WITH|SHOW|ORDER BY|AS|LIMIT|RENAME|COLLATE"
    r"|FORMAT)\b|^double precision|^\w+_\w+(?:, \w+)+$"
)
PROPER = {"BibTeX", "CSV", "EDTF", "KML"}  # the same in both languages
COMMAND = {'python -m incidents export "', '" --format ', " --out ", " --store STORE"}
PACKAGES = {"pip install -r requirements-postgresql.txt", "pip install -r requirements-spark.txt"}
POLICY = {"camera=(), geolocation=(), microphone=(), payment=(), usb=()"}
ALLOWED = {
    "ui/brief_page.py": {"link long"},
    "ui/big_download.py": COMMAND,
    "ui/serving.py": POLICY,
    "incidents/grouped.py": {"grouped ", "listed "},  # names of questions
    "incidents/payments.py": {"paid count", "paid sums", "paid kinds"},
    "incidents/view.py": {"counted "},
    "incidents/stores/address.py": {
        "postgresql://user@host/database, spark://host:7077/FOLDER, local[*]:FOLDER"
    },
    "incidents/stores/duck.py": {"DuckDB "},
    "incidents/stores/postgresql/asking.py": {"PostgreSQL "},
    "incidents/stores/postgresql/door.py": PACKAGES | {"does not exist"},  # what libpq says
    "incidents/stores/publishing.py": {"province, district_id", ", sha256(to_json(["},
    "incidents/stores/spark/answers.py": {"a question to the atlas"},  # in Spark's own list
    "incidents/stores/spark/asking.py": {"Spark "},
    "incidents/stores/spark/sessions.py": PACKAGES | {"apt-get install default-jre-headless"},
}  # file -> strings that look like words and are code


def read(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def unseen(tree: ast.Module) -> set[int]:
    """Ids of nodes no reader sees: docstrings, messages of exceptions, annotations, __all__."""
    hidden: set[int] = set()
    for node in ast.walk(tree):
        inner: list[ast.AST | None] = []
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            inner = [node.value]
        elif isinstance(node, ast.Raise):
            inner = [node.exc]
        elif isinstance(node, ast.AnnAssign | ast.arg):
            inner = [node.annotation]
        elif isinstance(node, ast.FunctionDef):
            inner = [node.returns]
        elif isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            inner = [node.value]
        hidden |= {id(part) for root in inner if root is not None for part in ast.walk(root)}
    return hidden


def shown(tree: ast.Module) -> set[int]:
    """Ids of the strings handed to a place where any letter would be read."""
    found: set[int] = set()
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        handed = [word.value for word in node.keywords if word.arg in SHOWN]
        if name in DRAWN:
            handed += node.args[:1]
        found |= {id(part) for value in handed for part in pieces(value)}
    return found


def pieces(value: ast.expr) -> Iterator[ast.AST]:
    """The strings an expression may come to, not those inside a call or a comparison."""
    if isinstance(value, ast.IfExp):
        yield from (*pieces(value.body), *pieces(value.orelse))
    elif isinstance(value, ast.BinOp):
        yield from (*pieces(value.left), *pieces(value.right))
    elif isinstance(value, ast.List | ast.Tuple):
        for part in value.elts:
            yield from pieces(part)
    elif isinstance(value, ast.Constant):
        yield value


def is_words(text: str, *, is_shown: bool) -> bool:
    """Whether a reader would take the string for words.

    >>> is_words("No reports", is_shown=False), is_words("date_start", is_shown=False)
    (True, False)
    >>> is_words("days", is_shown=True), is_words("%d %b %Y", is_shown=False)
    (True, True)
    """
    if MONTH_OF_LOCALE.search(text) and not text.startswith("<"):
        return True
    if CODE.search(text) or (not is_shown and SQL.search(text)):
        return False
    return bool((LETTERS if is_shown else SENTENCE).search(text) or NAMED.search(text))


def offenders(path: Path) -> list[str]:
    """Strings with words of their own in a file, each with its line."""
    tree = read(path)
    hidden, seen = unseen(tree), shown(tree)
    allowed = PROPER | ALLOWED.get(str(path.relative_to(ROOT)), set())
    return [
        f"{node.lineno}: {node.value!r}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if id(node) not in hidden and node.value not in allowed
        if is_words(node.value, is_shown=id(node) in seen)
    ]


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def faults(path: Path) -> list[str]:
    """Words of their own in the exceptions that a file raises, each with its line."""
    if named(path) in OUR_MISTAKE:
        return []
    allowed = NOT_SHOWN.get(named(path), set())
    return [
        f"{part.lineno}: {part.value!r}"
        for node in ast.walk(read(path))
        if isinstance(node, ast.Raise) and node.exc
        for part in ast.walk(node.exc)
        if isinstance(part, ast.Constant) and isinstance(part.value, str)
        if part.value not in allowed and SENTENCE.search(part.value)
    ]


@pytest.mark.parametrize("path", FAULTY, ids=named)
def test_no_fault_is_worded_outside_the_table(path):
    """What is raised is told to a reader somewhere, in their language."""
    assert faults(path) == []


@pytest.mark.parametrize("path", SPOKEN, ids=named)
def test_no_word_stands_outside_the_table(path):
    """Nothing with letters is shown that does not come from the table or from the data."""
    assert offenders(path) == []


def fields(template: str) -> set[str]:
    """The values a template asks for, but those that only decide between one and many."""
    return {
        name
        for _, name, spec, _ in Formatter().parse(template)
        if name and ("|" not in (spec or "") or (spec or "").startswith("+"))
    }


@pytest.mark.parametrize(("key", "english", "korean"), ENTRIES, ids=[key for key, *_ in ENTRIES])
def test_an_entry_is_whole_in_both_languages(key, english, korean):
    """Both are there, ask for the same values, and the Korean one is Korean."""
    assert english.strip() and korean.strip()
    assert fields(english) == fields(korean)
    hangul, latin = (len(re.findall(sign, english)) for sign in ("[가-힣]", "[A-Za-z]"))
    assert hangul <= latin or key == "frame.other_language"  # examples may be Korean
    bare = re.sub(r"\{[^}]*\}", "", korean)
    assert re.search("[가-힣]", bare) or SAME_IN_BOTH.fullmatch(bare)
    assert not re.search(r"\((?:을|를|이|가|은|는|와|과|로|으로)\)|~", korean)


def asked() -> Iterator[tuple[str, int, str, set[str] | None, bool]]:
    """Every say() of the product: file, line, key, its values (None: unknown), key is whole."""
    for room in ("app.py", "pages", "ui", "incidents"):
        for path in [ROOT / room] if room.endswith(".py") else (ROOT / room).rglob("*.py"):
            for node in ast.walk(read(path)):
                if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("say"):
                    values: set[str] | None = {word.arg for word in node.keywords if word.arg}
                    if any(word.arg is None for word in node.keywords):
                        values = None
                    for key, whole in keys(node.args[0]) if node.args else ():
                        yield named(path), node.lineno, key, values, whole


def keys(value: ast.expr) -> Iterator[tuple[str, bool]]:
    """The keys an expression may come to; of an f-string what stands before its first value."""
    if isinstance(value, ast.JoinedStr) and isinstance(value.values[0], ast.Constant):
        yield str(value.values[0].value), False
    for part in pieces(value):
        if isinstance(part, ast.Constant):
            yield str(part.value), True


def test_whatever_is_said_stands_in_the_table():
    """Every key exists, and is given the values its entry asks for."""
    table = {key: fields(english) for key, english, _ in ENTRIES}
    wrong = [
        f"{path}:{line} {key}"
        for path, line, key, values, whole in asked()
        if whole
        if key not in table or (values is not None and not table[key] <= values)
    ]
    assert wrong == []


def test_whatever_stands_in_the_table_is_said():
    """No entry is left over: its key, or how it begins, stands somewhere in the code."""
    code = [
        node
        for room in ("ui", "incidents")
        for path in (ROOT / room).rglob("*.py")
        for node in ast.walk(read(path))
    ]
    whole = {node.value for node in code if isinstance(node, ast.Constant)}
    starts = {
        part.value
        for node in code
        if isinstance(node, ast.JoinedStr)
        for part in node.values[:1]
        if isinstance(part, ast.Constant) and "." in part.value
    }
    over = [key for key, *_ in ENTRIES if key not in whole]
    elsewhere = ("map_script.", "form.")  # said by the map's script, and by the form itself
    assert [key for key in over if not key.startswith((*starts, *elsewhere))] == []
