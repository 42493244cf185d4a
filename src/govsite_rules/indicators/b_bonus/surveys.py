"""B3.2 调查征集."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from attrs import frozen

from ...values.dates import aware, day_of, months_after, months_before
from ...values.finding import Evidence, Finding, Outcome
from ...values.site import SiteSnapshot, Survey, TrialKind
from ...values.subject import SubjectKind
from .._base import Indicator, because, count, distinct, fold, unseen, whole
from .._trials import single, trial_code, unrecorded

ID = "surveys"


@frozen
class SurveysParams:
    """``held``: how many surveys in ``looked_back_months``; ``result_months``: calendar months allowed for a result after the end."""

    held: int = 6
    looked_back_months: int = 12
    result_months: int = 1


PARAMS = SurveysParams()


def surveys(site: SiteSnapshot, *, as_of: datetime, params: SurveysParams = PARAMS) -> tuple[Finding, ...]:
    """调查征集: whether surveys are held often enough, and their results published in time.

    What it checks: ``enough_held``: 6 surveys or more opened in the year before the inspection through an online channel; e-mail does
    not count, and a recorded trial of the channel that failed settles it. ``results_published``: every one of that year
    published its result within 1 month of its end. Passed earns the points.
    Why it matters: who asks the public owes it the answer.
    Not applicable: nothing by itself; the list says which subjects it is for.
    Cannot tell: surveys not all known; a day of opening, an end or a channel that is not known where it decides; nobody looked for
    a result; all surveys of the year still open, or ended less than 1 month ago without a result; enough of them where no
    complete record of trials shows that none of the channel failed.
    Known limits: a survey belongs to the year in which it was opened; one of unknown opening, to that of its end only where
    that lies before the year.
    Source: 政府网站检查指标, 加分 互动交流·调查征集; decision 20.
    """
    aware(as_of, "as_of")
    if site.surveys is None:
        return fold([_held(site, (), (), params), unseen(ID, "results_published", site, reason="not_looked", examined=1)])
    today = day_of(as_of)
    every = sorted(distinct(site.surveys.items, lambda survey: survey.id, "surveys.id"), key=lambda survey: survey.id)
    possible = [survey for survey in every if survey.channel != "email" and _of_the_year(survey, today, params) is not False]
    sure = [survey for survey in possible if _sure(survey)]
    return fold([_held(site, sure, possible, params), _results(site, possible, today, params)])


def _of_the_year(survey: Survey, today: date, params: SurveysParams) -> bool | None:
    start = months_before(today, params.looked_back_months)
    if survey.opened is not None:
        return start <= survey.opened <= today
    return False if survey.ended is not None and survey.ended < start else None


def _sure(survey: Survey) -> bool:
    """Whether a survey that may be of the year surely is, and online."""
    return survey.channel == "web" and survey.opened is not None


def _held(site: SiteSnapshot, sure: Sequence[Survey], possible: Sequence[Survey], params: SurveysParams) -> Finding:
    code = "enough_held"
    channel = single(ID, code, site, TrialKind.SURVEY_CHANNEL, one_is_enough=True)
    if channel.outcome is Outcome.FAILED:
        return channel
    if site.surveys is None:
        return unseen(ID, code, site, reason="not_looked", examined=1)
    if len(sure) >= params.held:
        gap = unrecorded(site.trials)
        outcome, reason = (Outcome.CANT_TELL, gap) if gap else (Outcome.PASSED, "")
    elif site.surveys.missing is None or len(possible) + site.surveys.missing >= params.held:
        outcome, reason = (Outcome.UNTESTED, "incomplete") if site.surveys.missing != 0 else (Outcome.CANT_TELL, "survey_unknown")
    else:
        outcome, reason = Outcome.FAILED, "too_few_surveys"
    return Finding(ID, code, outcome, whole(site), measures=(count("held", len(sure)),), values=because(reason))


def _results(site: SiteSnapshot, those: Sequence[Survey], today: date, params: SurveysParams) -> Finding:
    code = "results_published"
    judged = [(survey, *_result(survey, today, params)) for survey in those]
    failed = [item for item in judged if item[1] is Outcome.FAILED]
    still_open = [item for item in judged if item[1].is_open]
    passed = [item for item in judged if item[1] is Outcome.PASSED]
    complete = site.surveys is not None and site.surveys.missing == 0
    if failed:
        outcome, reason, shown = Outcome.FAILED, failed[0][2], failed
    elif still_open:
        outcome, reason, shown = Outcome.CANT_TELL, still_open[0][2], still_open
    elif not complete:
        outcome, reason, shown = Outcome.UNTESTED, "incomplete", passed
    elif any(_sure(survey) for survey, *_ in passed):
        outcome, reason, shown = Outcome.PASSED, "", passed
    elif passed:
        outcome, reason, shown = Outcome.CANT_TELL, "survey_unknown", passed
    else:
        outcome, reason, shown = (Outcome.CANT_TELL, "results_not_due", judged) if judged else (Outcome.FAILED, "too_few_surveys", [])
    values = (*because(reason), *((("items", "、".join(survey.title for survey, *_ in shown[:5])),) if shown else ()))
    evidence = tuple(Evidence(survey.url, survey.title[:120]) for survey, *_ in shown[:5])
    measures = (count("judged", len(failed) + len(passed)),)
    return Finding(ID, code, outcome, whole(site), measures=measures, evidence=evidence, values=values)


def _result(survey: Survey, today: date, params: SurveysParams) -> tuple[Outcome, str]:
    """The answer on one survey that is, or may be, of the year; INAPPLICABLE: not yet due (decision 20)."""
    published = survey.result_published
    due = None if survey.ended is None else months_after(survey.ended, params.result_months)
    if published is not None and due is not None and published <= due:
        return Outcome.PASSED, ""
    if due is not None and today <= due:
        return Outcome.INAPPLICABLE, "results_not_due"
    if due is None:
        return Outcome.CANT_TELL, "end_unknown"
    if published is None and not survey.result_known:
        return Outcome.CANT_TELL, "result_unknown"
    if not _sure(survey):
        return Outcome.CANT_TELL, "survey_unknown"
    return Outcome.FAILED, "result_missing" if published is None else "result_late"


INDICATOR = Indicator(
    id=ID,
    title=("调查征集", "Surveys"),
    section="B3",
    subject=SubjectKind.SITE,
    needs=("surveys", "trials"),
    codes=(
        trial_code(
            "enough_held",
            ("1年内是否通过网上渠道开展6次及以上调查征集？", "Were 6 or more surveys held online in 1 year?"),
            ("1年内网上调查征集不足6次[（{held}次）]（{reason}）", "Fewer than 6 surveys were held online in 1 year[ ({held})] ({reason})"),
            ("1年内网上开展调查征集{held}次", "{held} surveys were held online in 1 year"),
        ),
        trial_code(
            "results_published",
            (
                "1年内的调查征集是否都在结束后1个月内公布结果？",
                "Did every survey of the year publish its result within 1 month of its end?",
            ),
            (
                "有调查征集未在结束后1个月内公布结果（{reason}）[：{items}]",
                "A survey published no result within 1 month of its end ({reason})[: {items}]",
            ),
            ("1年内已结束的调查征集均按时公布结果（{judged}项）", "Every survey due published its result in time ({judged})"),
        ),
    ),
    function=surveys,
    params=PARAMS,
)
