"""The timeline: reports over time with what was going on, and the brush that sets dates."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "nothing": (
        "No report passes the filters, so there is nothing to draw over time.",
        "조건에 맞는 보고가 없어 시간에 따라 그릴 것이 없습니다.",
    ),
    "closer": ("Closer: {when}", "자세히: {when}"),
    "all": (
        "{n:The|All} {n:,} {n:report that passes|reports that pass} the filters.",
        "조건에 맞는 보고 {n:,}건 전체입니다.",
    ),
    "all_chosen": (
        "{n:The|All} {n:,} {n:report that passes|reports that pass} the other filters; "
        "the chosen days are amber.",
        "기간을 뺀 다른 조건에 맞는 보고 {n:,}건 전체이며, 선택한 날은 호박색입니다.",
    ),
    "how": (
        "Drag over the chart to choose its dates; a chosen period stays and is cut to them. "
        "Surely: the whole interval of a report lies in the bar. Possibly: a day of it does.",
        "차트 위를 끌어 날짜를 고르십시오. 선택한 기간은 그대로 두고 그 날짜로 자릅니다. 확실: "
        "보고의 구간 전체가 막대 안에 있습니다. 가능: 구간의 하루라도 막대 안에 있습니다.",
    ),
    "grey": ("Incomplete from {day} on", "{day}부터 불완전"),
    "clear": ("Clear the dates", "날짜 지우기"),
    "chosen": ("Chosen days", "선택한 날"),
    "key_day": ("The day itself", "기념일 당일"),
    "key_runups": ("Run-ups as reported in their year", "해당 연도에 보도된 사전 기간"),
    "key_campaigns": (
        "Campaigns, all named in the table; an open one to the end of the data",
        "캠페인(이름은 모두 표에 있음, 끝나지 않은 것은 데이터의 끝까지)",
    ),
    "incomplete": ("Incomplete: reports still to come", "불완전: 보고가 더 나올 수 있음"),
    "as_table": ("As a table", "표로 보기"),
    # units of time
    "chart_day": ("Reported incidents per day, {when}", "일별 보고 사건, {when}"),
    "chart_week": ("Reported incidents per week, {when}", "주별 보고 사건, {when}"),
    "chart_month": ("Reported incidents per month, {when}", "월별 보고 사건, {when}"),
    "chart_year": ("Reported incidents per year, {when}", "연도별 보고 사건, {when}"),
    "table_day": ("Reported incidents per day", "일별 보고 사건"),
    "table_week": ("Reported incidents per week", "주별 보고 사건"),
    "table_month": ("Reported incidents per month", "월별 보고 사건"),
    "table_year": ("Reported incidents per year", "연도별 보고 사건"),
    "axis_day": ("Reports per day", "하루 보고 건수"),
    "axis_week": ("Reports per week", "주간 보고 건수"),
    "axis_month": ("Reports per month", "월간 보고 건수"),
    "axis_year": ("Reports per year", "연간 보고 건수"),
    "day_of": ("Day, {years}", "날짜, {years}"),
    # how an axis writes a moment: signs of d3-time-format
    "tick_day": ("%-d %b", "%-m월 %-d일"),
    "tick_week": ("%b %d", "%-m월 %-d일"),
    "tick_month": ("%B", "%-m월"),
    "tick_year": ("%Y", "%Y년"),
    # ways of counting
    "within": ("Surely", "확실"),
    "expected": ("Expected", "기대값"),
    "touches": ("Possibly", "가능"),
    # marks and tables
    "when": ("When", "시기"),
    "what": ("What", "내용"),
    "first_day": ("First day", "첫날"),
    "last_day": ("Last day", "마지막 날"),
    "occasion": ("Occasion", "기념일"),
    "day": ("Day", "날짜"),
    "runup_to": ("Run-up to", "사전 기간의 대상"),
    "as_reported": ("As reported", "보도된 시기"),
    "basis": ("Basis", "근거"),
    "confidence": ("Confidence", "확신도"),
    "campaign": ("Campaign", "캠페인"),
    "since": ("since {day}", "{day} 이후"),
    "runups": ("Run-ups reported in this time", "이 시기에 보도된 사전 기간"),
    "campaigns": ("Campaigns of this time", "이 시기의 캠페인"),
}
