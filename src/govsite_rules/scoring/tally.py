"""Counting: what the findings say about one clause, and whether it fires, cannot fire, or is open."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from fractions import Fraction

from attrs import evolve, frozen

from ..checklists.model import Clause, Part, Points, TriggerKind
from ..errors import ChecklistError
from ..values.finding import Finding, FindingKey, Outcome, TargetKind
from ..values.subject import Subject
from .records import ClauseState, Declaration

_ZERO = Fraction(0)
_WHOLE = (TargetKind.SITE, TargetKind.ACCOUNT)


@frozen
class Tally:
    """Targets of one clause: failed, passed, and the open findings with how many targets each stands for (None: unknown).

    ``found``: a person declared that the situation is there, whatever the targets seen come to.
    """

    clause: Clause
    failed: int
    passed: int
    open: tuple[tuple[FindingKey, int | None], ...]
    declared: bool
    found: bool = False

    def without(self, keys: Collection[FindingKey]) -> Tally:
        """The tally if these open findings turned out to be no fault (for a bonus: not earned)."""
        kept = tuple(item for item in self.open if item[0] not in keys)
        gained = sum(_cleared(self.clause, number) for key, number in self.open if key in keys)
        return evolve(self, passed=self.passed + gained, open=kept)

    @property
    def open_count(self) -> int | None:
        """How many targets are open, or None where nobody knows."""
        if any(number is None for _, number in self.open):
            return None
        return sum(number or 0 for _, number in self.open)

    @property
    def fires(self) -> bool:
        """Whether the clause fires however the open findings turn out."""
        return self._fires(self.failed, self.passed, self.open_count, best=True)

    @property
    def may_fire(self) -> bool:
        """Whether some outcome of the open findings makes the clause fire."""
        return self._fires(self.failed, self.passed, self.open_count, best=False)

    @property
    def state(self) -> ClauseState:
        """FIRED, CLEAR or OPEN."""
        if self.fires:
            return ClauseState.FIRED
        return ClauseState.OPEN if self.may_fire else ClauseState.CLEAR

    def _fires(self, failed: int, passed: int, still_open: int | None, *, best: bool) -> bool:
        trigger = self.clause.trigger
        if self.found:
            return True
        if trigger.kind is TriggerKind.ALL_WHEN_FEWER:
            return self._all_fail(failed, passed, still_open, best=best)
        if still_open is None and (trigger.kind is TriggerKind.SHARE or not best):
            return not best
        more = still_open or 0
        worst = failed if best else failed + more
        if trigger.kind is TriggerKind.ANY:
            return worst >= 1
        total = failed + passed + more
        value = Fraction(worst) if trigger.kind is TriggerKind.COUNT else Fraction(worst, total) if total else _ZERO
        return value >= trigger.limit if trigger.inclusive else value > trigger.limit

    def _all_fail(self, failed: int, passed: int, still_open: int | None, *, best: bool) -> bool:
        limit = self.clause.trigger.limit
        if passed or failed >= limit:
            return False
        if best:
            return failed >= 1 and still_open == 0
        known = failed + sum(number or 0 for _, number in self.open)
        return known < limit and (still_open is None or known >= 1)

    def points(self, rule: Points) -> tuple[Fraction, Fraction | None]:
        """Points lost (bonus: earned) at least and at most, before caps; None where there is no limit."""
        if self.clause.part is Part.BONUS:
            sure, most = self.passed, None if self.open_count is None else self.passed + self.open_count
        else:
            if not self.may_fire:
                return _ZERO, _ZERO
            sure = self.failed if self.fires else 0
            most = None if self.open_count is None else self.failed + self.open_count
        return _amount(rule, sure) or _ZERO, _amount(rule, most)


def _amount(rule: Points, number: int | None) -> Fraction | None:
    if rule.tiers:
        reached = [tier.points for tier in rule.tiers if number is None or number >= tier.at_least]
        return max(reached, default=_ZERO)
    if rule.each:
        return None if number is None else rule.amount * number
    return rule.amount if number is None or number >= 1 else _ZERO


def index(findings: Iterable[Finding]) -> Mapping[tuple[str, str], Sequence[Finding]]:
    """Findings by (indicator, code)."""
    table: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        table.setdefault((finding.indicator, finding.code), []).append(finding)
    return table


def tally(
    clause: Clause,
    findings: Mapping[tuple[str, str], Sequence[Finding]],
    ran: Collection[str],
    declarations: Iterable[Declaration] = (),
) -> Tally:
    """Count the findings that feed one clause.

    A clause that nothing can execute, or whose indicator did not run, is open as a whole. Raises ChecklistError where an
    indicator ran and gave no finding for a code the clause is fed by.
    """
    said = [declaration for declaration in declarations if clause.id in declaration.clauses]
    failed = passed = 0
    still_open: list[tuple[FindingKey, int | None]] = []
    if not clause.codes or clause.indicator not in ran:
        if not said:
            still_open.append(((clause.indicator, clause.id, "clause"), None))
    else:
        for code in clause.codes:
            given = findings.get((clause.indicator, code))
            if not given:
                raise ChecklistError(
                    f"clause {clause.id}: indicator {clause.indicator!r} ran and gave no finding for its code {code!r}; "
                    "every call returns at least one finding for each code"
                )
            for finding in given:
                if finding.outcome is Outcome.FAILED:
                    failed += _number(finding)
                elif finding.outcome is Outcome.PASSED:
                    passed += _number(finding)
                elif finding.outcome.is_open and said and finding.target.kind in _WHOLE:
                    passed += _cleared(clause, finding.examined)
                elif finding.outcome.is_open:
                    still_open.append((finding.key, finding.examined))
    by_hand = sum(not declaration.found_none for declaration in said)
    if clause.part is Part.BONUS:
        return Tally(clause, failed, passed + by_hand, tuple(still_open), bool(said))
    return Tally(clause, failed + by_hand, passed, tuple(still_open), bool(said), by_hand > 0)


def _cleared(clause: Clause, number: int | None) -> int:
    """How many targets are no fault once an open finding is cleared: of an unknown number at least one, where a single one decides."""
    if clause.part is Part.BONUS:
        return 0
    return int(clause.trigger.kind is TriggerKind.ALL_WHEN_FEWER) if number is None else number


def _number(finding: Finding) -> int:
    if finding.examined is None:
        raise ChecklistError(f"finding {finding.key}: a settled finding speaks for a known number of targets, not None")
    return finding.examined


def points_for(clause: Clause, subject: Subject) -> Points:
    """The points of a clause for a subject all of whose facts are known; a veto has none."""
    for rule, points in clause.points_for:
        if rule.covers(subject):
            return points
    return clause.points or Points()
