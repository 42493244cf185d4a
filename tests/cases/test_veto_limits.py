"""Both sides of the limits of the veto clauses, from snapshots to the state of the clause in the list of 2019."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from attrs import evolve

from govsite_rules.checklists.national_2019 import NATIONAL_2019
from govsite_rules.inspection import inspect
from govsite_rules.scoring.records import ClauseState
from govsite_rules.values import (
    SHANGHAI,
    Column,
    ColumnKind,
    ColumnState,
    DatedEntry,
    DateReading,
    Guide,
    Period,
    Seen,
    SiteProfile,
    SiteSnapshot,
    Try,
    TryResult,
    Updates,
)

NOON = datetime(2019, 7, 15, 12, tzinfo=SHANGHAI)
PROFILE = SiteProfile(name="青禾县人民政府", site_code="1234560001", services=True)


def state(site: SiteSnapshot, clause: str) -> ClauseState:
    result = inspect(site, as_of=NOON, checklist=NATIONAL_2019)
    return next(found.state for found in result.verdict.clauses if found.clause == clause)


def column(key: str, age: int | None, kind: ColumnKind = ColumnKind.NEWS, **more: object) -> Column:
    """A column whose newest entry is ``age`` days old; None: blank."""
    shown: dict[str, object] = {"state": ColumnState.BLANK}
    if age is not None:
        day = NOON.date() - timedelta(days=age)
        updates = Updates((DatedEntry(DateReading(day.year, day.month, day.day)),), entries=1)
        shown = {"state": ColumnState.LISTED, "updates": updates, "first_page_seen": True}
    return Column(key, "栏目", f"https://www.example.gov.cn/{key}/", kind=kind, kind_sure=True, level=1, fetched_at=NOON, **(shown | more))


def with_columns(*columns: Column, complete: bool = True, total: int | None = None) -> SiteSnapshot:
    return SiteSnapshot(PROFILE, columns=Seen(columns, complete, total))


@pytest.mark.parametrize(
    "news,notices,expected", [(4, 0, ClauseState.CLEAR), (5, 0, ClauseState.FIRED), (3, 1, ClauseState.CLEAR), (3, 2, ClauseState.FIRED)]
)
def test_five_news_and_notices_columns_together(news: int, notices: int, expected: ClauseState) -> None:
    """V4.1: news columns stale for two weeks and first-level notices stale for six months count together; five fire."""
    stale = [column(f"n{index}", 15) for index in range(news)] + [column(f"p{index}", 200, ColumnKind.NOTICES) for index in range(notices)]

    assert expected == state(with_columns(*stale, column("fresh", 1)), "V4.1")


@pytest.mark.parametrize(
    "plans,news,expected", [(9, 0, ClauseState.CLEAR), (10, 0, ClauseState.FIRED), (9, 1, ClauseState.OPEN), (8, 1, ClauseState.CLEAR)]
)
def test_ten_long_stale_columns(plans: int, news: int, expected: ClauseState) -> None:
    """V4.2: ten columns of the rest kinds fire; where only a stale news column makes ten, the clause is open."""
    stale = [column(f"p{index}", 400, ColumnKind.PLANS) for index in range(plans)] + [column(f"n{index}", 15) for index in range(news)]

    assert expected == state(with_columns(*stale), "V4.2")


@pytest.mark.parametrize("blank,expected", [(4, ClauseState.CLEAR), (5, ClauseState.FIRED)])
def test_five_blank_columns(blank: int, expected: ClauseState) -> None:
    """V4.3: five blank columns fire."""
    assert expected == state(with_columns(*(column(f"b{index}", None) for index in range(blank))), "V4.3")


@pytest.mark.parametrize("total,expected", [(5, ClauseState.CLEAR), (6, ClauseState.OPEN)])
def test_columns_nobody_saw_may_be_the_fifth(total: int, expected: ClauseState) -> None:
    """V4.3: with three blank columns of four seen, one more is not enough and two more may be."""
    seen = [column(f"b{index}", None) for index in range(3)] + [column("a", 1)]

    assert expected == state(with_columns(*seen, complete=False, total=total), "V4.3")


def tries(failed: int, opened: int, blocked: int = 0) -> Seen[Try]:
    """Tries spread evenly over the week before noon."""
    results = [TryResult.DNS] * failed + [TryResult.OPENED] * opened + [TryResult.BLOCKED] * blocked
    step = timedelta(days=7) / len(results)
    return Seen(tuple(Try(NOON - step * index, result, 0.5) for index, result in enumerate(results)), True)


@pytest.mark.parametrize(
    "failed,opened,blocked,expected",
    [
        (6, 134, 0, ClauseState.CLEAR),
        (7, 133, 0, ClauseState.FIRED),
        (5, 134, 1, ClauseState.CLEAR),
        (6, 133, 1, ClauseState.OPEN),
        (7, 132, 1, ClauseState.FIRED),
    ],
)
def test_five_per_cent_of_the_tries(failed: int, opened: int, blocked: int, expected: ClauseState) -> None:
    """V2.1: 7 of 140 are five per cent and fire; a blocked try leaves open what it could decide."""
    assert expected == state(SiteSnapshot(PROFILE, tries=tries(failed, opened, blocked)), "V2.1")


def test_too_few_tries_decide_only_what_is_decided() -> None:
    """V2.1: with 139 tries the missing one may fail: 6 failures are open, 5 clear."""
    assert state(SiteSnapshot(PROFILE, tries=tries(6, 133)), "V2.1") is ClauseState.OPEN
    assert state(SiteSnapshot(PROFILE, tries=tries(5, 134)), "V2.1") is ClauseState.CLEAR


def test_tries_inside_maintenance_leave_the_share_alone() -> None:
    """V2.1: failures inside a reported window do not count in either number."""
    watched = tries(7, 133)
    window = Period(NOON - timedelta(hours=9), NOON, "系统升级")
    site = SiteSnapshot(evolve(PROFILE, maintenance=(window,)), tries=watched)

    assert state(SiteSnapshot(PROFILE, tries=watched), "V2.1") is ClauseState.FIRED
    assert state(site, "V2.1") is ClauseState.CLEAR


@pytest.mark.parametrize(
    "bad,complete,second,third",
    [
        (4, True, ClauseState.CLEAR, ClauseState.FIRED),
        (5, True, ClauseState.FIRED, ClauseState.CLEAR),
        (4, False, ClauseState.OPEN, ClauseState.OPEN),
        (5, False, ClauseState.FIRED, ClauseState.CLEAR),
    ],
)
def test_five_guides_or_all_of_fewer(bad: int, complete: bool, second: ClauseState, third: ClauseState) -> None:
    """V6.2 fires on five bad guides whatever the total; V6.3 on all of fewer than five, and only with a known total."""
    guides = tuple(Guide(str(index), "事项", has_guide=False) for index in range(bad))
    site = SiteSnapshot(PROFILE, guides=Seen(guides, complete))

    assert (second, third) == (state(site, "V6.2"), state(site, "V6.3"))


@pytest.mark.parametrize("unjudged,expected", [(0, ClauseState.OPEN), (1, ClauseState.CLEAR)])
def test_items_nobody_judged_count_among_all_items(unjudged: int, expected: ClauseState) -> None:
    """V6.3: a fifth item is a fifth item, whatever its guide says, and however many more there are."""
    guides = tuple(Guide(str(index), "事项", has_guide=False if index < 4 else None) for index in range(4 + unjudged))

    assert expected == state(SiteSnapshot(PROFILE, guides=Seen(guides)), "V6.3")
