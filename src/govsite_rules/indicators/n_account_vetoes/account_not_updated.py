"""N2 内容不更新."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from attrs import evolve, frozen

from ...values.dates import aware, day_of
from ...values.feed import FeedSnapshot, PlatformName, Post
from ...values.finding import Evidence, Finding, Measure, Outcome, TargetKind
from ...values.site import DatedEntry, TrialKind, Updates
from ...values.subject import SubjectKind
from .._base import Code, Indicator, because, conclude, count, days, distinct, unseen, whole
from .._freshness import Freshness, Window, judge
from .._trials import latest, of_kind, sure, together

ID = "account_not_updated"


@frozen
class AccountNotUpdatedParams:
    """``days``: the window. ``max_observation_lag``: days before the inspection that a want of updates may have been seen."""

    days: int = 14
    max_observation_lag: int = 1


PARAMS = AccountNotUpdatedParams()

_MAY_NOT_PUBLISH = (PlatformName.APP, PlatformName.MINI_PROGRAM, PlatformName.OTHER)


def account_not_updated(feed: FeedSnapshot, *, as_of: datetime, params: AccountNotUpdatedParams = PARAMS) -> tuple[Finding, ...]:
    """内容不更新: no post in the two weeks before the inspection, or an app that cannot be downloaded or used.

    What it checks: ``no_update``: the newest post is more than 14 natural days older than the day of inspection; text, picture
    and video pushes count, deleted ones do not. ``app_unusable``: the last recorded trials of downloading and of using an app.
    Why it matters: either makes the account unqualified.
    Not applicable: ``no_update`` for accounts and apps without a publishing function, ``app_unusable`` for all but apps.
    Cannot tell: a feed that is not said to be complete proves an update, never the want of one; posts without a readable date,
    items that could not be read, a feed fetched more than a day before the inspection, an app of which nobody knows
    whether it publishes; trials of an app that differ, or that worked and are known only in part.
    Known limits: an account opened less than 14 days before the inspection passes, with a note. ``longest_gap`` (days between
    neighbouring posts seen) is information only: the list looks at the moment of inspection.
    Source: 政务新媒体检查指标, 单项否决 2; decisions 1 and 13.
    """
    aware(as_of, "as_of")
    found = [_no_update(feed, as_of, params), _app(feed)]
    return conclude(ID, (code.id for code in INDICATOR.codes), feed, found)


def _no_update(feed: FeedSnapshot, as_of: datetime, params: AccountNotUpdatedParams) -> Finding:
    code, account = "no_update", feed.account
    if account.publishes is False:
        return Finding(ID, code, Outcome.INAPPLICABLE, whole(feed), values=because("no_publishing"))
    opened = account.opened_on
    new = opened is not None and (day_of(as_of) - opened).days < params.days
    if feed.posts is None:
        if new:
            return Finding(ID, code, Outcome.PASSED, whole(feed), values=because("opened_recently"))
        return unseen(ID, code, feed, reason="not_looked", examined=1)
    fetched = aware(feed.fetched_at, "fetched_at")
    posts = [post for post in distinct(feed.posts.items, lambda post: post.id, "posts.id") if not post.deleted]
    updates = _updates(posts, fetched)
    doubts = ["feed_incomplete"] if feed.posts.missing != 0 else []
    doubts += ["items_rejected"] if feed.rejected else []
    fresh = judge(updates, Window(days=params.days), as_of=as_of, seen_at=fetched, max_lag=params.max_observation_lag, doubts=doubts)
    seen_late_enough = fetched >= as_of - timedelta(days=params.max_observation_lag)
    if not doubts and seen_late_enough and not updates.future and all(_later_than(post, as_of) for post in posts):
        unsure = account.publishes is None and account.platform in _MAY_NOT_PUBLISH
        fresh = Freshness(Outcome.CANT_TELL, "publishing_unknown", notes=("no_posts",)) if unsure else Freshness(Outcome.FAILED, "no_posts")
    measures = fresh.measures + _gap(updates, as_of)
    deleted = len(feed.posts.items) - len(posts)
    measures += (count("deleted", deleted),) if deleted else ()
    if new and fresh.outcome is not Outcome.PASSED:
        fresh = evolve(fresh, outcome=Outcome.PASSED, reason="opened_recently", notes=())
    evidence = (
        (Evidence(fresh.entry.url, fresh.entry.title[:120], observed_at=fetched),) if fresh.entry else (Evidence(observed_at=fetched),)
    )
    return Finding(ID, code, fresh.outcome, whole(feed), 1, measures, evidence, fresh.values)


def _later_than(post: Post, when: datetime) -> bool:
    """Whether a post is surely later than a moment; date-only posts are compared by calendar days."""
    moment, span = post.published.moment, post.published.span(when)
    return moment > when if moment else span is not None and span[0] > day_of(when)


def _updates(posts: Sequence[Post], fetched: datetime) -> Updates:
    real = [post for post in posts if not _later_than(post, fetched)]
    dated = [DatedEntry(post.published, post.title, post.url) for post in real if post.published.absent is None]
    return Updates(tuple(dated), entries=len(posts), undated_unseen=len(real) - len(dated), future=len(posts) - len(real))


def _gap(updates: Updates, as_of: datetime) -> tuple[Measure, ...]:
    """The longest span between neighbouring days with posts, the day of inspection included."""
    today = day_of(as_of)
    known = sorted({day for entry in updates.recent if (day := entry.date.date) is not None and day <= today})
    if not known:
        return ()
    return (days("longest_gap", max((later - earlier).days for earlier, later in zip(known, [*known[1:], today], strict=True))),)


def _app(feed: FeedSnapshot) -> Finding:
    code = "app_unusable"
    if feed.account.platform is not PlatformName.APP:
        return Finding(ID, code, Outcome.INAPPLICABLE, whole(feed), values=because("not_an_app"))
    if feed.trials is None:
        return unseen(ID, code, feed, reason="not_looked", examined=1)
    tried = [of_kind(feed.trials, kind) for kind in (TrialKind.APP_DOWNLOAD, TrialKind.APP_USE)]
    answers = [together(latest(trials).values()) for trials in tried if trials]
    proof = tuple(one for *_, shown in answers for one in shown)
    for wanted in (Outcome.FAILED, Outcome.CANT_TELL):
        for outcome, values, _ in answers:
            if outcome is wanted:
                return Finding(ID, code, outcome, whole(feed), evidence=proof, values=values)
    if len(answers) < len(tried):
        return Finding(ID, code, Outcome.UNTESTED, whole(feed), evidence=proof, values=because("no_trial"))
    return sure(Finding(ID, code, Outcome.PASSED, whole(feed), evidence=proof), feed.trials)


INDICATOR = Indicator(
    id=ID,
    title=("内容不更新", "Content not updated"),
    section="N",
    subject=SubjectKind.ACCOUNT,
    needs=("posts", "trials"),
    codes=(
        Code(
            "no_update",
            ("监测时间点前2周内是否无更新？", "Was there no update in the two weeks before the inspection?"),
            TargetKind.ACCOUNT,
            (
                (
                    Outcome.FAILED,
                    (
                        "“{target}”超过2周未更新[，最近更新日期{newest}][，距监测时间点{days_since_update}天]（{reason}）",
                        "“{target}” was not updated for more than 2 weeks"
                        "[, newest date {newest}][, {days_since_update} days ago] ({reason})",
                    ),
                ),
                (
                    Outcome.PASSED,
                    (
                        "“{target}”更新情况符合要求[，最近更新日期{newest}][，还有{days_left}天到期][（{reason}）]",
                        "“{target}” is up to date[, newest date {newest}][, days left: {days_left}][ ({reason})]",
                    ),
                ),
                (
                    Outcome.CANT_TELL,
                    ("无法判断“{target}”2周内是否更新：{reason}", "Whether “{target}” was updated within 2 weeks cannot be told: {reason}"),
                ),
                (Outcome.UNTESTED, ("未检查“{target}”更新情况：{reason}", "Updates of “{target}” were not looked at: {reason}")),
                (Outcome.INAPPLICABLE, ("“{target}”不按更新情况检查：{reason}", "“{target}” is not judged by its updates: {reason}")),
            ),
        ),
        Code(
            "app_unusable",
            ("移动客户端是否无法下载或使用？", "Can the app not be downloaded or used?"),
            TargetKind.ACCOUNT,
            (
                (
                    Outcome.FAILED,
                    ("移动客户端“{target}”无法下载或使用（{reason}）", "The app “{target}” cannot be downloaded or used ({reason})"),
                ),
                (Outcome.PASSED, ("移动客户端“{target}”可以下载和使用", "The app “{target}” can be downloaded and used")),
                (
                    Outcome.CANT_TELL,
                    ("无法判断移动客户端“{target}”能否使用：{reason}", "Whether the app “{target}” can be used cannot be told: {reason}"),
                ),
                (Outcome.UNTESTED, ("未试用移动客户端“{target}”：{reason}", "The app “{target}” was not tried: {reason}")),
                (Outcome.INAPPLICABLE, ("“{target}”{reason}", "“{target}”: {reason}")),
            ),
        ),
    ),
    function=account_not_updated,
    params=PARAMS,
)
