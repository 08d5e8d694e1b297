"""The frame of every page: how sure a view is, its link, its data, the other language."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "atlas": ("Crackdown Atlas", "북한 단속 지도"),
    "other_language": ("한국어", "English"),
    "menu": ("Pages and filters", "페이지와 조건"),
    "map": ("Map", "지도"),
    "periods": ("Periods", "기간"),
    "records": ("Records", "기록"),
    "your_data": ("Your data", "내 데이터"),
    "sources": ("Sources", "출처"),
    "no_data": (
        "The data files cannot be used, so no numbers are shown.",
        "데이터 파일을 쓸 수 없어 수치를 표시하지 않습니다.",
    ),
    "link_note": (
        "Part of the link could not be read: {note}",
        "링크의 일부를 읽지 못했습니다. {note}",
    ),
    "link_notes": (
        "{n:,} parts of the link could not be read:",
        "링크에서 {n:,}곳을 읽지 못했습니다.",
    ),
    "sure_of_touches": (
        "Of {touches:this|these} **{touches:,}**, **{within:,}** surely {within:does|do}; "
        "expected: **{expected:,.1f}**.",
        "이 **{touches:,}**건 가운데 확실히 포함 **{within:,}**건, 기대값 **{expected:,.1f}**건.",
    ),
    "sure_of_within": (
        "**{touches:,}** may lie there, **{within:,}** of them surely; "
        "expected: **{expected:,.1f}**.",
        "포함 가능 **{touches:,}**건, 그 가운데 확실히 포함 **{within:,}**건, "
        "기대값 **{expected:,.1f}**건.",
    ),
    "sure_of_none": (
        "**0** surely inside · **0.0** expected · **0** possibly inside",
        "확실히 포함 **0**건 · 기대값 **0.0**건 · 포함 가능 **0**건",
    ),
    "how_sure_told": (
        "Many reports give a week or a month, not a day. Surely: the whole interval lies "
        "inside the period. Possibly: at least one day of it does. Expected: each report "
        "spread evenly over its days.",
        "날짜가 하루가 아니라 주나 월로만 알려진 보고가 많습니다. 확실히 포함: 추정 구간 전체가 "
        "기간 안에 있습니다. 포함 가능: 구간 중 하루 이상이 기간 안에 있습니다. 기대값: 각 보고를 "
        "그 구간의 날마다 고르게 나누어 셈한 값입니다.",
    ),
    "nationwide": (
        "{n:,} more {n:report names|reports name} no province and so {n:passes|pass} no place "
        "filter.",
        "도가 밝혀지지 않은 보고 {n:,}건이 더 있으나 장소 조건에서는 제외됩니다.",
    ),
    "no_match": (
        "No report matches all of the filters.",
        "모든 조건에 맞는 보고가 없습니다.",
    ),
    "empty": (
        "{reason} No report is not the same as no event.",
        "{reason} 보고가 없다고 사건이 없었던 것은 아닙니다.",
    ),
    "all_times": ("Show all times", "전체 기간 보기"),
    "reset_filters": ("Reset all filters", "조건 모두 초기화"),
    "copy_link": ("Copy link", "링크 복사"),
    "link_told": (
        "This link restores exactly this view.",
        "이 링크를 열면 지금 보는 화면이 그대로 나타납니다.",
    ),
    "close": (
        "Data as of {as_of} · dataset version {version} · {n:,} {n:report|reports}. "
        "Counts are of reported incidents: one report is not one event, and no report is not "
        "no event.",
        "기준일 {as_of} · 데이터 버전 {version} · 보고 {n:,}건. 숫자는 보고 사건의 수입니다. "
        "보고 한 건이 사건 한 건인 것은 아니며, 보고가 없다고 사건이 없었던 것도 아닙니다.",
    ),
}
