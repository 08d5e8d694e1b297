"""A file from end to end: what is accepted, repaired, refused, counted and pointed out."""

from __future__ import annotations

import pytest

from incidents.intake import IntakeError, check

HEAD = "date,province,district,type,agency,title,source,url\n"
GOOD = "2019-11-13,Ryanggang,Hyesan,arrest,MPS,t,RFA,https://e.org/1\n"


def read(*lines: str, head: str = HEAD, **choices):
    """The report on some lines of CSV."""
    return check((head + "".join(lines)).encode(), "x.csv", **choices)


def faults_of(report, row: int) -> set[str]:
    """The fields at fault in a row."""
    return {fault.field for number, fault in report.faults if number == row}


def test_a_good_row_is_accepted():
    """It comes in whole, as one of ours."""
    report = read(GOOD)
    row = report.incidents.iloc[0]
    assert report.totals == {
        "rows": 1, "accepted": 1, "repaired": 0, "refused": 0, "ambiguous_dates": 0,
        "unresolved_places": 0,
    }  # fmt: skip
    assert (row["district_id"], row["edtf"], row["dataset"]) == ("KP-10-01", "2019-11-13", "yours")
    assert (row["event_type"], row["agency"], row["place_precision"]) == (
        "arrest",
        "MPS",
        "district",
    )


def test_rows_are_counted_without_header_tags_and_blank_lines():
    """The refused row is the third."""
    report = read("#date,#adm1,#adm2,#event,#org,#event+name,#meta+source,#meta+url\n", GOOD,
                  "\n", ",,,,,,,\n", GOOD, "never" + GOOD[10:])  # fmt: skip
    assert [row for row, fault in report.faults if fault.status == "refused"] == [3]
    assert report.rows == 3


def test_a_row_counts_once_by_its_worst():
    """Three faults, one of them fatal: refused once, all three listed."""
    report = read("never,KP01,Hyesan,magic,MPS,t,RFA,https://e.org/1\n")
    assert (report.rows, report.refused) == (1, 1)
    assert {"date_start", "province", "event_type"} <= faults_of(report, 1)
    assert len(list(report.lines())) == len(report.fault_list)


def test_what_comes_in_with_less_is_repaired_and_listed():
    """Unknown type, unknown agency, no title, no outlet, no link."""
    report = read("2019-11-13,Ryanggang,Hyesan,magic,wizards,,,\n")
    row = report.incidents.iloc[0]
    assert report.repaired == 1
    assert faults_of(report, 1) == {"event_type", "agency", "title", "outlet", "source_url"}
    assert (row["event_type"], row["agency"]) == ("other", "OTHER")
    assert "magic" in row["note"]
    assert "wizards" not in row["note"]


def test_ambiguous_dates_are_refused_until_the_order_is_told():
    """A file whose other rows prove the order is not proof for this row."""
    lines = (GOOD.replace("2019-11-13", "13/11/2019"), GOOD.replace("2019-11-13", "05/11/2019"))
    unsure = read(*lines)
    assert (unsure.refused, unsure.ambiguous_dates) == (1, 1)
    settled = read(*lines, dates="dmy")
    assert (settled.refused, settled.ambiguous_dates) == (0, 0)
    assert sorted(settled.incidents["edtf"]) == ["2019-11-05", "2019-11-13"]


def test_an_unresolved_name_is_collected_once_and_mapped_for_all_rows():
    """Two rows, one name, one choice."""
    lines = [GOOD.replace("Hyesan", "Hyesna")] * 2
    report = read(*lines)
    name = report.unresolved.iloc[0]
    assert (len(report.unresolved), name["name"], name["count"]) == (1, "Hyesna", 2)
    assert "KP-10-01" in name["suggestions"].split(";")
    assert set(read(*lines, mapping={"Hyesna": "KP-10-01"}).incidents["district"]) == {"Hyesan"}


def test_a_mapping_to_nowhere_and_an_unknown_choice_are_told():
    """Each with the value and what it may be."""
    with pytest.raises(IntakeError, match="'KP-99', which is no code"):
        read(GOOD, mapping={"x": "KP-99"})
    with pytest.raises(IntakeError, match="choose one of ours, acled, ucdp, plain"):
        read(GOOD, profile="theirs")
    with pytest.raises(IntakeError, match="no column 'nope'"):
        read(GOOD, columns={"title": "nope"})


def test_the_reader_can_correct_the_columns():
    """A column taken for the title is given to the summary, another one taken away."""
    report = read(GOOD, columns={"summary": "title", "source_url": ""})
    assert report.incidents["summary"].iloc[0] == "t"
    assert report.incidents["source_url"].iloc[0] == ""
    assert "title" in faults_of(report, 1)


def test_nothing_vanishes():
    """Every row of the file is in the report with its original cells, the refused ones too."""
    report = read(GOOD, "never" + GOOD[10:])
    whole = report.to_frame()
    assert list(whole["row"]) == [1, 2]
    assert list(whole["status"]) == ["accepted", "refused"]
    assert whole["date"].iloc[1] == "never"
    again = check(report.refused_csv())
    assert (again.rows, again.refused) == (1, 1)


def test_ids_are_kept_made_or_told():
    """A repeated id and one that is none get another; a missing one gets one."""
    head = "id," + HEAD
    report = read("A1," + GOOD, "A1," + GOOD, "사건 1," + GOOD, "," + GOOD, head=head)
    ids = list(report.incidents.sort_values("source_row")["id"])
    assert ids[0] == "A1"
    assert len(set(ids)) == 4
    assert [row for row, fault in report.faults if fault.field == "id"] == [2, 3]


def test_possible_duplicates_are_pointed_out_and_kept():
    """The same link, days and place twice in the file; one that is embedded already."""
    report = read(GOOD, GOOD)
    assert report.rows == len(report.incidents) == 2
    assert report.duplicates.to_dict("records")[0] | {"why": ""} == {
        "row": 2, "kind": "file", "other": "1", "why": "",
    }  # fmt: skip
    ours = read("NK00301," + GOOD, head="id," + HEAD)
    assert list(ours.duplicates["other"]) == ["NK00301"]


def test_the_privacy_lint_warns():
    """Addresses, numbers and columns of names, with their rows; web addresses are no numbers."""
    report = read(
        "2019-11-13,Hyesan,call +82 10-1234-5678,kim@example.org,https://e.org/2019/11/13-1234567\n",
        head="date,place,summary,victim name,url\n",
    )
    said = [notice.sentence for notice in report.notices if notice.kind == "privacy"]
    assert len(said) == 3
    assert all(words in " ".join(said) for words in ("telephone", "e-mail", "'victim name'"))


def test_times_in_three_columns_and_in_two():
    """Year, month, day; start and end; an end before its start is refused."""
    three = read("2019,11,13,Hyesan\n", "2019,11,,Hyesan\n", head="Year,Month,Day,Place\n")
    assert sorted(three.incidents["edtf"]) == ["2019-11", "2019-11-13"]
    two = read("2019-11-01,2019-11-13\n", "2019-11-13,2019-11-01\n", head="start date,end date\n")
    assert list(two.incidents["edtf"]) == ["2019-11-01/2019-11-13"]
    assert two.refused == 1


def test_numbers_sums_and_currencies():
    """Grouped thousands are read; words, halves of persons and negatives are not."""
    report = read("2019,\"1,200\",1500,yuan\n", "2019,many,-5,wampum\n", "2019,1.5,0.5,usd\n",
                  head="date,detained,bribe,currency\n")  # fmt: skip
    rows = report.incidents.sort_values("source_row")
    assert rows["people_detained"].astype("object").iloc[0] == 1200
    assert rows["people_detained"].isna().tolist() == [False, True, True]
    assert rows["bribe_amount"].fillna(-1).tolist() == [1500, -1, 0.5]
    assert rows["bribe_currency"].tolist() == ["CNY", "", "USD"]


def test_progress_is_told_and_the_reader_can_cancel():
    """Between chunks of rows."""
    from incidents.intake import Cancelled

    seen: list[tuple[int, int]] = []
    read(*[GOOD] * 6_000, progress=lambda done, total: seen.append((done, total)))
    assert seen == [(5_000, 6_000), (6_000, 6_000)]
    with pytest.raises(Cancelled):
        read(GOOD, cancelled=lambda: True)
