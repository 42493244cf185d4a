"""Verdicts at their edges: whose clauses count, what was checked, unknown facts, the score sheet, and what would settle it."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve

from govsite_rules.checklists.model import (
    AppliesTo,
    Checklist,
    Clause,
    Heading,
    Part,
    Points,
    Rescale,
    Scheme,
    Section,
    Tier,
    Trigger,
    TriggerKind,
)
from govsite_rules.scoring.records import ClauseState, Found, Standing, Verdict
from govsite_rules.scoring.verdict import judge
from govsite_rules.values import Finding, Outcome, Subject, SubjectKind, Target, TargetKind

SITE = Subject(SubjectKind.SITE, "1", portal=True, department=False, services=True)
P, F, C, U, N = Outcome.PASSED, Outcome.FAILED, Outcome.CANT_TELL, Outcome.UNTESTED, Outcome.INAPPLICABLE
GOOD, BAD, OPEN = Standing.QUALIFIED, Standing.UNQUALIFIED, Standing.UNDECIDED
ALWAYS = Scheme(scored=AppliesTo(SubjectKind.SITE))
"""A scheme that scores every site, so that only the clauses ask for facts."""


def clause(id: str, part: Part = Part.VETO, **more: Any) -> Clause:
    """A clause fed by the code ``q`` of an indicator that is called as the clause."""
    points = None if part is Part.VETO else Points(1, each=True)
    return evolve(Clause(id, part, id, ("q",), points=points), **more)


def heading(id: str, part: Part = Part.DEDUCTION, cap: Any = None, section: str = "S", **more: Any) -> Heading:
    return Heading(id, f"标题{id}", f"Title {id}", section, part, cap, **more)


def given(**outcomes: Any) -> list[Finding]:
    """Findings on targets t0, t1 ... of each indicator; a number stands for how many targets the one before it speaks for."""
    found = []
    for id, those in outcomes.items():
        for number, outcome in enumerate(those if isinstance(those, tuple) else (those,)):
            outcome, examined = outcome if isinstance(outcome, list) else (outcome, 1)
            found.append(Finding(id, "q", outcome, Target(TargetKind.COLUMN, f"t{number}"), examined))
    return found


def verdict(clauses: list[Clause], found: list[Finding], subject: Subject = SITE, **more: Any) -> Verdict:
    headings = tuple(
        heading(id, part, 50) for id, part in dict.fromkeys((one.indicator, one.part) for one in clauses) if part is not Part.VETO
    )
    checklist = evolve(Checklist("t", "t", "t", tuple(clauses), headings), **more)
    return judge(found, checklist, subject, ran={one.indicator for one in found})


def states(result: Verdict) -> dict[str, ClauseState]:
    return {one.clause: one.state for one in result.clauses}


# -- whose clauses, and which of them were looked at -----------------------------------------------------------------


def test_clauses_of_the_other_kind_of_subject_are_no_part_of_a_verdict() -> None:
    """A list for sites and accounts: each gets its own clauses and those for both, and is asked only for facts they need."""
    account = clause("N1", applies_to=AppliesTo(SubjectKind.ACCOUNT, services=True))
    clauses = [clause("V1", applies_to=AppliesTo(SubjectKind.SITE)), account, clause("V2")]
    found = given(V1=P, N1=P, V2=P)
    of_site = verdict(clauses, found, evolve(SITE, services=None), scheme=ALWAYS)
    of_account = verdict(clauses, found, Subject(SubjectKind.ACCOUNT, "a"), scheme=ALWAYS)

    assert [["V1", "V2"], ["N1", "V2"]] == [list(states(one)) for one in (of_site, of_account)]
    assert [(), ("unknown_services",)] == [one.notes for one in (of_site, of_account)]


def test_what_fired_may_fire_was_checked_and_was_not() -> None:
    """Vetoes by state; every clause that applies is checked where nothing of it is open, and unchecked otherwise."""
    clauses = [
        clause("V1"),
        clause("V2"),
        clause("V3"),
        clause("V4", applies_to=AppliesTo(portal=False)),
        clause("D1", Part.DEDUCTION),
        clause("D2", Part.DEDUCTION),
        clause("D3", Part.DEDUCTION),
        clause("D4", Part.DEDUCTION, applies_to=AppliesTo(portal=False)),
    ]
    found = given(V1=C, V2=P, V3=(U,), V4=C, D1=[U, None], D2=F, D3=P, D4=P)
    result = verdict(clauses, [*found[:2], evolve(found[2], examined=None), *found[3:]])

    assert ((), ("V1", "V3")) == (result.fired, result.possible)
    assert (("V2", "D2", "D3"), ("V1", "V3", "D1")) == (result.checked, result.unchecked)
    assert [ClauseState.OPEN, ClauseState.CLEAR, ClauseState.OPEN, ClauseState.NOT_APPLICABLE, ClauseState.OPEN] == [
        *states(result).values()
    ][:5]
    assert {"D2": ClauseState.FIRED, "D3": ClauseState.CLEAR, "D4": ClauseState.NOT_APPLICABLE}.items() <= states(result).items()


def test_only_vetoes_are_named_among_those_that_fired() -> None:
    """A deduction that fired is no veto; a veto that fired has no open one beside it but those that are open."""
    result = verdict([clause("V1"), clause("V2"), clause("V3"), clause("D1", Part.DEDUCTION)], given(V1=F, V2=C, V3=P, D1=F))

    assert (("V1",), ("V2",), BAD, Found.FAULT) == (result.fired, result.possible, result.standing, result.found)


@pytest.mark.parametrize("found,standing", [(given(V1=P, D1=C), GOOD), (given(V1=F, D1=C), BAD)])
def test_a_settled_verdict_needs_no_settling(found: list[Finding], standing: Standing) -> None:
    """Open findings that cannot change the standing are nothing to settle."""
    result = verdict([clause("V1"), clause("D1", Part.DEDUCTION)], found)

    assert (standing, None) == (result.standing, result.settle)


# -- facts nobody knows ----------------------------------------------------------------------------------------------

UNSURE = evolve(SITE, portal=None)


def test_a_fault_is_found_where_every_way_finds_it() -> None:
    """Below the line only if it is a portal: nothing is found. A veto that fires either way is a fault found."""
    lost = [clause("D1", Part.DEDUCTION, points=Points(45))]
    below = verdict(lost, given(D1=F), UNSURE)
    vetoed = verdict([clause("V1"), *lost], given(V1=F, D1=F), UNSURE)

    assert [(OPEN, Found.NONE), (BAD, Found.FAULT)] == [(one.standing, one.found) for one in (below, vetoed)]
    assert (55, "D1") == (below.score.low if below.score else None, below.lines[0].indicator)


def test_the_sheet_shown_is_that_of_the_lowest_score() -> None:
    """Of two ways that are scored, the dearer one is laid out; the score spans both."""
    dear = clause("D1", Part.DEDUCTION, points=Points(1), points_for=((AppliesTo(department=True), Points(9)),))
    cheap = clause("D1", Part.DEDUCTION, points=Points(1), points_for=((AppliesTo(department=False), Points(9)),))
    for one in (dear, cheap):
        result = verdict([one], given(D1=F), evolve(SITE, department=None))

        assert result.score is not None
        assert (9, 91, 99) == (result.lines[0].low, result.score.low, result.score.high)
        assert ("unknown_department",) == result.notes


@pytest.mark.parametrize(
    "subject,extra,notes",
    [
        (evolve(SITE, portal=False, department=None), clause("D1", Part.DEDUCTION, applies_to=AppliesTo(department=True)), ()),
        (evolve(SITE, portal=False, department=None), clause("V2", applies_to=AppliesTo(department=True)), ("unknown_department",)),
        (evolve(SITE, department=None), clause("D1", Part.DEDUCTION, applies_to=AppliesTo(department=True)), ("unknown_department",)),
        (evolve(SITE, department=None, services=None), clause("V2", applies_to=AppliesTo(department=True)), ("unknown_department",)),
        (evolve(SITE, services=None), clause("V2"), ()),
        (
            evolve(SITE, portal=None, services=None),
            clause("D1", Part.DEDUCTION, applies_to=AppliesTo(services=True)),
            ("unknown_portal", "unknown_services"),
        ),
        (
            evolve(SITE, services=None),
            clause("D1", Part.DEDUCTION, points_for=((AppliesTo(services=True), Points(2)),)),
            ("unknown_services",),
        ),
    ],
)
def test_only_facts_that_matter_are_asked_for(subject: Subject, extra: Clause, notes: tuple[str, ...]) -> None:
    """A fact matters where a rule asks for it; of a site that is not scored, only where a veto does."""
    result = verdict([clause("V1"), extra], given(V1=P, **{extra.id: P}), subject)

    assert notes == result.notes


def test_caps_and_rescaling_ask_for_facts_too() -> None:
    """A cap of its own for some subjects, and a rule of rescaling, are rules."""
    one = [clause("D1", Part.DEDUCTION)]
    capped = verdict(
        one, given(D1=P), evolve(SITE, services=None), headings=(heading("D1", cap=5, cap_for=((AppliesTo(services=True), Fraction(2)),)),)
    )
    scheme = Scheme(rescale=(Rescale(AppliesTo(department=True), ("S2",), Fraction(4, 3)),))
    scaled = verdict(one, given(D1=P), evolve(SITE, department=None), scheme=scheme)

    assert [("unknown_services",), ("unknown_department",)] == [one.notes for one in (capped, scaled)]


@pytest.mark.parametrize("wanted", [True, False])
@pytest.mark.parametrize("outcome,expected", [(F, (OPEN, ClauseState.OPEN)), (P, (GOOD, ClauseState.CLEAR)), (C, (OPEN, ClauseState.OPEN))])
def test_a_veto_for_some_subjects_only(wanted: bool, outcome: Outcome, expected: tuple[Standing, ClauseState]) -> None:
    """Whether it applies is not known, so a fault of it fires perhaps, and its absence settles it."""
    one = clause("V1", applies_to=AppliesTo(department=wanted))
    result = verdict([one], given(V1=outcome), evolve(SITE, department=None))

    assert expected == (result.standing, states(result)["V1"])
    assert ClauseState.NOT_APPLICABLE is states(verdict([one], given(V1=outcome), evolve(SITE, department=not wanted)))["V1"]


def test_scores_of_several_ways_are_spanned() -> None:
    """Every number of the range is the least and the most of all ways, with the bonus of the way it comes from."""
    clauses = [
        clause("D1", Part.DEDUCTION, points=Points(1), points_for=((AppliesTo(department=True), Points(25)),)),
        clause("B1", Part.BONUS, points=Points(3)),
    ]
    scheme = Scheme(rescale=(Rescale(AppliesTo(department=True), ("S2",), Fraction(2)),))
    result = verdict(clauses, given(D1=F, B1=P), evolve(SITE, department=None), scheme=scheme)
    known = [verdict(clauses, given(D1=F, B1=P), evolve(SITE, department=way), scheme=scheme).score for way in (True, False)]

    assert result.score is not None
    assert [(50, 50, 0), (102, 99, 3)] == [(one.low, one.base_low, one.bonus_low) for one in known if one]
    assert (50, 102, 50, 99, 0, 3, 100) == tuple(
        getattr(result.score, name) for name in ("low", "high", "base_low", "base_high", "bonus_low", "bonus_high", "of")
    )


# -- the score sheet -------------------------------------------------------------------------------------------------


def test_a_list_of_vetoes_gives_no_score() -> None:
    """Where nothing can be lost there is nothing to score."""
    assert verdict([clause("V1")], given(V1=P)).score is None


def test_points_never_fall_below_nothing() -> None:
    """More lost than there is: the score is 0, not negative, at either end."""
    clauses = [clause(f"D{number}", Part.DEDUCTION, points=Points(60)) for number in (1, 2)]
    headings = tuple(heading(one.id, cap=None) for one in clauses)
    sure = verdict(clauses, given(D1=F, D2=F), headings=headings).score
    perhaps = verdict(clauses, given(D1=F, D2=C), headings=headings).score

    assert sure is not None
    assert perhaps is not None
    assert [(0, 0), (0, 40)] == [(one.low, one.high) for one in (sure, perhaps)]


def test_a_line_without_a_limit_may_cost_everything() -> None:
    """No cap, and nobody knows how many targets: all may be lost, and the sheet says that no limit is known."""
    result = verdict(
        [clause("D1", Part.DEDUCTION)], given(D1=(F, [U, None])), headings=(heading("D1", cap=None),), sections=(Section("S", "", ""),)
    )

    assert result.score is not None
    assert (0, 99, None, None, None) == (
        result.score.low,
        result.score.high,
        result.lines[0].high,
        result.lines[0].open,
        result.sections[0].high,
    )
    assert (1, 1) == (result.lines[0].low, result.sections[0].low)


def test_one_line_without_a_limit_leaves_its_section_without_one() -> None:
    """What is known of the other lines does not bound it."""
    clauses = [clause("D1", Part.DEDUCTION), clause("D2", Part.DEDUCTION)]
    headings = (heading("D1", cap=None), heading("D2", cap=5))
    result = verdict(clauses, given(D1=[U, None], D2=F), headings=headings, sections=(Section("S", "", ""),))

    assert [(1, None)] == [(one.low, one.high) for one in result.sections]


@pytest.mark.parametrize(
    "lost,standing,bonus",
    [((F, 20), GOOD, (0, 0)), ((C, 20), GOOD, (0, 3)), ((C, 19), GOOD, (3, 3)), ((F, 21), GOOD, (0, 0))],
)
def test_the_bonus_is_opened_by_each_end_of_its_own(lost: tuple[Outcome, int], standing: Standing, bonus: tuple[int, int]) -> None:
    """The low end opens it only where it is above 80 itself, the high end likewise."""
    outcome, points = lost
    result = verdict(
        [clause("D1", Part.DEDUCTION, points=Points(points)), clause("B1", Part.BONUS, points=Points(3))], given(D1=outcome, B1=P)
    )

    assert result.score is not None
    assert (standing, bonus) == (result.standing, (result.score.bonus_low, result.score.bonus_high))
    assert (result.score.low, result.score.high) == (result.score.base_low + bonus[0], result.score.base_high + bonus[1])


def test_an_open_bonus_is_earned_at_most() -> None:
    """The low end counts what is surely earned, the high end what may be; no bonus where the list has none."""
    clauses = [clause("D1", Part.DEDUCTION), clause("B1", Part.BONUS)]
    found = given(D1=P, B1=(P, C))
    result, none = verdict(clauses, found), verdict(clauses, found, scheme=Scheme(bonus_above=None))

    assert [(101, 102), (100, 100)] == [(one.score.low, one.score.high) for one in (result, none) if one.score]


@pytest.mark.parametrize(
    "passes,outcome,expected",
    [
        (True, F, GOOD),
        (False, F, BAD),
        (None, F, OPEN),
        (True, C, GOOD),
        (False, C, OPEN),
        (None, C, OPEN),
    ],
)
def test_exactly_on_the_line(passes: bool | None, outcome: Outcome, expected: Standing) -> None:
    """60 passes, fails, or is left to people, as the list says; open findings that reach it leave it open unless it passes."""
    scheme = Scheme(pass_mark_passes=passes)

    assert expected is verdict([clause("D1", Part.DEDUCTION, points=Points(40))], given(D1=outcome), scheme=scheme).standing
    assert GOOD is verdict([clause("D1", Part.DEDUCTION, points=Points(39))], given(D1=outcome), scheme=scheme).standing


@pytest.mark.parametrize("passes", [True, False, None])
def test_below_the_line_whatever_is_open(passes: bool | None) -> None:
    """Below it at both ends is unqualified, below it at one is open."""
    clauses = [clause("D1", Part.DEDUCTION, points=Points(41)), clause("D2", Part.DEDUCTION, points=Points(5))]
    sure, unsure = (verdict(clauses, given(D1=outcome, D2=C), scheme=Scheme(pass_mark_passes=passes)).standing for outcome in (F, C))

    assert (BAD, OPEN) == (sure, unsure)


def test_an_open_veto_beside_a_good_score() -> None:
    """A veto that may fire keeps a good score undecided; one below the line is settled all the same."""
    clauses = [clause("V1"), clause("D1", Part.DEDUCTION, points=Points(41))]

    assert [OPEN, BAD] == [verdict(clauses, given(V1=C, D1=outcome)).standing for outcome in (P, F)]


def test_lines_stand_by_indicator_and_part() -> None:
    """One indicator may deduct and earn: two lines, each of its own clauses, in the order of the headings."""
    clauses = [
        clause("D1", Part.DEDUCTION),
        evolve(clause("B1", Part.BONUS, points=Points(2, each=True)), indicator="D1", codes=("r",)),
        clause("V1", indicator="D1"),
        clause("D2", Part.DEDUCTION, applies_to=AppliesTo(portal=False)),
    ]
    headings = (heading("D1", Part.BONUS, 3, "B"), heading("D1", cap=5), heading("D1", Part.VETO, section="V"), heading("D2", cap=5))
    found = [*given(D1=(P, P, P), D2=F), Finding("D1", "r", P, Target(TargetKind.SITE, "site"))]
    result = verdict(clauses, found, headings=headings, sections=(Section("V", "", ""), Section("S", "扣", "S"), Section("B", "加", "B")))

    assert [("D1", Part.BONUS, 2, ("B1",)), ("D1", Part.DEDUCTION, 0, ("D1",))] == [
        (x.indicator, x.part, x.low, x.clauses) for x in result.lines
    ]
    assert [("S", 0, 0), ("B", 2, 2)] == [(one.section, one.low, one.high) for one in result.sections]
    assert ("标题D1", "Title D1", "B", 3, 0, 0) == tuple(
        getattr(result.lines[0], name) for name in ("title", "title_en", "section", "cap", "failed", "open")
    )


def test_a_section_sums_its_own_lines() -> None:
    """Sections sum the lines that stand in them, lost for sure and at most; those without a line are left out."""
    clauses = [clause(id, Part.DEDUCTION) for id in ("D1", "D2", "D3")]
    headings = (heading("D1", cap=5), heading("D2", cap=5), heading("D3", cap=None, section="T"))
    sections = (Section("S", "一", "One", 10), Section("T", "二", "Two"), Section("X", "三", "Three"))
    result = verdict(clauses, given(D1=(F, C), D2=F, D3=F), headings=headings, sections=sections)

    assert [("S", "一", "One", 10, 2, 3), ("T", "二", "Two", None, 1, 1)] == [
        (one.section, one.title, one.title_en, one.full, one.low, one.high) for one in result.sections
    ]
    assert [2, 1] == [sum(x.failed for x in result.lines if x.section == section) for section in ("S", "T")]
    assert [1, 0, 0] == [one.open for one in result.lines]


GROUPED = Points(1, each=True, group="g", group_cap=2)


@pytest.mark.parametrize(
    "found,points,low,high",
    [
        (given(D1=(F, F, F), D2=F), (GROUPED, GROUPED), 2, 2),
        (given(D1=F, D2=C), (GROUPED, GROUPED), 1, 2),
        (given(D1=F, D2=[U, None]), (GROUPED, GROUPED), 1, 2),
        (given(D1=F, D2=[U, None]), (Points(1, each=True, group="g"), Points(1, each=True, group="g")), 1, 9),
        (given(D1=(F, F, F), D2=F), (GROUPED, evolve(GROUPED, group="h")), 3, 3),
        (given(D1=(F, F, F), D2=(F, F, F)), (evolve(GROUPED, group=""), evolve(GROUPED, group="")), 4, 4),
        (given(D1=(F, F, F), D2=[U, None]), (Points(1, each=True), GROUPED), 3, 5),
    ],
)
def test_groups_of_clauses_have_caps(found: list[Finding], points: tuple[Points, Points], low: int, high: int) -> None:
    """Clauses of one group share its cap, those of none stand alone; what has no limit is held by the heading's cap."""
    clauses = [evolve(clause(f"D{number}", Part.DEDUCTION, points=one), indicator=f"D{number}") for number, one in enumerate(points, 1)]
    same = [evolve(one, indicator="e", codes=(f"q{number}",)) for number, one in enumerate(clauses, 1)]
    renamed = [evolve(one, indicator="e", code=f"q{one.indicator[1]}") for one in found]
    result = verdict(same, renamed, headings=(heading("e", cap=9),))

    assert (low, high) == (result.lines[0].low, result.lines[0].high)


@pytest.mark.parametrize("services,cap", [(True, 2), (False, 5)])
def test_a_cap_of_its_own_for_some_subjects(services: bool, cap: int) -> None:
    """The cap of the first rule that covers the subject, else the heading's."""
    headings = (heading("D1", cap=5, cap_for=((AppliesTo(services=True), Fraction(2)),)),)
    result = verdict([clause("D1", Part.DEDUCTION)], given(D1=(F,) * 9), evolve(SITE, services=services), headings=headings)

    assert (cap, cap, cap) == (result.lines[0].cap, result.lines[0].low, result.lines[0].high)


RESCALE = Scheme(rescale=(Rescale(AppliesTo(department=True), ("T",), Fraction(4, 3)),))


@pytest.mark.parametrize(
    "department,partial,expected", [(True, False, (Fraction(280, 3), 100, 1)), (False, False, (75, 100, 2)), (True, True, (0, 5, 1))]
)
def test_sections_that_are_not_checked_are_scaled_away(department: bool, partial: bool, expected: tuple[Any, ...]) -> None:
    """Without its section the rest is scaled to 100; a selection is not scaled, as it says only what it looked at."""
    clauses = [clause("D1", Part.DEDUCTION, points=Points(5)), clause("D2", Part.DEDUCTION, points=Points(20))]
    headings = (heading("D1", cap=5), heading("D2", cap=25, section="T"))
    more = {"headings": headings, "scheme": RESCALE}
    if partial:
        more |= {"partial": "some", "scheme": evolve(RESCALE, pass_mark=None)}
    result = verdict(clauses, given(D1=F, D2=F), evolve(SITE, department=department), **more)

    assert result.score is not None
    assert expected == (result.score.base_low, result.score.of, len(result.lines))


def test_a_selection_counts_what_its_lines_may_cost() -> None:
    """The full score of a selection is the sum of its caps; a bonus in it, and a line without cap, add nothing."""
    clauses = [clause("D1", Part.DEDUCTION), clause("D2", Part.DEDUCTION), clause("B1", Part.BONUS)]
    headings = (heading("D1", cap=5), heading("D2", cap=None), heading("B1", Part.BONUS, 3))
    result = verdict(clauses, given(D1=F, D2=P, B1=P), headings=headings, partial="some", scheme=Scheme(pass_mark=None, bonus_above=None))

    assert result.score is not None
    assert (4, 4, 5) == (result.score.low, result.score.high, result.score.of)


def test_a_selection_of_unknown_caps_is_out_of_the_most() -> None:
    """Where a cap depends on a fact nobody knows, the full score told is the larger one."""
    headings = (heading("D1", cap=5, cap_for=((AppliesTo(services=True), Fraction(2)),)),)
    more: dict[str, Any] = {"headings": headings, "partial": "some", "scheme": Scheme(pass_mark=None, bonus_above=None)}
    scores = [
        verdict([clause("D1", Part.DEDUCTION)], given(D1=F), evolve(SITE, services=known), **more).score for known in (True, False, None)
    ]

    assert [(1, 1, 2), (4, 4, 5), (1, 4, 5)] == [(one.low, one.high, one.of) for one in scores if one]


def test_a_result_says_what_its_clause_costs() -> None:
    """Points of deductions and bonuses by themselves, before caps; a veto costs none, one that does not apply says nothing."""
    clauses = [
        clause("V1"),
        clause("D1", Part.DEDUCTION),
        clause("B1", Part.BONUS),
        clause("D2", Part.DEDUCTION, applies_to=AppliesTo(portal=False)),
    ]
    found = {one.clause: one for one in verdict(clauses, given(V1=(P, C), D1=(F, C, [P, 4]), B1=(P, F), D2=F)).clauses}

    def said(id: str) -> tuple[Any, ...]:
        return tuple(getattr(found[id], name) for name in ("state", "failed", "passed", "open", "low", "high"))

    assert (ClauseState.OPEN, 0, 1, 1, 0, 0) == said("V1")
    assert (ClauseState.FIRED, 1, 4, 1, 1, 2) == said("D1")
    assert (1, 1, 0, 1, 1) == said("B1")[1:]
    assert (ClauseState.NOT_APPLICABLE, 0, 0, 0, 0, 0) == said("D2")
    assert [Part.VETO, Part.DEDUCTION, Part.BONUS] == [found[id].part for id in ("V1", "D1", "B1")]


# -- what would settle it --------------------------------------------------------------------------------------------


def settled(result: Verdict) -> tuple[bool, list[str]] | None:
    return result.settle and (result.settle.exact, ["/".join((indicator, target)) for indicator, _, target in result.settle.findings])


def test_nothing_settles_a_clause_nobody_can_answer() -> None:
    """A veto that may fire by unseen targets is settled by the finding that stands for them."""
    assert (True, ["V1/t0"]) == settled(verdict([clause("V1")], given(V1=[U, None])))


def test_each_open_finding_of_a_veto_that_one_fault_fires() -> None:
    """All of them must be cleared, and no passed one."""
    assert (True, ["V1/t1", "V1/t2", "V2/t0"]) == settled(verdict([clause("V1"), clause("V2")], given(V1=(P, C, U), V2=C)))


COUNT2 = Trigger(TriggerKind.COUNT, 2)


@pytest.mark.parametrize(
    "found,expected",
    [
        (given(V1=(F, C)), ["V1/t1"]),
        (given(V1=(F, C, C)), ["V1/t1", "V1/t2"]),
        (given(V1=(C, C)), ["V1/t0"]),
        (given(V1=(C, C, C)), ["V1/t0", "V1/t1"]),
        (given(V1=(C, [C, 5])), ["V1/t1"]),
        (given(V1=([C, 5], C, C)), ["V1/t0", "V1/t1"]),
    ],
)
def test_as_many_as_a_count_needs(found: list[Finding], expected: list[str]) -> None:
    """Of interchangeable findings so many that the limit is out of reach, those that alone keep it within reach always."""
    assert (True, expected) == settled(verdict([clause("V1", trigger=COUNT2)], found))


def test_a_veto_that_does_not_apply_needs_no_settling() -> None:
    """Open findings of clauses for others, and of deductions that cannot matter, are not on the list."""
    clauses = [clause("V1"), clause("V2", applies_to=AppliesTo(portal=False)), clause("D1", Part.DEDUCTION)]

    assert (True, ["V1/t0"]) == settled(verdict(clauses, given(V1=C, V2=C, D1=C)))


MANY = (C,) * 13
"""More open findings than are searched for the smallest list."""


@pytest.mark.parametrize(
    "others,found,subject",
    [
        ([clause("A1", trigger=Trigger(TriggerKind.COUNT, 50))], given(A1=MANY), SITE),
        ([clause("A1", applies_to=AppliesTo(portal=False))], given(A1=MANY), SITE),
        ([clause("A1", Part.BONUS)], given(A1=MANY), SITE),
        ([clause("A1", Part.DEDUCTION)], given(A1=MANY), evolve(SITE, portal=False)),
        ([clause("A1", Part.DEDUCTION, applies_to=AppliesTo(services=False))], given(A1=MANY), SITE),
    ],
)
def test_what_cannot_matter_is_not_searched(others: list[Clause], found: list[Finding], subject: Subject) -> None:
    """Vetoes out of reach or for others, bonuses, and deductions where nothing is scored do not lengthen the search."""
    result = verdict([*others, clause("V1", trigger=COUNT2)], [*found, *given(V1=(C, C))], subject)

    assert (OPEN, (True, ["V1/t0"])) == (result.standing, settled(result))


def test_what_no_answer_can_settle() -> None:
    """Where the list leaves a score on the line to people, clearing findings settles nothing."""
    result = verdict(
        [clause("D1", Part.DEDUCTION, points=Points(40)), clause("D2", Part.DEDUCTION)],
        given(D1=F, D2=C),
        scheme=Scheme(pass_mark_passes=None),
    )

    assert (OPEN, None) == (result.standing, result.settle)


@pytest.mark.parametrize(
    "costs,sure,expected",
    [
        ((1, 3), 39, ["D2/t0"]),
        ((3, 1), 39, ["D1/t0"]),
        ((1, 1, 1), 38, ["D1/t0"]),
        ((1, 1, 2, 2), 37, ["D1/t0", "D3/t0"]),
        ((2, 2, 2), 38, ["D1/t0", "D2/t0"]),
    ],
)
def test_the_fewest_findings_that_lift_a_score(costs: tuple[int, ...], sure: int, expected: list[str]) -> None:
    """The smallest list, and of equal ones the first in order."""
    clauses = [
        clause("D0", Part.DEDUCTION, points=Points(sure)),
        *(clause(f"D{n}", Part.DEDUCTION, points=Points(cost)) for n, cost in enumerate(costs, 1)),
    ]
    result = verdict(clauses, given(D0=F, **{f"D{n}": C for n in range(1, len(costs) + 1)}))

    assert (OPEN, (True, expected)) == (result.standing, settled(result))


@pytest.mark.parametrize("number,exact", [(12, True), (13, False)])
def test_long_lists_are_searched_greedily(number: int, exact: bool) -> None:
    """Up to twelve findings to choose from the list is the smallest there is; beyond, the dearest come first."""
    cheap = [clause(f"D{n:02d}", Part.DEDUCTION, points=Points(1)) for n in range(1, number)]
    dear = clause("D99", Part.DEDUCTION, points=Points(number))
    sure = clause("D00", Part.DEDUCTION, points=Points(39))
    found = given(D00=F, D99=C, **{one.id: C for one in cheap})
    result = verdict([sure, *cheap, dear], found)

    assert OPEN is result.standing
    assert result.settle is not None
    assert exact is result.settle.exact
    assert ("D99", "q", "t0") in result.settle.findings
    assert number - 1 == len(result.settle.findings)


def test_a_greedy_list_takes_of_each_veto_as_many_as_it_needs() -> None:
    """Of twenty open columns where two are too many, nineteen are enough; findings that stand for more come first."""
    many = (*((C,) * 19), [C, 4])
    result = verdict([clause("V1", trigger=COUNT2)], given(V1=many))

    assert result.settle is not None
    assert (False, 19) == (result.settle.exact, len(result.settle.findings))
    assert ("V1", "q", "t19") in result.settle.findings
    assert ("V1", "q", "t0") in result.settle.findings


@pytest.mark.parametrize("unseen", [(), ([U, None],)])
def test_a_greedy_list_clears_the_largest_findings_of_a_veto_first(unseen: tuple[Any, ...]) -> None:
    """Of 21 open targets, ten of which are too many, two findings for four each and four single ones are cleared; and whatever
    nobody saw."""
    many = (*((C,) * 13), [C, 4], [C, 4], *unseen)
    result = verdict([clause("V1", trigger=Trigger(TriggerKind.COUNT, 10))], given(V1=many)[::-1])
    targets = ["t0", "t1", "t10", "t11", "t13", "t14", *(["t15"] if unseen else [])]

    assert (False, [f"V1/{target}" for target in targets]) == settled(result)


def test_a_greedy_list_holds_nothing_that_lifts_no_score() -> None:
    """Neither a bonus nor a deduction for other subjects, whatever they may cost."""
    many = [clause(f"D{number:02d}", Part.DEDUCTION, points=Points(1)) for number in range(1, 14)]
    sure = clause("D00", Part.DEDUCTION, points=Points(40))
    bonus, foreign = (
        clause("A1", Part.BONUS, points=Points(50)),
        clause("A2", Part.DEDUCTION, points=Points(45), applies_to=AppliesTo(services=False)),
    )
    found = given(D00=F, A1=C, A2=C, **{one.id: C for one in many})
    result = verdict([bonus, foreign, sure, *many], found)

    assert (OPEN, (False, [f"{one.id}/t0" for one in many])) == (result.standing, settled(result))


def test_every_way_must_be_settled() -> None:
    """What is qualified if it is no portal, and below the line if it is one, is settled by what settles the portal."""
    clauses = [clause("D0", Part.DEDUCTION, points=Points(39)), clause("D1", Part.DEDUCTION, points=Points(3))]

    assert (True, ["D1/t0"]) == settled(verdict(clauses, given(D0=F, D1=C), UNSURE))


def test_a_greedy_list_weighs_points_and_numbers() -> None:
    """What costs most at most is cleared first: by points for each target, by its number where it is known, by ten where not."""
    each = [clause(f"D{n:02d}", Part.DEDUCTION, points=Points(1, each=True)) for n in range(1, 14)]
    once = clause("D50", Part.DEDUCTION, points=Points(Fraction(19, 2)))
    unknown = clause("D60", Part.DEDUCTION, points=Points(1, each=True))
    sure = clause("D00", Part.DEDUCTION, points=Points(20))
    headings = tuple(heading(one.id, cap=20) for one in (sure, *each, once, unknown))
    found = given(D00=F, D50=C, D60=[C, None], D07=[C, 9], **{one.id: C for one in each if one.id != "D07"})
    result = verdict([sure, *each, once, unknown], found, headings=headings)

    assert OPEN is result.standing
    assert (False, ["D07/t0", "D50/t0", "D60/t0"]) == settled(result)


@pytest.mark.parametrize("once,stands,expected", [(Fraction(21, 2), 1, "X"), (Fraction(19, 2), 3, "Y"), (Fraction(10), 1, "X")])
def test_a_greedy_list_takes_an_unknown_number_for_ten(once: Fraction, stands: int, expected: str) -> None:
    """A loss that counts once is what it is however many targets it stands for; one for each of an unknown number weighs ten."""
    fillers = [clause(f"D{number:02d}", Part.DEDUCTION, points=Points(Fraction(1, 100))) for number in range(13)]
    clauses = [
        clause("S", Part.DEDUCTION, points=Points(8)),
        clause("X", Part.DEDUCTION, points=Points(once)),
        clause("Y", Part.DEDUCTION),
        clause("Z", Part.DEDUCTION),
        *fillers,
    ]
    headings = tuple(heading(one.id, cap=20) for one in clauses)
    found = given(S=F, X=[C, stands], Y=[C, None], Z=[C, 9], **{one.id: C for one in fillers})

    assert (False, [f"{expected}/t0"]) == settled(verdict(clauses, found, headings=headings))


def test_tiers_reach_as_far_as_what_may_be_earned() -> None:
    """An unknown number may reach the highest tier."""
    result = verdict([clause("B1", Part.BONUS, points=Points(tiers=(Tier(1, 1), Tier(3, 2))))], given(B1=(P, [U, None])))

    assert (1, 2) == (result.lines[0].low, result.lines[0].high)
