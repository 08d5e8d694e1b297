"""Years under each other around one day: the section of aligned years."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "need_occasion": (
        "Choose a day that comes back every year as the period: its years are laid here.",
        "해마다 돌아오는 날을 기간으로 선택하십시오. 그 연도들을 여기에 나란히 놓습니다.",
    ),
    "nothing": ("No report passes the filters.", "조건에 맞는 보고가 없습니다."),
    "silent": ("no reports", "보고 없음"),
    "beyond": ("outside the data", "데이터 범위 밖"),
    "days_before": ("Draw days before", "그릴 일수(이전)"),
    "days_after": ("Draw days after", "그릴 일수(이후)"),
    "bar": (
        "A bar is one report over all its days. Click one to see the records. Outlined: the "
        "window chosen.",
        "막대 하나는 보고 한 건의 모든 날짜입니다. 누르면 기록을 볼 수 있습니다. 테두리: 선택한 "
        "기간.",
    ),
    "cell": (
        "A cell is the expected number of reports on a day, each report spread over its days. "
        "Click one to see the records. Outlined: the window chosen.",
        "칸 하나는 하루의 기대 보고 건수로, 보고를 각각의 날짜에 고르게 나눈 것입니다. 누르면 "
        "기록을 볼 수 있습니다. 테두리: 선택한 기간.",
    ),
    "moon": (
        "The day moves with the moon: each year lies at its own.",
        "음력으로 정해지는 날이어서 해마다 그해의 날짜에 맞춥니다.",
    ),
    "crowded": (
        "Too many reports in a year to draw each as a bar (more than {lanes} at once, or {bars:,} "
        "in all).",
        "한 해의 보고가 너무 많아 하나씩 막대로 그리지 않습니다(동시에 {lanes}건 또는 모두 "
        "{bars:,}건 초과).",
    ),
    "near": (
        "Up to {days} days in all, each report is drawn as a bar.",
        "모두 {days}일까지는 보고를 하나씩 막대로 그립니다.",
    ),
    "none": ("A day without reports", "보고가 없는 날"),
    "blank": ("Blank: outside the data", "빈칸: 데이터 범위 밖"),
    "chart": (
        "Reports around {day}, {first} to {last}",
        "{day} 전후의 보고, {first}∼{last}년",
    ),
    "as_table": ("As a table", "표로 보기"),
    "year": ("Year", "연도"),
    "its_day": ("Its day", "해당 날짜"),
    "in_year": ("Reports in the year", "그해의 보고"),
    "in_window": ("Reports in the days shown", "표시된 날의 보고"),
    "row": ("Row", "비고"),
    "years_table": ("Reports of each year", "연도별 보고"),
    "offset": ("Days from the day", "그날부터의 일수"),
    "day": ("Day", "날짜"),
    "expected": ("Expected", "기대값"),
    "days_table": ("Expected reports of each day", "날짜별 기대 보고 건수"),
    "days_from": ("Days from {day}", "{day}부터의 일수"),
    "expected_a_day": ("Expected reports a day", "하루 기대 보고 건수"),
    "expected_reports": ("Expected reports", "기대 보고 건수"),
    "report": ("Report", "보고"),
    "when": ("When", "시기"),
    "province": ("Province", "도"),
    "title": ("Title", "제목"),
}
