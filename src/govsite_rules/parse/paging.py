"""Page n of m and the total number of records, as pagers and their scripts say."""

from __future__ import annotations

import re
from bisect import bisect_left

from ..values.page import Pagination
from .regions import Regions
from .tree import Tree

_TOTAL = re.compile(
    r"(?:共[有计]?|总共|合计|总计|总数|记录)\s{0,3}[:：]?\s{0,3}(\d{1,8})\s{0,3}(?:条|项|篇|个(?:记录)?|件|则|笔|份)"
    r"|共\s{0,3}\d{1,6}\s{0,3}页\s{0,3}[,，/]?\s{0,3}(\d{1,8})\s{0,3}条(?!\s{0,3}/)|总?记录数?\s{0,3}[:：]\s{0,3}(\d{1,8})|total(?:\s?records?)?\s{0,3}[:：]\s{0,3}(\d{1,8})",
    re.IGNORECASE,
)
_PAGES = re.compile(r"(?:共|总共|共计|分|/|总页数\s{0,3}[:：]?)\s{0,3}(\d{1,6})\s{0,3}页|总页数\s{0,3}[:：]\s{0,3}(\d{1,6})")
_PAGE = re.compile(r"(?:第|当前(?:页|第)?|页次|页码)\s{0,3}[:：]?\s{0,3}(?:第\s{0,3})?(\d{1,6})\s{0,3}(?:页|/)")
_RATIO = re.compile(r"(?<![\d/.-])(\d{1,5})\s{0,3}/\s{0,3}(\d{1,5})(?![\d/.-])\s{0,3}页?")
_AFTER_TOTAL = re.compile(r"(?:条|记录)\s{0,3}[,，]?\s{0,3}(\d{1,6})\s{0,3}页(?!\s{0,3}[/共])")  # 共88条 6页
_ALONE = re.compile(r"(\d{1,8})\s{0,3}条")
_DOTS = ("...", "..", "…", "……", "····")
_MOST_DIGITS = 5
_TOTAL_TITLES = ("总数", "Total record")
_TRS = re.compile(r"create(?:Page|List)\w{0,12}\s{0,3}\(\s{0,3}[\"']?(\d{1,6})[\"']?\s{0,3},\s{0,3}[\"']?(\d{1,6})")
_NAMED = re.compile(
    r"createPageHTML\s{0,3}\(\s{0,3}[\"'][\w-]{1,40}[\"']\s{0,3},\s{0,3}(\d{1,6})\s{0,3},\s{0,3}(\d{1,6})"
    r"(?:\s{0,3},\s{0,3}[\"'][\w-]{0,40}[\"']){2}\s{0,3},\s{0,3}(\d{1,8})"
)
_RECORDS = re.compile(r"(?:total_?records?|total_?count|recordCount|\bcount)[\"']?\s{0,3}[:=]\s{0,3}[\"']?(\d{1,8})", re.IGNORECASE)
_COUNT = re.compile(r"(?:total_?pages?|pageCount|countPage|m_nPageCount|maxPage)[\"']?\s{0,3}[:=]\s{0,3}[\"']?(\d{1,6})", re.IGNORECASE)
_SIZE = re.compile(r"\bPager\s{0,3}\(\s{0,3}\{\s{0,3}size\s{0,3}:\s{0,3}(\d{1,6})\s{0,3},\s{0,3}current\s{0,3}:\s{0,3}(\d{1,6})")
_PER_PAGE = re.compile(r"(?:perPage|pageSize|rows)[\"']?\s{0,3}[:=]\s{0,3}[\"']?(\d{1,4})", re.IGNORECASE)
_TURN = re.compile(r"下一?页|后一?页|尾页|末页|上一?页|前一?页|N(?i:ext)|n(?i:ext)")  # by first letters: fast
_DRAWERS = ("createPage", "jpage", "totalRecord", "createList", "pageCount", "totalPage", "countPage", "Pager({")
_LONGEST_SCRIPT = 200_000
_LONGEST_PAGER = 400
_LONGEST_COUNT, _LONGEST_WORDS = 20, 40


def pager_node(tree: Tree, regions: Regions) -> int | None:
    """The node of the page's pager: a 下一页 link, an element named so, or the script that draws one."""
    for i in tree.of.get("a", ()):
        if tree.ends[i] - i < 6 and len(text := "".join(tree.texts[i : tree.ends[i]])) <= 12 and _TURN.search(text):
            return i
    for start, end, role in regions.spans:
        if role == "pager" and (end - start > 2 or any(map(str.isdigit, "".join(tree.texts[start:end])))):
            return start
    for i, content in tree.raw.items():
        if tree.tags[i] == "script" and len(content) < 20_000 and any(word in content for word in _DRAWERS):
            return i
    return None


def in_words(tree: Tree, text: str) -> int | None:
    """Where words of the text alone say how many pages there are: a list that ends on its one page, or whose links a script makes."""
    if "页" not in text:
        return None
    for i in tree.words:
        part = tree.texts[i]
        if "页" not in part or len(part) > (_LONGEST_WORDS if _PAGE.search(part) else _LONGEST_COUNT):
            continue
        around = tree.text(tree.parents[i])[:_LONGEST_PAGER]
        # "共12页" in running words is as well said of an attachment.
        if _PAGES.search(around) and (not _PAGES.search(part) or _PAGE.search(around) or _TOTAL.search(around)):
            return tree.parents[i]
    return None


def pagination(tree: Tree, pager: int | None) -> Pagination | None:
    """What the pager says; None where the page has none. Parts that are not shown stay None."""
    if pager is None:
        return None
    area = pager
    for _ in range(3):
        up = tree.parents[area]
        if up < 0 or tree.tags[up] in ("body", "html") or len(tree.text(up)) > _LONGEST_PAGER:
            break
        area = up
    text = tree.text(area)
    total = _number(_TOTAL.search(text))
    pages = _number(_PAGES.search(text)) or _number(_AFTER_TOTAL.search(text))
    page = _number(_PAGE.search(text))
    if None in (page, pages) and (ratio := _ratio(text, page, pages)):
        page, pages = ratio
    pages = pages or _last_number(tree, area)
    total = total if total is not None else _written_alone(tree, area)
    if pages is None or total is None:
        page, pages, total = _from_scripts(tree, page, pages, total)
    if page is not None and pages is not None and page > pages:
        page = None
    return Pagination(page, pages, total)


def _ratio(text: str, page: int | None, pages: int | None) -> tuple[int, int] | None:
    """Page and pages as "3/12", in keeping with what is known of them; several, or one with a nought before, are month and day."""
    written = set(_RATIO.findall(text))
    found = [(int(a), int(b)) for a, b in written if a[0] != "0" != b[0] and page in (None, int(a)) and pages in (None, int(b))]
    return found[0] if len(found) == 1 and (len(written) == 1 or (page, pages) != (None, None)) else None


def _last_number(tree: Tree, area: int) -> int | None:
    """The number that stands alone behind the dots of a run of pages: 1 2 3 … 58."""
    words = tree.words[bisect_left(tree.words, area) : bisect_left(tree.words, tree.ends[area])]
    told = [tree.texts[i].strip() for i in words]
    last = [b for a, b, c in zip(told, told[1:], [*told[2:], ""], strict=False) if a in _DOTS and b.isdecimal() and not c.isdecimal()]
    return int(last[-1]) if last and len(last[-1]) <= _MOST_DIGITS else None


def _written_alone(tree: Tree, area: int) -> int | None:
    """The number of records in a link of its own: 96条, or the number alone where the link's title says what it is."""
    links = tree.of.get("a", ())
    inside = links[bisect_left(links, area) : bisect_left(links, tree.ends[area])]
    counts = [found[1] for i in inside if (found := _ALONE.fullmatch(tree.text(i)))]  # several are sizes of a page to choose from
    counts += [text for i in inside if tree.get(i, "title") in _TOTAL_TITLES and (text := tree.text(i)).isdecimal()]
    return int(counts[0]) if len(counts) == 1 else None


def _number(found: re.Match[str] | None) -> int | None:
    return next((int(group) for group in found.groups() if group), None) if found else None


def _from_scripts(tree: Tree, page: int | None, pages: int | None, total: int | None) -> tuple[int | None, int | None, int | None]:
    for i in tree.of.get("script", ()):
        content = tree.raw.get(i, "")
        if not content or len(content) > _LONGEST_SCRIPT or not any(word in content for word in _DRAWERS):
            continue
        if named := _NAMED.search(content):  # counts from one, and says how many records there are
            return page or int(named[2]), pages or int(named[1]), total if total is not None else int(named[3])
        if trs := _TRS.search(content) or _SIZE.search(content):
            return page or int(trs[2]) + 1, pages or int(trs[1]), total
        # A script that counts from nothing says nothing.
        total = total if total is not None else _number(_RECORDS.search(content)) or None
        pages = pages if pages is not None else _number(_COUNT.search(content))
        size = _number(_PER_PAGE.search(content))
        if pages is None and total is not None and size:
            pages = -(-total // size)
    return page, pages, total
