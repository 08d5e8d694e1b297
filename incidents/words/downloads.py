"""The download buttons: formats by name, and what each cannot carry."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "button": (
        "Download {n:,} {n:row|rows} as {format}",
        "{n:,}행 내려받기: {format}",
    ),
    "others": ("Other formats", "다른 형식"),
    "others_told": (
        "The same {n:,} {n:row|rows}, for other programs.",
        "같은 {n:,}행을 다른 프로그램에 맞는 형식으로 내려받습니다. 파일의 내용은 영어로 쓰입니다.",
    ),
    "limits": ("Limits: {limits}.", "한계: {limits}."),
    # Formats.
    "format.csv": ("CSV", "CSV"),
    "format.csv-excel": ("CSV for Excel", "엑셀용 CSV"),
    "format.xlsx": ("Excel workbook", "엑셀 통합 문서"),
    "format.geojson": ("GeoJSON", "GeoJSON"),
    "format.gpkg": ("GeoPackage", "GeoPackage"),
    "format.kml": ("KML (Google Earth)", "KML(구글 어스)"),
    "format.parquet": ("Parquet", "Parquet"),
    "format.bundle": (
        "Bundle: CSV, manifest, citations, licences (zip)",
        "묶음: CSV, 명세, 인용, 이용 허락(zip)",
    ),
    "format.acled": ("CSV in ACLED's columns", "ACLED 열 구성의 CSV"),
    "format.ucdp": ("CSV in UCDP's columns", "UCDP 열 구성의 CSV"),
    # What a format cannot carry.
    "loss.every_format": (
        "NUL and broken surrogates: they become the replacement character U+FFFD",
        "NUL과 깨진 대리 문자: 대체 문자 U+FFFD로 바뀜",
    ),
    "loss.not_in_xml": (
        "control characters and U+FFFE, U+FFFF: they become U+FFFD",
        "제어 문자와 U+FFFE, U+FFFF: U+FFFD로 바뀜",
    ),
    "loss.apostrophes": (
        "undoing the apostrophes needs the byte order mark at the start of the file",
        "작은따옴표를 되돌리려면 파일 맨 앞의 바이트 순서 표시(BOM)가 있어야 함",
    ),
    "loss.carriage_returns": (
        "carriage returns: they become line feeds",
        "캐리지 리턴: 줄 바꿈 문자로 바뀜",
    ),
    "loss.long_text": (
        "text over 32,767 characters in one cell: cut, and marked as cut in the cell",
        "한 칸에 32,767자가 넘는 글: 잘리며, 잘렸다는 표시가 칸에 남음",
    ),
    "loss.many_rows": ("more than 1,048,575 rows: refused", "1,048,575행 초과: 내보내지 않음"),
    "loss.early_days": (
        "days before 1 March 1900: they stay text",
        "1900년 3월 1일 이전의 날짜: 글자로 남음",
    ),
    "loss.long_numbers": ("numbers beyond 15 digits: rounded", "15자리가 넘는 수: 반올림됨"),
    "loss.exact_place": (
        "the place of the incident: points are interior points of districts or provinces",
        "사건의 정확한 위치: 점은 시·군이나 도 안의 한 점일 뿐임",
    ),
    "loss.order": (
        "the order of rows: they are grouped by event type, in order within each",
        "행의 순서: 사건 유형별로 묶이며 그 안에서만 순서가 유지됨",
    ),
    "loss.types": ("types: every value is text", "자료형: 모든 값이 글자로 저장됨"),
    "loss.acled_interval": (
        "the interval: event_date is its middle day; read back, a week is seven days around it "
        "and anything coarser the calendar month (the EDTF form stands in tags)",
        "기간: event_date는 가운데 날이며, 다시 읽으면 주는 그 앞뒤 이레, 더 넓은 것은 그 달 "
        "전체가 됨(EDTF 표기는 tags에 있음)",
    ),
    "loss.coordinates": (
        "coordinates where a locality is known by name only, or several districts are named",
        "이름만 알려진 지점이거나 여러 시·군이 나오는 경우의 좌표",
    ),
    "loss.acled_places": (
        "district and province only: told apart by admin2, not by geo_precision 3",
        "시·군과 도 단위의 구별: geo_precision 3이 아니라 admin2로 구별함",
    ),
    "loss.acled_columns": (
        "agencies as codes, occasion, bribe, via, other links, headline, report date, "
        "people affected and detained, number of informants, note, dataset",
        "기관 부호, 기념일, 뇌물, 경유 매체, 다른 링크, 기사 제목, 보도일, 영향을 받은 사람과 "
        "구금된 사람의 수, 제보자 수, 비고, 데이터 구분",
    ),
    "loss.acled_types": (
        "event types: most become Strategic developments / Other (our code stands in tags)",
        "사건 유형: 대부분 Strategic developments / Other가 됨(이 지도의 부호는 tags에 있음)",
    ),
    "loss.ucdp_precision": (
        "season and year: both become date_prec 5 (the interval itself is kept)",
        "계절과 연도: 둘 다 date_prec 5가 됨(기간 자체는 유지됨)",
    ),
    "loss.ucdp_columns": (
        "title, summary, event type, agencies as codes, targets, pretext, occasion, bribe, via, "
        "links, people affected and detained, number of informants, note, dataset",
        "제목, 요약, 사건 유형, 기관 부호, 대상, 명분, 기념일, 뇌물, 경유 매체, 링크, 영향을 받은 "
        "사람과 구금된 사람의 수, 제보자 수, 비고, 데이터 구분",
    ),
}
