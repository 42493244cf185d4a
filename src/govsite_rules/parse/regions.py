"""Which part of a page a node stands in: header, navigation, footer, path, pager, side matter, or the content itself."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache

from .articles.line_kinds import is_body_name
from .blanks import PHRASE
from .tree import Tree
from .urls import is_article_url

_BY_TAG = {"nav": "nav", "footer": "footer", "header": "header", "aside": "side", "select": "nav", "marquee": "hot"}
_BOXES = ("div", "ul", "section", "table", "form", "dl", "ol", "article", "main", "td", "tr", "p", "iframe", "dt", "dd", "li", *_BY_TAG)

# Tried in this order on "id class" in lower case; names of content that contain telling words come first.
_NAMES = tuple(
    (role, re.compile("|".join(words.split())))
    for role, words in (
        (
            "",
            r"headline toutiao top_?news newstop topic headnews navtab tabnav content_?nav"
            r" (?:card|collapse|panel|accordion)[-_\w]{0,10}head",
        ),
        (
            "crumb",
            r"crumb curmb breadc position (?<![a-z])location local_?nav weizhi dqwz \bwz_?nav \bmbx mianbao \bpath\b site_?path nowplace"
            r" \bplace\b currentplace addr(?:ess)?_?nav dangqian currentpath \bbread\b",
        ),
        (
            "pager",
            r"\bpag(?:e|es|er|ing|ination|inate)?(?:[-_]?(?:div|bar|nav|box|list|num|area|link|wrap|con|turn|no|normal|info|style|r|s))?\d?(?![\w-])"
            r" fenye \bfy\b changepage pagination \bpb_sys default_pgcontainer \bjump",
        ),
        (
            "footer",
            r"footer foot(?!ball|print|note) copyright (?<!--)(?<!top-)\bbottom(?![-_]?(?:line|border|con|list|news)) \bbtm\b dibu yejiao"
            r" banquan \bdb_?nav page_?end \bft_ \bg-ft\b \bm-ft\b",
        ),
        (
            "friend",
            r"friend yq_?link youlian yqlj \byl_?link flink links?_?box xglj \blinks\b relatedlinks? xg_?link web_?link wzlj wzdh",
        ),
        (
            "share",
            r"share fenxiang \bfx_ bdshare jiathis bshare social- print_?close gn_?btn tool_?bar \bewm\b qrcode float piaofu \bside_?tool",
        ),
        ("nav", r"nav(?!al|y) menu daohang \bdh\b sub_?column zlm sidebar_?list left_?list \blm_?list lanmu_?list"),
        (
            "header",
            r"(?<![a-z])(?:page|site|web|main|g|m|w|common|wrap|top)?[-_]?head(?:er)?"
            r"(?:er|[-_]?(?:box|bg|wrap|bar|con|top|inner|main|container|\d))?(?![a-z])"
            r" \btop(?:bar|[-_](?:bar|box|link|nav|wrap|bg|l|r))\b"
            r" (?<!bd-)(?<!border-)(?<!--)\btop\b(?!-body|-none) logo banner \bsite_?name \bwelcome \bg-hd\b",
        ),
        ("search", r"search sousuo \bsear\b"),
        (
            "related",
            r"relat relevan xgxx xgwz xgyd xgnews xgzx xg_?list xiangguan xgwj xgjd prev(?:ious)?[-_]?next pre[-_]?next \bsxp"
            r" pn_?news up[-_]?down nextprev arti_?next",
        ),
        ("hot", r"\bhot hot(?:news|list|words?) redian remen ranking \brank paihang djph recommend tuijian \brm_ guess \btop10"),
        ("side", r"\bside sidebar aside subleft \bleft_?(?:nav|menu|bar|side) right_?(?:bar|side)"),
    )
)
_PATH_LABEL = re.compile(r"面包屑|当前位置|栏目路径|breadcrumb", re.IGNORECASE)
_DATELESS = frozenset(("nav", "pager", "share", "friend", "header", "crumb", "footer"))
_TURNS = re.compile(r"页|共\s{0,3}\d{1,8}\s{0,3}条|\d\s{0,9}[/|]\s{0,9}\d|^[<>«»]|^\d{1,4}$|next|prev", re.IGNORECASE)
_PROSE = {"nav": 60, "header": 120, "friend": 120, "pager": 80}  # characters beside the links
_LINKED = {"nav": 12, "header": 12, "friend": 16, "pager": 5}  # characters a link, on average
_BESIDE, _LONG = 4, 12  # links in a row; characters of a title
_FACTS = re.compile(
    r"(?:发布|发表|发稿|信息|更新|发文|成文|公开|生成|添加|加入|录入|上传|创建)\s{0,3}(?:时间|日期)|发[布表]于|(?:来源|发布(?:单位|机构|机关))\s{0,3}[:：]|索\s{0,3}引\s{0,3}[号码]"
)
_DAY = re.compile(r"(?:日期|时间)\s{0,3}[:：]\s{0,3}(?:19|20)\d\d")  # which a site's header may have, but beside no editor
_WHO = re.compile(r"编\s{0,3}辑|作\s{0,3}者|审核|录入|浏览次数|点击数|字[体号]")
_SITE = re.compile(r"ICP|版权|主办|标识码|技术支持|copyright", re.IGNORECASE)  # what a site's own footer says
_HOLDING = frozenset(("crumb", "header"))
_TOOLS, _TITLE = 8, 8  # links to print or share beside an article's title; characters of a title
_BESIDES = ("side", "hot")
_BOXED = frozenset(("header", "hot", "footer", "share"))  # what an article's own line may be called
_OPEN = frozenset(("", "side", "hot", "related", "header"))
_LONGEST = 400  # characters of an id and classes that are looked at, and remembered
CONTENT = frozenset(("", "hot", "related", "side"))


@lru_cache(maxsize=8192)
def role_of(names: str) -> str:
    """The region that an element's id and classes announce, '' for none."""
    names = names.lower()
    for role, pattern in _NAMES:
        if pattern.search(names):
            return role
    return ""


class Regions:
    """The regions of one page. ``spans`` are the believed ones, (start, end, role), outer ones before inner ones."""

    __slots__ = ("_roles", "_starts", "spans")

    def __init__(self, tree: Tree, dates: list[int]) -> None:
        """``dates`` are the nodes of displayed dates: what holds them beside long links is a list, whatever its name."""
        spans: list[tuple[int, int, str]] = []
        ends, links, attrs, of = tree.ends, tree.of.get("a", []), tree.attrs, tree.of
        inputs = of.get("input", [])
        for tag in _BOXES:
            if tag not in of:
                continue
            by_tag = _BY_TAG.get(tag, "")
            for i in of[tag]:
                role = "" if by_tag and _is_in_article(tree, i) else by_tag
                if tag == "nav" and _PATH_LABEL.search(attrs[i].get("aria-label") or ""):
                    role = "crumb"
                if not role:
                    found = attrs[i]
                    if not found:
                        continue
                    name, kind = found.get("id"), found.get("class")
                    if name:
                        role = role_of(f"{name} {kind}"[:_LONGEST] if kind else name[:_LONGEST])
                    elif kind:
                        role = role_of(kind[:_LONGEST])
                if role == "search":
                    role = "header" if bisect_left(inputs, ends[i]) > bisect_left(inputs, i) else ""
                if role in ("header", "footer") and _is_in_article(tree, i):
                    role = ""
                if role and _is_believable(tree, i, ends[i], role, links, dates):
                    spans.append((i, ends[i], role))
        spans.sort()
        # What holds the page's path is the page's body, whatever its name; a header may hold it.
        paths = [start for start, _, role in spans if role == "crumb"]
        if paths:
            spans = [span for span in spans if span[2] in _HOLDING or bisect_right(paths, span[0]) == bisect_left(paths, span[1])]
            if beside := _beside_path(tree, spans, links, dates):
                spans = sorted((*spans, *beside))
        self.spans = spans
        # Flattened to boundaries: an outer region wins over what is inside it, save where it is open.
        starts: list[int] = [-1]
        roles: list[str] = [""]
        stack: list[tuple[int, str]] = []
        for start, end, role in spans:
            while stack and stack[-1][0] <= start:
                starts.append(stack.pop()[0])
                roles.append(stack[-1][1] if stack else "")
            if role and stack and stack[-1][1] not in _OPEN:
                continue
            starts.append(start)
            roles.append(role)
            stack.append((end, role))
        while stack:
            starts.append(stack.pop()[0])
            roles.append(stack[-1][1] if stack else "")
        self._starts, self._roles = starts, roles

    def of(self, i: int) -> str:
        """The region of node ``i``: '' is the content."""
        return self._roles[bisect_right(self._starts, i) - 1]

    def stretches(self, end: int) -> list[tuple[int, int]]:
        """The stretches of nodes up to ``end`` that are content."""
        found = []
        for at, role in enumerate(self._roles):
            if not role:
                start = max(self._starts[at], 0)
                stop = self._starts[at + 1] if at + 1 < len(self._starts) else end
                if start < stop:
                    found.append((start, stop))
        return found


def _is_in_article(tree: Tree, i: int) -> bool:
    """Whether an element is part of one article or item: its header and footer are not the page's."""
    up = tree.parents[i]
    while up >= 0 and tree.tags[up] not in ("article", "li"):
        up = tree.parents[up]
    return up >= 0


def _beside_path(tree: Tree, spans: list[tuple[int, int, str]], links: list[int], dates: list[int]) -> list[tuple[int, int, str]]:
    """What stands in the row of the path without being a step: the article's own day, with words that say so."""
    found: list[tuple[int, int, str]] = []
    for start, end, role in spans:
        if role != "crumb":
            continue
        for at in dates[bisect_left(dates, start) : bisect_left(dates, end)]:
            while (up := tree.parents[at]) > start and links[bisect_left(links, up) : bisect_left(links, tree.ends[up])] == []:
                at = up
            if _FACTS.search("".join(tree.texts[at : tree.ends[at]])):
                found.append((at, tree.ends[at], ""))
    return found


def _is_believable(tree: Tree, start: int, end: int, role: str, links: list[int], dates: list[int]) -> bool:
    """Whether a region can be what its name says: wrappers of whole pages and dated lists carry such names too."""
    day = bisect_left(dates, start)
    shown = bisect_left(dates, end, day) - day
    if end - start < 4 and not (shown and role in _BOXED):
        if role == "nav" and tree.tags[start] != "li":
            return not PHRASE.fullmatch(tree.text(start))  # a row of a list that says it has none
        return role != "nav" or not _is_row(tree, start, end)
    first, last = bisect_left(links, start), bisect_left(links, end)
    count = last - first
    if role == "crumb" and (count > 20 or shown > 2):
        return False
    if shown and role in _DATELESS and (shown > 2 or (count and _holds_row(tree, start, links, dates[day : day + shown]))):
        return False
    if role == "crumb":
        return sum(len(tree.text(i)) >= _LONG for i in links[first:last]) <= 2
    if shown and role == "header" and count <= _TOOLS and (_holds_title(tree, start, end) or _tells_facts("".join(tree.texts[start:end]))):
        return False  # an article's own header: its title and date, or a table of its facts
    mixed = (
        bool(shown)
        and role in _BESIDES
        and ((role == "hot" and not (count and _holds_row(tree, start, links, dates[day : day + 1]))) or _holds_title(tree, start, end))
    )
    if mixed and _FACTS.search("".join(tree.texts[start:end])):
        return False  # an article beside a menu, or its facts in a box with such a name
    if role == "share":
        told = "".join(tree.texts[start:end])
        return not shown and "时间" not in told and "日期" not in told and _length(tree, start, end) <= 200
    if role == "footer" and ((most := (end - start) * 2 > len(tree.tags)) or shown):
        said = "".join(tree.texts[start:end])
        if _FACTS.search(said) and (most or (len(said) <= _LONGEST and not _SITE.search(said))):
            return False  # most of the page, and an article's facts in it: a wrapper; or the foot of an article
    limit = _PROSE.get(role)
    if limit is None or tree.tags[start] in _BY_TAG:
        return True
    length = _length(tree, start, end)
    if not count:
        # Nothing to click: an element that a script fills, or no such region.
        counts = role == "pager" and _TURNS.search("".join(tree.texts[start:end])) is not None
        return length <= (limit if role == "header" or counts else 0)
    texts, ends = tree.texts, tree.ends
    linked = sum([len("".join(texts[i : ends[i]]).strip()) for i in links[first:last]])
    if length - linked > limit or linked > _LINKED[role] * count:
        return False
    if role in ("nav", "header") and linked * 2 > _LINKED[role] * count > _LINKED[role]:
        distinct = len({attrs.get("href") for attrs in (tree.attrs[i] for i in links[first:last])})
        if linked > _LINKED[role] * distinct:
            return False  # a title and 详情 lead to one address
    return role != "pager" or (not shown and any(_TURNS.search(tree.text(i)) for i in links[first:last]))


def _tells_facts(text: str) -> bool:
    return _FACTS.search(text) is not None or (_DAY.search(text) is not None and _WHO.search(text) is not None)


def _is_row(tree: Tree, start: int, end: int) -> bool:
    """Whether an item is a title with a link to an article."""
    return len(tree.text(start)) >= _LONG or any(tree.tags[i] == "a" and is_article_url(tree.get(i, "href")) for i in range(start, end))


def _holds_row(tree: Tree, start: int, links: list[int], dates: list[int]) -> bool:
    """Whether one of these dates stands beside a link to an article, few others around: a row of a list."""
    for at in dates:
        up = tree.parents[at]
        while up >= start:
            beside = links[bisect_left(links, up) : bisect_left(links, tree.ends[up])]
            if beside:
                if len(beside) <= _BESIDE and any(len(tree.text(i)) >= _LONG or is_article_url(tree.get(i, "href")) for i in beside):
                    return True
                break
            up = tree.parents[up]
    return False


def _holds_title(tree: Tree, start: int, end: int) -> bool:
    """Whether a heading in this part reads like an article's title rather than the name of a body or its site."""
    for tag in ("h1", "h2", "h3"):
        found = tree.of.get(tag, ())
        for i in found[bisect_left(found, start) : bisect_left(found, end)]:
            text = tree.text(i)
            if len(text) >= _TITLE and not is_body_name(text):
                return True
    return False


def _length(tree: Tree, start: int, end: int) -> int:
    """Characters of text, white space left out."""
    return sum(map(len, "".join(tree.texts[start:end]).split()))
