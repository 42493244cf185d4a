"""What the indicators of 办事服务 share: bodies that are not checked, the items drawn, and what a person says of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ..values.finding import Evidence, Finding, Outcome, Target, TargetKind
from ..values.site import Guide, SiteSnapshot
from ._base import because, distinct, whole
from ._samples import sample


def not_checked(indicator: str, codes: Iterable[str], site: SiteSnapshot) -> tuple[Finding, ...]:
    """The findings for a State Council department without outward services, whose 办事服务 is not checked (S5); () for others."""
    if not (site.profile.department is True and site.profile.services is False):
        return ()
    reason = because("no_outward_services")
    return tuple(Finding(indicator, code, Outcome.INAPPLICABLE, whole(site), values=reason) for code in sorted(codes))


def guides_drawn(
    indicator: str, code: str, site: SiteSnapshot, *, size: int, drawn: Callable[[Guide], bool] = lambda guide: guide.drawn
) -> tuple[list[Guide], list[Finding]]:
    """The service items drawn, in the order of their ids, and what is open of the sample."""
    chosen, still_open = sample(indicator, code, site, site.guides, size=size, drawn=drawn)
    return sorted(distinct(chosen, lambda guide: guide.id, "guides.id"), key=lambda guide: guide.id), still_open


def no_guide(guide: Guide) -> bool:
    """Whether an item is known to have no guide."""
    return guide.has_guide is False and guide.reading is None


def on_guide(indicator: str, code: str, guide: Guide, outcome: Outcome, reason: str = "", *, fault: str = "") -> Finding:
    """A finding on one service item; an item without a guide is asked nothing about it."""
    if no_guide(guide) and code != "guide_missing":
        outcome, reason, fault = Outcome.INAPPLICABLE, "no_guide", ""
    target = Target(TargetKind.SERVICE, guide.id, guide.name or guide.id, guide.url)
    evidence = (Evidence(guide.url, fault[:120], observed_at=guide.seen_at),)
    values = because(reason) + ((("fault", fault),) if fault else ())
    return Finding(indicator, code, outcome, target, evidence=evidence, values=values)


def told(indicator: str, code: str, guide: Guide, fault: str | None) -> Finding:
    """What a person says of one item: None nobody judged it, '' nothing is wrong, else the fault."""
    if fault is None:
        return on_guide(indicator, code, guide, Outcome.UNTESTED, "not_judged")
    if not fault:
        return on_guide(indicator, code, guide, Outcome.PASSED)
    return on_guide(indicator, code, guide, Outcome.FAILED, "judged", fault=fault)
