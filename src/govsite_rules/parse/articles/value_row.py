"""Days in a table's row of values, below the row of their names."""

from __future__ import annotations

import re
from datetime import datetime

from ...values.dates import DateReading, DateSource
from ..dates import read_date
from ..tree import Tree
from .day_labels import OTHER_LABEL
from .line_kinds import COLON

_ROWS, _LARGEST_ROW = 200, 120  # rows and nodes of one that are looked through for a row of names


def cells_below(tree: Tree, text: str, labels: list[re.Match[str]], seen_at: datetime) -> list[tuple[DateReading, re.Match[str]]] | None:
    """The dates of a table's only row of values, below the cells that the labels of its row of names stand in; None for no such table."""
    if COLON.search(text):
        return None
    for row in tree.of.get("tr", ())[:_ROWS]:
        if tree.ends[row] - row > _LARGEST_ROW or tree.text(row) != text:
            continue
        below = _row_behind(tree, row)
        if below < 0 or len(_cells(tree, row)) < 2 or len(_cells(tree, below)) != len(_cells(tree, row)):
            return None
        third = _row_behind(tree, below)
        if third >= 0 and len(_cells(tree, third)) == len(_cells(tree, row)):
            return []  # rows of other things
        if any(tree.tags[i] == "a" for i in range(below, tree.ends[below])):
            return []  # a row that leads to another page
        found: list[tuple[DateReading, re.Match[str]]] = []
        for name, value in zip(_cells(tree, row), _cells(tree, below), strict=True):
            label = next((one for one in labels if tree.text(name).endswith(one[0])), None)
            reading = read_date(tree.text(value), seen_at=seen_at, source=DateSource.ARTICLE) if label is not None else None
            if label is not None and reading is not None and not OTHER_LABEL.search(tree.text(name).removesuffix(label[0])):
                found.append((reading, label))
        return found
    return None


def _cells(tree: Tree, row: int) -> list[int]:
    return [i for i in range(row + 1, tree.ends[row]) if tree.parents[i] == row and tree.tags[i] in ("td", "th")]


def _row_behind(tree: Tree, row: int) -> int:
    """The next row of a row's table, whatever section it stands in; -1 at the end."""
    at = tree.ends[row]
    while at < len(tree.tags) and tree.tags[at] in ("", "tbody"):
        at += 1
    return at if at < len(tree.tags) and tree.tags[at] == "tr" else -1
