"""Questions that only a recorded trial can answer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from attrs import evolve

from ..values.dates import aware
from ..values.finding import Evidence, Finding, Outcome, Target, TargetKind
from ..values.page import MarkState
from ..values.seen import Seen
from ..values.site import ColumnKind, ColumnState, PlatformKind, SiteSnapshot, Trial, TrialKind
from ._base import Code, Text, Values, because, unseen, whole

_FAILED_LAST = {True: 0, None: 1, False: 2}


def of_kind(trials: Seen[Trial] | None, *kinds: TrialKind) -> tuple[Trial, ...]:
    """The trials of these kinds, the oldest first. Raises InputError for a time without a zone.

    Of those of one moment the ones that failed come last: what somebody could do elsewhere clears nothing.
    """
    return tuple(
        sorted(
            (trial for trial in (trials.items if trials else ()) if trial.kind in kinds),
            key=lambda trial: (aware(trial.at, "trials.at"), _FAILED_LAST[trial.succeeded], trial.id),
        )
    )


def evidence(trial: Trial) -> Evidence:
    """What a trial leaves to check: address, what came back, when, snapshot."""
    return Evidence(url=trial.url, quote=trial.result[:120], locator=trial.means, observed_at=trial.at, snapshot=trial.snapshot)


def outcome_of(trial: Trial) -> tuple[Outcome, Values]:
    """PASSED where the trial succeeded, FAILED where not, CANT_TELL where it could not be made."""
    if trial.succeeded is None:
        return Outcome.CANT_TELL, because("trial_impossible")
    return (Outcome.PASSED, ()) if trial.succeeded else (Outcome.FAILED, because("trial_failed"))


def unrecorded(trials: Seen[Trial] | None) -> str:
    """Why there may be a trial, and one that failed, of which nothing is known here; '' where the record is complete."""
    if trials is None:
        return "no_trial"
    return "" if trials.missing == 0 else "incomplete"


def sure(finding: Finding, trials: Seen[Trial] | None) -> Finding:
    """``finding``, open where it passed and a later trial that failed may be missing: a part of the record clears nobody."""
    gap = unrecorded(trials)
    return evolve(finding, outcome=Outcome.CANT_TELL, values=because(gap)) if gap and finding.outcome is Outcome.PASSED else finding


def single(indicator: str, code: str, site: SiteSnapshot, kind: TrialKind) -> Finding:
    """One question about the whole site, answered by the last trial of its kind; UNTESTED where there was none.

    That the last known trial succeeded settles nothing where trials may be missing.
    """
    trials = of_kind(site.trials, kind)
    if not trials:
        return unseen(indicator, code, site, reason="not_looked" if site.trials is None else "no_trial", examined=1)
    outcome, values = outcome_of(trials[-1])
    return sure(Finding(indicator, code, outcome, whole(site), evidence=(evidence(trials[-1]),), values=values), site.trials)


_TRIED = {
    PlatformKind.SERVICES: (TrialKind.SERVICES_OFFERED, TrialKind.SERVICE_CATALOGUE, TrialKind.REGISTER, TrialKind.APPLY),
    PlatformKind.LETTERS: (TrialKind.CONSULTATION_CHANNEL, TrialKind.SUBMIT_MESSAGE, TrialKind.ASK, TrialKind.ASK_REALTIME),
    PlatformKind.SEARCH: (TrialKind.SEARCH, TrialKind.SEARCH_TITLE, TrialKind.SEARCH_CLASSIFIED, TrialKind.SEARCH_FUZZY),
}


def single_or_absent(
    indicator: str, code: str, site: SiteSnapshot, kind: TrialKind, *, columns: Iterable[ColumnKind], platform: PlatformKind
) -> Finding:
    """Like ``single``; without a trial, FAILED where the crawl is complete and nothing of the kind exists (decision 16)."""
    finding = single(indicator, code, site, kind)
    if finding.outcome is not Outcome.UNTESTED or not nothing_offered(site, columns=columns, platform=platform):
        return finding
    return Finding(indicator, code, Outcome.FAILED, whole(site), values=because("nothing_offered"))


def nothing_offered(site: SiteSnapshot, *, columns: Iterable[ColumnKind], platform: PlatformKind) -> bool:
    """Whether the crawl is complete and shows nothing of a kind.

    Something of the kind: a column of one of the kinds that is not blank, one whose kind is not known, an official platform,
    for search a search box on the homepage, for services a service item, for letters a message, and whatever a trial of the
    same kind could use.
    """
    if not site.profile.crawl_complete or site.columns is None or not site.columns.complete:
        return False
    kinds = {*columns, ColumnKind.UNKNOWN}
    offered = any(column.kind in kinds and column.state is not ColumnState.BLANK for column in site.columns.items)
    searched = platform is PlatformKind.SEARCH and site.homepage is not None and site.homepage.marks.search.state is not MarkState.ABSENT
    linked = bool(site.platform_links) or any(known.kind is platform for known in site.profile.platforms)
    used = any(trial.succeeded and trial.kind in _TRIED.get(platform, ()) for trial in (site.trials.items if site.trials else ()))
    shown: dict[PlatformKind, tuple[Seen[Any] | None, ...]] = {
        PlatformKind.SERVICES: (site.guides,),
        PlatformKind.LETTERS: (site.messages, site.letters),
    }
    held = any(part is not None and part.items for part in shown.get(platform, ()))
    return not (offered or searched or linked or used or held)


def drawn(indicator: str, code: str, site: SiteSnapshot, kind: TrialKind, *, size: int | None) -> list[Finding]:
    """One question for each thing tried (``Trial.subject``), the last trial of each; what is missing to ``size`` is open.

    ``size`` None: nobody can say how many there are to try, at least one; all were tried only where the record is complete.
    """
    last = {trial.subject or trial.id: trial for trial in of_kind(site.trials, kind)}
    findings = []
    for subject, trial in last.items():
        outcome, values = outcome_of(trial)
        target = Target(TargetKind.TRIAL, subject, subject, trial.url)
        findings.append(sure(Finding(indicator, code, outcome, target, evidence=(evidence(trial),), values=values), site.trials))
    return findings + untried(indicator, code, site, len(findings), size=size)


def untried(indicator: str, code: str, site: SiteSnapshot, tried: int, *, size: int | None) -> list[Finding]:
    """What is open of the things to try besides the ``tried`` ones: those missing to ``size``, or to a number nobody knows."""
    if site.trials is None:
        return [unseen(indicator, code, site, reason="not_looked", examined=size)]
    if not tried:
        return [unseen(indicator, code, site, reason="no_trial", examined=size)]
    if size is None:
        return [unseen(indicator, code, site, reason="incomplete", examined=site.trials.missing)] if site.trials.missing != 0 else []
    return [unseen(indicator, code, site, reason="sample_too_small", examined=size - tried)] if tried < size else []


def trial_code(id: str, question: Text, failed: Text, passed: Text, *, target: TargetKind = TargetKind.SITE) -> Code:
    """A code whose answer is a trial's, with the usual words for what is open."""
    zh, en = question
    return Code(
        id,
        question,
        target,
        (
            (Outcome.FAILED, failed),
            (Outcome.PASSED, passed),
            (Outcome.CANT_TELL, (f"无法判断：{zh}（{{reason}}）", f"Cannot be told: {en} ({{reason}})")),
            (Outcome.UNTESTED, (f"未检查：{zh}（{{reason}}）", f"Not looked at: {en} ({{reason}})")),
        ),
    )
