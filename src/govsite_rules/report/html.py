"""Self-contained pages to look at: one subject, or a batch. Nothing is loaded, and nothing a site wrote can run."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

from .._data import read_text
from ..bulletin._blocks import clean
from ..bulletin.numbers import Style
from ..checklists.model import Checklist
from ..comparison import Comparison
from ..inspection import Inspection
from ..scoring.rates import CountBy, Undecided, Visit
from ..values.subject import SubjectKind
from .views import PLAIN, batch_view, site_view
from .words import Words


def site_page(
    inspection: Inspection, *, checklist: Checklist | None = None, comparison: Comparison | None = None, lang: str = "zh-Hans"
) -> str:
    """One subject as a page: verdict, score sheet, findings grouped and filterable, evidence, days left, coverage.

    ``comparison`` with a later inspection marks what was mended. At most 500 findings of an indicator are listed, the rest
    counted. Needs Jinja2 (extra ``report``).
    """
    t = Words(lang)
    return _page("site.html.j2", site_view(inspection, checklist, comparison, t), t)


def batch_page(
    results: Iterable[Inspection | Visit],
    *,
    title: str,
    undecided: Undecided | str = Undecided.RANGE,
    by: CountBy | str = CountBy.VISIT,
    populations: Mapping[SubjectKind, int] | None = None,
    style: Style = PLAIN,
    before: Iterable[Inspection | Visit] = (),
    comparisons: Iterable[Comparison] = (),
    links: Mapping[tuple[str, str, str], str] | None = None,
    checklist: Checklist | None = None,
    lang: str = "zh-Hans",
) -> str:
    """Many subjects as a page: rates by area, month and platform, reasons, score distribution as plots, and every result.

    ``populations`` are the registered totals by kind. ``before`` are the last period's results, for what was rectified;
    ``comparisons`` count what became of single faults. ``links`` lead from a subject's ``identity`` to its own page beside this one. At
    most 20,000 results are listed, the rest counted. Needs Jinja2 (extra ``report``).
    """
    t = Words(lang)
    view = batch_view(
        results,
        title,
        undecided,
        by,
        populations or {},
        style,
        t,
        before=before,
        comparisons=comparisons,
        links=links,
        checklist=checklist,
    )
    return _page("batch.html.j2", view, t)


def _page(template: str, view: Mapping[str, Any], t: Words) -> str:
    from jinja2 import DictLoader, Environment, StrictUndefined
    from markupsafe import Markup

    style, script = read_text("report/page.css"), read_text("report/page.js")
    names = ("base.html.j2", template)
    environment = Environment(
        loader=DictLoader({name: read_text(f"report/{name}") for name in names}),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: clean(value) if isinstance(value, str) and not isinstance(value, Markup) else value,
    )
    return environment.get_template(template).render(
        t=t,
        lang=t.lang,
        style=Markup(style),
        script=Markup(script),
        style_hash=_hash(style),
        script_hash=_hash(script),
        **view,
    )


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
