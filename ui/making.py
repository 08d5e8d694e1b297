"""One large file being made for one reader on a thread of its own: how far it is, how to stop."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import ExitStack
from tempfile import TemporaryFile
from typing import BinaryIO

from incidents.export import ExportFault
from incidents.faults import QuestionStopped, StoreLost
from incidents.words import language, say, speaking
from ui.kept_files import KeptFile, is_room
from ui.work import Work

AT_ONCE = threading.BoundedSemaphore(2)  # of all readers; bounds the memory of the server
LOOK_EVERY = 5.0  # s between two looks whether the reader is still there
Fill = Callable[[BinaryIO, Callable[[int], None]], None]


class Stopped(Exception):
    """The reader stopped it, or is gone."""


class Making(Work):
    """A file of `rows` rows called `name`, written by ``fill(file, progress)``.

    `written` rows are so far. When `done`: `kept` is the file, or `fault` the sentence why there
    is none ("" if it was stopped). An unforeseen error ends it too; its traceback goes to the
    terminal. Nothing is left of a file that did not come to its end, or whose reader is gone;
    ``stop`` lets go of one that did.
    """

    def __init__(
        self, fill: Fill, name: str, mime: str, rows: int, alive: Callable[[], bool]
    ) -> None:
        super().__init__(alive)
        self.name, self.mime, self.rows = name, mime, rows
        self.written, self.is_waiting = 0, True
        self.kept: KeptFile | None = None
        self.fault: str | None = None
        self._fill, self._language = fill, language()
        self.thread = threading.Thread(target=self._run, name="download", daemon=True)
        self.thread.start()

    def _run(self) -> None:
        try:
            with speaking(self._language):
                self._take_turn()
        finally:
            self._end.set()
        self._keep()

    def _keep(self) -> None:
        """Hold the file until the reader discards it or is gone; what is being sent goes on."""
        while self.kept and not self._stop.wait(LOOK_EVERY):
            if not self._alive():
                break
        self.kept = None

    def _take_turn(self) -> None:
        try:
            while not AT_ONCE.acquire(timeout=0.2):
                self._check()
            try:
                self.is_waiting, self.fault = False, say("big_download.broke")
                self.kept = self._make()
                self.fault = None
            finally:
                AT_ONCE.release()
        except (Stopped, QuestionStopped):
            self.fault = ""
        except (ExportFault, StoreLost) as why:
            self.fault = str(why)

    def _make(self) -> KeptFile:
        if not is_room():
            raise ExportFault(say("big_download.no_room"))
        with ExitStack() as unless_done:
            file = unless_done.enter_context(TemporaryFile())
            self._fill(file, self._tell)
            file.flush()
            self._check()
            unless_done.pop_all()
        return KeptFile(file, self.name, self.mime)

    def _tell(self, written: int) -> None:
        self._check()
        self.written = written

    def _check(self) -> None:
        if self.is_stopped():
            raise Stopped
