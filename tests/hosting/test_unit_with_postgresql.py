"""The unit with a store of the team: what systemd would run, with what it would be given."""

from __future__ import annotations

import csv
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.hosting.conftest import ROOT, UNIT, command_of, free_port, started
from tests.hosting.test_files import ANALYZE
from tests.incidents.stores import conftest as stores
from tests.soak.asked import Asked
from tests.soak.visitor import Visitor

server = stores.server  # a PostgreSQL of the tests' own
PROGRAM = "/opt/crackdown-atlas"
SYSTEMD_GIVES = {"PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin", "LANG": "C.UTF-8"}
RYANGGANG = Asked(province=("KP-10",))


@pytest.fixture(scope="module")
def store(server, tmp_path_factory):
    """A database with the rows of one province, its address for an account that only reads."""
    rows = tmp_path_factory.mktemp("rows") / "rows.csv"
    with (ROOT / "data" / "incidents.csv").open(encoding="utf-8", newline="") as all_rows:
        found = [row for row in csv.DictReader(all_rows) if row["province"] == "KP-10"]
    stores.write_csv(rows, found)
    server.execute("CREATE DATABASE atlas")
    command = [sys.executable, "-m", "incidents", "load", str(rows), server.url("atlas")]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    server.execute("CREATE ROLE reader LOGIN PASSWORD 'of the reader'")
    server.execute("GRANT pg_read_all_data TO reader")
    return server, server.url("atlas", "reader", "of the reader")


@pytest.fixture
def unit(tmp_path, store):
    """The unit with the paths, the port and the name of this machine, and its file of settings."""
    settings = tmp_path / "crackdown-atlas.env"
    settings.write_text(f"# a store of the team\nATLAS_STORE={store[1]}\n")
    (tmp_path / "state").mkdir()
    text = UNIT.read_text()
    for old, new in {
        "/etc/crackdown-atlas.env": str(settings),
        "/var/lib/crackdown-atlas": str(tmp_path / "state"),
        f"{PROGRAM}/.venv/bin/streamlit": str(Path(sys.executable).with_name("streamlit")),
        PROGRAM: str(ROOT),
        "--server.port 8501": f"--server.port {free_port()}",
        "atlas.example.org": "127.0.0.1",
    }.items():
        assert old in text, f"{UNIT.name} has no {old} any more"
        text = text.replace(old, new)
    path = tmp_path / "crackdown-atlas.service"
    path.write_text(text)
    return path


def values(text, key):
    """What a key of a unit is given, each time it stands there."""
    return re.findall(rf"(?m)^{key}=(.*)$", text.replace("\\\n", " "))


def environment_of(text):
    """What systemd puts into the environment: its own, then Environment, then EnvironmentFile."""
    pairs = [one for line in values(text, "Environment") for one in shlex.split(line)]
    for name in values(text, "EnvironmentFile"):
        lines = Path(name.removeprefix("-")).read_text().splitlines()
        pairs += [line for line in lines if line and line[0] not in "#;"]
    return SYSTEMD_GIVES | dict(pair.split("=", 1) for pair in pairs)


def test_systemd_takes_the_unit_with_its_settings(unit):
    """`systemd-analyze verify` says nothing of the very file that is run below."""
    if not shutil.which("systemd-analyze"):
        pytest.skip(ANALYZE)
    told = subprocess.run(["systemd-analyze", "verify", "--man=no", str(unit)], capture_output=True)
    assert (told.returncode, told.stdout + told.stderr) == (0, b"")


def test_the_unit_shows_the_store_that_its_settings_name(unit, store, tmp_path):
    """Its command in its folder with its environment: the database's rows, and nothing written."""
    text, (server, _) = unit.read_text(), store
    (folder,), (mask,) = values(text, "WorkingDirectory"), values(text, "UMask")
    command = command_of(text)
    port = command[command.index("--server.port") + 1]
    how = {"cwd": folder, "env": environment_of(text), "umask": int(mask, 8)}
    with started(command, int(port), **how):
        reader = Visitor.open(f"http://127.0.0.1:{port}/atlas", "")
        assert reader.rows_in("en") == len(RYANGGANG.ids())
        users = "SELECT DISTINCT usename FROM pg_stat_activity WHERE datname = 'atlas'"
        assert server.execute(users) == [("reader",)]
        reader.close()
    assert list((tmp_path / "state").iterdir()) == []
