"""The problem list (问题清单) as rows: the six columns of every inspection table, and what became of each problem."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from attrs import frozen

from ..checklists import checklist as checklist_of
from ..checklists.model import Checklist, Clause, Part
from ..comparison import Comparison
from ..errors import ChecklistError, GovsiteError
from ..indicators.messages import message
from ..inspection import Inspection
from ..values.dates import SHANGHAI
from ..values.finding import Finding, Outcome, TargetKind

COLUMNS = ("监测时间", "监测栏目", "问题链接", "问题描述", "快照", "检查标准", "整改状态")
"""The headings of a problem list in their official order."""

STATUS = {"fixed": "已整改", "remaining": "未整改", "new": "新发现", "unseen": "未复查", "": ""}
_WHOLE = (TargetKind.SITE, TargetKind.ACCOUNT, TargetKind.TRIAL)
"""What stands in no column of the site."""


@frozen
class Row:
    """One problem. ``state`` is fixed, remaining, new, unseen, or '' where nothing was compared; ``count`` is how many targets
    the row speaks for (None: unknown); ``open``: a person has yet to decide."""

    subject: str
    key: str
    observed_at: datetime
    column: str
    url: str
    description: str
    snapshot: str
    standard: str
    state: str = ""
    indicator: str = ""
    code: str = ""
    clauses: tuple[str, ...] = ()
    veto: bool = False
    count: int | None = 1
    open: bool = False
    quote: str = ""

    @property
    def cells(self) -> tuple[str, ...]:
        """The texts under ``COLUMNS``."""
        when = self.observed_at.astimezone(SHANGHAI).strftime("%Y-%m-%d %H:%M")
        return (when, self.column, self.url, self.description, self.snapshot, self.standard, STATUS[self.state])


def list_of(inspection: Inspection, given: Checklist | None = None) -> Checklist | None:
    """The checklist of an inspection: the one given where it is the one it names, else the shipped one, else None."""
    if given is not None and given.id == inspection.checklist:
        return given
    try:
        return checklist_of(inspection.checklist)
    except ChecklistError:
        return None


def clauses_of(finding: Finding, checklist: Checklist | None) -> tuple[Clause, ...]:
    """The clauses of a list that a finding feeds."""
    if checklist is None:
        return ()
    return tuple(one for one in checklist.clauses if one.indicator == finding.indicator and finding.code in one.codes)


def told(finding: Finding, lang: str = "zh-Hans") -> str:
    """The message of a finding, or its names where the catalogue has none."""
    try:
        return message(finding, lang)
    except GovsiteError:
        return f"{finding.indicator}/{finding.code}: {finding.target.name or finding.target.key}"


def problem_rows(
    inspections: Iterable[Inspection],
    *,
    comparisons: Iterable[Comparison] = (),
    checklist: Checklist | None = None,
    include_open: bool = False,
    lang: str = "zh-Hans",
) -> tuple[Row, ...]:
    """The problems of inspections, in the order of the findings; bonus points not earned are no problems.

    ``comparisons`` fill 整改状态, and add what was mended since. ``include_open`` adds what a person must decide.
    """
    compared = {(comparison.subject, comparison.platform): comparison for comparison in comparisons}
    rows: list[Row] = []
    for inspection in inspections:
        found = list_of(inspection, checklist)
        comparison = compared.get((inspection.subject.key, inspection.subject.platform))
        states = _states(comparison)
        wanted = (Outcome.FAILED, Outcome.CANT_TELL) if include_open else (Outcome.FAILED,)
        listed = [(finding, states.get(finding.key, "")) for finding in inspection.findings if finding.outcome in wanted]
        if comparison is not None:
            listed += [(finding, "fixed") for finding in comparison.fixed]
            listed += [(one.finding, "unseen") for one in comparison.unseen]
        for finding, state in listed:
            rules = clauses_of(finding, found)
            if rules and all(rule.part is Part.BONUS for rule in rules):
                continue
            rows.append(_row(inspection, finding, rules, state, found, lang))
    return tuple(rows)


def _states(comparison: Comparison | None) -> dict[tuple[str, str, str], str]:
    if comparison is None:
        return {}
    return {finding.key: "remaining" for finding in comparison.remaining} | {finding.key: "new" for finding in comparison.new}


def _row(inspection: Inspection, finding: Finding, rules: tuple[Clause, ...], state: str, checklist: Checklist | None, lang: str) -> Row:
    evidence = finding.evidence[0] if finding.evidence else None
    target = finding.target
    return Row(
        subject=inspection.subject.name or inspection.subject.key,
        key=inspection.subject.key,
        observed_at=evidence.observed_at if evidence and evidence.observed_at else inspection.as_of,
        column=target.name if target.kind not in _WHOLE else "",
        url=target.url or (evidence.url if evidence else ""),
        description=told(finding, lang),
        snapshot=evidence.snapshot if evidence else "",
        standard=_standard(finding, rules, checklist, lang),
        state=state,
        indicator=finding.indicator,
        code=finding.code,
        clauses=tuple(rule.id for rule in rules),
        veto=any(rule.part is Part.VETO for rule in rules),
        count=finding.examined,
        open=finding.outcome is Outcome.CANT_TELL,
        quote=evidence.quote if evidence else "",
    )


def _standard(finding: Finding, rules: tuple[Clause, ...], checklist: Checklist | None, lang: str) -> str:
    if checklist is None or not rules:
        return finding.indicator
    english = lang == "en"
    title = next((one.title_en if english else one.title for one in checklist.headings if one.indicator == finding.indicator), "")
    said = "；".join(f"{rule.id} {rule.summary_en if english and rule.summary_en else rule.summary}".strip() for rule in rules)
    return f"{title}：{said}" if title else said
