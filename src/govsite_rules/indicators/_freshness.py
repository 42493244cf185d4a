"""Whether what was seen of a list of dated entries proves an update inside a window, proves there was none, or neither.

Shared by every indicator that asks for updates (decisions 1 to 5 and 13, facts S8 and S9).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from enum import StrEnum

from attrs import frozen

from ..values.dates import day_of, months_after, months_before
from ..values.finding import Evidence, Measure, Outcome
from ..values.site import DatedEntry, Updates
from ._base import because, count, days


class UndatedArticle(StrEnum):
    """Whether an entry dated in its list counts although its article page shows no time (decision 4)."""

    LIST_COUNTS = "list_counts"
    NOT_UPDATED = "not_updated"


@frozen
class Window:
    """A span counted back from the day of inspection: ``days`` natural days, or ``months`` calendar months with day clamp."""

    days: int = 0
    months: int = 0

    def start(self, today: date) -> date:
        """The oldest day that still counts as an update."""
        return months_before(today, self.months) if self.months else today - timedelta(days=self.days)

    def disputed(self, newest: date, today: date) -> bool:
        """Whether the inclusive reading, or that of 30 and 365 days, would judge ``newest`` differently (decision 1)."""
        start = self.start(today)
        others = [start + timedelta(days=1)]
        if self.months:
            others.append(today - timedelta(days=self.months // 12 * 365 + self.months % 12 * 30))
        return any((newest >= start) != (newest >= other) for other in others)

    def days_left(self, newest: date, today: date) -> int:
        """How many days from ``today`` until ``newest`` is out of the window: 1 when it will be tomorrow."""
        day = months_after(newest, self.months) if self.months else newest + timedelta(days=self.days)
        while self.start(day) <= newest:
            day += timedelta(days=1)
        return (day - today).days


@frozen
class Freshness:
    """PASSED: updated inside the window. FAILED: surely not. CANT_TELL: neither is proven, ``reason`` says why.

    ``newest`` is the newest day that is certain; ``entry`` the entry that shows it.
    """

    outcome: Outcome
    reason: str
    newest: date | None = None
    entry: DatedEntry | None = None
    notes: tuple[str, ...] = ()
    measures: tuple[Measure, ...] = ()

    @property
    def values(self) -> tuple[tuple[str, str], ...]:
        """Reason, notes and newest day as values of a finding."""
        return because(self.reason, *self.notes) + ((("newest", self.newest.isoformat()),) if self.newest else ())

    def evidence(self, url: str, observed_at: datetime | None) -> tuple[Evidence, ...]:
        """Where the newest update stands, and when that was seen."""
        quote = " ".join(part for part in (self.entry.title, self.entry.date.raw) if part) if self.entry else ""
        return (Evidence(url, quote[:120], self.entry.url if self.entry else "", observed_at),)


def judge(
    updates: Updates,
    window: Window,
    *,
    as_of: datetime,
    seen_at: datetime | None,
    max_lag: int = 1,
    doubts: Iterable[str] = (),
    undated_article: UndatedArticle = UndatedArticle.LIST_COUNTS,
) -> Freshness:
    """Judge the dates seen at ``seen_at`` against a window that ends at ``as_of``.

    ``doubts`` are reasons why newer entries may exist unseen; like every other gap they never hide an update that was
    seen, and never let its absence be proven. ``max_lag`` is in days.
    """
    today = day_of(as_of)
    start = window.start(today)
    known: list[tuple[date, DatedEntry]] = []
    possible: list[date] = []
    later = unread = 0
    for entry in updates.recent:
        span = entry.date.span(min(as_of, seen_at) if seen_at else as_of)
        moment = entry.date.moment
        if span is None:
            unread += entry.count
        elif span[0] > today or (moment is not None and moment > as_of and entry.count == 1):
            later += entry.count
        else:
            possible.append(min(span[1], today))
            if span[0] > date.min:
                known.append((span[0], entry))
    newest, shown = max(known, key=lambda pair: (pair[0], pair[1].title, pair[1].url), default=(None, None))
    fresh = sum(entry.count for day, entry in known if day >= start)
    not_counted = updates.article_undated if undated_article is UndatedArticle.NOT_UPDATED else 0
    dated = updates.entries - updates.undated - updates.undated_unseen - updates.future
    none_dated = not possible or 0 < dated <= not_counted

    notes = []
    if not_counted == 0 and updates.article_undated:
        notes.append("article_undated")
    if updates.future:
        notes.append("future_dates")
    if later:
        notes.append("later_entries_ignored")
    if shown is not None and shown.date.year_from:
        notes.append(f"year_from:{shown.date.year_from}")
    if newest is not None and max(possible) > newest:
        notes.append("newest_uncertain")

    if fresh > not_counted:
        outcome, reason = Outcome.PASSED, ""
    else:
        doubtful = [*doubts]
        if fresh and not none_dated:
            doubtful.append("article_undated")
        elif any(day >= start for day in possible) and not none_dated:
            doubtful.append("date_incomplete")
        if updates.undated_unseen or unread:
            doubtful.append("undated_unseen")
        if later and not possible:
            doubtful.append("only_later_entries")
        elif updates.more and newest is None:
            doubtful.append("older_not_kept")
        elif updates.future and not possible:
            doubtful.append("only_future_dates")
        elif not updates.entries and not possible:
            doubtful.append("no_entries")
        if seen_at is None:
            doubtful.append("seen_time_unknown")
        elif seen_at < as_of - timedelta(days=max_lag):
            doubtful.append("observed_too_early")
        if doubtful:
            outcome, reason = Outcome.CANT_TELL, doubtful[0]
            notes = [*doubtful[1:], *notes]
        else:
            outcome, reason = Outcome.FAILED, "undated" if none_dated else "stale"

    measures = [count("entries", updates.entries)]
    if newest is not None:
        measures.append(days("days_since_update", (today - newest).days))
        if outcome is Outcome.PASSED:
            measures.append(days("days_left", window.days_left(newest, today)))
        if outcome is not Outcome.CANT_TELL and window.disputed(newest, today):
            notes.append("boundary")
    if later:
        measures.append(count("later_entries", later))
    return Freshness(outcome, reason, newest, shown, tuple(notes), tuple(measures))


def together(parts: Iterable[Updates]) -> Updates:
    """The updates of several lists as those of one."""
    every = tuple(parts)
    return Updates(
        tuple(entry for part in every for entry in part.recent),
        any(part.more for part in every),
        *(sum(getattr(part, name) for part in every) for name in ("entries", "undated", "undated_unseen", "article_undated", "future")),
    )
