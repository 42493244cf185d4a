"""Columns as indicators judge them: fresh, stale or blank, whatever state they were seen in (decisions 6, 7, 12 and 13)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta

from ..values.dates import aware, day_of
from ..values.finding import Evidence, Finding, Measure, Outcome, Target, TargetKind
from ..values.site import Column, ColumnKind, ColumnState, SiteSnapshot, Updates
from ._base import because, days, distinct
from ._freshness import Freshness, UndatedArticle, Window, judge, together

STATIC = frozenset({ColumnKind.OVERVIEW, ColumnKind.AGENCY, ColumnKind.LEADERS})
"""Columns that change only on events; they do not expire by default (decision 12)."""

REST = frozenset(
    {
        ColumnKind.PERSONNEL,
        ColumnKind.PLANS,
        ColumnKind.DATA,
        ColumnKind.STATISTICS,
        ColumnKind.FINANCE,
        ColumnKind.DISCLOSURE,
        ColumnKind.TOPIC,
        ColumnKind.OTHER,
    }
)
"""Columns that ought to be updated and have no window of their own in the list. Finished topics are HISTORIC, not TOPIC."""

NO_LIST = frozenset({ColumnState.TOOL, ColumnState.REDIRECT, ColumnState.SINGLE})
"""Tools, redirects and one-article columns are neither stale nor blank."""

_UNSEEN = {
    ColumnState.NOT_SEEN: (Outcome.UNTESTED, "not_seen"),
    ColumnState.UNREADABLE: (Outcome.CANT_TELL, "unreadable"),
    ColumnState.SCRIPT_DRAWN: (Outcome.CANT_TELL, "script_drawn"),
}


class Columns:
    """The columns of one site, looked at from one day of inspection. Immutable."""

    def __init__(self, site: SiteSnapshot, as_of: datetime, max_lag: int, undated_article: UndatedArticle) -> None:
        seen = site.columns
        self.items: Sequence[Column] = distinct(seen.items if seen else (), lambda column: column.key, "columns.key")
        self.by_key: Mapping[str, Column] = {column.key: column for column in self.items}
        self._as_of = as_of
        self._today = day_of(as_of)
        self._max_lag = max_lag
        self._undated_article = undated_article
        self._observed_from = site.observed_from

    def freshness(self, column: Column, window: Window) -> Freshness:
        """Whether a column was updated inside ``window``.

        A blank column is FAILED with reason ``blank_now``, or ``emptied`` where history shows content older than the window;
        one without a list is INAPPLICABLE with its state as the reason; a container is judged by all its descendants.
        """
        if column.state in NO_LIST:
            return Freshness(Outcome.INAPPLICABLE, f"column_{column.state}")
        if column.state is ColumnState.BLANK:
            return self._emptied(column, column.earlier, window) if column.earlier else self.blank(column)
        if column.state is ColumnState.CONTAINER:
            return self._container(column, window)
        if column.state in _UNSEEN and not column.updates.recent:
            return Freshness(*_UNSEEN[column.state])
        return self._judge(column.updates, window, self._seen_at(column), self._doubts(column))

    def blank(self, column: Column) -> Freshness:
        """Whether a column shows nothing: FAILED with reason ``blank_now``, PASSED, open, or INAPPLICABLE."""
        if column.state in NO_LIST or column.state is ColumnState.CONTAINER:
            return Freshness(Outcome.INAPPLICABLE, f"column_{column.state}")
        if column.updates.entries:
            return Freshness(Outcome.PASSED, "")
        if column.state in _UNSEEN:
            return Freshness(*_UNSEEN[column.state])
        if column.state is ColumnState.LISTED:
            return Freshness(Outcome.CANT_TELL, "no_entries")
        if column.earlier:
            return Freshness(Outcome.PASSED, "emptied", column.earlier)
        late = self._too_early(column)
        return Freshness(Outcome.CANT_TELL, late) if late else Freshness(Outcome.FAILED, "blank_now")

    def descendants(self, column: Column) -> tuple[list[Column], bool]:
        """The columns below one at any depth, but for containers, and whether all of them are known."""
        leaves: list[Column] = []
        known, waiting, met = True, list(column.children), {column.key}
        while waiting:
            key = waiting.pop()
            if key in met:
                continue
            met.add(key)
            child = self.by_key.get(key)
            if child is None:
                known = False
                continue
            waiting += child.children
            if child.state is not ColumnState.CONTAINER:
                leaves.append(child)
        return sorted(leaves, key=lambda leaf: leaf.key), known and bool(column.children)

    def _container(self, column: Column, window: Window) -> Freshness:
        leaves, known = self.descendants(column)
        lists = [leaf for leaf in leaves if leaf.state not in NO_LIST]
        if not lists and known:
            return Freshness(Outcome.INAPPLICABLE, "column_container")
        blank = [leaf for leaf in lists if leaf.state is ColumnState.BLANK and not leaf.earlier]
        doubts = [] if known else ["not_seen"]
        if known and len(blank) == len(lists):
            late = [reason for reason in map(self._too_early, lists) if reason]
            return Freshness(Outcome.CANT_TELL, late[0]) if late else Freshness(Outcome.FAILED, "blank_now")
        shown = [leaf for leaf in lists if leaf.state is not ColumnState.BLANK]
        for leaf in shown:
            doubts += self._doubts(leaf)
        times = [self._seen_at(leaf) for leaf in lists]
        oldest = None if None in times else min((time for time in times if time is not None), default=None)
        if shown:
            return self._judge(together([column.updates, *(leaf.updates for leaf in shown)]), window, oldest, tuple(dict.fromkeys(doubts)))
        if doubts:
            return Freshness(Outcome.CANT_TELL, doubts[0])
        newest = max(leaf.earlier for leaf in lists if leaf.earlier)
        return self._emptied(column, newest, window)

    def _emptied(self, column: Column, newest: date, window: Window) -> Freshness:
        late = self._too_early(column)
        measures = (days("days_since_update", (self._today - newest).days),) if newest <= self._today else ()
        if late:
            return Freshness(Outcome.CANT_TELL, late, newest, None, ("emptied",), measures)
        if newest >= window.start(self._today):
            return Freshness(Outcome.CANT_TELL, "emptied", newest, None, (), measures)
        return Freshness(Outcome.FAILED, "emptied", newest, None, (), measures)

    def _judge(self, updates: Updates, window: Window, seen_at: datetime | None, doubts: Sequence[str]) -> Freshness:
        return judge(
            updates,
            window,
            as_of=self._as_of,
            seen_at=seen_at,
            max_lag=self._max_lag,
            doubts=doubts,
            undated_article=self._undated_article,
        )

    def _doubts(self, column: Column) -> tuple[str, ...]:
        if column.state in _UNSEEN:
            return (_UNSEEN[column.state][1],)
        return () if column.first_page_seen else ("first_page_not_seen",)

    def _seen_at(self, column: Column) -> datetime | None:
        if column.fetched_at is not None:
            return aware(column.fetched_at, "columns.fetched_at")
        return self._observed_from and aware(self._observed_from, "observed_from")

    def _too_early(self, column: Column) -> str:
        seen_at = self._seen_at(column)
        if seen_at is None:
            return "seen_time_unknown"
        return "observed_too_early" if seen_at < self._as_of - timedelta(days=self._max_lag) else ""


def column_finding(indicator: str, code: str, outcome: Outcome, column: Column, fresh: Freshness, reason: str = "", *notes: str) -> Finding:
    """A finding on one column, with what was judged of it; a ``reason`` given here comes before the one judged."""
    if reason:
        values = because(reason, *(note for note in (fresh.reason, *notes, *fresh.notes) if note and note != reason))
        values += (("newest", fresh.newest.isoformat()),) if fresh.newest else ()
    else:
        values = fresh.values
    values += (("column_kind", str(column.kind)),)
    if column.path:
        values += (("path", " > ".join(column.path)),)
    measures: tuple[Measure, ...] = fresh.measures
    if fresh.entry is None:
        evidence: tuple[Evidence, ...] = (Evidence(column.url, column.blank_quote[:120], "", column.fetched_at),)
    else:
        evidence = fresh.evidence(column.url, column.fetched_at)
    return Finding(indicator, code, outcome, Target(TargetKind.COLUMN, column.key, column.name, column.url), 1, measures, evidence, values)


def left_out(indicator: str, code: str, column: Column, reason: str) -> Finding:
    """The finding on a column that a code does not ask about."""
    fresh = Freshness(Outcome.INAPPLICABLE, reason)
    return column_finding(indicator, code, fresh.outcome, column, fresh)


def names_statistics(name: str, of: Iterable[str]) -> bool:
    """Whether a column's name says statistics of one of these (办件 ... 统计); a bureau of statistics and 服务业 say nothing."""
    told = name.replace("统计局", "").replace("服务业", "")
    last = told.rfind("统计")
    return any(0 <= told.find(word) < last for word in of)
