"""The record every indicator carries, and the few helpers that all of them share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from itertools import groupby
from typing import Any, TypeVar

from attrs import field, frozen

from ..errors import InputError
from ..values.feed import FeedSnapshot
from ..values.finding import Finding, Measure, Outcome, Target, TargetKind
from ..values.site import SiteSnapshot
from ..values.subject import SubjectKind

T = TypeVar("T")

MAX_TARGETS = 200

Text = tuple[str, str]
"""The same text in Chinese and in English."""

Values = tuple[tuple[str, str], ...]


@frozen
class Code:
    """One question an indicator answers, and what it says for each outcome it may emit.

    ``messages`` maps each possible outcome to a template in (Chinese, English). Templates may use ``{target}``,
    ``{count}``, ``{reason}`` and the finding's own values and measures.
    """

    id: str
    question: Text
    target: TargetKind
    messages: tuple[tuple[Outcome, Text], ...]

    @property
    def outcomes(self) -> frozenset[Outcome]:
        """The outcomes this code may have."""
        return frozenset(outcome for outcome, _ in self.messages)


@frozen
class Indicator:
    """What is known of an indicator besides its function.

    ``id`` is the function's name, ``title`` the official Chinese title, ``section`` its place in the list (V, N, D1 ...
    B5, C for companions), ``needs`` the parts of the snapshot it looks at, ``params`` the record of its readings.
    """

    id: str
    title: Text
    section: str
    subject: SubjectKind
    needs: tuple[str, ...]
    codes: tuple[Code, ...]
    function: Callable[..., tuple[Finding, ...]] = field(eq=False, repr=False)
    params: Any = None

    def code(self, id: str) -> Code:
        """The code called ``id``; KeyError where there is none."""
        for code in self.codes:
            if code.id == id:
                return code
        raise KeyError(f"{self.id} has no code {id!r}; it has {', '.join(code.id for code in self.codes)}")


def whole(snapshot: SiteSnapshot | FeedSnapshot) -> Target:
    """The site or account itself as a target."""
    if isinstance(snapshot, SiteSnapshot):
        profile = snapshot.profile
        return Target(TargetKind.SITE, "site", profile.name or profile.key, profile.homepage or profile.domain)
    account = snapshot.account
    return Target(TargetKind.ACCOUNT, "account", account.name or account.key)


def unseen(
    indicator: str,
    code: str,
    snapshot: SiteSnapshot | FeedSnapshot,
    *,
    reason: str,
    outcome: Outcome = Outcome.UNTESTED,
    examined: int | None = None,
) -> Finding:
    """The open finding on the whole subject for targets that nobody saw. ``examined`` None: an unknown number of them."""
    return Finding(indicator, code, outcome, whole(snapshot), examined, values=because(reason))


def because(reason: str, *notes: str) -> Values:
    """The values that say why: a reason and any number of notes, '' left out."""
    return ((("reason", reason),) if reason else ()) + tuple(("note", note) for note in notes)


def distinct(items: Sequence[T], key: Callable[[T], str], name: str) -> Sequence[T]:
    """``items`` themselves. Raises InputError where two of them share a key: each must be one target."""
    twice = [value for value, number in Counter(map(key, items)).items() if number > 1]
    if twice:
        raise InputError("one key stands for two records", field=name, value=sorted(twice)[0], expected="a key of its own for each")
    return items


def conclude(
    indicator: str,
    codes: Iterable[str],
    snapshot: SiteSnapshot | FeedSnapshot,
    findings: Iterable[Finding],
    *,
    empty: Outcome = Outcome.PASSED,
    passed: bool = False,
) -> tuple[Finding, ...]:
    """``findings`` folded, with one on the whole subject (``empty``, of no targets) for each code that has none."""
    found = list(findings)
    missing = set(codes) - {finding.code for finding in found}
    found += [Finding(indicator, code, empty, whole(snapshot), 0, values=because("no_targets")) for code in missing]
    return fold(found, passed=passed)


def fold(findings: Iterable[Finding], *, max_targets: int = MAX_TARGETS, passed: bool = False) -> tuple[Finding, ...]:
    """Findings of one indicator in their fixed order, with at most ``max_targets`` single ones a code and outcome.

    The rest of each (code, outcome) becomes one folded finding whose ``examined`` says for how many targets it stands;
    with ``passed``, all PASSED and INAPPLICABLE single ones are folded. The sum of ``examined`` stays exact.
    """
    kept: list[Finding] = []
    ordered = sorted(findings, key=lambda f: (f.indicator, f.code, f.outcome, f.target.key))
    for (indicator, code, outcome), group in groupby(ordered, key=lambda f: (f.indicator, f.code, f.outcome)):
        members = list(group)
        room = 0 if passed and outcome in (Outcome.PASSED, Outcome.INAPPLICABLE) else max_targets
        single = [finding for finding in members if finding.examined == 1 and finding.target.kind not in _WHOLE]
        rest = single[room:]
        folded = set(map(id, rest))
        kept += [finding for finding in members if id(finding) not in folded]
        if rest:
            reasons = {finding.value("reason") or "" for finding in rest}
            values = because(reasons.pop() if len(reasons) == 1 else "several_reasons")
            kept.append(Finding(indicator, code, outcome, Target(rest[0].target.kind, f"*{outcome}"), len(rest), values=values))
    return tuple(sorted(kept, key=lambda finding: finding.key))


_WHOLE = (TargetKind.SITE, TargetKind.ACCOUNT)


def days(name: str, value: int) -> Measure:
    """A measure in whole days."""
    return Measure(name, Fraction(value), "days")


def count(name: str, value: int) -> Measure:
    """A measure that counts something."""
    return Measure(name, Fraction(value), "count")
