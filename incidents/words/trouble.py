"""Words for what could not be drawn because a file or the engine failed."""

WORDS = {
    "cannot_show": (
        "This part cannot be shown now. The rest of the app goes on; nothing of yours is lost.",
        "지금은 이 부분을 표시할 수 없습니다. 앱의 나머지는 계속 작동하며 잃은 것은 없습니다.",
    ),
    "system": ("{file}: {why}.", "{file}: {why}."),
}  # fmt: skip
