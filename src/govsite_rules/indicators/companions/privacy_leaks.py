"""Companion: 隐私泄露 of a website."""

from __future__ import annotations

from datetime import datetime

from ...values.finding import Finding
from ...values.page import WordingHit
from ...values.site import SiteSnapshot
from ...values.subject import SubjectKind
from .._base import Indicator
from ._passages import passage_code, passages

ID = "privacy_leaks"

CODES = (
    passage_code(
        "identity_number", ("是否公开了身份证号？", "Is an identity number published?"), ("公开身份证号", "a published identity number")
    ),
    passage_code(
        "bank_card", ("是否公开了银行卡号？", "Is a bank card number published?"), ("公开银行卡号", "a published bank card number")
    ),
    passage_code("mobile_number", ("是否公开了个人手机号？", "Is a mobile number published?"), ("公开手机号", "a published mobile number")),
)

_CODE_OF = {"身份证号": "identity_number", "银行卡号": "bank_card", "手机号": "mobile_number"}


def code_of(hit: WordingHit) -> str | None:
    """The code of a private number; None for other hits."""
    return _CODE_OF.get(hit.term) if hit.group == "privacy" else None


def privacy_leaks(site: SiteSnapshot, *, as_of: datetime, params: None = None) -> tuple[Finding, ...]:
    """隐私泄露: private numbers in the texts of a website, masked in every finding.

    What it checks: identity numbers with a valid region, birth date and check digit, bank card numbers with a valid check
    digit, mobile numbers, as the scanners found them.
    Why it matters: lists of beneficiaries and notices of award publish them by oversight; bulletins name it.
    Not applicable: never.
    Cannot tell: every mobile number, which may be a contact published on purpose, card numbers where no bank or account is
    spoken of, and identity numbers that are written with gaps, labelled as another number, or followed by two more digits as
    on a certificate of disability, where no person or certificate is spoken of. Pages not scanned leave all three open.
    Known limits: numbers in pictures and attachments are not seen; names and addresses are not looked for.
    Source: published bulletins (个人隐私信息未作去标识化处理). No clause scores it.
    """
    return passages(ID, site, as_of=as_of, code_of=code_of, codes=CODES)


INDICATOR = Indicator(
    id=ID,
    title=("隐私泄露", "Private numbers published"),
    section="C",
    subject=SubjectKind.SITE,
    needs=("wording",),
    codes=CODES,
    function=privacy_leaks,
)
