"""Companion: 错别字和不规范表述 of a website."""

from __future__ import annotations

from datetime import datetime

from ...values.finding import Finding
from ...values.page import WordingHit
from ...values.site import SiteSnapshot
from ...values.subject import SubjectKind
from .._base import Indicator
from ._passages import SURE, passage_code, passages

ID = "ordinary_wording"

CODES = (
    passage_code("typo", ("是否存在错别字？", "Are there typos?"), ("错别字", "a typo")),
    passage_code("usage", ("是否存在表述不规范？", "Is there improper wording?"), ("表述不规范", "improper wording")),
)


def code_of(hit: WordingHit) -> str | None:
    """The code a hit belongs to; None for sure serious ones, which V1.1 and N1.1 ask a person about, and for private numbers.

    Weaker serious hits are listed with the typos, or nobody would see them.
    """
    if hit.group == "ordinary" or (hit.group == "serious" and hit.certainty != SURE):
        return "typo"
    return "usage" if hit.group == "advisory" else None


def ordinary_wording(site: SiteSnapshot, *, as_of: datetime, params: None = None) -> tuple[Finding, ...]:
    """错别字、表述不规范: typos and improper wording in the texts of a website.

    What it checks: hits of wording scanners in the ordinary and advisory groups, and suspected ones of the serious group.
    Why it matters: bulletins list them beside the scored faults; readers judge a site by them.
    Not applicable: never.
    Cannot tell: hits the scanner only suspects. Pages that were not scanned leave both questions open.
    Known limits: a lexicon finds what it lists and near misses of protected terms, no typos at large; passages in traditional
    characters have usage of their own and are judged by serious words alone.
    Source: published bulletins; 《新闻信息报道中的禁用词和慎用词》 for usage. No clause scores it.
    """
    return passages(ID, site, as_of=as_of, code_of=code_of, codes=CODES)


INDICATOR = Indicator(
    id=ID,
    title=("错别字和不规范表述", "Typos and improper wording"),
    section="C",
    subject=SubjectKind.SITE,
    needs=("wording",),
    codes=CODES,
    function=ordinary_wording,
)
