"""V5 互动回应差."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from attrs import frozen

from ...values.choices import choices
from ...values.dates import aware, day_of, months_before
from ...values.finding import Evidence, Finding, Measure, Outcome, Target, TargetKind
from ...values.site import ColumnKind, Message, MessageKind, PlatformKind, SiteSnapshot, TrialKind
from ...values.subject import SubjectKind
from .._base import Code, Indicator, because, conclude, days, distinct, unseen
from .._messages import from_letters
from .._trials import CONSULTED, single_or_absent, trial_code
from .._validity import repeated_ids, sign_of_invalidity

ID = "interaction_unresponsive"


class LateReply(StrEnum):
    """What an answer that came after more than the months allowed is: a fault, an open question, or nothing."""

    FIRES = "fires"
    OPEN = "open"
    IGNORED = "ignored"


@frozen(field_transformer=choices)
class InteractionUnresponsiveParams:
    """``looked_back_months``: how old a message may be. ``answer_months``: calendar months allowed for the answer.

    ``kinds``: the kinds of message that ought to be answered; 在线访谈, 调查征集, 网上信访 and 纪检举报 are not among them.
    """

    looked_back_months: int = 12
    answer_months: int = 3
    late_reply: LateReply = LateReply.OPEN
    kinds: tuple[MessageKind, ...] = CONSULTED


PARAMS = InteractionUnresponsiveParams()


def interaction_unresponsive(site: SiteSnapshot, *, as_of: datetime, params: InteractionUnresponsiveParams = PARAMS) -> tuple[Finding, ...]:
    """互动回应差: no effective online consultation channel, or a valid message left without reply for over three months.

    What it checks: ``no_channel``: the last recorded trial of each consultation channel; one that works is enough.
    ``unanswered``: each message asked within a year before the inspection and not answered by then, more than 3 calendar
    months after it was asked. ``answered_late``: answered, but later than that.
    Why it matters: one such message, or no channel, makes the site unqualified.
    Not applicable: messages asked earlier or after the inspection, judged invalid, or of kinds that do not count (信访,
    纪检举报, interviews, surveys, 找错).
    Cannot tell: a day of asking or answering that is not known where it decides; an overdue message that nobody judged valid;
    a late answer (``late_reply``). Published letters alone never pass, because sites rarely show what they left
    unanswered, unless the table is said to be complete.
    Known limits: without a trial ``no_channel`` fails only where the crawl is complete and shows neither a consultation column
    nor an official platform nor a letter, and no question was answered. A perfunctory answer is an answer here.
    Source: 政府网站检查指标, 单项否决 5; decision 16.
    """
    aware(as_of, "as_of")
    found = [_channel(site), *_messages(site, as_of, params)]
    return conclude(ID, (code.id for code in INDICATOR.codes), site, found, passed=True)


def _channel(site: SiteSnapshot) -> Finding:
    return single_or_absent(
        ID,
        "no_channel",
        site,
        TrialKind.CONSULTATION_CHANNEL,
        columns=(ColumnKind.CONSULTATION,),
        platform=PlatformKind.LETTERS,
        one_is_enough=True,
    )


def _messages(site: SiteSnapshot, as_of: datetime, params: InteractionUnresponsiveParams) -> list[Finding]:
    if site.messages is not None:
        every = distinct(site.messages.items, lambda message: message.id, "messages.id")
        messages = [message for message in every if message.kind in params.kinds]
        others = [message for message in every if message.kind not in params.kinds]
        published = all(message.published for message in messages)
        gap = "only_published_seen" if messages and published else "incomplete"
        missing = site.messages.missing
    elif site.letters is not None and site.letters.items:
        messages, others, gap, missing = from_letters(site.letters.items), [], "only_published_seen", None
    else:
        messages, others, gap, missing = [], [], "not_looked", None
    repeated = repeated_ids(messages)
    found = [_finding("unanswered", Outcome.INAPPLICABLE, message, "message_kind") for message in others]
    found += [finding for message in messages for finding in _message(message, as_of, params, repeated=message.id in repeated)]
    if missing != 0:
        outcome = Outcome.CANT_TELL if gap == "only_published_seen" else Outcome.UNTESTED
        found.append(unseen(ID, "unanswered", site, reason=gap, outcome=outcome, examined=missing))
        if params.late_reply is not LateReply.IGNORED:
            found.append(unseen(ID, "answered_late", site, reason=gap, outcome=outcome, examined=missing))
    return found


def _message(message: Message, as_of: datetime, params: InteractionUnresponsiveParams, *, repeated: bool) -> list[Finding]:
    today = day_of(as_of)
    asked = message.asked.span(as_of)
    if message.valid is False:
        return [_finding("unanswered", Outcome.INAPPLICABLE, message, "invalid", message.invalid_reason)]
    if asked is None:
        if _answered(message, today) is not True:
            return [_finding("unanswered", Outcome.CANT_TELL, message, "asked_unknown")]
        ignored = params.late_reply is LateReply.IGNORED
        late = (Outcome.INAPPLICABLE, "late_ignored") if ignored else (Outcome.CANT_TELL, "asked_unknown")
        in_time = _finding("answered_late", late[0], message, late[1])
        return [_finding("unanswered", Outcome.PASSED, message, ""), in_time]
    if asked[0] > today:
        return [_finding("unanswered", Outcome.INAPPLICABLE, message, "asked_after")]
    oldest = months_before(today, params.looked_back_months)
    if asked[1] < oldest:
        return [_finding("unanswered", Outcome.INAPPLICABLE, message, "asked_earlier")]
    age = (days("days_since_asked", (today - asked[0]).days),) if asked[0] == asked[1] else ()
    replied = message.replied.span(as_of)
    if replied is not None and replied[1] < asked[0]:
        return [_finding("unanswered", Outcome.CANT_TELL, message, "reply_before_message")]
    answered = _answered(message, today)
    due = months_before(today, params.answer_months)
    if answered is True:
        return [_finding("unanswered", Outcome.PASSED, message, "", measures=age), _late(message, asked, replied, today, params)]
    if asked[0] >= due:
        return [_finding("unanswered", Outcome.PASSED, message, "not_yet_due", measures=age)]
    if answered is None:
        return [_finding("unanswered", Outcome.CANT_TELL, message, "answer_unknown", measures=age)]
    if asked[1] >= due or asked[0] < oldest:
        return [_finding("unanswered", Outcome.CANT_TELL, message, "asked_unknown")]
    if message.valid is None:
        return [
            _finding(
                "unanswered", Outcome.CANT_TELL, message, "validity_unjudged", sign_of_invalidity(message, repeated=repeated), measures=age
            )
        ]
    return [_finding("unanswered", Outcome.FAILED, message, "unanswered", measures=age)]


def _answered(message: Message, today: date) -> bool | None:
    """Whether it was answered by the day of inspection; None where the record does not settle it."""
    day = message.replied.date
    if day is not None and day > today:
        return False
    replied = message.replied.absent is None or bool(message.reply.strip())
    if message.answered is None:
        return True if replied else None
    return None if replied and not message.answered else message.answered


def _late(
    message: Message, asked: tuple[date, date], replied: tuple[date, date] | None, today: date, params: InteractionUnresponsiveParams
) -> Finding:
    """The finding on the delay of an answer."""
    code, months = "answered_late", params.answer_months
    if params.late_reply is LateReply.IGNORED:
        return _finding(code, Outcome.INAPPLICABLE, message, "late_ignored")
    first, last = replied or (asked[0], today)
    last = min(last, today)
    if asked[0] >= months_before(last, months):
        return _finding(code, Outcome.PASSED, message, "", measures=_delay(asked, replied))
    if asked[1] >= months_before(first, months) or asked[0] < months_before(today, params.looked_back_months):
        return _finding(code, Outcome.CANT_TELL, message, "reply_date_unknown" if replied is None else "asked_unknown")
    if params.late_reply is LateReply.OPEN:
        return _finding(code, Outcome.CANT_TELL, message, "late_reply", measures=_delay(asked, replied))
    if message.valid is None:
        return _finding(code, Outcome.CANT_TELL, message, "validity_unjudged", measures=_delay(asked, replied))
    return _finding(code, Outcome.FAILED, message, "late_reply", measures=_delay(asked, replied))


def _delay(asked: tuple[date, date], replied: tuple[date, date] | None) -> tuple[Measure, ...]:
    exact = replied is not None and replied[0] == replied[1] and asked[0] == asked[1]
    return (days("days_to_answer", (replied[0] - asked[0]).days),) if exact and replied is not None else ()


def _finding(code: str, outcome: Outcome, message: Message, reason: str, note: str = "", *, measures: tuple[Measure, ...] = ()) -> Finding:
    target = Target(TargetKind.MESSAGE, message.id, message.title or message.id, message.url)
    values = because(reason, *((note,) if note else ()))
    values += tuple((name, reading.raw) for name, reading in (("asked", message.asked), ("replied", message.replied)) if reading.raw)
    return Finding(ID, code, outcome, target, 1, measures, (Evidence(message.url, message.title[:120]),), values)


INDICATOR = Indicator(
    id=ID,
    title=("互动回应差", "Poor response to the public"),
    section="V",
    subject=SubjectKind.SITE,
    needs=("trials", "columns", "messages", "letters"),
    codes=(
        trial_code(
            "no_channel",
            ("是否没有有效的网上咨询渠道？", "Is there no effective online consultation channel?"),
            ("没有提供网上有效咨询建言渠道（{reason}）", "There is no effective online consultation channel ({reason})"),
            ("网上咨询建言渠道有效", "There is an effective online consultation channel"),
        ),
        Code(
            "unanswered",
            (
                "监测时间点前1年内的有效留言是否超过3个月未答复？",
                "Was a valid message of the year before left without reply for over three months?",
            ),
            TargetKind.MESSAGE,
            (
                (
                    Outcome.FAILED,
                    (
                        "留言“{target}”超过3个月未答复[，留言时间{asked}][，距监测时间点{days_since_asked}天]",
                        "Message “{target}” was left without reply for over 3 months[, asked {asked}][, {days_since_asked} days ago]",
                    ),
                ),
                (Outcome.PASSED, ("{target}的答复情况符合要求[（{reason}）]", "No overdue reply: {target}[ ({reason})]")),
                (
                    Outcome.CANT_TELL,
                    ("无法判断留言“{target}”是否逾期未答复：{reason}", "Whether message “{target}” is overdue cannot be told: {reason}"),
                ),
                (Outcome.UNTESTED, ("未检查留言答复情况：{reason}", "Replies to messages were not looked at: {reason}")),
                (Outcome.INAPPLICABLE, ("留言{target}不计入：{reason}", "Message {target} does not count: {reason}")),
            ),
        ),
        Code(
            "answered_late",
            ("留言是否超过3个月才答复？", "Was a message answered only after more than three months?"),
            TargetKind.MESSAGE,
            (
                (
                    Outcome.FAILED,
                    (
                        "留言“{target}”超过3个月才答复[，留言时间{asked}][，答复时间{replied}][，历时{days_to_answer}天]",
                        "Message “{target}” was answered only after 3 months"
                        "[, asked {asked}][, replied {replied}][, {days_to_answer} days]",
                    ),
                ),
                (Outcome.PASSED, ("{target}在3个月内答复[（{reason}）]", "Answered within 3 months: {target}[ ({reason})]")),
                (
                    Outcome.CANT_TELL,
                    (
                        "留言“{target}”是否属于逾期答复需人工判断：{reason}[，历时{days_to_answer}天]",
                        "Whether message “{target}” was answered too late needs a person: {reason}[, {days_to_answer} days]",
                    ),
                ),
                (Outcome.UNTESTED, ("未检查留言答复时间：{reason}", "The times of replies were not looked at: {reason}")),
                (
                    Outcome.INAPPLICABLE,
                    ("留言{target}的答复时间不计入：{reason}", "The delay of message {target} does not count: {reason}"),
                ),
            ),
        ),
    ),
    function=interaction_unresponsive,
    params=PARAMS,
)
