"""Columns of one kind judged as a class: is there one, and was the class updated (decisions 8 and 10)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum

from attrs import evolve, frozen

from ..values.choices import choices
from ..values.finding import Evidence, Finding, Outcome, TargetKind
from ..values.site import Column, ColumnKind, ColumnState, SiteSnapshot
from ._base import Code, Text, Values, because, unseen, whole
from ._columns import Columns
from ._freshness import Freshness, UndatedArticle, Window


class ClassStale(StrEnum):
    """ALL: the class is stale when its newest date over all columns is. ANY: when one of its columns is."""

    ALL = "all"
    ANY = "any"


@frozen(field_transformer=choices)
class ClassParams:
    """The window of a class of columns and its readings. ``first_level``: only 一级 columns with their descendants."""

    days: int = 0
    months: int = 0
    first_level: bool = False
    class_stale: ClassStale = ClassStale.ALL
    max_observation_lag: int = 1
    undated_article: UndatedArticle = UndatedArticle.LIST_COUNTS


def column_missing(indicator: str, site: SiteSnapshot, kind: ColumnKind) -> Finding:
    """Whether the site lacks a column of this kind. It lacks one only where all columns are known and none could be it."""
    code = "column_missing"
    if site.columns is None:
        return unseen(indicator, code, site, reason="not_looked", examined=1)
    there = sorted((column for column in site.columns.items if column.kind is kind), key=lambda column: column.key)
    sure = [column for column in there if column.kind_sure and column.state is not ColumnState.REDIRECT]
    if sure:
        first = min(sure, key=lambda column: (column.level or 99, column.key))
        values: Values = (("columns", "、".join(sorted({column.name for column in sure}))),)
        return Finding(indicator, code, Outcome.PASSED, whole(site), evidence=(Evidence(first.url, first.name),), values=values)
    if there:
        reason = "kind_unsure" if any(not column.kind_sure for column in there) else "column_redirect"
        values = (*because(reason), ("columns", "、".join(sorted({column.name for column in there}))))
        return Finding(indicator, code, Outcome.CANT_TELL, whole(site), evidence=(Evidence(there[0].url, there[0].name),), values=values)
    if not site.columns.complete:
        return unseen(indicator, code, site, reason="incomplete", examined=1)
    if any(column.kind is ColumnKind.UNKNOWN for column in site.columns.items):
        return unseen(indicator, code, site, reason="kind_unknown", outcome=Outcome.CANT_TELL, examined=1)
    return Finding(indicator, code, Outcome.FAILED, whole(site))


def class_not_updated(indicator: str, site: SiteSnapshot, kind: ColumnKind, *, as_of: datetime, params: ClassParams) -> Finding:
    """Whether the columns of a kind, taken together, lack an update inside the window. Blank ones count as not updated."""
    code = "not_updated"
    if site.columns is None:
        return unseen(indicator, code, site, reason="not_looked", examined=1)
    columns = Columns(site, as_of, params.max_observation_lag, params.undated_article)
    members, doubt = _members(columns, kind, first_level=params.first_level)
    window = Window(params.days, params.months)
    judged = [(column, columns.freshness(column, window)) for column in sorted(members, key=lambda column: column.key)]
    if not judged:
        if site.columns.complete and not any(column.kind is ColumnKind.UNKNOWN for column in columns.items):
            return Finding(indicator, code, Outcome.INAPPLICABLE, whole(site), values=because("no_column"))
        return unseen(indicator, code, site, reason="incomplete", examined=1)
    any_stale = params.class_stale is ClassStale.ANY
    finding = together_not_updated(indicator, code, site, judged, doubt=doubt, complete=site.columns.complete, any_stale=any_stale)
    if finding.outcome is Outcome.FAILED and not any_stale and _may_be_fresh(columns, window, first_level=params.first_level):
        notes = [note for name, note in finding.values if name == "note"]
        shown = tuple(value for value in finding.values if value[0] not in ("reason", "note"))
        return evolve(finding, outcome=Outcome.CANT_TELL, values=because("kind_unknown", *notes) + shown)
    return finding


def _may_be_fresh(columns: Columns, window: Window, *, first_level: bool) -> bool:
    """Whether a column whose kind nobody knows may be one of the class, and updated."""
    unknown = [column for column in columns.items if column.kind is ColumnKind.UNKNOWN and not (first_level and (column.level or 1) > 1)]
    settled = (Outcome.FAILED, Outcome.INAPPLICABLE)
    return any(columns.freshness(column, window).outcome not in settled for column in unknown)


def together_not_updated(
    indicator: str,
    code: str,
    site: SiteSnapshot,
    judged: Sequence[tuple[Column, Freshness]],
    *,
    doubt: str = "",
    complete: bool,
    any_stale: bool = False,
) -> Finding:
    """Whether these columns, at least one and each with what was judged of it, lack an update when taken together.

    ``doubt``: why a missing update would not be certain. ``complete``: no other column belongs to them.
    """
    lists = [(column, fresh) for column, fresh in judged if fresh.outcome is not Outcome.INAPPLICABLE]
    if not lists:
        return unseen(indicator, code, site, reason=judged[0][1].reason, outcome=Outcome.CANT_TELL, examined=1)
    outcome, reason = _combined(lists, doubt, complete=complete, any_stale=any_stale)
    return _finding(indicator, code, site, outcome, reason, lists)


def _members(columns: Columns, kind: ColumnKind, *, first_level: bool) -> tuple[list[Column], str]:
    """The columns of the class, and why a missing update would not be certain ('' where it would)."""
    there = [column for column in columns.items if column.kind is kind]
    if not first_level:
        return there, ""
    top = [column for column in there if column.level == 1]
    if not top:
        unknown = any(column.level is None for column in there)
        return there, "level_unknown" if unknown else "not_first_level"
    members = {column.key: column for column in top}
    for column in top:
        members |= {leaf.key: leaf for leaf in columns.descendants(column)[0]}
    return list(members.values()), ""


def _combined(lists: Sequence[tuple[Column, Freshness]], doubt: str, *, complete: bool, any_stale: bool) -> tuple[Outcome, str]:
    sure = [fresh for column, fresh in lists if column.kind_sure]
    if any_stale:
        failed = [fresh for fresh in sure if fresh.outcome is Outcome.FAILED]
        if failed:
            return (Outcome.CANT_TELL, doubt) if doubt else (Outcome.FAILED, failed[0].reason)
        still_open = [fresh for _, fresh in lists if fresh.outcome is not Outcome.PASSED]
    else:
        if any(fresh.outcome is Outcome.PASSED for fresh in sure):
            # the first-level column may be one of those not known, and stale
            return (Outcome.CANT_TELL, doubt) if doubt and not complete else (Outcome.PASSED, "")
        still_open = [fresh for _, fresh in lists if fresh.outcome.is_open]
    if still_open:
        return Outcome.CANT_TELL, still_open[0].reason
    if len(sure) < len(lists):
        return Outcome.CANT_TELL, "kind_unsure"
    if not complete:
        return Outcome.CANT_TELL, "incomplete"
    if any_stale:
        return Outcome.PASSED, ""
    if doubt:
        return Outcome.CANT_TELL, doubt
    latest = _latest(lists)
    return Outcome.FAILED, latest[2].reason if latest else lists[0][1].reason


def _latest(lists: Sequence[tuple[Column, Freshness]]) -> tuple[date, Column, Freshness] | None:
    """The column whose date a finding shows: the newest, of several the last by key; None where none has one."""
    dated = [(fresh.newest, column.key, column, fresh) for column, fresh in lists if fresh.newest]
    if not dated:
        return None
    newest, _, column, fresh = max(dated, key=lambda item: item[:2])
    return newest, column, fresh


def _finding(
    indicator: str, code: str, site: SiteSnapshot, outcome: Outcome, reason: str, lists: Sequence[tuple[Column, Freshness]]
) -> Finding:
    latest = _latest(lists)
    outcomes = {fresh.outcome for _, fresh in lists}
    notes = ["boundary"] if {Outcome.FAILED, Outcome.PASSED} <= outcomes else []
    if latest is None:
        column, fresh = lists[0]
        evidence: tuple[Evidence, ...] = (Evidence(column.url, column.blank_quote[:120], "", column.fetched_at),)
        return Finding(indicator, code, outcome, whole(site), 1, (), evidence, (*because(reason, *notes), ("column", column.name)))
    newest, column, fresh = latest
    notes += [note for note in fresh.notes if note not in notes]
    values = (*because(reason, *notes), ("newest", newest.isoformat()), ("column", column.name))
    measures = tuple(m for m in fresh.measures if m.name != "days_left" or outcome is Outcome.PASSED)
    return Finding(indicator, code, outcome, whole(site), 1, measures, fresh.evidence(column.url, column.fetched_at), values)


def missing_code(kind: Text) -> Code:
    """The code ``column_missing`` for a kind of column, named in (Chinese, English)."""
    zh, en = kind
    return Code(
        "column_missing",
        (f"是否没有{zh}类栏目？", f"Is there no {en} column?"),
        TargetKind.SITE,
        (
            (Outcome.FAILED, (f"未开设{zh}类栏目", f"There is no {en} column")),
            (Outcome.PASSED, (f"已开设{zh}类栏目[：{{columns}}]", f"There is at least one {en} column[: {{columns}}]")),
            (
                Outcome.CANT_TELL,
                (
                    f"无法判断是否开设{zh}类栏目：{{reason}}[（{{columns}}）]",
                    f"Whether there is any {en} column cannot be told: {{reason}}[ ({{columns}})]",
                ),
            ),
            (Outcome.UNTESTED, (f"未检查是否开设{zh}类栏目：{{reason}}", f"Nobody looked for any {en} column: {{reason}}")),
        ),
    )


def not_updated_code(kind: Text, span: Text) -> Code:
    """The code ``not_updated`` for a class of columns and its window, both named in (Chinese, English)."""
    zh, en = kind
    return Code(
        "not_updated",
        (f"{zh}类栏目是否{span[0]}未更新？", f"Was the {en} class not updated in {span[1]}?"),
        TargetKind.SITE,
        (
            (
                Outcome.FAILED,
                (
                    f"{zh}类栏目{span[0]}未更新[，最近更新日期{{newest}}（{{column}}）][，距监测时间点{{days_since_update}}天]（{{reason}}）",
                    f"The {en} class was not updated in {span[1]}[, newest date {{newest}} ({{column}})][, {{days_since_update}} days ago] "
                    "({reason})",
                ),
            ),
            (
                Outcome.PASSED,
                (
                    f"{zh}类栏目按要求更新[，最近更新日期{{newest}}（{{column}}）][，还有{{days_left}}天到期]",
                    f"The {en} class is up to date[, newest date {{newest}} ({{column}})][, days left: {{days_left}}]",
                ),
            ),
            (
                Outcome.CANT_TELL,
                (
                    f"无法判断{zh}类栏目是否按要求更新：{{reason}}[，最近更新日期{{newest}}（{{column}}）]",
                    f"Whether the {en} class was updated as required cannot be told: {{reason}}[, newest date {{newest}} ({{column}})]",
                ),
            ),
            (Outcome.UNTESTED, (f"未检查{zh}类栏目更新情况：{{reason}}", f"Updates of the {en} class were not looked at: {{reason}}")),
            (Outcome.INAPPLICABLE, (f"没有{zh}类栏目，更新情况不另行扣分", f"There is no {en} column whose updates could be judged")),
        ),
    )


def judged_code(id: str, question: Text, failed: Text, passed: Text, *, target: TargetKind = TargetKind.COLUMN) -> Code:
    """A code that only people answer, with the usual words for what nobody judged."""
    zh, en = question
    return Code(
        id,
        question,
        target,
        (
            (Outcome.FAILED, failed),
            (Outcome.PASSED, passed),
            (Outcome.UNTESTED, (f"未检查：{zh}（{{reason}}）", f"Not looked at: {en} ({{reason}})")),
        ),
    )
