"""The cells of the rows of a list, and the names of their columns."""

from __future__ import annotations

from itertools import islice

from ..groups import Group
from ..rows import cells_of, line_of, table_head
from ..tree import Tree
from .fields import CALLED, MANY, MOST_COLUMNS, is_head

_HEAD_LEVELS = 6


def under_head(tree: Tree, lines: list[int]) -> tuple[list[str], list[list[str]]]:
    """The names of columns that stand before the first line, in its table or in an element of their own, and the cells of each line."""
    for up, node in enumerate(islice(tree.upwards(lines[0]), _HEAD_LEVELS)):
        siblings = [i for i in tree.children(tree.parents[node]) if tree.tags[i]] if tree.parents[node] >= 0 else []
        at = siblings.index(node) if node in siblings else 0
        for before in dict.fromkeys((*reversed(siblings[max(at - 2, 0) : at]), *siblings[: min(at, 1)])):
            names = _columns(tree, before)
            if not is_head(names):
                continue
            for level in range(up + 1):
                tops = [next(islice(tree.upwards(line), level, None), -1) for line in lines]
                rows = [_columns(tree, top) for top in tops] if len(set(tops)) == len(lines) and min(tops) >= 0 else []
                if 2 * sum(len(row) == len(names) for row in rows) > len(lines):
                    return names, rows
    return [], []


def _columns(tree: Tree, i: int) -> list[str]:
    """The texts of an element's parts; where it holds nothing but one element, of that one's."""
    while len(inner := [child for child in islice(tree.children(i), MOST_COLUMNS) if tree.tags[child]]) == 1:
        i = inner[0]
    return [tree.text(child) for child in inner]


def records_of(tree: Tree, lines: list[int]) -> tuple[list[str], list[list[str]]]:
    """Head and cells of rows that go on beside or below the line of their link, each up to where the next begins."""
    if len(lines) < MANY:
        return [], []
    above = set(tree.upwards(lines[0]))
    shared = next((i for i in tree.upwards(lines[1]) if i in above), -1)
    tops = [next((i for i in tree.upwards(line) if tree.parents[i] == shared), -1) for line in lines]
    if shared < 0 or min(tops) < 0 or sorted(set(tops)) != tops:
        return [], []
    siblings = tree.children(shared)
    names = next((_parts(tree, i) for i in reversed(siblings[: siblings.index(tops[0])]) if tree.tags[i]), [])
    if any(map(CALLED.fullmatch, names)):
        return names, [_parts(tree, top) for top in tops]
    before, at = (siblings.index(top) for top in tops[-2:])
    ends = [*tops[1:], tree.ends[siblings[at : 2 * at - before][-1]]]
    return [], [_texts(tree, top, end) for top, end in zip(tops, ends, strict=True)]


def _parts(tree: Tree, i: int) -> list[str]:
    return [tree.text(child) for child in tree.children(i) if tree.tags[child]]


def _texts(tree: Tree, start: int, end: int) -> list[str]:
    return [text for i in range(start, end) if not tree.tags[i] and (text := " ".join(tree.texts[i].split()))]


def cells_in(tree: Tree, top: int) -> list[str]:
    """The cells of a row of a table, the texts of any other element."""
    if tree.tags[top] == "tr":
        return [tree.text(i) for i in cells_of(tree, top)]
    return _texts(tree, top, tree.ends[top])


def head_of(tree: Tree, group: Group) -> list[str]:
    """The column names of the table a group stands in, [] where there are none."""
    line = line_of(tree, group.rows[0])
    if tree.tags[line] == "tr":
        head = table_head(tree, group.rows[0])
        if len(head) != (width := len(cells_of(tree, line))):  # a title of the whole table stands above its head
            above = [i for i in tree.children(tree.parents[line]) if i < line and tree.tags[i] == "tr"][-2:]
            head = next((cells for i in reversed(above) if len(cells := cells_in(tree, i)) == width), head)
        return head
    siblings = [i for i in tree.children(tree.parents[line]) if tree.tags[i]]
    if siblings and siblings[0] < line:
        return cells_in(tree, siblings[0])
    return []
