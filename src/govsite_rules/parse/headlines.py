"""Which words the markup sets off as an article's heading, where neither the page's title nor its tags tell."""

from __future__ import annotations

import re
from itertools import islice

from .articles.line_kinds import is_body_name, is_meta_line
from .groups import is_side_heading
from .regions import Regions
from .tree import Tree

_SHORT_HEADLINE, _HEADLINE = 4, 7
_SHORTEST, _LONGEST, _LARGEST = 8, 120, 12  # characters of words set off, and nodes
_ASIDE = frozenset(("hot", "related", "side"))
_TAGS = frozenset(("h4", "h5", "p", "td", "div", "span", "font", "strong", "b", "label", "center"))
_TITLE = re.compile(r"(?:^|[\s_-])(?:[a-z]{0,9}_?title\d?|biaoti|tit|bt\d?)(?:\s|$)", re.IGNORECASE)
_LARGE = re.compile(r"font-size\s{0,3}:\s{0,3}(?:(?:1[89]|[2-9]\d)(?:\.\d)?px|(?:1[4-9]|[2-9]\d)(?:\.\d)?pt|x{1,2}-large)", re.IGNORECASE)
_CENTRED = re.compile(r"text-align\s{0,3}:\s{0,3}center", re.IGNORECASE)
_SIZES = ("4", "5", "6", "7", "+1", "+2", "+3")
_NO_HEADING = re.compile("[。；！，、:：]$|位置|^[\\[【(（]")


def headline(tree: Tree, regions: Regions) -> str:
    """The first heading that can be the article's: not a body's or column's name, nor that of a block beside it."""
    for tag in ("h1", "h2", "h3"):
        for i in tree.of.get(tag, ()):
            text = tree.text(i)
            least = _SHORT_HEADLINE if tag == "h1" else _HEADLINE
            if len(text) < least or text[0] in "—（(" or is_body_name(text) or is_side_heading(text) or regions.of(i) in _ASIDE:
                continue
            if not is_meta_line(text):
                return text
    return ""


def set_off(tree: Tree, regions: Regions, most: int = 4_000) -> str:
    """The first words of the content that are large, named a title or bold in the middle: '' where none are."""
    for i, tag in enumerate(islice(tree.tags, most)):
        if tag not in _TAGS or tree.ends[i] - i > _LARGEST or regions.of(i) or not _is_set_off(tree, i):
            continue
        text = tree.text(i)
        if not _SHORTEST <= len(text) <= _LONGEST or _NO_HEADING.search(text) or "a" in tree.tags[i : tree.ends[i]]:
            continue
        if not (is_body_name(text) or is_side_heading(text) or is_meta_line(text)):
            return text
    return ""


def _is_set_off(tree: Tree, i: int) -> bool:
    tag = tree.tags[i]
    if tag in ("h4", "h5") or (tag == "font" and tree.get(i, "size") in _SIZES):
        return True
    if _TITLE.search(tree.get(i, "class")) or _TITLE.search(tree.get(i, "id")) or _LARGE.search(tree.get(i, "style")):
        return True
    if tag not in ("b", "strong"):
        return False
    box = tree.parents[i]
    while box >= 0 and tree.tags[box] in ("font", "span"):
        box = tree.parents[box]
    if box < 0 or tree.text(box) != tree.text(i):
        return False
    return tree.get(box, "align").lower() == "center" or tree.tags[box] == "center" or _CENTRED.search(tree.get(box, "style")) is not None
