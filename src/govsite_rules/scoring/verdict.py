"""From findings to a verdict: vetoes first, then the score range, then what would settle it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from fractions import Fraction
from functools import cached_property
from itertools import combinations, product
from typing import Any, cast

from attrs import evolve, frozen

from ..checklists.model import Checklist, Heading, Part, TriggerKind
from ..values.finding import Finding, FindingKey
from ..values.subject import Subject
from .records import (
    ClauseResult,
    ClauseState,
    Declaration,
    Found,
    Line,
    Score,
    SectionSum,
    Settling,
    Standing,
    Verdict,
)
from .tally import Tally, index, points_for, tally

_ZERO = Fraction(0)
_EXACT_UP_TO = 12


def judge(
    findings: Iterable[Finding],
    checklist: Checklist,
    subject: Subject,
    *,
    ran: Collection[str],
    declarations: Sequence[Declaration] = (),
) -> Verdict:
    """Apply a checklist to the findings on one subject.

    ``ran`` names the indicators that were run; clauses of others are open. Facts of the subject that are unknown and
    matter are tried both ways: the verdict is settled only where all ways agree. Raises ChecklistError where a finding
    that must be there is missing.
    """
    table = index(findings)
    tallies = [tally(clause, table, ran, declarations) for clause in checklist.clauses if clause.applies_to.kind in (None, subject.kind)]
    cases = [_Case.of(checklist, tallies, whole) for whole in _completions(checklist, subject)]
    standing = _combined({case.standing for case in cases})
    main = min(cases, key=lambda case: (case.score is None, case.score.low if case.score else _ZERO))
    scores = [case.score for case in cases if case.score]
    settle = _settle(cases) if standing is Standing.UNDECIDED else None
    results = _merged([case.results for case in cases])
    unknown = sorted({name for name in ("portal", "department", "services") if len({getattr(case.subject, name) for case in cases}) > 1})
    return Verdict(
        standing=standing,
        found=Found.FAULT if all(case.fault for case in cases) else Found.NONE,
        fired=tuple(r.clause for r in results if r.part is Part.VETO and r.state is ClauseState.FIRED),
        possible=tuple(r.clause for r in results if r.part is Part.VETO and r.state is ClauseState.OPEN),
        checked=tuple(r.clause for r in results if r.open == 0 and r.state is not ClauseState.NOT_APPLICABLE),
        unchecked=tuple(r.clause for r in results if r.open != 0 and r.state is not ClauseState.NOT_APPLICABLE),
        partial=checklist.partial,
        score=_hull(scores),
        lines=main.lines,
        sections=main.sections(checklist),
        clauses=results,
        settle=settle,
        notes=tuple(f"unknown_{name}" for name in unknown),
    )


def _completions(checklist: Checklist, subject: Subject) -> list[Subject]:
    """The subject with every unknown fact that the list's rules ask for filled in, both ways."""
    rules = [checklist.scheme.scored, *(rescale.applies_to for rescale in checklist.scheme.rescale)]
    rules += [clause.applies_to for clause in checklist.clauses if clause.applies_to.kind in (None, subject.kind)]
    rules += [rule for clause in checklist.clauses for rule, _ in clause.points_for]
    rules += [rule for heading in checklist.headings for rule, _ in heading.cap_for]
    asked = [
        name
        for name in ("portal", "department", "services")
        if getattr(subject, name) is None and any(getattr(rule, name) is not None for rule in rules)
    ]
    if checklist.scheme.scored.covers(subject) is False:
        asked = [name for name in asked if any(getattr(c.applies_to, name) is not None for c in checklist.clauses if c.part is Part.VETO)]
    ways = [dict(zip(asked, values, strict=True)) for values in product((True, False), repeat=len(asked))]
    return [evolve(subject, **cast("dict[str, Any]", way)) for way in ways]


def _combined(standings: set[Standing]) -> Standing:
    return standings.pop() if len(standings) == 1 else Standing.UNDECIDED


@frozen
class _Case:
    """The list applied to a subject all of whose facts are known."""

    checklist: Checklist
    subject: Subject
    tallies: tuple[Tally, ...]
    scored: bool
    dropped: frozenset[str]
    factor: Fraction

    @classmethod
    def of(cls, checklist: Checklist, tallies: Iterable[Tally], subject: Subject) -> _Case:
        scheme = checklist.scheme
        rescale = next((rule for rule in scheme.rescale if rule.applies_to.covers(subject)), None)
        scored = bool(scheme.scored.covers(subject)) and any(clause.part is not Part.VETO for clause in checklist.clauses)
        return cls(
            checklist,
            subject,
            tuple(tallies),
            scored,
            frozenset(rescale.sections) if rescale else frozenset(),
            rescale.factor if rescale and not checklist.partial else Fraction(1),
        )

    def without(self, keys: Collection[FindingKey]) -> _Case:
        return evolve(self, tallies=tuple(tally.without(keys) for tally in self.tallies))

    @cached_property
    def not_asked(self) -> frozenset[tuple[str, Part]]:
        """The indicators of the sections that the list drops for this subject."""
        return frozenset((heading.indicator, heading.part) for heading in self.checklist.headings if heading.section in self.dropped)

    def applies(self, item: Tally) -> bool:
        clause = item.clause
        return bool(clause.applies_to.covers(self.subject)) and (clause.indicator, clause.part) not in self.not_asked

    @cached_property
    def vetoes(self) -> list[Tally]:
        return [item for item in self.tallies if item.clause.part is Part.VETO and self.applies(item)]

    @cached_property
    def vetoed(self) -> bool:
        return any(item.fires for item in self.vetoes)

    @cached_property
    def fault(self) -> bool:
        return self.standing is Standing.UNQUALIFIED

    @cached_property
    def score(self) -> Score | None:
        if not self.scored or self.vetoed:
            return None
        scheme, lines = self.checklist.scheme, self.lines
        losses = [line for line in lines if line.part is Part.DEDUCTION]
        full = scheme.full
        if self.checklist.partial:
            full = sum((line.cap or _ZERO for line in losses), _ZERO)
        elif self.dropped:
            full /= self.factor
        low = max(full - _sum(losses, full), _ZERO) * self.factor
        high = max(full - sum((line.low for line in losses), _ZERO), _ZERO) * self.factor
        earned = [line for line in lines if line.part is Part.BONUS]
        bonus_low = bonus_high = _ZERO
        if scheme.bonus_above is not None:
            if low > scheme.bonus_above:
                bonus_low = sum((line.low for line in earned), _ZERO)
            if high > scheme.bonus_above:
                bonus_high = _sum(earned, _ZERO)
        return Score(low + bonus_low, high + bonus_high, low, high, bonus_low, bonus_high, full * self.factor)

    @cached_property
    def standing(self) -> Standing:
        if self.vetoed:
            return Standing.UNQUALIFIED
        veto_possible = any(item.may_fire for item in self.vetoes)
        score, mark = self.score, self.checklist.scheme.pass_mark
        if score is not None and mark is not None:
            passes = self.checklist.scheme.pass_mark_passes
            if score.base_high < mark or (passes is False and score.base_high == mark):
                return Standing.UNQUALIFIED
            if score.base_low < mark or (not passes and score.base_low == mark):
                return Standing.UNDECIDED
        return Standing.UNDECIDED if veto_possible else Standing.QUALIFIED

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The score sheet, where the scored parts apply and no veto fired."""
        if not self.scored or self.vetoed:
            return ()
        lines = []
        for heading in self.checklist.headings:
            if heading.part is Part.VETO:
                continue
            items = [item for item in self.tallies if item.clause.indicator == heading.indicator and item.clause.part is heading.part]
            items = [item for item in items if self.applies(item)]
            if items:
                lines.append(self._line(heading, items))
        return tuple(lines)

    def _line(self, heading: Heading, items: Sequence[Tally]) -> Line:
        cap = next((cap for rule, cap in heading.cap_for if rule.covers(self.subject)), heading.cap)
        groups: dict[str, list[tuple[Fraction, Fraction | None, Fraction | None]]] = {}
        for item in items:
            rule = points_for(item.clause, self.subject)
            low, high = item.points(rule)
            groups.setdefault(rule.group or item.clause.id, []).append((low, high, rule.group_cap))
        low, high = _ZERO, _ZERO
        unlimited = False
        for members in groups.values():
            group_cap = members[0][2]
            low += _capped(sum((m[0] for m in members), _ZERO), group_cap) or _ZERO
            most = _capped(None if any(m[1] is None for m in members) else sum((m[1] or _ZERO for m in members), _ZERO), group_cap)
            unlimited = unlimited or most is None
            high += most or _ZERO
        counts = [item.open_count for item in items]
        return Line(
            heading.indicator,
            heading.title,
            heading.title_en,
            heading.section,
            heading.part,
            cap,
            _capped(low, cap) or _ZERO,
            _capped(None if unlimited else high, cap),
            sum(item.failed for item in items),
            None if None in counts else sum(number or 0 for number in counts),
            tuple(item.clause.id for item in items),
        )

    def sections(self, checklist: Checklist) -> tuple[SectionSum, ...]:
        sums = []
        for section in checklist.sections:
            lines = [line for line in self.lines if line.section == section.id]
            if lines:
                high = None if any(line.high is None for line in lines) else sum((line.high or _ZERO for line in lines), _ZERO)
                low = sum((line.low for line in lines), _ZERO)
                sums.append(SectionSum(section.id, section.title, section.title_en, section.points, low, high))
        return tuple(sums)

    @cached_property
    def results(self) -> list[ClauseResult]:
        results = []
        for item in self.tallies:
            clause = item.clause
            if not self.applies(item):
                results.append(ClauseResult(clause.id, clause.part, clause.indicator, ClauseState.NOT_APPLICABLE))
                continue
            low, high = item.points(points_for(clause, self.subject))
            results.append(
                ClauseResult(
                    clause.id,
                    clause.part,
                    clause.indicator,
                    item.state,
                    item.failed,
                    item.passed,
                    item.open_count,
                    low,
                    high,
                    item.declared,
                )
            )
        return results


def _capped(value: Fraction | None, cap: Fraction | None) -> Fraction | None:
    if value is None or cap is None:
        return cap if value is None else value
    return min(value, cap)


def _sum(lines: Iterable[Line], unlimited: Fraction) -> Fraction:
    """The most that lines lose or earn; ``unlimited`` stands for a line without a known limit."""
    return sum((unlimited if line.high is None else line.high for line in lines), _ZERO)


def _hull(scores: Sequence[Score]) -> Score | None:
    if not scores:
        return None
    low, high = min(scores, key=lambda s: s.low), max(scores, key=lambda s: s.high)
    return Score(
        low.low,
        high.high,
        min(s.base_low for s in scores),
        max(s.base_high for s in scores),
        low.bonus_low,
        high.bonus_high,
        max(s.of for s in scores),
    )


def _merged(cases: Sequence[list[ClauseResult]]) -> tuple[ClauseResult, ...]:
    """One result a clause: where the cases differ, the clause is open."""
    merged = []
    for results in zip(*cases, strict=True):
        first = next((r for r in results if r.state is not ClauseState.NOT_APPLICABLE), results[0])
        if first.state is ClauseState.FIRED and len({r.state for r in results}) > 1:
            first = evolve(first, state=ClauseState.OPEN)
        merged.append(first)
    return tuple(merged)


def _settle(cases: Sequence[_Case]) -> Settling | None:
    """The smallest list of open findings that makes every case qualified once they are cleared."""
    needed: set[FindingKey] = set()
    free: set[FindingKey] = set()
    for case in cases:
        for item in case.tallies:
            if not (case.applies(item) and item.may_fire):
                continue
            if item.clause.part is Part.VETO:
                sure = _needed(item)
                needed |= sure
                free |= {key for key, _ in item.open} - sure
            elif item.clause.part is Part.DEDUCTION and case.score is not None:
                free |= {key for key, _ in item.open}
    free -= needed
    if not _qualified(cases, needed | free):
        return None
    if _qualified(cases, needed):
        return Settling(tuple(sorted(needed)), exact=True)
    if len(free) <= _EXACT_UP_TO:
        for size in range(1, len(free) + 1):
            for chosen in combinations(sorted(free), size):
                if _qualified(cases, needed | set(chosen)):
                    return Settling(tuple(sorted(needed | set(chosen))), exact=True)
    return Settling(_greedy(cases, needed), exact=False)


def _needed(item: Tally) -> set[FindingKey]:
    """The open findings without which a veto stays possible whatever the others say."""
    keys = {key for key, _ in item.open}
    if item.clause.trigger.kind is TriggerKind.ANY:
        return keys
    return {key for key in keys if item.without(keys - {key}).may_fire}


def _qualified(cases: Sequence[_Case], keys: Collection[FindingKey]) -> bool:
    return all(case.without(keys).standing is Standing.QUALIFIED for case in cases)


def _greedy(cases: Sequence[_Case], needed: Collection[FindingKey]) -> tuple[FindingKey, ...]:
    """A small list: for each veto only as many as it needs, for the score the dearest findings first."""
    chosen = set(needed)
    for case in cases:
        for item in case.vetoes:
            for key, _ in sorted(item.open, key=lambda pair: (-(pair[1] or 0), pair[0])):
                if not item.without(chosen).may_fire:
                    break
                chosen.add(key)
    for _, key in sorted({loss for case in cases if case.score for loss in _losses(case)}, key=lambda loss: (-loss[0], loss[1])):
        if _qualified(cases, chosen):
            break
        chosen.add(key)
    return tuple(sorted(chosen))


def _losses(case: _Case) -> Iterable[tuple[Fraction, FindingKey]]:
    """What each open deduction finding may cost, at most."""
    for item in case.tallies:
        if item.clause.part is Part.DEDUCTION and case.applies(item):
            rule = points_for(item.clause, case.subject)
            for key, number in item.open:
                yield (rule.amount * (number or 10) if rule.each else rule.amount), key
