"""Personal numbers in running text: identity cards, mobile telephones, bank cards. Found ones are masked at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from attrs import frozen

_DIGITS = re.compile(r"[0-9]{3}(?:[0-9]{8,}|[0-9]{3}[ -][0-9]{8}[ -][0-9]{3}[0-9Xx]|[0-9](?:[ -][0-9]{3,4}){2,4}|(?:[ -][0-9]{4}){2})")
_PROVINCES = frozenset(
    map(str, (*range(11, 16), *range(21, 24), *range(31, 38), *range(41, 47), *range(50, 55), *range(61, 66), 71, 81, 82, 83))
)
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_OLDEST = 1900
_BANK = re.compile("银行|信用社|卡号|[账帐][号户]|开户|存折")
_NEARBY = 30
_CARD = re.compile("卡号|[行用蓄记]卡")
_PERSON = re.compile("身份|公民|证件")
_DISABLED = re.compile("残疾|残联")
_DISABILITY = re.compile("[1-7][1-4]")
"""What a certificate of disability adds to the identity number: kind and grade."""
_REISSUED = re.compile("[Bb][1-9](?![0-9A-Za-z])")
"""And how often it was issued again."""
# Right before a number that counts or names something else, and right after a quantity.
_LABELLED = re.compile(r"(?:编号|编码|代码|[户单案文序表]号|QQ群?|(?:备案|流水|受理|许可证|合同|项目)号)[^0-9\n]{0,3}\Z")
_MEASURED = re.compile(r"\.[0-9]{1,2}(?![0-9])|[万亿%％元吨亩米度株册]|公里|公斤|人次|平方|立方|千瓦|[美欧日港]元")
_LABEL = 12


@frozen
class PrivateNumber:
    """A number at ``start:end``, its ``kind`` (身份证号, 手机号, 银行卡号), masked, and whether it is surely one."""

    kind: str
    start: int
    end: int
    masked: str
    sure: bool


def private_numbers(text: str, *, latest: int = 2100) -> Iterator[PrivateNumber]:
    """The personal numbers of a normalised text, in order. ``latest`` is the last year of birth an identity number may name."""
    for match in _DIGITS.finditer(text):
        start, end = match.span()
        before = text[max(0, start - _LABEL) : start]
        if before and before[-1].isascii() and (before[-1].isalnum() or before[-1] in "._-/=&?%") and before[-3:] != "86-":
            continue
        digits = match[0].replace(" ", "").replace("-", "").upper()
        following = text[end : end + 1]
        if len(digits) == 17 and following in ("x", "X") and len(match[0]) == 17:
            digits, end, following = digits + "X", end + 1, text[end + 1 : end + 2]
        if following.isascii() and following.isalnum() and not (len(digits) == 20 and _REISSUED.match(text, end)):
            continue
        other = _LABELLED.search(before) is not None and not _PERSON.search(before)
        if len(digits) == 18 and _is_identity(digits, latest):
            parted = len(match[0]) > 18 and not _PERSON.search(before)
            yield PrivateNumber("身份证号", start, end, _mask(text[start:end], 6, 2), not (other or parted))
        elif len(digits) == 20 and _DISABILITY.fullmatch(digits, 18) and _is_identity(digits[:18], latest):
            named = _DISABLED.search(text, max(0, start - _NEARBY), end + _NEARBY) is not None
            yield PrivateNumber("身份证号", start, end, _mask(text[start:end], 6, 2), named)
        elif len(digits) == 15 and _PERSON.search(before) and _is_place_and_day(digits[:6] + "19" + digits[6:12]):
            yield PrivateNumber("身份证号", start, end, _mask(text[start:end], 6, 2), False)
        elif len(digits) == (13 if before.endswith("+") and digits.startswith("86") else 11) and _is_mobile(digits[-11:]):
            if not (other or before.endswith(("¥", "￥", "$")) or _MEASURED.match(text, end)):
                yield PrivateNumber("手机号", start, end, _mask(text[start:end], len(digits) - 8, 2), False)
        elif 16 <= len(digits) <= 19 and digits.startswith("62") and digits.isdecimal() and _passes_luhn(digits):
            named = _BANK.search(text, max(0, start - _NEARBY), end + _NEARBY) is not None
            yield PrivateNumber("银行卡号", start, end, _mask(text[start:end], 4, 2), named)
        elif len(digits) == 16 and digits[0] in "345" and _CARD.search(before) and digits.isdecimal() and _passes_luhn(digits):
            yield PrivateNumber("银行卡号", start, end, _mask(text[start:end], 4, 2), False)


def masked(text: str, numbers: Iterable[PrivateNumber]) -> str:
    """The text, of the same length, with the numbers masked."""
    pieces: list[str] = []
    kept = 0
    for number in numbers:
        pieces += (text[kept : number.start], number.masked)
        kept = number.end
    return "".join((*pieces, text[kept:]))


def _is_place_and_day(digits: str) -> bool:
    """Whether a province and a day of birth, as an identity number begins with, stand first."""
    try:
        date(int(digits[6:10]), int(digits[10:12]), int(digits[12:14]))
    except ValueError:
        return False
    return digits[:2] in _PROVINCES


def _is_identity(digits: str, latest: int) -> bool:
    if not _OLDEST <= int(digits[6:10]) <= latest or not _is_place_and_day(digits):
        return False
    return "10X98765432"[sum(int(digit) * weight for digit, weight in zip(digits, _WEIGHTS, strict=False)) % 11] == digits[17]


def _is_mobile(digits: str) -> bool:
    return digits[0] == "1" and digits[1] in "3456789" and len(set(digits)) > 2


def _passes_luhn(digits: str) -> bool:
    doubled = (int(digit) * 2 for digit in digits[-2::-2])
    return (sum(int(digit) for digit in digits[-1::-2]) + sum(value - 9 if value > 9 else value for value in doubled)) % 10 == 0


def _mask(number: str, head: int, tail: int) -> str:
    return number[:head] + "*" * (len(number) - head - tail) + number[-tail:]
