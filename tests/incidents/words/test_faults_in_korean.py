"""Whatever is wrong with a file, a store or a link, a Korean reader is told so in Korean."""

from __future__ import annotations

import re
from importlib import import_module
from string import Formatter

import pytest

from incidents.why import why
from incidents.words import speaking
from tests.incidents.words import spoiled_data, spoiled_sheets

DATA = re.compile(  # what stays as it is: quoted values, lists of codes, names of files, commands
    r"'[^']*'|\"[^\"]*\"|\[.*\]|\{.*\}|python -m [\w. ]+FILE \S+|[\w.-]+\.(?:csv|geojson|yaml)"
    r"|(?:\w+, )+\w+"
)
ENGLISH = re.compile(r"[A-Za-z]{2,}[,;:]? +[a-z]{2,}[a-z]* ")


def told_in_english(sentence: str) -> bool:
    """Whether words of English stand in a row that is no value of the data.

    >>> told_in_english("x.csv 2번째 줄: date '13 of May': 날짜가 아닙니다(no such day exists).")
    True
    >>> told_in_english("x.csv 2번째 줄: date '13 of May': 날짜가 아닙니다.")
    False
    """
    bare = DATA.sub("", sentence)
    return not re.search("[가-힣]", bare) or bool(ENGLISH.search(bare + " "))


def unmet(part: str, sentences: list[str]) -> set[str]:
    """The entries of a part that none of the sentences holds."""
    words = import_module(f"incidents.words.{part}").WORDS
    return {
        entry
        for entry, (_, korean) in words.items()
        if not any(re.search(_pattern(korean), sentence, re.S) for sentence in sentences)
    }


def _pattern(template: str) -> str:
    parts = Formatter().parse(template)
    return "".join(re.escape(text) + ("" if name is None else r".*") for text, name, _, _ in parts)


@pytest.fixture(scope="module")
def of_data(tmp_path_factory):
    """What is said in Korean of data files spoiled in every way."""
    with pytest.MonkeyPatch.context() as patch, speaking("ko"):
        return spoiled_data.everything(tmp_path_factory.mktemp("spoiled"), patch)


def test_no_fault_of_a_data_file_is_told_in_english(of_data):
    """Rows, cells, sidecars, places, rates, changes and versions."""
    assert [sentence for sentence in of_data if told_in_english(sentence)] == []


@pytest.mark.parametrize("part", ["data_files", "sidecar_faults"])
def test_the_walk_meets_every_fault_of_a_data_file(of_data, part):
    """An entry nobody meets is one nobody has looked at."""
    assert unmet(part, of_data) == set()


@pytest.fixture(scope="module")
def of_rows():
    """What is said in Korean of sheets with every kind of bad cell."""
    with speaking("ko"):
        return list(spoiled_sheets.of_rows())


def test_no_fault_of_a_row_is_told_in_english(of_rows):
    """Dates, places, points, codes, numbers, links, ids, and lines that are no rows."""
    assert [sentence for sentence in of_rows if told_in_english(sentence)] == []


@pytest.mark.parametrize(
    ("part", "most"), [("row_faults", 7), ("date_faults", 12), ("place_faults", 8)]
)
def test_the_walk_meets_nearly_every_fault_of_a_row(of_rows, part, most):
    """The rest needs an order of dates, a mapping or a choice of its own."""
    assert len(unmet(part, of_rows)) <= most


def test_no_parser_speaks_english_to_a_korean_reader():
    """Each file that is cut or altered; only names of formats stay as they are."""
    with speaking("ko"):
        told = list(spoiled_sheets.of_broken())
    assert [sentence for sentence in told if told_in_english(sentence)] == []


@pytest.mark.parametrize(
    ("fault", "english", "korean"),
    [
        (OSError(28, "No space left on device"), "the disk is full", "디스크가 가득 찼습니다"),
        (OSError(95, "Operation not supported"), "the system says", "시스템 오류"),
        (RuntimeError("sqlite3: database or disk is full"), "disk is full", "가득 찼습니다"),
        (ValueError("Catalog: Table with name meta does not exist!"), "'meta'", "'meta' 항목이"),
        (OSError("Could not set lock on file: Conflicting lock is held"), "another", "다른"),
        (RecursionError("maximum recursion depth"), "nested too deeply", "너무 깊이"),
        (KeyError("whatever a library says"), "says KeyError", "오류 KeyError"),
    ],
)
def test_what_a_library_says_is_told_in_our_words(fault, english, korean):
    """By its number, by what it holds, or by its name where nothing else is known."""
    assert english in why(fault)
    with speaking("ko"):
        assert korean in why(fault)
