"""One pure function per checklist indicator, in folders by section.

``CATALOG`` lists the indicators of the checklists, ``COMPANIONS`` checks that bulletins name and no clause scores.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..errors import InputError
from ._base import Code, Indicator
from .n_account_vetoes.account_interaction_poor import INDICATOR as _ACCOUNT_INTERACTION_POOR
from .n_account_vetoes.account_interaction_poor import account_interaction_poor
from .n_account_vetoes.account_not_updated import INDICATOR as _ACCOUNT_NOT_UPDATED
from .n_account_vetoes.account_not_updated import account_not_updated
from .n_account_vetoes.account_security_incident import INDICATOR as _ACCOUNT_SECURITY_INCIDENT
from .n_account_vetoes.account_security_incident import account_security_incident
from .v_site_vetoes.columns_not_updated import INDICATOR as _COLUMNS_NOT_UPDATED
from .v_site_vetoes.columns_not_updated import columns_not_updated
from .v_site_vetoes.homepage_not_updated import INDICATOR as _HOMEPAGE_NOT_UPDATED
from .v_site_vetoes.homepage_not_updated import homepage_not_updated
from .v_site_vetoes.interaction_unresponsive import INDICATOR as _INTERACTION_UNRESPONSIVE
from .v_site_vetoes.interaction_unresponsive import interaction_unresponsive
from .v_site_vetoes.security_incident import INDICATOR as _SECURITY_INCIDENT
from .v_site_vetoes.security_incident import security_incident
from .v_site_vetoes.services_unusable import INDICATOR as _SERVICES_UNUSABLE
from .v_site_vetoes.services_unusable import services_unusable
from .v_site_vetoes.site_unreachable import INDICATOR as _SITE_UNREACHABLE
from .v_site_vetoes.site_unreachable import site_unreachable

CATALOG: tuple[Indicator, ...] = (
    _SECURITY_INCIDENT,
    _SITE_UNREACHABLE,
    _HOMEPAGE_NOT_UPDATED,
    _COLUMNS_NOT_UPDATED,
    _INTERACTION_UNRESPONSIVE,
    _SERVICES_UNUSABLE,
    _ACCOUNT_SECURITY_INCIDENT,
    _ACCOUNT_NOT_UPDATED,
    _ACCOUNT_INTERACTION_POOR,
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
    "account_interaction_poor",
    "account_not_updated",
    "account_security_incident",
    "columns_not_updated",
    "homepage_not_updated",
    "indicator_of",
    "interaction_unresponsive",
    "security_incident",
    "services_unusable",
    "site_unreachable",
]
