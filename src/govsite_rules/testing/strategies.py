"""Hypothesis strategies over snapshots and findings, built from what the library itself can read. Needs hypothesis (extra ``testing``).

Everything drawn is valid input: whatever an indicator does with it, it must not raise.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from ..indicators import CATALOG
from ..indicators._base import Indicator
from ..values.dates import Absent, DateReading, DateSource, day_of
from ..values.feed import FeedSnapshot
from ..values.finding import Finding, Outcome, Target, TargetKind
from ..values.seen import Seen
from ..values.site import Column, ColumnKind, ColumnState, Guide, Message, MessageKind, SiteSnapshot, Trial, TrialKind, Try, TryResult
from .builders import (
    AS_OF,
    ELEMENTS,
    SEEN_AT,
    column,
    feed,
    guide,
    homepage,
    message,
    post,
    profile,
    shown,
    site,
    trial,
    updates,
)

__all__ = ["attempts", "columns", "days", "feeds", "findings", "guides", "messages", "readings", "seen", "sites", "trials"]

TODAY = day_of(AS_OF)


def days(*, newest: int = 0, oldest: int = 800) -> st.SearchStrategy[date]:
    """Calendar days from ``oldest`` to ``newest`` days before ``AS_OF``."""
    return st.integers(newest, oldest).map(lambda age: TODAY - timedelta(days=age))


def readings() -> st.SearchStrategy[DateReading]:
    """Dates as displayed: whole ones, ones without a year or day, and every reason for none."""
    whole = days().map(shown)
    no_year = days().map(lambda day: DateReading(None, day.month, day.day, raw=f"{day:%m-%d}", source=DateSource.LIST))
    no_day = days().map(lambda day: DateReading(day.year, day.month, raw=f"{day:%Y-%m}", source=DateSource.LIST))
    return whole | no_year | no_day | st.sampled_from(Absent).map(lambda absent: DateReading(absent=absent))


def seen(items: st.SearchStrategy[Any], *, max_size: int = 6, unique_by: Any = None) -> st.SearchStrategy[Seen[Any] | None]:
    """A collection nobody looked at, a part of one, or all of it."""

    @st.composite
    def draw_seen(draw: st.DrawFn) -> Seen[Any]:
        members = tuple(draw(st.lists(items, max_size=max_size, unique_by=unique_by)))
        complete = draw(st.booleans())
        more = draw(st.none() | st.integers(0, 3))
        return Seen(members, complete, len(members) if complete else None if more is None else len(members) + more)

    return st.none() | draw_seen()


@st.composite
def columns(draw: st.DrawFn) -> Column:
    """A column of any kind, state, level and age."""
    name = draw(st.sampled_from("甲乙丙丁戊己庚辛")) + "栏目"
    state = draw(st.sampled_from(ColumnState))
    listed = draw(st.lists(days(), max_size=3)) if state is ColumnState.LISTED else []
    fields: dict[str, Any] = {
        "state": state,
        "updates": updates(*listed, undated=draw(st.integers(0, 1)), undated_unseen=draw(st.integers(0, 1))),
        "level": draw(st.none() | st.integers(1, 3)),
        "kind_sure": draw(st.booleans()),
        "first_page_seen": draw(st.booleans()),
        "updates_expected": draw(st.none() | st.booleans()),
        "fetched_at": draw(st.sampled_from((None, SEEN_AT, SEEN_AT - timedelta(days=3)))),
    }
    return column(name, kind=draw(st.sampled_from(ColumnKind)), **fields)


@st.composite
def messages(draw: st.DrawFn) -> Message:
    """A message of any kind and age, answered, unanswered or unknown."""
    asked = draw(st.integers(0, 500))
    replied = draw(st.none() | st.integers(0, asked))
    return message(
        draw(st.text("0123456789", min_size=1, max_size=3)),
        asked,
        replied,
        kind=draw(st.sampled_from(MessageKind)),
        valid=draw(st.none() | st.booleans()),
        answered=draw(st.none() | st.booleans()) if replied is None else True,
        drawn=draw(st.booleans()),
    )


@st.composite
def guides(draw: st.DrawFn) -> Guide:
    """A service item with any element classes missing, or without a guide that was seen."""
    built = guide(draw(st.text("0123456789", min_size=1, max_size=3)), draw(st.sets(st.sampled_from(ELEMENTS))), drawn=draw(st.booleans()))
    return built if draw(st.booleans()) else Guide(built.id, built.name, built.url, draw(st.none() | st.booleans()))


@st.composite
def attempts(draw: st.DrawFn) -> Try:
    """A try of the last eight days, however it ended."""
    at = AS_OF - timedelta(minutes=draw(st.integers(0, 8 * 24 * 60)))
    return Try(at, draw(st.sampled_from(TryResult)), draw(st.none() | st.floats(0, 60)))


@st.composite
def trials(draw: st.DrawFn) -> Trial:
    """A recorded trial of any kind."""
    number = draw(st.integers(0, 99))
    return trial(draw(st.sampled_from(TrialKind)), draw(st.none() | st.booleans()), id=f"t{number}", subject=f"对象{number}")


@st.composite
def sites(draw: st.DrawFn) -> SiteSnapshot:
    """A site of which anything may be seen, in part or not at all."""
    facts = {name: draw(st.none() | st.booleans()) for name in ("portal", "department", "services")}
    home = draw(st.none() | st.lists(days(), max_size=3).map(lambda given: homepage(updates=updates(*given))))
    return site(
        profile=profile(crawl_complete=draw(st.booleans()), **facts),
        homepage=home,
        columns=draw(seen(columns(), unique_by=lambda one: one.key)),
        messages=draw(seen(messages(), unique_by=lambda one: one.id)),
        guides=draw(seen(guides(), unique_by=lambda one: one.id)),
        tries=draw(seen(attempts(), unique_by=lambda one: one.at)),
        trials=draw(seen(trials(), unique_by=lambda one: one.id)),
    )


@st.composite
def feeds(draw: st.DrawFn) -> FeedSnapshot:
    """An account with any posts, or of which no posts were seen."""
    built = draw(seen(days().map(post), unique_by=lambda one: one.id))
    return feed(posts=built)


@st.composite
def findings(draw: st.DrawFn, indicators: tuple[Indicator, ...] = CATALOG) -> tuple[Finding, ...]:
    """The findings of one indicator: one to four for each of its codes, with outcomes that it may emit."""
    indicator = draw(st.sampled_from(indicators))
    found = []
    for code in indicator.codes:
        outcomes = st.sampled_from(sorted(code.outcomes))
        for place, outcome in enumerate(draw(st.lists(outcomes, min_size=1, max_size=4))):
            unknown = outcome is Outcome.UNTESTED and draw(st.booleans())
            target = Target(TargetKind.SITE, "site") if unknown and not place else Target(code.target, f"t{place}", f"对象{place}")
            found.append(Finding(indicator.id, code.id, outcome, target, None if unknown else 1))
    return tuple(sorted(found, key=lambda finding: finding.key))
