"""Words of the sources page: how we know, the files and their licences, how to cite."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "title": ("How we know, and how far to trust it", "어떻게 알았고, 얼마나 믿을 수 있는가"),
    "lead": (
        "{n:,} {n:report|reports} from {outlets:,} {outlets:outlet|outlets}, {first} – {last}. "
        "This page speaks of all the data; the filters do not change it.",
        "{first}부터 {last}까지 매체 {outlets:,}곳의 보고 {n:,}건입니다. "
        "이 페이지는 자료 전체를 다루며 조건에 따라 바뀌지 않습니다.",
    ),
    "original": (
        "What the data files say of themselves is in English.",
        "아래에서 자료 파일이 스스로 밝히는 내용은 원문(영어) 그대로입니다.",
    ),
    "unreadable": (
        "What the data files say of themselves cannot be read.",
        "자료 파일의 설명을 읽을 수 없습니다.",
    ),
    "not_as_published": (
        "A data file is not as published. {fault}",
        "자료 파일 하나가 공개된 것과 다릅니다. {fault}",
    ),
    "as_described": (
        "All {n:,} data files are byte for byte as described below (SHA-256).",
        "자료 파일 {n:,}개가 모두 아래 설명과 한 바이트도 다르지 않습니다 (SHA-256).",
    ),
    "must_know": ("What a reader must know", "반드시 알아야 할 점"),
    "how_checked": ("How rows were checked", "기록을 검증한 방법"),
    "how_coded": ("How rows were coded", "기록을 작성한 방법"),
    "columns": ("Columns and what they mean", "열과 그 뜻"),
    "column": ("Column", "열"),
    "meaning": ("Meaning", "뜻"),
    "codes": ("Codes and what they stand for", "부호와 그 뜻"),
    "weak_years": ("Where the year is weak", "연도가 불확실한 기록"),
    "contested": ("Contested, or hearsay", "논란이 있거나 전해 들은 기록"),
    "limits_rows": ("Known limits of the rows", "기록의 알려진 한계"),
    "limits_map": ("Known limits of the map", "지도의 알려진 한계"),
    "files": ("Files, licences and credit", "파일, 사용 허가, 출처 표시"),
    "file": ("File", "파일"),
    "licence": ("Licence and credit", "사용 허가와 출처 표시"),
    "one_row": ("{file}: one row is {row}", "{file} · 한 행: {row}"),
    "details": (
        "What was changed in each file, its limits, its sources and its SHA-256",
        "파일마다 바꾼 점, 한계, 출처, SHA-256",
    ),
    "producer": ("Producer: {told}", "작성: {told}"),
    "changes": ("Changes: {told}", "바꾼 점: {told}"),
    "limits": ("Limits: {told}", "한계: {told}"),
    "sha256": ("SHA-256: {told}", "SHA-256: {told}"),
    "cite": ("How to cite", "인용 방법"),
    "cite_one": (
        "To cite one record, open it: its citation stands beside it.",
        "기록 하나를 인용하려면 그 기록을 여십시오. 옆에 인용문이 있습니다.",
    ),
}
