"""Auditing printed figures: agreement, roundings, and the count that would fit."""

from __future__ import annotations

import time
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govsite_rules import bulletin
from govsite_rules.bulletin import Agreement, Figure, Rounding, Style, percent

DATA = Path(__file__).resolve().parents[3] / "shared" / "data" / "bulletins"


@pytest.mark.parametrize(
    "checked, bad, text, expected",
    [
        (600, 4, "99.3%", Agreement.BOTH),
        (641, 4, "99.3%", Agreement.CUT),
        (641, 4, "99.4%", Agreement.HALF_UP),
        (641, 4, "99.5%", Agreement.INCONSISTENT),
        (641, 4, "99.38%", Agreement.HALF_UP),
        (641, 4, "99.37%", Agreement.CUT),
        (641, 4, "99.36%", Agreement.INCONSISTENT),
        (16, 1, "93.8%", Agreement.HALF_UP),
        (16, 1, "93.7%", Agreement.CUT),
        (16, 1, "93.75%", Agreement.BOTH),
        (320, 3, "99%", Agreement.BOTH),
        (10, 0, "100%", Agreement.BOTH),
        (461, 24, "95.0%", Agreement.INCONSISTENT),
        (461, 24, "95%", Agreement.HALF_UP),
        (3000, 1, "100%", Agreement.HALF_UP),
        (50, 51, "99%", Agreement.INCONSISTENT),
    ],
)
def test_rate_classes(checked: int, bad: int, text: str, expected: Agreement) -> None:
    """The boundaries between the roundings fall where arithmetic puts them."""
    result = bulletin.audit(Figure(checked=checked, unqualified=bad, pass_rate_text=text))

    assert result.agreement is expected


def test_the_count_that_would_fit_is_named() -> None:
    """An inconsistent rate comes with the nearest count that prints so."""
    check = bulletin.audit(Figure(checked=356, unqualified=57, pass_rate_text="84.27%")).check("rate")

    assert check is not None
    assert check.exact == Fraction(299, 356)
    assert [(fit.numerator, fit.denominator) for fit in check.fits] == [(56, 356)]


def test_missing_counts_are_searched() -> None:
    """Without a count there is nothing to check, and the counts that would fit are listed."""
    bad = bulletin.audit(Figure(checked=510, pass_rate_text="99.80%"))
    size = bulletin.audit(Figure(unqualified=46, pass_rate_text="87.86%"))
    sample = bulletin.audit(Figure(population_total=3316, unqualified=5, coverage_text="50%", pass_rate_text="99.70%"))

    assert [result.agreement for result in (bad, size, sample)] == [Agreement.NOT_CHECKABLE] * 3
    assert [(fit.numerator, fit.denominator) for fit in bad.checks[0].fits] == [(1, 510)]
    assert [(fit.numerator, fit.denominator) for fit in size.checks[0].fits] == [(46, 379)]
    assert sample.checks[0].fits[0].denominator == 1658


def test_a_rate_that_no_number_explains_takes_no_time() -> None:
    """Where all are qualified, no number checked prints as less: none is searched for."""
    start = time.process_time()
    result = bulletin.audit(Figure(checked=2, qualified=2, unqualified=0, pass_rate_text="99%"))

    assert [(check.agreement, check.fits) for check in result.checks if check.what == "rate"] == [(Agreement.INCONSISTENT, ())]
    assert time.process_time() - start < 0.5


def test_no_whole_count_fits() -> None:
    """A rate that no count of those checked can give is inconsistent even without a printed count."""
    assert bulletin.audit(Figure(checked=10, pass_rate_text="95%")).agreement is Agreement.INCONSISTENT
    assert bulletin.audit(Figure(checked=20, pass_rate_text="95%")).agreement is Agreement.NOT_CHECKABLE


def test_a_population_that_was_checked_whole() -> None:
    """With only the register printed, a contradiction counts where the text says that all were checked, else it is left open."""
    numbers = {"population_total": 461, "unqualified": 24, "pass_rate_text": "95.0%"}
    (whole,) = bulletin.read("12月进行了全面检查，共有24个政务新媒体不合格，合格率为95.0%。")

    assert bulletin.audit(Figure(**numbers)).agreement is Agreement.NOT_CHECKABLE
    assert bulletin.audit(Figure(full=True, **numbers)).agreement is Agreement.INCONSISTENT
    assert whole.full


def test_padded_and_capped_are_said() -> None:
    """A zero the share does not have, and 100 % avoided although one fails, are told apart from plain roundings."""
    padded = bulletin.audit(Figure(checked=17, qualified=6, pass_rate_text="35.30%")).check("rate")
    capped = bulletin.audit(Figure(checked=2944, unqualified=1, pass_rate_text="99.9%")).check("rate")

    assert padded is not None
    assert capped is not None
    assert (padded.agreement, padded.padded, padded.capped) == (Agreement.INCONSISTENT, True, False)
    assert (capped.agreement, capped.padded, capped.capped) == (Agreement.CUT, False, True)


def test_counts_that_do_not_add_up() -> None:
    """合格 + 不合格 must be what was checked, whatever the rate says."""
    off = bulletin.audit(Figure(checked=50, qualified=46, unqualified=3, pass_rate_text="92%"))
    graded = bulletin.audit(Figure(checked=49, qualified=46, basically_qualified=2, unqualified=1))

    assert off.agreement is Agreement.INCONSISTENT
    assert graded.agreement is Agreement.BOTH


def test_shares_and_failure_rates() -> None:
    """The share of the population and 不合格率 are checked in the same way; visits say nothing of coverage."""
    share = bulletin.audit(Figure(population_total=557, checked=200, coverage_text="36%"))
    fail = bulletin.audit(Figure(checked=54, unqualified=1, fail_rate_text="1.85%"))
    visits = bulletin.audit(Figure(population_total=557, checked=600, checked_unit="家次", coverage_text="36%"))

    assert [result.agreement for result in (share, fail, visits)] == [Agreement.HALF_UP, Agreement.BOTH, Agreement.NOT_CHECKABLE]


@given(st.integers(1, 3000), st.data(), st.sampled_from(Rounding), st.integers(0, 3), st.booleans())
def test_what_is_printed_right_is_found_right(checked: int, data: st.DataObject, rounding: Rounding, digits: int, keep: bool) -> None:
    """Whatever share is printed in whatever style, the audit agrees, and its styles hold the one used."""
    bad = data.draw(st.integers(0, checked))
    style = Style(digits, rounding, keep)
    text = percent(Fraction(checked - bad, checked), style)
    result = bulletin.audit(Figure(checked=checked, unqualified=bad, pass_rate_text=text))

    assert result.agreement in (Agreement.BOTH, Agreement(rounding), Agreement.CUT)
    assert text != "100%" or bad == 0


def test_style_of_an_office() -> None:
    """Several figures together settle the style that each leaves open: cut to one decimal, zeros dropped."""
    figures = [Figure(checked=c, unqualified=u, pass_rate_text=t) for c, u, t in ((600, 4, "99.3%"), (641, 4, "99.3%"), (320, 3, "99%"))]
    styles = bulletin.common_styles(bulletin.audit(figure) for figure in figures)

    assert styles == (Style(1, Rounding.CUT, False),)


def test_published_bulletin_is_cut_to_one_decimal() -> None:
    """In the real bulletin the provincial rates are cut to one decimal."""
    path = DATA / "anshan-2020-09.txt"
    if not path.exists():
        pytest.skip("../shared/data/bulletins is absent")
    audits = [bulletin.audit(figure) for figure in bulletin.read(path.read_text("utf-8")) if figure.place == "辽宁省"]

    assert bulletin.common_styles(audits) == (Style(1, Rounding.CUT, False),)
    assert all(result.agreement is not Agreement.INCONSISTENT for result in audits)
