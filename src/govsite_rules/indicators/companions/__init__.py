"""Checks that bulletins name and no clause scores."""

from __future__ import annotations

from .._base import Indicator
from .account_privacy_leaks import INDICATOR as _ACCOUNT_PRIVACY_LEAKS
from .account_privacy_leaks import account_privacy_leaks
from .account_wording import INDICATOR as _ACCOUNT_WORDING
from .account_wording import account_wording
from .copied_site_codes import INDICATOR as _COPIED_SITE_CODES
from .copied_site_codes import copied_site_codes
from .date_signs import INDICATOR as _DATE_SIGNS
from .date_signs import date_signs
from .hidden_links import INDICATOR as _HIDDEN_LINKS
from .hidden_links import hidden_links
from .ordinary_wording import INDICATOR as _ORDINARY_WORDING
from .ordinary_wording import ordinary_wording
from .privacy_leaks import INDICATOR as _PRIVACY_LEAKS
from .privacy_leaks import privacy_leaks

COMPANIONS: tuple[Indicator, ...] = (
    _ORDINARY_WORDING,
    _PRIVACY_LEAKS,
    _HIDDEN_LINKS,
    _DATE_SIGNS,
    _COPIED_SITE_CODES,
    _ACCOUNT_WORDING,
    _ACCOUNT_PRIVACY_LEAKS,
)

__all__ = [
    "COMPANIONS",
    "account_privacy_leaks",
    "account_wording",
    "copied_site_codes",
    "date_signs",
    "hidden_links",
    "ordinary_wording",
    "privacy_leaks",
]
