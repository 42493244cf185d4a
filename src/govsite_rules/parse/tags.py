"""Page tags (页面标签): what the head declares about site, column and article."""

from __future__ import annotations

import re

from .tree import Tree

SITE_TAGS = ("SiteName", "SiteDomain", "SiteIDCode")
COLUMN_TAGS = ("ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType")
CONTENT_TAGS = ("ArticleTitle", "PubDate", "ContentSource")

_EMPTY = frozenset(("", "null", "undefined", "none", "nan", "-", "--", "—", "/", "无", "暂无", "(null)", "nil"))
_TEMPLATE = re.compile(r"<\?php|<\?=|<%|\{\{|\$\{|#\{|\{%|\[!--|\{dede:|\{cms:|\[#|\$\w+\.\w+\$", re.IGNORECASE)


def is_empty(value: str) -> bool:
    """Whether a tag's value says nothing: null, undefined, a dash, or template text nobody filled in (standards 2.2)."""
    return value.strip().strip("\"'").lower() in _EMPTY or _TEMPLATE.search(value) is not None


def page_tags(tree: Tree, max_value: int) -> tuple[tuple[tuple[str, str], ...], tuple[str, ...]]:
    """Named meta tags by lower-cased name, and notes on empty-like values, which are left out.

    The first non-empty value of a name counts, as a template's copy often stands behind it.
    """
    found: dict[str, str] = {}
    empty: dict[str, None] = {}
    for i in tree.of.get("meta", ()):
        attrs = tree.attrs[i]
        name = attrs.get("name") or attrs.get("property")
        if not name:
            continue
        name = name.strip().lower()
        value = " ".join((attrs.get("content") or "").split())[:max_value]
        if is_empty(value):
            empty[name] = None
        elif name not in found:
            found[name] = value
    return tuple(found.items()), tuple(f"tag_empty:{name}" for name in empty if name in _KNOWN and name not in found)


_KNOWN = frozenset(name.lower() for name in (*SITE_TAGS, *COLUMN_TAGS, *CONTENT_TAGS))
