"""The links of a page: absolute, with their text, place, and whether a visitor can see them."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import NamedTuple

from ..values.page import Link, LinkKind
from .regions import Regions
from .tree import Tree
from .urls import Joiner, host_of, is_attachment, is_government, same_site

_OPENS = re.compile(
    r"(?:window\.open|location(?:\.href)?\s{0,3}=|go(?:to)?(?:Url|Page)?|open(?:Url|Page|Win)?)"
    r"""\s{0,3}\(?\s{0,3}['"]([^'"\s]{2,300})['"]""",
    re.I,
)
_SCRIPT_HREF = re.compile(
    r"""\s{0,9}javascript:[^'"]{0,80}['"]((?:https?:)?/?[^'"\s]{2,300}\.(?:s?html?|jsp|php|aspx?|do)(?:\?[^'"\s]{0,200})?|(?:https?:)?//[^'"\s]{2,300})['"]""",
    re.I,
)
_PLACES = {"nav": "nav", "header": "nav", "friend": "nav", "footer": "footer", "crumb": "crumb", "pager": "nav", "share": "nav"}

_NOT_SHOWN = re.compile(r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden", re.I)
_ZERO_FONT = re.compile(
    r"(?<![a-z-])(?:font-size\s{0,3}:\s{0,3}[01](?:px|pt|em|%)?|opacity\s{0,3}:\s{0,3}0(?:\.0\d{0,4})?)\s{0,3}(?:;|$|!)",
    re.I,
)
_ZERO_SIZE = re.compile(
    r"(?<![a-z-])(?:width|height|max-height|max-width|line-height)\s{0,3}:\s{0,3}[01](?:px|pt|em|%)?\s{0,3}(?:;|$|!)",
    re.I,
)
_AWAY = re.compile(
    r"(?<![a-z-])(?:text-indent|margin(?:-left|-top)?|left|top|right|bottom)\s{0,3}:\s{0,3}-\d{3,6}(?:\.\d{1,4})?(?:px|em"
    r"|pt)",
    re.I,
)
_MOVED = re.compile(r"position\s{0,3}:\s{0,3}(?:absolute|fixed)|indent|margin", re.I)

Span = tuple[int, int, str]
_FAR = 1 << 62
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


def _scripted(onclick: str | None, href: str, joiner: Joiner) -> str:
    found = _SCRIPT_HREF.match(href) if href[:11].lower() == "javascript:" else None
    if found is None and onclick:
        found = _OPENS.search(onclick)
    return joiner[found[1]] if found else ""


def hidden_spans(tree: Tree) -> list[Span]:
    """The outermost subtrees with inline styles that take them from view: (start, end, why); tabs and menus are among them."""
    found: list[Span] = []
    for i in tree.styled:
        if found and i < found[-1][1]:
            continue
        attrs = tree.attrs[i]
        style = attrs.get("style")
        why = _why_hidden(style[:_LONGEST_STYLE]) if style else ""
        if not why and "hidden" in attrs and tree.tags[i] != "input":
            why = "styled away"
        if why:
            found.append((i, tree.ends[i], why))
    return found


@lru_cache(maxsize=4096)
def _why_hidden(style: str) -> str:
    if ("none" in style or "hidden" in style or "NONE" in style) and _NOT_SHOWN.search(style):
        return "styled away"
    if "-" in style and _AWAY.search(style) and _MOVED.search(style):
        return "off-screen"
    if ("font" in style or "opacity" in style) and _ZERO_FONT.search(style):
        return "zero size"
    return "zero size" if "overflow" in style and _ZERO_SIZE.search(style) else ""


def why_hidden(spans: list[Span], i: int) -> str:
    """Why node ``i`` is out of view, '' where it is not."""
    at = bisect_right(spans, (i, _FAR, "")) - 1
    return spans[at][2] if at >= 0 and i < spans[at][1] else ""


def link_records(found: list[Anchor], page_host: str, spans: list[Span], listed: frozenset[str]) -> tuple[Link, ...]:
    """Distinct links in order of first appearance. ``hidden`` is only claimed for links to outside hosts that are no government's."""
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
            # Shown somewhere is shown.
            hidden = hidden if known.hidden else ""
            records[url] = Link(url, known.text or text, known.kind, hidden, known.place)
            continue
        place = _PLACES.get(region) or ("list" if url in listed else "body")
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
