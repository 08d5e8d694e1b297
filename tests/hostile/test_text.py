"""Text files that lie, break off, overflow or carry what no table has."""

from __future__ import annotations

import pytest

ROW = "2019-11-05,Hyesan,arrest\n"
HEAD = "date,place,type\n"

SENTENCES = {
    "empty": (b"", "is empty"),
    "blank lines only": (b"\n\n  \n\n", "blank lines"),
    "header only": (HEAD.encode(), "header but no rows"),
    "header and blank lines": ((HEAD + "\n,,\n\n").encode(), "header but no rows"),
    "header and tags only": ((HEAD + "#date,#loc,#event\n").encode(), "header but no rows"),
    "duplicate header": (b"date,place,date\n2019-11-05,Hyesan,x\n", "names 'date' twice"),
    "a million columns": (
        b",".join(b"c%d" % n for n in range(1_000_000)) + b"\n",
        "columns; the limit is 300",
    ),
    "10 MB in one cell": (
        (HEAD + '2019-11-05,"' + "x" * 10_000_000 + '",arrest\n').encode(),
        "characters",
    ),
    "10 MB in one header": (b"x" * 10_000_000 + b",date\n1,2019\n", "characters"),
    "one endless line": (b"a" * 5_000_000, "characters"),
    "binary noise": (bytes(range(256)) * 200, "damaged"),
    "zeros": (b"\x00" * 100_000, "NUL"),
    "a program": (b"\x7fELF" + bytes(2_000), "a program"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(2_000), "a picture"),
    "an old workbook": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2_000), ".xlsx"),
    "a PDF": (b"%PDF-1.7\n1 0 obj\n", "a PDF"),
    "gzip": (b"\x1f\x8b\x08\x00" + bytes(50), "gzip"),
    "a web page": (b"<!DOCTYPE html><html><script>alert(1)</script></html>", "web page"),
    "half a character": (b"\xff\xfe" + "date".encode("utf-16-le"), "no rows"),
    "too many rows": ((HEAD + ROW * 200_001).encode(), "more than 200,000 rows"),
    "a deep list": (b"[" * 200_000, "JSON"),
}


@pytest.mark.parametrize("case", SENTENCES)
def test_what_is_no_table_ends_in_a_sentence(swallow, case):
    """Each says what is wrong in words a reader understands."""
    data, words = SENTENCES[case]
    outcome = swallow(data, "file.csv")
    assert isinstance(outcome, str)
    assert words in outcome


def test_more_than_the_limit_is_refused_before_it_is_parsed(swallow):
    """101 MB are too many, whatever is in them."""
    assert "the limit is 100 MB" in swallow(b"x" * 101_000_000)


def test_a_stray_quotation_mark_costs_its_own_row_only(swallow):
    """The rows after it are not swallowed by the cell that never closes."""
    text = HEAD + '2019-11-05,"Hyesan,arrest\n' + ROW * 5 + '2019-11-06,"Musan,arrest\n' + ROW
    report = swallow(text.encode())
    assert (report.rows, report.refused) == (8, 2)
    assert [row for row, fault in report.faults if fault.becomes is None] == [1, 7]


def test_a_quotation_that_closes_rows_later_is_told(swallow):
    """By the rules of CSV the rows between are text of one cell; the reader is told of it."""
    text = HEAD + '2019-11-05,"Hyesan,arrest\n' + ROW + '2019-11-06,Musan",arrest\n' + ROW
    report = swallow(text.encode())
    assert report.rows == 2
    assert any("look like rows of their own" in fault.why for _, fault in report.faults)


def test_thousands_of_stray_quotation_marks_end_in_time(swallow):
    """Each opens a cell that never ends; the file is given up as no table."""
    text = HEAD + '2019-11-05,"Hyesan,arrest\n' * 50_000
    assert "cannot be taken apart" in swallow(text.encode())


def test_a_row_with_too_many_cells_is_refused_and_kept(swallow):
    """Where the surplus belongs nobody knows; the original cells stay in the report."""
    report = swallow((HEAD + ROW + "2019-11-05,Hyesan,arrest,more,still more\n").encode())
    assert report.statuses[1] == "refused"
    assert "more | still more" in report.to_frame().iloc[1, -1]


def test_a_row_with_too_few_cells_comes_in_and_is_told(swallow):
    """What is missing is empty, and listed."""
    report = swallow((HEAD + "2019-11-05,Hyesan\n").encode())
    assert report.repaired == 1
    assert any("The row has 2 cells, the header 3." in fault.why for _, fault in report.faults)


def test_a_nul_in_a_row_refuses_that_row(swallow):
    """The rest of the file comes in."""
    report = swallow((HEAD + ROW + "2019-11-05,Hye\x00san,arrest\n" + ROW).encode())
    assert report.statuses[1] == "refused"
    assert report.refused == 1
    assert report.rows == 3


def test_a_broken_byte_does_not_turn_hangul_into_noise(swallow):
    """A few damaged bytes in UTF-8 leave the rest UTF-8, not another encoding."""
    text = "날짜,시군,내용\n2019-11-05,혜산시,국경 단속\n2019-11-06,회령시,깨진 글자 X\n"
    report = swallow(text.encode().replace(b"X", b"\xff"))
    assert report.table.encoding == "UTF-8, damaged"
    assert list(report.incidents["district"]) == ["Hyesan", "Hoeryong"]


def test_a_file_that_lies_about_its_kind_is_read_as_what_it_is(swallow):
    """A CSV named .xlsx is a CSV, and the reader is told."""
    report = swallow((HEAD + ROW).encode(), "list.xlsx")
    assert report.rows == 1
    assert any("but the file is CSV" in notice.sentence for notice in report.notices)


def test_formulas_and_markup_stay_text(swallow):
    """They come in letter by letter, and leave the report with an apostrophe in front."""
    nasty = ["=cmd|' /C calc'!A0", "<img src=x onerror=alert(1)>", "${7*7}", "`x`", "\u202egpj.exe"]
    lines = "".join(f'2019-11-05,Hyesan,"{one}"\n' for one in nasty)
    report = swallow(("date,place,title\n" + lines).encode())
    assert list(report.incidents.sort_values("source_row")["title"]) == nasty
    assert b",'=cmd|" in report.to_csv()


def test_a_script_address_is_no_link(swallow):
    """javascript:, data: and file: become empty, and are listed."""
    links = ("javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "JaVaScRiPt:x")
    text = "date,url\n" + "".join(f'2019-11-05,"{link}"\n' for link in links)
    report = swallow(text.encode())
    assert set(report.incidents["source_url"]) == {""}
    assert sum(fault.field == "source_url" for _, fault in report.faults) == 4
