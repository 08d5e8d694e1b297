"""What the processes of a measurement hold in memory."""

from __future__ import annotations

from pathlib import Path

KB = 1024


def resident(pid: int) -> float:
    """Memory a process holds now, in MB (1,000,000 bytes): all of its pages in RAM."""
    fields = dict(
        line.split(":", 1) for line in Path(f"/proc/{pid}/status").read_text().splitlines()
    )
    return int(fields["VmRSS"].split()[0]) * KB / 1e6
