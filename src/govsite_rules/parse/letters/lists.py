"""Lists of letters: rows with links, tables and blocks without."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import islice

from ...values.page import Letter
from ..groups import Group
from ..rows import cells_of, line_of
from ..tree import Tree
from .cells import cells_in, head_of, records_of, under_head
from .fields import CALLED, LONGEST_CELL, MANY
from .row import ASKED, REPLIED, row_letter
from .signs import WORDS
from .states import LONGEST_STATUS, is_status
from .titles import title_of

_CARD_LEVELS = 4


def letter_rows(tree: Tree, groups: list[Group], seen_at: datetime, named: bool = True) -> tuple[Letter, ...]:
    """The letters of a list: a table's head tells which date is which; else labels or words in the row.

    Where the page is not ``named`` after letters, most rows must say whether they were answered.
    """
    found: list[Letter] = []
    plain: list[Letter] = []
    for group in groups:
        if group.soft in ("hot", "related") or not group.rows:
            continue
        lines = [line_of(tree, row) for row in group.rows]
        head, rows = under_head(tree, lines)
        if not head:
            head, rows = head_of(tree, group), [cells_in(tree, line) for line in lines]
        letters = _letters_of(group, rows, head, seen_at)
        if (len(letters) < len(lines) or not _told(letters)) and not any(map(CALLED.fullmatch, head)):
            names, records = records_of(tree, lines)
            fuller = _letters_of(group, records, names, seen_at)
            letters = max(letters, fuller, key=lambda found: (len(found), _told(found)))
        told = letters if named else [letter for letter in letters if letter.answered is not None]
        if len(told) * 2 >= len(group.rows) and (named or len(group.rows) > 1):
            (found if any(map(WORDS.search, head)) or not is_untold(letters) else plain).extend(letters)
    return tuple(found or plain)  # a box of news beside letters has dates too


def _letters_of(group: Group, rows: list[list[str]], head: list[str], seen_at: datetime) -> list[Letter]:
    told = zip(group.rows, group.titles, rows, strict=False)
    letters = (row_letter(cells, head, title, row.anchors[0].url, seen_at) for row, title, cells in told)
    return [letter for letter in letters if letter is not None]


def _told(letters: Sequence[Letter]) -> int:
    return sum(letter.answered is not None for letter in letters)


def is_untold(letters: Sequence[Letter]) -> bool:
    """Whether nothing but a day stands beside any of these titles: they may be news as well."""
    return bool(letters) and all(letter.answered is None and not letter.replier for letter in letters)


def table_letters(tree: Tree, url: str, seen_at: datetime) -> tuple[Letter, ...]:
    """The letters of a table whose rows have no link, as scripts open them: its head names a title and a day of asking or answering."""
    found: list[Letter] = []
    head: list[str] = []
    end = 0
    for row in tree.of.get("tr", ()):
        if row >= end:
            head = []
        cells = [tree.text(i) for i in cells_of(tree, row)]
        if not head and len(cells) >= MANY and max(map(len, cells)) <= LONGEST_CELL and any(map(CALLED.fullmatch, cells)):
            if any(ASKED.search(cell) or REPLIED.search(cell) for cell in cells):
                head, end = cells, tree.ends[_table(tree, row)]
        elif head and len(cells) == len(head):
            letter = row_letter(cells, head, "", url, seen_at)
            if letter is not None and letter.title:
                found.append(letter)
    return tuple(found) if len(found) >= MANY else ()


def _table(tree: Tree, row: int) -> int:
    up = tree.parents[row]
    while tree.tags[up] in ("tbody", "thead"):
        up = tree.parents[up]
    return up


def card_letters(tree: Tree, url: str, seen_at: datetime) -> tuple[Letter, ...]:
    """The letters of a list whose rows are blocks without a link, as scripts open them: each shows a day and whether it was answered."""
    tried: set[int] = set()
    for word in tree.words:
        if len(tree.texts[word]) > LONGEST_STATUS or not is_status(tree.texts[word].strip()):
            continue
        for card in islice(tree.upwards(tree.parents[word]), _CARD_LEVELS):
            parent = tree.parents[card]
            kind = (tree.tags[card], tree.get(card, "class"))
            if parent < 0 or parent in tried or tree.tags[parent] in ("tr", "body"):
                break
            tried.add(parent)
            blocks = [i for i in tree.children(parent) if tree.tags[i]]
            alike = [i for i in blocks if (tree.tags[i], tree.get(i, "class")) == kind]
            if len(alike) < MANY:
                continue
            head, rows = under_head(tree, alike)
            rows = rows or [cells_in(tree, i) for i in alike]
            letters = [row_letter(cells, head, title_of(cells), url, seen_at) for cells in rows]
            found = tuple(one for one in letters if one is not None and one.title and one.asked.absent is None and one.answered is not None)
            if len(found) * 2 > len(alike):
                return found
    return ()
