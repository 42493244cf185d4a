"""The cases of clauses: points, caps, limits and ranges, as their script sets them down and as scoring gives them."""

from __future__ import annotations

import json
import runpy
from pathlib import Path

import pytest
from attrs import evolve

from govsite_rules import _data
from govsite_rules.checklists import NATIONAL_2019
from govsite_rules.conformance import effect_cases, read_effect_cases, run_effect
from govsite_rules.errors import ChecklistError, InputError
from govsite_rules.scoring.records import ClauseState, Standing

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "make_effect_cases.py"
EVERY = effect_cases()


def test_every_effect_holds() -> None:
    """Each case gets the standing, state, points and score it expects."""
    assert [(case.name, unlike) for case in EVERY if (unlike := run_effect(case))] == []


def test_the_shipped_effects_are_those_of_the_script() -> None:
    """``scripts/make_effect_cases.py`` writes the shipped files."""
    texts = runpy.run_path(str(SCRIPT))["texts"]()

    assert texts == {name: _data.read_text(f"effects/{name}") for name in _data.listing("effects")}


def test_every_clause_of_the_national_list_has_its_effects() -> None:
    """Each clause has cases in which it fires, does not, and is open."""
    shown = {clause.id: set() for clause in NATIONAL_2019.clauses}
    for case in EVERY:
        if case.checklist is NATIONAL_2019:
            shown[case.clause].add(case.expected.state)
    needed = {ClauseState.FIRED, ClauseState.CLEAR, ClauseState.OPEN}

    assert {id: needed - states for id, states in shown.items() if needed - states} == {}


def test_every_code_of_every_clause_has_its_effects() -> None:
    """No code feeds a clause without a case that uses it."""
    used = {(case.clause, given.code) for case in EVERY if case.checklist is NATIONAL_2019 for given in case.findings}

    assert {(clause.id, code) for clause in NATIONAL_2019.clauses for code in clause.codes} - used == set()


def test_names_are_unique() -> None:
    """A case is found by its list and name."""
    names = [(case.checklist.id, case.name) for case in EVERY]

    assert len(names) == len(set(names))


def test_the_runner_reports_every_difference() -> None:
    """Another standing, state, line and score are each reported."""
    case = next(case for case in EVERY if case.name == "D1.9.1.one")
    want = case.expected
    for changed in (
        evolve(want, standing=Standing.UNQUALIFIED),
        evolve(want, state=ClauseState.CLEAR),
        evolve(want, line=(want.line[0], want.line[1] + 1)),
        evolve(want, score=None),
    ):
        assert len(run_effect(evolve(case, expected=changed))) == 1


GOOD = json.loads(_data.read_text("effects/national-2019.jsonl").splitlines()[0])


@pytest.mark.parametrize(
    "change",
    [
        {"schema": "govsite-rules/effect/2"},
        {"surplus": 1},
        {"findings": [{"indicator": "security_incident", "code": "nonsense", "outcome": "failed"}]},
        {"findings": [{"indicator": "security_incident", "code": "serious_wording", "outcome": "maybe"}]},
        {"clause": "V9.9"},
    ],
)
def test_a_wrong_effect_is_refused(change: dict[str, object]) -> None:
    """A line that does not fit names what is wrong."""
    read_effect_cases(json.dumps(GOOD), NATIONAL_2019)
    with pytest.raises((InputError, ChecklistError)):
        read_effect_cases(json.dumps(GOOD | change), NATIONAL_2019, file="x.jsonl")


def test_no_json_is_refused_with_its_row() -> None:
    """A broken line is named by file and row."""
    with pytest.raises(InputError, match=r"x\.jsonl:2"):
        read_effect_cases(json.dumps(GOOD) + "\n{", NATIONAL_2019, file="x.jsonl")
