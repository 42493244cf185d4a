"""What the content of a page shows besides text: pictures, players, documents, frames, and what scripts may draw there."""

from __future__ import annotations

import re

from .blanks import PHRASE
from .links import Span, why_hidden
from .regions import Regions
from .tree import Tree

_MEDIA = ("img", "embed", "object", "video", "audio", "canvas", "iframe")
_DRAWS = re.compile(
    r"BMap|AMap\.|TMap\.|T\.Map|qq\.maps|echarts|Highcharts|swfobject|pdfobject|PDFJS|FlexPaper|jwplayer|ckplayer|new\s+Swiper"
)
_SMALL = re.compile(r"[1-5]?\d(?:px)?")
_MOUNTS = frozenset(("app", "root", "__nuxt", "q-app"))
_ASKED = frozenset(("password", "file"))
_FRAME = frozenset(("header", "nav", "footer", "friend", "crumb", "pager"))
_MOST = 12
_DIGITS = re.compile(r"\d+")


def pictured(tree: Tree, regions: Regions) -> list[str]:
    """A line for each of the first such things and of forms, equal for equal ones: those of the frame stand on page after page.

    Little pictures are bullets and rules, and a picture that says the column is being built shows nothing else.
    """
    found: list[str] = []
    for i in (node for tag in _MEDIA for node in tree.of.get(tag, ())):
        attrs = tree.attrs[i]
        if tree.tags[i] == "img" and (
            _SMALL.fullmatch(attrs.get("width") or attrs.get("height") or "") or PHRASE.search(attrs.get("alt") or attrs.get("title") or "")
        ):
            continue
        if regions.of(i) not in _FRAME:
            found.append(f"{tree.tags[i]} {attrs.get('data-src') or attrs.get('src') or attrs.get('data') or ''}")
            if len(found) >= _MOST:
                return found
    behind = [(i, f"style {style[:400]}") for i in tree.styled if "url(" in (style := tree.get(i, "style"))]
    forms = [(i, f"form {_name(tree.get(i, 'action'))}") for i in tree.of.get("form", ()) if _is_small_form(tree, i)]
    found += [line for i, line in (*behind[:_MOST], *forms) if regions.of(i) not in _FRAME]
    for i in tree.of.get("script", ()):
        content, source = tree.raw.get(i, ""), tree.get(i, "src")
        if (source or _DRAWS.search(content)) and regions.of(i) not in _FRAME:
            # A file of this page alone may write its list; one that counts visits is called with another number on each page.
            found.append(f"script {_name(source) or content[:400]}")
    return found[:_MOST]


def _name(address: str) -> str:
    return _DIGITS.sub("", address.partition("?")[0])


def _is_small_form(tree: Tree, form: int) -> bool:
    """Whether a form asks for words and holds nothing else: around a whole page it is the content system's own."""
    inside = set(tree.tags[form : tree.ends[form]])
    return "input" in inside and "a" not in inside


def asks(tree: Tree, regions: Regions, hidden: list[Span]) -> bool:
    """Whether the content holds a form to fill in: a password, a file or some lines are asked for, not mere words to look for."""
    asked = [i for i in tree.of.get("input", ()) if tree.get(i, "type").lower() in _ASKED]
    return any(not regions.of(i) and not why_hidden(hidden, i) for i in (*asked, *tree.of.get("textarea", ())))


def is_mounted(tree: Tree) -> bool:
    """Whether the page holds an empty element that a script fills: an application's own, or a component, whose name has a hyphen."""
    mounts = [i for i in tree.of.get("div", ()) if tree.attrs[i].get("id") in _MOUNTS]
    return any(not tree.text(i) for i in (*mounts, *tree.components()))
