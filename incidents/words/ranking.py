"""All occasions at once: the ranked table and what is said beside it."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "label": ("Occasion", "기념일"),
    "window": ("Window", "기간"),
    "ratio_expected": ("Ratio, expected", "비율, 기대값"),
    "surely": ("Ratio, surely (95 %)", "비율, 확실(95 %)"),
    "possibly": ("Ratio, possibly (95 %)", "비율, 가능(95 %)"),
    "percentile": ("Percentile", "백분위"),
    "q": ("q-value", "q값"),
    "n": ("Surely / expected / possibly", "확실 / 기대 / 가능"),
    "n_told": (
        "Reports in the window, by the three ways of counting.",
        "기간 안의 보고를 세 가지 방식으로 센 수입니다.",
    ),
    "tied": ("Tied by a source", "출처가 연결한 보고"),
    "inside_days": ("Days inside", "기간 안 일수"),
    "years": ("Years", "연수"),
    "too_wide": (
        "Reports are counted, not events. Most reports give a week or a month, so a short window "
        "is rarely surely and often possibly hit: a ratio holds only if both ways of counting "
        "carry it.",
        "사건이 아니라 보고를 셉니다. 대부분의 보고는 주나 월만 밝히므로, 짧은 기간은 확실히 "
        "포함되는 일이 드물고 포함 가능한 일은 흔합니다. 두 방식 모두에서 나타나는 비율만 믿을 수 "
        "있습니다.",
    ),
    "all_one": ("Every q-value is 1.000.", "q값은 모두 1.000입니다."),
    "nothing": (
        "No report passes the filters, so there is nothing to rank.",
        "조건에 맞는 보고가 없어 순위를 매길 것이 없습니다.",
    ),
    "table": (
        "Every occasion with its window, ratios and percentile, the most raised first",
        "기념일마다 기간, 비율, 백분위를 적은 표(가장 높은 것부터)",
    ),
    "itself": ("the day itself", "당일"),
    "before": ("{n} {n:day|days} before", "{n}일 전부터"),
    "around": ("{before} {before:day|days} before to {after} after", "{before}일 전∼{after}일 후"),
    "choose": (
        "Choose a row to make that occasion the period.",
        "행을 고르면 그 기념일을 기간으로 삼을 수 있습니다.",
    ),
    "make": ("Make this the period: {label}", "이 기념일을 기간으로: {label}"),
    "all_reports": (
        "{rows:,} reports pass the filters (the period plays no part; chosen years do); each "
        "occasion is compared over all reports, with its default window.",
        "조건에 맞는 보고는 {rows:,}건입니다(기간은 적용되지 않고 선택한 연도는 적용됩니다). "
        "기념일마다 모든 보고를 기본 기간으로 비교합니다.",
    ),
    "untied_reports": (
        "{rows:,} reports pass the filters (the period plays no part; chosen years do); each "
        "occasion is compared without the reports a source ties to that occasion, with its "
        "default window.",
        "조건에 맞는 보고는 {rows:,}건입니다(기간은 적용되지 않고 선택한 연도는 적용됩니다). "
        "기념일마다 출처가 그 기념일과 연결한 보고를 빼고 기본 기간으로 비교합니다.",
    ),
}
