"""The commands: ``inspect``, ``checklist``, ``explain``, ``example``."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import traceback
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.text import Text

from .. import __version__
from ..batch.folder import for_site, read_table
from ..batch.readers import ADDRESS
from ..batch.records import DECLARATIONS, REVIEWS
from ..checklists import checklist as checklist_by_id
from ..checklists import load_checklist
from ..checklists.model import Checklist
from ..draws import draw
from ..errors import ChecklistError, GovsiteError, InputError
from ..indicators import CATALOG, COMPANIONS
from ..inspection import Inspection, inspect
from ..interchange import site_lines, to_json
from ..scoring.records import Declaration, Standing
from ..values.site import Level, SiteProfile
from ..wording import scanner
from . import DATA, INTERNAL, USAGE
from .accounts import Wanted, inspect_register, is_register
from .bulletin import bulletin_app
from .console import Lang, LangOption, State, Usage, state_of, t, write_text
from .explain import clause_lines, list_lines, topic_lines
from .faults import in_chinese, told
from .many import JobsOption, Many, ProfilesOption, ResumeOption, expanded, inspect_sources, is_many
from .report import report_command
from .show import lines
from .source import example_folder, load, moment
from .words import Say, clean, locale_language

EXIT_VERDICT = {Standing.QUALIFIED: 0, Standing.UNQUALIFIED: 10, Standing.UNDECIDED: 11}
_TYPER_USAGE = 2


app = typer.Typer(
    name="govsite-rules",
    help=t("按国家检查指标检查政府网站与政务新媒体。", "Inspect Chinese government websites and accounts by the official checklists."),
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

ListOption = Annotated[
    str, typer.Option("--checklist", help=t("检查指标的标识，或 .toml、.json 文件", "id of the checklist, or a .toml or .json file"))
]


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(__version__)
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help=t("版本号", "print the version"))] = False,
    debug: Annotated[bool, typer.Option("--debug", help=t("出错时显示详细信息", "show the traceback of an error"))] = False,
) -> None:
    pass


@app.command(
    "inspect",
    help=t(
        "检查抓取文件夹、网页归档、快照文件（可多个）或政务新媒体台账（写 example、example-accounts 则检查自带示例）。",
        "Inspect crawl folders, web archives, snapshot files, or a register of accounts (example, example-accounts: the shipped ones).",
    ),
)
def _inspect(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCES...",
            help=t(
                "抓取文件夹、网页归档（.warc、.warc.gz）、快照文件，可多个或用通配符；台账（.csv、.xlsx）或其文件夹",
                "crawl folders, web archives (.warc, .warc.gz), snapshot files, several or patterns; a register (.csv, .xlsx), its folder",
            ),
        ),
    ],
    as_of: Annotated[
        str | None,
        typer.Option(
            "--as-of", help=t("监测时间点，如 2026-05-20T09:00:00+08:00", "moment of inspection, such as 2026-05-20T09:00:00+08:00")
        ),
    ] = None,
    fetched_at: Annotated[
        str | None,
        typer.Option("--fetched-at", help=t("索引中没有抓取时间的行的抓取时间", "when index rows that say no time were fetched")),
    ] = None,
    list_id: ListOption = "national-2019",
    declare_none: Annotated[
        list[str] | None,
        typer.Option(
            "--declare-none", help=t("声明已核查且未发现的条款，如 V1.2,V1.6", "clauses looked into without a finding, such as V1.2,V1.6")
        ),
    ] = None,
    declared_by: Annotated[str, typer.Option("--declared-by", help=t("声明人", "who declares it"))] = "--declare-none",
    declarations: Annotated[
        Path | None, typer.Option("--declarations", help=t("声明表（可含多个网站）", "table of declarations, of many sites too"))
    ] = None,
    reviews: Annotated[
        Path | None, typer.Option("--reviews", help=t("复核表（可含多个网站）", "table of reviews, of many sites too"))
    ] = None,
    name: Annotated[str | None, typer.Option(help=t("网站名称", "name of the site"))] = None,
    site_code: Annotated[str | None, typer.Option(help=t("网站标识码", "its site code"))] = None,
    domain: Annotated[str | None, typer.Option(help=t("域名", "its domain"))] = None,
    homepage: Annotated[str | None, typer.Option(help=t("首页网址", "address of its homepage"))] = None,
    region: Annotated[str | None, typer.Option(help=t("行政区划代码", "administrative code"))] = None,
    level: Annotated[Level | None, typer.Option(help=t("层级", "level of the body"))] = None,
    portal: Annotated[bool | None, typer.Option("--portal/--no-portal", help=t("是否政府门户网站", "a government portal or not"))] = None,
    department: Annotated[
        bool | None, typer.Option("--department/--no-department", help=t("是否国务院部门网站", "a State Council department's or not"))
    ] = None,
    services: Annotated[
        bool | None, typer.Option("--services/--no-services", help=t("有无对外服务职能", "with outward services or not"))
    ] = None,
    crawl_complete: Annotated[
        bool | None,
        typer.Option(
            "--crawl-complete/--crawl-partial",
            help=t("是否抓取了全部页面（推送）", "whether all pages of the site, or all posts of the accounts, are there"),
        ),
    ] = None,
    feeds: Annotated[
        Path | None,
        typer.Option("--feeds", metavar="FOLDER", help=t("台账各账号推送数据的文件夹", "folder with the feeds of a register's accounts")),
    ] = None,
    json_file: Annotated[
        str | None,
        typer.Option(
            "--json", metavar="FILE", help=t("结果写入 JSON 文件，- 表示标准输出", "write the result as JSON; - for standard output")
        ),
    ] = None,
    csv_file: Annotated[
        Path | None,
        typer.Option("--csv", metavar="FILE", help=t("台账各账号的结果写入 CSV 表", "write the results of a register's accounts as CSV")),
    ] = None,
    snapshot_file: Annotated[
        Path | None,
        typer.Option("--snapshot", metavar="FILE", help=t("网站快照写入 JSON Lines 文件", "write the site snapshot as JSON Lines")),
    ] = None,
    seed: Annotated[
        int | None,
        typer.Option(
            "--draw",
            metavar="SEED",
            help=t(
                "按种子抽取样本：政策文件、解读、办事指南、留言、页面",
                "draw samples by a seed: policies, interpretations, guides, messages, pages",
            ),
        ),
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help=t("列出全部发现，不省略", "list every finding"))] = False,
    exit_verdict: Annotated[
        bool,
        typer.Option(
            "--exit-verdict",
            help=t(
                "退出码表示结论：0 合格，10 不合格，11 待人工复核", "exit code says the verdict: 0 qualified, 10 unqualified, 11 undecided"
            ),
        ),
    ] = False,
    jobs: JobsOption = 1,
    profiles: ProfilesOption = None,
    resume: ResumeOption = False,
    wording: Annotated[
        bool, typer.Option("--wording/--no-wording", help=t("是否扫描文字表述", "whether texts are scanned for wording"))
    ] = True,
    lang: LangOption = None,
) -> None:
    state = state_of(lang)
    checklist = _checklist(list_id)
    scanners = (scanner(),) if wording else ()
    at, fallback = _moment(as_of, "--as-of", state), _moment(fetched_at, "--fetched-at", state)
    facts = {
        "name": name,
        "site_code": site_code,
        "domain": domain,
        "homepage": _address(homepage, "--homepage", state),
        "region": region,
        "level": level,
        "portal": portal,
        "department": department,
        "services": services,
        "crawl_complete": crawl_complete,
    }
    ids = tuple(_known(checklist, id.strip()) for part in declare_none or () for id in part.replace("，", ",").split(",") if id.strip())
    names = expanded(sources)
    if is_many(names, sources):
        _only_for("one", state, feeds=feeds, csv=csv_file, snapshot=snapshot_file, draw=seed)
        known: dict[str, Any] = {key: value for key, value in facts.items() if value is not None}
        given = SiteProfile(**known)
        many = Many(
            checklist, at, fallback, given, profiles, ids, declared_by, declarations, reviews, jobs, resume, json_file, everything, scanners
        )
        with _progress(state, "working", "worked") as on_done:
            shown, worst = inspect_sources(names, many, state, on_done)
        state.show(shown)
        raise typer.Exit(EXIT_VERDICT[worst or Standing.UNDECIDED] if exit_verdict else 0)
    (source,) = names
    if is_register(source):
        _only_for(
            "site", state, **{name: fact for name, fact in facts.items() if name != "crawl_complete"}, snapshot=snapshot_file, draw=seed
        )
        wanted = Wanted(
            checklist,
            at,
            fallback,
            crawl_complete,
            feeds,
            ids,
            declared_by,
            declarations,
            reviews,
            json_file,
            csv_file,
            everything,
            scanners,
        )
        with _progress(state, "inspecting", "inspected") as on_done:
            shown, standing = inspect_register(source, wanted, state, on_done)
        state.show(shown)
        raise typer.Exit(EXIT_VERDICT[standing] if exit_verdict else 0)
    _only_for("register", state, feeds=feeds, csv=csv_file)
    with _progress(state, "reading", "read") as on_done:
        contents = load(source, facts, fallback, on_done, state.say, scanners)
    at = at or contents.as_of
    if at is None:
        raise Usage(state.say("no_as_of"))
    site = contents.site if seed is None else draw(contents.site, seed=seed)
    profile = site.profile
    said = list(contents.declarations)
    if ids:
        said.append(Declaration(ids, declared_by, at, "--declare-none"))
    if declarations:
        said += for_site(read_table(declarations, DECLARATIONS), profile)
    judged = [*contents.reviews, *(for_site(read_table(reviews, REVIEWS), profile) if reviews else ())]
    result = inspect(
        site,
        as_of=at,
        checklist=checklist,
        reviews=judged,
        declarations=said,
        waivers=contents.waivers,
        indicators=CATALOG + COMPANIONS,
    )
    if snapshot_file:
        write_text(snapshot_file, site_lines(site), state)
    if json_file and json_file != "-":
        write_text(Path(json_file), (to_json(result),), state)
    if json_file == "-":
        sys.stdout.write(to_json(result))
    else:
        state.show(lines(result, checklist, state.say, notes=contents.notes, everything=everything))
    if exit_verdict:
        raise typer.Exit(_exit_code(result))


@app.command("checklist", help=t("列出检查指标，或打印其中的条款。", "List the checklists, or print the clauses of one."))
def _show_checklist(
    id: Annotated[
        str | None, typer.Argument(help=t("检查指标的标识，或 .toml、.json 文件", "id of a checklist, or a .toml or .json file"))
    ] = None,
    lang: LangOption = None,
) -> None:
    state = state_of(lang)
    state.show(list_lines(state.say) if id is None else clause_lines(_checklist(id), state.say))


@app.command("explain", help=t("解释一个条款或指标。", "Explain a clause or an indicator."))
def _explain(
    topic: Annotated[
        str,
        typer.Argument(
            help=t("条款（如 V4.1）或指标（如 columns_not_updated）", "a clause such as V4.1, or an indicator such as columns_not_updated")
        ),
    ],
    list_id: ListOption = "national-2019",
    lang: LangOption = None,
) -> None:
    state = state_of(lang)
    try:
        shown = list(topic_lines(topic, _checklist(list_id), state.say))
    except ChecklistError as error:
        raise Usage(str(error)) from None
    state.show(shown)


@app.command("example", help=t("把自带示例复制到一个文件夹。", "Copy the shipped example to a folder."))
def _example(folder: Annotated[Path, typer.Argument(help=t("目标文件夹", "where to"))], lang: LangOption = None) -> None:
    state = state_of(lang)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Usage(state.say("exists", file=folder))
    try:
        with example_folder() as source:
            shutil.copytree(source, folder, dirs_exist_ok=True)
    except OSError as error:
        raise state.cannot_write(folder, error) from None
    state.out.print(Text(state.say("copied", file=folder)), soft_wrap=True)


app.command("report", help=t("把检查结果写成网页、文档和问题清单。", "Write results as pages, papers and problem lists."))(report_command)

app.add_typer(bulletin_app)


def run(arguments: list[str]) -> int:
    """Run the command with these arguments and give its exit code; nothing is raised."""
    with contextlib.suppress(AttributeError, ValueError):
        sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]
    say = Say(_language(arguments))
    try:
        app(arguments)
    except SystemExit as done:
        code = done.code if isinstance(done.code, int) else 0 if done.code is None else 1
        return USAGE if code == _TYPER_USAGE else code
    except Usage as error:
        return _fail(say("error_usage"), error, USAGE, arguments, say.pick(in_chinese(str(error)), str(error)))
    except InputError as error:
        return _fail(say("error_data"), error, DATA, arguments, told(error, say.lang))
    except GovsiteError as error:
        return _fail(say("error_data"), error, DATA, arguments, str(error))
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        return _fail(say("error_internal", kind=type(error).__name__), error, INTERNAL, arguments, str(error))
    return 0


def _fail(kind: str, error: Exception, code: int, arguments: list[str], text: str) -> int:
    if "--debug" in arguments:
        sys.stderr.write("".join(traceback.format_exception(error)))
    sys.stderr.write(f"govsite-rules: {kind}: {clean(text)}\n")
    return code


def _language(arguments: list[str]) -> str:
    """The language for an error message, whatever else is wrong with the arguments."""
    for before, after in zip(arguments, [*arguments, ""][1:], strict=True):
        wanted = after if before == "--lang" else before.removeprefix("--lang=")
        if before.startswith("--lang") and wanted in Lang.__members__:
            return wanted
    return locale_language()


def _moment(text: str | None, option: str, state: State) -> datetime | None:
    try:
        return moment(text) if text else None
    except ValueError:
        raise Usage(state.say("not_a_moment", option=option, value=text)) from None


def _address(text: str | None, option: str, state: State) -> str | None:
    try:
        return ADDRESS.parse(text) if text else None
    except ValueError:
        raise Usage(state.say("not_an_address", option=option, value=text)) from None


def _checklist(id: str) -> Checklist:
    """A shipped list by its id, or the list in a file."""
    if id.endswith((".toml", ".json")):
        return load_checklist(id)
    try:
        return checklist_by_id(id)
    except (GovsiteError, KeyError) as error:
        raise Usage(str(error)) from None


def _known(checklist: Checklist, id: str) -> str:
    try:
        return checklist.clause(id).id
    except ChecklistError as error:
        raise Usage(str(error)) from None


def _only_for(what: str, state: State, **options: object) -> None:
    """Refuse options that say nothing of what is inspected."""
    given = [f"--{name.replace('_', '-')}" for name, value in options.items() if value is not None]
    if given:
        raise Usage(state.say(f"only_for_{what}", options=", ".join(given)))


def _exit_code(result: Inspection) -> int:
    return EXIT_VERDICT[result.verdict.standing or Standing.UNDECIDED]


@contextlib.contextmanager
def _progress(state: State, busy: str, done: str) -> Iterator[Callable[[int, int], None]]:
    """A bar on a terminal; in a pipe one plain line at the end."""
    if state.err.is_terminal:
        with Progress(TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), console=state.err, transient=True) as bar:
            task = bar.add_task(state.say(busy), total=None)
            yield lambda done, total: bar.update(task, completed=done, total=total)
        return
    last = 0

    def count(done: int, total: int) -> None:
        nonlocal last
        last = done

    yield count
    if last:
        state.tell(done, n=last)
