"""What the tests of faults share: a copy of the app to harm, and a process that reads its pages."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
PARTS = ("app.py", "pages", "ui", "incidents", "geo", "data", "static", ".streamlit")


def copy_app(folder: Path) -> Path:
    """Copy what the app needs to run into a folder."""
    for part in PARTS:
        source = ROOT / part
        (shutil.copytree if source.is_dir() else shutil.copy2)(source, folder / part)
    return folder


class Page:
    """What a reader saw: `words`, all that was written, and `exceptions`, which nobody should."""

    def __init__(self, told: dict[str, Any]) -> None:
        self.lines: list[str] = told["words"]
        self.words = "\n".join(self.lines)
        self.exceptions: list[str] = told["exceptions"]


class Process:
    """A running copy of the app; `log` holds what it printed on standard error."""

    def __init__(
        self, folder: Path, log: Path, before: tuple[str, ...] = (), **environment: str
    ) -> None:
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("STREAMLIT_", "ATLAS_"))}
        self.folder, self.log = folder, log
        self.process = subprocess.Popen(
            [*before, sys.executable, str(Path(__file__).with_name("session.py"))],
            cwd=folder,
            env=kept | {"HOME": str(log.parent), "TZ": "UTC"} | environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log.open("w"),
            text=True,
        )

    def see(self, page: str = "map", query: str = "", **asked: Any) -> Page:
        """Open a page in a new session."""
        pairs = [part.split("=", 1) for part in query.split("&") if part]
        return Page(self.ask({"page": page, "query": pairs, **asked}))

    def run(self, *command: str) -> dict[str, Any]:
        """Run a command: `code`, `out` (a text, one letter a byte) and `err`."""
        return self.ask({"command": command})

    def ask(self, question: dict[str, Any]) -> dict[str, Any]:
        """The answer to one line."""
        assert self.process.stdin and self.process.stdout
        print(json.dumps(question), file=self.process.stdin, flush=True)
        answer = self.process.stdout.readline()
        assert answer, self.log.read_text()
        told: dict[str, Any] = json.loads(answer)
        return told

    def traces(self) -> list[str]:
        """The tracebacks it printed so far."""
        return [line for line in self.log.read_text().splitlines() if line.startswith("Traceback")]

    def stop(self) -> None:
        """End it."""
        self.process.kill()
        self.process.wait(30)


class Harm:
    """Harms files of a copy, `harm.truncate("fx.csv")`, and heals them all at the end."""

    def __init__(self, folder: Path) -> None:
        self.data = folder / "data"
        self.whole: dict[str, bytes] = {}

    def _keep(self, name: str) -> Path:
        path = self.data / name
        self.whole.setdefault(name, path.read_bytes())
        return path

    def truncate(self, name: str) -> None:
        """Keep the first two thirds of a file."""
        path = self._keep(name)
        path.write_bytes(self.whole[name][: len(self.whole[name]) * 2 // 3])

    def swap(self, one: str, other: str) -> None:
        """Exchange two files."""
        first, second = self._keep(one), self._keep(other)
        first.write_bytes(self.whole[other])
        second.write_bytes(self.whole[one])

    def fold(self, name: str) -> None:
        """Put a folder in the place of a file."""
        path = self._keep(name)
        path.unlink()
        path.mkdir()

    def unlink(self, name: str) -> None:
        """Put a link to nowhere in the place of a file."""
        path = self._keep(name)
        path.unlink()
        path.symlink_to("nowhere")

    def heal(self) -> None:
        """Put every file back as it was."""
        for name, content in self.whole.items():
            path = self.data / name
            if path.is_dir():
                path.rmdir()
            path.unlink(missing_ok=True)
            path.write_bytes(content)
        self.whole.clear()


@pytest.fixture
def harm(copy: Path) -> Iterator[Harm]:
    """Harms the data files of the copy; they are whole again after each test."""
    one = Harm(copy)
    yield one
    one.heal()


@pytest.fixture(scope="module")
def cold(copy: Path, start: Callable[..., Process]) -> Process:
    """A copy that has read nothing: ask it with fresh=True."""
    return start(copy)


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A whole copy of the app that a module of tests may harm and must heal."""
    return copy_app(tmp_path_factory.mktemp("app"))


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Process]]:
    """Starts copies of the app, `start(folder, TZ="Asia/Seoul")`, and ends them.

    `before` is what stands before the command, such as a program that limits it.
    """
    started: list[Process] = []

    def start_one(folder: Path, before: tuple[str, ...] = (), **environment: str) -> Process:
        log = tmp_path_factory.mktemp("home") / "log"
        started.append(Process(folder, log, before, **environment))
        return started[-1]

    yield start_one
    for one in started:
        one.stop()
