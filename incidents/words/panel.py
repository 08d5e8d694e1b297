"""Beside the map: places, reports as cards, and the banner of a reader's own data."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "not_on_map": ("Not on the map", "지도에 없는 보고"),
    "without_province": (
        "{n:,} {n:report without a province|reports without a province, the newest first}",
        "도가 밝혀지지 않은 보고 {n:,}건, 새로운 것부터",
    ),
    "back": ("Back to the places", "장소 목록으로"),
    "incidents": (
        "{n:,} reported {n:incident|incidents, the newest first}",
        "보고 사건 {n:,}건, 새로운 것부터",
    ),
    "other_districts": (
        "reports that also name other districts shade those, too",
        "다른 시·군도 나오는 보고는 그 시·군에도 칠해짐",
    ),
    "no_district": (
        "{n:,} more {n:names|name} {names} without a district",
        "시·군 없이 {names}만 나오는 보고 {n:,}건 더 있음",
    ),
    "all_places": ("Show all places", "모든 장소 보기"),
    "all_places_told": (
        "Or click the place again on the map.",
        "지도에서 같은 곳을 다시 눌러도 됩니다.",
    ),
    "most_reports": ("Places with most reports", "보고가 많은 곳"),
    "most_reports_told": (
        "Choose one here or on the map to read its reports.",
        "여기나 지도에서 한 곳을 선택하면 그곳의 보고를 읽을 수 있습니다.",
    ),
    "as_list": ("The numbers of the map as a list", "지도의 수를 목록으로 보기"),
    "in_a_province": (
        "In a province, no district named ({n:,})",
        "도만 알려지고 시·군은 알려지지 않은 보고({n:,})",
    ),
    "n_not_on_map": ("{n:,} not on the map", "지도에 없는 보고 {n:,}건"),
    "more_districts": ("{n:,} more districts", "그 밖의 시·군 {n:,}곳"),
    "choose": ("Choose one", "선택"),
    # Cards.
    "page_of": ("Page (of {n})", "쪽(전체 {n}쪽)"),
    "date_known": ("date known {precision}", "날짜 정밀도: {precision}"),
    "place_known": ("{precision}", "장소 정밀도: {precision}"),
    "no_province": ("no province named", "도가 밝혀지지 않음"),
    "source": ("Source", "출처"),
    # The banner.
    "your_data": (
        "**Your data:** {n:,} {n:report|reports} from {files}, and none of the embedded ones. "
        "Only this tab sees them; reloading it forgets them.",
        "**내 데이터:** {files}의 보고 {n:,}건입니다. 기본 데이터는 포함하지 않습니다. "
        "이 탭에서만 보이며 새로 고치면 사라집니다.",
    ),
    "your_data_beside": (
        "**Your data:** {n:,} {n:report|reports} from {files} beside "
        "{others:,} embedded {others:one|ones}. "
        "Only this tab sees them; reloading it forgets them.",
        "**내 데이터:** {files}의 보고 {n:,}건을 기본 데이터 {others:,}건과 함께 "
        "표시합니다. "
        "이 탭에서만 보이며 새로 고치면 사라집니다.",
    ),
    "forget": ("Forget my data", "내 데이터 지우기"),
}
