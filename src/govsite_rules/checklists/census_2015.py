"""The checklist of the first national census of government websites, 2015 (全国政府网站普查评分表), 国办发〔2015〕15号, as data.

A list of its own: every site is scored, points are lost from 100 without caps, there is no bonus. Where a clause asks the
same question as one of the 2019 indicators, it is fed by that indicator and, for a veto, has the same id as in 2019. The
rest has no codes: nothing here can execute it, so it stays open.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from ..indicators.v_site_vetoes.columns_not_updated import ColumnsNotUpdatedParams, LongStaleCounts
from ..indicators.v_site_vetoes.interaction_unresponsive import InteractionUnresponsiveParams
from ..values.site import MessageKind
from ..values.subject import SubjectKind
from .model import (
    AppliesTo,
    Attestation,
    Automation,
    Checklist,
    Clause,
    Heading,
    Part,
    Points,
    Scheme,
    Section,
    Trigger,
    TriggerKind,
)

B, READING = Attestation.B, Attestation.READING
AUTO, ASSISTED, BY_HAND = Automation.AUTOMATIC, Automation.ASSISTED, Automation.BY_HAND

SITE = AppliesTo(SubjectKind.SITE)
PORTAL = AppliesTo(SubjectKind.SITE, portal=True)
NO_PORTAL = AppliesTo(SubjectKind.SITE, portal=False)
ANY = Trigger()


def _clause(
    id: str,
    indicator: str,
    codes: str,
    automation: Automation,
    zh: str,
    en: str,
    *,
    points: Points | None = None,
    trigger: Trigger = ANY,
    applies_to: AppliesTo = SITE,
    attestation: Attestation = B,
    note: str = "",
) -> Clause:
    return Clause(
        id,
        Part.VETO if points is None else Part.DEDUCTION,
        indicator,
        tuple(codes.split()),
        zh,
        en,
        trigger=trigger,
        points=points,
        applies_to=applies_to,
        attestation=attestation,
        automation=automation,
        note=note,
    )


def _at_least(limit: int) -> Trigger:
    return Trigger(TriggerKind.COUNT, Fraction(limit))


def _once(amount: int) -> Points:
    return Points(Fraction(amount))


def _each(amount: str) -> Points:
    return Points(Fraction(amount), True)


# fmt: off
_VETOES = (
    _clause("V1.1", "security_incident", "serious_wording", ASSISTED,
            "网站上有严重错别字，例如写错党和国家领导人姓名", "a serious typo stands on the site, a state leader's name wrong for example",
            note="机器只能提出疑似，由人认定；普查核查时 3 处起算，可改触发条件的 limit"
                 " / a machine only suspects; examiners counted from 3 occurrences: change the trigger's limit"),
    _clause("V1.3", "security_incident", "harmful_content", BY_HAND,
            "有反动、暴力、色情等内容", "reactionary, violent or pornographic content"),
    _clause("V1.5", "security_incident", "falsification", ASSISTED,
            "有虚假或伪造的内容", "faked content"),
    _clause("V2.1", "site_unreachable", "try_failed", AUTO,
            "监测一周、每天至少 20 次，到 15 秒（含）仍未打开的次数占 5%（含）以上",
            "over one week with at least 20 tries a day, 5 % or more of all tries had not opened by 15 seconds",
            trigger=Trigger(TriggerKind.SHARE, Fraction(1, 20))),
    _clause("V3.1", "homepage_not_updated", "homepage_stale", AUTO,
            "首页 2 周内没有信息更新", "nothing on the homepage was updated in 2 weeks"),
    _clause("V3.2", "homepage_not_updated", "second_level_stale", AUTO,
            "首页只作导航入口的，所有二级页面 2 周内都没有更新",
            "the homepage only leads on, and no second-level page was updated in 2 weeks"),
    _clause("V4.1", "columns_not_updated", "priority_stale", AUTO,
            "2 周未更新的动态、要闻栏目与 6 个月未更新的通知公告、政策文件栏目（不限一级），合计 5 个（含）以上",
            "5 or more in all: news columns stale for 2 weeks, notice and policy columns of any level stale for 6 months",
            trigger=_at_least(5)),
    _clause("V4.2", "columns_not_updated", "long_stale reading", AUTO,
            "应更新而长期没有更新的栏目 10 个（含）以上", "10 or more columns that ought to be updated have long not been",
            trigger=_at_least(10),
            note="各类栏目连同空白栏目都计入，依 2015 年解读 / columns of all kinds count, blank ones too: the interpretation of 2015"),
    _clause("V4.3", "columns_not_updated", "blank", AUTO,
            "空白栏目 5 个（含）以上", "5 or more blank columns", trigger=_at_least(5)),
    _clause("V5.2", "interaction_unresponsive", "unanswered", ASSISTED,
            "一年内，应当答复的政务咨询类栏目（访谈、征集、举报投诉除外）中有信件留言超过 3 个月没有回应",
            "within 1 year, a letter in a consultation column that ought to answer (interviews, surveys, reports and complaints"
            " excepted) had no reply for more than 3 months"),
)

_DEDUCTIONS = (
    *(
        _clause(f"A1.{percent}", "site_unreachable", "try_failed", AUTO,
                f"首页打不开的次数占 {percent}%（含）以上", f"{percent} % or more of the tries to open the homepage failed",
                points=_once(5), trigger=Trigger(TriggerKind.SHARE, Fraction(percent, 100)), attestation=READING,
                note="每满 1% 扣 5 分，“满”字系理解；到 5% 即单项否决"
                     " / 5 points for each full 1 %, where “full” is a reading; 5 % is a veto")
        for percent in (1, 2, 3, 4)
    ),
    _clause("A2.1", "link_availability", "home_link_dead", AUTO,
            "首页上的链接打不开", "a homepage link is dead", points=_each("1")),
    _clause("A2.2", "link_availability", "other_link_dead", AUTO,
            "其他页面上的链接打不开", "a link on another page is dead", points=_each("0.1")),
    _clause("U1.1", "census_homepage", "", AUTO,
            "首页 2 周内更新少于 10 条", "fewer than 10 updates on the homepage in 2 weeks", points=_once(5)),
    _clause("U2.1", "census_information", "", AUTO,
            "动态、要闻类栏目 2 周内没有更新", "a news column not updated in 2 weeks", points=_each("3")),
    _clause("U2.2", "census_information", "", AUTO,
            "通知公告、政策文件类栏目 6 个月内没有更新", "a notice or policy column not updated in 6 months", points=_each("4")),
    _clause("U2.3", "census_information", "", AUTO,
            "人事、规划计划类栏目 1 年内没有更新", "a personnel or plans column not updated in 1 year", points=_each("5")),
    _clause("U2.4", "census_information", "", BY_HAND,
            "信息不准确", "information inaccurate", points=_each("1")),
    _clause("I1.1", "census_consultation", "", ASSISTED,
            "没有政务咨询类栏目", "no consultation column", points=_once(5)),
    _clause("I1.2", "census_consultation", "", ASSISTED,
            "咨询栏目 1 年内没有有效信件留言", "the consultation column holds no valid letter of 1 year", points=_once(5)),
    _clause("I2.1", "census_surveys", "", AUTO,
            "没有调查征集类栏目", "no survey column", points=_once(5)),
    _clause("I2.2", "census_surveys", "", ASSISTED,
            "调查征集栏目 1 年内不可用或没有开展", "the survey column unusable, or none held in 1 year", points=_once(5)),
    _clause("I2.3", "census_surveys", "", ASSISTED,
            "门户网站 1 年内开展少于 6 次", "a portal held fewer than 6 in 1 year", points=_once(3), applies_to=PORTAL),
    _clause("I2.4", "census_surveys", "", ASSISTED,
            "其他网站 1 年内开展少于 3 次", "another site held fewer than 3 in 1 year", points=_once(3), applies_to=NO_PORTAL),
    _clause("I3.1", "census_interviews", "", ASSISTED,
            "互动访谈栏目 1 年内不可用或没有开展", "the interview column unusable, or none held in 1 year", points=_once(5)),
    _clause("I3.2", "census_interviews", "", ASSISTED,
            "1 年内开展互动访谈过少", "too few interviews held in 1 year", points=_once(3)),
    _clause("S1.1", "service_guides", "", AUTO,
            "办事指南缺 8 类要素中的某一类（不含办理机构、收费标准）",
            "one of 8 element classes (those of 2019 without 办理机构 and 收费标准) is missing from a guide", points=_each("2")),
    _clause("S1.2", "guide_accuracy", "inaccurate", BY_HAND,
            "办事指南内容不准确", "a guide is inaccurate", points=_each("1")),
    _clause("S2.1", "forms_and_samples", "form_unavailable", ASSISTED,
            "指南提到的表格、附件没有提供或不能下载", "a form named in a guide is not offered, or cannot be downloaded", points=_each("1"),
            note="没有提供、不能下载各扣 1 分，对一份表格只会发生其一 / 1 point for either; one form has only one of them"),
    _clause("S3.1", "census_online_systems", "", ASSISTED,
            "在线申报、查询系统不能访问", "an online application or query system is unreachable", points=_each("3")),
)

_HEADINGS = (
    Heading("security_incident", "严重错误", "Serious errors", "V", Part.VETO),
    Heading("site_unreachable", "站点无法访问", "Site unreachable", "V", Part.VETO),
    Heading("homepage_not_updated", "网站不更新", "Site not updated", "V", Part.VETO),
    Heading("columns_not_updated", "栏目不更新", "Columns not updated", "V", Part.VETO),
    Heading("interaction_unresponsive", "互动回应差", "Interaction unresponsive", "V", Part.VETO),
    Heading("site_unreachable", "首页可用性", "Availability of the homepage", "A", Part.DEDUCTION),
    Heading("link_availability", "链接可用性", "Availability of links", "A", Part.DEDUCTION),
    Heading("census_homepage", "首页栏目", "Homepage columns", "U", Part.DEDUCTION),
    Heading("census_information", "基本信息", "Basic information", "U", Part.DEDUCTION),
    Heading("census_consultation", "政务咨询", "Consultation", "I", Part.DEDUCTION),
    Heading("census_surveys", "调查征集", "Surveys", "I", Part.DEDUCTION),
    Heading("census_interviews", "互动访谈", "Interviews", "I", Part.DEDUCTION),
    Heading("service_guides", "办事指南", "Service guides", "S", Part.DEDUCTION),
    Heading("guide_accuracy", "办事指南（准确性）", "Service guides, accuracy", "S", Part.DEDUCTION),
    Heading("forms_and_samples", "附件下载", "Downloads", "S", Part.DEDUCTION),
    Heading("census_online_systems", "在线系统", "Online systems", "S", Part.DEDUCTION),
)

_SECTIONS = (
    Section("V", "单项否决", "Veto"),
    Section("A", "网站可用性", "Availability"),
    Section("U", "信息更新情况", "Updates"),
    Section("I", "互动回应情况", "Interaction"),
    Section("S", "服务实用情况", "Services"),
)
# fmt: on

CENSUS_2015 = Checklist(
    "census-2015",
    "全国政府网站普查评分表（2015年）",
    "First national census of government websites, 2015",
    _VETOES + _DEDUCTIONS,
    _HEADINGS,
    _SECTIONS,
    Scheme(pass_mark_passes=None, bonus_above=None, scored=SITE),
    (
        (
            "columns_not_updated",
            ColumnsNotUpdatedParams(first_level_only=False, long_stale_counts=LongStaleCounts.ALL_KINDS_CERTAIN),
        ),
        ("interaction_unresponsive", InteractionUnresponsiveParams(kinds=(MessageKind.CONSULTATION,))),
    ),
    document="国办发〔2015〕15号",
    in_force=date(2015, 3, 24),
    notes=(
        "60 分为合格线见于 2015 年报道（C），恰为 60 分是否合格未见说明"
        " / the line of 60 is from the press of 2015 (C); whether exactly 60 passes is open",
        "所有网站都评分，各项扣分没有上限 / all sites are scored, and no indicator has a cap",
        "没有代码的条款不在 47 个指标之内，一律待人工 / clauses without codes are beyond the 47 indicators and stay open",
    ),
)
"""The census list of 2015; clauses with empty ``codes`` cannot be executed by the indicators of this library."""
