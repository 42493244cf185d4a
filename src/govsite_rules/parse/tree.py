"""A page as flat lists in document order: cheap to slice, climb and search, and safe from deep nesting."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser

from .limits import DEFAULT_LIMITS, Limits

Attributes = dict[str, str | None]

_NONE: Attributes = {}
_BLOCK = frozenset(
    ["address", "article", "aside", "blockquote", "body", "br", "center", "dd", "details", "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "legend", "li", "main", "nav", "ol", "option", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul"]
)
_CELL = frozenset(("td", "th"))
_RAW = frozenset(("script", "style", "textarea", "noembed", "noframes", "iframe", "title", "xmp", "select"))


class Tree:
    """Node ``i`` is an element (``tags[i]``) or a text ('' as its tag); its subtree is ``range(i, ends[i])``.

    ``texts`` holds text, and for elements the white space they stand for, so that joining a slice gives readable text.
    ``raw`` holds the content of scripts and the like, which no visitor sees. ``of`` lists the elements by tag.
    """

    __slots__ = ("attrs", "ends", "of", "parents", "raw", "tags", "texts", "truncated")

    def __init__(self) -> None:
        self.tags: list[str] = []
        self.attrs: list[Attributes] = []
        self.texts: list[str] = []
        self.parents: list[int] = []
        self.ends: list[int] = []
        self.raw: dict[int, str] = {}
        self.of: dict[str, list[int]] = {}
        self.truncated = False

    def text(self, i: int) -> str:
        """The readable text of a node, white space collapsed."""
        return " ".join("".join(self.texts[i : self.ends[i]]).split())

    def get(self, i: int, name: str) -> str:
        """An attribute's value, '' where it is not there."""
        return self.attrs[i].get(name) or ""

    def named(self, *names: str) -> list[int]:
        """All elements with one of these tags, in document order."""
        return sorted(i for name in names for i in self.of.get(name, ()))

    def children(self, i: int) -> list[int]:
        """The child nodes of a node, texts included."""
        found, child, end = [], i + 1, self.ends[i]
        while child < end:
            found.append(child)
            child = self.ends[child]
        return found


def grow(html: str | bytes, limits: Limits = DEFAULT_LIMITS) -> Tree:
    """Parse HTML as browsers do. Nodes deeper than ``max_depth`` or beyond ``max_nodes`` are left out, and ``truncated`` says so."""
    tree = Tree()
    node = LexborHTMLParser(html).root
    tags, attrs, texts, parents, ends, of = tree.tags, tree.attrs, tree.texts, tree.parents, tree.ends, tree.of
    stack: list[object] = []
    parent, size = -1, 0
    max_nodes, max_depth = limits.max_nodes, limits.max_depth
    while node is not None:
        tag = node.tag
        child = None
        if tag == "-text":
            text = node.text_content
            if text:
                tags.append("")
                attrs.append(_NONE)
                texts.append(text)
                parents.append(parent)
                size += 1
                ends.append(size)
        elif tag and tag[0] not in "-!":
            tags.append(tag)
            attrs.append(node.attributes)
            texts.append("\n" if tag in _BLOCK else " " if tag in _CELL else "")
            parents.append(parent)
            size += 1
            ends.append(size)
            if tag in of:
                of[tag].append(size - 1)
            else:
                of[tag] = [size - 1]
            if tag in _RAW:
                content = node.text(deep=True)
                if content:
                    tree.raw[size - 1] = content
            else:
                child = node.first_child
                if child is not None and len(stack) >= max_depth:
                    tree.truncated = True
                    child = None
        if size >= max_nodes:
            tree.truncated = True
            break
        if child is not None:
            stack.append(node)
            parent = size - 1
            node = child
            continue
        node = node.next
        while node is None and stack:
            ends[parent] = size
            parent = parents[parent]
            node = stack.pop().next  # type: ignore[attr-defined]
    while parent >= 0:
        ends[parent] = size
        parent = parents[parent]
    return tree
