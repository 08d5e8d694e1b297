"""The run-up against the rest as drawn: tables, switches, the charts and their keys."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    # how reports are counted
    "surely": ("Surely inside", "확실히 포함"),
    "expected": ("Expected", "기대값"),
    "possibly": ("Possibly inside", "포함 가능"),
    "days": ("Days", "일수"),
    "inside": ("Inside", "기간 안"),
    "outside": ("Outside", "기간 밖"),
    "ratio": ("Ratio", "비율"),
    "ratio_and_interval": ("Ratio (95 % interval)", "비율(95 % 신뢰구간)"),
    # a ratio in words
    "undefined": ("undefined", "정의되지 않음"),
    "no_day_inside": ("undefined: no day inside", "정의되지 않음: 기간 안의 날이 없음"),
    "no_day_outside": ("undefined: no day outside", "정의되지 않음: 기간 밖의 날이 없음"),
    "no_report": ("undefined: no report", "정의되지 않음: 보고 없음"),
    "ratio_open": (
        "{value} ({low:.2f} or more, no upper limit)",
        "{value}({low:.2f} 이상, 상한 없음)",
    ),
    "ratio_closed": ("{value:.2f} ({low:.2f} to {high:.2f})", "{value:.2f}({low:.2f}∼{high:.2f})"),
    "infinite": ("infinite: no report outside", "무한대: 기간 밖 보고 없음"),
    "between": ("{value:.2f} (between the two)", "{value:.2f}(둘 사이)"),
    # the page
    "need_occasion": (
        "Choose a day that comes back every year as the period: only then is there a run-up to "
        "compare with the rest of the year.",
        "해마다 돌아오는 날을 기간으로 선택하십시오. 그래야 나머지 기간과 비교할 사전 기간이 "
        "있습니다.",
    ),
    "left_out": (
        "Reports tied to this occasion by their source are left out.",
        "출처가 이 기념일과 연결한 보고는 뺐습니다.",
    ),
    "all_years": ("All years", "모든 연도"),
    "all_untied": ("All, without tied", "전체, 연결된 보고 제외"),
    "counts": ("Reports in the windows and in the rest", "기간 안의 보고와 나머지 보고"),
    "none_tied": (
        "No source ties any of these reports to this occasion.",
        "이 보고들을 이 기념일과 연결한 출처는 없습니다.",
    ),
    "without_tied": (
        "Without the {n:,} reports tied to this occasion by a source:",
        "출처가 이 기념일과 연결한 보고 {n:,}건을 뺀 경우:",
    ),
    "leave_out": ("Leave out reports tied to this occasion", "이 기념일과 연결된 보고 빼기"),
    "constant": ("Only outlets that reported in every year", "모든 해에 보도한 매체만"),
    "minus": (
        "Take these run-ups out of the rest of the year",
        "나머지 기간에서 뺄 다른 기념일의 사전 기간",
    ),
    "none": ("None", "없음"),
    "with_care": ("Read with care", "읽을 때 주의할 점"),
    "filters": (
        "Places, kinds, agencies and outlets are chosen in the filters of the page.",
        "지역·유형·기관·매체는 페이지의 조건에서 고릅니다.",
    ),
    "moved": (
        "The same windows at other times of the year",
        "같은 길이의 기간을 한 해의 다른 때로 옮겼을 때",
    ),
    "nothing_to_move": (
        "No window lies in the time the data cover, so there is nothing to move.",
        "데이터가 다루는 시기에 드는 기간이 없어 옮겨 볼 것이 없습니다.",
    ),
    "moves": (
        "All windows moved together by 0 to 364 days; {n:,} moves keep at least half of the "
        "days. Reports are spread evenly over their days.",
        "모든 기간을 함께 0∼364일 옮겼습니다. 날짜의 절반 이상이 남는 경우는 {n:,}번입니다. "
        "보고는 각각의 날짜에 고르게 나누어 셉니다.",
    ),
    "by_year": ("Year by year", "연도별"),
    # the chart of the moved windows
    "actual": ("actual place: {place}", "실제 위치: {place}"),
    "per_month": (
        "Expected reports per 30 days of the moved windows",
        "옮긴 기간의 30일당 기대 보고 건수",
    ),
    "moves_axis": ("Moves of 0 to 364 days", "0∼364일 옮긴 횟수"),
    "from_rate": ("From, reports per 30 days", "30일당 보고 건수, 부터"),
    "to_rate": ("To", "까지"),
    "moves_in_bin": ("Moves", "횟수"),
    "moved_chart": ("The windows moved through the year", "한 해에 걸쳐 옮긴 기간"),
    "as_table": ("As a table", "표로 보기"),
    "moved_table": (
        "Moved windows by expected reports per 30 days",
        "30일당 기대 보고 건수별로 센 옮긴 기간",
    ),
    # the chart of ratios
    "forest_chart": ("Rate ratio by year", "연도별 비율"),
    "forest_note": (
        "Line: exact 95 % interval. A triangle at the edge: the ratio is 0, infinite or off the "
        "axis. A year without a mark has no report or no day of the window in the data.",
        "선: 정확 95 % 신뢰구간. 가장자리의 삼각형: 비율이 0이거나 무한대이거나 축을 벗어남. "
        "표시가 없는 해는 보고가 없거나 데이터에 해당 기간의 날이 없습니다.",
    ),
    "forest_axis": (
        "Times the reports per day of the rest (log scale)",
        "나머지 기간 하루 보고의 몇 배(로그 눈금)",
    ),
    "forest_table": (
        "Rate ratio by year and way of counting",
        "연도와 세는 방식별 비율",
    ),
    "years": ("Years", "연도"),
    "counted": ("Counted", "세는 방식"),
    "days_inside": ("Days in window", "기간의 일수"),
    "reports_inside": ("Reports inside", "기간 안 보고"),
    "reports_outside": ("Reports outside", "기간 밖 보고"),
}
