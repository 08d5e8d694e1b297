"""The atlas as docs/hosting.md sets it up: its own command, nginx with TLS and a login."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import socket
import subprocess
import sys
import textwrap
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.serving import free_port

ROOT = Path(__file__).resolve().parents[2]
CONF = ROOT / "docs" / "nginx.conf"
UNIT = ROOT / "docs" / "crackdown-atlas.service"
PAGE = ROOT / "docs" / "hosting.md"
NO_NGINX = "no nginx found, so hosting was not tried; Debian: apt-get install nginx-light openssl"
PASS = "team=let-me-in"  # the cookie of somebody who has logged in
LONGEST = 60.0  # s until something must answer
WHOLE = """
daemon off;
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/error.log warn;
{user}
events {{}}
http {{
    include /etc/nginx/mime.types;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/atlas.conf;
}}
"""


@dataclass
class Hosted:
    """What runs: `url` of the atlas for readers, `app` the server behind, `plain` without TLS.

    `ports` are those of nginx (plain, tls), of the app and of the login service.
    """

    url: str
    app: str
    plain: str
    folder: Path
    ports: dict[str, int]

    @property
    def host(self) -> str:
        """Name and port that every request of a reader must go to."""
        return self.url.split("/")[2]


class Login(BaseHTTPRequestHandler):
    """A login service in small: knows who brings the cookie, shows a page to everybody else."""

    def do_GET(self) -> None:
        """Answer nginx's question, or show the page to log in on."""
        known = PASS in (self.headers.get("Cookie") or "")
        if self.path == "/oauth2/auth":
            self._answer(202 if known else 401, "")
        else:
            link = self.headers.get("X-Auth-Request-Redirect") or "/"
            self._answer(200, f"Log in to read {link}")

    def _answer(self, status: int, text: str) -> None:
        with suppress(ConnectionError):  # the reader has gone on
            self._send(status, text)

    def _send(self, status: int, text: str) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(text)))
        self.send_header("Content-Type", "text/plain")
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, *_: object) -> None:
        """Print nothing."""


class Logins(ThreadingHTTPServer):
    """Answers many questions at once: a page is more than a hundred files."""

    request_queue_size = 500


def command_of(unit: str) -> list[str]:
    """The words of the unit's ExecStart."""
    joined = unit.replace("\\\n", " ")
    return shlex.split(re.search(r"^ExecStart=(.*)$", joined, re.MULTILINE)[1])


def block(words: str) -> str:
    """The one indented block of docs/hosting.md with these words in it, as it is to be typed."""
    found = [
        one for one in re.findall(r"(?m)(?:^(?: {4}.*)?\n)+", PAGE.read_text()) if words in one
    ]
    (only,) = found
    return textwrap.dedent(only).strip() + "\n"


def filled(conf: str, folder: Path, ports: dict[str, int]) -> str:
    """docs/nginx.conf with the ports and paths of this machine in place of the example's.

    A value that stands there no more is a KeyError: the file and this test go together.
    """
    changes = {
        "listen 80;": f"listen 127.0.0.1:{ports['plain']};",
        "listen 443 ssl http2;": f"listen 127.0.0.1:{ports['tls']} ssl http2;",
        "server 127.0.0.1:8501;": f"server 127.0.0.1:{ports['app']};",
        "server 127.0.0.1:4180;": f"server 127.0.0.1:{ports['login']};",
        "server_name atlas.example.org;": "server_name localhost;",
        "/etc/ssl/atlas/": f"{folder}/",
        "/var/log/nginx/": f"{folder}/",
        "https://$host$request_uri": f"https://$host:{ports['tls']}$request_uri",
    }
    for old, new in changes.items():
        if old not in conf:
            raise KeyError(f"{CONF.name} has no {old!r} any more")
        conf = conf.replace(old, new)
    return conf


@pytest.fixture(scope="session")
def nginx() -> str:
    """Where nginx is; the test is skipped where it is not."""
    found = shutil.which("nginx", path=os.environ.get("PATH", "") + ":/usr/sbin")
    if not found or not shutil.which("openssl"):
        pytest.skip(NO_NGINX)
    return found


@pytest.fixture(scope="session")
def hosted(nginx: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hosted]:
    """The atlas under /atlas/ with TLS and a login, all on loopback, stopped at the end."""
    folder = tmp_path_factory.mktemp("hosted")
    ports = {name: free_port() for name in ("plain", "tls", "app")}
    with ExitStack() as running:
        login = Logins(("127.0.0.1", 0), Login)
        ports["login"] = login.server_port
        threading.Thread(target=login.serve_forever, daemon=True).start()
        running.callback(login.shutdown)
        make_certificate(folder)
        write_conf(folder, filled(CONF.read_text(), folder, ports))
        running.enter_context(run_app(ports["app"], folder))
        running.enter_context(started([nginx, "-c", f"{folder}/nginx.conf"], ports["tls"]))
        yield Hosted(
            f"https://localhost:{ports['tls']}/atlas",
            f"http://127.0.0.1:{ports['app']}/atlas",
            f"http://localhost:{ports['plain']}",
            folder,
            ports,
        )


def make_certificate(folder: Path) -> None:
    """Write a certificate for localhost that is signed by nobody but itself, and its key."""
    command = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost"
    files = ["-keyout", f"{folder}/privkey.pem", "-out", f"{folder}/fullchain.pem"]
    names = ["-addext", "subjectAltName=DNS:localhost"]
    subprocess.run([*command.split(), *files, *names], check=True, capture_output=True)


def write_conf(folder: Path, conf: str) -> None:
    """Write what nginx reads: the file of the atlas and the frame Debian has around it."""
    user = "user root;" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(WHOLE.format(folder=folder, user=user))
    (folder / "atlas.conf").write_text(conf)


@contextmanager
def run_app(port: int, folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """The command of the unit, with this Python, a free port and the name of this machine."""
    words = command_of(UNIT.read_text())
    words[words.index("8501")] = str(port)
    words[words.index("atlas.example.org")] = "localhost"
    environment = {
        "HOME": str(folder),
        "PATH": os.environ["PATH"],
        "PYTHONUNBUFFERED": "1",
        "ATLAS_WORKSPACE": f"{folder}/workspace",
    }
    with (folder / f"app-{port}.log").open("wb") as log:
        command = [sys.executable, "-m", "streamlit", *words[1:]]
        with started(command, port, log=log, cwd=ROOT, env=environment) as process:
            yield process


@contextmanager
def started(
    command: list[str], port: int, log: object = subprocess.DEVNULL, **how: object
) -> Iterator[subprocess.Popen[bytes]]:
    """Run a command until the block ends; it has begun when its port answers."""
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT, **how
    )
    try:
        _wait(port, process)
        yield process
    finally:
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.wait(10)
        process.kill()


def _wait(port: int, process: subprocess.Popen[bytes]) -> None:
    pause = threading.Event()
    for _ in range(int(LONGEST / 0.05)):
        if process.poll() is not None:
            break
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        pause.wait(0.05)
    raise RuntimeError(f"{' '.join(map(str, process.args))} does not answer on port {port}")
