"""Names of the fields a row is read into; in English the code itself, as in every file."""

from __future__ import annotations

KOREAN = {
    "id": "식별번호", "title": "제목", "summary": "요약", "date_start": "시작일",
    "date_end": "종료일", "date_precision": "날짜 정밀도", "reported_on": "보도일",
    "reported_on_basis": "보도일 근거", "year_basis": "연도 근거", "province": "도",
    "district": "시·군", "district_as_reported": "보도된 지명", "locality": "상세 장소",
    "place_precision": "장소 정밀도", "event_type": "사건 유형", "agency": "기관",
    "targets": "대상", "pretext": "이유", "occasion_id": "기념일·캠페인",
    "occasion_note": "기념일 비고", "bribe_amount": "뇌물 금액", "bribe_currency": "뇌물 통화",
    "bribe_in_kind": "뇌물 현물", "people_affected": "영향받은 인원",
    "people_detained": "구금 인원", "people_killed": "사망 인원", "outlet": "매체",
    "via": "재게시처", "source_url": "링크", "other_source_urls": "다른 링크",
    "source_title": "출처 제목", "source_count": "정보원 수", "note": "비고",
    "district_id": "시·군 식별번호", "date": "날짜", "year": "연도", "month": "월", "day": "일",
    "country": "나라", "place": "장소", "latitude": "위도", "longitude": "경도",
    "coordinates": "좌표", "time_precision": "시간 정밀도", "geo_precision": "위치 정밀도",
    "date_prec": "날짜 정밀도 부호", "where_prec": "위치 정밀도 부호", "acled_type": "ACLED 유형",
    "acled_sub_type": "ACLED 하위 유형", "actor": "행위자", "violence": "폭력 유형", "row": "행",
}  # fmt: skip

WORDS: dict[str, tuple[str, str]] = {
    name: (name, f"{korean} ({name})") for name, korean in KOREAN.items()
}
