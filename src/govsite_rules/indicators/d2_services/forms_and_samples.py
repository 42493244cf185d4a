"""D2.6 表格样表."""

from __future__ import annotations

from datetime import datetime

from ...values.dates import aware
from ...values.finding import Finding, Outcome, TargetKind
from ...values.site import Guide, SiteSnapshot
from ...values.subject import SubjectKind
from .._base import Indicator, conclude
from .._services import guides_drawn, not_checked, on_guide
from .._words import worded

ID = "forms_and_samples"
SIZE = 2


def forms_and_samples(site: SiteSnapshot, *, as_of: datetime, params: None = None) -> tuple[Finding, ...]:
    """表格样表: whether the forms that a guide requires can be obtained.

    What it checks: ``form_unavailable``: of 2 guides drawn, one requires a form that cannot be obtained. The 2 are those of the
    items drawn whose forms somebody looked at.
    Why it matters: a form that is required must be there to fill in.
    Not applicable: State Council departments without outward services; an item without guide; no service items at all.
    Cannot tell: fewer guides looked at than the clause asks for; not recorded whether the required form can be obtained.
    Known limits: an attachment on the page is no proof that it is the form required; a person or robot says so.
    Source: 政府网站检查指标, 扣分 办事服务·表格样表; S5, decision 21.
    """
    aware(as_of, "as_of")
    code = "form_unavailable"
    outside = not_checked(ID, [code], site)
    if outside:
        return outside
    chosen, found = guides_drawn(ID, code, site, size=SIZE, drawn=lambda guide: guide.drawn and guide.form_required is not None)
    found += [_form(code, guide) for guide in chosen]
    return conclude(ID, [code], site, found, empty=Outcome.INAPPLICABLE)


def _form(code: str, guide: Guide) -> Finding:
    if guide.form_required is None or (guide.form_required and guide.form_available is None):
        return on_guide(ID, code, guide, Outcome.UNTESTED, "not_judged")
    if not guide.form_required:
        return on_guide(ID, code, guide, Outcome.PASSED, "no_form_required")
    return on_guide(ID, code, guide, Outcome.PASSED if guide.form_available else Outcome.FAILED)


INDICATOR = Indicator(
    id=ID,
    title=("表格样表", "Forms and samples"),
    section="D2",
    subject=SubjectKind.SITE,
    needs=("guides",),
    codes=(
        worded(
            "form_unavailable",
            ("办事指南要求的表格是否无法获取？", "Can a form that the guide requires not be obtained?"),
            ("“{target}”办事指南要求提供申请表格，但无法获取", "“{target}” requires a form that cannot be obtained"),
            ("“{target}”办事指南所需表格可以获取[（{reason}）]", "The forms of “{target}” can be obtained[ ({reason})]"),
            Outcome.UNTESTED,
            Outcome.INAPPLICABLE,
            target=TargetKind.SERVICE,
        ),
    ),
    function=forms_and_samples,
)
