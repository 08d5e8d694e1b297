"""Days, months and years as a reader says them; Korean spans take ∼, which is no markup."""

from __future__ import annotations

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
SHORT = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

WORDS: dict[str, tuple[str, str]] = {
    **{f"month.{n}": (name, f"{n}월") for n, name in enumerate(MONTHS, 1)},
    **{f"short_month.{n}": (name, f"{n}월") for n, name in enumerate(SHORT, 1)},
    "year": ("{year}", "{year}년"),
    "years": ("{first}–{last}", "{first}∼{last}년"),
    "month_of_year": ("{month} {year}", "{year}년 {month}"),
    "day": ("{day} {month} {year}", "{year}년 {month} {day}일"),
    "day_of_year": ("{day} {month}", "{month} {day}일"),
    "in_one_month": ("{day}–{last_day} {month} {year}", "{year}년 {month} {day}∼{last_day}일"),
    "in_one_year": (
        "{day} {month} – {last_day} {last_month} {year}",
        "{year}년 {month} {day}일∼{last_month} {last_day}일",
    ),
    "across_years": ("{first} – {last}", "{first}∼{last}"),
}
