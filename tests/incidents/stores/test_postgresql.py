"""PostgreSQL: who may read, what is said when it is gone, and that it is found again."""

import sys
import threading
import traceback
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from incidents.almanac import read_calendar
from incidents.dataset import DATA
from incidents.faults import DataFaults, QuestionStopped, StoreLost
from incidents.selection import Selection
from incidents.stores import layout
from incidents.stores.loading import load
from incidents.stores.making_up import synthesize
from incidents.stores.opening import store_at
from incidents.stores.postgresql import door, open_engine, open_target
from incidents.view import look

CALENDAR = read_calendar(DATA)
PASSWORD = "s3cret"
ENDLESS = "SELECT count(*) FROM generate_series(1, 1000000000000)"


@pytest.fixture
def url(stores, addresses):
    """The address of a loaded store."""
    stores("postgresql")
    return addresses("postgresql", "rows")


@pytest.fixture
def own(addresses, server, rows_file):
    """The address of a loaded store that a test may spoil."""
    where = addresses("postgresql", "own")
    load(rows_file, where, lambda fault: None)
    yield where
    server.execute("DROP DATABASE own WITH (FORCE)")


def lost(work):
    """The sentence of a StoreLost, and all that a log would hold of it."""
    with pytest.raises(StoreLost) as found:
        work()
    error = found.value
    return str(error), "".join(traceback.format_exception(error)) + repr(error)


def count(engine):
    return engine.ask("SELECT count(*) FROM incidents", {}).fetchall()[0][0]


@pytest.mark.parametrize("mode", ["fast", "immediate"])
def test_a_server_that_stops_is_told_in_one_sentence_and_found_again(mode, url, server):
    """The same open store answers before and after; in between one sentence without a password."""
    view = look(store_at(url), Selection(years=(2019,)), CALENDAR)
    before = list(view.rows["id"])
    server.stop(mode)
    try:
        said, logged = lost(lambda: list(view.page(0, 5)["id"]))
        assert "cannot be reached now" in said and "\n" not in said
        assert str(server.port) in said and "atlas@" in said
        assert "s3cret" not in logged and "%2F" not in logged
        assert lost(lambda: store_at(url))[0].endswith("correct the address of the store.")
    finally:
        server.start()
    assert list(view.page(0, 500)["id"]) == before


def test_a_server_that_stops_in_the_middle_of_an_answer_is_told_too(url, server):
    """The question ends with the sentence, and the next one is answered."""
    engine = open_engine(url)
    rows = count(engine)
    stopping = threading.Timer(0.3, server.stop, ["fast"])
    stopping.start()
    said, _ = lost(lambda: engine.ask(ENDLESS, {}).fetchall())
    stopping.join()
    server.start()
    assert "cannot be reached now" in said
    assert count(engine) == rows


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"password": "wr0ng"}, "does not take that user or password"),
        ({"user": "nobody_known", "password": "wr0ng"}, "does not take that user or password"),
        ({"database": "none"}, "has no such database"),
    ],
)
def test_who_is_not_let_in_is_told_why(changes, reason, server):
    """The reason in plain words, and never the password."""
    said, logged = lost(lambda: open_engine(server.url(**changes)).edition())
    assert reason in said
    assert "wr0ng" not in logged and "s3cret" not in logged


@pytest.mark.parametrize(
    "given",
    [
        "postgresql://ann:s3cret@127.0.0.1:1/atlas",
        "postgresql://ann:s3%cret@127.0.0.1/atlas",
        "postgresql://ann:s3cret@127.0.0.1/atlas?nonsense=s3cret",
        "postgresql://ann:x@s3cret@127.0.0.1:1/atlas",
        "postgresql://127.0.0.1:1/atlas?user=ann&password=s3cret",
        "postgresql://ann:s3cret@127.0.0.1:port/atlas",
        "postgresql://ann:s3cret/x@127.0.0.1:1/atlas",
        "postgresql://ann:s3cret@[::1/atlas",
        "postgresql://ann:s3cret#x@127.0.0.1:1/atlas",
    ],
)
def test_no_address_that_cannot_be_used_tells_its_password(given, server):
    """Whatever is wrong with it: one sentence, without what stands where a password may stand."""
    said, logged = lost(lambda: open_engine(given).edition())
    assert "cret" not in logged and "\n" not in said


def test_questions_cannot_change_anything(url):
    """The server itself refuses whatever is no question."""
    from psycopg.errors import ReadOnlySqlTransaction

    engine = open_engine(url)
    rows = count(engine)
    for sql in ("DELETE FROM incidents", "CREATE TABLE x (y int)", "DROP TABLE incidents"):
        with pytest.raises(ReadOnlySqlTransaction):
            engine.ask(sql, {}).fetchall()
    assert count(engine) == rows


def test_a_question_nobody_waits_for_is_stopped_and_the_next_is_not(url, server):
    """Stopped at work, before it began, and too late: each time only that one question."""
    engine = open_engine(url)
    rows, cancels = count(engine), []
    asked = engine.ask(ENDLESS, {}, cancels.append)
    threading.Timer(0.3, lambda: cancels[0]()).start()
    with pytest.raises(QuestionStopped):
        asked.fetchall()
    at_work = "SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%generate_series(1, 1000%'"
    assert server.execute(at_work + " AND state = 'active' AND pid <> pg_backend_pid()") == [(0,)]
    early = engine.ask(ENDLESS, {}, cancels.append)
    cancels[1]()
    with pytest.raises(QuestionStopped):
        early.df()
    late = engine.ask("SELECT 1", {}, cancels.append)
    assert late.fetchall() == [(1,)]
    cancels[2]()
    assert count(engine) == rows


def test_a_question_that_takes_too_long_ends_by_itself(url, monkeypatch):
    """The server gives up, and the sentence says what to do."""
    quick = door.READING.replace(f"'{door.LONGEST}s'", "'200ms'")
    monkeypatch.setattr("incidents.stores.postgresql.pool.READING", quick)
    engine = open_engine(url)
    assert "had no answer within" in lost(lambda: engine.ask(ENDLESS, {}).fetchall())[0]


def test_many_readers_ask_at_once_and_each_gets_their_own_answer(url):
    """Small tables of one name and other content, from sixteen threads over eight connections."""
    engine = open_engine(url)
    sql = "SELECT sum(interval) AS s, count(*) AS n FROM hits"

    def ask(number):
        hits = {"hits": {"interval": np.arange(number, dtype=np.int32)}}
        return engine.ask(sql, hits).fetchall()

    with ThreadPoolExecutor(16) as readers:
        found = list(readers.map(ask, range(1, 80)))
    assert found == [[(n * (n - 1) // 2, n)] for n in range(1, 80)]


def test_an_empty_small_table_and_a_question_that_begins_with_with():
    """Both keep their types and names; the small table comes first."""
    from incidents.stores.postgresql.asking import with_relations

    none = {"hits": {"interval": np.array([], dtype=np.int32), "inside": np.array([], bool)}}
    sql, parameters = with_relations('WITH "x" AS (SELECT 1) SELECT * FROM "x"', none)
    assert sql.startswith('WITH "hits" AS (') and sql.endswith(
        '), "x" AS (SELECT 1) SELECT * FROM "x"'
    )
    assert parameters == ["{}", "{}"]


def test_a_page_is_not_looked_for_from_the_first_row_on(url):
    """The limit is hidden from the planner, not from the answer; a text like one stays a text."""
    engine = open_engine(url)
    rows = engine.table("incidents")
    sql = engine.write(rows.order_by("position").select("position").limit(3, offset=40))
    assert sql.endswith(" LIMIT (SELECT 3) OFFSET 40")
    assert engine.ask(sql, {}).fetchall() == [(40,), (41,), (42,)]
    assert "LIMIT 3'" in engine.write(rows.filter(rows.title == "x LIMIT 3"))


def test_readers_see_the_old_rows_until_the_new_are_whole(own):
    """A load that is being filled changes nothing; thrown away, it leaves nothing."""
    engine = open_engine(own)
    rows, edition, target = count(engine), engine.edition(), open_target(own)
    batch = next(target.held(100))
    target.fill("incidents", as_reader(batch))
    assert (count(engine), engine.edition()) == (rows, edition)
    target.discard()
    assert engine.ask("SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'crackdown%'",
                      {}).fetchall() == [(1,)]  # fmt: skip
    assert sum(part.num_rows for part in open_target(own).held(100)) == rows


def as_reader(batch):
    import pyarrow as pa

    return pa.RecordBatchReader.from_batches(batch.schema, [batch])


def test_two_loads_do_not_mix(own):
    """The second is told to wait, and spoils nothing."""
    first, second = open_target(own), open_target(own)
    assert first.holds_rows()
    assert "being filled by another load" in lost(second.holds_rows)[0]
    second.discard()
    first.discard()
    assert second.holds_rows()


def test_a_load_that_breaks_off_leaves_the_store_and_can_be_begun_again(own, rows_file):
    """An error in the middle of a table is the caller's; the next load does not meet its rest."""
    import pyarrow as pa

    target = open_target(own)
    batch = next(target.held(100))

    def broken():
        yield batch
        raise RuntimeError("the disk is gone")

    with pytest.raises(RuntimeError, match="the disk is gone"):
        target.fill("incidents", pa.RecordBatchReader.from_batches(batch.schema, broken()))
    target.discard()
    before = store_at(own).version
    assert load(rows_file, own, lambda fault: None)["version"] == before


def test_those_who_could_read_the_old_rows_can_read_the_new(own, server, rows_file):
    """A role that only reads keeps its right over a load, and has no other."""
    server.execute('DROP ROLE IF EXISTS "the reader\'s"')
    server.execute("CREATE ROLE \"the reader's\" LOGIN PASSWORD 'pw'")
    reading = server.url("own", "the%20reader's", "pw")
    assert "holds no incidents" in lost(lambda: count(open_engine(reading)))[0]
    server.execute('GRANT USAGE ON SCHEMA crackdown_atlas TO "the reader\'s"', "own")
    server.execute('GRANT SELECT ON ALL TABLES IN SCHEMA crackdown_atlas TO "the reader\'s"', "own")
    rows = count(open_engine(reading))
    load(rows_file, own, lambda fault: None)
    assert count(open_engine(reading)) == rows
    empty = as_reader(next(open_target(own).held(1)))
    said, _ = lost(lambda: open_target(reading).fill("incidents", empty))
    assert "does not let this user do that" in said


def test_a_view_of_others_is_not_dropped_with_the_old_rows(own, server, rows_file):
    """The load says so, the view stays, and after the view has gone loading works again."""
    server.execute("CREATE VIEW public.mine AS SELECT id FROM crackdown_atlas.incidents", "own")
    said, _ = lost(lambda: load(rows_file, own, lambda fault: None))
    assert "crackdown_atlas_old" in said
    assert server.execute("SELECT count(*) > 500 FROM public.mine", "own") == [(True,)]
    server.execute("DROP VIEW public.mine", "own")
    assert load(rows_file, own, lambda fault: None)["replaced"] > 500


def test_made_up_rows_never_join_real_ones(own):
    """The refusal names the store, and not its password; the real rows stay."""
    rows = count(open_engine(own))
    with pytest.raises(DataFaults) as found:
        synthesize(5, own, seed=1)
    assert "holds real reports" in str(found.value) and "s3cret" not in str(found.value)
    assert count(open_engine(own)) == rows


def test_an_empty_database_says_how_to_fill_it(server, addresses):
    """Nothing was loaded yet."""
    where = addresses("postgresql", "empty")
    said, logged = lost(lambda: store_at(where))
    assert "python -m incidents load FILE" in said and "s3cret" not in logged
    assert lost(lambda: count(open_engine(where)))[0].startswith("The store postgresql://atlas@")


def test_the_tables_have_the_layout_and_its_indexes(url, server):
    """Each column of its kind, each index of the layout on its own column."""
    engine = open_engine(url)
    assert {name: engine.describe(name) for name in layout.TABLES} == layout.TABLES
    assert engine.describe("no'such\"table") == {}
    found = server.execute(
        "SELECT tablename, indexdef FROM pg_indexes WHERE schemaname = 'crackdown_atlas'", "rows"
    )
    columns = {(table, sql.rpartition("(")[2].rstrip(")").strip('"')) for table, sql in found}
    assert columns == {(table, c) for table, named in layout.INDEXES.items() for c in named}


def test_without_the_package_the_sentence_says_what_to_install(monkeypatch):
    """The app starts without psycopg; only such a store needs it."""
    monkeypatch.setitem(sys.modules, "psycopg", None)
    given = f"postgresql://ann:{PASSWORD}@db/atlas"
    said, logged = lost(lambda: open_engine(given))
    assert "pip install -r requirements-postgresql.txt" in said and PASSWORD not in logged
