"""The entries of columns and homepage after the frame is set aside, and the dates they are joined with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from ..values.page import Entry, Letter, PageKind, PageRole
from .facts import PageRecord
from .frame import REPEATED, Frame, learn, repeated
from .outline import TWIN, Draft, Site, entry_leads_to_column
from .updates import Dates, Listed, fullness, shown_dates
from .urls import canonical

_DIGITS = re.compile(r"[0-9a-f]{16,}|\d+")
_SINGLE = frozenset((PageRole.ARTICLE, PageRole.GUIDE, PageRole.LETTER))
LONG_TEXT = 100
"""Characters of a text that is no heading or menu."""
_SHOWN = _SINGLE | {PageRole.HOME}


class Entries:
    """The entries of columns and homepage after the frame is set aside, and the dates they are joined with."""

    def __init__(self, site: Site, drafts: Mapping[str, Draft]) -> None:
        self.site = site
        self.drafts = drafts
        self._addresses: dict[str, str] = {}
        raw = {key: tuple(self._of_pages(_counted_pages(draft))) for key, draft in drafts.items()}
        boxed = repeated({item.address for item in listed if item.address} for listed in raw.values())
        least = min((page.body_chars for page in site.pages.values() if page.kind is PageKind.CONTENT), default=0)
        self.showing = frozenset(page.address for page in site.pages.values() if self._shows(page, boxed, least + LONG_TEXT))
        blocks = {address: blocks for address, blocks in site.facts.blocks.items() if address in site.pages}
        self.frame: Frame = learn(blocks, boxed, self.showing)
        self._least, self._owners = _boxed(self.frame, raw)
        self._whole = frozenset(key for key, listed in raw.items() if len(listed) == self._count(key))
        columns = {key: tuple(self._own(key, listed)) for key, listed in raw.items()}
        self.columns = columns | dict.fromkeys(self._boxes(columns), ())
        home = site.home
        at_home = self._of_pages([home]) if home is not None and home.kind is PageKind.CONTENT else ()
        self.home = tuple(item for item in at_home if not entry_leads_to_column(item.entry, "", item.address, drafts))
        everything = (item for listed in (*self.columns.values(), self.home) for item in listed)
        self.dates = Dates(site.pages, shown_dates(everything))
        self.all = (*(item for listed in self.columns.values() for item in listed), *self.home)

    def _shows(self, page: PageRecord, boxed: frozenset[str], long: int) -> bool:
        """Whether a page shows content of its own, beside boxes that stand on page after page."""
        if page.role in _SHOWN or page.letters or page.script_drawn or page.body_chars >= long:
            return True
        return any(self.address(entry.url) not in boxed for entry in page.entries)

    def is_frame(self, address: str) -> bool:
        """Whether a link to ``address`` stands on page after page, some with a content of their own."""
        refs = self.site.facts.links.get(address, ())
        return len(refs) >= REPEATED and any(ref.page in self.showing for ref in refs)

    def address(self, url: str) -> str:
        address = self._addresses.get(url)
        if address is None:
            address = self._addresses[url] = canonical(url)
        return address

    def _of_pages(self, pages: Iterable[PageRecord]) -> Iterator[Listed]:
        for page in pages:
            for entry in page.entries or _letter_entries(page.letters):
                address = self.address(entry.url) if entry.url else ""
                if not (address and self.site.is_home(address, entry.url)):
                    yield Listed(entry, address, page.fetched_at)

    def _own(self, key: str, listed: Iterable[Listed]) -> Iterator[Listed]:
        folder = key.partition("?")[0] + "/"
        for item in listed:
            if item.address in self.frame.entries and not (item.address.startswith(folder) or self._is_owner(key, item)):
                continue
            if not entry_leads_to_column(item.entry, key, item.address, self.drafts):
                yield item

    def _is_owner(self, key: str, item: Listed) -> bool:
        """Whether an entry that stands on page after page is this column's own: dated more fully than in the box that repeats
        it, among as many as the column counts, or among other entries here and above alone."""
        if fullness(item.entry.date) > self._least[item.address] or key in self._whole:
            return True
        owners = self._owners[item.address]
        return key in owners and all(other == key or other in self._line(key) or key in self._line(other) for other in owners)

    def _boxes(self, columns: Mapping[str, tuple[Listed, ...]]) -> Iterator[str]:
        """The columns that list nothing but the newest items of others, in a box that pages of yet others carry too.

        A column keeps what lies in its own folder, and what its pager counts.
        """
        listed = {key: tuple(dict.fromkeys(item.address for item in of_column)) for key, of_column in columns.items()}
        listing: dict[str, set[str]] = {}
        for key, addresses in listed.items():
            for address in addresses:
                listing.setdefault(address, set()).add(key)
        beginning: dict[tuple[str, ...], list[str]] = {}
        for key, addresses in listed.items():
            folder = f"{key.partition('?')[0]}/"
            if not addresses or any(not address or address.startswith(folder) for address in addresses) or self._is_counted(key):
                continue
            shown, line = set(addresses), self._line(key)
            if addresses not in beginning:
                listers = set().union(*(listing[address] for address in addresses))
                beginning[addresses] = [owner for owner in listers if self._begins_with(shown, listed[owner], owner)]
            owners = [owner for owner in beginning[addresses] if owner != key and owner not in line and key not in self._line(owner)]
            if shown <= set().union(*(listed[owner] for owner in owners)) and self._is_carried(shown, {key, *line}, owners, listed):
                yield key

    def _begins_with(self, shown: set[str], listed: tuple[str, ...], owner: str) -> bool:
        """Whether what a column lists begins with what is ``shown`` of it, and is its own: it goes on, lies in its folder or is counted."""
        theirs = shown.intersection(listed)
        own = len(listed) > len(theirs) or all(address.startswith(f"{owner}/") for address in theirs) or self._is_counted(owner)
        return own and theirs == set(listed[: len(theirs)])

    def _is_counted(self, key: str) -> bool:
        told = [page.pagination for _, page in self.drafts[key].pages if page.pagination is not None]
        return self._count(key) > 0 or any((pagination.pages or 0) > 1 for pagination in told)

    def _count(self, key: str) -> int:
        """How many entries a column's pager says it has; 0 where it says nothing."""
        return max((page.pagination.total or 0 for _, page in self.drafts[key].pages if page.pagination is not None), default=0)

    def _is_carried(self, shown: set[str], own: set[str], owners: Iterable[str], listed: Mapping[str, tuple[str, ...]]) -> bool:
        """Whether a page links to all that is ``shown`` that is neither the homepage nor one of the columns ``own``, and to some of it
        as no page of an owner, of what stands above it or of what it lists would."""
        refs = self.site.facts.links
        carriers = set.intersection(*({ref.page for ref in refs.get(address, ())} for address in shown)) - self.site.home_addresses
        carriers -= self._pages(own)
        for owner in owners:
            if shown <= set(listed[owner]):
                carriers -= self._pages({owner, *self._line(owner)}).union(listed[owner])
        return bool(carriers)

    def _pages(self, keys: set[str]) -> set[str]:
        return keys | {page.address for key in keys for _, page in self.drafts[key].pages}

    def _line(self, key: str) -> set[str]:
        """The columns above one."""
        above: set[str] = set()
        while (key := self.drafts[key].parent) and key not in above:
            above.add(key)
        return above


def _boxed(frame: Frame, raw: Mapping[str, tuple[Listed, ...]]) -> tuple[dict[str, int], dict[str, set[str]]]:
    """How fully the box dates each entry of the frame, and the columns where the entry stands among others spelled alike."""
    least: dict[str, int] = {}
    owners: dict[str, set[str]] = {address: set() for address in frame.entries}
    for key, listed in raw.items():
        beside = {_shape(item.address) for item in listed if item.address not in frame.entries}
        for item in listed:
            if item.address in frame.entries:
                least[item.address] = min(fullness(item.entry.date), least.get(item.address, 9))
                if _shape(item.address) in beside:
                    owners[item.address].add(key)
    return least, owners


def _shape(address: str) -> str:
    return _DIGITS.sub("0", address)


def _letter_entries(letters: Iterable[Letter]) -> Iterator[Entry]:
    for letter in letters:
        yield Entry(letter.title, letter.url, letter.replied if letter.replied.absent is None else letter.asked)


def _counted_pages(draft: Draft) -> list[PageRecord]:
    """The readable pages of a column; those of a twin only where nothing else was seen."""
    readable = [(number, page) for number, page in draft.pages if page.kind is PageKind.CONTENT and page.role not in _SINGLE]
    own = [page for number, page in readable if number < TWIN]
    return own or [page for _, page in readable]
