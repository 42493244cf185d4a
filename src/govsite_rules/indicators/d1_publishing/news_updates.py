"""D1.4 动态要闻."""

from __future__ import annotations

from datetime import datetime

from ...values.dates import aware
from ...values.finding import Finding
from ...values.site import ColumnKind, SiteSnapshot
from ...values.subject import SubjectKind
from .._base import Indicator, fold
from .._classes import ClassParams, class_not_updated, column_missing, missing_code, not_updated_code

ID = "news_updates"
PARAMS = ClassParams(days=14)


def news_updates(site: SiteSnapshot, *, as_of: datetime, params: ClassParams = PARAMS) -> tuple[Finding, ...]:
    """动态要闻: whether there is such a column, and whether the class was updated.

    What it checks: ``column_missing``: no column of the kind 动态要闻. ``not_updated``: the newest date over all news
    columns lies more than 14 days back.
    Why it matters: it is what visitors come for first, and what inspections look at first.
    Not applicable: ``not_updated`` where there is no such column; the missing column costs the points.
    Cannot tell: columns that are not all known, not seen, unreadable or drawn by script; a kind that rests on a
    weak word; all stale, and a column whose kind nobody knows was updated; seen more than a day before the inspection.
    Known limits: the single stale columns count under V4; here the class is judged once. ``boundary`` notes that
    single columns differ.
    Source: 政府网站检查指标, 扣分 发布解读·动态要闻; decision 8.
    """
    aware(as_of, "as_of")
    kind = ColumnKind.NEWS
    return fold([column_missing(ID, site, kind), class_not_updated(ID, site, kind, as_of=as_of, params=params)])


INDICATOR = Indicator(
    id=ID,
    title=("动态要闻", "News"),
    section="D1",
    subject=SubjectKind.SITE,
    needs=("columns",),
    codes=(missing_code(("动态要闻", "news")), not_updated_code(("动态要闻", "news"), ("2周内", "2 weeks"))),
    function=news_updates,
    params=PARAMS,
)
