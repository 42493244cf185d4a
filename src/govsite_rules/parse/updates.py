"""The dates that lists display, joined with the article pages they lead to (checklist decisions 3 to 5)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from enum import Enum

from attrs import evolve, frozen

from ..values.dates import Absent, DateReading, DateSource, day_of
from ..values.page import Entry, PageKind, PageRole
from ..values.site import DatedEntry, Updates
from .dates import url_date
from .facts import PageRecord

MAX_RECENT = 24
_NEAR = timedelta(days=31)


class Article(Enum):
    """What the page behind an entry says about its date."""

    DATED = "dated"
    UNDATED = "undated"
    UNKNOWN = "unknown"


@frozen
class Listed:
    """An entry on the page that lists it: its canonical address ('' for none) and when the page was fetched."""

    entry: Entry
    address: str
    seen_at: datetime


@frozen(hash=False)
class Dates:
    """What the site's pages say about dates: ``pages`` by address, and ``shown``, a full date that some list gives an address."""

    pages: Mapping[str, PageRecord]
    shown: Mapping[str, DateReading]

    def article(self, address: str) -> tuple[Article, DateReading | None]:
        """Whether the page at ``address`` shows a publication date, and which."""
        page = self.pages.get(address) if address else None
        if page is None or page.kind is not PageKind.CONTENT:
            return Article.UNKNOWN, None
        if page.published.absent is None:
            return Article.DATED, page.published
        if page.role is PageRole.LETTER:
            for letter in page.letters:
                for reading in (letter.replied, letter.asked):
                    if reading.absent is None:
                        return Article.DATED, reading
        shows_none = page.role is PageRole.ARTICLE and page.published.absent is Absent.NONE_SHOWN
        return (Article.UNDATED if shows_none else Article.UNKNOWN), None

    def with_year(self, reading: DateReading, address: str, url: str) -> DateReading:
        """``reading`` with the year that decision 5 allows, and where it came from; itself where none is found."""
        if reading.absent is not None or reading.year is not None or reading.month is None or reading.day is None or not address:
            return reading
        for source, other in (("article", self.article(address)[1]), ("list", self.shown.get(address))):
            year = _nearest_year(reading, other.date) if other is not None and other.date else None
            if year is not None:
                return evolve(reading, year=year, year_from=source)
        page = self.pages.get(address)
        for source, hint in (("url", url_date(url)), ("tag", page.tagged if page is not None else None)):
            if hint is not None and hint.year and (hint.month, hint.day) == (reading.month, reading.day):
                return evolve(reading, year=hint.year, year_from=source)
        return reading


def shown_dates(listed: Iterable[Listed]) -> dict[str, DateReading]:
    """The full date that lists give each address; the latest where they differ, whatever the order of pages."""
    shown: dict[str, DateReading] = {}
    for item in listed:
        day = item.entry.date.date
        if day is not None and item.address:
            known = shown.get(item.address)
            if known is None or (known.date or date.min) < day:
                shown[item.address] = item.entry.date
    return shown


def updates_of(listed: Iterable[Listed], dates: Dates) -> Updates:
    """The displayed dates of entries given in the order of their pages; an address listed twice counts once, by its fullest date."""
    distinct: dict[str, Listed] = {}
    for item in listed:
        identity = item.address or item.entry.title
        known = distinct.get(identity)
        if known is None or fullness(item.entry.date) > fullness(known.entry.date):
            distinct[identity] = item
    if not distinct:
        return Updates()
    found: dict[tuple[int | None, int | None, int | None], DatedEntry] = {}
    undated = unseen = article_undated = future = 0
    for item in distinct.values():
        entry = item.entry
        state, published = dates.article(item.address)
        if entry.date.absent is None:
            reading = dates.with_year(entry.date, item.address, entry.url)
            article_undated += state is Article.UNDATED
        elif published is not None:
            reading = evolve(published, source=published.source or DateSource.ARTICLE)
        elif state is Article.UNDATED and entry.date.absent is Absent.NONE_SHOWN:
            undated += 1
            continue
        else:
            unseen += 1
            continue
        day = reading.date
        if day is not None and day > day_of(item.seen_at):
            future += 1
            continue
        key = (reading.year, reading.month, reading.day)
        known_date = found.get(key)
        found[key] = evolve(known_date, count=known_date.count + 1) if known_date else DatedEntry(reading, entry.title, entry.url)
    latest = max(item.seen_at for item in distinct.values())
    newest_first = sorted(found.values(), key=lambda dated: _sort_key(dated.date, latest), reverse=True)
    return Updates(
        recent=tuple(newest_first[:MAX_RECENT]),
        more=len(newest_first) > MAX_RECENT,
        entries=len(distinct),
        undated=undated,
        undated_unseen=unseen,
        article_undated=article_undated,
        future=future,
    )


def fullness(reading: DateReading) -> int:
    """How many parts of a date are shown, one more than none where any is."""
    if reading.absent is not None:
        return 0
    return 1 + (reading.month is not None) + (reading.day is not None) + (reading.year is not None)


def _sort_key(reading: DateReading, seen_at: datetime) -> tuple[date, date]:
    span = reading.span(seen_at)
    assert span is not None
    return span[1], span[0]


def _nearest_year(reading: DateReading, other: date) -> int | None:
    """The year that puts month and day closest to ``other``, where that is within a month; a list may date an item otherwise."""
    best: tuple[timedelta, int] | None = None
    for year in (other.year - 1, other.year, other.year + 1):
        try:
            distance = abs(date(year, reading.month or 1, reading.day or 1) - other)
        except ValueError:
            continue
        if distance <= _NEAR and (best is None or distance < best[0]):
            best = (distance, year)
    return best[1] if best else None
