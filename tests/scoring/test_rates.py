"""Pass rates: counts, ranges, groups, scores, rectification."""

from __future__ import annotations

from datetime import UTC, date, datetime
from fractions import Fraction

import pytest
from attrs import evolve, frozen
from hypothesis import given
from hypothesis import strategies as st

from govsite_rules.errors import InputError
from govsite_rules.scoring import rates
from govsite_rules.scoring.rates import Visit, VisitState, pass_rate, pass_rates
from govsite_rules.scoring.records import Found, Standing, Verdict
from govsite_rules.values.subject import Subject, SubjectKind

GOOD, BAD, OPEN = Standing.QUALIFIED, Standing.UNQUALIFIED, Standing.UNDECIDED


def visit(key: str, standing: Standing | None = GOOD, day: date = date(2020, 9, 1), **fields: object) -> Visit:
    """A visit of a site called ``key``."""
    subject = Subject(SubjectKind.SITE, key, region=key[:2], level="county")
    return evolve(Visit(subject, day, standing=standing), **fields)


def test_visits_and_sites_are_apart() -> None:
    """600 visits to 557 sites, 4 unqualified: the rate is over visits, coverage over distinct sites."""
    results = [visit(f"s{number % 557}", BAD if number < 4 else GOOD) for number in range(600)]
    rate = pass_rate(results, population=557)

    assert (rate.visits, rate.sites, rate.checked, rate.unqualified) == (600, 557, 600, 4)
    assert (rate.rate, rate.coverage) == (Fraction(596, 600), Fraction(1))


def test_a_site_unqualified_twice() -> None:
    """By visit it counts twice; by site once, and a good visit beside does not wash it clean."""
    results = [visit("a", BAD), visit("a", BAD), visit("a"), visit("b")]

    assert [(one.checked, one.unqualified) for one in (pass_rate(results), pass_rate(results, by="site"))] == [(4, 2), (2, 1)]


def test_undecided_are_told_in_three_ways() -> None:
    """Range gives no single number; apart leaves them out; as found follows what was found."""
    results = [visit("a"), visit("b", BAD), visit("c", OPEN), visit("d", OPEN, found=Found.FAULT)]
    ranged, apart, found = (pass_rate(results, undecided=how) for how in ("range", "apart", "as_found"))

    assert [one.rate for one in (ranged, apart, found)] == [None, Fraction(1, 2), Fraction(1, 2)]
    assert {(one.low, one.high, one.undecided, one.undecided_clear) for one in (ranged, apart, found)} == {
        (Fraction(1, 4), Fraction(3, 4), 2, 1)
    }
    assert pass_rate(results[:3], undecided="as_found").rate == Fraction(2, 3)


def test_failures_to_inspect_and_out_of_scope_stay_outside() -> None:
    """They are counted and never qualified, and change no rate."""
    results = [visit("a"), visit("b", BAD)]
    more = [*results, visit("c", None, state=VisitState.NOT_INSPECTED), visit("d", None, state=VisitState.OUT_OF_SCOPE)]
    rate = pass_rate(more, population=4)

    assert (rate.not_inspected, rate.out_of_scope, rate.checked) == (1, 1, 2)
    assert (rate.rate, rate.coverage) == (pass_rate(results).rate, Fraction(1, 2))


def test_nothing_judged_has_no_rate() -> None:
    """No visit gives no rate, not 0 or 100 per cent."""
    rate = pass_rate([])

    assert (rate.rate, rate.low, rate.high, rate.coverage) == (None, None, None, None)


def test_bad_arguments() -> None:
    """Unknown choices, too small a population and judged visits without a standing are refused."""
    for call in (
        lambda: pass_rate([], undecided="dropped"),
        lambda: pass_rate([], by="account"),
        lambda: pass_rate([visit("a"), visit("b")], population=1),
        lambda: pass_rate([visit("a", None)]),
        lambda: rates.scores([], edges=(60, 80)),
        lambda: rates.wilson(3, 2),
        lambda: rates.wilson(0, 0),
    ):
        with pytest.raises(InputError):
            call()


@pytest.mark.parametrize(
    "group, expected",
    [
        ("area", ["aa", "bb"]),
        ("month", ["2020-06", "2020-07"]),
        ("quarter", ["2020Q2", "2020Q3"]),
        ("year", ["2020"]),
        ("level", ["county"]),
        ("portal", [""]),
        (lambda one: one.subject.key, ["aa1", "aa2", "bb1"]),
    ],
)
def test_groups(group: object, expected: list[str]) -> None:
    """Groups are named and sorted, and together hold every visit."""
    results = [visit("aa1", day=date(2020, 6, 30)), visit("aa2", BAD, day=date(2020, 7, 1)), visit("bb1", day=date(2020, 7, 31))]
    found = pass_rates(results, group)  # type: ignore[arg-type]

    assert [name for name, _ in found] == expected
    assert sum(rate.visits for _, rate in found) == 3


def test_change_in_percentage_points() -> None:
    """The change is exact, and a range where something is undecided."""
    now, before = pass_rate([visit("a"), visit("b")]), pass_rate([visit("a"), visit("b", BAD)])
    unsure = pass_rate([visit("a"), visit("b", OPEN)])
    plain, ranged = rates.change(now, before), rates.change(unsure, before)

    assert plain is not None
    assert ranged is not None
    assert (plain.exact, ranged.low, ranged.high, ranged.exact) == (Fraction(50), Fraction(0), Fraction(50), None)
    assert rates.change(now, pass_rate([])) is None


def test_wilson_interval() -> None:
    """The interval of 9 of 10 is the published one, and the ends are exact at none and all."""
    low, high = rates.wilson(9, 10)

    assert (round(low, 4), round(high, 4)) == (0.5958, 0.9821)
    assert rates.wilson(0, 10)[0] == 0
    assert rates.wilson(10, 10)[1] == 1


def test_reasons_count_visits_and_sites() -> None:
    """A clause that fired twice on one site is two visits and one site."""
    results = [visit("a", BAD, fired=("V3.1", "V4.3")), visit("a", BAD, fired=("V3.1",)), visit("b", BAD, fired=("V2.1",))]

    assert [(one.clause, one.visits, one.sites) for one in rates.reasons(results)] == [("V3.1", 2, 1), ("V2.1", 1, 1), ("V4.3", 1, 1)]


def test_score_bands_and_average() -> None:
    """A band holds its upper edge; open scores are in no band and no average."""
    exact = [
        visit(f"s{points}", score_low=Fraction(points), score_high=Fraction(points), deducted=points < 100)
        for points in (130, 120, 100, 80, 55)
    ]
    found = rates.scores([*exact, visit("o", score_low=Fraction(1), score_high=Fraction(2)), visit("u")])

    assert [band.count for band in found.bands] == [1, 1, 0, 1, 0, 1, 0, 1]
    assert (found.count, found.open, found.unscored, found.average, found.without_deduction) == (5, 1, 1, Fraction(97), 3)


def test_rectification_follows_the_latest_visit() -> None:
    """Of four unqualified ones each fate is told, and the latest later visit decides."""
    before = [visit(key, BAD) for key in "abcd"]
    later, last = date(2020, 10, 1), date(2020, 11, 1)
    after = [visit("a", day=last), visit("a", BAD, later), visit("b", BAD, later), visit("c", OPEN, later), visit("z", BAD, later)]
    found = rates.rectified(before, after)

    assert (found.due, found.done, found.share) == (4, 1, Fraction(1, 4))
    assert [[one.key for one in group] for group in (found.still, found.undecided, found.unseen)] == [["b"], ["c"], ["d"]]


def test_a_visit_before_the_fault_mends_nothing() -> None:
    """Results of a time before the unqualified visit are no re-check; those of the same day are."""
    bad = visit("a", BAD, date(2020, 9, 2))
    earlier, same = visit("a", day=date(2020, 9, 1)), visit("a", day=date(2020, 9, 2))

    assert [rates.rectified([bad], [one]).done for one in (earlier, same)] == [0, 1]


def test_the_rate_after_rectification() -> None:
    """What was mended counts as it stands now; what was not seen again stays unqualified."""
    before = [visit(key, BAD) for key in "abc"] + [visit("d")]
    after = [visit("a", day=date(2020, 10, 1)), visit("b", BAD, date(2020, 10, 1)), visit("d", BAD, date(2020, 10, 1))]
    found = pass_rate(rates.after_rectification(before, after))

    assert (found.qualified, found.unqualified, found.rate) == (2, 2, Fraction(1, 2))


@frozen
class Inspected:
    """The part of an inspection that rates see."""

    subject: Subject
    as_of: datetime
    verdict: Verdict
    in_scope: bool = True


def test_inspections_become_visits() -> None:
    """The day is Shanghai's, and what is not running is out of scope."""
    subject = Subject(SubjectKind.ACCOUNT, "x")
    late = datetime(2020, 9, 30, 17, tzinfo=UTC)
    judged = rates.visit_of(Inspected(subject, late, Verdict(BAD, Found.FAULT, ("N2.1",))))
    outside = rates.visit_of(Inspected(subject, late, Verdict(None, Found.NONE), in_scope=False))

    assert (judged.day, judged.standing, judged.fired) == (date(2020, 10, 1), BAD, ("N2.1",))
    assert outside.state is VisitState.OUT_OF_SCOPE


@given(st.lists(st.tuples(st.sampled_from("abcde"), st.sampled_from([GOOD, BAD, OPEN]), st.sampled_from(Found)), max_size=30))
def test_every_settling_lies_in_the_range(rows: list[tuple[str, Standing, Found]]) -> None:
    """However the undecided are settled, the rate lies between low and high, by visit and by site."""
    results = [visit(key, standing, found=found) for key, standing, found in rows]
    for by in ("visit", "site"):
        rate = pass_rate(results, by=by)
        settled = [
            pass_rate([evolve(one, standing=to if one.standing is OPEN else one.standing) for one in results], by=by) for to in (GOOD, BAD)
        ]

        for one in settled:
            assert rate.low is None or rate.low <= (one.rate or Fraction(0)) <= (rate.high or Fraction(0))
        assert rate.checked == rate.qualified + rate.unqualified + rate.undecided
