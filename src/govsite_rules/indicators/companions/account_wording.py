"""Companion: 错别字和不规范表述 of an account."""

from __future__ import annotations

from datetime import datetime

from ...values.feed import FeedSnapshot
from ...values.finding import Finding
from ...values.subject import SubjectKind
from .._base import Indicator
from ._passages import passages
from .ordinary_wording import CODES, code_of

ID = "account_wording"


def account_wording(feed: FeedSnapshot, *, as_of: datetime, params: None = None) -> tuple[Finding, ...]:
    """错别字、表述不规范 (政务新媒体): typos and improper wording in the posts of an account.

    What it checks: hits of wording scanners in the ordinary and advisory groups, and suspected ones of the serious group.
    Why it matters: bulletins list them beside the scored faults.
    Not applicable: never.
    Cannot tell: hits the scanner only suspects. Posts that were not scanned, or a feed seen in part, leave both questions open.
    Known limits: deleted posts and posts after the inspection are left out; a lexicon finds what it lists.
    Source: published bulletins. No clause scores it.
    """
    return passages(ID, feed, as_of=as_of, code_of=code_of, codes=CODES)


INDICATOR = Indicator(
    id=ID,
    title=("错别字和不规范表述（政务新媒体）", "Typos and improper wording (accounts)"),
    section="C",
    subject=SubjectKind.ACCOUNT,
    needs=("posts",),
    codes=CODES,
    function=account_wording,
)
