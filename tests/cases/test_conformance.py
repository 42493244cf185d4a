"""Every conformance case holds, and every outcome that an indicator may emit has a case."""

from __future__ import annotations

import json

import pytest
from attrs import evolve

from govsite_rules.conformance import Case, cases, read_case, run
from govsite_rules.errors import InputError
from govsite_rules.indicators import CATALOG, COMPANIONS
from govsite_rules.indicators._base import Indicator
from govsite_rules.indicators._reasons import REASONS
from govsite_rules.indicators.messages import message, reason_text
from govsite_rules.values import Outcome

EVERY = cases()
INDICATORS = CATALOG + COMPANIONS


@pytest.mark.parametrize("case", EVERY, ids=lambda case: case.name)
def test_case_holds(case: Case) -> None:
    """The indicator says exactly what the case expects, no finding more or less."""
    assert run(case) == ()


@pytest.mark.parametrize("case", EVERY, ids=lambda case: case.name)
def test_case_shows_what_its_name_says(case: Case) -> None:
    """A case called code.outcome expects a finding with that code and outcome."""
    code, outcome = case.name.split("/")[1].split(".")[:2]

    assert (code, outcome) in {(expected.code, str(expected.outcome)) for expected in case.expected}


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda indicator: indicator.id)
def test_every_outcome_has_a_case(indicator: Indicator) -> None:
    """A code whose message speaks of an outcome has a case that shows it, and no case shows an outcome without message."""
    shown = {(e.code, e.outcome) for case in EVERY if case.indicator is indicator for e in case.expected}

    assert {(code.id, outcome) for code in indicator.codes for outcome in code.outcomes} == shown


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda indicator: indicator.id)
def test_every_code_fires_somewhere(indicator: Indicator) -> None:
    """No code is dead: each has a case in which it fails."""
    fired = {e.code for case in EVERY if case.indicator is indicator for e in case.expected if e.outcome is Outcome.FAILED}

    assert {code.id for code in indicator.codes} == fired


@pytest.mark.parametrize("case", EVERY, ids=lambda case: case.name)
def test_findings_of_a_case_read_well(case: Case) -> None:
    """Each finding of each case has a message in both languages, with nothing left open, and known reasons."""
    for finding in case.indicator.function(case.snapshot, as_of=case.as_of, params=case.params):
        for lang in ("zh-Hans", "en"):
            text = message(finding, lang)

            assert text
            assert not set("{}[]—_") & set(text)
        for name, value in finding.values:
            if name in ("reason", "note"):
                assert value.partition(":")[0] in REASONS
                assert reason_text(value) != value


@pytest.mark.parametrize("case", EVERY, ids=lambda case: case.name)
def test_findings_come_in_their_order(case: Case) -> None:
    """Findings stand in the order of (code, target key), each key once, each code at least once."""
    found = case.indicator.function(case.snapshot, as_of=case.as_of, params=case.params)
    keys = [finding.key for finding in found]

    assert sorted(set(keys)) == keys
    assert {code.id for code in case.indicator.codes} == {finding.code for finding in found}


def test_runner_reports_every_difference() -> None:
    """A finding more, one less, another outcome, number, reason, note or measure are each reported."""
    case = next(case for case in EVERY if case.name.endswith("homepage_stale.passed.day_14.json"))
    first, second = case.expected

    assert len(run(evolve(case, expected=(first,)))) == 1
    assert len(run(evolve(case, expected=(first, second, evolve(second, target="other"))))) == 1
    for changed in (
        evolve(first, outcome=Outcome.FAILED),
        evolve(first, examined=None),
        evolve(first, reason="stale"),
        evolve(first, notes=()),
        evolve(first, measures=(evolve(first.measures[0], value=first.measures[0].value + 1),)),
    ):
        assert len(run(evolve(case, expected=(changed, second)))) == 1


@pytest.mark.parametrize(
    "change",
    [
        {"schema": "govsite-rules/case/2"},
        {"indicator": "no_such_indicator"},
        {"indicator": {"id": "homepage_not_updated"}},
        {"params": {"dayz": 14}},
        {"surplus": 1},
        {"as_of": "2019-07-15T09:00:00"},
        {"snapshot": {"profile": {}, "homepage": {"url": "u"}}},
        {"expected": [{"code": "homepage_stale", "outcome": "maybe", "target": "site"}]},
    ],
)
def test_a_wrong_case_is_refused(change: dict[str, object]) -> None:
    """A case that does not fit names what is wrong instead of passing."""
    good = {
        "schema": "govsite-rules/case/1",
        "indicator": "homepage_not_updated",
        "description": {"zh": "例", "en": "example"},
        "as_of": "2019-07-15T09:00:00+08:00",
        "snapshot": {"profile": {}},
        "expected": [],
    }

    assert len(run(read_case(json.dumps(good)))) == 2
    with pytest.raises(InputError):
        read_case(json.dumps(good | change), name="x.json")


def test_no_json_is_refused() -> None:
    """Text that is no JSON is an error of input with the case's name."""
    with pytest.raises(InputError, match=r"x\.json"):
        read_case(b"{", name="x.json")
