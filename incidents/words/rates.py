"""What is said of a run-up against the rest of the year: verdicts, cautions, the note on chance."""

from __future__ import annotations

VERDICTS: dict[str, tuple[str, str]] = {
    "no_other_day": (
        "Nothing to compare: the windows of {name} leave no other day.",
        "비교할 대상이 없습니다: {name} 기간을 빼면 남는 날이 없습니다.",
    ),
    "no_window": (
        "Nothing to compare: no window of {name} in the chosen years lies in the time the data "
        "cover.",
        "비교할 대상이 없습니다: 선택한 연도의 {name} 기간이 데이터가 다루는 시기에 들지 않습니다.",
    ),
    "too_few": (
        "Too few reports to say whether {scope}, differ from the rest of the year: of {n:,} "
        "{n:report|reports} about {expected:.1f} would fall there by chance, and a statement "
        "needs at least {least}.",
        "보고가 너무 적어 {scope:+이|가} 나머지 기간과 다른지 말할 수 없습니다: 보고 {n:,}건 "
        "가운데 우연히 이 기간에 들 것으로 기대되는 것은 약 {expected:.1f}건인데, 판단하려면 "
        "적어도 {least}건이 필요합니다.",
    ),
    "too_few_unremarkable": (
        "What there is, is unremarkable: {placed}.",
        "있는 보고만 놓고 보면 특이하지 않습니다: {placed}입니다.",
    ),
    "unremarkable": (
        "Unremarkable: {scope}, have {ratios}, and with the incidents spread evenly over their "
        "days stand at {placed}, below the 95th.",
        "특이하지 않습니다: {scope}의 경우 {ratios}. 사건을 각각의 날짜에 고르게 나누어 세면 "
        "{placed}로, 95백분위에 미치지 못합니다.",
    ),
    "fewer": (
        "If anything, there were fewer reports than at other times.",
        "오히려 다른 때보다 보고가 적었습니다.",
    ),
    "unproven": (
        "Not established: {scope}, stand at {placed}, but they have {ratios}; the two intervals "
        "do not both lie above 1.",
        "입증되지 않았습니다: {scope:+은|는} {placed}에 해당하지만, {ratios}. 두 신뢰구간이 모두 "
        "1보다 크지는 않습니다.",
    ),
    "rests_on_tied": (
        "Not established: {scope}, have {ratios}, {placed}, but this rests on reports found "
        "because their source ties them to the occasion.",
        "입증되지 않았습니다: {scope}의 경우 {ratios}. {placed}에 해당하지만, 이는 출처가 이 "
        "기념일과 연결했기 때문에 수집된 보고에서 비롯한 결과입니다.",
    ),
    "more": (
        "Reports came more often: {scope}, have {ratios}, and stand at {placed}.",
        "보고가 더 잦았습니다: {scope}의 경우 {ratios}. {placed}에 해당합니다.",
    ),
    "without_tied": (
        "Without the {n:,} {n:report|reports} that a source itself ties to the occasion it would "
        "be {placed} and {low} to {high} times.",
        "출처 스스로 이 기념일과 연결한 보고 {n:,}건을 빼면 {placed}, {low}에서 {high}입니다.",
    ),
    "vague": (
        "Of the {n:,} {n:report|reports} that may fall in the window, {unsure:,} may as well lie "
        "outside it.",
        "이 기간에 들 수 있는 보고 {n:,}건 가운데 {unsure:,}건은 기간 밖의 일일 수도 있습니다.",
    ),
    "caveat": (
        "Reports are counted, not events: the figures show when news got out, and neither how "
        "often it happened nor why.",
        "사건이 아니라 보고를 셉니다: 이 수치는 소식이 언제 알려졌는지를 보여 줄 뿐, 얼마나 "
        "자주, 왜 일어났는지는 보여 주지 않습니다.",
    ),
}

HEADLINES: dict[str, tuple[str, str]] = {
    "headline_no_window": (
        "No answer: there is nothing to compare.",
        "답할 수 없습니다: 비교할 대상이 없습니다.",
    ),
    "headline_too_few": (
        "No answer: the reports are too few.",
        "답할 수 없습니다: 보고가 너무 적습니다.",
    ),
    "headline_unremarkable": (
        "This run-up does not stand out from the rest of the year.",
        "이 사전 기간은 나머지 기간과 견주어 두드러지지 않습니다.",
    ),
    "headline_unproven": (
        "This run-up stands out, but not enough to say that reports came more often.",
        "이 사전 기간은 두드러지지만, 보고가 더 잦았다고 말하기에는 부족합니다.",
    ),
    "headline_rests_on_tied": (
        "This run-up stands out only with reports that were found because of the occasion.",
        "이 사전 기간은 이 기념일 때문에 수집된 보고를 넣을 때만 두드러집니다.",
    ),
    "headline_more": (
        "Reports came more often in this run-up than in the rest of the year.",
        "이 사전 기간에는 나머지 기간보다 보고가 더 잦았습니다.",
    ),
}

PIECES: dict[str, tuple[str, str]] = {
    "scope": ("{window}, {years}", "{window}({years})"),
    "ratios": (
        "{low} (95 % interval {low_limits}, only what is surely inside counted) to {high} (95 % "
        "interval {high_limits}, all that may be inside counted) times the reports per day of the "
        "rest of the year",
        "하루 보고 건수는 나머지 기간의 {low}(95 % 신뢰구간 {low_limits}, 확실히 포함된 것만 "
        "셈)에서 {high}(95 % 신뢰구간 {high_limits}, 포함 가능한 것을 모두 셈)입니다",
    ),
    "placed": (
        "the {place} percentile of the same windows moved through the year",
        "같은 기간을 한 해에 걸쳐 옮겨 가며 견준 {place}백분위",
    ),
    "percentile": ("{place} percentile", "{place}백분위"),
    "no_percentile": ("no percentile", "백분위 없음"),
    "ordinal_th": ("{n}th", "{n}"),
    "ordinal_st": ("{n}st", "{n}"),
    "ordinal_nd": ("{n}nd", "{n}"),
    "ordinal_rd": ("{n}rd", "{n}"),
    "times": ("{figure}", "{figure}배"),
    "infinite": ("infinitely many", "무한대"),
    "limits": ("{low} to {high}", "{low}∼{high}배"),
    "limits_open": ("{low} or more", "{low}배 이상"),
    "years_apart": ("{years}", "{years}년"),
    "window": (
        "the days from {before:,} {before:day|days} before to {after:,} {after:day|days} after "
        "{name}",
        "{name} {before:,}일 전부터 {after:,}일 후까지",
    ),
    "window_before_one": (
        "the day before {name} and the day itself",
        "{name} 전날과 당일",
    ),
    "window_before": (
        "the {before} days before {name} and the day itself",
        "{name} 전 {before}일과 당일",
    ),
    "window_after_one": ("{name} and the day after it", "{name} 당일과 다음 날"),
    "window_after": ("{name} and the {after} days after it", "{name} 당일과 그 뒤 {after}일"),
    "window_itself": ("{name} itself", "{name} 당일"),
    "by_hand": ("The window was chosen by hand.", "이 기간은 직접 정한 것입니다."),
    "plain_default": (
        "No source gives the length of this run-up; {n:,} {n:day|days} are a plain default.",
        "이 사전 기간의 길이를 밝힌 출처는 없으며, {n:,}일은 단순한 기본값입니다.",
    ),
    "rests_on": (
        "The length of {n:,} {n:day|days} rests on this: {ground}.",
        "{n:,}일이라는 길이의 근거(원문): {ground}.",
    ),
    "no_ground": ("no basis is recorded", "기록된 근거 없음"),
}

CAUTIONS: dict[str, tuple[str, str]] = {
    "reports": (
        "Reports are counted, not events: {n:,} {n:report|reports} on {days:,} "
        "{days:day|days}. One report can stand for many cases, and many cases are never reported.",
        "사건이 아니라 보고를 셉니다: {days:,}일에 걸친 보고 {n:,}건입니다. 보고 한 건이 여러 "
        "사례를 담을 수 있고, 끝내 보도되지 않는 사례도 많습니다.",
    ),
    "no_outlet": (
        "No row names its outlet, so a change of sources cannot be told from a change.",
        "매체를 밝힌 보고가 없어, 출처의 변화와 실제 변화를 구별할 수 없습니다.",
    ),
    "outlets": (
        "The reports come from {n:,} {n:outlet|outlets}; {outlet} alone gives {share:.0%}. Each "
        "starts, pauses and closes: {steady} of {n} reported in every compared year.",
        "보고는 {n:,}개 매체에서 나왔고, {outlet} 한 곳이 {share:.0%}를 차지합니다. 매체는 저마다 "
        "보도를 시작하고 쉬고 문을 닫습니다: {n}곳 가운데 비교한 모든 해에 보도한 곳은 {steady}곳"
        "입니다.",
    ),
    "incomplete": (
        "From {day} on the data are incomplete: one report in ten still comes later than that "
        "after what it describes.",
        "{day}부터는 데이터가 불완전합니다: 보고 열 건 가운데 한 건은 일이 있은 뒤 그보다 더 늦게 "
        "나옵니다.",
    ),
    "no_province": (
        "No report compared names its province.",
        "비교한 보고 가운데 도를 밝힌 것이 없습니다.",
    ),
    "one_province": (
        "{first} holds {share:.0%} of these reports: the figures speak for what can be heard "
        "from there more than for the country.",
        "이 보고의 {share:.0%}가 {first}에 관한 것입니다: 수치는 나라 전체보다 그곳에서 들려오는 "
        "소식을 더 많이 반영합니다.",
    ),
    "two_provinces": (
        "{first} and {second} hold {share:.0%} of these reports: the figures speak for what can "
        "be heard from there more than for the country.",
        "이 보고의 {share:.0%}가 {first:+과|와} {second}에 관한 것입니다: 수치는 나라 전체보다 "
        "그곳에서 들려오는 소식을 더 많이 반영합니다.",
    ),
    "tied": (
        "{n:,} {n:row was|rows were} found because a source ties {n:it|them} to this occasion.",
        "{n:,}건은 출처가 이 기념일과 연결했기 때문에 수집된 것입니다.",
    ),
    "tied_effect": (
        "Without: {low} to {high} times the rest, {place}; with: {with_place}.",
        "빼면 나머지 기간의 {low}에서 {high}, {place}이고, 넣으면 {with_place}입니다.",
    ),
}

WORDS: dict[str, tuple[str, str]] = {
    **VERDICTS,
    **HEADLINES,
    **PIECES,
    **CAUTIONS,
    "chance": (
        "{compared} windows are ranked here. If no occasion made any difference, about "
        "{by_chance:.2g} of them would still come out above the 95th percentile by chance; "
        "{above} did. q is the p-value corrected for ranking many windows (Benjamini-Hochberg): "
        "{low} of {known} have q below 0.05.",
        "여기서는 {compared}개 기간의 순위를 매깁니다. 어느 기념일도 차이를 만들지 않는다 해도 그 "
        "가운데 약 {by_chance:.2g}개는 우연히 95백분위를 넘습니다. 실제로 넘은 것은 {above}개"
        "입니다. q는 여러 기간을 견준 데 맞추어 보정한 p값입니다(Benjamini-Hochberg): {known}개 "
        "가운데 {low}개의 q가 0.05보다 작습니다.",
    ),
}
