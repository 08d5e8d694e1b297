"""Sentences about a reader's file: kept as key and values, said in the language of the moment."""

from __future__ import annotations

import re

import pytest

from incidents.intake import IntakeError, check
from incidents.intake.dates import DateFault, read_date
from incidents.intake.faults import Fault
from incidents.intake.said import Label, Several, to_say
from incidents.intake.template import to_xlsx_template
from incidents.words import speaking

SHEET = (
    "date,place,province,district,title,lat,lon\n"
    "2019-11-31,,Ryanggang,Hyesan,t,,\n"
    "2019-11-13,,North Hamgyong,Hyesan,t,,\n"
    "2019-11-13,,,Unsan,t,,\n"
    "2019-11-13,,Ryanggang,Hyesan,t,39,125.7\n"
)


def whys(report) -> list[str]:
    """What the report says of its rows now."""
    return [fault.why for _, fault in report.faults if fault.field not in ("outlet", "source_url")]


def test_a_kept_fault_speaks_the_language_of_whoever_reads_it():
    """One report, read in English, in Korean, in English again."""
    report = check(SHEET.encode())
    before = whys(report)
    with speaking("ko"):
        korean = whys(report)
    assert before[0] == "2019-11 has no day 31. Write it as 2019-11-13 or 2019-11-01/2019-11-13."
    assert korean[0].startswith("2019년 11월에는 31일이 없습니다.")
    assert [why for why in korean if not re.search("[가-힣]", why)] == []
    assert whys(report) == before


def test_places_in_a_sentence_change_their_script_with_it():
    """The point of row 4 lies in Pyongyang, not in Hyesan."""
    fault = next(f for row, f in check(SHEET.encode()).faults if row == 4 and f.field != "title"
                 and f.field == "coordinates")  # fmt: skip
    assert fault.why == (
        "The point lies in Pyongyang, not within 3 km of Hyesan; the name was taken."
    )
    with speaking("ko"):
        assert fault.why == (
            "좌표는 평양시에 있어 혜산시와 3km 넘게 떨어져 있습니다. 이름을 따랐습니다."
        )


def test_a_name_in_another_province_is_told_in_both_languages():
    """Hyesan is no district of North Hamgyong."""
    fault = next(f for row, f in check(SHEET.encode()).faults if row == 2)
    assert fault.why == (
        "Hyesan (혜산시), Ryanggang; not in North Hamgyong (함경북도). "
        "The row stays at its province."
    )
    with speaking("ko"):
        assert fault.why.startswith("량강도 혜산시(Hyesan)에 있는 곳이며 다음 도에는 없습니다:")


@pytest.mark.parametrize(
    ("data", "english", "korean"),
    [
        (b"", "The file is empty.", "파일이 비어 있습니다."),
        (b"%PDF-1.4 \x00", "a PDF", "PDF 파일입니다."),
        (
            b"a,a\n1,2\n",
            "names 'a' twice (columns 1 and 2)",
            "'a' 열이 두 번 있습니다(1번째와 2번째)",
        ),
    ],
)
def test_a_file_that_cannot_be_read_is_told_in_both_languages(data, english, korean):
    """The same exception says the one and the other."""
    with pytest.raises(IntakeError) as caught:
        check(data)
    assert english in str(caught.value)
    with speaking("ko"):
        assert korean in str(caught.value)


def test_a_date_that_is_none_is_told_in_both_languages():
    """05/11/2019 has two readings."""
    with pytest.raises(DateFault) as caught:
        read_date("05/11/2019")
    assert str(caught.value).startswith("It may be 2019-11-05 or 2019-05-11.")
    with speaking("ko"):
        assert str(caught.value).startswith("2019-11-05일 수도 있고 2019-05-11일 수도 있습니다.")


def test_several_sentences_are_one_reason():
    """Joined when said; the first letter large if asked for."""
    both = Several((to_say("date_faults.about"), to_say("place_faults.point_taken")), capital=True)
    assert Fault("date", "x", "y", both).why == ("Given as about that time. Its point was taken.")
    assert str(Several((Label("province_name", "KP-10"), "x"), ", ")) == "Ryanggang, x"


def test_data_stay_english_whatever_is_spoken():
    """The note of a row, the codes of the report and the template are data."""
    sheet = b"date,type,title\n2019-11-13,raid,t\n"
    with speaking("ko"):
        report = check(sheet)
        assert report.incidents["note"].tolist() == ["Type as given: raid."]
        assert [line["status"] for line in report.lines()][0] == "repaired"
        assert report.to_csv().decode("utf-8-sig").startswith("row,status,faults,date,type,title")
        korean = to_xlsx_template()
    assert len(korean) == len(to_xlsx_template())
