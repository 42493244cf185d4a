"""What holds for the veto indicators whatever the snapshot: time, order, fresh entries, and things not seen."""

from __future__ import annotations

import datetime as dt
from datetime import datetime, timedelta

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from govsite_rules.indicators import CATALOG, columns_not_updated, homepage_not_updated, interaction_unresponsive, site_unreachable
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
    Incident,
    IncidentKind,
    Message,
    MessageKind,
    Outcome,
    PageKind,
    PlatformName,
    Post,
    Seen,
    SiteProfile,
    SiteSnapshot,
    SiteWordingHit,
    SubjectKind,
    Trial,
    TrialKind,
    Try,
    TryResult,
    Updates,
    WordingFacts,
    WordingHit,
)

pytestmark = pytest.mark.slow

FEW = settings(max_examples=40)
NOON = datetime(2019, 7, 15, 12, tzinfo=SHANGHAI)
SITE_INDICATORS = tuple(indicator for indicator in CATALOG if indicator.subject is SubjectKind.SITE and indicator.section == "V")
ACCOUNT_INDICATORS = tuple(indicator for indicator in CATALOG if indicator.section == "N")

ages = st.sampled_from((0, 1, 13, 14, 15, 16, 180, 181, 182, 364, 365, 366, 367, 500))
booleans = st.booleans()
maybe = st.none() | booleans
moments = st.integers(0, 9 * 24 * 60).map(lambda minutes: NOON - timedelta(minutes=minutes))


def before(age: int) -> DateReading:
    """The full date ``age`` days before the inspection."""
    day = NOON.date() - timedelta(days=age)
    return DateReading(day.year, day.month, day.day)


dates = st.one_of(
    ages.map(before),
    ages.map(lambda age: evolve(before(age), year=None)),
    ages.map(lambda age: evolve(before(age), day=None)),
    st.just(NO_DATE),
)


@st.composite
def updates(draw: st.DrawFn) -> Updates:
    recent = tuple(DatedEntry(date, title=str(index)) for index, date in enumerate(draw(st.lists(dates, max_size=4))))
    counts = {name: draw(st.integers(0, 1)) for name in ("undated", "undated_unseen", "future")}
    article_undated = min(draw(st.integers(0, 1)), len(recent))
    return Updates(recent, draw(booleans), len(recent) + sum(counts.values()), article_undated=article_undated, **counts)


@st.composite
def columns(draw: st.DrawFn) -> Seen[Column]:
    made: list[Column] = []
    for index in range(draw(st.integers(0, 4))):
        state = draw(st.sampled_from(ColumnState))
        made.append(
            Column(
                f"c{index}",
                "栏目",
                f"https://www.example.gov.cn/{index}/",
                level=draw(st.sampled_from((None, 1, 2))),
                kind=draw(st.sampled_from(ColumnKind)),
                kind_sure=draw(booleans),
                state=state,
                updates=Updates() if state is ColumnState.BLANK else draw(updates()),
                first_page_seen=draw(booleans),
                fetched_at=draw(st.sampled_from((None, NOON, NOON - timedelta(days=1), NOON - timedelta(days=3)))),
                children=tuple(f"c{child}" for child in draw(st.sets(st.integers(0, 5), max_size=3))),
                updates_expected=draw(maybe),
                cycle_months=draw(st.sampled_from((None, 1))),
            )
        )
    return Seen(tuple(made), draw(booleans))


tries = st.builds(
    Try, moments, st.sampled_from(TryResult), st.sampled_from((None, 0.5, 14.999, 15.0, 20.0, float("nan"), float("inf"), -1.0))
)
trials = st.builds(
    Trial,
    id=st.uuids().map(str),
    kind=st.sampled_from(
        (
            TrialKind.CONSULTATION_CHANNEL,
            TrialKind.SERVICES_OFFERED,
            TrialKind.APP_DOWNLOAD,
            TrialKind.APP_USE,
            TrialKind.ACCOUNT_INTERACTION,
        )
    ),
    at=moments,
    succeeded=maybe,
)
incidents = st.builds(Incident, id=st.uuids().map(str), kind=st.sampled_from(IncidentKind), at=moments, confirmed=maybe)
messages = st.builds(
    Message,
    id=st.uuids().map(str),
    kind=st.sampled_from(MessageKind),
    title=st.sampled_from(("道路维修何时完工", "测试", "")),
    asked=dates,
    replied=dates,
    answered=maybe,
    valid=maybe,
    published=booleans,
)
elements = st.builds(GuideElement, st.sampled_from(("name", "basis", "place", "fees", "phone")), st.sampled_from(GuideState))
readings = st.none() | st.builds(GuideReading, st.just("事项"), st.lists(elements, max_size=5, unique_by=lambda e: e.element).map(tuple))
guides = st.builds(Guide, id=st.uuids().map(str), name=st.just("事项"), has_guide=maybe, reading=readings)
hits = st.builds(
    WordingHit,
    st.just("词"),
    st.just("词"),
    group=st.sampled_from(("serious", "ordinary")),
    certainty=st.sampled_from(("sure", "suspected")),
)
conflicts = st.builds(
    DateConflict, st.just("u"), st.just(NO_DATE), st.just(NO_DATE), st.sampled_from(("first_seen_earlier", "body_older", "tag_differs"))
)
posts = st.builds(
    Post, id=st.uuids().map(str), published=dates, deleted=booleans, wording=st.none() | st.lists(hits, max_size=1).map(tuple)
)


def seen(items: st.SearchStrategy[object]) -> st.SearchStrategy[Seen[object] | None]:
    return st.none() | st.builds(Seen, st.lists(items, max_size=4).map(tuple), booleans)


@st.composite
def sites(draw: st.DrawFn) -> SiteSnapshot:
    home = Homepage(
        "https://www.example.gov.cn/",
        draw(st.sampled_from((NOON, NOON - timedelta(days=1), NOON - timedelta(days=4)))),
        draw(st.sampled_from((PageKind.CONTENT, PageKind.CONTENT, PageKind.CHALLENGE))),
        draw(updates()),
        draw(booleans),
        draw(booleans),
        Seen(("c0", "c1"), draw(booleans)),
    )
    return SiteSnapshot(
        SiteProfile(name="某县人民政府", services=draw(maybe), crawl_complete=draw(booleans)),
        homepage=home if draw(booleans) else None,
        columns=draw(st.none() | columns()),
        tries=draw(seen(tries)),
        guides=draw(seen(guides)),
        messages=draw(seen(messages)),
        trials=draw(seen(trials)),
        incidents=draw(seen(incidents)),
        wording=draw(
            st.none()
            | st.builds(
                WordingFacts,
                st.just(("l",)),
                st.integers(0, 2),
                st.builds(Seen, st.lists(st.builds(SiteWordingHit, st.just("u"), hits), max_size=2).map(tuple), booleans),
            )
        ),
        date_conflicts=draw(seen(conflicts)),
    )


@st.composite
def feeds(draw: st.DrawFn) -> FeedSnapshot:
    opened = draw(st.none() | ages.map(lambda age: NOON.date() - timedelta(days=age)))
    account = AccountProfile("a", "某县发布", draw(st.sampled_from(PlatformName)), opened_on=opened, publishes=draw(maybe))
    return FeedSnapshot(
        account,
        draw(st.sampled_from((NOON, NOON - timedelta(days=1), NOON - timedelta(days=4)))),
        draw(seen(posts)),
        draw(seen(st.just("留言"))),
        draw(seen(trials)),
        draw(seen(incidents)),
        rejected=("坏项",) if draw(booleans) else (),
    )


def reverse(snapshot: SiteSnapshot | FeedSnapshot) -> SiteSnapshot | FeedSnapshot:
    """The same snapshot with every collection in the opposite order."""
    changes: dict[str, object] = {}
    for name in ("columns", "tries", "guides", "messages", "trials", "incidents", "date_conflicts", "posts"):
        part = getattr(snapshot, name, None)
        if part is not None:
            changes[name] = evolve(part, items=part.items[::-1])
    if isinstance(snapshot, SiteSnapshot) and snapshot.homepage:
        news = evolve(snapshot.homepage.updates, recent=snapshot.homepage.updates.recent[::-1])
        changes["homepage"] = evolve(snapshot.homepage, updates=news)
    return evolve(snapshot, **changes)


def outcomes(found: tuple[Finding, ...]) -> dict[tuple[str, str], Outcome]:
    return {(finding.code, finding.target.key): finding.outcome for finding in found}


def subjects(indicator: object) -> st.SearchStrategy[SiteSnapshot | FeedSnapshot]:
    return sites() if indicator in SITE_INDICATORS else feeds()


@pytest.mark.parametrize("indicator", SITE_INDICATORS + ACCOUNT_INDICATORS, ids=lambda indicator: indicator.id)
@FEW
@given(data=st.data())
def test_any_snapshot_gets_every_code_once_a_target(indicator, data) -> None:
    """Whatever was seen, each code has a finding, each key occurs once, and only outcomes with a message are given."""
    found = indicator.function(data.draw(subjects(indicator)), as_of=NOON)
    keys = [finding.key for finding in found]

    assert {code.id for code in indicator.codes} == {finding.code for finding in found}
    assert sorted(set(keys)) == keys
    assert all(finding.outcome in indicator.code(finding.code).outcomes for finding in found)


@pytest.mark.parametrize("indicator", SITE_INDICATORS + ACCOUNT_INDICATORS, ids=lambda indicator: indicator.id)
@FEW
@given(data=st.data())
def test_order_of_input_is_irrelevant(indicator, data) -> None:
    """Turning every collection round changes no finding."""
    snapshot = data.draw(subjects(indicator))

    assert indicator.function(snapshot, as_of=NOON) == indicator.function(reverse(snapshot), as_of=NOON)


@pytest.mark.parametrize("function", [homepage_not_updated, columns_not_updated], ids=lambda function: function.__name__)
@FEW
@given(site=sites(), later=st.integers(1, 800))
def test_a_later_inspection_cures_nothing(function, site, later) -> None:
    """What was not PASSED does not become PASSED by inspecting the same snapshot later."""
    now = outcomes(function(site, as_of=NOON))
    then = outcomes(function(site, as_of=NOON + timedelta(days=later)))

    assert not [key for key, outcome in then.items() if outcome is Outcome.PASSED and now.get(key, Outcome.PASSED) is not Outcome.PASSED]


@FEW
@given(feed=feeds(), later=st.integers(1, 800))
def test_a_later_inspection_cures_no_account(feed, later) -> None:
    """The same for the updates of an account."""
    function = next(indicator.function for indicator in ACCOUNT_INDICATORS if indicator.id == "account_not_updated")
    now = outcomes(function(feed, as_of=NOON))
    then = outcomes(function(feed, as_of=NOON + timedelta(days=later)))

    assert not [key for key, outcome in then.items() if outcome is Outcome.PASSED and now[key] is not Outcome.PASSED]


GOOD = (Outcome.INAPPLICABLE, Outcome.PASSED)


@FEW
@given(site=sites(), age=st.integers(0, 14), which=st.integers(0, 3))
def test_a_fresh_entry_never_worsens(site, age, which) -> None:
    """An entry inside the narrowest window added to a list turns nothing that was good bad, and its own column good."""
    if site.columns is None or which >= len(site.columns.items):
        return
    column = site.columns.items[which]
    if column.state is not ColumnState.LISTED:
        return
    more = evolve(column.updates, recent=(*column.updates.recent, DatedEntry(before(age))), entries=column.updates.entries + 1)
    items = tuple(evolve(item, updates=more) if item is column else item for item in site.columns.items)
    now = outcomes(columns_not_updated(site, as_of=NOON))
    then = outcomes(columns_not_updated(evolve(site, columns=evolve(site.columns, items=items)), as_of=NOON))

    assert not [key for key, outcome in now.items() if outcome in GOOD and then.get(key, Outcome.PASSED) not in GOOD]
    assert all(outcome in GOOD for (code, key), outcome in then.items() if key == column.key)


PARTS = ("homepage", "columns", "tries", "guides", "messages", "trials", "incidents", "date_conflicts")


def reach(found: tuple[Finding, ...]) -> dict[str, bool]:
    """For each question: whether it may still fire, some target being failed or open. ``reading`` is part of ``long_stale``."""
    worst: dict[str, bool] = {}
    for finding in found:
        code = "long_stale" if finding.code == "reading" else finding.code
        worst[code] = worst.get(code, False) or finding.outcome not in GOOD
    return worst


@pytest.mark.parametrize("indicator", SITE_INDICATORS, ids=lambda indicator: indicator.id)
@settings(max_examples=100)
@given(data=st.data())
def test_what_is_taken_away_clears_nothing(indicator, data) -> None:
    """A part taken away, or cut and marked incomplete, leaves every code that could fire able to fire, and so does one more record."""
    site = data.draw(sites())
    name = data.draw(st.sampled_from(PARTS))
    part = getattr(site, name)
    if part is None:
        return
    less = None
    if isinstance(part, Seen) and data.draw(booleans):
        which = data.draw(st.integers(0, 3))
        site = evolve(site, **{name: evolve(part, complete=part.complete and data.draw(booleans))})
        less = evolve(part, items=part.items[:which] + part.items[which + 1 :], complete=False)
    now = reach(indicator.function(site, as_of=NOON))
    then = reach(indicator.function(evolve(site, **{name: less}), as_of=NOON))

    assert not [code for code, bad in now.items() if bad and not then[code]]


@FEW
@given(
    feed=feeds(),
    name=st.sampled_from(("posts", "interaction", "trials", "incidents")),
    cut=booleans,
    known=booleans,
    which=st.integers(0, 3),
)
def test_what_is_taken_away_clears_no_account(feed, name, cut, known, which) -> None:
    """The same for accounts."""
    part = getattr(feed, name)
    if part is None:
        return
    less = evolve(feed, **{name: evolve(part, items=part.items[:which] + part.items[which + 1 :], complete=False) if cut else None})
    if cut:
        feed = evolve(feed, **{name: evolve(part, complete=part.complete and known)})
    for indicator in ACCOUNT_INDICATORS:
        now, then = reach(indicator.function(feed, as_of=NOON)), reach(indicator.function(less, as_of=NOON))

        assert not [code for code, bad in now.items() if bad and not then[code]]


@FEW
@given(site=sites())
def test_one_more_failed_try_never_lowers_the_share(site) -> None:
    """Another failed try raises the number of failed targets by one and changes no other."""
    if site.tries is None:
        return
    more = Try(NOON - timedelta(minutes=1, seconds=30), TryResult.DNS)
    now = site_unreachable(site, as_of=NOON)
    then = site_unreachable(evolve(site, tries=evolve(site.tries, items=(*site.tries.items, more))), as_of=NOON)

    def failed(found: tuple[Finding, ...]) -> int:
        return sum(finding.examined or 0 for finding in found if finding.outcome is Outcome.FAILED)

    assert failed(now) + 1 == failed(then)


@FEW
@given(site=sites())
def test_published_letters_alone_never_pass(site) -> None:
    """A table of messages that is not complete leaves the question of unanswered ones open."""
    if site.messages is None or site.messages.complete:
        return
    found = [finding for finding in interaction_unresponsive(site, as_of=NOON) if finding.code == "unanswered"]

    assert any(finding.examined is None and finding.outcome.is_open for finding in found)


def test_a_naive_time_of_inspection_is_refused() -> None:
    """Every indicator wants an aware time of inspection."""
    for indicator in CATALOG:
        snapshot = SiteSnapshot(SiteProfile()) if indicator.subject is SubjectKind.SITE else FeedSnapshot(AccountProfile(), NOON)
        with pytest.raises(ValueError, match="as_of"):
            indicator.function(snapshot, as_of=dt.datetime(2019, 7, 15))
