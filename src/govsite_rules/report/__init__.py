"""Results for people and for other tools: problem rows, pages, tables, SARIF, EARL. Bytes or text; nothing is written.

page = report.site_page(inspection)
sheet = report.to_xlsx(report.problem_rows([inspection]))
"""

from typing import TYPE_CHECKING, Any

from .exchange import to_earl, to_sarif
from .rows import COLUMNS, Row, problem_rows
from .tables import to_csv, to_xlsx

if TYPE_CHECKING:
    from .html import batch_page, site_page
    from .paper import batch_paper, site_paper
    from .showing import Shown, show

__all__ = [
    "COLUMNS",
    "Row",
    "Shown",
    "batch_page",
    "batch_paper",
    "problem_rows",
    "show",
    "site_page",
    "site_paper",
    "to_csv",
    "to_earl",
    "to_sarif",
    "to_xlsx",
]


def __getattr__(name: str) -> Any:
    if name in ("batch_page", "site_page"):
        from . import html

        return getattr(html, name)
    if name in ("batch_paper", "site_paper"):
        from . import paper

        return getattr(paper, name)
    if name in ("Shown", "show"):
        from . import showing

        return getattr(showing, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
