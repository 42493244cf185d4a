"""What a finding shows besides its outcome: the names, dates, numbers and quotes that people check it by. Each test names its indicator."""

from __future__ import annotations

import math
from datetime import date, datetime, timedelta
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve

from govsite_rules import indicators
from govsite_rules.indicators.messages import message
from govsite_rules.values import (
    NO_DATE,
    SHANGHAI,
    AccountProfile,
    Column,
    ColumnKind,
    ColumnState,
    DateConflict,
    DatedEntry,
    DateReading,
    FeedSnapshot,
    Finding,
    Guide,
    GuideElement,
    GuideReading,
    GuideState,
    Homepage,
    Interpretation,
    Judgement,
    Leader,
    LinkCheck,
    LinkKind,
    LinkResult,
    LinkState,
    Mark,
    Marks,
    MarkState,
    Message,
    MessageKind,
    Outcome,
    PageCheck,
    PolicyFile,
    Post,
    Seen,
    SiteProfile,
    SiteSnapshot,
    SiteWordingHit,
    Survey,
    TaggedPage,
    Target,
    TargetKind,
    Trial,
    TrialKind,
    Try,
    TryResult,
    Updates,
    WordingFacts,
    WordingHit,
)

NOON = datetime(2026, 5, 19, 12, tzinfo=SHANGHAI)
URL = "http://a.gov.cn/"
PROFILE = SiteProfile(name="某市", domain="www.a.gov.cn", services=True)
LONG = "长" * 300


def day(age: int, raw: bool = True) -> DateReading:
    at = NOON.date() - timedelta(days=age)
    return DateReading(at.year, at.month, at.day, raw=at.isoformat() if raw else "")


def month(year: int, number: int) -> DateReading:
    return DateReading(year, number, raw=f"{year}-{number:02d}")


def all_of(*items: Any) -> Seen[Any]:
    return Seen(tuple(items), True)


def look(name: str, *, profile: SiteProfile = PROFILE, params: Any = None, **parts: Any) -> dict[tuple[str, str], Finding]:
    """The findings of an indicator by (code, target key)."""
    function = getattr(indicators, name)
    found = function(SiteSnapshot(profile, **parts), as_of=NOON, **({} if params is None else {"params": params}))
    return {(one.code, one.target.key): one for one in found}


def quoted(finding: Finding) -> list[tuple[str, str]]:
    return [(one.url, one.quote) for one in finding.evidence]


def measured(finding: Finding) -> dict[str, Any]:
    return {one.name: one.value for one in finding.measures}


def valued(finding: Finding, *names: str) -> tuple[str | None, ...]:
    return tuple(finding.value(name) for name in names)


# -- vetoes ----------------------------------------------------------------------------------------------------------


def overdue(**more: Any) -> Message:
    return Message(**({"id": "m1", "title": "道路维修何时完工", "url": URL, "asked": day(200), "answered": False, "valid": True} | more))


@pytest.mark.parametrize("title,name", [("道路维修何时完工", "道路维修何时完工"), ("", "m1")])
def test_interaction_unresponsive_names_the_message(title: str, name: str) -> None:
    """By its title, else by its id; with the days as displayed, and none where none was."""
    found = look("interaction_unresponsive", messages=all_of(overdue(title=title)))["unanswered", "m1"]

    assert (name, Outcome.FAILED, [(URL, title)]) == (found.target.name, found.outcome, quoted(found))
    assert (("reason", "unanswered"), ("asked", day(200).raw)) == found.values
    bare = look("interaction_unresponsive", messages=all_of(overdue(asked=day(200, raw=False))))["unanswered", "m1"]
    assert (("reason", "unanswered"),) == bare.values
    long = look("interaction_unresponsive", messages=all_of(overdue(title=LONG)))["unanswered", "m1"]
    assert 120 == len(long.evidence[0].quote)


@pytest.mark.parametrize("asked,measures", [(day(200), {"days_since_asked": 200}), (month(2025, 10), {})])
def test_interaction_unresponsive_counts_days_only_between_days(asked: DateReading, measures: dict[str, int]) -> None:
    """The age of a message of which only the month is known is no number of days."""
    assert measures == measured(look("interaction_unresponsive", messages=all_of(overdue(asked=asked)))["unanswered", "m1"])


@pytest.mark.parametrize(
    "asked,replied,measures",
    [(day(200), day(50), {"days_to_answer": 150}), (month(2025, 9), day(50), {}), (day(200), month(2026, 3), {}), (day(200), NO_DATE, {})],
)
def test_interaction_unresponsive_says_how_long_an_answer_took(asked: DateReading, replied: DateReading, measures: dict[str, int]) -> None:
    """Where both days are known."""
    late = overdue(asked=asked, replied=replied, answered=True)

    assert measures == measured(look("interaction_unresponsive", messages=all_of(late))["answered_late", "m1"])


def conflict(**more: Any) -> DateConflict:
    return DateConflict(**({"url": URL, "shown": day(3), "other": day(900), "kind": "body_older", "quote": "二〇二三年"} | more))


@pytest.mark.parametrize("quote,name", [("二〇二三年", "二〇二三年"), ("", URL), (LONG, "长" * 60)])
@pytest.mark.parametrize(
    "indicator,code,kind", [("security_incident", "falsification", "body_older"), ("date_signs", "date_contradicted", "tag_differs")]
)
def test_security_incident_and_date_signs_quote_the_page(indicator: str, code: str, kind: str, quote: str, name: str) -> None:
    """What the page says names it, at most 60 characters of it, else its address; both dates as displayed."""
    found = look(indicator, date_conflicts=all_of(conflict(quote=quote, kind=kind)))[code, f"{URL}#{kind}"]

    assert (name, [(URL, quote[:120])]) == (found.target.name, quoted(found))
    assert (day(3).raw, day(900).raw) == valued(found, "shown", "other")


@pytest.mark.parametrize(
    "indicator,code,kind", [("security_incident", "falsification", "body_older"), ("date_signs", "date_contradicted", "tag_differs")]
)
def test_security_incident_and_date_signs_leave_out_dates_not_displayed(indicator: str, code: str, kind: str) -> None:
    """A date that was not displayed is no value."""
    found = look(indicator, date_conflicts=all_of(conflict(shown=NO_DATE, kind=kind)))[code, f"{URL}#{kind}"]

    assert ["reason", "other"] == [name for name, _ in found.values]


def guide(id: str = "g1", name: str = "居民身份证", *, states: dict[str, GuideState] | None = None, **more: Any) -> Guide:
    elements = ("name", "basis", "conditions", "materials", "place", "agency", "fees", "hours", "phone", "process")
    read = tuple(GuideElement(one, (states or {}).get(one, GuideState.FILLED), f"标签{one}", f"内容{one}") for one in elements)
    given: dict[str, Any] = {"has_guide": True, "reading": GuideReading("事项", read), "seen_at": NOON, "drawn": True}
    return Guide(id, name, URL, **(given | more))


def test_date_signs_leave_open_only_what_may_be_moved() -> None:
    """A date in the future and one that no calendar has are faults; only one contradicted by its address may be right."""
    codes = indicators.indicator_of(indicators.date_signs).codes

    assert ["date_contradicted"] == [code.id for code in codes if Outcome.CANT_TELL in code.outcomes]


def test_services_unusable_names_what_a_guide_lacks() -> None:
    """The elements lacking by their Chinese names; none where nothing lacks; and the doubt whether there are services at all."""
    lacking = guide(states=dict.fromkeys(("basis", "place", "fees", "phone"), GuideState.EMPTY))
    sure = look("services_unusable", guides=all_of(lacking, guide("g2")))
    unsure = look("services_unusable", profile=evolve(PROFILE, services=None), guides=all_of(lacking))["guide_incomplete", "g1"]

    assert 4 == len((sure["guide_incomplete", "g1"].value("elements") or "").split("、"))
    assert () == sure["guide_incomplete", "g2"].values
    assert (Outcome.CANT_TELL, "services_unknown") == (unsure.outcome, unsure.value("reason"))
    assert sure["guide_incomplete", "g1"].value("elements") == unsure.value("elements")
    assert ["reason", "note", "elements"] == [name for name, _ in unsure.values]


@pytest.mark.parametrize(
    "elapsed,measures", [(None, {}), (0.0, {"elapsed": 0}), (0.5, {"elapsed": Fraction(1, 2)}), (-1.0, {}), (math.inf, {}), (math.nan, {})]
)
def test_site_unreachable_tells_how_long_a_failed_try_took(elapsed: float | None, measures: dict[str, Any]) -> None:
    """Where a time was recorded that can be one."""
    at = NOON - timedelta(hours=1)
    found = look("site_unreachable", tries=all_of(Try(at, TryResult.DNS, elapsed)))["try_failed", at.isoformat()]

    assert (Outcome.FAILED, measures) == (found.outcome, measured(found))


@pytest.mark.parametrize("outside", [0, 2])
def test_site_unreachable_mentions_tries_outside_the_week_where_there_are_any(outside: int) -> None:
    """Totals of the week, and how many tries were left out."""
    tries = [Try(NOON - timedelta(hours=1), TryResult.OPENED, 1.0)]
    tries += [Try(NOON - timedelta(days=9, hours=number), TryResult.DNS) for number in range(outside)]
    found = look("site_unreachable", tries=all_of(*tries))["try_failed", "*passed"]

    assert {"tries": 1, "failed_tries": 0, "failed_share": 0} | ({"tries_outside": outside} if outside else {}) == measured(found)


# -- accounts --------------------------------------------------------------------------------------------------------


def account(name: str, *posts: Post, **more: Any) -> dict[str, Finding]:
    feed = FeedSnapshot(AccountProfile("k", "某市发布", publishes=True), NOON, all_of(*posts), incidents=all_of(), **more)
    return {one.code: one for one in getattr(indicators, name)(feed, as_of=NOON)}


def test_account_not_updated_shows_the_newest_post() -> None:
    """Its title and address, at most 120 characters; deleted posts are counted, and not mentioned where there is none."""
    newest, older = Post("1", day(3), "新", f"{URL}1"), Post("2", day(9), "旧", f"{URL}2")
    found = account("account_not_updated", older, newest, Post("3", day(1), "删", deleted=True))["no_update"]

    assert [(f"{URL}1", "新")] == quoted(found)
    assert NOON == found.evidence[0].observed_at
    assert {"deleted": 1, "longest_gap": 6} == {name: measured(found)[name] for name in ("deleted", "longest_gap")}
    assert "deleted" not in measured(account("account_not_updated", newest)["no_update"])
    assert 120 == len(account("account_not_updated", evolve(newest, title=LONG))["no_update"].evidence[0].quote)


def test_account_not_updated_counts_gaps_up_to_the_day_of_inspection() -> None:
    """Days of posts later than the inspection and posts without a day are no ends of a gap."""
    known = Post("1", day(3), "新")
    found = account("account_not_updated", known, Post("2", day(10), "旧"), Post("3", month(2026, 5), "月"), Post("4", NO_DATE, "无"))[
        "no_update"
    ]
    later = account("account_not_updated", known, Post("2", evolve(day(0), day=28), "后"))["no_update"]

    assert 7 == measured(found)["longest_gap"]
    assert 3 == measured(later)["longest_gap"]


def test_account_interaction_poor_names_the_functions_seen() -> None:
    """The functions found working, at most 120 characters of them."""
    found = account("account_interaction_poor", interaction=Seen(("留言", "客服"), True))["no_interaction"]
    long = account("account_interaction_poor", interaction=Seen((LONG,), True))["no_interaction"]

    assert ([("", "留言、客服")], {"functions": 2}) == (quoted(found), measured(found))
    assert 120 == len(long.evidence[0].quote)


# -- publishing ------------------------------------------------------------------------------------------------------


def test_interpretation_ratio_shows_the_interpretations() -> None:
    """The first three interpretations where there are any, else the file."""
    links = Seen(tuple(f"{URL}jd{number}" for number in range(5)))
    file = PolicyFile("f1", "办法", URL, broad=True, by_body=True, drawn=True)
    with_links, without, judged, narrow = (
        look("interpretation_ratio", policies=all_of(one))["not_interpreted", "f1"]
        for one in (
            evolve(file, interpretations=links),
            evolve(file, interpreted=False),
            evolve(file, interpreted=True),
            evolve(file, broad=False, interpretations=links),
        )
    )

    assert [f"{URL}jd0", f"{URL}jd1", f"{URL}jd2"] == [one.url for one in with_links.evidence]
    assert [[URL]] * 3 == [[one.url for one in found.evidence] for found in (without, judged, narrow)]
    assert [Outcome.PASSED, Outcome.FAILED, Outcome.PASSED, Outcome.INAPPLICABLE] == [
        x.outcome for x in (with_links, without, judged, narrow)
    ]


@pytest.mark.parametrize(
    "leader,key,name", [(Leader("张三", URL), URL, "张三"), (Leader("张三"), "张三", "张三"), (Leader("", URL), URL, URL)]
)
def test_leader_information_names_the_leader(leader: Leader, key: str, name: str) -> None:
    """By name, and where that is not known by address; the address identifies the entry."""
    assert name == look("leader_information", leaders=all_of(leader))["incomplete_or_inaccurate", key].target.name


def file_of(**more: Any) -> Interpretation:
    return Interpretation(**({"id": "j1", "title": "一图读懂", "url": URL, "file": "f1"} | more))


def test_interpretation_formats_shows_the_interpretation_that_decides() -> None:
    """A rich one before one of unknown form before plain text; one of no known file by its title, else by its id."""
    text, unknown, rich = (file_of(id=form, title=form, url=f"{URL}{form}", form=form) for form in ("text", "", "chart"))
    unknown = evolve(unknown, id="u", title="unknown", url=f"{URL}u")
    for those, shown in (((text, unknown, rich), "chart"), ((text, unknown), "unknown"), ((text,), "text")):
        assert [shown] == [
            quote for _, quote in quoted(look("interpretation_formats", interpretations=all_of(*those))["rich_format", "f1"])
        ]
    for title, name in (("一图读懂", "一图读懂"), ("", "j1")):
        found = look("interpretation_formats", interpretations=all_of(file_of(file="", title=title)))["rich_format", "?j1"]
        assert (name, [(URL, title)]) == (found.target.name, quoted(found))
    for file, key in (("f1", "f1"), ("", "?j1")):
        assert 120 == len(
            look("interpretation_formats", interpretations=all_of(file_of(title=LONG, file=file)))["rich_format", key].evidence[0].quote
        )


def listed(key: str, kind: ColumnKind, age: int, **more: Any) -> Column:
    updates = Updates((DatedEntry(day(age), "第1条", f"{URL}{key}/1"),), entries=1)
    given: dict[str, Any] = {"kind": kind, "kind_sure": True, "state": ColumnState.LISTED, "updates": updates, "first_page_seen": True}
    return Column(key, f"栏目{key}", f"{URL}{key}/", **(given | {"fetched_at": NOON} | more))


def test_data_publication_is_open_where_one_column_may_be_of_data() -> None:
    """One statistics column among others is enough to leave it open; other kinds are not."""
    statistics, news = listed("s", ColumnKind.STATISTICS, 3), listed("n", ColumnKind.NEWS, 3)
    either, other = (
        look("data_publication", columns=all_of(*those))["updated_6_months", "site"] for those in ((statistics, news), (news,))
    )

    assert [(Outcome.CANT_TELL, "statistics_only"), (Outcome.FAILED, "no_column")] == [
        (x.outcome, x.value("reason")) for x in (either, other)
    ]


def test_data_publication_looks_at_most_a_day_back() -> None:
    """A column seen two days before the inspection may have been updated since."""
    old = (listed("d", ColumnKind.DATA, 300, fetched_at=NOON - timedelta(hours=hours)) for hours in (24, 25))

    assert ["stale", "observed_too_early"] == [
        look("data_publication", columns=all_of(one))["updated_6_months", "site"].value("reason") for one in old
    ]


# -- services --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name,shown", [("居民身份证", "居民身份证"), ("", "g1")])
def test_service_guides_shows_the_element(name: str, shown: str) -> None:
    """The item by its name, else by its id; what the page shows of the element, at most 120 characters."""
    empty = guide(name=name, states={"fees": GuideState.EMPTY})
    found = look("service_guides", guides=all_of(empty))["element_missing", "g1/fees"]

    assert (shown, [(URL, "内容fees")], "标签fees", NOON) == (
        found.target.name,
        quoted(found),
        found.evidence[0].locator,
        found.evidence[0].observed_at,
    )
    long = evolve(empty, reading=GuideReading("事项", (GuideElement("fees", GuideState.EMPTY, "收费", LONG),)))
    assert 120 == len(look("service_guides", guides=all_of(long))["element_missing", "g1/fees"].evidence[0].quote)


def test_service_guides_quotes_five_vague_words() -> None:
    """Five are enough to show what is vague."""
    vague = evolve(guide(), reading=GuideReading("事项", vague_wording=tuple(f"其他{number}" for number in range(7))))

    assert "其他0；其他1；其他2；其他3；其他4" == look("service_guides", guides=all_of(vague))["vague_wording", "g1"].value("fault")


def test_service_policy_links_shows_the_items() -> None:
    """Items without links where there are any, else those looked at; by name, else by id; none where none was; five as evidence."""
    items = [guide(f"g{number}", f"事项{number}" if number else "", policies_linked=number != 1) for number in range(7)]
    bad, good, none = (
        look("service_policy_links", guides=all_of(*those))["policies_linked", "site"] for those in (items, [items[0], *items[2:]], [])
    )

    assert ("事项1", [(URL, "事项1")]) == (bad.value("items"), quoted(bad))
    assert ("g0、事项2、事项3、事项4、事项5、事项6", 5, NOON) == (good.value("items"), len(good.evidence), good.evidence[0].observed_at)
    assert (None, ()) == (none.value("items"), none.evidence)
    long = look("service_policy_links", guides=all_of(guide(name=LONG, policies_linked=False)))["policies_linked", "site"]
    assert 120 == len(long.evidence[0].quote)


def trial(id: str, kind: TrialKind, succeeded: bool | None = True, **more: Any) -> Trial:
    return Trial(id, kind, NOON - timedelta(days=1), succeeded, **more)


@pytest.mark.parametrize(
    "given,missing",
    [
        ((), True),
        ((trial("1", TrialKind.THEMED_SERVICE, False, subject="开办企业"),), True),
        ((trial("1", TrialKind.THEMED_SERVICE, True),), True),
        ((trial("1", TrialKind.THEMED_SERVICE, None),), True),
        ((trial("1", TrialKind.THEMED_SERVICE, False),), False),
    ],
)
def test_service_integration_ends_where_no_more_is_offered(given: tuple[Trial, ...], missing: bool) -> None:
    """Only a failed trial of no named service says that there are no further ones."""
    found = look("service_integration", trials=all_of(*given))

    assert missing == any(one.examined != 0 and one.outcome is Outcome.UNTESTED for one in found.values())


# -- interaction -----------------------------------------------------------------------------------------------------


def published(id: str, **more: Any) -> Message:
    given: dict[str, Any] = {"title": f"标题{id}", "url": f"{URL}{id}", "asked": day(9), "replied": day(8), "answered": True, "drawn": True}
    return Message(id, **(given | {"replier": "某局", "reply": "您好"} | more))


def test_message_disclosure_shows_messages() -> None:
    """The first message by its id as evidence that there are any; each by its title, else by its id; the newest entry's address."""
    found = look("message_disclosure", messages=all_of(published("b", title=""), published("a", asked=day(20), replied=day(19))))

    assert ([(f"{URL}a", "标题a")], {"messages": 2}) == (
        quoted(found["none_published", "site"]),
        measured(found["none_published", "site"]),
    )
    assert [("标题a", [(f"{URL}a", "标题a")]), ("b", [(f"{URL}b", "")])] == [
        (found["facts_missing", id].target.name, quoted(found["facts_missing", id])) for id in "ab"
    ]
    assert [(f"{URL}b", day(8).raw)] == quoted(found["not_updated", "site"])
    long = look("message_disclosure", messages=all_of(published("a", title=LONG)))
    assert [120, 120] == [len(long[code, key].evidence[0].quote) for code, key in (("none_published", "site"), ("facts_missing", "a"))]


def test_message_disclosure_shows_the_first_column_of_statistics() -> None:
    """Of several columns that publish statistics the first by its key."""
    columns = [evolve(listed(key, ColumnKind.STATISTICS, 3), name=f"留言统计{key}") for key in "ba"]
    found = look("message_disclosure", columns=all_of(*columns))["statistics_missing", "site"]

    assert ("留言统计a", [(f"{URL}a/", "留言统计a")]) == (found.value("column"), quoted(found))


def test_message_disclosure_keeps_what_the_stale_column_showed() -> None:
    """Where messages may be on a platform, the column's own newest day is still told, and its reason is replaced."""
    from govsite_rules.values import Platform, PlatformKind

    profile = evolve(PROFILE, platforms=(Platform(PlatformKind.LETTERS, "12345.a.gov.cn"),))
    found = look("message_disclosure", profile=profile, columns=all_of(listed("x", ColumnKind.CONSULTATION, 200)))["not_updated", "site"]

    assert (Outcome.CANT_TELL, "platform_not_seen", day(200).raw) == (found.outcome, *valued(found, "reason", "newest"))
    assert 1 == [name for name, _ in found.values].count("reason")


@pytest.mark.parametrize("subject,name", [("医保问题", "医保问题"), ("", "t1")])
@pytest.mark.parametrize("fault,kept", [("答非所问", "答非所问"), ("", None)])
def test_reply_quality_names_the_question_and_the_fault(subject: str, name: str, fault: str, kept: str | None) -> None:
    """The question by its subject, else by its id; a fault only where one was found."""
    asked = trial("t1", TrialKind.ASK, subject=subject, answered_at=NOON - timedelta(hours=9), quality_fault=fault)
    found = look("reply_quality", trials=all_of(asked))["poor_answer", "t1"]

    assert (name, kept) == (found.target.name, found.value("fault"))
    assert ("fault" in dict(found.values)) is (kept is not None)


def test_reply_quality_names_no_fault_of_an_answer_that_is_not_judged() -> None:
    """An answer that came too late, or of which nobody knows the time, keeps its own reason."""
    late = Trial("t1", TrialKind.ASK, NOON - timedelta(days=60), True, answered_at=NOON, quality_fault="答非所问")
    found = look("reply_quality", trials=all_of(late))["poor_answer", "t1"]

    assert (Outcome.INAPPLICABLE, "late", None) == (found.outcome, *valued(found, "reason", "fault"))


def test_realtime_interaction_names_lateness_before_quality() -> None:
    """An answer that came too late is late, however poor it was."""
    late = Trial("t1", TrialKind.ASK_REALTIME, NOON - timedelta(days=60), True, answered_at=NOON, quality_fault="答非所问")
    found = look("realtime_interaction", trials=all_of(late))["answered_in_time", "site"]

    assert (Outcome.FAILED, "late") == (found.outcome, found.value("reason"))


def survey(number: int, **more: Any) -> Survey:
    given: dict[str, Any] = {
        "opened": date(2026, 1, 1),
        "ended": date(2026, 2, 1),
        "result_published": date(2026, 2, 9),
        "result_known": True,
    }
    return Survey(f"v{number}", url=f"{URL}{number}", **(given | {"title": f"征集{number}"} | more))


def test_surveys_shows_those_that_decide() -> None:
    """At most five of those that failed, else are open, else passed; none where there is none."""
    bad = [survey(number, result_published=date(2026, 4, 9)) for number in range(7)]
    failed, passed, none = (
        look("surveys", surveys=all_of(*those))["results_published", "site"] for those in ([*bad, survey(9)], [survey(9)], [])
    )

    assert ("征集0、征集1、征集2、征集3、征集4", 5, {"judged": 8}) == (failed.value("items"), len(failed.evidence), measured(failed))
    assert [(f"{URL}9", "征集9")] == quoted(passed)
    assert ("items" in dict(none.values), none.evidence) == (False, ())
    assert 120 == len(look("surveys", surveys=all_of(survey(1, title=LONG)))["results_published", "site"].evidence[0].quote)


# -- design ----------------------------------------------------------------------------------------------------------


def domain(given: str, **profile: Any) -> Finding:
    return look("domain_and_name", profile=SiteProfile(domain=given, **profile))["domain_irregular", "site"]


def test_domain_and_name_reads_the_last_label() -> None:
    """It is the last label that says 政务, wherever else the word stands; what has no host in it is unreadable."""
    assert [Outcome.PASSED, Outcome.FAILED] == [domain(given, portal=True).outcome for given in ("www.青禾.政务", "www.政务.com")]
    assert ("domain_unreadable", "") == valued(domain("/", portal=True), "reason", "domain")


def test_domain_and_name_tells_the_bodies_it_compared_with() -> None:
    """The names that the site might have; none where no body is known."""
    known, unknown = (
        look("domain_and_name", profile=evolve(PROFILE, sponsor=sponsor))["name_irregular", "site"] for sponsor in ("甲局、乙局", "")
    )

    assert ("某市", "甲局、乙局") == valued(known, "name", "bodies")
    assert ("body_unknown", False) == (unknown.value("reason"), "bodies" in dict(unknown.values))


def report(**more: Any) -> Message:
    return Message(
        **({"id": "m1", "kind": MessageKind.ERROR_REPORT, "title": "链接打不开", "url": URL, "asked": day(30), "answered": False} | more)
    )


@pytest.mark.parametrize("title,name", [("链接打不开", "链接打不开"), ("", "m1")])
def test_error_report_entry_names_the_message(title: str, name: str) -> None:
    """By its title, else by its id; with the day it was due, and the days as displayed."""
    found = look("error_report_entry", messages=all_of(report(title=title)))["answered_late", "m1"]

    assert (name, Outcome.FAILED, "2026-04-22", day(30).raw, None) == (
        found.target.name,
        found.outcome,
        *valued(found, "due", "asked", "replied"),
    )
    assert ("replied" in dict(found.values)) is False
    month_only = look("error_report_entry", messages=all_of(report(asked=month(2026, 3))))["answered_late", "m1"]
    assert "due" not in dict(month_only.values)
    assert 120 == len(look("error_report_entry", messages=all_of(report(title=LONG)))["answered_late", "m1"].evidence[0].quote)


@pytest.mark.parametrize(
    "asked,replied,measures",
    [
        (day(30), day(10), {"days_to_answer": 20}),
        (day(30), day(30), {"days_to_answer": 0}),
        (day(30), day(40), {}),
        (month(2026, 3), day(2), {}),
        (day(30), NO_DATE, {}),
    ],
)
def test_error_report_entry_says_how_long_an_answer_took(asked: DateReading, replied: DateReading, measures: dict[str, int]) -> None:
    """Where both days are known and the answer came after the question."""
    found = look("error_report_entry", messages=all_of(report(asked=asked, replied=replied, answered=True, quality_fault="答非所问")))

    assert measures == measured(found["poor_answer", "m1"])


def test_error_report_entry_quotes_the_homepage() -> None:
    """What the homepage shows of the entry, at most 120 characters, and no evidence without a homepage."""
    home = Homepage(URL, NOON, marks=Marks(error_report_entry=Mark(MarkState.SHOWN, raw=LONG)))

    assert [(URL, "长" * 120)] == quoted(look("error_report_entry", homepage=home)["home_entry_missing", "site"])
    assert () == look("error_report_entry")["home_entry_missing", "site"].evidence


@pytest.mark.parametrize("pages", [PageCheck("icp", 3, 0, 7), None])
def test_identity_marks_count_the_pages_where_a_mark_cannot_be_seen(pages: PageCheck | None) -> None:
    """How many pages leave a mark open, and how many show it; no number where no other page was looked at."""
    home = Homepage(URL, NOON, marks=Marks(icp=Mark(MarkState.UNKNOWN)))
    parts = {"page_checks": all_of(pages)} if pages else {}
    found = next(one for one in look("identity_marks", homepage=home, **parts).values() if one.code == "icp_missing")

    assert (pages is not None) == ("其他页面7个看不到，3个有" in message(found))
    assert (pages is not None) == ("on 7 other pages, shown on 3" in message(found, "en"))


@pytest.mark.parametrize("state, shown", [(MarkState.SHOWN, [f"{URL}p"]), (MarkState.ABSENT, [URL, f"{URL}p"])])
def test_identity_marks_show_the_pages_that_lack_one(state: MarkState, shown: list[str]) -> None:
    """A page that shows the mark does not bear out that it is missing."""
    home = Homepage(URL, NOON, marks=Marks(icp=Mark(state, raw="赣ICP备1号")))
    pages = all_of(PageCheck("icp", 3, 1, 0, (f"{URL}p",)))
    found = next(one for one in look("identity_marks", homepage=home, page_checks=pages).values() if one.code == "icp_missing")

    assert Outcome.FAILED is found.outcome
    assert shown == [evidence.url for evidence in found.evidence]


def test_error_report_entry_shows_five_pages_that_could_not_be_told() -> None:
    """Pages that surely lack the entry are findings of their own, of the others five are shown."""
    check = PageCheck("error_report_entry", 0, 0, 7, (), tuple(f"{URL}{number}" for number in range(7)))
    found = look("error_report_entry", page_checks=all_of(check))["page_entry_missing", "*cant_tell"]

    assert (5, 7) == (len(found.evidence), found.examined)


def link(*checks: LinkCheck, **more: Any) -> LinkState:
    given: dict[str, Any] = {
        "text": "办事指南",
        "on_home": True,
        "referrers": tuple(f"{URL}{number}" for number in range(5)),
        "referrer_count": 9,
    }
    return LinkState(f"{URL}dead", checks=checks or (LinkCheck(f"{URL}dead", NOON, LinkResult.GONE, 404),), **(given | more))


def test_link_availability_shows_where_a_link_stands() -> None:
    """Three pages that link to it, the first by name; the status where there was one; the text, at most 120 characters."""
    found = look("link_availability", links=all_of(link()))["home_link_dead", f"{URL}dead"]
    bare = look("link_availability", links=all_of(link(LinkCheck(f"{URL}dead", NOON, LinkResult.DNS), referrers=(), text=LONG)))[
        "home_link_dead", f"{URL}dead"
    ]

    assert [(f"{URL}{number}", "办事指南") for number in range(3)] == quoted(found)
    assert ("404", f"{URL}dead", f"{URL}0") == valued(found, "status", "address", "page")
    assert {"referrers": 9, "looks": 1} == measured(found)
    assert [("", "长" * 120)] == quoted(bare)
    assert {"status", "page"}.isdisjoint(dict(bare.values))


@pytest.mark.parametrize("first,status", [(404, "410"), (None, "410")])
def test_link_availability_tells_the_last_of_two_looks_of_one_moment(first: int | None, status: str) -> None:
    """Two looks of one moment and one result stand in the order of their status, in whatever order they came."""
    looks = [LinkCheck(f"{URL}dead", NOON, LinkResult.GONE, one) for one in (first, 410)]
    for given in (looks, looks[::-1]):
        found = look("link_availability", links=all_of(link(*given)))["home_link_dead", f"{URL}dead"]

        assert status == found.value("status")


def test_page_tags_names_the_tags_missing() -> None:
    """The tags that a page lacks; none where it lacks none."""
    pages = [TaggedPage(f"{URL}{number}", "article", missing, drawn=True) for number, missing in enumerate((("PubDate",), ()))]
    found = look("page_tags", tagged_pages=all_of(*pages))

    assert ("PubDate", Outcome.CANT_TELL) == (
        found["article_tags_missing", f"{URL}0"].value("missing"),
        found["article_tags_missing", f"{URL}0"].outcome,
    )
    assert () == found["article_tags_missing", f"{URL}1"].values


def test_page_tags_asks_about_pages_in_words() -> None:
    """Each question names its kind of page and of tags."""
    codes = [indicators.indicator_of(indicators.page_tags).code(id).question[0] for id in ("article_tags_missing", "column_tags_missing")]

    assert ["抽查的内容页是否缺少站点标签或内容标签？", "抽查的栏目页是否缺少站点标签或栏目标签？"] == codes


# -- companions ------------------------------------------------------------------------------------------------------


def hit(**more: Any) -> WordingHit:
    return WordingHit(**({"term": "登陆", "found": "登陆", "suggestion": "登录", "certainty": "sure", "context": "请先登陆系统"} | more))


def scanned(*hits: tuple[str, WordingHit], pages: int = 1) -> WordingFacts:
    return WordingFacts(("l",), pages, all_of(*(SiteWordingHit(url, one) for url, one in hits)))


def test_ordinary_wording_passages_are_shown_in_their_context() -> None:
    """Key, quote, pattern and suggestion of a passage; what is empty is left out; without context the passage is quoted."""
    found = look("ordinary_wording", wording=scanned((URL, hit()), (f"{URL}2", hit(context="", suggestion="", locator="正文", start=7))))
    (first,), (second,) = ([one for one in found.values() if one.target.url == url] for url in (URL, f"{URL}2"))

    assert (f"{URL}#0:登陆", [(URL, "请先登陆系统")], "登陆") == (first.target.key, quoted(first), first.evidence[0].pattern)
    assert (("reason", "sure_wording"), ("found", "登陆"), ("suggestion", "登录")) == first.values
    assert (f"{URL}2#正文#7:登陆", [(f"{URL}2", "登陆")], "正文") == (second.target.key, quoted(second), second.evidence[0].locator)
    assert (("reason", "sure_wording"), ("found", "登陆")) == second.values
    long = look("ordinary_wording", wording=scanned((URL, hit(context=LONG))))
    assert [120] == [len(one.evidence[0].quote) for one in long.values() if one.evidence]


def test_passages_of_other_indicators_end_nothing() -> None:
    """A hit of a group that an indicator does not ask about is left out, and those after it are not; the same one met twice is one."""
    hits = [(f"{URL}2", hit()), (f"{URL}1", hit(group="privacy", term="手机号")), (f"{URL}2", hit(context="又见"))]
    found = look("ordinary_wording", wording=scanned(*hits))

    assert [f"{URL}2#0:登陆"] == [one.target.key for one in found.values() if one.target.kind is TargetKind.PASSAGE]


@pytest.mark.parametrize("pages,gap", [(0, True), (1, False)])
def test_passages_need_a_page_that_was_scanned(pages: int, gap: bool) -> None:
    """One page scanned is a scan, none is none."""
    found = look("ordinary_wording", wording=scanned(pages=pages))

    assert gap == any(one.outcome is Outcome.UNTESTED for one in found.values())


def test_passages_of_posts_are_read_up_to_the_inspection() -> None:
    """Posts of that day and of unknown day count, later and deleted ones do not; a post is known by its address, else by its id."""
    this_month = month(2026, 5)
    posts = [
        Post("1", day(0), wording=(hit(),)),
        Post("2", NO_DATE, url=f"{URL}2", wording=(hit(),)),
        Post("3", evolve(day(0), day=20), wording=(hit(),)),
        Post("4", day(3), wording=(hit(),), deleted=True),
        Post("5", this_month, wording=(hit(),)),
        Post("6", day(1), wording=()),
    ]
    found = [one for one in account("account_wording", *posts).values() if one.outcome is not Outcome.PASSED]
    feed = FeedSnapshot(AccountProfile("k"), NOON, all_of(*posts))
    every = [one for one in indicators.account_wording(feed, as_of=NOON) if one.outcome is Outcome.FAILED]

    assert found
    assert ["1#0:登陆", "5#0:登陆", f"{URL}2#0:登陆"] == sorted(one.target.key for one in every)
    rejected = indicators.account_wording(evolve(feed, rejected=("坏项",)), as_of=NOON)
    assert any(one.value("reason") == "partly_scanned" for one in rejected)
    assert not any(one.value("reason") == "partly_scanned" for one in indicators.account_wording(feed, as_of=NOON))
    for unread in (evolve(feed, posts=None), evolve(feed, posts=all_of(Post("1", day(1))))):
        assert {"not_scanned"} == {one.value("reason") for one in indicators.account_wording(unread, as_of=NOON)}


def test_copied_site_codes_shows_both_codes() -> None:
    """The code shown and the site's own; what the homepage shows of it, at most 120 characters."""
    home = Homepage(URL, NOON, marks=Marks(site_code=Mark(MarkState.SHOWN, "3699990002", LONG)))
    found = look("copied_site_codes", profile=evolve(PROFILE, site_code="3699990001"), homepage=home)["wrong_site_code", "homepage"]

    assert ("3699990002", "3699990001", [(URL, "长" * 120)]) == (*valued(found, "shown", "own"), quoted(found))


@pytest.mark.parametrize(
    "text,referrers,name,page", [("彩票", (f"{URL}1", f"{URL}2"), "彩票", f"{URL}1"), ("", (), "http://b.cn/", "http://b.cn/")]
)
def test_hidden_links_names_the_link_and_its_page(text: str, referrers: tuple[str, ...], name: str, page: str) -> None:
    """A link by its text, else by its address; on the first page that links to it, else there."""
    hidden = LinkState("http://b.cn/", LinkKind.EXTERNAL, text, referrers=referrers, referrer_count=len(referrers), hidden="display:none")
    found = look("hidden_links", links=all_of(hidden))["hidden_link", "http://b.cn/"]

    assert (name, [(page, text)], "display:none") == (found.target.name, quoted(found), found.evidence[0].pattern)
    long = look("hidden_links", links=all_of(evolve(hidden, text=LONG)))["hidden_link", "http://b.cn/"]
    assert 120 == len(long.evidence[0].quote)


def test_a_judged_fault_is_told_in_the_sentence() -> None:
    """What a person found wrong stands in the sentence about it."""
    judgement = Judgement("domain_and_name.name_irregular", fault="名称与单位不符", at=NOON)
    found = look("domain_and_name", judgements=all_of(judgement))["name_irregular", "site"]

    assert "名称与单位不符" in message(found)
    assert Target(found.target.kind, "site", "某市", "www.a.gov.cn") == found.target
