"""Fold keys, rule by rule."""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path

import pytest

from geo.fold import fold, is_hangul, split_suffix, strip_marks

NAMES = Path(__file__).resolve().parents[2] / "data" / "prk_adm2_names.csv"


@pytest.mark.parametrize(
    ("rule", "left", "right"),
    [
        ("marks go", "Onsŏng", "Onsong"),
        ("typographic apostrophes go", "Ch’ongjin", "Chongjin"),
        ("plain apostrophes go", "Manp'o", "Manpo"),
        ("hyphens go", "Ham-hung", "Hamhung"),
        ("spaces go", "Kim Chaek", "Kimchaek"),
        ("case goes", "HYESAN", "Hyesan"),
        ("eo is o", "Onseong", "Onsong"),
        ("eu is u", "Hamheung", "Hamhung"),
        ("ui is i", "Huichon", "Hichon"),
        ("eui is ui is i", "Sineuiju", "Siniju"),
        ("sh is s", "Shinuiju", "Sinuiju"),
        ("ph is p", "Manpho", "Manpo"),
        ("th is t", "Thongchon", "Tongchon"),
        ("kh is k", "Khowon", "Kowon"),
        ("ch is j", "Chasong", "Jasong"),
        ("k is g", "Kapsan", "Gapsan"),
        ("p is b", "Pochon", "Bochon"),
        ("d is t", "Tanchon", "Danchon"),
        ("l is r", "Leewon", "Reewon"),
        ("initial r before y goes", "Ryanggang", "Yanggang"),
        ("initial r before i goes", "Riwon", "Iwon"),
        ("initial n before y goes", "Nyongbyon", "Yongbyon"),
        ("any other initial r is n", "Rajin", "Najin"),
        ("doubled letters become single", "Junggang", "Jungang"),
        ("oo is u", "Moosan", "Musan"),
        ("woo is u", "Woonhung", "Unhung"),
        ("ee is i", "Heechon", "Hichon"),
        ("full width letters are letters", "Ｈｙｅｓａｎ", "Hyesan"),
    ],
)
def test_spellings_that_a_rule_makes_equal(rule, left, right):
    """Each rule brings its two spellings to one key."""
    assert fold(left) == fold(right), rule


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Hamgyong", "Hamhung"),
        ("Kaesong", "Kusong"),
        ("Unsan", "Wonsan"),
        ("Woonsan", "Wonsan"),
        ("Phyongan", "Phyonggang"),
        ("Sunchon", "Sonchon"),
        ("Kosong", "Kosan"),
        ("Jagang", "Janggang"),
        ("Nampo", "Yampo"),
    ],
)
def test_spellings_that_stay_apart(left, right):
    """No rule brings different places of these names together."""
    assert fold(left) != fold(right)


def test_a_key_by_hand():
    """Ch'ŏngjin is jonkjin: ch to j, the apostrophe and mark go, g to k."""
    assert fold("Ch’ŏngjin-si".removesuffix("-si")) == "jonkjin"


def test_the_201_names_collide_twice_only():
    """Without unit suffix only Unsan/Ŭnsan and Unjŏn/Ŭnch'ŏn share a key."""
    places = defaultdict(set)
    with NAMES.open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    for row in rows:
        places[fold(split_suffix(row["name"])[0])].add(row["geonames_id"])
    assert len(rows) == 201
    assert {key for key, ids in places.items() if len(ids) > 1} == {"unsan", "unjon"}


@pytest.mark.parametrize(
    ("text", "bare", "category"),
    [
        ("Hyesan-si", "Hyesan", "city"),
        ("Hyesan City", "Hyesan", "city"),
        ("Nampo Special City", "Nampo", "city"),
        ("Onsong-gun", "Onsong", "county"),
        ("Yodŏk-kun", "Yodŏk", "county"),
        ("Musan County", "Musan", "county"),
        ("Sunan-guyok", "Sunan", "district"),
        ("Samsŏk-kuyŏk", "Samsŏk", "district"),
        ("Sudong-gu", "Sudong", "district"),
        ("Sudong-ku", "Sudong", "district"),
        ("Unjong Dist.", "Unjong", "district"),
        ("Sunam District", "Sunam", "district"),
        ("Ryanggang-do", "Ryanggang", "province"),
        ("Ryanggang Province", "Ryanggang", "province"),
        ("혜산시", "혜산", "city"),
        ("온성군", "온성", "county"),
        ("순안구역", "순안", "district"),
        ("수동구", "수동", "district"),
        ("금호지구", "금호", "district"),
        ("량강도", "량강", "province"),
        ("Changdo", "Changdo", None),
        ("Waudo", "Waudo", None),
        ("Sijung", "Sijung", None),
        ("Hyesansi", "Hyesansi", None),
        ("시", "시", None),
        ("", "", None),
    ],
)
def test_unit_suffixes_go_only_where_set_apart(text, bare, category):
    """A suffix needs a hyphen, a space or Hangul before it counts as one."""
    assert split_suffix(text) == (bare, category)


def test_hangul_keeps_whole_when_marks_are_stripped():
    """Syllables are not left in pieces."""
    assert strip_marks("Hyesŏn 혜산") == "Hyeson 혜산"
    assert is_hangul("Hyesan 혜산") and not is_hangul("Hyesan")
