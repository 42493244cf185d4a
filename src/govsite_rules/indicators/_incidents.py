"""Incidents that somebody reports, and passages that a wording scanner is sure of (decision 18)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from ..values.dates import aware, day_of
from ..values.feed import FeedSnapshot
from ..values.finding import Evidence, Finding, Outcome, Target, TargetKind
from ..values.page import WordingHit
from ..values.site import Incident, IncidentKind, SiteSnapshot
from ._base import Code, Text, because, distinct, unseen, whole

SERIOUS = "serious"
"""The group of wording hits that V1.1 and N1.1 look at."""

SURE = "sure"


def reported(snapshot: SiteSnapshot | FeedSnapshot, kind: IncidentKind, *, as_of: datetime) -> list[Incident]:
    """The incidents of one kind known by the day of inspection. Raises InputError for two incidents with one id."""
    seen = snapshot.incidents
    if seen is None:
        return []
    every = distinct(seen.items, lambda incident: incident.id, "incidents.id")
    return [incident for incident in every if incident.kind is kind and day_of(aware(incident.at, "incidents.at")) <= day_of(as_of)]


def incident_findings(indicator: str, code: str, incidents: Iterable[Incident]) -> list[Finding]:
    """One finding for each incident: confirmed FAILED, suspected CANT_TELL, cleared PASSED."""
    answers = {
        True: (Outcome.FAILED, "incident_confirmed"),
        False: (Outcome.PASSED, "incident_cleared"),
        None: (Outcome.CANT_TELL, "incident_suspected"),
    }
    found = []
    for incident in incidents:
        outcome, reason = answers[incident.confirmed]
        target = Target(TargetKind.PAGE, f"incident:{incident.id}", incident.note or incident.id, incident.url)
        evidence = Evidence(incident.url, incident.note[:120], observed_at=incident.at, snapshot=incident.snapshot)
        found.append(Finding(indicator, code, outcome, target, evidence=(evidence,), values=because(reason)))
    return found


def reports(indicator: str, code: str, snapshot: SiteSnapshot | FeedSnapshot, kind: IncidentKind, *, as_of: datetime) -> list[Finding]:
    """What is reported of one kind; the whole subject is open unless the reports are complete, and PASSED where there is none."""
    found = incident_findings(indicator, code, reported(snapshot, kind, as_of=as_of))
    seen = snapshot.incidents
    if seen is None:
        found.append(unseen(indicator, code, snapshot, reason="not_looked"))
    elif seen.missing != 0:
        found.append(unseen(indicator, code, snapshot, reason="incomplete", examined=seen.missing))
    elif not found:
        found.append(Finding(indicator, code, Outcome.PASSED, whole(snapshot), 0, values=because("none_reported")))
    return found


def unreported(snapshot: SiteSnapshot | FeedSnapshot) -> str:
    """Why incidents may exist that nobody reported here; '' where the reports are complete."""
    if snapshot.incidents is None:
        return "reports_missing"
    return "" if snapshot.incidents.missing == 0 else "reports_incomplete"


def sure_and_weak(hits: Iterable[tuple[str, WordingHit]]) -> tuple[list[tuple[str, WordingHit]], int]:
    """The sure hits of the serious group, each with its address, and how many others of that group there are."""
    serious = [(url, hit) for url, hit in hits if hit.group == SERIOUS]
    sure = [(url, hit) for url, hit in serious if hit.certainty == SURE]
    return sure, len(serious) - len(sure)


def passage_findings(indicator: str, code: str, hits: Iterable[tuple[str, WordingHit]]) -> list[Finding]:
    """One open finding for each distinct passage; a person decides whether it is an error."""
    found: dict[str, Finding] = {}
    for url, hit in sorted(hits, key=lambda pair: (pair[0], pair[1].locator, pair[1].start, pair[1].term, pair[1].context)):
        key = "#".join(part for part in (url, hit.locator, f"{hit.start}:{hit.found}") if part)
        evidence = Evidence(url, hit.context[:120] or hit.found, hit.locator, pattern=hit.term)
        values = because("suspected_wording") + tuple(
            (name, value) for name, value in (("found", hit.found), ("suggestion", hit.suggestion), ("lexicon", hit.lexicon)) if value
        )
        target = Target(TargetKind.PASSAGE, key, hit.found, url)
        found.setdefault(key, Finding(indicator, code, Outcome.CANT_TELL, target, evidence=(evidence,), values=values))
    return list(found.values())


def incident_code(id: str, question: Text, fault: Text, *, target: TargetKind = TargetKind.PAGE) -> Code:
    """A code that incidents answer, with the usual words for every outcome."""
    zh, en = fault
    return Code(
        id,
        question,
        target,
        (
            (Outcome.FAILED, (f"{zh}：{{target}}（{{reason}}）", f"{en}: {{target}} ({{reason}})")),
            (Outcome.PASSED, (f"未发现{zh}（{{reason}}）", f"Not found: {en} ({{reason}})")),
            (
                Outcome.CANT_TELL,
                (f"疑似{zh}，需人工确认：{{target}}（{{reason}}）", f"Suspected, a person must decide: {en}: {{target}} ({{reason}})"),
            ),
            (Outcome.UNTESTED, (f"未检查是否存在{zh}：{{reason}}", f"Nobody looked for this: {en}: {{reason}}")),
        ),
    )
