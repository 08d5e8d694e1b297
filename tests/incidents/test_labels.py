"""Labels of codes: complete in both languages, and those of the data dictionary in English."""

import pytest

from incidents import labels, record
from incidents.almanac import read_calendar
from incidents.dataset import DATA
from incidents.words import speaking

CALENDAR = read_calendar(DATA)
TABLES = [
    (labels.event_type, record.EVENT_TYPES),
    (labels.agency, record.AGENCIES),
    (labels.date_precision, record.DATE_PRECISIONS),
    (labels.place_precision, record.PLACE_PRECISIONS),
    (labels.year_basis, record.YEAR_BASES),
    (labels.reported_on_basis, record.REPORTED_ON_BASES),
]


@pytest.mark.parametrize(("label", "table"), TABLES, ids=[label.__name__ for label, _ in TABLES])
def test_every_code_has_its_label_in_both_languages(label, table):
    """The English one is that of the data dictionary, the Korean one another."""
    assert {code: label(code) for code in table} == dict(table)
    with speaking("ko"):
        assert all(label(code) not in (code, table[code]) for code in table)


def test_kinds_and_confidences_of_the_calendar_are_labelled():
    """Every code that the occasions, campaigns and run-ups use."""
    kinds = {one.kind for one in (*CALENDAR.occasions.values(), *CALENDAR.campaigns.values())}
    with speaking("ko"):
        assert not {labels.kind(code) for code in kinds} & kinds
        assert {labels.confidence(one.confidence) for one in CALENDAR.runups} == {
            "높음",
            "보통",
            "낮음",
        }
        assert {labels.runup_basis(one.basis) for one in CALENDAR.runups} == {
            "공식 선포",
            "보도된 관행",
        }


def test_a_place_is_said_in_both_scripts_and_with_its_province():
    """The script of the language first."""
    assert labels.province("KP-10") == "Ryanggang (량강도)"
    assert labels.district_of("KP-10-01") == "Hyesan (혜산시), Ryanggang"
    with speaking("ko"):
        assert labels.province("KP-10") == "량강도(Ryanggang)"
        assert labels.district_of("KP-10-01") == "량강도 혜산시(Hyesan)"
        assert labels.province_name("KP-10") == "량강도"
        assert labels.district_name("KP-10-01") == "혜산시"


def test_a_city_that_is_province_and_district_is_said_once_in_korean():
    """평양시, not 평양시 평양시."""
    from geo.places import districts

    code = next(d.id for d in districts().values() if d.name == "Pyongyang")
    with speaking("ko"):
        assert labels.district_of(code) == "평양시(Pyongyang)"


def test_a_period_is_said_in_both_scripts():
    """A name in one language only is said as it is."""
    occasion = CALENDAR.occasions["day_of_security"]
    assert labels.occasion(occasion) == occasion.label
    assert labels.period("spa_election_2019", CALENDAR).startswith("14th Supreme")
    with speaking("ko"):
        assert labels.occasion(occasion).startswith("보안절 · Day of Security")
        assert labels.short_name(CALENDAR.occasions["republic_foundation_day"]) == "공화국 창건일"


@pytest.mark.parametrize("code", ["", "arest", "KP-99"])
def test_a_code_that_is_not_known_is_shown_as_it_is(code):
    """Data of a reader's own may hold any; an empty one stays empty."""
    with speaking("ko"):
        for label in (labels.event_type, labels.agency, labels.province, labels.district_of):
            assert label(code) == code
        assert labels.period(code, CALENDAR) == code
