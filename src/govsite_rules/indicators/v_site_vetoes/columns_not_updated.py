"""V4 栏目不更新."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from enum import StrEnum

from attrs import frozen

from ...values.choices import choices
from ...values.dates import aware
from ...values.finding import Finding, Outcome, TargetKind
from ...values.site import Column, ColumnKind, ColumnState, SiteSnapshot
from ...values.subject import SubjectKind
from .._base import Code, Indicator, conclude, unseen
from .._columns import REST, STATIC, Columns, column_finding, left_out
from .._freshness import Freshness, UndatedArticle, Window

ID = "columns_not_updated"


class LongStaleCounts(StrEnum):
    """Which columns count as 应更新但长期未更新: of all kinds (unsettled, so open), of the rest kinds only, or certainly of all."""

    ALL_KINDS = "all_kinds"
    REST_ONLY = "rest_only"
    ALL_KINDS_CERTAIN = "all_kinds_certain"


@frozen(field_transformer=choices)
class ColumnsNotUpdatedParams:
    """Windows by kind of column and the readings of decisions 4, 10, 12 and 13.

    ``news_days`` for 动态、要闻; ``notices_months`` for 通知公告、政策文件 and 政策解读; ``rest_months`` for personnel, plans and
    the rest, unless the column has a cycle of its own. ``first_level_only``: of 通知公告、政策文件 only 一级 columns count.
    ``static_expire``: 概况, 机构 and 领导 expire like the rest. ``max_observation_lag`` in days.
    """

    news_days: int = 14
    notices_months: int = 6
    rest_months: int = 12
    first_level_only: bool = True
    static_expire: bool = False
    long_stale_counts: LongStaleCounts = LongStaleCounts.ALL_KINDS
    max_observation_lag: int = 1
    undated_article: UndatedArticle = UndatedArticle.LIST_COUNTS


PARAMS = ColumnsNotUpdatedParams()

_HALF_YEAR = frozenset({ColumnKind.NOTICES, ColumnKind.POLICIES, ColumnKind.INTERPRETATION})
_FIRST_LEVEL = frozenset({ColumnKind.NOTICES, ColumnKind.POLICIES})


def columns_not_updated(site: SiteSnapshot, *, as_of: datetime, params: ColumnsNotUpdatedParams = PARAMS) -> tuple[Finding, ...]:
    """栏目不更新: columns whose newest displayed date lies outside the window of their kind, and blank columns.

    What it checks: ``priority_stale``: 动态、要闻 columns without update in 14 days, first-level 通知公告、政策文件 columns in
    6 months. ``long_stale`` and ``reading``: columns that ought to be updated and have long not been, blank ones included;
    ``long_stale`` holds those that count however the clause is read (personnel, plans and the rest beyond one year, or
    blank), ``reading`` those that count only if every kind does (news, notices, policies and interpretation beyond their
    own windows, or blank). ``blank``: columns that show no content. Each column has at most one finding a code.
    Why it matters: enough such columns make the site unqualified; the limits are the checklist's.
    Not applicable: tools, redirects, one-article columns and, for want of updates, services, letters, petitions, surveys,
    interviews, finished topics, static columns, and whatever the caller says need not be updated; containers in
    ``long_stale``, ``reading`` and ``blank``, because their sub-columns count there; blank columns in ``priority_stale``.
    Cannot tell: columns not seen, unreadable or drawn by script; no date that settles it; seen more than a day before the
    inspection; for ``priority_stale`` a kind that only a weak word suggests, or an unknown level; an unknown kind.
    Known limits: blank means empty on the day it was seen; whether it ever held anything needs ``Column.earlier``.
    A container of news is left to its sub-columns in every code.
    Source: 政府网站检查指标, 单项否决 4; decisions 1 to 7 and 9 to 13; the one-year window is practice.
    """
    aware(as_of, "as_of")
    codes = [code.id for code in INDICATOR.codes]
    if site.columns is None:
        return conclude(ID, codes, site, [unseen(ID, code, site, reason="not_looked") for code in codes])
    columns = Columns(site, as_of, params.max_observation_lag, params.undated_article)
    found = [finding for column in columns.items for finding in _column(columns, column, params)]
    if site.columns.missing != 0:
        counted = ("priority_stale", "long_stale", "blank")
        found += [unseen(ID, code, site, reason="incomplete", examined=site.columns.missing) for code in counted]
    return conclude(ID, codes, site, found)


def _column(columns: Columns, column: Column, params: ColumnsNotUpdatedParams) -> Iterator[Finding]:
    if column.kind is ColumnKind.TOOL and column.updates_expected is not True:
        for code in ("priority_stale", "long_stale", "blank"):
            yield left_out(ID, code, column, "column_tool")
        return
    yield _priority(columns, column, params)
    yield _long(columns, column, params)
    blank = columns.blank(column)
    yield column_finding(ID, "blank", blank.outcome, column, blank)


def _priority(columns: Columns, column: Column, params: ColumnsNotUpdatedParams) -> Finding:
    """The finding for 动态、要闻 and first-level 通知公告、政策文件 columns."""
    half_year = Window(months=params.notices_months)
    doubt, window, excluded = "", half_year, ""
    by_level = params.first_level_only and column.level != 1
    if column.updates_expected is False:
        excluded = "not_expected"
    elif column.kind is ColumnKind.UNKNOWN:
        doubt = "kind_unknown"
        if column.state is not ColumnState.CONTAINER:
            window = Window(days=params.news_days)
        elif by_level and column.level is not None:
            excluded = "not_first_level"
    elif column.kind is ColumnKind.NEWS:
        window = Window(days=params.news_days)
        excluded = "column_container" if column.state is ColumnState.CONTAINER else ""
    elif column.kind not in _FIRST_LEVEL:
        excluded = "other_kind"
    elif by_level and column.level is not None:
        excluded = "not_first_level"
    elif by_level:
        doubt = "level_unknown"
    if excluded:
        return left_out(ID, "priority_stale", column, excluded)
    if not doubt and not column.kind_sure:
        doubt = "kind_unsure"
    fresh = columns.freshness(column, window)
    if column.state is ColumnState.BLANK and not column.earlier:
        return left_out(ID, "priority_stale", column, "blank")
    if fresh.reason == "blank_now":
        return column_finding(ID, "priority_stale", Outcome.INAPPLICABLE, column, fresh, "blank")
    if fresh.outcome is Outcome.FAILED and doubt:
        return column_finding(ID, "priority_stale", Outcome.CANT_TELL, column, fresh, doubt)
    return column_finding(ID, "priority_stale", fresh.outcome, column, fresh)


def _long(columns: Columns, column: Column, params: ColumnsNotUpdatedParams) -> Finding:
    """The one finding among ``long_stale`` and ``reading``."""
    if column.state is ColumnState.CONTAINER:
        return left_out(ID, "long_stale", column, "column_container")
    if column.updates_expected is False:
        return left_out(ID, "long_stale", column, "not_expected")
    rest = Window(months=column.cycle_months or params.rest_months)
    if column.kind is ColumnKind.NEWS or column.kind in _HALF_YEAR:
        own = Window(days=params.news_days) if column.kind is ColumnKind.NEWS else Window(months=params.notices_months)
        return _reading(column, columns.freshness(column, own), columns.freshness(column, rest), params)
    fresh = columns.freshness(column, rest)
    if fresh.outcome is Outcome.INAPPLICABLE or fresh.reason == "blank_now":
        unsettled = column.kind is ColumnKind.UNKNOWN and params.long_stale_counts is not LongStaleCounts.ALL_KINDS_CERTAIN
        if unsettled and fresh.outcome is Outcome.FAILED:
            return column_finding(ID, "long_stale", Outcome.CANT_TELL, column, fresh, "kind_unknown")
        return column_finding(ID, "long_stale", fresh.outcome, column, fresh)
    if column.kind is ColumnKind.UNKNOWN:
        return _unknown_kind(columns, column, fresh, params)
    expected = column.updates_expected is True or column.kind in REST or (column.kind in STATIC and params.static_expire)
    if not expected:
        seen = columns.blank(column)
        if seen.outcome.is_open:
            return column_finding(ID, "long_stale", seen.outcome, column, seen)
        reason = "static" if column.kind in STATIC else "no_window"
        return column_finding(ID, "long_stale", Outcome.INAPPLICABLE, column, fresh, reason)
    return column_finding(ID, "long_stale", fresh.outcome, column, fresh)


def _unknown_kind(columns: Columns, column: Column, fresh: Freshness, params: ColumnsNotUpdatedParams) -> Finding:
    """A column whose name says nothing: fresh under the narrowest window, or open."""
    if fresh.outcome is Outcome.FAILED:
        if column.updates_expected:
            return column_finding(ID, "long_stale", Outcome.FAILED, column, fresh)
        return column_finding(ID, "long_stale", Outcome.CANT_TELL, column, fresh, "kind_unknown")
    if fresh.outcome is Outcome.PASSED:
        narrow = columns.freshness(column, Window(days=params.news_days))
        if narrow.outcome is not Outcome.PASSED and params.long_stale_counts is not LongStaleCounts.REST_ONLY:
            return column_finding(ID, "reading", Outcome.CANT_TELL, column, narrow, "kind_unknown")
    return column_finding(ID, "long_stale", fresh.outcome, column, fresh)


def _reading(column: Column, fresh: Freshness, long: Freshness, params: ColumnsNotUpdatedParams) -> Finding:
    """What a column of a kind with its own window is for V4.2, judged by that window (``fresh``) and by the rest's (``long``).

    The list's reading decides; a kind that only a weak word suggests settles nothing unless both windows agree.
    """
    if params.long_stale_counts is LongStaleCounts.REST_ONLY:
        if column.kind_sure or long.outcome in (Outcome.PASSED, Outcome.INAPPLICABLE):
            return column_finding(ID, "reading", Outcome.INAPPLICABLE, column, fresh, "rest_only")
        outcome = Outcome.CANT_TELL if long.outcome is Outcome.FAILED else long.outcome
        return column_finding(ID, "reading", outcome, column, long, "kind_unsure")
    if fresh.outcome is not Outcome.FAILED:
        return column_finding(ID, "reading", fresh.outcome, column, fresh)
    if params.long_stale_counts is LongStaleCounts.ALL_KINDS:
        return column_finding(ID, "reading", Outcome.CANT_TELL, column, fresh, "counts_if_all_kinds")
    if not column.kind_sure and long.outcome is not Outcome.FAILED:
        return column_finding(ID, "reading", Outcome.CANT_TELL, column, fresh, "kind_unsure")
    return column_finding(ID, "reading", Outcome.FAILED, column, fresh)


_OPEN = (
    (
        Outcome.CANT_TELL,
        (
            "无法判断“{target}”栏目是否按要求更新：{reason}[，最近更新日期{newest}]",
            "Whether column “{target}” was updated as required cannot be told: {reason}[, newest date {newest}]",
        ),
    ),
    (Outcome.UNTESTED, ("未检查“{target}”栏目更新情况：{reason}", "Updates of column “{target}” were not looked at: {reason}")),
    (Outcome.INAPPLICABLE, ("“{target}”栏目不在此项检查范围：{reason}", "Column “{target}” is not judged here: {reason}")),
)
_UPDATED = (
    Outcome.PASSED,
    (
        "“{target}”栏目按要求更新[，最近更新日期{newest}][，还有{days_left}天到期]",
        "Column “{target}” is up to date[, newest date {newest}][, days left: {days_left}]",
    ),
)

INDICATOR = Indicator(
    id=ID,
    title=("栏目不更新", "Columns not updated"),
    section="V",
    subject=SubjectKind.SITE,
    needs=("columns",),
    codes=(
        Code(
            "priority_stale",
            (
                "动态、要闻类栏目是否超过2周、通知公告、政策文件类一级栏目是否超过6个月未更新？",
                "Has a news column not been updated for 2 weeks, or a first-level notices or policies column for 6 months?",
            ),
            TargetKind.COLUMN,
            (
                (
                    Outcome.FAILED,
                    (
                        "“{target}”栏目未按要求更新[，最近更新日期{newest}][，距监测时间点{days_since_update}天]（{reason}）",
                        "Column “{target}” was not updated as required[, newest date {newest}][, {days_since_update} days ago] ({reason})",
                    ),
                ),
                _UPDATED,
                *_OPEN,
            ),
        ),
        Code(
            "long_stale",
            ("应更新的栏目是否长期未更新？", "Has a column that ought to be updated long not been?"),
            TargetKind.COLUMN,
            (
                (
                    Outcome.FAILED,
                    (
                        "“{target}”栏目应更新但长期未更新[，最近更新日期{newest}][，距监测时间点{days_since_update}天]（{reason}）",
                        "Column “{target}” ought to be updated and has long not been"
                        "[, newest date {newest}][, {days_since_update} days ago] ({reason})",
                    ),
                ),
                _UPDATED,
                *_OPEN,
            ),
        ),
        Code(
            "reading",
            (
                "动态要闻、通知公告、政策文件、政策解读类栏目是否也计入应更新但长期未更新的栏目？",
                "Does a stale column of news, notices, policies or interpretation count as long not updated as well?",
            ),
            TargetKind.COLUMN,
            (
                (
                    Outcome.FAILED,
                    (
                        "“{target}”栏目超过本类更新期限，计入应更新但长期未更新的栏目[，最近更新日期{newest}]（{reason}）",
                        "Column “{target}” is beyond the window of its kind and counts as long not updated"
                        "[, newest date {newest}] ({reason})",
                    ),
                ),
                _UPDATED,
                *_OPEN,
            ),
        ),
        Code(
            "blank",
            ("栏目是否空白？", "Is the column blank?"),
            TargetKind.COLUMN,
            (
                (Outcome.FAILED, ("“{target}”为空白栏目（{reason}）", "Column “{target}” is blank ({reason})")),
                (Outcome.PASSED, ("“{target}”栏目有内容[（{reason}）]", "Column “{target}” is not blank[ ({reason})]")),
                (
                    Outcome.CANT_TELL,
                    ("无法判断“{target}”栏目是否空白：{reason}", "Whether column “{target}” is blank cannot be told: {reason}"),
                ),
                (
                    Outcome.UNTESTED,
                    ("未检查“{target}”栏目是否空白：{reason}", "Nobody looked whether column “{target}” is blank: {reason}"),
                ),
                (Outcome.INAPPLICABLE, ("“{target}”不按空白栏目检查：{reason}", "Column “{target}” is not judged as blank: {reason}")),
            ),
        ),
    ),
    function=columns_not_updated,
    params=PARAMS,
)
