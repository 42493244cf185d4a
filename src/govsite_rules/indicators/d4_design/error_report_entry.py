"""D4.4 “我为政府网站找错”监督举报平台入口."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from attrs import frozen

from ...values.dates import aware, day_of, months_before
from ...values.finding import Evidence, Finding, Outcome, Target, TargetKind
from ...values.holidays import STATE_COUNCIL
from ...values.site import Message, MessageKind, SiteSnapshot
from ...values.subject import SubjectKind
from ...values.workdays import WorkCalendar, working_days_after
from .._base import Code, Indicator, because, conclude, days, distinct, unseen, whole
from .._marks import MAX_EVIDENCE, home_mark, page_check

ID = "error_report_entry"
MARK = "error_report_entry"
MESSAGE_CODES = ("answered_late", "poor_answer")


@frozen
class ErrorReportEntryParams:
    """``looked_back_months``: how old a message may be. ``answer_days``: working days for the answer, by ``calendar``."""

    looked_back_months: int = 6
    answer_days: int = 3
    calendar: WorkCalendar = STATE_COUNCIL


PARAMS = ErrorReportEntryParams()


def error_report_entry(site: SiteSnapshot, *, as_of: datetime, params: ErrorReportEntryParams = PARAMS) -> tuple[Finding, ...]:
    """我为政府网站找错: the entry in the footer of every page, and the answers to what came in through it.

    What it checks: ``home_entry_missing``: the homepage. ``page_entry_missing``: each other readable column or article page of
    the site's own hosts. ``answered_late``: each 找错 message of the 6 calendar months before the inspection that was not
    answered within 3 working days; the day of receipt does not count. ``poor_answer``: its answer was judged poor, evasive or
    perfunctory.
    Why it matters: a missing entry, and each late or poor answer, costs points.
    Not applicable: messages asked after the inspection, earlier, or judged invalid, and those whose answer is not yet due at
    the end of the day of inspection; for ``poor_answer`` those without an answer.
    Cannot tell: a footer drawn by script or frame; days of asking or answering that are not known where they decide;
    years outside the calendar, but for replies within 3 natural days. Nobody judged the answer: not looked at.
    Known limits: the entry counts as link, picture or loader script, on old hosts too. Messages of this kind are known only
    from the caller's export of the national platform.
    Source: 政府网站检查指标, 扣分 功能设计·我为政府网站找错; decisions 17 and 19.
    """
    aware(as_of, "as_of")
    found = [_home(site), *_pages(site), *_messages(site, as_of, params)]
    return conclude(ID, (code.id for code in INDICATOR.codes), site, found, passed=True)


def _home(site: SiteSnapshot) -> Finding:
    outcome, reason, mark = home_mark(site, MARK)
    home = site.homepage
    evidence = (Evidence(home.url, mark.raw[:120], observed_at=home.fetched_at),) if home is not None else ()
    return Finding(ID, "home_entry_missing", outcome, whole(site), evidence=evidence, values=because(reason))


def _pages(site: SiteSnapshot) -> Iterator[Finding]:
    code = "page_entry_missing"
    check = page_check(site, MARK)
    if check is None:
        yield unseen(ID, code, site, reason="not_looked")
        return
    missing = because("mark_missing_page")
    for url in check.absent_at:
        yield Finding(ID, code, Outcome.FAILED, Target(TargetKind.PAGE, url, url, url), evidence=(Evidence(url),), values=missing)
    for outcome, number, values, urls in (
        (Outcome.FAILED, check.absent - len(check.absent_at), missing, ()),
        (Outcome.CANT_TELL, check.unknown, because("mark_unknown"), check.unknown_at[:MAX_EVIDENCE]),
        (Outcome.PASSED, check.shown, (), ()),
    ):
        if number > 0:
            target = Target(TargetKind.PAGE, f"*{outcome}")
            yield Finding(ID, code, outcome, target, number, evidence=tuple(map(Evidence, urls)), values=values)
    if site.page_checks is not None and not site.page_checks.complete:
        yield unseen(ID, code, site, reason="incomplete")


def _messages(site: SiteSnapshot, as_of: datetime, params: ErrorReportEntryParams) -> list[Finding]:
    if site.messages is None:
        return [unseen(ID, code, site, reason="not_looked") for code in MESSAGE_CODES]
    every = distinct(site.messages.items, lambda message: message.id, "messages.id")
    found = [finding for message in every if message.kind is MessageKind.ERROR_REPORT for finding in _message(message, as_of, params)]
    if site.messages.missing != 0:
        found += [unseen(ID, code, site, reason="incomplete", examined=site.messages.missing) for code in MESSAGE_CODES]
    return found


def _message(message: Message, as_of: datetime, params: ErrorReportEntryParams) -> Iterator[Finding]:
    """The findings on one message: both left out where it does not count."""
    today = day_of(as_of)
    asked = message.asked.span(as_of)
    if message.valid is False:
        reason = "invalid"
    elif asked is not None and asked[0] > today:
        reason = "asked_after"
    elif asked is not None and asked[1] < months_before(today, params.looked_back_months):
        reason = "asked_before_window"
    else:
        in_window = asked is not None and asked[0] >= months_before(today, params.looked_back_months)
        yield _late(message, asked, today, params, as_of, in_window=in_window)
        yield _poor(message, in_window=in_window)
        return
    for code in MESSAGE_CODES:
        yield _finding(code, Outcome.INAPPLICABLE, message, reason)


def _late(
    message: Message, asked: tuple[date, date] | None, today: date, params: ErrorReportEntryParams, as_of: datetime, *, in_window: bool
) -> Finding:
    code = "answered_late"
    if asked is None:
        return _finding(code, Outcome.CANT_TELL, message, "asked_unknown")
    first, last = (working_days_after(day, params.answer_days, params.calendar) for day in asked)
    replied = message.replied.span(as_of)
    if first is None or last is None:  # so many natural days are in time under every calendar
        if replied is not None and 0 <= (replied[1] - asked[0]).days <= params.answer_days:
            return _finding(code, Outcome.PASSED, message, "")
        return _finding(code, Outcome.CANT_TELL, message, "calendar_unknown")
    if replied is not None and replied[1] < asked[0]:
        return _finding(code, Outcome.CANT_TELL, message, "reply_before_message")
    due = (("due", last.isoformat()),) if first == last else ()
    answered = _answered(message)
    if replied is not None and replied[1] <= first:
        return _finding(code, Outcome.PASSED, message, "", due)
    if today <= first:
        return (
            _finding(code, Outcome.PASSED, message, "", due)
            if answered
            else _finding(code, Outcome.INAPPLICABLE, message, "answer_not_due", due)
        )
    if replied is not None and replied[0] > last:
        outcome, reason = Outcome.FAILED, "late"
    elif replied is not None or answered:
        outcome, reason = Outcome.CANT_TELL, "reply_date_unknown"
    elif answered is None:
        outcome, reason = Outcome.CANT_TELL, "answer_unknown"
    else:
        outcome, reason = (Outcome.FAILED, "no_answer") if today > last else (Outcome.CANT_TELL, "asked_unknown")
    if outcome is Outcome.FAILED and not in_window:
        outcome, reason = Outcome.CANT_TELL, "asked_unknown"
    return _finding(code, outcome, message, reason, due)


def _answered(message: Message) -> bool | None:
    """Whether it was answered; None where the record does not say, or contradicts itself."""
    replied = message.replied.absent is None or bool(message.reply.strip())
    if message.answered is None:
        return True if replied else None
    return None if replied and not message.answered else message.answered


def _poor(message: Message, *, in_window: bool) -> Finding:
    code = "poor_answer"
    if message.quality_fault is None:
        if _answered(message) is False:
            return _finding(code, Outcome.INAPPLICABLE, message, "no_answer")
        return _finding(code, Outcome.UNTESTED, message, "not_judged")
    if not message.quality_fault:
        return _finding(code, Outcome.PASSED, message, "judged")
    fault = (("fault", message.quality_fault),)
    if not in_window:
        return _finding(code, Outcome.CANT_TELL, message, "asked_unknown", fault)
    return _finding(code, Outcome.FAILED, message, "judged", fault)


def _finding(code: str, outcome: Outcome, message: Message, reason: str, values: tuple[tuple[str, str], ...] = ()) -> Finding:
    target = Target(TargetKind.MESSAGE, message.id, message.title or message.id, message.url)
    dates = tuple((name, reading.raw) for name, reading in (("asked", message.asked), ("replied", message.replied)) if reading.raw)
    asked, replied = message.asked.date, message.replied.date
    measures = (days("days_to_answer", (replied - asked).days),) if asked and replied and replied >= asked else ()
    evidence = (Evidence(message.url, message.title[:120]),)
    return Finding(ID, code, outcome, target, 1, measures, evidence, because(reason) + values + dates)


INDICATOR = Indicator(
    id=ID,
    title=("我为政府网站找错", "Error report entry"),
    section="D4",
    subject=SubjectKind.SITE,
    needs=("homepage", "page_checks", "messages"),
    codes=(
        Code(
            "home_entry_missing",
            ("首页底部是否缺少“我为政府网站找错”入口？", "Is the error report entry missing from the homepage footer?"),
            TargetKind.SITE,
            (
                (Outcome.FAILED, ("首页底部未添加“我为政府网站找错”入口", "The error report entry is missing from the homepage footer")),
                (Outcome.PASSED, ("首页底部有“我为政府网站找错”入口", "The homepage footer has the error report entry")),
                (
                    Outcome.CANT_TELL,
                    (
                        "无法判断首页底部是否有找错入口：{reason}",
                        "Whether the homepage has the error report entry cannot be told: {reason}",
                    ),
                ),
                (Outcome.UNTESTED, ("未检查首页找错入口：{reason}", "The homepage was not looked at for the error report entry: {reason}")),
            ),
        ),
        Code(
            "page_entry_missing",
            ("其他页面底部是否缺少“我为政府网站找错”入口？", "Is the error report entry missing from another page's footer?"),
            TargetKind.PAGE,
            (
                (Outcome.FAILED, ("页面底部未添加“我为政府网站找错”入口：{target}", "The error report entry is missing from {target}")),
                (Outcome.PASSED, ("页面底部有找错入口[（{count}个页面）]", "The error report entry is there[ ({count} pages)]")),
                (
                    Outcome.CANT_TELL,
                    (
                        "无法判断页面底部是否有找错入口：{target}（{reason}）",
                        "Whether the error report entry is there cannot be told: {target} ({reason})",
                    ),
                ),
                (
                    Outcome.UNTESTED,
                    ("未全面检查其他页面找错入口：{reason}", "Not every page was looked at for the error report entry: {reason}"),
                ),
            ),
        ),
        Code(
            "answered_late",
            (
                "监测时间点前6个月内的找错留言是否未在3个工作日内答复？",
                "Was an error report of the last 6 months not answered within 3 working days?",
            ),
            TargetKind.MESSAGE,
            (
                (
                    Outcome.FAILED,
                    (
                        "找错留言“{target}”未在规定时间内答复（{reason}）[，留言时间{asked}][，最迟应于{due}答复][，答复时间{replied}]",
                        "Error report “{target}” was not answered in time ({reason})[, asked {asked}][, due {due}][, replied {replied}]",
                    ),
                ),
                (Outcome.PASSED, ("找错留言{target}按时答复", "Answered in time: {target}")),
                (
                    Outcome.CANT_TELL,
                    (
                        "无法判断找错留言“{target}”是否按时答复：{reason}",
                        "Whether error report “{target}” was answered in time cannot be told: {reason}",
                    ),
                ),
                (Outcome.UNTESTED, ("未检查找错留言答复情况：{reason}", "Answers to error reports were not looked at: {reason}")),
                (Outcome.INAPPLICABLE, ("找错留言{target}不计入：{reason}", "Error report {target} does not count: {reason}")),
            ),
        ),
        Code(
            "poor_answer",
            ("找错留言的答复是否质量差、推诿或敷衍？", "Was the answer to an error report poor, evasive or perfunctory?"),
            TargetKind.MESSAGE,
            (
                (Outcome.FAILED, ("找错留言“{target}”答复质量不高：{fault}", "The answer to error report “{target}” is poor: {fault}")),
                (Outcome.PASSED, ("找错留言{target}的答复未发现问题", "Nothing is wrong with the answer: {target}")),
                (
                    Outcome.CANT_TELL,
                    (
                        "找错留言“{target}”答复质量不高（{fault}），但是否计入不明：{reason}",
                        "The answer to error report “{target}” is poor ({fault}), but whether it counts is not known: {reason}",
                    ),
                ),
                (Outcome.UNTESTED, ("找错留言{target}的答复质量未检查：{reason}", "Answer not judged: {target} ({reason})")),
                (Outcome.INAPPLICABLE, ("找错留言{target}不计入：{reason}", "Error report {target} does not count: {reason}")),
            ),
        ),
    ),
    function=error_report_entry,
    params=PARAMS,
)
