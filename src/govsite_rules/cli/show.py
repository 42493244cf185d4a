"""An inspection as lines, in the order an office thinks: found or not and why; what is open; problems; score; coverage."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from ..batch.records import HUMAN_TABLES, SITE_TABLES
from ..checklists.model import Checklist, Clause, Part, TriggerKind
from ..comparison import due_soon
from ..indicators import CATALOG, COMPANIONS
from ..indicators._base import Indicator
from ..indicators.messages import message
from ..inspection import Inspection
from ..scoring.records import ClauseResult, ClauseState, Standing
from ..values.dates import SHANGHAI
from ..values.finding import Finding, FindingKey, Outcome, TargetKind
from .faults import in_chinese
from .words import Say, clean, number

SAMPLE = 10
"""How many findings of one kind are printed singly."""

_DUE_DAYS = 7
_TABLES = frozenset(table.name for table in (*SITE_TABLES, *HUMAN_TABLES))
_INCIDENTS = "incidents"
_WAYS = {
    **dict.fromkeys(("not_looked", "no_trial", "too_few_tries", "trial_impossible"), "way_table"),
    **dict.fromkeys(("incomplete", "only_published_seen", "second_level_incomplete"), "way_complete"),
    **dict.fromkeys(
        (
            "not_seen",
            "unreadable",
            "script_drawn",
            "undated_unseen",
            "first_page_not_seen",
            "observed_too_early",
            "seen_time_unknown",
            "guide_not_seen",
            "page_challenge",
            "page_error",
            "page_empty",
        ),
        "way_crawl",
    ),
}
"""What settles an open finding, by its reason; a review settles the rest."""

_WHOLE = (TargetKind.SITE, TargetKind.ACCOUNT)
OPEN = (Outcome.CANT_TELL, Outcome.UNTESTED)


class Line(NamedTuple):
    """One printed line: nesting, text and a style (``head``, ``bad``, ``good``, ``open``, ``dim`` or '')."""

    depth: int
    text: str
    style: str = ""


def lines(
    result: Inspection, checklist: Checklist, say: Say, *, notes: Iterable[tuple[str, str]] = (), everything: bool = False
) -> Iterator[Line]:
    """What the command prints about one inspection; of many findings of one kind the first ones, unless ``everything``."""
    yield from _title(result, checklist, say)
    if not result.in_scope:
        yield Line(0, say("out_of_scope"), "open")
        return
    report = _Report(result, checklist, say, everything)
    yield from report.verdict()
    yield from report.open()
    yield from report.problems()
    yield from report.due()
    yield from report.score()
    yield from report.coverage()
    yield from report.notes(notes)


def _title(result: Inspection, checklist: Checklist, say: Say) -> Iterator[Line]:
    subject = result.subject
    yield Line(0, clean(f"{subject.name or subject.key}  {subject.key if subject.name else ''}"), "head")
    moment = result.as_of.astimezone(SHANGHAI).strftime("%Y-%m-%d %H:%M")
    partial = f" [{say('partial')}: {checklist.partial}]" if checklist.partial else ""
    yield Line(
        0, f"{say('as_of')} {moment}  {say('checklist')} {checklist.id} {say.pick(checklist.title, checklist.title_en)}{partial}", "dim"
    )


_DRAWN = re.compile(
    r"drawn by seed (?P<seed>-?\d+): (?P<n>\d+) of (?P<of>\d+)"
    r" (?P<what>policy files|interpretations|service items|messages|article pages|column pages) given"
    r"(?:; (?P<before>\d+) drawn before)?(?:; (?P<total>\d+) of all kinds exist)?"
)
"""The record that ``draw`` leaves in a snapshot's notes."""


_COUNTED = re.compile(
    r"(?P<what>addresses with several contents(?: at one time)?|pages of other hosts|pages in another language): (?P<n>\d+); .{1,80}"
    r"|more than (?P<most>\d+) (?P<of>pages|distinct links): .{1,80}"
)
"""What a snapshot's notes count."""


class _Report:
    def __init__(self, result: Inspection, checklist: Checklist, say: Say, everything: bool) -> None:
        self.result, self.checklist, self.say, self.everything = result, checklist, say, everything
        self.clauses = {clause.id: clause for clause in checklist.clauses}
        self.indicators: Mapping[str, Indicator] = {indicator.id: indicator for indicator in (*CATALOG, *COMPANIONS)}
        self.results = {item.clause: item for item in result.verdict.clauses}
        self.waivers = {waiver.finding: waiver for waiver in result.waivers}
        self.scored = checklist.scheme.scored.covers(result.subject) is not False

    def verdict(self) -> Iterator[Line]:
        verdict, say = self.result.verdict, self.say
        bad = verdict.found == "fault_found"
        yield Line(0, "")
        yield Line(0, say(verdict.found), "bad" if bad else "good")
        if verdict.standing:
            style = {Standing.QUALIFIED: "good", Standing.UNQUALIFIED: "bad"}.get(verdict.standing, "open")
            yield Line(0, f"{say('standing')}: {say(verdict.standing)}", style)
        if bad:
            yield from self._head("fired")
            for id in verdict.fired:
                clause = self.clauses[id]
                yield Line(1, self._clause(clause), "bad")
                if clause.trigger.kind is TriggerKind.SHARE:
                    yield Line(2, self._share(self.results[id]))
                yield from self._findings(self._of(clause, Outcome.FAILED), 2)
            if not verdict.fired:
                yield Line(1, say("score_fails"), "bad")

    def open(self) -> Iterator[Line]:
        verdict, say = self.result.verdict, self.say
        possible = [self.results[id] for id in verdict.possible]
        points = [
            item
            for item in verdict.clauses
            if self.scored and item.part is not Part.VETO and item.open != 0 and item.state is not ClauseState.NOT_APPLICABLE
        ]
        if not possible and (not points or verdict.fired):
            return
        yield from self._head("open")
        if possible and not verdict.fired:
            yield Line(1, say("veto_possible"))
        for item in possible:
            clause = self.clauses[item.clause]
            found = self._of(clause, *OPEN)
            yield Line(1, f"{self._clause(clause)}（{self._how_many(item)}）", "open")
            if not verdict.fired:
                yield from self._findings(found, 2, sample=3)
                if not found:
                    yield Line(2, say("not_executable"))
            for way in self._ways(clause, found):
                yield Line(2, f"→ {way}", "dim")
        if verdict.fired:
            return
        if points:
            yield Line(1, say("points_open", n=len(points)))
        facts = [note.removeprefix("unknown_") for note in verdict.notes if note.startswith("unknown_")]
        if facts:
            yield Line(1, "→ " + say("way_profile", facts=", ".join(f"--{name}/--no-{name}" for name in facts)), "dim")
        if verdict.settle:
            yield from self._settle(verdict.settle.findings, verdict.settle.exact)

    def _settle(self, keys: Sequence[FindingKey], exact: bool) -> Iterator[Line]:
        yield Line(1, self.say("settle" if exact else "settle_greedy", n=len(keys)))
        known = {finding.key: finding for finding in self.result.findings}
        place = {clause.indicator: number for number, clause in reversed([*enumerate(self.checklist.clauses)])}
        for indicator, group in groupby(sorted(keys, key=lambda key: (place[key[0]], key)), key=lambda key: key[0]):
            members = list(group)
            names = [self._place(known.get(key), key) for key in members]
            shown = "、".join(dict.fromkeys(sorted(names)[:SAMPLE])) + (" …" if len(names) > SAMPLE else "")
            yield Line(2, f"{self._indicator(indicator)}（{len(members)}）: {shown}")

    def _place(self, finding: Finding | None, key: FindingKey) -> str:
        """What to look at: the column, item or message; for a question about the whole site its clauses."""
        if finding is not None and finding.target.kind not in _WHOLE:
            return clean(finding.target.name or finding.target.key)
        ids = [clause.id for clause in self.checklist.clauses if clause.indicator == key[0] and key[1] in clause.codes]
        return "/".join(ids) or key[1]

    def problems(self) -> Iterator[Line]:
        yield from self._head("problems")
        told = {(clause.indicator, code) for id in self.result.verdict.fired for clause in [self.clauses[id]] for code in clause.codes}
        failed = [finding for finding in self.result.findings if finding.outcome is Outcome.FAILED and self._counts(finding)]
        left = [finding for finding in failed if finding.key[:2] not in told]
        if len(left) < len(failed):
            yield Line(1, self.say("told_above"))
        points_told = self.scored
        for indicator, group in groupby(left, key=lambda finding: finding.indicator):
            members = list(group)
            if not points_told and not any(clause.part is Part.VETO for finding in members for clause in self._feeds(finding)):
                points_told = True
                yield Line(1, self.say("not_scored"), "dim")
            total = sum(finding.examined or 0 for finding in members)
            yield Line(1, f"{self._indicator(indicator)}（{self.say('count', n=total)}{self._below(members)}）", "bad")
            for _, same in groupby(members, key=lambda finding: finding.code):
                yield from self._findings(list(same), 2)
        if not failed:
            yield Line(1, self.say("no_problems"))

    def _below(self, findings: Iterable[Finding]) -> str:
        """That faults stay below every limit that would make the site unqualified, where that is settled."""
        fed = [one for finding in findings for one in self._feeds(finding)]
        settled = fed and all(one.part is Part.VETO and self.results[one.id].state is ClauseState.CLEAR for one in fed)
        return self.say("below") if settled else ""

    def _feeds(self, finding: Finding) -> list[Clause]:
        """The clauses that a finding feeds."""
        return [one for one in self.checklist.clauses if one.indicator == finding.indicator and finding.code in one.codes]

    def _counts(self, finding: Finding) -> bool:
        """Whether a fault is a problem: a bonus not earned is none, nor is what only clauses ask that do not apply here."""
        fed = self._feeds(finding)
        states = [self.results[one.id].state for one in fed if one.part is not Part.BONUS]
        return not fed or any(state is not ClauseState.NOT_APPLICABLE for state in states)

    def _share(self, item: ClauseResult) -> str:
        total = item.failed + item.passed
        return self.say("share", failed=item.failed, total=total, share=f"{100 * item.failed / total:.2f}")

    def due(self) -> Iterator[Line]:
        soon = due_soon(self.result, days=_DUE_DAYS)
        if soon:
            yield from self._head("due")
            told = {self._text(finding): finding for finding in reversed(soon)}
            yield from self._findings([finding for finding in soon if told[self._text(finding)] is finding], 1)

    def score(self) -> Iterator[Line]:
        verdict, say = self.result.verdict, self.say
        if verdict.score is None:
            return
        score = verdict.score
        yield from self._head("score")
        word = "score_one" if score.low == score.high else "score_range"
        yield Line(1, say(word, low=number(score.low), high=number(score.high), of=number(score.of)))
        if score.bonus_high:
            yield Line(1, say("bonus_range", low=number(score.bonus_low), high=number(score.bonus_high)))
        for section in verdict.sections:
            title = say.pick(section.title, section.title_en)
            gain = "earned" if section.section.startswith("B") else "lost"
            full = f" {say('points_cap', n=number(section.full))}" if section.full is not None else ""
            yield Line(
                1,
                f"{section.section} {title}{full}: {say(gain, low=number(section.low), high=number(section.high))}",
            )
            for line in verdict.lines:
                if line.section == section.section and line.low:
                    word = "earned" if line.part is Part.BONUS else "lost"
                    yield Line(
                        2,
                        f"{say.pick(line.title, line.title_en)}: {say(word, low=number(line.low), high=number(line.high))}",
                        "bad" if word == "lost" else "good",
                    )

    def coverage(self) -> Iterator[Line]:
        coverage, say = self.result.coverage, self.say
        yield from self._head("coverage")
        groups = (
            ("checked", coverage.checked),
            ("partly", coverage.partly),
            ("unchecked", coverage.unchecked),
            ("declared", coverage.declared),
            ("by_hand", coverage.not_executable),
            ("not_applicable", coverage.not_applicable),
        )
        for word, ids in groups:
            if ids:
                yield Line(1, f"{say(word)} {say('clauses', n=len(ids))}: {' '.join(ids)}")
        counts = "  ".join(f"{say.known(name)} {value}" for name, value in coverage.counts if value)
        if counts:
            yield Line(1, f"{say('counts')}: {counts}")

    def notes(self, more: Iterable[tuple[str, str]]) -> Iterator[Line]:
        texts = [self._note(note, "") for note in (*self.result.notes, *self.result.coverage.notes)]
        texts += [self._note(kind, detail) for kind, detail in more]
        texts += [clean(self.say.pick(in_chinese(text), text)) for text in self.result.unmatched]
        if texts:
            yield from self._head("notes")
            for text in texts:
                yield Line(1, f"· {text}")

    def _note(self, kind: str, detail: str) -> str:
        if counted := _COUNTED.fullmatch(kind):
            what = counted["what"] or f"most {counted['of']}"
            return self.say(f"note_{what.replace(' ', '_')}", n=counted["n"] or counted["most"])
        if drawn := _DRAWN.fullmatch(kind):
            parts = {name: self.say(f"drawn_{name}", n=n) for name, n in drawn.groupdict("").items() if n and name in ("before", "total")}
            what = self.say(f"drawn_{drawn['what'].replace(' ', '_')}")
            told = self.say("drawn", seed=drawn["seed"], n=drawn["n"], of=drawn["of"], what=what)
            return told + parts.get("before", "") + parts.get("total", "")
        known = f"note_{kind}"
        try:
            return self.say(known, detail=clean(detail))
        except KeyError:
            return clean(f"{kind} {detail}")

    def _head(self, word: str) -> Iterator[Line]:
        yield Line(0, "")
        yield Line(0, self.say(word), "head")

    def _clause(self, clause: Clause) -> str:
        return f"{clause.id} {self._title_of(clause.indicator)}: {self.say.pick(clause.summary, clause.summary_en)}"

    def _summary(self, id: str) -> str:
        clause = self.clauses.get(id)
        return self.say.pick(clause.summary, clause.summary_en) if clause else ""

    def _title_of(self, indicator: str) -> str:
        for heading in self.checklist.headings:
            if heading.indicator == indicator:
                return self.say.pick(heading.title, heading.title_en)
        known = self.indicators.get(indicator)
        return self.say.pick(*known.title) if known else indicator

    def _indicator(self, indicator: str) -> str:
        ids = [clause.id for clause in self.checklist.clauses if clause.indicator == indicator]
        stem = ids[0].rpartition(".")[0] if ids else ""
        return f"{stem} {self._title_of(indicator)}".strip()

    def _how_many(self, item: ClauseResult) -> str:
        return self.say("open_unknown") if item.open is None else self.say("open_count", n=item.open)

    def _of(self, clause: Clause, *outcomes: Outcome) -> list[Finding]:
        return [f for f in self.result.findings if f.indicator == clause.indicator and f.code in clause.codes and f.outcome in outcomes]

    def _ways(self, clause: Clause, found: Sequence[Finding]) -> Iterator[str]:
        """What would settle a clause, by the reasons of its open findings."""
        indicator = self.indicators.get(clause.indicator)
        needs = indicator.needs if indicator else ()
        tables = "/".join(name for name in needs if name in _TABLES)
        people = not found or (_INCIDENTS in needs and any(finding.target.kind in _WHOLE for finding in found))
        ways = {_WAYS.get(finding.value("reason") or "", "way_review") for finding in found if not people or finding.examined == 1}
        if people:
            yield self.say("way_declare", clauses=clause.id)
        if "way_table" in ways and tables:
            yield self.say("way_table", tables=tables)
        if "way_complete" in ways:
            pages = "way_only_tables" if needs == ("trials",) else "way_complete_tables"
            yield self.say(pages if tables else "way_complete", tables=tables)
        if "way_crawl" in ways:
            yield self.say("way_crawl")
        elif "way_review" in ways:
            yield self.say("way_review")

    def _findings(self, findings: Sequence[Finding], depth: int, *, sample: int = SAMPLE) -> Iterator[Line]:
        shown = len(findings) if self.everything else sample
        for finding in findings[:shown]:
            yield Line(depth, f"· {self._text(finding)}")
        if len(findings) > shown:
            yield Line(depth, self.say("more", n=len(findings) - shown), "dim")

    def _text(self, finding: Finding) -> str:
        """A finding as its message with the newest date, address, quote and waiver, where it has them."""
        say = self.say
        parts = [message(finding, say.tag)]
        newest = finding.value("newest")
        if newest and newest not in parts[0]:
            parts.append(say("date", date=newest))
        quote = next((evidence.quote for evidence in finding.evidence if evidence.quote), "")
        if quote and quote not in parts[0]:
            parts.append(say("quote", quote=quote))
        url = next((evidence.url for evidence in finding.evidence if evidence.url), "")
        if finding.target.kind not in _WHOLE:
            url = finding.target.url or url
        if url and url not in parts[0]:
            parts.append(url)
        waiver = self.waivers.get(finding.key)
        if waiver:
            parts.append(say("waived", until=waiver.until, why=waiver.why))
        return clean("  ".join(parts))
