"""Words about the columns of a reader's file: which field each holds, and how to correct it."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "read": ("Columns: {read} of {all} read", "열: {all}개 가운데 {read}개를 읽음"),
    "unread_stay": (
        "Columns that are not read stay in the downloadable report.",
        "읽지 않은 열도 내려받는 보고서에는 그대로 남습니다.",
    ),
    "column": ("Column of the file", "파일의 열"),
    "example": ("For example", "예"),
    "read_as": ("Read as", "읽은 항목"),
    "not_read": ("not read", "읽지 않음"),
    "table": (
        "Columns of the file and what they are read as",
        "파일의 열과 각 열을 읽은 항목",
    ),
    "correct": (
        "**Correct it:** choose for each field the column that holds it.",
        "**바로잡기:** 각 항목이 들어 있는 열을 고르십시오.",
    ),
    "apply": ("Read the columns like this", "이대로 열 읽기"),
    "no_column": ("no column", "해당 열 없음"),
    "when": ("When", "언제"),
    "where": ("Where", "어디서"),
    "what": ("What", "무엇을"),
    "source": ("Source", "출처"),
    "further": ("Further", "그 밖"),
    # Fields that only a reader's file has
    "date": (
        "A day, or words for one: 2019-11-13, Nov 2019, 11월 초, 1-5 Nov 2019",
        "하루 또는 그것을 나타내는 말: 2019-11-13, 2019년 11월, 11월 초, 1-5 Nov 2019",
    ),
    "year": (
        "The year, where it stands in a column of its own",
        "연도가 따로 한 열에 있을 때의 연도",
    ),
    "month": (
        "The month, where it stands in a column of its own",
        "월이 따로 한 열에 있을 때의 월",
    ),
    "day": ("The day, where it stands in a column of its own", "일이 따로 한 열에 있을 때의 일"),
    "country": (
        "Rows of another country stay off the map",
        "다른 나라의 행은 지도에 나타나지 않음",
    ),
    "place": (
        "Any place: a district, a province, or both in one cell",
        "장소: 시·군이나 도, 또는 한 칸에 적은 둘 다",
    ),
    "latitude": ("Degrees north (WGS 84)", "북위, 도(°) 단위 (WGS 84)"),
    "longitude": ("Degrees east (WGS 84)", "동경, 도(°) 단위 (WGS 84)"),
    "coordinates": ("Latitude and longitude in one cell", "한 칸에 적은 위도와 경도"),
}
