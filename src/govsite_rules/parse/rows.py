"""Dates and rows of lists: which displayed date belongs to which link, whatever the markup."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from datetime import datetime
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from attrs import evolve

from ..values.dates import DateReading, DateSource, day_of
from .dates import find_dates, join_parts, read_date
from .links import Anchor
from .tree import Tree

_LONGEST_CELL = 60
_LONGEST_DATE = 36
_RELATIVE = frozenset("前刚天今昨")
_MAYBE = re.compile(r"[\d年前刚天]")
_PIECE = re.compile(
    r"[\[(（【/]?\s{0,3}(?:(?:19|20)\d\d\s?[./年-]\s?\d{1,2}月?|\d{1,2}\s{0,3}[日号]?|(?:19|20)\d\d\s{0,3}[年.]?|\d{1,2}\s{0,3}月(?:\s{0,3}(?:19|20)\d\d年?)?"
    r"|\d{1,2}[:：]\d\d(?:[:：]\d\d)?|[A-Z][A-Za-z]{2,8}[.,]?\s{0,3}20\d\d)\s{0,3}[\])）】/]?"
)
_MONTH_WORD = re.compile(r"\s{0,40}(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?\s{0,40}", re.IGNORECASE)
_DAY = r"\d{1,2}\s?[-./月]\s?\d{1,2}日?"
_META = re.compile(
    rf"\s{{0,9}}(?:(?:来源|作者|时间|日期|(?:发布|更新|浏览|点击|阅读)[\u4e00-\u9fff]{{0,2}})[:：]"
    rf"|\d{{4}}\s?[-./年]\s?{_DAY}\s{{0,9}}(?:[|｜]|(?:来源|浏览|点击|阅读|作者|发布)[\u4e00-\u9fff]{{0,4}}[:：]))"
)
_SOURCED = re.compile(r"[^\d\s，。；：:]{2,12}\s{1,9}\d{4}[-./]\d{1,2}[-./]\d{1,2}(?:\s\d{1,2}:\d\d(?::\d\d)?)?")
_BRACKETED = re.compile(
    rf"^\s{{0,9}}[\[【(（]\s{{0,3}}(?P<a>\d{{4}}\s?[-./年]\s?{_DAY}|\d{{2}}[-/]\d{{2}})\s{{0,3}}[\]】)）]"
    rf"|[\[【(（]\s{{0,3}}(?P<b>(?:\d{{4}}\s?[-./年]\s?)?{_DAY}(?:\s\d{{1,2}}:\d\d(?::\d\d)?)?)\s{{0,3}}[\]】)）]\s{{0,9}}$"
    r"|\s(?P<c>\d{4}[-./]\d{1,2}[-./]\d{1,2}(?:\s\d{1,2}:\d\d(?::\d\d)?)?)\s{0,9}$"
)
_BEST_LABEL = re.compile(r"发布|发表|公布|刊发|发稿|发文时间|上网|推送|公开[日时]|上载")
_POOR_LABEL = re.compile(
    r"成文|生成|印发|签发|发文|失效|废止|截止|截至|施行|实施|生效|有效|结束|到期|开始|报名|来信|写信|留言|提问|咨询|受理|回复|答复|办结|处理"
)
_SENTENCE = re.compile(r"[，。；！？]")
_SPAN = re.compile(
    rf"(?P<start>\d{{4}}\s?[-./年]\s?{_DAY})(?:\s\d{{1,2}}:\d\d(?::\d\d)?)?\s{{0,3}}起?\s{{0,3}}[至到\-–—－~～]{{1,2}}\s{{0,3}}(?:\d{{4}}\s?[-./年]\s?)?{_DAY}"
)
_WEEKDAY = re.compile(r"\s{0,9}[(（]?(?:星期|周|礼拜)[一二三四五六日天](?![\u4e00-\u9fff])")
_EVENT = re.compile(r"(?:访谈|直播|播出|发布会|(?<!报名)(?<!考试)(?<!活动)(?:开始|起始))(?:日期|时间)\s{0,3}[:：]\s{0,3}$")
_START = "开始"
_SHORTEST_SPAN = 14
_SHORTEST_TITLE = 4
_LARGEST_HEAD = 100
_YEARLY = re.compile(r"\d{4}|月|\d[-./]\d|[A-Za-z]{3}")
_DOTTED = re.compile(r"(?:0[1-9]|1[0-2])\.(?:0[1-9]|[12]\d|3[01])")
_DATE_NAME = re.compile(r"date|time|riqi|shijian|\b(?:rq|sj|fbrq|fbsj)\b", re.IGNORECASE)
_ENOUGH, _SEVERAL = 3, 2
_ROW_LINKS = 6
_BETWEEN = 2  # links between a day and the title it stands before: a column, a picture
LONGEST_COLUMN = 12
BRACKETS = "[]【】()（）〔〕「」<>《》|｜:：· "
_PAIR = re.compile(r"\d\s?[-./年月－．／∕–—]\s?\d|\d\s?[月前]|[今昨前]天|年")
_LABEL_ONLY = re.compile(r"[\[【(（]?[\u4e00-\u9fff]{0,6}(?:时间|日期|于|日)\s{0,3}[:：]?\s{0,3}")


class DateMark(NamedTuple):
    """A displayed date: its text nodes are ``at`` to ``end``. ``label`` is what stands before it; ``pure``: its text is nothing else."""

    at: int
    end: int
    reading: DateReading
    label: str = ""
    pure: bool = True
    linked: bool = False

    @property
    def in_title(self) -> bool:
        """Whether it stands inside a link's words: a programme's day as often as the day of publication."""
        return self.linked and not self.pure


class Row(NamedTuple):
    """A link with the part of the page that belongs to it alone: ``top`` is that part, ``container`` holds it."""

    anchors: tuple[Anchor, ...]
    top: int
    container: int
    marks: tuple[DateMark, ...] = ()
    in_title: tuple[DateMark, ...] = ()


_Part = tuple[int, str, DateReading | None]


def date_marks(tree: Tree, seen_at: datetime, limit: int) -> list[DateMark]:
    """All displayed dates in short texts, in document order; parts in neighbouring elements are read together."""
    found: list[DateMark] = []
    texts = tree.texts
    run: list[_Part] = []
    search, piece = _MAYBE.search, _PIECE.fullmatch
    dotted: list[int] = []
    for i in tree.words:
        text = texts[i].strip()
        if len(text) > _LONGEST_CELL or not search(text):
            if run:
                if run[-1][2] is None and _MONTH_WORD.fullmatch(text):
                    run.append((i, text, None))
                    continue
                _close(run, found, tree, seen_at)
            continue
        if run and i - run[-1][0] > 5:
            _close(run, found, tree, seen_at)
        if len(text) <= _LONGEST_DATE:
            reading = _read(text) if _RELATIVE.isdisjoint(text) else read_date(text, seen_at=seen_at, source=DateSource.LIST)
            if reading is not None or piece(text):
                if not run and len(text) <= 2 and (month := _month_before(tree, i)) is not None:
                    run.append(month)
                run.append((i, text, reading))
                continue
        if len(text) == 5 and _DOTTED.fullmatch(text):
            run.append((i, text, None))
            dotted.append(i)
            continue
        if run:
            _close(run, found, tree, seen_at)
        if len(text) == 5 and text[2] == ".":
            dotted.append(i)
        elif len(text) >= 5 and _PAIR.search(text):
            _within(i, text, found, tree, seen_at)
        if len(found) >= limit:
            tree.truncated = True
            break
    if run:
        _close(run, found, tree, seen_at)
    if dotted:
        taken = {i for mark in found for i in range(mark.at, mark.end)}
        found = sorted((*found, *(mark for mark in _dotted(tree, dotted) if mark.at not in taken)))
    if "time" in tree.of:
        _machine_dates(tree, found)
    return _without_clock(tree, found, seen_at)


def _without_clock(tree: Tree, found: list[DateMark], seen_at: datetime) -> list[DateMark]:
    """Without the page's clock: the one day that stands with its weekday, where it is the day the page was fetched."""
    now = day_of(seen_at)
    today = [mark for mark in found if (mark.reading.month, mark.reading.day) == (now.month, now.day)]
    if not any(mark.reading.year in (None, now.year) and _has_weekday(tree, mark) for mark in today):
        return found
    named = [mark for mark in found if _has_weekday(tree, mark)]
    return [mark for mark in found if mark is not named[0]] if len(named) == 1 else found


def _has_weekday(tree: Tree, mark: DateMark) -> bool:
    at = bisect_left(tree.words, mark.end)
    beside = tree.texts[tree.words[at]] if at < len(tree.words) else ""
    raw = mark.reading.raw
    rest = tree.texts[mark.at].partition(raw)[2]
    return any(map(_WEEKDAY.match, (rest, beside))) or _WEEKDAY.search(raw) is not None


def _month_before(tree: Tree, i: int) -> _Part | None:
    """The name of a month that stands right before a number, as in "Jun" over "13"."""
    at = bisect_left(tree.words, i) - 1
    before = tree.words[at] if at >= 0 else -1
    near = at >= 0 and i - before <= 5
    return (before, text.strip(), None) if near and _MONTH_WORD.fullmatch(text := tree.texts[before]) else None


def _dotted(tree: Tree, nodes: list[int]) -> list[DateMark]:
    """Month and day as "06.12", which alone is as well an amount: in elements named so, or in several alike where none is anything else."""
    alike: dict[tuple[str, str], list[int]] = {}
    for i in nodes:
        up = tree.parents[i]
        alike.setdefault((tree.tags[up], tree.get(up, "class") or tree.get(up, "id").rstrip("0123456789")), []).append(i)
    return [
        DateMark(i, i + 1, reading, "", True, _is_linked(tree, i))
        for (_, name), beside in alike.items()
        if (len(beside) >= _ENOUGH or _DATE_NAME.search(name)) and all(_DOTTED.fullmatch(tree.texts[i].strip()) for i in beside)
        for i in beside
        if (reading := read_date(f"[{tree.texts[i].strip()}]", source=DateSource.LIST)) is not None
    ]


@lru_cache(maxsize=4096)
def _read(text: str) -> DateReading | None:
    """The reading of a text that does not count back from now; pages of a site show the same days over and over."""
    reading = read_date(text, source=DateSource.LIST)
    if reading is None and len(text) == 8 and text.isdecimal():
        return read_date(f"日期:{text}", source=DateSource.LIST)
    return reading


def _close(run: list[_Part], found: list[DateMark], tree: Tree, seen_at: datetime) -> None:
    """Turn a run of neighbouring date texts into marks."""
    whole = [reading is not None and reading.date is not None for _, _, reading in run]
    start, parted = 0, len(run) > 1 and not all(whole)
    while start < len(run):
        stop = start + 1
        at, text, reading = run[start]
        if parted and start + 1 < len(run) and (reading is not None or any(_YEARLY.search(part) for _, part, _ in run[start : start + 4])):
            for stop in range(min(start + 4, len(run)), start + 1, -1):
                if sum(whole[start:stop]) <= 1 and _stand_together(tree, at, run[stop - 1][0]):
                    joined = join_parts([part for _, part, _ in run[start:stop]], seen_at=seen_at, source=DateSource.LIST)
                    if joined is not None:
                        reading = joined
                        break
            else:
                stop = start + 1
        if reading is not None:
            found.append(DateMark(at, run[stop - 1][0] + 1, reading, _label(tree, at, text), True, _is_linked(tree, at)))
        start = stop
    run.clear()


def _stand_together(tree: Tree, one: int, other: int) -> bool:
    """Whether the smallest part that holds two texts is no more than one row: what stands in two rows is no one's date."""
    parents, ends = tree.parents, tree.ends
    up = parents[one]
    while ends[up] <= other:
        up = parents[up]
    links = tree.of.get("a", ())
    low = bisect_left(links, up)
    return len({tree.get(i, "href") for i in islice(links, low, min(bisect_left(links, ends[up], low), low + _ROW_LINKS))}) <= 2


def _within(at: int, text: str, found: list[DateMark], tree: Tree, seen_at: datetime) -> None:
    """Dates that share their text with other words: in a title only bracketed or last ones are dates of the row.

    A line of source, day and hits inside the link is no title.
    """
    linked = _is_linked(tree, at)
    meta = linked and (_META.match(text) is not None or _is_under_its_title(tree, at, text))
    if linked and not meta:
        for match in _BRACKETED.finditer(text):
            reading = read_date(match["a"] or match["b"] or match["c"], source=DateSource.LIST)
            if reading is not None:
                found.append(DateMark(at, at + 1, reading, "", False, True))
        return
    sentence = _SENTENCE.search(text) is not None
    if sentence and not _BEST_LABEL.search(text):
        return
    dates = find_dates(text, seen_at=seen_at, source=DateSource.LIST, limit=4)
    for one in dates:
        if one.role == "published" or (not sentence and (one.role != "other" or _EVENT.search(text, 0, one.start))):
            found.append(DateMark(at, at + 1, one.reading, text[max(one.start - 12, 0) : one.start], meta, linked))
    if sentence or len(text) < _SHORTEST_SPAN or any(one.role != "other" for one in dates):
        return
    span = _SPAN.search(text)
    reading = read_date(span["start"], source=DateSource.LIST) if span else None
    if reading is not None:
        # A consultation shows from when to when it runs: the first day is the one it was put up.
        found.append(DateMark(at, at + 1, reading, _START, False, False))


def _is_under_its_title(tree: Tree, at: int, text: str) -> bool:
    """Whether a text is a source and a day in an element of their own, below the title that the same link shows."""
    if not _SOURCED.fullmatch(text) or tree.tags[tree.parents[at]] == "a":
        return False
    k = bisect_left(tree.words, at) - 1
    over = tree.words[k] if k >= 0 else -1
    links = tree.of["a"]
    link = links[bisect_left(links, at) - 1]
    return link < over and len(tree.texts[over].strip()) >= _SHORTEST_TITLE


def _label(tree: Tree, at: int, text: str) -> str:
    """The words before a date: in its own text, else in the text just before."""
    if not text[0].isdigit() and text[0] not in "[(（【/":
        return text[:12]
    for i in range(at - 1, max(at - 6, -1), -1):
        if not tree.tags[i]:
            before = tree.texts[i].strip()
            return before if len(before) <= 12 and _LABEL_ONLY.fullmatch(before) else ""
    return ""


def _is_linked(tree: Tree, at: int) -> bool:
    parents, tags = tree.parents, tree.tags
    i = parents[at]
    for _ in range(5):
        if i < 0:
            return False
        if tags[i] == "a":
            return True
        i = parents[i]
    return False


def _machine_dates(tree: Tree, found: list[DateMark]) -> None:
    """``<time datetime>`` completes a displayed date that lacks its year, where month and day agree."""
    starts = [mark.at for mark in found]
    for i in tree.of["time"]:
        k = bisect_left(starts, i)
        if k == len(found) or found[k].at >= tree.ends[i]:
            continue
        shown = found[k].reading
        if shown.absent is None and shown.year is None:
            reading = read_date(tree.get(i, "datetime"), source=DateSource.LIST)
            if reading is not None and (shown.month, shown.day) == (reading.month, reading.day):
                found[k] = found[k]._replace(reading=evolve(shown, year=reading.year))


def rows(tree: Tree, anchors: list[Anchor], marks: list[DateMark], paths: list[int], names: frozenset[str] = frozenset()) -> list[Row]:
    """One row for each run of links to one address, with the dates that stand in it or, in flat markup, beside it.

    ``paths`` are the nodes where the page shows its path: no row's part holds them. ``names`` are what the page calls itself.
    """
    titled = {mark.at: mark for mark in marks if mark.in_title}
    marks = [mark for mark in marks if not mark.in_title]
    starts = [mark.at for mark in marks]
    found = _climb(tree, anchors, marks, starts, paths)
    minor = _side_links(tree, found, marks, starts, names)
    if minor:
        found = _climb(tree, [anchor for anchor in anchors if anchor.at not in minor], marks, starts, paths)
    found = _under_days(tree, _beside(tree, found, marks, starts, paths), marks, starts)
    if not titled:
        return found
    return [
        row
        if row.marks
        else row._replace(in_title=tuple(titled[i] for anchor in row.anchors for i in range(anchor.at, anchor.end) if i in titled))
        for row in found
    ]


def _climb(tree: Tree, anchors: list[Anchor], marks: list[DateMark], starts: list[int], paths: list[int]) -> list[Row]:
    found: list[Row] = []
    parents, ends, tags = tree.parents, tree.ends, tree.tags
    count = len(anchors)
    first, before = 0, -1
    while first < count:
        url = anchors[first].url
        last = first + 1
        while last < count and anchors[last].url == url and _is_one_row(tree, anchors[last - 1], anchors[last], marks, starts):
            last += 1
        after = anchors[last].at if last < count else len(tags)
        floor = before
        if paths:
            k = bisect_left(paths, anchors[first].at)
            floor = max(before, paths[k - 1] if k else -1)
            after = min(after, paths[k]) if k < len(paths) else after
        at, stop = anchors[first].at, anchors[last - 1].end
        node = at
        while ends[node] < stop:
            node = parents[node]
        if node <= before or ends[node] > after:
            # The run's common ancestor holds another link: take the run as it stands.
            node = at
        top = node
        own = _in(marks, starts, node, ends[node])
        longest = max(len(anchor.text) for anchor in anchors[first:last])
        pure = _settles(own, longest)
        while True:
            up = parents[top]
            if up < 0 or up <= floor or ends[up] > after or tags[up] in ("body", "html", "main", "form"):
                break
            top = up
            if not pure:
                own = _in(marks, starts, top, ends[top]) or own
                pure = _settles(own, longest)
        found.append(Row(tuple(anchors[first:last]), top, parents[top], own))
        before = anchors[last - 1].at
        first = last
    return found


def _settles(own: tuple[DateMark, ...], longest: int) -> bool:
    """Whether a row's date was found: one that stands alone, is not itself the title, nor labelled as something else."""
    return any(
        mark.pure and (not mark.linked or longest > len(mark.reading.raw) + 2) and not (mark.label and _POOR_LABEL.search(mark.label))
        for mark in own
    )


def _is_one_row(tree: Tree, one: Anchor, other: Anchor, marks: list[DateMark], starts: list[int]) -> bool:
    """Whether two links to one address can be one row's: close together, and not in two list items or table rows.

    The same title again behind a day begins the next list.
    """
    if other.at - one.at > 60 or (one.text == other.text and _in(marks, starts, one.end, other.at)):
        return False
    first, second = _item(tree, one.at), _item(tree, other.at)
    return first == second or first < 0 or second < 0


def _item(tree: Tree, i: int) -> int:
    for _ in range(8):
        if i < 0 or tree.tags[i] in ("li", "tr"):
            return i
        i = tree.parents[i]
    return -1


def _in(marks: list[DateMark], starts: list[int], start: int, end: int) -> tuple[DateMark, ...]:
    low = bisect_left(starts, start)
    if low == len(starts) or starts[low] >= end:
        return ()
    return tuple(marks[low : bisect_left(starts, end, low)])


def _side_links(tree: Tree, found: list[Row], marks: list[DateMark], starts: list[int], names: frozenset[str]) -> set[int]:
    """Links beside the title of a row: the column's name, tags, attachments, 政策解读 and 查看反馈."""
    minor: set[int] = set()
    often: Counter[tuple[str, str]] | None = None
    i = 0
    while i < len(found):
        container = found[i].container
        j = i + 1
        while j < len(found) and found[j].container == container:
            j += 1
        here = found[i:j]
        i = j
        minor.update(anchor.at for row in _between_titles(here) for anchor in row.anchors)
        dates = _in(marks, starts, container, tree.ends[container])
        dated = any(row.marks for row in here)
        if 1 < len(here) <= 6 and (dated or len(dates) <= 2):
            if often is None:
                often = Counter((url, row.anchors[0].text) for row in found for url in ("", row.anchors[0].url))
            titled = often["", here[0].anchors[0].text] < _ENOUGH
            columns = [row for row in here if not row.marks and _is_column(row, often, names, titled and row is not here[0])]
            if 0 < len(columns) < len(here):
                minor.update(anchor.at for row in columns for anchor in row.anchors)
                here = [row for row in here if row not in columns]
            if len(here) == 1 or dated or not dates:
                continue
            if len(dates) == 1 and here[0].top < dates[0].at < here[1].top:
                best = here[0]  # what follows the day are files and interpretations
            else:
                best = max(here, key=lambda row: max(len(anchor.text) for anchor in row.anchors))
            length = max(len(anchor.text) for anchor in best.anchors)
            others = [len(anchor.text) for row in here if row is not best for anchor in row.anchors]
            between = any(here[0].top < mark.at < here[-1].top for mark in dates)
            if length >= 5 and (len(dates) == 1 or (max(others) * 2 <= length and not between)):
                minor.update(anchor.at for row in here if row is not best for anchor in row.anchors)
    return minor


def _between_titles(here: list[Row]) -> list[Row]:
    """The links that say the same behind each title, such as the table's file: title, Excel, title, Excel."""
    texts = [row.anchors[0].text for row in here]
    return here[1::2] if len(texts) % 2 == 0 and len(set(texts[1::2])) == 1 < len(set(texts[::2])) else []


def _is_column(row: Row, often: Counter[tuple[str, str]], names: frozenset[str], behind: bool) -> bool:
    """Whether a link beside a title names the column, or behind it what else there is: the page's own name, or the same row after row.

    What is ``behind`` may lead elsewhere each time.
    """
    text = row.anchors[0].text
    if len(text) > LONGEST_COLUMN:
        return False
    return text.strip(BRACKETS) in names or often["" if behind else row.anchors[0].url, text] >= _ENOUGH


def _beside(tree: Tree, found: list[Row], marks: list[DateMark], starts: list[int], paths: list[int]) -> list[Row]:
    """Give dates that stand between the rows of one container to the row before them, or after where dates come first."""
    result: list[Row] = []
    taken = {id(mark) for row in found for mark in row.marks}
    i = 0
    while i < len(found):
        container = found[i].container
        j = i + 1
        while j < len(found) and found[j].container == container:
            j += 1
        here = found[i:j]
        # Where elements are not closed, a row's container holds all rows that follow.
        end = found[j].anchors[0].at if j < len(found) else len(tree.tags)
        # One link in a box among boxes of many: what comes after it is another box.
        alone = len(here) == 1 and i > 0 and found[i - 1].container > container
        i = j
        if alone or all(row.marks for row in here) or container < 0:
            result += here
            continue
        free = [mark for mark in _in(marks, starts, container, min(end, tree.ends[container])) if id(mark) not in taken]
        if not free:
            result += here
            continue
        tops, links = [row.top for row in here], tree.of["a"]
        leading = free[0].at < tops[0] and free[-1].at < tops[-1]
        given: dict[int, list[DateMark]] = {}
        for mark in free:
            k = bisect_left(tops, mark.at)
            k = k if leading else k - 1
            if not leading and k > 0 and here[k].marks and mark.at < here[k].anchors[0].at:
                k -= 1  # the last of rows that are not closed
            if leading and 0 <= k < len(here) and bisect_left(links, tops[k]) - bisect_left(links, mark.at) > _BETWEEN:
                continue  # links stand between: a day of the page's head
            if 0 <= k < len(here) and not here[k].marks and bisect_left(paths, mark.at) == bisect_left(paths, tops[k]):
                given.setdefault(k, []).append(mark)
                taken.add(id(mark))
        for k, row in enumerate(here):
            result.append(row._replace(marks=tuple(given[k])) if k in given else row)
    return result


def _under_days(tree: Tree, found: list[Row], marks: list[DateMark], starts: list[int]) -> list[Row]:
    """Give the days that stand right over boxes of rows without any to all rows of each box, where there are several: one is a clock's."""
    taken = {mark.at for row in found for mark in row.marks}
    over: dict[int, DateMark] = {}
    for box in {row.container for row in found if not row.marks} - {row.container for row in found if row.marks} - {-1}:
        day = marks[k] if (k := bisect_left(starts, box) - 1) >= 0 else None
        if day is None or day.at in taken or not day.pure or day.linked or not day.reading.date:
            continue
        if bisect_left(tree.words, day.end) == bisect_left(tree.words, box):
            over[box] = day
    if len({day.reading.date for day in over.values()}) < _SEVERAL:
        return found
    return [row._replace(marks=(over[row.container],)) if row.container in over else row for row in found]


def row_date(row: Row, head: list[str] | None = None, cells: list[int] | None = None) -> DateReading | None:
    """The date a row shows: the best labelled one, else the first that stands alone and outside the title.

    ``head`` are the names of a table's columns and ``cells`` the nodes where this row's cells start.
    """
    if not row.marks:
        return None
    if len(row.marks) == 1:
        return row.marks[0].reading

    def worth(mark: DateMark) -> tuple[int, bool, bool, bool, bool]:
        label = mark.label
        rank = 1
        if head and cells and not (_BEST_LABEL.search(label) or _POOR_LABEL.search(label)):
            at = bisect_left(cells, mark.at) - 1
            label = head[at] if 0 <= at < len(head) else ""
            rank = 4 if label and not mark.pure else 1  # a day in the words of another column
        if label:
            rank = 0 if _BEST_LABEL.search(label) else 3 if _POOR_LABEL.search(label) else rank
        return rank, mark.reading.absent is not None, mark.reading.year is None, mark.linked, not mark.pure

    return min(row.marks, key=worth).reading


def line_of(tree: Tree, row: Row) -> int:
    """The list item or table row a link stands in, where that lies inside the row's own part; else that part."""
    i = row.anchors[0].at
    while i > row.top:
        if tree.tags[i] in ("tr", "li"):
            return i
        i = tree.parents[i]
    return row.top


def table_head(tree: Tree, row: Row) -> list[str]:
    """The column names of the table a row stands in, or of one that holds nothing else right before it; [] where there are none."""
    line = line_of(tree, row)
    if tree.tags[line] != "tr":
        return []
    up = tree.parents[line]
    while up >= 0 and tree.tags[up] in ("tbody", "thead"):
        up = tree.parents[up]
    for i in range(max(up, 0), line):
        if tree.tags[i] == "tr":
            return [tree.text(k) for k in cells_of(tree, i)]
    return _head_before(tree, up, len(cells_of(tree, line)))


def _head_before(tree: Tree, table: int, width: int) -> list[str]:
    """The column names in the table before, where it has one row of ``width`` head cells alone, or one more over a scroll bar."""
    tables = tree.of.get("table", ())
    at = bisect_left(tables, table) - 1
    if table < 0 or at < 0 or tree.ends[tables[at]] - tables[at] > _LARGEST_HEAD:
        return []
    lines = [i for i in range(tables[at], tree.ends[tables[at]]) if tree.tags[i] == "tr"]
    cells = cells_of(tree, lines[0]) if len(lines) == 1 else []
    return [tree.text(k) for k in cells] if len(cells) in (width, width + 1) and all(tree.tags[k] == "th" for k in cells) else []


def cells_of(tree: Tree, line: int) -> list[int]:
    """The nodes of a table row's cells, [] for any other element."""
    return [k for k in tree.children(line) if tree.tags[k] in ("td", "th")] if tree.tags[line] == "tr" else []
