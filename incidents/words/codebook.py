"""Words of the codebook on the page of a reader's own data, and of its template."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "intro": (
        "A sheet in these columns is read as it stands, with nothing to match.",
        "이 열로 된 표는 따로 맞출 것 없이 그대로 읽습니다.",
    ),
    "xlsx": ("Template as XLSX, with drop-downs", "XLSX 서식(목록 상자 포함)"),
    "csv": ("Template as CSV", "CSV 서식"),
    "note_sheet": (
        "Fill in the sheet Incidents, one line per reported incident, and load the file on the "
        "page Your data.",
        "Incidents 시트에 보고 사건을 한 줄에 하나씩 적고 내 데이터 페이지에서 파일을 올리십시오.",
    ),
    "note_days": (
        "Days as 2019-11-13. Where only a longer time is known, give its first and last day: "
        "November 2019 is 2019-11-01 to 2019-11-30; early, mid and late are 1-10, 11-20 and 21 to "
        "the end.",
        "날짜는 2019-11-13과 같이 적습니다. 더 긴 기간만 알려졌으면 첫날과 마지막 날을 적습니다. "
        "2019년 11월은 2019-11-01부터 2019-11-30까지이며 초순, 중순, 하순은 1-10일, 11-20일, "
        "21일-말일입니다.",
    ),
    "note_empty": (
        "Leave unknown cells empty. Several districts, agencies or targets are separated by ;",
        "모르는 칸은 비워 두십시오. 시·군, 기관, 대상이 여럿이면 ;로 구분합니다.",
    ),
    "note_persons": (
        "Do not write private persons' names, telephone numbers or e-mail addresses.",
        "민간인의 이름, 전화번호, 전자 우편 주소는 적지 마십시오.",
    ),
    "columns": ("Columns", "열"),
    "column": ("Column", "열 이름"),
    "meaning": ("Meaning", "뜻"),
    "codes": ("Codes", "부호"),
    "see_below": ("see below", "아래 참조"),
    "types": ("Types of incident", "사건 유형"),
    "agencies": ("Agencies", "기관"),
    "code": ("Code", "부호"),
}
