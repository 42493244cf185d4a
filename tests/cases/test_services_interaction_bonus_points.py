"""From snapshot to points: what a portal loses under 办事服务 and 互动交流, and what it earns in part 3."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from fractions import Fraction

import pytest
from attrs import evolve

from govsite_rules.inspection import inspect
from govsite_rules.values import (
    SHANGHAI,
    Column,
    ColumnKind,
    ColumnState,
    DatedEntry,
    DateReading,
    Guide,
    GuideElement,
    GuideReading,
    GuideState,
    Interpretation,
    Message,
    Seen,
    SiteProfile,
    SiteSnapshot,
    Survey,
    Trial,
    TrialKind,
    Updates,
)

NOON = datetime(2019, 7, 15, 12, tzinfo=SHANGHAI)
ASKED = datetime(2019, 7, 1, 10, tzinfo=SHANGHAI)
ELEMENTS = ("name", "basis", "conditions", "materials", "place", "agency", "fees", "hours", "phone", "process")
K = TrialKind
Change = Callable[[SiteSnapshot], SiteSnapshot]


def reading(age: int) -> DateReading:
    day = NOON.date() - timedelta(days=age)
    return DateReading(day.year, day.month, day.day)


def column(key: str, name: str, kind: ColumnKind, age: int) -> Column:
    news = Updates((DatedEntry(reading(age)),), entries=1)
    return Column(
        key,
        name,
        f"https://www.example.gov.cn/{key}/",
        kind=kind,
        kind_sure=True,
        state=ColumnState.LISTED,
        updates=news,
        first_page_seen=True,
        fetched_at=NOON,
    )


def guide(number: int) -> Guide:
    whole = GuideReading("事项", tuple(GuideElement(id, GuideState.FILLED) for id in ELEMENTS))
    return Guide(f"s{number}", "事项", "", True, whole, NOON, "", "", "", True, True, True, True)


def message(number: int) -> Message:
    return Message(f"m{number}", asked=reading(9), replied=reading(5), answered=True, replier="县住建局", reply="已处理", drawn=True)


def survey(number: int, result: date | None = date(2019, 4, 20)) -> Survey:
    return Survey(f"v{number}", "征集", "", date(2019, 3, 1), date(2019, 4, 1), result, True)


def question(id: str, kind: TrialKind = K.ASK) -> Trial:
    return Trial(id, kind, ASKED, True, id, answered_at=ASKED, quality_fault="")


ONCE = (
    K.SERVICE_CATALOGUE,
    K.REGISTER,
    K.APPLY,
    K.SUBMIT_MESSAGE,
    K.UNIFIED_LOGIN,
    K.MESSAGE_STATISTICS,
    K.SERVICE_RATING,
    K.RATING_RESULTS,
    K.DATA_VISUAL,
    K.DATA_DOWNLOAD,
    K.AUTO_ANSWER,
    K.SEARCH_FUZZY,
    K.SEARCH_AGGREGATED,
    K.USER_HISTORY,
    K.INNOVATION,
)
TRIALS = (
    *(Trial(str(kind), kind, NOON, True) for kind in ONCE),
    question("a"),
    question("b"),
    question("now", K.ASK_REALTIME),
    *(Trial(f"theme{n}", K.THEMED_SERVICE, NOON, True, f"一件事{n}") for n in range(3)),
    *(Trial(f"title{n}", K.SEARCH_LOWER_SITE, NOON, True, f"标题{n}") for n in range(2)),
)
BEST = SiteSnapshot(
    SiteProfile(name="青禾县人民政府", domain="www.example.gov.cn", portal=True, services=True, department=False),
    columns=Seen((column("bj", "办件统计", ColumnKind.STATISTICS, 3), column("sj", "数据发布", ColumnKind.DATA, 3)), True),
    guides=Seen(tuple(guide(n) for n in range(5)), True),
    messages=Seen(tuple(message(n) for n in range(5)), True),
    trials=Seen(TRIALS, True),
    surveys=Seen(tuple(survey(n) for n in range(6)), True),
    interpretations=Seen(tuple(Interpretation(f"i{n}", "解读", file=f"f{n}", form="chart") for n in range(3)), True),
)
"""A portal without a fault in these sections, with every point of part 3."""


def points(site: SiteSnapshot, indicator: str) -> tuple[Fraction, Fraction]:
    """What the indicator costs, or earns, at least and at most."""
    line = next(line for line in inspect(site, as_of=NOON).verdict.lines if line.indicator == indicator and line.section != "V")
    return line.low, line.high


def failing(*kinds: TrialKind) -> Change:
    """The last trial of each of these kinds failed."""

    def change(site: SiteSnapshot) -> SiteSnapshot:
        items = tuple(evolve(trial, succeeded=False) if trial.kind in kinds else trial for trial in TRIALS)
        return evolve(site, trials=Seen(items, True))

    return change


def trial(id: str, **fields: object) -> Change:
    """One trial with other facts."""

    def change(site: SiteSnapshot) -> SiteSnapshot:
        assert site.trials is not None
        return evolve(site, trials=Seen(tuple(evolve(one, **fields) if one.id == id else one for one in site.trials.items), True))

    return change


def both(*changes: Change) -> Change:
    def change(site: SiteSnapshot) -> SiteSnapshot:
        for one in changes:
            site = one(site)
        return site

    return change


def aged(key: str, age: int) -> Change:
    """The newest entry of a column is so many days old."""

    def change(site: SiteSnapshot) -> SiteSnapshot:
        assert site.columns is not None
        news = Updates((DatedEntry(reading(age)),), entries=1)
        return evolve(site, columns=Seen(tuple(evolve(c, updates=news) if c.key == key else c for c in site.columns.items), True))

    return change


def first_guides(number: int, **fields: object) -> Change:
    def change(site: SiteSnapshot) -> SiteSnapshot:
        assert site.guides is not None
        items = tuple(evolve(one, **fields) if index < number else one for index, one in enumerate(site.guides.items))
        return evolve(site, guides=Seen(items, True))

    return change


def first_messages(number: int, **fields: object) -> Change:
    def change(site: SiteSnapshot) -> SiteSnapshot:
        assert site.messages is not None
        items = tuple(evolve(one, **fields) if index < number else one for index, one in enumerate(site.messages.items))
        return evolve(site, messages=Seen(items, True))

    return change


def lacking(*missing: str) -> GuideReading:
    return GuideReading("事项", tuple(GuideElement(id, GuideState.MISSING if id in missing else GuideState.FILLED) for id in ELEMENTS))


LATE = {"answered_at": ASKED + timedelta(days=10)}
VAGUE = GuideReading("事项", lacking().elements, ("其他材料",))

LOST = [
    ("service_catalogue", failing(K.SERVICE_CATALOGUE), "3"),
    ("online_application", failing(K.REGISTER), "5"),
    ("online_application", failing(K.REGISTER, K.APPLY), "5"),
    ("service_statistics", aged("bj", 30), "0"),
    ("service_statistics", aged("bj", 31), "1"),
    ("service_statistics", aged("bj", 91), "1"),
    ("service_statistics", aged("bj", 92), "2"),
    ("service_guides", first_guides(1, has_guide=False, reading=None), "4"),
    ("service_guides", first_guides(3, has_guide=False, reading=None), "8"),
    ("service_guides", first_guides(1, reading=lacking("fees", "phone", "hours")), "3/2"),
    ("service_guides", first_guides(5, reading=lacking("fees", "phone", "hours")), "15/2"),
    ("service_guides", both(first_guides(5, reading=lacking("fees", "phone", "hours")), first_guides(1, format_unclear="份数不明")), "8"),
    ("service_guides", first_guides(1, reading=VAGUE), "2"),
    ("service_guides", first_guides(2, format_unclear="份数不明"), "2"),
    ("service_guides", first_guides(3, policy_without_content="《办法》"), "3/2"),
    ("guide_accuracy", first_guides(2, inaccurate="电话有误"), "2"),
    ("guide_accuracy", first_guides(5, inaccurate="电话有误"), "5"),
    ("forms_and_samples", first_guides(1, form_available=False), "1"),
    ("forms_and_samples", first_guides(3, form_available=False), "2"),
    ("message_submission", failing(K.SUBMIT_MESSAGE), "7"),
    ("unified_login", failing(K.UNIFIED_LOGIN), "3"),
    ("message_disclosure", first_messages(5, published=False), "6"),
    ("message_disclosure", first_messages(2, replier=""), "2"),
    ("message_disclosure", first_messages(5, asked=reading(400), replied=reading(61)), "0"),
    ("message_disclosure", first_messages(5, asked=reading(400), replied=reading(62)), "3"),
    ("message_disclosure", failing(K.MESSAGE_STATISTICS), "3"),
    ("message_disclosure", both(first_messages(5, asked=reading(400), replied=reading(390)), failing(K.MESSAGE_STATISTICS)), "6"),
    ("reply_quality", trial("a", **LATE), "4"),
    ("reply_quality", both(trial("a", **LATE), trial("b", **LATE)), "7"),
    ("reply_quality", both(trial("a", **LATE), trial("b", quality_fault="推诿")), "7"),
    ("reply_quality", trial("a", quality_fault="推诿"), "4"),
    ("reply_quality", both(trial("a", **LATE), trial("a", quality_fault="推诿")), "4"),
]

EARNED = [
    ("data_publication", aged("sj", 91), "4"),
    ("data_publication", aged("sj", 92), "3"),
    ("data_publication", aged("sj", 181), "3"),
    ("data_publication", aged("sj", 182), "2"),
    ("data_publication", failing(K.DATA_VISUAL), "3"),
    ("data_publication", failing(K.DATA_VISUAL, K.DATA_DOWNLOAD), "2"),
    ("interpretation_formats", lambda site: evolve(site, interpretations=Seen(site.interpretations.items[:2], True)), "2"),
    ("service_evaluation", failing(K.RATING_RESULTS), "1"),
    ("service_integration", trial("theme0", succeeded=False), "1"),
    ("service_integration", trial("theme0", succeeded=False, subject=""), "1"),
    ("service_integration", failing(K.THEMED_SERVICE), "0"),
    ("service_policy_links", first_guides(1, policies_linked=False), "0"),
    ("realtime_interaction", trial("now", answered_at=ASKED + timedelta(days=2)), "2"),
    ("realtime_interaction", trial("now", quality_fault="答非所问"), "2"),
    ("realtime_interaction", failing(K.AUTO_ANSWER), "3"),
    ("surveys", lambda site: evolve(site, surveys=Seen(site.surveys.items[:5], True)), "1"),
    ("surveys", lambda site: evolve(site, surveys=Seen((*site.surveys.items, survey(6, None)), True)), "2"),
    ("smart_search", trial("title0", succeeded=False), "3"),
    ("smart_search", failing(K.SEARCH_FUZZY, K.SEARCH_AGGREGATED, K.SEARCH_LOWER_SITE), "0"),
    ("user_space", failing(K.USER_HISTORY), "0"),
    ("innovation", failing(K.INNOVATION), "0"),
]


@pytest.mark.parametrize("indicator, change, lost", LOST)
def test_points_lost(indicator: str, change: Change, lost: str) -> None:
    """A fault costs what its clause says, up to the indicator's points; without it nothing is lost."""
    assert (0, 0) == points(BEST, indicator)
    assert (Fraction(lost), Fraction(lost)) == points(change(BEST), indicator)


@pytest.mark.parametrize("indicator, change, earned", EARNED)
def test_points_earned(indicator: str, change: Change, earned: str) -> None:
    """Of a bonus remains what its clauses still give."""
    assert (Fraction(earned), Fraction(earned)) == points(change(BEST), indicator)


def test_the_best_earns_all_of_part_3() -> None:
    """Everything done earns the 30 points of part 3."""
    lines = [line for line in inspect(BEST, as_of=NOON).verdict.lines if line.section.startswith("B")]

    assert 30 == sum(line.low for line in lines)
    assert 10 == len(lines)
