"""A copy of the app in a process of its own: opens pages as told on standard input, line by line.

Each line is a JSON object: ``page`` (a file of pages/, without ending), ``query`` (pairs),
``upload`` (a text), ``press`` (labels, one after the other; ``name`` to keep rows under),
``fresh`` (in a child that has read nothing yet), or ``command`` (arguments of the command line).
The answer is one JSON line: ``words`` and ``exceptions`` of the page, or ``code``, ``out`` and
``err`` of the command.
"""

from __future__ import annotations

import io
import json
import os
import sys
from contextlib import redirect_stderr, redirect_stdout
from importlib import import_module
from pathlib import Path
from typing import Any

KINDS = (
    "title", "header", "subheader", "markdown", "caption", "text", "info", "warning", "error",
    "success", "code",
)  # fmt: skip
HEAVY = ("pandas", "duckdb", "ibis", "folium", "streamlit_folium", "altair", "pandera.pandas")


def see(asked: dict[str, Any]) -> dict[str, Any]:
    """What a reader sees who opens a page in a new session."""
    from streamlit.testing.v1 import AppTest

    app = AppTest.from_file(str(Path("app.py").resolve()), default_timeout=120)
    for key, value in asked.get("query", []):
        app.query_params[key] = [*app.query_params.get(key, []), value]
    app.run()
    seen = [app.exception]
    if asked["page"] != "map":
        seen.append(app.switch_page(f"pages/{asked['page']}.py").run().exception)
    if asked.get("upload"):
        seen.append(
            app.file_uploader[0].upload("mine.csv", asked["upload"].encode()).run().exception
        )
        seen.append(worked(app).exception)
    for label in asked.get("press", []):
        if label == "Keep my rows":
            app.text_input(key="your_keep_name").set_value(asked["name"])
        next(b for b in app.button if b.label == label).click().run()
        seen.append(worked(app).exception)
    return {"words": words(app), "exceptions": [str(e.message) for some in seen for e in some]}


def sit_here() -> None:
    """Let the reader's browser be on the machine that runs the app."""
    import streamlit as st

    type(st.context).ip_address = property(lambda self: None)


def worked(app: Any) -> Any:
    """The page once the reader's work is done."""
    from ui.your_jobs import JOB

    while JOB in app.session_state:
        app.session_state[JOB][0].wait(60)
        app.run()
    return app


def obey(asked: dict[str, Any]) -> dict[str, Any]:
    """What a command prints, and the code it ends with."""
    from incidents.__main__ import main

    out, err = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = main(asked["command"])
    out.flush()
    return {"code": code, "out": out.buffer.getvalue().decode("latin-1"), "err": err.getvalue()}


def answered(asked: dict[str, Any]) -> str:
    """The answer to one line."""
    return json.dumps(obey(asked) if "command" in asked else see(asked))


def words(app: Any) -> list[str]:
    """Everything that is written on the page."""
    told = [str(one.value) for kind in KINDS for one in app.get(kind)]
    told += [str(b.label) for b in app.button]
    told += [str(cell) for table in app.table for cell in table.value.to_numpy().ravel()]
    told += [str(cell) for table in app.dataframe for cell in table.value.to_numpy().ravel()]
    return [text.replace("\\", "") for text in told]


def in_a_child(asked: dict[str, Any], answer: Any) -> None:
    """Answer from a process that has imported much and read nothing."""
    child = os.fork()
    if child == 0:
        print(answered(asked), file=answer, flush=True)
        os._exit(0)
    os.waitpid(child, 0)


def main() -> None:
    """Answer line after line until standard input ends."""
    answer, sys.stdout = sys.stdout, sys.stderr
    sys.path.insert(0, str(Path.cwd()))
    for name in HEAVY:
        import_module(name)
    sit_here()
    for line in sys.stdin:
        asked = json.loads(line)
        if asked.get("fresh"):
            in_a_child(asked, answer)
        else:
            print(answered(asked), file=answer, flush=True)


if __name__ == "__main__":
    main()
