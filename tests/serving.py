"""The app as a reader starts it: a process of its own that prints its address and then serves."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LONGEST = 180.0  # s until it can be opened


@dataclass
class Atlas:
    """A running app: its address on a loopback port of its own, and every line it printed."""

    url: str
    process: subprocess.Popen[str]
    lines: list[str] = field(default_factory=list)

    def kill(self) -> None:
        """End it at once."""
        self.process.kill()
        self.process.wait(30)

    def stop(self) -> None:
        """End it as its owner does, with Ctrl+C or the like."""
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.kill()


def start_atlas(
    home: Path, script: str = "app.py", folder: Path = ROOT, **environment: str
) -> Atlas:
    """Start a Streamlit script of a folder, by default of this repository, to be opened at once."""
    port = free_port()
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("STREAMLIT_", "ATLAS_"))}
    process = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", script]
        + ["--server.headless", "true", "--server.port", str(port)],
        cwd=folder,
        env=kept | {"HOME": str(home), "TZ": "UTC", "PYTHONUNBUFFERED": "1"} | environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )
    atlas, ready = Atlas(f"http://127.0.0.1:{port}", process), threading.Event()
    threading.Thread(target=_listen, args=(atlas, ready), daemon=True).start()
    ready.wait(LONGEST)
    if process.poll() is not None or not any("URL:" in line for line in atlas.lines):
        process.kill()
        raise RuntimeError("The app did not start:\n" + "\n".join(atlas.lines))
    return atlas


def free_port() -> int:
    """A loopback port nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _listen(atlas: Atlas, ready: threading.Event) -> None:
    """Keep what the app prints; it is ready at its address, or at its end."""
    for line in atlas.process.stdout or ():
        atlas.lines.append(line.rstrip())
        if "URL:" in line:
            ready.set()
    ready.set()
