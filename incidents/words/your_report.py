"""Words of the report on a reader's file: outcome of every row, why, duplicates, downloads."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "totals": (
        "**{rows:,}** {rows:row|rows} read = **{accepted:,}** accepted + **{repaired:,}** repaired "
        "+ **{refused:,}** refused",
        "읽은 행 **{rows:,}** = 수용 **{accepted:,}** + 보정 **{repaired:,}** + 거부 "
        "**{refused:,}**",
    ),
    "totals_told": (
        "Accepted: came in as it was. Repaired: came in with something changed or left out. "
        "Refused: has no valid date, or cannot be read as a row; it stays in the report.",
        "수용: 있는 그대로 들어왔습니다. 보정: 무언가를 바꾸거나 빼고 들어왔습니다. 거부: 올바른 "
        "날짜가 없거나 행으로 읽을 수 없습니다. 거부된 행도 보고서에는 남습니다.",
    ),
    "title": ("Row by row", "행별 결과"),
    "accepted": ("accepted", "수용"),
    "repaired": ("repaired", "보정"),
    "refused": ("refused", "거부"),
    "row": ("Row", "행"),
    "rows": ("Rows", "행 수"),
    "outcome": ("Outcome", "결과"),
    "field": ("Field", "항목"),
    "from": ("From", "원래 값"),
    "to": ("To", "바뀐 값"),
    "why": ("Why", "까닭"),
    "words": ("Words", "찾는 말"),
    "words_where": ("in From, To or Why", "원래 값, 바뀐 값, 까닭에서"),
    "all": ("All", "전체"),
    "together": ("Same faults together", "같은 문제끼리 묶기"),
    "page": (
        "Page (of {pages:,}, {lines:,} lines each)",
        "쪽(모두 {pages:,}쪽, 쪽마다 {lines:,}줄)",
    ),
    "nothing": ("No row fits.", "맞는 행이 없습니다."),
    "table": (
        "What became of each row of the file, and why",
        "파일의 각 행이 어떻게 되었는지와 그 까닭",
    ),
    "report_csv": ("Report as CSV", "보고서 CSV"),
    "report_told": (
        "Every row of the file: its number, what became of it, and its own columns.",
        "파일의 모든 행: 행 번호, 결과, 원래의 열.",
    ),
    "refused_csv": (
        "{rows:,} refused {rows:row|rows} as CSV",
        "거부된 {rows:,}행 CSV",
    ),
    "refused_told": (
        "In their own columns, to be corrected and loaded again.",
        "원래의 열 그대로이며, 바로잡아 다시 올릴 수 있습니다.",
    ),
    "came_csv": (
        "{rows:,} {rows:row|rows} that came in as CSV",
        "들어온 {rows:,}행 CSV",
    ),
    "came_told": (
        "In the columns of this atlas, with source_row.",
        "이 지도의 열로 적으며 source_row가 붙습니다.",
    ),
    "duplicates": (
        "{rows:,} {rows:row|rows} may report what another row does; none was removed",
        "다른 행과 같은 사건일 수 있는 행 {rows:,}개(지운 것은 없음)",
    ),
    "like": ("Like", "비슷한 것"),
    "like_row": ("row {row} of this file", "이 파일의 {row}행"),
    "like_embedded": ("embedded {id}", "기본 데이터 {id}"),
    "duplicates_table": (
        "Rows that may report the same incident as another",
        "다른 행과 같은 사건일 수 있는 행",
    ),
    "first_of": ("The first {shown:,} of {all:,}.", "{all:,}개 가운데 처음 {shown:,}개입니다."),
    "file_same_link": ("same link, days and place", "링크, 날짜, 장소가 같음"),
    "file_same_words": ("same words, type, days and place", "글, 유형, 날짜, 장소가 같음"),
    "embedded_same_id": (
        "same id as an embedded incident",
        "기본 데이터의 사건과 식별번호가 같음",
    ),
    "embedded_same_link": (
        "same link, days and place as an embedded incident",
        "기본 데이터의 사건과 링크, 날짜, 장소가 같음",
    ),
    "embedded_same_words": (
        "same words, type, days and place as an embedded incident",
        "기본 데이터의 사건과 글, 유형, 날짜, 장소가 같음",
    ),
}
