"""The links of a page: absolute, with their text, place, and whether a visitor can see them."""

from __future__ import annotations

import re

from attrs import frozen

from ..values.page import Link, LinkKind
from .regions import Regions
from .tree import Tree
from .urls import Joiner, host_of, is_attachment, is_government, same_site

_ONCLICK = re.compile(r"""(?:window\.open|location(?:\.href)?\s{0,3}=|go(?:to)?(?:Url|Page)?|open(?:Url|Page|Win)?)\s{0,3}\(?\s{0,3}['"]([^'"\s]{2,300})['"]""", re.I)
_SCRIPT_HREF = re.compile(r"""^\s{0,9}javascript:[^'"]{0,80}['"]((?:https?:)?/?[^'"\s]{2,300}\.(?:s?html?|jsp|php|aspx?|do)(?:\?[^'"\s]{0,200})?|(?:https?:)?//[^'"\s]{2,300})['"]""", re.I)
_PLACES = {"nav": "nav", "header": "nav", "friend": "nav", "footer": "footer", "crumb": "crumb", "pager": "nav", "share": "nav"}

_NOT_SHOWN = re.compile(r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden", re.I)
_ZERO = re.compile(r"(?<![a-z-])(?:font-size|width|height|max-height|max-width|line-height|opacity)\s{0,3}:\s{0,3}[01](?:px|pt|em|%)?\s{0,3}(?:;|$|!)", re.I)
_ZERO_FONT = re.compile(r"(?<![a-z-])(?:font-size\s{0,3}:\s{0,3}[01](?:px|pt|em|%)?|opacity\s{0,3}:\s{0,3}0(?:\.0\d*)?)\s{0,3}(?:;|$|!)", re.I)
_AWAY = re.compile(r"(?<![a-z-])(?:text-indent|margin(?:-left|-top)?|left|top|right|bottom)\s{0,3}:\s{0,3}-\d{3,6}(?:\.\d{1,4})?(?:px|em|pt)", re.I)
_MOVED = re.compile(r"position\s{0,3}:\s{0,3}(?:absolute|fixed)", re.I)


@frozen
class Anchor:
    """A link where it stands: node, end of its subtree, absolute address, text."""

    at: int
    end: int
    url: str
    text: str
    region: str


def anchors(tree: Tree, regions: Regions, joiner: Joiner, limit: int) -> list[Anchor]:
    """All links that lead somewhere, in document order, at most ``limit``."""
    found: list[Anchor] = []
    append, of, attrs, text = found.append, regions.of, tree.attrs, tree.text
    for i in tree.named("a", "area") if "area" in tree.of else tree.of.get("a", ()):
        href = attrs[i].get("href")
        url = joiner[href] if href else ""
        if not url:
            url = _scripted_address(tree, i, href or "", joiner)
            if not url:
                continue
        append(Anchor(i, tree.ends[i], url, text(i), of(i)))
        if len(found) >= limit:
            tree.truncated = True
            break
    return found


def _scripted_address(tree: Tree, i: int, href: str, joiner: Joiner) -> str:
    found = _SCRIPT_HREF.match(href) if href[:11].lower() == "javascript:" else None
    if found is None:
        onclick = tree.attrs[i].get("onclick")
        found = _ONCLICK.search(onclick) if onclick else None
    return joiner[found[1]] if found else ""


def hidden_spans(tree: Tree) -> list[tuple[int, int, str]]:
    """Subtrees with inline styles that take them from view: (start, end, why); tabs and menus are among them."""
    found = []
    for i, attrs in enumerate(tree.attrs):
        if not attrs:
            continue
        style = attrs.get("style")
        if "hidden" in attrs and tree.tags[i] != "input":
            found.append((i, tree.ends[i], "styled away"))
        elif style and (":" in style):
            why = _why_hidden(style)
            if why:
                found.append((i, tree.ends[i], why))
    return found


def _why_hidden(style: str) -> str:
    if _NOT_SHOWN.search(style):
        return "styled away"
    if "0" in style or "1" in style:
        if "-" in style and _AWAY.search(style) and (_MOVED.search(style) or "indent" in style or "margin" in style):
            return "off-screen"
        if _ZERO_FONT.search(style) or ("overflow" in style and _ZERO.search(style)):
            return "zero size"
    return ""


def is_within(spans: list[tuple[int, int, str]], i: int) -> str:
    """Why node ``i`` is out of view, '' where it is not."""
    for start, end, why in spans:
        if start > i:
            break
        if i < end:
            return why
    return ""


def link_records(found: list[Anchor], page_host: str, spans: list[tuple[int, int, str]], listed: frozenset[str]) -> tuple[Link, ...]:
    """Distinct links in order of first appearance. ``hidden`` is only claimed for links to outside hosts that are no government's."""
    records: dict[str, Link] = {}
    kinds: dict[str, LinkKind] = {}
    for anchor in found:
        url = anchor.url
        known = records.get(url)
        if known is not None and (known.text or not anchor.text) and not known.hidden:
            continue
        host = host_of(url) or page_host
        kind = kinds.get(host)
        if kind is None:
            kind = kinds[host] = _kind(host, page_host)
        hidden = is_within(spans, anchor.at) if kind is LinkKind.EXTERNAL and spans else ""
        if known is not None:
            # Shown somewhere is shown.
            if known.hidden and not hidden:
                records[url] = Link(url, known.text or anchor.text, known.kind, "", known.place)
            elif not known.text and anchor.text:
                records[url] = Link(url, anchor.text, known.kind, known.hidden, known.place)
            continue
        place = _PLACES.get(anchor.region) or ("list" if url in listed else "body")
        records[url] = Link(url, anchor.text, LinkKind.ATTACHMENT if is_attachment(url) else kind, hidden, place)
    return tuple(records.values())


def _kind(host: str, page_host: str) -> LinkKind:
    if same_site(host, page_host):
        return LinkKind.INTERNAL
    return LinkKind.GOVERNMENT if is_government(host) else LinkKind.EXTERNAL
