"""What of a link or a command line could not be read, one sentence each."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "too_many": (
        "The link has more than {most} parts and was not read.",
        "링크의 항목이 {most}개를 넘어 읽지 않았습니다.",
    ),
    "more": (
        "{n:,} more {n:part|parts} could not be read either.",
        "그 밖에도 읽을 수 없는 항목이 {n:,}개 있습니다.",
    ),
    "unknown_key": ("Unknown key '{value}'{hint}", "'{value}': 알 수 없는 항목입니다{hint}"),
    "unknown_code": ("Unknown {key} '{value}'{hint}", "{key} '{value}': 알 수 없는 값입니다{hint}"),
    "did_you_mean": ("; did you mean '{close}'?", ". 혹시 '{close}'입니까?"),
    "repeated": (
        "{key} is given {n:,} times; give it once.",
        "{key}: {n:,}번 있습니다. 한 번만 쓰십시오.",
    ),
    "bad_id": (
        "id '{value}' is not an id; ids look like NK00301.",
        "id '{value}': 식별번호가 아닙니다. 식별번호는 NK00301과 같은 모양입니다.",
    ),
    "bad_version": (
        "version '{value}' is not a dataset version (hex digits).",
        "version '{value}': 데이터 버전(16진수)이 아닙니다.",
    ),
    "not_whole": (
        "{key} '{value}' is not a whole number.",
        "{key} '{value}': 정수가 아닙니다.",
    ),
    "year_zero": (
        "years '0' is not a year from 1 to 9999.",
        "years: '0'은 1부터 9999 사이의 연도가 아닙니다.",
    ),
    "too_many_days": (
        "{key} {number} is not a number of days from 0 to {most}.",
        "{key}: {number:+은|는} 0부터 {most} 사이의 날수가 아닙니다.",
    ),
    "not_a_day": (
        "{key} '{value}' is not a day; write it as 2019-11-19.",
        "{key} '{value}': 날짜가 아닙니다. 2019-11-19와 같이 쓰십시오.",
    ),
    "not_a_switch": (
        "{key} '{value}' is neither 1 (on) nor 0 (off).",
        "{key} '{value}': 1(켬)도 0(끔)도 아닙니다.",
    ),
    "no_period": (
        "{key} {number} has no period to count from. Choose a period.",
        "{key}: {number}일을 셀 기준 기간이 없습니다. 기간을 선택하십시오.",
    ),
    "not_a_year": (
        "years {year} is not a year from 1 to 9999.",
        "years: {year:+은|는} 1부터 9999 사이의 연도가 아닙니다.",
    ),
    "not_a_choice": (
        "dates '{value}' is neither touches nor within.",
        "dates '{value}': touches(걸침)도 within(완전 포함)도 아닙니다.",
    ),
    "not_a_language": (
        "lang '{value}' is neither en nor ko.",
        "lang '{value}': en(영어)도 ko(한국어)도 아닙니다.",
    ),
    "no_text": (
        "The link holds bytes that are no text; {instead} stands in their place.",
        "링크에 글자가 아닌 것이 있어 그 자리에 {instead}를 넣었습니다.",
    ),
    "not_text": (
        "text '{value}' has control characters, which are no words. Search without them.",
        "text '{value}': 글자가 아닌 제어 문자가 있습니다. 빼고 찾으십시오.",
    ),
    "long_text": (
        "text is longer than {most} characters. Search for less.",
        "text: {most}자를 넘습니다. 검색어를 줄이십시오.",
    ),
}
