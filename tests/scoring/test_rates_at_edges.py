"""Rates at their edges: what becomes a visit, worst standings, shares of nothing, score bands, and which later visit decides."""

from __future__ import annotations

from datetime import UTC, date, datetime
from fractions import Fraction
from itertools import pairwise

import pytest
from attrs import evolve, frozen

from govsite_rules.checklists.model import Part
from govsite_rules.errors import InputError
from govsite_rules.scoring import rates
from govsite_rules.scoring.rates import Visit, VisitState, pass_rate, pass_rates
from govsite_rules.scoring.records import ClauseResult, ClauseState, Declaration, Found, Line, Score, Standing, Verdict
from govsite_rules.values import SHANGHAI
from govsite_rules.values.subject import Subject, SubjectKind

GOOD, BAD, OPEN = Standing.QUALIFIED, Standing.UNQUALIFIED, Standing.UNDECIDED
DAY = date(2020, 9, 1)
SITE = Subject(SubjectKind.SITE, "s", portal=True)
NOON = datetime(2020, 9, 1, 12, tzinfo=SHANGHAI)


def visit(key: str, standing: Standing | None = GOOD, day: date = DAY, **fields: object) -> Visit:
    return evolve(Visit(Subject(SubjectKind.SITE, key), day, standing=standing), **fields)


@frozen
class Inspected:
    """The part of an inspection that rates see."""

    verdict: Verdict
    in_scope: bool = True
    subject: Subject = SITE
    as_of: datetime = datetime(2020, 9, 1, tzinfo=UTC)


def score(low: int, high: int, base_low: int, base_high: int) -> Score:
    return Score(*map(Fraction, (low, high, base_low, base_high, low - base_low, high - base_high, 100)))


def line(part: Part, low: int, high: int | None = None) -> Line:
    return Line("i", "", "", "S", part, None, Fraction(low), Fraction(low if high is None else high), 0, 0, ())


@pytest.mark.parametrize(
    "standing,in_scope,state",
    [(GOOD, True, "judged"), (GOOD, False, "out_of_scope"), (None, True, "out_of_scope"), (None, False, "out_of_scope")],
)
def test_a_visit_is_judged_where_there_was_something_to_judge(standing: Standing | None, in_scope: bool, state: str) -> None:
    """What is not running, and what has no standing, is outside every rate."""
    assert state == rates.visit_of(Inspected(Verdict(standing, Found.NONE), in_scope)).state


@pytest.mark.parametrize(
    "scored,lines,expected",
    [
        (None, (), (None, None, None)),
        (score(90, 90, 90, 90), (line(Part.DEDUCTION, 10),), (90, 90, True)),
        (score(103, 103, 100, 100), (line(Part.DEDUCTION, 0), line(Part.BONUS, 3)), (103, 103, False)),
        (score(95, 95, 95, 95), (line(Part.DEDUCTION, 0), line(Part.DEDUCTION, 5)), (95, 95, True)),
        (score(99, 99, 99, 99), (line(Part.DEDUCTION, 1), line(Part.BONUS, 0)), (99, 99, True)),
        (score(90, 100, 90, 100), (line(Part.DEDUCTION, 0, 10),), (90, 100, None)),
        (score(100, 103, 100, 100), (line(Part.BONUS, 0, 3),), (100, 103, False)),
    ],
)
def test_what_a_visit_keeps_of_a_score(scored: Score | None, lines: tuple[Line, ...], expected: tuple[object, ...]) -> None:
    """Both ends, and whether anything was deducted, which is not known while the deduction part is open. A bonus is no deduction."""
    made = rates.visit_of(Inspected(Verdict(GOOD, Found.NONE, score=scored, lines=lines)))

    assert expected == (made.score_low, made.score_high, made.deducted)


def test_a_visit_fits_what_was_counted_of_it() -> None:
    """Nothing is outside a rate, and of no known population, unless somebody says so."""
    one = pass_rate([visit("a")])

    assert (0, 0, None, None) == (one.not_inspected, one.out_of_scope, one.population, one.coverage)
    plain = evolve(one)
    made = rates.PassRate(*(getattr(plain, name) for name in plain.__slots__[:12]))
    assert (0, 0) == (made.not_inspected, made.out_of_scope)


STANDINGS = [(GOOD, Found.NONE), (OPEN, Found.NONE), (OPEN, Found.FAULT), (BAD, Found.NONE)]


@pytest.mark.parametrize("better", range(4))
@pytest.mark.parametrize("worse", range(4))
def test_the_worst_visit_of_a_site_counts_in_either_order(better: int, worse: int) -> None:
    """By site: unqualified before a fault found before undecided before qualified, whichever came first."""
    visits = [visit("a", standing, found=found) for standing, found in (STANDINGS[better], STANDINGS[worse])]
    standing, found = STANDINGS[max(better, worse)]
    for given in (visits, visits[::-1]):
        one = pass_rate(given, by="site")

        assert (1, standing is GOOD, standing is BAD, standing is OPEN) == (one.checked, one.qualified, one.unqualified, one.undecided)
        assert (standing is OPEN and found is Found.NONE) == one.undecided_clear


def test_no_site_of_no_population() -> None:
    """Coverage of a known number of sites is 0 where none was judged, and of an unknown number unknown."""
    assert (Fraction(0), None) == (pass_rate([], population=5).coverage, pass_rate([], population=None).coverage)


def test_populations_of_groups() -> None:
    """Each group has its own registered total, one that is not named none."""
    visits = [evolve(visit(key), subject=Subject(SubjectKind.SITE, key, region=key[0])) for key in ("a1", "a2", "b1")]
    found = dict(pass_rates(visits, "area", population={"a": 4}))

    assert (Fraction(1, 2), None) == (found["a"].coverage, found["b"].coverage)


@pytest.mark.parametrize("portal,name", [(True, "portal"), (False, "department"), (None, "")])
def test_portals_and_departments_are_groups(portal: bool | None, name: str) -> None:
    """门户 and 部门, and those of which nobody knows."""
    one = evolve(visit("a"), subject=Subject(SubjectKind.SITE, "a", portal=portal))

    assert [name] == [group for group, _ in rates.grouped([one], "portal")]


def test_a_change_of_a_rate_that_counts_the_undecided_apart() -> None:
    """Where the rate is one number the change is one, whatever the range would be."""
    now, before = (pass_rate(given, undecided="apart") for given in ([visit("a"), visit("b", OPEN)], [visit("a"), visit("b", BAD)]))
    found = rates.change(now, before)

    assert found is not None
    assert (Fraction(50), Fraction(50)) == (found.low, found.high)


@pytest.mark.parametrize("side", [0, 1])
def test_no_change_from_or_to_nothing(side: int) -> None:
    """Neither period may be without any rate."""
    ends = [pass_rate([visit("a")]), pass_rate([visit("a")])]
    ends[side] = pass_rate([])

    assert rates.change(*ends) is None


@pytest.mark.parametrize(
    "part,whole,z",
    [(-1, 2, 1.96), (3, 2, 1.96), (0, 0, 1.96), (1, 2, 0.0), (1, 2, -1.0), (1, 2, 40.0), (1, 2, float("nan")), (1, 2, float("inf"))],
)
def test_no_interval_of_no_share(part: int, whole: int, z: float) -> None:
    """Parts outside the whole, nothing looked at and a confidence that is none are refused."""
    with pytest.raises(InputError):
        rates.wilson(part, whole, z=z)


def test_intervals_at_the_ends() -> None:
    """One of one and none of one are samples; a wide confidence widens, up to the ends and no further."""
    assert {(0.0, 1.0)} == {(rates.wilson(0, whole)[0], rates.wilson(whole, whole)[1]) for whole in range(1, 60)}
    low, high = rates.wilson(1, 2)
    assert [round(end, 4) for end in (low, high)] == [0.0945, 0.9055]
    assert rates.wilson(1, 1000000)[0] > 0
    assert rates.wilson(1, 2, z=0.5)[0] > low
    wide = rates.wilson(1, 2, z=39.9)
    assert 0 <= wide[0] < 0.001
    assert 0.999 < wide[1] <= 1


def scored(key: str, points: Fraction | int, *, high: Fraction | int | None = None, deducted: bool | None = True) -> Visit:
    return visit(key, score_low=Fraction(points), score_high=Fraction(points if high is None else high), deducted=deducted)


def test_the_bands_of_published_bulletins() -> None:
    """Above 120, 110 to 120 and so on by tens down to 60, and up to 60; each holds its upper edge."""
    edges = [120, 110, 100, 90, 80, 70, 60]
    found = rates.scores([scored(f"s{edge}", edge) for edge in edges])

    assert [(None, 120), *((high, low) for high, low in pairwise(edges)), (60, None)] == [(band.high, band.low) for band in found.bands]
    assert [0, 1, 1, 1, 1, 1, 1, 1] == [band.count for band in found.bands]


@pytest.mark.parametrize("edges", [(60, 80), (80, 80), (90, 60, 70), (90, 90, 60)])
def test_bands_that_do_not_fall_are_refused(edges: tuple[int, ...]) -> None:
    """Equal and rising edges make no bands, wherever they stand."""
    with pytest.raises(InputError):
        rates.scores([], edges=edges)


def test_one_band_edge_and_none() -> None:
    """One edge makes two bands, none makes one."""
    visits = [scored("a", 50), scored("b", 70)]

    assert [[1, 1], [2]] == [[band.count for band in rates.scores(visits, edges=edges).bands] for edges in ((60,), ())]


def test_highest_lowest_and_average() -> None:
    """Of the settled scores alone; a visit that was not judged, and one without a score, end nothing."""
    outside = [
        visit("x", None, state=VisitState.NOT_INSPECTED),
        visit("u"),
        visit("h", score_high=Fraction(9)),
        visit("l", score_low=Fraction(9)),
    ]
    found = rates.scores(
        [*outside, scored("a", 60), scored("b", 91, deducted=None), scored("c", 1, high=99), scored("d", 80, deducted=False)]
    )

    assert (Fraction(91), Fraction(60), Fraction(77)) == (found.highest, found.lowest, found.average)
    assert (3, 1, 3, 1) == (found.count, found.open, found.unscored, found.without_deduction)
    assert (None, None, None) == ((empty := rates.scores([])).highest, empty.lowest, empty.average)


# -- rectification ---------------------------------------------------------------------------------------------------

FIRST, SECOND, THIRD, FOURTH = (date(2020, month, 1) for month in (9, 10, 11, 12))


def fates(before: list[Visit], after: list[Visit]) -> dict[str, str]:
    found = rates.rectified(before, after)
    told = {name: [one.key for one in getattr(found, name)] for name in ("still", "undecided", "unseen")}
    return {key: name for name, keys in told.items() for key in keys} | {"done": str(found.done), "due": str(found.due)}


@pytest.mark.parametrize("turned", [False, True])
def test_only_the_unqualified_are_due_from_their_last_fault(turned: bool) -> None:
    """A later fault moves the time from which a re-check counts; a good visit between does not."""
    before = [visit("a", BAD, FIRST), visit("a", BAD, THIRD), visit("a", GOOD, FOURTH), visit("b", GOOD, FIRST), visit("c", OPEN, FIRST)]
    after = [visit("a", GOOD, SECOND), visit("b", BAD, SECOND), visit("c", BAD, SECOND)]

    assert {"due": "1", "done": "0", "a": "unseen"} == fates(before[::-1] if turned else before, after)
    assert {"due": "1", "done": "1"} == fates(before[::-1] if turned else before, [*after, visit("a", GOOD, THIRD)])


def test_the_first_of_two_faults_of_one_day_stands_for_it() -> None:
    """Two unqualified visits of one day are one that is due, told by the first."""
    named = [evolve(visit("a", BAD), subject=Subject(SubjectKind.SITE, "a", name=name)) for name in ("一", "二")]

    assert ("一",) == tuple(one.name for one in rates.rectified(named, []).unseen)


@pytest.mark.parametrize("turned", [False, True])
def test_the_latest_judged_visit_decides_in_any_order(turned: bool) -> None:
    """A visit that could not be made decides nothing and ends nothing, nor does one of another site."""
    before = [visit("a", BAD), visit("b", BAD)]
    vain = visit("a", None, FOURTH, state=VisitState.NOT_INSPECTED)
    after = [visit("z", BAD, SECOND), vain, visit("a", BAD, SECOND), visit("a", GOOD, THIRD), visit("b", OPEN, SECOND)]

    assert {"due": "2", "done": "1", "b": "undecided"} == fates(before, after[::-1] if turned else after)


def test_of_two_visits_of_one_day_the_later_given_decides() -> None:
    """A second look on the same day stands over the first."""
    assert {"due": "1", "done": "1"} == fates([visit("a", BAD)], [visit("a", BAD, SECOND), visit("a", GOOD, SECOND)])
    assert {"due": "1", "done": "0", "a": "still"} == fates([visit("a", BAD)], [visit("a", GOOD, SECOND), visit("a", BAD, SECOND)])


def test_good_visits_stay_what_they_were() -> None:
    """Only the unqualified visit of a site is replaced by what became of it, never its good one."""
    before = [visit("a", GOOD, FIRST), visit("a", BAD, SECOND)]
    after = [visit("a", OPEN, THIRD)]

    assert [(GOOD, FIRST), (OPEN, THIRD)] == [(one.standing, one.day) for one in rates.after_rectification(before, after)]


# -- records ---------------------------------------------------------------------------------------------------------


def test_a_declaration_finds_nothing_unless_it_says_so() -> None:
    """What people looked at and say nothing more of has no fault; one text is no list of clauses."""
    assert Declaration(("V1.1",), "office", NOON, "looked").found_none
    with pytest.raises(InputError, match="'clauses'"):
        Declaration("V1.1", "office", NOON, "looked")  # type: ignore[arg-type]


def test_a_clause_that_does_not_apply_counts_nothing() -> None:
    """Its result has no targets, no points and nobody's declaration."""
    found = ClauseResult("V1.1", Part.VETO, "i", ClauseState.NOT_APPLICABLE)

    assert (0, 0, 0, 0, 0, False) == (found.failed, found.passed, found.open, found.low, found.high, found.declared)


def test_the_score_of_an_undecided_visit_is_open() -> None:
    """A veto may yet leave it without a score; it counts only as found, and only where nothing was found."""
    clear = evolve(scored("a", 130), standing=Standing.UNDECIDED, found=Found.NONE)
    doubtful = evolve(scored("b", 70), standing=Standing.UNDECIDED, found=Found.FAULT)
    visits = [clear, doubtful, scored("c", 90)]

    for how, expected in (("range", (1, 2, 90)), ("apart", (1, 2, 90)), ("as_found", (2, 1, 110))):
        found = rates.scores(visits, undecided=how)
        assert expected == (found.count, found.open, found.average)
    with pytest.raises(InputError, match="as_found"):
        rates.scores([], undecided="dropped")


def test_accounts_of_one_name_on_two_platforms_are_two() -> None:
    """Without an id the name is the key: one account on one platform is one unit, in every count."""
    wechat, weibo = (visit("禾溪发布", one, fired=fired) for one, fired in ((GOOD, ()), (Standing.UNQUALIFIED, ("N2.1",))))
    first, second = (
        evolve(one, subject=Subject(SubjectKind.ACCOUNT, "禾溪发布", platform=name)) for one, name in ((wechat, "wechat"), (weibo, "weibo"))
    )
    rate = rates.pass_rate([first, second], by="site", population=4)
    mended = evolve(second, standing=GOOD, fired=())

    assert (2, 1, 1, Fraction(1, 2)) == (rate.sites, rate.qualified, rate.unqualified, rate.coverage)
    assert 0 == rates.rectified([second], [first]).done
    assert 1 == rates.rectified([second], [first, mended]).done
    assert (first, second) == rates.after_rectification([first, second], [first])
    assert [2] == [one.sites for one in rates.reasons([second, evolve(first, fired=("N2.1",))])]


def test_points_of_a_part_of_a_list_are_no_score() -> None:
    """41 of 46 points looked at are in no band and no average of a bulletin."""
    verdict = Verdict(GOOD, Found.NONE, score=score(41, 41, 41, 41))

    assert Fraction(41) == rates.visit_of(Inspected(verdict)).score_low
    assert None is rates.visit_of(Inspected(evolve(verdict, partial="automatic"))).score_low
