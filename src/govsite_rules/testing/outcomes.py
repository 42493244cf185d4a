"""``assert_outcomes``: the whole set of findings, with a difference that can be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from ..conformance import Expected, differences
from ..values.finding import Finding, Outcome

Key = str | tuple[str, str]


def assert_outcomes(findings: Iterable[Finding], expected: Mapping[Key, Outcome | str] | Iterable[Expected]) -> None:
    """Raise AssertionError unless the findings of one indicator are exactly those expected: none more, none less.

    ``expected`` maps a code (where it has one finding) or (code, target key) to an outcome: ``{"blank": "passed",
    ("long_stale", "规划计划"): "failed"}``; or it holds ``Expected`` records, which also compare numbers, reasons and
    measures. Raises ValueError for findings of several indicators, whose codes would be confused.
    """
    __tracebackhide__ = True
    found = tuple(findings)
    indicators = {finding.indicator for finding in found}
    if len(indicators) > 1:
        raise ValueError(f"findings of several indicators: {', '.join(sorted(indicators))}")
    if not isinstance(expected, Mapping):
        if different := differences(found, tuple(expected)):
            raise AssertionError("\n  ".join(("findings are not those expected:", *different)))
        return
    single = {code for code, number in Counter(finding.code for finding in found).items() if number == 1}
    targets = {finding.code: finding.target.key for finding in found}
    wanted = {
        (key, targets.get(key, "…") if key in single else "…") if isinstance(key, str) else key: str(Outcome(outcome))
        for key, outcome in expected.items()
    }
    given = {(finding.code, finding.target.key): str(finding.outcome) for finding in found}
    if wanted == given:
        return
    why = {(finding.code, finding.target.key): finding.value("reason") for finding in found}
    shown = [f"findings are not those expected (- expected, + found; {len(given.items() & wanted.items())} agree):"]
    for code, target in sorted(given.keys() | wanted.keys()):
        want, have, reason = wanted.get((code, target)), given.get((code, target)), why.get((code, target))
        if want != have:
            shown += [f"  - {code} {target}: {want}"] if want else []
            shown += [f"  + {code} {target}: {have}" + (f" ({reason})" if reason else "")] if have else []
    raise AssertionError("\n".join(shown))
