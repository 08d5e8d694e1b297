"""A Spark cluster on this machine: a master and a worker out of the pyspark package."""

import os
import pickle
import socket
import subprocess
import sys
import threading
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import pytest

from tests.incidents.stores.test_contract import same, told
from tests.serving import free_port

ROOT = Path(__file__).resolve().parents[3]
LONGEST = 600  # s until a Java must answer; a few on a machine that has nothing else to do
QUESTIONS = range(2)  # of the contract: a dozen each, for rows, counts, intervals and pages
QUICK = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
SETTINGS = f"""
spark.executor.extraJavaOptions {QUICK}
spark.executor.memory 512m
spark.sql.shuffle.partitions 4
"""
ASK = """
import pickle, sys
from incidents.stores.opening import store_at
from tests.incidents.stores.test_contract import told
store = store_at(sys.argv[1])
found = [told(store, int(number)) for number in sys.argv[3:]]
from pyspark import SparkContext
running = SparkContext._active_spark_context
found.append((running.master, running.uiWebUrl))
open(sys.argv[2], "wb").write(pickle.dumps(found))
"""


@pytest.fixture(scope="module")
def cluster(spark, tmp_path_factory):
    """The address of a master with one worker, and the environment of who asks them."""
    import pyspark

    folder, home = tmp_path_factory.mktemp("cluster"), Path(pyspark.__file__).parent
    (folder / "spark-defaults.conf").write_text(SETTINGS)
    environment = os.environ | {
        "SPARK_HOME": str(home),
        "SPARK_CONF_DIR": str(folder),
        "SPARK_LOCAL_IP": "127.0.0.1",
        "SPARK_DAEMON_JAVA_OPTS": QUICK,
        "SPARK_DAEMON_MEMORY": "256m",
    }
    port = free_port()
    master = f"spark://127.0.0.1:{port}"
    deploy = [str(home / "bin" / "spark-class"), "org.apache.spark.deploy"]
    here = ["--host", "127.0.0.1", "--webui-port", "0"]
    with ExitStack() as running:
        words = [deploy[0], f"{deploy[1]}.master.Master", *here, "--port", str(port)]
        wait_for(port, running.enter_context(started(words, environment, folder)))
        limits = ["--cores", "2", "--memory", "1g", "--work-dir", str(folder / "work")]
        words = [deploy[0], f"{deploy[1]}.worker.Worker", *here, *limits, master]
        running.enter_context(started(words, environment, folder))
        yield master, environment


@contextmanager
def started(words, environment, folder):
    """Run a command until the block ends."""
    with (folder / "log").open("ab") as log:
        process = subprocess.Popen(words, env=environment, stdout=log, stderr=log)
    try:
        yield process
    finally:
        process.terminate()
        process.wait()


def wait_for(port, process):
    """Return when a port answers."""
    pause = threading.Event()
    while process.poll() is None:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        pause.wait(0.05)
    raise RuntimeError("the master ended by itself")


def run(environment, *words):
    """Run this Python at the root of the repository."""
    return subprocess.run(
        [sys.executable, *map(str, words)],
        cwd=ROOT, env=environment, timeout=LONGEST, capture_output=True, text=True,
    )  # fmt: skip


def test_a_cluster_gives_the_answers_of_duckdb(cluster, stores, rows_file, tmp_path):
    """Loaded by the project's own command; every part of each answer is that of a .duckdb file."""
    (master, environment), answers = cluster, tmp_path / "answers"
    where = f"{master}{tmp_path}/archive"
    loaded = run(environment, "-m", "incidents", "load", rows_file, where)
    assert loaded.returncode == 0, loaded.stderr
    asked = run(environment, "-c", ASK, where, answers, *QUESTIONS)
    assert asked.returncode == 0, asked.stderr
    *found, (by, page) = pickle.loads(answers.read_bytes())
    assert by == master
    assert page is None, "every question could be read on a page of Spark's own"
    for number, one in zip(QUESTIONS, found, strict=True):
        other = told(stores("duckdb"), number)
        assert [part for part in other if not same(one[part], other[part])] == []
    assert any(one["rows"] for one in found)


def test_a_master_that_does_not_answer_is_told(spark):
    """One sentence and exit code 2, not minutes of trying; a full store is not called empty."""
    where = f"spark://127.0.0.1:{free_port()}/data/archive"
    asked = run(os.environ, "-m", "incidents", "count", "", "--store", where)
    assert (asked.returncode, asked.stdout) == (2, "")
    assert f"The store {where} cannot be read now" in asked.stderr
    assert "holds no incidents" not in asked.stderr
