"""A small screen: every page that is loaded there begins with the filters closed.

Streamlit keeps in the browser whether its sidebar was open and opens it so again. On a phone it
lies over the page, and a link that somebody sent would show filters in place of the map. What is
kept is dropped by a line of script in the page itself, before Streamlit reads it: nothing more is
fetched, and nothing is done when a filter changes.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Headers = list[tuple[bytes, bytes]]

MARK = b"<title>Streamlit</title>"  # of the page; what it holds in frames has other titles
SCRIPT = b"""
    <script>
      try {
        if (matchMedia("(max-width: 640px)").matches)
          Object.keys(localStorage)
            .filter((key) => key.startsWith("stSidebarCollapsed-"))
            .forEach((key) => localStorage.removeItem(key));
      } catch { /* a browser that keeps nothing has nothing to drop */ }
    </script>"""
# Of a question: what would bring the page packed, in part or not at all. Of the answer: what names
# a page without the script.
ASKED = {b"accept-encoding", b"if-none-match", b"if-modified-since", b"range"}
TOLD = {b"etag", b"last-modified", b"accept-ranges"}


class BeginClosed:
    """Puts the script into the page on its way to the browser."""

    def __init__(self, app: Callable[..., Awaitable[None]]) -> None:
        self._app = app

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Pass a request on; what does not ask for a page passes as it is."""
        if not _asks_for_page(scope):
            await self._app(scope, receive, send)
            return
        begun: list[Message] = []

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                begun.append(message)
                return
            if begun:
                start = begun.pop()
                if MARK in message.get("body", b""):
                    message = {**message, "body": message["body"].replace(MARK, MARK + SCRIPT, 1)}
                    start = {**start, "headers": _lengthened(start.get("headers", ()))}
                await send(start)
            await send(message)

        await self._app({**scope, "headers": _without(scope["headers"], ASKED)}, receive, answer)


def _asks_for_page(scope: Message) -> bool:
    if scope["type"] != "http" or scope["method"] != "GET":
        return False
    return any(name == b"accept" and b"text/html" in value for name, value in scope["headers"])


def _without(headers: Headers, names: set[bytes]) -> Headers:
    return [(name, value) for name, value in headers if name.lower() not in names]


def _lengthened(headers: Headers) -> Headers:
    """Return the headers of the page with the script in it."""
    return [
        (name, b"%d" % (int(value) + len(SCRIPT)) if name == b"content-length" else value)
        for name, value in _without(headers, TOLD)
    ]
