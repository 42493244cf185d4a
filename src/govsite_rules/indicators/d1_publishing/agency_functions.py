"""D1.2 机构职能."""

from __future__ import annotations

from datetime import datetime

from ...values.dates import aware
from ...values.finding import Finding
from ...values.site import ColumnKind, SiteSnapshot
from ...values.subject import SubjectKind
from .._base import Indicator, fold
from .._classes import column_missing, judged_code, missing_code
from .._samples import judged

ID = "agency_functions"


def agency_functions(site: SiteSnapshot, *, as_of: datetime, params: None = None) -> tuple[Finding, ...]:
    """机构职能: whether there is such a column, and what people found wrong in it.

    What it checks: ``column_missing``: no column of the kind 机构职能. ``inaccurate``: what people judged, one target
    each (``Judgement.question`` is ``agency_functions.inaccurate``).
    Why it matters: who the body is and what it does is the first thing a visitor asks.
    Not applicable: nothing by itself; the list says which subjects it is for.
    Cannot tell: the columns are not all known, the kind of one rests on a weak word, or nobody judged.
    Known limits: a machine sees whether the column is there, never whether what it says is right.
    Source: 政府网站检查指标, 扣分 发布解读·机构职能.
    """
    aware(as_of, "as_of")
    return fold([column_missing(ID, site, ColumnKind.AGENCY), *judged(ID, "inaccurate", site)])


INDICATOR = Indicator(
    id=ID,
    title=("机构职能", "Agency functions"),
    section="D1",
    subject=SubjectKind.SITE,
    needs=("columns", "judgements"),
    codes=(
        missing_code(("机构职能", "agency functions")),
        judged_code(
            "inaccurate",
            ("机构职能信息是否不准确？", "Is agency information inaccurate?"),
            ("机构职能信息不准确：{target}[，{fault}]", "Agency information is inaccurate: {target}[, {fault}]"),
            ("机构职能信息经人工核查无误：{target}", "Agency information was judged right: {target}"),
        ),
    ),
    function=agency_functions,
)
