"""D1.3 领导信息."""

from __future__ import annotations

from datetime import datetime

from ...values.dates import aware
from ...values.finding import Evidence, Finding, Outcome, Target, TargetKind
from ...values.site import ColumnKind, Leader, SiteSnapshot
from ...values.subject import SubjectKind
from .._base import Code, Indicator, because, conclude, distinct, unseen
from .._classes import column_missing, missing_code

ID = "leader_information"
_FACTS = (("name", "姓名"), ("position", "职务"), ("resume", "简历"))


def leader_information(site: SiteSnapshot, *, as_of: datetime, params: None = None) -> tuple[Finding, ...]:
    """领导信息: whether there is such a column, and whether each leader's entry is whole and right.

    What it checks: ``column_missing``: no column of the kind 领导信息. ``incomplete_or_inaccurate``: for each leader, a name,
    position or CV that is missing, or a fault that a person found.
    Why it matters: citizens are to know who is responsible for what.
    Not applicable: nothing by itself; the list says which subjects it is for.
    Cannot tell: the columns or leaders are not all known, a fact was not looked for, or nobody judged whether it is right.
    Known limits: a machine sees whether facts are there, never whether they are right or late.
    Source: 政府网站检查指标, 扣分 发布解读·领导信息.
    """
    aware(as_of, "as_of")
    code = "incomplete_or_inaccurate"
    found = [column_missing(ID, site, ColumnKind.LEADERS)]
    if site.leaders is None:
        found.append(unseen(ID, code, site, reason="not_looked"))
    else:
        found += [_leader(leader) for leader in distinct(site.leaders.items, _key, "leaders")]
        if site.leaders.missing != 0:
            found.append(unseen(ID, code, site, reason="incomplete", examined=site.leaders.missing))
    return conclude(ID, [code], site, found, empty=Outcome.INAPPLICABLE)


def _key(leader: Leader) -> str:
    return leader.url or leader.name


def _leader(leader: Leader) -> Finding:
    missing = [title for fact, title in _FACTS if getattr(leader, fact) == ""]
    unknown = [title for fact, title in _FACTS if getattr(leader, fact) is None]
    if leader.fault:
        outcome, values = Outcome.FAILED, (*because("judged"), ("fault", leader.fault))
    elif missing:
        outcome, values = Outcome.FAILED, (*because("facts_missing"), ("fault", "、".join(missing)))
    elif unknown:
        outcome, values = Outcome.CANT_TELL, (*because("facts_unknown"), ("fault", "、".join(unknown)))
    elif leader.fault is None:
        outcome, values = Outcome.CANT_TELL, because("not_judged")
    else:
        outcome, values = Outcome.PASSED, because("judged")
    target = Target(TargetKind.PAGE, _key(leader), leader.name or leader.url, leader.url)
    return Finding(ID, "incomplete_or_inaccurate", outcome, target, evidence=(Evidence(leader.url),), values=values)


INDICATOR = Indicator(
    id=ID,
    title=("领导信息", "Leaders"),
    section="D1",
    subject=SubjectKind.SITE,
    needs=("columns", "leaders"),
    codes=(
        missing_code(("领导信息", "leaders")),
        Code(
            "incomplete_or_inaccurate",
            (
                "领导姓名、简历等信息是否缺失或不准确？",
                "Is a leader's name, CV or the like missing or inaccurate?",
            ),
            TargetKind.PAGE,
            (
                (Outcome.FAILED, ("“{target}”领导信息不完整或不准确：{fault}", "“{target}”: incomplete or inaccurate: {fault}")),
                (Outcome.PASSED, ("“{target}”领导信息完整准确", "“{target}”: complete and judged right")),
                (
                    Outcome.CANT_TELL,
                    ("无法判断“{target}”领导信息是否完整准确：{reason}[（{fault}）]", "“{target}” cannot be told: {reason}[ ({fault})]"),
                ),
                (Outcome.UNTESTED, ("未检查领导信息：{reason}", "Leaders' entries were not looked at: {reason}")),
                (Outcome.INAPPLICABLE, ("没有可检查的领导信息", "There is no leader's entry to check")),
            ),
        ),
    ),
    function=leader_information,
)
