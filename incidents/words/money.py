"""Sums of money: derived amounts, the rates they rest on, where and when those were paid."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "by_official": ("about {sum} by the official {rate}", "약 {sum}(공식 환율 {rate})"),
    "by_market": ("about {sum} by market rates: {rates}", "약 {sum}(시장 환율: {rates})"),
    "official": (
        "about {sum} (official yearly average rate)",
        "약 {sum}(공식 연평균 환율)",
    ),
    "market": ("about {sum} (market rate)", "약 {sum}(시장 환율)"),
    "sum": ("{currency} {figure}", "{currency} {figure}"),
    "range": ("{low} to {high}", "{low}∼{high}"),
    "quoted": ("{other} {rate:,g} per {one} ({when})", "{one}당 {other} {rate:,g}, {when}"),
    "line": ("{other} {rate:,g} per {one}, {when}", "{one}당 {other} {rate:,g}, {when}"),
    "average": ("average of {year}", "{year}년 평균"),
    "week": ("week of {day}", "{day} 주간"),
    "where_and_when": ("{day}, {city}", "{day}, {city}"),
    "no_city": ("city not given", "도시 미상"),
    "city.three-city average": ("three-city average", "세 도시 평균"),
    "city.northern provinces": ("northern provinces", "북부 지방"),
    "city.city": ("city", "도시"),
    # currencies
    "USD": ("US dollars", "미국 달러"),
    "KRW": ("South Korean won", "한국 원"),
    "CNY": ("Chinese yuan", "중국 위안"),
    "KPW": ("North Korean won", "북한 원"),
}
