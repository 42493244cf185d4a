"""Sampling plans: reproducible, in proportion, everybody reached, and what was not done."""

from __future__ import annotations

from collections import Counter
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govsite_rules.errors import InputError
from govsite_rules.sampling import missed, plan
from govsite_rules.scoring.rates import Visit, VisitState, month
from govsite_rules.scoring.records import Standing
from govsite_rules.values.subject import Subject, SubjectKind

QUARTER = ("2020-07", "2020-08", "2020-09")


def register(count: int, areas: int = 1) -> list[Subject]:
    """So many sites spread over so many areas."""
    return [Subject(SubjectKind.SITE, f"s{number:04d}", region=f"area{number % areas}") for number in range(count)]


def test_a_quarter_of_600_visits_reaches_557_sites() -> None:
    """200 a month, everybody once, 43 a second time."""
    found = plan(register(557, 14), rounds=QUARTER, per_round=200, seed=7, by=["area"])
    times = Counter(subject.key for one in found.rounds for subject in one.subjects)

    assert (found.visits, [len(one.subjects) for one in found.rounds], len(times)) == (600, [200, 200, 200], 557)
    assert max(times.values()) == 2
    assert found.unreached == ()


def test_same_seed_same_plan() -> None:
    """The order of the input says nothing, the seed everything."""
    subjects = register(100, 3)
    first = plan(subjects, rounds=QUARTER, seed=1, by=["area"])

    assert first == plan(subjects[::-1], rounds=QUARTER, seed=1, by=["area"])
    assert first != plan(subjects, rounds=QUARTER, seed=2, by=["area"])


def test_a_share_holds_in_every_area() -> None:
    """At least 50 % a month is at least half of each area, rounded up."""
    found = plan(register(31, 4), rounds=("a", "b"), share=Fraction(1, 2), seed=3, by=["area"])
    whole = Counter(subject.region for subject in register(31, 4))
    for one in found.rounds:
        drawn = Counter(subject.region for subject in one.subjects)

        assert drawn == {area: (count + 1) // 2 for area, count in whole.items()}


def test_too_small_rounds_are_refused_or_named() -> None:
    """Where not everybody can be reached, it is refused, or on request the unreached are named."""
    with pytest.raises(InputError):
        plan(register(10), rounds=("a", "b"), per_round=4, seed=1)
    found = plan(register(10), rounds=("a", "b"), per_round=4, seed=1, reach_all=False)

    assert len(found.unreached) + len({subject.key for one in found.rounds for subject in one.subjects}) == 10


def test_bad_arguments() -> None:
    """Doubled subjects, unnamed rounds, impossible sizes and unknown facts are refused."""
    one = register(3)
    for arguments in (
        {"subjects": one + one, "rounds": ("a",)},
        {"subjects": one, "rounds": ()},
        {"subjects": one, "rounds": ("a", "a")},
        {"subjects": one, "rounds": ("a",), "per_round": 0},
        {"subjects": one, "rounds": ("a",), "per_round": 4},
        {"subjects": one, "rounds": ("a",), "share": 0},
        {"subjects": one, "rounds": ("a",), "share": "1.1"},
        {"subjects": one, "rounds": ("a",), "share": "0.5", "per_round": 2},
        {"subjects": one, "rounds": ("a",), "by": ["month"]},
        {"subjects": one, "rounds": ("a",), "by": ["colour"]},
    ):
        with pytest.raises(InputError):
            plan(seed=1, **arguments)  # type: ignore[arg-type]


@given(st.integers(1, 60), st.integers(1, 7), st.integers(1, 5), st.integers(0, 20), st.integers(0, 99))
def test_plans_are_whole_and_even(count: int, areas: int, rounds: int, more: int, seed: int) -> None:
    """Nobody twice in a round, everybody within the period, nobody a second time before everybody once in the area."""
    size = min(count, -(-count // rounds) + more)
    subjects = register(count, areas)
    found = plan(subjects, rounds=[str(number) for number in range(rounds)], per_round=size, seed=seed, by=["area"])
    times = Counter(subject.key for one in found.rounds for subject in one.subjects)

    assert all(len(one.subjects) == len(set(one.subjects)) == size for one in found.rounds)
    assert set(times) == {subject.key for subject in subjects}
    for area in {subject.region for subject in subjects}:
        counts = [times[subject.key] for subject in subjects if subject.region == area]
        assert max(counts) - min(counts) <= 1


def test_what_was_due_and_not_done() -> None:
    """Done, tried in vain and never tried are told apart; visits outside the plan count for nothing."""
    subjects = register(3)
    planned = plan(subjects, rounds=("2020-09",), seed=1)
    day = date(2020, 9, 9)
    results = [
        Visit(subjects[0], day, standing=Standing.QUALIFIED),
        Visit(subjects[1], day, VisitState.NOT_INSPECTED),
        Visit(subjects[2], date(2020, 10, 1), standing=Standing.QUALIFIED),
    ]
    (report,) = missed(planned, results, lambda visit: month(visit.day))

    assert (report.due, report.done, report.not_inspected, report.not_done) == (3, 1, (subjects[1],), (subjects[2],))
