"""D2.4 办事指南."""

from __future__ import annotations

from datetime import datetime

from attrs import evolve, frozen

from ...values.dates import aware
from ...values.finding import Evidence, Finding, Outcome, Target, TargetKind
from ...values.page import GuideState
from ...values.site import Guide, SiteSnapshot
from ...values.subject import SubjectKind
from .._base import Indicator, because, conclude, fold
from .._services import guides_drawn, no_guide, not_checked, on_guide, told
from .._words import worded
from ..v_site_vetoes.services_unusable import ELEMENTS

ID = "service_guides"
SIZE = 5


@frozen
class ServiceGuidesParams:
    """``elements``: ids of the key element classes that every guide must hold."""

    elements: tuple[str, ...] = tuple(ELEMENTS)


PARAMS = ServiceGuidesParams()


def service_guides(site: SiteSnapshot, *, as_of: datetime, params: ServiceGuidesParams = PARAMS) -> tuple[Finding, ...]:
    """办事指南: whether the service items drawn have guides that are whole and clear.

    What it checks: of 5 service items drawn, ``guide_missing``: the item has no guide. ``element_missing``: one finding for each
    key element class of each guide; a class that is missing or left empty fails. ``vague_wording``: the guide calls for "other
    materials" and the like. ``format_unclear`` and ``policy_without_content``: what people found.
    Why it matters: who follows the guide must be able to hand in everything at once.
    Not applicable: State Council departments without outward services; for an item without guide, everything but
    ``guide_missing``; no service items at all.
    Cannot tell: fewer items drawn than the clause asks for, guides not seen, elements drawn by script or not looked for, and
    what nobody judged.
    Known limits: an element that is filled in may still be wrong (内容准确 asks that); "none" is an answer for fees.
    Source: 政府网站检查指标, 扣分 办事服务·办事指南; S5, decision 21.
    """
    aware(as_of, "as_of")
    codes = [code.id for code in INDICATOR.codes]
    outside = not_checked(ID, codes, site)
    if outside:
        return outside
    found: list[Finding] = []
    for code in codes:
        chosen, still_open = guides_drawn(ID, code, site, size=SIZE)
        if code == "element_missing":
            elements = [finding for guide in chosen for finding in _elements(guide, params)]
            found += fold(elements, passed=True)
            found += [evolve(gap, examined=gap.examined and gap.examined * len(params.elements)) for gap in still_open]
        else:
            found += [_answer(code, guide) for guide in chosen] + still_open
    return conclude(ID, codes, site, found, empty=Outcome.INAPPLICABLE)


def _answer(code: str, guide: Guide) -> Finding:
    if code == "guide_missing":
        return _guide(guide)
    if code == "vague_wording":
        return _vague(guide)
    return told(ID, code, guide, guide.format_unclear if code == "format_unclear" else guide.policy_without_content)


def _guide(guide: Guide) -> Finding:
    if no_guide(guide):
        return on_guide(ID, "guide_missing", guide, Outcome.FAILED, "no_guide")
    if guide.reading is None and guide.has_guide is None:
        return on_guide(ID, "guide_missing", guide, Outcome.UNTESTED, "guide_not_seen")
    return on_guide(ID, "guide_missing", guide, Outcome.PASSED)


def _elements(guide: Guide, params: ServiceGuidesParams) -> list[Finding]:
    states = {element.element: element for element in guide.reading.elements} if guide.reading else {}
    found = []
    for id in params.elements:
        element = states.get(id)
        if no_guide(guide):
            outcome, reason = Outcome.INAPPLICABLE, "no_guide"
        elif guide.reading is None:
            outcome, reason = Outcome.UNTESTED, "guide_not_seen"
        elif element is None:
            outcome, reason = Outcome.UNTESTED, "elements_unknown"
        elif element.state is GuideState.SCRIPT_DRAWN:
            outcome, reason = Outcome.CANT_TELL, "script_drawn"
        elif element.state is GuideState.FILLED:
            outcome, reason = Outcome.PASSED, ""
        else:
            outcome, reason = Outcome.FAILED, f"element_{element.state}"
        target = Target(TargetKind.SERVICE, f"{guide.id}/{id}", guide.name or guide.id, guide.url)
        evidence = (Evidence(guide.url, element.value[:120] if element else "", element.label if element else "", guide.seen_at),)
        values = (*because(reason), ("element", ELEMENTS.get(id, id)))
        found.append(Finding(ID, "element_missing", outcome, target, evidence=evidence, values=values))
    return found


def _vague(guide: Guide) -> Finding:
    code, reading = "vague_wording", guide.reading
    if reading is None:
        return on_guide(ID, code, guide, Outcome.UNTESTED, "guide_not_seen")
    if reading.vague_wording:
        return on_guide(ID, code, guide, Outcome.FAILED, fault="；".join(reading.vague_wording[:5]))
    materials = next((element.state for element in reading.elements if element.element == "materials"), None)
    if materials is None or materials is GuideState.SCRIPT_DRAWN:
        return on_guide(ID, code, guide, Outcome.CANT_TELL, "elements_unknown")
    return on_guide(ID, code, guide, Outcome.PASSED)


INDICATOR = Indicator(
    id=ID,
    title=("办事指南", "Service guides"),
    section="D2",
    subject=SubjectKind.SITE,
    needs=("guides",),
    codes=(
        worded(
            "guide_missing",
            ("抽查事项是否没有办事指南？", "Does the item drawn have no guide?"),
            ("“{target}”没有办事指南", "“{target}” has no guide"),
            ("“{target}”提供办事指南", "“{target}” has a guide"),
            Outcome.UNTESTED,
            Outcome.INAPPLICABLE,
            target=TargetKind.SERVICE,
        ),
        worded(
            "element_missing",
            ("办事指南是否缺少某类重点要素？", "Is a key element class missing from the guide?"),
            ("“{target}”办事指南缺少{element}（{reason}）", "The guide of “{target}” lacks {element} ({reason})"),
            ("{target}的办事指南要素齐全[：{element}]", "Element there: {target}[, {element}]"),
            Outcome.CANT_TELL,
            Outcome.UNTESTED,
            Outcome.INAPPLICABLE,
            target=TargetKind.SERVICE,
        ),
        worded(
            "format_unclear",
            (
                "办理材料的格式要求是否不明确（原件或复印件、纸质或电子、份数）？",
                "Is the format of a material unclear (original or copy, paper or electronic, number)?",
            ),
            ("“{target}”办事指南材料格式要求不明确：{fault}", "The guide of “{target}” leaves the format of a material unclear: {fault}"),
            ("“{target}”办事指南材料格式要求明确", "The guide of “{target}” is clear about formats"),
            Outcome.UNTESTED,
            Outcome.INAPPLICABLE,
            target=TargetKind.SERVICE,
        ),
        worded(
            "vague_wording",
            ("办事指南是否有含糊表述，如“其他材料”？", "Is the guide's wording vague, such as other materials?"),
            ("“{target}”办事指南存在“{fault}”等模糊表述", "The guide of “{target}” holds vague wording: “{fault}”"),
            ("“{target}”办事指南未发现模糊表述", "No vague wording was found in the guide of “{target}”"),
            Outcome.CANT_TELL,
            Outcome.UNTESTED,
            Outcome.INAPPLICABLE,
            target=TargetKind.SERVICE,
        ),
        worded(
            "policy_without_content",
            ("办事指南提到的政策文件是否没有提供内容？", "Is a policy file named in the guide without its content?"),
            (
                "“{target}”办事指南提到的政策文件未提供内容：{fault}",
                "The guide of “{target}” names a policy file without its content: {fault}",
            ),
            ("“{target}”办事指南提到的政策文件均提供内容", "The guide of “{target}” gives the content of the policy files it names"),
            Outcome.UNTESTED,
            Outcome.INAPPLICABLE,
            target=TargetKind.SERVICE,
        ),
    ),
    function=service_guides,
    params=PARAMS,
)
