"""Whether a passage is written in traditional characters: terms and lexicon spell the simplified ones, and tell nothing about it."""

from __future__ import annotations

from functools import lru_cache

from .normalise import is_han

_REACH = 25
_FEWEST = 2
_SHARE = 8
"""About every third character of traditional prose has a form of its own; names bring single ones into simplified prose."""


@lru_cache(maxsize=30_000)
def is_traditional(char: str) -> bool:
    """Whether a character stands in the traditional standard set (Big5) and not in the simplified one (GB 2312)."""
    return is_han(char) and not _encodes(char, "gb2312") and _encodes(char, "big5")


def in_traditional(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` stands in a passage of traditional characters."""
    around = text[max(0, start - _REACH) : end + _REACH]
    traditional = sum(map(is_traditional, around))
    return traditional >= _FEWEST and traditional * _SHARE >= sum(map(is_han, around))


def _encodes(char: str, encoding: str) -> bool:
    try:
        char.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
