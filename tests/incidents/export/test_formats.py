"""The table of formats: every one writes all rows, and is named in ways a reader can use."""

from __future__ import annotations

from dataclasses import replace

import pytest

from incidents.export import FORMATS, LOSSES, About, export, file_name

KEYS = [
    "csv", "csv-excel", "xlsx", "geojson", "gpkg", "kml", "parquet", "bundle", "acled", "ucdp",
]  # fmt: skip
TEXT = {"csv", "csv-excel", "geojson", "kml", "acled", "ucdp"}


def test_the_formats_are_these():
    """Ten formats, six of them text, each with what it cannot carry."""
    assert list(FORMATS) == KEYS
    assert {key for key, one in FORMATS.items() if one.text} == TEXT
    assert list(LOSSES) == KEYS
    assert all(LOSSES.values())


@pytest.mark.parametrize("format", KEYS)
def test_every_format_writes_the_rows(rows, about, format):
    """Something is written, the same each time, and text formats are UTF-8."""
    content = export(rows, format, about)
    assert content == export(rows, format, about)
    if format in TEXT:
        assert "NK00005" in content.decode("utf-8")


@pytest.mark.parametrize("format", KEYS)
def test_every_format_writes_no_rows(no_rows, format):
    """A view that shows nothing can be exported."""
    assert export(no_rows, format, About())


def test_unknown_format_lists_the_others(rows, about):
    """A wrong name is answered with the right ones."""
    with pytest.raises(ValueError, match="Unknown format 'xls'; choose one of csv, csv-excel, xl"):
        export(rows, "xls", about)
    with pytest.raises(ValueError, match="Unknown format 'xls'"):
        file_name("xls", about)


def test_a_manifest_that_miscounts_is_refused(rows, about):
    """The number of rows said and the number written cannot differ."""
    with pytest.raises(ValueError, match="says 5 rows and there are 6"):
        export(rows, "csv", replace(about, row_count=5))


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("", "crackdown-atlas_all_8-rows.csv"),
        (
            "period=day_of_security&before=18&years=2019&province=KP-10",
            "crackdown-atlas_day-of-security_2019_KP-10_8-rows.csv",
        ),
        ("years=2017&years=2015&years=2016", "crackdown-atlas_2015-2017_8-rows.csv"),
        (
            "from=2019-11-01&to=2019-11-30&dates=within",
            "crackdown-atlas_from-2019-11-01_to-2019-11-30_within_8-rows.csv",
        ),
        ("text=%EB%B3%B4%EC%95%88", "crackdown-atlas_all_8-rows.csv"),
        ("text=../../etc/passwd%00;rm", "crackdown-atlas_etc-passwd-rm_8-rows.csv"),
    ],
)
def test_file_names_are_readable(query, name):
    """A name says period, years, place and rows in plain ASCII."""
    assert file_name("csv", About(query=query, row_count=8)) == name


def test_file_names_tell_formats_apart(about):
    """No two formats of one view overwrite each other."""
    names = [file_name(format, about) for format in KEYS]
    assert len(set(names)) == len(KEYS)
    assert names[7] == "crackdown-atlas_day-of-security_2019_KP-10_6-rows_bundle.zip"


def test_long_queries_make_short_names_that_differ():
    """A name stays within 100 characters; two long views still have two names."""
    queries = ["&".join(f"district=KP-10-{n:02}" for n in range(top)) for top in (30, 31)]
    names = [file_name("csv-excel", About(query=one, row_count=12_345)) for one in queries]
    assert all(len(one) <= 100 and one.isascii() for one in names)
    assert names[0] != names[1]
    assert names[0].endswith("_12345-rows_excel.csv")
