"""Counting at its edges: open targets on both sides of a share, unknown numbers, clauses declared by hand."""

from __future__ import annotations

from datetime import datetime
from fractions import Fraction

import pytest

from govsite_rules.checklists.model import Clause, Part, Points, Tier, Trigger, TriggerKind
from govsite_rules.scoring.records import ClauseState, Declaration
from govsite_rules.scoring.tally import Tally, tally
from govsite_rules.values import SHANGHAI, Finding, FindingKey, Outcome, Target, TargetKind

NOON = datetime(2026, 3, 1, 12, tzinfo=SHANGHAI)
ONCE = Points(Fraction(2))
EACH = Points(Fraction(2), each=True)
TIERS = Points(tiers=(Tier(1, Fraction(1)), Tier(3, Fraction(2))))
ANY, COUNT2 = Trigger(), Trigger(TriggerKind.COUNT, Fraction(2))
SHARE5 = Trigger(TriggerKind.SHARE, Fraction(5, 100))
FEWER5 = Trigger(TriggerKind.ALL_WHEN_FEWER, Fraction(5))


def key(number: int) -> FindingKey:
    return ("i", "q", f"t{number}")


def counted(
    failed: int, passed: int, *still_open: int | None, trigger: Trigger = ANY, part: Part = Part.VETO, points: Points | None = None
) -> Tally:
    clause = Clause("C1", part, "i", ("q",), trigger=trigger, points=points)
    return Tally(clause, failed, passed, tuple((key(number), stands) for number, stands in enumerate(still_open)), False)


@pytest.mark.parametrize(
    "found,state",
    [
        (counted(5, 94, 1, trigger=SHARE5), ClauseState.FIRED),
        (counted(5, 95, 1, trigger=SHARE5), ClauseState.OPEN),
        (counted(5, 90, 5, trigger=SHARE5), ClauseState.FIRED),
        (counted(5, 95, 0, trigger=SHARE5), ClauseState.FIRED),
        (counted(0, 96, 4, trigger=SHARE5), ClauseState.CLEAR),
        (counted(0, 95, 5, trigger=SHARE5), ClauseState.OPEN),
        (counted(100, 0, None, trigger=SHARE5), ClauseState.OPEN),
        (counted(0, 0, trigger=SHARE5), ClauseState.CLEAR),
        (counted(0, 0, 1, trigger=FEWER5), ClauseState.OPEN),
        (counted(0, 0, 0, trigger=FEWER5), ClauseState.CLEAR),
        (counted(1, 0, 1, trigger=FEWER5), ClauseState.OPEN),
        (counted(1, 0, 0, trigger=FEWER5), ClauseState.FIRED),
        (counted(3, 0, 1, trigger=FEWER5), ClauseState.OPEN),
        (counted(4, 0, 1, trigger=FEWER5), ClauseState.CLEAR),
        (counted(4, 0, None, trigger=FEWER5), ClauseState.OPEN),
        (counted(5, 0, None, trigger=FEWER5), ClauseState.CLEAR),
        (counted(0, 1, None, trigger=FEWER5), ClauseState.CLEAR),
        (counted(1, 0, 0, trigger=COUNT2), ClauseState.CLEAR),
        (counted(1, 0, 1, trigger=COUNT2), ClauseState.OPEN),
        (counted(2, 0, None, trigger=COUNT2), ClauseState.FIRED),
        (counted(0, 9, 0), ClauseState.CLEAR),
        (counted(1, 0, None), ClauseState.FIRED),
    ],
)
def test_open_targets_on_both_sides_of_a_limit(found: Tally, state: ClauseState) -> None:
    """Open targets count as examined and good for what is sure, as failed for what may be; none is no fault."""
    assert state is found.state


def test_clearing_some_open_findings_leaves_the_others() -> None:
    """What is cleared becomes passed targets, as many as the finding stands for; the rest stays open."""
    before = counted(1, 10, 2, 3, None, trigger=SHARE5)

    assert (1, 12, ((key(1), 3), (key(2), None))) == _said(before.without({key(0)}))
    assert (1, 10, ((key(0), 2), (key(1), 3))) == _said(before.without({key(2)}))
    assert (1, 15, ()) == _said(before.without({key(0), key(1), key(2)}))
    assert _said(before) == _said(before.without(()))


def test_a_bonus_that_is_cleared_is_not_earned() -> None:
    """For a bonus an open finding turns out as nothing earned."""
    assert (0, 1, ()) == _said(counted(0, 1, 2, part=Part.BONUS, points=EACH).without({key(0)}))


def _said(found: Tally) -> tuple[object, ...]:
    return found.failed, found.passed, found.open


@pytest.mark.parametrize("still_open,expected", [((), 0), ((0,), 0), ((2, 3), 5), ((2, None), None)])
def test_how_many_targets_are_open(still_open: tuple[int | None, ...], expected: int | None) -> None:
    """The sum, none at all, or nobody knows."""
    assert expected == counted(0, 0, *still_open).open_count


@pytest.mark.parametrize(
    "part,points,found,expected",
    [
        (Part.DEDUCTION, EACH, (1, 0, 1), (2, 4)),
        (Part.DEDUCTION, EACH, (1, 0, None), (2, None)),
        (Part.DEDUCTION, ONCE, (0, 0, None), (0, 2)),
        (Part.DEDUCTION, ONCE, (0, 9, 0), (0, 0)),
        (Part.DEDUCTION, TIERS, (2, 0, 1), (1, 2)),
        (Part.DEDUCTION, TIERS, (2, 0, None), (1, 2)),
        (Part.BONUS, EACH, (0, 2, 1), (4, 6)),
        (Part.BONUS, EACH, (0, 2, None), (4, None)),
        (Part.BONUS, EACH, (3, 0), (0, 0)),
        (Part.BONUS, ONCE, (0, 0, None), (0, 2)),
        (Part.BONUS, TIERS, (0, 2, 1), (1, 2)),
        (Part.BONUS, TIERS, (0, 1, None), (1, 2)),
    ],
)
def test_points_at_least_and_at_most(part: Part, points: Points, found: tuple[int | None, ...], expected: tuple[int, int | None]) -> None:
    """What is surely lost or earned, and what may be; no limit is known where an unknown number counts each."""
    failed, passed, *still_open = found
    assert failed is not None
    assert passed is not None

    assert expected == counted(failed, passed, *still_open, part=part, points=points).points(points)


def test_a_deduction_that_may_not_have_reached_its_limit_costs_nothing_for_sure() -> None:
    """One failed of two that are needed costs nothing yet; with the open one both count."""
    found = counted(1, 0, 1, trigger=COUNT2, part=Part.DEDUCTION, points=EACH)

    assert (0, 4) == found.points(EACH)
    assert (0, 0) == counted(1, 0, trigger=COUNT2, part=Part.DEDUCTION, points=EACH).points(EACH)
    assert (4, 4) == counted(2, 0, trigger=COUNT2, part=Part.DEDUCTION, points=EACH).points(EACH)


def said_of(clause: str, *, found_none: bool = True) -> Declaration:
    return Declaration((clause,), by="office", at=NOON, method="looked", found_none=found_none)


@pytest.mark.parametrize("part,expected", [(Part.VETO, (2, 0)), (Part.DEDUCTION, (2, 0)), (Part.BONUS, (0, 2))])
def test_what_people_found_counts_once_each(part: Part, expected: tuple[int, int]) -> None:
    """Each declaration that found the situation counts one target: failed, and for a bonus passed. One that found none counts
    nothing, and one on another clause closes nothing here."""
    clause = Clause("C1", part, "i", (), points=None if part is Part.VETO else ONCE)
    said = [said_of("C1", found_none=False), said_of("C1", found_none=False), said_of("C1"), said_of("C2", found_none=False)]
    found = tally(clause, {}, (), said)

    assert (*expected, (), True) == (found.failed, found.passed, found.open, found.declared)
    other = tally(clause, {}, (), said[3:])
    assert (0, 0, (None,), False) == (other.failed, other.passed, tuple(stands for _, stands in other.open), other.declared)


@pytest.mark.parametrize("kind,closed", [(TargetKind.SITE, True), (TargetKind.ACCOUNT, True), (TargetKind.COLUMN, False)])
def test_a_declaration_answers_for_the_whole_subject_only(kind: TargetKind, closed: bool) -> None:
    """An open finding on a site or an account is answered; one on a column keeps its own question."""
    clause = Clause("C1", Part.VETO, "i", ("q",))
    table = {("i", "q"): [Finding("i", "q", Outcome.UNTESTED, Target(kind, "t0"), 4)]}

    assert (() if closed else ((key(0), 4),)) == tally(clause, table, ["i"], [said_of("C1")]).open
    assert ((key(0), 4),) == tally(clause, table, ["i"]).open


FOUR, TRIES = (4, 0), (6, 114)


@pytest.mark.parametrize(
    ("trigger", "settled", "unseen"),
    [(FEWER5, FOUR, None), (FEWER5, (3, 0), 1), (SHARE5, TRIES, 20), (COUNT2, (1, 0), None), (ANY, (0, 5), None)],
    ids=["items, nobody knows how many more", "one item more", "tries that are missing", "columns not seen", "anything at all"],
)
def test_to_declare_that_there_is_nothing_never_fires(trigger: Trigger, settled: tuple[int, int], unseen: int | None) -> None:
    """What was not seen is cleared, not taken away: 6 of 120 tries failed, of 140 with the missing ones 4 in a hundred."""
    clause = Clause("C1", Part.VETO, "i", ("q",), trigger=trigger)
    site = Target(TargetKind.SITE, "site")
    outcomes = zip((Outcome.FAILED, Outcome.PASSED), settled, strict=True)
    given = [Finding("i", "q", outcome, Target(TargetKind.SERVICE, outcome), number) for outcome, number in outcomes if number]
    given.append(Finding("i", "q", Outcome.UNTESTED, site, unseen))
    found = {("i", "q"): given}
    assert tally(clause, found, {"i"}).state is ClauseState.OPEN
    assert tally(clause, found, {"i"}, [said_of("C1")]).state is ClauseState.CLEAR
    assert tally(clause, found, {"i"}).without({given[-1].key}).state is ClauseState.CLEAR


@pytest.mark.parametrize("trigger", [ANY, COUNT2, SHARE5, FEWER5], ids=lambda trigger: str(trigger.kind))
def test_to_declare_that_it_was_found_fires_whatever_the_limit(trigger: Trigger) -> None:
    clause = Clause("C1", Part.VETO, "i", ("q",), trigger=trigger)
    found = {("i", "q"): [Finding("i", "q", Outcome.PASSED, Target(TargetKind.COLUMN, "c"), 100)]}
    assert tally(clause, found, {"i"}).state is ClauseState.CLEAR
    assert tally(clause, found, {"i"}, [said_of("C1", found_none=False)]).state is ClauseState.FIRED
    assert tally(clause, found, {"i"}, [said_of("C1"), said_of("C1", found_none=False)]).state is ClauseState.FIRED


def test_a_declaration_adds_nothing_where_nothing_was_asked() -> None:
    """An inapplicable finding stands for no target, declared or not: one fault among fewer than five is every one."""
    clause = Clause("C1", Part.VETO, "i", ("q",), trigger=FEWER5)
    site, item = Target(TargetKind.SITE, "site"), Target(TargetKind.SERVICE, "s")
    found = {("i", "q"): [Finding("i", "q", Outcome.FAILED, item, 1), Finding("i", "q", Outcome.INAPPLICABLE, site, 1)]}
    assert tally(clause, found, {"i"}, [said_of("C1")]).passed == 0
    assert tally(clause, found, {"i"}, [said_of("C1")]).state is ClauseState.FIRED
