"""Evidence against displayed dates."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from ..values.dates import Absent, DateReading, DateSource, day_of
from ..values.seen import Seen
from ..values.site import DateConflict, SiteSnapshot
from .dates import url_date
from .entries import Entries
from .outline import Site
from .urls import canonical

MAX_CONFLICTS = 100

_YEAR_MONTH_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)[-/.年](\d{1,2})[-/.月](\d{1,2})(?!\d)")
_APART = timedelta(days=1)


def date_conflicts(site: Site, entries: Entries, history: tuple[SiteSnapshot, ...], whole: bool) -> Seen[DateConflict]:
    """Evidence against displayed dates: the first of each kind in the order of addresses, and how many there are."""
    first_seen = _first_seen(history)
    found: dict[str, dict[str, DateConflict]] = {}
    for page in site.pages.values():
        day = page.published.date
        if day is None:
            continue
        for kind, other, allowed in (
            ("tag_differs", page.tagged, timedelta()),
            ("url_differs", url_date(page.url), _APART),
            ("future", _seen_on(day_of(page.fetched_at)), None),
            ("first_seen_earlier", first_seen.get(page.address), None),
        ):
            other_day = other.date if other is not None else None
            if other is None or other_day is None:
                continue
            if day > other_day if allowed is None else abs(day - other_day) > allowed:
                found.setdefault(kind, {})[page.address] = DateConflict(page.url, page.published, other, kind, page.published.raw)
    for item in entries.all:
        day = item.entry.date.date
        fetched = day_of(item.seen_at)
        if day is not None and item.address and day > fetched:
            conflict = DateConflict(item.entry.url, item.entry.date, _seen_on(fetched), "future", item.entry.title)
            found.setdefault("future", {}).setdefault(item.address, conflict)
    for url, address, reading in (
        *((page.url, page.address, page.published) for page in site.pages.values()),
        *((item.entry.url, item.address, item.entry.date) for item in entries.all if item.address),
    ):
        if reading.absent is Absent.UNREADABLE and _is_impossible(reading.raw):
            conflict = DateConflict(url, reading, DateReading(absent=Absent.UNREADABLE), "impossible", reading.raw)
            found.setdefault("impossible", {}).setdefault(address, conflict)
    items = [found[kind][address] for kind in sorted(found) for address in sorted(found[kind])[:MAX_CONFLICTS]]
    total = sum(map(len, found.values()))
    return Seen(tuple(items), complete=whole and len(items) == total, total=total if whole else None)


def _is_impossible(raw: str) -> bool:
    """Whether a text has year, month and day of which no calendar has one."""
    parts = _YEAR_MONTH_DAY.search(raw)
    if parts is None:
        return False
    year, month, day = map(int, parts.groups())
    try:
        date(year, month, day)
    except ValueError:
        return True
    return False


def _seen_on(day: date) -> DateReading:
    return DateReading(day.year, day.month, day.day, raw=day.isoformat(), source=DateSource.CALLER)


def _first_seen(history: Iterable[SiteSnapshot]) -> dict[str, DateReading]:
    """The day each address was first linked in earlier snapshots."""
    days: dict[str, date] = {}
    for snapshot in history:
        if snapshot.observed_to is None:
            continue
        day = day_of(snapshot.observed_to)
        for link in snapshot.links.items if snapshot.links is not None else ():
            address = canonical(link.url)
            days[address] = min(day, days.get(address, day))
    return {address: _seen_on(day) for address, day in days.items()}
