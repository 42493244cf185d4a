"""How sure a near miss is: what the words around it say, and whether the wrong character looks or sounds like the right one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from attrs import frozen

from .likeness import Likeness
from .near import SHORTEST, Slip, SlipKind
from .normalise import is_han

Cut = Callable[[str], Sequence[str]]
"""Cuts a short text into words."""

SURE = "sure"
SUSPECTED = "suspected"

_REACH = 8
_LONG = 6
_VERY_LONG = 9
_NUMERALS = frozenset("〇零一二三四五六七八九十百千万两几第0123456789")
_CONNECTIVES = frozenset("和与及同的")
# Words of one character that join phrases, and those that may stand beside anything.
_JOINTS = frozenset("的地得之了着过是在和与及或等将把被对向从由为以于因则而且也")
_LOOSE = _JOINTS | frozenset(
    "都又再就才不没有无还让使给同跟用这那其此该各每本某我你他她它们上下中内外前后里间时年月日号第新老大小多少来去说到好更最很"
    "省市县区镇乡村国家人自经定会要所可能"
)

# Between an organ and an office whose name goes on: who held or holds it.
_TERMS_OF_OFFICE = frozenset("原前现")

# The last character of a region's name, before the name of one of its organs.
_REGIONS = frozenset("省市县区旗盟州镇乡")


def judge(slip: Slip, text: str, cut: Cut, likeness: Likeness) -> tuple[Slip, str] | None:
    """The slip with ``sure`` or ``suspected``, or None where the passage is ordinary language that merely resembles the term.

    A first or last character that is followed by something else may as well be missing: then the slip that comes back says so.
    """
    case = _Case.of(slip, text, cut)
    if slip.kind is SlipKind.REPLACED:
        if case.varies:
            return None
        certainty = _replaced(case, likeness)
        if certainty is None and case.edge:
            slip = _shorter(slip)
            certainty = _missing_edge(_Case.of(slip, text, cut))
    elif slip.kind is SlipKind.MISSING:
        certainty = _missing_edge(case) if case.edge else _missing(case)
    elif slip.kind is SlipKind.DOUBLED:
        certainty = _doubled(case)
    else:
        certainty = _swapped(case)
    return (slip, certainty) if certainty else None


def _shorter(slip: Slip) -> Slip:
    if slip.at == 0:
        return Slip(slip.term, SlipKind.MISSING, slip.start + 1, slip.end, 0)
    return Slip(slip.term, SlipKind.MISSING, slip.start, slip.end - 1, slip.at)


def _replaced(case: _Case, likeness: Likeness) -> str | None:
    right, wrong = case.term[case.at], case.found[case.at]
    alike = likeness.alike(right, wrong)
    if not alike and ((wrong in _TERMS_OF_OFFICE and case.crossed) or (wrong in _REGIONS and case.at <= 1)):
        return None
    if case.edge:
        if case.crossed or not (case.lone(case.at) or (alike and case.size >= _LONG)):
            return None
        if alike:
            return SURE if case.torn and case.lone(case.at) else SUSPECTED
        return SUSPECTED if wrong not in _LOOSE and (case.torn or case.size > _LONG) else None
    if case.lone(case.at):
        if (case.crossed and case.size < _LONG) or (wrong in _JOINTS and not alike and case.size < _VERY_LONG):
            return None
        return SURE if alike or (case.size > _LONG and wrong not in _LOOSE) else SUSPECTED
    if case.size < _LONG:
        return SUSPECTED if alike and not case.crossed else None
    return SURE if alike and case.size > _LONG else SUSPECTED


def _missing_edge(case: _Case) -> str | None:
    return SUSPECTED if case.torn and not case.crossed else None


def _missing(case: _Case) -> str | None:
    if case.joins or (case.term[case.at] in _NUMERALS and not _NUMERALS.isdisjoint(case.found)):
        return None
    if case.crossed and (case.size < _LONG or case.crossed_at(case.at)):
        return None
    lone = "".join(case.found[place] for place in (case.at - 1, case.at) if case.lone(place))
    if case.size == SHORTEST and lone and lone[-1] in _LOOSE:
        return None
    if lone:
        return SURE if case.size > _LONG else SUSPECTED
    return None if case.crossed else SUSPECTED


def _doubled(case: _Case) -> str | None:
    if case.edge:
        return None if case.crossed or case.found[0] in _REGIONS else SUSPECTED
    if case.crossed and case.size < _LONG:
        return SUSPECTED
    return SURE if case.lone(case.at) or case.lone(case.at + 1) else SUSPECTED


def _swapped(case: _Case) -> str | None:
    if case.size < _LONG and case.crossed_at(case.at + 1):
        return SUSPECTED
    return SURE if case.lone(case.at) or case.lone(case.at + 1) else SUSPECTED


@frozen
class _Case:
    """A slip with the words of its surroundings.

    ``words`` are (start, end) of each word, counted from the slip's start. ``edge``: the slip is at the term's first or last
    character. ``crossed``: a word reaches over an end of the slip. ``torn``: what is left of the word that an edge slip
    broke falls into pieces. ``joins``: the slip is at a connective, which official names have with variations.
    """

    term: str
    found: str
    at: int
    words: Sequence[tuple[int, int]]
    edge: bool
    crossed: bool
    torn: bool
    joins: bool

    @property
    def size(self) -> int:
        return len(self.term)

    @property
    def varies(self) -> bool:
        """Whether another number, or another connective, stands where the term has one."""
        right, wrong = self.term[self.at], self.found[self.at]
        return (right in _NUMERALS and wrong in _NUMERALS) or (self.joins and wrong in _CONNECTIVES)

    def lone(self, place: int) -> bool:
        """Whether the character at ``place`` is a word by itself."""
        return (place, place + 1) in self.words

    def crossed_at(self, seam: int) -> bool:
        """Whether a word that reaches over an end of the slip begins or ends at ``seam``."""
        size = len(self.found)
        return any((start < 0 < end and end >= seam) or (start < size < end and start <= seam) for start, end in self.words)

    @classmethod
    def of(cls, slip: Slip, text: str, cut: Cut) -> _Case:
        begin, stop = slip.start, slip.end
        while begin > max(0, slip.start - _REACH) and is_han(text[begin - 1]):
            begin -= 1
        while stop < min(len(text), slip.end + _REACH) and is_han(text[stop]):
            stop += 1
        words = _spans(cut(text[begin:stop]), begin - slip.start)
        size = slip.end - slip.start
        edge = slip.at in (0, len(slip.term) - 1) and slip.kind is not SlipKind.SWAPPED
        crossed = any(start < 0 < end or start < size < end for start, end in words)
        connective = slip.term[slip.at] in _CONNECTIVES
        own = _spans(cut(slip.term), 0) if edge or connective else ()
        joins = connective and (slip.at, slip.at + 1) in own
        return cls(slip.term, text[slip.start : slip.end], slip.at, words, edge, crossed, edge and _torn(slip, words, own), joins)


def _torn(slip: Slip, words: Sequence[tuple[int, int]], own: Sequence[tuple[int, int]]) -> bool:
    """Whether the rest of the term's first or last word falls into pieces when its outer character is gone."""
    start, end = own[0] if slip.at == 0 else own[-1]
    if end - start == 1:
        return False
    if slip.at == 0:
        start, end = (1, end) if slip.kind is SlipKind.REPLACED else (0, end - 1)
    else:
        end -= 1
    pieces = [word for word in words if word[0] < end and start < word[1]]
    return pieces[0][0] >= start and pieces[-1][1] <= end and (len(pieces) > 1 or end - start == 1)


def _spans(words: Iterable[str], start: int) -> tuple[tuple[int, int], ...]:
    spans = []
    for word in words:
        spans.append((start, start + len(word)))
        start += len(word)
    return tuple(spans)
