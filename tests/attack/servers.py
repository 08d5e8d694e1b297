"""Servers for the attacks: the app on a loopback port, and what it must come through unharmed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.attack.wire import is_alive
from tests.serving import Atlas, start_atlas

CLOSED = "h11._util.LocalProtocolError"
REFUSED = "Error deserializing back message"


class Served(Atlas):
    """A running server, of which is asked how it fares."""

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
    atlas = start_atlas(home, **environment)
    try:
        yield Served(atlas.url, atlas.process, atlas.lines)
    finally:
        atlas.kill()


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
