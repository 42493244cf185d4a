"""D4.5 站内搜索."""

from __future__ import annotations

from datetime import datetime

from ...values.dates import aware
from ...values.finding import Finding, TargetKind
from ...values.site import ColumnKind, PlatformKind, SiteSnapshot, TrialKind
from ...values.subject import SubjectKind
from .._base import Indicator, fold
from .._trials import drawn, single, single_or_absent, trial_code

ID = "site_search"


def site_search(site: SiteSnapshot, *, as_of: datetime, params: None = None) -> tuple[Finding, ...]:
    """站内搜索: whether the site can be searched.

    What it checks: ``search_unusable``: a search tried. ``title_not_found``: 4 titles of published information or
    services searched for, each found on the first result page or not. ``not_classified``: whether results are
    classified. Without a trial, ``search_unusable`` fails only where the crawl is declared complete and shows
    neither a search tool nor an official search platform, and nothing was found by searching.
    Why it matters: what cannot be found is not public.
    Not applicable: nothing by itself; the list says which subjects it is for.
    Cannot tell: nobody tried, the trial could not be made, fewer than 4 titles were searched for; what worked where trials are
    known only in part.
    Known limits: a trial speaks for the moment and the means it was made with; the last one of each thing tried
    counts, and where they differ a person decides.
    Source: 政府网站检查指标, 扣分 功能设计·站内搜索; decision 16.
    """
    aware(as_of, "as_of")
    return fold(
        [
            single_or_absent(ID, "search_unusable", site, TrialKind.SEARCH, columns=(ColumnKind.TOOL,), platform=PlatformKind.SEARCH),
            *drawn(ID, "title_not_found", site, TrialKind.SEARCH_TITLE, size=4),
            single(ID, "not_classified", site, TrialKind.SEARCH_CLASSIFIED),
        ]
    )


INDICATOR = Indicator(
    id=ID,
    title=("站内搜索", "Site search"),
    section="D4",
    subject=SubjectKind.SITE,
    needs=("trials", "columns"),
    codes=(
        trial_code(
            "search_unusable",
            ("站内搜索是否没有或不可用？", "Is there no working site search?"),
            ("未提供站内搜索或搜索功能不可用（{reason}）", "There is no site-wide search, or it does not work ({reason})"),
            ("站内搜索可用", "Site search works"),
        ),
        trial_code(
            "title_not_found",
            ("抽查标题是否未在搜索结果第一页出现？", "Is a title searched for not on the first result page?"),
            ("搜索“{target}”，结果第一页未找到", "“{target}” is not on the first result page"),
            ("搜索“{target}”，结果第一页可找到", "“{target}” is on the first result page"),
            target=TargetKind.TRIAL,
        ),
        trial_code(
            "not_classified",
            ("搜索结果是否没有分类展示？", "Are search results not classified?"),
            ("搜索结果没有分类展示（{reason}）", "Search results are not classified ({reason})"),
            ("搜索结果分类展示", "Search results are classified"),
        ),
    ),
    function=site_search,
)
