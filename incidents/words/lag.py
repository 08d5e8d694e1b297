"""How long reports take: the section on the reporting lag."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "nothing": (
        "No report passes the filters, so there is no lag to show.",
        "조건에 맞는 보고가 없어 보여 줄 지연이 없습니다.",
    ),
    "what": (
        "Days from the last day on which an incident can have happened to its report, over all "
        "years: the period filter plays no part here.",
        "사건이 일어났을 수 있는 마지막 날부터 보고까지 걸린 일수로, 모든 연도를 대상으로 합니다. "
        "여기서는 기간 조건이 적용되지 않습니다.",
    ),
    "incomplete": (
        "From {day} on the data are incomplete: one report in ten comes later than that after "
        "what it describes.",
        "{day}부터는 데이터가 불완전합니다: 보고 열 건 가운데 한 건은 일이 있은 뒤 그보다 더 늦게 "
        "나옵니다.",
    ),
    "lower_to_upper": ("lower to upper quartile", "제1∼제3사분위수"),
    "median_day": ("median", "중앙값"),
    "late_day": ("90th percentile", "90백분위수"),
    "by_outlet": ("By outlet", "매체별"),
    "by_year": ("By year", "연도별"),
    "by_outlet_and_year": ("By outlet and year", "매체·연도별"),
    "as_table": ("As a table", "표로 보기"),
    "outlet": ("Outlet", "매체"),
    "year": ("Year", "연도"),
    "all_outlets": ("All outlets", "모든 매체"),
    "unnamed": ("Outlet not known", "매체 불명"),
    "kind_n": ("with a lag", "지연 측정됨"),
    "kind_running": ("reported while running", "진행 중 보고"),
    "kind_unknown": ("report date unknown", "보고일 불명"),
    "n": ("With a lag", "지연 측정됨"),
    "lower": ("Lower quartile, days", "제1사분위수, 일"),
    "median": ("Median, days", "중앙값, 일"),
    "upper": ("Upper quartile, days", "제3사분위수, 일"),
    "late": ("90th percentile, days", "90백분위수, 일"),
    "running": ("Reported while running", "진행 중 보고"),
    "unknown": ("Report date unknown", "보고일 불명"),
    "kind": ("How", "구분"),
    "reports": ("Reports", "보고 건수"),
    "days_axis": ("Days until reported (log scale from 1)", "보고까지 걸린 일수(1부터 로그 눈금)"),
    "chart_outlet": ("Reporting lag by outlet", "매체별 보고 지연"),
    "chart_year": ("Reporting lag by year", "연도별 보고 지연"),
    "chart_outlet_and_year": ("Reporting lag by outlet and year", "매체·연도별 보고 지연"),
    "counts_outlet": (
        "Reports by outlet and whether their lag is known",
        "매체별 보고 건수와 지연 측정 여부",
    ),
    "counts_year": (
        "Reports by year and whether their lag is known",
        "연도별 보고 건수와 지연 측정 여부",
    ),
    "rest": (
        "{n} outlets with fewer reports are only in the table below.",
        "보고가 더 적은 매체 {n}곳은 아래 표에만 있습니다.",
    ),
}
