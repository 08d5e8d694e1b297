"""Romanisation against published forms."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from geo.fold import split_suffix
from geo.romanize import letterwise, mccune_reischauer, press, revised, southern

NAMES = Path(__file__).resolve().parents[2] / "data" / "prk_adm2_names.csv"
# GeoNames' Hangul is wrong (회천), or its Latin lacks the marks or follows the northern spelling.
NOT_OURS = {"Hŭich’ŏn-si", "Chongpyong County", "Ŭllyul-gun", "Uiju County"}


@pytest.mark.parametrize(
    ("hangul", "spelled"),
    [
        ("청진", "cheongjin"),
        ("백암", "baegam"),
        ("락랑", "rangnang"),
        ("천리마", "cheollima"),
        ("철원", "cheorwon"),
        ("압록강", "amnokgang"),
        ("신라", "silla"),
        ("독립문", "dongnimmun"),
        ("왕십리", "wangsimni"),
        ("함경북", "hamgyeongbuk"),
    ],
)
def test_revised_romanization(hangul, spelled):
    """Forms as the rule of 2000 and its published examples have them."""
    assert revised(hangul) == spelled


def test_mccune_reischauer_gives_the_names_geonames_publishes():
    """195 of the 199 GeoNames rows with Hangul come out to the letter, marks included."""
    with NAMES.open(encoding="utf-8") as lines:
        rows = [row for row in csv.DictReader(lines) if row["hangul"]]
    wrong = {
        row["name"]
        for row in rows
        if mccune_reischauer(southern(split_suffix(row["hangul"])[0]))
        != split_suffix(row["name"])[0].lower().replace("’", "'")
    }
    assert wrong == NOT_OURS


def test_letter_by_letter_keeps_what_assimilation_changes():
    """Maps of the DPRK write Rangrim and Tongrim."""
    assert letterwise("랑림") == "rangrim"
    assert revised("동림") == "dongnim"
    assert letterwise("동림") == "dongrim"


@pytest.mark.parametrize(
    ("northern", "spelled"),
    [
        ("량강도", "양강도"),
        ("라선시", "나선시"),
        ("녕변군", "영변군"),
        ("룡천군", "용천군"),
        ("은률군", "은율군"),
        ("락랑구역", "낙랑구역"),
        ("천리마", "천리마"),
        ("남포시", "남포시"),
        ("", ""),
    ],
)
def test_southern_spelling(northern, spelled):
    """An initial ㄹ or ㄴ changes at the start of a name, and 률 after ㄴ."""
    assert southern(northern) == spelled


def test_press_habits():
    """Newspapers write u for 어, young for 영 and oi for 외."""
    assert {"onsong", "onsung"} <= set(press("온성"))
    assert {"hoiryong", "hweryong", "hoeryoung", "hoiryung"} <= set(press("회령"))
    assert "susong" not in set(press("서성", mixed=False))


def test_other_scripts_are_skipped():
    """Nothing is made of what is not Hangul."""
    assert revised("abc 123 😀") == ""
