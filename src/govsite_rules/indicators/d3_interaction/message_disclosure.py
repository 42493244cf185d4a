"""D3.3 留言公开."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from attrs import evolve

from ...values.dates import Absent, DateReading, aware
from ...values.finding import Evidence, Finding, Outcome, Target, TargetKind
from ...values.seen import Seen
from ...values.site import (
    Column,
    ColumnKind,
    ColumnState,
    DatedEntry,
    Message,
    MessageKind,
    PlatformKind,
    SiteSnapshot,
    TrialKind,
    Updates,
)
from ...values.subject import SubjectKind
from .._base import Indicator, Values, because, count, distinct, fold, unseen, whole
from .._classes import ClassParams, class_not_updated
from .._columns import names_statistics
from .._freshness import Window, judge
from .._messages import from_letters
from .._samples import said, sample
from .._trials import nothing_offered, single, unrecorded
from .._words import worded

ID = "message_disclosure"
SIZE = 5
PARAMS = ClassParams(months=2)

_KINDS = (MessageKind.CONSULTATION, MessageKind.COMPLAINT)
_OF = ("留言", "信件", "来信", "咨询", "互动")
_SHOWING = (ColumnState.LISTED, ColumnState.SINGLE, ColumnState.TOOL, ColumnState.CONTAINER, ColumnState.SCRIPT_DRAWN)


def message_disclosure(site: SiteSnapshot, *, as_of: datetime, params: ClassParams = PARAMS) -> tuple[Finding, ...]:
    """留言公开: whether messages and their answers are published, whole and up to date.

    What it checks: the published messages of the consultation and suggestion columns (信访, 纪检举报, interviews, surveys and 找错
    excepted). ``none_published``: there is none. ``facts_missing``: of 5 drawn, one lacks the time of the message, the time of
    the reply, the replying body or the reply's text. ``not_updated``: the newest time of a message or reply, or else of the
    columns, lies more than 2 months back. ``statistics_missing``: a recorded trial, else a column called 信件统计 or the like.
    Why it matters: one published answer serves everybody with the same question.
    Not applicable: ``facts_missing`` and ``not_updated`` where nothing is published; that costs the points.
    Cannot tell: messages not all known; fewer drawn than the clause asks for; a drawn message whose page was not read or that
    is still unanswered; what ``not_updated`` asks of columns that were not seen, seen early or drawn by script; statistics
    that only a column's name shows, or a trial that worked, where no complete record of trials excludes one that failed.
    Known limits: a fact counts as missing only where the reply's text was read, or a person judged
    ``message_disclosure.facts_missing`` on the message's id. Without a trial statistics are never said to be missing.
    Source: 政府网站检查指标, 扣分 互动交流·留言公开; decisions 13, 16 and 21.
    """
    aware(as_of, "as_of")
    published = _published(site)
    none = _none(site, published)
    if none.outcome is Outcome.FAILED:
        why = because("none_published")
        gone = [Finding(ID, code, Outcome.INAPPLICABLE, whole(site), values=why) for code in ("facts_missing", "not_updated")]
        return fold([none, *gone, _statistics(site)])
    return fold([none, *_facts(site, published), _not_updated(site, published, as_of, params), _statistics(site)])


def _published(site: SiteSnapshot) -> Seen[Message] | None:
    """The published messages that count; complete where the caller's table of messages is."""
    if site.messages is not None:
        every = distinct(site.messages.items, lambda message: message.id, "messages.id")
        return Seen(tuple(message for message in every if message.published and message.kind in _KINDS), site.messages.complete)
    if site.letters is not None:
        return Seen(tuple(from_letters(site.letters.items)), False)
    return None


def _none(site: SiteSnapshot, published: Seen[Message] | None) -> Finding:
    code = "none_published"
    if published is not None and published.items:
        first = min(published.items, key=lambda message: message.id)
        measures = (count("messages", len(published.items)),)
        return Finding(ID, code, Outcome.PASSED, whole(site), measures=measures, evidence=(Evidence(first.url, first.title[:120]),))
    if published is not None and published.complete:
        return Finding(ID, code, Outcome.FAILED, whole(site), values=because("none_published"))
    if nothing_offered(site, columns=(ColumnKind.CONSULTATION,), platform=PlatformKind.LETTERS):
        return Finding(ID, code, Outcome.FAILED, whole(site), values=because("nothing_offered"))
    return unseen(ID, code, site, reason="not_looked" if published is None else "incomplete", examined=1)


def _facts(site: SiteSnapshot, published: Seen[Message] | None) -> list[Finding]:
    code = "facts_missing"
    chosen, found = sample(ID, code, site, published, size=SIZE, drawn=lambda message: message.drawn)
    faults = {judgement.target: judgement.fault for judgement in said(site, ID, code)}
    for message in chosen:
        if message.id in faults:
            fault = faults[message.id]
            outcome, values = (Outcome.FAILED, _fault("judged", fault)) if fault else (Outcome.PASSED, because("judged"))
        else:
            outcome, values = _facts_of(message)
        target = Target(TargetKind.MESSAGE, message.id, message.title or message.id, message.url)
        found.append(Finding(ID, code, outcome, target, evidence=(Evidence(message.url, message.title[:120]),), values=values))
    return found


def _facts_of(message: Message) -> tuple[Outcome, Values]:
    times = (("留言时间", message.asked), ("答复时间", message.replied))
    missing = [name for name, reading in times if reading.absent is Absent.NONE_SHOWN]
    unknown = [name for name, reading in times if reading.absent not in (None, Absent.NONE_SHOWN)]
    missing += [] if message.replier.strip() else ["答复单位"]
    if message.answered is False:
        return Outcome.CANT_TELL, because("still_unanswered")
    if not message.reply.strip():
        return Outcome.CANT_TELL, _fault("reply_not_read", "、".join([*missing, *unknown, "答复内容"]))
    if missing:
        return Outcome.FAILED, _fault("facts_missing", "、".join(missing))
    return (Outcome.CANT_TELL, _fault("facts_unknown", "、".join(unknown))) if unknown else (Outcome.PASSED, ())


def _fault(reason: str, fault: str) -> Values:
    return (*because(reason), ("fault", fault))


def _not_updated(site: SiteSnapshot, published: Seen[Message] | None, as_of: datetime, params: ClassParams) -> Finding:
    """An update shown by a message or by a column counts; that there was none, only all messages or else the columns prove."""
    code = "not_updated"
    by_column = _elsewhere(site, class_not_updated(ID, _without_statistics(site), ColumnKind.CONSULTATION, as_of=as_of, params=params))
    if published is not None and published.items:
        by_message = _by_message(site, published, as_of, params)
        if by_message.outcome is Outcome.PASSED or by_column.outcome in (Outcome.INAPPLICABLE, Outcome.UNTESTED):
            return by_message
        return by_message if published.complete and by_column.outcome is not Outcome.PASSED else by_column
    if by_column.outcome is Outcome.INAPPLICABLE:
        return unseen(ID, code, site, reason="no_column", examined=1)
    return by_column


def _without_statistics(site: SiteSnapshot) -> SiteSnapshot:
    """The site without columns like 信件统计: fresh statistics of messages are no published message."""
    if site.columns is None:
        return site
    items = tuple(column for column in site.columns.items if not names_statistics(column.name, _OF))
    return evolve(site, columns=evolve(site.columns, items=items))


def _by_message(site: SiteSnapshot, published: Seen[Message], as_of: datetime, params: ClassParams) -> Finding:
    fresh = judge(
        _updates(published.items),
        Window(params.days, params.months),
        as_of=as_of,
        seen_at=site.observed_from or as_of,
        max_lag=params.max_observation_lag,
        doubts=() if published.complete else ("incomplete",),
        undated_article=params.undated_article,
    )
    evidence = fresh.evidence(fresh.entry.url if fresh.entry else "", site.observed_from)
    return Finding(ID, "not_updated", fresh.outcome, whole(site), 1, fresh.measures, evidence, fresh.values)


def _updates(messages: Iterable[Message]) -> Updates:
    """The times of messages and replies as those of a list; a message without any may be of any day."""
    dated, undated = [], 0
    for message in messages:
        readings: list[DateReading] = [reading for reading in (message.asked, message.replied) if reading.absent is None]
        dated += [DatedEntry(reading, message.title, message.url) for reading in readings]
        undated += not readings
    return Updates(tuple(dated), entries=len(dated) + undated, undated_unseen=undated)


def _elsewhere(site: SiteSnapshot, finding: Finding) -> Finding:
    """A stale column proves nothing where messages are published on an official platform that was not seen."""
    if finding.outcome is Outcome.FAILED and any(known.kind is PlatformKind.LETTERS for known in site.profile.platforms):
        return evolve(finding, outcome=Outcome.CANT_TELL, values=because("platform_not_seen") + finding.values[1:])
    return finding


def _statistics(site: SiteSnapshot) -> Finding:
    code = "statistics_missing"
    finding = single(ID, code, site, TrialKind.MESSAGE_STATISTICS)
    columns: Iterable[Column] = site.columns.items if site.columns else ()
    named = [column for column in columns if names_statistics(column.name, _OF) and column.state in _SHOWING]
    if finding.outcome is not Outcome.UNTESTED or not named:
        return finding
    column = min(named, key=lambda column: column.key)
    evidence = (Evidence(column.url, column.name, observed_at=column.fetched_at),)
    gap = unrecorded(site.trials)
    outcome = Outcome.CANT_TELL if gap else Outcome.PASSED
    return Finding(ID, code, outcome, whole(site), evidence=evidence, values=(*because(gap), ("column", column.name)))


INDICATOR = Indicator(
    id=ID,
    title=("留言公开", "Publishing messages"),
    section="D3",
    subject=SubjectKind.SITE,
    needs=("messages", "letters", "columns", "trials", "judgements"),
    codes=(
        worded(
            "none_published",
            ("咨询建言类栏目是否未公开任何留言？", "Do the consultation columns publish no message at all?"),
            ("咨询建言类栏目未公开留言（{reason}）", "The consultation columns publish no message ({reason})"),
            ("咨询建言类栏目公开了留言（见到{messages}条）", "The consultation columns publish messages ({messages} seen)"),
            Outcome.UNTESTED,
        ),
        worded(
            "facts_missing",
            (
                "公开的留言是否缺少留言时间、答复时间、答复单位或答复内容？",
                "Does a published message lack time of message, time of reply, replying body or reply text?",
            ),
            ("公开的留言“{target}”缺少{fault}", "The published message “{target}” lacks {fault}"),
            ("公开的留言“{target}”要素齐全", "The published message “{target}” is whole"),
            Outcome.CANT_TELL,
            Outcome.UNTESTED,
            Outcome.INAPPLICABLE,
            target=TargetKind.MESSAGE,
        ),
        worded(
            "not_updated",
            ("公开的留言是否2个月内未更新？", "Were published messages not updated in 2 months?"),
            (
                "公开的留言2个月内未更新[，最近更新日期{newest}][，距监测时间点{days_since_update}天]（{reason}）",
                "Published messages were not updated in 2 months[, newest date {newest}][, {days_since_update} days ago] ({reason})",
            ),
            (
                "公开的留言按要求更新[，最近更新日期{newest}][，还有{days_left}天到期]",
                "Published messages are up to date[, newest date {newest}][, days left: {days_left}]",
            ),
            Outcome.CANT_TELL,
            Outcome.UNTESTED,
            Outcome.INAPPLICABLE,
        ),
        worded(
            "statistics_missing",
            (
                "是否未公开留言受理和答复的统计数据？",
                "Are statistics of messages received and answered not published?",
            ),
            ("未公开留言受理和答复情况统计数据（{reason}）", "Statistics of messages received and answered are not published ({reason})"),
            ("已公开留言受理和答复情况统计数据[（{column}）]", "Statistics of messages are published[ ({column})]"),
            Outcome.CANT_TELL,
            Outcome.UNTESTED,
        ),
    ),
    function=message_disclosure,
    params=PARAMS,
)
