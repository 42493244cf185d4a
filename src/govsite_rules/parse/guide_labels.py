"""Labels in the lines of guides: a word of the table behind an ordinal or a sign, perhaps with a second one, and the sign of its end."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from attrs import frozen

from .labels import NEXT

_ORDINAL = r"[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）]?\s{0,3}[、.．:：)）]?\s{0,3}"
_COUNTED = "(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)"
_BULLET = r"[◇◆●○■□▲△★☆·•※►▶>*]\s{0,2}"
_BEFORE = rf"(?:{_ORDINAL}|{_BULLET})?[【\[《]?"
_CLOSE = re.compile(r"[】\]》]|\s{0,3}(?:[（(][^（）()]{0,20}[）)])?\s{0,3}(?:[:：]|$|(?=\s))")
_CLOSING = tuple("】]》:：")
_SIGN = re.compile(r"[\s；;。|】\]]")
_JOINTS = frozenset("/、和及与")
_MOST_TAILS = 2


@frozen
class Label:
    """A label of a line with what it stands for: ``tail`` is the second label with its joint, ``bare`` no word of the table itself."""

    start: int
    end: int
    word: str
    tail: str
    closed: bool  # by a bracket or a colon
    bare: bool = False


class LabelFinder:
    """Finds the labels of one table: the longest word wins that a sign of its end follows.

    A set of words is asked: one pattern of them all takes long to make.
    """

    def __init__(self, words: Collection[str], short: Collection[str], tails: Collection[str]) -> None:
        self._words = frozenset(words)
        self._second = frozenset((*words, *short, *tails))
        self._lengths = sorted(set(map(len, self._second)), reverse=True)
        first = re.escape("".join(sorted({word[0] for word in words})))
        self._head = re.compile(rf"{_BEFORE}(?=[{first}])")
        bare = "|".join(rf"{word[0]}\s{{0,3}}{word[1]}" for word in short)
        self._bare = re.compile(rf"(?:(?P<marked>{NEXT}\s?{_BEFORE})|{_COUNTED}\s?|{_BULLET}|【)(?P<label>{bare})")

    def in_line(self, line: str, bare: bool = False) -> Iterator[Label]:
        """The labels of a line: each begins it, or stands behind a space or a sign; ``bare``: also words that look like them."""
        end = 0
        for start in (0, *(sign.end() for sign in _SIGN.finditer(line))):
            if start < end:
                continue
            label = self.at(line, start)
            if label is None and bare and (not start or line.startswith(NEXT, start)):
                label = self._bare_at(line, start)
            if label is not None:
                end = label.end
                yield label

    def at(self, line: str, start: int = 0) -> Label | None:
        """The label that begins there."""
        head = self._head.match(line, start)
        if head is None:
            return None
        for at in dict.fromkeys((head.end(), start)):  # 一件事名称 begins with a number
            for stop in self._ends(line, at, self._words):
                for end in self._tails(line, stop, _MOST_TAILS):
                    if close := _CLOSE.match(line, end):
                        return Label(start, close.end(), line[at:stop], line[stop:end], close[0][-1:] in _CLOSING)
        return None

    def _bare_at(self, line: str, start: int) -> Label | None:
        head = self._bare.match(line, start)
        if head is None:
            return None
        for end in self._tails(line, head.end(), _MOST_TAILS):
            close = _CLOSE.match(line, end)
            if close is not None and (head["marked"] is not None or line[close.end() - 1] in ":：】"):
                return Label(start, close.end(), "".join(head["label"].split()), line[head.end() : end], True, bare=True)
        return None

    def _ends(self, line: str, at: int, words: frozenset[str]) -> Iterator[int]:
        """Where words that stand there end, the longest first."""
        return (at + length for length in self._lengths if line[at : at + length] in words and at + length <= len(line))

    def _tails(self, line: str, at: int, most: int) -> Iterator[int]:
        """Where second labels may end, the longest first; at last where they would begin."""
        if most and line[at : at + 1] in _JOINTS:
            for end in self._ends(line, at + 1, self._second):
                yield from self._tails(line, end, most - 1)
        yield at
