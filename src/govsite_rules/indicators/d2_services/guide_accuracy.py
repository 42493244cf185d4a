"""D2.5 内容准确."""

from __future__ import annotations

from datetime import datetime

from ...values.dates import aware
from ...values.finding import Finding, Outcome, TargetKind
from ...values.site import SiteSnapshot
from ...values.subject import SubjectKind
from .._base import Indicator, conclude
from .._services import guides_drawn, not_checked, told
from .._words import worded

ID = "guide_accuracy"
SIZE = 5


def guide_accuracy(site: SiteSnapshot, *, as_of: datetime, params: None = None) -> tuple[Finding, ...]:
    """内容准确: whether the guides drawn are right.

    What it checks: ``inaccurate``: of 5 guides drawn, what a person found wrong (a telephone number, say) or not as really required.
    Why it matters: a wrong guide costs people a journey.
    Not applicable: State Council departments without outward services; an item without guide; no service items at all.
    Cannot tell: fewer guides drawn than the clause asks for; nobody judged.
    Known limits: only people can judge it; the library keeps the record.
    Source: 政府网站检查指标, 扣分 办事服务·内容准确; S5, decision 21.
    """
    aware(as_of, "as_of")
    code = "inaccurate"
    outside = not_checked(ID, [code], site)
    if outside:
        return outside
    chosen, found = guides_drawn(ID, code, site, size=SIZE)
    found += [told(ID, code, guide, guide.inaccurate) for guide in chosen]
    return conclude(ID, [code], site, found, empty=Outcome.INAPPLICABLE)


INDICATOR = Indicator(
    id=ID,
    title=("内容准确", "Accuracy of guides"),
    section="D2",
    subject=SubjectKind.SITE,
    needs=("guides",),
    codes=(
        worded(
            "inaccurate",
            ("办事指南内容是否不准确？", "Is the guide inaccurate?"),
            ("“{target}”办事指南内容不准确：{fault}", "The guide of “{target}” is inaccurate: {fault}"),
            ("“{target}”办事指南内容准确", "The guide of “{target}” was judged right"),
            Outcome.UNTESTED,
            Outcome.INAPPLICABLE,
            target=TargetKind.SERVICE,
        ),
    ),
    function=guide_accuracy,
)
