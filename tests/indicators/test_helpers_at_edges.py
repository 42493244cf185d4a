"""What indicators share, at its edges: names of targets, evidence kept, notes, containers, folded findings, numbers in sentences."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve

from govsite_rules.errors import InputError
from govsite_rules.indicators import columns_not_updated, indicator_of, services_unusable
from govsite_rules.indicators._answers import AnswerParams, answer_in_time, in_time
from govsite_rules.indicators._base import MAX_TARGETS, Code, Indicator, distinct, fold, whole
from govsite_rules.indicators._classes import ClassParams, ClassStale, class_not_updated, column_missing, missing_code, not_updated_code
from govsite_rules.indicators._columns import Columns, column_finding, names_statistics
from govsite_rules.indicators._freshness import Freshness, UndatedArticle, Window, judge, together
from govsite_rules.indicators._incidents import incident_findings, passage_findings, reported, sure_and_weak
from govsite_rules.indicators._marks import MAX_EVIDENCE, MarkParams, shown_everywhere
from govsite_rules.indicators._samples import judged, judged_whole, sample
from govsite_rules.indicators._services import no_guide, not_checked, on_guide
from govsite_rules.indicators._trials import nothing_offered, single
from govsite_rules.indicators._trials import together as told_together
from govsite_rules.indicators._validity import normal_text, repeated_ids, sign_of_invalidity
from govsite_rules.indicators._words import worded
from govsite_rules.indicators.messages import message, notes
from govsite_rules.values import (
    NO_DATE,
    SHANGHAI,
    AccountProfile,
    Column,
    ColumnKind,
    ColumnState,
    DatedEntry,
    DateReading,
    FeedSnapshot,
    Finding,
    Guide,
    GuideReading,
    Homepage,
    Incident,
    IncidentKind,
    Judgement,
    Letter,
    Mark,
    Marks,
    MarkState,
    Measure,
    Message,
    MessageKind,
    Outcome,
    PageCheck,
    PlatformKind,
    Seen,
    SiteProfile,
    SiteSnapshot,
    SubjectKind,
    Target,
    TargetKind,
    Trial,
    TrialKind,
    Updates,
    WordingHit,
)

NOON = datetime(2026, 5, 19, 12, tzinfo=SHANGHAI)
TODAY = NOON.date()
TWO_WEEKS = Window(days=14)
SITE = SiteSnapshot(SiteProfile(name="某市"))
URL = "http://a.gov.cn/"


def reading(age: int) -> DateReading:
    day = TODAY - timedelta(days=age)
    return DateReading(day.year, day.month, day.day, raw=day.isoformat())


def entry(age: int, title: str = "动态", **more: Any) -> DatedEntry:
    return DatedEntry(reading(age), title, f"{URL}1", **more)


def updated(*ages: int, **more: Any) -> Updates:
    return Updates(tuple(map(entry, ages)), **({"entries": len(ages)} | more))


def column(key: str, age: int | None = None, state: ColumnState = ColumnState.LISTED, **more: Any) -> Column:
    given: dict[str, Any] = {
        "kind": ColumnKind.NEWS,
        "kind_sure": True,
        "level": 1,
        "fetched_at": NOON,
        "first_page_seen": True,
        "state": state,
        "updates": Updates() if age is None else updated(age),
    }
    return Column(key, f"栏目{key}", f"{URL}{key}", **(given | more))


def with_columns(*columns: Column, complete: bool = True) -> SiteSnapshot:
    return SiteSnapshot(SiteProfile(name="某市"), columns=Seen(columns, complete))


def looked_at(*columns: Column) -> Columns:
    return Columns(with_columns(*columns), NOON, 1, UndatedArticle.LIST_COUNTS)


def freshness(first: Column, *others: Column) -> Freshness:
    return looked_at(first, *others).freshness(first, TWO_WEEKS)


# -- targets, keys and folding ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "profile,name,url",
    [
        (SiteProfile("3699990001", "某市", "a.gov.cn", homepage=URL), "某市", URL),
        (SiteProfile("3699990001", "", "a.gov.cn"), "3699990001", "a.gov.cn"),
        (SiteProfile(name="某市"), "某市", ""),
        (SiteProfile(name="某市", homepage=URL), "某市", URL),
    ],
)
def test_a_site_is_called_by_its_name_else_by_its_key(profile: SiteProfile, name: str, url: str) -> None:
    """Name before code, homepage before domain."""
    assert Target(TargetKind.SITE, "site", name, url) == whole(SiteSnapshot(profile))


@pytest.mark.parametrize("account,name", [(AccountProfile("k", "某市发布"), "某市发布"), (AccountProfile("k"), "k")])
def test_an_account_is_called_by_its_name_else_by_its_key(account: AccountProfile, name: str) -> None:
    """An account without a name is called by its key."""
    assert Target(TargetKind.ACCOUNT, "account", name) == whole(FeedSnapshot(account, NOON))


def test_a_code_is_found_by_its_id() -> None:
    """An indicator's code comes by its id; another id names those there are."""
    indicator = indicator_of(columns_not_updated)

    assert [code.id for code in indicator.codes] == [indicator.code(code.id).id for code in indicator.codes]
    with pytest.raises(KeyError, match="priority_stale"):
        indicator.code("none")


def test_a_record_is_known_by_what_it_says_not_by_its_function() -> None:
    """Two records that differ only in their function are equal, and neither shows an address that changes with the process."""
    indicator = indicator_of(columns_not_updated)

    assert indicator == evolve(indicator, function=print)
    assert "function" not in repr(indicator)


def test_the_first_doubled_key_is_named() -> None:
    """Of several keys that stand for two records the first in order is named; a key met once is none of them."""
    with pytest.raises(InputError, match="'b'"):
        distinct(("c", "b", "c", "b", "a"), lambda item: item, "columns.key")
    with pytest.raises(InputError, match="'b'"):
        distinct(("b", "a", "b", "b"), lambda item: item, "columns.key")
    assert distinct(("a", "b"), lambda item: item, "columns.key") == ("a", "b")


def on_column(number: int, *reasons: str) -> Finding:
    values = tuple(("reason", reason) for reason in reasons)
    return Finding("columns_not_updated", "blank", Outcome.FAILED, Target(TargetKind.COLUMN, f"c{number:04d}"), values=values)


def test_two_hundred_targets_stay_single() -> None:
    """The promise of the documentation: 200 single findings of an outcome, the rest folded."""
    assert MAX_TARGETS == 200


@pytest.mark.parametrize(
    "reasons,expected", [((("stale",), ("stale",)), "stale"), ((("stale",), ("blank",)), "several_reasons"), (((), ()), None)]
)
def test_what_is_folded_keeps_the_reason_all_share(reasons: tuple[tuple[str, ...], ...], expected: str | None) -> None:
    """One reason is kept, several are said to be several, and none stays none."""
    found = fold([on_column(number, *given) for number, given in enumerate(reasons)], max_targets=0)

    assert [(2, expected)] == [(one.examined, one.value("reason")) for one in found]


# -- windows and freshness -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("newest,disputed", [(date(2019, 3, 1), True), (date(2019, 3, 3), True), (date(2019, 3, 4), False)])
def test_180_days_and_six_months_part_by_some_days(newest: date, disputed: bool) -> None:
    """Six months before 31 August is 28 February, 180 days before it 4 March: the days between are on the boundary."""
    assert disputed == Window(months=6).disputed(newest, date(2019, 8, 31))


def test_days_and_months_of_a_window_default_to_none() -> None:
    """A window of days is one of no months, and a window of months one of no days."""
    assert (0, 0) == (Window(days=14).months, Window(months=6).days)


def test_the_newest_day_is_among_the_values() -> None:
    """A finding says the newest day; where none is certain it says none."""
    assert (("reason", "stale"), ("note", "boundary"), ("newest", "2026-05-01")) == Freshness(
        Outcome.FAILED, "stale", date(2026, 5, 1), notes=("boundary",)
    ).values
    assert (("reason", "undated"),) == Freshness(Outcome.FAILED, "undated").values


@pytest.mark.parametrize("title,quote", [("动态", "动态 2026-05-18"), ("", "2026-05-18")])
def test_the_quote_of_a_list_has_no_space_to_spare(title: str, quote: str) -> None:
    """Title and date as displayed; without a title the date alone."""
    fresh = Freshness(Outcome.PASSED, "", TODAY, entry(1, title))

    assert (quote, f"{URL}1", URL, NOON) == (
        (one := fresh.evidence(URL, NOON)[0]).quote,
        one.locator,
        one.url,
        one.observed_at,
    )
    assert len(Freshness(Outcome.PASSED, "", TODAY, entry(1, "题" * 300)).evidence(URL, NOON)[0].quote) == 120


def test_a_day_before_the_inspection_is_not_too_early_by_itself() -> None:
    """Without another word a list may have been seen a day before the inspection, and no earlier."""
    seen = [judge(updated(40), TWO_WEEKS, as_of=NOON, seen_at=NOON - timedelta(hours=hours)).outcome for hours in (24, 25)]

    assert [Outcome.FAILED, Outcome.CANT_TELL] == seen


def judged_now(updates: Updates, **more: Any) -> Freshness:
    return judge(updates, TWO_WEEKS, as_of=NOON, seen_at=NOON, **more)


def test_one_unreadable_date_is_doubt_enough() -> None:
    """A list that is stale but for one date that nobody could read is open."""
    unreadable = DatedEntry(NO_DATE, "动态", URL)
    found = judged_now(Updates((entry(40), unreadable), entries=2))

    assert (Outcome.CANT_TELL, "undated_unseen") == (found.outcome, found.reason)


@pytest.mark.parametrize(
    "counts,reason",
    [
        ({"entries": 4, "undated": 3}, "undated"),
        ({"entries": 5, "undated": 3}, "article_undated"),
        ({"entries": 5, "undated": 3, "future": 1}, "undated"),
    ],
)
def test_whether_any_entry_is_left_that_counts(counts: dict[str, int], reason: str) -> None:
    """Entries without date, those later than the look and those whose article shows none are none that count."""
    updates = Updates((entry(3),), article_undated=1, **counts)
    found = judged_now(updates, undated_article=UndatedArticle.NOT_UPDATED)

    assert reason == found.reason


def test_unseen_articles_are_taken_off_before_those_without_a_date() -> None:
    """Two entries, one of which nobody saw the article of and one whose article shows no date: none is left that counts."""
    updates = Updates((entry(3),), entries=2, undated_unseen=1, article_undated=1)
    found = judged_now(updates, undated_article=UndatedArticle.NOT_UPDATED)

    assert (Outcome.CANT_TELL, "undated_unseen") == (found.outcome, found.reason)


def test_a_count_of_entries_that_was_never_given_takes_nothing_away() -> None:
    """Dates without a number of entries are dates, under each reading."""
    found = judged_now(Updates((entry(40),)), undated_article=UndatedArticle.NOT_UPDATED)

    assert (Outcome.FAILED, "stale") == (found.outcome, found.reason)


def month_only(age: int) -> DatedEntry:
    day = TODAY - timedelta(days=age)
    return DatedEntry(DateReading(day.year, day.month, raw=f"{day:%Y-%m}"), "动态", URL)


def test_the_newest_that_is_possible_is_what_makes_the_newest_uncertain() -> None:
    """Beside an old date a month that reaches into the window leaves the list open, and says why; an old month does not."""
    unsure = judged_now(Updates((entry(40), month_only(0)), entries=2))
    sure = judged_now(Updates((entry(40), month_only(100)), entries=2))

    assert (Outcome.CANT_TELL, "date_incomplete", ("newest_uncertain",)) == (unsure.outcome, unsure.reason, unsure.notes)
    assert (Outcome.FAILED, "stale", ()) == (sure.outcome, sure.reason, sure.notes)


def test_a_reason_is_no_note_as_well() -> None:
    """What is the reason, or a doubt already noted, is not noted twice."""
    found = judged_now(Updates((entry(3),), entries=1, article_undated=1), doubts=("first_page_not_seen",))
    doubted = judged_now(Updates(entries=1, undated_unseen=1, future=1), doubts=("first_page_not_seen",))

    assert ("", ("article_undated",)) == (found.reason, found.notes)
    assert ("first_page_not_seen", ("undated_unseen", "only_future_dates", "future_dates")) == (doubted.reason, doubted.notes)


def test_what_cannot_be_told_is_on_no_boundary() -> None:
    """An update on the last day of the window passes on the boundary; one that may not count leaves the list open without it."""
    sure = judged_now(updated(14))
    unsure = judged_now(updated(14, 40, article_undated=1), undated_article=UndatedArticle.NOT_UPDATED)

    assert (Outcome.PASSED, "", ("boundary",)) == (sure.outcome, sure.reason, sure.notes)
    assert (Outcome.CANT_TELL, "article_undated", ()) == (unsure.outcome, unsure.reason, unsure.notes)


def test_lists_together_are_one_list() -> None:
    """Entries and counts add up; older dates were left out where one list left them out."""
    one, other = Updates((entry(3),), True, 4, 1, 0, 1, 0), Updates((entry(5),), False, 3, 0, 2, 0, 1)

    assert Updates((entry(3), entry(5)), True, 7, 1, 2, 1, 1) == together([one, other])


# -- columns ---------------------------------------------------------------------------------------------------------


def container(*children: str, **more: Any) -> Column:
    return column("top", state=ColumnState.CONTAINER, children=children, **more)


def test_a_column_below_a_container_is_met_once() -> None:
    """A child that two containers name is one column, and two that name each other end."""
    inner = column("inner", state=ColumnState.CONTAINER, children=("a", "top"))
    leaves, known = looked_at(container("a", "inner", "a"), inner, column("a", 3)).descendants(container("a", "inner", "a"))

    assert (["a"], True) == ([leaf.key for leaf in leaves], known)


def test_a_child_that_is_not_known_hides_no_other() -> None:
    """The others are met all the same, and what is below stays unknown."""
    leaves, known = looked_at(container("a", "gone", "b"), column("a", 3), column("b", 3)).descendants(container("a", "gone", "b"))

    assert (["a", "b"], False) == ([leaf.key for leaf in leaves], known)


def test_a_site_seen_at_a_time_without_a_zone_is_refused_by_name() -> None:
    """As any other moment."""
    site = evolve(with_columns(column("a", 3, fetched_at=None)), observed_from=NOON.replace(tzinfo=None))
    with pytest.raises(InputError, match="observed_from"):
        class_not_updated("x", site, ColumnKind.NEWS, as_of=NOON, params=ClassParams(days=14))


def test_a_container_of_nothing_is_not_known() -> None:
    """A container of which no child is known says nothing of what is below it."""
    found = freshness(container())

    assert (Outcome.CANT_TELL, "not_seen") == (found.outcome, found.reason)


@pytest.mark.parametrize("late,expected", [(0, (Outcome.FAILED, "blank_now")), (3, (Outcome.CANT_TELL, "observed_too_early"))])
def test_a_blank_container_seen_too_early_may_be_filled_by_now(late: int, expected: tuple[Outcome, str]) -> None:
    """All lists below are blank; where one of them was seen days before, that proves nothing."""
    blank = column("b", state=ColumnState.BLANK, fetched_at=NOON - timedelta(days=late))
    found = freshness(container("a", "b"), column("a", state=ColumnState.BLANK), blank)

    assert expected == (found.outcome, found.reason)


def test_the_first_list_that_was_seen_too_early_is_the_reason() -> None:
    """Of two reasons why blank lists prove nothing the first in the order of columns is told."""
    blank = [
        column("a", state=ColumnState.BLANK, fetched_at=None),
        column("b", state=ColumnState.BLANK, fetched_at=NOON - timedelta(days=3)),
    ]
    found = freshness(container("a", "b"), *blank)

    assert "seen_time_unknown" == found.reason


def test_one_list_of_unknown_time_makes_the_time_of_a_container_unknown() -> None:
    """The oldest page decides, and nobody knows how old one is."""
    found = freshness(container("a", "b"), column("a", 40), column("b", 40, fetched_at=None))

    assert (Outcome.CANT_TELL, "seen_time_unknown") == (found.outcome, found.reason)


def test_emptied_lists_beside_others_count_by_what_they_showed() -> None:
    """Of several emptied lists, the one with a history decides; a blank one without is none."""
    found = freshness(
        container("a", "b"),
        column("a", state=ColumnState.BLANK, earlier=TODAY - timedelta(days=40)),
        column("b", state=ColumnState.BLANK),
    )

    assert (Outcome.FAILED, "emptied", TODAY - timedelta(days=40)) == (found.outcome, found.reason, found.newest)


@pytest.mark.parametrize("age,measured", [(40, [40]), (0, [0]), (-1, [])])
def test_an_emptied_column_says_how_old_its_content_was(age: int, measured: list[int]) -> None:
    """Days since the newest content that history shows, and none for a day that is still to come."""
    found = freshness(column("a", state=ColumnState.BLANK, earlier=TODAY - timedelta(days=age)))

    assert measured == [measure.value for measure in found.measures]


def test_an_emptied_column_seen_too_early_is_open() -> None:
    """It may have been filled since."""
    earlier = TODAY - timedelta(days=40)
    found = freshness(column("a", state=ColumnState.BLANK, earlier=earlier, fetched_at=NOON - timedelta(days=3)))

    assert (Outcome.CANT_TELL, "observed_too_early", ("emptied",), earlier) == (found.outcome, found.reason, found.notes, found.newest)


def test_a_finding_on_a_column_keeps_both_reasons_once() -> None:
    """A reason given comes first, the one judged becomes a note; neither is said twice, and nothing empty is noted."""
    fresh = Freshness(Outcome.FAILED, "stale", date(2026, 5, 1), notes=("boundary",))

    def values(reason: str, *more: str, judged: Freshness = fresh) -> tuple[tuple[str, str], ...]:
        return column_finding("x", "y", Outcome.CANT_TELL, column("a"), judged, reason, *more).values

    kind = ("column_kind", "news")
    assert (("reason", "kind_unsure"), ("note", "stale"), ("note", "boundary"), ("newest", "2026-05-01"), kind) == values("kind_unsure")
    assert (("reason", "stale"), ("note", "boundary"), ("newest", "2026-05-01"), kind) == values("stale")
    assert (("reason", "kind_unsure"), ("note", "x"), kind) == values("kind_unsure", "", "x", judged=Freshness(Outcome.PASSED, ""))


@pytest.mark.parametrize("path,expected", [((), []), (("首页", "要闻"), [("path", "首页 > 要闻")])])
def test_a_finding_on_a_column_says_where_it_stands(path: tuple[str, ...], expected: list[tuple[str, str]]) -> None:
    """The path of a column where it is known."""
    found = column_finding("x", "y", Outcome.PASSED, column("a", path=path), Freshness(Outcome.PASSED, ""))

    assert expected == [value for value in found.values if value[0] == "path"]


def test_a_column_that_says_nothing_quotes_nothing() -> None:
    """Without a date and without words for an empty list, the evidence is the address alone."""
    silent = column("a", state=ColumnState.SCRIPT_DRAWN)
    wordy = column("a", state=ColumnState.BLANK, blank_quote="无" * 300)
    quotes = [column_finding("x", "y", Outcome.CANT_TELL, one, freshness(one)).evidence[0] for one in (silent, wordy)]

    assert [("", f"{URL}a"), ("无" * 120, f"{URL}a")] == [(one.quote, one.url) for one in quotes]


@pytest.mark.parametrize(
    "name,expected",
    [("办件统计", True), ("统计办件", False), ("办件数据", False), ("统计局办件", False), ("统计", False), ("统计统计", True)],
)
def test_statistics_are_of_something(name: str, expected: bool) -> None:
    """What is counted stands before 统计, and is another word than it."""
    assert expected == names_statistics(name, ("办件", "统计"))


# -- classes of columns ----------------------------------------------------------------------------------------------


def of_class(*columns: Column, complete: bool = True, **params: Any) -> Finding:
    return class_not_updated(
        "x", with_columns(*columns, complete=complete), ColumnKind.NEWS, as_of=NOON, params=ClassParams(**({"days": 14} | params))
    )


def test_a_class_without_a_word_is_one_of_days_or_months() -> None:
    """A window of months is not one of days as well."""
    assert (0, 0) == (ClassParams(months=6).days, ClassParams(days=14).months)


def test_a_column_far_down_is_shown_before_one_of_unknown_level() -> None:
    """No real level is as low as an unknown one."""
    found = column_missing("x", with_columns(column("a", level=None), column("b", level=98)), ColumnKind.NEWS)

    assert f"{URL}b" == found.evidence[0].url


@pytest.mark.parametrize("sure,reason", [((True, False), "kind_unsure"), ((True, True), "column_redirect")])
def test_one_unsure_kind_is_the_reason_before_a_redirect(sure: tuple[bool, bool], reason: str) -> None:
    """Redirects alone are told as such; beside a column whose kind is not sure, that is the weightier doubt."""
    columns = [column(key, state=ColumnState.REDIRECT, kind_sure=one) for key, one in zip("ab", sure, strict=True)]

    assert reason == column_missing("x", with_columns(*columns), ColumnKind.NEWS).value("reason")


@pytest.mark.parametrize("levels,reason", [((None, 2), "level_unknown"), ((2, 2), "not_first_level"), ((1, None), "stale")])
def test_where_only_first_level_columns_count(levels: tuple[int | None, int | None], reason: str) -> None:
    """Without a first-level column nothing is certain; one column of unknown level may be it."""
    columns = [column(key, 40, level=level) for key, level in zip("ab", levels, strict=True)]

    assert reason == of_class(*columns, first_level=True).value("reason")
    assert "no_column" == of_class(first_level=True).value("reason")


UNKNOWN = ColumnKind.UNKNOWN


@pytest.mark.parametrize(
    "unknown,params,expected",
    [
        (column("u", 3, kind=UNKNOWN), {}, "kind_unknown"),
        (column("u", 3, kind=UNKNOWN, level=2), {}, "kind_unknown"),
        (column("u", 3, kind=UNKNOWN, level=1), {"first_level": True}, "kind_unknown"),
        (column("u", 3, kind=UNKNOWN, level=None), {"first_level": True}, "kind_unknown"),
        (column("u", 3, kind=UNKNOWN, level=2), {"first_level": True}, "stale"),
        (column("u", 3, kind=ColumnKind.DATA), {}, "stale"),
        (column("u", 40, kind=UNKNOWN), {}, "stale"),
        (column("u", 3, kind=UNKNOWN), {"class_stale": ClassStale.ANY}, "stale"),
    ],
)
def test_a_fresh_column_of_unknown_kind_may_be_one_of_the_class(unknown: Column, params: dict[str, Any], expected: str) -> None:
    """Where all must be stale, one that may belong to them and is not leaves the question open, and shows what was found."""
    found, alone = of_class(column("a", 40), unknown, **params), of_class(column("a", 40), **params)
    outcome = Outcome.FAILED if expected == "stale" else Outcome.CANT_TELL

    assert (outcome, [expected]) == (found.outcome, [value for name, value in found.values if name == "reason"])
    assert [one for one in alone.values if one[0] != "reason"] == [one for one in found.values if one[0] != "reason"]
    assert alone.measures == found.measures


def test_a_fresh_class_needs_no_other_column() -> None:
    """It passes, whatever the kind of another."""
    assert Outcome.PASSED is of_class(column("a", 3), column("u", 3, kind=UNKNOWN)).outcome


def test_any_stale_column_is_as_doubtful_as_its_class() -> None:
    """Where one stale column is enough, a doubt about the class leaves it open all the same."""
    plain = of_class(column("a", 40), column("b", 3), class_stale=ClassStale.ANY)
    doubted = of_class(column("a", 40, level=2), first_level=True, class_stale=ClassStale.ANY)

    assert (Outcome.FAILED, "stale") == (plain.outcome, plain.value("reason"))
    assert (Outcome.CANT_TELL, "not_first_level") == (doubted.outcome, doubted.value("reason"))


def test_the_codes_of_a_class_speak_one_language_at_a_time() -> None:
    """Kind and span stand in Chinese in Chinese texts and in English in English ones."""
    codes = [not_updated_code(("要闻", "news"), ("两周", "two weeks")), missing_code(("要闻", "news"))]
    texts = [code.question for code in codes] + [text for code in codes for _, text in code.messages]

    assert not any("news" in zh or "two weeks" in zh or "要闻" in en or "两周" in en for zh, en in texts)
    assert all("要闻" in zh for zh, _ in texts)
    assert all("two weeks" in text[1] and "两周" in text[0] for text in (codes[0].question, dict(codes[0].messages)[Outcome.FAILED]))


def test_what_a_class_shows_is_its_newest_column() -> None:
    """Newest day, its column, its evidence; days left only where the class is up to date; each note once."""
    passed = of_class(column("b", 14), column("a", 40))
    failed = of_class(column("a", 40), column("b", 30))

    assert ("2026-05-05", "栏目b", ["boundary"]) == (
        passed.value("newest"),
        passed.value("column"),
        [value for name, value in passed.values if name == "note"],
    )
    assert [("entries", 1), ("days_since_update", 14), ("days_left", 1)] == [(one.name, one.value) for one in passed.measures]
    assert ("2026-04-19", "栏目b") == (failed.value("newest"), failed.value("column"))
    assert [("entries", 1), ("days_since_update", 30)] == [(one.name, one.value) for one in failed.measures]


def test_days_left_of_one_column_are_none_of_a_class_that_is_open() -> None:
    """A fresh column whose kind is not sure leaves the class open, and the days it has left say nothing."""
    found = of_class(column("a", 3, kind_sure=False))

    assert (Outcome.CANT_TELL, ["entries", "days_since_update"]) == (found.outcome, [one.name for one in found.measures])


@pytest.mark.parametrize("keys", ["ab", "ba"])
def test_of_two_columns_of_one_day_the_later_key_is_shown(keys: str) -> None:
    """Which of two equal columns is shown does not depend on the order in which they were seen."""
    assert "栏目b" == of_class(*(column(key, 3) for key in keys)).value("column")


def test_a_blank_class_quotes_its_first_column() -> None:
    """Nothing dated: the words for an empty list are the evidence, cut to 120 characters."""
    found = of_class(column("a", state=ColumnState.BLANK, blank_quote="无" * 300))

    assert ("无" * 120, NOON, "栏目a") == (found.evidence[0].quote, found.evidence[0].observed_at, found.value("column"))


# -- incidents, passages, marks --------------------------------------------------------------------------------------


def incident(**more: Any) -> Incident:
    return Incident(**({"id": "i1", "kind": IncidentKind.ATTACK, "at": NOON, "confirmed": True} | more))


@pytest.mark.parametrize("hours,counts", [(-24, True), (0, True), (11, True), (13, False)])
def test_incidents_of_the_day_of_inspection_count(hours: int, counts: bool) -> None:
    """What is known by the end of that day counts, what came later does not."""
    site = evolve(SITE, incidents=Seen((incident(at=NOON + timedelta(hours=hours)),), True))

    assert counts == bool(reported(site, IncidentKind.ATTACK, as_of=NOON))


@pytest.mark.parametrize("note,name", [("首页被篡改", "首页被篡改"), ("", "i1")])
def test_an_incident_is_called_by_its_note(note: str, name: str) -> None:
    """An incident nobody described is called by its id."""
    (found,) = incident_findings("x", "y", [incident(note=note)])

    assert (name, note) == (found.target.name, found.evidence[0].quote)
    (long,) = incident_findings("x", "y", [incident(note="题" * 300)])
    assert len(long.evidence[0].quote) == 120


def hit(**more: Any) -> WordingHit:
    return WordingHit(**({"term": "词条", "found": "词", "group": "serious", "certainty": "sure"} | more))


def test_sure_hits_are_counted_apart_from_the_others() -> None:
    """Of the serious group alone: the sure ones, and how many are not."""
    hits = [("u", hit()), ("u", hit(certainty="suspected")), ("u", hit(certainty="suspected")), ("u", hit(group="ordinary"))]

    assert ([hits[0]], 2) == sure_and_weak(hits)


@pytest.mark.parametrize("context,quote", [("含词的一句", "含词的一句"), ("", "词"), ("长" * 300, "长" * 120)])
def test_a_passage_is_quoted_with_its_context(context: str, quote: str) -> None:
    """The words around it; where there are none, the passage itself."""
    (found,) = passage_findings("x", "y", [("u", hit(context=context, suggestion="辞"))])

    assert (quote, "词条", "u") == (found.evidence[0].quote, found.evidence[0].pattern, found.evidence[0].url)
    assert (("reason", "suspected_wording"), ("found", "词"), ("suggestion", "辞")) == found.values


def test_passages_stand_in_the_order_of_their_addresses() -> None:
    """By address, then place; the same passage met twice is one."""
    hits = [("b", hit(start=1)), ("a", hit(start=9)), ("b", hit(start=1, term="另")), ("a", hit(start=2))]

    assert ["a#2:词", "a#9:词", "b#1:词"] == [found.target.key for found in passage_findings("x", "y", hits)]


def marked(check: PageCheck | None, home: Homepage | None = None) -> Finding:
    checks = None if check is None else Seen((check,), True)
    return shown_everywhere("x", "y", evolve(SITE, homepage=home, page_checks=checks), "icp", MarkParams())


PAGES = tuple(f"{URL}{number}" for number in range(9))


@pytest.mark.parametrize(
    "check,expected",
    [
        (PageCheck("icp", 1, 7, 1, PAGES[:7], PAGES[8:]), PAGES[:MAX_EVIDENCE]),
        (PageCheck("icp", 1, 1, 1, PAGES[:1], PAGES[8:]), PAGES[:1]),
        (PageCheck("icp", 1, 0, 1, (), PAGES[8:]), PAGES[8:]),
        (PageCheck("icp", 1), ()),
        (None, ()),
    ],
)
def test_pages_without_a_mark_are_named(check: PageCheck | None, expected: tuple[str, ...]) -> None:
    """The first five pages that lack it, else the first that could not be told."""
    assert expected == tuple(one.url for one in marked(check).evidence)
    assert MAX_EVIDENCE == 5


@pytest.mark.parametrize(
    "state,absent,expected",
    [
        (MarkState.SHOWN, 7, PAGES[:MAX_EVIDENCE]),
        (MarkState.SHOWN, 0, (URL,)),
        (MarkState.ABSENT, 7, (URL, *PAGES[:MAX_EVIDENCE])),
        (MarkState.UNKNOWN, 7, (URL, *PAGES[:MAX_EVIDENCE])),
    ],
)
def test_a_homepage_that_shows_a_mark_is_no_evidence_that_it_lacks(state: MarkState, absent: int, expected: tuple[str, ...]) -> None:
    """Only the pages without it bear the fault out; where none lacks it the homepage is shown."""
    found = marked(PageCheck("icp", 9 - absent, absent, 0, PAGES[:absent]), Homepage(URL, NOON, marks=Marks(icp=Mark(state))))

    assert expected == tuple(one.url for one in found.evidence)


def test_the_homepage_is_evidence_for_its_mark() -> None:
    """What the homepage shows is quoted with its address and time, at most 120 characters."""
    home = Homepage(URL, NOON, marks=Marks(icp=Mark(MarkState.SHOWN, raw="备" * 300)))

    assert [(URL, "备" * 120, NOON)] == [(one.url, one.quote, one.observed_at) for one in marked(None, home).evidence]


# -- samples, judgements, service items ------------------------------------------------------------------------------


def test_what_was_drawn_is_the_sample_though_all_is_known() -> None:
    """A small collection is its own sample only where nothing was drawn from it."""
    items = Seen(("a", "b"), True)
    drawn, still_open = sample("x", "y", SITE, items, size=5, drawn=lambda item: item == "a")

    assert (["a"], [1]) == (list(drawn), [one.examined for one in still_open])
    assert (("a", "b"), []) == sample("x", "y", SITE, items, size=5, drawn=lambda item: False)


def test_a_judgement_speaks_for_its_page_where_it_names_no_target() -> None:
    """Target before address before the whole site."""
    given = (Judgement("x.y", "t", url="u", at=NOON), Judgement("x.y", url="u", at=NOON), Judgement("x.y", at=NOON))
    site = evolve(SITE, judgements=Seen(given, True))

    assert {"t", "u", "site"} == {found.target.key for found in judged("x", "y", site)}


def test_a_judgement_without_fault_names_none() -> None:
    """A fault is a value only where there is one."""
    found = judged_whole("x", "y", evolve(SITE, judgements=Seen((Judgement("x.y", at=NOON),), True)))

    assert found is not None
    assert (Outcome.PASSED, (("reason", "judged"),)) == (found.outcome, found.values)


@pytest.mark.parametrize(
    "department,services,checked", [(True, False, False), (True, True, True), (True, None, True), (False, False, True), (None, False, True)]
)
def test_only_departments_without_services_are_left_out(department: bool | None, services: bool | None, checked: bool) -> None:
    """办事服务 is not checked where both facts are known, and is for everybody else."""
    found = not_checked("x", ("b", "a"), SiteSnapshot(SiteProfile(department=department, services=services)))

    assert (() if checked else ("a", "b")) == tuple(one.code for one in found)


@pytest.mark.parametrize(
    "has_guide,reading,expected", [(False, None, True), (False, GuideReading("事项"), False), (None, None, False), (True, None, False)]
)
def test_a_guide_that_was_seen_is_there(has_guide: bool | None, reading: GuideReading | None, expected: bool) -> None:
    """What was read is there, whatever the record says."""
    assert expected is no_guide(Guide("g", "事项", has_guide=has_guide, reading=reading))


@pytest.mark.parametrize("name,shown", [("事项", "事项"), ("", "g")])
def test_a_service_item_is_called_by_its_name(name: str, shown: str) -> None:
    """Its id stands for an item without a name; a fault is a value and quoted only where there is one."""
    guide = Guide("g", name, URL, seen_at=NOON)
    faulty = on_guide("x", "y", guide, Outcome.FAILED, "judged", fault="错" * 300)
    good = on_guide("x", "y", guide, Outcome.PASSED)

    assert ([shown, shown], "错" * 120, "错" * 300) == (
        [one.target.name for one in (faulty, good)],
        faulty.evidence[0].quote,
        faulty.value("fault"),
    )
    assert ((), "") == (good.values, good.evidence[0].quote)


def test_a_search_box_offers_search_and_nothing_else() -> None:
    """Of a complete crawl a search box says nothing about letters; without the columns nothing is known."""
    home = Homepage(URL, NOON, marks=Marks(search=Mark(MarkState.SHOWN)))
    site = SiteSnapshot(SiteProfile(name="某市", crawl_complete=True), homepage=home, columns=Seen((), True))

    assert nothing_offered(site, columns=(), platform=PlatformKind.LETTERS)
    assert not nothing_offered(site, columns=(), platform=PlatformKind.SEARCH)
    assert not nothing_offered(evolve(site, columns=None), columns=(), platform=PlatformKind.LETTERS)


LETTER = Letter("问路", f"{URL}1.html")


@pytest.mark.parametrize(
    "platform,part,offered",
    [
        (PlatformKind.SERVICES, {"guides": Seen((Guide("g", "办证", f"{URL}g"),))}, True),
        (PlatformKind.SERVICES, {"guides": Seen(())}, False),
        (PlatformKind.SERVICES, {"letters": Seen((LETTER,))}, False),
        (PlatformKind.SERVICES, {"trials": Seen((Trial("t", TrialKind.REGISTER, NOON, True),))}, True),
        (PlatformKind.SERVICES, {"trials": Seen((Trial("t", TrialKind.REGISTER, NOON, False),))}, False),
        (PlatformKind.SERVICES, {"trials": Seen((Trial("t", TrialKind.SEARCH, NOON, True),))}, False),
        (PlatformKind.LETTERS, {"letters": Seen((LETTER,))}, True),
        (PlatformKind.SEARCH, {"letters": Seen((LETTER,))}, False),
        (PlatformKind.LETTERS, {"letters": Seen(())}, False),
        (PlatformKind.LETTERS, {"messages": Seen((Message("m", MessageKind.CONSULTATION),))}, True),
        (PlatformKind.LETTERS, {"messages": Seen((Message("m", MessageKind.PETITION),))}, False),
        (PlatformKind.LETTERS, {"guides": Seen((Guide("g", "办证", f"{URL}g"),))}, False),
    ],
)
def test_what_records_show_is_offered(platform: PlatformKind, part: dict[str, Any], offered: bool) -> None:
    """An item, a letter, or a trial of the kind that worked; nothing else stands for them."""
    site = SiteSnapshot(SiteProfile(name="某市", crawl_complete=True), columns=Seen((), True), **part)

    assert offered is not nothing_offered(site, columns=(), platform=platform)


def test_services_that_one_way_offers_are_offered() -> None:
    """Another way that fails takes nothing away."""
    kind = TrialKind.SERVICES_OFFERED
    trials = (Trial("a", kind, NOON, True, "网站"), Trial("b", kind, NOON, False, "客户端"))
    found = services_unusable(evolve(SITE, profile=evolve(SITE.profile, services=True), trials=Seen(trials, True)), as_of=NOON)

    assert [Outcome.PASSED] == [one.outcome for one in found if one.code == "no_services"]


def tried(*succeeded: bool | None, subject: str = "") -> list[Trial]:
    return [Trial(f"{subject}{number}", TrialKind.SEARCH, NOON, one, subject) for number, one in enumerate(succeeded)]


@pytest.mark.parametrize(
    "groups,one_is_enough,expected",
    [
        ([tried(True), tried(True)], False, (Outcome.PASSED, "", 2)),
        ([tried(True), tried(False)], False, (Outcome.CANT_TELL, "trials_differ", 2)),
        ([tried(True), tried(False)], True, (Outcome.PASSED, "", 1)),
        ([tried(False), tried(False)], True, (Outcome.FAILED, "trial_failed", 2)),
        ([tried(True), tried(None)], False, (Outcome.CANT_TELL, "trial_impossible", 2)),
        ([tried(True), tried(None)], True, (Outcome.PASSED, "", 1)),
        ([tried(False), tried(None)], True, (Outcome.CANT_TELL, "trial_impossible", 2)),
        ([tried(True, False), tried(True)], True, (Outcome.PASSED, "", 1)),
        ([tried(True, False)], True, (Outcome.CANT_TELL, "trials_differ", 2)),
    ],
)
def test_trials_of_several_things(groups: list[list[Trial]], one_is_enough: bool, expected: tuple[Outcome, str, int]) -> None:
    """Trials that differ prove nothing, one that could not be made leaves the rest open, and where one is enough it decides alone."""
    outcome, values, proof = told_together(groups, one_is_enough=one_is_enough)

    assert expected == (outcome, dict(values).get("reason", ""), len(proof))


def test_one_thing_that_works_is_enough_only_where_the_question_says_so() -> None:
    """Two things tried that differ leave a question of the whole site open."""
    site = evolve(SITE, trials=Seen((*tried(True, subject="a"), *tried(False, subject="b")), True))

    assert Outcome.CANT_TELL is single("x", "y", site, TrialKind.SEARCH).outcome
    assert Outcome.PASSED is single("x", "y", site, TrialKind.SEARCH, one_is_enough=True).outcome


# -- answers and messages --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("answered,reason", [(None, "answer_unknown"), (True, "reply_date_unknown")])
def test_why_an_answer_cannot_be_judged(answered: bool | None, reason: str) -> None:
    """Nobody knows whether there was one, or when it came."""
    found = in_time(TODAY, None, answered=answered, days=5, calendar=AnswerParams().calendar, today=TODAY)

    assert (Outcome.CANT_TELL, reason) == found


def test_an_answer_with_a_time_counts_though_nobody_said_so() -> None:
    """A question whose answer has a time was asked and answered."""
    trial = Trial("t", TrialKind.ASK, NOON - timedelta(days=2), None, answered_at=NOON - timedelta(days=1))

    assert (Outcome.PASSED, "") == answer_in_time(trial, AnswerParams(), as_of=NOON)
    assert (Outcome.CANT_TELL, "trial_impossible") == answer_in_time(evolve(trial, answered_at=None), AnswerParams(), as_of=NOON)


def test_two_thousand_characters_of_a_title_are_looked_at() -> None:
    """What stands behind the first 2,000 characters changes nothing, what stands among them does."""
    assert "a" * 2000 == normal_text("a" * 2000 + "b")
    assert "a" * 1999 + "b" == normal_text("a" * 1999 + "bb")
    assert "invalid_short" == sign_of_invalidity(Message("1", title="x" * 1999 + "路灯坏了一盏"))
    assert "" == sign_of_invalidity(Message("1", title="x" * 1996 + "路灯坏了一盏"))
    assert "invalid_short" == sign_of_invalidity(Message("1", title="x" * 1997 + "路灯坏了一盏"))


def test_two_thousand_characters_are_counted_with_their_addresses() -> None:
    """An address that is left out of the text counts among the characters looked at."""
    address = "http://a.cn "
    filler = "y" * (2000 - len(address) - len("路灯坏"))

    assert "invalid_short" == sign_of_invalidity(Message("1", title=f"{address}{filler}路灯坏了"))
    assert "" == sign_of_invalidity(Message("1", title=f"{address}{filler[1:]}路灯坏了"))


def test_every_repetition_is_one() -> None:
    """The second, third and fourth of the same words are repetitions; one without a day comes before all."""
    asked = [DateReading(2026, 5, day) for day in (1, 2, 3)]
    every = [Message(str(number), title="路灯不亮了", asked=day) for number, day in enumerate(asked)]

    assert {"1", "2"} == repeated_ids(every)
    assert {"0", "1", "2"} == repeated_ids([*every, Message("z", title="路灯不亮了")])


# -- words -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "target,zh,en",
    [
        (TargetKind.SITE, "未检查：有吗（{reason}）", "Not looked at: Is it? ({reason})"),
        (TargetKind.PAGE, "未检查：{target}，有吗（{reason}）", "Not looked at: {target}, Is it? ({reason})"),
    ],
)
def test_codes_on_more_than_the_site_name_their_target(target: TargetKind, zh: str, en: str) -> None:
    """The usual words for what is open name the page, not the site."""
    code = worded("x", ("有吗", "Is it?"), ("有", "yes"), ("无", "no"), Outcome.UNTESTED, target=target)

    assert (zh, en) == dict(code.messages)[Outcome.UNTESTED]


def sentence(*measures: Measure, target: Target | None = None, **more: Any) -> Finding:
    target = target or Target(TargetKind.SITE, "site")
    return Finding("site_unreachable", "try_failed", Outcome.PASSED, target, measures=measures, **more)


@pytest.mark.parametrize(
    "share,said",
    [(Fraction(1, 20), "5%"), (Fraction(1, 3), "33.333%"), (Fraction(1, 200), "0.5%"), (Fraction(0), "0%"), (Fraction(1), "100%")],
)
def test_shares_are_said_as_per_cent(share: Fraction, said: str) -> None:
    """Whole per cents without a point, others to three places and no noughts at the end."""
    found = sentence(Measure("failed_tries", Fraction(1)), Measure("failed_share", share, "share"))

    assert message(found).endswith(f"占{said}")


@pytest.mark.parametrize(
    "value,said", [(Fraction(7), "7"), (Fraction(1234567), "1234567"), (Fraction(1, 2), "0.5"), (Fraction(200, 3), "66.667")]
)
def test_numbers_are_said_as_they_are(value: Fraction, said: str) -> None:
    """Whole numbers whole, others to three places."""
    assert f"失败{said}次" in message(sentence(Measure("failed_tries", value), Measure("failed_share", Fraction(0), "share")))


def test_a_target_without_a_name_is_called_by_its_key() -> None:
    """And an empty value fills no part of a sentence."""
    finding = Finding(
        "columns_not_updated", "blank", Outcome.FAILED, Target(TargetKind.COLUMN, "xw"), values=(("reason", "blank_now"), ("quote", ""))
    )
    stale = evolve(finding, code="priority_stale", values=(("reason", "stale"), ("newest", "")))

    assert message(finding) == "“xw”为空白栏目（监测时栏目为空）"
    assert message(stale) == "“xw”栏目未按要求更新（超过更新期限）"


@pytest.mark.parametrize("asked,said", [(TargetKind.SITE, "某市"), (TargetKind.PAGE, "其余")])
def test_the_whole_site_is_called_the_rest_by_questions_about_its_parts(asked: TargetKind, said: str) -> None:
    """A question about the site itself calls it by its name."""
    code = Code("odd", ("有吗", "Is it?"), asked, ((Outcome.FAILED, ("{target}", "{target}")),))
    own = Indicator("own", ("自有", "Own"), "C", SubjectKind.SITE, (), (code,), print)

    assert said == message(Finding("own", "odd", Outcome.FAILED, Target(TargetKind.SITE, "site", "某市")), indicators=(own,))
    assert "某页" == message(Finding("own", "odd", Outcome.FAILED, Target(TargetKind.LINK, "p", "某页")), indicators=(own,))


def test_only_notes_are_notes() -> None:
    """Reasons and other values are none."""
    finding = sentence(values=(("reason", "stale"), ("note", "boundary"), ("newest", "2026-05-01")))

    assert len(notes(finding)) == 1
