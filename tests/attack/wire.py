"""Speaks to a server without a browser: raw bytes over HTTP, messages over the web socket."""

from __future__ import annotations

import contextlib
import socket
from dataclasses import dataclass, field
from typing import Any, Self
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg

from tests.wire import LONGEST, Wire, connected


@dataclass
class Answer:
    """An answer as it came: status (0 for none), headers in small letters, body."""

    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""


def send(url: str, request: bytes) -> Answer:
    """Send bytes as they are; what the server says until it closes, or nothing."""
    at = urlsplit(url)
    received = b""
    with (
        socket.create_connection((at.hostname, at.port), timeout=LONGEST) as line,
        contextlib.suppress(ConnectionError),  # it may hang up on us, but may not hang
    ):
        line.sendall(request)
        while part := line.recv(1 << 16):
            received += part
    head, _, body = received.partition(b"\r\n\r\n")
    first, *rest = head.decode("latin-1").split("\r\n")
    words = first.split()
    pairs = [line.partition(":")[::2] for line in rest]
    status = int(words[1]) if len(words) > 1 and words[1].isdigit() else 0
    return Answer(status, {name.lower(): value.strip() for name, value in pairs}, body)


def get(url: str, path: str, *headers: str, method: str = "GET", body: bytes = b"") -> Answer:
    """Ask for a path letter by letter."""
    lines = [f"{method} {path} HTTP/1.1", f"Host: {urlsplit(url).netloc}", *headers]
    if body:
        lines.append(f"Content-Length: {len(body)}")
    head = "\r\n".join([*lines, "Connection: close", "", ""])
    return send(url, head.encode("utf-8", "surrogateescape") + body)


class Caller(Wire):
    """A session over the web socket; `texts` is what the last run wrote, `faults` its errors.

    `received` is what came over the line for it, in bytes.
    """

    def __init__(self, url: str, **options: Any) -> None:
        super().__init__(connected(url, **options))
        self.texts: list[str] = []
        self.received = 0

    def ask(self, query: str = "", page: str = "") -> Self:
        """Open a page with a query, as a browser that was given the link does."""
        sent = BackMsg()
        sent.rerun_script.query_string = query
        sent.rerun_script.page_name = page
        self.socket.send(sent.SerializeToString())
        self.texts, self.faults, self.received = [], [], 0
        self._hear()
        return self

    def _receive(self) -> bytes:
        received = super()._receive()
        self.received += len(received)
        return received

    def _note(self, element: Any) -> None:
        super()._note(element)
        kind = element.WhichOneof("type")
        for name in ("body", "text", "label"):
            told = getattr(getattr(element, kind or "text", None), name, None)
            if isinstance(told, str):
                self.texts.append(told)


def is_alive(url: str) -> bool:
    """Whether the server still answers and still opens the app for somebody else."""
    caller = Caller(url)
    try:
        caller.ask("province=KP-10", "records")
    finally:
        caller.close()
    healthy = get(url, "/_stcore/health").body == b"ok"
    return healthy and any("158" in text for text in caller.texts) and not caller.faults
