"""Text as the scanners compare it: letters, digits and ideographs in their plain form, nothing invisible, no gaps inside Chinese words."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from attrs import frozen

_INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
_SPACES = " \t\u00a0\u2000-\u200a\u202f\u205f\u3000"
# Full-width letters and digits, enclosed digits, radicals and compatibility ideographs. Punctuation stays as people wrote it.
_FOLDED = "\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\u2460-\u2473\u2e80-\u2fd5\uf900-\ufad9\U0002f800-\U0002fa1d"
_LONE = "\ud800-\udfff"
"""Halves of surrogate pairs, which broken decoding leaves: no text in UTF-8 holds them."""
_ODD = re.compile(f"[{_FOLDED}{_LONE}]|[{_SPACES}{_INVISIBLE}]+")
_INVISIBLE_RUN = re.compile(f"[{_INVISIBLE}]+")


def is_han(char: str) -> bool:
    """Whether a character is a Chinese one."""
    return "\u4e00" <= char <= "\u9fff" or "\u3400" <= char <= "\u4dbf" or char == "〇"


@frozen
class NormalText:
    """A normalised text and the way back. ``gaps`` are the places in it where spaces between Chinese characters were dropped.

    ``_starts`` and ``_shifts``: from each start on, the original offset is the normalised one plus the shift.
    """

    text: str
    gaps: tuple[int, ...] = ()
    _starts: tuple[int, ...] = (0,)
    _shifts: tuple[int, ...] = (0,)

    def original(self, offset: int) -> int:
        """The offset in the original text of the character at ``offset`` of the normalised text."""
        return offset + self._shifts[bisect_right(self._starts, offset) - 1]

    def gap_in(self, start: int, end: int) -> bool:
        """Whether a gap lies inside the span, and not between all of its characters (as spaced-out headings have it)."""
        inside = bisect_left(self.gaps, end) - bisect_right(self.gaps, start)
        return 0 < inside < end - start - 1


def normalise(text: str) -> NormalText:
    """The text in compatibility form (NFKC) as far as letters, digits and ideographs go, without invisible characters.

    Spaces between Chinese characters go as well, other runs of them stay as they are. A character whose form is longer than
    one stays too, so that offsets shift only where something was dropped.
    """
    pieces: list[str] = []
    gaps: list[int] = []
    starts, shifts = [0], [0]
    kept = length = 0
    for begin, end, put in _changes(text):
        length += begin - kept
        pieces += (text[kept:begin], put)
        kept = end
        length += len(put)
        if not put:
            if _INVISIBLE_RUN.fullmatch(text, begin, end) is None:
                gaps.append(length)
            starts.append(length)
            shifts.append(end - length)
    if not pieces:
        return NormalText(text)
    pieces.append(text[kept:])
    return NormalText("".join(pieces), tuple(gaps), tuple(starts), tuple(shifts))


def _changes(text: str) -> Iterator[tuple[int, int, str]]:
    """What is put in place of which part: one folded character, or nothing."""
    for match in _ODD.finditer(text):
        begin, end = match.span()
        first = text[begin]
        if first.isspace() or _INVISIBLE_RUN.match(first):
            if begin > 0 and end < len(text) and is_han(_folded(text[begin - 1])) and is_han(_folded(text[end])):
                yield begin, end, ""
            else:
                yield from ((begin + run.start(), begin + run.end(), "") for run in _INVISIBLE_RUN.finditer(match[0]))
        elif (form := _folded(first)) != first:
            yield begin, end, form


def _folded(char: str) -> str:
    form = "\ufffd" if "\ud800" <= char <= "\udfff" else unicodedata.normalize("NFKC", char)
    return form if len(form) == 1 else char
