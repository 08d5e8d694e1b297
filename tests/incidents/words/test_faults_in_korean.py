"""Whatever is wrong with a file, a store or a link, a Korean reader is told so in Korean."""

from __future__ import annotations

import re
from importlib import import_module
from string import Formatter

import pytest

from incidents.words import speaking
from tests.incidents.words import spoiled_data

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
        yield spoiled_data.everything(tmp_path_factory.mktemp("spoiled"), patch)


def test_no_fault_of_a_data_file_is_told_in_english(of_data):
    """Rows, cells, sidecars, places, rates, changes and versions."""
    assert [sentence for sentence in of_data if told_in_english(sentence)] == []


@pytest.mark.parametrize("part", ["data_files", "sidecar_faults"])
def test_the_walk_meets_every_fault_of_a_data_file(of_data, part):
    """An entry nobody meets is one nobody has looked at."""
    assert unmet(part, of_data) == set()
