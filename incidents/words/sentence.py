"""A view in one sentence: how many, what, where, when, how sure."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "count": ("{n:,} reported {n:incident|incidents}", "보고 사건 {n:,}건"),
    "count_where": ("{count} {where}", "{where} {count}"),
    "plain": ("{count}.", "{count}."),
    "spanning": ("{count}, {dates}.", "{count}({dates})."),
    "touching": ("{count} may lie {time}.", "{time}에 포함될 수 있는 {count}."),
    "within": ("{count} surely {n:lies|lie} {time}.", "{time}에 확실히 포함되는 {count}."),
    "triple": (
        "{within:,} surely inside, {expected:,.1f} expected, {touches:,} possibly.",
        "확실히 포함 {within:,}건, 기대값 {expected:,.1f}건, 포함 가능 {touches:,}건.",
    ),
    # Filters, each a phrase: after the noun in English, before it in Korean.
    "places": ("in {names}", "{names}의"),
    "types": ("of type {names}", "{names} 유형의"),
    "agencies": ("by {names}", "{names:+이|가} 관여한"),
    "outlets": ("reported by {names}", "{names:+이|가} 보도한"),
    "tied": ("tied by their source to {names}", "출처가 {names:+과|와} 연관 지은"),
    "words": ("with the words “{names}”", "“{names}” 낱말이 들어 있는"),
    "record": ("with the id {names}", "식별번호가 {names}인"),
    "dataset": ("from the dataset {names}", "{names} 데이터의"),
    "dataset_embedded": ("embedded", "기본"),
    "dataset_yours": ("yours", "내"),
    # The time asked for, as it follows "may lie" and stands before "에 포함될".
    "time_period": ("{period}", "{period}"),
    "time_years": ("{years}", "{years}"),
    "time_bounds": ("{bounds}", "{bounds}"),
    "time_period_years": ("{period}, {years}", "{years} {period}"),
    "time_period_bounds": ("{period}, {bounds}", "{period} 중 {bounds}"),
    "time_years_bounds": ("{years}, {bounds}", "{years} 중 {bounds}"),
    "time_period_years_bounds": ("{period}, {years}, {bounds}", "{years} {period} 중 {bounds}"),
    "time_dated": ("{time} ({dates})", "{time}({dates})"),
    "time_whole": ("in {dates}, {named}", "{dates}({named})"),
    "time_whole_day": ("on {dates}, {named}", "{dates}({named})"),
    "in_years": ("in {years}", "{years}"),
    "each_year": ("each year {years}", "{years} 매년"),
    "before_to_after": (
        "from {before:,} {before:day|days} before to {after:,} {after:day|days} after {name}",
        "{name} {before:,}일 전부터 {after:,}일 후까지의 기간",
    ),
    "before_or_on": (
        "in the {before:,} {before:day|days} before {name} or on the day itself",
        "{name} 전 {before:,}일 동안 또는 당일",
    ),
    "on_or_after": (
        "on {name} or in the {after:,} {after:day|days} after it",
        "{name} 당일 또는 그 후 {after:,}일 동안",
    ),
    "on_occasion": ("on {name}", "{name} 당일"),
    "during": ("during “{name}”", "“{name}” 기간"),
    "during_or_before": (
        "during “{name}” or {before:,} {before:day|days} before it",
        "“{name}” 기간 또는 그 전 {before:,}일 동안",
    ),
    "during_or_after": (
        "during “{name}” or {after:,} {after:day|days} after it",
        "“{name}” 기간 또는 그 후 {after:,}일 동안",
    ),
    "during_or_around": (
        "during “{name}” or {before:,} {before:day|days} before or "
        "{after:,} {after:day|days} after it",
        "“{name}” 기간 또는 그 전 {before:,}일이나 그 후 {after:,}일 동안",
    ),
    "on_day": ("on {first}", "{first}"),
    "between": ("between {first} and {last}", "{first}부터 {last}까지의 기간"),
    "from_on": ("on or after {first}", "{first} 이후"),
    "up_to": ("on or before {last}", "{last} 이전"),
    # Why a filter that can be read leaves no day.
    "swapped": (
        "The first day, {first}, is after the last day, {last}. Swap them.",
        "첫날({first})이 마지막 날({last})보다 늦습니다. 두 날짜를 서로 바꾸십시오.",
    ),
    "clipped": (
        "None of the chosen windows has a day between the first and the last day chosen.",
        "선택한 기간에는 선택한 첫날과 마지막 날 사이에 드는 날이 없습니다.",
    ),
    "no_anchor": ("{name} does not occur in {years}.", "{years}에는 {name:+이|가} 없습니다."),
    "no_campaign": ("{name} has no day in {years}.", "{years}에는 {name}에 드는 날이 없습니다."),
    "years_of_data": ("the years of the data", "데이터에 있는 연도"),
    "first_kept": ("It was first kept in {year}.", "{year}년에 처음 지켜졌습니다."),
    "last_kept": ("It was last kept in {year}.", "{year}년에 마지막으로 지켜졌습니다."),
    "moon_known": (
        "Its dates are known for {first}–{last}.",
        "날짜는 {first}∼{last}년에 대해서만 알려져 있습니다.",
    ),
    "other_years": ("Choose other years.", "다른 연도를 선택하십시오."),
    "began_after": (
        "{name} began on {start}, after the last report ({last}).",
        "{name:+은|는} 마지막 보고({last})보다 뒤인 {start}에 시작되었습니다.",
    ),
}
