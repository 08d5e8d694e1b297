"""Words about single cells of a row: numbers, links, codes, ids, and what is missing."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "not_a_number": ("Not a number.", "숫자가 아닙니다."),
    "not_whole": ("Not a whole number.", "정수가 아닙니다."),
    "not_a_day": ("Not a single day.", "하루를 가리키는 날짜가 아닙니다."),
    "https_added": ("https:// was added.", "https://를 붙였습니다."),
    "not_a_link": (
        "Not a web address that starts with http.",
        "http로 시작하는 웹 주소가 아닙니다.",
    ),
    "not_a_currency": (
        "Not a currency code such as CNY, KPW or USD.",
        "CNY, KPW, USD와 같은 통화 부호가 아닙니다.",
    ),
    "not_an_occasion": (
        "Not an id of the calendar's occasions or campaigns.",
        "달력에 있는 기념일이나 캠페인의 식별번호가 아닙니다.",
    ),
    "not_one_of": ("Not one of {codes}.", "다음 가운데 하나가 아닙니다: {codes}."),
    "id_taken": ("It stands there before.", "앞의 행에 이미 있는 식별번호입니다."),
    "id_unfit": (
        "Not fit for an id: letters, digits, . _ : -",
        "식별번호로 쓸 수 없습니다. 로마자, 숫자, . _ : - 만 쓸 수 있습니다.",
    ),
    "no_title": ("No title.", "제목이 없습니다."),
    "no_outlet": ("No outlet.", "매체가 없습니다."),
    "no_link": ("No link.", "링크가 없습니다."),
    "no_type": ("No event type is given.", "사건 유형이 적혀 있지 않습니다."),
    "unknown_type": ("Not one of our event types.", "이 지도의 사건 유형에 없는 말입니다."),
    "acled_type": (
        "ACLED's type has no sure equal among ours.",
        "ACLED의 유형에 확실히 들어맞는 유형이 이 지도에 없습니다.",
    ),
    "ucdp_type": (
        "UCDP's types have no equal among ours.",
        "UCDP의 유형에 들어맞는 유형이 이 지도에 없습니다.",
    ),
    "unknown_agencies": ("Not known: {names}.", "알려지지 않은 이름: {names}."),
    "cells": (
        "The row has {count} cells, the header {columns}.",
        "행의 칸은 {count}개인데 제목 줄은 {columns}개입니다.",
    ),
    "cells_beyond": (
        "What stands right of the header was not used.",
        "제목 줄보다 오른쪽에 있는 내용은 쓰지 않았습니다.",
    ),
    "loose_separator": (
        "Look for a separator inside a cell that is not in quotes.",
        "따옴표로 묶지 않은 칸 안에 구분 기호가 있는지 살펴 주십시오.",
    ),
    "nul": (
        "The row has a NUL character, so it is not plain text.",
        "행에 NUL 문자가 있어 일반 텍스트가 아닙니다.",
    ),
    "no_text": (
        "The row has characters that are no text, such as control characters; {instead} stands in "
        "their place.",
        "행에 제어 문자처럼 글자가 아닌 것이 있어 그 자리에 {instead}를 넣었습니다.",
    ),
    "swallowed": (
        "A cell in quotation marks holds lines that look like rows of their own. If they are, a "
        "quotation mark before them was never closed.",
        "따옴표로 묶인 칸 안에 별개의 행처럼 보이는 줄이 있습니다. 별개의 행이 맞다면 그 앞의 "
        "따옴표가 닫히지 않은 것입니다.",
    ),
    "open_quote": (
        "Line {line:,} of the file has a quotation mark that never closes ({fault}). Close or "
        "remove it.",
        "파일의 {line:,}번째 줄에 닫히지 않은 따옴표가 있습니다({fault}). 닫거나 지워 주십시오.",
    ),
}
