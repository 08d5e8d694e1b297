"""Words of the form for one incident, and of the codebook with its template."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "intro": (
        "Only the date is required. The same rules apply as to a file; what is missing is told.",
        "날짜만 꼭 필요합니다. 파일과 같은 규칙을 따르며, 빠진 것은 알려 드립니다.",
    ),
    "by_hand": ("added by hand", "직접 추가한 자료"),
    "numbers": ("Sums and numbers, if stated", "금액과 인원(명시된 경우)"),
    "add": ("Add this incident", "이 사건 추가"),
    "added": ("Added: {title}, {when}.", "추가했습니다: {title}, {when}."),
    "one_incident": ("one incident", "사건 하나"),
    "missing": ("{field}: {why}", "{field}: {why}"),
    "when": ("When", "언제"),
    "when_example": (
        "2019-11-13, early November 2019, 11월 초 2019 ...",
        "2019-11-13, 2019년 11월 초, early November 2019 ...",
    ),
    "when_told": (
        "A day or words for a time: 2019.11.13, Nov 2019, 1-5 November 2019, 2019년 11월 초.",
        "하루 또는 때를 나타내는 말: 2019.11.13, 2019년 11월, 2019년 11월 초, 1-5 November 2019.",
    ),
    "order": ("Day or month first?", "일과 월 가운데 무엇이 먼저입니까?"),
    "dmy": ("Day first", "일 먼저"),
    "mdy": ("Month first", "월 먼저"),
    "understood": (
        "Understood as **{interval}**, known {precision}.",
        "**{interval}** 기간으로 이해했습니다(정밀도: {precision}).",
    ),
    "where": ("Where", "어디서"),
    "where_example": ("Type a name, e.g. Hyesan or 혜산", "이름을 입력하십시오. 예: 혜산, Hyesan"),
    "where_told": (
        "A district or a whole province. Empty: nationwide or unknown.",
        "시·군 또는 도 전체. 비워 두면 전국이거나 미상입니다.",
    ),
    "place": ("{place} [{code}]", "{place} [{code}]"),
    "type": ("Type", "유형"),
    "type_example": ("Choose a type", "유형을 고르십시오"),
    "agency": ("Agency", "기관"),
    "agency_example": ("Not named", "밝혀지지 않음"),
    "title": ("Title", "제목"),
    "title_told": (
        "One line in your own words. No private person's name.",
        "직접 쓴 한 줄. 민간인의 이름은 적지 마십시오.",
    ),
    "summary": ("Summary", "요약"),
    "summary_told": (
        "What was reported, in your own words. No private person's name.",
        "보도된 내용을 직접 쓴 글. 민간인의 이름은 적지 마십시오.",
    ),
    "locality": ("Finer place", "상세 장소"),
    "locality_told": (
        "Village, market, checkpoint or the like, as text.",
        "마을, 시장, 초소 등을 글로 적습니다.",
    ),
    "targets": ("Aimed at", "대상"),
    "targets_told": ("Separated by ;", "여럿이면 ;로 구분합니다."),
    "pretext": ("Reason given", "내세운 이유"),
    "outlet": ("Outlet", "매체"),
    "outlet_told": ("The original publisher.", "처음 보도한 곳입니다."),
    "source_url": ("Link", "링크"),
    "source_url_told": ("https://...", "https://..."),
    "reported_on": ("Reported on", "보도일"),
    "reported_on_told": ("The day of publication.", "보도된 날입니다."),
    "bribe_amount": ("Bribe, amount", "뇌물 금액"),
    "bribe_currency": ("Bribe, currency", "뇌물 통화"),
    "people_affected": ("Persons affected", "영향받은 인원"),
    "people_detained": ("Persons detained", "구금 인원"),
    "people_killed": ("Persons killed", "사망 인원"),
}
