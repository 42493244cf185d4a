"""Whom to inspect when: a reproducible plan in which every subject is reached within the period, and what was due and not done."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction

from attrs import frozen

from .errors import InputError
from .scoring.rates import GroupBy, Result, Visit, VisitState, visit_of
from .values.subject import Subject

Strata = Callable[[Subject], str]

_FACTS: dict[GroupBy, Strata] = {
    GroupBy.KIND: lambda subject: subject.kind.value,
    GroupBy.AREA: lambda subject: subject.region,
    GroupBy.LEVEL: lambda subject: subject.level,
    GroupBy.PORTAL: lambda subject: {True: "portal", False: "department", None: ""}[subject.portal],
    GroupBy.PLATFORM: lambda subject: subject.platform,
    GroupBy.OWNER: lambda subject: subject.owner,
}


@frozen
class Round:
    """Whom to inspect in one round (a month, a week), in the order of their keys."""

    name: str
    subjects: tuple[Subject, ...]


@frozen
class Plan:
    """Rounds of visits. ``seed`` and the same subjects give the same plan again, in whatever order they come.

    ``visits`` (家次) counts all, ``population`` the distinct subjects; every one is in at least one round unless
    ``unreached`` names it.
    """

    seed: int
    population: int
    rounds: tuple[Round, ...]
    unreached: tuple[Subject, ...] = ()

    @property
    def visits(self) -> int:
        """How many inspections the plan holds."""
        return sum(len(one.subjects) for one in self.rounds)


def plan(
    subjects: Iterable[Subject],
    *,
    rounds: Sequence[str],
    seed: int,
    per_round: int | None = None,
    share: Fraction | float | str | None = None,
    by: Sequence[GroupBy | str | Strata] = (),
    reach_all: bool = True,
) -> Plan:
    """Draw whom to inspect in each round.

    ``rounds`` names them (("2026-07", "2026-08", "2026-09")). Each round holds ``per_round`` subjects, or at least ``share``
    of all (0 < share <= 1, rounded up); with neither, as many as reach everybody evenly. ``by`` (area, level, platform …, or
    functions of a subject) keeps each round in the proportions of the whole, and a share holds in every stratum. With
    ``reach_all`` nobody is visited a second time before everybody was visited once; InputError where the rounds are too small.
    Chance comes from ``random.Random(seed)`` alone.
    """
    everyone = sorted(subjects, key=lambda subject: subject.identity)
    if len({subject.identity for subject in everyone}) < len(everyone):
        raise InputError("a subject is given twice", field="subjects", expected="distinct keys")
    if not rounds or len(set(rounds)) < len(rounds):
        raise InputError("rounds need names of their own", field="rounds", value=list(rounds), expected="at least one, all different")
    if per_round is not None and share is not None:
        raise InputError("a size and a share", field="share", value=str(share), expected="one of per_round and share")
    if not everyone:
        return Plan(seed, 0, tuple(Round(name, ()) for name in rounds))
    strata = _strata(everyone, by)
    sizes = _sizes(strata, len(everyone), len(rounds), per_round, share)
    drawing = random.Random(seed)
    turns = {name: _Turns(members, drawing, fresh=not reach_all) for name, members in sorted(strata.items())}
    drawn: list[Round] = []
    seen: set[tuple[str, str, str]] = set()
    for number, name in enumerate(rounds):
        chosen = [subject for stratum, turn in turns.items() for subject in turn.draw(sizes[number][stratum])]
        seen.update(subject.identity for subject in chosen)
        drawn.append(Round(name, tuple(sorted(chosen, key=lambda subject: subject.identity))))
    unreached = tuple(subject for subject in everyone if subject.identity not in seen)
    if unreached and reach_all:
        raise InputError(
            "the rounds are too small to reach everybody",
            field="per_round" if share is None else "share",
            value=per_round if share is None else str(share),
            expected=f"{len(everyone)} visits in {len(rounds)} rounds",
        )
    return Plan(seed, len(everyone), tuple(drawn), unreached)


def _strata(everyone: Sequence[Subject], by: Sequence[GroupBy | str | Strata]) -> dict[str, list[Subject]]:
    names: list[Strata] = []
    for item in by:
        if callable(item) and not isinstance(item, str):
            names.append(item)
            continue
        fact = _FACTS.get(GroupBy(item)) if item in list(GroupBy) else None
        if fact is None:
            raise InputError("subjects have no such fact", field="by", value=str(item), expected=", ".join(_FACTS))
        names.append(fact)
    strata: dict[str, list[Subject]] = defaultdict(list)
    for subject in everyone:
        strata["\x1f".join(name(subject) for name in names)].append(subject)
    return strata


def _sizes(
    strata: dict[str, list[Subject]], total: int, rounds: int, per_round: int | None, share: Fraction | float | str | None
) -> list[dict[str, int]]:
    """How many of each stratum in each round."""
    if share is not None:
        part = Fraction(str(share)) if isinstance(share, float) else Fraction(share)
        if not 0 < part <= 1:
            raise InputError("not a share", field="share", value=str(share), expected="above 0, at most 1")
        return [{name: -int(-part * len(members) // 1) for name, members in strata.items()}] * rounds
    if per_round is not None:
        if not 0 < per_round <= total:
            raise InputError("not a size of a round", field="per_round", value=per_round, expected=f"1 to {total}")
        target = per_round * rounds
    else:
        target = total
    return _even(strata, total, rounds, target)


def _even(strata: dict[str, list[Subject]], total: int, rounds: int, target: int) -> list[dict[str, int]]:
    """Whole numbers, each stratum in proportion over all rounds; every stratum is reached whole before any is more than whole.

    A round gets its share of the visits, and a stratum what is still due to it (largest remainder).
    """
    sizes: list[dict[str, int]] = []
    given = dict.fromkeys(strata, 0)
    done = 0
    for number in range(1, rounds + 1):
        size = -(-target * number // rounds) - done
        due = {name: Fraction(len(members) * target * number, total * rounds) - given[name] for name, members in strata.items()}
        take = {name: min(max(0, int(value)), len(strata[name])) for name, value in due.items()}
        rest = sorted(strata, key=lambda name: (take[name] - due[name], name))
        while sum(take.values()) < size:
            grown = False
            for name in rest:
                if sum(take.values()) < size and take[name] < len(strata[name]):
                    take[name] += 1
                    grown = True
            if not grown:
                break
        for name in reversed(rest):
            while sum(take.values()) > size and take[name] > 0:
                take[name] -= 1
        for name, count in take.items():
            given[name] += count
        done += sum(take.values())
        sizes.append(take)
    return sizes


class _Turns:
    """Draws from a stratum: a shuffled round trip, so that nobody has a second turn before everybody had one."""

    def __init__(self, members: Sequence[Subject], drawing: random.Random, *, fresh: bool) -> None:
        self._members = list(members)
        self._drawing = drawing
        self._fresh = fresh
        self._queue: list[Subject] = []

    def draw(self, count: int) -> list[Subject]:
        if self._fresh:
            return self._drawing.sample(self._members, min(count, len(self._members)))
        chosen: list[Subject] = []
        while len(chosen) < min(count, len(self._members)):
            if not self._queue:
                taken = {subject.identity for subject in chosen}
                self._queue = [subject for subject in self._members if subject.identity not in taken]
                later = [subject for subject in self._members if subject.identity in taken]
                self._drawing.shuffle(self._queue)
                self._drawing.shuffle(later)
                self._queue = later + self._queue
            chosen.append(self._queue.pop())
        return chosen


@frozen
class Missed:
    """One round of a plan against what was done. ``not_inspected``: visited, but the inspection could not be made."""

    round: str
    due: int
    done: int
    not_inspected: tuple[Subject, ...]
    not_done: tuple[Subject, ...]


def missed(planned: Plan, results: Iterable[Result | Visit], round_of: Callable[[Visit], str]) -> tuple[Missed, ...]:
    """What was due in each round and not done. ``round_of`` names the round of a visit, such as its month (``rates.month``)."""
    done: dict[str, set[tuple[str, str, str]]] = defaultdict(set)
    failed: dict[str, set[tuple[str, str, str]]] = defaultdict(set)
    for result in results:
        visit = visit_of(result)
        side = failed if visit.state is VisitState.NOT_INSPECTED else done
        side[round_of(visit)].add(visit.subject.identity)
    report = []
    for one in planned.rounds:
        open_ones = [subject for subject in one.subjects if subject.identity not in done[one.name]]
        tried = tuple(subject for subject in open_ones if subject.identity in failed[one.name])
        rest = tuple(subject for subject in open_ones if subject.identity not in failed[one.name])
        report.append(Missed(one.name, len(one.subjects), len(one.subjects) - len(open_ones), tried, rest))
    return tuple(report)
