"""Marks that every page must show, judged on the homepage and on all other pages together (decision 19)."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from ..values.finding import Evidence, Finding, Measure, Outcome, TargetKind
from ..values.page import Mark, MarkState, PageKind
from ..values.site import PageCheck, SiteSnapshot
from ._base import Code, Text, because, count, whole

MAX_EVIDENCE = 5


@frozen
class MarkParams:
    """``missing_pages``: a mark is missing when this many other pages lack it; the homepage alone is always enough."""

    missing_pages: int = 1


def page_check(site: SiteSnapshot, name: str) -> PageCheck | None:
    """The check of a mark on the other pages, where somebody made it."""
    checks = site.page_checks.items if site.page_checks is not None else ()
    return next((check for check in checks if check.name == name), None)


def home_mark(site: SiteSnapshot, name: str) -> tuple[Outcome, str, Mark]:
    """Whether the homepage lacks a mark, why that is open, and the mark itself."""
    home = site.homepage
    if home is None:
        return Outcome.UNTESTED, "not_looked", Mark()
    mark: Mark = getattr(home.marks, name)
    if home.kind is not PageKind.CONTENT:
        return Outcome.CANT_TELL, f"page_{home.kind}", mark
    if mark.state is MarkState.UNKNOWN:
        return Outcome.CANT_TELL, "mark_unknown", mark
    return (Outcome.PASSED, "", mark) if mark.state is MarkState.SHOWN else (Outcome.FAILED, "mark_missing_home", mark)


def shown_everywhere(indicator: str, code: str, site: SiteSnapshot, name: str, params: MarkParams, *notes: str) -> Finding:
    """Whether a mark is missing on the homepage, or on as many other pages as ``params`` says. Both counts are measures."""
    outcome, reason, mark = home_mark(site, name)
    check = page_check(site, name)
    outcomes = [(outcome, reason), *_other_pages(site, check, params)]
    for wanted in (Outcome.FAILED, Outcome.CANT_TELL, Outcome.UNTESTED, Outcome.PASSED):
        reasons = [reason for outcome, reason in outcomes if outcome is wanted]
        if reasons:
            outcome = wanted
            break
    values = because(*dict.fromkeys(reasons), *notes)
    found = list(_evidence(site, check, mark))
    if outcome is Outcome.FAILED and outcomes[0][0] is Outcome.PASSED:
        found = found[1:]  # the homepage shows it: only the pages that lack it bear the fault out
    return Finding(indicator, code, outcome, whole(site), 1, _counts(check), tuple(found), values)


def _other_pages(site: SiteSnapshot, check: PageCheck | None, params: MarkParams) -> Iterator[tuple[Outcome, str]]:
    if check is None:
        yield Outcome.UNTESTED, "not_looked"
        return
    if check.absent >= params.missing_pages:
        yield Outcome.FAILED, "mark_missing_pages"
    elif check.absent + check.unknown >= params.missing_pages:
        yield Outcome.CANT_TELL, "mark_unknown"
    if site.page_checks is None or not site.page_checks.complete:
        yield Outcome.UNTESTED, "incomplete"


def _counts(check: PageCheck | None) -> tuple[Measure, ...]:
    if check is None:
        return ()
    return tuple(count(f"pages_{name}", getattr(check, name)) for name in ("shown", "absent", "unknown"))


def _evidence(site: SiteSnapshot, check: PageCheck | None, mark: Mark) -> Iterator[Evidence]:
    home = site.homepage
    if home is not None:
        yield Evidence(home.url, mark.raw[:120], observed_at=home.fetched_at)
    if check is not None:
        for url in (check.absent_at or check.unknown_at)[:MAX_EVIDENCE]:
            yield Evidence(url)


def mark_code(id: str, mark: Text, *, place: Text = ("页面底部", "the footer")) -> Code:
    """The code that asks whether a mark, named in (Chinese, English), is missing."""
    zh, en = mark
    where, there = place
    return Code(
        id,
        (f"网站{where}是否缺少{zh}？", f"Is the {en} missing in {there} of a page?"),
        TargetKind.SITE,
        (
            (
                Outcome.FAILED,
                (
                    f"{where}缺少{zh}（{{reason}}[：{{fault}}][；其他页面{{pages_absent}}个缺少，{{pages_shown}}个有]）",
                    f"The {en} is missing in {there} ({{reason}}[: {{fault}}]"
                    "[; missing on {pages_absent} other pages, shown on {pages_shown}])",
                ),
            ),
            (
                Outcome.PASSED,
                (
                    f"{where}均有{zh}[（首页和其他{{pages_shown}}个页面）]",
                    f"The {en} is shown in {there}[ of the homepage and of {{pages_shown}} other pages]",
                ),
            ),
            (
                Outcome.CANT_TELL,
                (
                    f"无法判断{where}是否有{zh}：{{reason}}[（其他页面{{pages_unknown}}个看不到，{{pages_shown}}个有）]",
                    f"Whether the {en} is shown in {there} cannot be told: {{reason}}"
                    "[ (not to be seen on {pages_unknown} other pages, shown on {pages_shown})]",
                ),
            ),
            (
                Outcome.UNTESTED,
                (
                    f"{zh}未全面检查：{{reason}}[（已见{{pages_shown}}个页面有）]",
                    f"Not every page was looked at for the {en}: {{reason}}[ (shown on {{pages_shown}} pages seen)]",
                ),
            ),
        ),
    )
