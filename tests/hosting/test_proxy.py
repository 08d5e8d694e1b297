"""docs/nginx.conf in front of the running app: what a reader gets, and nobody else does."""

from __future__ import annotations

import socket
import ssl
import time
from urllib.error import HTTPError
from urllib.request import HTTPRedirectHandler, HTTPSHandler, Request, build_opener, urlopen

import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from geo import assets
from tests.hosting.conftest import LONGEST
from tests.soak.visitor import Visitor

PASS = {"Cookie": "team=let-me-in"}
TRUSTING = ssl._create_unverified_context()  # the certificate is one of our own
GUARDS = (
    "content-security-policy",
    "referrer-policy",
    "x-content-type-options",
    "strict-transport-security",
)
COMPONENT = "/component/streamlit_folium.st_folium/index.html"
PATHS = (
    "/",
    "/records?province=KP-10",
    "/_stcore/health",
    "/_stcore/host-config",
    "/media/0.csv",
    "/atlas-file/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    f"/app/static/{assets.shapes_name()}",
    COMPONENT,
    "/_stcore/stream",
    "/_stcore/upload_file/a/b",
    "/auth/login",
)


class Stay(HTTPRedirectHandler):
    """Follows no redirect."""

    def redirect_request(self, *_):
        return None


def ask(url, headers=None, **options):
    """Status, headers (pairs, in small letters) and body of one answer."""
    opener = build_opener(Stay, HTTPSHandler(context=TRUSTING))
    try:
        answer = opener.open(Request(url, headers=headers or {}, **options), timeout=60)
    except HTTPError as refused:
        answer = refused
    with answer:
        pairs = [(name.lower(), value) for name, value in answer.headers.items()]
        return answer.status, pairs, answer.read()


@pytest.mark.parametrize("path", PATHS)
def test_without_a_login_nothing_is_served(hosted, path):
    """Page, data, component, download, web socket: all answer with the page to log in on."""
    status, _, body = ask(hosted.url + path)
    assert (status, body) == (403, f"Log in to read /atlas{path}".encode())


def test_without_a_login_no_web_socket_is_opened(hosted):
    """The hand-shake is refused before the app sees it."""
    with pytest.raises(InvalidStatus, match="403"):
        connect(hosted.url.replace("https", "wss") + "/_stcore/stream", ssl=TRUSTING)


def test_a_cookie_of_somebody_else_opens_nothing(hosted):
    """Only what the login service knows is let in."""
    assert ask(hosted.url + "/", {"Cookie": "team=guess"})[0] == 403


def test_nobody_asks_the_login_service_from_outside(hosted):
    """The address nginx asks by itself is not one for readers."""
    host = hosted.url.removesuffix("/atlas")
    assert ask(host + "/login-check", PASS)[0] == 404


@pytest.mark.parametrize("path", [*PATHS[:4], PATHS[6]])
def test_with_a_login_each_header_comes_once(hosted, path):
    """The app's own headers arrive as they are, and transport security beside them."""
    status, pairs, _ = ask(hosted.url + path, PASS)
    names = [name for name, _ in pairs]
    assert status == 200
    assert [names.count(name) for name in GUARDS] == [1, 1, 1, 1]
    assert "frame-ancestors 'self'" in dict(pairs)["content-security-policy"]


@pytest.mark.parametrize("path", ["/_stcore/metrics", "/_stcore/agent/openapi.json"])
def test_what_is_not_for_readers_is_not_there(hosted, path):
    """Figures of the server and its door for programs; nginx's own answers are guarded too."""
    status, pairs, _ = ask(hosted.url + path, PASS)
    assert status == 404
    assert [[name for name, _ in pairs].count(one) for one in GUARDS] == [1, 1, 1, 1]
    assert dict(pairs)["content-security-policy"].startswith("default-src 'none'")


def test_the_way_in_keeps_the_link(hosted):
    """Without TLS or without the path one is sent on, the query with one."""
    assert dict(ask(hosted.plain + "/atlas/?lang=ko")[1])["location"] == f"{hosted.url}/?lang=ko"
    host = hosted.url.removesuffix("/atlas")
    assert dict(ask(host + "/?lang=ko", PASS)[1])["location"] == "/atlas/?lang=ko"
    assert dict(ask(hosted.url + "?lang=ko", PASS)[1])["location"] == "/atlas/?lang=ko"


def test_the_health_of_the_server_can_be_asked(hosted):
    """On the machine itself without a login, through the proxy with one."""
    with urlopen(hosted.app + "/_stcore/health", timeout=60) as answer:
        assert (answer.status, answer.read()) == (200, b"ok")
    assert ask(hosted.url + "/_stcore/health", PASS)[2] == b"ok"


def test_cookies_are_for_tls_alone(hosted):
    """The cookie against forged requests is never sent over a plain connection."""
    cookies = [
        text for name, text in ask(hosted.url + "/_stcore/health", PASS)[1] if "set-" in name
    ]
    assert cookies
    assert all("; secure" in one.lower() for one in cookies)


def test_what_can_be_packed_is_packed_once(hosted):
    """The app's largest script, which the app itself sends as it is, and the map's shapes."""
    page = ask(hosted.url + "/", PASS)[2].decode()
    script = page.split('src="./')[1].split('"')[0]
    for path in (f"/{script}", f"/app/static/{assets.shapes_name()}"):
        _, pairs, body = ask(hosted.url + path, PASS | {"Accept-Encoding": "gzip"})
        assert dict(pairs)["content-encoding"] == "gzip"
        assert len(body) < 0.6 * len(ask(hosted.url + path, PASS)[2])


def test_an_upload_may_be_as_large_as_the_app_takes_and_no_larger(hosted):
    """101 MB pass nginx; what is announced as more is refused by it, unread."""
    host, port = hosted.host.split(":")
    with (
        socket.create_connection((host, int(port)), timeout=60) as plain,
        TRUSTING.wrap_socket(plain, server_hostname=host) as tls,
    ):
        tls.sendall(
            b"PUT /atlas/_stcore/upload_file/a/b HTTP/1.1\r\nHost: localhost\r\n"
            b"Cookie: team=let-me-in\r\nContent-Length: 200000000\r\n\r\n"
        )
        assert b"413 Request Entity Too Large" in tls.recv(1000)


class Wary(Visitor):
    """A reader who notes a setting of the theme that the server tells everybody who comes."""

    def _heed(self, kind, message):
        super()._heed(kind, message)
        if kind == "new_session":
            self.bordered = message.new_session.custom_theme.show_widget_border


def comes_to_borders(hosted):
    """Whether somebody who comes now is told of borders."""
    address = hosted.app.replace("http://127.0.0.1", "ws://localhost") + "/_stcore/stream"
    origin = hosted.app.removesuffix("/atlas").replace("127.0.0.1", "localhost")
    reader = Wary(connect(address, origin=origin, max_size=None), query="")
    reader.ask()
    reader.close()
    return reader.bordered


def test_settings_that_change_while_it_runs_start_no_log(hosted):
    """Streamlit then gives its server's logs a way out; a `git pull` may bring such a change."""
    settings = hosted.folder / ".streamlit" / "config.toml"
    settings.parent.mkdir()
    settings.write_text("[theme]\nshowWidgetBorder = true\n")
    deadline = time.monotonic() + LONGEST
    while not comes_to_borders(hosted):
        assert time.monotonic() < deadline, "the settings are not read anew"
    ask(hosted.url + "/records?text=sought-then", PASS)
    written = "".join(path.read_text() for path in hosted.folder.glob("app-*.log"))
    assert "sought-then" not in written
    assert "GET" not in written and "connection open" not in written


def test_neither_addresses_nor_searches_are_written_down(hosted):
    """The logs of nginx and of the app know nothing of who asked for what."""
    ask(hosted.url + "/records?text=sought&province=KP-10", PASS)
    ask(hosted.url + "/records?text=sought")
    written = "".join(path.read_text() for path in hosted.folder.glob("*.log"))
    assert " 200 " in written
    assert not any(word in written for word in ("sought", "KP-10", "127.0.0.1 ", "client:"))
