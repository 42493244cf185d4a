"""What the pages of a site come to: counts, marks on every page, sampled tags, wording."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from ..values.page import PageKind, PageRole
from ..values.seen import Seen
from ..values.site import PageCheck, PageCounts, SiteWordingHit, TaggedPage, WordingFacts
from .facts import CHECKED_MARKS, PageRecord
from .outline import Draft, Site

MAX_ADDRESSES = 200
MAX_TAGGED = 20
MAX_HITS = 2_000

_SINGLE = frozenset((PageRole.ARTICLE, PageRole.GUIDE, PageRole.LETTER))


def page_counts(site: Site) -> PageCounts:
    """How many pages there were; the same content of one address counts once."""
    pages = site.pages.values()
    kinds = Counter(page.kind.value for page in pages)
    superseded = sum(len(contents) - 1 for contents in site.facts.contents.values())
    return PageCounts(
        given=len(site.facts.pages) + superseded,
        content=kinds[PageKind.CONTENT.value],
        by_kind=tuple(sorted(kinds.items())),
        replaced=sum(page.replaced > 0 for page in pages),
        duplicates=superseded,
        outside=site.outside,
        truncated=sum(page.truncated for page in pages),
    )


def _other_pages(site: Site, drafts: Mapping[str, Draft]) -> list[PageRecord]:
    """Column and article pages of the site's own hosts, readable, status 200, without the homepage (decision 19)."""
    of_columns = {page.address for draft in drafts.values() for _, page in draft.pages}
    return [
        page
        for page in site.pages.values()
        if page.kind is PageKind.CONTENT
        and page.status == 200
        and not site.is_home(page.address, page.url)
        and (page.role not in (PageRole.OTHER, PageRole.SEARCH, PageRole.HOME) or page.address in of_columns)
    ]


def page_checks(site: Site, drafts: Mapping[str, Draft]) -> tuple[PageCheck, ...]:
    """Each mark over all other pages: exact counts and the first addresses in order."""
    pages = _other_pages(site, drafts)
    checks = []
    for at, name in enumerate(CHECKED_MARKS):
        absent = [page.url for page in pages if page.marks[at : at + 1] == "a"]
        unknown = [page.url for page in pages if page.marks[at : at + 1] == "u"]
        checks.append(
            PageCheck(
                name=name,
                shown=len(pages) - len(absent) - len(unknown),
                absent=len(absent),
                unknown=len(unknown),
                absent_at=tuple(absent[:MAX_ADDRESSES]),
                unknown_at=tuple(unknown[:MAX_ADDRESSES]),
            )
        )
    return tuple(checks)


def tagged_pages(site: Site, drafts: Mapping[str, Draft]) -> Seen[TaggedPage]:
    """Page tags of articles and of columns' first pages, a page of each folder first, so that every template is met."""
    firsts = {page.address for draft in drafts.values() if (page := draft.first) is not None and page.role not in _SINGLE}
    sampled = []
    total = 0
    for role, chosen in (
        ("article", [page for page in _other_pages(site, drafts) if page.role is PageRole.ARTICLE]),
        ("column", [page for page in _other_pages(site, drafts) if page.address in firsts]),
    ):
        total += len(chosen)
        by_folder: dict[str, int] = {}
        ranked = []
        for page in chosen:
            folder = page.address.rpartition("/")[0]
            by_folder[folder] = by_folder.get(folder, 0) + 1
            ranked.append((by_folder[folder], page.address, page))
        ranked.sort(key=lambda item: item[:2])
        sampled += [TaggedPage(page.url, role, page.missing_tags, page.tag_notes) for _, _, page in ranked[:MAX_TAGGED]]
    return Seen(tuple(sampled), total=total)


def wording_facts(site: Site, whole: bool) -> WordingFacts | None:
    """What scanners found; None where no page was scanned. Serious and sure hits come first, so that a limit spares them."""
    scanned = [page for page in site.pages.values() if page.wording is not None]
    if not scanned:
        return None
    hits = [SiteWordingHit(page.url, hit) for page in scanned for hit in page.wording or ()]
    hits.sort(key=lambda found: (found.hit.group == "ordinary", found.hit.certainty != "sure"))
    every_page = whole and all(page.wording is not None for page in site.pages.values() if page.kind is PageKind.CONTENT)
    return WordingFacts(
        lexicons=tuple(sorted({found.hit.lexicon for found in hits if found.hit.lexicon})),
        pages_scanned=len(scanned),
        hits=Seen(tuple(hits[:MAX_HITS]), complete=every_page and len(hits) <= MAX_HITS, total=len(hits) if every_page else None),
    )
