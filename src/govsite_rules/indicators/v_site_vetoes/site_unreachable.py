"""V2 站点无法访问."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from fractions import Fraction

from attrs import frozen

from ...values.dates import SHANGHAI, aware
from ...values.finding import Evidence, Finding, Measure, Outcome, Target, TargetKind
from ...values.site import Period, SiteSnapshot, Try, TryResult
from ...values.subject import SubjectKind
from .._base import Code, Indicator, because, conclude, count, unseen

ID = "site_unreachable"
CODE = "try_failed"


@frozen
class SiteUnreachableParams:
    """``days`` watched, ``tries_a_day`` at least, ``seconds`` by which a page must be open (reaching them is too late)."""

    days: int = 7
    tries_a_day: int = 20
    seconds: float = 15.0


PARAMS = SiteUnreachableParams()

_DEAD = (TryResult.DNS, TryResult.TCP, TryResult.TLS, TryResult.SERVER_ERROR)


def site_unreachable(site: SiteSnapshot, *, as_of: datetime, params: SiteUnreachableParams = PARAMS) -> tuple[Finding, ...]:
    """站点无法访问: tries to open the homepage during the week before the inspection.

    What it checks: each try of the 7 times 24 hours that end with the inspection; one that had not opened at 15.0 seconds
    fails, and so does one ended by DNS, TCP, TLS or a server error. The checklist compares the failed share with its limit.
    Why it matters: where 5 % of the tries fail the site is unqualified.
    Not applicable: a try inside a reported maintenance window.
    Cannot tell: a try that met a challenge or a refusal meant for robots; one without its duration; one given up before
    15 seconds. Tries missing to 20 for each 24 hours are open, as many as are missing; a span wholly inside a maintenance
    window needs none.
    Known limits: a timeout without a duration is taken as one at the limit. Tries outside the week are left out and counted.
    Source: 政府网站检查指标, 单项否决 2; decision 15.
    """
    aware(as_of, "as_of")
    tries = site.tries
    if tries is None:
        return conclude(ID, (CODE,), site, [unseen(ID, CODE, site, reason="not_looked")])
    windows = [Period(aware(p.start, "maintenance.start"), aware(p.end, "maintenance.end"), p.note) for p in site.profile.maintenance]
    start = as_of - timedelta(days=params.days)
    inside = [attempt for attempt in tries.items if start < aware(attempt.at, "tries.at") <= as_of]
    found = _each(inside, windows, params)
    short = _missing(inside, windows, as_of, params)
    outside = len(tries.items) - len(inside)
    if tries.missing != 0:
        found.append(unseen(ID, CODE, site, reason="incomplete", examined=None if tries.missing is None else max(short, tries.missing)))
    elif short:
        found.append(unseen(ID, CODE, site, reason="too_few_tries", examined=short))
    return tuple(
        _with_share(finding, found, outside) for finding in conclude(ID, (CODE,), site, found, empty=Outcome.INAPPLICABLE, passed=True)
    )


def _each(tries: Sequence[Try], windows: Sequence[Period], params: SiteUnreachableParams) -> list[Finding]:
    found = []
    met: Counter[str] = Counter()
    for attempt in sorted(tries, key=lambda item: (item.at, item.result, str(item.elapsed))):
        at = attempt.at.isoformat()
        met[at] += 1
        shown = attempt.at.astimezone(SHANGHAI).replace(tzinfo=None).isoformat(" ", "minutes")
        target = Target(TargetKind.TRIAL, at if met[at] == 1 else f"{at}#{met[at]}", shown)
        outcome, reason = _judge(attempt, windows, params)
        known = attempt.elapsed is not None and 0 <= attempt.elapsed < float("inf")
        measures = (Measure("elapsed", Fraction(str(attempt.elapsed)), "seconds"),) if known else ()
        found.append(Finding(ID, CODE, outcome, target, 1, measures, (Evidence(observed_at=attempt.at),), because(reason)))
    return found


def _judge(attempt: Try, windows: Sequence[Period], params: SiteUnreachableParams) -> tuple[Outcome, str]:
    if any(window.start <= attempt.at <= window.end for window in windows):
        return Outcome.INAPPLICABLE, "maintenance"
    if attempt.result in _DEAD:
        return Outcome.FAILED, f"try_{attempt.result}"
    if attempt.result is TryResult.BLOCKED:
        return Outcome.CANT_TELL, "blocked"
    elapsed = attempt.elapsed
    if attempt.result is TryResult.TIMEOUT:
        given_up = elapsed is not None and not elapsed >= params.seconds
        return (Outcome.CANT_TELL, "given_up_early") if given_up else (Outcome.FAILED, "try_timeout")
    if elapsed is None or not elapsed >= 0:
        return Outcome.CANT_TELL, "elapsed_unknown"
    return (Outcome.FAILED, "too_slow") if elapsed >= params.seconds else (Outcome.PASSED, "")


def _missing(tries: Sequence[Try], windows: Sequence[Period], as_of: datetime, params: SiteUnreachableParams) -> int:
    """How many tries are missing over the spans of 24 hours counted back from the inspection."""
    made = Counter((as_of - attempt.at) // timedelta(days=1) for attempt in tries)
    missing = 0
    for span in range(params.days):
        end = as_of - timedelta(days=span)
        start = end - timedelta(days=1)
        if not any(window.start <= start and end <= window.end for window in windows):
            missing += max(params.tries_a_day - made[span], 0)
    return missing


def _with_share(finding: Finding, found: Sequence[Finding], outside: int) -> Finding:
    """The folded finding of successful tries carries the totals; a single try carries only its own time."""
    if finding.outcome is not Outcome.PASSED:
        return finding
    failed = sum(item.outcome is Outcome.FAILED for item in found)
    passed = sum(item.outcome is Outcome.PASSED for item in found)
    measures = (
        count("tries", failed + passed),
        count("failed_tries", failed),
        Measure("failed_share", Fraction(failed, failed + passed), "share"),
        *((count("tries_outside", outside),) if outside else ()),
    )
    return Finding(ID, CODE, finding.outcome, finding.target, finding.examined, measures, values=finding.values)


INDICATOR = Indicator(
    id=ID,
    title=("站点无法访问", "Site unreachable"),
    section="V",
    subject=SubjectKind.SITE,
    needs=("tries",),
    codes=(
        Code(
            CODE,
            ("首页是否未能在15秒内打开？", "Did the homepage fail to open within 15 seconds?"),
            TargetKind.TRIAL,
            (
                (Outcome.FAILED, ("{target}访问首页失败（{reason}）", "Opening the homepage at {target} failed ({reason})")),
                (
                    Outcome.PASSED,
                    (
                        "首页正常打开{count}次[，失败{failed_tries}次，占{failed_share}]",
                        "The homepage opened {count} times[, failed {failed_tries} times, a share of {failed_share}]",
                    ),
                ),
                (Outcome.CANT_TELL, ("{target}的访问结果无法判断：{reason}", "The try at {target} tells nothing: {reason}")),
                (Outcome.UNTESTED, ("访问次数不足[，缺{count}次]：{reason}", "There are too few tries[, {count} missing]: {reason}")),
                (Outcome.INAPPLICABLE, ("{count}次访问不计入：{reason}", "{count} tries do not count: {reason}")),
            ),
        ),
    ),
    function=site_unreachable,
    params=PARAMS,
)
