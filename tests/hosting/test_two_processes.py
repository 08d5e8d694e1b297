"""Two processes behind nginx, by the block of docs/hosting.md: a reader stays with one of them."""

from __future__ import annotations

import re
from contextlib import ExitStack
from http.cookies import SimpleCookie

import pytest
from websockets.sync.client import connect

from tests.hosting.conftest import (
    CONF,
    PASS,
    block,
    filled,
    free_port,
    run_app,
    started,
    write_conf,
)
from tests.hosting.test_proxy import TRUSTING, ask
from tests.soak.asked import Asked
from tests.soak.saved import ids_in
from tests.soak.visitor import Visitor

# Other rows for each: a file's address follows from what is in it.
ASKED = (Asked(province=("KP-10",)), Asked(province=("KP-09",)))
MOST = 60  # readers by lot until both processes have one: all the same once in 10 ** 17 times


def for_two(conf):
    """docs/nginx.conf with the changes that the page asks for."""
    conf, upstreams = re.subn(r"(?m)^upstream atlas \{\n(?: .*\n)+\}\n", "", conf)
    conf = block("upstream atlas_one") + conf.replace(
        "proxy_pass http://atlas;", "proxy_pass http://$atlas;"
    )
    last = "    add_header X-Content-Type-Options    $atlas_types       always;\n"
    assert (upstreams, conf.count(last)) == (1, 1)
    return conf.replace(last, last + block("add_header Set-Cookie"))


@pytest.fixture(scope="module")
def pair(hosted, nginx, tmp_path_factory):
    """The address of both for readers, and the second of them; the first is the hosted one."""
    folder = tmp_path_factory.mktemp("pair")
    ports = hosted.ports | {name: free_port() for name in ("tls", "plain", "second")}
    conf = for_two(CONF.read_text()).replace("127.0.0.1:8502", f"127.0.0.1:{ports['second']}")
    write_conf(folder, filled(conf, folder, ports))
    for name in ("fullchain.pem", "privkey.pem"):
        (folder / name).write_bytes((hosted.folder / name).read_bytes())
    with ExitStack() as running:
        second = running.enter_context(run_app(ports["second"], folder))
        running.enter_context(started([nginx, "-c", f"{folder}/nginx.conf"], ports["tls"]))
        yield f"https://localhost:{ports['tls']}/atlas", second


def come(url):
    """Open the page as a browser does that knows nothing yet; the cookie it is given."""
    status, pairs, _ = ask(url + "/", {"Cookie": PASS})
    assert status == 200
    given = SimpleCookie("; ".join(text for name, text in pairs if name == "set-cookie"))
    cookie = given["atlas_process"]
    assert (cookie["path"], cookie["secure"], cookie["httponly"]) == ("/atlas/", True, True)
    return f"atlas_process={cookie.value}"


def both(url):
    """A cookie of each process, drawn by lot."""
    drawn = set()
    for _ in range(MOST):
        drawn.add(come(url))
        if len(drawn) == 2:
            break
    return sorted(drawn)


def visit(url, cookie, asked):
    """A reader with a cookie who has opened the page."""
    through = {"ssl": TRUSTING, "additional_headers": {"Cookie": f"{PASS}; {cookie}"}}
    address, origin = f"{url.replace('http', 'ws', 1)}/_stcore/stream", url.removesuffix("/atlas")
    socket = connect(address, origin=origin, max_size=None, **through)
    reader = Visitor(socket, query=asked.link())
    reader.ask()
    return reader


def test_page_socket_and_download_of_a_reader_reach_one_process(pair):
    """Each is served whole by the process drawn; the other knows nothing of its files."""
    url, _ = pair
    cookies = both(url)
    assert cookies == ["atlas_process=atlas_one", "atlas_process=atlas_two"]
    for cookie, other, asked in zip(cookies, cookies[::-1], ASKED, strict=True):
        reader = visit(url, cookie, asked)
        assert reader.rows_in("en") == len(asked.ids())
        path = reader.press("download_csv")
        status, pairs, file = ask(url + path, {"Cookie": f"{PASS}; {cookie}"})
        assert (status, ids_in("csv", file)) == (200, asked.ids())
        assert "set-cookie" not in dict(pairs)
        assert ask(url + path, {"Cookie": f"{PASS}; {other}"})[0] == 404
        reader.close()


def test_when_one_ends_the_others_notice_nothing(pair):
    """Its own readers wait until it is back; whoever has the other reads on."""
    url, second = pair
    reader = visit(url, "atlas_process=atlas_one", ASKED[0])
    second.terminate()
    second.wait()
    assert ask(url + "/", {"Cookie": f"{PASS}; atlas_process=atlas_two"})[0] == 502
    reader.ask()
    assert reader.rows_in("en") == len(ASKED[0].ids())
    reader.close()
