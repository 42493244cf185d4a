"""B4.2 用户空间."""

from __future__ import annotations

from datetime import datetime

from ...values.dates import aware
from ...values.finding import Finding
from ...values.site import SiteSnapshot, TrialKind
from ...values.subject import SubjectKind
from .._base import Indicator, fold
from .._trials import single, trial_code

ID = "user_space"


def user_space(site: SiteSnapshot, *, as_of: datetime, params: None = None) -> tuple[Finding, ...]:
    """用户空间: whether a user sees the history of own questions and services.

    What it checks: ``history_shown``: what a registered user's page shows; passed earns the points.
    Why it matters: a user should find own matters again.
    Not applicable: nothing by itself; the list says which subjects it is for.
    Cannot tell: nobody tried, the trial itself could not be made, or the last known one worked and trials are known only in part.
    Known limits: a trial speaks for the moment and the means it was made with; the last one of each thing tried
    counts, and where they differ a person decides.
    Source: 政府网站检查指标, 加分 功能设计·用户空间.
    """
    aware(as_of, "as_of")
    return fold(
        [
            single(ID, "history_shown", site, TrialKind.USER_HISTORY),
        ]
    )


INDICATOR = Indicator(
    id=ID,
    title=("用户空间", "User space"),
    section="B4",
    subject=SubjectKind.SITE,
    needs=("trials",),
    codes=(
        trial_code(
            "history_shown",
            ("用户空间是否显示本人咨询和办事历史？", "Does the user's page show own questions and services?"),
            ("用户空间不显示本人咨询和办事历史", "The user's page does not show own history"),
            ("用户空间显示本人咨询和办事历史", "The user's page shows own history"),
        ),
    ),
    function=user_space,
)
