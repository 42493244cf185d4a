"""One pure function per checklist indicator, in folders by section.

``CATALOG`` lists the indicators of the checklists, ``COMPANIONS`` checks that bulletins name and no clause scores.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..errors import InputError
from ._base import Code, Indicator
from .v_site_vetoes.columns_not_updated import INDICATOR as _COLUMNS_NOT_UPDATED
from .v_site_vetoes.columns_not_updated import columns_not_updated
from .v_site_vetoes.homepage_not_updated import INDICATOR as _HOMEPAGE_NOT_UPDATED
from .v_site_vetoes.homepage_not_updated import homepage_not_updated

CATALOG: tuple[Indicator, ...] = (
    _HOMEPAGE_NOT_UPDATED,
    _COLUMNS_NOT_UPDATED,
)

COMPANIONS: tuple[Indicator, ...] = ()


def indicator_of(function: Callable[..., Any]) -> Indicator:
    """The record of an indicator function; raises InputError for any other function."""
    for indicator in CATALOG + COMPANIONS:
        if indicator.function is function:
            return indicator
    raise InputError(
        "not an indicator", field="function", value=getattr(function, "__name__", function), expected="a function of CATALOG or COMPANIONS"
    )


__all__ = [
    "CATALOG",
    "COMPANIONS",
    "Code",
    "Indicator",
    "columns_not_updated",
    "homepage_not_updated",
    "indicator_of",
]
