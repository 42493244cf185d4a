"""What holds for every indicator on every snapshot of its own conformance cases: order, evidence, quotes, the time of inspection."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest
from attrs import evolve, fields, has

from govsite_rules.conformance import Case, cases
from govsite_rules.indicators import CATALOG, COMPANIONS
from govsite_rules.indicators._base import Indicator
from govsite_rules.values import FeedSnapshot, Finding, Outcome, Seen, SiteProfile, SiteSnapshot, SubjectKind

INDICATORS = CATALOG + COMPANIONS
EVERY = cases()
LONG = "长" * 200
CUT = 120

each_indicator = pytest.mark.parametrize("indicator", INDICATORS, ids=lambda indicator: indicator.id)


def of(indicator: Indicator) -> list[Case]:
    return [case for case in EVERY if case.indicator.id == indicator.id]


def findings(case: Case, snapshot: SiteSnapshot | FeedSnapshot | None = None) -> tuple[Finding, ...]:
    return tuple(case.indicator.function(snapshot or case.snapshot, as_of=case.as_of, params=case.params))


def changed(value: Any, change: Any) -> Any:
    """``value`` with every record and tuple below it remade and given to ``change``."""
    if has(type(value)):
        parts = {part.name: changed(getattr(value, part.name), change) for part in fields(type(value)) if part.init}
        value = evolve(value, **{name: part for name, part in parts.items() if part is not getattr(value, name)})
    elif isinstance(value, tuple):
        value = tuple(changed(item, change) for item in value)
    return change(value)


def reversed_parts(value: Any) -> Any:
    return evolve(value, items=value.items[::-1]) if isinstance(value, Seen) else value


@each_indicator
def test_the_order_in_which_things_were_seen_says_nothing(indicator: Indicator) -> None:
    """Every collection of a case turned round gives equal findings."""
    for case in of(indicator):
        assert findings(case) == findings(case, changed(case.snapshot, reversed_parts)), case.name


@each_indicator
def test_a_time_of_inspection_without_zone_is_refused(indicator: Indicator) -> None:
    """09:00 somewhere is no time of inspection, whatever was seen: of a case, and of nothing at all."""
    nothing = (
        SiteSnapshot(SiteProfile()) if indicator.subject is SubjectKind.SITE else evolve(of(indicator)[0].snapshot, posts=None, trials=None)
    )
    for snapshot in (nothing, of(indicator)[0].snapshot):
        with pytest.raises(ValueError, match="as_of"):
            indicator.function(snapshot, as_of=datetime(2019, 7, 15, 9))


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list | frozenset):
        for item in value:
            yield from strings(item)
    elif has(type(value)):
        for part in fields(type(value)):
            yield from strings(getattr(value, part.name))


@each_indicator
def test_evidence_is_what_was_seen(indicator: Indicator) -> None:
    """Addresses and quotes of evidence stand in the snapshot: nothing is made up."""
    for case in of(indicator):
        seen = {text for text in strings(case.snapshot) if text}
        joined = "\n".join(seen).lower()
        for evidence in (one for finding in findings(case) for one in finding.evidence):
            assert not evidence.url or evidence.url in seen, (case.name, evidence)
            assert all(word in joined for word in evidence.quote.lower().split()), (case.name, evidence)


@each_indicator
def test_a_fault_found_says_where(indicator: Indicator) -> None:
    """Whatever failed on something other than the whole subject has evidence."""
    for case in of(indicator):
        for finding in findings(case):
            single = finding.examined == 1 and not finding.target.key.startswith("*")
            if finding.outcome is Outcome.FAILED and single and finding.target.key not in ("site", "account"):
                assert finding.evidence, (case.name, finding)


def lengthened(value: Any) -> Any:
    """Texts that people wrote made very long; addresses, ids and names of kinds stay."""
    if not has(type(value)):
        return value
    texts = ("title", "quote", "note", "raw", "fault", "quality_fault", "context", "reply", "blank_quote", "text")
    known = {part.name for part in fields(type(value)) if part.init}
    return evolve(
        value, **{name: text + LONG for name in texts if name in known and isinstance(text := getattr(value, name), str) and text}
    )


@each_indicator
def test_quotes_are_short(indicator: Indicator) -> None:
    """However long a text is, evidence quotes at most 120 characters of it."""
    for case in of(indicator):
        quotes = [one.quote for finding in findings(case, changed(case.snapshot, lengthened)) for one in finding.evidence]

        assert max(map(len, quotes), default=0) <= CUT, case.name


def test_the_changes_change_something() -> None:
    """The helpers above are no empty ones: some case is turned round, some text is lengthened, some evidence is looked at."""
    assert any(case.snapshot != changed(case.snapshot, reversed_parts) for case in EVERY)
    assert any(
        len(one.quote) == CUT for case in EVERY[::7] for f in findings(case, changed(case.snapshot, lengthened)) for one in f.evidence
    )
    assert any(one.url and one.quote for case in EVERY[::7] for f in findings(case) for one in f.evidence)
