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
