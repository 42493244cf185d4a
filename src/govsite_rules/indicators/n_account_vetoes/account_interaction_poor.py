"""N3 互动回应差 of accounts."""

from __future__ import annotations

from datetime import datetime

from ...values.dates import aware
from ...values.feed import FeedSnapshot
from ...values.finding import Evidence, Finding, Outcome, TargetKind
from ...values.site import IncidentKind, TrialKind
from ...values.subject import SubjectKind
from .._base import Indicator, because, conclude, count, unseen, whole
from .._incidents import incident_code, reports
from .._trials import latest, of_kind, sure, together, trial_code

ID = "account_interaction_poor"


def account_interaction_poor(feed: FeedSnapshot, *, as_of: datetime, params: None = None) -> tuple[Finding, ...]:
    """互动回应差 (政务新媒体): no effective interaction function, or engagement that was bought or forced.

    What it checks: ``no_interaction``: the interaction functions found working, else the last recorded trial of each; one that
    works is enough, whatever a trial of another came to.
    ``inflated_engagement``: incidents that somebody reported and confirmed (bought followers, likes forced from the public).
    Why it matters: either makes the account unqualified.
    Not applicable: never.
    Cannot tell: nobody looked, or only at a part; a trial that could not be made; a suspected incident.
    Known limits: that a function exists says nothing about how questions are answered.
    Source: 政务新媒体检查指标, 单项否决 3 (the second situation is attested by one province's copy).
    """
    aware(as_of, "as_of")
    found = [_interaction(feed), *reports(ID, "inflated_engagement", feed, IncidentKind.INFLATED_ENGAGEMENT, as_of=as_of)]
    return conclude(ID, (code.id for code in INDICATOR.codes), feed, found)


def _interaction(feed: FeedSnapshot) -> Finding:
    code, functions = "no_interaction", feed.interaction
    if functions is not None and functions.items:
        seen = Evidence(quote="、".join(functions.items)[:120], observed_at=feed.fetched_at)
        return Finding(
            ID, code, Outcome.PASSED, whole(feed), 1, (count("functions", len(functions.items)),), (seen,), because("functions_seen")
        )
    tried = of_kind(feed.trials, TrialKind.ACCOUNT_INTERACTION)
    if tried:
        outcome, values, proof = together(latest(tried).values(), one_is_enough=True)
        return sure(Finding(ID, code, outcome, whole(feed), evidence=proof, values=values), feed.trials)
    if functions is not None and functions.missing == 0:
        seen = Evidence(observed_at=feed.fetched_at)
        return Finding(ID, code, Outcome.FAILED, whole(feed), evidence=(seen,), values=because("no_functions"))
    reason = "incomplete" if functions is not None else "not_looked" if feed.trials is None else "no_trial"
    return unseen(ID, code, feed, reason=reason, examined=1)


INDICATOR = Indicator(
    id=ID,
    title=("互动回应差", "Poor response to the public (accounts)"),
    section="N",
    subject=SubjectKind.ACCOUNT,
    needs=("interaction", "trials", "incidents"),
    codes=(
        trial_code(
            "no_interaction",
            ("是否没有提供有效互动功能？", "Is there no effective interaction function?"),
            ("未提供有效互动功能（{reason}）", "There is no effective interaction function ({reason})"),
            ("提供有效互动功能[（{functions}项）]", "There is an effective interaction function[ ({functions} in all)]"),
            target=TargetKind.ACCOUNT,
        ),
        incident_code(
            "inflated_engagement",
            ("是否存在购买“粉丝”、强制要求群众点赞等弄虚作假行为？", "Were followers bought, likes forced from the public, or the like?"),
            ("购买“粉丝”、强制要求群众点赞等弄虚作假行为", "bought followers, forced likes and the like"),
        ),
    ),
    function=account_interaction_poor,
)
