"""The entries of a page's own lists: not its navigation, hot lists, related links, side blocks or friendly links."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from attrs import evolve

from ..values.dates import NO_DATE, Absent
from ..values.page import Entry
from .groups import MINOR, PINNED, Group
from .links import Anchor, Span, why_hidden
from .regions import CONTENT, Regions
from .rows import line_of
from .tree import Tree
from .urls import canonical, is_article_url

_MORE = ("更多", "more", "MORE", "More", ">>", "+", "查看全部")
_FEW = 2
_EXTENSION = re.compile(r"\.\w{1,6}$")
_NUMBERED = re.compile(r"/(?:index|list|default|page|p)?[_-]?\d{0,4}$", re.IGNORECASE)
_NUMBER = re.compile(r"\d{3,}")
_YEAR = re.compile(r"(?:19|20)\d\d(?:\d\d){0,2}")
_WORDS = re.compile(r"[\u4e00-\u9fff]{2,12}")


def main_lists(
    tree: Tree,
    regions: Regions,
    found: list[Group],
    anchors: Sequence[Anchor],
    url: str,
    names: frozenset[str],
    pager: int | None,
    said: int,
) -> list[Group]:
    """The main list of a column page, or the blocks of a channel page.

    ``names`` are what the page calls itself. ``said`` is the node where it says in words that it has nothing, so that lists of
    other columns beside it are not its own; -1 for none.
    """
    listed = [group for group in found if group.listed and group.soft not in ("hot", "related")]
    dated = [group for group in listed if group.is_dated]
    plain = [group for group in dated if not group.soft]
    if pager is not None:
        paged = _paged(tree, plain or dated or [group for group in listed if not group.soft], pager, canonical(url))
        if paged:
            return paged
    if plain:
        return _without_side_blocks(tree, regions, plain, anchors, url, names, said)
    if said >= 0:
        return []
    return (
        [group for group in dated if group.soft == "new"]
        or [group for group in found if group.is_dated and _is_at_home(group, canonical(url)) and not is_article_url(url)]
        or [group for group in listed if not group.soft]
    )


def _paged(tree: Tree, pool: list[Group], pager: int, here: str) -> list[Group]:
    """The groups that share the smallest part of the page with the pager; of several the longest and what stands beside it."""
    up = tree.parents[pager]
    inside: list[Group] = []
    while up >= 0 and not inside:
        inside = [group for group in pool if up < group.start < tree.ends[up]]
        up = tree.parents[up]
    if not inside:
        return []
    inside = (_at_home(tree, inside, here) if len(inside) > 1 else []) or inside
    best = max(inside, key=lambda group: (len(group.rows), group.start))
    outer = tree.parents[best.container]
    beside = (outer, tree.parents[outer] if outer >= 0 else -1, best.container)
    return [group for group in inside if group is best or tree.parents[group.container] in beside]


def _without_side_blocks(
    tree: Tree, regions: Regions, pool: list[Group], anchors: Sequence[Anchor], url: str, names: frozenset[str], said: int
) -> list[Group]:
    """A channel's blocks lead to columns below it; a block that leads elsewhere is another column's, shown beside the list."""
    if len(pool) == 1 and said < 0:
        return pool
    here = canonical(url)
    below = _EXTENSION.sub("", here) + "/"
    blocks = [_block(tree, group, pool) for group in pool]
    words = [_word_before(tree, regions, group, block) for group, block in zip(pool, blocks, strict=True)]
    leads = [_leads_to(tree, group, block, word, anchors, here) for group, block, word in zip(pool, blocks, words, strict=True)]
    headings = [_block_heading(tree, word) for word in words]
    if said >= 0:
        return [
            group
            for group, lead, word, heading in zip(pool, leads, words, headings, strict=True)
            if not lead and not _is_elsewhere(group, here) and (not heading or heading in names or _heads(tree, word, group, said))
        ]
    if any(lead.startswith(below) for lead in leads):
        return [group for group, lead in zip(pool, leads, strict=True) if not lead or lead.startswith(below)]
    by_address = _at_home(tree, pool, here)
    if by_address:
        return by_address
    own = [group for group, lead in zip(pool, leads, strict=True) if not lead]
    if own and 0 < len(pool) - len(own) <= _FEW:
        return own
    return _by_heading(pool, headings, names)


def _at_home(tree: Tree, pool: list[Group], here: str) -> list[Group]:
    """The groups whose rows lie below the page's own folder or carry its column's number, where others do not; else []."""
    own = [group for group in pool if _is_at_home(group, here)]
    if not own or len(own) == len(pool):
        return []
    shapes = Counter(_shape(tree, group) for group in own)
    # One of several boxes alike, such as the days of a list, stays though its rows lead elsewhere.
    return [group for group in pool if group in own or shapes[_shape(tree, group)] > 1]


def _is_at_home(group: Group, here: str) -> bool:
    """Whether at least half of the rows lie below the page's own folder or carry its column's number."""
    folder = _NUMBERED.sub("", _EXTENSION.sub("", here)) + "/"
    folder = folder if folder.count("/") > 1 else "//"
    numbers = [number for number in _NUMBER.findall(here.partition("/")[2]) if not _YEAR.fullmatch(number)]
    carried = re.compile("|".join(rf"(?<!\d){number}(?!\d)" for number in numbers)) if numbers else None
    addresses = [row.anchors[0].url.partition("//")[2] for row in group.rows]
    own = sum(address.startswith(folder) or (carried is not None and carried.search(address) is not None) for address in addresses)
    return own * 2 >= len(addresses)


def _is_elsewhere(group: Group, here: str) -> bool:
    """Whether all rows lead to other top folders than the page's own."""
    host, _, path = here.partition("/")
    top = f"{host}/{path.partition('/')[0]}/"
    return "/" in path and not any(row.anchors[0].url.partition("//")[2].startswith(top) for row in group.rows)


def _shape(tree: Tree, group: Group) -> tuple[str, str, str, str]:
    box = group.container
    up = tree.parents[box]
    return (tree.tags[box], tree.get(box, "class"), tree.tags[up], tree.get(up, "class")) if up >= 0 else (tree.tags[box], "", "", "")


def _by_heading(pool: list[Group], headings: list[str], names: frozenset[str]) -> list[Group]:
    """Without a few shorter blocks that have a heading of their own beside a list that has none, or the page's name."""
    own = [group for group, heading in zip(pool, headings, strict=True) if not heading or heading in names]
    others = [group for group, heading in zip(pool, headings, strict=True) if heading and heading not in names]
    if not own or len(others) > _FEW:
        return pool
    named = any(heading in names for heading in headings if heading)
    longer = max(len(group.rows) for group in own) >= max((len(group.rows) for group in others), default=0)
    return own if named or longer else pool


def _block(tree: Tree, group: Group, pool: list[Group]) -> int:
    """The largest part of the page, a few levels up, that holds this group and no other."""
    block = group.container
    for _ in range(4):
        up = tree.parents[block]
        if up < 0 or tree.tags[up] in ("body", "html") or any(up < other.start < tree.ends[up] for other in pool if other is not group):
            break
        block = up
    return block


def _word_before(tree: Tree, regions: Regions, group: Group, block: int) -> int:
    """The node of the last text before a group's rows inside its own block that says more than 更多, -1 where there is none."""
    start = group.start if len(group.rows) > 1 else group.rows[0].anchors[0].at  # one row alone takes in what stands before it
    for at in range(bisect_left(tree.words, start) - 1, -1, -1):
        i = tree.words[at]
        if i <= block:
            break
        if regions.of(i) in CONTENT and not MINOR.fullmatch(tree.texts[i].strip()):
            return i
    return -1


def _block_heading(tree: Tree, word: int) -> str:
    """The heading that ``word`` is, '' where it is anything else."""
    text = tree.texts[word].strip() if word >= 0 else ""
    return text if _WORDS.fullmatch(text) else ""


def _heads(tree: Tree, word: int, group: Group, said: int) -> bool:
    """Whether a heading stands over a placeholder as well as over the rows: the list's own, for when it is empty."""
    up = tree.parents[word]
    while up >= 0 and tree.ends[up] < group.end:
        up = tree.parents[up]
    return up < said < tree.ends[up] if up >= 0 else False


def _leads_to(tree: Tree, group: Group, block: int, word: int, anchors: Sequence[Anchor], here: str) -> str:
    """The column a block's 更多 link or linked heading leads to, '' where it has neither or leads to the page itself."""
    heading = ""
    for anchor in anchors:
        if anchor.at >= tree.ends[block]:
            break
        if anchor.at < block or anchor.region in ("crumb", "pager", "nav") or group.start <= anchor.at < group.end:
            continue
        if len(anchor.text) <= 8 and any(more in anchor.text for more in _MORE):
            heading = anchor.url
            break
        if anchor.at < word < anchor.end and 2 <= len(anchor.text) <= 12:
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
