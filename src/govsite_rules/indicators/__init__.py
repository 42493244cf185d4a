"""One pure function per checklist indicator, in folders by section.

``CATALOG`` lists the indicators of the checklists, ``COMPANIONS`` checks that bulletins name and no clause scores.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..errors import InputError
from ._base import Code, Indicator
from .b_bonus.data_publication import INDICATOR as _DATA_PUBLICATION
from .b_bonus.data_publication import data_publication
from .b_bonus.innovation import INDICATOR as _INNOVATION
from .b_bonus.innovation import innovation
from .b_bonus.interpretation_formats import INDICATOR as _INTERPRETATION_FORMATS
from .b_bonus.interpretation_formats import interpretation_formats
from .b_bonus.realtime_interaction import INDICATOR as _REALTIME_INTERACTION
from .b_bonus.realtime_interaction import realtime_interaction
from .b_bonus.service_evaluation import INDICATOR as _SERVICE_EVALUATION
from .b_bonus.service_evaluation import service_evaluation
from .b_bonus.service_integration import INDICATOR as _SERVICE_INTEGRATION
from .b_bonus.service_integration import service_integration
from .b_bonus.service_policy_links import INDICATOR as _SERVICE_POLICY_LINKS
from .b_bonus.service_policy_links import service_policy_links
from .b_bonus.smart_search import INDICATOR as _SMART_SEARCH
from .b_bonus.smart_search import smart_search
from .b_bonus.surveys import INDICATOR as _SURVEYS
from .b_bonus.surveys import surveys
from .b_bonus.user_space import INDICATOR as _USER_SPACE
from .b_bonus.user_space import user_space
from .companions import (
    COMPANIONS,
    account_privacy_leaks,
    account_wording,
    copied_site_codes,
    date_signs,
    hidden_links,
    ordinary_wording,
    privacy_leaks,
)
from .d1_publishing.agency_functions import INDICATOR as _AGENCY_FUNCTIONS
from .d1_publishing.agency_functions import agency_functions
from .d1_publishing.interpretation_links import INDICATOR as _INTERPRETATION_LINKS
from .d1_publishing.interpretation_links import interpretation_links
from .d1_publishing.interpretation_ratio import INDICATOR as _INTERPRETATION_RATIO
from .d1_publishing.interpretation_ratio import interpretation_ratio
from .d1_publishing.leader_information import INDICATOR as _LEADER_INFORMATION
from .d1_publishing.leader_information import leader_information
from .d1_publishing.news_updates import INDICATOR as _NEWS_UPDATES
from .d1_publishing.news_updates import news_updates
from .d1_publishing.other_columns import INDICATOR as _OTHER_COLUMNS
from .d1_publishing.other_columns import other_columns
from .d1_publishing.overview_information import INDICATOR as _OVERVIEW_INFORMATION
from .d1_publishing.overview_information import overview_information
from .d1_publishing.policy_documents import INDICATOR as _POLICY_DOCUMENTS
from .d1_publishing.policy_documents import policy_documents
from .d1_publishing.policy_interpretation import INDICATOR as _POLICY_INTERPRETATION
from .d1_publishing.policy_interpretation import policy_interpretation
from .d2_services.forms_and_samples import INDICATOR as _FORMS_AND_SAMPLES
from .d2_services.forms_and_samples import forms_and_samples
from .d2_services.guide_accuracy import INDICATOR as _GUIDE_ACCURACY
from .d2_services.guide_accuracy import guide_accuracy
from .d2_services.online_application import INDICATOR as _ONLINE_APPLICATION
from .d2_services.online_application import online_application
from .d2_services.service_catalogue import INDICATOR as _SERVICE_CATALOGUE
from .d2_services.service_catalogue import service_catalogue
from .d2_services.service_guides import INDICATOR as _SERVICE_GUIDES
from .d2_services.service_guides import service_guides
from .d2_services.service_statistics import INDICATOR as _SERVICE_STATISTICS
from .d2_services.service_statistics import service_statistics
from .d3_interaction.message_disclosure import INDICATOR as _MESSAGE_DISCLOSURE
from .d3_interaction.message_disclosure import message_disclosure
from .d3_interaction.message_submission import INDICATOR as _MESSAGE_SUBMISSION
from .d3_interaction.message_submission import message_submission
from .d3_interaction.reply_quality import INDICATOR as _REPLY_QUALITY
from .d3_interaction.reply_quality import reply_quality
from .d3_interaction.unified_login import INDICATOR as _UNIFIED_LOGIN
from .d3_interaction.unified_login import unified_login
from .d4_design.browser_compatibility import INDICATOR as _BROWSER_COMPATIBILITY
from .d4_design.browser_compatibility import browser_compatibility
from .d4_design.domain_and_name import INDICATOR as _DOMAIN_AND_NAME
from .d4_design.domain_and_name import domain_and_name
from .d4_design.error_report_entry import INDICATOR as _ERROR_REPORT_ENTRY
from .d4_design.error_report_entry import error_report_entry
from .d4_design.identity_marks import INDICATOR as _IDENTITY_MARKS
from .d4_design.identity_marks import identity_marks
from .d4_design.ipv6_readiness import INDICATOR as _IPV6_READINESS
from .d4_design.ipv6_readiness import ipv6_readiness
from .d4_design.link_availability import INDICATOR as _LINK_AVAILABILITY
from .d4_design.link_availability import link_availability
from .d4_design.page_tags import INDICATOR as _PAGE_TAGS
from .d4_design.page_tags import page_tags
from .d4_design.single_sign_on import INDICATOR as _SINGLE_SIGN_ON
from .d4_design.single_sign_on import single_sign_on
from .d4_design.site_search import INDICATOR as _SITE_SEARCH
from .d4_design.site_search import site_search
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
    _OVERVIEW_INFORMATION,
    _AGENCY_FUNCTIONS,
    _LEADER_INFORMATION,
    _NEWS_UPDATES,
    _POLICY_DOCUMENTS,
    _POLICY_INTERPRETATION,
    _INTERPRETATION_RATIO,
    _INTERPRETATION_LINKS,
    _OTHER_COLUMNS,
    _SERVICE_CATALOGUE,
    _ONLINE_APPLICATION,
    _SERVICE_STATISTICS,
    _SERVICE_GUIDES,
    _GUIDE_ACCURACY,
    _FORMS_AND_SAMPLES,
    _MESSAGE_SUBMISSION,
    _UNIFIED_LOGIN,
    _MESSAGE_DISCLOSURE,
    _REPLY_QUALITY,
    _DOMAIN_AND_NAME,
    _IDENTITY_MARKS,
    _LINK_AVAILABILITY,
    _ERROR_REPORT_ENTRY,
    _SITE_SEARCH,
    _SINGLE_SIGN_ON,
    _PAGE_TAGS,
    _BROWSER_COMPATIBILITY,
    _IPV6_READINESS,
    _DATA_PUBLICATION,
    _INTERPRETATION_FORMATS,
    _SERVICE_EVALUATION,
    _SERVICE_INTEGRATION,
    _SERVICE_POLICY_LINKS,
    _REALTIME_INTERACTION,
    _SURVEYS,
    _SMART_SEARCH,
    _USER_SPACE,
    _INNOVATION,
)


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
    "account_privacy_leaks",
    "account_security_incident",
    "account_wording",
    "agency_functions",
    "browser_compatibility",
    "columns_not_updated",
    "copied_site_codes",
    "data_publication",
    "date_signs",
    "domain_and_name",
    "error_report_entry",
    "forms_and_samples",
    "guide_accuracy",
    "hidden_links",
    "homepage_not_updated",
    "identity_marks",
    "indicator_of",
    "innovation",
    "interaction_unresponsive",
    "interpretation_formats",
    "interpretation_links",
    "interpretation_ratio",
    "ipv6_readiness",
    "leader_information",
    "link_availability",
    "message_disclosure",
    "message_submission",
    "news_updates",
    "online_application",
    "ordinary_wording",
    "other_columns",
    "overview_information",
    "page_tags",
    "policy_documents",
    "policy_interpretation",
    "privacy_leaks",
    "realtime_interaction",
    "reply_quality",
    "security_incident",
    "service_catalogue",
    "service_evaluation",
    "service_guides",
    "service_integration",
    "service_policy_links",
    "service_statistics",
    "services_unusable",
    "single_sign_on",
    "site_search",
    "site_unreachable",
    "smart_search",
    "surveys",
    "unified_login",
    "user_space",
]
