"""Words for data files that are not as published."""

WORDS = {
    "missing": (
        "{file}: the file is missing; put the published one back.",
        "{file}: 파일이 없습니다. 배포된 파일을 다시 넣으십시오.",
    ),
    "unreadable": (
        "{file}: cannot be read ({why}); put the published file back.",
        "{file}: 읽을 수 없습니다({why}). 배포된 파일을 다시 넣으십시오.",
    ),
    "not_csv": (
        "{file}: it is not UTF-8 CSV ({why}); put the published file back.",
        "{file}: UTF-8 CSV 파일이 아닙니다({why}). 배포된 파일을 다시 넣으십시오.",
    ),
    "no_column": (
        "{file} line 1: no column {columns}.",
        "{file} 1번째 줄: {columns} 열이 없습니다.",
    ),
    "no_rows": (
        "{file}: it has no rows; put the published file back.",
        "{file}: 행이 없습니다. 배포된 파일을 다시 넣으십시오.",
    ),
    "column_gone": (
        "{file} line {line}: column {column} is missing.",
        "{file} {line}번째 줄: {column} 열이 없습니다.",
    ),
    "bad_cell": (
        "{file} line {line}: {why}. Correct the cell.",
        "{file} {line}번째 줄: 칸의 값을 바로잡으십시오({why}).",
    ),
    "not_a_day": (
        "{file} line {line}: {column} '{value}' is not a day like 2019-11-19. Correct it.",
        "{file} {line}번째 줄: {column} '{value}': 2019-11-19와 같은 날짜가 아닙니다. "
        "바로잡으십시오.",
    ),
    "not_whole": (
        "{file} line {line}: {column} '{value}' is not a whole number. Correct it.",
        "{file} {line}번째 줄: {column} '{value}': 정수가 아닙니다. 바로잡으십시오.",
    ),
    "not_a_number": (
        "{file} line {line}: {column} '{value}' is not a number. Correct it.",
        "{file} {line}번째 줄: {column} '{value}': 숫자가 아닙니다. 바로잡으십시오.",
    ),
    "empty": (
        "{file} line {line}: {column} is empty. Fill it in.",
        "{file} {line}번째 줄: {column} 칸이 비어 있습니다. 채우십시오.",
    ),
    "twice": (
        "{file} line {line}: {column} '{value}' is there twice. Give a new one.",
        "{file} {line}번째 줄: {column} '{value}': 두 번 있습니다. 새로 정하십시오.",
    ),
    "reversed": (
        "{file} line {line}: date_end {end} is before date_start {start}. Swap them or correct the "
        "source.",
        "{file} {line}번째 줄: date_end {end:+이|가} date_start {start}보다 앞섭니다. 서로 "
        "바꾸거나 바로잡으십시오.",
    ),
    "one_of": (
        "{file} line {line}: {column} '{value}' is not one of {known}{hint}",
        "{file} {line}번째 줄: {column} '{value}': 다음 가운데 하나가 아닙니다: {known}{hint}",
    ),
    "each_of": (
        "{file} line {line}: {column} '{value}' is not each one of {known}{hint}",
        "{file} {line}번째 줄: {column} '{value}': 다음에 없는 값이 있습니다: {known}{hint}",
    ),
    "bad_id": (
        "{file} line {line}: {column} '{value}' is not letters, digits and . _ : - only.",
        "{file} {line}번째 줄: {column} '{value}': 로마자, 숫자, . _ : - 만 쓸 수 있습니다.",
    ),
    "bad_link": (
        "{file} line {line}: {column} '{value}' is not an http or https link.",
        "{file} {line}번째 줄: {column} '{value}': http나 https 링크가 아닙니다.",
    ),
    "negative": (
        "{file} line {line}: {column} '{value}' is not 0 or more.",
        "{file} {line}번째 줄: {column} '{value}': 0보다 작습니다.",
    ),
    "unfit_column": (
        "{file}: the column {column} is not as it should be ({rule}).",
        "{file}: {column} 열이 규칙에 맞지 않습니다({rule}).",
    ),
    # Why a cell of a small table cannot be read, as part of bad_cell
    "cell_day": (
        "'{value}' is not a day like 2019-11-19",
        "'{value}': 2019-11-19와 같은 날짜가 아닙니다",
    ),
    "cell_whole": ("'{value}' is not a whole number", "'{value}': 정수가 아닙니다"),
    "cell_rate": ("rate '{value}' is not a number above 0", "'{value}': 0보다 큰 숫자가 아닙니다"),
    "cell_no_day": ("month {month} has no day {day}", "{month}월에는 {day}일이 없습니다"),
    "cell_reversed": (
        "end {end} is before start {start}",
        "끝 {end:+이|가} 시작 {start}보다 앞섭니다",
    ),
    "cell_what": (
        "what '{value}' is not one of {known}, merged into ID{hint}",
        "'{value}': 다음 가운데 하나가 아닙니다: {known}, 'merged into ID'{hint}",
    ),
    "cell_no_id": ("id is empty", "id 칸이 비어 있습니다"),
    "cell_columns": (
        "the columns are not those that belong there",
        "있어야 할 열과 다릅니다",
    ),
    # Files of places
    "not_places": (
        "{file} is not a {format} file with {columns} ({why}); restore the file as it was "
        "published.",
        "{file}: {columns} 항목이 있는 {format} 파일이 아닙니다({why}). 배포된 파일을 다시 "
        "넣으십시오.",
    ),
    "no_property": (
        "{file}: {unit} has no property '{name}'; restore the file as it was published.",
        "{file}: {unit}에 '{name}' 항목이 없습니다. 배포된 파일을 다시 넣으십시오.",
    ),
    "a_feature": ("a feature", "피처"),
    "no_province": (
        "{file}: it lacks {code}, which incidents name. Restore it.",
        "{file}: 사건에 나오는 {code} 도가 없습니다. 배포된 파일을 다시 넣으십시오.",
    ),
    # What a GeoJSON file must hold
    "too_deep": ("lists within lists without end", "목록 속 목록이 끝없이 이어집니다"),
    "no_features": ("no list of features in it", "피처 목록이 없습니다"),
    # Kept versions
    "other_version": (
        "{file}: its content is another version. Restore it.",
        "{file}: 내용이 다른 버전입니다. 배포된 파일을 다시 넣으십시오.",
    ),
    "cells": (
        "{file} line {line}: it has too many or too few cells.",
        "{file} {line}번째 줄: 칸이 너무 많거나 적습니다.",
    ),
    "altered": (
        "{file}: its SHA-256 is {found}... but its sidecar states {stated}...; put the published "
        "file back or describe this one.",
        "{file}: SHA-256 값이 {found}...인데 설명 파일에는 {stated}...로 적혀 있습니다. 배포된 "
        "파일을 다시 넣거나 이 파일을 새로 설명하십시오.",
    ),
    "unlikely": (
        "{file}: it has {rows} rows but its sidecar expects {least} to {most}; put the published "
        "file back or describe this one.",
        "{file}: {rows}행이 있으나 설명 파일은 {least}행에서 {most}행까지로 적고 있습니다. 배포된 "
        "파일을 다시 넣거나 이 파일을 새로 설명하십시오.",
    ),
    "undescribed": (
        "{file}: has no sidecar; describe it in {sidecar}.",
        "{file}: 설명 파일이 없습니다. {sidecar}에 설명을 적으십시오.",
    ),
    "sidecar_altered": (
        "{file}: it is not the sidecar that {sums} lists; put the published one back or list this "
        "one (python -m incidents.dataset).",
        "{file}: {sums}에 적힌 설명 파일과 다릅니다. 배포된 파일을 다시 넣거나 이 파일을 목록에 "
        "올리십시오(python -m incidents.dataset).",
    ),
    "sidecar_gone": (
        "{file}: the sidecar is missing, though {sums} lists it; put it back.",
        "{file}: {sums}에는 있으나 설명 파일이 없습니다. 다시 넣으십시오.",
    ),
    "no_sidecars": (
        "{folder}: no sidecars (*{suffix}) in this folder; put the data back.",
        "{folder}: 이 폴더에 설명 파일(*{suffix})이 없습니다. 자료를 다시 넣으십시오.",
    ),
    "at_start": (
        "{fault} It was so when the app was started, and is not now; start the app anew.",
        "{fault} 앱을 시작할 때 그러했고 지금은 그렇지 않습니다. 앱을 다시 시작하십시오.",
    ),
    "licence_unread": (
        "{file}: what it says of its licence cannot be read here; see data/LICENSE.md.",
        "{file}: 이용 허락 내용을 여기서 읽을 수 없습니다. data/LICENSE.md를 보십시오.",
    ),
}  # fmt: skip
