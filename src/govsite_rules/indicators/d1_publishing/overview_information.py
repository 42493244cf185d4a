"""D1.1 概况信息."""

from __future__ import annotations

from datetime import datetime

from attrs import evolve

from ...values.dates import aware
from ...values.finding import Finding, Outcome
from ...values.site import ColumnKind, SiteSnapshot
from ...values.subject import SubjectKind
from .._base import Indicator, because, fold, whole
from .._classes import column_missing, judged_code, missing_code
from .._samples import judged

ID = "overview_information"


def overview_information(site: SiteSnapshot, *, as_of: datetime, params: None = None) -> tuple[Finding, ...]:
    """概况信息: whether there is such a column, and what people found wrong in it.

    What it checks: ``column_missing``: no column of the kind 概况信息. ``late_or_inaccurate``: what people judged, one
    target each (``Judgement.question`` is ``overview_information.late_or_inaccurate``).
    Why it matters: who the body is and what it does is the first thing a visitor asks.
    Not applicable: State Council departments' sites.
    Cannot tell: the columns are not all known, the kind of one rests on a weak word, or nobody judged.
    Known limits: a machine sees whether the column is there, never whether what it says is right.
    Source: 政府网站检查指标, 扣分 发布解读·概况信息.
    """
    aware(as_of, "as_of")
    if site.profile.department:
        return tuple(Finding(ID, code.id, Outcome.INAPPLICABLE, whole(site), values=because("department")) for code in INDICATOR.codes)
    return fold([column_missing(ID, site, ColumnKind.OVERVIEW), *judged(ID, "late_or_inaccurate", site)])


_NOT_CHECKED = (
    Outcome.INAPPLICABLE,
    ("国务院部门网站不检查概况信息", "Overview information is not checked on State Council departments' sites"),
)
_CODES = (
    missing_code(("概况信息", "overview information")),
    judged_code(
        "late_or_inaccurate",
        ("概况信息是否更新不及时或不准确？", "Is overview information late or inaccurate?"),
        ("概况信息更新不及时或不准确：{target}[，{fault}]", "Overview information is late or inaccurate: {target}[, {fault}]"),
        ("概况信息经人工核查无误：{target}", "Overview information was judged right: {target}"),
    ),
)
INDICATOR = Indicator(
    id=ID,
    title=("概况信息", "Overview information"),
    section="D1",
    subject=SubjectKind.SITE,
    needs=("columns", "judgements"),
    codes=tuple(evolve(code, messages=(*code.messages, _NOT_CHECKED)) for code in _CODES),
    function=overview_information,
)
