"""Personal numbers in running text: identity cards, mobile telephones, bank cards. Found ones are masked at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from attrs import frozen

_DIGITS = re.compile(r"[0-9]{3}(?:[0-9]{8,}|[0-9](?:[ -][0-9]{3,4}){2,4}|(?:[ -][0-9]{4}){2})")
_PROVINCES = frozenset(
    map(str, (*range(11, 16), *range(21, 24), *range(31, 38), *range(41, 47), *range(50, 55), *range(61, 66), 71, 81, 82, 83))
)
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_OLDEST = 1900
_BANK = re.compile("银行|信用社|卡号|[账帐][号户]|开户|存折")
_NEARBY = 30


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
        if start and (text[start - 1].isascii() and (text[start - 1].isalnum() or text[start - 1] in "._-/=&?%")):
            continue
        digits = match[0].replace(" ", "").replace("-", "")
        following = text[end : end + 1]
        if len(digits) == 17 and following in ("x", "X") and len(match[0]) == 17:
            digits, end, following = digits + "X", end + 1, text[end + 1 : end + 2]
        if following.isascii() and following.isalnum():
            continue
        if len(digits) == 18 and _is_identity(digits, latest):
            yield PrivateNumber("身份证号", start, end, _mask(text[start:end], 6, 2), True)
        elif len(digits) == 11 and _is_mobile(digits):
            yield PrivateNumber("手机号", start, end, _mask(text[start:end], 3, 2), False)
        elif 16 <= len(digits) <= 19 and digits.startswith("62") and digits.isdecimal() and _passes_luhn(digits):
            named = _BANK.search(text, max(0, start - _NEARBY), end + _NEARBY) is not None
            yield PrivateNumber("银行卡号", start, end, _mask(text[start:end], 4, 2), named)


def masked(text: str, numbers: Iterable[PrivateNumber]) -> str:
    """The text, of the same length, with the numbers masked."""
    pieces: list[str] = []
    kept = 0
    for number in numbers:
        pieces += (text[kept : number.start], number.masked)
        kept = number.end
    return "".join((*pieces, text[kept:]))


def _is_identity(digits: str, latest: int) -> bool:
    if digits[:2] not in _PROVINCES or not _OLDEST <= int(digits[6:10]) <= latest:
        return False
    try:
        date(int(digits[6:10]), int(digits[10:12]), int(digits[12:14]))
    except ValueError:
        return False
    return "10X98765432"[sum(int(digit) * weight for digit, weight in zip(digits, _WEIGHTS, strict=False)) % 11] == digits[17]


def _is_mobile(digits: str) -> bool:
    return digits[0] == "1" and digits[1] in "3456789" and len(set(digits)) > 2


def _passes_luhn(digits: str) -> bool:
    doubled = (int(digit) * 2 for digit in digits[-2::-2])
    return (sum(int(digit) for digit in digits[-1::-2]) + sum(value - 9 if value > 9 else value for value in doubled)) % 10 == 0


def _mask(number: str, head: int, tail: int) -> str:
    return number[:head] + "*" * (len(number) - head - tail) + number[-tail:]
