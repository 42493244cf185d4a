"""What holds for the indicators of publishing and design whatever the snapshot: order, time, fresh entries, and things not seen."""

from __future__ import annotations

import datetime as dt
from datetime import datetime, timedelta
from fractions import Fraction

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from govsite_rules.errors import InputError
from govsite_rules.indicators import (
    CATALOG,
    domain_and_name,
    error_report_entry,
    identity_marks,
    link_availability,
    news_updates,
    other_columns,
    page_tags,
    policy_documents,
    policy_interpretation,
)
from govsite_rules.indicators._base import Indicator
from govsite_rules.indicators.d4_design.error_report_entry import ErrorReportEntryParams
from govsite_rules.values import (
    NO_DATE,
    SHANGHAI,
    Column,
    ColumnKind,
    ColumnState,
    DatedEntry,
    DateReading,
    Finding,
    Homepage,
    Interpretation,
    Judgement,
    Leader,
    LinkCheck,
    LinkResult,
    LinkState,
    Mark,
    Marks,
    MarkState,
    Message,
    MessageKind,
    Outcome,
    PageCheck,
    PageKind,
    PolicyFile,
    Seen,
    SiteProfile,
    SiteSnapshot,
    TaggedPage,
    Trial,
    TrialKind,
    Updates,
)
from govsite_rules.values.workdays import HolidayTable

pytestmark = pytest.mark.slow

FEW = settings(max_examples=40)
NOON = datetime(2019, 7, 15, 12, tzinfo=SHANGHAI)
URL = "https://www.example.gov.cn/"
INDICATORS = tuple(indicator for indicator in CATALOG if indicator.section in ("D1", "D4"))
GOOD = (Outcome.INAPPLICABLE, Outcome.PASSED)
MARKS = ("organ_mark", "site_code", "icp", "police", "sponsor", "contact", "error_report_entry", "site_name")

booleans = st.booleans()
maybe = st.none() | booleans
ages = st.sampled_from((0, 1, 13, 14, 15, 60, 180, 181, 182, 364, 365, 366, 500))
moments = st.integers(0, 9 * 24 * 60).map(lambda minutes: NOON - timedelta(minutes=minutes))


def before(age: int) -> DateReading:
    """The full date ``age`` days before the inspection."""
    day = NOON.date() - timedelta(days=age)
    return DateReading(day.year, day.month, day.day, raw=day.isoformat())


dates = st.one_of(ages.map(before), ages.map(lambda age: evolve(before(age), day=None)), st.just(NO_DATE))


@st.composite
def columns(draw: st.DrawFn) -> Seen[Column]:
    made = []
    for index in range(draw(st.integers(0, 4))):
        state = draw(st.sampled_from(ColumnState))
        recent = () if state is ColumnState.BLANK else tuple(DatedEntry(date) for date in draw(st.lists(dates, max_size=3)))
        made.append(
            Column(
                f"c{index}",
                "栏目",
                f"{URL}{index}/",
                level=draw(st.sampled_from((None, 1, 2))),
                kind=draw(st.sampled_from(ColumnKind)),
                kind_sure=draw(booleans),
                state=state,
                updates=Updates(recent, entries=len(recent)),
                first_page_seen=draw(booleans),
                fetched_at=draw(st.sampled_from((None, NOON, NOON - timedelta(days=3)))),
                children=tuple(f"c{child}" for child in draw(st.sets(st.integers(0, 5), max_size=2))),
            )
        )
    return Seen(tuple(made), draw(booleans))


@st.composite
def links(draw: st.DrawFn) -> Seen[LinkState]:
    checks = st.builds(LinkCheck, st.just(URL), moments, st.sampled_from(LinkResult), st.sampled_from((None, 200, 404)))
    made = []
    for index in range(draw(st.integers(0, 4))):
        referrers = tuple(f"{URL}{page}/" for page in draw(st.sets(st.integers(0, 3), max_size=2)))
        seen = tuple(draw(st.lists(checks, max_size=3)))
        hidden = draw(st.sampled_from(("", "", "display")))
        made.append(
            LinkState(
                f"{URL}l{index}", on_home=draw(booleans), referrers=referrers, referrer_count=len(referrers), checks=seen, hidden=hidden
            )
        )
    return Seen(tuple(made), draw(booleans))


@st.composite
def page_checks(draw: st.DrawFn) -> Seen[PageCheck]:
    made = []
    for name in draw(st.sets(st.sampled_from(MARKS))):
        absent, unknown = draw(st.integers(0, 3)), draw(st.integers(0, 2))
        listed = draw(st.integers(0, absent))
        made.append(PageCheck(name, draw(st.integers(0, 3)), absent, unknown, tuple(f"{URL}p{page}" for page in range(listed))))
    return Seen(tuple(made), draw(booleans))


tags = ("SiteName", "SiteDomain", "SiteIDCode", "ArticleTitle", "PubDate", "ContentSource", "ColumnName", "ColumnType")
tagged = st.builds(
    TaggedPage,
    url=st.uuids().map(str),
    role=st.sampled_from(("article", "column", "other")),
    missing=st.sets(st.sampled_from(tags)).map(lambda names: tuple(sorted(names))),
    drawn=booleans,
)
messages = st.builds(
    Message,
    id=st.uuids().map(str),
    kind=st.sampled_from((MessageKind.ERROR_REPORT, MessageKind.ERROR_REPORT, MessageKind.CONSULTATION)),
    asked=dates,
    replied=dates,
    answered=maybe,
    reply=st.sampled_from(("", "已修复")),
    valid=maybe,
    quality_fault=st.sampled_from((None, "", "敷衍")),
)
policies = st.builds(
    PolicyFile, id=st.uuids().map(str), title=st.just("意见"), by_body=maybe, broad=maybe, interpreted=maybe, drawn=booleans
)
interpretations = st.builds(
    Interpretation, id=st.uuids().map(str), title=st.just("解读"), links_file=maybe, file_links_back=maybe, drawn=booleans
)
facts = st.sampled_from((None, "", "有"))
leaders = st.builds(Leader, name=st.uuids().map(str), position=facts, resume=facts, fault=st.sampled_from((None, "", "有误")))
judgements = st.builds(
    Judgement,
    question=st.sampled_from([f"{indicator.id}.{code.id}" for indicator in INDICATORS for code in indicator.codes]),
    target=st.sampled_from(("", "甲")),
    fault=st.sampled_from(("", "有误")),
    at=st.none() | moments,
)
trials = st.builds(
    Trial, id=st.uuids().map(str), kind=st.sampled_from(TrialKind), at=moments, succeeded=maybe, subject=st.sampled_from(("", "甲"))
)


def seen(items: st.SearchStrategy[object]) -> st.SearchStrategy[Seen[object] | None]:
    return st.none() | st.builds(Seen, st.lists(items, max_size=6).map(tuple), booleans)


@st.composite
def sites(draw: st.DrawFn) -> SiteSnapshot:
    marks = Marks(**{name: Mark(draw(st.sampled_from(MarkState))) for name in MARKS})
    home = Homepage(
        URL,
        NOON,
        draw(st.sampled_from((PageKind.CONTENT, PageKind.CONTENT, PageKind.CHALLENGE))),
        script_drawn=draw(booleans),
        navigation_only=draw(booleans),
        second_level=Seen(("c0", "c1"), draw(booleans)),
        marks=marks,
    )
    profile = SiteProfile(
        name="某县人民政府",
        domain=draw(st.sampled_from(("", "www.example.gov.cn", "slj.example.gov.cn", "example.com"))),
        sponsor=draw(st.sampled_from(("", "某县人民政府办公室"))),
        portal=draw(maybe),
        department=draw(maybe),
        crawl_complete=draw(booleans),
    )
    return SiteSnapshot(
        profile,
        homepage=draw(st.none() | st.just(home)),
        columns=draw(st.none() | columns()),
        page_checks=draw(st.none() | page_checks()),
        tagged_pages=draw(seen(tagged)),
        links=draw(st.none() | links()),
        messages=draw(seen(messages)),
        policies=draw(seen(policies)),
        interpretations=draw(seen(interpretations)),
        leaders=draw(seen(leaders)),
        judgements=draw(seen(judgements)),
        trials=draw(seen(trials)),
    )


PARTS = (
    "columns",
    "page_checks",
    "tagged_pages",
    "links",
    "messages",
    "policies",
    "interpretations",
    "leaders",
    "judgements",
    "trials",
)


def outcomes(found: tuple[Finding, ...]) -> dict[tuple[str, str], Outcome]:
    return {(finding.code, finding.target.key): finding.outcome for finding in found}


def reach(found: tuple[Finding, ...]) -> dict[str, bool]:
    """For each question: whether it may still fire, some target being failed or open."""
    worst: dict[str, bool] = {}
    for finding in found:
        worst[finding.code] = worst.get(finding.code, False) or finding.outcome not in GOOD
    return worst


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda indicator: indicator.id)
@FEW
@given(site=sites())
def test_any_snapshot_gets_every_code_once_a_target(indicator: Indicator, site: SiteSnapshot) -> None:
    """Whatever was seen, each code has a finding, each key occurs once and in order, and only outcomes with a message are given."""
    found = indicator.function(site, as_of=NOON)
    keys = [finding.key for finding in found]

    assert {code.id for code in indicator.codes} == {finding.code for finding in found}
    assert sorted(set(keys)) == keys
    assert all(finding.outcome in indicator.code(finding.code).outcomes for finding in found)


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda indicator: indicator.id)
@FEW
@given(site=sites(), data=st.data())
def test_order_of_input_is_irrelevant(indicator: Indicator, site: SiteSnapshot, data: st.DataObject) -> None:
    """Items in another order change no finding."""
    changes = {}
    for name in PARTS:
        part = getattr(site, name)
        if part is not None:
            changes[name] = evolve(part, items=tuple(data.draw(st.permutations(part.items))))

    assert indicator.function(site, as_of=NOON) == indicator.function(evolve(site, **changes), as_of=NOON)


@pytest.mark.parametrize(
    "function",
    [news_updates, policy_documents, policy_interpretation, other_columns, link_availability, identity_marks, page_tags, domain_and_name],
    ids=lambda function: function.__name__,
)
@FEW
@given(site=sites(), later=st.integers(1, 800))
def test_a_later_inspection_cures_nothing(function, site: SiteSnapshot, later: int) -> None:
    """What was not PASSED does not become PASSED by inspecting the same snapshot later."""
    now = outcomes(function(site, as_of=NOON))
    then = outcomes(function(site, as_of=NOON + timedelta(days=later)))

    assert not [key for key, outcome in then.items() if outcome is Outcome.PASSED and now.get(key, Outcome.PASSED) is not Outcome.PASSED]


@FEW
@given(site=sites(), later=st.integers(1, 800))
def test_a_late_answer_stays_late(site: SiteSnapshot, later: int) -> None:
    """A 找错 message found to be answered late or not at all never passes at a later inspection."""
    now = error_report_entry(site, as_of=NOON)
    then = outcomes(error_report_entry(site, as_of=NOON + timedelta(days=later)))
    late = [finding.target.key for finding in now if finding.code == "answered_late" and finding.outcome is Outcome.FAILED]

    assert not [key for key in late if then.get(("answered_late", key)) is Outcome.PASSED]


@pytest.mark.parametrize(
    "function", [news_updates, policy_documents, policy_interpretation, other_columns], ids=lambda function: function.__name__
)
@FEW
@given(site=sites(), age=st.integers(0, 14), which=st.integers(0, 3))
def test_a_fresh_entry_never_worsens(function, site: SiteSnapshot, age: int, which: int) -> None:
    """An entry inside the narrowest window added to a list turns nothing that was good bad."""
    if site.columns is None or which >= len(site.columns.items):
        return
    column = site.columns.items[which]
    if column.state is not ColumnState.LISTED:
        return
    more = evolve(column.updates, recent=(*column.updates.recent, DatedEntry(before(age))), entries=column.updates.entries + 1)
    items = tuple(evolve(item, updates=more) if item is column else item for item in site.columns.items)
    now = outcomes(function(site, as_of=NOON))
    then = outcomes(function(evolve(site, columns=evolve(site.columns, items=items)), as_of=NOON))

    assert not [key for key, outcome in now.items() if outcome in GOOD and then.get(key, Outcome.PASSED) not in GOOD]


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda indicator: indicator.id)
@settings(max_examples=100)
@given(site=sites(), name=st.sampled_from(("homepage", *PARTS)), cut=booleans, known=booleans, which=st.integers(0, 5))
def test_what_is_taken_away_clears_nothing(indicator: Indicator, site: SiteSnapshot, name: str, cut: bool, known: bool, which: int) -> None:
    """A part taken away, or cut and marked incomplete, leaves every code that could fire able to fire; judgements are no such part.

    So does one more record of a part that was not complete before. Of more drawn than a clause asks for, one may go unnoticed.
    """
    part = getattr(site, name)
    if part is None or name == "judgements":
        return
    less = None
    if isinstance(part, Seen) and cut:
        if sum(getattr(item, "drawn", False) for item in part.items) > 3:
            return
        site = evolve(site, **{name: evolve(part, complete=part.complete and known)})
        less = evolve(part, items=part.items[:which] + part.items[which + 1 :], complete=False)
    now = reach(indicator.function(site, as_of=NOON))
    then = reach(indicator.function(evolve(site, **{name: less}), as_of=NOON))

    assert not [code for code, bad in now.items() if bad and not then[code]]


@given(absent=st.integers(0, 6), unknown=st.integers(0, 6), number=st.integers(1, 5))
def test_marks_missing_on_enough_pages(absent: int, unknown: int, number: int) -> None:
    """Decision 19: missing where as many pages lack it, open where the unknown ones could make up the number, else shown."""
    home = Homepage(URL, NOON, marks=Marks(**{name: Mark(MarkState.SHOWN) for name in MARKS}))
    checks = tuple(PageCheck(name, 1, absent, unknown) for name in MARKS)
    site = SiteSnapshot(SiteProfile(name="某县人民政府"), homepage=home, page_checks=Seen(checks, True))
    params = evolve(_params("identity_marks"), missing_pages=number)
    found = {finding.outcome for finding in identity_marks(site, as_of=NOON, params=params)}
    expected = Outcome.FAILED if absent >= number else Outcome.CANT_TELL if absent + unknown >= number else Outcome.PASSED

    assert {expected} == found


def _params(id: str):
    return next(indicator.params for indicator in CATALOG if indicator.id == id)


@given(
    domain=st.text(max_size=80) | st.from_regex(r"(?:https?://)?[a-z0-9.-]{1,40}(?:gov\\.cn|政务)?(?:/.{0,9})?", fullmatch=True),
    portal=maybe,
)
def test_any_domain_gets_an_answer(domain: str, portal: bool | None) -> None:
    """Whatever is given as a domain, only one that ends in .gov.cn or .政务 passes."""
    site = SiteSnapshot(SiteProfile(name="某县人民政府", domain=domain, portal=portal))
    finding = next(finding for finding in domain_and_name(site, as_of=NOON) if finding.code == "domain_irregular")

    assert finding.outcome is not Outcome.PASSED or (finding.value("domain") or "").endswith(("gov.cn", ".政务", ".xn--zfr164b"))


def test_many_links_are_folded_and_counted() -> None:
    """Of 500 dead links 200 are told one by one, the rest as one finding; passed and unchecked ones as one each."""
    look = LinkCheck(URL, NOON, LinkResult.GONE, 404)
    states = (
        *(LinkState(f"{URL}dead{index}", on_home=True, referrers=(URL,), referrer_count=1, checks=(look,)) for index in range(500)),
        *(LinkState(f"{URL}open{index}", on_home=True, checks=(evolve(look, result=LinkResult.OPENED),)) for index in range(30)),
        *(LinkState(f"{URL}new{index}", on_home=True) for index in range(7)),
    )
    site = SiteSnapshot(SiteProfile(name="某县人民政府"), homepage=Homepage(URL, NOON), links=Seen(states, True))
    found = [finding for finding in link_availability(site, as_of=NOON) if finding.code == "home_link_dead"]
    counted = {
        outcome: sum(finding.examined or 0 for finding in found if finding.outcome is outcome)
        for outcome in (Outcome.FAILED, Outcome.PASSED, Outcome.UNTESTED)
    }

    assert {Outcome.FAILED: 500, Outcome.PASSED: 30, Outcome.UNTESTED: 7} == counted
    assert len(found) == 200 + 3
    assert found[3].measure("referrers") == Fraction(1)


def test_one_address_is_one_link() -> None:
    """Two records of one address are refused, as each must be one target."""
    site = SiteSnapshot(SiteProfile(name="某县人民政府"), links=Seen((LinkState(URL), LinkState(URL)), True))

    with pytest.raises(InputError, match="two records"):
        link_availability(site, as_of=NOON)


@given(asked=st.dates(dt.date(2018, 1, 2), dt.date(2026, 11, 1)), waited=st.integers(0, 20))
def test_three_working_days_by_counting(asked: dt.date, waited: int) -> None:
    """An answer is late exactly when more than three working days lie between it and the message."""
    replied = asked + timedelta(days=waited)
    message = Message(
        "1",
        MessageKind.ERROR_REPORT,
        asked=DateReading(asked.year, asked.month, asked.day),
        replied=DateReading(replied.year, replied.month, replied.day),
        answered=True,
    )
    site = SiteSnapshot(SiteProfile(name="某县人民政府"), messages=Seen((message,), True))
    as_of = datetime.combine(asked + timedelta(days=40), dt.time(9), SHANGHAI)
    calendar = ErrorReportEntryParams().calendar
    worked = sum(bool(calendar.is_working_day(asked + timedelta(days=day))) for day in range(1, waited + 1))
    at_rest = not calendar.is_working_day(replied)
    found = next(finding for finding in error_report_entry(site, as_of=as_of) if finding.code == "answered_late")
    late = worked > 3 or (worked == 3 and at_rest)

    assert (Outcome.FAILED if late else Outcome.PASSED) is found.outcome


def test_another_calendar() -> None:
    """The calendar of working days is the caller's to replace."""
    asked, replied = dt.date(2031, 3, 3), dt.date(2031, 3, 7)
    message = Message(
        "1",
        MessageKind.ERROR_REPORT,
        asked=DateReading(2031, 3, 3),
        replied=DateReading(replied.year, replied.month, replied.day),
        answered=True,
    )
    site = SiteSnapshot(SiteProfile(name="某县人民政府"), messages=Seen((message,), True))
    as_of = datetime(2031, 4, 1, 9, tzinfo=SHANGHAI)
    for off, expected in ((frozenset(), Outcome.FAILED), (frozenset({dt.date(2031, 3, 5)}), Outcome.PASSED)):
        table = HolidayTable(asked, dt.date(2031, 12, 31), off, frozenset())
        found = error_report_entry(site, as_of=as_of, params=ErrorReportEntryParams(calendar=table))

        assert expected is next(finding.outcome for finding in found if finding.code == "answered_late")


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda indicator: indicator.id)
def test_a_time_without_zone_is_refused(indicator: Indicator) -> None:
    """The moment of inspection needs its zone."""
    with pytest.raises(InputError, match="without a zone"):
        indicator.function(SiteSnapshot(SiteProfile(name="某县人民政府")), as_of=datetime(2019, 7, 15, 9))
