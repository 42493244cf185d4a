"""A page as flat lists in document order: cheap to slice, climb and search, and safe from deep nesting."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import islice

from selectolax.lexbor import LexborHTMLParser, LexborNode

from .limits import DEFAULT_LIMITS, Limits

Attributes = dict[str, str | None]

_NONE: Attributes = {}
_BLOCKS = """
    address article aside blockquote body br center dd details dialog div dl dt fieldset figcaption figure footer form
    h1 h2 h3 h4 h5 h6 header hr legend li main nav ol option p pre section summary table tbody tfoot thead tr ul
""".split()
_SPACE = dict.fromkeys(_BLOCKS, "\n") | {"td": " ", "th": " "}
_LINE = dict.fromkeys(_BLOCKS, "\n")
_RAW = frozenset(("script", "textarea", "noembed", "noframes", "iframe", "title", "xmp", "select"))
_NO_NODE = frozenset(("br", "hr", "wbr", "link", "style"))  # no more than the white space they stand for
_TEXT = 2  # lexbor's tag ids
_COMMENT = 4


_SUSPICIOUS = 2000
_LARGE = 20_000
_MANY = 10_000
_MANY_SHEETS, _LONGEST_SHEET = 50, 20_000
_MANY_RAW = 5_000  # scripts and the like whose content is kept
_TAG_START = re.compile("<")
_LONG = 9000
_LONG_TAG = re.compile(rf"<[a-zA-Z][^<>]{{{_LONG},}}")
_NESTING = re.compile(
    r"<(/?)(?!(?:p|li|t[drh]|d[dt]|br|img|input|meta|link|hr|option|tbody|thead|tfoot|col|area|base|embed|param|source|wbr)\b)"
    r"([a-zA-Z][^\s/>]{0,20})"
)


class Tree:
    """Node ``i`` is an element (``tags[i]``) or a text ('' as its tag); its subtree is ``range(i, ends[i])``.

    ``texts`` holds text, and for elements the white space they stand for, so that joining a slice gives readable text; what follows a
    block begins a line.
    ``words`` are the nodes of texts that are not blank; ``of`` lists elements by tag, ``styled`` those with a style or hidden
    attribute. ``raw`` holds the content of scripts and the like, which no visitor sees; ``sheets`` that of style sheets.
    """

    __slots__ = ("attrs", "ends", "of", "parents", "raw", "sheets", "styled", "tags", "texts", "truncated", "words")

    def __init__(self) -> None:
        self.tags: list[str] = []
        self.attrs: list[Attributes] = []
        self.texts: list[str] = []
        self.parents: list[int] = []
        self.ends: list[int] = []
        self.words: list[int] = []
        self.styled: list[int] = []
        self.raw: dict[int, str] = {}
        self.sheets: list[str] = []
        self.of: dict[str, list[int]] = defaultdict(list)
        self.truncated = False

    def text(self, i: int) -> str:
        """The readable text of a node, white space collapsed."""
        end = self.ends[i]
        if end - i == 2:
            return " ".join(self.texts[i + 1].split())
        return " ".join("".join(self.texts[i:end]).split())

    def get(self, i: int, name: str) -> str:
        """An attribute's value, '' where it is not there."""
        return self.attrs[i].get(name) or ""

    def named(self, *names: str) -> list[int]:
        """All elements with one of these tags, in document order."""
        return sorted(i for name in names for i in self.of.get(name, ()))

    def components(self) -> list[int]:
        """The elements that only a script knows, by the hyphen in their names."""
        return [i for tag, nodes in self.of.items() if "-" in tag for i in nodes]

    def children(self, i: int) -> list[int]:
        """The child nodes of a node, texts included."""
        found, child, end = [], i + 1, self.ends[i]
        while child < end:
            found.append(child)
            child = self.ends[child]
        return found

    def upwards(self, i: int) -> Iterator[int]:
        """The node and all elements around it, innermost first."""
        while i >= 0:
            yield i
            i = self.parents[i]


def grow(html: str, limits: Limits = DEFAULT_LIMITS) -> Tree:
    """Parse HTML as browsers do.

    Nodes deeper than ``max_depth`` or beyond ``max_nodes`` (and what follows as many tags) are left out, and ``truncated`` says so.
    """
    tree = Tree()
    if len(html) > _LARGE:
        parts = html.split("<")
        opened, longest = len(parts) - 1, max(map(len, parts))
        kept = html
        if longest > _LONG:
            kept = _LONG_TAG.sub(lambda tag: _with_few_attributes(tag[0], limits.max_attributes), html)
        if opened > _MANY or opened - 2 * html.count("</") > _SUSPICIOUS:
            kept = _cut_where_too_deep(kept, limits.max_depth)
        tree.truncated = len(kept) < len(html)
        html = kept
    tags, all_attrs, texts, parents, ends = tree.tags, tree.attrs, tree.texts, tree.parents, tree.ends
    words, styled, raw, of = tree.words, tree.styled, tree.raw, tree.of
    known: dict[int, tuple[str, str, bool, bool]] = {}
    stack: list[LexborNode] = []
    parent, size, after = -1, 0, ""
    max_nodes, max_depth = limits.max_nodes, limits.max_depth
    if len(html) > max_nodes and html.count("<") > max_nodes:
        tree.truncated = True
        html = html[: next(islice(_TAG_START.finditer(html), limits.max_nodes, None)).start()]
    node: LexborNode | None = LexborHTMLParser(html).root
    while node is not None:
        kind = node.tag_id
        if kind == _TEXT:
            text = node.text_content or ""
            if not text.isspace():
                words.append(size)
                tags.append("")
                all_attrs.append(_NONE)
                texts.append(after + text)
                after = ""
                parents.append(parent)
                size += 1
                ends.append(size)
            elif size:
                texts[-1] += " "
        elif kind != _COMMENT:
            told = known.get(kind)
            if told is None:
                tag = node.tag or ""
                told = known[kind] = (tag, _SPACE.get(tag, ""), tag in _RAW or tag == "style", tag in _NO_NODE)
            tag, space, is_raw, is_no_node = told
            if is_no_node:
                if size:
                    texts[-1] += space
                if is_raw and len(tree.sheets) < _MANY_SHEETS:
                    tree.sheets.append(node.text(deep=True)[:_LONGEST_SHEET])
            else:
                attrs = node.attributes
                if attrs and ("style" in attrs or "hidden" in attrs):
                    styled.append(size)
                tags.append(tag)
                all_attrs.append(attrs)
                texts.append(space or after)
                after = ""
                parents.append(parent)
                of[tag].append(size)
                size += 1
                ends.append(size)
                if is_raw:
                    content = node.text(deep=True)
                    if content:
                        if len(raw) < _MANY_RAW:
                            raw[size - 1] = content
                        else:
                            tree.truncated = True
                        if tag == "textarea" and "readonly" in attrs and "<" not in content:
                            words.append(size)
                            tags.append("")
                            all_attrs.append(_NONE)
                            texts.append(content)
                            parents.append(size - 1)
                            size += 1
                            ends.append(size)
                            ends[size - 2] = size
                else:
                    child = node.first_child
                    if child is not None:
                        if len(stack) < max_depth and size < max_nodes:
                            stack.append(node)
                            parent = size - 1
                            node = child
                            continue
                        tree.truncated = True
        if size >= max_nodes:
            tree.truncated = True
            break
        node = node.next
        while node is None and stack:
            ends[parent] = size
            after = _LINE.get(tags[parent], "")
            parent = parents[parent]
            node = stack.pop().next
    while parent >= 0:
        ends[parent] = size
        parent = parents[parent]
    return tree


def _cut_where_too_deep(html: str, max_depth: int) -> str:
    """The part of a page before elements nest too deep: the parser's own time grows with depth."""
    depth, unclosed = 0, Counter[str]()
    for tag in _NESTING.finditer(html):
        name = tag[2].lower()
        if not tag[1]:
            unclosed[name] += 1
            depth += 1
            if depth > 2 * max_depth:
                return html[: tag.start()]
        elif unclosed[name]:
            unclosed[name] -= 1
            depth -= 1
    return html


def _with_few_attributes(tag: str, limit: int) -> str:
    """A tag cut after so many attributes: the parser compares each with all before it."""
    if tag.count("=") <= limit and tag.count(" ") <= limit:
        return tag
    return " ".join(tag.split(None, limit)[:limit])
