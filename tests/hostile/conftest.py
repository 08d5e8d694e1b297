"""How a hostile file must end: a report that accounts for every row, or one sentence, in time."""

from __future__ import annotations

import socket
import subprocess
import time
from collections.abc import Callable

import pytest

from incidents.intake import IntakeError, Report, check

SECONDS = 30  # of a processor for one file: what grows without bound takes minutes


@pytest.fixture
def nothing_leaves(monkeypatch):
    """No socket, process or system call may be started while a file is read."""

    def refuse(*args, **kwargs):
        raise AssertionError(f"something reached out: {args} {kwargs}")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(subprocess.Popen, "__init__", refuse)
    monkeypatch.setattr("os.system", refuse)


def is_sentence(text: str) -> bool:
    """Whether a text can be shown as it is: short, one line, no traceback."""
    return bool(text) and len(text) < 1_000 and "\n" not in text and "Traceback" not in text


@pytest.fixture
def swallow(nothing_leaves) -> Callable[..., Report | str]:
    """Reads a file; gives the report, or the sentence why not; fails on anything else."""
    check(b"date,place\n2019-11-05,Hyesan\n")  # what is loaded once does not count as time

    def read(data: bytes, name: str = "file", **choices) -> Report | str:
        start = time.process_time()
        try:
            outcome: Report | str = check(data, name, **choices)
        except IntakeError as fault:
            outcome = str(fault)
        assert time.process_time() - start < SECONDS
        if isinstance(outcome, str):
            assert is_sentence(outcome)
        else:
            assert outcome.accepted + outcome.repaired + outcome.refused == outcome.rows
            assert outcome.rows == len(outcome.table)
            assert len(outcome.incidents) == outcome.rows - outcome.refused
        return outcome

    return read
