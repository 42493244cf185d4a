"""The testing kit does what it is for: builders, exact comparison, strategies, and the runner for other implementations."""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

import govsite_rules as gr
from govsite_rules import testing as t
from govsite_rules.testing import strategies
from govsite_rules.values import NO_DATE, ColumnState, DateReading, SiteSnapshot, SubjectKind

F, P, U = gr.Outcome.FAILED, gr.Outcome.PASSED, gr.Outcome.UNTESTED


def test_the_faultless_site_has_no_fault() -> None:
    """It is qualified with every point and every bonus, and nothing about it is open."""
    result = gr.inspect(t.faultless_site(), as_of=t.AS_OF)
    still_open = [finding.key for finding in result.findings if finding.outcome.is_open]

    assert (gr.Standing.QUALIFIED, 130, 130, []) == (
        result.verdict.standing,
        result.verdict.score.low,
        result.verdict.score.high,
        still_open,
    )


def test_the_faultless_feed_has_no_fault() -> None:
    """The account is qualified."""
    assert gr.inspect(t.faultless_feed(), as_of=t.AS_OF).verdict.standing is gr.Standing.QUALIFIED


@pytest.mark.parametrize(
    ("parts", "fired"),
    [
        ({"homepage": t.homepage(15)}, ("V3.1",)),
        ({"tries": t.tries(7)}, ("V2.1",)),
        ({"messages": [t.message(asked=100, replied=None)]}, ("V5.2",)),
        ({"guides": [t.guide(f"g{n}", missing=("basis", "fees", "hours", "phone")) for n in range(5)]}, ("V6.2",)),
        ({"columns": [t.column(f"栏目{n}") for n in range(5)]}, ("V4.3",)),
        ({"incidents": [t.incident("secret_leaked")]}, ("V1.2",)),
        ({"trials": [t.trial("services_offered", False)], "guides": [], "columns": []}, ("V6.1",)),
    ],
)
def test_one_thing_broken_fires_one_veto(parts: dict[str, object], fired: tuple[str, ...]) -> None:
    """Whatever is taken from a builder and put in its place is what the indicators judge."""
    result = gr.inspect(t.faultless_site(**parts), as_of=t.AS_OF)

    assert fired == result.verdict.fired


def test_what_is_not_given_was_not_looked_at() -> None:
    """A bare site is open everywhere, and nothing in it is a fault."""
    result = gr.inspect(t.site(), as_of=t.AS_OF)

    assert result.verdict.standing is gr.Standing.UNDECIDED
    assert [] == [finding.key for finding in result.findings if finding.outcome is F]


def test_days_are_read_in_three_forms() -> None:
    """A day is a text, a date, or a number of days before the inspection."""
    (five,) = {t.shown(form).date for form in (5, "2026-05-15", t.shown(5).date)}

    assert "2026-05-15" == five.isoformat()


def test_a_column_without_days_is_blank() -> None:
    """Days make a column listed, none make it blank, and fields given by name go before both."""
    states = [t.column("甲").state, t.column("甲", 1).state, t.column("甲", state=ColumnState.NOT_SEEN).state]

    assert [ColumnState.BLANK, ColumnState.LISTED, ColumnState.NOT_SEEN] == states


def test_a_misspelt_field_or_word_is_refused() -> None:
    """Builders take no field that the record does not have, and no word that the list does not know."""
    for wrong in (
        lambda: t.column("甲", knid="news"),
        lambda: t.column("甲", kind="newz"),
        lambda: t.guide(missing=("telephone",)),
        lambda: t.site(colums=[]),
        lambda: t.trial("serch"),
    ):
        with pytest.raises((TypeError, ValueError, AttributeError)):
            wrong()


def blank_columns() -> tuple[gr.Finding, ...]:
    site = t.site(columns=[t.column("甲"), t.column("乙", 1), t.column("丙", 15)])
    return gr.indicators.columns_not_updated(site, as_of=t.AS_OF)


EXPECTED = {
    ("blank", "甲"): F,
    ("blank", "*passed"): P,
    ("long_stale", "甲"): F,
    ("long_stale", "丙"): F,
}


def test_assert_outcomes_passes_on_the_whole_set() -> None:
    """The whole set, by code or by code and target, is accepted."""
    found = blank_columns()
    t.assert_outcomes(found, {(f.code, f.target.key): f.outcome for f in found})
    t.assert_outcomes(gr.indicators.homepage_not_updated(t.site(), as_of=t.AS_OF), {"homepage_stale": U, "second_level_stale": "untested"})


@pytest.mark.parametrize(
    ("change", "line"),
    [
        ({("blank", "甲"): P}, "- blank 甲: passed\n  + blank 甲: failed (blank_now)"),
        ({("blank", "丁"): F}, "- blank 丁: failed"),
        ({("blank", "甲"): None}, "+ blank 甲: failed (blank_now)"),
    ],
)
def test_assert_outcomes_shows_what_differs(change: dict[tuple[str, str], gr.Outcome | None], line: str) -> None:
    """Another outcome, a finding too many and one too few each fail and are shown with sign and reason."""
    found = blank_columns()
    expected = {(f.code, f.target.key): f.outcome for f in found} | change
    with pytest.raises(AssertionError) as caught:
        t.assert_outcomes(found, {key: outcome for key, outcome in expected.items() if outcome is not None})

    assert line in str(caught.value)


def test_assert_outcomes_compares_reasons_and_numbers() -> None:
    """``Expected`` records compare what they state."""
    found = gr.indicators.homepage_not_updated(t.site(homepage=t.homepage(15)), as_of=t.AS_OF)
    right = (
        t.Expected("homepage_stale", F, "site", reason="stale"),
        t.Expected("second_level_stale", gr.Outcome.INAPPLICABLE, "site"),
    )
    t.assert_outcomes(found, right)
    with pytest.raises(AssertionError, match="reason: expected undated"):
        t.assert_outcomes(found, (evolve(right[0], reason="undated"), right[1]))


def test_assert_outcomes_takes_one_indicator_at_a_time() -> None:
    """Codes of two indicators may have one name, so their findings are not compared together."""
    found = gr.inspect(t.site(), as_of=t.AS_OF).findings
    with pytest.raises(ValueError, match="several indicators"):
        t.assert_outcomes(found, {})


def test_another_implementation_is_held_to_the_cases() -> None:
    """The runner tries a function that is given, and says how it differs."""
    ours = gr.indicators.homepage_not_updated

    def lenient(site: SiteSnapshot, **more: object) -> tuple[gr.Finding, ...]:
        return tuple(evolve(found, outcome=P) if found.outcome is F else found for found in ours(site, **more))

    cases = t.cases("homepage_not_updated")

    assert [case.name for case in cases if t.run(case, ours)] == []
    assert {case.name for case in cases if t.run(case, lenient)} == {
        case.name for case in cases if F in {expected.outcome for expected in case.expected}
    }


@given(strategies.sites() | strategies.feeds())
@settings(max_examples=40, deadline=None)
def test_no_indicator_stumbles_over_anything_drawn(snapshot: SiteSnapshot | gr.FeedSnapshot) -> None:
    """Whatever the strategies draw is inspected, and every code has its finding."""
    result = gr.inspect(snapshot, as_of=t.AS_OF)
    kind = SubjectKind.SITE if isinstance(snapshot, SiteSnapshot) else SubjectKind.ACCOUNT
    expected = {(indicator.id, code.id) for indicator in gr.CATALOG if indicator.subject is kind for code in indicator.codes}

    assert expected == {(finding.indicator, finding.code) for finding in result.findings}


@given(strategies.findings())
@settings(max_examples=60, deadline=None)
def test_findings_drawn_read_well(findings: tuple[gr.Finding, ...]) -> None:
    """Each finding drawn has a message: its indicator may emit it."""
    assert all(gr.message(finding, lang) for finding in findings for lang in ("zh-Hans", "en"))


@given(st.data())
@settings(max_examples=30, deadline=None)
def test_drawn_readings_are_dates_as_displayed(data: st.DataObject) -> None:
    """A reading is a date with parts that exist, or says why there is none."""
    reading = data.draw(strategies.readings())

    assert (reading.absent is None) == (reading.month is not None)
    assert reading.span(t.AS_OF) is None or reading.span(t.AS_OF)[0] <= reading.span(t.AS_OF)[1]


def test_a_message_may_show_no_date() -> None:
    """A day of a message may be a reading: one that is absent, or without its year."""
    asked = t.message(asked=NO_DATE, replied=DateReading(month=5, day=2, raw="05-02"))
    assert (NO_DATE, "05-02", True) == (asked.asked, asked.replied.raw, asked.answered)
