"""Spark itself: one for the process, started when first needed and again when it has died."""

from __future__ import annotations

import os
import shutil
import tempfile
import threading
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from incidents.faults import StoreLost
from incidents.words import say

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

INSTALL = "pip install -r requirements-spark.txt"
JAVA = "apt-get install default-jre-headless"
# What a question means must not depend on how a cluster is set up: no words of a reader are taken
# for variables, and a day is a day.
MEANING = {
    "spark.app.name": "crackdown-atlas",
    "spark.log.level": "ERROR",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.variable.substitute": "false",
    "spark.sql.parser.escapedStringLiterals": "false",
    "spark.sql.ansi.enabled": "true",
    "spark.sql.ansi.doubleQuotedIdentifiers": "false",
    "spark.ui.showConsoleProgress": "false",
}
PRIVATE = {"spark.ui.enabled": "false"}  # a page on port 4040 that shows every question
ALONE = {  # on one machine: nothing listens but on the loopback, and small answers stay small
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.sql.shuffle.partitions": "4",
    "spark.sql.warehouse.dir": str(Path(tempfile.gettempdir()) / "crackdown-atlas-spark"),
}
KNOCK = 5_000  # ms until a master is taken for one that does not answer
_lock = threading.Lock()
_started: list[SparkSession] = []


class NoMaster(OSError):
    """No master of the cluster answers; Java is well, and is kept for the next question."""


def check_installed(shown: str) -> None:
    """Raise StoreLost, which says what to install, unless pyspark and Java are there."""
    from importlib.util import find_spec

    if find_spec("pyspark") is None:
        told = {"store": shown, "package": "pyspark", "command": INSTALL}
        raise StoreLost(say("store_faults.needs_package", **told))
    home = os.environ.get("JAVA_HOME", "")
    if not shutil.which("java") and not Path(home, "bin", "java").is_file():
        raise StoreLost(say("store_faults.needs_java", store=shown, command=JAVA))


def session(master: str) -> SparkSession:
    """Return a session of its own in the Spark of this process; the first master is for all."""
    from py4j.protocol import Py4JError

    with _lock:
        try:
            return _running(master).newSession()
        except NoMaster:
            raise
        except (Py4JError, OSError):
            _forget()
            return _running(master).newSession()


def _running(master: str) -> SparkSession:
    if not _started:
        _started.append(_start(master))
    return _started[0]


def _start(master: str) -> SparkSession:
    from pyspark.sql import SparkSession

    _knock(master)
    building = SparkSession.builder.master(master)
    settings = MEANING | PRIVATE | (ALONE if master.startswith("local") else {})
    for name, value in settings.items():
        building = building.config(name, value)
    return building.getOrCreate()


def _knock(master: str) -> None:
    """Raise NoMaster unless one of a cluster answers: Spark itself would try for minutes."""
    from pyspark import SparkContext

    hosts = master.removeprefix("spark://").split(",") if master.startswith("spark://") else []
    if hosts:
        private: Any = SparkContext
        private._ensure_initialized()
        if not any(_answers(private._jvm.java.net, host) for host in hosts):
            raise NoMaster(f"Nothing answers at {master}")


def _answers(net: Any, host: str) -> bool:
    """Return whether a host:port takes a connection; it is Spark's Java that asks, not we."""
    from py4j.protocol import Py4JJavaError

    name, _, port = host.rpartition(":")
    with suppress(Py4JJavaError, ValueError), closing(net.Socket()) as line:  # the latter: no port
        line.connect(net.InetSocketAddress(name.strip("[]"), int(port)), KNOCK)
        return True
    return False


def _forget() -> None:
    """Let go of a Spark whose Java has died, so that the next question starts another."""
    from pyspark import SparkContext
    from pyspark.sql import SparkSession

    _started.clear()
    private: Any = SparkContext
    private._active_spark_context = private._gateway = private._jvm = None
    session: Any = SparkSession
    session._instantiatedSession = None
