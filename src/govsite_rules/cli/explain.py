"""Checklists, clauses and indicators as lines."""

from __future__ import annotations

import difflib
import inspect
from collections.abc import Iterator

from attrs import asdict

from ..checklists import CHECKLISTS
from ..checklists.model import Checklist, Clause
from ..errors import ChecklistError
from ..indicators import CATALOG, COMPANIONS
from ..indicators._base import Indicator
from .show import Line
from .words import Say, number


def list_lines(say: Say) -> Iterator[Line]:
    """All lists that ship."""
    for known in CHECKLISTS:
        yield Line(0, known.id, "head")
        yield Line(1, f"{say.pick(known.title, known.title_en)}  {known.document}  {say('clauses', n=len(known.clauses))}")


def clause_lines(checklist: Checklist, say: Say) -> Iterator[Line]:
    """Every clause of a list by indicator, with how well it is attested and what executes it."""
    yield Line(0, f"{checklist.id} {say.pick(checklist.title, checklist.title_en)}", "head")
    titles = {heading.indicator: heading for heading in checklist.headings}
    last = None
    for clause in checklist.clauses:
        if (clause.part, clause.indicator) != last:
            last = (clause.part, clause.indicator)
            heading = titles.get(clause.indicator)
            title = say.pick(heading.title, heading.title_en) if heading else clause.indicator
            cap = f" {say('points_cap', n=number(heading.cap))}" if heading and heading.cap is not None else ""
            yield Line(0, "")
            yield Line(0, f"{say('part_' + clause.part)} {title}{cap}", "head")
        yield _clause(clause, say)


def topic_lines(topic: str, checklist: Checklist, say: Say) -> Iterator[Line]:
    """A clause, or an indicator with its docstring; ChecklistError naming near ids where there is neither."""
    indicators = {indicator.id: indicator for indicator in (*CATALOG, *COMPANIONS)}
    clauses = {clause.id: clause for clause in checklist.clauses}
    wanted = topic if topic in indicators else topic.upper()
    if wanted in clauses:
        clause = clauses[wanted]
        yield _clause(clause, say, head=True)
        if clause.note:
            yield Line(1, clause.note)
        if clause.indicator in indicators:
            yield from _indicator(indicators[clause.indicator], checklist, say)
    elif wanted in indicators:
        yield from _indicator(indicators[wanted], checklist, say)
    else:
        near = difflib.get_close_matches(topic, [*clauses, *indicators], 3, 0.4)
        told = say("nearest", near=say("list_or").join(near)) if near else ""
        raise ChecklistError(say("no_topic", topic=topic, list=checklist.id) + told)


def _clause(clause: Clause, say: Say, *, head: bool = False) -> Line:
    marks = f"[{say('attestation')} {clause.attestation}, {say.known(clause.automation)}]"
    return Line(0 if head else 1, f"{clause.id} {say.pick(clause.summary, clause.summary_en)} {marks}", "head" if head else "")


def _indicator(indicator: Indicator, checklist: Checklist, say: Say) -> Iterator[Line]:
    yield Line(0, "")
    yield Line(0, f"{indicator.id} {say.pick(*indicator.title)}", "head")
    used = [clause.id for clause in checklist.clauses if clause.indicator == indicator.id]
    yield Line(1, f"{say('used_by')}: {' '.join(used) or '-'}")
    yield Line(1, f"{say('needs')}: {' '.join(indicator.needs) or '-'}")
    yield Line(1, f"{say('codes')}:")
    for code in indicator.codes:
        yield Line(2, f"{code.id}: {say.pick(*code.question)}")
    params = checklist.params_of(indicator.id) or indicator.params
    if params is not None:
        yield Line(1, f"{say('params')}:")
        for name, value in asdict(params, recurse=False).items():
            yield Line(2, f"{name} = {', '.join(map(str, value)) if isinstance(value, tuple) else value}")
    yield Line(0, "")
    for line in (inspect.getdoc(indicator.function) or "").splitlines():
        yield Line(1, line)
