"""Words for data that change: versions, records that were removed or corrected, kept copies."""

WORDS = {
    "changed_since": (
        "{id} was changed on {day}, after the version named in the link ({version}): {why}",
        "{id} 기록은 링크에 적힌 버전({version}) 이후인 {day}에 수정되었습니다: {why}",
    ),
    "changed": (
        "{id} was changed on {day}: {why}",
        "{id} 기록은 {day}에 수정되었습니다: {why}",
    ),
    "took_in": (
        "{other} was merged into {id} on {day}: {why}",
        "{other} 기록은 {day}에 {id} 기록에 합쳐졌습니다: {why}",
    ),
    "removed": (
        "{id} was removed on {day}: {why}",
        "{id} 기록은 {day}에 삭제되었습니다: {why}",
    ),
    "merged": (
        "{id} was merged into {into} on {day}: {why}",
        "{id} 기록은 {day}에 {into} 기록으로 합쳐졌습니다: {why}",
    ),
    "nothing_instead": (
        "No other record took its place.",
        "이를 대신하는 다른 기록은 없습니다.",
    ),
    "added_later": (
        "{id} was added on {day}, after the version shown ({version}).",
        "{id} 기록은 지금 표시된 버전({version}) 이후인 {day}에 추가되었습니다.",
    ),
    "never": (
        "No record {id} is in these data, and the list of changes names none.",
        "이 데이터에는 {id} 기록이 없으며, 변경 목록에도 나오지 않습니다.",
    ),
    "untold": (
        "No record {id} is in these data. Whether it was removed cannot be said, because the list "
        "of changes cannot be read.",
        "이 데이터에는 {id} 기록이 없습니다. 변경 목록을 읽을 수 없어 삭제되었는지는 알 수 "
        "없습니다.",
    ),
    "added": ("{id} was added on {day}: {why}", "{id} 기록은 {day}에 추가되었습니다: {why}"),
    "published": (
        "Version {version} was published on {day}: {why}",
        "{day}에 버전 {version} 공개: {why}",
    ),
    "list_title": ("What changed in the data", "데이터에서 바뀐 내용"),
    "list_more": (
        "{n:,} earlier {n:line|lines} in data/CHANGES.csv.",
        "이전 {n:,}건은 data/CHANGES.csv에 있습니다.",
    ),
    "list_unread": ("The list of changes cannot be read.", "변경 목록을 읽을 수 없습니다."),
    "no_reason": ("no reason is given", "사유는 적혀 있지 않습니다"),
    "show_successor": ("Show {id}", "{id} 기록 보기"),
    "other_version": (
        "This link was made with version {linked} of the data and is shown with version {shown}, "
        "so counts may differ.",
        "이 링크를 만든 데이터 버전은 {linked}이고 지금 표시된 버전은 {shown}이므로 건수가 다를 "
        "수 있습니다.",
    ),
    "kept_version": (
        "This view is shown with version {linked} of the data, as its link asks; the present "
        "version is {shown}.",
        "이 화면은 링크에 적힌 데이터 버전 {linked}의 내용입니다. 현재 버전은 {shown}입니다.",
    ),
    "kept_damaged": (
        "The copy of version {linked} that is kept here is damaged and is not used.",
        "여기에 보관된 버전 {linked}의 사본은 손상되어 사용하지 않습니다.",
    ),
    "since": (
        "In between, {added:,} {added:report was|reports were} added, {changed:,} changed and "
        "{removed:,} removed.",
        "그 사이에 보고 {added:,}건이 추가되고 {changed:,}건이 수정되었으며 {removed:,}건이 "
        "삭제되었습니다.",
    ),
    "since_unknown": (
        "What changed in between cannot be said: the list of changes does not name that version.",
        "변경 목록에 그 버전이 없어 그 사이에 무엇이 바뀌었는지는 알 수 없습니다.",
    ),
    "since_unread": (
        "What changed in between cannot be said: the list of changes cannot be read.",
        "변경 목록을 읽을 수 없어 그 사이에 무엇이 바뀌었는지는 알 수 없습니다.",
    ),
    "row_added": ("{id} added: {title}", "{id} 추가: {title}"),
    "row_removed": ("{id} removed: {title}", "{id} 삭제: {title}"),
    "cell_changed": (
        '{id} changed: {field} was "{old}", is "{new}"',
        '{id} 수정: {field} "{old}" → "{new}"',
    ),
    "column_added": (
        "Column {field} is only in the new version.",
        "{field} 열은 새 버전에만 있습니다.",
    ),
    "column_removed": (
        "Column {field} is only in the old version.",
        "{field} 열은 이전 버전에만 있습니다.",
    ),
    "difference_totals": (
        "{added:,} added, {removed:,} removed, {changed:,} changed in {cells:,} "
        "{cells:cell|cells}.",
        "추가 {added:,}건, 삭제 {removed:,}건, 수정 {changed:,}건(칸 {cells:,}개).",
    ),
    "no_difference": ("No incident differs.", "다른 기록이 없습니다."),
    "drop_version": ("Leave the version out of the link", "링크에서 버전 빼기"),
    "to_present": ("Show it with the present version", "현재 버전으로 보기"),
}  # fmt: skip
