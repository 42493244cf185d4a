"""Companion: 隐私泄露 of an account."""

from __future__ import annotations

from datetime import datetime

from ...values.feed import FeedSnapshot
from ...values.finding import Finding
from ...values.subject import SubjectKind
from .._base import Indicator
from ._passages import passages
from .privacy_leaks import CODES, code_of

ID = "account_privacy_leaks"


def account_privacy_leaks(feed: FeedSnapshot, *, as_of: datetime, params: None = None) -> tuple[Finding, ...]:
    """隐私泄露 (政务新媒体): private numbers in the posts of an account, masked in every finding.

    What it checks: identity, bank card and mobile numbers as the scanners found them.
    Why it matters: they are published by oversight; bulletins name it.
    Not applicable: never.
    Cannot tell: every mobile number, and card numbers beside no bank or account. Posts not scanned, or a feed seen in part,
    leave all three questions open.
    Known limits: numbers in pictures and videos are not seen.
    Source: published bulletins. No clause scores it.
    """
    return passages(ID, feed, as_of=as_of, code_of=code_of, codes=CODES)


INDICATOR = Indicator(
    id=ID,
    title=("隐私泄露（政务新媒体）", "Private numbers published (accounts)"),
    section="C",
    subject=SubjectKind.ACCOUNT,
    needs=("posts",),
    codes=CODES,
    function=account_privacy_leaks,
)
