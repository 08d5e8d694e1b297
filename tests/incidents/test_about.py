"""What an export says of the view it came from."""

from incidents.about import about_view, permanent
from incidents.almanac import read_calendar
from incidents.dataset import DATA
from incidents.selection import Selection
from incidents.store import open_store, store_of
from incidents.view import look

CALENDAR = read_calendar(DATA)


def test_an_export_names_every_default_its_version_and_its_licences():
    """A permanent link says before, after and years though the reader chose none of them."""
    store = open_store(DATA)
    view = look(store, Selection(period="day_of_security", province=("KP-10",)), CALENDAR)
    chosen = permanent(view)
    assert (chosen.before, chosen.after) == (18, 0)
    assert chosen.years == tuple(range(2004, 2027))
    assert chosen.version == store.version and len(store.version) == 64
    about = about_view(view, None, "http://127.0.0.1:8501/")
    assert about.row_count == 17 and about.link.startswith("http://127.0.0.1:8501/?period=")
    assert any("CC-BY-4.0" in licence for licence in about.licences)
    assert any("CC-BY-3.0-IGO" in licence for licence in about.licences)
    assert look(store, chosen, CALENDAR).rows["id"].tolist() == view.rows["id"].tolist()


def test_a_readers_own_rows_claim_no_licence_and_no_day_of_ours(six):
    """Rows of dataset "yours" are the reader's; the boundaries keep their licence."""
    store = store_of(six.assign(dataset="yours"), "1" * 64)
    about = about_view(look(store, Selection(), CALENDAR), None)
    assert about.licences[0].startswith("Rows with dataset “yours”")
    assert not any(licence.startswith("incidents.csv") for licence in about.licences)
    assert about.data_as_of == ""
