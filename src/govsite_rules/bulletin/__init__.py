"""Bulletins (通报): reading the figures of published ones, auditing them, and writing one from results."""

from typing import TYPE_CHECKING, Any

from .auditing import audit, common_styles
from .figures import Agreement, Audit, Check, Figure, Fit, From, Note, Span
from .numbers import Rounding, Style, percent
from .reading import read

if TYPE_CHECKING:
    from .writing import ErrorReports, Part, write

__all__ = [
    "Agreement",
    "Audit",
    "Check",
    "ErrorReports",
    "Figure",
    "Fit",
    "From",
    "Note",
    "Part",
    "Rounding",
    "Span",
    "Style",
    "audit",
    "common_styles",
    "percent",
    "read",
    "write",
]


def __getattr__(name: str) -> Any:
    if name in ("ErrorReports", "Part", "write"):
        from . import writing

        return getattr(writing, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
