"""``report``: results as a summary on the terminal, as pages, papers and problem lists."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer
from attrs import frozen

from .. import report
from ..batch.register import PLATFORM_TITLES
from ..batch.results import Results
from ..bulletin.numbers import percent
from ..checklists.model import Checklist
from ..comparison import Comparison, compare_all
from ..inspection import Inspection
from ..report.rows import list_of
from ..scoring import rates
from ..scoring.rates import CountBy, GroupBy, PassRate, Undecided, Visit
from ..values.subject import Subject, SubjectKind
from .console import LangOption, State, Usage, extra, state_of, t, write_bytes, write_text
from .results import (
    AccountsOption,
    AreasOption,
    BeforeOption,
    ByOption,
    ChecklistOption,
    HowUndecided,
    PeriodOption,
    ResultsArgument,
    SitesOption,
    UndecidedOption,
    load_results,
    period_of,
    read_areas,
    read_list,
)
from .show import Line
from .words import Say, clean

INDEX = "index.html"
_UNFIT = re.compile(r"[^\w.-]+")


@frozen
class _Batch:
    """Everything a report is made of."""

    results: Results
    before: Results
    comparisons: tuple[Comparison, ...]
    undecided: Undecided
    by: CountBy
    populations: dict[SubjectKind, int]
    title: str
    checklist: Checklist | None
    single: bool

    @property
    def counted(self) -> tuple[Inspection | Visit, ...]:
        return self.results.counted


def report_command(
    names: ResultsArgument,
    html: Annotated[
        Path | None,
        typer.Option(
            "--html",
            metavar="FILE|FOLDER",
            help=t("网页；写文件夹则另有每个对象的网页", "a page; a folder gets one for every subject too"),
        ),
    ] = None,
    docx: Annotated[Path | None, typer.Option("--docx", metavar="FILE", help=t("Word 文档", "a Word document"))] = None,
    xlsx: Annotated[Path | None, typer.Option("--xlsx", metavar="FILE", help=t("问题清单工作簿", "the problem list as a workbook"))] = None,
    csv: Annotated[Path | None, typer.Option("--csv", metavar="FILE", help=t("问题清单 CSV", "the problem list as CSV"))] = None,
    sarif: Annotated[Path | None, typer.Option("--sarif", metavar="FILE", help="SARIF 2.1.0")] = None,
    earl: Annotated[Path | None, typer.Option("--earl", metavar="FILE", help="EARL (JSON-LD)")] = None,
    before: BeforeOption = None,
    title: Annotated[str | None, typer.Option("--title", help=t("标题", "title"))] = None,
    period: PeriodOption = "",
    areas: AreasOption = None,
    sites: SitesOption = None,
    accounts: AccountsOption = None,
    undecided: UndecidedOption = HowUndecided.range,
    by: ByOption = CountBy.VISIT,
    list_name: ChecklistOption = None,
    include_open: Annotated[
        bool, typer.Option("--include-open", help=t("问题清单列入待人工复核的事项", "list what people must decide too"))
    ] = False,
    lang: LangOption = None,
) -> None:
    state = state_of(lang)
    chosen = period_of(period) if period else None
    named = read_areas(areas)
    results = within(load_results(names, state, named), chosen, state)
    earlier = load_results(before, state, named) if before else Results()
    populations = {kind: total for kind, total in ((SubjectKind.SITE, sites), (SubjectKind.ACCOUNT, accounts)) if total is not None}
    batch = _Batch(
        results,
        earlier,
        compare_all(earlier.inspections, results.inspections) if before else (),
        undecided.counted,
        by,
        populations,
        title or state.say("report_title"),
        read_list(list_name),
        len(results.inspections) == 1 and not results.failures,
    )
    with extra("report", state):
        _write_all(batch, state, html, docx, xlsx, csv, sarif, earl, include_open)
    shown = summary(
        batch.counted,
        state.say,
        before=earlier.counted,
        undecided=batch.undecided,
        by=by,
        populations=populations,
        checklist=batch.checklist,
    )
    state.show(shown)
    if batch.comparisons:
        sums = {name: sum(len(getattr(one, name)) for one in batch.comparisons) for name in ("fixed", "remaining", "new", "unseen")}
        state.show([Line(0, state.say("faults_compared", **sums))])


def within(results: Results, chosen: Callable[[Visit], bool] | None, state: State) -> Results:
    """The results of a period; how many lie outside is said."""
    if chosen is None:
        return results
    inspections = tuple(one for one in results.inspections if chosen(rates.visit_of(one)))
    failures = tuple(one for one in results.failures if chosen(one.visit))
    left = len(results.inspections) + len(results.failures) - len(inspections) - len(failures)
    if left:
        state.tell("results_outside", n=left)
    if not inspections and not failures:
        raise Usage(state.say("no_results_in_period"))
    return Results(inspections, failures)


def _write_all(
    batch: _Batch,
    state: State,
    html: Path | None,
    docx: Path | None,
    xlsx: Path | None,
    csv: Path | None,
    sarif: Path | None,
    earl: Path | None,
    include_open: bool,
) -> None:
    tag = state.say.tag
    inspections = batch.results.inspections
    if html:
        _pages(batch, html, state)
    if docx:
        if batch.single:
            paper = report.site_paper(inspections[0], checklist=batch.checklist, comparison=_of(batch, inspections[0].subject), lang=tag)
        else:
            paper = report.batch_paper(
                batch.counted,
                title=batch.title,
                undecided=batch.undecided,
                by=batch.by,
                populations=batch.populations,
                before=batch.before.counted,
                comparisons=batch.comparisons,
                checklist=batch.checklist,
                lang=tag,
            )
        write_bytes(docx, paper, state)
    if xlsx or csv:
        rows = report.problem_rows(
            inspections, comparisons=batch.comparisons, checklist=batch.checklist, include_open=include_open, lang=tag
        )
        if xlsx:
            write_bytes(xlsx, report.to_xlsx(rows), state)
        if csv:
            write_text(csv, ("\ufeff", report.to_csv(rows)), state)
    if sarif:
        write_text(sarif, (report.to_sarif(inspections, checklist=batch.checklist),), state)
    if earl:
        write_text(earl, (report.to_earl(inspections),), state)


def _pages(batch: _Batch, target: Path, state: State) -> None:
    """One page, or in a folder one for the batch and one for every inspected subject, linked."""
    tag = state.say.tag
    inspections = batch.results.inspections
    folder = target.is_dir() or not target.suffix
    if batch.single and not folder:
        page = report.site_page(inspections[0], checklist=batch.checklist, comparison=_of(batch, inspections[0].subject), lang=tag)
        write_text(target, (page,), state)
        return
    links: dict[tuple[str, str, str], str] = {}
    if folder:
        try:
            target.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise state.cannot_write(target, error) from None
        latest = {one.subject.identity: one for one in sorted(inspections, key=lambda one: one.as_of)}
        for number, (key, one) in enumerate(sorted(latest.items()), 1):
            links[key] = f"{number:04d}-{_UNFIT.sub('-', one.subject.key)[:60].strip('-.') or 'subject'}.html"
            page = report.site_page(one, checklist=batch.checklist, comparison=_of(batch, one.subject), lang=tag)
            _quietly(target / links[key], page, state)
    page = report.batch_page(
        batch.counted,
        title=batch.title,
        undecided=batch.undecided,
        by=batch.by,
        populations=batch.populations,
        before=batch.before.counted,
        comparisons=batch.comparisons,
        links=links,
        checklist=batch.checklist,
        lang=tag,
    )
    write_text(target / INDEX if folder else target, (page,), state)


def _quietly(path: Path, page: str, state: State) -> None:
    """One page of many: only the last one is told."""
    try:
        path.write_text(page, encoding="utf-8", newline="\n")
    except OSError as error:
        raise state.cannot_write(path, error) from None


def _of(batch: _Batch, subject: Subject) -> Comparison | None:
    return next((one for one in batch.comparisons if (one.subject, one.platform) == (subject.key, subject.platform)), None)


def summary(
    results: Sequence[Inspection | Visit],
    say: Say,
    *,
    before: Sequence[Inspection | Visit] = (),
    undecided: Undecided = Undecided.RANGE,
    by: CountBy = CountBy.VISIT,
    populations: dict[SubjectKind, int] | None = None,
    checklist: Checklist | None = None,
) -> Iterator[Line]:
    """Counts and rates of many results, by area and platform, with reasons and what was mended, as lines."""
    titles = _titles(results, checklist, say)
    visits = [rates.visit_of(result) for result in results]
    earlier = [rates.visit_of(result) for result in before]
    for kind, word in ((SubjectKind.SITE, "sites"), (SubjectKind.ACCOUNT, "accounts")):
        own = [visit for visit in visits if visit.subject.kind is kind]
        if not own:
            continue
        rate = rates.pass_rate(own, undecided=undecided, by=by, population=(populations or {}).get(kind))
        yield Line(0, say(word), "head")
        yield Line(1, _counts(rate, say), "bad" if rate.unqualified else "open" if rate.undecided else "good")
        if rate.coverage is not None:
            yield Line(1, say("rate_coverage", share=percent(rate.coverage), n=rate.sites, of=rate.population))
        if rate.not_inspected or rate.out_of_scope:
            yield Line(1, say("rate_outside", failed=rate.not_inspected, out=rate.out_of_scope), "open")
        for group, label in ((GroupBy.AREA, "by_area"), (GroupBy.PLATFORM, "by_platform")):
            parts = [(name, one) for name, one in rates.pass_rates(own, group, undecided=undecided, by=by) if one.checked]
            if len(parts) > 1:
                yield Line(1, say(label))
                for name, one in parts:
                    if group is GroupBy.PLATFORM and name in PLATFORM_TITLES:
                        name = say.pick(*PLATFORM_TITLES[name])
                    yield Line(2, f"{clean(name) or say('unnamed')}: {_counts(one, say, part=True)}")
        found = rates.reasons(own)
        if found:
            yield Line(1, say("by_reason"))
            for reason in found:
                yield Line(2, f"{clean(reason.clause)} {titles.get(reason.clause, '')}: {reason.visits}", "bad")
        yield from _mended([visit for visit in earlier if visit.subject.kind is kind], own, say, undecided, by)


def _counts(rate: PassRate, say: Say, *, part: bool = False) -> str:
    return say(
        "rate_counts",
        n=rate.checked,
        good=rate.qualified,
        bad=rate.unqualified,
        open=rate.undecided,
        rate=_rate(rate, say),
        how=say(f"rate_{rate.undecided_as}") if rate.undecided and not part else "",
    )


def _rate(rate: PassRate, say: Say) -> str:
    if rate.rate is not None:
        return percent(rate.rate)
    if rate.low is None or rate.high is None:
        return "–"
    return say("rate_range_text", low=percent(rate.low), high=percent(rate.high))


def _mended(before: Sequence[Visit], now: Sequence[Visit], say: Say, undecided: Undecided, by: CountBy) -> Iterator[Line]:
    found = rates.rectified(before, now)
    if found.share is None:
        return
    after = rates.pass_rate(rates.after_rectification(before, now), undecided=undecided, by=by)
    yield Line(1, say("mended", done=found.done, due=found.due, share=percent(found.share), rate=_rate(after, say)))
    for word, subjects in (("still_bad", found.still), ("mended_open", found.undecided), ("mended_unseen", found.unseen)):
        if subjects:
            yield Line(2, f"{say(word)}: {'、'.join(clean(subject.name or subject.key) for subject in subjects)}", "bad")


def _titles(results: Sequence[Inspection | Visit], given: Checklist | None, say: Say) -> dict[str, str]:
    """What the fired clauses are called."""
    titles: dict[str, str] = {}
    for known in {one.checklist: list_of(one, given) for one in results if isinstance(one, Inspection)}.values():
        if known is None:
            continue
        names = {heading.indicator: say.pick(heading.title, heading.title_en) for heading in known.headings}
        titles |= {clause.id: names.get(clause.indicator, "") for clause in known.clauses}
    return titles
