"""No clause without an indicator, no code without a clause, no code that never fires: nothing of the list is silently left out."""

from __future__ import annotations

import pytest

from govsite_rules.checklists import CENSUS_2015, LIAONING_2019, NATIONAL_2019
from govsite_rules.checklists.model import Checklist
from govsite_rules.conformance import cases
from govsite_rules.indicators import CATALOG, COMPANIONS
from govsite_rules.values import Outcome

CODES = {(indicator.id, code.id) for indicator in CATALOG for code in indicator.codes}
LISTS = (NATIONAL_2019, LIAONING_2019, CENSUS_2015)


@pytest.mark.parametrize("checklist", LISTS, ids=lambda one: one.id)
def test_every_clause_has_codes_that_exist(checklist: Checklist) -> None:
    """Each clause is fed by codes of an indicator of the catalog, and says so where none can be."""
    fed = {clause.id: {(clause.indicator, code) for code in clause.codes} for clause in checklist.clauses}

    assert {id: codes - CODES for id, codes in fed.items() if codes - CODES} == {}
    assert [id for id, codes in fed.items() if not codes and checklist is not CENSUS_2015] == []


def test_every_code_of_the_catalog_feeds_a_clause() -> None:
    """No indicator asks a question that no shipped list has."""
    fed = {(clause.indicator, code) for checklist in LISTS for clause in checklist.clauses for code in clause.codes}

    assert CODES - fed == set()


def test_every_code_has_a_case_that_fires() -> None:
    """Each code of each indicator, companions included, is FAILED in some case: a rule that can never fire is noticed."""
    fired = {(case.indicator.id, one.code) for case in cases() for one in case.expected if one.outcome is Outcome.FAILED}
    asked = {(indicator.id, code.id) for indicator in CATALOG + COMPANIONS for code in indicator.codes}

    assert asked - fired == set()
