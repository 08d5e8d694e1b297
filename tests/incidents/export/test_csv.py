"""CSV and CSV for Excel carry every cell there and back, and nothing that runs."""

from __future__ import annotations

import csv
import io

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents.export import About, export, guard, to_csv, undo_guard, write_csv
from incidents.export.columns import COLUMNS, TEXTS, clean

ANY_TEXT = st.text(alphabet=st.characters(), max_size=12) | st.text("'=+-@\t\r\n\",x", max_size=6)


def read(content: bytes) -> list[dict[str, str]]:
    """The lines of a CSV by column."""
    return list(csv.DictReader(io.StringIO(content.decode("utf-8"), newline="")))


def to_excel_csv(rows) -> bytes:
    """The rows as CSV for Excel."""
    return export(rows, "csv-excel", About(row_count=len(rows)))


def test_csv_reads_back_as_the_same_text(rows, truths):
    """Every cell of the six rows, in order, comes back from the CSV."""
    assert read(to_csv(rows)) == truths


def test_csv_keeps_rfc_4180(rows):
    """No mark at the start, one header line, CRLF after every record, quotes doubled."""
    content = to_csv(rows)
    assert content.startswith(b"id,title,summary,date_start,date_end,date_precision,edtf,")
    assert content.endswith(b"\r\n")
    assert content.count(b"\r\n") == 7
    assert b'"=HYPERLINK(""http://evil.test"",""pay"")"' in content


def test_pandas_reads_the_same_cells(rows, truths):
    """A reader's pandas sees the texts N/A and null as texts, and 37 columns."""
    table = pd.read_csv(io.BytesIO(to_csv(rows)), dtype=str, keep_default_na=False)
    assert table.to_dict("records") == truths
    assert table.shape == (6, 37)


def test_unknown_is_empty_and_whole_numbers_have_no_point(rows):
    """1500 stays 1500, 0.5 stays 0.5, zero killed is 0, and unknown is nothing at all."""
    lines = read(to_csv(rows))
    assert [one["bribe_amount"] for one in lines] == ["1500", "", "", "", "0.5", ""]
    assert [one["people_killed"] for one in lines] == ["", "", "0", "", "1", ""]
    assert lines[1]["reported_on"] == ""


def test_integer_columns_read_as_floats_are_still_integers(rows):
    """A frame whose counts came as floats with NaN gives the same file."""
    floats = rows.astype({"people_killed": "float64", "source_count": "float64"})
    assert to_csv(floats) == to_csv(rows)


def test_excel_csv_guards_texts_and_only_texts(rows):
    """Cells that start with = + - @ TAB CR get an apostrophe; numbers and dates do not."""
    negative = rows.assign(bribe_amount=[-1.5] * 6)
    content = to_excel_csv(negative)
    assert content.startswith(b"\xef\xbb\xbfid,")
    lines = read(content[3:])
    assert [one["title"][:2] for one in lines] == ["'=", "국경", "''", "De", "Gu", "'-"]
    assert lines[2]["summary"].startswith("'@home")
    assert lines[0]["bribe_amount"] == "-1.5"
    assert lines[0]["date_start"] == "2019-11-01"


def test_excel_csv_undone_is_the_csv(rows, truths):
    """Taking the guard off every text cell gives back the rows."""
    lines = read(to_excel_csv(rows)[3:])
    undone = [
        {name: undo_guard(cell) if name in TEXTS else cell for name, cell in one.items()}
        for one in lines
    ]
    assert undone == truths


@given(ANY_TEXT)
def test_guard_is_undone_for_any_text(text):
    """Whatever the text, guarding and undoing gives it back, and no guarded text can run."""
    assert undo_guard(guard(text)) == text
    assert not guard(text).startswith(("=", "+", "-", "@", "\t", "\r"))


@given(title=ANY_TEXT, note=ANY_TEXT)
def test_any_text_survives_both_csv(make_rows, title, note):
    """Quotes, commas, line ends and apostrophes in two cells come back as they were."""
    rows = make_rows([{"id": "NK1", "title": title, "note": note}])
    (plain,) = read(to_csv(rows))
    (excel,) = read(to_excel_csv(rows)[3:])
    assert (plain["title"], plain["note"]) == (clean(title), clean(note))
    assert (undo_guard(excel["title"]), undo_guard(excel["note"])) == (clean(title), clean(note))


def test_nul_and_broken_surrogates_are_shown_as_replaced(rows):
    """What no format can carry becomes U+FFFD instead of stopping the export."""
    broken = rows.astype({"note": object})
    broken.loc[0, "note"] = "a\x00b\ud800c"
    assert read(to_csv(broken))[0]["note"] == "a\ufffdb\ufffdc"


def test_no_rows_is_a_header(no_rows):
    """Without rows there is still the header, in both kinds."""
    assert to_csv(no_rows).decode() == ",".join(COLUMNS) + "\r\n"
    assert to_excel_csv(no_rows)[3:] == to_csv(no_rows)


def test_a_stream_of_frames_is_one_file(rows):
    """Frames written one after the other give the same bytes as one frame."""
    out = io.BytesIO()
    assert write_csv(iter([rows.iloc[:2], rows.iloc[2:2], rows.iloc[2:]]), out) == 6
    assert out.getvalue() == to_csv(rows)


def test_extra_columns_stand_at_the_end(rows):
    """A further column can be carried, such as the number of the row in the reader's file."""
    lines = read(to_csv(rows.assign(source_row=range(1, 7)), extra=("source_row",)))
    assert list(lines[0])[-1] == "source_row"
    assert [one["source_row"] for one in lines] == ["1", "2", "3", "4", "5", "6"]


def test_a_missing_column_is_named(rows):
    """A frame that lacks columns is refused, with their names."""
    with pytest.raises(ValueError, match="lack edtf, dataset; an export takes the incidents frame"):
        to_csv(rows.drop(columns=["edtf", "dataset"]))


def test_the_frame_is_not_changed(rows):
    """An export leaves its input as it was."""
    before = rows.copy(deep=True)
    to_excel_csv(rows)
    pd.testing.assert_frame_equal(rows, before)
