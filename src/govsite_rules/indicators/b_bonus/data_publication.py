"""B1.1 数据发布."""

from __future__ import annotations

from datetime import datetime

from attrs import evolve, frozen

from ...values.choices import choices
from ...values.dates import aware, day_of, months_before
from ...values.finding import Finding, Outcome
from ...values.site import ColumnKind, SiteSnapshot, TrialKind
from ...values.subject import SubjectKind
from .._base import Code, Indicator, because, fold, unseen
from .._classes import ClassParams, class_not_updated
from .._freshness import UndatedArticle
from .._trials import of_kind, single, trial_code

ID = "data_publication"


@frozen(field_transformer=choices)
class DataPublicationParams:
    """``months``: calendar months in which the data column is updated, the wider and the narrower; ``visual_months``: how old a
    look at charts may be. ``max_observation_lag`` in days."""

    months: tuple[int, int] = (6, 3)
    visual_months: int = 6
    max_observation_lag: int = 1
    undated_article: UndatedArticle = UndatedArticle.LIST_COUNTS


PARAMS = DataPublicationParams()


def data_publication(site: SiteSnapshot, *, as_of: datetime, params: DataPublicationParams = PARAMS) -> tuple[Finding, ...]:
    """数据发布: whether data are published, kept up to date, shown in charts and offered for use.

    What it checks: ``updated_6_months`` and ``updated_3_months``: whether the newest date over the data columns lies in the window.
    ``visualised``: charts looked for in the last 6 months. ``datasets_usable``: data sets updated regularly, with download
    or a usable interface. Passed earns the points, one for each window.
    Why it matters: public data are of use to everybody.
    Not applicable: nothing by itself; the list says which subjects it is for.
    Cannot tell: columns that are not all known, not seen, unreadable or drawn by script; a kind that rests on a weak word; all
    stale, and a column whose kind nobody knows was updated; no data column, but one of statistics; nobody tried,
    trials known only in part, or the last look at charts more than 6 months old.
    Known limits: data columns are those whose kind is data; statistics columns count where they stand below one.
    Source: 政府网站检查指标, 加分 信息发布·数据发布; decisions 1 to 8 and 13.
    """
    aware(as_of, "as_of")
    return fold(
        [
            *(_updated(f"updated_{name}_months", months, site, as_of, params) for name, months in zip((6, 3), params.months, strict=True)),
            _visualised(site, as_of, params),
            single(ID, "datasets_usable", site, TrialKind.DATA_DOWNLOAD),
        ]
    )


def _updated(code: str, months: int, site: SiteSnapshot, as_of: datetime, params: DataPublicationParams) -> Finding:
    readings = ClassParams(months=months, max_observation_lag=params.max_observation_lag, undated_article=params.undated_article)
    finding = evolve(class_not_updated(ID, site, ColumnKind.DATA, as_of=as_of, params=readings), code=code)
    if finding.outcome is not Outcome.INAPPLICABLE:
        return finding
    columns = site.columns.items if site.columns else ()
    if any(column.kind is ColumnKind.STATISTICS and column.kind_sure for column in columns):
        return evolve(finding, outcome=Outcome.CANT_TELL, values=because("statistics_only"))
    return evolve(finding, outcome=Outcome.FAILED)


def _visualised(site: SiteSnapshot, as_of: datetime, params: DataPublicationParams) -> Finding:
    code = "visualised"
    trials = of_kind(site.trials, TrialKind.DATA_VISUAL)
    if trials and day_of(trials[-1].at) < months_before(day_of(as_of), params.visual_months):
        return unseen(ID, code, site, reason="trial_too_old", examined=1)
    return single(ID, code, site, TrialKind.DATA_VISUAL)


def _updated_code(id: str, zh: str, en: str) -> Code:
    return trial_code(
        id,
        (f"数据栏目{zh}内是否有更新？", f"Was the data column updated within {en}?"),
        (
            f"数据栏目{zh}内没有更新（{{reason}}）[，最近更新日期{{newest}}（{{column}}）]",
            f"The data column was not updated within {en} ({{reason}})[, newest date {{newest}} ({{column}})]",
        ),
        (
            f"数据栏目{zh}内有更新[，最近更新日期{{newest}}（{{column}}）]",
            f"The data column was updated within {en}[, newest date {{newest}} ({{column}})]",
        ),
    )


INDICATOR = Indicator(
    id=ID,
    title=("数据发布", "Publishing data"),
    section="B1",
    subject=SubjectKind.SITE,
    needs=("columns", "trials"),
    codes=(
        _updated_code("updated_6_months", "6个月", "6 months"),
        _updated_code("updated_3_months", "3个月", "3 months"),
        trial_code(
            "visualised",
            ("6个月内是否有数据可视化展示？", "Were data shown visually within 6 months?"),
            ("6个月内没有数据可视化展示", "Data were not shown visually within 6 months"),
            ("6个月内有数据可视化展示", "Data were shown visually within 6 months"),
        ),
        trial_code(
            "datasets_usable",
            ("数据集是否定期更新并可下载或调用？", "Are data sets updated regularly and offered for use?"),
            ("没有定期更新、可下载或调用的数据集", "No data sets are updated regularly with download or a usable interface"),
            ("数据集定期更新，可下载或调用", "Data sets are updated regularly, with download or a usable interface"),
        ),
    ),
    function=data_publication,
    params=PARAMS,
)
