"""``inspect`` for a register of accounts: the summary by platform and area, who is unqualified and why, what is open, one table out."""

from __future__ import annotations

import contextlib
import csv
import io
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from fractions import Fraction
from importlib.resources import as_file, files
from pathlib import Path
from typing import IO

from attrs import frozen

from ..batch.account_tables import ACCOUNT_DECLARATIONS, ACCOUNT_REVIEWS, read_account_table
from ..batch.accounts import AccountFolder, Inspected, Progress, account_folder, inspect_accounts, is_accounts
from ..batch.failure import Failure
from ..batch.register import PLATFORM_TITLES
from ..bulletin.numbers import percent
from ..checklists.model import Checklist
from ..comparison import due_soon
from ..indicators import CATALOG, COMPANIONS
from ..indicators.messages import message, reason_text
from ..inspection import Inspection
from ..interchange import to_json
from ..report.tables import cell
from ..scoring.rates import GroupBy, PassRate, Undecided, Visit, pass_rate, pass_rates
from ..scoring.records import Declaration, Standing
from ..values.dates import SHANGHAI
from ..values.finding import Finding, Outcome, TargetKind
from ..wording import Scanner
from .console import State, Usage
from .faults import told
from .show import OPEN, SAMPLE, Line
from .words import Say, clean, number

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
    "no_as_of": (
        "没有监测时间点：用 --as-of 给出，或在 accounts.toml 写 as_of",
        "no moment of inspection: give --as-of, or as_of in accounts.toml",
    ),
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
    "way_declare": ("由人核查后声明：--declare-none {clauses}", "look into it, then declare: --declare-none {clauses}"),
    "way_incidents": (
        "或补充 incidents 表，并在 accounts.toml 的 [tables.incidents] 注明 complete = true",
        "or add incidents as .csv or .jsonl, with complete = true under [tables.incidents] of accounts.toml",
    ),
    "way_trials": (
        "补充 trials 表（app_download、app_use），并在 accounts.toml 的 [tables.trials] 注明 complete = true",
        "add trials (app_download, app_use) as .csv or .jsonl, with complete = true under [tables.trials] of accounts.toml",
    ),
    "way_interaction": (
        "补充 interaction 表，或 trials 表（account_interaction）",
        "add interaction, or trials (account_interaction), as .csv or .jsonl",
    ),
    "passages": ("疑似表述错误，需人工确认", "Suspected wording, a person must decide"),
    "without": ("没有推送数据", "Without a feed"),
    "failures": ("未能检查", "Could not be inspected"),
    "unmatched": ("没有对应账号的文件", "Files that belong to no account"),
    "not_a_feed": ("不是推送数据文件", "no feed by its ending"),
    "name_unreadable": ("文件名无法读取", "its name cannot be read"),
    "no_account": ("台账中没有这个账号", "no such account in the register"),
    "several_accounts": ("可能属于几个账号，不能确定", "it could be of several accounts"),
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
    **PLATFORM_TITLES,
    "state": ("国家级", "state"),
    "province": ("省级", "province"),
    "city": ("市级", "city"),
    "county": ("县级", "county"),
    "township": ("乡级", "township"),
    "running": ("正常运行", "running"),
    "suspended": ("暂停", "suspended"),
    "closing": ("注销中", "closing"),
    "closed": ("已注销", "closed"),
}
_TABLE = (
    *("number", "platform", "name", "key", "owner", "supervisor", "area", "level", "status", "verdict", "found", "clauses", "problem"),
    *("newest", "age", "left", "gap", "posts", "reposts", "open_clauses", "files", "note"),
)


@contextlib.contextmanager
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
    scanners: tuple[Scanner, ...] = ()


def inspect_register(name: str, wanted: Wanted, state: State, on_done: Progress) -> tuple[list[Line], Standing]:
    """Inspect the accounts of a register and write the tables asked for; what to print, and the worst standing met.

    A Failure counts as undecided. With ``json_file`` "-" the results go to standard output and there is nothing to print.
    """
    if name == EXAMPLE and not Path(name).exists():
        with example_accounts() as folder:
            return _inspect(folder, wanted, state, on_done)
    return _inspect(Path(name), wanted, state, on_done)


def _inspect(path: Path, wanted: Wanted, state: State, on_done: Progress) -> tuple[list[Line], Standing]:
    folder = account_folder(
        path,
        feeds=wanted.feeds,
        fetched_at=wanted.fetched_at,
        complete=wanted.complete,
        declarations=read_account_table(wanted.declarations, ACCOUNT_DECLARATIONS) if wanted.declarations else (),
        reviews=read_account_table(wanted.reviews, ACCOUNT_REVIEWS) if wanted.reviews else (),
    )
    as_of = wanted.as_of or folder.as_of
    if as_of is None:
        raise Usage(_Words(state.say)("no_as_of"))
    declared = (Declaration(wanted.declared, wanted.declared_by, as_of, "--declare-none"),) if wanted.declared else ()
    report = _Report(path.name, folder, wanted, as_of, _Words(state.say))
    with contextlib.ExitStack() as stack:
        table = _sink(wanted.csv_file, "utf-8-sig", stack, state)
        lines = sys.stdout if wanted.json_file == "-" else _sink(_path(wanted.json_file), "utf-8", stack, state)
        if table:
            table.write(_csv_line([report.words(column) for column in _TABLE]))
        for one in inspect_accounts(
            folder,
            as_of=as_of,
            checklist=wanted.checklist,
            declarations=declared,
            on_done=on_done,
            indicators=CATALOG + COMPANIONS,
            scanners=wanted.scanners,
            lexicons=tuple(scanner.name for scanner in wanted.scanners),
        ):
            report.add(one)
            if table:
                table.write(_csv_line(report.cells(one)))
            if lines:
                lines.write(to_json(one.result).rstrip("\n") + "\n")
    for file in (wanted.csv_file, _path(wanted.json_file)):
        if file:
            state.tell("written", file=file)
    return ([] if wanted.json_file == "-" else list(report.lines())), report.worst()


def _path(name: str | None) -> Path | None:
    return Path(name) if name and name != "-" else None


def _sink(path: Path | None, encoding: str, stack: contextlib.ExitStack, state: State) -> IO[str] | None:
    if path is None:
        return None
    try:
        return stack.enter_context(path.open("w", encoding=encoding, newline=""))
    except OSError as error:
        raise state.cannot_write(path, error) from None


def _csv_line(cells: Sequence[str]) -> str:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerow(cell(clean(text)) for text in cells)
    return out.getvalue()


class _Words:
    """The words of this command in one language."""

    def __init__(self, say: Say) -> None:
        self.say = say

    def __call__(self, word: str, /, **values: object) -> str:
        text = self.say.pick(*_WORDS[word])
        return text.format(**values) if values else text

    def known(self, word: str) -> str:
        """The text of a word that may be an office's own."""
        return self(word) if word in _WORDS else clean(word)


class _Report:
    """What is kept of the results: counts, and the lines of those that somebody must look at."""

    def __init__(self, name: str, folder: AccountFolder, wanted: Wanted, as_of: datetime, words: _Words) -> None:
        self.name, self.folder, self.wanted, self.as_of, self.words = name, folder, wanted, as_of, words
        self.clauses = {clause.id: clause for clause in wanted.checklist.clauses}
        self.titles = {heading.indicator: (heading.title, heading.title_en) for heading in wanted.checklist.headings}
        self.visits: list[Visit] = []
        self.unqualified: list[tuple[str, ...]] = []
        self.due: list[tuple[int, str]] = []
        self.without: list[str] = []
        self.failures: list[str] = []
        self.passages: list[str] = []
        self.open: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self.open_accounts: Counter[str] = Counter()

    def add(self, one: Inspected) -> None:
        """Take one result into the counts and lists."""
        self.visits.append(one.visit)
        if isinstance(one.result, Failure):
            self.failures.append(f"{self._who(one)}: {told(one.result, self.words.say.lang)}")
            return
        verdict = one.result.verdict
        if not one.result.in_scope:
            return
        if not one.files and one.account.profile.publishes is not False:
            self.without.append(self._who(one))
        if verdict.fired:
            profile = one.account.profile
            self.unqualified.append(
                (one.account.number, self.platform(one), clean(profile.name), clean(profile.owner), clean(self.problem(one.result)))
            )
        for finding in due_soon(one.result, days=_DUE_DAYS):
            self.due.append((int(finding.measure("days_left") or 0), self._who(one)))
        for finding in one.result.findings:
            if finding.target.kind is TargetKind.PASSAGE and finding.outcome is Outcome.CANT_TELL:
                shown = (message(finding, self.words.say.tag), *(f"{e.quote}  {e.url}" for e in finding.evidence[:1]))
                self.passages.append(f"{self._who(one)}: {clean('  '.join(shown))}")
        for id in verdict.possible:
            self.open_accounts[id] += 1
            for reason in {finding.value("reason") or "" for finding in self._of(one.result, id, *OPEN)}:
                self.open[id][reason] += 1

    def worst(self) -> Standing:
        """What the exit code says: one unqualified account, else one that is not settled."""
        standings = {visit.standing for visit in self.visits}
        if Standing.UNQUALIFIED in standings:
            return Standing.UNQUALIFIED
        unsettled = Standing.UNDECIDED in standings or self.failures or Standing.QUALIFIED not in standings
        return Standing.UNDECIDED if unsettled else Standing.QUALIFIED

    def platform(self, one: Inspected) -> str:
        """The platform of an account in the language of the output."""
        return self.words.known(one.visit.subject.platform)

    def problem(self, result: Inspection) -> str:
        """What makes an account unqualified, with newest date and age."""
        found = [finding for id in result.verdict.fired for finding in self._of(result, id, Outcome.FAILED)]
        return "；".join(message(finding, self.words.say.tag) for finding in found)

    def cells(self, one: Inspected) -> list[str]:
        """One row of the table, under the headings of ``_TABLE``."""
        profile, result, subject = one.account.profile, one.result, one.visit.subject
        level, status = self.words.known(profile.level), self.words(profile.status)
        row = [one.account.number, self.platform(one), profile.name, one.account.id, profile.owner, profile.supervisor]
        row += [subject.region, level, status]
        if isinstance(result, Failure):
            return [*row, self.words("not_inspected"), *[""] * 10, "；".join(one.files), told(result, self.words.say.lang)]
        verdict = result.verdict
        if not result.in_scope:
            return [*row, self.words("out_of_scope"), *[""] * 10, "；".join(one.files), ""]
        update = next((finding for finding in result.findings if finding.code == "no_update"), None)
        remark = reason_text(update.value("reason") or "", self.words.say.tag) if update else ""
        counts = dict(result.coverage.counts)
        return [
            *row,
            self.words(verdict.standing or Standing.UNDECIDED),
            self.words.say(verdict.found),
            " ".join(verdict.fired),
            self.problem(result),
            (update.value("newest") or "") if update else "",
            *(_measured(update, name) for name in ("days_since_update", "days_left", "longest_gap")),
            str(counts.get("posts", 0)) if one.files else "",
            str(one.reposts) if one.files else "",
            " ".join(verdict.possible),
            "；".join(one.files),
            remark,
        ]

    def lines(self) -> Iterator[Line]:
        """What is printed, in the order an office thinks."""
        words, checklist = self.words, self.wanted.checklist
        yield Line(0, f"{words('title', n=len(self.visits))}  {clean(self.name)}", "head")
        moment = self.as_of.astimezone(SHANGHAI).strftime("%Y-%m-%d %H:%M")
        title = words.say.pick(checklist.title, checklist.title_en)
        yield Line(0, f"{words.say('as_of')} {moment}  {words.say('checklist')} {checklist.id} {title}", "dim")
        for heading, group, first in (("by_platform", GroupBy.PLATFORM, "platform"), ("by_area", GroupBy.AREA, "area")):
            yield from self._rates(heading, group, first)
        yield from self._list()
        yield from self._section("due", [f"{who}  {words('days_left', n=left)}" for left, who in sorted(self.due)], n=_DUE_DAYS)
        yield from self._open()
        yield from self._section("passages", self.passages, style="open")
        yield from self._section("without", self.without)
        yield from self._section("failures", map(clean, self.failures), style="bad")
        unmatched = [
            clean(detail if why == "unreadable" else ": ".join(part for part in (name, words(why), detail) if part))
            for name, why, detail in self.folder.assignment.unmatched
        ]
        yield from self._section("unmatched", unmatched, style="open")
        yield from self._section("notes", [words(kind, detail=clean(detail)) for kind, detail in self.folder.notes])

    def _rates(self, heading: str, group: GroupBy, first: str) -> Iterator[Line]:
        words = self.words
        columns = ("checked", "qualified", "unqualified", "undecided", "not_inspected", "out_of_scope", "rate", "as_found")
        rows = [(words(first), *map(words, columns))]
        ranges = pass_rates(self.visits, group)
        found = dict(pass_rates(self.visits, group, undecided=Undecided.AS_FOUND))
        for name, rate in ranges:
            shown = words.known(name) if name else words("unknown")
            rows.append((shown, *_counted(rate), _share(found[name].rate)))
        whole, whole_found = pass_rate(self.visits), pass_rate(self.visits, undecided=Undecided.AS_FOUND)
        rows.append((words("in_all"), *_counted(whole), _share(whole_found.rate)))
        yield Line(0, "")
        yield Line(0, words(heading), "head")
        for number_of, text in enumerate(_aligned(rows)):
            yield Line(1, text, "dim" if number_of == 0 else "")

    def _list(self) -> Iterator[Line]:
        words = self.words
        yield Line(0, "")
        yield Line(0, words("list"), "head")
        if not self.unqualified:
            yield Line(1, words("none"), "good")
            return
        shown = self.unqualified if self.wanted.everything else self.unqualified[:_LISTED]
        head = tuple(map(words, ("number", "platform", "name", "owner", "problem")))
        for number_of, text in enumerate(_aligned([head, *shown])):
            yield Line(1, text, "dim" if number_of == 0 else "bad")
        if len(shown) < len(self.unqualified):
            yield Line(1, words("more", n=len(self.unqualified) - len(shown)), "dim")

    def _open(self) -> Iterator[Line]:
        """Clauses that are open for the same reasons as often stand together."""
        words = self.words
        if not self.open_accounts:
            return
        yield Line(0, "")
        yield Line(0, words("open"), "head")
        alike: dict[tuple[int, tuple[tuple[str, int], ...], tuple[str, ...]], list[str]] = {}
        for id in sorted(self.open_accounts):
            reasons = tuple(sorted(self.open[id].items(), key=lambda item: (-item[1], item[0])))
            alike.setdefault((self.open_accounts[id], reasons, _ways(id, self.open[id])), []).append(id)
        for (count, reasons, ways), ids in alike.items():
            for id in ids:
                clause = self.clauses[id]
                title = words.say.pick(*self.titles.get(clause.indicator, ("", "")))
                summary = words.say.pick(clause.summary, clause.summary_en)
                yield Line(1, f"{id} {title}: {summary}（{words('accounts', n=count)}）", "open")
            for reason, number_of in reasons:
                yield Line(2, f"· {reason_text(reason, words.say.tag)}: {words('accounts', n=number_of)}")
            for way in ways:
                yield Line(2, "→ " + words(way, clauses=",".join(ids)), "dim")

    def _section(self, heading: str, lines: Iterable[str], *, style: str = "", **values: object) -> Iterator[Line]:
        every = list(lines)
        if not every:
            return
        yield Line(0, "")
        yield Line(0, self.words(heading, **values), "head")
        shown = every if self.wanted.everything else every[:SAMPLE]
        for text in shown:
            yield Line(1, f"· {text}", style)
        if len(shown) < len(every):
            yield Line(1, self.words("more", n=len(every) - len(shown)), "dim")

    def _of(self, result: Inspection, id: str, *outcomes: Outcome) -> list[Finding]:
        clause = self.clauses[id]
        return [f for f in result.findings if f.indicator == clause.indicator and f.code in clause.codes and f.outcome in outcomes]

    def _who(self, one: Inspected) -> str:
        return clean(" ".join(part for part in (one.account.number, self.platform(one), one.account.profile.name) if part))


def _ways(clause: str, reasons: Iterable[str]) -> tuple[str, ...]:
    """What would settle a clause for many accounts."""
    if clause == "N2.1":
        return tuple(way for reason, way in (("not_looked", "way_feed"), ("feed_incomplete", "way_complete")) if reason in reasons)
    if clause == "N1.1" and "reports_missing" not in reasons:
        return ("way_declare",)
    own = {"N2.2": ("way_trials",), "N3.1": ("way_interaction",)}
    return own.get(clause, ("way_declare", "way_incidents"))


def _counted(rate: PassRate) -> tuple[str, ...]:
    counts = (rate.checked, rate.qualified, rate.unqualified, rate.undecided, rate.not_inspected, rate.out_of_scope)
    shares = _share(rate.low) if rate.low == rate.high else f"{_share(rate.low)}–{_share(rate.high)}"
    return (*map(str, counts), shares)


def _share(share: Fraction | None) -> str:
    return "—" if share is None else percent(share)


def _measured(finding: Finding | None, name: str) -> str:
    value = finding.measure(name) if finding else None
    return "" if value is None else number(value)


def _aligned(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """Rows as columns of even width on a terminal, where a Chinese character takes two places."""
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(text + " " * (width - _width(text)) for text, width in zip(row, widths, strict=True)).rstrip()


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
