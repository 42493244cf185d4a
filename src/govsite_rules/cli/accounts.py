"""``inspect`` for a register of accounts: the summary by platform and area, who is unqualified and why, what is open, one table out."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

from attrs import frozen

from ..batch.account_tables import ACCOUNT_DECLARATIONS, ACCOUNT_REVIEWS, ForAccount, read_account_table
from ..batch.accounts import AccountFolder, Progress, account_folder, inspect_accounts, is_accounts
from ..checklists.model import Checklist
from ..interchange import to_json
from ..scoring.records import Declaration, Standing
from ..values.feed import PlatformName
from .console import State, Usage
from .show import Line

EXAMPLE = "example-accounts"
_FOLDER = "example_accounts"
_DUE_DAYS = 3
_LISTED = 200

_WORDS: dict[str, tuple[str, str]] = {
    "title": ("政务新媒体 {n} 个", "{n} accounts"),
    "in_all": ("总体", "in all"),
    "by_platform": ("按平台", "By platform"),
    "by_area": ("按地区", "By area"),
    "platform": ("平台", "platform"),
    "area": ("地区", "area"),
    "unknown": ("（未填）", "(not given)"),
    "checked": ("检查", "checked"),
    "qualified": ("合格", "qualified"),
    "unqualified": ("不合格", "unqualified"),
    "undecided": ("待人工复核", "undecided"),
    "not_inspected": ("未能检查", "not inspected"),
    "out_of_scope": ("不在范围", "not in scope"),
    "rate": ("合格率", "pass rate"),
    "as_found": ("未发现不合格情形", "no fault found"),
    "list": ("不合格名单", "Unqualified"),
    "number": ("序号", "no."),
    "name": ("账号名称", "account"),
    "owner": ("主办单位", "run by"),
    "problem": ("问题", "problem"),
    "none": ("在已检查的内容中没有发现不合格情形", "none in what was checked"),
    "due": ("即将超期（{n} 天内）", "Due within {n} days"),
    "days_left": ("还有 {n} 天", "{n} days left"),
    "open": ("尚未查清", "Still open"),
    "accounts": ("{n} 个账号", "{n} accounts"),
    "way_feed": (
        "补充推送数据（--feeds 文件夹，或台账的“数据文件”列）",
        "give their feeds (--feeds FOLDER, or the column feed of the register)",
    ),
    "way_complete": (
        "推送如为全部内容，注明 --crawl-complete 或 accounts.toml 的 complete = true",
        "where the feeds hold every post, say so: --crawl-complete, or complete = true in accounts.toml",
    ),
    "way_declare": ("由人核查后声明：--declare-none {clause}", "look into it, then declare: --declare-none {clause}"),
    "way_table": ("补充表格 {tables}（.csv 或 .jsonl）", "add {tables} as .csv or .jsonl"),
    "without": ("没有推送数据", "Without a feed"),
    "failures": ("未能检查", "Could not be inspected"),
    "unmatched": ("没有对应账号的文件", "Files that belong to no account"),
    "not_a_feed": ("不是推送数据文件", "no feed by its ending"),
    "name_unreadable": ("文件名无法读取", "its name cannot be read"),
    "no_account": ("台账中没有这个账号：{detail}", "no such account in the register: {detail}"),
    "several_accounts": ("不能确定属于哪个账号：{detail}", "it could be of several accounts: {detail}"),
    "unreadable": ("{detail}", "{detail}"),
    "notes": ("提示", "Notes"),
    "register_extra_columns": ("台账中未使用的列：{detail}", "columns of the register that were not used: {detail}"),
    "register_rows_skipped": ("台账中不是账号、未采用的行：{detail}", "rows of the register that are no accounts: {detail}"),
    "register_sheets_skipped": ("没有列名、未读取的工作表：{detail}", "sheets without headings, not read: {detail}"),
    "rows_of_unknown_accounts": ("台账中没有的账号，其行未采用：{detail}", "rows about accounts that the register does not have: {detail}"),
    "ignored_file": ("未识别、未读取的文件：{detail}", "a file that was not recognised and not read: {detail}"),
    "more": ("……其余 {n} 项：--all 全部列出", "… {n} more: --all lists them"),
    "key": ("账号ID", "identifier"),
    "supervisor": ("主管单位", "supervisor"),
    "level": ("层级", "level"),
    "status": ("状态", "status"),
    "verdict": ("结论", "verdict"),
    "found": ("已查结果", "found"),
    "clauses": ("不合格条款", "clauses"),
    "newest": ("最近更新日期", "newest date"),
    "age": ("距监测时间点天数", "days since update"),
    "left": ("剩余天数", "days left"),
    "gap": ("最长间隔天数", "longest gap in days"),
    "posts": ("推送数", "posts"),
    "reposts": ("其中转载", "of which reposts"),
    "open_clauses": ("未查清条款", "open clauses"),
    "files": ("数据文件", "files"),
    "note": ("说明", "remark"),
    PlatformName.WECHAT: ("微信公众号", "WeChat"),
    PlatformName.WEIBO: ("微博", "Weibo"),
    PlatformName.DOUYIN: ("抖音", "Douyin"),
    PlatformName.KUAISHOU: ("快手", "Kuaishou"),
    PlatformName.TOUTIAO: ("今日头条", "Toutiao"),
    PlatformName.CHANNELS: ("视频号", "Channels"),
    PlatformName.MINI_PROGRAM: ("小程序", "mini program"),
    PlatformName.APP: ("移动客户端", "app"),
    PlatformName.OTHER: ("其他", "other"),
    "running": ("正常运行", "running"),
    "suspended": ("暂停", "suspended"),
    "closing": ("注销中", "closing"),
    "closed": ("已注销", "closed"),
}
_TABLE = (
    *("number", "platform", "name", "key", "owner", "supervisor", "area", "level", "status", "verdict", "found", "clauses", "problem"),
    *("newest", "age", "left", "gap", "posts", "reposts", "open_clauses", "files", "note"),
)
_WAYS = {"N2.1": "", "N2.2": "trials", "N3.1": "interaction / trials"}


@contextmanager
def example_accounts() -> Iterator[Path]:
    """The register with feeds that ships with the package."""
    with as_file(files("govsite_rules") / _FOLDER) as folder:
        yield folder


def is_register(name: str) -> bool:
    """Whether what ``inspect`` is given is a register of accounts, a folder with one, or the shipped example."""
    path = Path(name)
    return (name == EXAMPLE and not path.exists()) or is_accounts(path)


@frozen
class Wanted:
    """What the options of ``inspect`` ask for."""

    checklist: Checklist
    as_of: datetime | None = None
    fetched_at: datetime | None = None
    complete: bool | None = None
    feeds: Path | None = None
    declared: tuple[str, ...] = ()
    declared_by: str = ""
    declarations: Path | None = None
    reviews: Path | None = None
    json_file: str | None = None
    csv_file: Path | None = None
    everything: bool = False


def inspect_register(name: str, wanted: Wanted, state: State, on_done: Progress) -> tuple[list[Line], Standing]:
    """Inspect the accounts of a register and write the tables asked for; what to print, and the worst standing met.

    A Failure counts as undecided. With ``json_file`` "-" the results go to standard output and there is nothing to print.
    """
    if name == EXAMPLE and not Path(name).exists():
        with example_accounts() as folder:
            return _inspect(folder, wanted, state, on_done)
    return _inspect(Path(name), wanted, state, on_done)


def _inspect(path: Path, wanted: Wanted, state: State, on_done: Progress) -> tuple[list[Line], Standing]:
    folder = _opened(path, wanted, state)
    words = _Words(state.say)
    report = _Report(folder, wanted, words)
    with contextlib.ExitStack() as stack:
        table = _sink(wanted.csv_file, "utf-8-sig", stack, state)
        lines = state.out.file if wanted.json_file == "-" else _sink(_path(wanted.json_file), "utf-8", stack, state)
        if table:
            table.write(_csv_line([words(column) for column in _TABLE]))
        for one in inspect_accounts(folder, as_of=report.as_of, checklist=wanted.checklist, on_done=on_done):
            report.add(one)
            if table:
                table.write(_csv_line(report.cells(one)))
            if lines:
                lines.write(to_json(one.result).rstrip("\n") + "\n")
    for file in (wanted.csv_file, _path(wanted.json_file)):
        if file:
            state.tell("written", file=file)
    return ([] if wanted.json_file == "-" else list(report.lines())), report.worst()


def _opened(path: Path, wanted: Wanted, state: State) -> AccountFolder:
    try:
        clauses = tuple(wanted.checklist.clause(id).id for id in wanted.declared)
    except Exception as error:
        raise Usage(str(error)) from None
    declarations: list[ForAccount[Declaration]] = []
    reviews: list[ForAccount[Any]] = []
    if wanted.declarations:
        declarations += read_account_table(wanted.declarations, ACCOUNT_DECLARATIONS)
    if wanted.reviews:
        reviews += read_account_table(wanted.reviews, ACCOUNT_REVIEWS)
    folder = account_folder(
        path,
        feeds=wanted.feeds,
        fetched_at=wanted.fetched_at,
        complete=wanted.complete,
        declarations=declarations,
        reviews=reviews,
    )
    return folder
