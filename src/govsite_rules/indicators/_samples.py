"""Samples: what was drawn is named in the snapshot, never chosen by a rule (decision 21)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from ..values.finding import Evidence, Finding, Outcome, Target, TargetKind
from ..values.seen import Seen
from ..values.site import SiteSnapshot
from ._base import because, unseen, whole

T = TypeVar("T")


def sample(
    indicator: str, code: str, site: SiteSnapshot, items: Seen[T] | None, *, size: int, drawn: Callable[[T], bool]
) -> tuple[Sequence[T], list[Finding]]:
    """The drawn items of a collection, and the open finding on the draws that are missing to ``size``.

    Where nothing was drawn and the whole collection is known to hold no more than ``size``, all of it is the sample.
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


def judged(indicator: str, code: str, site: SiteSnapshot, *, kind: TargetKind = TargetKind.COLUMN) -> list[Finding]:
    """What people judged on ``<indicator>.<code>``, one finding a target; UNTESTED where nobody did."""
    question = f"{indicator}.{code}"
    given = {j.target or j.url or "site": j for j in (site.judgements.items if site.judgements else ()) if j.question == question}
    if not given:
        return [unseen(indicator, code, site, reason="not_judged")]
    return [
        Finding(
            indicator,
            code,
            Outcome.FAILED if judgement.fault else Outcome.PASSED,
            Target(kind, key, key, judgement.url),
            evidence=(Evidence(judgement.url, judgement.fault, observed_at=judgement.at),),
            values=(("reason", "judged"), ("fault", judgement.fault)) if judgement.fault else because("judged"),
        )
        for key, judgement in given.items()
    ]


def judged_whole(indicator: str, code: str, site: SiteSnapshot) -> Finding | None:
    """What a person judged on ``<indicator>.<code>`` for the whole site; None where nobody did."""
    question = f"{indicator}.{code}"
    given = [j for j in (site.judgements.items if site.judgements else ()) if j.question == question and j.target in ("", "site")]
    if not given:
        return None
    judgement = given[-1]
    outcome = Outcome.FAILED if judgement.fault else Outcome.PASSED
    values = because("judged") + ((("fault", judgement.fault),) if judgement.fault else ())
    evidence = (Evidence(judgement.url, judgement.fault[:120], observed_at=judgement.at),)
    return Finding(indicator, code, outcome, whole(site), evidence=evidence, values=values)
