"""Downloads of many rows: how far a file is, where to save it, what to do with too many."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "waiting": (
        "Waiting: other readers' files are being made",
        "다른 이용자의 파일을 만들고 있어 기다리는 중입니다",
    ),
    "writing": (
        "Writing {name}: {n:,} of {rows:,} rows",
        "{name} 쓰는 중: {rows:,}행 중 {n:,}행",
    ),
    "closing": (
        "Closing {name}: all {rows:,} rows are written",
        "{name} 마무리하는 중: {rows:,}행을 모두 썼습니다",
    ),
    "cancel": ("Cancel", "취소"),
    "ready": (
        "{name} is ready with {rows:,} rows. It is kept for you alone until you make another "
        "file, discard it or leave.",
        "{name} 파일이 준비되었습니다({rows:,}행). 다른 파일을 만들거나, 삭제하거나, 이 페이지를 "
        "떠날 때까지 이 이용자만 받을 수 있습니다.",
    ),
    "save": ("Save {size} MB", "{size} MB 저장"),
    "discard": ("Discard", "삭제"),
    "gone": (
        "This file is no longer kept. Make it again on the page of the atlas.",
        "이 파일은 더 이상 보관되어 있지 않습니다. 지도 사이트에서 다시 만드십시오.",
    ),
    "broke": (
        "The file could not be made, through a fault of the program. Nothing is left of it.",
        "프로그램 오류로 파일을 만들지 못했습니다. 남은 파일은 없습니다.",
    ),
    "no_room": (
        "The server keeps as many files as it has room for. Try again in some minutes.",
        "서버에 파일을 더 보관할 자리가 없습니다. 몇 분 뒤에 다시 시도하십시오.",
    ),
    "no_route": (
        "This server cannot send large files. Choose fewer rows with the filters, or use the "
        "command line: python -m incidents export.",
        "이 서버에서는 큰 파일을 보낼 수 없습니다. 조건으로 행을 줄이거나 명령줄 "
        "python -m incidents export를 쓰십시오.",
    ),
    "too_many": (
        "{rows:,} rows are too many for a browser, which gets {most:,} at most. Narrow the "
        "filters, or write the same file on the command line; STORE is where your data are.",
        "{rows:,}행은 브라우저로 받기에 너무 많습니다(최대 {most:,}행). "
        "조건을 좁히거나, 명령줄에서 같은 파일을 만드십시오. STORE는 데이터가 있는 곳입니다.",
    ),
}
