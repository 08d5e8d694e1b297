"""Reports as cards: where, in the order and the script of the language."""

import pytest

from incidents.almanac import read_calendar
from incidents.dataset import DATA
from incidents.selection import Selection
from incidents.store import open_store
from incidents.view import look
from incidents.words import speaking
from ui import cards

HYESAN = {
    "locality": "Songbong",
    "district": "Hyesan",
    "district_id": "KP-10-01",
    "province": "KP-10",
    "province_name": "Ryanggang",
}


@pytest.fixture(scope="module")
def hyesan():
    """The fuel seller of Hyesan, told on 13 November 2019 of the days since the 1st."""
    rows = look(open_store(DATA), Selection(id="NK00301"), read_calendar(DATA)).rows
    return cards.records(rows)[0]


@pytest.mark.parametrize(
    ("changes", "english", "korean"),
    [
        ({}, "Songbong, Hyesan, Ryanggang", "량강도 혜산시(Hyesan), Songbong"),
        (
            {"locality": "", "district": "Hyesan;Samjiyon", "district_id": "KP-10-01;KP-10-07"},
            "Hyesan, Samjiyon, Ryanggang",
            "량강도 혜산시(Hyesan), ",
        ),
        (
            {"locality": "", "district": "Sungho", "district_id": ""},
            "Sungho, Ryanggang",
            "량강도(Ryanggang), Sungho",
        ),
        (
            {"locality": "", "district": "", "district_id": ""},
            "Ryanggang",
            "량강도(Ryanggang)",
        ),
        (
            dict.fromkeys(HYESAN, ""),
            "no province named",
            "도가 밝혀지지 않음",
        ),
    ],
)
def test_a_place_is_said_from_fine_to_coarse_or_the_other_way_in_korean(changes, english, korean):
    """A district without a shape keeps the name it was written with."""
    row = HYESAN | changes
    assert cards.place(row) == english
    with speaking("ko"):
        assert cards.place(row).startswith(korean)


def test_a_card_says_its_days_in_words_and_not_in_signs(hyesan):
    """EDTF stands in the record and in the files alone."""
    drawn = cards.card(hyesan).replace("\\", "")
    assert "1–13 November 2019" in drawn and "2019-11-01" not in drawn
    with speaking("ko"):
        assert "2019년 11월 1∼13일" in cards.card(hyesan).replace("\\", "")
