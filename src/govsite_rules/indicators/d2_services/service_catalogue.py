"""D2.1 事项公开."""

from __future__ import annotations

from datetime import datetime

from ...values.dates import aware
from ...values.finding import Finding, Outcome
from ...values.site import ColumnKind, PlatformKind, SiteSnapshot, TrialKind
from ...values.subject import SubjectKind
from .._base import Indicator, fold
from .._services import not_checked
from .._trials import single_or_absent
from .._words import worded

ID = "service_catalogue"


def service_catalogue(site: SiteSnapshot, *, as_of: datetime, params: None = None) -> tuple[Finding, ...]:
    """事项公开: whether service items are gathered and classified.

    What it checks: ``not_gathered``: a person or robot looked whether the service items stand in one place,
    classified. Without such a trial it fails only where the crawl is declared complete and shows neither a service
    column nor an official service platform, and no service item was seen.
    Why it matters: people must find what they can apply for.
    Not applicable: State Council departments without outward services.
    Cannot tell: nobody tried, and the crawl does not prove that nothing of the kind exists; the last known trial worked and
    trials are known only in part.
    Known limits: a trial speaks for the moment and the means it was made with; the last one of each thing tried
    counts, and where they differ a person decides.
    Source: 政府网站检查指标, 扣分 办事服务·事项公开; S5, decision 16.
    """
    aware(as_of, "as_of")
    outside = not_checked(ID, [code.id for code in INDICATOR.codes], site)
    if outside:
        return outside
    return fold(
        [
            single_or_absent(
                ID, "not_gathered", site, TrialKind.SERVICE_CATALOGUE, columns=(ColumnKind.SERVICES,), platform=PlatformKind.SERVICES
            ),
        ]
    )


INDICATOR = Indicator(
    id=ID,
    title=("事项公开", "Service catalogue"),
    section="D2",
    subject=SubjectKind.SITE,
    needs=("trials", "columns"),
    codes=(
        worded(
            "not_gathered",
            ("办事服务事项是否没有集中分类展示？", "Are service items not gathered and classified?"),
            ("办事服务事项没有集中分类展示（{reason}）", "Service items are not gathered and classified ({reason})"),
            ("办事服务事项集中分类展示", "Service items are gathered and classified"),
            Outcome.CANT_TELL,
            Outcome.UNTESTED,
            Outcome.INAPPLICABLE,
        ),
    ),
    function=service_catalogue,
)
