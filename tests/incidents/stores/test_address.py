"""An address of a store, read."""

import pytest

from incidents.faults import StoreLost
from incidents.stores.address import read


@pytest.mark.parametrize(
    ("given", "kind", "where", "master"),
    [
        ("", "embedded", "", ""),
        ("  ", "embedded", "", ""),
        ("big.duckdb", "duckdb", "big.duckdb", ""),
        ("/data/archive", "parquet", "/data/archive", ""),
        ("./archive/", "parquet", "./archive/", ""),
        ("postgresql://ann@db:5432/atlas", "postgresql", "postgresql://ann@db:5432/atlas", ""),
        ("local[*]:archive", "spark", "archive", "local[*]"),
        ("spark+local[2]:/data/archive", "spark", "/data/archive", "local[2]"),
        ("spark://host:7077/data/archive", "spark", "/data/archive", "spark://host:7077"),
    ],
)
def test_each_form_names_its_engine(given, kind, where, master):
    """The form alone decides; nothing is opened."""
    found = read(given)
    assert (found.kind, found.where, found.master) == (kind, where, master)


@pytest.mark.parametrize("given", ["local[*]", "spark://host:7077", "mysql://x/y", "rows.csv"])
def test_an_address_of_no_store_is_told_with_the_forms(given):
    """The sentence names what was given and what can be."""
    with pytest.raises(StoreLost, match="give a .duckdb file") as told:
        read(given)
    assert given in str(told.value)


def test_no_password_is_ever_told():
    """Neither as the address shown nor in the sentence for one that cannot be read."""
    assert read("postgresql://ann:s3cret@db/atlas").shown == "postgresql://ann@db/atlas"
    with pytest.raises(StoreLost) as told:
        read("mysql://ann:s3cret@db/atlas")
    assert "s3cret" not in str(told.value)
