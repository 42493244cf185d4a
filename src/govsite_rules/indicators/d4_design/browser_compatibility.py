"""D4.8 兼容性."""

from __future__ import annotations

from datetime import datetime

from ...values.dates import aware
from ...values.finding import Finding, TargetKind
from ...values.site import SiteSnapshot, TrialKind
from ...values.subject import SubjectKind
from .._base import Indicator, fold
from .._trials import drawn, trial_code

ID = "browser_compatibility"


def browser_compatibility(site: SiteSnapshot, *, as_of: datetime, params: None = None) -> tuple[Finding, ...]:
    """兼容性: whether main browsers show the pages normally.

    What it checks: ``display_broken``: one trial for each kind of browser, named in ``Trial.subject``.
    Why it matters: a public site is for every visitor.
    Not applicable: nothing by itself; the list says which subjects it is for.
    Cannot tell: no browser was tried, a trial could not be made, or trials are known only in part.
    Known limits: which browsers are main ones is the caller's choice; at least one must be tried.
    Source: 政府网站检查指标, 扣分 功能设计·兼容性.
    """
    aware(as_of, "as_of")
    return fold(
        [
            *drawn(ID, "display_broken", site, TrialKind.BROWSER, size=None),
        ]
    )


INDICATOR = Indicator(
    id=ID,
    title=("兼容性", "Browser compatibility"),
    section="D4",
    subject=SubjectKind.SITE,
    needs=("trials",),
    codes=(
        trial_code(
            "display_broken",
            ("主流浏览器是否不能正常显示页面？", "Does a main browser not show pages normally?"),
            ("{target}浏览器不能正常显示页面", "{target} does not show pages normally"),
            ("{target}浏览器正常显示页面", "{target} shows pages normally"),
            target=TargetKind.TRIAL,
        ),
    ),
    function=browser_compatibility,
)
