"""Streamlit servers of the benchmark, each started as a newcomer starts one."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Event

from tests.bench.data import Data
from tests.bench.figure import ROOT
from tests.serving import free_port

ATLAS = "app.py"
BARE_WORD = "tests/bench/bare/word.py"
BARE_LINE = "tests/bench/bare/line.py"
BARE_PAGES = "tests/bench/bare/pages.py"
MARKERS = "tests/bench/bare/markers.py"
DECK = "tests/bench/bare/deck.py"
LONGEST = 60.0  # s until a server must answer


@dataclass(frozen=True, slots=True)
class Server:
    """A running server; `started` is when its process `pid` was begun (s since 1970)."""

    url: str
    started: float
    pid: int


@contextmanager
def serve(
    script: str,
    data: Data | None = None,
    log: Path = Path(os.devnull),
    settings: Sequence[str] = (),
) -> Iterator[Server]:
    """Run `streamlit run script` on a loopback port until the block ends.

    Every script gets the settings of the atlas (.streamlit/config.toml) and an empty home.
    `data` are what it shows, by default the embedded; what it prints goes to `log`; `settings`
    are further words of the command.
    """
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", script, "--server.headless", "true"]
    with tempfile.TemporaryDirectory() as home, log.open("wb") as printed:
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("STREAMLIT_", "ATLAS_"))}
        started = time.time()
        process = subprocess.Popen(
            [*command, "--server.port", str(port), *settings],
            cwd=ROOT,
            env=kept | {"HOME": home} | _store(data),
            stdin=subprocess.DEVNULL,
            stdout=printed,
            stderr=subprocess.STDOUT,
        )
        try:
            _wait(port, process)
            yield Server(f"http://127.0.0.1:{port}", started, process.pid)
        finally:
            ended = process.poll()
            process.kill()
            process.wait()
            if ended is not None:
                raise RuntimeError(f"`streamlit run {script}` ended by itself with code {ended}.")


def _store(data: Data | None) -> dict[str, str]:
    return {"ATLAS_STORE": data.address} if data and data.address else {}


def _wait(port: int, process: subprocess.Popen[bytes]) -> None:
    """Return as soon as the port answers."""
    pause, last = Event(), time.monotonic() + LONGEST
    while time.monotonic() < last and process.poll() is None:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        pause.wait(0.01)
    raise RuntimeError(f"Nothing answers on port {port}: `streamlit run` did not start.")
