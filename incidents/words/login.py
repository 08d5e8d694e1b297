"""What is said to a reader who must log in first, where the server asks for that."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "needed": ("Log in to read this atlas.", "이 지도를 보려면 로그인하세요."),
    "button": ("Log in", "로그인"),
    "out": ("Log out", "로그아웃"),
}
