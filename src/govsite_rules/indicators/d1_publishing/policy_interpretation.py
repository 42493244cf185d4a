"""D1.6 政策解读."""

from __future__ import annotations

from datetime import datetime

from ...values.dates import aware
from ...values.finding import Finding
from ...values.site import ColumnKind, SiteSnapshot
from ...values.subject import SubjectKind
from .._base import Indicator, fold
from .._classes import ClassParams, class_not_updated, column_missing, missing_code, not_updated_code

ID = "policy_interpretation"
PARAMS = ClassParams(months=6, first_level=True)


def policy_interpretation(site: SiteSnapshot, *, as_of: datetime, params: ClassParams = PARAMS) -> tuple[Finding, ...]:
    """政策解读: whether there is such a column, and whether the class was updated.

    What it checks: ``column_missing``: no column of the kind 政策解读. ``not_updated``: the newest date over the
    first-level column with its descendants lies more than 6 months back.
    Why it matters: it is what visitors come for first, and what inspections look at first.
    Not applicable: ``not_updated`` where there is no such column; the missing column costs the points.
    Cannot tell: columns that are not all known, not seen, unreadable or drawn by script; a kind that rests on a
    weak word; a level that cannot be told; all stale, and a column whose kind nobody knows was updated; seen more than a
    day before the inspection.
    Known limits: the single stale columns count under V4; here the class is judged once. ``boundary`` notes that
    single columns differ.
    Source: 政府网站检查指标, 扣分 发布解读·政策解读; decision 8.
    """
    aware(as_of, "as_of")
    kind = ColumnKind.INTERPRETATION
    return fold([column_missing(ID, site, kind), class_not_updated(ID, site, kind, as_of=as_of, params=params)])


INDICATOR = Indicator(
    id=ID,
    title=("政策解读", "Policy interpretation"),
    section="D1",
    subject=SubjectKind.SITE,
    needs=("columns",),
    codes=(missing_code(("政策解读", "interpretation")), not_updated_code(("政策解读", "interpretation"), ("6个月内", "6 months"))),
    function=policy_interpretation,
    params=PARAMS,
)
