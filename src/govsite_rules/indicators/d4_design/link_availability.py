"""D4.3 可用性."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime, timedelta

from attrs import frozen

from ...values.dates import aware
from ...values.finding import Evidence, Finding, Outcome, Target, TargetKind
from ...values.page import PageKind
from ...values.site import Homepage, LinkCheck, LinkResult, LinkState, SiteSnapshot
from ...values.subject import SubjectKind
from .._base import Code, Indicator, Text, because, conclude, count, distinct, unseen

ID = "link_availability"
HOME, OTHER = "home_link_dead", "other_link_dead"

_DEAD = frozenset({LinkResult.GONE, LinkResult.DNS, LinkResult.SOFT_404, LinkResult.PARKED, LinkResult.WRONG})
_REFERRERS = 3


@frozen
class LinkAvailabilityParams:
    """``second_look``: minutes between two looks that both met a timeout or server error, after which the link counts as dead."""

    second_look: int = 60


PARAMS = LinkAvailabilityParams()


def link_availability(site: SiteSnapshot, *, as_of: datetime, params: LinkAvailabilityParams = PARAMS) -> tuple[Finding, ...]:
    """可用性: links that are dead or lead to something wrong.

    What it checks: every distinct link target once, by the last look that saw something. ``home_link_dead``: links of the
    homepage (images, attachments, outside links too), or of all second-level pages where the homepage is only a navigation
    entrance. ``other_link_dead``: links of other pages alone. Dead or wrong are 404 and 410, DNS failure, a page that says
    “not found”, a parked domain, and what somebody found wrong. Timeouts and server errors count after a second look, at
    least an hour later, that failed again.
    Why it matters: each dead link costs points.
    Not applicable: nothing by itself; the list says which subjects it is for.
    Cannot tell: looks that were blocked, a single timeout or server error, a dead link that visitors may never meet because
    it is styled away. Links nobody followed are open, with their number.
    Known limits: a look speaks for its own moment. Pictures are gathered from the homepage alone. Where a link has more
    referrers than are kept, one of them may be a second-level page unseen here.
    Source: 政府网站检查指标, 扣分 功能设计·可用性; decision 14.
    """
    aware(as_of, "as_of")
    codes = (HOME, OTHER)
    if site.links is None:
        return conclude(ID, codes, site, [unseen(ID, code, site, reason="not_looked") for code in codes])
    second_level = _second_level(site)
    by_code: dict[str, list[LinkState]] = {HOME: [], OTHER: []}
    for link in distinct(site.links.items, lambda link: link.url, "links.url"):
        by_code[HOME if _on_home(link, second_level) else OTHER].append(link)
    found: list[Finding] = []
    for code, links in by_code.items():
        found += [_link(code, link, params) for link in links if link.checks]
        found += _unchecked(code, sum(not link.checks for link in links))
        found += _unseen(code, site)
    return conclude(ID, codes, site, found, passed=True)


def _second_level(site: SiteSnapshot) -> Collection[str]:
    """The canonical addresses of the second-level pages behind a navigation homepage; none behind any other."""
    home = site.homepage
    if home is None or not home.navigation_only or site.columns is None:
        return ()
    from ...parse.urls import canonical

    keys = frozenset(home.second_level.items)
    return {canonical(column.url) for column in site.columns.items if column.key in keys}


def _second_level_known(site: SiteSnapshot, home: Homepage) -> bool:
    """Whether all second-level pages, and their addresses, are known."""
    known = {column.key for column in site.columns.items} if site.columns is not None else set()
    return home.second_level.complete and known.issuperset(home.second_level.items)


def _on_home(link: LinkState, second_level: Collection[str]) -> bool:
    if link.on_home or not second_level:
        return link.on_home
    from ...parse.urls import canonical

    return any(canonical(page) in second_level for page in link.referrers)


def _unseen(code: str, site: SiteSnapshot) -> Iterator[Finding]:
    """What is open because links were not seen at all: one finding, for the weightiest reason."""
    home = site.homepage
    if code == HOME and home is None:
        yield unseen(ID, code, site, reason="not_seen")
    elif code == HOME and home is not None and home.kind is not PageKind.CONTENT:
        yield unseen(ID, code, site, reason=f"page_{home.kind}", outcome=Outcome.CANT_TELL)
    elif code == HOME and home is not None and home.script_drawn:
        yield unseen(ID, code, site, reason="script_drawn", outcome=Outcome.CANT_TELL)
    elif site.links is not None and site.links.missing != 0:
        yield unseen(ID, code, site, reason="incomplete", examined=site.links.missing)
    elif code == HOME and home is not None and home.navigation_only and not _second_level_known(site, home):
        yield unseen(ID, code, site, reason="second_level_incomplete")


def _unchecked(code: str, number: int) -> Iterator[Finding]:
    if number:
        yield Finding(ID, code, Outcome.UNTESTED, Target(TargetKind.LINK, "*untested"), number, values=because("link_not_checked"))


def _link(code: str, link: LinkState, params: LinkAvailabilityParams) -> Finding:
    looks = sorted(link.checks, key=lambda check: (aware(check.at, "links.checks.at"), check.result, check.status or 0))
    outcome, reason, last = _judge(looks, timedelta(minutes=params.second_look))
    notes = []
    if outcome is Outcome.FAILED and link.hidden:
        outcome, reason = Outcome.CANT_TELL, "link_hidden"
    if outcome is not Outcome.PASSED and not link.referrers:
        notes.append("no_referrer_seen")
    if link.referrers_cut:
        notes.append("more_referrers")
    pages = link.referrers[:_REFERRERS] or ("",)
    values = because(reason, *notes)
    values += (("status", str(last.status)),) if last.status is not None else ()
    values += (("address", link.url),) + ((("page", link.referrers[0]),) if link.referrers else ())
    return Finding(
        ID,
        code,
        outcome,
        Target(TargetKind.LINK, link.url, link.text, link.url),
        1,
        (count("referrers", link.referrer_count), count("looks", len(looks))),
        tuple(Evidence(page, link.text[:120], link.url, last.at) for page in pages),
        values,
    )


def _judge(looks: Sequence[LinkCheck], second_look: timedelta) -> tuple[Outcome, str, LinkCheck]:
    """What the last look that saw something says, and that look. A look that was blocked saw nothing."""
    seen = [look for look in looks if look.result is not LinkResult.BLOCKED]
    if not seen:
        return Outcome.CANT_TELL, "blocked", looks[-1]
    last = seen[-1]
    if last.result is LinkResult.OPENED:
        return Outcome.PASSED, "", last
    if last.result in _DEAD:
        return Outcome.FAILED, f"link_{last.result}", last
    first = last
    for look in reversed(seen):
        if look.result is LinkResult.OPENED:
            break
        first = look
    if last.at - first.at >= second_look:
        return Outcome.FAILED, "link_failed_twice", last
    return Outcome.CANT_TELL, f"link_{last.result}", last


def _code(id: str, question: Text, place: Text) -> Code:
    zh, en = place
    return Code(
        id,
        question,
        TargetKind.LINK,
        (
            (
                Outcome.FAILED,
                (
                    f"{zh}链接“{{target}}”打不开或错误（{{reason}}[，状态码{{status}}]）：{{address}}[，所在页面{{page}}]",
                    f"Link “{{target}}” of {en} is dead or wrong ({{reason}}[, status {{status}}]): {{address}}[, on {{page}}]",
                ),
            ),
            (Outcome.PASSED, (f"{zh}链接可以打开[（{{count}}个）]", f"Links of {en} open[ ({{count}})]")),
            (
                Outcome.CANT_TELL,
                (
                    f"无法判断{zh}链接是否可用：{{target}}（{{reason}}）",
                    f"Whether a link of {en} works cannot be told: {{target}} ({{reason}})",
                ),
            ),
            (
                Outcome.UNTESTED,
                (f"{zh}链接未检查[（{{count}}个）]：{{reason}}", f"Links of {en} were not followed[ ({{count}})]: {{reason}}"),
            ),
        ),
    )


INDICATOR = Indicator(
    id=ID,
    title=("可用性", "Link availability"),
    section="D4",
    subject=SubjectKind.SITE,
    needs=("links", "homepage", "columns"),
    codes=(
        _code(HOME, ("首页链接是否打不开或错误？", "Is a link of the homepage dead or wrong?"), ("首页", "the homepage")),
        _code(OTHER, ("其他页面链接是否打不开或错误？", "Is a link of another page dead or wrong?"), ("其他页面", "another page")),
    ),
    function=link_availability,
    params=PARAMS,
)
