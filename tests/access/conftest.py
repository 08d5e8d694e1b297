"""What the tests of access share: the map's frame, and a walk that has only a keyboard."""

from __future__ import annotations

import re
from contextlib import suppress

import pytest
from playwright.sync_api import TimeoutError

from tests.waiting import AT_REST

MAP = 'iframe[title^="streamlit_folium"]'

# What is in focus, through frames: its accessible name, whether the focus can be seen, its frame.
FOCUS = """() => {
  let at = document.activeElement, win = window;
  while (at && at.tagName === "IFRAME" && at.contentDocument
    && at.contentDocument.activeElement !== at.contentDocument.body) {
    win = at.contentWindow;
    at = at.contentDocument.activeElement;
  }
  if (!at || at === document.body) return { name: "", seen: true, frame: false, tag: "BODY" };
  const grid = at.closest('[data-testid="stDataFrame"]');
  if (grid) { // it draws its own focus on a canvas; what has the focus is a cell of a hidden twin
    return { name: "a cell or tool of a table", seen: true, inside: true, frame: false, tag: "TD" };
  }
  const text = (one) => {
    const bare = one.cloneNode(true);
    bare.querySelectorAll("[aria-hidden=true]").forEach((part) => part.remove());
    return bare.textContent;
  };
  const by = (at.getAttribute("aria-labelledby") || "").split(" ").filter(Boolean);
  const names = [at.getAttribute("aria-label"),
    ...by.map((id) => at.ownerDocument.getElementById(id)).filter(Boolean).map(text),
    ...[...(at.labels || [])].map(text), text(at), at.title, at.placeholder];
  const marked = (style) => (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0)
    || style.boxShadow !== "none";
  const chain = [];
  for (let e = at; e && chain.length < 5; e = e.parentElement) chain.push(e);
  const seen = chain.some((e) => marked(win.getComputedStyle(e)));
  const look = () => chain.map((e) => win.getComputedStyle(e))
    .map((style) => [style.borderColor, style.backgroundColor, style.boxShadow].join()).join();
  const focused = look();
  // A box around several stops keeps its mark while the focus goes on inside it.
  window.lookedOther = () => look() !== focused
    || chain.some((e) => e.contains(e.ownerDocument.activeElement));
  if (at.tagName === "MAIN") names.splice(0, names.length, "the page, to be scrolled");
  const box = at.getBoundingClientRect();
  const inside = box.width > 0 && box.height > 0 && box.bottom > 0 && box.right > 0
    && box.top < win.innerHeight && box.left < win.innerWidth;
  return { name: (names.find((n) => n && n.trim()) || "").trim().slice(0, 90), seen,
    inside, frame: win !== window, tag: at.tagName, role: at.getAttribute("role") };
}"""
IN_SIGHT = f"() => ({AT_REST})() && ({FOCUS})().inside"
OTHER = "window.lookedOther ? window.lookedOther() : false"
LATEST = 10_000  # ms until what fades or scrolls is at rest, on the slowest machine


class Keys:
    """A reader without a mouse; what has the focus must always be seen to have it."""

    def __init__(self, reader):
        self.reader, self.page, self.keyboard = reader, reader.page, reader.page.keyboard
        self.stops, self.hidden, self._doubted = 0, [], ""

    @property
    def focus(self):
        return self.page.evaluate(FOCUS)

    def tab(self, back=False):
        """One press of Tab; what has the focus then.

        Focus is seen by an outline, or by a look that goes when the focus does.
        """
        self.keyboard.press("Shift+Tab" if back else "Tab")
        self.stops += 1
        self._check_left()
        at = self.focus
        if at["name"] and not (at["seen"] and at["inside"]):
            with suppress(TimeoutError):  # a ring may fade in, a page may scroll
                self.page.wait_for_function(IN_SIGHT, timeout=LATEST)
            at = self.focus
        if at["name"] and not at["inside"]:
            self.hidden.append((at["name"], "out of sight"))
        self._doubted = at["name"] if not at["seen"] else ""
        return at

    def _check_left(self):
        if self._doubted:
            try:
                self.page.wait_for_function(OTHER, timeout=LATEST)
            except TimeoutError:
                self.hidden.append((self._doubted, "looks the same without the focus"))

    def go_to(self, name, most=90, back=False):
        """Press Tab until what has the focus is called so."""
        met = []
        for _ in range(most):
            at = self.tab(back)
            met.append(at["name"])
            if re.search(name, at["name"]):
                return at
        raise AssertionError(f"{name!r} was not met, but {met}")

    def press(self, *keys):
        for key in keys:
            self.keyboard.press(key)

    def painted(self, act):
        """Do something and wait until the map has painted once more."""
        inner = self.map
        before = inner.evaluate("atlas.painted.serial")
        act()
        inner.wait_for_function("(n) => atlas.painted.serial > n", arg=before)
        self.reader.settle()

    @property
    def map(self):
        """The frame of the map once it has painted."""
        inner = self.page.wait_for_selector(MAP).content_frame()
        inner.wait_for_function("window.atlas && atlas.painted")
        return inner


@pytest.fixture
def keys(reader):
    """One reader at 1440x900 who has a keyboard only."""
    return Keys(reader)
