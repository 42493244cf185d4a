"""Questions that only a recorded trial can answer."""

from __future__ import annotations

from ..values.finding import Evidence, Finding, Outcome, Target, TargetKind
from ..values.seen import Seen
from ..values.site import SiteSnapshot, Trial, TrialKind
from ._base import unseen, whole


def of_kind(trials: Seen[Trial] | None, *kinds: TrialKind) -> tuple[Trial, ...]:
    """The trials of these kinds, the oldest first."""
    return tuple(sorted((t for t in (trials.items if trials else ()) if t.kind in kinds), key=lambda t: (t.at, t.id)))


def evidence(trial: Trial) -> Evidence:
    """What a trial leaves to check: address, what came back, when, snapshot."""
    return Evidence(url=trial.url, quote=trial.result, locator=trial.means, observed_at=trial.at, snapshot=trial.snapshot)


def outcome_of(trial: Trial) -> tuple[Outcome, tuple[tuple[str, str], ...]]:
    """PASSED where the trial succeeded, FAILED where not, CANT_TELL where it could not be made."""
    if trial.succeeded is None:
        return Outcome.CANT_TELL, (("reason", "trial_impossible"),)
    return (Outcome.PASSED if trial.succeeded else Outcome.FAILED), ()


def single(indicator: str, code: str, site: SiteSnapshot, kind: TrialKind) -> Finding:
    """One question about the whole site, answered by the last trial of its kind; UNTESTED where there was none."""
    trials = of_kind(site.trials, kind)
    if not trials:
        return unseen(indicator, code, site, reason="not_looked" if site.trials is None else "no_trial", examined=1)
    outcome, values = outcome_of(trials[-1])
    return Finding(indicator, code, outcome, whole(site), evidence=(evidence(trials[-1]),), values=values)


def drawn(indicator: str, code: str, site: SiteSnapshot, kind: TrialKind, *, size: int) -> list[Finding]:
    """One question for each thing tried (``Trial.subject``), the last trial of each; draws missing to ``size`` are open.

    A later trial of the same subject takes the place of an earlier one.
    """
    last = {trial.subject or trial.id: trial for trial in of_kind(site.trials, kind)}
    findings = []
    for subject, trial in last.items():
        outcome, values = outcome_of(trial)
        target = Target(TargetKind.TRIAL, subject, subject, trial.url)
        findings.append(Finding(indicator, code, outcome, target, evidence=(evidence(trial),), values=values))
    if len(findings) < size:
        reason = "not_looked" if site.trials is None else "sample_too_small"
        findings.append(unseen(indicator, code, site, reason=reason, examined=size - len(findings)))
    return findings
