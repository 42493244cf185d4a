"""The text of a bulletin made ready for reading: masked, headed, cut into clauses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from ._words import AGO, HELD, UNIT, VERSUS
from .numbers import WIDE


@frozen
class Clause:
    """A stretch between commas; ``breaks``: a sentence ends before it; ``parted``: a semicolon stands before it."""

    text: str
    start: int
    breaks: bool
    parted: bool = False


_LEVELS = re.compile(f"\\([市县区州旗盟、{HELD}]{{1,8}}\\)")
_PAREN = re.compile(r"\([^()\n]{0,160}\)")
_TITLE = re.compile(r"《[^《》\n]{0,80}》")
_QUOTED = re.compile(r"“[^“”\n]{0,60}”")
_SYSTEM = re.compile(
    '全国(?:政府网站|政府系统|政务新媒体|政务公开)[^,。;、"”\n]{0,16}?(?:系统|平台)'
    "|(?:政府网站|政务新媒体)?信息?报送系统|(?:列入|纳入)全国[^,。;\n]{0,4}普查(?:工作|范围)?"
)
_ONLY_NUMBER = re.compile(rf"\(\s*\d[\d,.]{{0,12}}\s*(?:{UNIT})?\s*\)|\(次\)")
_TELLING = re.compile(r"合格|占|比例|覆盖率|检查率|抽查率")
_HEAD = re.compile(r"\s*(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|\d{1,2}[、.](?!\d))")


def normalise(text: str) -> str:
    """``text`` with full-width digits and punctuation narrowed; every character keeps its place."""
    return text.translate(WIDE)


def masked(plain: str) -> str:
    """Blanks what must not be read (titles, system names, most brackets); lengths and places stay. A 、 inside 县(市、区) parts
    no list and is held back by ``HELD``."""

    def bracket(match: re.Match[str]) -> str:
        inside = match.group()
        if _LEVELS.fullmatch(inside):
            return inside.replace("、", HELD)
        if _ONLY_NUMBER.fullmatch(inside):
            return " " + inside[1:-1] + " "
        telling = _TELLING.search(inside) and (any(char.isdigit() for char in inside) or "均" in inside or "全部" in inside)
        if telling and not AGO.search(inside) and not VERSUS.search(inside):
            return "," + inside[1:-1] + ","
        return " " * len(inside)

    def blank(match: re.Match[str]) -> str:
        return " " * len(match.group())

    return _PAREN.sub(bracket, _PAREN.sub(bracket, _SYSTEM.sub(blank, _TITLE.sub(blank, plain))))


def untitled(plain: str) -> str:
    """Blanks the titles of documents and systems, whose periods, areas and offices are not those of the text; its own title stays."""

    def blank(match: re.Match[str]) -> str:
        start = plain.rfind("\n", 0, match.start()) + 1
        stop = plain.find("\n", match.end())
        alone = not plain[start : match.start()].strip() and not plain[match.end() : stop if stop >= 0 else len(plain)].strip()
        return match.group() if alone else " " * len(match.group())

    cited = _TITLE.sub(blank, plain)
    return _QUOTED.sub(lambda match: " " * len(match.group()), _SYSTEM.sub(lambda match: " " * len(match.group()), cited))


def heading(plain: str) -> tuple[int, int] | None:
    """(level 1 to 3, end) of the heading a paragraph begins with, or None."""
    match = _HEAD.match(plain)
    if match is None:
        return None
    mark = match.group().strip()
    level = 2 if mark.startswith("(") else 3 if mark[0].isdigit() else 1
    stop = plain.find("。")
    end = len(plain) if stop < 0 else stop
    return (level, end) if end - match.start() <= 60 else (level, match.end())


_MAX_CLAUSE = 600
_BREAK = re.compile(r"[。;!?]|…+|(?:——)|,|(?<=情况):|(?<=如下):|(?<=结果):|(?<=结果为):|(?<=显示):")


def clauses(paragraph: str, offset: int) -> Iterator[Clause]:
    """The clauses of a paragraph: cut at commas (not those inside 4,219), full stops, semicolons and ellipses."""
    start, breaks, parted = 0, True, False
    for match in _BREAK.finditer(paragraph):
        while match.start() - start > _MAX_CLAUSE:
            yield Clause(paragraph[start : start + _MAX_CLAUSE], offset + start, breaks, parted)
            start, breaks, parted = start + _MAX_CLAUSE, False, False
        at, mark = match.start(), match.group()
        if mark == "," and paragraph[at - 1 : at].isdigit() and re.match(r"\d{3}(?!\d)", paragraph[at + 1 : at + 5]):
            continue
        yield Clause(paragraph[start:at], offset + start, breaks, parted)
        start, breaks, parted = match.end(), mark[0] in "。!?", mark == ";"
    for piece in range(start, len(paragraph), _MAX_CLAUSE):
        yield Clause(paragraph[piece : piece + _MAX_CLAUSE], offset + piece, breaks and piece == start, parted and piece == start)


_ANY_COUNT = re.compile(r"(?<![\d.第])(\d{1,9})\s?(?:家|个|条|项|件|处|款|户)(?!百分点|工作日|月|季度)")


def counts_between(plain: str, start: int, end: int) -> set[int]:
    """All that is counted in a stretch outside brackets, of whatever kind."""
    return {int(match.group(1)) for match in _ANY_COUNT.finditer(_PAREN.sub("", plain[start:end]))}
