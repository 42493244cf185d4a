"""Vetoes, the score range and what settles it, on small checklists made for the purpose."""

from __future__ import annotations

from datetime import datetime
from fractions import Fraction
from itertools import product

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

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
from govsite_rules.errors import ChecklistError, InputError
from govsite_rules.scoring.records import ClauseState, Decision, Declaration, Found, Review, Standing, Verdict
from govsite_rules.scoring.verdict import judge
from govsite_rules.values import SHANGHAI, Finding, Outcome, Subject, SubjectKind, Target, TargetKind

PORTAL = Subject(SubjectKind.SITE, "1", portal=True, department=False, services=True)
NOON = datetime(2026, 3, 1, 12, tzinfo=SHANGHAI)
P, F, C, U, N = Outcome.PASSED, Outcome.FAILED, Outcome.CANT_TELL, Outcome.UNTESTED, Outcome.INAPPLICABLE


def findings(code: str, *outcomes: Outcome, indicator: str = "veto") -> list[Finding]:
    """Single findings on columns c0, c1, ..."""
    return [Finding(indicator, code, outcome, Target(TargetKind.COLUMN, f"c{i}")) for i, outcome in enumerate(outcomes)]


def unknown(code: str, indicator: str = "veto") -> Finding:
    """An open finding on an unknown number of unseen targets."""
    return Finding(indicator, code, U, Target(TargetKind.SITE, "site"), None)


def veto(trigger: Trigger, code: str = "q", id: str = "V1", **more: object) -> Clause:
    """A veto clause fed by one code."""
    return evolve(Clause(id, Part.VETO, "veto", (code,), trigger=trigger), **more)


def verdict(clauses: list[Clause], given: list[Finding], subject: Subject = PORTAL, **more: object) -> Verdict:
    """The verdict of a list of these clauses."""
    headings = tuple(Heading(i, i, i, "D1", Part.DEDUCTION, 5) for i in sorted({c.indicator for c in clauses if c.part is Part.DEDUCTION}))
    headings += tuple(Heading(i, i, i, "B1", Part.BONUS, 4) for i in sorted({c.indicator for c in clauses if c.part is Part.BONUS}))
    checklist = evolve(Checklist("t", "t", "t", tuple(clauses), headings), **more)
    return judge(given, checklist, subject, ran={f.indicator for f in given})


COUNT5 = Trigger(TriggerKind.COUNT, 5)
SHARE5 = Trigger(TriggerKind.SHARE, Fraction(5, 100))
FEWER5 = Trigger(TriggerKind.ALL_WHEN_FEWER, 5)


@pytest.mark.parametrize(
    ("trigger", "outcomes", "state"),
    [
        (Trigger(), (P, P), ClauseState.CLEAR),
        (Trigger(), (P, F), ClauseState.FIRED),
        (Trigger(), (P, C), ClauseState.OPEN),
        (Trigger(), (N,), ClauseState.CLEAR),
        (COUNT5, (F,) * 4, ClauseState.CLEAR),
        (COUNT5, (F,) * 5, ClauseState.FIRED),
        (COUNT5, (F,) * 4 + (C,), ClauseState.OPEN),
        (COUNT5, (F,) * 3 + (C,), ClauseState.CLEAR),
        (evolve(COUNT5, inclusive=False), (F,) * 5, ClauseState.CLEAR),
        (evolve(COUNT5, inclusive=False), (F,) * 6, ClauseState.FIRED),
        (SHARE5, (F,) * 5 + (P,) * 95, ClauseState.FIRED),
        (SHARE5, (F,) * 5 + (P,) * 96, ClauseState.CLEAR),
        (evolve(SHARE5, inclusive=False), (F,) * 5 + (P,) * 95, ClauseState.CLEAR),
        (SHARE5, (F,) * 4 + (C,) + (P,) * 95, ClauseState.OPEN),
        (SHARE5, (F,) * 10 + (C,) + (P,) * 90, ClauseState.FIRED),
        (FEWER5, (F,) * 4, ClauseState.FIRED),
        (FEWER5, (F,) * 5, ClauseState.CLEAR),
        (FEWER5, (F, F, P), ClauseState.CLEAR),
        (FEWER5, (F, F, C), ClauseState.OPEN),
        (FEWER5, (N,), ClauseState.CLEAR),
    ],
)
def test_triggers_at_their_limits(trigger: Trigger, outcomes: tuple[Outcome, ...], state: ClauseState) -> None:
    """Each kind of trigger fires exactly at its limit, and is open where open findings could reach it."""
    result = verdict([veto(trigger)], findings("q", *outcomes)).clauses[0]

    assert state == result.state


@pytest.mark.parametrize("trigger", [Trigger(), COUNT5, SHARE5, FEWER5])
def test_an_unknown_number_of_targets_keeps_every_veto_possible(trigger: Trigger) -> None:
    """What was not seen may always fire a veto, and never fires one by itself."""
    result = verdict([veto(trigger)], [unknown("q")])

    assert (result.standing, result.clauses[0].state) == (Standing.UNDECIDED, ClauseState.OPEN)


def test_a_folded_finding_counts_for_all_it_stands_for() -> None:
    """Four single failures and one folded one of 196 are 200."""
    folded = Finding("veto", "q", F, Target(TargetKind.COLUMN, "*failed"), 196)
    result = verdict([veto(Trigger(TriggerKind.COUNT, 200))], [*findings("q", F, F, F, F), folded])

    assert (result.clauses[0].failed, result.standing) == (200, Standing.UNQUALIFIED)


def test_a_fired_veto_ends_scoring() -> None:
    """UNQUALIFIED names the veto, and no score or sheet is given."""
    clauses = [veto(Trigger()), Clause("D1", Part.DEDUCTION, "ded", ("d",), points=Points(1, each=True))]
    result = verdict(clauses, findings("q", F) + findings("d", F, indicator="ded"))

    assert (
        result.standing,
        result.found,
        result.fired,
        result.score,
        result.lines,
    ) == (Standing.UNQUALIFIED, Found.FAULT, ("V1",), None, ())


def test_a_missing_code_is_refused() -> None:
    """An indicator that ran without a finding for a code is an error, never a pass."""
    with pytest.raises(ChecklistError, match="'q'"):
        verdict([veto(Trigger())], findings("other", P))


def test_an_indicator_that_did_not_run_leaves_its_clause_open() -> None:
    """Clauses of indicators that were not given are open."""
    result = judge([], Checklist("t", "t", "t", (veto(Trigger()),)), PORTAL, ran=())

    assert (result.standing, result.unchecked) == (Standing.UNDECIDED, ("V1",))


def deductions(*losses: tuple[Points, int]) -> tuple[list[Clause], list[Finding]]:
    """Clauses d0, d1 ... of indicators of their own with so many failed targets each."""
    clauses, given = [], []
    for i, (points, failed) in enumerate(losses):
        clauses.append(Clause(f"D{i}", Part.DEDUCTION, f"ded{i}", ("d",), points=points))
        given += findings("d", *((F,) * failed or (P,)), indicator=f"ded{i}")
    return clauses, given


@pytest.mark.parametrize(
    ("lost", "standing"),
    [(39, Standing.QUALIFIED), (40, Standing.QUALIFIED), (Fraction(81, 2), Standing.UNQUALIFIED)],
)
def test_the_pass_mark_of_60(lost: Fraction, standing: Standing) -> None:
    """60 is qualified, less is not."""
    clauses, given = deductions((Points(lost), 1))
    result = verdict(clauses, given, headings=(Heading("ded0", "", "", "D1", Part.DEDUCTION, 50),))

    assert (standing, 100 - lost) == (result.standing, result.score.low)


@pytest.mark.parametrize(("lost", "total"), [(20, 80), (Fraction(39, 2), Fraction(161, 2) + 3), (0, 103)])
def test_the_bonus_only_above_80(lost: Fraction, total: Fraction) -> None:
    """Exactly 80 gets no bonus; above 80 both parts are added."""
    clauses, given = deductions((Points(lost), 1))
    clauses.append(Clause("B1", Part.BONUS, "bon", ("b",), points=Points(3)))
    given += findings("b", P, indicator="bon")
    headings = (Heading("ded0", "", "", "D1", Part.DEDUCTION, 50), Heading("bon", "", "", "B1", Part.BONUS, 4))
    result = verdict(clauses, given, headings=headings)

    assert total == result.score.low == result.score.high


def test_caps_and_sub_caps() -> None:
    """A group of clauses never costs more than its cap, nor an indicator more than its points."""
    entry = Points(Fraction(1, 5), each=True, group="entry", group_cap=1)
    clauses = [
        Clause("D4.4.1", Part.DEDUCTION, "e", ("home",), points=evolve(entry, amount=1, each=False)),
        Clause("D4.4.2", Part.DEDUCTION, "e", ("other",), points=entry),
        Clause("D4.4.3", Part.DEDUCTION, "e", ("late",), points=Points(1, each=True, group="answers", group_cap=3)),
    ]
    given = findings("home", F, indicator="e") + findings("other", *(F,) * 9, indicator="e") + findings("late", *(F,) * 7, indicator="e")
    capped = verdict(clauses, given, headings=(Heading("e", "", "", "D4", Part.DEDUCTION, 4),))
    tighter = verdict(clauses, given, headings=(Heading("e", "", "", "D4", Part.DEDUCTION, 2),))

    assert (capped.lines[0].low, tighter.lines[0].low) == (4, 2)


@pytest.mark.parametrize(("passed", "points"), [(0, 0), (1, 1), (2, 1), (3, 2), (9, 2)])
def test_tiers(passed: int, points: int) -> None:
    """1 or 2 themed services earn 1 point, 3 or more 2."""
    clause = Clause("B2", Part.BONUS, "bon", ("b",), points=Points(tiers=(Tier(1, 1), Tier(3, 2))))
    result = verdict([clause], findings("b", *((P,) * passed or (F,)), indicator="bon"))

    assert points == result.lines[0].low


def test_open_findings_make_a_range() -> None:
    """Low counts open findings as faults up to the cap, high as none; an unknown number costs the cap."""
    clause = Clause("D1", Part.DEDUCTION, "ded", ("d",), points=Points(2, each=True))
    known = verdict([clause], findings("d", F, C, P, indicator="ded"))
    unseen = verdict([clause], [*findings("d", F, indicator="ded"), unknown("d", "ded")])

    assert [(v.score.low, v.score.high) for v in (known, unseen)] == [(96, 98), (95, 98)]


def test_departments_without_services_are_rescaled() -> None:
    """Without the services section 75 points are scaled by 4/3; the scaled score meets 60 and 80."""
    rescale = Rescale(AppliesTo(department=True, services=False), ("D2", "B2"), Fraction(4, 3))
    clauses = [
        Clause("D1", Part.DEDUCTION, "ded", ("d",), points=Points(5)),
        Clause("D2", Part.DEDUCTION, "svc", ("d",), points=Points(20)),
    ]
    given = findings("d", F, indicator="ded") + findings("d", F, indicator="svc")
    headings = (Heading("ded", "", "", "D1", Part.DEDUCTION, 5), Heading("svc", "", "", "D2", Part.DEDUCTION, 25))
    subject = evolve(PORTAL, department=True, services=False)
    more = {"headings": headings, "scheme": Scheme(rescale=(rescale,))}

    assert (Fraction(280, 3), 75) == (verdict(clauses, given, subject, **more).score.low, verdict(clauses, given, PORTAL, **more).score.low)
    states = [[one.state for one in verdict(clauses, given, whose, **more).clauses] for whose in (subject, PORTAL)]
    assert [[ClauseState.FIRED, ClauseState.NOT_APPLICABLE], [ClauseState.FIRED, ClauseState.FIRED]] == states


def test_unknown_facts_of_the_subject_are_tried_both_ways() -> None:
    """Whether it is a portal decides here, so nobody can tell; where both ways agree, the verdict stands."""
    clauses, given = deductions((Points(45), 1))
    headings = (Heading("ded0", "", "", "D1", Part.DEDUCTION, 50),)
    unsure = verdict(clauses, given, evolve(PORTAL, portal=None), headings=headings)
    agreed = verdict(*deductions((Points(5), 1)), evolve(PORTAL, portal=None), headings=headings)

    assert [(v.standing, v.notes) for v in (unsure, agreed)] == [
        (Standing.UNDECIDED, ("unknown_portal",)),
        (Standing.QUALIFIED, ("unknown_portal",)),
    ]


def test_other_sites_are_not_scored() -> None:
    """Part 2 is scored for portals only; its clauses are still reported for information."""
    clauses, given = deductions((Points(45), 1))
    result = verdict(clauses, given, evolve(PORTAL, portal=False))

    assert (result.standing, result.score, result.clauses[0].state) == (Standing.QUALIFIED, None, ClauseState.FIRED)


def declared(clause: str = "V1", *, found_none: bool = True) -> Declaration:
    """A declaration on one clause."""
    return Declaration((clause,), by="office", at=NOON, method="looked", found_none=found_none)


def test_declarations_close_the_whole_but_not_single_evidence() -> None:
    """A declaration answers the open finding on the whole site; an open passage with evidence needs a review."""
    checklist = Checklist("t", "t", "t", (veto(Trigger()),))
    whole = [Finding("veto", "q", U, Target(TargetKind.SITE, "site"), 1)]
    verdicts = [
        judge(whole, checklist, PORTAL, ran={"veto"}, declarations=[declared()]).standing,
        judge(findings("q", C), checklist, PORTAL, ran={"veto"}, declarations=[declared()]).standing,
        judge(whole, checklist, PORTAL, ran={"veto"}, declarations=[declared(found_none=False)]).standing,
    ]

    assert verdicts == [Standing.QUALIFIED, Standing.UNDECIDED, Standing.UNQUALIFIED]


def test_declarations_and_reviews_say_who_and_when() -> None:
    """Empty fields and naive times are refused by name."""
    with pytest.raises(InputError, match="'by'"):
        Declaration(("V1",), by=" ", at=NOON, method="looked")
    with pytest.raises(InputError, match="'at'"):
        Review(("a", "b", "c"), "confirmed", by="office", at=NOON.replace(tzinfo=None))
    assert Review(("a", "b", "c"), "confirmed", by="office", at=NOON).decision is Decision.CONFIRMED
    with pytest.raises(InputError, match="'decision' is 'perhaps'; expected one of confirmed"):
        Review(("a", "b", "c"), "perhaps", by="office", at=NOON)
    with pytest.raises(InputError, match="'clauses'"):
        Declaration((), by="office", at=NOON, method="looked")


def test_the_smallest_settling_list() -> None:
    """Two of three open columns must be cleared to rule out five; every whole-site question too."""
    clauses = [veto(COUNT5), veto(Trigger(), "w", "V2")]
    given = findings("q", F, F, F, C, C, C) + findings("w", C)
    settle = verdict(clauses, given).settle

    assert (settle.exact, len(settle.findings), ("veto", "w", "c0") in settle.findings) == (True, 3, True)


def test_settling_a_score() -> None:
    """The dearest open deduction suffices to lift low over the pass mark."""
    clauses, given = deductions((Points(39), 1))
    clauses += [
        Clause("Da", Part.DEDUCTION, "a", ("d",), points=Points(1)),
        Clause("Db", Part.DEDUCTION, "b", ("d",), points=Points(3)),
    ]
    given += findings("d", C, indicator="a") + findings("d", C, indicator="b")
    headings = tuple(Heading(i, "", "", "D1", Part.DEDUCTION, 50) for i in ("ded0", "a", "b"))
    result = verdict(clauses, given, headings=headings)

    assert (result.standing, result.settle.findings) == (Standing.UNDECIDED, (("b", "d", "c0"),))


def test_partial_lists_have_no_line_and_no_bonus() -> None:
    """A selection shows points of what was looked at, and its verdict names the selection."""
    clauses, given = deductions((Points(5), 1), (Points(1), 0))
    checklist = Checklist(
        "t",
        "t",
        "t",
        (*clauses, Clause("B1", Part.BONUS, "bon", ("b",), points=Points(3), automation="by_hand")),
        (*(Heading(f"ded{i}", "", "", "D1", Part.DEDUCTION, 5) for i in (0, 1)), Heading("bon", "", "", "B1", Part.BONUS, 3)),
        (Section("D1", "", ""), Section("B1", "", "")),
    ).select(automation=["automatic"])
    result = judge(given, checklist, PORTAL, ran={"ded0", "ded1"})

    assert (result.partial, result.score.low, result.score.of, result.standing) == ("automatic", 5, 10, Standing.QUALIFIED)


CODES = {"v": ("v1", "v2"), "d": ("d1", "d2"), "b": ("b1",)}
SMALL = Checklist(
    "small",
    "",
    "",
    (
        Clause("V1", Part.VETO, "v", ("v1",), trigger=Trigger(TriggerKind.COUNT, 2)),
        Clause("V2", Part.VETO, "v", ("v2",)),
        Clause("V3", Part.VETO, "v", ("v1", "v2"), trigger=Trigger(TriggerKind.ALL_WHEN_FEWER, 3)),
        Clause("D1", Part.DEDUCTION, "d", ("d1",), points=Points(20, each=True)),
        Clause("D2", Part.DEDUCTION, "d", ("d2",), points=Points(15)),
        Clause("B1", Part.BONUS, "b", ("b1",), points=Points(2, each=True)),
    ),
    (Heading("d", "", "", "D1", Part.DEDUCTION, 50), Heading("b", "", "", "B1", Part.BONUS, 3)),
)


@st.composite
def inspections(draw: st.DrawFn) -> list[Finding]:
    """Any findings of the small list: a few targets a code, mostly settled."""
    given = []
    for indicator, codes in CODES.items():
        for code in codes:
            outcomes = draw(st.lists(st.sampled_from([P, P, F, C, U, N]), min_size=1, max_size=3))
            given += findings(code, *outcomes, indicator=indicator)
    return given


def small(given: list[Finding]) -> Verdict:
    """The small list's verdict."""
    return judge(given, SMALL, PORTAL, ran=set(CODES))


@settings(max_examples=60, deadline=None)
@given(inspections())
def test_settling_stays_in_the_range_and_overturns_nothing(given: list[Finding]) -> None:
    """However the open findings are settled, the score lies in the range and a settled verdict stays."""
    before = small(given)
    open_at = [i for i, finding in enumerate(given) if finding.outcome.is_open][:6]
    for outcomes in product((P, F), repeat=len(open_at)):
        settled = list(given)
        for i, outcome in zip(open_at, outcomes, strict=True):
            settled[i] = evolve(settled[i], outcome=outcome)
        after = small(settled)
        if before.standing is not Standing.UNDECIDED:
            assert before.standing == after.standing
        if before.score and after.score:
            assert before.score.low <= after.score.low <= after.score.high <= before.score.high


@settings(max_examples=100, deadline=None)
@given(inspections(), st.sampled_from(["v1", "v2", "d1", "d2"]))
def test_one_more_fault_never_helps(given: list[Finding], code: str) -> None:
    """One more failed target never raises a score nor improves a standing."""
    before = small(given)
    after = small([*given, Finding(code[0], code, F, Target(TargetKind.COLUMN, "extra"))])
    rank = {Standing.UNQUALIFIED: 0, Standing.UNDECIDED: 1, Standing.QUALIFIED: 2}

    assert rank[after.standing] <= rank[before.standing]
    if before.score and after.score:
        assert after.score.low <= before.score.low
        assert after.score.high <= before.score.high


@settings(max_examples=60, deadline=None)
@given(inspections())
def test_the_settling_list_settles(given: list[Finding]) -> None:
    """Clearing the listed findings makes the subject qualified, and no listed one is needless when the list is exact."""
    settle = small(given).settle
    if settle is None:
        return
    cleared = [evolve(f, outcome=P) if f.key in settle.findings else f for f in given]

    assert small(cleared).standing == Standing.QUALIFIED
    for key in settle.findings:
        fewer = [evolve(f, outcome=P) if f.key in settle.findings and f.key != key else f for f in given]
        assert small(fewer).standing != Standing.QUALIFIED


@settings(max_examples=60, deadline=None)
@given(inspections(), st.randoms(use_true_random=False))
def test_order_never_matters(given: list[Finding], random: object) -> None:
    """The order of findings changes nothing."""
    shuffled = list(given)
    random.shuffle(shuffled)

    assert small(given) == small(shuffled)


def test_overlays_check_their_ids() -> None:
    """An overlay without changes equals its base but for its name; unknown and known ids are refused by name."""
    same = SMALL.overlay("o", "", "")

    assert [c.id for c in SMALL.clauses] == [c.id for c in same.clauses]
    assert {"small"} == {c.inherited for c in same.clauses}
    with pytest.raises(ChecklistError, match="V9"):
        SMALL.overlay("o", "", "", drop=["V9"])
    with pytest.raises(ChecklistError, match="V1"):
        SMALL.overlay("o", "", "", add=[SMALL.clause("V1")])
    with pytest.raises(ChecklistError, match="nearest"):
        SMALL.clause("V11")
