"""B3.1 实时互动."""

from __future__ import annotations

from datetime import datetime

from attrs import evolve

from ...values.dates import aware
from ...values.finding import Finding, Outcome
from ...values.site import SiteSnapshot, TrialKind
from ...values.subject import SubjectKind
from .._answers import AnswerParams, answer_in_time, answer_quality
from .._base import Indicator, because, fold, unseen, whole
from .._trials import evidence, of_kind, single, sure, trial_code

ID = "realtime_interaction"
PARAMS = AnswerParams(working_days=1)


def realtime_interaction(site: SiteSnapshot, *, as_of: datetime, params: AnswerParams = PARAMS) -> tuple[Finding, ...]:
    """实时互动: whether questions are answered at once, by people or by machine.

    What it checks: ``answered_in_time``: the last simulated simple question, answered by the end of the next working day and, as a
    person judged, rightly. ``auto_answers``: automatic answers tried; offered and right. Passed earns the points.
    Why it matters: a question answered at once needs no letter.
    Not applicable: nothing by itself; the list says which subjects it is for.
    Cannot tell: nobody tried; not yet due; days outside the known holiday tables, where they decide; nobody judged the answer;
    the last known trial worked and trials are known only in part.
    Known limits: a trial speaks for the moment and the means it was made with; the last one of each thing tried
    counts, and where they differ a person decides.
    Source: 政府网站检查指标, 加分 互动交流·实时互动; decision 17.
    """
    aware(as_of, "as_of")
    return fold([_question(site, as_of, params), _automatic(site)])


def _question(site: SiteSnapshot, as_of: datetime, params: AnswerParams) -> Finding:
    code = "answered_in_time"
    trials = of_kind(site.trials, TrialKind.ASK_REALTIME)
    if not trials:
        return unseen(ID, code, site, reason="not_looked" if site.trials is None else "no_trial", examined=1)
    trial = trials[-1]
    outcome, reason = answer_in_time(trial, params, as_of=as_of)
    quality, why = answer_quality(trial)
    if outcome is not Outcome.FAILED and (quality is Outcome.FAILED or outcome is Outcome.PASSED):
        outcome, reason = quality, why
    return sure(Finding(ID, code, outcome, whole(site), evidence=(evidence(trial),), values=because(reason)), site.trials)


def _automatic(site: SiteSnapshot) -> Finding:
    finding = single(ID, "auto_answers", site, TrialKind.AUTO_ANSWER)
    tried = of_kind(site.trials, TrialKind.AUTO_ANSWER)
    if tried and tried[-1].succeeded and tried[-1].quality_fault:
        return evolve(finding, outcome=Outcome.FAILED, values=because("poor_answer"))
    return finding


INDICATOR = Indicator(
    id=ID,
    title=("实时互动", "Real-time interaction"),
    section="B3",
    subject=SubjectKind.SITE,
    needs=("trials",),
    codes=(
        trial_code(
            "answered_in_time",
            ("模拟咨询是否在1个工作日内得到准确答复？", "Was the simulated question answered rightly within 1 working day?"),
            (
                "模拟咨询1个工作日内未得到准确答复（{reason}）",
                "The simulated question was not answered rightly within 1 working day ({reason})",
            ),
            ("模拟咨询1个工作日内得到准确答复", "The simulated question was answered rightly within 1 working day"),
        ),
        trial_code(
            "auto_answers",
            ("是否提供实时智能答问且答复准确？", "Are automatic answers offered, and right?"),
            ("未提供实时智能答问或答复不准确（{reason}）", "Automatic answers are not offered, or not right ({reason})"),
            ("提供实时智能答问且答复准确", "Automatic answers are offered, and right"),
        ),
    ),
    function=realtime_interaction,
    params=PARAMS,
)
