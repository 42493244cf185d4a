"""Samples: what was drawn is named in the snapshot, never chosen by a rule (decision 21)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from ..values.dates import aware
from ..values.finding import Evidence, Finding, Outcome, Target, TargetKind
from ..values.seen import Seen
from ..values.site import Judgement, SiteSnapshot
from ._base import because, unseen, whole

T = TypeVar("T")


def sample(
    indicator: str, code: str, site: SiteSnapshot, items: Seen[T] | None, *, size: int, drawn: Callable[[T], bool]
) -> tuple[Sequence[T], list[Finding]]:
    """The drawn items of a collection, and the open finding on the draws that are missing to ``size``.

    Where nothing was drawn and the whole collection is known to hold no more than ``size``, all of it is the sample. All
    that was drawn counts; a record lost from a larger draw than the clause asks for cannot be noticed.
    """
    if items is None:
        return (), [unseen(indicator, code, site, reason="not_looked", examined=size)]
    chosen: Sequence[T] = [item for item in items.items if drawn(item)]
    known = len(items.items) if items.complete else items.total
    if not chosen and items.missing == 0 and len(items.items) <= size:
        chosen = items.items
    wanted = size if known is None else min(size, known)
    if len(chosen) >= wanted:
        return chosen, []
    reason = "sample_too_small" if chosen else "not_drawn"
    return chosen, [unseen(indicator, code, site, reason=reason, examined=wanted - len(chosen))]


def said(site: SiteSnapshot, indicator: str, code: str) -> list[Judgement]:
    """What people judged on ``<indicator>.<code>``, the latest last, at one time a fault after none."""
    question = f"{indicator}.{code}"
    given = [judgement for judgement in (site.judgements.items if site.judgements else ()) if judgement.question == question]
    return sorted(given, key=lambda j: (aware(j.at, "judgements.at").timestamp() if j.at else 0.0, bool(j.fault), j.target, j.url, j.fault))


def judged(indicator: str, code: str, site: SiteSnapshot, *, kind: TargetKind = TargetKind.COLUMN) -> list[Finding]:
    """What people judged on ``<indicator>.<code>``, one finding a target; UNTESTED where nobody did."""
    given = {judgement.target or judgement.url or "site": judgement for judgement in said(site, indicator, code)}
    if not given:
        return [unseen(indicator, code, site, reason="not_judged")]
    return [_judgement(indicator, code, Target(kind, key, key, judgement.url), judgement) for key, judgement in given.items()]


def judged_whole(indicator: str, code: str, site: SiteSnapshot) -> Finding | None:
    """What a person judged on ``<indicator>.<code>`` for the whole site; None where nobody did."""
    given = [judgement for judgement in said(site, indicator, code) if judgement.target in ("", "site")]
    return _judgement(indicator, code, whole(site), given[-1]) if given else None


def _judgement(indicator: str, code: str, target: Target, judgement: Judgement) -> Finding:
    outcome = Outcome.FAILED if judgement.fault else Outcome.PASSED
    values = because("judged") + ((("fault", judgement.fault),) if judgement.fault else ())
    evidence = (Evidence(judgement.url, judgement.fault[:120], observed_at=judgement.at),)
    return Finding(indicator, code, outcome, target, evidence=evidence, values=values)
