"""The periods page: its sections, and the way on where an occasion is missing."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "what": ("What to look at", "무엇을 볼까요"),
    "timeline": ("Timeline", "시간 흐름"),
    "aligned_years": ("Aligned years", "연도 나란히 보기"),
    "runup": ("Run-up against the rest", "사전 기간과 나머지 비교"),
    "all_occasions": ("All occasions", "모든 기념일"),
    "lag_chart": ("Reporting lag", "보고 지연"),
    "paid": ("What was paid", "오간 금품"),
    "need_occasion": (
        "This compares days around a date that comes back every year. Choose such a period.",
        "해마다 돌아오는 날의 전후를 비교하는 화면입니다. 그런 기간을 선택하십시오.",
    ),
    "back": ("Back to {name}", "{name:+으로|로} 돌아가기"),
    "example": ("Use the Day of Security (19 November)", "보안절(11월 19일)로 보기"),
}
