"""The words of the map's own script: legend, notes, buttons, names of waters, the player.

``python -m incidents.words`` writes them to static/atlas-table.js, as data.
"""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "map": (
        "Map of North Korea: reported incidents by district. "
        "Arrow keys move the map, plus and minus zoom. "
        "The list beside the map has the same numbers.",
        "북한 지도: 시·군별 보고 사건. 화살표 키로 움직이고 더하기·빼기 키로 확대·축소합니다. "
        "같은 수가 지도 옆의 목록에 있습니다.",
    ),
    "frame": ("Map", "지도"),
    "zoom_in": ("Zoom in", "확대"),
    "zoom_out": ("Zoom out", "축소"),
    "reset": ("Show the whole country", "전국 보기"),
    "legend": ("Legend", "범례"),
    "title": ("Reported incidents by district", "시·군별 보고 사건"),
    "no_reports": ("No reports", "보고 없음"),
    "outside": ("Outside the places chosen", "선택하지 않은 곳"),
    "circle": ("Somewhere in this district", "이 시·군 안 어딘가"),
    "badge": ("Province named, district not", "도만 알려지고 시·군은 미상"),
    "several": (
        "A report that names several districts counts in each of them.",
        "여러 시·군이 나오는 보고는 각 시·군에서 한 번씩 셉니다.",
    ),
    "absence": (
        "No report does not mean that nothing happened.",
        "보고가 없다고 사건이 없었던 것은 아닙니다.",
    ),
    "unplaced": ("{n:,} not on the map", "지도에 없는 보고 {n:,}건"),
    "unplaced_hint": ("Reports that name no province", "도가 밝혀지지 않은 보고"),
    "reports": ("{n:,} reported {n:incident|incidents}", "보고 사건 {n:,}건"),
    "province_only": (
        "{n:,} more in {name}, district not named",
        "{name}에 시·군 미상 보고 {n:,}건 더 있음",
    ),
    "only_here": (
        "{n:,} {n:report names|reports name} the province, not the district",
        "도만 알려지고 시·군은 미상인 보고 {n:,}건",
    ),
    "sure": ("surely in the period", "확실히 포함"),
    "expected": ("expected", "기대값"),
    "possible": ("possibly in it", "포함 가능"),
    "failed": (
        "The map could not be drawn: its shapes did not arrive. Reload the page to try again.",
        "지도를 그릴 수 없습니다. 지도 도형을 받지 못했습니다. 페이지를 새로 고치십시오.",
    ),
    "credit": (
        "Boundaries: World Food Programme / OCHA ROAP (2019) via geoBoundaries (Runfola et al. "
        "2020), CC BY 3.0 IGO, simplified and edge-matched. Names: GeoNames, CC BY 4.0. Base map: "
        "Natural Earth. Boundaries are not authoritative and imply no view on status.",
        "경계: World Food Programme / OCHA ROAP (2019), geoBoundaries (Runfola et al. 2020) 제공, "
        "CC BY 3.0 IGO, 단순화하고 맞닿게 고침. 지명: GeoNames, CC BY 4.0. 바탕 지도: Natural "
        "Earth. 경계는 공식적인 것이 아니며 그 지위에 대한 어떤 견해도 뜻하지 않습니다.",
    ),
    # Names on the map; a line break starts a second line.
    "north": ("N. {name}", "{name}"),
    "south": ("S. {name}", "{name}"),
    "west_sea": ("Yellow Sea\n(West Sea)", "서해\n(황해)"),
    "east_sea": ("East Sea\n(Sea of Japan)", "동해"),
    "china": ("China", "중국"),
    "russia": ("Russia", "러시아"),
    "south_korea": ("South Korea", "한국"),
    "japan": ("Japan", "일본"),
    "yalu": ("Yalu (Amnok)", "압록강"),
    "tumen": ("Tumen (Tuman)", "두만강"),
    "town.Tumen": ("Tumen", "투먼"),
    "town.Linjiang": ("Linjiang", "린장"),
    "town.Langtoucun": ("Langtoucun", "랑터우"),
    "town.Hunchun": ("Hunchun", "훈춘"),
    "town.Dandong": ("Dandong", "단둥"),
    "town.Changbai": ("Changbai", "창바이"),
    # The player.
    "play.open": ("Play through time", "시간순 재생"),
    "play.close": ("Close the player", "재생 닫기"),
    "play.play": ("Play", "재생"),
    "play.pause": ("Pause", "일시 정지"),
    "play.back": ("One step back", "한 단계 뒤로"),
    "play.on": ("One step on", "한 단계 앞으로"),
    "play.time": ("Moment shown", "표시 시점"),
    "play.length": ("Window", "구간"),
    "play.day": ("Day", "하루"),
    "play.week": ("Week", "한 주"),
    "play.month": ("Month", "한 달"),
    "play.quarter": ("Quarter", "분기"),
    "play.speed": ("Speed", "속도"),
    "play.slow": ("Slow", "느리게"),
    "play.normal": ("Normal", "보통"),
    "play.fast": ("Fast", "빠르게"),
    "play.mode": ("Count reports", "집계"),
    "play.moving": ("in the window", "구간 안"),
    "play.cumulative": ("up to its end", "구간 끝까지 누적"),
    "play.axis": ("Along", "시간축"),
    "play.calendar": ("the calendar", "달력"),
    "play.aligned": ("days around {name}", "{name} 전후 날짜"),
    "play.use": ("Use this window", "이 구간으로 조건 설정"),
    "play.count": (
        "{n:,} of {all:,} {all:report|reports} possibly in it",
        "보고 {all:,}건 가운데 포함 가능 {n:,}건",
    ),
    "play.count_all": (
        "{n:,} of {all:,} {all:report|reports} possibly in it, all years together",
        "보고 {all:,}건 가운데 포함 가능 {n:,}건(모든 연도 합계)",
    ),
    "play.many": (
        "{n:,} reports are too many to play here: narrow the filter first.",
        "보고 {n:,}건은 여기서 재생하기에 너무 많습니다. 먼저 조건을 좁히십시오.",
    ),
    "play.asked": ("Fetching {n:,} reports …", "보고 {n:,}건을 불러오는 중 …"),
    "play.nothing": ("No reports to play.", "재생할 보고가 없습니다."),
    "play.still": (
        "Motion is reduced on this device: move step by step.",
        "이 기기는 움직임을 줄이도록 설정되어 있습니다. 한 단계씩 넘기십시오.",
    ),
    "play.before": ("{n:,} {n:day|days} before", "{n:,}일 전"),
    "play.after": ("{n:,} {n:day|days} after", "{n:,}일 후"),
    "play.anchor": ("the day itself", "당일"),
    "play.both_before": ("{first:,} to {last:,} {last:day|days} before", "{first:,}∼{last:,}일 전"),
    "play.both_after": ("{first:,} to {last:,} {last:day|days} after", "{first:,}∼{last:,}일 후"),
    "play.across": ("{first} to {last}", "{first}부터 {last}까지"),
}
