"""Near misses of protected terms: one character replaced, missing, doubled, or two swapped.

Any such slip leaves one half of the term as it was, so the halves are the patterns of the one pass over the text, and what
follows (or precedes) a half is compared with the other half. Only a swap across the middle needs a pattern of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum

from attrs import frozen

from .normalise import is_han

SHORTEST = 4


class SlipKind(StrEnum):
    REPLACED = "replaced"
    MISSING = "missing"
    DOUBLED = "doubled"
    SWAPPED = "swapped"


@frozen
class Slip:
    """A term as it was written: ``text[start:end]`` stands where ``term`` was meant, and ``at`` is the first wrong place.

    ``at`` counts from ``start``; for MISSING it is where the character would be, for DOUBLED and SWAPPED the first of the two.
    """

    term: str
    kind: SlipKind
    start: int
    end: int
    at: int


@frozen
class Half:
    """One half of a term, as a pattern. ``ahead``: the other half follows it; else it precedes it."""

    term: str
    own: str
    other: str
    ahead: bool


class Halves:
    """All terms that share one half, filed by what may stand next to it where the other half is right or has one slip.

    ``_next``: by the nearest character alone; ``_pair``: by the two nearest; ``_second``: by the second alone.
    """

    __slots__ = ("_next", "_pair", "_second", "ahead")

    def __init__(self, ahead: bool) -> None:
        self.ahead = ahead
        self._next: dict[str, list[Half]] = {}
        self._pair: dict[str, list[Half]] = {}
        self._second: dict[str, list[tuple[str, Half]]] = {}

    def add(self, half: Half) -> None:
        """Files a half."""
        toward = half.other if self.ahead else half.other[::-1]
        edge = half.own[-1] if self.ahead else half.own[0]
        first, second, third = toward[0], toward[1], toward[2:3]
        self._next.setdefault(first, []).append(half)
        if second == first:
            return
        self._second.setdefault(second, []).append((first, half))
        if not third:
            self._next.setdefault(second, []).append(half)
        for pair in {edge + first, second + (third or first), second + first} - {first + second}:
            self._pair.setdefault(pair, []).append(half)

    def slips(self, text: str, start: int, end: int) -> Sequence[Slip]:
        """The slips around the half found at ``text[start:end]``; ``text`` must end with two characters of no term."""
        if self.ahead:
            near, second = text[end], text[end + 1]
        else:
            near, second = text[start - 1], text[start - 2]
        slips: list[Slip] = []
        for half in self._next.get(near, _NONE):
            slip = _compare(half, text, start, end)
            if slip is not None:
                slips.append(slip)
        for half in self._pair.get(near + second, _NONE):
            slip = _compare(half, text, start, end)
            if slip is not None:
                slips.append(slip)
        for first, half in self._second.get(second, _NONE):
            if first != near:
                slip = _compare(half, text, start, end)
                if slip is not None:
                    slips.append(slip)
        return slips


_NONE: tuple[()] = ()


def _compare(half: Half, text: str, start: int, end: int) -> Slip | None:
    size = len(half.other)
    if half.ahead:
        if text.startswith(half.other, end):
            after = end + size
            if text[after : after + 1] != half.other[-1]:
                return None
            return Slip(half.term, SlipKind.DOUBLED, start, after + 1, len(half.term) - 1)
        found = _slip(half.other, text[end : end + size + 1], half.own[-1])
        if found is None:
            return None
        kind, at, used = found
        return Slip(half.term, kind, start, end + used, len(half.own) + at - (kind is SlipKind.DOUBLED))
    begin = start - size
    if begin >= 0 and text.startswith(half.other, begin):
        if begin == 0 or text[begin - 1] != half.other[0]:
            return None
        return Slip(half.term, SlipKind.DOUBLED, begin - 1, end, 0)
    found = _slip(half.other[::-1], text[max(begin - 1, 0) : start][::-1], half.own[0])
    if found is None:
        return None
    kind, at, used = found
    return Slip(half.term, kind, start - used, end, size - at - _BACK[kind])


# How a place counted from the right becomes one counted from the left.
_BACK = {SlipKind.DOUBLED: 0, SlipKind.REPLACED: 1, SlipKind.MISSING: 1, SlipKind.SWAPPED: 2}


def _slip(expected: str, actual: str, before: str) -> tuple[SlipKind, int, int] | None:
    """Kind, place and used length of the single slip that turns ``expected`` into a beginning of ``actual``, or None."""
    size = len(expected)
    at = 0
    for a, b in zip(expected, actual, strict=False):
        if a != b:
            break
        at += 1
    rest = expected[at + 1 :]
    if at + 1 < size and actual[at : at + 2] == expected[at + 1] + expected[at] and actual[at + 2 : size] == expected[at + 2 :]:
        return SlipKind.SWAPPED, at, size
    if actual[at : at + 1] == (actual[at - 1] if at else before) and actual[at + 1 : size + 1] == expected[at:]:
        return SlipKind.DOUBLED, at, size + 1
    if at + 1 < size and actual[at : size - 1] == rest:
        return SlipKind.MISSING, at, size - 1
    if len(actual) > at and actual[at + 1 : size] == rest and is_han(actual[at]):
        return SlipKind.REPLACED, at, size
    if at + 1 == size:
        return SlipKind.MISSING, at, at
    return None


def halves(terms: Iterable[str]) -> dict[str, list[Halves]]:
    """The patterns of ``terms`` with what to compare around them; at most two (looking ahead, looking back) a pattern."""
    patterns: dict[str, list[Halves]] = {}
    for term in terms:
        middle = len(term) // 2
        left, right = term[:middle], term[middle:]
        for half in (Half(term, left, right, True), Half(term, right, left, False)):
            found = patterns.setdefault(half.own, [])
            fitting = next((halves for halves in found if halves.ahead is half.ahead), None)
            if fitting is None:
                fitting = Halves(half.ahead)
                found.append(fitting)
            fitting.add(half)
    return patterns


def swapped_middles(terms: Iterable[str]) -> dict[str, list[str]]:
    """Each term with the two characters at its middle swapped: the one slip that touches both halves."""
    found: dict[str, list[str]] = {}
    for term in terms:
        middle = len(term) // 2
        wrong = term[: middle - 1] + term[middle] + term[middle - 1] + term[middle + 1 :]
        if wrong != term:
            found.setdefault(wrong, []).append(term)
    return found
