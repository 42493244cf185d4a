"""Bulletins (通报): reading the figures of published ones, auditing them, and printing shares as offices do."""

from .auditing import audit, common_styles
from .figures import Agreement, Audit, Check, Figure, Fit, From, Note, Span
from .numbers import Rounding, Style, percent
from .reading import read
from .writing import Part, write

__all__ = [
    "Agreement",
    "Audit",
    "Check",
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
