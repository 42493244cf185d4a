"""Which part of a page a node stands in: header, navigation, footer, path, pager, side matter, or the content itself."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache

from .tree import Tree

_BY_TAG = {"nav": "nav", "footer": "footer", "header": "header", "aside": "side", "select": "nav"}

# Tried in this order on "id class" in lower case; words of content inside otherwise telling names come first.
_NAMES = (
    ("", re.compile(r"headline|toutiao|topnews|top_?news|newstop|topic|headnews|navtab|tabnav|content_?nav")),
    ("crumb", re.compile(r"crumb|curmb|breadc|position|\blocation|local_?nav|weizhi|dqwz|\bwz_?nav|\bmbx|mianbao|\bpath\b|site_?path|nowplace|\bplace\b|addr(?:ess)?_?nav|dangqian|currentpath|\bbread\b")),
    ("pager", re.compile(r"\bpag(?:e|es|er|ing|ination|inate)?(?:[-_]?(?:div|bar|nav|box|list|num|area|link|wrap|con|turn|no|normal|info|style|r|s))?\d?\b|fenye|\bfy\b|changepage|pagination|\bpb_sys|default_pgcontainer|\bjump")),
    ("footer", re.compile(r"footer|foot(?!ball|print|note)|copyright|\bbottom(?![-_]?(?:line|border|con|list|news))|\bbtm\b|dibu|yejiao|banquan|\bdb_?nav|page_?end|\bft_")),
    ("friend", re.compile(r"friend|yq_?link|youlian|yqlj|\byl_?link|flink|links?_?box|xglj|\blinks\b|relatedlinks?|xg_?link|web_?link|websitelink|wzlj|wzdh")),
    ("share", re.compile(r"share|fenxiang|\bfx_|bdshare|jiathis|bshare|social-|print_?close|gn_?btn|toolbar|tool_?bar|\bewm\b|qrcode|float|piaofu|\bside_?tool")),
    ("nav", re.compile(r"nav(?!al|y)|menu|daohang|\bdh\b|sub_?column|zlm|sidebar_?list|left_?list|\blm_?list|lanmu_?list")),
    ("header", re.compile(r"(?<![a-z])(?:page|site|web|main|g|m|w|common|wrap|top)?[-_]?head(?:er)?(?:er|[-_]?(?:box|bg|wrap|bar|con|top|inner|main|container|\d))?(?![a-z])|\btop(?:bar|[-_](?:bar|box|link|nav|wrap|bg|l|r))\b|\btop\b|logo|banner|\bsite_?name|\bwelcome|search|sousuo|\bsear\b")),
    ("related", re.compile(r"relat|relevan|xgxx|xgwz|xgyd|xgnews|xgzx|xg_?list|xiangguan|xgwj|xgjd|prev(?:ious)?[-_]?next|pre[-_]?next|\bsxp|pn_?news|up[-_]?down|nextprev|arti_?next")),
    ("hot", re.compile(r"\bhot|hot(?:news|list|words?)|redian|remen|ranking|\brank|paihang|djph|recommend|tuijian|\brm_|guess|\btop10")),
    ("side", re.compile(r"\bside|sidebar|aside|subleft|\bleft_?(?:nav|menu|bar|side)|right_?(?:bar|side)")),
)


_PLAIN = frozenset(("a", "span", "img", "body", "html", "script", "link", "meta", "b", "strong", "font", "em", "i", "p", "input", "style", "br", "td", "tr"))
_DATELESS = frozenset(("nav", "pager", "share", "friend", "header", "crumb", "footer"))


@lru_cache(maxsize=8192)
def role_of(names: str) -> str:
    """The region that an element's id and classes announce, '' for none."""
    names = names.lower()
    for role, pattern in _NAMES:
        if pattern.search(names):
            return role
    return ""


def _is_believable(tree: Tree, start: int, end: int, role: str, links: list[int], dates: list[int]) -> bool:
    """Whether a region can be what its name says: wrappers of whole pages and dated lists carry such names too."""
    if end - start < 4:
        return True
    first, last = bisect_left(links, start), bisect_left(links, end)
    count = last - first
    if role == "crumb":
        return count <= 20
    if count > 12 and count > len(links) * 0.7 and role != "footer":
        return False
    if role in _DATELESS:
        shown = bisect_left(dates, end) - bisect_left(dates, start)
        if shown > 2 or (shown and any(len(tree.text(i)) >= 12 for i in links[first:last])):
            return False
    if role in ("pager", "share"):
        return len("".join("".join(tree.texts[start:end]).split())) <= 300
    if role == "nav" and end - start > 12:
        return count >= 2 and len("".join("".join(tree.texts[start:end]).split())) <= 40 * count
    if role == "header" and tree.tags[start] not in ("header",):
        return len("".join("".join(tree.texts[start:end]).split())) <= 400 + 12 * count
    return True


class Regions:
    """Regions of one page. A region that spans most of the page's links is a wrapper and is not believed."""

    __slots__ = ("_roles", "_starts", "spans")

    def __init__(self, tree: Tree, dates: list[int]) -> None:
        """``dates`` are the nodes of displayed dates: what holds them beside long links is a list, whatever its name."""
        spans: list[tuple[int, int, str]] = []
        ends, links = tree.ends, tree.of.get("a", [])
        for i, tag in enumerate(tree.tags):
            if not tag or tag in _PLAIN:
                continue
            role = _BY_TAG.get(tag, "")
            if not role:
                attrs = tree.attrs[i]
                if not attrs:
                    continue
                name, kind = attrs.get("id"), attrs.get("class")
                if not name and not kind:
                    continue
                role = role_of(f"{name or ''} {kind or ''}")
                if not role:
                    continue
            if _is_believable(tree, i, ends[i], role, links, dates):
                spans.append((i, ends[i], role))
        self.spans = spans
        # Flattened to boundaries: the outermost header, footer, nav or pager wins over what is inside it.
        starts: list[int] = [-1]
        roles: list[str] = [""]
        stack: list[tuple[int, str]] = []
        for start, end, role in spans:
            while stack and stack[-1][0] <= start:
                closed = stack.pop()[0]
                starts.append(closed)
                roles.append(stack[-1][1] if stack else "")
            outer = stack[-1][1] if stack else ""
            if outer and outer not in ("side", "hot", "related", "header"):
                continue
            starts.append(start)
            roles.append(role)
            stack.append((end, role))
        while stack:
            closed = stack.pop()[0]
            starts.append(closed)
            roles.append(stack[-1][1] if stack else "")
        self._starts, self._roles = starts, roles

    def of(self, i: int) -> str:
        """The region of node ``i``: '' is the content."""
        return self._roles[bisect_right(self._starts, i) - 1]

    def content(self, end: int) -> list[tuple[int, int]]:
        """The stretches of nodes up to ``end`` that are content or side matter, not frame."""
        found = []
        for at, role in enumerate(self._roles):
            if role in ("", "hot", "related", "side"):
                start = max(self._starts[at], 0)
                stop = self._starts[at + 1] if at + 1 < len(self._starts) else end
                if start < stop:
                    found.append((start, stop))
        return found
