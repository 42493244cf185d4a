"""Questions asked: were they answered within some working days (decision 17), and how well."""

from __future__ import annotations

from datetime import date, datetime

from attrs import frozen

from ..values.dates import aware, day_of
from ..values.finding import Outcome
from ..values.holidays import STATE_COUNCIL
from ..values.site import Trial
from ..values.workdays import WorkCalendar, working_days_after


@frozen
class AnswerParams:
    """``working_days`` allowed for an answer by ``calendar``; the day of asking does not count."""

    working_days: int = 5
    calendar: WorkCalendar = STATE_COUNCIL


def in_time(
    asked: date, replied: date | None, *, answered: bool | None, days: int, calendar: WorkCalendar, today: date
) -> tuple[Outcome, str]:
    """Whether an answer came by the end of ``days`` working days after the day of asking, with the reason where it did not.

    PASSED; FAILED ``late`` or ``no_answer``; UNTESTED ``answer_not_due`` where the time is not over ``today``;
    CANT_TELL where the calendar does not know the days or the answer has no known date. ``days`` natural days are in time
    under every calendar.
    """
    if replied is not None and replied < asked:
        return Outcome.CANT_TELL, "reply_before_message"
    if replied is not None and (replied - asked).days <= days:
        return Outcome.PASSED, ""
    if replied is None and answered is not False:
        return Outcome.CANT_TELL, "answer_unknown" if answered is None else "reply_date_unknown"
    due = working_days_after(asked, days, calendar)
    if due is None:
        return Outcome.CANT_TELL, "calendar_unknown"
    if replied is not None:
        return (Outcome.PASSED, "") if replied <= due else (Outcome.FAILED, "late")
    return (Outcome.FAILED, "no_answer") if today > due else (Outcome.UNTESTED, "answer_not_due")


def answer_in_time(trial: Trial, params: AnswerParams, *, as_of: datetime) -> tuple[Outcome, str]:
    """``in_time`` for a question that somebody asked to try it out."""
    if trial.succeeded is None and trial.answered_at is None:
        return Outcome.CANT_TELL, "trial_impossible"
    replied = day_of(aware(trial.answered_at, "trials.answered_at")) if trial.answered_at else None
    return in_time(
        day_of(trial.at), replied, answered=trial.succeeded, days=params.working_days, calendar=params.calendar, today=day_of(as_of)
    )


def answer_quality(trial: Trial) -> tuple[Outcome, str]:
    """Whether an answer is right and to the point, as a person judged it."""
    if trial.quality_fault is None:
        return Outcome.UNTESTED, "not_judged"
    return (Outcome.FAILED, "poor_answer") if trial.quality_fault else (Outcome.PASSED, "")
