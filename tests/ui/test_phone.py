"""The page as a browser gets it: with the line that closes the filters of a small screen."""

import asyncio

import pytest

from ui.phone import MARK, SCRIPT, BeginClosed

PAGE = b"<head>" + MARK + b"</head>"
BROWSER = [(b"accept", b"text/html,*/*"), (b"accept-encoding", b"gzip"), (b"if-none-match", b"x")]


def answered(body, headers=BROWSER, method="GET", kind=b"text/html"):
    """What the server hears and what the browser gets, of one question."""
    heard, got = [], []

    async def server(scope, receive, send):
        heard.append(dict(scope["headers"]))
        told = [(b"content-type", kind), (b"content-length", b"%d" % len(body)), (b"etag", b"x")]
        await send({"type": "http.response.start", "status": 200, "headers": told})
        await send({"type": "http.response.body", "body": body})

    async def send(message):
        got.append(message)

    scope = {"type": "http", "method": method, "headers": headers}
    asyncio.run(BeginClosed(server)(scope, None, send))
    return heard[0], dict(got[0]["headers"]), got[1]["body"]


def test_a_page_gets_the_script_before_all_others():
    """Asked for whole and unpacked; of the length it has, and under no name it no longer fits."""
    heard, told, body = answered(PAGE)
    assert body == b"<head>" + MARK + SCRIPT + b"</head>"
    assert told[b"content-length"] == b"%d" % len(body) and b"etag" not in told
    assert list(heard) == [b"accept"]


@pytest.mark.parametrize(
    ("body", "more"),
    [
        (b"<title>Another frame</title>", {}),
        (PAGE, {"headers": [(b"accept", b"*/*")]}),
        (PAGE, {"method": "HEAD"}),
        (b"", {}),
    ],
)
def test_all_else_passes_as_it_is(body, more):
    """Frames, scripts, questions without an answer's body."""
    _, told, got = answered(body, **more)
    assert got == body and told[b"content-length"] == b"%d" % len(body) and told[b"etag"] == b"x"
