"""The app as a session without a browser: what a link shows, says and survives."""

from pathlib import Path
from urllib.parse import parse_qsl

import pytest
from streamlit.testing.v1 import AppTest

APP = str(Path(__file__).resolve().parent.parent / "app.py")


def open_app(query=""):
    app = AppTest.from_file(APP, default_timeout=60)
    for key, value in parse_qsl(query, keep_blank_values=True):
        app.query_params[key] = [*app.query_params.get(key, []), value]
    return app.run()


def link(app):
    """Return the address bar as key -> values; AppTest keeps a single value bare."""
    params = {key: app.query_params[key] for key in app.query_params}
    return {key: [value] if isinstance(value, str) else value for key, value in params.items()}


def words(app):
    kinds = ("header", "markdown", "caption", "warning", "info", "error", "text")
    return "\n".join(str(e.value).replace("\\", "") for kind in kinds for e in app.get(kind))


def test_a_first_visit_shows_everything_and_offers_the_example():
    """497 reports, no traceback, one click to the Day of Security."""
    app = open_app()
    assert not app.exception
    assert "497 reported incidents" in words(app)
    example = next(b for b in app.button if "Day of Security" in b.label)
    app = example.click().run()
    assert "in the 18 days before the Day of Security" in words(app)
    assert link(app) == {"period": ["day_of_security"]}


def test_a_link_opens_exactly_its_view():
    """The eight reports of 2019 in Ryanggang, with how sure."""
    app = open_app("period=day_of_security&before=18&years=2019&province=KP-10")
    said = words(app)
    assert "8 reported incidents in Ryanggang" in said
    assert "may lie in 1–19 November 2019, the 18 days before the Day of Security and the" in said
    assert "Of these **8**, **3** surely do; expected: **4.7**." in said
    assert "more report" in said or "more reports" in said or "no province" not in said


def test_a_view_of_what_surely_lies_in_a_period_says_the_others_too():
    """3 of the 8 are shown; a view without any says three zeros."""
    asked = "period=day_of_security&before=18&province=KP-10&dates=within"
    said = words(open_app(f"{asked}&years=2019"))
    assert "3 reported incidents in Ryanggang surely lie in 1–19 November 2019" in said
    assert "**8** may lie there, **3** of them surely; expected: **4.7**." in said
    assert "**0** surely inside · **0.0** expected" in words(open_app(f"{asked}&years=2005"))


def test_an_old_link_says_what_it_could_not_read():
    """The readable province stays and the rest is named."""
    app = open_app("province=KP-10&colour=red&before=9")
    assert not app.exception
    said = words(app)
    assert len(app.warning) == 1 and "2 parts of the link could not be read" in said
    assert "Unknown key 'colour'" in said and "before 9 has no period" in said
    assert "in Ryanggang" in said


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("from=2020-02-01&to=2020-01-01", "Swap them"),
        ("period=songun_day&years=2005", "first kept in 2010"),
        ("period=day_of_security&before=0&years=2019&province=KP-15", "No report matches"),
        ("text=zzzzqqq", "No report matches all of the filters"),
        ("period=party_congress_9", "No report matches"),
    ],
)
def test_a_view_without_rows_says_why_and_how_to_get_out(query, sentence):
    """An empty state is a sentence with a way out, never a traceback."""
    app = open_app(query)
    assert not app.exception
    assert sentence in words(app)
    reset = next(b for b in app.button if b.label == "Reset all filters")
    assert "497 reported incidents" in words(reset.click().run())


def test_every_filter_widget_writes_the_link_and_reset_clears_it():
    """Province, district, type, agency, outlet, words, years: each becomes its key."""
    app = open_app()
    app.multiselect(key="pick_province").select("KP-10").run()
    app.multiselect(key="pick_district").select("KP-10-01").run()
    app.multiselect(key="pick_event_type").select("bribe_extortion").run()
    app.multiselect(key="pick_agency").select("MPS").run()
    app.multiselect(key="pick_outlet").select("Daily NK").run()
    app.text_input(key="pick_text").set_value("fuel").run()
    assert not app.exception
    assert link(app) == {
        "province": ["KP-10"],
        "district": ["KP-10-01"],
        "event_type": ["bribe_extortion"],
        "agency": ["MPS"],
        "outlet": ["Daily NK"],
        "text": ["fuel"],
    }
    app = next(b for b in app.button if b.label == "Reset all").click().run()
    assert "497 reported incidents" in words(app) and not link(app)


def test_leaving_a_province_drops_its_districts():
    """Hyesan cannot stay chosen once the province is North Hamgyong."""
    app = open_app("province=KP-10&district=KP-10-01")
    app.multiselect(key="pick_province").set_value(["KP-09"]).run()
    assert link(app) == {"province": ["KP-09"]}


def test_the_time_slider_and_the_day_fields_move_together():
    """Months on the slider become whole days; the full range is no filter."""
    app = open_app()
    app.select_slider(key="pick_months").set_value(("2019-11", "2019-12")).run()
    assert link(app) == {"from": ["2019-11-01"], "to": ["2019-12-31"]}
    assert str(app.date_input(key="pick_from_").value) == "2019-11-01"
    app.select_slider(key="pick_months").set_value(("2004-12", "2026-01")).run()
    assert not link(app)


def test_days_beyond_the_slider_steps_keep_their_exact_value():
    """before=75 from a link is 75 on the slider and in the windows."""
    app = open_app("period=day_of_security&before=75&years=2019")
    assert app.select_slider(key="pick_before").value == 75
    assert "75 days before" in words(app)


def test_damaged_data_are_told_and_no_number_is_shown(tmp_path, monkeypatch):
    """File, line and rule; nothing half-read."""
    import shutil

    from incidents.dataset import DATA
    from ui import atlas

    folder = tmp_path / "data"
    shutil.copytree(DATA, folder)
    lines = (folder / "incidents.csv").read_text("utf-8").split("\n")
    lines[1] = lines[1].replace("2004-12-11", "2004-12-32", 1)
    (folder / "incidents.csv").write_text("\n".join(lines), "utf-8")
    monkeypatch.setattr(atlas, "DATA", folder)
    atlas._open_embedded.clear()
    try:
        app = open_app()
        assert not app.exception
        assert "incidents.csv line 2: date_start '2004-12-32' is not a day" in words(app)
        assert "reported incidents" not in words(app)
    finally:
        atlas._open_embedded.clear()


def test_hostile_words_in_a_link_are_only_words():
    """Markup and scripts in the text filter are shown as they are."""
    app = open_app("text=%3Cscript%3Ealert(1)%3C/script%3E+%5Bx%5D(http://evil.example)")
    assert not app.exception
    assert "No report matches" in words(app)
