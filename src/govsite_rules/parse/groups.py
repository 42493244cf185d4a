"""Groups of rows: what stands side by side on a page, with titles and dates."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import groupby, pairwise

from attrs import evolve, frozen

from ..values.dates import Absent, DateReading, DateSource
from .dates import read_date, short_date, url_date
from .links import Anchor
from .regions import Regions
from .rows import BRACKETS, LONGEST_COLUMN, DateMark, Row, cells_of, line_of, row_date, rows, table_head
from .tree import Tree
from .urls import is_article_url

_FRAME = frozenset(("nav", "header", "footer", "crumb", "pager", "share", "friend"))
MINOR = re.compile(
    r"[\[【(（<《「]?\s{0,3}(?:(?:查看|了解|点击|阅读|浏览|显示)?(?:更多|全文|详情|详细|全部|原文|正文|内容|查看|阅读|进入"
    r"|下载|预览|附件下载|阅读全文|查看详情"
    r"|更多内容|更多信息)|more|read more|详细内容|展开|收起|打印|关闭|收藏|首页|尾页|末页|上一?页|下一?页|前一?页|后一?页"
    r"|第一页|最后一?页|返回(?:首页|顶部|列表|上[一级]?[页级层])?"
    r"|跳转|go|上一篇|下一篇|上一条|下一条|大|中|小|\d{1,4}|[<>«»‹›|.…+＋·]{1,4})\s{0,3}[\]】)）>》」]?\s{0,3}(?:>{1,3}"
    r"|》{1,3}|»|\+|…|\.{3})?",
    re.IGNORECASE,
)
"""Texts of links that lead on, back or to details: never the title of an entry."""

_HOT_HEADING = re.compile(
    r"(?:(?:热点|热门|点击|阅读|浏览|人气|访问)(?:排行|排名|信息|新闻|文章|文件|政策|事项|关注|推荐|资讯|专题|服务|搜索|内容)?(?:榜)?|.{0,6}排行榜?"
    r"|(?:相关|关联|推荐|延伸)(?:链接|信息|新闻|文章|阅读|内容|文件|政策|解读|稿件|资讯|推荐|报道|专题)|友情链接|猜你喜欢"
    r"|为您推荐|编辑推荐|图片推荐"
    r"|推荐(?:信息)?|常用链接|快速(?:通道|导航|链接|入口)|大家都在看)(?:[:：>»\s]|more|更多|\+)*",
    re.IGNORECASE,
)
_NEW_HEADING = re.compile(
    r"(?:最新|最近|近期)(?:更新|发布|信息|文章|新闻|动态|公开|公告|内容|资讯|加入)?(?:信息|文章)?(?:[:：>»\s]|more|更多|\+)*", re.IGNORECASE
)
PINNED = re.compile(r"[\[【(（]?\s?(?:置顶|固顶|顶)\s?[\]】)）]|^置顶\s|置顶$")
_FIRST_HAN = "\u3400"  # from here on nothing is a bullet
_BULLET = re.compile(r"^(?:[\s·•●■▪◆◇★☆»>›⊙○※\-–—]|\d{1,3}[、.．](?!\d))+|\s+$|\s{0,3}(?:new|hot)!?$", re.IGNORECASE)
_LENGTH = re.compile(r"\d{1,2}[:：]\d\d(?:[:：]\d\d)?")  # of a video, on its picture
_CUT = re.compile(r"(?:(?<!\.)\.{2,}|(?<!…)…+|(?<!⋯)⋯+)$")
_TITLE_CLASS = re.compile(r"title|\btit\b|biaoti|\bbt\b|\bh\d\b|name|subject", re.IGNORECASE)
_TITLE_LABEL = re.compile(
    r"(?:文章|信息)?(?:标题|题目)\s{0,3}[:：]\s{0,3}(.*?)(?:\s(?:作\s{0,4}者|发布|发表|更新|点击|来源)\S{0,6}[:：].*)?$"
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_STRUCTURE = _HEADINGS | {"div", "p", "li", "ul", "dl", "dt", "dd", "table", "section", "article", "time"}
_DAY = r"(?:\d{4}\s?[-./年]\s?)?\d{1,2}\s?[-./月]\s?\d{1,2}日?(?:\s\d{1,2}:\d\d(?::\d\d)?)?"
_IN_TITLE = re.compile(
    rf"[\[【(（]\s{{0,3}}{_DAY}\s{{0,3}}[\]】)）]"
    rf"|\s\d{{4}}[-./]\d{{1,2}}[-./]\d{{1,2}}(?:\s\d{{1,2}}:\d\d(?::\d\d)?)?\s{{0,9}}$"
)
_SQUARE = re.compile(r"[\[【]\s{0,3}\d{4}[-./]\d{1,2}[-./]\d{1,2}\s{0,3}[\]】]$")
_LITERAL = re.compile(r"(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:[ T]\d{1,2}:\d\d(?::\d\d)?)?")
_TOOLTIP = re.compile(
    r"(?:日期|时间)\s{0,3}[:：]?\s{0,3}(\d{4}\s?[-./年]\s?\d{1,2}\s?[-./月]\s?\d{1,2}日?(?:\s{1,3}\d{1,2}:\d\d(?::\d\d)?)?)"
)
_YEAR_HEADING = re.compile(r"((?:19|20)\d\d)(?:\s{0,3}年度?)?")
_HAN = re.compile(r"[\u3400-\u9fff]")
_REGISTER = re.compile(r"(?:ICP备案?号?|公网安备|备案号)[^\u4e00-\u9fff]{0,4}(?:第\s?)?\d", re.IGNORECASE)
_NEIGHBOUR = re.compile(r"[上下前后]一[篇条则][\s:：]{0,4}$")
_REGISTERS = ("beian.gov", "beian.miit", "beian.mps", "miitbeian", "bszs.conac")
_OPENING, _CLOSING = "[【(（〔「", "]】)）〕」"
_LONGEST_TOOLTIP = 600
_LONGEST_HEADING = 16
_LONG_TITLE = 10


@frozen
class Group:
    """Rows side by side, ``start`` to ``end``, with a title and a date (or None) each; ``dated`` counts the dates.

    ``soft`` is why it may be no list of the page's own: its region or heading. ``listed``: it looks like a list of articles.
    ``by_name``: nothing but the name of an element around it makes it soft.
    """

    container: int
    start: int
    end: int
    rows: tuple[Row, ...] = ()
    titles: tuple[str, ...] = ()
    dates: tuple[DateReading | None, ...] = ()
    dated: int = 0
    soft: str = ""
    listed: bool = False
    by_name: bool = False

    @property
    def is_dated(self) -> bool:
        """Whether at least half of the rows show a date."""
        return self.dated * 2 >= len(self.rows)


def groups(
    tree: Tree, regions: Regions, anchors: Sequence[Anchor], marks: list[DateMark], names: frozenset[str] = frozenset()
) -> list[Group]:
    """The groups of rows of a page, in document order; ``names`` are what the page calls itself."""
    candidates = [anchor for anchor in anchors if anchor.region not in _FRAME and _is_candidate(tree, anchor)]
    short = [anchor for anchor in candidates if len(anchor.text) <= LONGEST_COLUMN]
    if short:
        often = Counter((anchor.url, anchor.text) for anchor in short)
        columns = {anchor.at for anchor in short if _is_column(anchor, often, names)}
        candidates = [anchor for anchor in candidates if anchor.at not in columns] if columns else candidates
    own = [mark for mark in marks if regions.of(mark.at) not in ("footer", "crumb", "pager")]
    paths = [start for start, _, role in regions.spans if role == "crumb"]
    found: dict[tuple[int, str, str, bool], list[Row]] = {}
    scrolling = "marquee" in tree.of
    for row in rows(tree, candidates, own, paths, names):
        container = row.container
        up = tree.parents[container] if container >= 0 else -1
        # Lists cut into several containers of one kind are one list; a menu and a list may differ by their ids alone.
        name = tree.get(container, "class") or tree.get(container, "id").rstrip("0123456789")
        scrolls = scrolling and _is_within(tree, row.anchors[0].at, "marquee")
        key = (up, tree.tags[container], name, scrolls) if up >= 0 else (container, "", "", scrolls)
        found.setdefault(key, []).append(row)
    result = [_group(tree, regions, beside, names) for beside in found.values()]
    return sorted((group for group in result if group.rows), key=lambda group: group.start)


def parts(tree: Tree, regions: Regions, group: Group) -> list[Group]:
    """The dated boxes of a group of several, each for itself: in a box of one row its heading alone stands beside that."""
    boxes = [list(beside) for _, beside in groupby(group.rows, key=lambda row: row.container)] if group.dated else []
    return [_group(tree, regions, beside, frozenset()) for beside in boxes if len(boxes) > 1 and any(row.marks for row in beside)]


def _group(tree: Tree, regions: Regions, beside: list[Row], names: frozenset[str]) -> Group:
    """One group with titles and dates; rows without a title are dropped."""
    container, start, end = beside[0].container, beside[0].top, max(tree.ends[row.top] for row in beside)
    head = table_head(tree, beside[0]) if any(len(row.marks) > 1 for row in beside) else []
    if not any(row.marks for row in beside):
        # Dates in the titles themselves: only where (nearly) all rows have one are they the day of publication.
        titled = sum(bool(row.in_title) for row in beside)
        alone = len(beside) == 1 and titled and _SQUARE.search(beside[0].anchors[0].text)
        if alone or (titled > 1 and titled * 5 >= len(beside) * 4):
            beside = [row._replace(marks=row.in_title) for row in beside]
    kept: list[Row] = []
    titles: list[str] = []
    dates: list[DateReading | None] = []
    for row in beside:
        title = title_of(tree, row)
        if not title or _is_register(title, row.anchors[0].url):
            continue  # the site's own registration, in its footer
        if row.marks and all(anchor.text == row.marks[0].reading.raw for anchor in row.anchors):
            # The title is itself a day, of a programme or report; only a second date says when it was published.
            row = row._replace(marks=row.marks[1:])
        shown = row_date(row, head, cells_of(tree, line_of(tree, row)) if head else None)
        date = shown or _tooltip_date(tree, row) or _written_date(tree, row)
        if date is not None and date.absent is None and date.year is None:
            date = _completed(tree, row, date)
        elif date is not None and date.absent is Absent.UNREADABLE:
            date = short_date(date.raw, url_date(row.anchors[0].url), DateSource.LIST) or date
        kept.append(row)
        titles.append(title)
        dates.append(date)
    heading = _heading(tree, start)
    dates = _under_years(tree, kept, dates)
    dated = sum(date is not None for date in dates)
    listed = dated * 2 >= len(kept) or _reads_like_articles(kept, titles)
    scrolls = _is_within(tree, beside[0].anchors[0].at, "marquee")
    soft, by_name = ("scroll", False) if scrolls else _soft(tree, regions, start, heading, names)
    return Group(container, start, end, tuple(kept), tuple(titles), tuple(dates), dated, soft, listed, by_name)


def _is_register(title: str, url: str) -> bool:
    return ("备" in title and _REGISTER.search(title) is not None) or any(host in url for host in _REGISTERS)


def _reads_like_articles(kept: list[Row], titles: list[str]) -> bool:
    """Whether undated rows are articles by their titles and addresses, rather than columns or tools."""
    long = sum(len(title) >= _LONG_TITLE for title in titles)
    return long * 2 >= len(titles) and sum(is_article_url(row.anchors[0].url) for row in kept) * 2 >= len(titles)


def are_headlines(group: Group) -> bool:
    """Whether undated rows are articles for all that headlines may be short: every address has the day of one, one title is long."""
    urls = [row.anchors[0].url for row in group.rows]
    long = any(len(title) >= _LONG_TITLE for title in group.titles)
    return long and all(is_article_url(url) and url_date(url) is not None for url in urls)


def _is_candidate(tree: Tree, anchor: Anchor) -> bool:
    text = anchor.text
    if not text:
        return bool(tree.get(anchor.at, "title")) or _picture_text(tree, anchor) != ""
    if len(text) <= 12 and MINOR.fullmatch(text):
        return False
    # 上一篇：… leads to an article beside this one.
    before = bisect_left(tree.words, anchor.at) - 1
    words = tree.texts[tree.words[before]] if before >= 0 else ""
    return "一" not in words[-8:] or not _NEIGHBOUR.search(words[-8:])


def _is_column(anchor: Anchor, often: Counter[tuple[str, str]], names: frozenset[str]) -> bool:
    """Whether a link names a column beside titles: in brackets, or row after row the same."""
    text, count = anchor.text, often[anchor.url, anchor.text]
    if text[:1] in _OPENING and text[-1:] in _CLOSING:
        return count >= 2 or text.strip(BRACKETS) in names
    return count >= 3 and (text in names or not is_article_url(anchor.url))


def _picture_text(tree: Tree, anchor: Anchor) -> str:
    for i in range(anchor.at + 1, anchor.end):
        if tree.tags[i] == "img":
            return tree.get(i, "alt") or tree.get(i, "title")
    return ""


def title_of(tree: Tree, row: Row) -> str:
    """The title a row shows; a title attribute where the shown one is cut short or a picture stands in its place."""
    best = attribute = ""
    for anchor in row.anchors:
        if not attribute:
            attribute = " ".join(tree.get(anchor.at, "title").split())
        text = _shown(tree, anchor, row.marks)
        # The first real words: what follows to the same address is a summary or 详情.
        if text and (len(best) < 4 or MINOR.fullmatch(best) or _LENGTH.fullmatch(best)) and not (best and MINOR.fullmatch(text)):
            best = text
    if attribute:
        labelled = _TITLE_LABEL.match(attribute[:_LONGEST_TOOLTIP])
        attribute = labelled[1] if labelled else attribute
    if not best:
        best = attribute or next((text for anchor in row.anchors if (text := _picture_text(tree, anchor))), "") or row.anchors[0].text
    elif attribute and len(attribute) < 400:
        stem = _bare(_CUT.sub("", best))
        whole = len(attribute) > len(best) or (stem != best and len(attribute) >= len(stem))
        if whole and attribute.replace(" ", "").startswith(stem.replace(" ", "")[: max(len(stem) - 2, 4)]):
            best = attribute
    return _bare(best)


def _bare(title: str) -> str:
    """A title without bullets, 置顶 and NEW."""
    if title and not title[0] >= _FIRST_HAN <= title[-1]:
        title = _BULLET.sub("", title)
    return (PINNED.sub("", title) if "顶" in title else title).strip()


def _shown(tree: Tree, anchor: Anchor, marks: tuple[DateMark, ...]) -> str:
    """The text of a link without the dates in it; in a card the heading alone."""
    at, end = anchor.at, anchor.end
    inner = [mark for mark in marks if at < mark.at < end]
    taken = {i for mark in inner if mark.pure for i in range(mark.at, mark.end)}
    if end - at > 4 and any(tree.tags[i] in _STRUCTURE for i in range(at + 1, end)):
        for i in range(at + 1, end):
            if tree.tags[i] in _HEADINGS or (tree.attrs[i] and _TITLE_CLASS.search(tree.get(i, "class"))):
                text = tree.text(i)
                if len(text) > 3 and not any(i < taking < tree.ends[i] for taking in taken):
                    return text
        lines = [
            " ".join(line.split()) for line in "".join(text for i, text in enumerate(tree.texts[at:end], at) if i not in taken).split("\n")
        ]
        return next((line for line in lines if len(line) > 3), "") or next(filter(_HAN.search, lines), "")
    if not inner:
        return anchor.text
    text = " ".join("".join(text for i, text in enumerate(tree.texts[at:end], at) if i not in taken).split())
    if any(mark.in_title for mark in inner):
        found = list(_IN_TITLE.finditer(text))
        if found:
            last = found[0] if found[0].start() == 0 else found[-1]
            text = (text[: last.start()] + text[last.end() :]).strip()
    return text


def _tooltip_date(tree: Tree, row: Row) -> DateReading | None:
    for anchor in row.anchors:
        title = tree.get(anchor.at, "title")
        found = _TOOLTIP.search(title) if title and len(title) < _LONGEST_TOOLTIP else None
        if found:
            return read_date(found[1], source=DateSource.LIST)
    return None


def _written_date(tree: Tree, row: Row) -> DateReading | None:
    """The one date that a script inside the row writes as it stands."""
    line = line_of(tree, row)
    if tree.tags[line] not in ("li", "tr", "dl", "p"):
        return None
    days = {day for i in range(line, tree.ends[line]) if tree.tags[i] == "script" for day in _LITERAL.findall(tree.raw.get(i, "")[:2000])}
    return read_date(days.pop(), source=DateSource.SCRIPT) if len(days) == 1 else None


def _completed(tree: Tree, row: Row, date: DateReading) -> DateReading:
    """A year from the tooltip of the date itself or of the title, where month and day agree."""
    tooltips = [tree.get(tree.parents[mark.at], "title") for mark in row.marks]
    for full in (*(read_date(title, source=DateSource.LIST) for title in tooltips if title), _tooltip_date(tree, row)):
        if full is not None and full.absent is None and full.year and (full.month, full.day) == (date.month, date.day):
            return evolve(full, raw=date.raw)
    return date


def _under_years(tree: Tree, kept: list[Row], dates: list[DateReading | None]) -> list[DateReading | None]:
    """Dates without a year with the year that heads them, where years stand over boxes or among the rows."""
    if not any(date is not None and date.absent is None and date.year is None for date in dates):
        return dates
    result: list[DateReading | None] = []
    year = _year_over(tree, kept[0].top)
    for at, (before, row) in enumerate(pairwise(kept), 1):
        apart = row.container != before.container
        over = _year_over(tree, row.top) or (_year_over(tree, row.container) if apart else None)
        if apart or over:
            result += _under_year(year, dates[len(result) : at])
            year = over
    return result + _under_year(year, dates[len(result) :])


def _year_over(tree: Tree, i: int) -> re.Match[str] | None:
    """The year that is the last text before a node but for 更多, where that is neither a link nor a choice."""
    low = bisect_left(tree.words, i)
    for word in reversed(tree.words[max(low - 2, 0) : low]):
        text = tree.texts[word].strip()
        if found := _YEAR_HEADING.fullmatch(text):
            return None if tree.tags[tree.parents[word]] in ("a", "option") else found
        if not MINOR.fullmatch(text):
            break
    return None


def _under_year(year: re.Match[str] | None, dates: list[DateReading | None]) -> list[DateReading | None]:
    """Month and day of rows that run back through one year, with the year that is their heading."""
    shown = [(date.month, date.day) for date in dates if date is not None and date.absent is None and date.year is None and date.day]
    if year is None or not shown or len(shown) < sum(date is not None for date in dates):
        return dates
    if any(one[0] is None or other[0] is None or one < other for one, other in pairwise(shown)):
        return dates
    return [date and evolve(date, year=int(year[1]), year_from="heading") for date in dates]


def _soft(tree: Tree, regions: Regions, start: int, heading: str, names: frozenset[str]) -> tuple[str, bool]:
    """Why rows may be no list of the page's own: ``hot``, ``related``, ``side`` or ``new``, and whether only a region's name says so."""
    if heading and heading in names:
        return "", False  # a column may itself be called 热点新闻 or 最新公告
    if heading and _HOT_HEADING.fullmatch(heading):
        return ("related" if "链接" in heading or "关" in heading[:2] else "hot"), False
    if heading and _NEW_HEADING.fullmatch(heading):
        return "new", False
    region = regions.of(start)
    if region in ("hot", "related", "side"):
        return region, not _is_within(tree, start, "aside")
    return "", False


def _is_within(tree: Tree, i: int, tag: str) -> bool:
    while tag in tree.of and i >= 0 and tree.tags[i] != tag:
        i = tree.parents[i]
    return tag in tree.of and i >= 0


def is_side_heading(text: str) -> bool:
    """Whether a heading is that of a hot list, related links or the latest of the whole site."""
    return _HOT_HEADING.fullmatch(text) is not None or _NEW_HEADING.fullmatch(text) is not None


def _heading(tree: Tree, start: int) -> str:
    """The last line of text before a node, where it is short."""
    before = "".join(tree.texts[max(start - 24, 0) : start]).rstrip()
    before, _, line = before.rpartition("\n")
    line = line.strip()
    if not line or MINOR.fullmatch(line):
        line = before.rstrip().rpartition("\n")[2].strip()
    return line if len(line) <= _LONGEST_HEADING else ""
