"""Words for a reader's data kept in a folder of their own."""

WORDS = {
    "title": ("Kept on this machine", "이 컴퓨터에 보관된 데이터"),
    "where": (
        "In {folder}. Whoever uses this app in a browser on this machine sees it.",
        "위치: {folder}. 이 컴퓨터의 브라우저에서 이 앱을 쓰는 사람은 누구나 볼 수 있습니다.",
    ),
    "nothing": ("Nothing yet.", "아직 없습니다."),
    "one": (
        "**{name}** · {rows:,} {rows:row|rows} · {size} MB",
        "**{name}** · {rows:,}행 · {size} MB",
    ),
    "show": ("Show", "보기"),
    "remove": ("Remove", "삭제"),
    "can_be_kept": ("Rows in use can be kept here.", "사용 중인 행을 여기에 보관할 수 있습니다."),
    "name": ("Name", "이름"),
    "keep": ("Keep my rows", "내 행 보관"),
    "taken": (
        "'{name}' is there already. Remove it first, or choose another name.",
        "'{name}' 이름은 이미 있습니다. 먼저 삭제하거나 다른 이름을 고르십시오.",
    ),
    "kept": (
        "Kept {rows:,} {rows:row|rows} as '{name}'.",
        "{rows:,}행을 '{name}' 이름으로 보관했습니다.",
    ),
    "not_all": (
        "Of the {rows:,} rows of '{name}' {readable:,} can be read. Load its file as your own data "
        "to see what is wrong, row by row.",
        "'{name}'의 {rows:,}행 가운데 {readable:,}행만 읽을 수 있습니다. 그 파일을 내 데이터로 "
        "불러오면 무엇이 잘못되었는지 행마다 볼 수 있습니다.",
    ),
    "folder_unreadable": (
        "The folder {folder} cannot be read: {why}.",
        "{folder} 폴더를 읽을 수 없습니다: {why}.",
    ),
    "not_kept": (
        "'{name}' could not be kept in {folder}: {why}. What was there is whole.",
        "'{name}' 데이터를 {folder} 폴더에 보관하지 못했습니다: {why}. 전에 있던 것은 온전합니다.",
    ),
    "unreadable": (
        "'{name}' cannot be read: {why}.",
        "'{name}' 데이터를 읽을 수 없습니다: {why}.",
    ),
    "not_removed": (
        "'{name}' could not be removed: {why}.",
        "'{name}' 데이터를 삭제하지 못했습니다: {why}.",
    ),
    "bad_name": (
        "A name has letters, digits, spaces, dots, - and _, at most 80.",
        "이름에는 글자, 숫자, 빈칸, 마침표, -, _만 80자까지 쓸 수 있습니다.",
    ),
}  # fmt: skip
