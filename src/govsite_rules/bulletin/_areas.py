"""Areas named one by one (甲市、乙县和丙区等9个市州): whose figures a clause then tells, which are never those of the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import evolve, frozen

from ._places import CITIES, PROVINCES
from .numbers import chinese_number

_SUFFIX = "自治州|自治县|自治旗|地区|市|州|县|区|盟|旗"
_SHORT = {re.sub("(?:壮族|回族|维吾尔)?自治区$|[省市]$", "", name) for name in PROVINCES} | {name.removesuffix("市") for name in CITIES}
_KNOWN = _SHORT | {*PROVINCES, *CITIES} | {f"{name}州" for name in ("恩施", "湘西", "延边")} | {"仙桃", "潜江", "天门", "神农架", "济源"}
_LONGEST = max(map(len, _KNOWN))
_GENERIC = re.compile(
    "[各全本我该原省设地直所辖高新多个分其他余管级市州县区盟旗乡镇国]*(?:自治区|自治州|园区|城区|开发区|高新区|地区|部门)?"
)
_NAME = re.compile(rf"[\u4e00-\u9fff]{{1,7}}?(?:{_SUFFIX})")
_ENDS = re.compile(rf"[\u4e00-\u9fff]{{1,9}}(?:{_SUFFIX})$")
_LINK = re.compile("、|以及|[和与及]")
_LEAD = re.compile("其中|分别|包括|包含|范围|比如|例如|有|为|是|如|的|在|对|了|从|查|由|个|全(?:省|市|县|区|州|国)")
_NUMBER = r"(?:\d{1,3}|[一二两三四五六七八九十]{1,3})"
_KINDS = "地级以上市|省辖市|设区市|地级市|市州|州市|市县|县市区|县区|地区|省区市|省份|省|市|州|县|区"
_TAIL = re.compile(rf"\s?(?:等\s?(?:{_NUMBER}\s?个?\s?)?(?:{_KINDS}|地)?|{_NUMBER}\s?个?\s?(?:{_KINDS}))(?!级|直|政府办|人民政府)")
_BOUND = re.compile(rf"等|{_NUMBER}\s?个?\s?(?:{_KINDS})$")
_SOME = re.compile(rf"等\s?{_NUMBER}\s?个?\s?(?:{_KINDS})")
_LEVEL = re.compile("(?:部门|门户|省|市|县|区|州|乡镇|地方|国务院)")
_OURS = re.compile("[我本全各该](?:省|市|县|区|州|盟|旗)\\s*$")
_OWNS = re.compile("(?:共|仍|还|现|均|各)?有")
_HAS = re.compile(
    rf"\s*[\u4e00-\u9fff]{{1,8}}?(?:{_SUFFIX})(?P<what>在|共有|现有|有(?=\d)|共?(?:抽查|检查|监测|普查)(?=政府|政务|网站|新媒体|\d))"
)
_RATE = re.compile(r"(?P<what>)(?:\d{1,2}月份?|[一二三四上下]?季度|[上下]半年)?的?(?:抽查|检查|普查|监测|总体|整体)?合格率")
_OFFICE = re.compile("(?:人民)?政府(?!门户|网站|系统)|办|委|局|厅")


def value_of(text: str) -> int:
    """3, 三 or 两 as a number."""
    return int(text) if text.isdigit() else 2 if text == "两" else chinese_number(text) or 0


@frozen
class Areas:
    """Names with the words that bind them (南京、徐州两市), and where in the clause they begin and end.

    ``more``: the list goes on with what is no area. ``has``: 甲市共有 follows, so that what is counted next is theirs. ``topic``:
    省直部门方面, of the whole sentence.
    """

    text: str
    names: tuple[str, ...]
    start: int
    end: int
    more: bool = False
    has: bool = False
    topic: bool = False

    @property
    def told(self) -> bool:
        """Whether all of them are named: 甲市等3个市 leaves two untold."""
        number = re.search(rf"({_NUMBER})\s?个?\s?(?:{_KINDS})$|两", self.text[len(self.names[0]) :])
        if number is None:
            return "等" not in self.text and not self.more
        return len(self.names) == (2 if number.group() == "两" else value_of(number.group(1)))


def areas_in(clause: str) -> Areas | None:
    """The areas a clause speaks of. One name alone counts only where 等N个 or the rate itself follows it."""
    pieces = list(_pieces(clause))
    place = 0
    while place < len(pieces):
        found, after = _run(clause, pieces, place)
        found = found or _single(clause, *pieces[place])
        if found is not None:
            return evolve(found, has=bool(_OWNS.match(clause, found.end)))
        place = after
    return None


def area_alone(clause: str) -> Areas | None:
    """A name that is a clause of its own: before a bracket, 甲市(抽查20家,合格率100%), or before all it tells, 省直部门方面."""
    name = clause[clause.rfind(":") + 1 :].strip(" 、和与及")
    last = name[name.rfind("的") + 1 :]
    if last != name and last in _KNOWN:
        return Areas(last, (last,), 0, len(clause), has=True)
    if name.endswith("方面") and len(name) <= 12 and _LEVEL.search(name):
        return Areas(name[:-2], (name[:-2],), 0, len(clause), has=True, topic=True)
    if name not in _KNOWN and (not _ENDS.fullmatch(name) or _GENERIC.fullmatch(name)):
        return None
    return Areas(name, (name,), 0, len(clause), has=True)


def _pieces(clause: str) -> Iterator[tuple[int, int]]:
    """Stretches between 、 和 与 及."""
    at = 0
    for link in _LINK.finditer(clause):
        yield at, link.start()
        at = link.end()
    yield at, len(clause)


def _run(clause: str, pieces: list[tuple[int, int]], place: int) -> tuple[Areas | None, int]:
    """The names that begin at the end of one piece, each a piece of its own, and the last at the start of another; and the
    piece to go on with where they are none."""
    end = pieces[place][1]
    start = _start_of(clause, pieces[place][0], end)
    if start is None:
        return None, place + 1
    names = [clause[start:end].strip()]
    for begin, stop in pieces[place + 1 :]:
        last = _end_of(clause, begin, stop)
        if not last:
            break
        names.append(clause[begin:last].strip())
        end = last
        if clause[last:stop].strip():
            break
    if len(names) < 2 or all(_GENERIC.fullmatch(name) for name in names):
        return None, place + max(1, len(names) - 1)
    tail = _TAIL.match(clause, end)
    end = tail.end() if tail else end
    return (
        None if _OFFICE.match(clause, end) else Areas(clause[start:end], tuple(names), start, end, bool(_LINK.match(clause, end)))
    ), place + len(names) - 1


def _single(clause: str, start: int, stop: int) -> Areas | None:
    """北京等11个地区; 甲市合格率."""
    some = _SOME.search(clause, start, stop)
    rate = None if some else _RATE.search(clause, start, stop) or _HAS.match(clause, start, stop)
    end = some.start() if some else rate.start("what") if rate else 0
    begin = _start_of(clause, start, end) if end else None
    if begin is None or _GENERIC.fullmatch(clause[begin:end].strip()) or _OURS.search(clause[begin:end]):
        return None
    last = some.end() if some else end
    return Areas(clause[begin:last], (clause[begin:end],), begin, last)


def _start_of(clause: str, start: int, stop: int) -> int | None:
    """Where the name begins that a stretch ends with."""
    text = clause[:stop].rstrip()
    for size in range(min(_LONGEST, len(text) - start), 1, -1):
        if text[-size:] in _KNOWN:
            return len(text) - size
    cut = max(start, len(text) - 16)
    for lead in _LEAD.finditer(text, cut):
        cut = lead.end()
    named = _ENDS.search(text[cut:])
    return cut + named.start() if named else None


def _end_of(clause: str, begin: int, stop: int) -> int:
    """Where the name ends that a stretch begins with, or 0."""
    whole = clause[begin:stop].rstrip()
    if _ENDS.fullmatch(whole) and not _BOUND.search(whole):
        return begin + len(whole)
    for size in range(min(_LONGEST, stop - begin), 1, -1):
        if clause[begin : begin + size] in _KNOWN:
            return begin + size
    named = _NAME.match(clause, begin, stop)
    return named.end() if named else 0
