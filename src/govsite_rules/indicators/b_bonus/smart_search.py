"""B4.1 智能搜索."""

from __future__ import annotations

from datetime import datetime

from ...values.dates import aware
from ...values.finding import Finding, TargetKind
from ...values.site import SiteSnapshot, TrialKind
from ...values.subject import SubjectKind
from .._base import Indicator, fold
from .._trials import drawn, single, trial_code

ID = "smart_search"


def smart_search(site: SiteSnapshot, *, as_of: datetime, params: None = None) -> tuple[Finding, ...]:
    """智能搜索: whether search helps beyond plain words.

    What it checks: ``fuzzy``, ``aggregated``: what was tried and found. ``lower_site_found``: 2 titles from lower-
    level sites searched for, each found on the first page or not. Passed earns the point.
    Why it matters: search as service.
    Not applicable: nothing by itself; the list says which subjects it is for.
    Cannot tell: nobody tried, a trial could not be made, fewer than 2 titles were searched for, or trials are known only in part.
    Known limits: a trial speaks for the moment and the means it was made with; the last one of each thing tried
    counts, and where they differ a person decides.
    Source: 政府网站检查指标, 加分 功能设计·智能搜索.
    """
    aware(as_of, "as_of")
    return fold(
        [
            single(ID, "fuzzy", site, TrialKind.SEARCH_FUZZY),
            single(ID, "aggregated", site, TrialKind.SEARCH_AGGREGATED),
            *drawn(ID, "lower_site_found", site, TrialKind.SEARCH_LOWER_SITE, size=2),
        ]
    )


INDICATOR = Indicator(
    id=ID,
    title=("智能搜索", "Smart search"),
    section="B4",
    subject=SubjectKind.SITE,
    needs=("trials",),
    codes=(
        trial_code(
            "fuzzy",
            ("是否支持模糊搜索？", "Does search tolerate inexact words?"),
            ("不支持模糊搜索", "Search does not tolerate inexact words"),
            ("支持模糊搜索", "Search tolerates inexact words"),
        ),
        trial_code(
            "aggregated",
            ("是否按关键词聚合、实现“搜索即服务”？", "Are results aggregated by keyword, search as service?"),
            ("未按关键词聚合相关信息和服务", "Results are not aggregated by keyword"),
            ("按关键词聚合，实现“搜索即服务”", "Results are aggregated by keyword"),
        ),
        trial_code(
            "lower_site_found",
            ("能否在第一页找到下级网站的标题？", "Is a title from a lower-level site found on the first page?"),
            ("搜索下级网站标题“{target}”，第一页未找到", "“{target}” from a lower-level site is not on the first page"),
            ("搜索下级网站标题“{target}”，第一页可找到", "“{target}” from a lower-level site is on the first page"),
            target=TargetKind.TRIAL,
        ),
    ),
    function=smart_search,
)
