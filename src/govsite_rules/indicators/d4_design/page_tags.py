"""D4.7 页面标签."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from enum import StrEnum

from attrs import frozen

from ...values.choices import choices
from ...values.dates import aware
from ...values.finding import Evidence, Finding, Outcome, Target, TargetKind
from ...values.seen import Seen
from ...values.site import SiteSnapshot, TaggedPage
from ...values.subject import SubjectKind
from .._base import Code, Indicator, Text, because, conclude, distinct
from .._samples import sample

ID = "page_tags"
SIZE = 5

SITE_TAGS = ("SiteName", "SiteDomain", "SiteIDCode")
CONTENT_TAGS = ("ArticleTitle", "PubDate", "ContentSource")
COLUMN_TAGS = ("ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType")
_QUESTIONS = (("article_tags_missing", "article", CONTENT_TAGS), ("column_tags_missing", "column", COLUMN_TAGS))


class PartialGroup(StrEnum):
    """What a group is that shows some of its required tags and lacks others: a fault, an open question, or nothing."""

    FAILS = "fails"
    OPEN = "open"
    IGNORED = "ignored"


@frozen(field_transformer=choices)
class PageTagsParams:
    """``partial_group``: the list asks for groups of tags and does not say whether one missing tag loses the points."""

    partial_group: PartialGroup = PartialGroup.OPEN


PARAMS = PageTagsParams()


def page_tags(site: SiteSnapshot, *, as_of: datetime, params: PageTagsParams = PARAMS) -> tuple[Finding, ...]:
    """页面标签: whether the pages drawn carry the required tags.

    What it checks: ``article_tags_missing``: of 5 article pages drawn, each one without site tags (网站标签) or content tags
    (内容标签). ``column_tags_missing``: of 5 column pages drawn, each one without site tags or column tags (栏目标签). A tag that
    is empty, null or template text is missing. One finding a page, naming each tag it lacks.
    Why it matters: search engines and aggregators read these tags.
    Not applicable: nothing by itself; the list says which subjects it is for.
    Cannot tell: fewer pages drawn than the clause asks for; a group of which only some tags are missing (``partial_group``).
    Known limits: tags count whatever they say; a domain or site code that is not the page's own is noted.
    Source: 政府网站检查指标, 扣分 功能设计·页面标签; decision 21.
    """
    aware(as_of, "as_of")
    found: list[Finding] = []
    for code, role, group in _QUESTIONS:
        chosen, missing = sample(ID, code, site, _of_role(site, role), size=SIZE, drawn=lambda page: page.drawn)
        found += missing
        found += [_page(code, page, group, params) for page in distinct(chosen, lambda page: page.url, "tagged_pages.url")]
    return conclude(ID, [code for code, _, _ in _QUESTIONS], site, found, empty=Outcome.INAPPLICABLE)


def _of_role(site: SiteSnapshot, role: str) -> Seen[TaggedPage] | None:
    """The pages of a role; all of them only where the crawl is all of the site, as the total counts pages that were given."""
    pages = site.tagged_pages
    if pages is None:
        return None
    complete = pages.complete or (site.profile.crawl_complete and pages.missing == 0)
    return Seen(tuple(page for page in pages.items if page.role == role), complete)


def _page(code: str, page: TaggedPage, group: tuple[str, ...], params: PageTagsParams) -> Finding:
    outcome, reason, missing = _judge(page, group, params.partial_group)
    values = because(reason, *page.notes)
    values += (("missing", "、".join(missing)),) if missing else ()
    return Finding(ID, code, outcome, Target(TargetKind.PAGE, page.url, page.url, page.url), evidence=(Evidence(page.url),), values=values)


def _judge(page: TaggedPage, group: tuple[str, ...], partial: PartialGroup) -> tuple[Outcome, str, tuple[str, ...]]:
    lacking = {name.lower() for name in page.missing}
    missing = tuple(name for name in SITE_TAGS + group if name.lower() in lacking)
    if _whole(SITE_TAGS, lacking):
        return Outcome.FAILED, "site_tags_missing", missing
    if _whole(group, lacking):
        return Outcome.FAILED, "group_tags_missing", missing
    if not missing:
        return Outcome.PASSED, "", ()
    outcome = {PartialGroup.FAILS: Outcome.FAILED, PartialGroup.OPEN: Outcome.CANT_TELL, PartialGroup.IGNORED: Outcome.PASSED}[partial]
    return outcome, "tags_partly_missing", missing


def _whole(group: tuple[str, ...], lacking: set[str]) -> bool:
    return all(name.lower() in lacking for name in group)


def _codes() -> Iterator[Code]:
    pages: tuple[Text, ...] = (("内容页", "article page"), ("栏目页", "column page"))
    for (id, _, _), (zh, en) in zip(_QUESTIONS, pages, strict=True):
        yield Code(
            id,
            (
                f"抽查的{zh}是否缺少站点标签或{zh[:-1]}标签？",
                f"Does the {en} drawn lack site tags or the tags of its kind?",
            ),
            TargetKind.PAGE,
            (
                (
                    Outcome.FAILED,
                    (f"{zh}缺少标签{{missing}}（{{reason}}）：{{target}}", f"Tags missing from {en} {{target}}: {{missing}} ({{reason}})"),
                ),
                (
                    Outcome.PASSED,
                    (f"{zh}标签齐全[，缺{{missing}}不计]：{{target}}", f"Tags of {en} {{target}} are there[, {{missing}} left aside]"),
                ),
                (
                    Outcome.CANT_TELL,
                    (
                        f"{zh}缺少部分标签{{missing}}，是否扣分需人工判断：{{target}}",
                        f"Some tags are missing from {en} {{target}}: {{missing}}; a person decides",
                    ),
                ),
                (Outcome.UNTESTED, (f"未抽查{zh}标签：{{reason}}", f"Tags of {en}s were not looked at: {{reason}}")),
                (Outcome.INAPPLICABLE, (f"没有可抽查的{zh}", f"There is no {en} to draw")),
            ),
        )


INDICATOR = Indicator(
    id=ID,
    title=("页面标签", "Page tags"),
    section="D4",
    subject=SubjectKind.SITE,
    needs=("tagged_pages",),
    codes=tuple(_codes()),
    function=page_tags,
    params=PARAMS,
)
