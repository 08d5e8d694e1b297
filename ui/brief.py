"""The button that gives a one-page brief of the view, to print or to save as PDF."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from incidents.about import about_view
from incidents.brief import brief
from incidents.view import View
from incidents.words import language, say, speaking
from ui import saving, state

FILE = "brief.html"


def button(view: View) -> None:
    """Draw "Brief of this view": the page is written when the button is pressed."""
    saving.button(
        say("brief.button"),
        data=writer(view, state.address(), language()),
        file_name=FILE,
        mime="text/html",
        key="brief",
        help=say("brief.button_told"),
        disabled=not view.rows_count,
        width="stretch",
    )


def writer(view: View, link: str, spoken: str) -> Callable[[], bytes]:
    """Return what writes the page in a language, on a thread without a session."""

    def write() -> bytes:
        with speaking(spoken):
            return page(view, link, datetime.now(UTC)).encode()

    return write


def page(view: View, link: str, now: datetime) -> str:
    """Return the brief of a view as one HTML page; ``link`` is the address of the app."""
    from ui import brief_map, brief_page

    about = about_view(view, now.isoformat(timespec="seconds"), link)
    return brief_page.to_html(
        brief(view, about, now.date()),
        brief_map.draw(view),
        brief_map.steps_of(view),
        brief_map.is_limited(view),
    )
