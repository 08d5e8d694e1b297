"""Reports as cards: where, in the order and the script of the language."""

import pytest

from incidents.words import speaking
from ui import cards

HYESAN = {
    "locality": "Songbong",
    "district": "Hyesan",
    "district_id": "KP-10-01",
    "province": "KP-10",
    "province_name": "Ryanggang",
}


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
