"""Words for the store a server shows: out of reach, or made up."""

WORDS = {
    "lost": (
        "The data cannot be reached now, so no numbers are shown.",
        "지금은 자료에 접근할 수 없어 수치를 표시하지 않습니다.",
    ),
    "again": ("Try again", "다시 시도"),
    "made_up": (
        "Synthetic data: {n:,} of these rows are made up for measurements. Nothing of it was "
        "reported; draw no conclusion from it.",
        "합성 자료: 이 가운데 {n:,}건은 성능 측정을 위해 만들어 낸 것입니다. 실제로 보도된 것이 "
        "아니므로 어떤 결론도 내리지 마십시오.",
    ),
    "too_many_to_join": (
        "The data shown here have {n:,} rows; your rows can be laid beside at most {most:,}. "
        "Choose to see your rows alone.",
        "여기에 표시된 자료는 {n:,}건이며, 이용자 자료는 최대 {most:,}건까지만 나란히 볼 수 "
        "있습니다. 이용자 자료만 보기를 선택하십시오.",
    ),
}  # fmt: skip
