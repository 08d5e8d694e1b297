"""What the browser tests wait for holds: after `settle` the page shows what was asked for last."""


def test_once_settled_the_page_shows_the_run_that_was_asked_for(reader):
    """The words are read at once, after each of four changes of language."""
    reader.goto("/records?province=KP-10")
    for name, words in (("한국어", "보고 사건 158건"), ("English", "158 reported")) * 2:
        reader.page.get_by_role("button", name=name, exact=True).click()
        reader.settle()
        assert words in reader.page.locator(".st-key-lead h2").inner_text()
