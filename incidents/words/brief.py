"""Words of the printed brief of a view: one page with its numbers, its caveats and its link."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "button": ("Brief of this view", "보기 요약"),
    "button_told": (
        "One page to print or to save as PDF: map, counts, caveats, citation and link.",
        "지도, 건수, 유의 사항, 인용, 링크를 담은 한 쪽을 인쇄하거나 PDF로 저장합니다.",
    ),
    "title": ("Crackdown Atlas: brief of a view", "북한 단속 지도(Crackdown Atlas): 보기 요약"),
    "subject": (
        "Reported security-force incidents in North Korea",
        "북한 공안기관이 벌인 것으로 보고된 사건",
    ),
    "how_to_print": (
        "Print this page, or choose “Save as PDF” in the print dialogue. It fits one sheet of A4.",
        "이 페이지를 인쇄하거나 인쇄 창에서 ‘PDF로 저장’을 고르십시오. A4 한 장에 맞습니다.",
    ),
    "within": ("surely inside the period", "기간에 확실히 포함"),
    "expected": ("expected inside", "기대값"),
    "touches": ("possibly inside", "포함 가능"),
    "map": (
        "Map of North Korea: {districts:,} {districts:district|districts} with reports, shaded by "
        "their number; the table beside it has the numbers.",
        "북한 지도: 보고가 있는 시·군 {districts:,}곳을 건수에 따라 칠했습니다. "
        "건수는 옆의 표에 있습니다.",
    ),
    "legend": ("Reported incidents by district", "시·군별 보고 사건"),
    "no_reports": ("No reports", "보고 없음"),
    "outside": ("Outside the places chosen", "고른 지역 밖"),
    "badge": ("Province named, district not", "도만 알려지고 시·군은 모름"),
    "books": (
        "{districts:,} in a district, {provinces:,} in a province only, {nowhere:,} not on the "
        "map.",
        "시·군까지 알려진 보고 {districts:,}건, 도만 알려진 보고 {provinces:,}건, "
        "지도에 없는 보고 {nowhere:,}건입니다.",
    ),
    "provinces": ("By province", "도별"),
    "districts": ("By district", "시·군별"),
    "none": ("none", "없음"),
    "more_provinces": ("{n:,} more {n:province|provinces}", "그 밖의 도 {n:,}곳"),
    "more_districts": ("{n:,} more {n:district|districts}", "그 밖의 시·군 {n:,}곳"),
    "no_province": ("No province named", "도를 밝히지 않음"),
    "caveats": ("How to read this", "읽는 법"),
    "reports": (
        "These are reports, nearly all from anonymous informants. One report is not one event, "
        "and counting them counts reporting, not repression.",
        "모두 보고된 내용이며 대부분 익명의 정보원에게서 나왔습니다. 보고 한 건이 곧 사건 한 건은 "
        "아니며, 건수는 탄압이 아니라 보도의 양을 나타냅니다.",
    ),
    "absence": (
        "No report is not no event: a district without reports is not a district without "
        "incidents.",
        "보고가 없다고 사건이 없었던 것은 아닙니다. 보고가 없는 시·군이 사건이 없는 곳은 아닙니다.",
    ),
    "intervals": (
        "Dates are intervals: many reports give a week, a month or a season, not a day. Surely "
        "inside means the whole interval, possibly inside at least one day of it; expected spreads "
        "each report evenly over its days.",
        "날짜는 기간입니다. 많은 보고가 하루가 아니라 한 주, 한 달, 한 계절로 전합니다. ‘확실히 "
        "포함’은 기간 전체가, ‘포함 가능’은 하루라도 들어 있다는 뜻이며, 기대값은 보고마다 그 "
        "날짜들에 고르게 나눈 값입니다.",
    ),
    "intervals_alone": (
        "Dates are intervals: many reports give a week, a month or a season, not a day.",
        "날짜는 기간입니다. 많은 보고가 하루가 아니라 한 주, 한 달, 한 계절로 전합니다.",
    ),
    "several": (
        "A report that names several districts counts in each of them, so districts may add up to "
        "more than the total. No district is drawn more exactly than it was named.",
        "여러 시·군을 든 보고는 시·군마다 한 번씩 세므로 시·군별 합계가 전체보다 많을 수 있습니다. "
        "지도는 보도된 것보다 더 정확하게 나타내지 않습니다.",
    ),
    "own": (
        "Some or all rows are a reader's own and not in the published data; the link does not "
        "bring them back elsewhere.",
        "일부 또는 모든 행은 독자 자신의 자료이며 공개된 자료에 없습니다. 다른 곳에서는 링크를 "
        "열어도 그 행이 나타나지 않습니다.",
    ),
    "synthetic": (
        "The rows are synthetic: made up to test the atlas, and reports of nothing.",
        "이 행들은 지도를 시험하려고 지어낸 가상의 자료이며 실제 보고가 아닙니다.",
    ),
    "cite": ("Citation", "인용"),
    "citation": (
        "Crackdown Atlas, reported security-force incidents in North Korea, dataset version "
        "{version}, data as of {as_of}. {sentence}",
        "북한 단속 지도(Crackdown Atlas), 북한 공안기관이 벌인 것으로 보고된 사건, "
        "데이터 버전 {version}, 기준일 {as_of}. "
        "{sentence}",
    ),
    "citation_undated": (
        "Crackdown Atlas, reported security-force incidents in North Korea, dataset version "
        "{version}. {sentence}",
        "북한 단속 지도(Crackdown Atlas), 북한 공안기관이 벌인 것으로 보고된 사건, "
        "데이터 버전 {version}. {sentence}",
    ),
    "link": ("Permanent link to this view", "이 보기의 고정 링크"),
    "too_long": (
        "The link is too long to print: it is behind these words in the file, and under “Copy "
        "link” in the atlas.",
        "링크가 너무 길어 인쇄하지 않았습니다. 파일에서는 이 글을 누르면 열리고, 지도에서는 "
        "‘링크 복사’로 얻을 수 있습니다.",
    ),
    "made": (
        "Written {day}. Dataset version {version} (SHA-256).",
        "작성일 {day}. 데이터 버전 {version} (SHA-256).",
    ),
    "credit": (
        "Boundaries: World Food Programme / OCHA ROAP (2019) via geoBoundaries (Runfola et al. "
        "2020), CC BY 3.0 IGO, simplified; not authoritative, no view on status implied.",
        "경계: World Food Programme / OCHA ROAP (2019), geoBoundaries (Runfola et al. 2020) 제공, "
        "CC BY 3.0 IGO, 단순화함. 공식 경계가 아니며 지위에 대한 견해를 뜻하지 않습니다.",
    ),
    "credit_incidents": (
        "Incidents: Crackdown Atlas, CC BY 4.0; the reports belong to their publishers.",
        "사건 자료: 북한 단속 지도(Crackdown Atlas), CC BY 4.0. 보도의 권리는 각 매체에 있습니다.",
    ),
}
