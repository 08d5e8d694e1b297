"""The server itself attacked with raw bytes: paths, headers, messages and uploads."""

from __future__ import annotations

import contextlib
import random
import socket
from urllib.parse import urlsplit

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from websockets.exceptions import WebSocketException
from websockets.sync.client import connect

from tests.attack.servers import unharmed
from tests.attack.wire import Caller, get, is_alive, send
from ui.serving import HEADERS

PREFIXES = (
    "/", "/app/static/", "/app/static/language/", "/static/", "/component/",
    "/component/streamlit_folium.st_folium/", "/component/ui.language.page_language/", "/media/",
    "/atlas-file/", "/_stcore/", "/_stcore/upload_file/x/", "/records/", "/_stcore/bidi/",
)  # fmt: skip
TAILS = (
    "../app.py", "../../app.py", "..%2fapp.py", "..%2f..%2fapp.py", "%2e%2e/%2e%2e/app.py",
    "..%252f..%252fapp.py", "..\\..\\app.py", "..%5c..%5capp.py", "....//....//app.py",
    "%c0%ae%c0%ae/app.py", "%uff0e%uff0e/app.py", ".%00./app.py", "app.py%00.js", "/etc/passwd",
    "//etc/passwd", "%2fetc%2fpasswd", "../" * 12 + "etc/passwd", "..;/..;/app.py",
    "../.streamlit/config.toml", "../data/incidents.csv", "../../proc/self/environ",
    "file:///etc/passwd", "C:%5cwindows%5cwin.ini", "~root/.ssh/id_rsa", "?../app.py",
    "A" * 300, "A/" * 1_500, "A" * 5_000, "%", "%zz", "\x00", "\U0001f600",
)  # fmt: skip
SECRETS = (b"Front door of the atlas", b"root:", b"gatherUsageStats", b"NK00001,", b"PATH=")
HOST = b"Host: 127.0.0.1\r\n"
BROKEN = {
    "nothing": b"\r\n\r\n",
    "noise": bytes(range(256)) * 40,
    "another protocol": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(500),
    "no host": b"GET / HTTP/1.1\r\nConnection: close\r\n\r\n",
    "two hosts": b"GET / HTTP/1.1\r\n" + HOST * 2 + b"Connection: close\r\n\r\n",
    "an old version": b"GET /\r\n\r\n",
    "a future version": b"GET / HTTP/9.9\r\n" + HOST + b"\r\n",
    "an unknown method": b"BREW / HTTP/1.1\r\n" + HOST + b"Connection: close\r\n\r\n",
    "a long method": b"G" * 100_000 + b" / HTTP/1.1\r\n" + HOST + b"\r\n",
    "a long address": b"GET /" + b"a" * 1_000_000 + b" HTTP/1.1\r\n" + HOST + b"\r\n",
    "a long header": b"GET / HTTP/1.1\r\n" + HOST + b"X: " + b"a" * 5_000_000 + b"\r\n\r\n",
    "many headers": b"GET / HTTP/1.1\r\n" + HOST + b"X: a\r\n" * 100_000 + b"\r\n",
    "a header that ends lines": b"GET / HTTP/1.1\r\n" + HOST + b"X: a\nSet-Cookie: b\r\n\r\n",
    "a line in the address": b"GET /%0d%0aSet-Cookie:%20attacked=1 HTTP/1.1\r\n" + HOST
    + b"Connection: close\r\n\r\n",
    "negative length": b"POST / HTTP/1.1\r\n" + HOST + b"Content-Length: -1\r\n\r\n",
    "huge length": b"PUT /_stcore/upload_file/a/b HTTP/1.1\r\n" + HOST
    + b"Content-Length: 99999999999999999999999\r\n\r\n",
    "two lengths": b"POST / HTTP/1.1\r\n" + HOST
    + b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\nGET",
    "bad chunks": b"POST / HTTP/1.1\r\n" + HOST + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n",
    "a proxy's request": b"CONNECT canary.invalid:80 HTTP/1.1\r\n" + HOST + b"\r\n",
    "a whole address": b"GET http://canary.invalid/ HTTP/1.1\r\nHost: canary.invalid\r\n"
    b"Connection: close\r\n\r\n",
    "a broken range": b"GET /app/static/atlas.css HTTP/1.1\r\n" + HOST
    + b"Range: bytes=" + b"0-1," * 20_000 + b"0-\r\nConnection: close\r\n\r\n",
    "a broken upgrade": b"GET /_stcore/stream HTTP/1.1\r\n" + HOST
    + b"Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 99\r\n\r\n",
}  # fmt: skip


@pytest.fixture(scope="module")
def server(tmp_path_factory, tried):
    """A server of its own, that must live, keep its memory and print no traceback."""
    with unharmed(tmp_path_factory.mktemp("home"), tried, grows=200) as served:
        yield served


@pytest.mark.parametrize("prefix", PREFIXES)
def test_no_path_leads_out_of_what_is_served(server, tried, prefix):
    """No file of the app, the data or the machine; every answer has its headers."""
    for tail in TAILS:
        answer = get(server.url, prefix + tail)
        tried["inputs tried"] += 1
        tried["answers whose headers were read"] += bool(answer.status)
        assert answer.status in (0, 200, 301, 302, 307, 308, 400, 403, 404, 405, 414), (
            prefix + tail
        )[:90]
        assert not any(secret in answer.body for secret in SECRETS), (prefix + tail)[:90]
        if answer.status and answer.body != b"Invalid HTTP request received.":
            assert HEADERS.items() <= answer.headers.items(), (prefix + tail)[:90]
        if answer.status == 200 and prefix != "/":
            assert b"<title>Streamlit</title>" in answer.body, (prefix + tail)[:90]


@pytest.mark.parametrize("named", BROKEN)
def test_a_broken_request_ends_in_an_answer_or_a_closed_line(server, tried, named):
    """Never in a hanging or a dead server."""
    tried["inputs tried"] += 1
    at = urlsplit(server.url)
    with socket.create_connection((at.hostname, at.port), timeout=30) as line:
        line.settimeout(1.0)
        received = b""
        with contextlib.suppress(ConnectionError, TimeoutError):
            line.sendall(BROKEN[named])
            while part := line.recv(1 << 16):
                received += part
    assert b" 500 " not in received.split(b"\r\n")[0]
    assert b"attacked" not in received.partition(b"\r\n\r\n")[0]
    assert get(server.url, "/_stcore/health").body == b"ok"


def test_lines_left_open_do_not_keep_others_out(server, tried):
    """200 requests that never end, and the app opens for somebody else."""
    at = urlsplit(server.url)
    lines = []
    for _ in range(200):
        lines.append(socket.create_connection((at.hostname, at.port), timeout=30))
        lines[-1].sendall(b"GET / HTTP/1.1\r\nHost: x\r\nX: ")
        tried["inputs tried"] += 1
    assert is_alive(server.url)
    for line in lines:
        line.close()


def messages():
    """What no browser sends: noise, texts, halves of messages, and messages that make no sense."""
    noise = random.Random(6)
    yield from (b"", b"\x00", b"\xff" * 10, b"{}", "text", "\x00", "<script>", "\U0001f600" * 100)
    yield from (noise.randbytes(2**size) for size in range(0, 20, 2))
    whole = BackMsg()
    whole.rerun_script.query_string = "province=KP-10"
    widget = whole.rerun_script.widget_states.widgets.add()
    widget.id = "$$ID-x-pick_text"
    widget.string_value = "<img src=x>" * 1_000
    sent = whole.SerializeToString()
    yield from (sent[: len(sent) // part] for part in (2, 3, 5, 7))
    yield sent
    for name in ("no_such_page", "../../etc/passwd", "\x00", "x" * 100_000):
        strange = BackMsg()
        strange.rerun_script.page_name = name
        strange.rerun_script.page_script_hash = name[:1_000]
        strange.rerun_script.fragment_id = name[:1_000]
        yield strange.SerializeToString()
    many = BackMsg()
    for number in range(20_000):
        one = many.rerun_script.widget_states.widgets.add()
        one.id, one.int_value = f"$$ID-{number}-x", 2**62
    yield many.SerializeToString()
    for field in ("clear_cache", "stop_script", "load_git_info", "set_run_on_save"):
        plain = BackMsg()
        setattr(plain, field, True)
        yield plain.SerializeToString()


def test_messages_that_are_none_hurt_nobody_else(server, tried):
    """Each on a line of its own; a reader who is there meanwhile is answered as before."""
    reader = Caller(server.url).ask("province=KP-10", "records")
    before = sorted(reader.texts)  # what every page wears comes first once, and later last
    address = server.url.replace("http", "ws", 1) + "/_stcore/stream"
    for message in messages():
        tried["inputs tried"] += 1
        with (
            contextlib.suppress(WebSocketException, OSError, TimeoutError),
            connect(address, origin=server.url, max_size=None) as line,
        ):
            line.send(message)
            line.recv(timeout=0.3)
    assert sorted(reader.ask("province=KP-10", "records").texts) == before
    assert reader.faults == []
    reader.close()


@pytest.mark.parametrize(
    "origin", ["http://canary.invalid", "null", "http://127.0.0.1.canary.invalid", "file://"]
)
def test_a_page_of_another_site_gets_no_session(server, tried, origin):
    """The web socket is refused to another origin."""
    address = server.url.replace("http", "ws", 1) + "/_stcore/stream"
    tried["inputs tried"] += 1
    with pytest.raises(WebSocketException):
        connect(address, origin=origin)


def test_the_door_for_programs_is_shut(server, tried):
    """Streamlit can be driven over HTTP, where its operator asks for it; here nobody does."""
    for path in ("/_stcore/agent/interact", "/_stcore/agent/mcp", "/_stcore/metrics"):
        answer = get(server.url, path, "Content-Type: application/json", method="POST", body=b"{}")
        tried["inputs tried"] += 1
        assert answer.status in (400, 403, 404, 405), (path, answer.status, answer.body[:300])


UPLOAD = (
    b"--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f\"\r\n\r\n%s\r\n--b--\r\n"
)  # fmt: skip
MULTIPART = "Content-Type: multipart/form-data; boundary=b"


@pytest.fixture
def session(server):
    """A session, and the headers that prove to be its page."""
    caller = Caller(server.url).ask("", "your-data")
    cookie = get(server.url, "/_stcore/health").headers["set-cookie"].split(";")[0]
    token = cookie.partition("=")[2]
    yield caller.session, (f"Cookie: {cookie}", f"X-Xsrftoken: {token}")
    caller.close()


def test_an_upload_needs_a_session_and_its_token(server, tried, session):
    """Without either nothing is taken."""
    number, proof = session
    path = f"/_stcore/upload_file/{number}/1"
    body = UPLOAD % b"date,place\n2019-11-05,Hyesan"
    assert number
    refused = get(server.url, path, MULTIPART, method="PUT", body=body)
    stranger = get(
        server.url, "/_stcore/upload_file/x/1", MULTIPART, *proof, method="PUT", body=body
    )
    taken = get(server.url, path, MULTIPART, *proof, method="PUT", body=body)
    tried["inputs tried"] += 3
    assert (refused.status, stranger.status, taken.status) == (403, 400, 204)


@pytest.mark.parametrize("told", [True, False])
def test_an_upload_above_the_limit_is_cut_off(server, tried, session, told):
    """101 MiB, with and without saying so: 413, and the memory is as before."""
    number, proof = session
    before = server.memory()
    head = f"PUT /_stcore/upload_file/{number}/2 HTTP/1.1\r\nHost: x\r\n{MULTIPART}\r\n"
    head += "\r\n".join(proof) + "\r\nConnection: close\r\n"
    start, _, _ = UPLOAD.partition(b"%s")
    size = 106 << 20
    if told:
        request = head.encode() + b"Content-Length: %d\r\n\r\n" % size + start
    else:
        chunk = b"%x\r\n%s\r\n" % (1 << 20, b"x" * (1 << 20))
        request = head.encode() + b"Transfer-Encoding: chunked\r\n\r\n"
        request += b"%x\r\n%s\r\n" % (len(start), start) + chunk * 106
    answer = send(server.url, request)
    tried["inputs tried"] += 1
    assert answer.status in (413, 0)
    assert server.memory() < before + 60, "MB"
    assert is_alive(server.url)
