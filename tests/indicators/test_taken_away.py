"""Taking anything away, or marking it incomplete, never improves a result: every indicator, case by case, record by record."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import pytest
from attrs import evolve, fields

import govsite_rules as gr
from govsite_rules.checklists.model import Part
from govsite_rules.conformance import cases
from govsite_rules.indicators import CATALOG
from govsite_rules.indicators._base import Indicator
from govsite_rules.inspection import subject_of
from govsite_rules.scoring.tally import index, tally
from govsite_rules.scoring.verdict import _Case
from govsite_rules.testing import faultless_feed, faultless_site, trial
from govsite_rules.testing.builders import AS_OF
from govsite_rules.values import FeedSnapshot, Finding, Outcome, Seen, SiteSnapshot, SubjectKind, TrialKind

Snapshot = SiteSnapshot | FeedSnapshot
GOOD = (Outcome.INAPPLICABLE, Outcome.PASSED)
SAMPLED = 3
"""The smallest sample a clause draws from a collection of which only a part is known; of a larger draw any record may go unnoticed."""


def fires(finding: Finding) -> bool:
    """Whether a target is failed or open; what is not asked because nothing is published costs its points there."""
    return finding.outcome not in GOOD or finding.value("reason") == "none_published"


def stakes(indicator: Indicator, found: tuple[Finding, ...], snapshot: Snapshot) -> dict[str, Fraction | float]:
    """What speaks against the subject: the questions that may fire, the points that may be lost, of a bonus those not sure."""
    bonus = indicator.section.startswith("B")
    against: dict[str, Fraction | float] = {}
    for finding in found:
        code = "long_stale" if finding.code == "reading" else finding.code
        number = -(finding.examined or 0) * (finding.outcome is Outcome.PASSED) if bonus else 0
        against[code] = against.get(code, 0) + number if bonus else max(against.get(code, 0), fires(finding))
    subject = subject_of(snapshot)
    known = evolve(subject, portal=bool(subject.portal), department=bool(subject.department), services=subject.services is not False)
    clauses = [c for c in gr.NATIONAL_2019.clauses if c.indicator == indicator.id and c.part is not Part.VETO]
    table = index(found)
    for line in _Case.of(gr.NATIONAL_2019, [tally(clause, table, {indicator.id}) for clause in clauses], known).lines:
        against["points"] = -line.low if bonus else float("inf") if line.high is None else line.high
    return against


def less(indicator: Indicator, snapshot: Snapshot) -> Iterator[tuple[Snapshot, Snapshot]]:
    """Pairs of a snapshot and one that knows less: a part gone, a part no longer complete, and that without one of its records.

    Judgements are no such part: a person's word comes before what a machine sees, for better and worse.
    """
    for part in (field.name for field in fields(type(snapshot)) if field.name in indicator.needs and field.name != "judgements"):
        had = getattr(snapshot, part)
        if had is None or not isinstance(had, Seen):
            continue
        yield snapshot, evolve(snapshot, **{part: None})
        for total in {None, had.total}:
            some = evolve(snapshot, **{part: evolve(had, complete=False, total=total)})
            yield snapshot, some
            drawn = sum(getattr(item, "drawn", False) for item in had.items)
            for n, item in enumerate(had.items):
                if drawn <= SAMPLED or not getattr(item, "drawn", False):
                    yield some, evolve(some, **{part: Seen(had.items[:n] + had.items[n + 1 :], False, total)})


def examples(indicator: Indicator) -> Iterator[tuple[str, Snapshot, object, object]]:
    for case in cases(indicator.id):
        yield case.name, case.snapshot, case.as_of, case.params
    whole = faultless_site() if indicator.subject is SubjectKind.SITE else faultless_feed()
    if "tries" not in indicator.needs:
        yield "faultless", whole, AS_OF, indicator.params


@pytest.mark.parametrize("indicator", CATALOG, ids=lambda indicator: indicator.id)
def test_what_is_taken_away_improves_nothing(indicator: Indicator) -> None:
    """No question that may fire is cleared, no point that may be lost is safe, and no more of a bonus is sure."""
    for name, snapshot, as_of, params in examples(indicator):
        for more, fewer in less(indicator, snapshot):
            now, then = (stakes(indicator, indicator.function(one, as_of=as_of, params=params), one) for one in (more, fewer))

            assert not {code: name for code in now if then.get(code, now[code]) < now[code]}


@pytest.mark.parametrize("kind", TrialKind)
@pytest.mark.parametrize("subject", ["", "again", "another"])
def test_losing_the_last_trial_raises_no_score(kind: TrialKind, subject: str) -> None:
    """Of trials known in part, the last of a kind, which failed, goes: neither the score's lower end nor any sure bonus rises."""
    site = faultless_site()
    again = next((one.subject for one in site.trials.items if one.kind is kind), "")
    late = trial(kind, False, id="late", subject=again if subject == "again" else subject, at=AS_OF)
    more = evolve(site, trials=Seen((*site.trials.items, late)))
    before, after = (gr.inspect(one, as_of=AS_OF).verdict for one in (more, evolve(more, trials=Seen(site.trials.items))))
    earned = [sum(line.low for line in verdict.lines if line.part is Part.BONUS) for verdict in (before, after)]

    assert after.standing is not gr.Standing.QUALIFIED
    assert earned[1] <= earned[0] or before.score is None
    assert before.score is None or after.score.low <= before.score.low


def test_a_complete_record_earns_what_a_part_does_not() -> None:
    """The faultless site has 130 points with a record of trials that is complete, fewer with the same one that is not."""
    site = faultless_site()
    part = gr.inspect(evolve(site, trials=evolve(site.trials, complete=False)), as_of=AS_OF).verdict

    assert gr.inspect(site, as_of=AS_OF).verdict.score.low == 130
    assert (gr.Standing.UNDECIDED, 63, 130) == (part.standing, part.score.low, part.score.high)
