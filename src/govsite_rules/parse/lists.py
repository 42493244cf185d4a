"""The entries of a page's own lists: not its navigation, hot lists, related links, side blocks or friendly links."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence

from attrs import evolve

from ..values.dates import NO_DATE, Absent
from ..values.page import Entry
from .blanks import PHRASE
from .groups import MINOR, PINNED, Group
from .links import Anchor, Span, why_hidden
from .regions import CONTENT, Regions
from .rows import Row, cells_of, line_of
from .tree import Tree
from .urls import canonical, is_article_url, is_list_url

_MORE = ("更多", "more", "MORE", "More", ">>", "+", "查看全部")
_FEW = 2
_AROUND = " >»›＞→/-:：·[]【】\xa0\u3000\r\n\t"
_LONGEST_PATH = 60
_ASIDE = frozenset(("hot", "related", "scroll"))
_EXTENSION = re.compile(r"\.\w{1,6}$")
_NUMBERED = re.compile(r"/(?:index|list|default|page|p)?[_-]?\d{0,4}$", re.IGNORECASE)
_NUMBER = re.compile(r"\d{3,}")
_CELLS_AT_MOST = 12
_UNFILLED = re.compile(r"\{\{|正在加载|加载中")
_CONTROLS = frozenset(("button", "option", "label"))
_YEAR = re.compile(r"(?:19|20)\d\d(?:\d\d){0,2}")
_DIGITS = re.compile(r"[0-9a-f]{16,}|\d+")
_WORDS = re.compile(r"[\u4e00-\u9fff]{2,12}")
_CELLS = ("日期", "时间")
_CELL = re.compile(
    r"序号|编号|(?:信息|文件)?名称|(?:新闻|信息|文件|文章)?标题|(?:发文)?[文字]号|索引号|(?:发布|发文|成文|公开|生成|更新)(?:日期|时间|机构|机关|单位)|日期|时间|来源"
)


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
    found = _with_misnamed(tree, regions, found, url, names, pager)
    found = _without_others(tree, regions, found, canonical(url), names, pager)
    here = canonical(url)
    chosen = _main(tree, regions, found, anchors, url, names, pager, said)
    return _with_parts(tree, regions, chosen, found, here) if said < 0 else chosen


def _main(
    tree: Tree,
    regions: Regions,
    found: list[Group],
    anchors: Sequence[Anchor],
    url: str,
    names: frozenset[str],
    pager: int | None,
    said: int,
) -> list[Group]:
    listed = [group for group in found if group.listed and group.soft not in _ASIDE]
    dated = [group for group in listed if group.is_dated]
    plain = [group for group in dated if not group.soft]
    if pager is not None and said < 0:
        pool = plain or [group for group in listed if group.is_dated or not group.soft]
        paged = _paged(tree, regions, pool, pager, canonical(url), names)
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


def are_others(tree: Tree, regions: Regions, chosen: list[Group], url: str, names: frozenset[str]) -> bool:
    """Whether the few groups chosen all have another column's name over them, and lie elsewhere: taken for want of better ones."""
    here = canonical(url)
    return 0 < len(chosen) <= _FEW and not any(
        _is_at_home(group, here) or _block_heading(tree, _word_before(tree, regions, group, _block(tree, group, chosen))) in ("", *names)
        for group in chosen
    )


def _with_misnamed(tree: Tree, regions: Regions, found: list[Group], url: str, names: frozenset[str], pager: int | None) -> list[Group]:
    """The groups, where one that only an element's name makes a hot or side list is the page's own: by address, pager or heading."""
    named = [group for group in found if group.by_name and group.listed]
    if not named:
        return found
    plain = [group for group in found if group.is_dated and group.listed and not group.soft]
    here = canonical(url)
    if any(_is_at_home(group, here) for group in plain):
        return found
    own = [group for group in named if _is_at_home(group, here)]
    if not own and pager is not None:
        dated, up = [group for group in found if group.is_dated], tree.parents[pager]
        inside: list[Group] = []
        while up >= 0 and not inside:
            inside = [group for group in dated if up < group.start < tree.ends[up]]
            up = tree.parents[up]
        named_inside = [group for group in inside if group.by_name and group.start < pager]
        last = max((group.start for group in inside if group.start < pager), default=-1)
        if len(named_inside) == len(inside) or all(group.start == last for group in named_inside):
            own = named_inside
    both = sorted((*plain, *named), key=_start)
    headings = {id(group): _block_heading(tree, _word_before(tree, regions, group, _block(tree, group, both))) for group in both}
    named = [group for group in named if headings[id(group)] in ("", *names)]
    if not own and plain and all(headings[id(group)] not in ("", *names) for group in plain):
        own = named
    if not own and not plain:
        own = [group for group in named if _follows_path(tree, regions, _first(group), names)]
        if not own and (is_list_url(url) or not is_article_url(url)):
            alone = not any(group.is_dated and not group.by_name and group.soft in ("hot", "related") for group in found)
            own = [group for group in named if group.is_dated and (alone or group.soft == "side")]
    kept = set(map(id, own))
    return [evolve(group, soft="") if id(group) in kept else group for group in found]


def _without_others(tree: Tree, regions: Regions, found: list[Group], here: str, names: frozenset[str], pager: int | None) -> list[Group]:
    """Without the lists of other columns that stand beside the page's own where that is empty or undated."""
    listed = [group for group in found if group.listed]
    dated = [group for group in listed if group.is_dated]
    if not listed or any(_is_at_home(group, here) for group in dated):
        return found
    words = {id(group): _word_before(tree, regions, group, _block(tree, group, listed)) for group in listed}
    headings = {at: "" if _is_beside_own(tree, word, names) else _block_heading(tree, word) for at, word in words.items()}
    others = [group for group in listed if headings[id(group)] not in ("", *names)]
    other = set(map(id, others))
    own = [group for group in listed if id(group) not in other and not group.soft]
    if any(group.is_dated for group in own):
        return found
    if own or _stands_empty(tree, regions, names, listed) or (pager is None and len(others) == 1 and _leads_away(others[0], here)):
        return [group for group in found if id(group) not in other]
    return found


def _stands_empty(tree: Tree, regions: Regions, names: frozenset[str], listed: list[Group]) -> bool:
    """Whether a place for rows without one stands right under the page's own name or path: a list without a word, with the names of
    its cells or of a template's values alone, a box that a script fills, a picture of the sentence that there is nothing. What follows a
    row is below a list."""
    for tag in ("ul", "ol", "tbody", "dl", "table", "div", "img"):
        for i in tree.of.get(tag, ()):
            if _holds_nothing(tree, i) and _follows_path(tree, regions, i, names):
                word = tree.words[bisect_left(tree.words, i) - 1]
                if not any(len(group.rows) > 1 and group.start < word < group.end for group in listed):
                    return True
    return False


def _holds_nothing(tree: Tree, i: int) -> bool:
    tag = tree.tags[i]
    if tag == "img":
        return PHRASE.search(tree.get(i, "alt")) is not None
    low = bisect_left(tree.words, i)
    words = tree.words[low : bisect_left(tree.words, tree.ends[i], low)]
    if tag in ("div", "table") and not (words or (tree.ends[i] - i == 1 and tree.get(i, "id"))):
        return False
    return len(words) <= _CELLS_AT_MOST and all(_UNFILLED.search(tree.texts[at]) or _CELL.fullmatch(tree.texts[at].strip()) for at in words)


def _leads_away(group: Group, here: str) -> bool:
    """Whether all rows lie in other columns, where addresses show the column they belong to."""
    own = _folders(here)
    return len(own) > 1 and all(
        len(other := _folders(canonical(row.anchors[0].url))) > 1 and other[: len(own)] != own for row in group.rows
    )


def _folders(address: str) -> list[str]:
    """The folders of an address that are words, up to the first with a number."""
    parts = _EXTENSION.sub("", address).split("/")[1:]
    return parts[: next((at for at, part in enumerate(parts) if any(map(str.isdigit, part))), len(parts))]


def _paged(tree: Tree, regions: Regions, pool: list[Group], pager: int, here: str, names: frozenset[str]) -> list[Group]:
    """The groups that share the smallest part of the page with the pager; of several the longest and what stands beside it."""
    up = tree.parents[pager]
    inside: list[Group] = []
    while up >= 0 and not inside:
        inside = [group for group in pool if up < group.start < tree.ends[up]]
        up = tree.parents[up]
    if not inside:
        return []
    inside = (_at_home(tree, inside, here) if len(inside) > 1 else []) or inside
    if len(inside) == 1:
        return inside
    headings = [_block_heading(tree, _word_before(tree, regions, group, _block(tree, group, inside))) for group in inside]
    own = [group for group, heading in zip(inside, headings, strict=True) if not heading or heading in names]
    inside = own or inside
    best = max(inside, key=lambda group: (len(group.rows), group.start))
    outer = tree.parents[best.container]
    beside = (outer, tree.parents[outer] if outer >= 0 else -1, best.container)
    return [group for group in inside if group is best or tree.parents[group.container] in beside]


def _with_parts(tree: Tree, regions: Regions, chosen: list[Group], found: list[Group], here: str) -> list[Group]:
    """The chosen groups with other parts of the same list: a second column or pane, and a lead above the rows.

    Boxes alike or in one place, addresses alike, and no heading of its own.
    """
    taken = set(map(id, chosen))
    others = [group for group in found if id(group) not in taken and group.listed and (not group.soft or group.by_name)]
    if not chosen or not others:
        return chosen
    known: dict[tuple[object, ...], set[str]] = {}
    for group in chosen:
        patterns = {_pattern(row) for row in group.rows}
        beside = tree.parents[group.container]
        for place in (_box(tree, group), ("lead", beside), *([("rows", group.container)] if len(group.rows) == 1 else [])):
            known.setdefault(place, set()).update(patterns)
    home = any(_is_at_home(group, here) for group in chosen)
    lists = [group for group in found if group.is_dated or len(group.rows) > 1]  # a linked heading is a group of its own
    parts = []
    for group in others:
        if home and not _is_at_home(group, here):
            continue
        places: list[tuple[object, ...]] = [("rows", tree.parents[group.container])]
        if len(group.rows) == 1:
            places.append(("lead", group.container))
        box = _box(tree, group)
        if box[1] or not group.by_name:
            places.append(box)
        alike = set().union(*(known.get(place, ()) for place in places))
        if any(_pattern(row) in alike for row in group.rows):
            heading = _block_heading(tree, _word_before(tree, regions, group, _block(tree, group, lists)))
            if not heading:
                parts.append(group)
    return sorted((*chosen, *parts), key=_start) if parts else chosen


def _box(tree: Tree, group: Group) -> tuple[str, str]:
    return tree.tags[group.container], tree.get(group.container, "class") or tree.get(group.container, "id")


def _pattern(row: Row) -> str:
    return _DIGITS.sub("0", row.anchors[0].url)


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
        return _by_heading(tree, regions, own, [heading for heading, lead in zip(headings, leads, strict=True) if not lead], names)
    return _by_heading(tree, regions, pool, headings, names)


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


def _by_heading(tree: Tree, regions: Regions, pool: list[Group], headings: list[str], names: frozenset[str]) -> list[Group]:
    """Without a few blocks that have a heading of their own beside a list that has the page's name or path over it, or is longer."""
    own = [group for group, heading in zip(pool, headings, strict=True) if not heading or heading in names]
    others = [group for group, heading in zip(pool, headings, strict=True) if heading and heading not in names]
    if not own or len(others) > _FEW:
        return pool
    named = any(heading in names for heading in headings if heading) or any(
        _follows_path(tree, regions, _first(group), names) for group in own
    )
    longer = max(len(group.rows) for group in own) >= max((len(group.rows) for group in others), default=0)
    return own if named or longer else pool


def _follows_path(tree: Tree, regions: Regions, i: int, names: frozenset[str]) -> bool:
    """Whether a node follows the page's path or name at once."""
    at = bisect_left(tree.words, i) - 1
    if at < 0:
        return False
    text = tree.texts[tree.words[at]].strip(_AROUND)
    return regions.of(tree.words[at]) == "crumb" or text in names or (len(text) <= _LONGEST_PATH and "位置" in text)


def _block(tree: Tree, group: Group, pool: list[Group]) -> int:
    """The largest part of the page, a few levels up, that holds this group and no other of ``pool``, which is in document order."""
    block = group.container
    for _ in range(4):
        up = tree.parents[block]
        if up < 0 or tree.tags[up] in ("body", "html"):
            break
        first = bisect_right(pool, up, key=_start)
        if bisect_left(pool, tree.ends[up], first, key=_start) - first > 1:
            break
        block = up
    return block


def _first(group: Group) -> int:
    """The node where a group's own words start; one row alone takes in what stands before it."""
    if len(group.rows) > 1:
        return group.start
    row = group.rows[0]
    return min((row.anchors[0].at, *(mark.at for mark in row.marks if mark.at > group.start)))


def _start(group: Group) -> int:
    return group.start


def _word_before(tree: Tree, regions: Regions, group: Group, block: int) -> int:
    """The node of the last text before a group's rows inside its own block that says more than 更多, -1 where there is none."""
    for at in range(bisect_left(tree.words, _first(group)) - 1, -1, -1):
        i = tree.words[at]
        if i <= block:
            break
        if regions.of(i) not in CONTENT or tree.tags[tree.parents[i]] in _CONTROLS:
            continue
        if not MINOR.fullmatch(tree.texts[i].strip()) and not _names_cells(tree, i):
            return i
    return -1


def _block_heading(tree: Tree, word: int) -> str:
    """The heading that ``word`` is, '' where it is anything else."""
    text = tree.texts[word].strip() if word >= 0 else ""
    return text if _WORDS.fullmatch(text) else ""


def _is_beside_own(tree: Tree, word: int, names: frozenset[str]) -> bool:
    """Whether a word is an item of the menu or tabs among which the page itself is named: no other column's heading."""
    item = word
    while item >= 0 and tree.tags[item] != "li":
        item = tree.parents[item]
    menu = tree.parents[item] if item >= 0 else -1
    return menu >= 0 and any(tree.tags[i] == "li" and tree.text(i) in names for i in tree.children(menu))


def _names_cells(tree: Tree, word: int) -> bool:
    """Whether a word names a column, or stands in a table's row of column names."""
    if _CELL.fullmatch(tree.texts[word].strip()):
        return True
    up = tree.parents[word]
    while up >= 0 and tree.tags[up] not in ("tr", "table"):
        up = tree.parents[up]
    cells = cells_of(tree, up) if up >= 0 else []
    return len(cells) > 1 and any(tree.tags[cell] == "th" or tree.text(cell).endswith(_CELLS) for cell in cells)


def is_head(line: str) -> bool:
    """Whether a line is made of the names of a list's columns (序号 标题 发布日期)."""
    names = line.split() if line.endswith(_CELLS) or line.startswith("序号") else []
    return len(names) > 1 and all(map(_CELL.fullmatch, names))


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
