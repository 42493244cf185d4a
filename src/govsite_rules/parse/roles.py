"""What a page is for, as far as the page itself tells."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import islice

from ..values.dates import Absent
from ..values.page import Entry, PageRole
from .articles.candidates import Published
from .articles.line_kinds import is_meta_line, is_prose
from .urls import canonical, is_article_url, is_attachment, is_list_url

_SEARCH = re.compile(r"/(?:search|so|sousuo|jsearch|jiansuo|query)(?:[/._?-]|$)", re.IGNORECASE)
# What a query selects when the script at a host's root shows columns and articles too; 1001 is 博达's root of a site.
_SELECTS = re.compile(
    r"(?:^|&)(?!(?:site|web|lang)_?id=|wbtreeid=1001(?:&|$))(?:\w*(?:id|cat|class|column|channel|node|list|menu|page|lm)\w{0,6}|[acgmp]|act(?:ion)?|mod(?:ule)?)=(?!(?:index|home|main|default)(?:&|$))"
    r"|^[\w-]{0,20}(?:list|show|view|news|article|category)",
    re.IGNORECASE,
)
_ROUTE = re.compile(r"/?#!?/(?!(?:index|home|main)(?:[/?#]|$))(?=\w)")  # before the path of a page that a script at the root shows
_STATIC = re.compile(r"\.s?html?\?", re.IGNORECASE)
_MANY = 5
_ARTICLE, _PERHAPS = 2, 1
_STATED, _STATED_TOO, _TWICE, _LONGEST_META = 2, (3, 4, 6), 2, 200
_NUMBERS = re.compile(r"\d+")
_WEAK = (3, 4)  # ranks of bare and late labels
_DIGITS = re.compile(r"\d{4}")
_SHORT = 5  # characters of a source with a link
_LONG = 12  # characters of a heading that is no column's name
_TELLING, _UNDER = 3, 3  # ranks and lines of a day that stands under the heading


def is_home(url: str) -> bool:
    """Whether an address is a host's root, not a column or article that a script there shows."""
    path, _, query = canonical(_ROUTE.sub("/", url)).partition("?")
    return "/" not in path and not (query and _SELECTS.search(query) and not _STATIC.search(url))


def role_of(
    url: str,
    tags: Mapping[str, str],
    entries: Sequence[Entry],
    found: Published,
    lines: Sequence[str],
    heading: int,
    headline: str,
    pager: bool,
    others: bool,
) -> PageRole:
    """List, article or other of a page that is no homepage: address, tags, lists, body and publication date weighed together.

    ``heading`` is the line of the ``headline`` among those that ``found`` counts, -1 where there is none.
    ``others``: the entries are those of other columns, for want of better ones.
    """
    url = _ROUTE.sub("/", url)
    if _SEARCH.search(url):
        return PageRole.SEARCH
    shown = found.reading.absent is None
    drawn = found.reading.absent is Absent.SCRIPT_DRAWN
    dated = sum(entry.date.absent is not Absent.NONE_SHOWN for entry in entries)
    prose = len(list(islice(filter(is_prose, lines), 2)))
    listing = is_list_url(url)
    # A heading tells an article only where it heads something: a column's name stands over its list too.
    score = prose + (heading >= 0 and bool(prose or shown or not dated)) - pager
    addressed = not listing and is_article_url(url)
    score += -2 if listing else 2 if addressed else 0
    # A day that is an entry's too may be its row's, unless words say what it is.
    alone = all(entry.date.date != found.reading.date for entry in entries)
    under = heading >= 0 and -_UNDER < found.line - heading <= _UNDER
    own = shown and ((found.label and found.rank <= 1) or alone or (under and len(headline) >= _LONG and is_said_once(found, lines)))
    telling = _TELLING + (len(headline) >= _LONG)
    head = own and under and found.rank <= telling
    # Some systems keep each article in a folder of its own: a labelled day under its headline, no row's, outweighs /index.html.
    headed = bool(found.label) and head and alone and len(headline) >= _LONG
    known = found.rank <= _STATED or found.rank in _STATED_TOO
    stated = own and known and (headed or not listing) and is_said_once(found, lines)
    tagged = tags.get("articletitle") or tags.get("pubdate")
    score += 2 if tagged else -1 if (tags.get("columnname") or tags.get("columntype")) and not (head or stated) else 0
    if stated:
        score += 3
    else:
        score += 2 if head or (found.label and found.rank == 0 and (shown or drawn)) else 1 if shown and found.rank <= 5 else 0
    # A picture with a title beside an article, or its attachment with the day of the signature above.
    single = len(entries) == 1 and ((stated and headed) or (addressed and (not dated or (found.label and _is_no_title(entries[0])))))
    # So has an article of a few lines beside the news of other columns.
    beside = others and addressed and under and shown and len(headline) >= _LONG
    many = dated >= 3 or (len(entries) >= _MANY and not prose)
    score -= 0 if single or not entries or beside else 3 if many else 1 + (dated > 0 and not prose)
    # An address alone makes no article: columns are numbered too (class.php?cid=23).
    told = prose or heading >= 0 or shown or drawn or bool(found.label or tagged)
    if (score >= _ARTICLE and told) or (prose and not entries and not pager):
        return PageRole.ARTICLE
    if entries or listing or score < 0:
        return PageRole.LIST
    return PageRole.ARTICLE if score == _PERHAPS and (shown or prose) else PageRole.OTHER


def _is_no_title(entry: Entry) -> bool:
    """Whether an entry is but an attachment or the source of an article, which took the article's own day."""
    return is_attachment(entry.url) or len(entry.title) <= _SHORT


def is_said_once(found: Published, lines: Sequence[str]) -> bool:
    """Whether the page shows such a line once, or again for another screen: rows of a list each have theirs."""
    if found.label:
        said = [line for line in lines if found.label in line]
        # A column tells when it was renewed, too; beside source, author or hits it is an article that does.
        sure = found.rank not in _WEAK or any(is_meta_line(_NUMBERS.sub("", line.replace(found.label, ""))) for line in said)
        return sure and len(said) <= _TWICE
    raw = found.reading.raw
    if not any(raw in line and len(line) <= _LONGEST_META and is_meta_line(line) for line in lines):
        return False
    return sum(len(line) <= _LONGEST_META and _DIGITS.search(line) is not None and is_meta_line(line) for line in lines) <= _TWICE
