"""Printing shares and reading numbers."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govsite_rules.bulletin.numbers import Rounding, Style, chinese_number, exact_text, number, percent, printed_percent
from govsite_rules.errors import InputError


@pytest.mark.parametrize(
    "part, whole, style, expected",
    [
        (637, 641, Style(1, Rounding.CUT), "99.3%"),
        (637, 641, Style(1), "99.4%"),
        (317, 320, Style(1, Rounding.CUT), "99%"),
        (317, 320, Style(1, Rounding.CUT, True), "99.0%"),
        (15, 16, Style(1), "93.8%"),
        (200, 557, Style(0), "36%"),
        (2943, 2944, Style(1), "99.9%"),
        (299, 300, Style(0), "99%"),
        (1, 1, Style(2, keep_zeros=True), "100.00%"),
        (0, 7, Style(1), "0%"),
        (1, 1000, Style(1), "0.1%"),
    ],
)
def test_percent(part: int, whole: int, style: Style, expected: str) -> None:
    """Digits, rounding and zeros are as asked, and 100 % is never printed while one fails."""
    assert percent(Fraction(part, whole), style) == expected


@given(st.fractions(0, 1), st.integers(0, 8), st.sampled_from(Rounding), st.booleans())
def test_percent_is_near_and_honest(share: Fraction, digits: int, rounding: Rounding, keep: bool) -> None:
    """A printed share is within one unit of its last digit, and full only when the share is."""
    text = percent(share, Style(digits, rounding, keep))
    printed = printed_percent(text)

    assert printed is not None
    assert abs(printed[0] - share) < Fraction(1, 100 * 10**digits)
    assert (printed[0] == 1) == (share == 1)


def test_impossible_shares_and_styles() -> None:
    """What is no share, or no style, is refused."""
    for share in (Fraction(-1, 2), Fraction(3, 2)):
        with pytest.raises(InputError):
            percent(share)
    with pytest.raises(InputError):
        Style(9)


@pytest.mark.parametrize(
    "text, expected",
    [
        ("三百二十", 320),
        ("十二", 12),
        ("一百零三", 103),
        ("两千零五", 2005),
        ("二〇二〇", 2020),
        ("一万二千", 12000),
        ("十十", None),
        ("家", None),
        ("", None),
    ],
)
def test_chinese_numbers(text: str, expected: int | None) -> None:
    """Chinese numerals are read, and what is none is None."""
    assert chinese_number(text) == expected


@pytest.mark.parametrize(
    "text, expected",
    [("4,219", 4219), ("1.2万", 12000), ("３２０", 320), ("十五", 15), ("4,21", None), ("1,2,3", None), ("abc", None)],
)
def test_numbers(text: str, expected: int | None) -> None:
    """Printed numbers with separators, 万 and full width are read exactly."""
    assert number(text) == expected


def test_printed_percent() -> None:
    """Shares in digits or in words come with the decimals printed."""
    assert printed_percent("99.30%") == (Fraction(993, 1000), 2)
    assert printed_percent("百分之九十九点三") == (Fraction(993, 1000), 1)
    assert printed_percent("百分之百") == (Fraction(1), 0)
    assert printed_percent("约99") is None


def test_exact_text() -> None:
    """Scores are decimals where exact, else fractions."""
    assert [exact_text(Fraction(value)) for value in ("78", "78.5", "4/3", "-1.25")] == ["78", "78.5", "4/3", "-1.25"]
