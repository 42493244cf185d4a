"""The same reports as a Word document to sign, send and file: one subject, or a batch."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from .._data import read_text
from ..bulletin._blocks import blocks, clean
from ..bulletin._docx import to_docx as docx_of
from ..bulletin.numbers import Style
from ..bulletin.writing import printed, render
from ..checklists.model import Checklist
from ..comparison import Comparison
from ..inspection import Inspection
from ..scoring.rates import CountBy, Undecided, Visit
from ..values.dates import SHANGHAI
from ..values.subject import SubjectKind
from .rows import Row, problem_rows
from .views import PLAIN, batch_view, site_view
from .words import Words

MAX_LISTED = 200


def site_paper(
    inspection: Inspection, *, checklist: Checklist | None = None, comparison: Comparison | None = None, lang: str = "zh-Hans"
) -> bytes:
    """One subject as docx: verdict, problem list, what is close to a veto or open, score sheet, coverage.

    At most 200 problems are listed, the rest counted. Needs Jinja2 and python-docx (extra ``report``).
    """
    t = Words(lang)
    view = site_view(inspection, checklist, comparison, t)
    rows = problem_rows([inspection], comparisons=[comparison] if comparison else (), checklist=checklist, lang=lang)
    return _paper("site.md.j2", view | _listed(rows, comparison is not None, t), t)


def batch_paper(
    results: Iterable[Inspection | Visit],
    *,
    title: str,
    undecided: Undecided | str = Undecided.RANGE,
    by: CountBy | str = CountBy.VISIT,
    populations: Mapping[SubjectKind, int] | None = None,
    style: Style = PLAIN,
    before: Iterable[Inspection | Visit] = (),
    comparisons: Iterable[Comparison] = (),
    checklist: Checklist | None = None,
    lang: str = "zh-Hans",
) -> bytes:
    """Many subjects as docx: rates by area, month and platform, reasons, scores, the unqualified, the problem list.

    ``before`` are the last period's results, ``comparisons`` what became of single faults. At most 200 problems are listed, the
    rest counted. Needs Jinja2 and python-docx (extra ``report``).
    """
    t = Words(lang)
    given, compared = list(results), list(comparisons)
    view = batch_view(given, title, undecided, by, populations or {}, style, t, before=before, comparisons=compared, checklist=checklist)
    rows = problem_rows((one for one in given if isinstance(one, Inspection)), comparisons=compared, checklist=checklist, lang=lang)
    failed = [row for row in view["rows"] if row["kind"] == "unqualified"]
    return _paper("batch.md.j2", view | {"failed": failed} | _listed(rows, bool(compared), t), t)


def _listed(rows: Sequence[Row], compared: bool, t: Words) -> dict[str, Any]:
    """The rows of the problem list that a paper holds."""
    listed = [
        {
            "time": row.observed_at.astimezone(SHANGHAI).strftime("%Y-%m-%d %H:%M"),
            "subject": row.subject,
            "column": row.column,
            "url": row.url,
            "text": printed(row.description, linked=bool(row.url)) if t.lang != "en" else row.description,
            "standard": row.standard,
            "state": clean(getattr(t, row.state)) if row.state else "",
        }
        for row in rows[:MAX_LISTED]
    ]
    return {"rows": listed, "compared": compared, "more": t("more", n=len(rows) - MAX_LISTED) if len(rows) > MAX_LISTED else ""}


def _paper(template: str, view: Mapping[str, Any], t: Words) -> bytes:
    return docx_of(blocks(render(read_text(f"report/{template}"), {"t": t, **view})))
