"""Long work for one reader on a thread of its own: how far it is, and how to stop it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any

import streamlit as st

from geo.gazetteer import PlaceDataFault
from incidents.faults import DataFaults, in_words
from incidents.intake import Cancelled, IntakeError
from incidents.intake.said import Said, to_say
from incidents.words import language, speaking
from ui.own_data import JOB
from ui.work import Work

AT_ONCE = threading.BoundedSemaphore(2)  # of all readers; bounds the memory of the server
GONE_AFTER = 30.0  # seconds without a connection after which a reader counts as gone
BROKE, STARTING, WAITING = (
    to_say("your_data.broke"),
    to_say("your_data.starting"),
    to_say("your_data.waiting"),
)


class Job(Work):
    """One piece of work. `fraction` (0 to 1) and `words`, said when shown, tell how far it is.

    When `done`: `result` is what the work returned, or `fault` the sentence why it returned
    nothing ("" if the reader stopped it). An unforeseen error ends it too; its traceback goes to
    the terminal. The work speaks the language of the reader who began it.
    """

    def __init__(self, work: Callable[[Job], Any], alive: Callable[[], bool]) -> None:
        super().__init__(alive)
        self._work = work
        self._language = language()
        self.fraction, self.words = 0.0, STARTING
        self.result: Any = None
        self.fault: object = None
        threading.Thread(target=self._run, name="own-data", daemon=True).start()

    def _run(self) -> None:
        try:
            if self._wait_for_turn():
                self.fault = BROKE
                try:
                    with speaking(self._language):
                        self.result = self._work(self)
                finally:
                    AT_ONCE.release()
            self.fault = None if self.result is not None else ""
        except Cancelled:
            self.fault = ""
        except IntakeError as fault:
            self.fault = fault.words
        except (PlaceDataFault, DataFaults) as fault:  # a file of ours, not the reader's
            with speaking(self._language):
                self.fault = in_words(fault)
        finally:
            self._end.set()

    def _wait_for_turn(self) -> bool:
        while not AT_ONCE.acquire(timeout=0.2):
            self.words = WAITING
            if self.is_stopped():
                return False
        return True

    def tell(self, words: Said, fraction: float) -> None:
        """Say how far it is, for the reader's progress bar; ends the work if it was stopped."""
        if self.is_stopped():
            raise Cancelled
        self.words, self.fraction = words, min(max(fraction, self.fraction), 1.0)


def start(work: Callable[[Job], Any], then: Callable[[Any], None]) -> None:
    """Begin some work in place of any that runs; its result goes to `then` in this session."""
    stop()
    st.session_state[JOB] = (Job(work, alive()), then)


def current() -> Job | None:
    """Return this reader's running work."""
    found: tuple[Job, Any] | None = st.session_state.get(JOB)
    return found[0] if found else None


def stop() -> None:
    """Stop this reader's work, if any, and forget it."""
    job = current()
    if job:
        job.stop()
        del st.session_state[JOB]


def collect(seconds: float = 0.0) -> object:
    """Take in the result of work that has ended, and draw the page anew with it.

    Returns the sentence why there is no result, "" if the reader stopped the work, None if
    nothing has ended. Waits at most `seconds`, so that quick work needs no progress bar.
    """
    if JOB not in st.session_state:
        return None
    job, then = st.session_state[JOB]
    if not job.wait(seconds):
        return None
    del st.session_state[JOB]
    if job.fault is None:
        then(job.result)
        st.rerun()
    return job.fault


def alive() -> Callable[[], bool]:
    """Return what tells whether the present session is still open, callable from any thread."""
    from streamlit import runtime
    from streamlit.runtime.scriptrunner import get_script_run_ctx

    here = get_script_run_ctx()
    if here is None or not runtime.exists():
        return lambda: True
    server, session = runtime.get_instance(), here.session_id
    seen = time.monotonic()

    def is_there() -> bool:
        nonlocal seen
        if server.is_active_session(session):
            seen = time.monotonic()
        return time.monotonic() - seen < GONE_AFTER

    return is_there
