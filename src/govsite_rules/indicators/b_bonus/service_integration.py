"""B2.2 服务内容."""

from __future__ import annotations

from datetime import datetime

from ...values.dates import aware
from ...values.finding import Finding, TargetKind
from ...values.site import SiteSnapshot, TrialKind
from ...values.subject import SubjectKind
from .._base import Indicator, fold
from .._trials import drawn, of_kind, trial_code

ID = "service_integration"
SIZE = 3


def service_integration(site: SiteSnapshot, *, as_of: datetime, params: None = None) -> tuple[Finding, ...]:
    """服务内容: whether services around one matter are brought together as themed services.

    What it checks: ``themed_service``: one trial for each themed integrated service, named in ``Trial.subject``; passed counts
    towards the tiers of the list. A failed trial without a subject says that no further one is offered.
    Why it matters: opening a shop is one matter for a citizen, however many offices it takes.
    Not applicable: nothing by itself; the list says which subjects it is for.
    Cannot tell: nobody looked for as many as the highest tier asks for, a trial could not be made, or trials are known only in
    part.
    Known limits: whether services are really integrated is a person's judgement.
    Source: 政府网站检查指标, 加分 办事服务·服务内容.
    """
    aware(as_of, "as_of")
    no_more = any(trial.succeeded is False and not trial.subject for trial in of_kind(site.trials, TrialKind.THEMED_SERVICE))
    return fold(drawn(ID, "themed_service", site, TrialKind.THEMED_SERVICE, size=0 if no_more else SIZE))


INDICATOR = Indicator(
    id=ID,
    title=("服务内容", "Integrated services"),
    section="B2",
    subject=SubjectKind.SITE,
    needs=("trials",),
    codes=(
        trial_code(
            "themed_service",
            ("是否提供主题集成服务？", "Is a themed integrated service offered?"),
            ("“{target}”不是可用的主题集成服务", "“{target}” is no working themed integrated service"),
            ("提供主题集成服务“{target}”", "The themed integrated service “{target}” is offered"),
            target=TargetKind.TRIAL,
        ),
    ),
    function=service_integration,
)
