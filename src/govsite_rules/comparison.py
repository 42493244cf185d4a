"""Before and after: what was mended, what is still there, what is new, what turns stale soon, who is close to a veto."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from attrs import frozen

from .checklists.model import Checklist, Clause, Part, TriggerKind
from .errors import InputError
from .inspection import Inspection
from .scoring.records import ClauseResult, ClauseState
from .values.finding import Finding, FindingKey, Outcome


@frozen
class Unseen:
    """A fault of the first inspection that the second one could not judge. ``why`` is its reason, or ``not_listed``."""

    finding: Finding
    why: str


@frozen
class Comparison:
    """Two inspections of one subject, fault by fault.

    ``fixed``: failed before, passed now. ``remaining``: failed in both (as found now). ``new``: failed now, not failed
    before. ``unseen``: failed before, now open or no longer there. ``subject`` and ``platform`` are the subject's key and platform.
    """

    subject: str
    fixed: tuple[Finding, ...] = ()
    remaining: tuple[Finding, ...] = ()
    new: tuple[Finding, ...] = ()
    unseen: tuple[Unseen, ...] = ()
    platform: str = ""


def compare(before: Inspection, after: Inspection) -> Comparison:
    """Compare an inspection with a later one of the same subject. Raises InputError for two subjects or the wrong order.

    A fault that only appears in a folded count on either side cannot be followed by name and is left to the counts.
    """
    first, second = before.subject.identity, after.subject.identity
    if first != second:
        raise InputError("two different subjects", field="after", value=" ".join(second), expected=" ".join(first))
    if after.as_of < before.as_of:
        raise InputError("the later inspection comes second", field="after", value=str(after.as_of), expected=f"not before {before.as_of}")
    was, now = _single(before.findings), _single(after.findings)
    failed = {key: finding for key, finding in was.items() if finding.outcome is Outcome.FAILED}
    fixed, remaining, unseen = [], [], []
    for key, finding in failed.items():
        later = now.get(key)
        if later is None:
            unseen.append(Unseen(finding, "not_listed"))
        elif later.outcome is Outcome.FAILED:
            remaining.append(later)
        elif later.outcome is Outcome.PASSED:
            fixed.append(later)
        else:
            unseen.append(Unseen(finding, later.value("reason") or later.outcome))
    new = [finding for key, finding in now.items() if finding.outcome is Outcome.FAILED and key not in failed]
    return Comparison(before.subject.key, tuple(fixed), tuple(remaining), tuple(new), tuple(unseen), before.subject.platform)


def compare_all(before: Iterable[Inspection], after: Iterable[Inspection]) -> tuple[Comparison, ...]:
    """Compare batches: for each subject with both, its last inspection of either, in the order of ``after``.

    Raises InputError where a subject's last inspection of ``after`` is the earlier one.
    """
    was, now = _last(before), _last(after)
    return tuple(compare(was[key], later) for key, later in now.items() if key in was)


def _last(inspections: Iterable[Inspection]) -> dict[tuple[str, str, str], Inspection]:
    last: dict[tuple[str, str, str], Inspection] = {}
    for one in inspections:
        key = one.subject.identity
        if one.in_scope and (key not in last or one.as_of >= last[key].as_of):
            last[key] = one
    return last


def _single(findings: Iterable[Finding]) -> dict[FindingKey, Finding]:
    return {finding.key: finding for finding in findings if finding.examined == 1}


def due_soon(inspection: Inspection, *, days: int) -> tuple[Finding, ...]:
    """Passing columns, accounts and messages that turn stale within ``days`` days, the nearest first, each once for an indicator."""
    soon = [
        (left, finding)
        for finding in inspection.findings
        if finding.outcome is Outcome.PASSED and (left := finding.measure("days_left")) is not None and left <= days
    ]
    nearest: dict[tuple[str, str], Finding] = {}
    for _, finding in sorted(soon, key=lambda pair: (pair[0], pair[1].key)):
        nearest.setdefault((finding.indicator, finding.target.key), finding)
    return tuple(nearest.values())


@frozen
class Near:
    """A veto that has not fired and is close (接近单项否决): how many of how many, or how many days are left."""

    clause: str
    reached: Fraction
    limit: Fraction
    days_left: int | None = None


def near_veto(inspection: Inspection, checklist: Checklist, *, share: Fraction = Fraction(1, 2), days: int = 4) -> tuple[Near, ...]:
    """The vetoes of a list that an inspection did not fire but comes close to.

    Counting and share clauses are close from ``share`` of their limit on; clauses on a last update when at most ``days``
    days are left.
    """
    near = []
    for result in inspection.verdict.clauses:
        clause = checklist.clause(result.clause)
        if clause.part is Part.VETO and result.state not in (ClauseState.FIRED, ClauseState.NOT_APPLICABLE):
            found = _counted(clause, result, share) or _timed(clause, inspection, days)
            if found:
                near.append(found)
    return tuple(near)


def _counted(clause: Clause, result: ClauseResult, share: Fraction) -> Near | None:
    limit = clause.trigger.limit
    if clause.trigger.kind is TriggerKind.COUNT:
        reached = Fraction(result.failed)
    elif clause.trigger.kind is TriggerKind.SHARE and result.failed + result.passed:
        reached = Fraction(result.failed, result.failed + result.passed)
    else:
        return None
    return Near(clause.id, reached, limit) if reached >= share * limit else None


def _timed(clause: Clause, inspection: Inspection, days: int) -> Near | None:
    if clause.trigger.kind is not TriggerKind.ANY:
        return None
    left = [
        int(left)
        for finding in inspection.findings
        if finding.indicator == clause.indicator and finding.code in clause.codes and finding.outcome is Outcome.PASSED
        if (left := finding.measure("days_left")) is not None and left <= days
    ]
    return Near(clause.id, Fraction(0), clause.trigger.limit, min(left)) if left else None
