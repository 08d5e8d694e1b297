"""Every engine with the same rows: a PostgreSQL of the tests' own, one Spark, files, memory."""

import csv
import os
import pwd
import shutil
import subprocess
import tempfile
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import quote

import pytest

from incidents import few, record
from incidents.dataset import DATA
from incidents.reading import read_incidents
from incidents.store import store_of
from incidents.stores.loading import load
from incidents.stores.opening import store_at
from tests.serving import free_port

PASSWORD = "s3cret of the tests/@%"
NO_SERVER = "no PostgreSQL server found; install one (Debian: apt-get install postgresql)"
NO_PSYCOPG = "psycopg is missing; pip install -r requirements-postgresql.txt"
NO_PYSPARK = "pyspark is missing; pip install -r requirements-spark.txt"
NO_JAVA = "Spark needs Java 17 or 21 (Debian: apt-get install default-jre-headless)"
ENGINES = ("duckdb", "parquet", "postgresql", "spark")
# Texts that a careless engine would read as a pattern, a quote, a variable or the end of the data.
HOSTILE = (
    "100% sure", "fifty%50", "a_b under_score", "back\\slash \\n \\u0041", "it's O'Neill",
    'say "quoted" words', "${env:HOME} $1 ${HOME}", "'; DROP TABLE incidents; --", "\\.\nlast",
    "line\none\r\ntwo\tthree", "혜산시 압록강", "혜산", "Ch’ŏngjin", "ÀÉß İstanbul ﬁre",
    "𝔘nicode 🚓", "{brace,comma}", "NULL", "\\N", "a\u0301bc", "zero\u200bwidth", "%s %(x)s {}",
    "ｆｕｌｌ width", "/* comment */ -- note", "`tick` \"\"", "\uffff end",
)  # fmt: skip
IDS = ("a1", "A1", "B1", "b1", "a-1", "a.1", "a_x", "A10", "A9", "Zz")  # other orders elsewhere


@pytest.fixture(scope="session")
def rows_file(tmp_path_factory):
    """The embedded incidents and one for each hostile text, as a CSV of our columns."""
    path = tmp_path_factory.mktemp("rows") / "rows.csv"
    with (DATA / "incidents.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    rows += [_hostile(number, text, rows[number]) for number, text in enumerate(HOSTILE)]
    write_csv(path, rows)
    return path


def _hostile(number, text, like):
    """A row that lies where and when another does, with a text in one of the searched columns."""
    name = IDS[number] if number < len(IDS) else f"Q{number}"
    where = record.SEARCHED[number % len(record.SEARCHED)]
    texts = {} if where in ("district",) else {where: text}
    return {**like, "id": name, "title": text, "note": text, "bribe_amount": "0.1", **texts}


def write_csv(path, rows):
    """Write rows as a CSV of our columns."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(record.COLUMNS), extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)


class Server:
    """A PostgreSQL on a loopback port, with a cluster that is thrown away."""

    def __init__(self, tools):
        self.tools = tools
        self.folder = Path(tempfile.mkdtemp(prefix="atlas-postgresql-"))
        self.port = free_port()
        (self.folder / "password").write_text(PASSWORD)
        if self.account:
            for path in (self.folder, self.folder / "password"):
                shutil.chown(path, self.account)
        # Text in the order of a language, so that whoever relies on the order of bytes must say so.
        language = ["--locale-provider=icu", "--icu-locale=en-US", "--locale=C.UTF-8"]
        self.run("initdb", "-A", "scram-sha-256", "-U", "atlas", "-E", "UTF8", "--no-sync",
                 f"--pwfile={self.folder}/password", *language)  # fmt: skip

    @property
    def account(self):
        """Who runs it: PostgreSQL refuses root."""
        if os.geteuid():
            return None
        known = {user.pw_name for user in pwd.getpwall()}
        return next(name for name in ("postgres", "nobody") if name in known)

    def command(self, tool, *arguments):
        """The command line of a tool of PostgreSQL; it ends when the tests do, however they end."""
        account = [f"--reuid={self.account}", "--clear-groups"] if self.account else []
        switch = ["setpriv", "--pdeathsig=INT", *account, "--"] if shutil.which("setpriv") else []
        return [*switch, str(self.tools / tool), *arguments]

    def run(self, tool, *arguments):
        """Run a tool of PostgreSQL over the cluster."""
        done = subprocess.run(
            self.command(tool, "-D", str(self.folder / "data"), *arguments),
            cwd=self.folder, stdin=subprocess.DEVNULL, capture_output=True, text=True,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr

    def start(self):
        """Start the server and wait until it takes questions."""
        options = f"-p {self.port} -h 127.0.0.1 -k  -F".split(" ")
        asked = self.command("postgres", "-D", str(self.folder / "data"), *options)
        log = (self.folder / "log").open("a")
        self.process = subprocess.Popen(
            asked, cwd=self.folder, stdin=subprocess.DEVNULL, stdout=log, stderr=log
        )
        ready = [str(self.tools / "pg_isready"), "-q", "-h", "127.0.0.1", "-p", str(self.port)]
        while subprocess.run(ready).returncode:
            assert self.process.poll() is None, (self.folder / "log").read_text()

    def stop(self, mode="immediate"):
        """Stop the server; immediate is as if it had crashed."""
        self.run("pg_ctl", "-w", "-m", mode, "stop")
        self.process.wait()

    def url(self, database="postgres", user="atlas", password=PASSWORD):
        """The address of a database."""
        return f"postgresql://{user}:{quote(password, '')}@127.0.0.1:{self.port}/{database}"

    def execute(self, sql, database="postgres"):
        """Run SQL as the owner and return its rows, if it has any."""
        import psycopg

        with psycopg.connect(self.url(database), autocommit=True) as connection:
            found = connection.execute(sql)
            return found.fetchall() if found.description else []


@pytest.fixture(scope="session")
def server():
    """A running PostgreSQL; tests are skipped where there is none to run."""
    if find_spec("psycopg") is None:
        pytest.skip(NO_PSYCOPG)
    found = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    on_path = shutil.which("initdb")
    found += [Path(on_path).resolve().parent] if on_path else []
    if not found:
        pytest.skip(NO_SERVER)
    running = Server(found[0])
    running.start()
    yield running
    running.stop()
    shutil.rmtree(running.folder)


@pytest.fixture(scope="session")
def spark():
    """Say where Spark runs, and stop it at the end; tests are skipped where it cannot run."""
    if find_spec("pyspark") is None:
        pytest.skip(NO_PYSPARK)
    if not shutil.which("java"):
        pytest.skip(NO_JAVA)
    quick = "--driver-java-options '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC' pyspark-shell"
    os.environ["PYSPARK_SUBMIT_ARGS"] = quick
    yield "local[2]"
    from pyspark.sql import SparkSession

    running = SparkSession.getActiveSession()
    if running:
        running.stop()


@pytest.fixture(scope="session")
def addresses(tmp_path_factory, request):
    """Where the store of an engine lies: ``addresses("spark", "rows")``."""
    folder = tmp_path_factory.mktemp("stores")

    def address(engine, name):
        if engine == "duckdb":
            return str(folder / f"{name}.duckdb")
        if engine == "postgresql":
            server = request.getfixturevalue("server")
            if not server.execute(f"SELECT 1 FROM pg_database WHERE datname = '{name}'"):  # noqa: S608
                server.execute(f"CREATE DATABASE {name}")
            return server.url(name)
        master = request.getfixturevalue("spark") + ":" if engine == "spark" else ""
        return f"{master}{folder / name}-{engine}"

    return address


@pytest.fixture(autouse=True)
def engines_asked(monkeypatch):
    """However few the rows of a test are: what is tried here are the questions to the engines."""
    monkeypatch.setattr(few, "MOST", 0)


@pytest.fixture(scope="session")
def stores(addresses, rows_file):
    """The loaded store of an engine, the same one each time: ``stores("spark")``."""
    known = {"memory": store_of(read_incidents(rows_file), "0" * 64)}

    def store(engine):
        if engine not in known:
            where = addresses(engine, "rows")
            faults = []
            load(rows_file, where, faults.append)
            assert faults == []
            known[engine] = store_at(where)
        return known[engine]

    return store
