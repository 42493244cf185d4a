"""Findings for other tools: SARIF 2.1.0 (code-scanning viewers) and EARL in JSON-LD (accessibility tools)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from .. import __version__
from ..checklists.model import Checklist, Part
from ..inspection import Inspection
from ..values.finding import Finding, Outcome
from .rows import clauses_of, list_of, told

_KIND = {
    Outcome.FAILED: "fail",
    Outcome.CANT_TELL: "review",
    Outcome.UNTESTED: "open",
    Outcome.PASSED: "pass",
    Outcome.INAPPLICABLE: "notApplicable",
}
_EARL = {
    Outcome.FAILED: "earl:failed",
    Outcome.CANT_TELL: "earl:cantTell",
    Outcome.UNTESTED: "earl:untested",
    Outcome.PASSED: "earl:passed",
    Outcome.INAPPLICABLE: "earl:inapplicable",
}
_HOME = "https://pypi.org/project/govsite-rules/"


def to_sarif(inspections: Iterable[Inspection], *, checklist: Checklist | None = None, include_passed: bool = False) -> str:
    """The findings as a SARIF 2.1.0 log, one run for each subject. Vetoes are errors, other faults warnings, what a person must
    decide is of kind ``review`` or ``open``; waived findings are suppressed, never left out."""
    runs = [_run(inspection, list_of(inspection, checklist), include_passed) for inspection in inspections]
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": runs}
    return _json(log)


def _run(inspection: Inspection, checklist: Checklist | None, include_passed: bool) -> dict[str, Any]:
    rules: dict[str, dict[str, Any]] = {}
    results = []
    waived = {waiver.finding: waiver for waiver in inspection.waivers}
    skipped = set() if include_passed else {Outcome.PASSED, Outcome.INAPPLICABLE}
    for finding in inspection.findings:
        clauses = clauses_of(finding, checklist)
        if finding.outcome in skipped or (clauses and all(one.part is Part.BONUS for one in clauses) and not include_passed):
            continue
        rule = f"{finding.indicator}/{finding.code}"
        if rule not in rules:
            text = "；".join(f"{one.id} {one.summary}" for one in clauses) or rule
            rules[rule] = {"id": rule, "shortDescription": {"text": text}, "properties": {"clauses": [one.id for one in clauses]}}
        failed = finding.outcome is Outcome.FAILED
        level = ("error" if any(one.part is Part.VETO for one in clauses) else "warning") if failed else "none"
        result: dict[str, Any] = {
            "ruleId": rule,
            "ruleIndex": list(rules).index(rule),
            "kind": _KIND[finding.outcome],
            "level": level,
            "message": {"text": told(finding)},
            "locations": [_location(inspection, finding)],
            "partialFingerprints": {"findingKey/v1": "/".join((inspection.subject.key, *finding.key))},
            "properties": {"examined": finding.examined},
        }
        waiver = waived.get(finding.key)
        if waiver is not None:
            result["suppressions"] = [{"kind": "external", "justification": f"{waiver.why} ({waiver.until.isoformat()})"}]
        results.append(result)
    return {
        "tool": {"driver": {"name": "govsite-rules", "version": __version__, "informationUri": _HOME, "rules": list(rules.values())}},
        "automationDetails": {"id": f"{quote(inspection.subject.key, safe='', errors='replace')}/{inspection.as_of.isoformat()}"},
        "properties": {
            "subject": inspection.subject.name or inspection.subject.key,
            "checklist": inspection.checklist,
            "standing": inspection.verdict.standing.value if inspection.verdict.standing else None,
        },
        "results": results,
    }


def _location(inspection: Inspection, finding: Finding) -> dict[str, Any]:
    evidence = finding.evidence[0] if finding.evidence else None
    physical: dict[str, Any] = {"artifactLocation": {"uri": identifier(finding.target.url, inspection.subject.key, finding.target.key)}}
    if evidence is not None and evidence.quote:
        physical["region"] = {"startLine": 1, "snippet": {"text": evidence.quote}}
    logical = {
        "name": finding.target.name or finding.target.key,
        "fullyQualifiedName": finding.target.key,
        "kind": finding.target.kind.value,
    }
    return {"physicalLocation": physical, "logicalLocations": [logical]}


def identifier(url: str, subject: str, target: str) -> str:
    """The address of a target where it is an http(s) one, percent-encoded; else a name of our own."""
    if url[:8].lower().startswith(("http://", "https://")):
        return quote(url, safe="%/:?#[]@!$&'()*+,;=~-._", errors="replace")
    return "urn:govsite-rules:" + quote(f"{subject}:{target}", safe="", errors="replace")


def _json(document: dict[str, Any]) -> str:
    """Readable JSON that can always be stored as UTF-8."""
    return json.dumps(document, ensure_ascii=False, indent=1).encode("utf-8", "replace").decode("utf-8")


def to_earl(inspections: Iterable[Inspection]) -> str:
    """All findings as EARL assertions in JSON-LD; INAPPLICABLE and UNTESTED too, so that nothing looks tested that was not."""
    graph: list[dict[str, Any]] = [
        {"@id": "_:tool", "@type": ["earl:Software", "earl:Assertor"], "doap:name": f"govsite-rules {__version__}"}
    ]
    number = 0
    for inspection in inspections:
        when = {"@value": inspection.as_of.isoformat(), "@type": "xsd:dateTime"}
        for finding in inspection.findings:
            number += 1
            reviewed = finding.value("reviewed_by")
            graph.append(
                {
                    "@id": f"_:a{number}",
                    "@type": "earl:Assertion",
                    "earl:assertedBy": {"@id": "_:tool"},
                    "earl:subject": {
                        "@id": identifier(finding.target.url, inspection.subject.key, finding.target.key),
                        "@type": "earl:TestSubject",
                        "dct:title": finding.target.name or finding.target.key,
                        "dct:isPartOf": inspection.subject.key,
                    },
                    "earl:test": {"@id": f"urn:govsite-rules:test:{finding.indicator}:{finding.code}", "@type": "earl:TestCriterion"},
                    "earl:mode": {"@id": "earl:semiAuto" if reviewed else "earl:automatic"},
                    "earl:result": {
                        "@type": "earl:TestResult",
                        "earl:outcome": {"@id": _EARL[finding.outcome]},
                        "dct:description": told(finding),
                        "dct:date": when,
                    },
                }
            )
    context = {
        "earl": "http://www.w3.org/ns/earl#",
        "dct": "http://purl.org/dc/terms/",
        "doap": "http://usefulinc.com/ns/doap#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    }
    return _json({"@context": context, "@graph": graph})
