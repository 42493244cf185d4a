"""The form of a checklist: clauses, their effects, and the scheme that turns them into a verdict. Data, no decisions."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Any, TypeVar

from attrs import evolve, field, frozen

from ..errors import ChecklistError, choice
from ..values.subject import Subject, SubjectKind


def _exact(value: Fraction | int | str) -> Fraction:
    return Fraction(value)


def _maybe(value: Fraction | int | str | None) -> Fraction | None:
    return None if value is None else Fraction(value)


class Part(StrEnum):
    """单项否决, 扣分, 加分."""

    VETO = "veto"
    DEDUCTION = "deduction"
    BONUS = "bonus"


class Attestation(StrEnum):
    """How well a clause's number is attested (checklist page, ``src``). READING: decided where the text is open."""

    A = "A"
    B = "B"
    C = "C"
    READING = "reading"


class Automation(StrEnum):
    """AUTOMATIC: decided from snapshots. ASSISTED: needs records that people or robots fill in. BY_HAND: people only."""

    AUTOMATIC = "automatic"
    ASSISTED = "assisted"
    BY_HAND = "by_hand"


@frozen
class AppliesTo:
    """Which subjects a rule is for. None: any. An unknown fact of the subject makes the answer unknown."""

    kind: SubjectKind | None = None
    portal: bool | None = None
    department: bool | None = None
    services: bool | None = None

    def covers(self, subject: Subject) -> bool | None:
        """True, False, or None where the subject's facts are unknown."""
        pairs = (
            (self.kind, subject.kind),
            (self.portal, subject.portal),
            (self.department, subject.department),
            (self.services, subject.services),
        )
        wanted = [(want, have) for want, have in pairs if want is not None]
        if any(have is not None and have != want for want, have in wanted):
            return False
        return None if any(have is None for _, have in wanted) else True


class TriggerKind(StrEnum):
    """ANY: at least one failed target. COUNT: failed targets against ``limit``. SHARE: failed share of those examined.
    ALL_WHEN_FEWER: there are fewer than ``limit`` targets and every one failed."""

    ANY = "any"
    COUNT = "count"
    SHARE = "share"
    ALL_WHEN_FEWER = "all_when_fewer"


@frozen
class Trigger:
    """When a clause fires. ``inclusive``: the limit itself counts (含)."""

    kind: TriggerKind = TriggerKind.ANY
    limit: Fraction = field(default=Fraction(1), converter=_exact)
    inclusive: bool = True


@frozen
class Tier:
    """``points`` once at least ``at_least`` targets count."""

    at_least: int
    points: Fraction = field(converter=_exact)


@frozen
class Points:
    """Points of a deduction or bonus clause: ``amount`` for each target, or once; ``tiers`` instead of both.

    ``group`` names a set of clauses of one indicator whose points together never exceed ``group_cap``.
    """

    amount: Fraction = field(default=Fraction(0), converter=_exact)
    each: bool = False
    tiers: tuple[Tier, ...] = ()
    group: str = ""
    group_cap: Fraction | None = field(default=None, converter=_maybe)


@frozen
class Clause:
    """One clause of a checklist.

    ``indicator`` and ``codes`` say which findings feed it; no codes: nothing can execute it, it is always open. A deduction
    counts FAILED targets, a bonus counts PASSED ones. ``points_for`` overrides ``points`` for some subjects.
    ``inherited`` names the list an overlay took the clause from, unverified for the overlay's own list.
    """

    id: str
    part: Part
    indicator: str
    codes: tuple[str, ...]
    summary: str = ""
    summary_en: str = ""
    trigger: Trigger = Trigger()
    points: Points | None = None
    applies_to: AppliesTo = AppliesTo()
    points_for: tuple[tuple[AppliesTo, Points], ...] = ()
    attestation: Attestation = Attestation.B
    automation: Automation = Automation.AUTOMATIC
    inherited: str = ""
    note: str = ""


@frozen
class Heading:
    """An indicator's line on the score sheet: official title, section, the points it can cost or earn.

    ``cap`` None: the list knows no cap. ``cap_for`` overrides it for some subjects.
    """

    indicator: str
    title: str
    title_en: str
    section: str
    part: Part
    cap: Fraction | None = field(default=None, converter=_maybe)
    cap_for: tuple[tuple[AppliesTo, Fraction], ...] = ()


@frozen
class Rescale:
    """Subjects for which whole sections are not checked and the deduction score is multiplied (decision S5)."""

    applies_to: AppliesTo
    sections: tuple[str, ...]
    factor: Fraction = field(converter=_exact)


@frozen
class Scheme:
    """How part scores become a verdict. ``pass_mark`` None: no line. ``bonus_above`` None: no bonus part.

    ``pass_mark_passes`` None: the list does not say whether a score exactly on the line passes, so it stays undecided.
    """

    full: Fraction = field(default=Fraction(100), converter=_exact)
    pass_mark: Fraction | None = Fraction(60)
    pass_mark_passes: bool | None = True
    bonus_above: Fraction | None = Fraction(80)
    scored: AppliesTo = AppliesTo(SubjectKind.SITE, portal=True)
    rescale: tuple[Rescale, ...] = ()


@frozen
class Section:
    """A section of the list with its title and points."""

    id: str
    title: str
    title_en: str
    points: Fraction | None = field(default=None, converter=_maybe)


@frozen
class Checklist:
    """A checklist: what counts, for whom, and how much. Immutable; changes make new ones.

    ``params`` maps an indicator id to its parameter record and is the one place where a list changes readings.
    ``partial`` names the selection a partial list was made by ('' for a whole list).
    """

    id: str
    title: str
    title_en: str
    clauses: tuple[Clause, ...]
    headings: tuple[Heading, ...] = ()
    sections: tuple[Section, ...] = ()
    scheme: Scheme = Scheme()
    params: tuple[tuple[str, Any], ...] = ()
    document: str = ""
    in_force: date | None = None
    base: str = ""
    partial: str = ""
    notes: tuple[str, ...] = ()

    def __attrs_post_init__(self) -> None:
        for problem in _problems(self):
            raise ChecklistError(f"checklist {self.id!r}: {problem}")

    def clause(self, id: str) -> Clause:
        """The clause called ``id``; raises ChecklistError naming the nearest ids."""
        for clause in self.clauses:
            if clause.id == id:
                return clause
        near: list[str] = difflib.get_close_matches(id, [known.id for known in self.clauses], 3, 0.4)
        raise ChecklistError(f"checklist {self.id!r} has no clause {id!r}; nearest: {', '.join(near) or 'none'}")

    def params_of(self, indicator: str) -> Any:
        """The parameter record this list sets for an indicator, or None for the indicator's own default."""
        return dict(self.params).get(indicator)

    def overlay(
        self,
        id: str,
        title: str,
        title_en: str,
        *,
        change: Iterable[Clause] = (),
        add: Iterable[Clause] = (),
        drop: Iterable[str] = (),
        params: Iterable[tuple[str, Any]] = (),
        scheme: Scheme | None = None,
        headings: Iterable[Heading] = (),
        sections: Iterable[Section] = (),
        document: str = "",
        in_force: date | None = None,
        notes: Iterable[str] = (),
    ) -> Checklist:
        """A new list on the base of this one. Changed and dropped ids must exist, added ones must not (ChecklistError).

        Clauses taken over unchanged carry the base's id in ``inherited``; changed and added ones are the overlay's own.
        ``headings`` and ``sections`` replace those of the same indicator and part, or the same id, or are added. A heading
        all of whose clauses were dropped goes with them. ``document``, ``in_force`` and ``notes`` are never taken over.
        """
        changes, drops, adds = tuple(change), tuple(drop), tuple(evolve(clause, inherited="") for clause in add)
        own, dropped = {clause.id: evolve(clause, inherited="") for clause in changes}, set(drops)
        known = {clause.id for clause in self.clauses}
        for wrong, problem in (
            ((own.keys() | dropped) - known, "no such clause"),
            ({clause.id for clause in adds} & known, "already there, use change"),
            (own.keys() & dropped, "both changed and dropped"),
            (_twice(clause.id for clause in changes) | _twice(drops), "given twice"),
        ):
            if wrong:
                raise ChecklistError(f"overlay {id!r} of {self.id!r}: {problem}: {', '.join(sorted(wrong))}")
        clauses = tuple(
            own.get(clause.id) or evolve(clause, inherited=clause.inherited or self.id)
            for clause in self.clauses
            if clause.id not in dropped
        )
        clauses += adds
        gone = {(clause.indicator, clause.part) for clause in self.clauses} - {(clause.indicator, clause.part) for clause in clauses}
        kept = tuple(heading for heading in self.headings if (heading.indicator, heading.part) not in gone)
        return evolve(
            self,
            id=id,
            title=title,
            title_en=title_en,
            clauses=clauses,
            headings=_replaced(kept, headings, lambda heading: (heading.indicator, heading.part)),
            sections=_replaced(self.sections, sections, lambda section: section.id),
            params=tuple(sorted({**dict(self.params), **dict(params)}.items(), key=lambda item: item[0])),
            scheme=scheme or self.scheme,
            document=document,
            in_force=in_force,
            base=self.id,
            notes=tuple(notes),
        )

    def select(self, *, automation: Iterable[Automation] = (), parts: Iterable[Part] = ()) -> Checklist:
        """A named partial list: only clauses of these kinds of automation and these parts (empty: all).

        It has no pass mark and no bonus: its verdicts speak only of the clauses selected.
        """
        kinds = tuple(choice(Automation, kind, "automation") for kind in automation)
        chosen = tuple(choice(Part, part, "parts") for part in parts)
        name = "+".join([*kinds, *chosen])
        clauses = tuple(
            clause for clause in self.clauses if (not kinds or clause.automation in kinds) and (not chosen or clause.part in chosen)
        )
        return evolve(
            self,
            clauses=clauses,
            partial=name or "all",
            scheme=evolve(self.scheme, pass_mark=None, bonus_above=None),
        )


T = TypeVar("T")


def _twice(ids: Iterable[str]) -> set[str]:
    return {id for id, number in Counter(ids).items() if number > 1}


def _replaced(old: Iterable[T], new: Iterable[T], key: Callable[[T], Hashable]) -> tuple[T, ...]:
    """``old`` with members replaced by those of ``new`` that have the same key; the rest of ``new`` follows."""
    fresh = {key(item): item for item in new}
    kept = tuple(fresh.pop(key(item), item) for item in old)
    return kept + tuple(fresh.values())


def _problems(checklist: Checklist) -> Iterator[str]:
    """What contradicts itself. A scored clause without a heading would count nowhere, so it is an error."""
    for what, ids in (
        ("clause ids", [clause.id for clause in checklist.clauses]),
        ("headings", [f"{heading.indicator} ({heading.part})" for heading in checklist.headings]),
        ("section ids", [section.id for section in checklist.sections]),
        ("params", [indicator for indicator, _ in checklist.params]),
    ):
        twice = _twice(ids)
        if twice:
            yield f"{what} must be unique; given twice: {', '.join(sorted(twice))}"
    headed = {(heading.indicator, heading.part) for heading in checklist.headings}
    for clause in checklist.clauses:
        scored = clause.part is not Part.VETO
        if scored != (clause.points is not None):
            yield f"clause {clause.id}: {'a scored clause needs points' if scored else 'a veto carries no points'}"
        if scored and (clause.indicator, clause.part) not in headed:
            yield f"clause {clause.id}: no heading of part {clause.part} for {clause.indicator!r}, so its points would count nowhere"
        if clause.trigger.limit <= 0 or (clause.trigger.kind is TriggerKind.SHARE and clause.trigger.limit > 1):
            yield f"clause {clause.id}: a limit of {clause.trigger.limit} for a trigger of kind {clause.trigger.kind}"
        for points in (clause.points, *(points for _, points in clause.points_for)):
            if points is not None and min(points.amount, points.group_cap or 0, *(tier.points for tier in points.tiers)) < 0:
                yield f"clause {clause.id}: points are never negative; a deduction says how many are lost"
    sections = {section.id for section in checklist.sections}
    for heading in checklist.headings:
        if sections and heading.section not in sections:
            yield f"heading {heading.indicator!r}: no section {heading.section!r}"
