"""The crowd: a server, so many readers at once, and the server's memory weighed every second."""

from __future__ import annotations

import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from random import Random
from statistics import linear_regression, median, quantiles
from threading import Event

from tests.bench.process import resident
from tests.bench.server import ATLAS, serve
from tests.soak.reader import Reader, Told

EVERY = 1.0  # s between two weighings
SHARE = 0.5  # of the time, at its end: by then all is loaded, and there is room for all readers


@dataclass(frozen=True, slots=True)
class Soak:
    """What came out: `weights` are (s since the start, MB); `printed` are the server's lines."""

    readers: int
    seconds: float
    told: Told
    weights: list[tuple[float, float]]
    printed: list[str]

    @property
    def growth(self) -> float:
        """What the server's memory gained over the second half, in MB: by the line through it.

        Memory that settles wobbles as readers come and go, by the same in an hour as in five
        minutes; memory that leaks gains more the longer it is watched.
        """
        last = [(at, weight) for at, weight in self.weights if at >= self.seconds * (1 - SHARE)]
        return linear_regression(*zip(*last, strict=True)).slope * self.seconds * SHARE

    @property
    def complaints(self) -> list[str]:
        """Everything that went wrong: what readers say and what the server printed of faults."""
        faults = [line for line in self.printed if "Traceback" in line or "Error" in line]
        return [*self.told.complaints, *(f"the server printed: {line}" for line in faults)]

    def lines(self) -> list[str]:
        """The figures, a line each."""
        done, times = self.told.done, [1000 * one for one in self.told.times]
        weights = [weight for _, weight in self.weights]
        saved = ", ".join(f"{done[name]} {name}" for name in sorted(done) if name not in _ACTS)
        return [
            f"{self.readers} readers for {self.seconds:.0f} s, {done['leave']} visits",
            f"{done['filter']} filter changes, {done['page']} page changes, "
            f"{done['save']} exports ({saved})",
            f"answers: median {median(times):.0f} ms, "
            f"95th percentile {quantiles(times, n=20)[-1]:.0f} ms",
            f"memory of the server: {weights[0]:.0f} MB at first, {weights[-1]:.0f} MB at last, "
            f"{self.growth:+.1f} MB over the last {self.seconds * SHARE:.0f} s",
            f"errors and numbers of somebody else: {len(self.complaints)}",
        ]


_ACTS = ("filter", "page", "save", "leave")


def soak(readers: int, seconds: float, seed: int = 1, rest: float = 2.0) -> Soak:
    """Let so many readers use one server for so long; each acts about every `rest` seconds."""
    told, weights, end = Told(), [], Event()
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "log"
        with serve(ATLAS, log=log) as server, ThreadPoolExecutor(readers) as crowd:
            staying = [
                crowd.submit(Reader(server.url, Random(f"{seed} {n}"), rest).stay, end)
                for n in range(readers)
            ]
            begun = time.monotonic()
            while (at := time.monotonic() - begun) < seconds:
                weights.append((at, resident(server.pid)))
                end.wait(EVERY)
            end.set()
            for one in staying:
                told.add(one.result())
        printed = log.read_text(errors="replace").splitlines()
    return Soak(readers, seconds, told, weights, printed)
