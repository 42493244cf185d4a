"""Registers of accounts with their feeds: every row and every file accounted for, and nothing of one account stops the others."""

from __future__ import annotations

import csv
import io
import json
import os
import pickle
import runpy
import sys
import zipfile
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govsite_rules.batch import sheets
from govsite_rules.batch.account_tables import ACCOUNT_DECLARATIONS, ACCOUNT_TABLES, ForAccount, read_account_table
from govsite_rules.batch.accounts import AccountFolder, Inspected, account_folder, inspect_accounts, is_accounts
from govsite_rules.batch.failure import Failure, failure
from govsite_rules.batch.feed_files import FeedReader, People
from govsite_rules.batch.feed_parts import read_parts
from govsite_rules.batch.register import REGISTER, Register, plain, read_register
from govsite_rules.bulletin import Rounding, Style, percent
from govsite_rules.checklists import LIAONING_2019
from govsite_rules.errors import ChecklistError, InputError, LimitError
from govsite_rules.indicators import CATALOG
from govsite_rules.inspection import Inspection
from govsite_rules.interchange import from_json, to_json
from govsite_rules.scoring.rates import Undecided, VisitState, pass_rate, reasons
from govsite_rules.scoring.records import Declaration, Standing
from govsite_rules.values import SHANGHAI, PlatformName, RunningStatus, WordingHit
from govsite_rules.values.finding import Finding, Outcome

AS_OF = datetime(2026, 5, 20, 9, tzinfo=SHANGHAI)
FETCHED_AT = AS_OF - timedelta(hours=1)
FEEDS = Path(__file__).parents[2].parent / "shared" / "data" / "feeds"
BY_HAND = ("N1.1", "N1.2", "N1.3", "N1.4", "N3.1", "N3.2")


def csv_text(*rows: Sequence[object]) -> str:
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    return out.getvalue()


def register(*rows: Sequence[object]) -> Register:
    return read_register(csv_text(*rows).encode(), file="台账.csv")


def workbook(fill: Callable[[Any], None]) -> bytes:
    openpyxl = pytest.importorskip("openpyxl", reason="the extra report is not installed")
    book = openpyxl.Workbook()
    fill(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def posts(*days: str, account: str = "", platform: str = "") -> str:
    head = ["标题", "链接", "发布时间"] + (["账号名称"] if account else []) + (["平台"] if platform else [])
    rows = [
        [f"标题{n}", f"http://x.cn/{account}{platform}{day}", day] + ([account] if account else []) + ([platform] if platform else [])
        for n, day in enumerate(days)
    ]
    return csv_text(head, *rows)


def folder(tmp_path: Path, rows: Sequence[Sequence[object]], feeds: dict[str, str | bytes], **options: Any) -> AccountFolder:
    (tmp_path / "accounts.csv").write_text(csv_text(*rows), encoding="utf-8")
    (tmp_path / "feeds").mkdir(exist_ok=True)
    for name, body in feeds.items():
        file = tmp_path / "feeds" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(body.encode() if isinstance(body, str) else body)
    return account_folder(tmp_path, **{"fetched_at": FETCHED_AT, "complete": True, **options})


def inspected(opened: AccountFolder, **options: Any) -> list[Inspected]:
    return list(inspect_accounts(opened, **{"as_of": AS_OF, **options}))


def update(one: Inspected) -> Finding:
    assert isinstance(one.result, Inspection), one.result
    return next(finding for finding in one.result.findings if finding.code == "no_update")


HEAD = ("序号", "平台", "账号名称")


# --- registers -------------------------------------------------------------------------------------------------------------------


def test_a_register_as_an_office_keeps_it() -> None:
    """Title rows above, notes below, headings with hints, columns of the office's own: the accounts are read, the rest is told."""
    read = register(
        ["某县政务新媒体台账"],
        ["填报单位：某县政府办", "", "", "填报时间：2026年5月"],
        ["序号", "平台", "*账号名称", "账号ID（必填）", "主办\n单位", "地区", "状 态", "开设时间", "备案编号", "是否发布信息", "联系人"],
        ["1", "微信公众号", "某县发布", "gh_1", "县政府办", "某县", "正常运行", "2019-05-12", "B1", "是", "张三"],
        ["2", "微信视频号", "某县文旅", "", "文旅局", "某县", "注销中", "2019年5月", "", "", "李四"],
        ["序号", "平台", "*账号名称", "账号ID（必填）", "主办\n单位", "地区", "状 态", "开设时间", "备案编号", "是否发布信息", "联系人"],
        ["3", "APP", "某县通", "", "", "", "", "2020", "", "否", ""],
        ["合计", "", "3个"],
        ["注：截至2026年5月"],
    )
    first, second, third = read.accounts

    assert [(1, "某县发布", 4), (2, "某县文旅", 5), (3, "某县通", 7)] == [(int(a.number), a.profile.name, a.row) for a in read.accounts]
    assert [PlatformName.WECHAT, PlatformName.CHANNELS, PlatformName.APP] == [a.profile.platform for a in read.accounts]
    assert ("gh_1", "县政府办", "某县", "B1", date(2019, 5, 12), True) == (
        *(first.profile.key, first.profile.owner, first.profile.region, first.profile.registration),
        *(first.profile.opened_on, first.profile.publishes),
    )
    assert (RunningStatus.CLOSING, None, 2019, 5) == (
        *(second.profile.status, second.profile.opened_on),
        *(second.opened.year, second.opened.month),
    )  # type: ignore[union-attr]
    assert (False, 2020, None) == (third.profile.publishes, third.opened.year, third.opened.month)  # type: ignore[union-attr]
    assert [None] * 3 == [a.problem for a in read.accounts]
    assert (("register_extra_columns", "联系人"), ("register_rows_skipped", "6, 8, 9")) == read.notes


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_registers_in_the_encodings_of_spreadsheets(encoding: str) -> None:
    """A register with or without a BOM, in UTF-8 or GB18030, is the same register."""
    text = csv_text(HEAD, ["1", "微博", "某县发布"])

    assert register(HEAD, ["1", "微博", "某县发布"]) == read_register(text.encode(encoding), file="台账.csv")


def test_english_headings_and_ids() -> None:
    """The ids of the fields and of their values are headings and values too."""
    read = register(["number", "platform", "name", "status", "level"], ["7", "weibo", "County", "closed", "county"])

    assert [("7", PlatformName.WEIBO, "County", RunningStatus.CLOSED, "county")] == [
        (a.number, a.profile.platform, a.profile.name, a.profile.status, a.profile.level) for a in read.accounts
    ]


def test_every_heading_means_one_field() -> None:
    """No heading is claimed by two fields, and every field of the register can be filled in."""
    headings = [heading for field in REGISTER.fields for heading in (field.name, *field.aliases)]
    row = {
        **{field.name: "x" for field in REGISTER.fields},
        "status": "正常",
        "opened": "2019.05",
        "publishes": "是",
        "format": "wechat",
        "fetched_at": AS_OF.isoformat(),
        "complete": "否",
    }
    read = register(list(row), list(row.values()))

    assert len(headings) == len({heading.lower() for heading in headings})
    assert (None, ("x",), "wechat", AS_OF, False) == (
        *(read.accounts[0].problem, read.accounts[0].feeds, read.accounts[0].format),
        *(read.accounts[0].fetched_at, read.accounts[0].complete),
    )


@pytest.mark.parametrize(
    ("heading", "value", "field"),
    [
        ("状态", "停更了", "状态"),
        ("开设时间", "2026-02-30", "开设时间"),
        ("开设时间", "2019.13", "开设时间"),
        ("开设时间", "去年", "开设时间"),
        ("是否发布信息", "也许", "是否发布信息"),
        ("采集时间", "2026-05-20 09:00", "采集时间"),
        ("格式", "xls", "格式"),
    ],
)
def test_a_row_that_cannot_be_read_says_why(heading: str, value: str, field: str) -> None:
    """A bad value is the problem of its row, with file, row, heading, value and what is right; the next row is read."""
    read = register([*HEAD, heading], ["1", "微博", "甲", value], ["2", "微博", "乙", ""])
    problem = read.accounts[0].problem

    assert problem is not None
    assert ("台账.csv", 2, field, repr(value)) == (problem.file, problem.row, problem.field, problem.value)
    assert problem.expected
    assert ("甲", PlatformName.WEIBO, "1") == (
        *(read.accounts[0].profile.name, read.accounts[0].profile.platform, read.accounts[0].number),
    )
    assert read.accounts[1].problem is None


@pytest.mark.parametrize(
    ("text", "month"), [("2019.05", 5), ("2019.5", 5), ("2019.10", 10), ("2019.1", None), ("2019", None), ("2019年", None)]
)
def test_months_of_opening(text: str, month: int | None) -> None:
    """A month after a point is read; 2019.1, which a spreadsheet may have made of 2019.10, is a year only."""
    (account,) = register([*HEAD, "开设时间"], ["1", "微博", "甲", text]).accounts

    assert account.opened is not None
    assert (2019, month) == (account.opened.year, account.opened.month)


def test_a_row_without_a_name_is_told() -> None:
    """A row with a platform and an owner but no name is an account nobody can name; a note below the table is none."""
    read = register([*HEAD, "主办单位"], ["1", "微博", "", "县政府办"], ["2", "", "", ""], ["", "", "", "填表人：甲"])
    (account,) = read.accounts

    assert account.problem is not None
    assert (2, "账号名称") == (account.problem.row, account.problem.field)
    assert (("register_rows_skipped", "3, 4"),) == read.notes


def test_one_account_on_one_platform_is_one_unit() -> None:
    """The same name on two platforms is two accounts; a second row of one account is refused and names the first."""
    read = register(
        [*HEAD, "账号ID"], ["1", "微信", "甲", "gh_1"], ["2", "微博", "甲", "gh_1"], ["3", "微博", "乙", ""], ["4", "微博", "“乙 ”", ""]
    )

    assert ["wechat:gh_1", "weibo:gh_1", "weibo:乙"] == [a.profile.key for a in read.accounts[:3]]
    assert [None, None, None, "the same account as row 4"] == [a.problem and a.problem.message for a in read.accounts]
    assert len({a.profile.key for a in read.accounts}) == 4


@pytest.mark.parametrize(
    ("rows", "seen"),
    [
        ([["甲", "乙"]], "no heading row"),
        ([["账号名称"], ["甲"]], "no heading row"),
        ([["序号", "账号名称", "新媒体名称"], ["1", "甲", "乙"]], "two columns of the same meaning"),
        ([], "no heading row"),
    ],
)
def test_what_is_no_register_is_refused(rows: list[list[str]], seen: str) -> None:
    """Without a heading row, or with two columns of one meaning, the register is refused."""
    with pytest.raises(InputError, match=seen) as caught:
        register(*rows)

    assert caught.value.file is not None


@pytest.mark.parametrize(("above", "found"), [(29, True), (30, False)])
def test_the_heading_row_is_looked_for_at_the_top(above: int, found: bool) -> None:
    """The heading row may stand in the first thirty rows that are not empty, not below."""
    rows = [["说明"]] * above + [list(HEAD), ["1", "微博", "甲"]]
    if found:
        assert len(register(*rows).accounts) == 1
    else:
        with pytest.raises(InputError, match="no heading row"):
            register(*rows)


def test_a_workbook_of_several_sheets() -> None:
    """Every visible sheet with headings is read, merged owners hold for their rows, numbers and dates are those of the cells."""

    def fill(book: Any) -> None:
        sheet = book.active
        sheet.title = "微信"
        sheet.append(["政务新媒体台账"])
        sheet.merge_cells("A1:F1")
        sheet.append(["序号", "平台", "账号名称", "账号ID", "主办单位", "开设时间"])
        sheet.append([1, "微信", "甲发布", 1234567890, "县政府办", datetime(2020, 1, 2)])
        sheet.append([2, "微信", "乙发布", 99.0, None, None])
        sheet.append([3, "微信", "丙发布", "x", None, 2019.1])
        sheet.append([4, "微信", "丁发布", None, None, None])
        sheet.merge_cells("E3:E5")
        other = book.create_sheet("微博")
        other["B7"], other["C7"], other["D7"] = "账号名称", "平台", "主办单位"
        other["B9"], other["C9"], other["D9"] = "甲发布", "微博", "=1/0"
        book.create_sheet("说明")["A1"] = "填表说明"
        hidden = book.create_sheet("旧")
        hidden.append(list(HEAD))
        hidden.append([1, "微博", "旧账号"])
        hidden.sheet_state = "hidden"

    read = read_register(workbook(fill), file="台账.xlsx")

    assert ["甲发布", "乙发布", "丙发布", "丁发布", "甲发布"] == [a.profile.name for a in read.accounts]
    assert ["县政府办", "县政府办", "县政府办", "", ""] == [a.profile.owner for a in read.accounts]
    assert ["1234567890", "99", "x", "", ""] == [a.id for a in read.accounts]
    assert date(2020, 1, 2) == read.accounts[0].profile.opened_on
    assert [None, None, ("台账.xlsx[微信]", 5, "开设时间"), None, None] == [
        a.problem and (a.problem.file, a.problem.row, a.problem.field) for a in read.accounts
    ]
    assert ("台账.xlsx[微博]", 9) == (read.accounts[4].file, read.accounts[4].row)
    assert (("register_sheets_skipped", "说明"),) == read.notes


def test_hostile_workbooks_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Old, broken, bloated and formless workbooks are refused with what is right, and a far cell costs no memory."""
    whole = workbook(lambda book: book.active.append(list(HEAD)))
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/workbook.xml", b" " * (sheets.MAX_UNPACKED + 1))
    for data, seen in (
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old or protected"),
        (b"", "no readable workbook"),
        (b"PK\x03\x04", "no readable workbook"),
        (whole[: len(whole) // 2], "no readable workbook"),
        (bomb.getvalue(), "too large"),
    ):
        with pytest.raises(InputError, match=seen):
            read_register(data, file="t.xlsx")

    def far(book: Any) -> None:
        book.active.append(list(HEAD))
        book.active.append([1, "微博", "甲"])
        book.active["XFD90000"] = "far"

    assert ["甲"] == [a.profile.name for a in read_register(workbook(far), file="t.xlsx").accounts]
    monkeypatch.setattr(sheets, "MAX_ROWS", 1)
    with pytest.raises(LimitError):
        read_register(workbook(far), file="t.xlsx")


def test_a_merge_over_the_whole_sheet_costs_nothing() -> None:
    """A merged range of all rows and columns is not spread out."""

    def fill(book: Any) -> None:
        book.active.append(list(HEAD))
        book.active.append([1, "微博", "甲"])

    data = workbook(fill)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            body = source.read(name)
            if name == "xl/worksheets/sheet1.xml":
                merges = b'<mergeCells count="2"><mergeCell ref="A1:XFD1048576"/><mergeCell ref="B2:B1048576"/></mergeCells>'
                body = body.replace(b"</sheetData>", b"</sheetData>" + merges)
            target.writestr(name, body)

    assert ["甲"] == [a.profile.name for a in read_register(out.getvalue(), file="t.xlsx").accounts]


def test_workbooks_without_openpyxl(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where openpyxl is missing, a workbook says what to install and a CSV register still works."""
    monkeypatch.setitem(sys.modules, "openpyxl", None)

    with pytest.raises(InputError, match=r"govsite-rules\[report\]"):
        read_register(b"PK", file="t.xlsx")
    assert len(register(HEAD, ["1", "微博", "甲"]).accounts) == 1


@given(st.one_of(st.binary(max_size=300), st.text(st.sampled_from('账号名称平台序号,"\n\r 甲乙1'), max_size=200).map(str.encode)))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    """Whatever is called a register is one, or is refused."""
    for file in ("t.csv", "t.xlsx", "t.ods"):
        try:
            read_register(data, file=file)
        except InputError:
            continue


# --- whose file it is ---------------------------------------------------------------------------------------------------------


NAMES = [
    [*HEAD, "账号ID"],
    ["1", "微信", "禾溪发布", "gh_hexi"],
    ["2", "微博", "禾溪发布", "7001"],
    ["3", "微信", "禾溪发布厅", ""],
    ["4", "抖音", "平安-禾溪", ""],
    ["5", "微信", "12345热线", "12"],
    ["6", "快手", "平安", ""],
]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("gh_hexi.json", {0}),
        ("gh-HEXI_2026-05.json", {0}),
        ("微信_禾溪发布.jsonl", {0}),
        ("微信公众号/禾溪发布.jsonl", {0}),
        ("禾溪发布(微博).csv", {1}),
        ("weibo/2026-05/禾溪发布.csv", {1}),
        ("禾溪发布/weibo.csv", {1}),
        ("7001.csv", {1}),
        ("禾溪发布.csv", {0, 1}),
        ("禾溪发布 7001.csv", {1}),
        ("禾溪发布厅.csv", {2}),
        ("平安-禾溪_2026.json", {3}),
        ("平安禾溪.json", set()),
        ("抖音_禾溪发布.csv", set()),
        ("2026-05-12.csv", set()),
        ("12.csv", {4}),
        ("12345热线.v2.csv", {4}),
        ("禾溪.csv", set()),
        ("posts.csv", set()),
    ],
)
def test_names_of_files(path: str, expected: set[int]) -> None:
    """A file is an account's whose identifier or name stands in its path as whole words; words for a platform tell namesakes apart."""
    assert People(register(*NAMES).accounts).in_path(path) == expected


def test_every_file_is_accounted_for(tmp_path: Path) -> None:
    """By the register, by the name, by what is inside; what is nobody's is told with its reason."""
    weibo = json.dumps(
        {"statuses": [{"created_at": "2026-05-19 10:00:00", "mid": "1", "text": "x", "user": {"id": 7001, "screen_name": "禾溪发布"}}]}
    )
    opened = folder(
        tmp_path,
        [[*NAMES[0], "数据文件"], *([*row, ""] for row in NAMES[1:5]), ["6", "微博", "某局", "", "deep/x.csv; y.csv"]],
        {
            "微信_禾溪发布.csv": posts("2026-05-18"),
            "a1.json": weibo,
            "禾溪发布.csv": posts("2026-05-17"),
            "b.csv": posts("2026-05-16", account="平安-禾溪", platform="抖音"),
            "deep/x.csv": posts("2026-05-15"),
            "y.csv": posts("2026-05-14"),
            "路人.csv": posts("2026-05-13", account="路人"),
            "broken.json": '{"a": 1}',
            "logo.png": b"\x89PNG",
            ".hidden.csv": "x",
        },
    )

    assert (("微信_禾溪发布.csv",), ("a1.json",), (), ("b.csv",), ("deep/x.csv", "y.csv")) == opened.assignment.files
    assert [
        ("broken.json", "unreadable"),
        ("logo.png", "not_a_feed"),
        ("禾溪发布.csv", "several_accounts"),
        ("路人.csv", "no_account"),
    ] == [(name, why) for name, why, _ in opened.assignment.unmatched]
    assert "路人" == opened.assignment.unmatched[3][2]


def test_several_files_of_one_account_are_joined(tmp_path: Path) -> None:
    """Posts of all files count once each; a file that cannot be read whole takes completeness from the account."""
    rows = [HEAD, ["1", "微博", "甲局"]]
    opened = folder(tmp_path, rows, {"甲局_4月.csv": posts("2026-04-01", "2026-04-20"), "甲局_5月.csv": posts("2026-04-20", "2026-05-01")})
    (one,) = inspected(opened)

    assert ("甲局_4月.csv", "甲局_5月.csv") == one.files
    assert (Outcome.FAILED, "2026-05-01", Fraction(19)) == (
        *(update(one).outcome, update(one).value("newest")),
        update(one).measure("days_since_update"),
    )
    assert dict(one.result.coverage.counts)["posts"] == 3  # type: ignore[union-attr]

    (tmp_path / "feeds" / "甲局_5月.csv").write_text(posts("2026-05-01") + "坏行\n", encoding="utf-8")
    (cut,) = inspected(account_folder(tmp_path, fetched_at=FETCHED_AT, complete=True))

    assert Outcome.CANT_TELL is update(cut).outcome


def test_running_numbers_of_two_files_are_not_the_same_posts(tmp_path: Path) -> None:
    """Monthly exports that each count from 1 are joined whole; a post that is in both counts once."""
    march = csv_text(["编号", "标题", "发布时间"], [1, "甲", "2026-03-01 08:00"], [2, "乙", "2026-03-02 08:00"])
    april = csv_text(["编号", "标题", "发布时间"], [1, "丙", "2026-04-01 08:00"], [2, "乙", "2026-03-02 08:00"])
    rows = [["账号名称", "平台"], ["禾溪发布", "抖音"]]
    (one,) = inspected(folder(tmp_path, rows, {"禾溪发布_3.csv": march, "禾溪发布_4.csv": april}))

    assert dict(one.result.coverage.counts)["posts"] == 3  # type: ignore[union-attr]


def test_a_workbook_of_posts(tmp_path: Path) -> None:
    """Every sheet is a table, days and times are cells of their kind; a sheet that is none was not read, which takes completeness back."""

    def fill(book: Any, *, note: bool) -> None:
        first = book.active
        first.append(["作品数据", None, None])
        first.append(["作品名称", "发布时间", "链接"])
        first.append(["甲", datetime(2026, 5, 1, 8, 30), "http://x.cn/1"])
        first.append([None, None, None])
        first.append(["乙", datetime(2026, 4, 1), "http://x.cn/2"])
        first.append(["丙", 46113.5, "http://x.cn/3"])
        second = book.create_sheet("四月")
        second.append(["标题", "发布时间", "链接", "阅读"])
        second.append(["乙", "2026-04-01", "http://x.cn/2", 5])
        second.append(["丁", "2026-04-02"])
        if note:
            book.create_sheet("说明").append(["口径", "数值"])

    for note, unread in ((False, 0), (True, 1)):
        parts = read_parts(workbook(lambda book, note=note: fill(book, note=note)), file="抖音.xlsx", fetched_at=FETCHED_AT, complete=True)
        (part,) = parts
        assert part.posts is not None
        assert [("甲", "2026-05-01 08:30:00"), ("乙", "2026-04-01"), ("丁", "2026-04-02")] == [
            (post.title, f"{post.published.date}{f' {post.published.time}' if post.published.time else ''}") for post in part.posts.items
        ]
        assert (False, 1 + unread) == (part.posts.complete, len(part.rejected))
        assert part.rejected[0].startswith("Sheet: row 6: time 46113.5 is a day number")
        assert not note or "抖音.xlsx[说明]" in part.rejected[1]

    def whole(book: Any) -> None:
        book.active.append(["标题", "发布时间"])
        book.active.append(["甲", datetime(2026, 5, 18, 8, 30)])

    opened = folder(tmp_path, [["账号名称", "平台"], ["禾溪发布", "抖音"]], {"抖音_禾溪发布.xlsx": workbook(whole)})
    (one,) = inspected(opened)

    assert update(one).outcome is Outcome.PASSED
    for body in (workbook(lambda book: book.active.append(["口径", "数值"])), workbook(lambda book: None), b"PK"):
        with pytest.raises(InputError, match=r"t\.xlsx"):
            read_parts(body, file="t.xlsx", fetched_at=FETCHED_AT)


def test_what_one_file_of_an_account_knows_holds(tmp_path: Path) -> None:
    """A deletion that one of two files knows of holds whatever the other says; a part that is not complete makes the whole so."""
    head = "编号,标题,发布时间,是否删除\n"
    rows = [HEAD, ["1", "微博", "甲局"]]
    for first, second in (("是", "否"), ("否", "是")):
        feeds = {f"甲局_{n}.csv": f"{head}7,一,2026-05-19,{gone}\n8,二,2026-04-01,否\n" for n, gone in enumerate((first, second))}
        (one,) = inspected(folder(tmp_path, rows, feeds))

        assert (Outcome.FAILED, "2026-04-01") == (update(one).outcome, update(one).value("newest"))
    authors = [
        {"created_at": "2026-04-02 10:00:00", "mid": str(n), "text": "x", "user": {"screen_name": name}} for n, name in enumerate("甲乙")
    ]
    authors[0]["user"] = {"screen_name": "甲局"}
    (doubtful,) = inspected(folder(tmp_path, rows, {"甲局_2.json": json.dumps({"statuses": authors})}))

    assert (Outcome.CANT_TELL, "feed_incomplete") == (update(doubtful).outcome, update(doubtful).value("reason"))


def test_a_name_and_a_content_that_disagree_are_nobodys(tmp_path: Path) -> None:
    """A file named like two accounts whose content names somebody else, known or not, is given to none of them."""
    rows = [HEAD, ["1", "微信", "甲局"], ["2", "微博", "甲局"], ["3", "微博", "乙局"]]
    for name in ("乙局", "路人"):
        status = {"created_at": "2026-05-19 10:00:00", "mid": "1", "text": "x", "user": {"id": 1, "screen_name": name}}
        opened = folder(tmp_path, rows, {"甲局.json": json.dumps({"statuses": [status]})})

        assert ((), (), ()) == opened.assignment.files
        assert [("甲局.json", "several_accounts", name)] == list(opened.assignment.unmatched)


def test_a_file_of_many_accounts_is_divided(tmp_path: Path) -> None:
    """One export of many accounts gives each its own posts; posts of nobody's are told, and an account of which it holds none is stale."""
    rows = [[*HEAD, "数据文件"], ["1", "抖音", "甲局", "all.csv"], ["2", "抖音", "乙局", "all.csv"], ["3", "微博", "甲局", "all.csv"]]
    body = posts("2026-05-19", account="甲局", platform="抖音") + posts("2026-04-19", account="乙局", platform="抖音").partition("\n")[2]
    douyin, other, weibo = inspected(folder(tmp_path, rows, {"all.csv": body}))

    assert [Outcome.PASSED, Outcome.FAILED] == [update(one).outcome for one in (douyin, other)]
    assert isinstance(weibo.result, Inspection)
    assert (Outcome.FAILED, "no_posts") == (update(weibo).outcome, update(weibo).value("reason"))


def test_shared_files_are_read_again_where_memory_is_short(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However few posts may be kept, the results are the same."""
    rows = [HEAD, *([str(n), "抖音", f"第{n}局"] for n in range(6))]
    feeds = {
        f"f{file}.csv": posts("2026-05-19", account=f"第{file}局") + posts("2026-05-01", account=f"第{file + 3}局").partition("\n")[2]
        for file in range(3)
    }
    opened = folder(tmp_path, rows, feeds)
    expected = inspected(opened)
    monkeypatch.setattr("govsite_rules.batch.feed_files.MAX_KEPT_POSTS", 1)

    assert expected == inspected(opened)
    assert [Outcome.PASSED] * 3 + [Outcome.FAILED] * 3 == [update(one).outcome for one in expected]
    assert opened.assignment.shared == {"f0.csv", "f1.csv", "f2.csv"}


def test_posts_of_somebody_else_are_no_update(tmp_path: Path) -> None:
    """A file that says it is of another platform or of another account of the register is a failure of the account, not its posts."""
    weibo = json.dumps(
        {"statuses": [{"created_at": "2026-05-19 10:00:00", "mid": "1", "text": "x", "user": {"id": 1, "screen_name": "甲局"}}]}
    )
    rows = [HEAD, ["1", "微信", "甲局"], ["2", "微信", "乙局"], ["3", "微信", "丙局"], ["4", "微信", "丁局"]]
    feeds = {
        "微信_甲局.json": weibo,
        "乙局.csv": posts("2026-05-19", account="丙局"),
        "丙局.csv": posts("2026-05-19"),
        "丁局.csv": posts("2026-05-19", account="丁局政务"),
    }
    first, second, third, fourth = inspected(folder(tmp_path, rows, feeds))

    assert ["a feed of another platform", "posts of another account"] == [
        one.result.message.partition(": ")[2].partition(";")[0] for one in (first, second) if isinstance(one.result, Failure)
    ]
    assert Outcome.PASSED is update(third).outcome
    assert isinstance(fourth.result, Inspection)
    assert (Outcome.PASSED, ("feed_says:丁局政务",)) == (update(fourth).outcome, fourth.result.notes)


# --- results -------------------------------------------------------------------------------------------------------------------


def test_one_bad_account_never_stops_the_rest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A bad row, a missing file, an unreadable feed, a link and a fault of our own are failures; the last one is inspected."""
    rows = [
        [*HEAD, "状态", "数据文件"],
        ["1", "微博", "甲局", "停了", ""],
        ["2", "微博", "乙局", "", "none.csv"],
        ["3", "微博", "丙局", "", ""],
        ["4", "微博", "丁局", "", ""],
        ["5", "微博", "戊局", "", ""],
        ["6", "微博", "己局", "", ""],
    ]
    opened = folder(tmp_path, rows, {"丙局.json": '{"ret": -3}', "戊局.csv": posts("2026-05-19"), "己局.csv": posts("2026-05-19")})
    os.symlink(tmp_path / "accounts.csv", tmp_path / "feeds" / "丁局.csv")
    opened = account_folder(tmp_path, fetched_at=FETCHED_AT, complete=True)
    read = FeedReader.read

    def fault(self: FeedReader, place: int, **options: Any) -> Any:
        if place == 4:
            raise ZeroDivisionError("boom")
        return read(self, place, **options)

    monkeypatch.setattr(FeedReader, "read", fault)
    done: list[tuple[int, int]] = []
    results = inspected(opened, on_done=lambda n, total: done.append((n, total)))
    failures = [one.result for one in results[:5]]

    assert all(isinstance(result, Failure) for result in failures)
    assert [("accounts.csv", 2), ("accounts.csv", 3), ("丙局.json", 1), ("丁局.csv", None), (None, None)] == [
        (result.file, result.row) for result in failures if isinstance(result, Failure)
    ]
    assert ["InputError"] * 4 + ["ZeroDivisionError"] == [result.kind for result in failures if isinstance(result, Failure)]
    assert Outcome.PASSED is update(results[5]).outcome
    assert [(n, 6) for n in range(1, 7)] == done
    assert [VisitState.NOT_INSPECTED] * 5 + [VisitState.JUDGED] == [one.visit.state for one in results]
    rate = pass_rate([one.visit for one in results])
    assert (1, 5) == (rate.checked, rate.not_inspected)


def test_an_account_without_a_file_is_untested(tmp_path: Path) -> None:
    """Nobody looked at its posts: neither stale nor up to date."""
    (one,) = inspected(folder(tmp_path, [HEAD, ["1", "微博", "甲局"]], {}))

    assert (Outcome.UNTESTED, "not_looked", ()) == (update(one).outcome, update(one).value("reason"), one.files)
    assert Standing.UNDECIDED is one.visit.standing


@pytest.mark.parametrize(
    ("complete", "column", "expected"), [(True, "", "failed"), (False, "", "cant_tell"), (False, "是", "failed"), (True, "否", "cant_tell")]
)
def test_only_a_complete_feed_proves_staleness(tmp_path: Path, complete: bool, column: str, expected: str) -> None:
    """Completeness is the caller's word, or the row's, which goes before it."""
    rows = [[*HEAD, "数据完整"], ["1", "微博", "甲局", column]]
    (one,) = inspected(folder(tmp_path, rows, {"甲局.csv": posts("2026-05-05")}, complete=complete))

    assert expected == update(one).outcome


@pytest.mark.parametrize(("day", "expected"), [("2026-05-06", "passed"), ("2026-05-05", "failed")])
def test_the_window_holds_in_the_batch(tmp_path: Path, day: str, expected: str) -> None:
    """Day 14 is in time, day 15 is not; days left and the longest gap are told."""
    (one,) = inspected(folder(tmp_path, [HEAD, ["1", "微博", "甲局"]], {"甲局.csv": posts(day, "2026-04-01")}))

    assert expected == update(one).outcome
    assert (Fraction(1) if expected == "passed" else None) == update(one).measure("days_left")
    assert Fraction((date.fromisoformat(day) - date(2026, 4, 1)).days) == update(one).measure("longest_gap")


@pytest.mark.parametrize(
    ("opened", "as_of", "expected"),
    [
        ("2026-05-07", AS_OF, "passed"),
        ("2026-05-06", AS_OF, "failed"),
        ("2026年4月", AS_OF, "failed"),
        ("2026年5月", AS_OF, "failure"),
        ("2026年4月", datetime(2026, 5, 13, tzinfo=SHANGHAI), "failure"),
        ("2026年4月", datetime(2026, 5, 14, tzinfo=SHANGHAI), "failed"),
        ("2026年", AS_OF, "failure"),
        ("2025年", AS_OF, "failed"),
    ],
)
def test_new_accounts(tmp_path: Path, opened: str, as_of: datetime, expected: str) -> None:
    """A new account passes; where the day that is not given decides whether it is new, nothing is said of it."""
    rows = [[*HEAD, "开设时间"], ["1", "微博", "甲局", opened]]
    (one,) = inspected(folder(tmp_path, rows, {"甲局.csv": "标题,发布时间\n"}, fetched_at=as_of), as_of=as_of)

    if expected == "failure":
        assert isinstance(one.result, Failure)
        assert ("opened", "accounts.csv", 2) == (one.result.field, one.result.file, one.result.row)
    else:
        assert expected == update(one).outcome


@pytest.mark.parametrize(("status", "scope"), [("正常运行", True), ("注销中", True), ("已注销", False), ("暂停", False)])
def test_accounts_being_closed_are_checked(tmp_path: Path, status: str, scope: bool) -> None:
    """Closing ones are inspected, closed and suspended ones are outside every rate."""
    rows = [[*HEAD, "状态"], ["1", "微博", "甲局", status]]
    (one,) = inspected(folder(tmp_path, rows, {"甲局.csv": posts("2026-01-01")}))

    assert (VisitState.JUDGED if scope else VisitState.OUT_OF_SCOPE) is one.visit.state


def test_tables_beside_the_register(tmp_path: Path) -> None:
    """Interaction, trials, incidents, reviews and declarations reach their account, by name, identifier and platform."""
    rows = [
        [*HEAD, "账号ID"],
        ["1", "微信", "甲局", "gh_a"],
        ["2", "微博", "甲局", ""],
        ["3", "APP", "甲通", ""],
        ["4", "微信", "乙局", ""],
    ]
    at = "2026-05-19T10:00:00+08:00"
    (tmp_path / "interaction.csv").write_text(
        csv_text(["账号", "平台", "互动功能"], ["gh_a", "", "留言、菜单"], ["甲局", "微博", "无"], ["乙局", "", "无"]), encoding="utf-8"
    )
    (tmp_path / "trials.jsonl").write_text(
        "\n".join(
            json.dumps({"account": "甲通", "id": n, "kind": kind, "at": at, "succeeded": True})
            for n, kind in enumerate(("app_download", "app_use"))
        ),
        encoding="utf-8",
    )
    (tmp_path / "incidents.csv").write_text(
        csv_text(["账号", "编号", "类型", "时间", "已确认", "说明"], ["乙局", "1", "购买粉丝", at, "是", "通报"]), encoding="utf-8"
    )
    (tmp_path / "reviews.csv").write_text(
        csv_text(
            ["账号名称", "平台", "indicator", "code", "target", "结论", "复核人", "时间"],
            ["甲局", "微博", "account_interaction_poor", "no_interaction", "account", "否定", "丙", at],
        ),
        encoding="utf-8",
    )
    (tmp_path / "declarations.csv").write_text(
        csv_text(["账号", "条款", "声明人", "时间", "方法"], ["", "N1.1,N1.2", "丙", at, "查阅"], ["路人", "N1.3", "丙", at, "查阅"]),
        encoding="utf-8",
    )
    (tmp_path / "accounts.toml").write_text("[tables.trials]\ncomplete = true\n[tables.incidents]\ncomplete = true\n", encoding="utf-8")
    opened = folder(tmp_path, rows, {})
    results = inspected(opened)
    outcomes = [{finding.code: finding.outcome for finding in one.result.findings} for one in results if isinstance(one.result, Inspection)]

    assert [Outcome.PASSED, Outcome.PASSED, Outcome.UNTESTED, Outcome.FAILED] == [codes["no_interaction"] for codes in outcomes]
    assert Outcome.PASSED is outcomes[2]["app_unusable"]
    assert [Outcome.PASSED] * 3 + [Outcome.FAILED] == [codes["inflated_engagement"] for codes in outcomes]
    assert all({"N1.1", "N1.2"} <= set(one.result.coverage.declared) for one in results if isinstance(one.result, Inspection))
    assert ("N3.1", "N3.2") == results[3].visit.fired
    assert (("rows_of_unknown_accounts", "declarations: 路人"),) == opened.notes


@pytest.mark.parametrize(
    ("name", "body", "field"),
    [
        ("interaction.csv", "账号,互动功能\n甲局,无\n", "account"),
        ("trials.csv", "账号,编号,类型,时间\n乙局,1,app_use,2026-05-19\n", "at"),
        ("incidents.csv", "编号,类型,时间\n1,泄密,2026-05-19T00:00:00+08:00\n", "account"),
        ("incidents.csv", "账号,编号,类型,时间\n乙局,1,泄密,2026-05-19T00:00:00+08:00\n乙局,1,泄密,2026-05-19T00:00:00+08:00\n", "id"),
        ("declarations.csv", "账号,网站标识码\n,1\n", "网站标识码"),
        ("accounts.toml", "[tables.interaction]\ncomplete = true\n", "tables.interaction"),
        ("accounts.toml", "[tables.reviews]\ncomplete = true\n", "tables.reviews"),
        ("accounts.toml", "tables = 3\n", "tables."),
        ("accounts.toml", 'as_of = "yesterday"\n', "as_of"),
        ("accounts.toml", "feed = 1\n", "feed"),
        ("accounts.toml", 'feeds = "../x"\n', "feeds"),
        ("accounts.toml", "= 1\n", None),
    ],
)
def test_bad_tables_are_refused(tmp_path: Path, name: str, body: str, field: str | None) -> None:
    """A table or an ``accounts.toml`` that cannot be right stops before anything is inspected, and says where."""
    (tmp_path / name).write_text(body, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        folder(tmp_path, [HEAD, ["1", "微信", "甲局"], ["2", "微博", "甲局"], ["3", "微博", "乙局"]], {})

    assert field == caught.value.field
    assert caught.value.file in (name, name.partition(".")[0])


def test_the_moments_must_be_said(tmp_path: Path) -> None:
    """Neither the inspection's nor the feeds' moment is ever assumed; without feeds none is needed."""
    rows = [HEAD, ["1", "微博", "甲局"]]
    without = folder(tmp_path, rows, {}, fetched_at=None)

    assert 1 == len(inspected(without))
    with pytest.raises(InputError, match="no moment of inspection"):
        list(inspect_accounts(without))
    with pytest.raises(InputError, match="when the feeds were fetched"):
        inspected(folder(tmp_path, rows, {"甲局.csv": posts("2026-05-19")}, fetched_at=None))
    (tmp_path / "accounts.toml").write_text(
        f"as_of = {AS_OF.isoformat()}\nfetched_at = {FETCHED_AT.isoformat()}\ncomplete = true\n", encoding="utf-8"
    )
    opened = account_folder(tmp_path)
    assert (AS_OF, FETCHED_AT, True) == (opened.as_of, opened.fetched_at, opened.complete)
    assert [Outcome.PASSED] == [update(one).outcome for one in inspect_accounts(opened)]


def test_a_list_that_does_not_fit_is_no_failure_of_an_account(tmp_path: Path) -> None:
    """Indicators given twice stop the call: the same would be wrong for every account."""
    opened = folder(tmp_path, [HEAD, ["1", "微博", "甲局"]], {})
    with pytest.raises(ChecklistError):
        inspected(opened, indicators=CATALOG + CATALOG)


def test_where_the_register_and_the_feeds_may_be(tmp_path: Path) -> None:
    """A register alone, with the feeds elsewhere or beside; a folder whose feeds stand with it; a name given in ``accounts.toml``."""
    rows = csv_text(HEAD, ["1", "微博", "甲局"])
    flat, beside, named = (tmp_path / name for name in ("flat", "beside", "named"))
    for place in (flat, beside / "feeds", named / "posts"):
        place.mkdir(parents=True)
        (place / "甲局.csv").write_text(posts("2026-05-19"), encoding="utf-8")
    (flat / "accounts.csv").write_text(rows, encoding="utf-8")
    (beside / "台账.csv").write_text(rows, encoding="utf-8")
    (beside / "other.csv").write_text("x", encoding="utf-8")
    (named / "台账.csv").write_text(rows, encoding="utf-8")
    (named / "interactions.csv").write_text("x", encoding="utf-8")
    (named / "accounts.toml").write_text('register = "台账.csv"\nfeeds = "posts"\n', encoding="utf-8")
    opened = [
        account_folder(path, fetched_at=FETCHED_AT, feeds=feeds)
        for path, feeds in ((flat, None), (beside / "台账.csv", None), (named, None), (beside / "台账.csv", flat))
    ]

    assert [(("甲局.csv",),)] * 4 == [one.assignment.files for one in opened]
    assert [(), (), (("ignored_file", "interactions.csv"),), ()] == [one.notes for one in opened]
    assert [True, False, True, True, False] == [
        is_accounts(path) for path in (flat, beside, beside / "台账.csv", named, tmp_path / "x.jsonl")
    ]
    for path, feeds in ((tmp_path / "none.csv", None), (tmp_path, None), (flat, tmp_path / "none")):
        with pytest.raises(InputError):
            account_folder(path, feeds=feeds)


def test_two_registers_in_one_folder_are_refused(tmp_path: Path) -> None:
    """Which of two registers counts is not guessed."""
    (tmp_path / "accounts.xlsx").write_bytes(b"PK")
    with pytest.raises(InputError, match="two registers"):
        folder(tmp_path, [HEAD, ["1", "微博", "甲局"]], {})


def test_failures_are_plain_values(tmp_path: Path) -> None:
    """A failure pickles and has a JSON form of its own."""
    (one,) = inspected(folder(tmp_path, [[*HEAD, "状态"], ["1", "微博", "甲局", "停了"]], {}))

    assert isinstance(one.result, Failure)
    assert one.result == pickle.loads(pickle.dumps(one.result)) == from_json(to_json(one.result), Failure)
    assert ("ValueError", "x") == (lambda made: (made.kind, made.message))(failure(one.visit.subject, AS_OF, ValueError("x")))


def test_results_come_one_by_one(tmp_path: Path) -> None:
    """Nothing is read before its turn: a feed that vanishes after the first result is a failure of its own account."""
    rows = [HEAD, ["1", "微博", "甲局"], ["2", "微博", "乙局"]]
    results = inspect_accounts(folder(tmp_path, rows, {"甲局.csv": posts("2026-05-19"), "乙局.csv": posts("2026-05-19")}), as_of=AS_OF)
    first = next(results)
    (tmp_path / "feeds" / "乙局.csv").unlink()
    second = next(results)

    assert isinstance(first.result, Inspection)
    assert isinstance(second.result, Failure)


def test_reposts_count_and_are_told_apart(tmp_path: Path) -> None:
    """A repost is an update; how many there are is told beside."""
    body = "标题,发布时间,是否原创\n一,2026-05-19,否\n二,2026-04-01,是\n"
    (one,) = inspected(folder(tmp_path, [HEAD, ["1", "微博", "甲局"]], {"甲局.csv": body}))

    assert (Outcome.PASSED, 1) == (update(one).outcome, one.reposts)


# --- wording -------------------------------------------------------------------------------------------------------------------


def nothing_reported(tmp_path: Path) -> None:
    """A complete table of incidents without one."""
    (tmp_path / "incidents.csv").write_text("账号,编号,类型,时间\n", encoding="utf-8")
    (tmp_path / "accounts.toml").write_text("[tables.incidents]\ncomplete = true\n", encoding="utf-8")


def serious(text: str) -> tuple[WordingHit, ...]:
    """A scanner that is sure of one phrase."""
    return tuple(
        WordingHit("正确", "错误词", "正确", "serious", "sure", text.index("错误词"), text.strip(), "", "test")
        for _ in range("错误词" in text)
    )


@pytest.mark.parametrize(("title", "expected"), [("含错误词的标题", Outcome.CANT_TELL), ("平常的标题", Outcome.PASSED)])
def test_scanners_read_the_posts(tmp_path: Path, title: str, expected: Outcome) -> None:
    """A sure hit leaves N1.1 open, with the passage and its address; a whole feed scanned without one passes."""
    body = csv_text(["标题", "链接", "发布时间"], [title, "http://x.cn/1", "2026-05-19"])
    nothing_reported(tmp_path)
    (one,) = inspected(folder(tmp_path, [HEAD, ["1", "微博", "甲局"]], {"甲局.csv": body}), scanners=[serious], lexicons=["test"])

    assert isinstance(one.result, Inspection)
    (finding,) = [finding for finding in one.result.findings if finding.code == "serious_wording"]
    assert expected is finding.outcome
    assert ("N1.1" in one.result.verdict.possible) is (expected is Outcome.CANT_TELL)
    if expected is Outcome.CANT_TELL:
        assert ("http://x.cn/1", "含错误词的标题", "错误词") == (finding.evidence[0].url, finding.evidence[0].quote, finding.target.name)


def test_the_shipped_scanner_reads_the_posts(tmp_path: Path) -> None:
    """The package's own scanner finds a slip in a term of its list, in a post, and raises nothing on the right form."""
    wording = pytest.importorskip("govsite_rules.wording")
    right = "深入学习贯彻习近平新时代中国特色社会主义思想"
    wrong = right.replace("特色", "特社")
    scan = wording.scanner()
    rows = [HEAD, ["1", "微博", "甲局"], ["2", "微博", "乙局"]]
    feeds = {f"{name}.csv": csv_text(["标题", "发布时间"], [text, "2026-05-19"]) for name, text in (("甲局", wrong), ("乙局", right))}
    nothing_reported(tmp_path)
    bad, good = inspected(folder(tmp_path, rows, feeds), scanners=[scan], lexicons=[f"{scan.name}@{scan.digest}"])

    assert ["N1.1" in one.result.verdict.possible for one in (bad, good) if isinstance(one.result, Inspection)] == [True, False]


# --- as published --------------------------------------------------------------------------------------------------------------


def test_september_2020_as_published(tmp_path: Path) -> None:
    """320 accounts of a province, 3 without an update in the two weeks before the check: the rate prints as 99%, the cut one."""
    as_of = datetime(2020, 9, 30, 9, tzinfo=SHANGHAI)
    platforms = ("微信公众号", "微博", "抖音", "今日头条")
    stale = {40, 155, 298}
    rows: list[list[object]] = [["辽宁省政务新媒体台账"], [*HEAD, "地区"]]
    feeds: dict[str, str | bytes] = {}
    for n in range(320):
        rows.append([n + 1, platforms[n % 4], f"第{n}号发布", f"第{n % 14}市"])
        newest = as_of.date() - timedelta(days=15 + n % 30 if n in stale else n % 15)
        feeds[f"{platforms[n % 4]}_第{n}号发布.csv"] = posts(str(newest), str(newest - timedelta(days=3)))
    opened = folder(tmp_path, rows, feeds, fetched_at=as_of)
    declared = [Declaration(BY_HAND, "省政府办", as_of, "人工核查")]
    results = inspected(opened, as_of=as_of, checklist=LIAONING_2019, declarations=declared)
    rate = pass_rate([one.visit for one in results])
    found = pass_rate([one.visit for one in inspected(opened, as_of=as_of)], undecided=Undecided.AS_FOUND)

    assert [f"第{n}号发布" for n in sorted(stale)] == [
        one.account.profile.name for one in results if one.visit.standing is Standing.UNQUALIFIED
    ]
    assert (320, 317, 3, 0, Fraction(317, 320)) == (rate.checked, rate.qualified, rate.unqualified, rate.undecided, rate.rate)
    assert "99%" == percent(rate.rate or Fraction(0), Style(1, Rounding.CUT, keep_zeros=False))
    assert "99.1%" == percent(rate.rate or Fraction(0))
    assert (Fraction(317, 320), 317) == (found.rate, found.undecided)
    assert [("N2.1", 3)] == [(reason.clause, reason.sites) for reason in reasons([one.visit for one in results])]


@pytest.mark.skipif(not FEEDS.is_dir(), reason="the shared real material is not beside the repository")
def test_the_real_feeds_through_a_register(tmp_path: Path) -> None:
    """The real feeds, whole, in a register of their own: each account's newest post is the newest its file shows."""
    rows: list[list[object]] = [list(HEAD)]
    feeds: dict[str, str | bytes] = {}
    newest: dict[str, str] = {}
    for number, file in enumerate(sorted(FEEDS.iterdir()), 1):
        platform, _, name = file.stem.partition("-")
        rows.append([number, platform, name])
        feeds[file.name] = file.read_bytes()
        if file.suffix == ".jsonl":
            times = [json.loads(line)["comm_msg_info"]["datetime"] for line in file.read_text("utf-8").splitlines()]
            newest[name] = str(datetime.fromtimestamp(max(times), SHANGHAI).date())
        else:
            newest[name] = max(row["日期"] for row in csv.DictReader(io.StringIO(file.read_text("utf-8-sig"), newline="")))
    results = inspected(folder(tmp_path, rows, feeds))

    assert newest == {one.account.profile.name: update(one).value("newest") for one in results}
    assert {30, 1498} == {dict(one.result.coverage.counts)["posts"] for one in results if isinstance(one.result, Inspection)}


def test_names_compare_by_what_people_mean() -> None:
    """Width, case, white space and quotation marks do not tell two names apart."""
    assert len({plain(text) for text in ("ＡＢ发布", "ab 发布", "“AB发布”")}) == 1


def test_tables_can_be_read_alone(tmp_path: Path) -> None:
    """A table of declarations for many accounts, from anywhere, goes to those it names."""
    file = tmp_path / "all.csv"
    file.write_text(
        csv_text(["账号", "条款", "声明人", "时间", "方法"], ["甲局", "N1.1", "丙", AS_OF.isoformat(), "查阅"]), encoding="utf-8"
    )
    (row,) = read_account_table(file, ACCOUNT_DECLARATIONS)
    register_folder = tmp_path / "r"
    register_folder.mkdir()
    results = inspected(folder(register_folder, [HEAD, ["1", "微博", "甲局"], ["2", "微博", "乙局"]], {}, declarations=[row]))

    assert ForAccount("甲局", "", Declaration(("N1.1",), "丙", AS_OF, "查阅")) == row
    assert [("N1.1",), ()] == [one.result.coverage.declared for one in results if isinstance(one.result, Inspection)]
    assert {"interaction", "trials", "incidents", "reviews", "declarations", "waivers"} == {table.name for table in ACCOUNT_TABLES}


@pytest.mark.parametrize(("name", "side"), [("accounts.zh-CN.md", 0), ("accounts.md", 1)])
def test_the_field_tables_of_the_docs_are_current(name: str, side: int) -> None:
    """The tables of fields in the docs are those of the code; ``scripts/make_account_docs.py`` writes them."""
    root = Path(__file__).parents[2]
    script = runpy.run_path(str(root / "scripts" / "make_account_docs.py"))
    written = (root / "docs" / name).read_text(encoding="utf-8")

    assert script["filled"](written, side) == written
    assert all(f"`{field.name}`" in written for field in REGISTER.fields)
