"""What was paid: the section on bribes and levies, its charts and tables."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "nothing": (
        "No report in this view says what was paid, in money or in kind.",
        "이 화면의 보고 가운데 오간 금품을 밝힌 것이 없습니다.",
    ),
    "counted": (
        "**{n:,}** of {rows:,} reports say what was paid: **{sums:,}** a sum of money, "
        "**{kind:,}** something in kind.",
        "보고 {rows:,}건 가운데 **{n:,}**건이 오간 금품을 밝힙니다: 금액 **{sums:,}**건, 물건 "
        "**{kind:,}**건.",
    ),
    "counted_both": (
        "**{n:,}** of {rows:,} reports say what was paid: **{sums:,}** a sum of money, "
        "**{kind:,}** something in kind, **{both:,}** of them both.",
        "보고 {rows:,}건 가운데 **{n:,}**건이 오간 금품을 밝힙니다: 금액 **{sums:,}**건, 물건 "
        "**{kind:,}**건(둘 다 **{both:,}**건).",
    ),
    "not_summed": (
        "Amounts of different reports are single cases and are never added up. Sums in different "
        "currencies stand apart; a derived amount is this atlas's own and no source's.",
        "서로 다른 보고의 금액은 개별 사례이므로 더하지 않습니다. 통화가 다른 금액은 따로 둡니다. "
        "환산값은 이 지도가 계산한 것이며 출처의 값이 아닙니다.",
    ),
    "as_reported": ("As reported", "보도된 금액"),
    "chart_reported": ("Amounts in {currency} as reported", "보도된 {currency} 금액"),
    "one_currency": ("In one currency", "한 통화로 환산"),
    "in": ("In", "통화"),
    "currency": ("{code}, {name}", "{code}, {name}"),
    "none_in_it": (
        "No amount is reported in it, and none may be derived.",
        "이 통화로 보도된 금액이 없고, 환산할 수 있는 금액도 없습니다.",
    ),
    "up_and_down": (
        "A line up and down is a range from the lowest to the highest rate.",
        "세로선은 가장 낮은 환율에서 가장 높은 환율까지의 범위입니다.",
    ),
    "no_rate": (
        "{n:,} more have no rate that may be used.",
        "나머지 {n:,}건에는 쓸 수 있는 환율이 없습니다.",
    ),
    "chart_time": ("Amounts in {currency} over time", "시간에 따른 {currency} 금액"),
    "chart_agency": ("By agency, {currency}", "기관별, {currency}"),
    "chart_province": ("By province, {currency}", "도별, {currency}"),
    "several_agencies": (
        "A report that names several agencies stands in the line of each.",
        "여러 기관을 밝힌 보고는 각 기관의 줄에 모두 나옵니다.",
    ),
    # how it was worked out
    "how": ("How a derived amount was worked out", "환산값을 계산한 방법"),
    "payment": ("Payment", "지급 사례"),
    "reported_sum": ("Reported: **{sum}**. {note}", "보도된 값: **{sum}**. (원문) {note}"),
    "derived_line": (
        "**{currency}**: {words}. Derived, not reported.",
        "**{currency}**: {words}. 환산값이며 보도된 값이 아닙니다.",
    ),
    "official_average": ("official average", "공식 평균"),
    "nothing_derived": (
        "Nothing is derived: no rate lies within 120 days, or none may be used (old won before "
        "30 November 2009, one lone market rate).",
        "환산하지 않았습니다: 120일 안에 환율이 없거나 쓸 수 있는 환율이 없습니다(2009년 11월 30일 "
        "이전의 옛 원화, 하나뿐인 시장 환율).",
    ),
    "in_kind_heading": ("In kind", "물건으로 낸 것"),
    "in_kind_table": ("Payments in kind", "물건으로 낸 사례"),
    "as_table": ("As a table", "표로 보기"),
    "table": (
        "Every payment as reported and as derived",
        "보도된 값과 환산값으로 본 모든 지급 사례",
    ),
    # columns
    "when": ("When", "시기"),
    "reported": ("Reported", "보도된 값"),
    "in_kind": ("In kind", "물건"),
    "derived": ("{currency}, derived", "{currency}, 환산값"),
    "event": ("Event", "유형"),
    "agency": ("Agency", "기관"),
    "province": ("Province", "도"),
    "id": ("Id", "번호"),
    "reports": ("Reports", "보고"),
    "currency_column": ("Currency", "통화"),
    "year": ("Year", "연도"),
    "lowest": ("Lowest", "최저"),
    "middle": ("Median", "중앙값"),
    "highest": ("Highest", "최고"),
    # charts
    "basis_reported": ("as reported", "보도된 값"),
    "basis_derived": ("derived", "환산값"),
    "no_agency": ("No agency named", "기관 불명"),
    "no_province": ("No province named", "도 불명"),
    "axis": ("{currency} (log scale)", "{currency}(로그)"),
    "axis_derived": (
        "{currency}, reported or derived (log scale)",
        "{currency}, 보도·환산(로그)",
    ),
    "tip_id": ("id", "번호"),
    "tip_when": ("when", "시기"),
    "tip_reported": ("reported", "보도된 값"),
    "tip_event": ("event", "유형"),
    "tip_agency": ("agency", "기관"),
    "tip_province": ("province", "도"),
    "tip_basis": ("basis", "근거"),
    "tip_low": ("lowest", "최저"),
    "tip_high": ("highest", "최고"),
    "tip_name": ("in", "구분"),
    "tip_reports": ("reports", "보고"),
    "tick_month": ("%b %Y", "%Y년 %-m월"),
    "tick_year": ("%Y", "%Y년"),
    "incomplete": ("Incomplete: reports are still to come", "불완전: 보고가 더 나올 수 있음"),
    "from_here": ("From here on", "이때부터"),
    "incomplete_from": (
        "From {day} on the data are incomplete.",
        "{day}부터는 데이터가 불완전합니다.",
    ),
    # many payments
    "binned": (
        "With more than {most:,} payments, reports are counted in ranges of amounts instead of "
        "drawn one by one; narrow the filters to see each, or open them under Records.",
        "지급 사례가 {most:,}건을 넘으면 하나씩 그리지 않고 금액 구간별로 셉니다. 하나씩 보려면 "
        "조건을 좁히거나 ‘기록’에서 여십시오.",
    ),
    "table_years": (
        "Reported amounts by currency and year",
        "통화와 연도별 보도된 금액",
    ),
    "kinds_shown": (
        "The {shown:,} most frequent of {n:,} kinds.",
        "{n:,}가지 가운데 가장 잦은 {shown:,}가지입니다.",
    ),
}
