"""Labels of the codes in the data: kinds of incident, agencies, precisions, kinds of period."""

from __future__ import annotations

EVENT_TYPES: dict[str, tuple[str, str]] = {
    "arrest": ("Arrest", "체포"),
    "home_search": ("Home search", "가택 수색"),
    "bribe_extortion": ("Bribe or extortion", "뇌물·갈취"),
    "levy_collection": ("Levy collection", "세외부담 징수"),
    "inspection_campaign": ("Inspection campaign", "검열"),
    "traffic_movement_control": ("Control of travel and movement", "이동·통행 통제"),
    "border_control": ("Border control", "국경 통제"),
    "border_shooting": ("Shooting at the border", "국경 총격"),
    "defection_crackdown": ("Crackdown on defection", "탈북 단속"),
    "smuggling_crackdown": ("Crackdown on smuggling", "밀수 단속"),
    "phone_crackdown": ("Crackdown on phones", "휴대전화 단속"),
    "remittance_crackdown": ("Crackdown on remittances", "송금 단속"),
    "market_crackdown": ("Crackdown on markets", "시장 단속"),
    "drug_crackdown": ("Crackdown on drugs", "마약 단속"),
    "media_crackdown": ("Crackdown on foreign media", "외부 영상물 단속"),
    "appearance_crackdown": ("Crackdown on dress and appearance", "옷차림·용모 단속"),
    "alcohol_gambling_crackdown": ("Crackdown on alcohol and gambling", "음주·도박 단속"),
    "superstition_crackdown": ("Crackdown on superstition", "미신 단속"),
    "religion_crackdown": ("Crackdown on religion", "종교 단속"),
    "vagrancy_roundup": ("Round-up of vagrants", "꽃제비·방랑자 단속"),
    "forced_mobilization": ("Forced mobilization", "강제 동원"),
    "detention_abuse": ("Abuse in detention", "구금 중 학대"),
    "public_trial": ("Public trial", "공개재판"),
    "execution": ("Execution", "처형"),
    "official_purge": ("Purge of officials", "간부 숙청"),
    "resistance": ("Resistance", "저항"),
    "other": ("Other", "기타"),
}

AGENCIES: dict[str, tuple[str, str]] = {
    "MPS": ("Police (MPS)", "보안서·안전성(경찰)"),
    "MSS": ("State security (MSS)", "보위부·국가보위성"),
    "BORDER_GUARD": ("Border guard", "국경경비대"),
    "MILITARY": ("Military", "군"),
    "PROSECUTORS": ("Prosecutors", "검찰"),
    "UNIFIED_COMMAND": ("Unified command groups", "연합지휘부·상무"),
    "YOUTH_LEAGUE": ("Youth league", "청년동맹"),
    "PARTY": ("Party", "당"),
    "NEIGHBORHOOD_WATCH": ("Neighbourhood watch (inminban)", "인민반"),
    "MARKET_MGMT": ("Market management", "시장관리소"),
    "OTHER": ("Other agency", "기타 기관"),
}

DATE_PRECISIONS: dict[str, tuple[str, str]] = {
    "day": ("to the day", "일 단위"),
    "week": ("to the week", "주 단위"),
    "month": ("to the month", "월 단위"),
    "season": ("to the season", "계절 단위"),
    "year": ("to the year", "연 단위"),
}

PLACE_PRECISIONS: dict[str, tuple[str, str]] = {
    "locality": ("a place inside the district", "시·군 안의 지점까지"),
    "district": ("the district", "시·군까지"),
    "province": ("the province only", "도까지만"),
    "country": ("no province", "도 불명"),
}

YEAR_BASES: dict[str, tuple[str, str]] = {
    "stated": ("the source states the year", "출처가 연도를 밝힘"),
    "dateline": ("the year of the source's dateline", "출처의 발신 일자에 따른 연도"),
    "inferred": (
        "the year is inferred (how: in the note)",
        "연도는 추정(근거는 비고에 기재)",
    ),
}

REPORTED_ON_BASES: dict[str, tuple[str, str]] = {
    "page": ("the page itself", "해당 페이지"),
    "text": ("the text of the report", "보도 본문"),
    "listing": ("a dated listing", "날짜가 적힌 목록"),
    "repost": ("a dated repost", "날짜가 적힌 재게시물"),
}

CONFIDENCES: dict[str, tuple[str, str]] = {
    "high": ("high", "높음"),
    "medium": ("medium", "보통"),
    "low": ("low", "낮음"),
}

RUNUP_BASES: dict[str, tuple[str, str]] = {
    "declared": ("declared", "공식 선포"),
    "reported practice": ("reported practice", "보도된 관행"),
}

KINDS: dict[str, tuple[str, str]] = {
    "holiday": ("holiday", "명절·기념일"),
    "memorial": ("memorial", "추모일"),
    "agency_day": ("agency day", "기관 창립일"),
    "seasonal": ("seasonal", "연례 시기"),
    "election": ("election", "선거"),
    "inspection_campaign": ("inspection campaign", "검열"),
    "mourning": ("mourning", "애도 기간"),
    "epidemic": ("epidemic", "방역"),
    "labor_campaign": ("labour campaign", "노력 동원"),
    "border_closure": ("border closure", "국경 봉쇄"),
    "party_congress": ("party congress", "당대회"),
    "legal_campaign": ("legal campaign", "법 제정"),
    "currency_reform": ("currency reform", "화폐개혁"),
    "other": ("other", "기타"),
}


def _under(table: str, labels: dict[str, tuple[str, str]]) -> dict[str, tuple[str, str]]:
    return {f"{table}.{code}": pair for code, pair in labels.items()}


WORDS: dict[str, tuple[str, str]] = {
    "place_in_both": ("{latin} ({hangul})", "{hangul}({latin})"),
    "district_of": ("{district}, {province}", "{province} {district}"),
    "period_in_both": ("{english} · {korean}", "{korean} · {english}"),
    "the": ("the {name}", "{name}"),
    "listed_or": ("{first} or {last}", "{first} 또는 {last}"),
    "listed_and": ("{first} and {last}", "{first} 및 {last}"),
    "more": ("{n:,} more", "그 외 {n:,}개"),
    **_under("event_type", EVENT_TYPES),
    **_under("agency", AGENCIES),
    **_under("date_precision", DATE_PRECISIONS),
    **_under("place_precision", PLACE_PRECISIONS),
    **_under("year_basis", YEAR_BASES),
    **_under("reported_on_basis", REPORTED_ON_BASES),
    **_under("confidence", CONFIDENCES),
    **_under("runup_basis", RUNUP_BASES),
    **_under("kind", KINDS),
}
