"""The 当前位置 path of a page."""

from __future__ import annotations

import re

from ..values.page import Crumb
from .links import Anchor
from .regions import Regions
from .tree import Tree

_MARKER = re.compile(r"(?:当前|所在|现在|您|你).{0,6}位置|^\s{0,3}位置\s{0,3}[:：]")
_INLINE = frozenset(("span", "b", "strong", "i", "em", "font", "label", "img"))
_LEAD = re.compile(r".{0,20}?位置(?:是|在)?\s{0,3}[:：]?")
_ARROWS = re.compile(r"[>»›＞→/\\|]+|-{1,2}")
_TRIM = " >»›＞→/\\|-:：\xa0\u3000·"
_HOME = frozenset(("首页", "网站首页"))
_ARROW = re.compile(r"\s{0,3}[>»›＞→]")
_LONGEST = 60
_MOST = 10


def crumbs(tree: Tree, regions: Regions, found: list[Anchor]) -> tuple[Crumb, ...]:
    """The steps of the path, the page itself last where it is named; () where no path is shown."""
    best: tuple[Crumb, ...] = ()
    for start, end, role in regions.spans:
        if role == "crumb" and end - start <= 120:
            steps = _steps(tree, start, end, found)
            if len(steps) > len(best):
                best = steps
    if best:
        return best
    for i in tree.words:
        text = tree.texts[i]
        if "位置" in text and len(text) <= _LONGEST and _MARKER.search(text):
            up = tree.parents[i]
            if tree.tags[up] in _INLINE:
                up = tree.parents[up]
            steps = _steps(tree, up, tree.ends[up], found)
            return steps if len(steps) <= _MOST else ()
    for anchor in found:
        if anchor.text in _HOME:
            up = tree.parents[anchor.at]
            if tree.ends[up] - up <= 60 and _ARROW.match(tree.text(up), len(anchor.text)):
                return _steps(tree, up, tree.ends[up], found)
    return ()


def _steps(tree: Tree, start: int, end: int, found: list[Anchor]) -> tuple[Crumb, ...]:
    anchors = [anchor for anchor in found if start <= anchor.at < end and anchor.text]
    steps = [Crumb(anchor.text, anchor.url) for anchor in anchors]
    last = anchors[-1].end if anchors else start
    rest = " ".join("".join(tree.texts[last:end]).split()) if anchors else _LEAD.sub("", tree.text(start))
    steps += [Crumb(name) for part in _ARROWS.split(rest) if 0 < len(name := part.strip(_TRIM)) <= _LONGEST]
    return tuple(steps)
