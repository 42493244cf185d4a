"""What holds for services, interaction and bonus whatever the snapshot: time, order, fresh entries, things not seen, samples."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from govsite_rules.conformance import Case, cases
from govsite_rules.errors import InputError
from govsite_rules.indicators import (
    CATALOG,
    data_publication,
    message_disclosure,
    realtime_interaction,
    reply_quality,
    service_guides,
    service_statistics,
    surveys,
)
from govsite_rules.indicators._answers import in_time
from govsite_rules.indicators._base import Indicator
from govsite_rules.indicators._columns import names_statistics
from govsite_rules.values import (
    NO_DATE,
    SHANGHAI,
    Column,
    ColumnKind,
    ColumnState,
    DatedEntry,
    DateReading,
    Finding,
    Guide,
    GuideElement,
    GuideReading,
    GuideState,
    Interpretation,
    Message,
    MessageKind,
    Outcome,
    Seen,
    SiteProfile,
    SiteSnapshot,
    Survey,
    Trial,
    TrialKind,
    Updates,
)
from govsite_rules.values.holidays import STATE_COUNCIL

pytestmark = pytest.mark.slow

FEW = settings(max_examples=40)
NOON = datetime(2019, 7, 15, 12, tzinfo=SHANGHAI)
INDICATORS = tuple(indicator for indicator in CATALOG if indicator.section in ("D2", "D3", "B1", "B2", "B3", "B4", "B5"))
GOOD = (Outcome.INAPPLICABLE, Outcome.PASSED)

booleans = st.booleans()
maybe = st.none() | booleans
ages = st.sampled_from((0, 1, 29, 30, 31, 60, 61, 62, 91, 92, 181, 182, 364, 365, 366, 500))
faults = st.sampled_from((None, "", "有误"))


def before(age: int) -> DateReading:
    """The full date ``age`` days before the inspection."""
    day = NOON.date() - timedelta(days=age)
    return DateReading(day.year, day.month, day.day)


def days_ago(age: int) -> date:
    return NOON.date() - timedelta(days=age)


dates = st.one_of(ages.map(before), ages.map(lambda age: evolve(before(age), year=None)), st.just(NO_DATE))
some_days = st.none() | ages.map(days_ago)
updates = st.lists(dates, max_size=3).map(lambda found: Updates(tuple(DatedEntry(one) for one in found), entries=len(found)))
NAMES = (
    ("办件统计", ColumnKind.STATISTICS),
    ("数据发布", ColumnKind.DATA),
    ("县长信箱", ColumnKind.CONSULTATION),
    ("办事服务", ColumnKind.SERVICES),
)


@st.composite
def columns(draw: st.DrawFn) -> tuple[Column, ...]:
    made = []
    for index in range(draw(st.integers(0, 3))):
        (name, kind), state = draw(st.sampled_from(NAMES)), draw(st.sampled_from(ColumnState))
        made.append(
            Column(
                f"c{index}",
                name,
                f"https://www.example.gov.cn/{index}/",
                kind=kind,
                kind_sure=draw(booleans),
                state=state,
                updates=Updates() if state is ColumnState.BLANK else draw(updates),
                first_page_seen=draw(booleans),
                fetched_at=draw(st.sampled_from((None, NOON, NOON - timedelta(days=1), NOON - timedelta(days=3)))),
                children=tuple(f"c{child}" for child in draw(st.sets(st.integers(0, 4), max_size=2))),
            )
        )
    return tuple(made)


elements = st.builds(GuideElement, st.sampled_from(("name", "materials", "fees")), st.sampled_from(GuideState))
readings = st.builds(
    GuideReading,
    st.just("事项"),
    st.lists(elements, max_size=3, unique_by=lambda element: element.element).map(tuple),
    st.sampled_from(((), ("其他材料",))),
)
guides = st.builds(
    Guide,
    id=st.uuids().map(str),
    name=st.just("事项"),
    has_guide=maybe,
    reading=st.none() | readings,
    format_unclear=faults,
    policy_without_content=faults,
    inaccurate=faults,
    form_required=maybe,
    form_available=maybe,
    policies_linked=maybe,
    drawn=booleans,
)
messages = st.builds(
    Message,
    id=st.uuids().map(str),
    kind=st.sampled_from(MessageKind),
    asked=dates,
    replied=dates,
    answered=maybe,
    replier=st.sampled_from(("", "县住建局")),
    reply=st.sampled_from(("", "已处理")),
    published=booleans,
    drawn=booleans,
)
trials = st.builds(
    Trial,
    id=st.uuids().map(str),
    kind=st.sampled_from(TrialKind),
    at=ages.map(lambda age: NOON - timedelta(days=age)),
    succeeded=maybe,
    subject=st.sampled_from(("", "甲", "乙")),
    answered_at=st.none() | ages.map(lambda age: NOON - timedelta(days=age)),
    quality_fault=faults,
)
held = st.builds(
    Survey,
    id=st.uuids().map(str),
    title=st.just("征集"),
    opened=some_days,
    ended=some_days,
    result_published=some_days,
    result_known=booleans,
    channel=st.sampled_from(("web", "email", "")),
)
interpretations = st.builds(
    Interpretation,
    id=st.uuids().map(str),
    title=st.just("解读"),
    file=st.sampled_from(("", "f1", "f2")),
    form=st.sampled_from(("", "text", "chart", "animation")),
)


def seen(items: st.SearchStrategy[object], size: int = 4) -> st.SearchStrategy[Seen[object] | None]:
    return st.none() | st.builds(Seen, st.lists(items, max_size=size).map(tuple), booleans)


@st.composite
def sites(draw: st.DrawFn) -> SiteSnapshot:
    return SiteSnapshot(
        SiteProfile(name="某县人民政府", services=draw(maybe), department=draw(maybe), crawl_complete=draw(booleans)),
        columns=draw(st.none() | st.builds(Seen, columns(), booleans)),
        guides=draw(seen(guides)),
        messages=draw(seen(messages)),
        trials=draw(seen(trials)),
        surveys=draw(seen(held, 8)),
        interpretations=draw(seen(interpretations)),
    )


PARTS = ("columns", "guides", "messages", "trials", "surveys", "interpretations")


def outcomes(found: tuple[Finding, ...]) -> dict[tuple[str, str], Outcome]:
    return {(finding.code, finding.target.key): finding.outcome for finding in found}


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda indicator: indicator.id)
@FEW
@given(site=sites())
def test_any_snapshot_gets_every_code_once_a_target(indicator: Indicator, site: SiteSnapshot) -> None:
    """Whatever was seen, each code has a finding, each key occurs once, and only outcomes with a message are given."""
    found = indicator.function(site, as_of=NOON)
    keys = [finding.key for finding in found]

    assert {code.id for code in indicator.codes} == {finding.code for finding in found}
    assert sorted(set(keys)) == keys
    assert all(finding.outcome in indicator.code(finding.code).outcomes for finding in found)


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda indicator: indicator.id)
@FEW
@given(site=sites())
def test_order_of_input_is_irrelevant(indicator: Indicator, site: SiteSnapshot) -> None:
    """Turning every collection round changes no finding."""
    turned = {name: evolve(part, items=part.items[::-1]) for name in PARTS if (part := getattr(site, name)) is not None}

    assert indicator.function(site, as_of=NOON) == indicator.function(evolve(site, **turned), as_of=NOON)


@pytest.mark.parametrize(
    "function",
    [service_statistics, message_disclosure, reply_quality, data_publication, realtime_interaction],
    ids=lambda function: function.__name__,
)
@FEW
@given(site=sites(), later=st.integers(1, 800))
def test_a_later_inspection_cures_nothing(function, site: SiteSnapshot, later: int) -> None:
    """What was not PASSED does not become PASSED by inspecting the same snapshot later."""
    now = outcomes(function(site, as_of=NOON))
    then = outcomes(function(site, as_of=NOON + timedelta(days=later)))

    assert not [key for key, outcome in then.items() if outcome is Outcome.PASSED and now.get(key) is not Outcome.PASSED]


@FEW
@given(site=sites(), later=st.integers(1, 800))
def test_later_there_are_not_more_surveys_of_the_year(site: SiteSnapshot, later: int) -> None:
    """Surveys leave the year as it moves on; none joins it."""
    now = outcomes(surveys(site, as_of=NOON))["enough_held", "site"]
    then = outcomes(surveys(site, as_of=NOON + timedelta(days=later)))["enough_held", "site"]

    assert not (then is Outcome.PASSED and now is not Outcome.PASSED)


@pytest.mark.parametrize("function", [service_statistics, data_publication, message_disclosure], ids=lambda function: function.__name__)
@FEW
@given(site=sites(), age=st.integers(0, 30), which=st.integers(0, 2))
def test_a_fresh_entry_never_worsens(function, site: SiteSnapshot, age: int, which: int) -> None:
    """An entry inside the narrowest window added to a list turns nothing that was good bad."""
    if site.columns is None or which >= len(site.columns.items) or site.columns.items[which].state is not ColumnState.LISTED:
        return
    column = site.columns.items[which]
    more = evolve(column.updates, recent=(*column.updates.recent, DatedEntry(before(age))), entries=column.updates.entries + 1)
    items = tuple(evolve(item, updates=more) if item is column else item for item in site.columns.items)
    now = outcomes(function(site, as_of=NOON))
    then = outcomes(function(evolve(site, columns=evolve(site.columns, items=items)), as_of=NOON))

    assert not [key for key, outcome in now.items() if outcome in GOOD and then.get(key, Outcome.PASSED) not in GOOD]


@FEW
@given(site=sites(), age=st.integers(0, 61))
def test_a_fresh_message_never_worsens(site: SiteSnapshot, age: int) -> None:
    """One more published message of the last two months is an update, whatever else is known."""
    if site.messages is None:
        return
    more = evolve(site.messages, items=(*site.messages.items, Message("new", asked=before(age))))
    then = outcomes(message_disclosure(evolve(site, messages=more), as_of=NOON))

    assert then["none_published", "site"] is Outcome.PASSED
    assert then["not_updated", "site"] is Outcome.PASSED


def worst(found: tuple[Finding, ...], *, bonus: bool) -> dict[str, float]:
    """For each question how many targets count against the site: failed or open ones; of a bonus, minus those earned."""
    counted: dict[str, float] = {}
    for finding in found:
        number = float("inf") if finding.examined is None else finding.examined
        if bonus:
            bad = -number if finding.outcome is Outcome.PASSED else 0
        else:
            bad = number if finding.outcome not in GOOD else 0
        counted[finding.code] = counted.get(finding.code, 0) + bad
    return counted


MINE = tuple(case for indicator in INDICATORS for case in cases(indicator.id))


@pytest.mark.parametrize("case", MINE, ids=lambda case: case.name)
def test_what_is_taken_away_helps_nobody(case: Case) -> None:
    """Without a part, or with it cut or marked incomplete, no fewer faults are possible and no more of a bonus is sure."""
    bonus = case.indicator.section.startswith("B")
    now = worst(case.indicator.function(case.snapshot, as_of=case.as_of, params=case.params), bonus=bonus)
    for part in PARTS:
        had = getattr(case.snapshot, part)
        if had is None:
            continue
        cuts = [Seen(had.items[:n] + had.items[n + 1 :]) for n in range(len(had.items))]
        for less in (None, evolve(had, complete=False, total=None), *cuts):
            snapshot = evolve(case.snapshot, **{part: less})
            then = worst(case.indicator.function(snapshot, as_of=case.as_of, params=case.params), bonus=bonus)

            counted = bonus or part != "trials"  # of trials as many are open as a clause asks for, or an unknown number

            assert not [code for code, bad in now.items() if (then[code] < bad if counted else bad and not then[code])]


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda indicator: indicator.id)
@settings(max_examples=100)
@given(site=sites(), part=st.sampled_from(PARTS), which=st.integers(0, 7))
def test_a_record_that_goes_helps_nobody(indicator: Indicator, site: SiteSnapshot, part: str, which: int) -> None:
    """One record less of a part that is not complete clears no question that could fire and makes no bonus sure."""
    had = getattr(site, part)
    if had is None or which >= len(had.items):
        return
    bonus = indicator.section.startswith("B")
    some, fewer = (evolve(site, **{part: Seen(items)}) for items in (had.items, had.items[:which] + had.items[which + 1 :]))
    now, then = (worst(indicator.function(one, as_of=NOON), bonus=bonus) for one in (some, fewer))
    if any(f.value("reason") == "none_published" for f in indicator.function(fewer, as_of=NOON)):
        return  # that costs the points of all questions about what is published

    assert not [code for code, bad in now.items() if (then[code] < bad if bonus else bad and not then[code])]


@settings(max_examples=300)
@given(
    asked=st.dates(date(2018, 12, 20), date(2026, 12, 1)),
    delay=st.none() | st.integers(0, 12),
    days=st.integers(1, 5),
    age=st.integers(0, 20),
)
def test_working_days_are_counted_one_by_one(asked: date, delay: int | None, days: int, age: int) -> None:
    """In time is an answer before more than ``days`` working days have passed; without one the last of them must be over."""
    today = asked + timedelta(days=age)
    replied = None if delay is None else asked + timedelta(days=delay)
    end = today if replied is None else replied
    worked = sum(bool(STATE_COUNCIL.is_working_day(asked + timedelta(days=n))) for n in range(1, (end - asked).days + 1))
    due_over = worked > days or (worked == days and not STATE_COUNCIL.is_working_day(end))
    expected = (Outcome.FAILED if due_over else Outcome.UNTESTED) if replied is None else (Outcome.FAILED if due_over else Outcome.PASSED)
    outcome, _ = in_time(asked, replied, answered=replied is not None, days=days, calendar=STATE_COUNCIL, today=today)

    assert expected == outcome


@pytest.mark.parametrize(
    "answered,expected",
    [
        (None, (Outcome.CANT_TELL, "answer_unknown")),
        (True, (Outcome.CANT_TELL, "reply_date_unknown")),
        (False, (Outcome.FAILED, "no_answer")),
    ],
)
def test_an_answer_without_a_date(answered: bool | None, expected: tuple[Outcome, str]) -> None:
    """Only that no answer came is told without a date."""
    found = in_time(date(2019, 7, 1), None, answered=answered, days=5, calendar=STATE_COUNCIL, today=date(2019, 7, 9))

    assert expected == found


@pytest.mark.parametrize("drawn,open_draws", [(0, 5), (1, 4), (4, 1), (5, 0), (6, 0)])
def test_missing_draws_are_open(drawn: int, open_draws: int) -> None:
    """Of an unknown number of items, each draw that is missing to five is one open guide, with ten open elements."""
    full = GuideReading("事项", tuple(GuideElement(id, GuideState.FILLED) for id in service_guides.__globals__["ELEMENTS"]))
    items = tuple(Guide(f"s{n}", "事项", reading=full, drawn=n < drawn) for n in range(8))
    found = service_guides(SiteSnapshot(SiteProfile(), guides=Seen(items)), as_of=NOON)
    open_ones = {
        code: sum(f.examined or 0 for f in found if f.code == code and f.outcome is Outcome.UNTESTED)
        for code in ("guide_missing", "element_missing")
    }

    assert {"guide_missing": open_draws, "element_missing": 10 * open_draws} == open_ones


def test_two_items_of_one_id_are_refused() -> None:
    """An id stands for one item, message or question."""
    twice = SiteSnapshot(
        SiteProfile(),
        guides=Seen((Guide("s", "甲", drawn=True), Guide("s", "乙", drawn=True))),
        messages=Seen((Message("m"), Message("m"))),
        trials=Seen((Trial("q", TrialKind.ASK, NOON, True), Trial("q", TrialKind.ASK, NOON, False))),
        surveys=Seen((Survey("v", "甲"), Survey("v", "乙"))),
    )

    for function in (service_guides, message_disclosure, reply_quality, surveys):
        with pytest.raises(InputError, match="one key"):
            function(twice, as_of=NOON)


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda indicator: indicator.id)
def test_times_need_a_zone(indicator: Indicator) -> None:
    """An inspection without a time zone is refused."""
    with pytest.raises(InputError, match="as_of"):
        indicator.function(SiteSnapshot(SiteProfile()), as_of=datetime(2019, 7, 15, 12))


def test_trials_need_a_zone() -> None:
    """So is a trial without one."""
    trial = Trial("q", TrialKind.ASK, datetime(2019, 7, 1, 12), True)

    with pytest.raises(InputError, match=r"trials\.at"):
        reply_quality(SiteSnapshot(SiteProfile(), trials=Seen((trial,))), as_of=NOON)


@pytest.mark.parametrize(
    "name,told",
    [
        ("办件统计", True),
        ("政务服务事项办理情况统计", True),
        ("网上办事统计数据", True),
        ("统计数据", False),
        ("统计服务", False),
        ("统计局办事指南", False),
        ("统计办事指南", False),
        ("政务服务统计局窗口", False),
        ("服务业统计", False),
        ("办事服务", False),
    ],
)
def test_names_that_say_statistics(name: str, told: bool) -> None:
    """What is counted stands before 统计; the bureau of statistics and its own services are something else."""
    assert told == names_statistics(name, ("办事", "办件", "事项", "服务"))
