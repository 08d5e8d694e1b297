"""Names the data files do not carry: renames, kuyok without a shape, press and province forms.

Source unless a line says otherwise: general knowledge of the country's divisions as public
encyclopedias and the press give them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rename:
    """An earlier name of a district; `first`..`last` are the years it was in use, if known."""

    district: str
    name: str
    hangul: str
    first: int | None
    last: int | None


@dataclass(frozen=True, slots=True)
class Kuyok:
    """A city district drawn inside its city's shape; `bare` = known well enough on its own."""

    city: str
    name: str
    hangul: str
    bare: bool = False


RENAMES = (
    Rename("KP-09-08", "Saebyol", "새별군", 1977, 2005),
    Rename("KP-09-06", "Undok", "은덕군", 1977, 2005),
    Rename("KP-10-05", "Sinpha", "신파군", None, 1981),
    Rename("KP-10-04", "Huchang", "후창군", None, 1988),
    Rename("KP-10-03", "Phungsan", "풍산군", None, 1990),
    Rename("KP-09-05", "Songjin", "성진시", None, 1951),
    Rename("KP-09-11", "Hwasong", "화성군", None, None),
    Rename("KP-08-09", "Yonghung", "영흥군", None, 1977),
    Rename("KP-08-20", "Oro", "오로군", None, 1981),
    Rename("KP-08-12", "Thoejo", "퇴조군", None, 1982),
)

KUYOK = (
    Kuyok("KP-09-01", "Chongam", "청암구역"),
    Kuyok("KP-09-01", "Phohang", "포항구역"),
    Kuyok("KP-09-01", "Puyun", "부윤구역"),
    Kuyok("KP-09-01", "Ranam", "라남구역", bare=True),
    Kuyok("KP-09-01", "Sinam", "신암구역"),
    Kuyok("KP-09-01", "Songphyong", "송평구역"),
    Kuyok("KP-09-01", "Sunam", "수남구역"),
    Kuyok("KP-08-01", "Hoesang", "회상구역"),
    Kuyok("KP-08-01", "Hungdok", "흥덕구역"),
    Kuyok("KP-08-01", "Hungnam", "흥남구역", bare=True),
    Kuyok("KP-08-01", "Sapho", "사포구역"),
    Kuyok("KP-08-01", "Songchongang", "성천강구역"),
    Kuyok("KP-08-01", "Tonghungsan", "동흥산구역"),
    # Pyongyang's Hwasong kuyok (since 2022) shares its name with old Hwasong county (Myonggan):
    # with both known, a bare Hwasong is ambiguous instead of wrong.
    Kuyok("KP-01-03", "Hwasong", "화성구역", bare=True),
)

# Spellings that no rule of romanisation reaches, with where they were seen.
PRESS_ALIASES = {
    "KP-09-02": ("Huiryung", "Heryong", "Heryung"),  # Huiryung: row of the incidents file
    "KP-10-01": ("Hyaesan", "Hyeson"),  # Hyeson: Natural Earth's populated places
}
COVERED_PRESS_ALIASES = {"대성구역": ("Daecheng",)}  # row of the incidents file

# Well-known places that are no unit of the country, whose spelling a looser rule would give to one.
ELSEWHERE = frozenset(
    {
        "cheongju",  # 청주, South Korea; not Jongju (정주)
        "chungju",  # 충주, South Korea
        "chuncheon",  # 춘천, South Korea; not Jonchon (전천)
        "chunchon",
    }
)

_DIRECTIONS = {"north": ("north", "northern", "n"), "south": ("south", "southern", "s")}
_KOREAN_DIRECTIONS = {"north": ("buk", "bukto"), "south": ("nam", "namdo")}
_HALVES = {
    "Hamgyong": ("KP-08", "KP-09", ("hamgyong", "hamgyung", "hamgyoung"), ("ham",)),
    "Pyongan": ("KP-02", "KP-03", ("pyongan", "pyungan", "pyoungan"), ("pyong", "pyung")),
    "Hwanghae": ("KP-05", "KP-06", ("hwanghae", "hwanghe", "hwanghai", "whanghae"), ("hwang",)),
}
_GLUED = (("KP-04", "jagangdo"), ("KP-07", "kangwondo"), ("KP-10", "ryanggangdo"))
PROVINCE_HANGUL = {
    "KP-01": ("평양직할시", "평양특별시"),
    "KP-02": ("평남", "평안남"),
    "KP-03": ("평북", "평안북"),
    "KP-05": ("황남", "황해남"),
    "KP-06": ("황북", "황해북"),
    "KP-08": ("함남", "함경남"),
    "KP-09": ("함북", "함경북"),
    "KP-13": ("라선특별시", "라진선봉시", "라진선봉"),
    "KP-14": ("남포특별시", "남포직할시"),
    "KP-15": ("개성특별시", "개성직할시", "개성특급시"),
}


def province_spellings() -> Iterator[tuple[str, str]]:
    """(ISO code, Latin spelling) for every province; "Hamgyong" alone comes under both halves."""
    yield from _GLUED
    for south, north, bases, shorts in _HALVES.values():
        for half, code in (("south", south), ("north", north)):
            yield from ((code, spelling) for spelling in _half_spellings(half, bases, shorts))


def _half_spellings(half: str, bases: tuple[str, ...], shorts: tuple[str, ...]) -> Iterator[str]:
    for base in bases:
        yield base
        yield f"{base}do"
        for word in _DIRECTIONS[half]:
            yield f"{word} {base}"
            yield f"{base} {word}"
            yield f"{word} {base}do"
    for base in bases + shorts:
        yield from (f"{base}{word}" for word in _KOREAN_DIRECTIONS[half])


HALF_HANGUL = {"함경": ("KP-08", "KP-09"), "평안": ("KP-02", "KP-03"), "황해": ("KP-05", "KP-06")}
