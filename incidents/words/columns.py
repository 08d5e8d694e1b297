"""What each column of the files means; the English is the codebook of the exports."""

from __future__ import annotations

from incidents.record import COLUMNS, DERIVED_COLUMNS

KOREAN = {
    "id": "사건의 고정 식별번호이며 다시 쓰지 않음",
    "title": "직접 쓴 한 줄 제목",
    "summary": "보도 내용을 직접 요약한 글이며 민간인의 이름은 적지 않음",
    "date_start": "사건이 일어났을 수 있는 첫날 (ISO, 당일 포함)",
    "date_end": "사건이 일어났을 수 있는 마지막 날 (ISO, 당일 포함)",
    "date_precision": "날짜를 밝힌 정도: day(일), week(주), month(월), season(계절), year(연)",
    "reported_on": "보도된 날 (알려진 경우)",
    "reported_on_basis": "보도일의 근거: page(페이지), text(본문), listing(목록), repost(재게시)",
    "year_basis": "연도의 근거: stated(명시), dateline(발신일), inferred(추정)",
    "province": "ADM1, ISO 3166-2:KP 부호. 비어 있으면 전국 또는 미상",
    "district": "ADM2 이름, ;로 구분. 비어 있으면 도만 알려짐",
    "district_as_reported": "출처가 적은 그대로의 지명",
    "locality": "더 자세한 장소(글로만 있으며 좌표는 없음)",
    "place_precision": "locality(지점), district(시·군), province(도), country(전국)",
    "event_type": "행위의 종류이며 사건 유형 가운데 하나",
    "agency": "행위 주체, ;로 구분. 출처가 밝히지 않았으면 비어 있음",
    "targets": "대상이 된 사람들, ;로 구분한 자유로운 말",
    "pretext": "내세운 이유",
    "occasion_id": "기념일 또는 캠페인. 출처가 직접 연결한 경우에만 적음",
    "occasion_note": "출처가 그렇게 연결한 방식",
    "bribe_amount": "뇌물로 요구하거나 낸 금액(보도된 그대로)",
    "bribe_currency": "그 금액의 통화 (ISO 4217)",
    "bribe_in_kind": "물품으로 요구하거나 낸 것",
    "people_affected": "영향을 받은 사람 수(명시된 경우에만)",
    "people_detained": "구금된 사람 수(명시된 경우에만)",
    "people_killed": "숨진 사람 수(명시된 경우에만)",
    "outlet": "처음 보도한 매체",
    "via": "인용한 재게시처(있는 경우)",
    "source_url": "원문 페이지",
    "other_source_urls": "같은 사건을 다룬 다른 페이지, ;로 구분",
    "source_title": "출처의 제목",
    "source_count": "보도가 밝힌 정보원 수",
    "note": "날짜나 장소를 정한 방법(분명하지 않은 경우)",
    "edtf": "EDTF(ISO 8601-2)로 적은 기간",
    "province_name": "도의 이름",
    "district_id": "이 지도의 ADM2 식별번호, ;로 구분",
    "dataset": "행이 속한 데이터: embedded(기본 데이터) 또는 yours(내 데이터)",
}

WORDS: dict[str, tuple[str, str]] = {
    name: (meaning, KOREAN[name]) for name, meaning in {**COLUMNS, **DERIVED_COLUMNS}.items()
}
