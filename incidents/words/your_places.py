"""Words about what only the reader can settle: days that read two ways, unknown place names."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "which_way": ("**Which way round are the dates?**", "**날짜는 어떤 순서로 적혀 있습니까?**"),
    "both_ways": (
        "{rows:,} {rows:row has a date|rows have dates} that read both ways.",
        "두 가지로 읽히는 날짜가 {rows:,}개 행에 있습니다.",
    ),
    "order": ("Order of day and month in this file", "이 파일의 일과 월 순서"),
    "unsettled": (
        "Not settled: those rows are refused",
        "정하지 않음: 그 행들은 거부됩니다",
    ),
    "order_dmy": (
        "Day first: {day}/{month}/{year} is the day {day} of month {month}",
        "일 먼저: {day}/{month}/{year} → {month}월 {day}일",
    ),
    "order_mdy": (
        "Month first: {day}/{month}/{year} is the day {month} of month {day}",
        "월 먼저: {day}/{month}/{year} → {day}월 {month}일",
    ),
    "title": ("Names of places", "지명"),
    "unplaced": (
        "{names:,} {names:name|names} could not be placed for sure. A choice holds for all rows "
        "with the name; what is left stays on its province or off the map.",
        "확실히 정하지 못한 지명이 {names:,}개 있습니다. 한 번 고르면 그 지명이 있는 모든 행에 "
        "적용되며, 고르지 않은 것은 도까지만 표시되거나 지도에 나타나지 않습니다.",
    ),
    "more": (
        "{names:,} {names:more name|more names} after these.",
        "이 밖에 {names:,}개가 더 있습니다.",
    ),
    "use": ("Use these places", "이 장소로 정하기"),
    "name_rows": (
        "{name} · {field} · {rows:,} {rows:row|rows}",
        "{name} · {field} · {rows:,}행",
    ),
    "leave": ("Leave it", "정하지 않음"),
    "suggested": ("{place} [{code}] (suggested)", "{place} [{code}] (추천)"),
    "whole": ("{province}, the whole province", "{province} 전체"),
    "inside": ("{district}, {province}", "{province} {district}"),
    "placed": ("{names:,} {names:name|names} placed by you", "직접 정한 지명 {names:,}개"),
    "name": ("Name", "지명"),
    "place": ("Place", "장소"),
    "placed_table": (
        "Names of places and what you chose for them",
        "지명과 직접 고른 장소",
    ),
    "undo": ("Undo these choices", "고른 것 되돌리기"),
    "reuse": ("Keep or load place names (JSON)", "지명표 보관하거나 불러오기 (JSON)"),
    "download": ("Download my place names", "내 지명표 내려받기"),
    "earlier": ("Place names of an earlier file", "앞서 저장한 지명표"),
}
