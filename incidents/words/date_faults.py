"""Words about days and intervals: why a date is none, and what was doubtful in reading one."""

from __future__ import annotations

EN_WAY_OUT = "Write it as 2019-11-13 or 2019-11-01/2019-11-13."
KO_WAY_OUT = "2019-11-13 또는 2019-11-01/2019-11-13과 같이 적어 주십시오."


def _with_way_out(english: str, korean: str) -> tuple[str, str]:
    return f"{english} {EN_WAY_OUT}", f"{korean} {KO_WAY_OUT}"


WORDS: dict[str, tuple[str, str]] = {
    "none": _with_way_out("There is no date.", "날짜가 없습니다."),
    "too_long": _with_way_out(
        "A date of {count:,} characters is none.", "{count:,}자나 되는 글은 날짜가 아닙니다."
    ),
    "open": _with_way_out("It has no end or no beginning.", "시작이나 끝이 없습니다."),
    "unreadable": _with_way_out("It cannot be read as a date.", "날짜로 읽을 수 없습니다."),
    "yearless": _with_way_out("It names no year.", "연도가 없습니다."),
    "not_that_year": _with_way_out(
        "The year {year} cannot be meant.", "{year}년을 뜻할 리 없습니다."
    ),
    "day_without_month": _with_way_out(
        "It names a day but no month.", "일은 있으나 월이 없습니다."
    ),
    "no_such_month": _with_way_out("There is no month {month}.", "{month}월은 없습니다."),
    "no_such_day": _with_way_out(
        "{year}-{month:02} has no day {day}.", "{year}년 {month}월에는 {day}일이 없습니다."
    ),
    "no_such_week": ("{year} has no week {week}.", "{year}년에는 {week}주차가 없습니다."),
    "no_such_day_either_way": (
        "No such day exists, whichever number is the month.",
        "어느 숫자를 월로 보아도 그런 날은 없습니다.",
    ),
    "read_both_ways": (
        "It may be {first} or {second}. Say which comes first, day or month (dmy or mdy).",
        "{first}일 수도 있고 {second}일 수도 있습니다. 일과 월 가운데 무엇이 먼저인지 정해 "
        "주십시오(dmy 또는 mdy).",
    ),
    "short_year": (
        "Its year has two digits, so day, month and year cannot be told apart for sure. Write the "
        "year in full, or say which comes first (dmy or mdy).",
        "연도가 두 자리여서 일, 월, 연도를 확실히 가려낼 수 없습니다. 연도를 네 자리로 적거나 "
        "무엇이 먼저인지 정해 주십시오(dmy 또는 mdy).",
    ),
    "winter": (
        "Winter {year} may begin or end in {year}. Write the months, as in {year}-12/{next}-02.",
        "{year}년 겨울은 {year}년에 시작할 수도 있고 끝날 수도 있습니다. {year}-12/{next}-02와 "
        "같이 달을 적어 주십시오.",
    ),
    "cut_two_ways": (
        "It can be cut into two dates in more than one way.",
        "두 날짜로 나누는 방법이 한 가지가 아닙니다. 날짜 사이에 /를 넣어 주십시오.",
    ),
    "range_reversed": (
        "Its end is before its start. Swap or correct them.",
        "끝이 시작보다 앞섭니다. 서로 바꾸거나 바로잡아 주십시오.",
    ),
    "only_end": ("Only an end is given.", "끝만 적혀 있습니다. 시작도 적어 주십시오."),
    "reversed": (
        "The end {end} is before the start {start}. Swap or correct them.",
        "끝 {end:+이|가} 시작 {start}보다 앞섭니다. 서로 바꾸거나 바로잡아 주십시오.",
    ),
    "end_missing": (
        "The end is missing, and its precision says that it is not the same day.",
        "끝이 없으며, 정밀도에 따르면 시작과 같은 날도 아닙니다. 끝을 적어 주십시오.",
    ),
    "no_end_given": (
        "no end is given; the start was taken for both.",
        "끝이 적혀 있지 않아 시작을 끝으로도 보았습니다.",
    ),
    "week_in_month": (
        "the week in the month is not pinned; the whole month was taken.",
        "그 달의 몇째 주인지로는 날짜를 정할 수 없어 한 달 전체로 보았습니다.",
    ),
    "about": ("given as about that time.", "대략 그 무렵이라고 적혀 있습니다."),
    "year_completed": (
        "the year '{short}' was taken as {year}.",
        "두 자리 연도 {short:+을|를} {year}년으로 보았습니다.",
    ),
    "qualified": (
        "marked as uncertain or approximate; the days named were taken.",
        "불확실하거나 대략이라고 표시되어 있어 적힌 날짜를 그대로 받았습니다.",
    ),
    "against_order": (
        "only reads as {name}, against the order chosen ({order}).",
        "선택한 순서({order})와 달리 {name} 순서로만 읽힙니다.",
    ),
    "part_of_year": (
        "'{part}' in a year names no months; the whole year was taken.",
        "‘{part}’만으로는 달을 정할 수 없어 한 해 전체로 보았습니다.",
    ),
    "part_early": ("early", "초"),
    "part_mid": ("mid", "중순"),
    "part_late": ("late", "말"),
    "start_year": (
        "the start was taken to lie in {year}.",
        "시작은 {year}년에 있는 것으로 보았습니다.",
    ),
    "not_a_precision": ("Not one of {codes}.", "다음 가운데 하나가 아닙니다: {codes}."),
    "placeholder_day": (
        "The row calls its precision '{precision}', so the day is a placeholder.",
        "행의 정밀도가 '{precision}'이므로 날짜는 자리만 채운 것입니다.",
    ),
    "acled_precision": (
        "Not 1, 2 or 3, so only the month was taken as known.",
        "1, 2, 3 가운데 하나가 아니어서 달까지만 아는 것으로 보았습니다.",
    ),
    "ucdp_precision": ("Not a code from 1 to 5.", "1에서 5까지의 부호가 아닙니다."),
}
