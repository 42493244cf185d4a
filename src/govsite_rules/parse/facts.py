"""What one page contributes to its site, and how such contributions are put together in any order and any number of pieces."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable, Mapping
from datetime import datetime
from heapq import nsmallest
from typing import NamedTuple, TypeVar

from attrs import Factory, frozen

from ..values.dates import NO_DATE, DateReading, DateSource, aware
from ..values.page import (
    Crumb,
    Entry,
    GuideReading,
    Letter,
    Marks,
    MarkState,
    PageKind,
    PageRole,
    PageSnapshot,
    Pagination,
    WordingHit,
)
from .dates import read_date
from .urls import canonical, same_site

V = TypeVar("V")

CHECKED_MARKS = ("organ_mark", "site_code", "icp", "police", "sponsor", "contact", "error_report_entry", "site_name")
"""The marks looked for on every page, in the order of ``PageRecord.marks``."""

SITE_TAGS = ("SiteName", "SiteDomain", "SiteIDCode")
COLUMN_TAGS = ("ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType")
ARTICLE_TAGS = ("ArticleTitle", "PubDate", "ContentSource")

MAX_PAGES = 500_000
MAX_LINKS = 500_000
MAX_REFERRERS = 8
MAX_CONTENTS = 8
SAMPLE_PAGES = 256
LONGEST_BOX = 10

_TITLE = 80
_LEADS_TO = "leads_to:"
_TEXT = 40
_FRAME_PLACES = frozenset(("nav", "subnav", "undernav", "footer", "crumb"))
_SINGLE = frozenset((PageRole.ARTICLE, PageRole.GUIDE, PageRole.LETTER))
_EMPTY_TAGS = frozenset(("", "null", "undefined", "none", "nan", "-", "--", "/"))
_TEMPLATE = ("{{", "${", "<%", "<?", "{$", "[!--", "[field", "{pboot")


class LinkFact(NamedTuple):
    """A link of a page, shortened."""

    url: str
    text: str
    kind: str
    place: str
    hidden: str


class Ref(NamedTuple):
    """One page version that links to an address, and how. The order of the fields is the order referrers are kept in."""

    page: str
    digest: str
    url: str
    text: str
    kind: str
    place: str
    hidden: str


@frozen
class PageRecord:
    """What is kept of one page: a few hundred bytes for an article, the entries too for a list or homepage.

    ``marks`` has one letter for each of CHECKED_MARKS: s shown, a absent, u unknown. ``home_marks`` are kept in full on
    pages that may be the homepage. ``missing_tags`` are required page tags absent or empty-like. ``tagged`` is the date of
    the PubDate tag.
    """

    address: str
    url: str
    fetched_at: datetime
    digest: str = ""
    status: int = 200
    kind: PageKind = PageKind.CONTENT
    role: PageRole = PageRole.OTHER
    title: str = ""
    heading: str = ""
    column_name: str = ""
    column_type: str = ""
    published: DateReading = NO_DATE
    tagged: DateReading | None = None
    entries: tuple[Entry, ...] = ()
    crumbs: tuple[Crumb, ...] = ()
    pagination: Pagination | None = None
    marks: str = ""
    home_marks: Marks | None = None
    missing_tags: tuple[str, ...] = ()
    tag_notes: tuple[str, ...] = ()
    script_drawn: bool = False
    blank: str = ""
    body_chars: int = 0
    guide: GuideReading | None = None
    letters: tuple[Letter, ...] = ()
    wording: tuple[WordingHit, ...] | None = None
    replaced: int = 0
    truncated: bool = False
    notes: tuple[str, ...] = ()

    @property
    def order(self) -> tuple[bool, bool, datetime, str]:
        """Of two versions of one address the greater one counts: seen rather than challenged, a page rather than its frameset
        or the stub that leads to it (``/`` and ``/main.htm`` are one address), then later, then by digest."""
        stub = self.kind is PageKind.FRAME or self.address in map(canonical, self.leads_to)
        return (self.kind is not PageKind.CHALLENGE, not stub, self.fetched_at, self.digest)

    @property
    def leads_to(self) -> tuple[str, ...]:
        """Where a redirect in the page leads."""
        return tuple(note.removeprefix(_LEADS_TO) for note in self.notes if note.startswith(_LEADS_TO))


@frozen
class PageFacts:
    """A page's record, with the parts that only matter together with other pages: links and text block fingerprints.

    Articles come without the links they share with the frame of their site (navigation, footer, breadcrumb), unless hidden.
    """

    record: PageRecord
    links: tuple[LinkFact, ...] = ()
    blocks: tuple[int, ...] = ()


@frozen(hash=False)
class SiteFacts:
    """The facts of any set of pages. Build it with ``gather`` and ``merge``; EMPTY is the facts of no page.

    Addresses are canonical. ``pages`` holds the version that counts of each address; ``contents`` the digests (with the
    last time each was seen) of addresses with several contents; ``links`` the first MAX_REFERRERS referrers of each
    address; ``blocks`` the text blocks of the first SAMPLE_PAGES pages and of those with LONGEST_BOX entries at most; ``kept_links``
    the links of the latter and of pages that may be the homepage. Shorter addresses come first, so that columns
    outlive articles where a limit is reached, which ``pages_cut`` and ``links_cut`` say.
    """

    pages: Mapping[str, PageRecord] = Factory(dict)
    contents: Mapping[str, tuple[tuple[str, datetime], ...]] = Factory(dict)
    links: Mapping[str, tuple[Ref, ...]] = Factory(dict)
    blocks: Mapping[str, tuple[int, ...]] = Factory(dict)
    kept_links: Mapping[str, tuple[LinkFact, ...]] = Factory(dict)
    pages_cut: bool = False
    links_cut: bool = False


EMPTY = SiteFacts()


def page_facts(page: PageSnapshot) -> PageFacts:
    """The facts of one page; raises InputError where ``fetched_at`` has no time zone."""
    fetched_at = aware(page.fetched_at, "fetched_at")
    address = canonical(page.url)
    role = page.role
    if page.kind is not PageKind.CONTENT:
        record = PageRecord(
            address=address,
            url=page.url,
            fetched_at=fetched_at,
            digest=page.digest,
            status=page.status,
            kind=page.kind,
            role=role,
            title=page.title[:_TITLE],
            replaced=page.replaced,
            truncated=page.truncated,
            notes=page.notes,
        )
        return PageFacts(record, _links(page, frozenset(), False) if page.kind is PageKind.REDIRECT else ())
    single = role in _SINGLE
    entries = () if single else page.entries
    tags = dict(page.tags)
    record = PageRecord(
        address=address,
        url=page.url,
        fetched_at=fetched_at,
        digest=page.digest,
        status=page.status,
        role=role,
        title=page.title[:_TITLE],
        heading=page.heading[:_TITLE],
        column_name=_tag(tags, "columnname"),
        column_type=_tag(tags, "columntype"),
        published=page.published,
        tagged=read_date(tags["pubdate"], source=DateSource.TAG) if tags.get("pubdate") else None,
        entries=entries,
        crumbs=page.crumbs[:12],
        pagination=page.pagination,
        marks=_mark_letters(page.marks),
        home_marks=page.marks if _may_be_home(role, address) else None,
        missing_tags=_missing(tags, ARTICLE_TAGS if single else COLUMN_TAGS),
        tag_notes=_tag_notes(tags, page),
        script_drawn=page.script_drawn,
        blank=page.blank[:_TITLE],
        body_chars=page.body_chars,
        guide=page.guide,
        letters=page.letters,
        wording=page.wording,
        replaced=page.replaced,
        truncated=page.truncated,
        notes=page.notes,
    )
    return PageFacts(record, _links(page, frozenset(entry.url for entry in entries), single), page.blocks)


def _may_be_home(role: PageRole, address: str) -> bool:
    return role is PageRole.HOME or "/" not in address.partition("?")[0]


def _links(page: PageSnapshot, entries: frozenset[str], single: bool) -> tuple[LinkFact, ...]:
    return tuple(
        LinkFact(link.url, link.text[:_TEXT], link.kind, link.place, link.hidden)
        for link in page.links
        if link.hidden or not (link.url in entries or (single and link.place in _FRAME_PLACES))
    )


_LETTER = {MarkState.SHOWN: "s", MarkState.ABSENT: "a", MarkState.UNKNOWN: "u"}


def _mark_letters(marks: Marks) -> str:
    return "".join([_LETTER[getattr(marks, name).state] for name in CHECKED_MARKS])


def _tag(tags: Mapping[str, str], name: str) -> str:
    value = tags.get(name, "").strip()
    if value.lower() in _EMPTY_TAGS or any(mark in value for mark in _TEMPLATE):
        return ""
    return value[:_TITLE]


def _missing(tags: Mapping[str, str], group: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in SITE_TAGS + group if not _tag(tags, name.lower()))


def _tag_notes(tags: Mapping[str, str], page: PageSnapshot) -> tuple[str, ...]:
    notes = []
    domain = canonical(_tag(tags, "sitedomain").lower())
    host = canonical(page.url).partition("/")[0].partition("?")[0]
    if domain and host and not same_site(domain, host):
        notes.append("site_domain_differs")
    code, shown = _tag(tags, "siteidcode"), page.marks.site_code
    if code and shown.state is MarkState.SHOWN and shown.value and shown.value.lower() != code.lower():
        notes.append("site_code_differs")
    return tuple(notes)


def merge(left: SiteFacts, right: SiteFacts) -> SiteFacts:
    """The facts of the pages of both: associative, commutative, idempotent, with EMPTY as identity."""
    return gather((left, right))


def gather(parts: Iterable[PageFacts | SiteFacts]) -> SiteFacts:
    """The facts of all pages and pieces given, in time linear in their size, whatever their order."""
    builder = _Builder()
    for part in parts:
        builder.add(part)
    return builder.facts()


def _shorter_first(address: str) -> tuple[int, str]:
    return (len(address), address)


class _Builder:
    """The mutable working copy behind ``gather``; nothing of it leaves this module."""

    def __init__(self) -> None:
        self.pages: dict[str, PageRecord] = {}
        self.contents: dict[str, dict[str, datetime]] = {}
        self.links: dict[str, list[Ref]] = {}
        self.blocks: dict[str, tuple[int, ...]] = {}
        self.kept_links: dict[str, tuple[LinkFact, ...]] = {}
        self.pages_cut = False
        self.links_cut = False
        self.addresses: dict[str, str] = {}
        self.most_blocks = 2 * SAMPLE_PAGES

    def add(self, part: PageFacts | SiteFacts) -> None:
        if isinstance(part, PageFacts):
            self._page(part)
        else:
            self._site(part)
        if len(self.pages) > 2 * MAX_PAGES:
            self._cut_pages()
        if len(self.links) > 2 * MAX_LINKS:
            self._cut_links()
        if len(self.blocks) > self.most_blocks:
            self._cut_blocks()
            self.most_blocks = 2 * (SAMPLE_PAGES + len(self.blocks))

    def _page(self, facts: PageFacts) -> None:
        record = facts.record
        links = facts.links
        self._version(
            record, _contents(record), facts.blocks, links if _may_be_home(record.role, record.address) or is_sparse(record) else ()
        )
        page, digest = record.address, record.digest
        for link in links:
            self._refer(self._address(link.url), Ref(page, digest, *link))
        hidden = {link.url for link in links if link.hidden}  # what nobody sees is no row of the list it stands in
        for entry in record.entries:
            if entry.url and entry.url not in hidden:
                self._refer(self._address(entry.url), Ref(page, digest, entry.url, entry.title[:_TEXT], "", "list", ""))

    def _site(self, facts: SiteFacts) -> None:
        for address, record in facts.pages.items():
            contents = dict(facts.contents.get(address) or _contents(record).items())
            self._version(record, contents, facts.blocks.get(address, ()), facts.kept_links.get(address, ()))
        for address, refs in facts.links.items():
            for ref in refs:
                self._refer(address, ref)
        self.pages_cut |= facts.pages_cut
        self.links_cut |= facts.links_cut

    def _address(self, url: str) -> str:
        address = self.addresses.get(url)
        if address is None:
            if len(self.addresses) > MAX_LINKS:
                self.addresses.clear()
            address = self.addresses[url] = canonical(url)
        return address

    def _version(self, record: PageRecord, contents: dict[str, datetime], blocks: tuple[int, ...], links: tuple[LinkFact, ...]) -> None:
        address = record.address
        known = self.pages.get(address)
        if known is None:
            self.pages[address] = record
            if len(contents) > 1:
                self.contents[address] = contents
            self._attach(address, blocks, links)
            return
        self._remember(address, known, contents)
        if known == record:
            self._attach(address, max(blocks, self.blocks.get(address, ())), max(links, self.kept_links.get(address, ())))
        elif known.order < record.order or (known.order == record.order and repr(known) < repr(record)):
            self.pages[address] = record
            self._attach(address, blocks, links)

    def _remember(self, address: str, known: PageRecord, contents: dict[str, datetime]) -> None:
        all_contents = self.contents.get(address) or _contents(known)
        for digest, seen in contents.items():
            all_contents[digest] = max(seen, all_contents.get(digest, seen))
        if len(all_contents) > 1:
            self.contents[address] = dict(sorted(all_contents.items())[:MAX_CONTENTS])

    def _attach(self, address: str, blocks: tuple[int, ...], links: tuple[LinkFact, ...]) -> None:
        _put(self.blocks, address, blocks)
        _put(self.kept_links, address, links)

    def _refer(self, address: str, ref: Ref) -> None:
        refs = self.links.get(address)
        if refs is None:
            self.links[address] = [ref]
        elif (len(refs) < MAX_REFERRERS or ref < refs[-1]) and ref not in refs:
            insort(refs, ref)
            del refs[MAX_REFERRERS:]

    def _cut_pages(self) -> None:
        if len(self.pages) > MAX_PAGES:
            self.pages_cut = True
            self.pages = _first(self.pages, MAX_PAGES)
            self.contents = _only(self.contents, self.pages)
            self.blocks = _only(self.blocks, self.pages)
            self.kept_links = _only(self.kept_links, self.pages)

    def _cut_links(self) -> None:
        if len(self.links) > MAX_LINKS:
            self.links_cut = True
            self.links = _first(self.links, MAX_LINKS)

    def _cut_blocks(self) -> None:
        sample = frozenset(nsmallest(SAMPLE_PAGES, self.pages, key=_shorter_first))
        self.blocks = {address: blocks for address, blocks in self.blocks.items() if address in sample or is_sparse(self.pages[address])}

    def facts(self) -> SiteFacts:
        self._cut_pages()
        self._cut_links()
        self._cut_blocks()
        return SiteFacts(
            pages=self.pages,
            contents={address: tuple(sorted(contents.items())) for address, contents in self.contents.items()},
            links={address: tuple(refs) for address, refs in self.links.items()},
            blocks=self.blocks,
            kept_links=self.kept_links,
            pages_cut=self.pages_cut,
            links_cut=self.links_cut,
        )


def _contents(record: PageRecord) -> dict[str, datetime]:
    """The content that a version of a page shows, and when; a challenge shows none."""
    return {} if record.kind is PageKind.CHALLENGE else {record.digest: record.fetched_at}


def is_sparse(record: PageRecord) -> bool:
    """Whether the links and text blocks of a page are kept: it shows no list, or none longer than a box beside one."""
    return record.kind is PageKind.CONTENT and len(record.entries) <= LONGEST_BOX and record.role not in _SINGLE


def _put(table: dict[str, tuple[V, ...]], key: str, value: tuple[V, ...]) -> None:
    if value:
        table[key] = value
    else:
        table.pop(key, None)


def _first(table: dict[str, V], count: int) -> dict[str, V]:
    return {key: table[key] for key in nsmallest(count, table, key=_shorter_first)}


def _only(table: dict[str, V], keys: Mapping[str, object]) -> dict[str, V]:
    return {key: value for key, value in table.items() if key in keys}
