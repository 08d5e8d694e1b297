"""What the command store says of a store, whole and harmed."""

import duckdb
import pytest

from incidents.faults import StoreLost
from incidents.stores.describing import describe
from incidents.stores.loading import load


@pytest.fixture
def path(six, tmp_path):
    six.to_csv(tmp_path / "six.csv", index=False)
    load(tmp_path / "six.csv", str(tmp_path / "s.duckdb"), print)
    return str(tmp_path / "s.duckdb")


def harm(path, sql):
    with duckdb.connect(path) as connection:
        connection.execute(sql)


def test_a_store_as_loaded_fits(path):
    """Rows, span, outlets and version; no fault."""
    found = describe(path)
    assert found["fits"] and found["faults"] == [] and found["engine"].startswith("DuckDB")
    assert (found["rows"], found["outlets"], found["synthetic"]) == (6, 4, 0)
    assert (found["first"], found["last"]) == ("2018-12-30", "2020-02-29")
    assert len(found["version"]) == 64


@pytest.mark.parametrize(
    ("sql", "told"),
    [
        ("UPDATE incidents SET event_type = 'arest' WHERE id = 'A2'", "did you mean 'arrest'"),
        ("UPDATE incidents SET agency = 'MPS;XYZ' WHERE id = 'A2'", "agency 'XYZ' is not known"),
        ("UPDATE incidents SET id = 'A1' WHERE id = 'A2'", "1 rows have an id that is there twice"),
        ("DELETE FROM incidents WHERE id = 'A2'", "5 rows, but meta says 6"),
        ("UPDATE incidents SET date_end = '2000-01-01' WHERE id = 'A2'", "1 rows have a date_end"),
        ("ALTER TABLE counts RENAME COLUMN n TO m", "counts: no column n"),
        ("ALTER TABLE places ALTER place TYPE BIGINT", "place is large, not whole"),
    ],
)
def test_each_harm_is_a_sentence(path, sql, told):
    """Changed by hand after the load: what is wrong, and that it does not fit."""
    harm(path, sql)
    found = describe(path)
    assert not found["fits"] and told in " ".join(found["faults"])


def test_what_is_no_store_is_told(path):
    """A table taken away, and another layout."""
    harm(path, "UPDATE meta SET value = '\"0\"' WHERE key = 'layout'")
    with pytest.raises(StoreLost, match="another version of the atlas"):
        describe(path)
    harm(path, "DROP TABLE counts")
    with pytest.raises(StoreLost, match="no store of the atlas"):
        describe(path)
