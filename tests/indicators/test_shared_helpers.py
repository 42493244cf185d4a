"""What indicators share, where cases do not reach: containers of columns, evidence, windows, samples and trials."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from attrs import evolve

from govsite_rules.indicators._classes import column_missing
from govsite_rules.indicators._columns import Columns, column_finding
from govsite_rules.indicators._freshness import Freshness, UndatedArticle, Window, judge
from govsite_rules.indicators._samples import judged, judged_whole
from govsite_rules.indicators._trials import evidence, nothing_offered, trial_code
from govsite_rules.values import (
    SHANGHAI,
    Column,
    ColumnKind,
    ColumnState,
    DatedEntry,
    DateReading,
    Homepage,
    Judgement,
    Mark,
    Marks,
    MarkState,
    Outcome,
    PlatformKind,
    Seen,
    SiteProfile,
    SiteSnapshot,
    Trial,
    TrialKind,
    Updates,
)

NOON = datetime(2026, 5, 19, 12, tzinfo=SHANGHAI)
TWO_WEEKS = Window(days=14)


def updated(age: int, title: str = "动态") -> Updates:
    day = NOON.date() - timedelta(days=age)
    return Updates((DatedEntry(DateReading(day.year, day.month, day.day, raw=day.isoformat()), title, "http://a.gov.cn/1"),), entries=1)


def column(key: str, age: int | None = None, state: ColumnState = ColumnState.LISTED, **more: Any) -> Column:
    given: dict[str, Any] = {
        "kind": ColumnKind.NEWS,
        "kind_sure": True,
        "level": 1,
        "fetched_at": NOON,
        "first_page_seen": True,
        "state": state,
    }
    if age is not None:
        given["updates"] = updated(age)
    return Column(key, f"栏目{key}", f"http://a.gov.cn/{key}", **(given | more))


def freshness(first: Column, *others: Column) -> Freshness:
    site = SiteSnapshot(SiteProfile(name="某市"), columns=Seen((first, *others), True))
    return Columns(site, NOON, 1, UndatedArticle.LIST_COUNTS).freshness(first, TWO_WEEKS)


def container(*children: str, **more: Any) -> Column:
    return column("top", state=ColumnState.CONTAINER, children=children, **more)


def test_a_container_of_tools_is_none_of_either() -> None:
    """Where nothing below is a list, there is nothing to be stale."""
    found = freshness(container("a", "b"), column("a", state=ColumnState.TOOL), column("b", state=ColumnState.REDIRECT))

    assert (Outcome.INAPPLICABLE, "column_container") == (found.outcome, found.reason)


def test_a_container_of_tools_that_is_not_known_whole_is_open() -> None:
    """A list may be below that nobody saw."""
    found = freshness(container("a", "unknown"), column("a", state=ColumnState.TOOL))

    assert found.outcome is Outcome.CANT_TELL
    assert found.reason == "not_seen"


def test_tools_beside_a_blank_list_do_not_save_a_container() -> None:
    """Only lists count: one that is blank beside a tool makes the container blank."""
    found = freshness(container("a", "b"), column("a", state=ColumnState.TOOL), column("b", state=ColumnState.BLANK))

    assert (Outcome.FAILED, "blank_now") == (found.outcome, found.reason)


def test_a_column_met_twice_hides_no_other() -> None:
    """A child named twice, or a circle, does not end the search below a container."""
    inner = column("inner", state=ColumnState.CONTAINER, children=("top", "a", "fresh"))
    found = freshness(container("fresh", "inner", "a", "a"), inner, column("a", 40), column("fresh", 3))

    assert found.outcome is Outcome.PASSED
    assert found.newest == NOON.date() - timedelta(days=3)


def test_a_container_is_as_old_as_its_oldest_page() -> None:
    """One child fetched long ago may have changed since."""
    children = (column("a", 40), column("b", 40, fetched_at=NOON - timedelta(days=5)))
    found = freshness(container("a", "b"), *children)

    assert (Outcome.CANT_TELL, "observed_too_early") == (found.outcome, found.reason)


@pytest.mark.parametrize(
    "earlier,expected",
    [((20, 30), (Outcome.FAILED, "emptied")), ((20, 3), (Outcome.CANT_TELL, "emptied"))],
)
def test_a_container_whose_lists_were_emptied(earlier: tuple[int, int], expected: tuple[Outcome, str]) -> None:
    """The newest content that history shows below a container counts, not the oldest."""
    children = [
        column(f"c{number}", state=ColumnState.BLANK, earlier=NOON.date() - timedelta(days=age)) for number, age in enumerate(earlier)
    ]
    found = freshness(container("c0", "c1"), *children)

    assert expected == (found.outcome, found.reason)
    assert found.newest == NOON.date() - timedelta(days=min(earlier))


def test_an_emptied_container_that_is_not_known_whole_is_open() -> None:
    """An unknown child may show something newer."""
    found = freshness(container("a", "unknown"), column("a", state=ColumnState.BLANK, earlier=date(2025, 1, 1)))

    assert (Outcome.CANT_TELL, "not_seen") == (found.outcome, found.reason)


@pytest.mark.parametrize("state", [ColumnState.UNREADABLE, ColumnState.SCRIPT_DRAWN])
def test_an_unseen_list_whose_dates_are_known_is_judged_by_them(state: ColumnState) -> None:
    """A date known from elsewhere proves an update, though the list itself could not be read."""
    assert freshness(column("a", 3, state)).outcome is Outcome.PASSED
    assert freshness(column("a", 40, state)).outcome is Outcome.CANT_TELL


def test_a_column_without_a_time_was_seen_with_the_site() -> None:
    """Where a column has no time of its own, the oldest time of the site's pages stands for it."""
    home = Homepage("http://a.gov.cn/", fetched_at=NOON)
    one = column("a", 40, fetched_at=None)
    site = SiteSnapshot(SiteProfile(name="某市"), homepage=home, columns=Seen((one,), True), observed_from=NOON)
    known = Columns(site, NOON, 1, UndatedArticle.LIST_COUNTS).freshness(one, TWO_WEEKS)
    unknown = freshness(one)

    assert (known.outcome, unknown.outcome) == (Outcome.FAILED, Outcome.CANT_TELL)
    assert unknown.reason == "seen_time_unknown"


def test_evidence_of_a_column() -> None:
    """The evidence of a blank column is what it says instead of entries; that of a list its newest entry."""
    blank = column("a", state=ColumnState.BLANK, blank_quote="暂无内容")
    listed = column("b", 40, blank_quote="暂无内容")
    of_blank = column_finding("x", "y", Outcome.FAILED, blank, freshness(blank))
    of_list = column_finding("x", "y", Outcome.FAILED, listed, freshness(listed))

    assert [(e.url, e.quote, e.observed_at) for e in of_blank.evidence] == [("http://a.gov.cn/a", "暂无内容", NOON)]
    assert [(e.url, e.quote, e.locator) for e in of_list.evidence] == [("http://a.gov.cn/b", "动态 2026-04-09", "http://a.gov.cn/1")]


@pytest.mark.parametrize("window,newest,expected", [(Window(days=14), date(2026, 5, 10), 6), (Window(months=6), date(2026, 1, 1), 44)])
def test_days_left(window: Window, newest: date, expected: int) -> None:
    """Days and months each count to the first day on which the update is out of the window."""
    left = window.days_left(newest, NOON.date())

    assert expected == left
    assert window.start(NOON.date() + timedelta(days=left)) > newest
    assert window.start(NOON.date() + timedelta(days=left - 1)) <= newest


def test_notes_of_undated_articles() -> None:
    """Articles without a date are noted where the list's date counts, and are no note where they do not count at all."""
    updates = Updates(updated(3).recent, entries=1, article_undated=1)
    counted = judge(updates, TWO_WEEKS, as_of=NOON, seen_at=NOON)
    not_counted = judge(updates, TWO_WEEKS, as_of=NOON, seen_at=NOON, undated_article=UndatedArticle.NOT_UPDATED)

    assert (counted.outcome, counted.notes) == (Outcome.PASSED, ("article_undated",))
    assert (not_counted.outcome, not_counted.notes) == (Outcome.FAILED, ())


def test_older_dates_that_were_not_kept_do_not_matter_beside_a_known_one() -> None:
    """A list with more than is kept is stale by the newest of what is kept."""
    updates = Updates(updated(40).recent, more=True, entries=60)
    found = judge(updates, TWO_WEEKS, as_of=NOON, seen_at=NOON)

    assert (Outcome.FAILED, "stale") == (found.outcome, found.reason)


def test_dates_without_a_count_of_entries_are_dates() -> None:
    """A caller who gives dates and no number of entries has given entries."""
    found = judge(Updates(updated(40).recent), TWO_WEEKS, as_of=NOON, seen_at=NOON)

    assert found.outcome is Outcome.FAILED


def test_judgements_of_one_page_are_none_of_the_site() -> None:
    """What people judged of a page or column does not speak for the site; what names no target does."""

    def site(*given: Judgement) -> SiteSnapshot:
        return SiteSnapshot(SiteProfile(name="某市"), judgements=Seen(given, True))

    of_page = Judgement("x.y", target="column-1", fault="错", at=NOON)
    of_site = Judgement("x.y", fault="题" * 300, at=NOON, url="")
    whole = judged_whole("x", "y", site(of_page, of_site))

    assert judged_whole("x", "y", site(of_page)) is None
    assert whole is not None
    assert (whole.outcome, len(whole.evidence[0].quote)) == (Outcome.FAILED, 120)
    assert whole.value("fault") == "题" * 300
    assert [one.target.key for one in judged("x", "y", site(of_site))] == ["site"]


def test_a_trial_leaves_its_evidence() -> None:
    """Address, result, means, time and snapshot of a trial stand in its evidence."""
    trial = Trial("t1", TrialKind.SEARCH, NOON, False, url="http://a.gov.cn/so", result="无结果", means="Chrome 120", snapshot="s3://x")
    left = evidence(trial)

    assert (left.url, left.quote, left.locator, left.observed_at, left.snapshot) == (
        "http://a.gov.cn/so",
        "无结果",
        "Chrome 120",
        NOON,
        "s3://x",
    )
    assert len(evidence(evolve(trial, result="无结果" * 300)).quote) == 120


@pytest.mark.parametrize("state,expected", [(MarkState.ABSENT, True), (MarkState.SHOWN, False), (MarkState.UNKNOWN, False)])
def test_a_search_box_that_may_be_there_is_something_offered(state: MarkState, expected: bool) -> None:
    """Only a homepage that surely has no search box, in a crawl that is complete, shows that no search is offered."""
    home = Homepage("http://a.gov.cn/", fetched_at=NOON, marks=Marks(search=Mark(state)))
    profile = SiteProfile(name="某市", crawl_complete=True)
    site = SiteSnapshot(profile, homepage=home, columns=Seen((), True))

    assert expected == nothing_offered(site, columns=(), platform=PlatformKind.SEARCH)
    assert nothing_offered(SiteSnapshot(profile, columns=Seen((), True)), columns=(), platform=PlatformKind.SEARCH)


def test_a_trial_code_has_words_for_every_outcome() -> None:
    """A trial fails, passes, cannot be told or was not made, and nothing else."""
    code = trial_code("x", ("能否检索？", "Does search work?"), ("不能", "no"), ("能", "yes"))

    assert code.outcomes == {Outcome.FAILED, Outcome.PASSED, Outcome.CANT_TELL, Outcome.UNTESTED}


@pytest.mark.parametrize("levels,expected", [((2, 1), "b"), ((1, 1), "a"), ((None, 3), "b"), ((None, None), "a")])
def test_the_column_shown_is_the_highest(levels: tuple[int | None, int | None], expected: str) -> None:
    """Of several columns of a kind the one of the highest level is the evidence, one of unknown level last."""
    columns = [column(key, 3, level=level) for key, level in zip("ab", levels, strict=True)]
    site = SiteSnapshot(SiteProfile(name="某市"), columns=Seen(tuple(columns), True))
    found = column_missing("x", site, ColumnKind.NEWS)

    assert found.evidence[0].url == f"http://a.gov.cn/{expected}"
