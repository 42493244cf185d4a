"""``report.show(x)``: a result in a notebook cell."""

from __future__ import annotations

import html
from collections.abc import Iterable
from typing import cast

from attrs import frozen

from ..comparison import Comparison
from ..errors import InputError
from ..inspection import Inspection
from ..scoring.rates import Visit
from ..scoring.records import Verdict
from ..values.finding import Finding
from .cells import Cell, comparison_cell, findings_cell, score_cell
from .html import batch_page, site_page


@frozen
class Shown:
    """A page that notebooks draw in a frame of its own, where it can reach nothing outside."""

    page: str
    height: int = 640

    def _repr_html_(self) -> str:
        source = html.escape(self.page, quote=True)
        return f'<iframe sandbox="allow-scripts" style="width:100%;height:{self.height}px;border:0" srcdoc="{source}"></iframe>'


Showable = Inspection | Verdict | Comparison | Finding | Iterable[Inspection | Visit] | Iterable[Finding]


def show(result: Showable, *, title: str = "检查结果", lang: str = "zh-Hans") -> Shown | Cell:
    """A result for a notebook: an inspection or many as a page; a verdict's score sheet, findings, a comparison as a table.

    Raises InputError for anything else.
    """
    if isinstance(result, Inspection):
        return Shown(site_page(result, lang=lang))
    if isinstance(result, Verdict):
        return score_cell(result, lang)
    if isinstance(result, Comparison):
        return comparison_cell(result, lang)
    if isinstance(result, Finding):
        return findings_cell((result,), lang)
    several = list(result) if isinstance(result, Iterable) and not isinstance(result, str | bytes) else [result]
    if all(isinstance(one, Inspection | Visit) for one in several):
        return Shown(batch_page(cast("list[Inspection | Visit]", several), title=title, lang=lang))
    if all(isinstance(one, Finding) for one in several):
        return findings_cell(cast("list[Finding]", several), lang)
    wrong = next(type(one).__name__ for one in several if not isinstance(one, Finding))
    expected = "an Inspection or several, a Verdict, findings, or a Comparison"
    raise InputError("nothing to show", field="result", value=wrong, expected=expected)
