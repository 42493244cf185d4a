"""A site and an account without a fault: start here, break one thing, and see what it costs."""

from __future__ import annotations

from typing import Any

from attrs import evolve

from ..values.feed import FeedSnapshot
from ..values.seen import Seen
from ..values.site import (
    ColumnKind,
    Guide,
    Interpretation,
    Leader,
    PageCheck,
    PolicyFile,
    SiteSnapshot,
    TaggedPage,
    Trial,
    TrialKind,
    WordingFacts,
)
from .builders import (
    HOST,
    SEEN_AT,
    collected,
    column,
    feed,
    guide,
    homepage,
    judgement,
    link,
    message,
    post,
    profile,
    shown,
    site,
    survey,
    trial,
    tries,
)

COLUMNS = (
    ("青禾要闻", ColumnKind.NEWS),
    ("通知公告", ColumnKind.NOTICES),
    ("政策文件", ColumnKind.POLICIES),
    ("政策解读", ColumnKind.INTERPRETATION),
    ("青禾概况", ColumnKind.OVERVIEW),
    ("机构职能", ColumnKind.AGENCY),
    ("领导信息", ColumnKind.LEADERS),
    ("规划计划", ColumnKind.PLANS),
    ("数据发布", ColumnKind.DATA),
    ("办件统计", ColumnKind.STATISTICS),
    ("信件统计", ColumnKind.CONSULTATION),
)
JUDGED = (
    "overview_information.late_or_inaccurate",
    "agency_functions.inaccurate",
    "leader_information.incomplete_or_inaccurate",
    "domain_and_name.name_irregular",
)
CHECKS = ("organ_mark", "site_code", "icp", "police", "sponsor", "contact", "site_name", "error_report_entry")
SEVERAL = {
    TrialKind.ASK: 2,
    TrialKind.SEARCH_TITLE: 4,
    TrialKind.SEARCH_LOWER_SITE: 2,
    TrialKind.THEMED_SERVICE: 3,
    TrialKind.ASK_REALTIME: 1,
}
"""Kinds of trials that are made on several things: so many are drawn."""


def faultless_site(**parts: Any) -> SiteSnapshot:
    """A portal of which everything was looked at and nothing is wrong: qualified under the national list, with every bonus.

    ``parts`` take the place of its own, as in ``site``.
    """
    whole = site(
        profile=profile(crawl_complete=True),
        homepage=homepage(1, 3),
        columns=[column(name, 2, 5, kind=kind) for name, kind in COLUMNS],
        page_checks=[PageCheck(name, shown=20) for name in CHECKS],
        tagged_pages=[TaggedPage(f"{HOST}{role}/{n}.html", role, drawn=True) for role in ("article", "column") for n in range(5)],
        links=[link(HOST + "a.html"), link(HOST + "b.html", on_home=False)],
        tries=tries(),
        guides=[_guide(f"g{n}") for n in range(5)],
        messages=[message(f"m{n}", drawn=True) for n in range(5)],
        letters=[],
        surveys=[survey(f"s{n}") for n in range(6)],
        policies=[
            PolicyFile(f"f{n}", f"意见{n}", f"{HOST}zc/{n}.html", shown(40), by_body=True, broad=True, interpreted=True, drawn=True)
            for n in range(3)
        ],
        interpretations=[
            Interpretation(f"i{n}", f"解读{n}", f"{HOST}jd/{n}.html", shown(39), f"f{n}", True, True, "chart", drawn=True) for n in range(3)
        ],
        leaders=[Leader("甲某", HOST + "ld/1.html", "县长", "男，1970年出生。", "")],
        judgements=[*map(judgement, JUDGED)],
        trials=[one for kind in TrialKind for one in _trials(kind)],
        incidents=[],
        wording=WordingFacts(("lexicon",), 20, Seen((), True)),
        date_conflicts=[],
    )
    return evolve(whole, **collected(parts))


def faultless_feed(**parts: Any) -> FeedSnapshot:
    """An account of which everything was looked at and nothing is wrong: qualified. ``parts`` take the place of its own."""
    return evolve(feed(post(1), post(3), interaction=["留言"], incidents=[], trials=[]), **collected(parts))


def _guide(id: str) -> Guide:
    right = dict.fromkeys(("format_unclear", "policy_without_content", "inaccurate"), "")
    return guide(id, drawn=True, form_required=True, form_available=True, policies_linked=True, **right)


def _trials(kind: TrialKind) -> tuple[Trial, ...]:
    asked: dict[str, Any] = {"answered_at": SEEN_AT, "quality_fault": ""} if kind in (TrialKind.ASK, TrialKind.ASK_REALTIME) else {}
    if kind not in SEVERAL:
        return (trial(kind, **asked),)
    return tuple(trial(kind, id=f"{kind}{n}", subject=f"{kind}{n}", **asked) for n in range(SEVERAL[kind]))
