"""Questions that only a recorded trial can answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter

from attrs import evolve

from ..values.dates import aware
from ..values.finding import Evidence, Finding, Outcome, Target, TargetKind
from ..values.page import MarkState
from ..values.seen import Seen
from ..values.site import ColumnKind, ColumnState, MessageKind, PlatformKind, SiteSnapshot, Trial, TrialKind
from ._base import Code, Text, Values, because, unseen, whole

CONSULTED = (MessageKind.CONSULTATION, MessageKind.COMPLAINT)
"""Kinds of messages of consultation columns; 网上信访, 纪检举报 and the rest are none (V5, D3.3)."""


def of_kind(trials: Seen[Trial] | None, *kinds: TrialKind) -> tuple[Trial, ...]:
    """The trials of these kinds, the oldest first. Raises InputError for a time without a zone."""
    return tuple(sorted((t for t in (trials.items if trials else ()) if t.kind in kinds), key=lambda t: (aware(t.at, "trials.at"), t.id)))


def evidence(trial: Trial) -> Evidence:
    """What a trial leaves to check: address, what came back, when, snapshot."""
    return Evidence(url=trial.url, quote=trial.result[:120], locator=trial.means, observed_at=trial.at, snapshot=trial.snapshot)


def outcome_of(trial: Trial) -> tuple[Outcome, Values]:
    """PASSED where the trial succeeded, FAILED where not, CANT_TELL where it could not be made."""
    if trial.succeeded is None:
        return Outcome.CANT_TELL, because("trial_impossible")
    return (Outcome.PASSED, ()) if trial.succeeded else (Outcome.FAILED, because("trial_failed"))


def latest(trials: Iterable[Trial], *, by: Callable[[Trial], str] = attrgetter("subject")) -> dict[str, list[Trial]]:
    """The last trial of each thing tried, of trials the oldest first; those of one moment stand beside each other."""
    last: dict[str, list[Trial]] = {}
    for trial in trials:
        before = last.get(by(trial), [])
        last[by(trial)] = [*before, trial] if before and before[-1].at == trial.at else [trial]
    return last


def together(last: Iterable[Sequence[Trial]], *, one_is_enough: bool = False) -> tuple[Outcome, Values, tuple[Evidence, ...]]:
    """What the last trials of one or several things say of one question, and which trials say so.

    Where they differ nothing is proven: one user may register and another not. ``one_is_enough``: the question is whether
    anything works at all.
    """
    groups = list(last)
    worked = [group for group in groups if all(trial.succeeded for trial in group)]
    deciding = [trial for group in (worked if one_is_enough and worked else groups) for trial in group]
    proof = tuple(map(evidence, deciding))
    if {True, False} <= {trial.succeeded for trial in deciding}:
        return Outcome.CANT_TELL, because("trials_differ"), proof
    undecided = [trial for trial in deciding if trial.succeeded is None]
    return *outcome_of((undecided or deciding)[0]), proof


def unrecorded(trials: Seen[Trial] | None) -> str:
    """Why there may be a trial, and one that failed, of which nothing is known here; '' where the record is complete."""
    if trials is None:
        return "no_trial"
    return "" if trials.missing == 0 else "incomplete"


def sure(finding: Finding, trials: Seen[Trial] | None) -> Finding:
    """``finding``, open where it passed and a later trial that failed may be missing: a part of the record clears nobody."""
    gap = unrecorded(trials)
    return evolve(finding, outcome=Outcome.CANT_TELL, values=because(gap)) if gap and finding.outcome is Outcome.PASSED else finding


def single(indicator: str, code: str, site: SiteSnapshot, kind: TrialKind, *, one_is_enough: bool = False) -> Finding:
    """One question about the whole site, answered by the last trial of each thing tried (``Trial.subject``); UNTESTED without any.

    That the last known trial succeeded settles nothing where trials may be missing. ``one_is_enough`` as in ``together``.
    """
    trials = of_kind(site.trials, kind)
    if not trials:
        return unseen(indicator, code, site, reason="not_looked" if site.trials is None else "no_trial", examined=1)
    outcome, values, proof = together(latest(trials).values(), one_is_enough=one_is_enough)
    return sure(Finding(indicator, code, outcome, whole(site), evidence=proof, values=values), site.trials)


_TRIED = {
    PlatformKind.SERVICES: (TrialKind.SERVICES_OFFERED, TrialKind.SERVICE_CATALOGUE, TrialKind.REGISTER, TrialKind.APPLY),
    PlatformKind.LETTERS: (TrialKind.CONSULTATION_CHANNEL, TrialKind.SUBMIT_MESSAGE, TrialKind.ASK, TrialKind.ASK_REALTIME),
    PlatformKind.SEARCH: (TrialKind.SEARCH, TrialKind.SEARCH_TITLE, TrialKind.SEARCH_CLASSIFIED, TrialKind.SEARCH_FUZZY),
}
"""Trials that show, where one of them worked, that a platform offers what it is for."""


def single_or_absent(
    indicator: str,
    code: str,
    site: SiteSnapshot,
    kind: TrialKind,
    *,
    columns: Iterable[ColumnKind],
    platform: PlatformKind,
    one_is_enough: bool = False,
) -> Finding:
    """Like ``single``; without a trial, FAILED where the crawl is complete and nothing of the kind exists (decision 16)."""
    finding = single(indicator, code, site, kind, one_is_enough=one_is_enough)
    if finding.outcome is not Outcome.UNTESTED or not nothing_offered(site, columns=columns, platform=platform):
        return finding
    return Finding(indicator, code, Outcome.FAILED, whole(site), values=because("nothing_offered"))


def nothing_offered(site: SiteSnapshot, *, columns: Iterable[ColumnKind], platform: PlatformKind) -> bool:
    """Whether the crawl is complete and shows nothing of a kind.

    Something of the kind: a column of one of the kinds that is not blank, one whose kind is not known, an official platform,
    a service item, a letter, whatever a trial of the same kind could use, for search a search box on the homepage.
    """
    if not site.profile.crawl_complete or site.columns is None or not site.columns.complete:
        return False
    kinds = {*columns, ColumnKind.UNKNOWN}
    offered = any(column.kind in kinds and column.state is not ColumnState.BLANK for column in site.columns.items)
    searched = platform is PlatformKind.SEARCH and site.homepage is not None and site.homepage.marks.search.state is not MarkState.ABSENT
    linked = bool(site.platform_links) or any(known.kind is platform for known in site.profile.platforms)
    return not (offered or searched or linked or _shown(site, platform))


def _shown(site: SiteSnapshot, platform: PlatformKind) -> bool:
    """Whether records show that something of the kind is offered: a service item, a letter, a trial that worked."""
    if any(trial.succeeded and trial.kind in _TRIED.get(platform, ()) for trial in (site.trials.items if site.trials else ())):
        return True
    if platform is PlatformKind.SERVICES:
        return bool(site.guides and site.guides.items)
    asked = any(message.kind in CONSULTED for message in (site.messages.items if site.messages else ()))
    return platform is PlatformKind.LETTERS and (asked or bool(site.letters and site.letters.items))


def drawn(indicator: str, code: str, site: SiteSnapshot, kind: TrialKind, *, size: int | None) -> list[Finding]:
    """One question for each thing tried (``Trial.subject``), the last trial of each; what is missing to ``size`` is open.

    ``size`` None: nobody can say how many there are to try, at least one; all were tried only where the record is complete.
    """
    findings = []
    for subject, tried in latest(of_kind(site.trials, kind), by=lambda trial: trial.subject or trial.id).items():
        outcome, values, proof = together([tried])
        target = Target(TargetKind.TRIAL, subject, subject, tried[-1].url)
        findings.append(sure(Finding(indicator, code, outcome, target, evidence=proof, values=values), site.trials))
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
