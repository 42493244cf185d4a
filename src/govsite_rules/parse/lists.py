"""The entries of a page's own lists: not its navigation, hot lists, related links, side blocks or friendly links."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve

from ..values.dates import NO_DATE, Absent
from ..values.page import Entry
from .groups import MINOR, PINNED, Group
from .links import Anchor, Span, why_hidden
from .rows import line_of
from .tree import Tree
from .urls import canonical

_MORE = ("更多", "more", "MORE", "More", ">>", "+", "查看全部")
_FEW = 2
_EXTENSION = re.compile(r"\.\w{1,6}$")


def main_lists(tree: Tree, found: list[Group], anchors: Sequence[Anchor], url: str, pager: int | None, placeholder: bool) -> list[Group]:
    """The main list of a column page, or the blocks of a channel page.

    ``placeholder``: the page says in words that it has nothing, so that lists of other columns beside it are not its own.
    """
    listed = [group for group in found if group.listed and group.soft not in ("hot", "related")]
    dated = [group for group in listed if group.is_dated]
    plain = [group for group in dated if not group.soft]
    if pager is not None:
        paged = _paged(tree, plain or dated or [group for group in listed if not group.soft], pager)
        if paged:
            return paged
    if plain:
        return _without_side_blocks(tree, plain, anchors, url, placeholder)
    if placeholder:
        return []
    return [group for group in dated if group.soft == "new"] or [group for group in listed if not group.soft]


def _paged(tree: Tree, pool: list[Group], pager: int) -> list[Group]:
    """The groups that share the smallest part of the page with the pager; of several the longest and what stands beside it."""
    up = tree.parents[pager]
    inside: list[Group] = []
    while up >= 0 and not inside:
        inside = [group for group in pool if up < group.start < tree.ends[up]]
        up = tree.parents[up]
    if not inside:
        return []
    best = max(inside, key=lambda group: (len(group.rows), group.start))
    outer = tree.parents[best.container]
    beside = (outer, tree.parents[outer] if outer >= 0 else -1, best.container)
    return [group for group in inside if group is best or tree.parents[group.container] in beside]


def _without_side_blocks(tree: Tree, pool: list[Group], anchors: Sequence[Anchor], url: str, placeholder: bool) -> list[Group]:
    """A channel's blocks lead to columns below it; a block that leads elsewhere is another column's, shown beside the list."""
    if len(pool) == 1 and not placeholder:
        return pool
    here = canonical(url)
    below = _EXTENSION.sub("", here) + "/"
    leads = [_leads_to(tree, group, pool, anchors, here) for group in pool]
    own = [group for group, lead in zip(pool, leads, strict=True) if not lead]
    if placeholder:
        return own
    if any(lead.startswith(below) for lead in leads):
        return [group for group, lead in zip(pool, leads, strict=True) if not lead or lead.startswith(below)]
    return own if own and len(pool) - len(own) <= _FEW else pool


def _leads_to(tree: Tree, group: Group, pool: list[Group], anchors: Sequence[Anchor], here: str) -> str:
    """The column a block's 更多 link or linked heading leads to, '' where it has neither or leads to the page itself."""
    block = group.container
    for _ in range(4):
        up = tree.parents[block]
        if up < 0 or tree.tags[up] in ("body", "html") or any(up < other.start < tree.ends[up] for other in pool if other is not group):
            break
        block = up
    heading = ""
    for anchor in anchors:
        if anchor.at >= tree.ends[block]:
            break
        if anchor.at < block or anchor.region in ("crumb", "pager", "nav") or group.start <= anchor.at < group.end:
            continue
        if len(anchor.text) <= 8 and any(word in anchor.text for word in _MORE):
            heading = anchor.url
            break
        if anchor.at < group.start and 2 <= len(anchor.text) <= 12 and not MINOR.fullmatch(anchor.text):
            heading = anchor.url
    lead = canonical(heading) if heading else ""
    return "" if lead == here else lead


def entries(tree: Tree, chosen: Sequence[Group], spans: list[Span], limit: int) -> tuple[Entry, ...]:
    """The rows of groups as entries; a row shown twice (picture and title, two panes) is one."""
    result: list[Entry] = []
    known: dict[str, list[int]] = {}
    for group in chosen:
        for row, title, date in zip(group.rows, group.titles, group.dates, strict=True):
            url = row.anchors[0].url
            reading = date if date is not None else NO_DATE
            same = next((at for at in known.get(url, ()) if _is_same(result[at], title, date is None)), None)
            if same is not None:
                if result[same].date.absent is Absent.NONE_SHOWN and date is not None:
                    result[same] = evolve(result[same], date=reading, title=title)
                continue
            known.setdefault(url, []).append(len(result))
            text = tree.text(line_of(tree, row))[:400]
            pinned = "顶" in text and PINNED.search(text) is not None
            result.append(Entry(title, url, reading, bool(spans) and why_hidden(spans, row.anchors[0].at) != "", pinned))
            if len(result) >= limit:
                tree.truncated = True
                return tuple(result)
    return tuple(result)


def _is_same(entry: Entry, title: str, undated: bool) -> bool:
    """Whether a row to the same address is the same entry: same title, one cut short, or a picture beside the dated row."""
    if undated or entry.date.absent is Absent.NONE_SHOWN:
        return True
    one, other = entry.title.rstrip(".…"), title.rstrip(".…")
    return one.startswith(other) or other.startswith(one)
