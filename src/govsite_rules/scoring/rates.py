"""Pass rates over many inspections: exact shares, visits and distinct sites apart, the undecided never silently dropped."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise
from typing import Protocol

from attrs import frozen

from ..errors import InputError, choice
from ..values.dates import day_of
from ..values.subject import Subject
from .records import Found, Standing, Verdict


class Result(Protocol):
    """What a rate needs of an inspection."""

    @property
    def subject(self) -> Subject: ...
    @property
    def as_of(self) -> datetime: ...
    @property
    def verdict(self) -> Verdict: ...
    @property
    def in_scope(self) -> bool: ...


class VisitState(StrEnum):
    """JUDGED: inspected. NOT_INSPECTED: due, and it could not be done. OUT_OF_SCOPE: not running; outside every rate."""

    JUDGED = "judged"
    NOT_INSPECTED = "not_inspected"
    OUT_OF_SCOPE = "out_of_scope"


@frozen
class Visit:
    """One inspection as statistics see it. ``fired``: the veto clauses that fired; scores are None where none was given."""

    subject: Subject
    day: date
    state: VisitState = VisitState.JUDGED
    standing: Standing | None = None
    found: Found = Found.NONE
    fired: tuple[str, ...] = ()
    score_low: Fraction | None = None
    score_high: Fraction | None = None
    deducted: bool | None = None


class Undecided(StrEnum):
    """How a rate treats 待人工复核. RANGE: no single number. APART: left out of the rate and told beside it. AS_FOUND: as
    qualified where nothing was found in what was checked, as unqualified where something was."""

    RANGE = "range"
    APART = "apart"
    AS_FOUND = "as_found"


class CountBy(StrEnum):
    """VISIT: every inspection counts (家次). SITE: every subject counts once (家), by its worst standing."""

    VISIT = "visit"
    SITE = "site"


class GroupBy(StrEnum):
    """What results can be grouped by."""

    KIND = "kind"
    AREA = "area"
    LEVEL = "level"
    PORTAL = "portal"
    PLATFORM = "platform"
    OWNER = "owner"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


@frozen
class PassRate:
    """Counts and exact shares of a set of results.

    ``visits`` (家次) and ``sites`` (家, distinct) were judged; ``checked``, ``qualified``, ``unqualified`` and ``undecided``
    are in the unit ``counted_by`` says. ``low`` counts every undecided one as unqualified, ``high`` as qualified. ``rate`` is
    one number, or None: nothing judged, or undecided ones under RANGE. ``not_inspected`` and ``out_of_scope`` are visits
    outside the rate. ``coverage`` is distinct sites judged over ``population``, None where that is unknown.
    """

    counted_by: CountBy
    undecided_as: Undecided
    visits: int
    sites: int
    checked: int
    qualified: int
    unqualified: int
    undecided: int
    undecided_clear: int
    low: Fraction | None
    high: Fraction | None
    rate: Fraction | None
    not_inspected: int = 0
    out_of_scope: int = 0
    population: int | None = None
    coverage: Fraction | None = None


def visit_of(result: Result | Visit) -> Visit:
    """The facts of an inspection that statistics use."""
    if isinstance(result, Visit):
        return result
    verdict = result.verdict
    if not result.in_scope or verdict.standing is None:
        return Visit(result.subject, day_of(result.as_of), VisitState.OUT_OF_SCOPE)
    score = None if verdict.partial else verdict.score  # points of a part are no score of the whole
    deducted = None
    if score is not None and score.base_low == score.base_high:
        deducted = any(line.part == "deduction" and line.low > 0 for line in verdict.lines)
    return Visit(
        result.subject,
        day_of(result.as_of),
        VisitState.JUDGED,
        verdict.standing,
        verdict.found,
        verdict.fired,
        score.low if score else None,
        score.high if score else None,
        deducted,
    )


def pass_rate(
    results: Iterable[Result | Visit],
    *,
    undecided: Undecided | str = Undecided.RANGE,
    by: CountBy | str = CountBy.VISIT,
    population: int | None = None,
) -> PassRate:
    """The pass rate of results of many inspections.

    ``by`` "visit": a site unqualified twice counts twice; "site": each subject counts once, unqualified if it ever was, else
    undecided if it ever was. ``population`` is the registered total. Raises InputError where more distinct sites were judged
    than that, or for a judged visit without a standing.
    """
    how, unit = choice(Undecided, undecided, "undecided"), choice(CountBy, by, "by")
    visits = not_inspected = out_of_scope = 0
    tally = dict.fromkeys(_RANK, 0)
    worst: dict[tuple[str, str, str], tuple[Standing, Found]] = {}
    for result in results:
        visit = visit_of(result)
        if visit.state is VisitState.NOT_INSPECTED:
            not_inspected += 1
        elif visit.state is VisitState.OUT_OF_SCOPE:
            out_of_scope += 1
        else:
            visits += 1
            if visit.standing is None:
                raise InputError("a judged visit has a standing", field="standing", value=visit.subject.key, expected="a Standing")
            state = (visit.standing, visit.found if visit.standing is Standing.UNDECIDED else Found.NONE)
            tally[state] += 1
            key = visit.subject.identity
            if key not in worst or _RANK[state] > _RANK[worst[key]]:
                worst[key] = state
    if population is not None and population < len(worst):
        raise InputError("fewer registered than inspected", field="population", value=population, expected=f"at least {len(worst)}")
    if unit is CountBy.SITE:
        tally = dict.fromkeys(_RANK, 0)
        for state in worst.values():
            tally[state] += 1
    good, bad = tally[Standing.QUALIFIED, Found.NONE], tally[Standing.UNQUALIFIED, Found.NONE]
    clear, doubtful = tally[Standing.UNDECIDED, Found.NONE], tally[Standing.UNDECIDED, Found.FAULT]
    checked, unsettled = good + bad + clear + doubtful, clear + doubtful
    rate: Fraction | None
    if how is Undecided.APART:
        rate = _share(good, checked - unsettled)
    elif how is Undecided.AS_FOUND:
        rate = _share(good + clear, checked)
    else:
        rate = None if unsettled else _share(good, checked)
    return PassRate(
        unit,
        how,
        visits,
        len(worst),
        checked,
        good,
        bad,
        unsettled,
        clear,
        _share(good, checked),
        _share(good + unsettled, checked),
        rate,
        not_inspected,
        out_of_scope,
        population,
        None if population is None else _share(len(worst), population),
    )


_RANK: dict[tuple[Standing, Found], int] = {
    (Standing.QUALIFIED, Found.NONE): 0,
    (Standing.UNDECIDED, Found.NONE): 1,
    (Standing.UNDECIDED, Found.FAULT): 2,
    (Standing.UNQUALIFIED, Found.NONE): 3,
}


def _share(part: int, whole: int) -> Fraction | None:
    return Fraction(part, whole) if whole else None


def grouped(results: Iterable[Result | Visit], by: GroupBy | str | Callable[[Visit], str]) -> tuple[tuple[str, tuple[Visit, ...]], ...]:
    """Results in groups, sorted by name: area, level, portal, platform, owner, month (2020-09), quarter (2020Q3), year, or by a
    function of the visit (the owner's level, a district of a region code). What is unknown is the group ''."""
    name = by if callable(by) else _NAMES[choice(GroupBy, by, "by")]
    groups: dict[str, list[Visit]] = defaultdict(list)
    for result in results:
        visit = visit_of(result)
        groups[name(visit)].append(visit)
    return tuple((key, tuple(groups[key])) for key in sorted(groups))


def pass_rates(
    results: Iterable[Result | Visit],
    group: GroupBy | str | Callable[[Visit], str],
    *,
    undecided: Undecided | str = Undecided.RANGE,
    by: CountBy | str = CountBy.VISIT,
    population: dict[str, int] | None = None,
) -> tuple[tuple[str, PassRate], ...]:
    """The pass rate of each group; ``population`` maps a group's name to its registered total."""
    totals = population or {}
    return tuple(
        (name, pass_rate(visits, undecided=undecided, by=by, population=totals.get(name))) for name, visits in grouped(results, group)
    )


def quarter(day: date) -> str:
    """``2020Q3``."""
    return f"{day.year}Q{(day.month + 2) // 3}"


def month(day: date) -> str:
    """``2020-09``."""
    return f"{day.year:04d}-{day.month:02d}"


_NAMES: dict[GroupBy, Callable[[Visit], str]] = {
    GroupBy.KIND: lambda visit: visit.subject.kind.value,
    GroupBy.AREA: lambda visit: visit.subject.region,
    GroupBy.LEVEL: lambda visit: visit.subject.level,
    GroupBy.PORTAL: lambda visit: {True: "portal", False: "department", None: ""}[visit.subject.portal],
    GroupBy.PLATFORM: lambda visit: visit.subject.platform,
    GroupBy.OWNER: lambda visit: visit.subject.owner,
    GroupBy.MONTH: lambda visit: month(visit.day),
    GroupBy.QUARTER: lambda visit: quarter(visit.day),
    GroupBy.YEAR: lambda visit: f"{visit.day.year:04d}",
}


@frozen
class Change:
    """A rate against the last period's, in percentage points (百分点), as a range where something is undecided."""

    low: Fraction
    high: Fraction

    @property
    def exact(self) -> Fraction | None:
        """The change where it is one number."""
        return self.low if self.low == self.high else None


def change(now: PassRate, before: PassRate) -> Change | None:
    """How many percentage points ``now`` is above ``before``; None where either has no rate at all."""
    ends = [(one.rate, one.rate) if one.rate is not None else (one.low, one.high) for one in (now, before)]
    (low, high), (old_low, old_high) = ends
    if low is None or high is None or old_low is None or old_high is None:
        return None
    return Change((low - old_high) * 100, (high - old_low) * 100)


def wilson(part: int, whole: int, *, z: float = 1.959963984540054) -> tuple[float, float]:
    """The Wilson score interval of a share found in a sample (z 1.96: 95 %). Raises InputError unless 0 <= part <= whole > 0."""
    if not 0 <= part <= whole or whole <= 0 or not 0 < z < 40:
        raise InputError("not a share of a sample", field="part", value=f"{part}/{whole}", expected="0 <= part <= whole, whole > 0, z > 0")
    share, square = part / whole, z * z
    middle = (share + square / (2 * whole)) / (1 + square / whole)
    half = z / (1 + square / whole) * math.sqrt(share * (1 - share) / whole + square / (4 * whole * whole))
    return (0.0 if part == 0 else max(0.0, middle - half)), (1.0 if part == whole else min(1.0, middle + half))


@frozen
class Reason:
    """How often a veto clause fired: in how many visits, on how many distinct sites."""

    clause: str
    visits: int
    sites: int


def reasons(results: Iterable[Result | Visit]) -> tuple[Reason, ...]:
    """Why subjects were unqualified, the most frequent clause first. A visit with several vetoes counts under each."""
    visits: dict[str, int] = defaultdict(int)
    sites: dict[str, set[tuple[str, str, str]]] = defaultdict(set)
    for result in results:
        visit = visit_of(result)
        for clause in visit.fired:
            visits[clause] += 1
            sites[clause].add(visit.subject.identity)
    found = (Reason(clause, count, len(sites[clause])) for clause, count in visits.items())
    return tuple(sorted(found, key=lambda reason: (-reason.visits, reason.clause)))


@frozen
class Band:
    """Scores above ``low`` up to and including ``high``; None: no bound on that side."""

    low: Fraction | None
    high: Fraction | None
    count: int


@frozen
class Scores:
    """The settled scores of a set of results. ``open``: scored visits whose score is still a range, or that a veto may yet leave
    without a score; they are in no band and no average. ``without_deduction``: settled and nothing deducted."""

    count: int
    open: int
    unscored: int
    average: Fraction | None
    highest: Fraction | None
    lowest: Fraction | None
    without_deduction: int
    bands: tuple[Band, ...]


EDGES = tuple(map(Fraction, (120, 110, 100, 90, 80, 70, 60)))


def scores(
    results: Iterable[Result | Visit], *, edges: Sequence[Fraction | int] = EDGES, undecided: Undecided | str = Undecided.RANGE
) -> Scores:
    """Score bands (above 120, 110 to 120 …), average, and how many lost nothing. ``edges`` must fall (InputError).

    The score of an undecided visit counts only with ``undecided`` as_found, where nothing was found.
    """
    as_found = choice(Undecided, undecided, "undecided") is Undecided.AS_FOUND
    falling = [Fraction(edge) for edge in edges]
    if any(high <= low for high, low in pairwise(falling)):
        raise InputError("score bands go downwards", field="edges", value=[str(edge) for edge in falling], expected="falling numbers")
    settled: list[Fraction] = []
    ranges = unscored = clean = 0
    for result in results:
        visit = visit_of(result)
        if visit.state is not VisitState.JUDGED:
            continue
        if visit.score_low is None or visit.score_high is None:
            unscored += 1
        elif visit.score_low != visit.score_high or (visit.standing is Standing.UNDECIDED and not (as_found and visit.found is Found.NONE)):
            ranges += 1
        else:
            settled.append(visit.score_low)
            clean += visit.deducted is False
    bounds = [None, *falling, None]
    bands = tuple(
        Band(low, high, sum((low is None or value > low) and (high is None or value <= high) for value in settled))
        for high, low in pairwise(bounds)
    )
    average = sum(settled, Fraction(0)) / len(settled) if settled else None
    return Scores(len(settled), ranges, unscored, average, max(settled, default=None), min(settled, default=None), clean, bands)


@frozen
class Rectified:
    """整改: of the subjects unqualified before (``due``), how many are no longer, still are, are open, or were not seen again."""

    due: int
    done: int
    still: tuple[Subject, ...]
    undecided: tuple[Subject, ...]
    unseen: tuple[Subject, ...]

    @property
    def share(self) -> Fraction | None:
        """``done`` over ``due``; None where nothing was due."""
        return _share(self.done, self.due)


def rectified(before: Iterable[Result | Visit], after: Iterable[Result | Visit]) -> Rectified:
    """What became of the subjects that were unqualified; the latest later visit of each decides."""
    due = _unqualified(map(visit_of, before))
    latest = _latest(after, due)

    def in_state(standing: Standing | None) -> tuple[Subject, ...]:
        return tuple(due[key].subject for key in sorted(due) if (latest[key].standing if key in latest else None) is standing)

    done = len(in_state(Standing.QUALIFIED))
    return Rectified(len(due), done, in_state(Standing.UNQUALIFIED), in_state(Standing.UNDECIDED), in_state(None))


def after_rectification(before: Iterable[Result | Visit], after: Iterable[Result | Visit]) -> tuple[Visit, ...]:
    """``before`` with every unqualified visit standing as its subject does in its latest later visit; those not seen again
    stay unqualified. ``pass_rate`` of it is the rate after rectification (整改后合格率)."""
    visits = [visit_of(result) for result in before]
    latest = _latest(after, _unqualified(visits))
    return tuple(latest.get(one.subject.identity, one) if one.standing is Standing.UNQUALIFIED else one for one in visits)


def _unqualified(visits: Iterable[Visit]) -> dict[tuple[str, str, str], Visit]:
    """The last unqualified visit of each subject that has one."""
    found: dict[tuple[str, str, str], Visit] = {}
    for visit in visits:
        key = visit.subject.identity
        if visit.standing is Standing.UNQUALIFIED and (key not in found or visit.day > found[key].day):
            found[key] = visit
    return found


def _latest(results: Iterable[Result | Visit], due: Mapping[tuple[str, str, str], Visit]) -> dict[tuple[str, str, str], Visit]:
    """The latest judged visit of each subject that is due, not before the one that was unqualified."""
    latest: dict[tuple[str, str, str], Visit] = {}
    for visit in map(visit_of, results):
        key = visit.subject.identity
        if key not in due or visit.state is not VisitState.JUDGED or visit.day < due[key].day:
            continue
        if key not in latest or visit.day >= latest[key].day:
            latest[key] = visit
    return latest
