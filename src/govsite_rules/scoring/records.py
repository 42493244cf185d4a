"""What scoring takes from people, and what it gives back."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from fractions import Fraction
from typing import Any

from attrs import Attribute, field, frozen

from ..checklists.model import Part
from ..errors import InputError, choice
from ..values.dates import aware
from ..values.finding import FindingKey


class Standing(StrEnum):
    """合格, 不合格, 待人工复核."""

    QUALIFIED = "qualified"
    UNQUALIFIED = "unqualified"
    UNDECIDED = "undecided"


class Found(StrEnum):
    """What an office can print at once: 发现不合格情形 or 未发现不合格情形 (in what was checked)."""

    FAULT = "fault_found"
    NONE = "none_found"


class Decision(StrEnum):
    """CONFIRMED: the fault is there. REJECTED: it is not."""

    CONFIRMED = "confirmed"
    REJECTED = "rejected"


def _decision(value: Decision | str) -> Decision:
    return choice(Decision, value, "decision")


def _aware(instance: Any, attribute: Attribute[datetime], value: datetime) -> None:
    aware(value, "at")


def _text(instance: Any, attribute: Attribute[str], value: str) -> None:
    if not value.strip():
        raise _not_said(instance, attribute.name, value)


def _ids(instance: Any, attribute: Attribute[tuple[str, ...]], value: tuple[str, ...]) -> None:
    if not value or isinstance(value, str):
        expected = 'a tuple of clause ids, such as ("V1.2", "V1.6")'
        raise InputError("clauses are named one by one", field=attribute.name, value=value, expected=expected)


def _not_said(instance: Any, name: str, value: object) -> InputError:
    kind = type(instance).__name__.lower()
    return InputError(f"a {kind} says who decided, how, and about what", field=name, value=value, expected="a value")


@frozen
class Review:
    """A person settles one finding, named by its key (indicator, code, target key)."""

    finding: FindingKey
    decision: Decision = field(converter=_decision)
    by: str = field(validator=_text)
    at: datetime = field(validator=_aware)
    why: str = ""


@frozen
class Declaration:
    """A person closes what only people can judge in some clauses.

    It answers the open findings on the whole subject: targets that nobody saw count as no fault. Single open findings with
    evidence of their own need a Review. ``found_none`` False: the situation was found; the clause fires once, whatever its limit.
    """

    clauses: tuple[str, ...] = field(validator=_ids)
    by: str = field(validator=_text)
    at: datetime = field(validator=_aware)
    method: str = field(validator=_text)
    found_none: bool = True


@frozen
class Waiver:
    """Printed beside a finding until its date: takes it off to-do lists, never out of the verdict."""

    finding: FindingKey
    until: date
    why: str = field(validator=_text)


class ClauseState(StrEnum):
    """FIRED: surely. CLEAR: surely not. OPEN: a person could still decide it either way."""

    FIRED = "fired"
    CLEAR = "clear"
    OPEN = "open"
    NOT_APPLICABLE = "not_applicable"


@frozen
class ClauseResult:
    """What became of one clause. ``open`` None: an unknown number of targets is open. Points are exact; for a bonus they are
    points earned, else points lost, before caps."""

    clause: str
    part: Part
    indicator: str
    state: ClauseState
    failed: int = 0
    passed: int = 0
    open: int | None = 0
    low: Fraction = Fraction(0)
    high: Fraction | None = Fraction(0)
    declared: bool = False


@frozen
class Line:
    """One line of the score sheet: an indicator with its points (``cap``) and what it surely and possibly loses or earns.

    ``low`` and ``high`` are points lost (deduction) or earned (bonus) at least and at most, capped. ``cap`` None: no cap;
    ``high`` None: no limit is known.
    """

    indicator: str
    title: str
    title_en: str
    section: str
    part: Part
    cap: Fraction | None
    low: Fraction
    high: Fraction | None
    failed: int
    open: int | None
    clauses: tuple[str, ...]


@frozen
class SectionSum:
    """Points of one section: full, and lost (or earned) at least and at most."""

    section: str
    title: str
    title_en: str
    full: Fraction | None
    low: Fraction
    high: Fraction | None


@frozen
class Score:
    """The score range. ``low`` counts every open finding as a fault, ``high`` every one as none.

    ``base_low``/``base_high`` are the deduction part (rescaled where the list says so), ``bonus_low``/``bonus_high`` the
    bonus part as added (0 where the deduction part does not open it). ``of`` is the full score of what was looked at.
    """

    low: Fraction
    high: Fraction
    base_low: Fraction
    base_high: Fraction
    bonus_low: Fraction
    bonus_high: Fraction
    of: Fraction


@frozen
class Settling:
    """The open findings which, once cleared, make the subject qualified; any other answer settles it the other way or
    changes the list. ``exact``: no smaller list exists; otherwise it was found by a greedy search."""

    findings: tuple[FindingKey, ...]
    exact: bool


@frozen
class Verdict:
    """The verdict of a checklist on one subject.

    ``standing`` None: out of scope. ``found`` speaks only of the clauses in ``checked``; ``unchecked`` were not looked at,
    wholly or in part. ``partial`` names the selection when the list was a partial one ('' for a whole list). ``score`` is
    None where the scored parts do not apply or a veto fired; ``lines`` and ``sections`` go with it.
    """

    standing: Standing | None
    found: Found
    fired: tuple[str, ...] = ()
    possible: tuple[str, ...] = ()
    checked: tuple[str, ...] = ()
    unchecked: tuple[str, ...] = ()
    partial: str = ""
    score: Score | None = None
    lines: tuple[Line, ...] = ()
    sections: tuple[SectionSum, ...] = ()
    clauses: tuple[ClauseResult, ...] = ()
    settle: Settling | None = None
    notes: tuple[str, ...] = ()
