"""Files made for one reader, kept on disk without a name and sent from there.

Streamlit keeps what a download button gives it in memory, and sends it in one piece. So the app
puts a door of its own before the server it runs in, which sends a file from disk, some hundred
kilobytes at a time. The address of a file is a random word of 256 bits that only the reader's own
page is told; it is forgotten when the reader makes another file, discards it or leaves. The file
has no name in the file system: nothing is left of it even when the process is killed.
"""

from __future__ import annotations

import asyncio
import os
import re
import secrets
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass, field
from typing import IO, Any
from weakref import WeakValueDictionary

from incidents.words import LANGUAGES, say, speaking
from ui.serving import HEADERS

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Server = Callable[[Message, Receive, Send], Awaitable[None]]

PATH = "atlas-file"
ADDRESS = re.compile(rf"/(?:.*/)?{PATH}/([\w-]{{20,100}})")
PAGE = 1 << 18  # bytes read and sent at a time
MOST_KEPT = 16_000_000_000  # bytes of all readers' files together


@dataclass(eq=False)
class KeptFile:
    """One file and how to name it; it lives as long as somebody holds this object."""

    file: IO[bytes]
    name: str
    mime: str
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32))

    def __post_init__(self) -> None:
        self.size = os.fstat(self.file.fileno()).st_size
        KEPT[self.token] = self

    async def page(self, place: int) -> bytes:
        """The bytes from a place on, at most PAGE, read on another thread."""
        return await asyncio.to_thread(os.pread, self.file.fileno(), PAGE, place)


KEPT: WeakValueDictionary[str, KeptFile] = WeakValueDictionary()


def is_room() -> bool:
    """Return whether another file may be kept beside those of all readers."""
    return sum(kept.size for kept in list(KEPT.values())) < MOST_KEPT


def address_of(kept: KeptFile) -> str | None:
    """Return the path of a file below the app's address; None where no door can be put up."""
    app = _server()
    if app is None:
        return None
    if not isinstance(app.middleware_stack, Door):
        app.middleware_stack = Door(app.middleware_stack)
    return f"{PATH}/{kept.token}"


def _server() -> Any:
    """Return the server's application, found over this reader's connection; None without one."""
    from streamlit import runtime
    from streamlit.runtime.scriptrunner import get_script_run_ctx

    context = get_script_run_ctx(suppress_warning=True)
    if context is None or not runtime.exists():
        return None
    client = runtime.get_instance().get_client(context.session_id)
    app = getattr(getattr(client, "_websocket", None), "app", None)
    return app if getattr(app, "middleware_stack", None) else None


class Door:
    """What answers for kept files and hands everything else to the server behind it (ASGI)."""

    def __init__(self, server: Server) -> None:
        self.server = server

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Answer one request."""
        found = ADDRESS.fullmatch(scope["path"]) if scope["type"] == "http" else None
        if not found:
            await self.server(scope, receive, send)
        elif scope["method"] not in ("GET", "HEAD"):
            await _tell(send, 405, "")
        elif kept := KEPT.get(found[1]):
            await _send_file(kept, scope["method"] == "GET", receive, send)
        else:
            await _tell(send, 404, "\n".join(map(_gone, LANGUAGES)))


def _gone(language: str) -> str:
    with speaking(language):
        return say("big_download.gone")


async def _tell(send: Send, status: int, text: str) -> None:
    await send(_start(status, {"Content-Type": "text/plain; charset=utf-8"}))
    await send({"type": "http.response.body", "body": text.encode()})


async def _send_file(kept: KeptFile, with_content: bool, receive: Receive, send: Send) -> None:
    """Send a file page by page, each once the one before is taken; stop when nobody listens."""
    headers = {
        "Content-Type": kept.mime,
        "Content-Length": str(kept.size),
        "Content-Disposition": f'attachment; filename="{kept.name}"',
    }
    await send(_start(200, headers))
    leaving = asyncio.ensure_future(_until_left(receive))
    try:
        for place in range(0, kept.size if with_content else 0, PAGE):
            if leaving.done():
                return
            page = await kept.page(place)
            await send({"type": "http.response.body", "body": page, "more_body": True})
        await send({"type": "http.response.body", "body": b""})
    finally:
        leaving.cancel()


async def _until_left(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


def _start(status: int, headers: dict[str, str]) -> Message:
    fixed = {"Cache-Control": "no-store"} | HEADERS  # the door stands before what guards the rest
    pairs = [(name.encode(), text.encode()) for name, text in (headers | fixed).items()]
    return {"type": "http.response.start", "status": status, "headers": pairs}
