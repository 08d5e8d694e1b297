"""The whole work with a file of one's own by keyboard alone, and what a screen reader is told."""

from __future__ import annotations

import re

import pytest

SHEET = (
    "when,district,event_type,a,outlet,source_url\n"
    "2019-11-13,Hyesan,arrest,One,Daily NK,https://e.org/1\n"
    "05/11/2019,Musan,arrest,Two,Daily NK,https://e.org/2\n"
    "2019-11-31,Musan,arrest,Three,Daily NK,https://e.org/3\n"
    "Nov 2019,Hoeryng,raid,Four,Daily NK,https://e.org/4\n"
)
FILE = {"name": "sheet.csv", "mimeType": "text/csv", "buffer": SHEET.encode()}
PAGE = ".st-key-your_page"
NAME = """(e) => {
  if (e === document.body) return "";
  const text = (one) => {
    const bare = one.cloneNode(true);
    bare.querySelectorAll("[aria-hidden=true]").forEach((part) => part.remove());
    return bare.textContent;
  };
  const by = (e.getAttribute("aria-labelledby") || "").split(" ").filter(Boolean);
  const words = [e.getAttribute("aria-label"), ...by.map((id) => document.getElementById(id))
    .filter(Boolean).map(text), ...[...(e.labels || [])].map((one) => one.textContent),
    text(e), e.title];
  return (words.find((one) => one && one.trim()) || "").trim().slice(0, 80);
}"""
FOCUSED = f"(({NAME})(document.activeElement))"
MARKED = """() => {
  const at = document.activeElement;
  const chain = (e) => {
    const found = [];
    for (let up = 0; e && up < 5; up++, e = e.parentElement) found.push(getComputedStyle(e));
    return found;
  };
  const like = [...document.querySelectorAll(at.tagName)]
    .find((e) => e !== at && e.type === at.type && e.offsetParent);
  const usual = like ? chain(like).map((style) => style.borderColor) : [];
  return chain(at).some((style, up) =>
    (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0)
    || style.boxShadow !== "none" || (usual[up] && style.borderColor !== usual[up]));
}"""
CONTROLS = f"""(root) => [...document.querySelector(root).querySelectorAll(
  "button, input, textarea, select, summary, a, [role=button], [role=radio], [role=combobox]")]
  .filter((e) => e.offsetParent && e.tabIndex >= 0 && !e.disabled)
  .map((e) => [e.outerHTML.slice(0, 120), ({NAME})(e)])"""
HEADINGS = """() => [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")]
  .filter((e) => e.offsetParent).map((e) => [Number(e.tagName[1]), e.textContent])"""


class Keys:
    """A reader without a mouse."""

    def __init__(self, reader):
        self.reader, self.page, self.keyboard = reader, reader.page, reader.page.keyboard

    def go_to(self, name, most=120):
        """Press Tab until what has the focus is called so; it must be seen to have it."""
        met = []
        for _ in range(most):
            self.keyboard.press("Tab")
            met.append(self.page.evaluate(FOCUSED))
            if re.search(name, met[-1]):
                self.page.wait_for_function(MARKED)  # its focus shows; a ring may fade in
                return
        raise AssertionError(f"{name!r} was not met, but {met}")

    def press(self, *keys):
        for key in keys:
            self.keyboard.press(key)

    def offered(self):
        """Wait until the list that was opened offers something."""
        self.page.get_by_role("option").first.wait_for()

    def wait(self, words):
        self.page.get_by_text(words).first.wait_for()
        self.reader.settle()


@pytest.fixture
def keys(open_reader):
    """A reader at the page of their own data."""
    reader = open_reader()
    reader.page.on("filechooser", lambda dialog: dialog.set_files(FILE))
    reader.goto("/your-data")
    reader.page.get_by_text("File with incidents").wait_for()
    reader.settle()
    return Keys(reader)


def load(keys):
    """Load the file as a keyboard does: the button, Enter, the system's own dialog."""
    keys.go_to("^Upload")
    keys.press("Enter")
    keys.wait("Row by row")


def test_a_file_is_loaded_matched_settled_read_and_used_by_keyboard(keys):
    """Upload, a column corrected, the order of days, a place, the report, the map."""
    load(keys)
    keys.go_to("^Columns: ")
    keys.press("Enter")
    keys.go_to("^title")
    keys.keyboard.type("a")
    keys.offered()
    keys.press("ArrowDown", "Enter")
    keys.go_to("^Read the columns like this")
    keys.press("Enter")
    keys.wait("= 1 accepted")
    keys.go_to("Not settled")
    keys.press("ArrowDown")
    keys.wait("= 2 accepted")
    keys.go_to("^Hoeryng")
    keys.press("ArrowDown")
    keys.offered()
    keys.press("ArrowDown", "Enter")
    keys.go_to("^Use these places")
    keys.press("Enter")
    keys.wait("1 name placed by you")
    keys.go_to("^Outcome")
    keys.keyboard.type("refused")
    keys.page.get_by_role("option", name=re.compile("refused", re.IGNORECASE)).first.wait_for()
    keys.press("Enter", "Escape")
    keys.reader.settle()
    keys.go_to("^Use 3 rows")
    keys.press("Enter")
    keys.wait("Only this tab sees them")


def show(reader, part):
    """Choose a part of the page by its words."""
    reader.page.get_by_role("radio", name=part, exact=True).click()
    reader.settle()


@pytest.mark.parametrize(
    ("address", "parts"),
    [
        ("/your-data", ("Load a file", "Add one incident", "Codebook")),
        ("/your-data?lang=ko", ("파일 올리기", "사건 하나 추가", "부호표")),
    ],
)
def test_every_control_has_a_name_and_headings_go_down_one_by_one(open_reader, address, parts):
    """A loaded file, the form, the codebook: nothing without a name, no level left out."""
    reader = open_reader()
    reader.goto(address)
    reader.page.locator(PAGE).get_by_text(parts[0], exact=True).wait_for()
    reader.page.set_input_files('input[type="file"]', FILE)
    reader.page.locator(".st-key-your_use button").wait_for()
    reader.settle()
    for closed in reader.page.locator(f"{PAGE} summary").all():
        closed.click()
    for part in parts:
        show(reader, part)
        unnamed = [one for one, name in reader.page.evaluate(CONTROLS, PAGE) if not name]
        assert unnamed == [], part
        levels = [level for level, _ in reader.page.evaluate(HEADINGS)]
        assert levels and all(b - a <= 1 for a, b in zip(levels, levels[1:], strict=False)), part
