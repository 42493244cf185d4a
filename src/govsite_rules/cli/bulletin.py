"""``bulletin write`` and ``bulletin audit``: a bulletin from results, and what a published one says of itself."""

from __future__ import annotations

import datetime as dt
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from fractions import Fraction
from pathlib import Path
from typing import Annotated, Any

import typer
from attrs import field, frozen

from .. import bulletin
from ..batch.results import Results
from ..bulletin import Agreement, Audit, Check, Figure, Rounding, Style
from ..errors import InputError
from ..interchange import from_builtins, to_json
from ..scoring.rates import CountBy, Undecided, Visit
from ..values.subject import SubjectKind
from .console import LangOption, State, Usage, extra, state_of, t, write_bytes, write_text
from .report import summary, within
from .results import (
    STDIN,
    AccountsOption,
    AreasOption,
    BeforeOption,
    ByOption,
    ChecklistOption,
    HowUndecided,
    PeriodOption,
    SitesOption,
    load_results,
    period_of,
    read_areas,
    read_list,
    read_text_file,
)
from .show import Line
from .words import Say, clean

AUDIT_SCHEMA = "govsite-rules/audit/1"
EXIT_INCONSISTENT = 10
MAX_QUOTE = 160
MAX_FITS = 5

bulletin_app = typer.Typer(
    name="bulletin",
    help=t("编写通报，核对已发布的通报。", "Write a bulletin (通报), or audit a published one."),
    no_args_is_help=True,
    rich_markup_mode=None,
)


class Format(StrEnum):
    markdown = "markdown"
    html = "html"
    docx = "docx"


_BY_SUFFIX = {".md": Format.markdown, ".html": Format.html, ".htm": Format.html, ".docx": Format.docx}


@frozen
class _PlannedPart:
    """One [[part]] of a plan: ``bulletin.Part`` with files for results and names for functions."""

    title: str
    results: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    period: str = ""
    area: str = ""
    verb: str = "检查"
    method: str = ""
    sites: int | None = None
    accounts: int | None = None
    ours: str = ""
    ours_name: str = "我市"
    styles: dict[str, Style] = field(factory=dict)
    undecided: Undecided = Undecided.APART
    by: CountBy = CountBy.VISIT
    listed: bool = True


@frozen
class _Annex:
    title: str
    text: str


@frozen
class _Plan:
    """What a plan file (TOML) holds: the office's own texts, and the parts."""

    title: str = ""
    issuer: str = ""
    date: dt.date | None = None
    to: str = ""
    basis: str = ""
    register_problems: str = ""
    good_practice: str = ""
    demands: tuple[str, ...] = ()
    annex: _Annex | None = None
    error_reports: bulletin.ErrorReports | None = None
    template: str = ""
    checklist: str = ""
    part: tuple[_PlannedPart, ...] = ()


@bulletin_app.command("write", help=t("由检查结果编写通报。", "Write a bulletin from results."))
def _write(
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="RESULTS...", help=t("检查结果：文件、文件夹或通配符", "results: files, folders or patterns")),
    ] = None,
    title: Annotated[str | None, typer.Option("--title", help=t("标题", "its title"))] = None,
    issuer: Annotated[str | None, typer.Option("--issuer", help=t("发文单位", "who issues it"))] = None,
    date: Annotated[str | None, typer.Option("--date", help=t("成文日期，如 2026-06-05", "its date, such as 2026-06-05"))] = None,
    plan_file: Annotated[
        Path | None,
        typer.Option(
            "--plan", metavar="FILE", help=t("通报方案（TOML）：文字与各部分", "a plan (TOML): the office's texts, and the parts")
        ),
    ] = None,
    period: PeriodOption = "",
    area: Annotated[str, typer.Option("--area", help=t("范围，如 全市", "the area in words, such as 全市"))] = "",
    sites: SitesOption = None,
    accounts: AccountsOption = None,
    before: BeforeOption = None,
    areas: AreasOption = None,
    undecided: Annotated[
        HowUndecided, typer.Option("--undecided", help=t("待人工复核如何计入合格率", "how a rate counts the undecided"))
    ] = HowUndecided.apart,
    by: ByOption = CountBy.VISIT,
    list_name: ChecklistOption = None,
    digits: Annotated[int, typer.Option("--digits", min=0, max=4, help=t("百分比保留的小数位数", "decimals of percentages"))] = 1,
    rounding: Annotated[Rounding, typer.Option("--rounding", help=t("合格率四舍五入或截断", "rates half up, or cut"))] = Rounding.HALF_UP,
    keep_zeros: Annotated[bool, typer.Option("--keep-zeros", help=t("保留末尾的零", "keep trailing zeros"))] = False,
    template: Annotated[
        Path | None, typer.Option("--template", metavar="FILE", help=t("自备的 Jinja2 模板", "a Jinja2 template of your own"))
    ] = None,
    format: Annotated[Format | None, typer.Option("--format", help=t("格式，默认随文件名", "by default the output file's"))] = None,
    out: Annotated[Path | None, typer.Option("--out", "-o", metavar="FILE", help=t("输出文件", "where to"))] = None,
    lang: LangOption = None,
) -> None:
    state = state_of(lang)
    plan = _read_plan(plan_file)
    if not (title or plan.title) or not (issuer or plan.issuer):
        raise Usage(state.say("no_title"))
    form = format or (_BY_SUFFIX.get(out.suffix.lower(), Format.markdown) if out else Format.markdown)
    if form is Format.docx and out is None:
        raise Usage(state.say("docx_to_file"))
    named = read_areas(areas)
    rate = Style(digits, rounding, keep_zeros)
    share = Style(digits, keep_zeros=keep_zeros)
    styles = {"rate": rate, "share": share, "change": share}
    planned = plan.part or (
        _PlannedPart(
            state.say("part_title") if not period else _period_title(period),
            period=period,
            area=area,
            sites=sites,
            accounts=accounts,
            undecided=undecided.counted,
            by=by,
        ),
    )
    loader = _Loader(state, named, plan_file.parent if plan_file else Path())
    parts = [_part(one, names or [], before or [], styles, loader) for one in planned]
    own_template = template or (loader.folder / plan.template if plan.template else None)
    texts: dict[str, Any] = {
        "title": title or plan.title,
        "issuer": issuer or plan.issuer,
        "day": _day(date) if date else plan.date,
        "annex": (plan.annex.title, plan.annex.text) if plan.annex else None,
        "checklist": read_list(list_name or (str(loader.folder / plan.checklist) if plan.checklist else None)),
        "template": read_text_file(own_template) if own_template else None,
        **{name: getattr(plan, name) for name in ("to", "basis", "error_reports", "register_problems", "good_practice", "demands")},
    }
    with extra("report", state):
        text: str | bytes = bulletin.write(parts, format=form.value, **texts)
    if out is None:
        sys.stdout.write(str(text))
        return
    if isinstance(text, bytes):
        write_bytes(out, text, state)
    else:
        write_text(out, (text,), state)
    for part in parts:
        state.show([Line(0, clean(part.title), "head")])
        state.show(Line(line.depth + 1, line.text, line.style) for line in _counted(part, state.say))


@bulletin_app.command("audit", help=t("核对一份通报的数字。", "Hold the figures of a bulletin against each other."))
def _audit(
    file: Annotated[Path, typer.Argument(metavar="FILE.txt", help=t("通报正文，- 表示标准输入", "its text; - for standard input"))],
    json_file: Annotated[
        str | None,
        typer.Option("--json", metavar="FILE", help=t("核对结果写入 JSON Lines，- 表示标准输出", "write the audits as JSON Lines")),
    ] = None,
    exit_verdict: Annotated[
        bool, typer.Option("--exit-verdict", help=t("有数字不相符时退出码为 10", "exit code 10 where figures do not agree"))
    ] = False,
    lang: LangOption = None,
) -> None:
    state = state_of(lang)
    audits = [bulletin.audit(figure) for figure in bulletin.read(read_text_file(file))]
    texts = [to_json(one, schema=AUDIT_SCHEMA) for one in audits]
    if json_file and json_file != STDIN:
        write_text(Path(json_file), texts, state)
    if json_file == STDIN:
        sys.stdout.write("".join(texts))
    else:
        state.show(audit_lines(audits, state.say))
    if exit_verdict and any(one.agreement is Agreement.INCONSISTENT for one in audits):
        raise typer.Exit(EXIT_INCONSISTENT)


@frozen
class _Loader:
    """Reads results, those that a plan names beside the plan."""

    state: State
    areas: dict[str, str]
    folder: Path

    def __call__(self, given: Sequence[str], planned: Sequence[str]) -> Results:
        names = [str(self.folder / name) for name in planned] or list(given)
        return load_results(names, self.state, self.areas) if names else Results()


def _part(one: _PlannedPart, names: Sequence[str], before: Sequence[str], styles: dict[str, Style], loader: _Loader) -> bulletin.Part:
    results = loader(names, one.results)
    if not results.counted:
        raise Usage(loader.state.say("no_results"))
    if one.period:
        results = within(results, period_of(one.period), loader.state)

    def ours(visit: Visit) -> bool:
        return visit.subject.region.startswith(one.ours)

    return bulletin.Part(
        one.title,
        results.counted,
        area=one.area,
        verb=one.verb,
        sites=one.sites,
        accounts=one.accounts,
        method=one.method,
        ours=ours if one.ours else None,
        ours_name=one.ours_name,
        before=loader(before, one.before).counted,
        styles=tuple((styles | one.styles).items()),
        undecided=one.undecided,
        by=one.by,
        listed=one.listed,
    )


def _counted(part: bulletin.Part, say: Say) -> Iterator[Line]:
    """What a part counted, to hold against what it prints."""
    totals = ((SubjectKind.SITE, part.sites), (SubjectKind.ACCOUNT, part.accounts))
    populations = {kind: total for kind, total in totals if total is not None}
    return summary(part.results, say, before=part.before, undecided=part.undecided, by=part.by, populations=populations)


def _read_plan(path: Path | None) -> _Plan:
    if path is None:
        return _Plan()
    try:
        data = tomllib.loads(read_text_file(path))
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"no TOML: {error}", file=str(path), expected="a plan") from None
    return from_builtins(data, _Plan, file=str(path))


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise Usage(f"--date {text!r}: 2026-06-05") from None


def _period_title(period: str) -> str:
    """第二季度检查情况, 5月份检查情况, 2026年检查情况."""
    if len(period) == 6:
        return f"{period[:4]}年第{'一二三四'[int(period[5]) - 1]}季度检查情况"
    return f"{period[:4]}年{int(period[5:])}月份检查情况" if len(period) == 7 else f"{period}年检查情况"


def audit_lines(audits: Iterable[Audit], say: Say) -> Iterator[Line]:
    """Each figure with its numbers and what the checks say, then all together."""
    every = list(audits)
    for number, one in enumerate(every, 1):
        quote = clean(one.figure.quote)
        yield Line(0, f"{number}. {quote[:MAX_QUOTE]}{'…' if len(quote) > MAX_QUOTE else ''}", "head")
        yield Line(1, _numbers(one.figure, say))
        for check in one.checks:
            style = {Agreement.INCONSISTENT: "bad", Agreement.NOT_CHECKABLE: "open"}.get(check.agreement, "good")
            yield Line(1, _check(check, say), style)
            if check.fits:
                yield Line(2, _fits(check, say), "dim")
        if not one.checks:
            yield Line(1, say("audit_nothing"), "dim")
    yield Line(0, "")
    if not every:
        yield Line(0, say("audit_no_figures"), "open")
        return
    tally = Counter(one.agreement for one in every)
    yield Line(0, say("audit_total", n=len(every)), "head")
    for agreement in Agreement:
        if tally[agreement]:
            yield Line(1, f"{say(f'agree_{agreement}')}: {tally[agreement]}", "bad" if agreement is Agreement.INCONSISTENT else "")
    for what in ("rate", "share"):
        styles = bulletin.common_styles(every, what)
        if styles:
            shown = say("list_or").join(list(dict.fromkeys(_style(style, say) for style in styles))[:MAX_FITS])
            yield Line(1, say("audit_style", what=say(f"check_{what}"), style=shown))


def _numbers(figure: Figure, say: Say) -> str:
    """Whose figures, of when, and every number that was read."""
    kind = {SubjectKind.SITE: say("sites"), SubjectKind.ACCOUNT: say("accounts"), None: say("subject_unknown")}[figure.subject]
    who = " ".join(clean(part) for part in (figure.place, figure.period, figure.scope, kind, figure.platform) if part)
    parts = [
        (say("figure_population"), figure.population_total, ""),
        (say("figure_checked"), figure.checked, figure.checked_unit if figure.checked_from else ""),
        (say("qualified"), figure.qualified, ""),
        (say("figure_basic"), figure.basically_qualified, ""),
        (say("unqualified"), figure.unqualified, ""),
        (say("figure_problems"), figure.problems, ""),
        (say("check_rate"), figure.pass_rate_text, ""),
        (say("check_fail_rate"), figure.fail_rate_text, ""),
        (say("check_share"), figure.coverage_text, ""),
    ]
    told = [f"{name} {value}{clean(unit)}" for name, value, unit in parts if value is not None]
    notes = [say("audit_about", text=clean(note.text)) if note.kind == "approximate" else clean(note.text) for note in figure.notes]
    return "  ".join((f"[{who}]", *told, *notes))


def _check(check: Check, say: Say) -> str:
    said = [f"{say(f'check_{check.what}')} {clean(check.printed)}: {say(f'agree_{check.agreement}')}"]
    if check.exact is not None:
        said.append(say("audit_exact", exact=_exact(check.exact), fraction=check.exact))
    if check.padded:
        said.append(say("audit_padded"))
    if check.capped:
        said.append(say("audit_capped"))
    if check.note:
        said.append(say(f"audit_{check.note}"))
    return "  ".join(said)


def _exact(share: Fraction) -> str:
    return f"{float(share * 100):.4f}%"


def _fits(check: Check, say: Say) -> str:
    word = "audit_fit_share" if check.what == "share" else "audit_fit"
    shown = say("list_or").join(say(word, part=fit.numerator, of=fit.denominator) for fit in check.fits[:MAX_FITS])
    return say("audit_fits", fits=shown + (" …" if len(check.fits) > MAX_FITS else ""))


def _style(style: Style, say: Say) -> str:
    zeros = say("zeros_kept" if style.keep_zeros else "zeros_dropped") if style.digits else ""
    return say("style", digits=style.digits, rounding=say(f"rounding_{style.rounding}"), zeros=zeros)
