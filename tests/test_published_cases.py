"""Published verdicts and scores, end to end through snapshots. Figures as printed; what was not printed is chosen and said."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from attrs import evolve

import govsite_rules as gr
from govsite_rules.scoring.records import Verdict
from govsite_rules.testing import column, faultless_feed, faultless_site, post, updates
from govsite_rules.testing.builders import AS_OF, shown
from govsite_rules.values import ColumnKind, ColumnState, Seen, SiteSnapshot, TrialKind

BONUS_TRIALS = {
    "visual": TrialKind.DATA_VISUAL,
    "download": TrialKind.DATA_DOWNLOAD,
    "rating": TrialKind.SERVICE_RATING,
    "results": TrialKind.RATING_RESULTS,
    "themed": TrialKind.THEMED_SERVICE,
    "realtime": TrialKind.ASK_REALTIME,
    "automatic": TrialKind.AUTO_ANSWER,
    "fuzzy": TrialKind.SEARCH_FUZZY,
    "aggregated": TrialKind.SEARCH_AGGREGATED,
    "lower": TrialKind.SEARCH_LOWER_SITE,
    "history": TrialKind.USER_HISTORY,
    "innovation": TrialKind.INNOVATION,
}


def aged(site: SiteSnapshot, name: str, days: int) -> SiteSnapshot:
    """The site with the newest entry of one column so many days old."""
    columns = [evolve(c, updates=updates(days)) if c.name == name else c for c in site.columns.items]
    return evolve(site, columns=Seen(tuple(columns), True))


def stale_replies(site: SiteSnapshot) -> SiteSnapshot:
    """The site whose newest published message is more than two months old (-3)."""
    old = [evolve(m, asked=shown(100), replied=shown(95)) for m in site.messages.items]
    return aged(evolve(site, messages=Seen(tuple(old), True)), "信件统计", 95)


def without_a_cv(site: SiteSnapshot) -> SiteSnapshot:
    """The site with one leader's CV missing (-1)."""
    return evolve(site, leaders=Seen((evolve(site.leaders.items[0], resume=""),), True))


def earning(site: SiteSnapshot, kept: Iterable[str] = ()) -> SiteSnapshot:
    """The site with every bonus gone but those kept: names of BONUS_TRIALS, ``data`` and ``formats``."""
    lost = {kind for name, kind in BONUS_TRIALS.items() if name not in kept}
    site = evolve(
        site,
        trials=Seen(tuple(evolve(t, succeeded=False, quality_fault="答非所问") if t.kind in lost else t for t in site.trials.items), True),
        surveys=Seen((), True),
        guides=Seen(tuple(evolve(g, policies_linked=False) for g in site.guides.items), True),
    )
    if "formats" not in kept:
        site = evolve(site, interpretations=Seen(tuple(evolve(i, form="text") for i in site.interpretations.items), True))
    return site if "data" in kept else aged(site, "数据发布", 200)


def run(site: SiteSnapshot) -> Verdict:
    """The national list's verdict."""
    return gr.inspect(site, as_of=AS_OF).verdict


def test_a_faultless_portal_has_130_points() -> None:
    """Nothing wrong and every bonus: the most the list can give."""
    verdict = run(faultless_site())

    assert (gr.Standing.QUALIFIED, 130, 130) == (verdict.standing, verdict.score.low, verdict.score.high)


def test_a_ministry_of_2019_has_89_points() -> None:
    """2019 Q2, a department's self-check: policies stale -5, statistics stale -2, replies stale -3, and 1 more (a CV, our choice)."""
    site = faultless_site()
    site = evolve(site, profile=evolve(site.profile, department=True, portal=True, services=True))
    site = without_a_cv(stale_replies(aged(aged(earning(site), "政策文件", 200), "办件统计", 100)))
    verdict = run(site)
    lost = {line.indicator: line.low for line in verdict.lines if line.part == "deduction" and line.low}

    assert {"policy_documents": 5, "service_statistics": 2, "message_disclosure": 3, "leader_information": 1} == lost
    assert (gr.Standing.QUALIFIED, 89, 89) == (verdict.standing, verdict.score.low, verdict.score.high)


@pytest.mark.parametrize(
    ("faults", "kept", "bonus", "total"),
    [
        ((lambda s: aged(s, "政策文件", 200), stale_replies, without_a_cv), ("realtime",), 3, 94),
        ((stale_replies,), ("data", "visual", "download", "formats", "realtime", "automatic", "rating", "results"), 14, 111),
    ],
)
def test_district_portals_of_beijing_2019(faults: tuple, kept: tuple[str, ...], bonus: int, total: int) -> None:
    """2019 Q3: bonus 3 and total 94, bonus 14 and total 111; which deductions and bonuses they were is our choice."""
    site = earning(faultless_site(), kept)
    for fault in faults:
        site = fault(site)
    verdict = run(site)

    assert (bonus, total, total) == (verdict.score.bonus_low, verdict.score.low, verdict.score.high)


def more_columns(number: int, kind: ColumnKind, days: int | None) -> SiteSnapshot:
    """The faultless site with so many more columns, that old; None: blank."""
    extra = [
        column(f"栏目{n}", 1 if days is None else days, kind=kind, key=f"x{n}")
        if days is not None
        else column(f"栏目{n}", kind=kind, key=f"x{n}", state=ColumnState.BLANK, updates=updates())
        for n in range(number)
    ]
    site = faultless_site()
    return evolve(site, columns=Seen((*site.columns.items, *extra), True))


@pytest.mark.parametrize(
    ("number", "kind", "days", "fired"),
    [
        (14, ColumnKind.PERSONNEL, 400, ("V4.2",)),
        (10, ColumnKind.PERSONNEL, 400, ("V4.2",)),
        (9, ColumnKind.PERSONNEL, 400, ()),
        (5, ColumnKind.PERSONNEL, None, ("V4.3",)),
        (4, ColumnKind.PERSONNEL, None, ()),
        (5, ColumnKind.NEWS, 15, ("V4.1",)),
        (4, ColumnKind.NEWS, 15, ()),
        (5, ColumnKind.NEWS, 14, ()),
    ],
)
def test_published_vetoes_on_columns(number: int, kind: ColumnKind, days: int | None, fired: tuple[str, ...]) -> None:
    """14 long-stale columns (2021), 5 blank ones (2021), 5 stale news columns (2022), and one fewer each."""
    verdict = run(more_columns(number, kind, days))

    assert fired == verdict.fired
    assert (gr.Standing.UNQUALIFIED if fired else gr.Standing.QUALIFIED) == verdict.standing


def test_nine_long_stale_and_four_stale_news_columns_are_a_reading() -> None:
    """A verdict of 2021: unqualified only if every kind counts; the library says so and leaves it to people."""
    site = more_columns(9, ColumnKind.PERSONNEL, 400)
    news = [column(f"要闻{n}", 20, kind=ColumnKind.NEWS, key=f"n{n}") for n in range(4)]
    verdict = run(evolve(site, columns=Seen((*site.columns.items, *news), True)))

    assert (gr.Standing.UNDECIDED, ("V4.2",)) == (verdict.standing, verdict.possible)


@pytest.mark.parametrize(("one_more", "points", "standing"), [(False, 60, gr.Standing.QUALIFIED), (True, 59, gr.Standing.UNQUALIFIED)])
def test_more_than_40_points_lost_is_unqualified(one_more: bool, points: int, standing: gr.Standing) -> None:
    """A province's rule of 2020: more than 40 points lost fails, exactly 60 passes."""
    failing = {  # 7, 3, 3, 5, 3, 4, 2, 1 and 1 points
        TrialKind.SUBMIT_MESSAGE,
        TrialKind.UNIFIED_LOGIN,
        TrialKind.MESSAGE_STATISTICS,
        TrialKind.REGISTER,
        TrialKind.SERVICE_CATALOGUE,
        TrialKind.SEARCH,
        TrialKind.SINGLE_SIGN_ON,
        TrialKind.BROWSER,
        TrialKind.IPV6,
    }
    site = without_a_cv(aged(aged(earning(faultless_site()), "政策文件", 200), "政策解读", 200))
    trials = tuple(evolve(t, succeeded=False) if t.kind in failing else t for t in site.trials.items)
    columns = tuple(c for c in site.columns.items if c.name != "信件统计")
    site = evolve(site, trials=Seen(trials, True), columns=Seen(columns, True))
    if one_more:
        first, *others = site.guides.items
        site = evolve(site, guides=Seen((evolve(first, inaccurate="电话有误"), *others), True))
    verdict = run(site)

    assert (points, points, standing) == (verdict.score.low, verdict.score.high, verdict.standing)


def test_published_vetoes_on_accounts() -> None:
    """No update in 2 weeks (2024), no interaction function (2022, 2023); a faultless account is qualified."""
    cases = [
        faultless_feed(posts=[post(15)]),
        faultless_feed(posts=[post(14)]),
        evolve(faultless_feed(), interaction=Seen((), True)),
        faultless_feed(),
    ]

    assert [("N2.1",), (), ("N3.1",), ()] == [gr.inspect(feed, as_of=AS_OF).verdict.fired for feed in cases]
