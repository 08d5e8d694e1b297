"""The server itself: what it gets ready before its first reader, the headers of its answers."""

from __future__ import annotations

import logging
import sys
import threading
import time
from collections.abc import AsyncIterator, Awaitable, Callable, MutableMapping
from contextlib import asynccontextmanager
from typing import Any

from starlette.middleware import Middleware

from geo import assets
from ui.phone import BeginClosed

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

# Only this server is asked for anything and only it may frame the page. Streamlit and Leaflet write
# styles and start scripts inline, and the charts compile expressions, hence the "unsafe" words.
POLICY = {
    "default-src": "'self'",
    "script-src": "'self' 'unsafe-inline' 'unsafe-eval' blob:",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "font-src": "'self' data:",
    "connect-src": "'self' data: blob:",
    "worker-src": "'self' blob:",
    "frame-src": "'self'",
    "frame-ancestors": "'self'",
    "object-src": "'none'",
    "base-uri": "'self'",
    "form-action": "'self'",
}
HEADERS = {
    "content-security-policy": "; ".join(f"{what} {where}" for what, where in POLICY.items()),
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
LONGEST_PATH, LONGEST_PART = 2_000, 255  # letters of an address, bytes between two of its slashes
LOGS = ("uvicorn.access", "uvicorn.error")  # who asked for what, and who came and went
PAINTED = 0.12  # s from the shapes to the painted map
ALONE = 2.0  # s without a reader after which the data are read all the same
_fetched = threading.Condition()
_serving = threading.Event()
_ready = threading.Event()

# The server sends from another thread than the ones that work: without this whatever is ready
# waits up to 5 ms at each hand-over.
sys.setswitchinterval(0.0005)


@asynccontextmanager
async def lifespan(app: Any) -> AsyncIterator[dict[str, Any]]:
    """Get ready beside the server, which answers meanwhile."""
    _serving.set()
    for name in LOGS:
        logging.getLogger(name).addFilter(_is_fault)
    threading.Thread(target=_get_ready_alone, name="get-ready", daemon=True).start()
    yield {}


def _is_fault(record: logging.LogRecord) -> bool:
    """Return whether a line is of a fault: no other is written about what a reader does.

    Streamlit gives the server's logs a way out whenever it reads its settings anew, as it does when
    their file changes, though it was told to keep no log of what is asked for.
    """
    return record.levelno >= logging.WARNING


def middleware() -> list[Middleware]:
    """Return what every request passes on its way to Streamlit."""
    return [Middleware(Guard), Middleware(BeginClosed)]


class Guard:
    """Adds the headers to every answer, and notes when a browser has fetched the map's shapes."""

    def __init__(self, app: Callable[..., Awaitable[None]]) -> None:
        self._app = app
        self._headers = [(name.encode(), value.encode()) for name, value in HEADERS.items()]
        self._names = {name for name, _ in self._headers}
        self._shapes = assets.shapes_name()

    def _others(self, message: Message) -> list[tuple[bytes, bytes]]:
        """Return the headers of an answer that are not among ours: none is to stand there twice."""
        given = message.get("headers", ())
        return [(name, value) for name, value in given if name.lower() not in self._names]

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Pass a request on."""

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*self._others(message), *self._headers]
            await send(message)

        if scope["type"] == "http" and _is_too_long(scope["path"]):
            await answer({"type": "http.response.start", "status": 414, "headers": []})
            await answer({"type": "http.response.body", "body": b""})
            return
        if scope["type"] == "websocket":
            receive = _only_bytes(receive)
        await self._app(scope, receive, answer)
        if scope["type"] == "http" and scope["path"].endswith(self._shapes):
            with _fetched:
                _fetched.notify_all()


def _is_too_long(path: str) -> bool:
    """Return whether no file can have the path: to look for it would be an error of the system."""
    longest = max(len(part.encode(errors="replace")) for part in path.split("/"))
    return len(path) > LONGEST_PATH or longest > LONGEST_PART


def _only_bytes(receive: Receive) -> Receive:
    """Let a line end at the first message that is text: Streamlit's page sends none."""

    async def heard() -> Message:
        message = await receive()
        if message["type"] == "websocket.receive" and message.get("bytes") is None:
            return {"type": "websocket.disconnect", "code": 1003}
        return message

    return heard


def wait_for_map(longest: float) -> None:
    """Return when a browser has fetched the shapes of the map, at the latest after so many s.

    What is worked on meanwhile would only be in the way of the map. Without a server of our own,
    as in a test of a page, nobody fetches anything and there is nothing to wait for.
    """
    if _serving.is_set():
        with _fetched:
            came = _fetched.wait(longest)
        time.sleep(PAINTED if came else 0)


def is_ready() -> bool:
    """Return whether the data have been read by this server."""
    return _ready.is_set()


def get_ready() -> None:
    """Load what every page needs and read the data, unless it is done."""
    from ui import atlas, whole  # noqa: F401 - a page waits for them as for the data

    atlas.get_ready()
    _ready.set()


def _get_ready_alone() -> None:
    """Load what the first map needs, and the rest when no reader has come or the first has it."""
    import pyarrow  # noqa: F401 - Streamlit loads it with the first component

    from ui import front  # noqa: F401

    wait_for_map(ALONE)
    get_ready()
