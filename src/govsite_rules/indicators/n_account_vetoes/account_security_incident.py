"""N1 安全、泄密事故等严重问题 of accounts."""

from __future__ import annotations

from datetime import datetime

from ...values.dates import aware, day_of
from ...values.feed import FeedSnapshot, Post
from ...values.finding import Finding, Outcome, TargetKind
from ...values.site import IncidentKind
from ...values.subject import SubjectKind
from .._base import Indicator, because, conclude, count, unseen, whole
from .._incidents import incident_code, incident_findings, passage_findings, reported, reports, sure_and_weak, unreported

ID = "account_security_incident"

_BY_REPORT = (
    ("secret_leaked", IncidentKind.SECRET_LEAKED),
    ("harmful_content", IncidentKind.HARMFUL_CONTENT),
    ("public_opinion", IncidentKind.PUBLIC_OPINION),
)


def account_security_incident(feed: FeedSnapshot, *, as_of: datetime, params: None = None) -> tuple[Finding, ...]:
    """安全、泄密事故等严重问题 (政务新媒体): serious wording, leaked secrets, harmful content, public opinion.

    What it checks: incidents that somebody reported and confirmed; passages of posts a wording scanner is sure of.
    Why it matters: one of these makes the account unqualified.
    Not applicable: never.
    Cannot tell: a suspected incident and every sure hit of the serious class: a person decides. Nothing reported counts only
    where the reports are said to be complete.
    Known limits: ``serious_wording`` passes when the feed is complete, every post was scanned without a sure hit and the reports
    of incidents are complete. Deleted posts and posts after the inspection are left out. Short serious forms in traditional
    characters are only suspected.
    Source: 政务新媒体检查指标, 单项否决 1; decision 18.
    """
    aware(as_of, "as_of")
    found = _wording(feed, as_of)
    for code, kind in _BY_REPORT:
        found += reports(ID, code, feed, kind, as_of=as_of)
    return conclude(ID, (code.id for code in INDICATOR.codes), feed, found)


def _wording(feed: FeedSnapshot, as_of: datetime) -> list[Finding]:
    code = "serious_wording"
    found = incident_findings(ID, code, reported(feed, IncidentKind.SERIOUS_WORDING, as_of=as_of))
    posts = [post for post in feed.posts.items if _counts(post, as_of)] if feed.posts else []
    sure, weak = sure_and_weak((post.url or post.id, hit) for post in posts for hit in post.wording or ())
    found += passage_findings(ID, code, sure)
    scanned = sum(post.wording is not None for post in posts)
    if feed.posts is None or (posts and not scanned):
        return [*found, unseen(ID, code, feed, reason="not_scanned")]
    partly = feed.posts.missing != 0 or feed.rejected or scanned < len(posts)
    gap = "partly_scanned" if partly else unreported(feed)
    if gap:
        return [*found, unseen(ID, code, feed, reason=gap)]
    if not found:
        notes = ("weaker_hits",) if weak else ()
        measures = (count("posts_scanned", scanned), count("weaker_hits", weak))
        found.append(Finding(ID, code, Outcome.PASSED, whole(feed), 0, measures, values=because("no_sure_hit", *notes)))
    return found


def _counts(post: Post, as_of: datetime) -> bool:
    span = post.published.span(as_of)
    return not post.deleted and (span is None or span[0] <= day_of(as_of))


INDICATOR = Indicator(
    id=ID,
    title=("安全、泄密事故等严重问题", "Security and secrecy incidents and the like (accounts)"),
    section="N",
    subject=SubjectKind.ACCOUNT,
    needs=("incidents", "posts"),
    codes=(
        incident_code(
            "serious_wording",
            ("是否出现严重表述错误？", "Is there a serious wording error?"),
            ("严重表述错误", "a serious wording error"),
            target=TargetKind.PASSAGE,
        ),
        incident_code("secret_leaked", ("是否泄露国家秘密？", "Was a state secret leaked?"), ("泄露国家秘密", "a leaked state secret")),
        incident_code(
            "harmful_content",
            ("是否发布或链接反动、暴力、色情等内容？", "Was reactionary, violent or pornographic content published or linked?"),
            ("发布或链接反动、暴力、色情等内容", "reactionary, violent or pornographic content published or linked"),
        ),
        incident_code(
            "public_opinion",
            ("是否因发布内容不当引发严重负面舆情？", "Did improper content cause a serious public-opinion incident?"),
            ("因发布内容不当引发严重负面舆情", "a serious public-opinion incident caused by improper content"),
        ),
    ),
    function=account_security_incident,
)
