"""B2.3 服务关联."""

from __future__ import annotations

from datetime import datetime

from ...values.dates import aware
from ...values.finding import Evidence, Finding, Outcome
from ...values.site import SiteSnapshot
from ...values.subject import SubjectKind
from .._base import Indicator, because, whole
from .._services import guides_drawn
from .._words import worded

ID = "service_policy_links"
SIZE = 2


def service_policy_links(site: SiteSnapshot, *, as_of: datetime, params: None = None) -> tuple[Finding, ...]:
    """服务关联: whether the policy bases of service items lead to this site's policy library.

    What it checks: ``policies_linked``: of 2 service items drawn, all policy bases are linked rightly. The 2 are those of the items
    drawn whose links somebody looked at; one that is not linked settles it. Passed earns the points.
    Why it matters: who is asked for something should be able to read the rule behind it.
    Not applicable: nothing by itself; the list says which subjects it is for.
    Cannot tell: fewer items looked at than the clause asks for.
    Known limits: whether a link is the right one is a person's judgement.
    Source: 政府网站检查指标, 加分 办事服务·服务关联; decision 21.
    """
    aware(as_of, "as_of")
    code = "policies_linked"
    chosen, still_open = guides_drawn(ID, code, site, size=SIZE, drawn=lambda guide: guide.drawn and guide.policies_linked is not None)
    unlinked = [guide for guide in chosen if guide.policies_linked is False]
    if unlinked:
        outcome, reason = Outcome.FAILED, "not_linked"
    elif still_open:
        outcome, reason = Outcome.UNTESTED, still_open[0].value("reason") or ""
    elif any(guide.policies_linked is None for guide in chosen):
        outcome, reason = Outcome.UNTESTED, "not_judged"
    else:
        outcome, reason = (Outcome.PASSED, "") if chosen else (Outcome.FAILED, "no_targets")
    shown = unlinked or chosen
    values = (*because(reason), *((("items", "、".join(guide.name or guide.id for guide in shown)),) if shown else ()))
    evidence = tuple(Evidence(guide.url, guide.name[:120], observed_at=guide.seen_at) for guide in shown[:5])
    return (Finding(ID, code, outcome, whole(site), evidence=evidence, values=values),)


_CODE = worded(
    "policies_linked",
    (
        "抽查事项的政策依据是否全部准确关联到本网站政策文件库？",
        "Are all policy bases of the items drawn linked to the site's policy library?",
    ),
    (
        "抽查事项的政策依据未全部关联到政策文件库[（{items}）]（{reason}）",
        "Not all policy bases are linked to the policy library[ ({items})] ({reason})",
    ),
    ("抽查事项的政策依据全部关联到政策文件库[（{items}）]", "All policy bases are linked to the policy library[ ({items})]"),
    Outcome.UNTESTED,
)

INDICATOR = Indicator(
    id=ID,
    title=("服务关联", "Services linked to policies"),
    section="B2",
    subject=SubjectKind.SITE,
    needs=("guides",),
    codes=(_CODE,),
    function=service_policy_links,
)
