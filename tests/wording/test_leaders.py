"""Leaders' names, offices and order, from the caller's table."""

from __future__ import annotations

import pytest

from govsite_rules.errors import InputError
from govsite_rules.wording import Leader, Scanner, Segmenter, parse_leaders, scanner

TABLE = "name\toffices\trank\twrong\n王青禾\t县委书记\t1\t王清河\n李大田\t县长 县政府党组书记\t2\n赵山\t副县长\t3\n"


@pytest.fixture(scope="module")
def scan(segmenter: Segmenter) -> Scanner:
    return scanner(leaders=parse_leaders(TABLE), segmenter=segmenter)


def found(scan: Scanner, text: str) -> list[tuple[str, str, str]]:
    return [(hit.found, hit.suggestion, hit.certainty) for hit in scan(text) if hit.group == "serious"]


def test_reading_leaders() -> None:
    """Offices and wrong spellings are separated by spaces, a rank may be left out."""
    assert parse_leaders("name\twrong\n王青禾\t王清河 王青和\n") == (Leader("王青禾", (), None, ("王清河", "王青和")),)
    assert parse_leaders(TABLE)[1] == Leader("李大田", ("县长", "县政府党组书记"), 2)


@pytest.mark.parametrize(("line", "field"), [("王青禾\t\tfirst", "rank"), ("王", "name"), ("王青禾\t\t" + "9" * 9, "rank")])
def test_bad_tables_are_refused(line: str, field: str) -> None:
    """A rank that is no number and a name that is none are named with file and line."""
    with pytest.raises(InputError) as caught:
        parse_leaders(f"name\toffices\trank\n{line}\n", file="leaders.tsv")

    assert (caught.value.file, caught.value.row, caught.value.field) == ("leaders.tsv", 2, field)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("县委书记王青禾、县长李大田出席", []),
        ("县委书记王清禾出席", [("王清禾", "王青禾", "sure")]),
        ("王清河同志出席", [("王清河", "王青禾", "sure")]),
        ("县委书记王禾青出席", [("王禾青", "王青禾", "sure")]),
        ("县长李大出席", [("李大", "李大田", "suspected")]),
        ("李大出席", []),
        ("县长大田出席", [("大田", "李大田", "suspected")]),
        ("县长李大大田出席", [("李大大田", "李大田", "sure")]),
        ("副县长李大天出席", [("李大天", "李大田", "suspected")]),
        ("县长李大天出席", [("李大天", "李大田", "sure")]),
        ("副县长李小田出席", []),
        ("縣長會見來賓，县长李大天參觀農貿市場", [("李大天", "李大田", "suspected")]),
        ("县长李大军出席", []),
        ("副县长赵珊出席", [("赵珊", "赵山", "suspected")]),
        ("赵珊同学出席", []),
        ("王青何同学出席", [("王青何", "王青禾", "suspected")]),
        ("汪青禾同学出席", []),
        ("县长王青禾出席", [("县长王青禾", "县委书记王青禾", "suspected")]),
        ("原县长王青禾出席", []),
        ("王青禾讲话", []),
        ("李大田、王青禾出席", [("王青禾", "王青禾、李大田", "suspected")]),
        ("王青禾、李大田、赵山出席", []),
        ("李大田讲话后，王青禾作总结", []),
        ("“王清禾”应为“王青禾”，县委书记王青禾", []),
    ],
)
def test_names(scan: Scanner, text: str, expected: list[tuple[str, str, str]]) -> None:
    """A misspelt name is sure beside its office or where the caller met the spelling; others may be other people."""
    assert found(scan, text) == expected


def test_no_leaders_ship(shipped: Scanner) -> None:
    """Without the caller's table no name means anything."""
    assert found(shipped, "县委书记王清禾、县长李大出席") == []
