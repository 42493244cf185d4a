"""Findings as sentences: optional parts, folded findings, languages, foreign indicators."""

from __future__ import annotations

from datetime import datetime
from fractions import Fraction

import pytest

from govsite_rules.errors import InputError
from govsite_rules.indicators import CATALOG, columns_not_updated, homepage_not_updated, indicator_of
from govsite_rules.indicators._base import Code, Indicator, conclude, distinct, fold, unseen
from govsite_rules.indicators.messages import message, notes, reason_text
from govsite_rules.values import SHANGHAI, Finding, Measure, Outcome, SiteProfile, SiteSnapshot, SubjectKind, Target, TargetKind

SITE = SiteSnapshot(SiteProfile(name="青禾县人民政府"))
NOON = datetime(2019, 7, 15, 12, tzinfo=SHANGHAI)


def column(number: int, outcome: Outcome = Outcome.FAILED, examined: int | None = 1, reason: str = "stale") -> Finding:
    target = Target(TargetKind.COLUMN, f"c{number:04d}", "要闻")
    return Finding("columns_not_updated", "priority_stale", outcome, target, examined, values=(("reason", reason),))


def test_optional_parts_are_left_out() -> None:
    """A part of a sentence whose fact is not known is left out, not filled with nothing."""
    assert message(column(1)) == "“要闻”栏目未按要求更新（超过更新期限）"
    assert message(column(1), "en") == "Column “要闻” was not updated as required (beyond the window)"


def test_facts_fill_the_sentence() -> None:
    """Dates come from values, numbers from measures, shares as per cent."""
    finding = Finding(
        "columns_not_updated",
        "priority_stale",
        Outcome.FAILED,
        Target(TargetKind.COLUMN, "a", "要闻"),
        measures=(Measure("days_since_update", Fraction(15), "days"),),
        values=(("reason", "stale"), ("newest", "2019-06-30")),
    )
    tries = Finding(
        "site_unreachable",
        "try_failed",
        Outcome.PASSED,
        Target(TargetKind.TRIAL, "*passed"),
        133,
        (Measure("failed_tries", Fraction(7)), Measure("failed_share", Fraction(1, 20), "share")),
    )

    assert message(finding) == "“要闻”栏目未按要求更新，最近更新日期2019-06-30，距监测时间点15天（超过更新期限）"
    assert message(tries) == "首页正常打开133次，失败7次，占5%"


def test_folded_and_unseen_findings_name_no_column() -> None:
    """A finding for many columns says how many; one for those nobody saw says so."""
    folded = Finding(
        "columns_not_updated", "blank", Outcome.FAILED, Target(TargetKind.COLUMN, "*failed"), 12, values=(("reason", "blank_now"),)
    )

    assert message(folded) == "“另有12个”为空白栏目（监测时栏目为空）"
    assert "其余" in message(unseen("columns_not_updated", "blank", SITE, reason="incomplete"))


def test_a_value_cannot_inject_a_field() -> None:
    """Braces and brackets in a column's name are text."""
    finding = Finding("columns_not_updated", "blank", Outcome.PASSED, Target(TargetKind.COLUMN, "a", "{count}[x]"))

    assert message(finding) == "“{count}[x]”栏目有内容"


@pytest.mark.parametrize("lang", ["zh", "fr", ""])
def test_other_languages_are_refused(lang: str) -> None:
    """Only zh-Hans and en exist."""
    with pytest.raises(InputError, match="zh-Hans or en"):
        message(column(1), lang)


def test_a_foreign_finding_needs_its_indicator() -> None:
    """A third party's finding is rendered when its indicator is given, and refused otherwise."""
    code = Code("odd", ("奇怪吗？", "Is it odd?"), TargetKind.SITE, ((Outcome.FAILED, ("奇怪", "odd")),))
    own = Indicator("their_own", ("自有", "Their own"), "C", SubjectKind.SITE, (), (code,), homepage_not_updated)
    finding = Finding("their_own", "odd", Outcome.FAILED, Target(TargetKind.SITE, "site"))

    assert message(finding, indicators=(*CATALOG, own)) == "奇怪"
    with pytest.raises(InputError, match="their_own/odd/failed"):
        message(finding)


def test_reasons_with_a_place_keep_it() -> None:
    """``year_from:article`` keeps the place; an unknown reason is shown as it is."""
    finding = Finding(
        "x", "y", Outcome.PASSED, Target(TargetKind.SITE, "site"), values=(("note", "year_from:article"), ("note", "their_own"))
    )

    assert notes(finding, "en") == ("year taken from article", "their_own")
    assert reason_text("stale") == "超过更新期限"


def test_indicator_of_knows_the_catalog_only() -> None:
    """A function leads to its record; any other function is an error."""
    assert indicator_of(columns_not_updated).id == "columns_not_updated"
    with pytest.raises(InputError, match="print"):
        indicator_of(print)


@pytest.mark.parametrize("number,kept,folded", [(200, 200, 0), (201, 200, 1), (450, 200, 250)])
def test_folding_keeps_the_count(number: int, kept: int, folded: int) -> None:
    """At most 200 single findings stay; the folded one speaks for the rest, in any order of input."""
    found = fold([column(index) for index in reversed(range(number))])

    assert sum(finding.examined or 0 for finding in found) == number
    assert len([finding for finding in found if finding.target.key.startswith("c")]) == kept
    assert [finding.examined for finding in found if finding.target.key == "*failed"] == ([folded] if folded else [])


def test_a_folded_finding_keeps_the_reason_they_share() -> None:
    """One reason stays; several become one that says so."""
    same = [column(index, Outcome.INAPPLICABLE, reason="other_kind") for index in range(3)]
    other = column(3, Outcome.INAPPLICABLE, reason="not_expected")

    assert [finding.value("reason") for finding in fold(same, passed=True)] == ["other_kind"]
    assert [finding.value("reason") for finding in fold([*same, other], passed=True)] == ["several_reasons"]


def test_folding_never_swallows_the_unknown() -> None:
    """A finding for an unknown number of targets, and one on the whole subject, stay single."""
    open_one = unseen("columns_not_updated", "priority_stale", SITE, reason="incomplete")
    passed = [column(index, Outcome.PASSED, reason="") for index in range(3)]
    found = fold([*passed, open_one], passed=True)

    assert [("*passed", 3), ("site", None)] == [(finding.target.key, finding.examined) for finding in found]


def test_a_code_without_targets_says_so() -> None:
    """``conclude`` adds one finding of no targets for each code that has none."""
    found = conclude("columns_not_updated", ("blank", "priority_stale"), SITE, [column(1)])

    assert [("blank", Outcome.PASSED, 0), ("priority_stale", Outcome.FAILED, 1)] == [(f.code, f.outcome, f.examined) for f in found]


def test_two_records_with_one_key_are_refused() -> None:
    """One key for two columns would count one target twice."""
    with pytest.raises(InputError, match=r"columns\.key"):
        distinct(("a", "b", "a"), lambda item: item, "columns.key")
