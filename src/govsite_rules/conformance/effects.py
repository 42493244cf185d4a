"""Cases of clauses: what findings must cost under a checklist, as data, and the runner.

A case is a line of ``data/effects/<checklist>.jsonl``: ``schema`` (``govsite-rules/effect/1``), ``name``, ``clause``,
``description``, ``subject``, ``findings`` (indicator, code, outcome, and for how many targets: ``examined``) and ``expected``.
Whatever ``findings`` does not mention was looked at and is no fault; for a bonus, it is not there.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import msgspec
from attrs import frozen

from .. import _data
from ..checklists import CHECKLISTS
from ..checklists.model import Checklist, Part
from ..errors import InputError
from ..interchange import from_builtins
from ..scoring.records import ClauseState, Standing
from ..scoring.verdict import judge
from ..values.finding import Finding, Outcome, Target, TargetKind
from ..values.subject import Subject
from .indicator_cases import Description

SCHEMA = "govsite-rules/effect/1"
FOLDER = "effects"

Range = tuple[Fraction, Fraction]


@frozen
class Given:
    """Findings of one code that a case starts from. ``examined`` None: an unknown number of targets."""

    indicator: str
    code: str
    outcome: Outcome
    examined: int | None = 1


@frozen
class ExpectedEffect:
    """What must follow: the standing, the state of the clause, points of its indicator (capped) and the score, each at least
    and at most. ``line`` and ``score`` are None where nothing is scored."""

    standing: Standing
    state: ClauseState
    line: Range | None = None
    score: Range | None = None


@frozen
class EffectCase:
    """One case of a clause."""

    name: str
    checklist: Checklist
    clause: str
    description: Description
    subject: Subject
    findings: tuple[Given, ...]
    expected: ExpectedEffect


@frozen
class _Line:
    """A case as it stands in the file."""

    schema: str
    name: str
    clause: str
    description: Description
    subject: Subject
    findings: tuple[Given, ...]
    expected: ExpectedEffect


def effect_cases(checklist: str | None = None) -> tuple[EffectCase, ...]:
    """The shipped cases, of one checklist or of all, in the order of their files."""
    found: list[EffectCase] = []
    for known in CHECKLISTS:
        name = f"{FOLDER}/{known.id}.jsonl"
        if checklist in (None, known.id) and name.rpartition("/")[2] in _data.listing(FOLDER):
            found += read_effect_cases(_data.read_text(name), known, file=name)
    return tuple(found)


def read_effect_cases(text: str, checklist: Checklist, *, file: str = "") -> tuple[EffectCase, ...]:
    """Cases from JSON Lines. Raises InputError with the row of what does not fit."""
    return tuple(_read(line, checklist, file, row) for row, line in enumerate(text.splitlines(), 1) if line.strip())


def _read(text: str, checklist: Checklist, file: str, row: int) -> EffectCase:
    try:
        data = msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError) as error:
        raise InputError(f"no JSON: {error}", file=file, row=row, expected="a JSON object") from None
    line = from_builtins(data, _Line, file=file, row=row)
    if line.schema != SCHEMA:
        raise InputError("another kind of document", file=file, row=row, field="schema", value=line.schema, expected=SCHEMA)
    known = {(clause.indicator, code) for clause in checklist.clauses for code in clause.codes}
    for given in line.findings:
        if (given.indicator, given.code) not in known:
            asked = f"{given.indicator}/{given.code}"
            raise InputError("feeds no clause", file=file, row=row, field="findings", value=asked, expected=f"a code of {checklist.id}")
    checklist.clause(line.clause)
    return EffectCase(line.name, checklist, line.clause, line.description, line.subject, line.findings, line.expected)


def run_effect(case: EffectCase) -> tuple[str, ...]:
    """How the verdict differs from what the case expects; empty where it agrees."""
    verdict = judge(_findings(case), case.checklist, case.subject, ran={clause.indicator for clause in case.checklist.clauses})
    clause = case.checklist.clause(case.clause)
    state = next((result.state for result in verdict.clauses if result.clause == case.clause), None)
    lines = (line for line in verdict.lines if (line.indicator, line.part) == (clause.indicator, clause.part))
    line = next(((line.low, line.high) for line in lines), None)
    score = (verdict.score.low, verdict.score.high) if verdict.score else None
    want = case.expected
    pairs: list[tuple[str, Any, Any]] = [
        ("standing", want.standing, verdict.standing),
        ("state", want.state, state),
        ("line", want.line, line),
        ("score", want.score, score),
    ]
    return tuple(f"{name}: expected {_said(have)}, got {_said(got)}" for name, have, got in pairs if have != got)


def _said(value: Any) -> str:
    return " to ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _findings(case: EffectCase) -> list[Finding]:
    """The findings given, and for every other code of the list one that stands for no target."""
    kind = case.subject.kind
    whole = Target(TargetKind(kind), str(kind), case.subject.name)
    found: dict[tuple[str, str], list[Finding]] = {}
    for number, given in enumerate(case.findings):
        target = whole if given.examined is None else Target(TargetKind.PAGE, f"t{number}")
        one = Finding(given.indicator, given.code, given.outcome, target, given.examined)
        found.setdefault((given.indicator, given.code), []).append(one)
    for clause in case.checklist.clauses:
        for code in clause.codes:
            quiet = Outcome.FAILED if clause.part is Part.BONUS else Outcome.PASSED
            found.setdefault((clause.indicator, code), [Finding(clause.indicator, code, quiet, whole, 0)])
    return [finding for findings in found.values() for finding in findings]
