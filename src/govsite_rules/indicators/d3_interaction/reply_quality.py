"""D3.4 办理答复."""

from __future__ import annotations

from datetime import datetime

from ...values.dates import aware
from ...values.finding import Finding, Outcome, Target, TargetKind
from ...values.site import SiteSnapshot, Trial, TrialKind
from ...values.subject import SubjectKind
from .._answers import AnswerParams, answer_in_time, answer_quality
from .._base import Indicator, because, distinct, fold
from .._trials import evidence, of_kind, untried
from .._words import worded

ID = "reply_quality"
SIZE = 2
PARAMS = AnswerParams()


def reply_quality(site: SiteSnapshot, *, as_of: datetime, params: AnswerParams = PARAMS) -> tuple[Finding, ...]:
    """办理答复: whether simple questions are answered in time and well.

    What it checks: 2 simulated simple questions. ``not_answered``: no online answer by the end of the fifth working day after the
    day of asking. ``poor_answer``: what a person found poor, evasive or perfunctory about an answer that came in time.
    Why it matters: a channel is worth what comes back.
    Not applicable: ``poor_answer`` for a question that was not answered in time; that costs its points already.
    Cannot tell: fewer than 2 questions asked, or known only in part; not yet due; a question that could not be asked; an answer
    of unknown date; days outside the known holiday tables, where they decide; nobody judged the answer.
    Known limits: that a late answer is not judged again is a reading. Quality is a person's judgement.
    Source: 政府网站检查指标, 扣分 互动交流·办理答复; decision 17.
    """
    aware(as_of, "as_of")
    trials = distinct(of_kind(site.trials, TrialKind.ASK), lambda trial: trial.id, "trials.id")
    found = [finding for trial in trials for finding in _question(trial, as_of, params)]
    size = SIZE if len(trials) < SIZE else None
    found += [finding for code in INDICATOR.codes for finding in untried(ID, code.id, site, len(trials), size=size)]
    return fold(found)


def _question(trial: Trial, as_of: datetime, params: AnswerParams) -> list[Finding]:
    outcome, reason = answer_in_time(trial, params, as_of=as_of)
    if outcome is Outcome.PASSED:
        quality, why = answer_quality(trial)
    else:
        quality, why = (Outcome.INAPPLICABLE, reason) if outcome is Outcome.FAILED else (outcome, reason)
    target = Target(TargetKind.TRIAL, trial.id, trial.subject or trial.id, trial.url)
    fault = (("fault", trial.quality_fault),) if quality is Outcome.FAILED and trial.quality_fault else ()
    seen = (evidence(trial),)
    return [
        Finding(ID, "not_answered", outcome, target, evidence=seen, values=because(reason)),
        Finding(ID, "poor_answer", quality, target, evidence=seen, values=because(why) + fault),
    ]


INDICATOR = Indicator(
    id=ID,
    title=("办理答复", "Replies"),
    section="D3",
    subject=SubjectKind.SITE,
    needs=("trials",),
    codes=(
        worded(
            "not_answered",
            ("模拟咨询是否5个工作日内未答复？", "Was the simulated question not answered within 5 working days?"),
            (
                "模拟咨询“{target}”5个工作日内未答复（{reason}）",
                "The simulated question “{target}” was not answered within 5 working days ({reason})",
            ),
            ("模拟咨询“{target}”按时答复", "The simulated question “{target}” was answered in time"),
            Outcome.CANT_TELL,
            Outcome.UNTESTED,
            target=TargetKind.TRIAL,
        ),
        worded(
            "poor_answer",
            ("模拟咨询的答复是否质量不高、推诿或敷衍？", "Was the answer poor, evasive or perfunctory?"),
            ("模拟咨询“{target}”答复质量不高：{fault}", "The answer to “{target}” is poor: {fault}"),
            ("模拟咨询“{target}”答复质量符合要求", "The answer to “{target}” was judged good"),
            Outcome.CANT_TELL,
            Outcome.UNTESTED,
            Outcome.INAPPLICABLE,
            target=TargetKind.TRIAL,
        ),
    ),
    function=reply_quality,
    params=PARAMS,
)
