"""``report.show(x)``: a result in a notebook cell."""

from __future__ import annotations

import html
from collections.abc import Iterable

from attrs import frozen

from ..errors import InputError
from ..inspection import Inspection
from ..scoring.rates import Visit
from .html import batch_page, site_page


@frozen
class Shown:
    """A page that notebooks draw in a frame of its own, where it can reach nothing outside."""

    page: str
    height: int = 640

    def _repr_html_(self) -> str:
        source = html.escape(self.page, quote=True)
        return f'<iframe sandbox="allow-scripts" style="width:100%;height:{self.height}px;border:0" srcdoc="{source}"></iframe>'


def show(result: Inspection | Iterable[Inspection | Visit], *, title: str = "检查结果", lang: str = "zh-Hans") -> Shown:
    """One inspection, or many, as a page for a notebook. Raises InputError for anything else."""
    if isinstance(result, Inspection):
        return Shown(site_page(result, lang=lang))
    if isinstance(result, str | bytes) or not isinstance(result, Iterable):
        raise InputError("nothing to show", field="result", value=type(result).__name__, expected="an Inspection, or several")
    several = list(result)
    if not all(isinstance(one, Inspection | Visit) for one in several):
        raise InputError("nothing to show", field="result", value=type(several[0]).__name__, expected="an Inspection, or several")
    return Shown(batch_page(several, title=title, lang=lang))
