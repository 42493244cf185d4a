"""D1.9 其他栏目."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from attrs import frozen

from ...values.choices import choices
from ...values.dates import aware
from ...values.finding import Finding, Outcome, TargetKind
from ...values.site import Column, ColumnKind, ColumnState, SiteSnapshot
from ...values.subject import SubjectKind
from .._base import Code, Indicator, Text, conclude, unseen
from .._columns import REST, Columns, column_finding, left_out
from .._freshness import Freshness, UndatedArticle, Window

ID = "other_columns"

OWN_INDICATOR = frozenset(
    {
        ColumnKind.OVERVIEW,
        ColumnKind.AGENCY,
        ColumnKind.LEADERS,
        ColumnKind.NEWS,
        ColumnKind.POLICIES,
        ColumnKind.INTERPRETATION,
    }
)
"""Kinds judged under D1.1 to D1.6: never here, whatever came out there (no double deduction, by membership)."""

EXCEPTED = frozenset(
    {
        ColumnKind.HISTORIC,
        ColumnKind.TOOL,
        ColumnKind.CONSULTATION,
        ColumnKind.PETITION,
        ColumnKind.SURVEYS,
        ColumnKind.INTERVIEWS,
    }
)
"""Historic topics, tools and interactive lists."""


@frozen(field_transformer=choices)
class OtherColumnsParams:
    """Windows of practice, in calendar months, and the readings of decisions 4 and 13."""

    notices_months: int = 6
    rest_months: int = 12
    max_observation_lag: int = 1
    undated_article: UndatedArticle = UndatedArticle.LIST_COUNTS


PARAMS = OtherColumnsParams()


def other_columns(site: SiteSnapshot, *, as_of: datetime, params: OtherColumnsParams = PARAMS) -> tuple[Finding, ...]:
    """其他栏目: columns without an indicator of their own that are blank, or that ought to be updated and are not.

    What it checks: ``blank``: the column shows no content. ``not_updated``: 通知公告 without update in 6 months, the rest in one
    year or in their own cycle.
    Why it matters: a column that shows nothing, or nothing new, promises what the site does not keep.
    Not applicable: columns of a kind judged under D1.1 to D1.6, finished topics, tools, interactive lists, containers of
    columns; for ``not_updated`` also columns that are blank (they cost points once) or have no window.
    Cannot tell: columns not seen, unreadable or drawn by script; a kind unknown; a weak word for a kind that is judged
    elsewhere or not at all, and 通知公告 by a weak word between 6 months and one year.
    Known limits: the windows are practice, not the list's words.
    Source: 政府网站检查指标, 扣分 发布解读·其他栏目; decisions 6, 7, 9 and 12, fact S10.
    """
    aware(as_of, "as_of")
    codes = [code.id for code in INDICATOR.codes]
    if site.columns is None:
        return conclude(ID, codes, site, [unseen(ID, code, site, reason="not_looked") for code in codes])
    columns = Columns(site, as_of, params.max_observation_lag, params.undated_article)
    found = [finding for column in columns.items for finding in _column(columns, column, params)]
    if site.columns.missing != 0:
        found += [unseen(ID, code, site, reason="incomplete", examined=site.columns.missing) for code in codes]
    return conclude(ID, codes, site, found)


def _column(columns: Columns, column: Column, params: OtherColumnsParams) -> Iterator[Finding]:
    excepted = _excepted(column)
    if excepted:
        for code in ("blank", "not_updated"):
            yield left_out(ID, code, column, excepted)
        return
    doubt = _doubt(column)
    blank = columns.blank(column)
    yield _doubted("blank", column, blank, doubt)
    if blank.outcome is Outcome.FAILED:
        yield left_out(ID, "not_updated", column, "blank")
        return
    rest = _updated(columns, column, Window(months=column.cycle_months or params.rest_months))
    if column.kind is ColumnKind.NOTICES and not column.cycle_months:
        fresh = _updated(columns, column, Window(months=params.notices_months))
        if rest.outcome is not Outcome.FAILED and not column.kind_sure:
            doubt = "kind_unsure"
        yield _doubted("not_updated", column, fresh, doubt)
    else:
        yield _doubted("not_updated", column, rest, doubt)


def _doubt(column: Column) -> str:
    """Why a fault of the column may belong to another indicator or to none: '' where its kind, even if not sure, is none of those.

    Where one of those kinds is sure, the column was left out before.
    """
    if column.kind is ColumnKind.UNKNOWN:
        return "kind_unknown"
    return "kind_unsure" if column.kind in OWN_INDICATOR | EXCEPTED else ""


def _excepted(column: Column) -> str:
    if column.kind in OWN_INDICATOR and column.kind_sure:
        return "own_indicator"
    if column.kind in EXCEPTED and column.kind_sure:
        return "excepted"
    return "column_container" if column.state is ColumnState.CONTAINER else ""


def _updated(columns: Columns, column: Column, window: Window) -> Freshness:
    if column.updates_expected is False:
        return Freshness(Outcome.INAPPLICABLE, "not_expected")
    has_window = column.kind in REST or column.kind in OWN_INDICATOR or column.kind in (ColumnKind.NOTICES, ColumnKind.UNKNOWN)
    if not has_window and not column.updates_expected:
        return Freshness(Outcome.INAPPLICABLE, "no_window")
    return columns.freshness(column, window)


def _doubted(code: str, column: Column, fresh: Freshness, doubt: str) -> Finding:
    """The finding, left open where a fault may not belong here."""
    if fresh.outcome is Outcome.FAILED and doubt:
        return column_finding(ID, code, Outcome.CANT_TELL, column, fresh, doubt)
    return column_finding(ID, code, fresh.outcome, column, fresh)


def _code(id: str, question: Text, failed: Text, passed: Text) -> Code:
    return Code(
        id,
        question,
        TargetKind.COLUMN,
        (
            (Outcome.FAILED, failed),
            (Outcome.PASSED, passed),
            (Outcome.CANT_TELL, ("无法判断“{target}”栏目：{reason}", "Column “{target}” cannot be told: {reason}")),
            (Outcome.UNTESTED, ("未检查“{target}”栏目：{reason}", "Column “{target}” was not looked at: {reason}")),
            (Outcome.INAPPLICABLE, ("“{target}”栏目不在此项检查范围：{reason}", "Column “{target}” is not judged here: {reason}")),
        ),
    )


INDICATOR = Indicator(
    id=ID,
    title=("其他栏目", "Other columns"),
    section="D1",
    subject=SubjectKind.SITE,
    needs=("columns",),
    codes=(
        _code(
            "blank",
            ("其他栏目是否空白？", "Is another column blank?"),
            ("“{target}”为空白栏目（{reason}）", "Column “{target}” is blank ({reason})"),
            ("“{target}”栏目有内容", "Column “{target}” is not blank"),
        ),
        _code(
            "not_updated",
            ("其他应更新栏目是否未更新？", "Was another column that ought to be updated not updated?"),
            (
                "“{target}”栏目应更新未更新[，最近更新日期{newest}][，距监测时间点{days_since_update}天]（{reason}）",
                "Column “{target}” was not updated as it ought to be[, newest date {newest}][, {days_since_update} days ago] ({reason})",
            ),
            (
                "“{target}”栏目按要求更新[，最近更新日期{newest}][，还有{days_left}天到期]",
                "Column “{target}” is up to date[, newest date {newest}][, days left: {days_left}]",
            ),
        ),
    ),
    function=other_columns,
    params=PARAMS,
)
