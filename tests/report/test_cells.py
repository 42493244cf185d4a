"""Notebook cells: what they show, and that nothing a site wrote can run in them."""

from __future__ import annotations

import re

import pytest
from attrs import evolve

import govsite_rules as gr
from govsite_rules import report
from govsite_rules import testing as t

EVIL = "<script>alert(1)</script>\u202e&\"'"
RESULT = gr.inspect(t.faultless_site(homepage=t.homepage(15), columns=[t.column(EVIL)]), as_of=t.AS_OF)
SCORED = gr.inspect(t.faultless_site(links=None), as_of=t.AS_OF)


def html(shown: object) -> str:
    return shown._repr_html_()  # type: ignore[attr-defined, no-any-return]


def test_an_inspection_shows_itself_in_a_few_lines() -> None:
    """Verdict, vetoes and how many findings of each outcome stand in the cell."""
    text = html(RESULT)

    assert all(part in text for part in ("不合格 unqualified", "V3.1", "failed ", "national-2019", "2026-05-20 09:00"))
    assert len(text) < 2000


def test_a_score_is_a_range() -> None:
    """Links that nobody looked at may cost a point."""
    assert "129 – 130" in html(SCORED)


def test_a_subject_out_of_scope_says_so() -> None:
    """A site that is closed is not judged."""
    closed = gr.inspect(t.site(profile=t.profile(status=gr.RunningStatus.CLOSED)), as_of=t.AS_OF)

    assert "不在检查范围 not in scope (closed)" in html(closed)


@pytest.mark.parametrize("lang", ["zh-Hans", "en"])
def test_nothing_a_site_wrote_runs(lang: str) -> None:
    """Names, addresses and subjects are text in every cell."""
    bad = evolve(RESULT.findings[0], target=evolve(RESULT.findings[0].target, name=EVIL, url=f"http://a/{EVIL}"))
    evil_link = evolve(bad, target=evolve(bad.target, url="javascript:alert(1)"))
    subject = evolve(RESULT, subject=evolve(RESULT.subject, name=EVIL), checklist=EVIL)
    for shown in (report.show([bad, evil_link], lang=lang), report.show(bad, lang=lang), report.show(RESULT.findings, lang=lang), subject):
        text = html(shown)

        assert "<script" not in text
        assert "javascript:" not in text
        assert not re.search(r"<a href=\"[^\"]*[<>]", text)


def test_faults_come_first() -> None:
    """Findings are shown from the worst outcome on, each row with its message."""
    outcomes = re.findall(r">(发现问题|看不准|未检查|未发现问题|不适用)<", html(report.show(RESULT.findings)))

    assert sorted(outcomes, key=["发现问题", "看不准", "未检查", "未发现问题", "不适用"].index) == outcomes
    assert len(RESULT.findings) == len(outcomes)


def test_long_lists_are_counted() -> None:
    """At most 500 rows are drawn."""
    many = [t.finding("columns_not_updated", "blank", "failed", f"c{n}") for n in range(502)]

    assert "… +2" in html(report.show(many))


def test_the_score_sheet_has_a_line_for_each_indicator() -> None:
    """Each line says what it surely and possibly costs, in both languages."""
    for lang, name in (("zh-Hans", "可用性"), ("en", "Availability")):
        text = html(report.show(SCORED.verdict, lang=lang))

        assert name in text
        assert re.search(rf"{name}[^<]*</td><td[^>]*>1</td><td[^>]*>−0</td><td[^>]*>−1</td>", text)


def test_a_comparison_shows_each_fault() -> None:
    """Fixed, remaining, new and not looked at again."""
    before = gr.inspect(t.faultless_site(homepage=t.homepage(15), columns=[t.column("甲"), t.column("乙")]), as_of=t.AS_OF)
    after = gr.inspect(t.faultless_site(columns=[t.column("甲"), t.column("丙")]), as_of=t.AS_OF)
    text = html(report.show(gr.compare(before, after)))

    assert all(word in text for word in ("已整改", "未整改", "新发现", "未复查"))


def test_what_cannot_be_shown_is_refused() -> None:
    """Anything else is an error that names its type."""
    for wrong in (7, "text", [RESULT, 7], [RESULT.findings[0], RESULT]):
        with pytest.raises(gr.InputError, match="nothing to show"):
            report.show(wrong)  # type: ignore[arg-type]
