"""Small tables for notebook cells: findings, a score sheet, a comparison. Every text is escaped, nothing runs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from html import escape

from attrs import frozen

from ..bulletin._blocks import clean
from ..comparison import Comparison
from ..indicators.messages import reason_text
from ..scoring.records import Verdict
from ..values.finding import Finding, Outcome
from .rows import told

MAX_ROWS = 500


@frozen
class Cell:
    """A table that notebooks draw in the page itself."""

    html: str

    def _repr_html_(self) -> str:
        return self.html


def findings_cell(findings: Iterable[Finding], lang: str = "zh-Hans") -> Cell:
    """Findings as a table, faults first; at most 500 rows, the rest counted."""
    ranked = sorted(findings, key=lambda finding: (_RANK[finding.outcome], finding.key))
    rows = [
        (finding.indicator, finding.code, _OUTCOMES[finding.outcome][lang == "en"], told(finding, lang), _link(finding), _number(finding))
        for finding in ranked[:MAX_ROWS]
    ]
    head = (
        ("indicator", "code", "outcome", "message", "target", "targets")
        if lang == "en"
        else ("指标", "检查项", "结果", "说明", "对象", "数量")
    )
    return Cell(_table(head, rows, len(ranked) - len(rows)))


def score_cell(verdict: Verdict, lang: str = "zh-Hans") -> Cell:
    """The score sheet of a verdict: points lost or earned by indicator, at least and at most."""
    english = lang == "en"
    rows = [
        (
            ", ".join(line.clauses),
            line.title_en if english else line.title,
            "" if line.cap is None else _points(line.cap),
            ("+" if line.part == "bonus" else "−") + _points(line.low),
            "" if line.high is None else ("+" if line.part == "bonus" else "−") + _points(line.high),
        )
        for line in verdict.lines
    ]
    head = ("clauses", "indicator", "points", "at least", "at most") if english else ("条款", "指标", "分值", "至少", "至多")
    score = verdict.score
    caption = "" if score is None else f"{_points(score.low)} – {_points(score.high)} / {_points(score.of)}"
    return Cell(_table(head, rows, 0, caption))


def comparison_cell(comparison: Comparison, lang: str = "zh-Hans") -> Cell:
    """What became of each fault."""
    names = ("fixed", "remaining", "new", "unseen") if lang == "en" else ("已整改", "未整改", "新发现", "未复查")
    groups: Sequence[tuple[str, Sequence[tuple[Finding, str]]]] = [
        (names[0], [(finding, "") for finding in comparison.fixed]),
        (names[1], [(finding, "") for finding in comparison.remaining]),
        (names[2], [(finding, "") for finding in comparison.new]),
        (names[3], [(one.finding, reason_text(one.why, lang)) for one in comparison.unseen]),
    ]
    rows = [(name, finding.indicator, told(finding, lang), _link(finding), why) for name, members in groups for finding, why in members]
    head = ("state", "indicator", "message", "target", "why") if lang == "en" else ("状态", "指标", "说明", "对象", "原因")
    return Cell(_table(head, rows[:MAX_ROWS], len(rows) - len(rows[:MAX_ROWS]), comparison.subject))


_RANK = {outcome: -rank for rank, outcome in enumerate(Outcome)}
_OUTCOMES = {
    Outcome.FAILED: ("发现问题", "failed"),
    Outcome.PASSED: ("未发现问题", "passed"),
    Outcome.CANT_TELL: ("看不准", "can't tell"),
    Outcome.UNTESTED: ("未检查", "untested"),
    Outcome.INAPPLICABLE: ("不适用", "inapplicable"),
}


@frozen
class _Markup:
    """Markup made here; everything else is text."""

    html: str


def _link(finding: Finding) -> str | _Markup:
    name = finding.target.name or finding.target.key
    if not finding.target.url.startswith(("http://", "https://")):
        return name
    return _Markup(f'<a href="{_text(finding.target.url)}" rel="noreferrer noopener">{_text(name)}</a>')


def _number(finding: Finding) -> str:
    return "?" if finding.examined is None else str(finding.examined)


def _points(value: Fraction) -> str:
    return f"{float(value):.2f}".rstrip("0").rstrip(".")


def _text(text: str) -> str:
    return escape(clean(text), quote=True)


def _table(head: Sequence[str], rows: Iterable[Sequence[str | _Markup]], more: int, caption: str = "") -> str:
    lines = ["<table>", f"<caption>{_text(caption)}</caption>" if caption else ""]
    lines.append("<tr>" + "".join(f"<th style='text-align:left'>{_text(name)}</th>" for name in head) + "</tr>")
    for row in rows:
        cells = (cell.html if isinstance(cell, _Markup) else _text(cell) for cell in row)
        lines.append("<tr>" + "".join(f"<td style='text-align:left'>{cell}</td>" for cell in cells) + "</tr>")
    if more:
        lines.append(f"<tr><td colspan='{len(head)}'>… +{more}</td></tr>")
    return "".join([*lines, "</table>"])
