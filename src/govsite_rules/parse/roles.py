"""What a page is for, as far as the page itself tells."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import islice

from ..values.dates import Absent
from ..values.page import Entry, PageRole
from .article import Published, is_prose
from .urls import canonical, is_article_url, is_list_url

_SEARCH = re.compile(r"/(?:search|so|sousuo|jsearch|jiansuo|query)(?:[/._?-]|$)", re.IGNORECASE)
# What a query selects when the script at a host's root shows columns and articles too; 1001 is 博达's root of a site.
_SELECTS = re.compile(
    r"(?:^|&)(?!(?:site|web|lang)_?id=|wbtreeid=1001(?:&|$))(?:\w*(?:id|cat|class|column|channel|node|list|menu|page|lm)\w{0,6}|[acmp])="
    r"|^[\w-]{0,20}(?:list|show|view|news|article|category)",
    re.IGNORECASE,
)
_STATIC = re.compile(r"\.s?html?\?", re.IGNORECASE)
_ARTICLE, _PERHAPS = 2, 1


def is_home(url: str) -> bool:
    """Whether an address is a host's root, not a column or article that a script there shows."""
    path, _, query = canonical(url).partition("?")
    return "/" not in path and not (query and _SELECTS.search(query) and not _STATIC.search(url))


def role_of(
    url: str, tags: Mapping[str, str], entries: Sequence[Entry], found: Published, lines: Sequence[str], heading: bool, pager: bool
) -> PageRole:
    """Home, list, article or other: address, tags, lists, body and publication date weighed together."""
    if is_home(url):
        return PageRole.HOME
    if _SEARCH.search(url):
        return PageRole.SEARCH
    shown = found.reading.absent is None
    drawn = found.reading.absent is Absent.SCRIPT_DRAWN
    dated = sum(entry.date.absent is not Absent.NONE_SHOWN for entry in entries)
    prose = len(list(islice(filter(is_prose, lines), 2)))
    listing = is_list_url(url)
    # A heading tells an article only where it heads something: a column's name stands over its list too.
    score = prose + (heading and bool(prose or shown or not dated)) - pager
    score += -2 if listing else 2 if is_article_url(url) else 0
    score += 2 if tags.get("articletitle") or tags.get("pubdate") else -1 if tags.get("columnname") or tags.get("columntype") else 0
    score += 2 if found.label and found.rank == 0 and (shown or drawn) else 1 if shown and found.rank <= 5 else 0
    single = len(entries) == 1 and not dated and is_article_url(url)  # a picture with a title beside an article
    score -= 3 if dated >= 3 else 1 + (dated > 0 and not prose) if entries and not single else 0
    # An address alone makes no article: columns are numbered too (class.php?cid=23).
    told = prose or heading or shown or drawn or bool(tags.get("articletitle") or tags.get("pubdate"))
    if (score >= _ARTICLE and told) or (prose and not entries and not pager):
        return PageRole.ARTICLE
    if entries or listing or score < 0:
        return PageRole.LIST
    return PageRole.ARTICLE if score == _PERHAPS and (shown or prose) else PageRole.OTHER
