"""The links of a page: absolute, with their text, place, and whether a visitor can see them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from ..values.page import Link, LinkKind
from .han import han_count
from .regions import Regions
from .tree import Tree
from .urls import Joiner, host_of, is_attachment, is_government, same_site

_OPENS = re.compile(
    r"(?:window\.open|location(?:\.href)?\s{0,3}=|go(?:to)?(?:Url|Page)?|open(?:Url|Page|Win)?)"
    r"""\s{0,3}\(?\s{0,3}['"]([^'"\s]{2,300})['"]"""
    # A function of the site's own that is given an address.
    r"""|\b(?!\w{0,20}(?:share|fav|collect|copy|home))\w{1,30}\(\s{0,3}['"]((?:https?:)?//?[^'"\s]{2,300})['"]""",
    re.I,
)
_SCRIPT_HREF = re.compile(
    r"""\s{0,9}javascript:[^'"]{0,80}['"]((?:https?:)?/?[^'"\s]{2,300}\.(?:s?html?|jsp|php|aspx?|do)(?:\?[^'"\s]{0,200})?|(?:https?:)?//[^'"\s]{2,300})['"]""",
    re.I,
)
_PLACES = {"nav": "nav", "header": "nav", "friend": "nav", "footer": "footer", "crumb": "crumb", "pager": "nav", "share": "nav"}

_MENUS = frozenset(("nav", "header"))
_ITEMS = frozenset(("li", "div", "dl", "td", "dd", "section"))
_LISTS = frozenset(("ul", "ol", "dl", "div", "dd", "table", "section"))
_MENU_TAGS = (
    _ITEMS | _LISTS | frozenset(("nav", "header", "tr", "tbody", "p", "span", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "b", "strong"))
)
_HIGHEST_MENU = 8
_MOST_ITEMS = 60
_TITLE = 8  # characters of a title
_NOWHERE = ("", " ", "#", "j", "J")  # how an address of nothing, of the page itself or of a script begins

_NOT_SHOWN = re.compile(
    r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden|clip\s{0,3}:\s{0,3}rect\(\s{0,3}(?:[01](?:px)?[\s,]{0,3}){4}\)|scale\(\s{0,3}0\s{0,3}\)",
    re.I,
)
# 1 without a unit is a whole line's height, 1em a letter's: neither is small.
_ZERO_FONT = re.compile(
    r"(?<![a-z-])(?:font-size\s{0,3}:\s{0,3}(?:0(?:\.\d{1,4})?(?:px|pt)?|0(?:r?em|%)|1(?:px|pt))|opacity\s{0,3}:\s{0,3}0(?:\.0\d{0,4})?)\s{0,3}(?:;|$|!)",
    re.I,
)
_ZERO_SIZE = re.compile(
    r"(?<![a-z-])(?:max-|line-)?(?:width|height)\s{0,3}:\s{0,3}(?:0(?:px|pt|r?em|%)?|1(?:px|pt))\s{0,3}(?:;|$|!)",
    re.I,
)
# A box drawn back to the page's middle, the track of moving pictures: what they take aside they show.
_MIDDLE = re.compile(r"(?<![a-z-])(?:left|top|right|bottom)\s{0,3}:\s{0,3}[1-9]\d%", re.I)
_TRACK = re.compile(r"(?<![a-z-])(?:width|height)\s{0,3}:\s{0,3}(\d{4,6})px", re.I)
_HALF = 2_000  # pixels: more than half of any screen
_AWAY = re.compile(
    r"(?<![a-z-])(?:text-indent|margin(?:-left|-top)?|left|top|right|bottom)\s{0,3}:\s{0,3}-(\d{3,6})(?:\.\d{1,4})?(?:px|em"
    r"|pt)",
    re.I,
)
# A box without a height of its own that its padding keeps open for a picture.
_PADDED = re.compile(r"padding[a-z-]{0,9}\s{0,3}:[^;]{0,40}[1-9]\d", re.I)
_ONLY_FONT = re.compile(r"^(?!.*(?:opacity|overflow|(?<!-)height|width)).*font-size", re.I | re.DOTALL)
_NO_SIZE = re.compile(r"[0-5](?:px)?")
_OPENED = re.compile(
    r"document\.write(?:ln)?\(\s{0,9}(?:'|\")<(?:div|span|ul|p|table|dl|font|b)\b[^>]{0,200}?style\s{0,3}=\s{0,3}[\\'\"]{0,2}([^'\"\\>]{1,300})[\\'\"]{0,2}"
    r"[^>]{0,200}>\s{0,9}['\"]\s{0,9}\)",
    re.I,
)
_SHUT = re.compile(
    r"getElementById\(\s{0,9}['\"]([^'\"]{1,80})['\"]\s{0,9}\)\.style\.(?:display|visibility)\s{0,9}=\s{0,9}['\"](?:none|hidden)['\"]"
)
_MOVED = re.compile(r"position\s{0,3}:\s{0,3}(?:absolute|fixed)|indent|margin", re.I)
_CSS_COMMENT = re.compile(r"/\*[^*]{0,2000}\*/")
_RULE = re.compile(r"(?:^|(?<=\}))\s{0,99}([.#])([\w-]{1,60})\s{0,9}\{([^{}]{1,400})\}")
# Menus, tabs and windows open when the visitor points at them.
_FOLDING = re.compile(
    r"nav|menu|drop|sub(?!s?cri)|tab(?!le)|(?:^|[ _-])con_|pane|pop(?!ul)|layer|dialog|modal|float|toggle|collap"
    r"|sel(?:box|ect)|mobile|swiper",
    re.I,
)
_OPENS_ON = ("onmouseover", "onmouseenter", "onclick", "onmousemove")
FOLDED = "folded"

Span = tuple[int, int, str]
_FAR = 1 << 62
_NONE: Mapping[int, str] = MappingProxyType({})
_LONGEST_STYLE = 1_000  # characters of a style that are looked at, and remembered


class Anchor(NamedTuple):
    """A link where it stands: node, end of its subtree, absolute address, text, region."""

    at: int
    end: int
    url: str
    text: str
    region: str


def anchors(tree: Tree, regions: Regions, joiner: Joiner, limit: int) -> list[Anchor]:
    """All links that lead somewhere, in document order, at most ``limit``."""
    found: list[Anchor] = []
    append, attrs, ends, text = found.append, tree.attrs, tree.ends, tree.text
    for i in tree.named("a", "area") if "area" in tree.of else tree.of.get("a", ()):
        href = attrs[i].get("href")
        url = joiner[href] if href else ""
        if not url:
            url = _scripted(attrs[i].get("onclick"), href or "", joiner)
            if not url:
                continue
        append(Anchor(i, ends[i], url, text(i), regions.of(i)))
        if len(found) >= limit:
            tree.truncated = True
            break
    return found


def row_anchors(tree: Tree, regions: Regions, joiner: Joiner) -> list[Anchor]:
    """List items and table rows without a link in them that a click opens."""
    found = []
    for i in tree.named("tr", "li", "div", "dl", "p", "span"):
        onclick = tree.attrs[i].get("onclick")
        if onclick and not any(tag == "a" for tag in tree.tags[i + 1 : tree.ends[i]]):
            url = _scripted(onclick, "", joiner)
            if url:
                found.append(Anchor(i, tree.ends[i], url, tree.text(i), regions.of(i)))
    return found


def unaddressed(tree: Tree, regions: Regions, joiner: Joiner) -> list[Anchor]:
    """Links with the words of a title that lead nowhere by what the page says; their address is ''."""
    found = []
    for i in tree.of.get("a", ()):
        href = tree.attrs[i].get("href") or ""
        if href[:1] not in _NOWHERE or "name" in tree.attrs[i] or len(text := tree.text(i)) < _TITLE:
            continue
        leads = joiner[href] or _scripted(tree.attrs[i].get("onclick"), href, joiner)
        if not leads and han_count(text) * 2 > len(text):
            found.append(Anchor(i, tree.ends[i], "", text, regions.of(i)))
    return found


def _scripted(onclick: str | None, href: str, joiner: Joiner) -> str:
    found = _SCRIPT_HREF.match(href) if href[:11].lower() == "javascript:" else None
    if found is None and onclick:
        found = _OPENS.search(onclick)
    return joiner[next(filter(None, found.groups()))] if found else ""


def hidden_spans(tree: Tree) -> list[Span]:
    """The outermost subtrees that the page's own styles take from view: (start, end, why); tabs and menus are among them, folded."""
    hidden: list[Span] = []
    for i in tree.styled:
        if hidden and i < hidden[-1][1]:
            continue
        attrs = tree.attrs[i]
        style = attrs.get("style")
        why = _why_hidden(style[:_LONGEST_STYLE]) if style else ""
        if why == "zero size" and style and _ONLY_FONT.search(style) and (not tree.text(i) or _sized_within(tree, i)):
            why = ""  # a picture has no letters that could be too small, and what is inside may have a size of its own
        if not why and "hidden" in attrs and tree.tags[i] != "input":
            why = "styled away"
        if why:
            hidden.append((i, tree.ends[i], FOLDED if why == "styled away" and _folds(tree, i) else why))
    others = [*_still(tree), *_opened_by_script(tree), *_shut_by_script(tree), *_hidden_by_sheet(tree)]
    if not others:
        return hidden
    found: list[Span] = []
    for span in sorted(hidden + others):
        if not found or span[0] >= found[-1][1]:
            found.append(span)
    return found


def _still(tree: Tree) -> Iterator[Span]:
    """Moving lines of a pixel or so."""
    for i in tree.of.get("marquee", ()):
        if any(_NO_SIZE.fullmatch(tree.get(i, side)) for side in ("width", "height")) or _ZERO_SIZE.search(tree.get(i, "style")):
            yield i, tree.ends[i], "zero size"


def _opened_by_script(tree: Tree) -> Iterator[Span]:
    """What stands between a script that writes only the start of a box out of view and the one that closes it."""
    scripts = tree.of.get("script", [])
    for k, i in enumerate(scripts):
        content = tree.raw.get(i, "")
        found = _OPENED.search(content) if "document.write" in content and "style" in content else None
        why = _why_hidden(found[1]) if found else ""
        if why:
            closing = next((j for j in scripts[k + 1 :] if "</" in tree.raw.get(j, "")), 0)
            yield i, closing or tree.ends[max(tree.parents[i], 0)], why


def _shut_by_script(tree: Tree) -> Iterator[Span]:
    """What a script takes from view as the page is read; a function does so when the visitor asks."""
    names: set[str] = set()
    for i in tree.of.get("script", ()):
        content = tree.raw.get(i, "")
        if ".style." in content and "function" not in content and "=>" not in content:
            names.update(_SHUT.findall(content))
    if names:
        for i, attrs in enumerate(tree.attrs):
            if attrs.get("id") in names:
                yield i, tree.ends[i], "styled away"


def _hidden_by_sheet(tree: Tree) -> Iterator[Span]:
    """What a rule of the page's own style sheet takes from view, by a class or id that nothing else in the page speaks of.

    Rules after the first ``@`` may be for paper or small screens; a box with a background is a picture's.
    """
    found: dict[str, str] = {}
    for content in tree.sheets:
        for mark, name, rule in _RULE.findall(_CSS_COMMENT.sub("", content.partition("@")[0])):
            why = "" if "background" in rule else _why_hidden(rule)
            if why:
                found[mark + name] = why
    if not found:
        return
    spoken = "\n".join((*tree.sheets, *(tree.raw.get(i, "") for i in tree.of.get("script", ()))))
    names = {name: why for name, why in found.items() if spoken.count(name[1:]) == 1}
    for i, attrs in enumerate(tree.attrs if names else ()):
        if attrs:
            why = names.get(f".{attrs.get('class')}") or names.get(f"#{attrs.get('id')}") or ""
            if why:
                yield i, tree.ends[i], FOLDED if why == "styled away" and _folds(tree, i) else why


def _folds(tree: Tree, i: int) -> bool:
    """Whether an element that is not shown is a menu, a tab or a window which the visitor opens: by its name, by that of the box
    it stands in with its like, or because what stands before or around it answers to the pointer."""
    if _FOLDING.search(_names(tree, i)):
        return True
    up, before, alike = tree.parents[i], -1, False
    if up < 0:
        return False
    at = up + 1
    for _ in range(_MOST_ITEMS):
        if at >= tree.ends[up]:
            break
        before = at if at < i and tree.tags[at] else before
        alike = alike or (at != i and tree.tags[at] == tree.tags[i])
        at = tree.ends[at]
    if any(name in tree.attrs[node] for node in (up, before) if node >= 0 for name in _OPENS_ON):
        return True
    return alike and _FOLDING.search(_names(tree, up)) is not None


def _names(tree: Tree, i: int) -> str:
    attrs = tree.attrs[i]
    return f"{attrs.get('id') or ''} {attrs.get('class') or ''}"[:_LONGEST_STYLE]


def _sized_within(tree: Tree, i: int) -> bool:
    """Whether every link in an element has letters of a size that can be read, by its own style or one between or inside."""
    inside = tree.styled[bisect_right(tree.styled, i) : bisect_left(tree.styled, tree.ends[i])]
    sized: list[Span] = []
    for k in inside:
        style = tree.get(k, "style")
        if "font-size" in style and not _ZERO_FONT.search(style) and not why_hidden(sized, k):
            sized.append((k, tree.ends[k], "sized"))
    links = tree.of.get("a", [])
    within = links[bisect_left(links, i) : bisect_left(links, tree.ends[i])]
    return bool(sized) and all(why_hidden(sized, a) or bisect_left(sized, (a,)) < bisect_left(sized, (tree.ends[a],)) for a in within)


@lru_cache(maxsize=4096)
def _why_hidden(style: str) -> str:
    if ("none" in style or "hidden" in style or "NONE" in style or "clip" in style or "scale" in style) and _NOT_SHOWN.search(style):
        return "styled away"
    if "-" in style and _MOVED.search(style) and _is_away(style):
        return "off-screen"
    if ("font" in style or "opacity" in style) and _ZERO_FONT.search(style):
        return "zero size"
    return "zero size" if "overflow" in style and _ZERO_SIZE.search(style) and not _PADDED.search(style) else ""


def _is_away(style: str) -> bool:
    """Whether a box is moved further than it is wide, or than half a screen from the middle."""
    moved = [int(found) for found in _AWAY.findall(style)]
    room = [int(found) for found in _TRACK.findall(style)] + [_HALF] * (_MIDDLE.search(style) is not None)
    return bool(moved) and max(moved) >= max(room, default=0)


def why_hidden(spans: list[Span], i: int) -> str:
    """Why node ``i`` is out of view, '' where it is not."""
    at = bisect_right(spans, (i, _FAR, "")) - 1
    return spans[at][2] if at >= 0 and i < spans[at][1] else ""


def below_another(tree: Tree, found: list[Anchor]) -> dict[int, str]:
    """The places of navigation links in a list below another link (政务公开 with its drop-down menu), or below words that lead nowhere.

    Such a list hangs in one of several items alike, behind the link or the words that head the item.
    """
    starts, words = [anchor.at for anchor in found], tree.words
    alike: dict[int, bool] = {}
    below: dict[int, str] = {}
    for at, _, _, _, region in found:
        if region not in _MENUS:
            continue
        child = at
        for _ in range(_HIGHEST_MENU):
            item = tree.parents[child]
            if item < 0 or tree.tags[item] not in _MENU_TAGS:
                break
            head = starts[bisect_right(starts, item)]
            place = "subnav" if head < child else "undernav"
            if head >= child and tree.tags[item] != "div":  # a box with a heading is no item of a menu
                head = words[bisect_left(words, item)]
            if head < child and tree.tags[child] in _LISTS and tree.tags[item] in _ITEMS and _heads(tree, head, item):
                if item not in alike:
                    alike[item] = _has_likes(tree, item)
                if alike[item]:
                    below[at] = place
                    break
            child = item
    return below


def _heads(tree: Tree, link: int, item: int) -> bool:
    """Whether a link or word stands in an item itself, not in a list of it."""
    for _ in range(_HIGHEST_MENU):
        link = tree.parents[link]
        if link == item or tree.tags[link] in _LISTS:
            return link == item
    return False


def _has_likes(tree: Tree, item: int) -> bool:
    """Whether the element beside an item, before or after it, is of its kind."""
    tag, at = tree.tags[item], tree.parents[item] + 1
    alike = 0
    for _ in range(_MOST_ITEMS):
        if at >= tree.ends[tree.parents[item]]:
            break
        alike += tree.tags[at] == tag
        at = tree.ends[at]
    return alike > 1


def link_records(
    found: list[Anchor], page_host: str, spans: list[Span], listed: frozenset[str], below: Mapping[int, str] = _NONE
) -> tuple[Link, ...]:
    """Distinct links in order of first appearance. ``hidden`` is only claimed for links to outside hosts that are no government's.

    ``below``: the places of links in menus below other links, by their nodes.
    """
    records: dict[str, Link] = {}
    kinds: dict[str, LinkKind] = {}
    for at, _, url, text, region in found:
        known = records.get(url)
        if known is not None and (known.text or not text) and not known.hidden:
            continue
        origin = url.split("/", 3)[2] if url.startswith("http") else ""
        kind = kinds.get(origin)
        if kind is None:
            kind = kinds[origin] = _kind(host_of(url) or page_host, page_host)
        hidden = why_hidden(spans, at) if kind is LinkKind.EXTERNAL and spans else ""
        if known is not None:
            # Shown somewhere is shown; what is only folded here and out of view there is suspect.
            hidden = known.hidden if hidden == FOLDED or not known.hidden else hidden
            records[url] = Link(url, known.text or text, known.kind, hidden, known.place)
            continue
        place = below.get(at) or _PLACES.get(region) or ("list" if url in listed else "body")
        records[url] = Link(url, text, LinkKind.ATTACHMENT if is_attachment(url) else kind, hidden, place)
    return tuple(records.values())


def image_records(tree: Tree, joiner: Joiner, limit: int) -> tuple[Link, ...]:
    """The distinct pictures that a page shows, as links in the place ``image``; pictures written into the page are none."""
    records: dict[str, Link] = {}
    for i in tree.of.get("img", ()):
        attrs = tree.attrs[i]
        source = attrs.get("src")
        url = joiner[source] if source else ""
        if url and url not in records:
            records[url] = Link(url, " ".join((attrs.get("alt") or attrs.get("title") or "").split()), LinkKind.ATTACHMENT, "", "image")
            if len(records) >= limit:
                tree.truncated = True
                break
    return tuple(records.values())


def _kind(host: str, page_host: str) -> LinkKind:
    if same_site(host, page_host):
        return LinkKind.INTERNAL
    return LinkKind.GOVERNMENT if is_government(host) else LinkKind.EXTERNAL
