"""Lists made from lists: overlays and selections, and what a list refuses."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from attrs import evolve

from govsite_rules.checklists import (
    NATIONAL_2019,
    AppliesTo,
    Automation,
    Checklist,
    Clause,
    Heading,
    Part,
    Points,
    Section,
    Tier,
    Trigger,
    TriggerKind,
)
from govsite_rules.errors import ChecklistError, InputError
from govsite_rules.indicators.v_site_vetoes.columns_not_updated import ColumnsNotUpdatedParams
from govsite_rules.values import Subject, SubjectKind

DEAD = NATIONAL_2019.clause("D4.3.1")
EXTRA = Clause("X1", Part.DEDUCTION, "extra", ("bad",), points=Points(Fraction(2)), inherited="elsewhere")
EXTRA_HEADING = Heading("extra", "附加", "Extra", "D4", Part.DEDUCTION, Fraction(2))


def test_overlay_changes_adds_and_drops_by_id() -> None:
    """Changed clauses keep their place, added ones follow, dropped ones are gone; only what is taken over says so."""
    cheaper = evolve(DEAD, points=Points(Fraction("0.1"), True))
    made = NATIONAL_2019.overlay("x", "甲", "X", change=[cheaper], add=[EXTRA], drop=["B5.1.1"], headings=[EXTRA_HEADING])
    ids = [clause.id for clause in NATIONAL_2019.clauses]

    assert [id for id in ids if id != "B5.1.1"] + ["X1"] == [clause.id for clause in made.clauses]
    assert cheaper == made.clause("D4.3.1")
    assert ("", "", "national-2019") == tuple(made.clause(id).inherited for id in ("X1", "D4.3.1", "V1.1"))
    assert ("x", "甲", "X", "national-2019") == (made.id, made.title, made.title_en, made.base)


def test_overlay_of_an_overlay_names_the_first_list() -> None:
    """What was inherited twice still names the list it comes from."""
    twice = NATIONAL_2019.overlay("x", "", "", change=[DEAD]).overlay("y", "", "")

    assert ("national-2019", "x", "x") == (twice.clause("V1.1").inherited, twice.clause("D4.3.1").inherited, twice.base)


def test_overlay_without_changes_equals_its_base() -> None:
    """Only the list's own lines and the mark of inheritance differ."""
    made = NATIONAL_2019.overlay("x", NATIONAL_2019.title, NATIONAL_2019.title_en)
    back = evolve(
        made,
        id=NATIONAL_2019.id,
        base="",
        document=NATIONAL_2019.document,
        in_force=NATIONAL_2019.in_force,
        notes=NATIONAL_2019.notes,
        clauses=tuple(evolve(clause, inherited="") for clause in made.clauses),
    )

    assert NATIONAL_2019 == back


def test_overlay_drops_a_heading_with_its_last_clause() -> None:
    """An indicator none of whose clauses is left has no line on the score sheet; one with clauses left keeps it."""
    one, both = (NATIONAL_2019.overlay("x", "", "", drop=ids) for ids in (["D4.3.1"], ["D4.3.1", "D4.3.2"]))
    names = [[heading.indicator for heading in listed.headings] for listed in (one, both)]

    assert (True, False) == tuple("link_availability" in found for found in names)


def test_overlay_replaces_headings_sections_and_scheme() -> None:
    """A heading of the same indicator and part, and a section of the same id, replace the base's in place."""
    heading = evolve(next(h for h in NATIONAL_2019.headings if h.indicator == "innovation"), cap=Fraction(1))
    section = Section("B5", "创新", "New", Fraction(1))
    scheme = evolve(NATIONAL_2019.scheme, pass_mark=Fraction(70))
    made = NATIONAL_2019.overlay("x", "", "", headings=[heading], sections=[section], scheme=scheme, in_force=date(2020, 1, 1))

    assert (47, 11) == (len(made.headings), len(made.sections))
    assert (heading, section, scheme, date(2020, 1, 1)) == (made.headings[-1], made.sections[-1], made.scheme, made.in_force)


def test_overlay_changes_params_in_one_place() -> None:
    """An overlay's record replaces the base's for its indicator; the others stay."""
    short, long = ColumnsNotUpdatedParams(news_days=7), ColumnsNotUpdatedParams(news_days=21)
    made = NATIONAL_2019.overlay("x", "", "", params=[("columns_not_updated", short), ("other", 1)])
    again = made.overlay("y", "", "", params=[("columns_not_updated", long)])

    assert (short, long, 1) == (made.params_of("columns_not_updated"), again.params_of("columns_not_updated"), again.params_of("other"))
    assert NATIONAL_2019.params_of("columns_not_updated") is None


@pytest.mark.parametrize(
    "change, add, drop, message",
    [
        ([evolve(DEAD, id="D9.9")], [], [], "no such clause: D9.9"),
        ([], [], ["D9.9", "D9.8"], "no such clause: D9.8, D9.9"),
        ([], [DEAD], [], "already there, use change: D4.3.1"),
        ([DEAD], [], ["D4.3.1"], "both changed and dropped: D4.3.1"),
        ([DEAD, evolve(DEAD, note="x")], [], [], "given twice: D4.3.1"),
        ([], [], ["V1.1", "V1.1"], "given twice: V1.1"),
    ],
)
def test_overlay_refuses_what_it_would_lose(change: list[Clause], add: list[Clause], drop: list[str], message: str) -> None:
    """Unknown, doubled and contradicting ids are errors that name them."""
    with pytest.raises(ChecklistError, match=message):
        NATIONAL_2019.overlay("x", "", "", change=change, add=add, drop=drop)


def clause(**fields: object) -> Clause:
    return evolve(Clause("C1", Part.DEDUCTION, "one", ("bad",), points=Points(Fraction(1))), **fields)


HEADING = Heading("one", "一", "One", "S", Part.DEDUCTION)


@pytest.mark.parametrize(
    "wrong, message",
    [
        ({"clauses": (clause(), clause())}, "clause ids must be unique; given twice: C1"),
        ({"headings": (HEADING, HEADING)}, r"headings must be unique; given twice: one \(deduction\)"),
        ({"headings": ()}, "clause C1: no heading of part deduction for 'one'"),
        ({"headings": (evolve(HEADING, part=Part.BONUS),)}, "clause C1: no heading of part deduction"),
        ({"headings": (evolve(HEADING, section="T"),)}, "heading 'one': no section 'T'"),
        ({"sections": (Section("S", "", ""), Section("S", "", ""))}, "section ids must be unique"),
        ({"params": (("one", 1), ("one", 2))}, "params must be unique"),
        ({"clauses": (clause(points=None),)}, "clause C1: a scored clause needs points"),
        ({"clauses": (clause(part=Part.VETO),)}, "clause C1: a veto carries no points"),
        ({"clauses": (clause(points=Points(Fraction(-1))),)}, "points are never negative"),
        ({"clauses": (clause(points=Points(Fraction(1), group="g", group_cap=Fraction(-1))),)}, "points are never negative"),
        ({"clauses": (clause(points=Points(tiers=(Tier(1, Fraction(-1)),))),)}, "points are never negative"),
        ({"clauses": (clause(points_for=((AppliesTo(), Points(Fraction(-1))),)),)}, "points are never negative"),
        ({"clauses": (clause(trigger=Trigger(TriggerKind.COUNT, Fraction(0))),)}, "a limit of 0 for a trigger of kind count"),
        ({"clauses": (clause(trigger=Trigger(TriggerKind.SHARE, Fraction(101, 100))),)}, "a limit of 101/100 for a trigger of kind share"),
    ],
)
def test_a_list_refuses_to_contradict_itself(wrong: dict[str, object], message: str) -> None:
    """What would count nowhere, twice or backwards is an error naming list and place."""
    fields = {"clauses": (clause(),), "headings": (HEADING,), "sections": (Section("S", "", ""),)}

    assert Checklist("l", "", "", **fields).clause("C1") == clause()
    with pytest.raises(ChecklistError, match=message):
        Checklist("l", "", "", **{**fields, **wrong})


@pytest.mark.parametrize("id, near", [("D4.3.3", "D4.3.2"), ("V43", "V4.3"), ("zzz", "none")])
def test_unknown_clause_names_the_nearest(id: str, near: str) -> None:
    """A wrong clause id is answered with those like it."""
    with pytest.raises(ChecklistError, match=near):
        NATIONAL_2019.clause(id)


def test_select_by_automation_and_part() -> None:
    """A selection keeps order, names itself, and has neither pass mark nor bonus."""
    automatic = NATIONAL_2019.select(automation=["automatic"])
    vetoes = NATIONAL_2019.select(automation=["automatic", "assisted"], parts=["veto"])

    assert {Automation.AUTOMATIC} == {clause.automation for clause in automatic.clauses}
    assert (46, "automatic") == (len(automatic.clauses), automatic.partial)
    assert ("automatic+assisted+veto", {Part.VETO}) == (vetoes.partial, {clause.part for clause in vetoes.clauses})
    assert (103, "all") == (len(NATIONAL_2019.select().clauses), NATIONAL_2019.select().partial)
    assert (None, None) == (automatic.scheme.pass_mark, automatic.scheme.bonus_above)
    with pytest.raises(InputError, match="'nobody'; expected one of automatic, assisted, by_hand"):
        NATIONAL_2019.select(automation=["nobody"])
    with pytest.raises(InputError, match="'vetoes'; expected one of veto, deduction, bonus"):
        NATIONAL_2019.select(parts=["vetoes"])


@pytest.mark.parametrize(
    "rule, subject, expected",
    [
        (AppliesTo(), Subject(SubjectKind.ACCOUNT, "a"), True),
        (AppliesTo(SubjectKind.SITE), Subject(SubjectKind.ACCOUNT, "a"), False),
        (AppliesTo(SubjectKind.SITE, portal=True), Subject(SubjectKind.SITE, "s"), None),
        (AppliesTo(SubjectKind.SITE, portal=True), Subject(SubjectKind.ACCOUNT, "a"), False),
        (AppliesTo(SubjectKind.SITE, portal=False), Subject(SubjectKind.SITE, "s", portal=False), True),
        (AppliesTo(portal=True, services=False), Subject(SubjectKind.SITE, "s", services=True), False),
        (AppliesTo(department=False, services=False), Subject(SubjectKind.SITE, "s", department=False, services=False), True),
    ],
)
def test_who_a_rule_covers(rule: AppliesTo, subject: Subject, expected: bool | None) -> None:
    """One fact that contradicts is no; else an unknown fact is unknown."""

    assert expected is rule.covers(subject)
