"""Near misses of protected terms: one character replaced, missing, doubled, or two swapped.

Any such slip leaves one half of the term as it was, so the halves are the patterns of the one pass over the text, and what
follows (or precedes) a half is compared with the other half.
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


@frozen(eq=False)
class Half:
    """One half of a term, as a pattern. ``ahead``: the other half follows it; else it precedes it."""

    term: str
    own: str
    other: str
    ahead: bool


class _Side:
    """The halves of one spelling whose other halves lie on one side, filed by the two characters next to them.

    ``near``: by the nearest alone (the other half begins right), ``pairs``: by both, ``second``: by the second alone (the
    nearest is replaced).
    """

    __slots__ = ("ahead", "near", "pairs", "second")

    def __init__(self, ahead: bool) -> None:
        self.ahead = ahead
        self.near: dict[str, list[Half]] = {}
        self.pairs: dict[str, list[Half]] = {}
        self.second: dict[str, list[Half]] = {}

    def add(self, half: Half) -> None:
        """Files a half."""
        toward = half.other if self.ahead else half.other[::-1]
        edge = half.own[-1] if self.ahead else half.own[0]
        first, second, third = toward[0], toward[1], toward[2:3]
        for char in {first} if third else {first, second}:
            self.near.setdefault(char, []).append(half)
        for pair in {edge + first, second + (third or first), second + first}:
            self.pairs.setdefault(pair, []).append(half)
        self.second.setdefault(second, []).append(half)

    def opened(self) -> _Opened:
        """The side once all halves are filed, with its tables laid open for the loop that asks them most."""
        short = (half.other if self.ahead else half.other[::-1] for halves in self.near.values() for half in halves if len(half.other) == 2)
        plain = frozenset(pair for pair in short if pair[0] != pair[1] and len(set(self.candidates(pair[0], pair[1]))) == 1)
        return self.ahead, plain, self.near, self.second, self.pairs, self

    def candidates(self, near: str, second: str) -> Sequence[Half]:
        """The halves whose term may stand here, right or with one slip; one that fits in two ways comes twice."""
        found: Sequence[Half] = self.near.get(near, _NONE)
        for more in (self.pairs.get(near + second), self.second.get(second)):
            if more is not None:
                found = [*found, *more]
        return found


_NONE: tuple[()] = ()
_Table = dict[str, list[Half]]
_Opened = tuple[bool, frozenset[str], _Table, _Table, _Table, _Side]
"""``ahead``, the pairs that mean the only term they could mean, whole and right, and the tables near, second, pairs; the side."""


class NearIndex:
    """The halves of all terms: ``patterns`` are what to look for, and ``slips`` tells what the places where they stand mean.

    After the halves come the terms with their two middle characters swapped, the one slip that touches both halves.
    """

    __slots__ = ("_middles", "_sides", "patterns")

    def __init__(self, terms: Sequence[str]) -> None:
        sides: dict[str, dict[bool, _Side]] = {}
        for term in terms:
            middle = len(term) // 2
            left, right = term[:middle], term[middle:]
            for half in (Half(term, left, right, True), Half(term, right, left, False)):
                sides.setdefault(half.own, {}).setdefault(half.ahead, _Side(half.ahead)).add(half)
        self._sides = tuple(tuple(side.opened() for side in both.values()) for both in sides.values())
        self._middles = tuple((swapped, term) for term in terms if (swapped := _swapped_middle(term)) != term)
        self.patterns = (*sides, *(swapped for swapped, _ in self._middles))

    def slips(self, text: str, places: Iterable[tuple[int, int, int]]) -> list[Slip]:
        """The slips around ``places``: (number of the pattern, start, end). ``text`` must end with two characters of no term."""
        slips: list[Slip] = []
        sides, known = self._sides, len(self._sides)
        for pattern, start, end in places:
            if pattern >= known:
                term = self._middles[pattern - known][1]
                slips.append(Slip(term, SlipKind.SWAPPED, start, end, len(term) // 2 - 1))
                continue
            for ahead, plain, begins, replaced, pairs, side in sides[pattern]:
                if ahead:
                    near, second = text[end], text[end + 1]
                    pair = near + second
                    if pair in plain and text[end + 2 : end + 3] != second:
                        continue
                else:
                    near, second = text[start - 1], text[start - 2]
                    pair = near + second
                    if pair in plain and text[start - 3 : start - 2] != second:
                        continue
                if near not in begins and second not in replaced and pair not in pairs:
                    continue
                for half in side.candidates(near, second):
                    slip = _compare(half, text, start, end)
                    if slip is not None:
                        slips.append(slip)
        return slips


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


def _swapped_middle(term: str) -> str:
    middle = len(term) // 2
    return term[: middle - 1] + term[middle] + term[middle - 1] + term[middle + 1 :]
