"""D4.9 IPv6改造."""

from __future__ import annotations

from datetime import datetime

from ...values.dates import aware
from ...values.finding import Finding
from ...values.site import SiteSnapshot, TrialKind
from ...values.subject import SubjectKind
from .._base import Indicator, fold
from .._trials import single, trial_code

ID = "ipv6_readiness"


def ipv6_readiness(site: SiteSnapshot, *, as_of: datetime, params: None = None) -> tuple[Finding, ...]:
    """IPv6改造: whether the site was made ready for IPv6 as required.

    What it checks: ``not_ready``: a trial over IPv6 (name record and fetch) by the caller's monitor.
    Why it matters: it is a national requirement.
    Not applicable: nothing by itself; the list says which subjects it is for.
    Cannot tell: nobody tried, the trial itself could not be made, or the last known one worked and trials are known only in part.
    Known limits: the words 本站支持IPv6 on a page prove nothing and are not looked at.
    Source: 政府网站检查指标, 扣分 功能设计·IPv6改造.
    """
    aware(as_of, "as_of")
    return fold(
        [
            single(ID, "not_ready", site, TrialKind.IPV6),
        ]
    )


INDICATOR = Indicator(
    id=ID,
    title=("IPv6改造", "IPv6 readiness"),
    section="D4",
    subject=SubjectKind.SITE,
    needs=("trials",),
    codes=(
        trial_code(
            "not_ready",
            ("是否未按要求完成IPv6改造？", "Is the site not ready for IPv6?"),
            ("未按要求完成IPv6改造（{reason}）", "The site is not ready for IPv6 as required ({reason})"),
            ("已完成IPv6改造", "The site is ready for IPv6"),
        ),
    ),
    function=ipv6_readiness,
)
