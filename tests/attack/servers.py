"""Servers for the attacks: the app on a loopback port, and what it must come through unharmed."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.attack.wire import is_alive

ROOT = Path(__file__).resolve().parents[2]
CLOSED = "h11._util.LocalProtocolError"
REFUSED = "Error deserializing back message"


@dataclass
class Served:
    """A running server: its address, its process and what it printed."""

    url: str
    process: subprocess.Popen[str]
    lines: list[str] = field(default_factory=list)

    def traces(self) -> list[str]:
        """The reasons of the tracebacks it printed so far, but for two that end as they should.

        Streamlit tells of a message it refuses, and uvicorn that it has answered and closed a
        broken request before the app could.
        """
        found, before = [], ["", *self.lines]
        for number, line in enumerate(self.lines):
            if line.startswith("Traceback"):
                rest = self.lines[number + 1 :]
                why = next((one for one in rest if one and not one.startswith(" ")), "")
                if REFUSED not in before[number] and not why.startswith(CLOSED):
                    found.append(why)
        return found

    def memory(self) -> float:
        """What it holds, in MB."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(status.partition("VmRSS:")[2].split()[0]) / 1024


@contextmanager
def serve(home: Path, **environment: str) -> Iterator[Served]:
    """Run the app until the block ends."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("STREAMLIT_", "ATLAS_"))}
    process = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", "app.py"]
        + ["--server.headless", "true", "--server.port", str(port)],
        cwd=ROOT,
        env=kept | {"HOME": str(home), "TZ": "UTC", "PYTHONUNBUFFERED": "1"} | environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    served, ready = Served(f"http://127.0.0.1:{port}", process), threading.Event()

    def listen() -> None:
        for line in process.stdout or ():
            served.lines.append(line.rstrip())
            if "URL:" in line:
                ready.set()
        ready.set()

    threading.Thread(target=listen, daemon=True).start()
    try:
        assert ready.wait(60) and process.poll() is None, served.lines
        yield served
    finally:
        process.kill()
        process.wait(30)


@contextmanager
def unharmed(home: Path, tried: Counter[str], *, grows: int) -> Iterator[Served]:
    """Run the app; at the end it must live, have grown by less than so many MB, and be untraced."""
    with serve(home) as served:
        assert is_alive(served.url)
        before = served.memory()
        yield served
        assert is_alive(served.url)
        assert served.memory() < before + grows, "MB"
        traces = served.traces()
        tried["unhandled exceptions"] += len(traces)
        assert traces == [], "\n".join(served.lines)[-4_000:]
