"""Words of the coverage charts: where the reports come from, by outlet, province and year."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "by_outlet": ("By outlet", "매체별"),
    "by_outlet_told": (
        "Original publisher, whoever passed the report on.",
        "누가 다시 전했는지와 관계없이 처음 보도한 매체입니다.",
    ),
    "by_province": ("By province", "도별"),
    "by_province_told": (
        "No report is not the same as no event.",
        "보고가 없다고 사건이 없었던 것은 아닙니다.",
    ),
    "by_year": ("By year and outlet", "연도·매체별"),
    "by_year_told": (
        "Year of the first day on which the event can have happened. Outlets start, pause and "
        "close; a blank is a year without reports.",
        "사건이 일어났을 수 있는 첫날의 연도입니다. 매체는 시작하고, 쉬고, 문을 닫습니다. "
        "빈칸은 보고가 없는 해입니다.",
    ),
    "tables": ("The same numbers as tables", "같은 수치를 표로 보기"),
    "outlet": ("Outlet", "매체"),
    "province": ("Province", "도"),
    "year": ("Year", "연도"),
    "reports": ("Reports", "보고"),
    "first_year": ("First year", "첫해"),
    "last_year": ("Last year", "마지막 해"),
    "no_outlet": ("Outlet not known", "매체 미상"),
    "no_province": ("No province named", "도를 밝히지 않음"),
    "others": ("Others", "그 밖의 매체"),
    "other_outlets": ("{n:,} other outlets", "그 밖의 매체 {n:,}곳"),
    "in_a_year": ("Reports in a year", "한 해의 보고"),
    "chart_outlet": ("Reports by outlet", "매체별 보고 수"),
    "chart_province": ("Reports by province", "도별 보고 수"),
    "chart_year": ("Reports by year", "연도별 보고 수"),
    "chart_year_outlet": ("Reports by year and outlet", "연도와 매체별 보고 수"),
}
