"""``inspect()``: a checklist over one snapshot."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from fractions import Fraction
from html import escape
from typing import ClassVar

from attrs import evolve, fields, frozen

from .checklists.model import Checklist
from .checklists.national_2019 import NATIONAL_2019
from .errors import ChecklistError, InputError
from .indicators import CATALOG
from .indicators._base import Indicator
from .scoring.records import ClauseState, Decision, Declaration, Found, Review, Standing, Verdict, Waiver
from .scoring.verdict import judge
from .values.dates import aware, day_of
from .values.feed import FeedSnapshot
from .values.finding import Finding, FindingKey, Outcome
from .values.seen import Seen
from .values.site import SiteSnapshot
from .values.subject import RunningStatus, Subject, SubjectKind


@frozen
class Coverage:
    """What was looked at, by clause id, and how many pages or posts were read.

    ``checked``: settled. ``partly``: something is settled and something open. ``unchecked``: nothing is settled.
    ``declared``: closed by a declaration. ``not_executable``: no indicator can look at it; a declaration can.
    ``counts`` are (name, number): pages by kind, columns, posts.
    """

    checked: tuple[str, ...] = ()
    partly: tuple[str, ...] = ()
    unchecked: tuple[str, ...] = ()
    declared: tuple[str, ...] = ()
    not_executable: tuple[str, ...] = ()
    not_applicable: tuple[str, ...] = ()
    counts: tuple[tuple[str, int], ...] = ()
    notes: tuple[str, ...] = ()


@frozen
class Inspection:
    """The result of inspecting one subject.

    ``findings`` are settled by the reviews given, in their fixed order. ``unmatched`` says which reviews, declarations and
    waivers met nothing, and why. ``in_scope`` False: the subject is not running, nothing was judged.
    """

    SCHEMA: ClassVar[str] = "govsite-rules/inspection/1"

    subject: Subject
    as_of: datetime
    checklist: str
    verdict: Verdict
    findings: tuple[Finding, ...] = ()
    coverage: Coverage = Coverage()
    in_scope: bool = True
    status: RunningStatus = RunningStatus.RUNNING
    waivers: tuple[Waiver, ...] = ()
    unmatched: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    def _repr_html_(self) -> str:
        """A few lines for a notebook cell; ``report.show`` draws the whole result."""
        verdict, outcomes = self.verdict, Counter(str(finding.outcome) for finding in self.findings)
        score = verdict.score
        facts = [
            ("监测时间点 as of", f"{self.as_of:%Y-%m-%d %H:%M}"),
            ("检查指标 checklist", self.checklist + (f" ({verdict.partial})" if verdict.partial else "")),
            ("结论 verdict", _STANDINGS[verdict.standing] if self.in_scope else f"不在检查范围 not in scope ({self.status})"),
            ("否决 fired", ", ".join(verdict.fired)),
            ("未查清 still possible", ", ".join(verdict.possible)),
            ("得分 score", "" if score is None else " – ".join(dict.fromkeys((_short(score.low), _short(score.high))))),
            ("发现 findings", ", ".join(f"{outcome} {outcomes[outcome]}" for outcome in map(str, Outcome) if outcomes[outcome])),
        ]
        rows = "".join(f"<tr><th style='text-align:left'>{name}</th><td>{escape(text)}</td></tr>" for name, text in facts if text)
        return f"<table><caption>{escape(self.subject.name or self.subject.key)}</caption>{rows}</table>"


_STANDINGS = {
    Standing.QUALIFIED: "合格 qualified",
    Standing.UNQUALIFIED: "不合格 unqualified",
    Standing.UNDECIDED: "待人工复核 undecided",
    None: "",
}


def _short(score: Fraction) -> str:
    return f"{float(score):.2f}".rstrip("0").rstrip(".")


def subject_of(snapshot: SiteSnapshot | FeedSnapshot) -> Subject:
    """What scoring and statistics may know of a snapshot's site or account."""
    if isinstance(snapshot, SiteSnapshot):
        site = snapshot.profile
        return Subject(
            SubjectKind.SITE,
            site.key,
            site.name,
            site.region,
            site.level or "",
            site.portal,
            site.department,
            site.services,
            owner=site.sponsor,
        )
    account = snapshot.account
    return Subject(
        SubjectKind.ACCOUNT,
        account.key or account.name,
        account.name,
        account.region,
        account.level,
        platform=account.platform_text or account.platform,
        owner=account.owner,
    )


def inspect(
    snapshot: SiteSnapshot | FeedSnapshot,
    *,
    as_of: datetime,
    checklist: Checklist = NATIONAL_2019,
    reviews: Iterable[Review] = (),
    declarations: Iterable[Declaration] = (),
    waivers: Iterable[Waiver] = (),
    indicators: Sequence[Indicator] = CATALOG,
) -> Inspection:
    """Run the indicators over a snapshot and apply the checklist.

    ``as_of`` is the aware moment of inspection (监测时间点). A review or waiver may name its target by the address instead of
    the key, where that means one finding. Indicators given twice raise ChecklistError; clauses whose
    indicator was not given stay open. A subject that is not running is out of scope: nothing is judged.
    """
    aware(as_of, "as_of")
    if not isinstance(snapshot, SiteSnapshot | FeedSnapshot):
        raise InputError("nothing to inspect", field="snapshot", value=type(snapshot).__name__, expected="a SiteSnapshot or FeedSnapshot")
    _collections(snapshot)
    if not isinstance(checklist, Checklist):
        expected = 'a Checklist, such as gr.checklist("national-2019")'
        raise InputError("nothing to inspect by", field="checklist", value=checklist, expected=expected)
    subject = subject_of(snapshot)
    status = snapshot.profile.status if isinstance(snapshot, SiteSnapshot) else snapshot.account.status
    notes = _notes(as_of, checklist)
    if not _in_scope(subject, status):
        return Inspection(subject, as_of, checklist.id, Verdict(None, Found.NONE), in_scope=False, status=status, notes=notes)
    chosen = [indicator for indicator in indicators if indicator.subject is subject.kind]
    order = [indicator.id for indicator in chosen]
    if len(set(order)) < len(order):
        raise ChecklistError(f"indicators given twice: {', '.join(sorted({id for id in order if order.count(id) > 1}))}")
    found: list[Finding] = []
    for indicator in chosen:
        params = checklist.params_of(indicator.id)
        found += indicator.function(snapshot, as_of=as_of, params=indicator.params if params is None else params)
    keys = {finding.key for finding in found}
    if len(keys) < len(found):
        raise ChecklistError("an indicator gave two findings for one (code, target)")
    named = _by_address(found)
    findings, unmatched = _reviewed(found, [evolve(review, finding=named.get(review.finding, review.finding)) for review in reviews])
    said = tuple(declarations)
    known = {clause.id for clause in checklist.clauses}
    unmatched += [f"declaration by {d.by}: {checklist.id} has no clause {c}" for d in said for c in d.clauses if c not in known]
    waiving = [evolve(waiver, finding=named.get(waiver.finding, waiver.finding)) for waiver in waivers]
    unmatched += [f"waiver: no finding {w.finding}" for w in waiving if w.finding not in keys]
    unmatched += [f"waiver: over since {w.until}: {w.finding}" for w in waiving if w.until < day_of(as_of)]
    verdict = judge(findings, checklist, subject, ran=set(order), declarations=said)
    asked = {result.clause for result in verdict.clauses if result.state is not ClauseState.NOT_APPLICABLE}
    found_there = [(d.by, clause) for d in said if not d.found_none for clause in d.clauses if clause in known]
    unmatched += [f"declaration by {by}: {clause} does not apply to this subject" for by, clause in found_there if clause not in asked]
    return Inspection(
        subject,
        as_of,
        checklist.id,
        verdict,
        tuple(findings),
        _coverage(checklist, verdict, set(order), snapshot),
        status=status,
        waivers=tuple(w for w in waiving if w.finding in keys and w.until >= day_of(as_of)),
        unmatched=tuple(unmatched),
        notes=notes + snapshot.notes,
    )


def _collections(snapshot: SiteSnapshot | FeedSnapshot) -> None:
    """Raise InputError where a collection does not say whether it is whole."""
    for field in fields(type(snapshot)):
        value = getattr(snapshot, field.name)
        if str(field.type).startswith("Seen[") and not (value is None or isinstance(value, Seen)):
            expected = "Seen(items, complete=...), or None where nobody looked"
            raise InputError("no collection", field=field.name, value=type(value).__name__, expected=expected)


def _in_scope(subject: Subject, status: RunningStatus) -> bool:
    if subject.kind is SubjectKind.ACCOUNT:
        return status in (RunningStatus.RUNNING, RunningStatus.CLOSING)
    return status is RunningStatus.RUNNING


def _notes(as_of: datetime, checklist: Checklist) -> tuple[str, ...]:
    if checklist.in_force and day_of(as_of) < checklist.in_force:
        return ("before_in_force",)
    return ()


def _by_address(findings: Sequence[Finding]) -> dict[FindingKey, FindingKey]:
    """The keys of single findings by (indicator, code, address of the target), where no other finding has the same."""
    named: dict[FindingKey, list[FindingKey]] = {}
    for finding in findings:
        if finding.target.url and finding.examined == 1:
            named.setdefault((finding.indicator, finding.code, finding.target.url), []).append(finding.key)
    return {address: keys[0] for address, keys in named.items() if len(keys) == 1}


def _reviewed(findings: Sequence[Finding], reviews: Sequence[Review]) -> tuple[list[Finding], list[str]]:
    """The findings with reviews applied (the last one for a key wins), and what the reviews did not fit."""
    by_key: dict[FindingKey, Review] = {review.finding: review for review in reviews}
    unmatched: list[str] = []
    settled: list[Finding] = []
    for finding in findings:
        given = by_key.pop(finding.key, None)
        if given is None or finding.examined != 1:
            settled.append(finding)
            if given is not None:
                hint = "; a declaration of its clauses can answer it" if finding.outcome.is_open else ""
                many = finding.examined or "an unknown number of"
                unmatched.append(f"review by {given.by}: {finding.key} speaks for {many} targets{hint}")
            continue
        outcome = Outcome.FAILED if given.decision is Decision.CONFIRMED else Outcome.PASSED
        said = (("reviewed_by", given.by), ("was", str(finding.outcome)), *((("why", given.why),) if given.why else ()))
        settled.append(evolve(finding, outcome=outcome, values=finding.values + said))
    unmatched += [f"review by {review.by}: no finding {key}" for key, review in by_key.items()]
    return settled, unmatched


def _coverage(checklist: Checklist, verdict: Verdict, ran: set[str], snapshot: SiteSnapshot | FeedSnapshot) -> Coverage:
    groups: dict[str, list[str]] = {name: [] for name in ("checked", "partly", "unchecked", "declared", "not_executable", "not_applicable")}
    for result in verdict.clauses:
        clause = checklist.clause(result.clause)
        if result.state is ClauseState.NOT_APPLICABLE:
            group = "not_applicable"
        elif result.declared:
            group = "declared"
        elif not clause.codes or clause.indicator not in ran:
            group = "not_executable"
        elif result.open == 0:
            group = "checked"
        else:
            group = "partly" if result.failed or result.passed else "unchecked"
        groups[group].append(result.clause)
    if isinstance(snapshot, SiteSnapshot):
        counts: tuple[tuple[str, int], ...] = (
            ("pages", snapshot.pages.given),
            *snapshot.pages.by_kind,
            ("columns", len(snapshot.columns.items) if snapshot.columns else 0),
        )
    else:
        counts = (("posts", len(snapshot.posts.items) if snapshot.posts else 0), ("rejected", len(snapshot.rejected)))
    return Coverage(**{name: tuple(ids) for name, ids in groups.items()}, counts=counts)
