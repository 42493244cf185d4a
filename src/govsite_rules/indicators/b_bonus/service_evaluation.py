"""B2.1 服务功能."""

from __future__ import annotations

from datetime import datetime

from ...values.dates import aware
from ...values.finding import Finding
from ...values.site import SiteSnapshot, TrialKind
from ...values.subject import SubjectKind
from .._base import Indicator, fold
from .._trials import single, trial_code

ID = "service_evaluation"


def service_evaluation(site: SiteSnapshot, *, as_of: datetime, params: None = None) -> tuple[Finding, ...]:
    """服务功能: whether services can be rated and the ratings are published.

    What it checks: ``rating_offered`` and ``results_published``: what a person or robot found; passed earns the
    point.
    Why it matters: ratings show how services work.
    Not applicable: nothing by itself; the list says which subjects it is for.
    Cannot tell: nobody tried, the trial itself could not be made, or the last known one worked and trials are known only in part.
    Known limits: a trial speaks for the moment and the means it was made with; the last one of each thing tried
    counts, and where they differ a person decides.
    Source: 政府网站检查指标, 加分 办事服务·服务功能.
    """
    aware(as_of, "as_of")
    return fold(
        [
            single(ID, "rating_offered", site, TrialKind.SERVICE_RATING),
            single(ID, "results_published", site, TrialKind.RATING_RESULTS),
        ]
    )


INDICATOR = Indicator(
    id=ID,
    title=("服务功能", "Service evaluation"),
    section="B2",
    subject=SubjectKind.SITE,
    needs=("trials",),
    codes=(
        trial_code(
            "rating_offered",
            ("是否提供服务评价功能？", "Can services be rated?"),
            ("未提供服务评价功能", "No service rating is offered"),
            ("提供服务评价功能", "Services can be rated"),
        ),
        trial_code(
            "results_published",
            ("是否公开评价结果？", "Are rating results published?"),
            ("未公开服务评价结果", "Rating results are not published"),
            ("公开服务评价结果", "Rating results are published"),
        ),
    ),
    function=service_evaluation,
)
