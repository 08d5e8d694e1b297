"""The files of docs/ for hosting: their own programs read them, and they say what the docs say."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
UNIT = (DOCS / "crackdown-atlas.service").read_text()
CONF = (DOCS / "nginx.conf").read_text()
PAGE = (DOCS / "hosting.md").read_text()
ANALYZE = "no systemd-analyze found, so the unit was not read; Debian: apt-get install systemd"


def test_nginx_takes_the_file(nginx, hosted):
    """`nginx -t` finds no fault in it and warns of nothing."""
    command = [nginx, "-t", "-c", f"{hosted.folder}/nginx.conf"]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stderr
    assert "test is successful" in told
    assert "warn" not in told


def test_systemd_takes_the_unit(tmp_path):
    """`systemd-analyze verify` says nothing, with this Python for the one that is not here."""
    if not shutil.which("systemd-analyze"):
        pytest.skip(ANALYZE)
    unit = tmp_path / "crackdown-atlas.service"
    unit.write_text(UNIT.replace("/opt/crackdown-atlas/.venv/bin/streamlit", sys.executable))
    command = ["systemd-analyze", "verify", "--man=no", str(unit)]
    told = subprocess.run(command, capture_output=True, text=True)
    assert (told.returncode, told.stdout + told.stderr) == (0, "")


def test_the_service_may_do_little():
    """systemd's own judgement of how much the service could do if it were taken over."""
    if not shutil.which("systemd-analyze"):
        pytest.skip(ANALYZE)
    command = ["systemd-analyze", "security", "--offline=true", "--no-pager"]
    told = subprocess.run(
        [*command, "--threshold=20", str(DOCS / "crackdown-atlas.service")],
        capture_output=True,
        text=True,
    )
    assert told.returncode == 0, told.stdout


def test_the_proxy_takes_uploads_as_large_as_the_app_does():
    """One MB more than server.maxUploadSize, for the form around the file."""
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text())
    most = settings["server"]["maxUploadSize"]
    assert f"client_max_body_size {most + 1}m;" in CONF


def test_unit_proxy_and_page_speak_of_one_server():
    """Name, port and path are the same wherever they stand."""
    assert "--server.baseUrlPath atlas" in UNIT and "location /atlas/ {" in CONF
    assert "--server.port 8501" in UNIT and "server 127.0.0.1:8501;" in CONF
    assert "--server.allowedHosts atlas.example.org" in UNIT
    assert "server_name atlas.example.org;" in CONF


def test_the_page_names_nothing_that_is_not_there():
    """Every file of the repository that the page links to exists, every module it runs too."""
    for name in re.findall(r"\]\(([^)#:]+)\)", PAGE):
        assert (DOCS / name).exists(), name
    for module in re.findall(r"python -m ([\w.]+)", PAGE):
        assert find_spec(module), module
