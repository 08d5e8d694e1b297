"""The filters: period, days, places, kinds, agencies, outlets, words."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "about": (
        "Reported security-force incidents in North Korea",
        "북한 공안기관이 벌인 것으로 보고된 사건",
    ),
    "of_sources": (
        "The filters do not change this page: it speaks of all the data.",
        "이 페이지는 자료 전체를 다루므로 아래 조건에 따라 바뀌지 않습니다.",
    ),
    "of_your-data": (
        "The filters do not change this page; they hold for your data once they are in use.",
        "이 페이지는 아래 조건에 따라 바뀌지 않습니다. 조건은 내 데이터를 사용한 뒤에 적용됩니다.",
    ),
    "all": ("All", "전체"),
    "province": ("Province", "도"),
    "district": ("District", "시·군"),
    "event_type": ("Type of incident", "사건 유형"),
    "agency": ("Agency", "기관"),
    "outlet": ("Outlet", "매체"),
    "occasion": ("Tied by the source to", "출처가 연관 지은 기념일·캠페인"),
    "only_record": ("Only record {id}; show all", "기록 {id}만 표시 중: 모두 보기"),
    "text": ("Words in the report", "보고에 나오는 낱말"),
    "text_example": ("e.g. fuel Hyesan", "예: fuel 혜산"),
    "text_told": (
        "All words must occur, in any order, as parts of words, in the title, summary, "
        "place, targets or pretext.",
        "입력한 낱말이 모두 제목, 요약, 장소, 대상, 명분 가운데 어딘가에 나와야 합니다. "
        "순서는 상관없고 낱말의 일부여도 됩니다. 제목과 요약은 영어로 쓰여 있습니다.",
    ),
    "reset": ("Reset all", "모두 초기화"),
    # The period.
    "period": ("Period", "기간"),
    "any_time": ("Any time", "모든 기간"),
    "occasion_label": ("{name} · {day}, every year", "{name} · 매년 {day}"),
    "by_the_moon": ("by the moon", "음력"),
    "campaign_label": ("{name} · {year}, once", "{name} · {year}년 1회"),
    "example": (
        "Try: run-up to the Day of Security (19 Nov)",
        "예시: 보안절(11월 19일) 사전 기간",
    ),
    "before": ("Days before", "이전 일수"),
    "after": ("Days after", "이후 일수"),
    "years": ("Years", "연도"),
    "every_year": ("Every year of the data", "데이터의 모든 연도"),
    "basis": ("What the default rests on", "기본값의 근거"),
    "no_runup": (
        "No run-up has been reported for this day; {n} days is only a common starting point.",
        "이 날의 사전 기간은 보고된 적이 없습니다. {n}일은 흔히 쓰는 출발점일 뿐입니다.",
    ),
    "runup": ("{n} {n:day|days}. {basis}", "{n}일. 근거(원문): {basis}"),
    "original": ("{text}", "원문: {text}"),
    "open_end": (
        "{dates} (no end reported; counted to the last report)",
        "{dates}(끝은 보고되지 않아 마지막 보고까지 셉니다)",
    ),
    "about_campaign": ("About this campaign", "이 캠페인에 대하여"),
    "no_note": ("No further note.", "추가 설명이 없습니다."),
    "only_where": ("Only where it applied: {where}", "적용 지역만 보기: {where}"),
    # The days.
    "months": ("Time", "기간(월)"),
    "histogram": (
        "Expected reports per month from {first} to {last}; most in {most}. "
        "The page Periods has every month as a table.",
        "{first}부터 {last}까지 달마다 기대되는 보고 건수입니다. "
        "가장 많은 달: {most}. 모든 달의 수는 ‘기간’ 페이지의 표에 있습니다.",
    ),
    "histogram_flat": (
        "Expected reports per month from {first} to {last}: none.",
        "{first}부터 {last}까지 달마다 기대되는 보고 건수입니다. 보고가 없습니다.",
    ),
    "month_counted": ("{month} ({n})", "{month} {n}건"),
    "from": ("From", "시작일"),
    "to": ("To", "종료일"),
    "counts_if": ("A report counts if its date", "집계할 보고"),
    "touches": ("May lie in it (touches)", "기간에 걸칠 수 있는 보고(걸침)"),
    "within": ("Surely lies in it (within)", "기간에 확실히 드는 보고(완전 포함)"),
}
