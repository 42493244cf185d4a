"""V3 首页不更新."""

from __future__ import annotations

from datetime import datetime

from attrs import frozen

from ...values.choices import choices
from ...values.dates import aware
from ...values.finding import Evidence, Finding, Outcome, TargetKind
from ...values.page import PageKind
from ...values.site import Column, Homepage, SiteSnapshot
from ...values.subject import SubjectKind
from .._base import Code, Indicator, because, conclude, count, unseen, whole
from .._columns import Columns
from .._freshness import Freshness, UndatedArticle, Window, judge

ID = "homepage_not_updated"


@frozen(field_transformer=choices)
class HomepageNotUpdatedParams:
    """``days``: the window. ``max_observation_lag``: days before the inspection that a want of updates may have been seen."""

    days: int = 14
    max_observation_lag: int = 1
    undated_article: UndatedArticle = UndatedArticle.LIST_COUNTS


PARAMS = HomepageNotUpdatedParams()


def homepage_not_updated(site: SiteSnapshot, *, as_of: datetime, params: HomepageNotUpdatedParams = PARAMS) -> tuple[Finding, ...]:
    """首页不更新: no update on the homepage, or on any second-level page behind a navigation homepage, in two weeks.

    What it checks: ``homepage_stale``: the newest day displayed by any entry of the homepage, or on its article page, is
    more than 14 natural days before the day of inspection. ``second_level_stale``: the homepage is only a navigation
    entrance, and so is every second-level page it leads to.
    Why it matters: a homepage without updates for two weeks makes the site unqualified, whatever else it does.
    Not applicable: ``homepage_stale`` for a homepage that is only a navigation entrance, ``second_level_stale`` for all others.
    Cannot tell: no homepage was seen, or a challenge or error body instead; entries are drawn by script; a year is not
    shown anywhere; an entry without a date whose article was not seen; the page was fetched more than a day before the inspection.
    Known limits: an entry counts whoever wrote it and whatever it says. Clocks and weather are kept apart by the reader.
    Source: 政府网站检查指标, 单项否决 3; decisions 1, 3, 4, 5 and 13.
    """
    aware(as_of, "as_of")
    home = site.homepage
    if home is None:
        found = [unseen(ID, code.id, site, reason="not_looked", examined=1) for code in INDICATOR.codes]
    elif home.kind is not PageKind.CONTENT:
        found = [
            Finding(
                ID,
                code.id,
                Outcome.CANT_TELL,
                whole(site),
                evidence=(Evidence(home.url, observed_at=home.fetched_at),),
                values=because(f"page_{home.kind}"),
            )
            for code in INDICATOR.codes
        ]
    elif home.navigation_only:
        found = [
            Finding(ID, "homepage_stale", Outcome.INAPPLICABLE, whole(site), values=because("navigation_only")),
            _second_level(site, home, as_of, params),
        ]
    else:
        fresh = judge(
            home.updates,
            Window(days=params.days),
            as_of=as_of,
            seen_at=aware(home.fetched_at, "homepage.fetched_at"),
            max_lag=params.max_observation_lag,
            doubts=("script_drawn",) if home.script_drawn else (),
            undated_article=params.undated_article,
        )
        unclear = home.script_drawn and fresh.outcome is not Outcome.PASSED
        found = [
            _finding(site, home, "homepage_stale", fresh),
            Finding(ID, "second_level_stale", Outcome.CANT_TELL, whole(site), values=because("script_drawn"))
            if unclear
            else Finding(ID, "second_level_stale", Outcome.INAPPLICABLE, whole(site), values=because("not_navigation_only")),
        ]
    return conclude(ID, (code.id for code in INDICATOR.codes), site, found)


def _second_level(site: SiteSnapshot, home: Homepage, as_of: datetime, params: HomepageNotUpdatedParams) -> Finding:
    """One answer for all second-level pages: updated if one is, not updated if all were seen and none is."""
    columns = Columns(site, as_of, params.max_observation_lag, params.undated_article)
    window = Window(days=params.days)
    judged: list[tuple[Column, Freshness]] = []
    open_reasons = [] if home.second_level.missing == 0 else ["second_level_incomplete"]
    for key in home.second_level.items:
        column = columns.by_key.get(key)
        if column is None:
            open_reasons.append("not_seen")
            continue
        fresh = columns.freshness(column, window)
        if fresh.outcome is not Outcome.INAPPLICABLE:
            judged.append((column, fresh))
    pages = (count("second_level_pages", len(home.second_level.items)),)
    for column, fresh in judged:
        if fresh.outcome is Outcome.PASSED:
            return Finding(
                ID,
                "second_level_stale",
                Outcome.PASSED,
                whole(site),
                1,
                fresh.measures + pages,
                fresh.evidence(column.url, column.fetched_at),
                fresh.values,
            )
    open_reasons += [fresh.reason for _, fresh in judged if fresh.outcome is not Outcome.FAILED]
    if not judged and not open_reasons:
        open_reasons.append("no_second_level")
    if open_reasons:
        return Finding(ID, "second_level_stale", Outcome.CANT_TELL, whole(site), 1, pages, values=because(*dict.fromkeys(open_reasons)))
    column, fresh = max(judged, key=lambda pair: (pair[1].newest is not None, pair[1].newest, pair[0].key))
    return Finding(
        ID,
        "second_level_stale",
        Outcome.FAILED,
        whole(site),
        1,
        fresh.measures + pages,
        fresh.evidence(column.url, column.fetched_at),
        fresh.values,
    )


def _finding(site: SiteSnapshot, home: Homepage, code: str, fresh: Freshness) -> Finding:
    return Finding(ID, code, fresh.outcome, whole(site), 1, fresh.measures, fresh.evidence(home.url, home.fetched_at), fresh.values)


INDICATOR = Indicator(
    id=ID,
    title=("首页不更新", "Homepage not updated"),
    section="V",
    subject=SubjectKind.SITE,
    needs=("homepage", "columns"),
    codes=(
        Code(
            "homepage_stale",
            ("监测时间点前2周内首页是否没有信息更新？", "Was the homepage without any update in the two weeks before the inspection?"),
            TargetKind.SITE,
            (
                (
                    Outcome.FAILED,
                    (
                        "首页超过2周未更新[，最近更新日期{newest}][，距监测时间点{days_since_update}天]（{reason}）",
                        "The homepage has not been updated for more than 2 weeks"
                        "[, newest date {newest}][, {days_since_update} days ago] ({reason})",
                    ),
                ),
                (
                    Outcome.PASSED,
                    (
                        "首页2周内有更新[，最近更新日期{newest}][，还有{days_left}天到期]",
                        "The homepage was updated within 2 weeks[, newest date {newest}][, days left: {days_left}]",
                    ),
                ),
                (
                    Outcome.CANT_TELL,
                    ("无法判断首页2周内是否更新：{reason}", "Whether the homepage was updated within 2 weeks cannot be told: {reason}"),
                ),
                (Outcome.UNTESTED, ("未检查首页更新情况：{reason}", "Updates of the homepage were not looked at: {reason}")),
                (Outcome.INAPPLICABLE, ("不按首页更新判断：{reason}", "Not judged by the homepage: {reason}")),
            ),
        ),
        Code(
            "second_level_stale",
            (
                "首页仅为导航入口的，所有二级页面2周内是否均未更新？",
                "Behind a homepage that is only a navigation entrance, was every second-level page without update in two weeks?",
            ),
            TargetKind.SITE,
            (
                (
                    Outcome.FAILED,
                    (
                        "首页仅为网站栏目导航入口，所有二级页面超过2周未更新[，最近更新日期{newest}]",
                        "The homepage is only a navigation entrance and no second-level page was updated for more than 2 weeks"
                        "[, newest date {newest}]",
                    ),
                ),
                (
                    Outcome.PASSED,
                    (
                        "二级页面2周内有更新[，最近更新日期{newest}]",
                        "A second-level page was updated within 2 weeks[, newest date {newest}]",
                    ),
                ),
                (
                    Outcome.CANT_TELL,
                    (
                        "无法判断二级页面2周内是否更新：{reason}",
                        "Whether second-level pages were updated within 2 weeks cannot be told: {reason}",
                    ),
                ),
                (Outcome.UNTESTED, ("未检查二级页面更新情况：{reason}", "Updates of second-level pages were not looked at: {reason}")),
                (Outcome.INAPPLICABLE, ("不检查二级页面：{reason}", "Second-level pages are not judged: {reason}")),
            ),
        ),
    ),
    function=homepage_not_updated,
    params=PARAMS,
)
