"""The entries of a page's own lists: not its navigation, hot lists, related links or friendly links."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve, field, mutable

from ..values.dates import NO_DATE, Absent, DateReading, DateSource
from ..values.page import Entry, Pagination
from .dates import read_date
from .links import Anchor, why_hidden
from .regions import Regions
from .rows import DateMark, Row, cells_of, line_of, row_date, rows, table_head
from .tree import Tree

_FRAME = frozenset(("nav", "header", "footer", "crumb", "pager", "share", "friend"))
_MINOR = re.compile(
    r"[\[【(（<《「]?\s{0,3}(?:(?:查看|了解|点击|阅读|浏览|显示)?(?:更多|全文|详情|详细|全部|原文|正文|内容|查看|阅读|进入|下载|预览|附件下载|阅读全文|查看详情|更多内容|更多信息)|more|read more|详细内容|展开|收起|打印|关闭|收藏|"
    r"首页|尾页|末页|上一?页|下一?页|前一?页|后一?页|第一页|最后一?页|返回|返回首页|返回顶部|跳转|go|上一篇|下一篇|上一条|下一条|大|中|小|\d{1,4}|[<>«»‹›|.…+＋·]{1,4})\s{0,3}[\]】)）>》」]?\s{0,3}(?:>{1,3}|》{1,3}|»|\+|…|\.{3})?",
    re.IGNORECASE,
)
_ARTICLE_URL = re.compile(
    r"(?:/|_|-)[a-z]{0,9}_?\d{3,}(?:_\d+)*(?:-\w+)?\.(?:s?html?|jhtml|jspx?|php|aspx?|do)$|/t\d{8}_|/art_|/art/\d|content|/post_\d|/info/\d+/\d+|/detail|/show|/view|/article/|/archives?/\d"
    r"|/c\d{4,}/|/\d{4}[-/]?\d{2}[-/]?\d{0,2}/|[0-9a-f]{32}|[?&](?:\w*id|aid|no|sn|wbnewsid|docid|key|n)=\w{2,}|/\d+\.(?:s?html?|jhtml)$|/\d{4,}$|mp\.weixin\.qq\.com/s|\.(?:pdf|docx?|xlsx?)$",
    re.IGNORECASE,
)
_LIST_URL = re.compile(r"(?:/|/(?:index|list|default|column|node|col|channel|category|more)[\w-]{0,20}(?:\.(?:s?html?|jhtml|jspx?|php|aspx?|do))?)(?:\?.{0,200})?$", re.IGNORECASE)
_HOT_HEADING = re.compile(
    r"(?:(?:热点|热门|点击|阅读|浏览|人气|访问)(?:排行|排名|信息|新闻|文章|关注|推荐|资讯|专题|服务|搜索|内容)?(?:榜)?|.{0,6}排行榜?|(?:相关|关联|推荐|延伸)(?:链接|信息|新闻|文章|阅读|内容|文件|政策|解读|稿件|资讯|推荐|报道|专题)|友情链接|猜你喜欢|为您推荐|编辑推荐|图片推荐|"
    r"推荐(?:信息)?|常用链接|快速(?:通道|导航|链接|入口)|大家都在看)(?:[:：>»\s]|more|更多|\+)*",
    re.IGNORECASE,
)
_NEW_HEADING = re.compile(r"(?:最新|最近|近期)(?:更新|发布|信息|文章|新闻|动态|公开|公告|内容|资讯|加入)?(?:信息|文章)?(?:[:：>»\s]|more|更多|\+)*", re.IGNORECASE)
_PINNED = re.compile(r"[\[【(（]?\s?(?:置顶|固顶|顶)\s?[\]】)）]|^置顶\s|置顶$")
_BULLET = re.compile(r"^(?:[\s·•●■▪◆◇★☆»>›⊙○※\-–—]|\d{1,3}[、.．](?!\d))+|[\s]+$|\s{0,3}(?:new|hot)!?$", re.IGNORECASE)
_CUT = re.compile(r"(?:\.{2,}|…+|⋯+)$")
_HAN = re.compile(r"[\u3400-\u9fff]")
_TITLE_CLASS = re.compile(r"title|\btit\b|biaoti|\bbt\b|\bh\d\b|name|subject", re.IGNORECASE)
_STRUCTURE = frozenset(("div", "p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "dl", "dt", "dd", "table", "section", "article", "time"))
_SQUARE = re.compile(r"[\[【]\s{0,3}\d{4}[-./]\d{1,2}[-./]\d{1,2}\s{0,3}[\]】]$")
_IN_TITLE = re.compile(r"[\[【(（]\s{0,3}(?:\d{4}\s?[-./年]\s?)?\d{1,2}\s?[-./月]\s?\d{1,2}日?(?:\s\d{1,2}:\d\d(?::\d\d)?)?\s{0,3}[\]】)）]|\s\d{4}[-./]\d{1,2}[-./]\d{1,2}(?:\s\d{1,2}:\d\d(?::\d\d)?)?\s{0,9}$")


_TOOLTIP = re.compile(r"(?:日期|时间)\s{0,3}[:：]?\s{0,3}(\d{4}\s?[-./年]\s?\d{1,2}\s?[-./月]\s?\d{1,2}日?(?:\s{1,3}\d{1,2}:\d\d(?::\d\d)?)?)")


@mutable
class Group:
    """Rows side by side. ``soft`` is why it may be no list of the page's own: its region or heading."""

    container: int
    start: int
    end: int
    rows: list[Row] = field(factory=list)
    titles: list[str] = field(factory=list)
    dates: list[DateReading | None] = field(factory=list)
    soft: str = ""
    heading: str = ""
    dated: int = 0
    listed: bool = False


def groups(tree: Tree, regions: Regions, anchors: Sequence[Anchor], marks: list[DateMark]) -> list[Group]:
    """The groups of rows of a page, in document order, with titles and dates."""
    candidates = [anchor for anchor in anchors if anchor.region not in _FRAME and _is_candidate(tree, anchor)]
    own = [mark for mark in marks if regions.of(mark.at) not in ("footer", "crumb", "pager")]
    found: dict[tuple[int, str, str], Group] = {}
    for row in rows(tree, candidates, own):
        container = row.container
        up = tree.parents[container] if container >= 0 else -1
        key = (up, tree.tags[container], tree.get(container, "class")) if up >= 0 else (container, "", "")
        group = found.get(key)
        if group is None:
            group = found[key] = Group(container, row.top, tree.ends[row.top])
        group.rows.append(row)
        group.end = max(group.end, tree.ends[row.top])
    result = sorted(found.values(), key=lambda group: group.start)
    for group in result:
        _fill(tree, group)
        _judge(tree, regions, group)
    return [group for group in result if group.rows]


def _fill(tree: Tree, group: Group) -> None:
    """Titles and dates of a group's rows; rows without a title are dropped."""
    head = table_head(tree, group.rows[0]) if any(len(row.marks) > 1 for row in group.rows) else []
    if not any(row.marks for row in group.rows):
        # Dates in the titles themselves: only where (nearly) all rows have one are they the day of publication.
        titled = sum(bool(row.in_title) for row in group.rows)
        alone = len(group.rows) == 1 and titled and _SQUARE.search(group.rows[0].anchors[0].text)
        if alone or (titled > 1 and titled * 5 >= len(group.rows) * 4):
            group.rows = [row._replace(marks=row.in_title) for row in group.rows]
    kept = []
    for row in group.rows:
        title = title_of(tree, row)
        if not title:
            continue
        date = row_date(row, head, cells_of(tree, line_of(tree, row)) if head else None) or _tooltip_date(tree, row)
        if date is not None and date.absent is None and date.year is None:
            date = _completed(tree, row, date)
        kept.append(row)
        group.titles.append(title)
        group.dates.append(date)
        group.dated += date is not None
    group.rows = kept


def _is_candidate(tree: Tree, anchor: Anchor) -> bool:
    text = anchor.text
    if not text:
        return bool(tree.get(anchor.at, "title")) or _picture_text(tree, anchor) != ""
    return len(text) > 12 or not _MINOR.fullmatch(text)


def _picture_text(tree: Tree, anchor: Anchor) -> str:
    for i in range(anchor.at + 1, anchor.end):
        if tree.tags[i] == "img":
            return tree.get(i, "alt") or tree.get(i, "title")
    return ""


def title_of(tree: Tree, row: Row) -> str:
    """The title a row shows; a title attribute where the shown one is cut short or a picture stands in its place."""
    best = ""
    attribute = ""
    for anchor in row.anchors:
        if not attribute:
            attribute = " ".join(tree.get(anchor.at, "title").split())
        text = _shown(tree, anchor, row.marks)
        if text and (len(text) > len(best) or (_MINOR.fullmatch(best) and best)):
            if best and len(best) >= 5 and len(text) > 60:
                continue
            best = text
    if attribute and len(attribute) < 400:
        lines = re.match(r"(?:标题|文章标题|题目)\s{0,3}[:：]\s{0,3}(.*?)(?:\s(?:作者|发布|发表|更新|点击|来源)\S{0,6}[:：].*)?$", attribute)
        if lines:
            attribute = lines[1]
    if best:
        stem = _CUT.sub("", best)
        if attribute and len(attribute) >= len(stem) and (stem != best or len(attribute) > len(best)) and attribute.replace(" ", "").startswith(stem.replace(" ", "")[: max(len(stem) - 2, 4)]):
            best = attribute
    else:
        best = attribute
        if not best:
            best = next((text for anchor in row.anchors if (text := _picture_text(tree, anchor))), "")
    return _PINNED.sub("", _BULLET.sub("", best)).strip()


def _shown(tree: Tree, anchor: Anchor, marks: tuple[DateMark, ...]) -> str:
    """The text of a link without the dates in it; in a card the heading alone."""
    inner = [mark for mark in marks if mark.linked and anchor.at < mark.at < anchor.end]
    structured = anchor.end - anchor.at > 4 and any(tree.tags[i] in _STRUCTURE for i in range(anchor.at + 1, anchor.end))
    if structured:
        for i in range(anchor.at + 1, anchor.end):
            tag = tree.tags[i]
            if tag and tag != "img" and ((tag[0] == "h" and tag[1:].isdigit()) or (tree.attrs[i] and _TITLE_CLASS.search(tree.get(i, "class")))):
                text = tree.text(i)
                if len(text) > 3 and not any(mark.at <= tree.ends[i] and mark.at > i and mark.pure for mark in inner):
                    return text
        taken = {i for mark in inner if mark.pure for i in range(mark.at, mark.end)}
        lines = "".join(text for i, text in enumerate(tree.texts[anchor.at : anchor.end], anchor.at) if i not in taken).split("\n")
        return next((" ".join(line.split()) for line in lines if len(line.strip()) > 3), "")
    if not inner:
        return anchor.text
    taken = {i for mark in inner if mark.pure for i in range(mark.at, mark.end)}
    text = " ".join("".join(text for i, text in enumerate(tree.texts[anchor.at : anchor.end], anchor.at) if i not in taken).split())
    if any(mark.in_title for mark in inner):
        found = list(_IN_TITLE.finditer(text))
        if found:
            last = found[0] if found[0].start() == 0 else found[-1]
            text = (text[: last.start()] + text[last.end() :]).strip()
    return text


def _tooltip_date(tree: Tree, row: Row) -> DateReading | None:
    for anchor in row.anchors:
        title = tree.get(anchor.at, "title")
        found = _TOOLTIP.search(title) if len(title) < 600 else None
        if found:
            return read_date(found[1], source=DateSource.LIST)
    return None


def _completed(tree: Tree, row: Row, date: DateReading) -> DateReading:
    """A year from the tooltip of the date itself, where month and day agree."""
    for mark in row.marks:
        title = tree.get(tree.parents[mark.at], "title")
        full = read_date(title, source=DateSource.LIST) if title else None
        if full is not None and full.absent is None and full.year and (full.month, full.day) == (date.month, date.day):
            return evolve(full, raw=date.raw, year_from=None)
    return date


def _judge(tree: Tree, regions: Regions, group: Group) -> None:
    region = regions.of(group.start)
    if region in ("hot", "related"):
        group.soft = region
    elif region == "side":
        group.soft = "side"
    heading = _heading(tree, group.start)
    group.heading = heading
    if heading:
        if _HOT_HEADING.fullmatch(heading):
            group.soft = "related"
        elif _NEW_HEADING.fullmatch(heading) and not group.soft:
            group.soft = "new"
    titles = group.titles
    if group.dated * 2 >= len(titles):
        group.listed = True
        return
    long = sum(len(title) >= 10 for title in titles)
    articles = sum(_ARTICLE_URL.search(row.anchors[0].url) is not None for row in group.rows)
    group.listed = long * 2 >= len(titles) and articles * 2 >= len(titles)


def _heading(tree: Tree, start: int) -> str:
    """The last line of text before a node, where it is short."""
    texts = tree.texts
    before = "".join(texts[max(start - 24, 0) : start]).rstrip()
    line = before.rpartition("\n")[2].strip()
    if not line or _MINOR.fullmatch(line):
        line = before.rpartition("\n")[0].rstrip().rpartition("\n")[2].strip()
    return line if len(line) <= 16 else ""


def entries(tree: Tree, found: list[Group], spans: list[tuple[int, int, str]], home: bool, pager: int | None, limit: int) -> tuple[Entry, ...]:
    """The entries of the page's own lists: of all content lists on a homepage, else of the main list or of the channel's blocks."""
    chosen = [group for group in found if group.listed and group.soft not in ("hot", "related")]
    if not home:
        chosen = _main(tree, chosen, pager)
    result: list[Entry] = []
    known: dict[tuple[str, str], int] = {}
    for group in chosen:
        for row, title, date in zip(group.rows, group.titles, group.dates, strict=True):
            reading = date if date is not None else NO_DATE
            url = row.anchors[0].url
            at = known.get((url, title))
            if at is None and not home:
                at = known.get((url, ""))
            if at is not None:
                if result[at].date.absent is Absent.NONE_SHOWN and date is not None:
                    result[at] = evolve(result[at], date=reading, title=title)
                continue
            known[url, title] = known[url, ""] = len(result)
            hidden = bool(spans) and why_hidden(spans, row.anchors[0].at) != ""
            pinned = "顶" in (text := tree.text(line_of(tree, row))[:400]) and _PINNED.search(text) is not None
            result.append(Entry(title, url, reading, hidden, pinned))
            if len(result) >= limit:
                tree.truncated = True
                return tuple(result)
    return tuple(result)


def _main(tree: Tree, chosen: list[Group], pager: int | None) -> list[Group]:
    """The main list of a column page, or the blocks of a channel page."""
    dated = [group for group in chosen if group.dated * 2 >= len(group.rows)]
    plain = [group for group in dated if not group.soft]
    if pager is not None and (dated or chosen):
        paged = _paged(tree, plain or dated or [group for group in chosen if not group.soft], pager)
        if paged:
            return paged
    if plain:
        return plain
    fresh = [group for group in dated if group.soft == "new"]
    if fresh:
        return fresh
    return [group for group in chosen if not group.soft]


def _paged(tree: Tree, pool: list[Group], pager: int) -> list[Group]:
    """The groups that share the smallest part of the page with the pager; of several the longest and what stands beside it."""
    up = tree.parents[pager]
    while up >= 0:
        inside = [group for group in pool if up < group.start < tree.ends[up]]
        if inside:
            break
        up = tree.parents[up]
    else:
        return []
    best = max(inside, key=lambda group: (len(group.rows), group.start))
    outer = tree.parents[best.container]
    grand = tree.parents[outer] if outer >= 0 else -1
    return [group for group in inside if group is best or tree.parents[group.container] in (outer, grand, best.container)]


_TOTAL = re.compile(
    r"(?:共|总共|共有|合计|总计|总数|记录)\s{0,3}[:：]?\s{0,3}(\d{1,8})\s{0,3}(?:条|项|篇|个(?:记录)?|件|则|笔|份)|总?记录数?\s{0,3}[:：]\s{0,3}(\d{1,8})|total(?:\s?records?)?\s{0,3}[:：]\s{0,3}(\d{1,8})", re.IGNORECASE
)
_PAGES = re.compile(r"(?:共|总共|共计|/|总页数\s{0,3}[:：]?)\s{0,3}(\d{1,6})\s{0,3}页|总页数\s{0,3}[:：]\s{0,3}(\d{1,6})")
_PAGE = re.compile(r"(?:第|当前(?:页|第)?|页次|页码)\s{0,3}[:：]?\s{0,3}(?:第\s{0,3})?(\d{1,6})\s{0,3}(?:页|/)")
_RATIO = re.compile(r"(?<![\d/.-])(\d{1,5})\s{0,3}/\s{0,3}(\d{1,5})(?![\d/.-])\s{0,3}页?")
_TRS = re.compile(r"create(?:Page|List)\w{0,12}\s{0,3}\(\s{0,3}[\"']?(\d{1,6})[\"']?\s{0,3},\s{0,3}[\"']?(\d{1,6})")
_JPAGE = re.compile(r"(?:totalRecord|totalrecord|total_?count|totalCount|recordCount|\bcount)[\"']?\s{0,3}[:=]\s{0,3}[\"']?(\d{1,8})", re.IGNORECASE)
_JPAGES = re.compile(r"(?:totalPage|total_?pages?|pageCount|countPage|m_nPageCount|maxPage)[\"']?\s{0,3}[:=]\s{0,3}[\"']?(\d{1,6})", re.IGNORECASE)
_PAGER_TEXT = re.compile(r"下一?页|尾页|末页|上一?页|next", re.IGNORECASE)
_PER_PAGE = re.compile(r"perPage[\"']?\s{0,3}[:=]\s{0,3}[\"']?(\d{1,4})", re.IGNORECASE)


def pager_node(tree: Tree, regions: Regions, anchors: Sequence[Anchor]) -> int | None:
    """The node of the page's pager: a 下一页 link, an element named so, or the script that draws one."""
    for i in tree.of.get("a", ()):
        if tree.ends[i] - i < 8:
            text = tree.text(i)
            if len(text) <= 6 and _PAGER_TEXT.search(text):
                return i
    for start, end, role in regions.spans:
        if role == "pager" and (any(char.isdigit() for char in "".join(tree.texts[start:end])) or end - start > 2):
            return start
    for i, content in tree.raw.items():
        if tree.tags[i] == "script" and ("createPage" in content or "jpage" in content or "totalRecord" in content) and len(content) < 20_000:
            return i
    return None


def pagination(tree: Tree, pager: int | None, html: str) -> Pagination | None:
    """Page n of m and the total, as far as the pager or its script says."""
    if pager is None:
        return None
    page = pages = total = None
    area = pager
    for _ in range(3):
        up = tree.parents[area]
        if up < 0 or tree.tags[up] in ("body", "html") or len(tree.text(up)) > 400:
            break
        area = up
    text = tree.text(area)
    if found := _TOTAL.search(text):
        total = int(found[1] or found[2] or found[3])
    if found := _PAGES.search(text):
        pages = int(found[1] or found[2])
    if found := _PAGE.search(text):
        page = int(found[1])
    if page is None and (found := _RATIO.search(text)) and pages in (None, int(found[2])):
        page, pages = int(found[1]), int(found[2])
    if pages is None or total is None:
        for i, content in tree.raw.items():
            if tree.tags[i] != "script" or ("age" not in content and "ecord" not in content) or len(content) > 200_000:
                continue
            if found := _TRS.search(content):
                pages = pages or int(found[1])
                page = page or int(found[2]) + 1
                break
            if "jpage" in content or "perPage" in content or "otal" in content:
                if total is None and (found := _JPAGE.search(content)):
                    total = int(found[1])
                if pages is None and (found := _JPAGES.search(content)):
                    pages = int(found[1])
                if pages is None and total is not None and (found := _PER_PAGE.search(content)) and int(found[1]):
                    pages = -(-total // int(found[1]))
    if page is None and pages is None and total is None:
        return Pagination()
    if page is not None and pages is not None and page > pages > 0:
        page = None
    return Pagination(page, pages, total)


def is_list_url(url: str) -> bool:
    """Whether an address is spelled like a column's."""
    return _LIST_URL.search(url.partition("#")[0]) is not None


def is_article_url(url: str) -> bool:
    """Whether an address is spelled like a single article's."""
    return _ARTICLE_URL.search(url.partition("#")[0]) is not None
