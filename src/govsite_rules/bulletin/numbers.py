"""Printing exact shares the way bulletins print them, and reading the numbers bulletins print."""

from __future__ import annotations

import re
from enum import StrEnum
from fractions import Fraction

from attrs import field, frozen

from ..errors import InputError, choice


class Rounding(StrEnum):
    """HALF_UP: 四舍五入. CUT: digits beyond the last printed one are dropped."""

    HALF_UP = "half_up"
    CUT = "cut"


def _rounding(word: Rounding | str) -> Rounding:
    return choice(Rounding, word, "rounding")


@frozen
class Style:
    """How a share is printed: decimals, rounding, and whether trailing zeros are kept (99.0 %) or dropped (99 %)."""

    digits: int = 1
    rounding: Rounding = field(default=Rounding.HALF_UP, converter=_rounding)
    keep_zeros: bool = False

    def __attrs_post_init__(self) -> None:
        if not 0 <= self.digits <= 8:
            raise InputError("a share cannot be printed so", field="digits", value=self.digits, expected="0 to 8 decimals")


def rounded(share: Fraction, digits: int, rounding: Rounding) -> Fraction:
    """``share`` (0 to 1) in per cent, rounded to ``digits`` decimals; exact."""
    scaled = share * 100 * 10**digits
    whole = int(scaled) if rounding is Rounding.CUT else int(scaled + Fraction(1, 2))
    return Fraction(whole, 10**digits)


def decimal_text(value: Fraction, digits: int, *, keep_zeros: bool = True) -> str:
    """An exact non-negative decimal with ``digits`` decimals as text; raises InputError where it has more."""
    scaled = value * 10**digits
    if scaled.denominator != 1 or value < 0:
        raise InputError("not a decimal of so many digits", field="value", value=str(value), expected=f"{digits} decimals, not negative")
    text = str(scaled.numerator).rjust(digits + 1, "0")
    if not digits:
        return text
    text = f"{text[:-digits]}.{text[-digits:]}"
    return text if keep_zeros else text.rstrip("0").rstrip(".")


def percent(share: Fraction, style: Style = Style()) -> str:
    """A share as ``99.3%``. A share below 1 is never printed as 100 %: where rounding would, it is cut instead.

    Raises InputError for a share outside 0 to 1.
    """
    if not 0 <= share <= 1:
        raise InputError("not a share", field="share", value=str(share), expected="0 to 1")
    value = rounded(share, style.digits, style.rounding)
    if value == 100 and share < 1:
        value = rounded(share, style.digits, Rounding.CUT)
    return decimal_text(value, style.digits, keep_zeros=style.keep_zeros) + "%"


def exact_text(value: Fraction) -> str:
    """A score or average as people write it: a decimal of up to 4 digits where exact, else a fraction such as ``4/3``."""
    for digits in range(5):
        if (value * 10**digits).denominator == 1:
            sign = "-" if value < 0 else ""
            return sign + decimal_text(abs(value), digits)
    return str(value)


_DIGIT = {
    char: value
    for value, chars in enumerate(("零〇", "一壹", "二两贰", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖"))
    for char in chars
}
_POWER = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_LARGE = {"万": 10**4, "亿": 10**8}
_PRINTED = re.compile(r"(?:\d{1,3}(?:,\d{3}){1,5}|\d{1,15})(?:\.\d{1,8})?")
CHINESE_DIGITS = "".join(_DIGIT) + "".join(_POWER)


def chinese_number(text: str) -> int | None:
    """The value of a Chinese numeral (三百二十, 两千零五, 二〇二〇), or None where ``text`` is not one."""
    if not text or len(text) > 24:
        return None
    if all(char in _DIGIT for char in text):
        return int("".join(str(_DIGIT[char]) for char in text))
    total = section = 0
    digit: int | None = None
    last = 10**4
    for char in text:
        if char in _DIGIT:
            if digit:
                return None
            digit = _DIGIT[char]
        elif char in _POWER:
            power = _POWER[char]
            if power >= last:
                return None
            section += (1 if digit is None else digit) * power
            digit, last = None, power
        elif char in _LARGE:
            total = (total + section + (digit or 0)) * _LARGE[char]
            section, digit, last = 0, None, 10**4
        else:
            return None
    return total + section + (digit or 0)


def number(text: str) -> Fraction | None:
    """The value of a printed number: 4,219, 1.2万, 320, ３２０ or a Chinese numeral; None where it is none."""
    plain = text.translate(WIDE).strip()
    factor = 1
    if plain[-1:] in _LARGE and _PRINTED.fullmatch(plain[:-1]):
        factor, plain = _LARGE[plain[-1]], plain[:-1]
    if _PRINTED.fullmatch(plain):
        return Fraction(plain.replace(",", "")) * factor
    value = chinese_number(plain)
    return None if value is None else Fraction(value)


def printed_percent(text: str) -> tuple[Fraction, int] | None:
    """The share (0 to 1) and the printed decimals of ``99.30%`` or ``百分之九十九点三``; None where it is neither."""
    plain = text.translate(WIDE).replace(" ", "")
    if plain.startswith("百分之"):
        whole, _, part = plain[3:].partition("点")
        value = chinese_number(whole)
        if value is None or any(char not in _DIGIT for char in part):
            return None
        plain = f"{value}.{''.join(str(_DIGIT[char]) for char in part)}" if part else f"{value}"
    else:
        plain = plain.removesuffix("%")
    if len(plain) > 24 or not re.fullmatch(r"\d+(?:\.\d+)?", plain, re.ASCII):
        return None
    return Fraction(plain) / 100, len(plain.partition(".")[2])


WIDE = str.maketrans("０１２３４５６７８９％﹪，（）：；．　\u00a0﹐", "0123456789%%,():;.  ,")
