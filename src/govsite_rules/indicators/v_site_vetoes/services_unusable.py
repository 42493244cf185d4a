"""V6 服务不实用."""

from __future__ import annotations

from datetime import datetime

from attrs import evolve, frozen

from ...values.dates import aware
from ...values.finding import Evidence, Finding, Outcome, Target, TargetKind
from ...values.page import GuideState
from ...values.site import ColumnKind, Guide, PlatformKind, SiteSnapshot, TrialKind
from ...values.subject import SubjectKind
from .._base import Code, Indicator, Values, because, conclude, count, distinct, unseen, whole
from .._trials import single_or_absent, trial_code

ID = "services_unusable"

ELEMENTS = {
    "name": "事项名称",
    "basis": "设定依据",
    "conditions": "申请条件",
    "materials": "办理材料",
    "place": "办理地点",
    "agency": "办理机构",
    "fees": "收费标准",
    "hours": "办理时间",
    "phone": "联系电话",
    "process": "办理流程",
}
"""The 10 key element classes of a guide by id, in the list's order."""


@frozen
class ServicesUnusableParams:
    """``elements``: ids of the key element classes. ``lacking``: how many may not be missing from one guide."""

    elements: tuple[str, ...] = tuple(ELEMENTS)
    lacking: int = 4


PARAMS = ServicesUnusableParams()


def services_unusable(site: SiteSnapshot, *, as_of: datetime, params: ServicesUnusableParams = PARAMS) -> tuple[Finding, ...]:
    """服务不实用: no services offered, or guides that lack four or more of the ten key element classes.

    What it checks: ``no_services``: whether a service item was seen, else the last recorded trial. ``guide_incomplete``: for
    each service item, how many of the ten classes its guide lacks or leaves empty; an item known to have no guide lacks all.
    Why it matters: no services, five such items, or all items where there are fewer than five make the site unqualified.
    Not applicable: bodies without outward services.
    Cannot tell: unknown whether the body has outward services; a guide that was not seen; classes drawn by script or not
    looked for, where they could decide; a trial that worked where trials are known only in part.
    Known limits: services on an official platform count as offered, but are not seen here. Without a trial ``no_services``
    fails only where the crawl is complete, shows neither service columns nor a platform, and no service was used.
    Source: 政府网站检查指标, 单项否决 6; decision 16.
    """
    aware(as_of, "as_of")
    codes = [code.id for code in INDICATOR.codes]
    if site.profile.services is False:
        return tuple(
            Finding(ID, code, Outcome.INAPPLICABLE, whole(site), 1, values=because("no_outward_services")) for code in sorted(codes)
        )
    found = [_offered(site), *_guides(site, params)]
    if site.profile.services is None:
        found = [_doubtful(finding) for finding in found]
    return conclude(ID, codes, site, found, empty=Outcome.INAPPLICABLE)


def _doubtful(finding: Finding) -> Finding:
    if finding.outcome is not Outcome.FAILED:
        return finding
    return evolve(
        finding, outcome=Outcome.CANT_TELL, values=because("services_unknown", finding.value("reason") or "") + finding.values[1:]
    )


def _offered(site: SiteSnapshot) -> Finding:
    code = "no_services"
    if site.guides is not None and site.guides.items:
        return Finding(
            ID, code, Outcome.PASSED, whole(site), 1, (count("service_items", len(site.guides.items)),), values=because("items_seen")
        )
    return single_or_absent(
        ID,
        code,
        site,
        TrialKind.SERVICES_OFFERED,
        columns=(ColumnKind.SERVICES,),
        platform=PlatformKind.SERVICES,
        one_is_enough=True,
    )


def _guides(site: SiteSnapshot, params: ServicesUnusableParams) -> list[Finding]:
    code = "guide_incomplete"
    if site.guides is None:
        return [unseen(ID, code, site, reason="not_looked")]
    found = [_guide(guide, params) for guide in distinct(site.guides.items, lambda guide: guide.id, "guides.id")]
    if site.guides.missing != 0:
        found.append(unseen(ID, code, site, reason="incomplete", examined=site.guides.missing))
    return found


def _guide(guide: Guide, params: ServicesUnusableParams) -> Finding:
    target = Target(TargetKind.SERVICE, guide.id, guide.name, guide.url)
    evidence = (Evidence(guide.url, observed_at=guide.seen_at),)
    if guide.reading is None:
        if guide.has_guide is False:
            lacking = (count("lacking", len(params.elements)),)
            return Finding(ID, "guide_incomplete", Outcome.FAILED, target, 1, lacking, evidence, because("no_guide"))
        return Finding(ID, "guide_incomplete", Outcome.UNTESTED, target, 1, (), evidence, because("guide_not_seen"))
    states = {element.element: element.state for element in guide.reading.elements}
    lacking_ids = [id for id in params.elements if states.get(id) in (GuideState.EMPTY, GuideState.MISSING)]
    unknown_ids = [id for id in params.elements if states.get(id, GuideState.SCRIPT_DRAWN) is GuideState.SCRIPT_DRAWN]
    measures = (count("lacking", len(lacking_ids)), count("unknown", len(unknown_ids)))
    named: Values = (("elements", "、".join(ELEMENTS.get(id, id) for id in lacking_ids)),) if lacking_ids else ()
    if len(lacking_ids) >= params.lacking:
        return Finding(ID, "guide_incomplete", Outcome.FAILED, target, 1, measures, evidence, because("elements_lacking") + named)
    if len(lacking_ids) + len(unknown_ids) >= params.lacking:
        return Finding(ID, "guide_incomplete", Outcome.CANT_TELL, target, 1, measures, evidence, because("elements_unknown") + named)
    return Finding(ID, "guide_incomplete", Outcome.PASSED, target, 1, measures, evidence, named)


_NO_SERVICES = trial_code(
    "no_services",
    ("是否未提供办事服务？", "Are no services offered?"),
    ("未提供办事服务（{reason}）", "No services are offered ({reason})"),
    ("提供办事服务[（{service_items}项）]", "Services are offered[ ({service_items} items)]"),
)
_NOT_CHECKED = (Outcome.INAPPLICABLE, ("不检查办事服务：{reason}", "Services are not checked: {reason}"))

INDICATOR = Indicator(
    id=ID,
    title=("服务不实用", "Services of no use"),
    section="V",
    subject=SubjectKind.SITE,
    needs=("guides", "trials", "columns"),
    codes=(
        evolve(_NO_SERVICES, messages=(*_NO_SERVICES.messages, _NOT_CHECKED)),
        Code(
            "guide_incomplete",
            ("办事指南是否缺少4类及以上重要要素？", "Does the guide lack four or more of the key element classes?"),
            TargetKind.SERVICE,
            (
                (
                    Outcome.FAILED,
                    (
                        "“{target}”办事指南重要要素缺失{lacking}类[：{elements}]（{reason}）",
                        "The guide of “{target}” lacks {lacking} key element classes[: {elements}] ({reason})",
                    ),
                ),
                (
                    Outcome.PASSED,
                    (
                        "“{target}”办事指南重要要素缺失少于4类[：缺{elements}]",
                        "The guide of “{target}” lacks fewer than four key element classes[: {elements}]",
                    ),
                ),
                (
                    Outcome.CANT_TELL,
                    (
                        "无法判断“{target}”办事指南要素是否齐全：{reason}[（缺{lacking}类，不明{unknown}类）]",
                        "Whether the guide of “{target}” is complete cannot be told: {reason}[ ({lacking} lacking, {unknown} unknown)]",
                    ),
                ),
                (Outcome.UNTESTED, ("未检查“{target}”办事指南：{reason}", "The guide of “{target}” was not looked at: {reason}")),
                _NOT_CHECKED,
            ),
        ),
    ),
    function=services_unusable,
    params=PARAMS,
)
