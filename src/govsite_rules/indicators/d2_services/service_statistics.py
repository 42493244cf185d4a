"""D2.3 办事统计."""

from __future__ import annotations

from datetime import datetime

from attrs import evolve, frozen

from ...values.choices import choices
from ...values.dates import aware
from ...values.finding import Evidence, Finding, Outcome
from ...values.site import Column, ColumnState, SiteSnapshot
from ...values.subject import SubjectKind
from .._base import Indicator, because, fold, unseen, whole
from .._classes import together_not_updated
from .._columns import Columns, names_statistics
from .._freshness import UndatedArticle, Window
from .._samples import judged_whole
from .._services import not_checked
from .._words import worded

ID = "service_statistics"

_OF = ("办事", "办件", "事项", "服务")
_ALSO = ("办件量", "办件数量", "办件数据", "办事数据")


@frozen(field_transformer=choices)
class ServiceStatisticsParams:
    """``stale_months`` and ``long_stale_months``: calendar months in which the statistics must be updated, short and long.

    ``max_observation_lag`` in days.
    """

    stale_months: int = 1
    long_stale_months: int = 3
    max_observation_lag: int = 1
    undated_article: UndatedArticle = UndatedArticle.LIST_COUNTS


PARAMS = ServiceStatisticsParams()


def service_statistics(site: SiteSnapshot, *, as_of: datetime, params: ServiceStatisticsParams = PARAMS) -> tuple[Finding, ...]:
    """办事统计: whether statistics of services are published and kept up to date.

    What it checks: ``not_published``: whether a column called 办件统计, 办事统计 or the like shows something, else what a person
    judged. ``stale_1_month`` and ``stale_3_months``: whether the newest date over these columns lies further back.
    Why it matters: the numbers show whether services are used at all.
    Not applicable: State Council departments without outward services; the two windows where nothing is published.
    Cannot tell: no such column was seen and nobody judged; columns not seen, drawn by script, leading elsewhere or of one
    page without dated entries; a stale column where not all columns are known.
    Known limits: statistics inside another page, or on an official platform, are not found by the names of columns. Past three
    months both windows fail; the indicator's cap keeps that at the greater deduction. A person's judgement on a question
    comes before the column.
    Source: 政府网站检查指标, 扣分 办事服务·办事统计; S5, decisions 1 to 6 and 13.
    """
    aware(as_of, "as_of")
    codes = [code.id for code in INDICATOR.codes]
    outside = not_checked(ID, codes, site)
    if outside:
        return outside
    columns = Columns(site, as_of, params.max_observation_lag, params.undated_article)
    named = sorted((evolve(column, kind_sure=True) for column in columns.items if _named(column.name)), key=lambda c: c.key)
    published = judged_whole(ID, "not_published", site) or _published(site, columns, named)
    windows = (("stale_1_month", params.stale_months), ("stale_3_months", params.long_stale_months))
    return fold([published, *(_stale(code, Window(months=months), site, columns, named, published) for code, months in windows)])


def _named(name: str) -> bool:
    return names_statistics(name, _OF) or any(word in name for word in _ALSO)


def _published(site: SiteSnapshot, columns: Columns, named: list[Column]) -> Finding:
    code = "not_published"
    if site.columns is None:
        return unseen(ID, code, site, reason="not_looked", examined=1)
    if not named:
        return unseen(ID, code, site, reason="no_such_column_seen", examined=1)
    elsewhere = [column for column in named if column.state is ColumnState.REDIRECT]
    here = [(column, columns.blank(column)) for column in named if column.state is not ColumnState.REDIRECT]
    showing = [column for column, blank in here if blank.outcome in (Outcome.PASSED, Outcome.INAPPLICABLE)]
    still_open = [(column, blank) for column, blank in here if blank.outcome.is_open]
    if showing:
        column, outcome, reason = showing[0], Outcome.PASSED, ""
    elif still_open:
        column, outcome, reason = still_open[0][0], Outcome.CANT_TELL, still_open[0][1].reason
    elif elsewhere:
        column, outcome, reason = elsewhere[0], Outcome.CANT_TELL, "column_redirect"
    elif not site.columns.complete:
        column, outcome, reason = here[0][0], Outcome.CANT_TELL, "incomplete"
    else:
        column, outcome, reason = here[0][0], Outcome.FAILED, "blank_now"
    evidence = (Evidence(column.url, column.name, observed_at=column.fetched_at),)
    return Finding(ID, code, outcome, whole(site), evidence=evidence, values=(*because(reason), ("column", column.name)))


def _stale(code: str, window: Window, site: SiteSnapshot, columns: Columns, named: list[Column], published: Finding) -> Finding:
    said = judged_whole(ID, code, site)
    if said is not None:
        return said
    if published.outcome is Outcome.FAILED:
        return unseen(ID, code, site, reason="none_published", outcome=Outcome.INAPPLICABLE, examined=1)
    if not named:
        reason = "not_judged" if published.outcome is Outcome.PASSED else published.value("reason") or ""
        return unseen(ID, code, site, reason=reason, examined=1)
    fresh = [(column, columns.freshness(column, window)) for column in named]
    return together_not_updated(ID, code, site, fresh, complete=site.columns is not None and site.columns.complete)


def _window_words(zh: str, en: str) -> tuple[tuple[str, str], tuple[str, str], tuple[str, str]]:
    return (
        (f"办事统计数据是否{zh}未更新？", f"Were service statistics not updated in {en}?"),
        (
            f"办事统计数据{zh}未更新[，最近更新日期{{newest}}（{{column}}）][，距监测时间点{{days_since_update}}天]（{{reason}}）",
            f"Service statistics were not updated in {en}[, newest date {{newest}} ({{column}})][, {{days_since_update}} days ago]"
            " ({reason})",
        ),
        (
            f"办事统计数据{zh}有更新[，最近更新日期{{newest}}（{{column}}）][，还有{{days_left}}天到期]",
            f"Service statistics were updated in {en}[, newest date {{newest}} ({{column}})][, days left: {{days_left}}]",
        ),
    )


INDICATOR = Indicator(
    id=ID,
    title=("办事统计", "Service statistics"),
    section="D2",
    subject=SubjectKind.SITE,
    needs=("columns", "judgements"),
    codes=(
        worded(
            "not_published",
            ("是否未公开办事统计数据？", "Are service statistics not published?"),
            ("未公开办事统计数据（{reason}）", "Service statistics are not published ({reason})"),
            ("已公开办事统计数据[（{column}）]", "Service statistics are published[ ({column})]"),
            Outcome.CANT_TELL,
            Outcome.UNTESTED,
            Outcome.INAPPLICABLE,
        ),
        *(
            worded(code, *_window_words(zh, en), Outcome.CANT_TELL, Outcome.UNTESTED, Outcome.INAPPLICABLE)
            for code, zh, en in (("stale_1_month", "1个月内", "1 month"), ("stale_3_months", "3个月内", "3 months"))
        ),
    ),
    function=service_statistics,
    params=PARAMS,
)
