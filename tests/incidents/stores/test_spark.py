"""Spark: what is said when its folder, its package or Java is gone, and that it comes back."""

import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from incidents.faults import QuestionStopped, StoreLost
from incidents.stores import layout
from incidents.stores.spark import open_engine

ENDLESS = "SELECT count(*) AS n FROM range(1000000000000000) WHERE sqrt(id) < 0"


@pytest.fixture
def where(stores, addresses):
    """The address of a loaded store."""
    stores("spark")
    return addresses("spark", "rows")


def lost(work):
    with pytest.raises(StoreLost) as found:
        work()
    return str(found.value)


def count(engine):
    return engine.ask("SELECT count(*) AS n FROM incidents", {}).fetchall()[0][0]


def test_a_folder_that_goes_away_is_told_and_found_again(where):
    """One sentence with the way out; the same engine answers when the folder is back."""
    engine = open_engine(where)
    rows = count(engine)
    folder = Path(where.partition(":")[2])
    away = folder.rename(folder.with_name("away"))
    try:
        said = lost(lambda: count(engine))
        assert "python -m incidents load FILE" in said and "\n" not in said
        assert (engine.edition(), engine.describe("incidents")) == ("", {})
    finally:
        away.rename(folder)
    assert count(engine) == rows


def test_the_tables_have_the_layout(where):
    """Each column of its kind."""
    engine = open_engine(where)
    assert {name: engine.describe(name) for name in layout.TABLES} == layout.TABLES


def test_a_question_nobody_waits_for_is_stopped_and_the_next_is_not(where):
    """Stopped at work, before it began, and too late: each time only that one question."""
    engine = open_engine(where)
    rows, cancels = count(engine), []
    asked = engine.ask(ENDLESS, {}, cancels.append)
    threading.Timer(2, lambda: cancels[0]()).start()
    with pytest.raises(QuestionStopped):
        asked.fetchall()
    early = engine.ask(ENDLESS, {}, cancels.append)
    cancels[1]()
    with pytest.raises(QuestionStopped):
        early.df()
    late = engine.ask("SELECT 1 AS one", {}, cancels.append)
    assert late.fetchall() == [(1,)]
    cancels[2]()
    assert count(engine) == rows


def test_readers_with_small_tables_of_one_name_do_not_mix(where):
    """Other content under the same name, from four threads."""
    engine = open_engine(where)

    def ask(number):
        hits = {"hits": {"interval": np.arange(number, dtype=np.int32)}}
        return engine.ask("SELECT sum(interval) AS s, count(*) AS n FROM hits", hits).fetchall()

    with ThreadPoolExecutor(4) as readers:
        found = list(readers.map(ask, range(1, 13)))
    assert found == [[(n * (n - 1) // 2, n)] for n in range(1, 13)]


def test_an_offset_is_of_the_order_that_was_asked_for(where):
    """Written as Spark's own OFFSET, not as rows numbered in no order."""
    engine = open_engine(where)
    rows = engine.table("incidents")
    sql = engine.write(rows.order_by("position").select("position").limit(3, offset=40))
    assert "OFFSET 40" in sql and "ROW_NUMBER" not in sql
    assert engine.ask(sql, {}).fetchall() == [(40,), (41,), (42,)]


def test_without_the_package_the_sentence_says_what_to_install(monkeypatch):
    """The app starts without pyspark; only such a store needs it."""
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    assert "pip install -r requirements-spark.txt" in lost(lambda: open_engine("local[*]:folder"))


def test_without_java_the_sentence_says_what_to_install(monkeypatch, tmp_path, spark):
    """pyspark is there, Java is not."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    assert "default-jre-headless" in lost(lambda: open_engine("local[*]:folder"))


def test_a_spark_that_dies_is_told_and_started_again(where):
    """Java is killed under it: one sentence, then the next question starts it anew."""
    from pyspark import SparkContext

    engine = open_engine(where)
    rows = count(engine)
    java = SparkContext._gateway.proc
    java.kill()
    java.wait()
    assert "\n" not in lost(lambda: count(engine))
    assert count(engine) == rows
